"""The page about all JSON, made from its schemas: `python -m vaultgoals.export.schema_pages`."""

from collections.abc import Iterator

from vaultgoals.export.json_schema import Schema
from vaultgoals.export.schemas import schemas
from vaultgoals.export.values import Json

_HEAD = """\
# The JSON that commands print

`--format json` gives one document on standard output, made for other programs. Keys are in snake_case, dates
are ISO 8601, figures are JSON numbers rounded to six decimals, paths lie in the vault with `/`, and what is
not known is null. Every document has `schema`, its version: keys may be added within a version, none is taken
away or gets another meaning. `vaultgoals schema COMMAND` prints the JSON Schema of a document,
`vaultgoals schema --format json` all of them; this page is made from these. What belongs to one kind of goal
alone is missing at all others.
"""
_PRINTED_BY = {"check-statistics": "check --statistics", "restore": "restore --list"}
_FORMATS = {"date": "date", "date-time": "date and time"}


def page() -> str:
    """The whole page: a heading and a table of keys for each document."""
    return "\n".join([_HEAD, *(_part(name, schema) for name, schema in schemas().items())])


def _part(name: str, schema: Schema) -> str:
    command = "export" if name == "export" else f"{_PRINTED_BY.get(name, name)} --format json"
    rows = "\n".join(f"| `{key}` | {form} | {about} |" for key, form, about in _rows(schema, ""))
    return f"## `vaultgoals {command}`\n\n| key | form | what |\n|---|---|---|\n{rows}\n"


def _rows(schema: Schema, before: str) -> Iterator[tuple[str, str, str]]:
    """Each key with its form and what it says; keys inside it come after it, those of a list behind `[]`.

    Where a value may have several shapes, a key is told once for all of them.
    """
    found: dict[str, list[Schema]] = {}
    for one in _shapes(schema):
        for name, value in _keys(one).items():
            found.setdefault(name, []).append(value)
    for name, values in found.items():
        forms = dict.fromkeys(_form(value) for value in values if _shapes(value))
        said = dict.fromkeys(str(value.get("description", "")) for value in values)
        yield f"{before}{name}", ", ".join(forms) or "null", "; ".join(filter(None, said))
        inner, mark = _inside(values[-1])
        yield from _rows(inner, f"{before}{name}{mark}.")


def _shapes(schema: Schema) -> list[Schema]:
    """The shapes that a value may have, without null."""
    among = schema.get("anyOf")
    found = [one for one in among if isinstance(one, dict)] if isinstance(among, list) else [schema]
    return [one for one in found if one.get("type") != "null"]


def _keys(schema: Schema) -> dict[str, Schema]:
    properties = schema.get("properties")
    found = properties.items() if isinstance(properties, dict) else ()
    return {name: value for name, value in found if isinstance(value, dict)}


def _inside(value: Schema) -> tuple[Schema, str]:
    """What an object or list holds."""
    for shape in _shapes(value):
        items = shape.get("items")
        if isinstance(items, dict):
            return items, "[]"
        return shape, ""
    return {}, ""


def _form(value: Schema) -> str:
    shapes = _shapes(value)
    among = value.get("anyOf")
    null = isinstance(among, list) and len(among) > len(shapes)
    return _named(shapes[0]) + (" or null" if null else "")


def _named(shape: Schema) -> str:
    if "const" in shape:
        return f"`{shape['const']}`"
    words: Json = shape.get("enum")
    if isinstance(words, list):
        return ", ".join(f"`{word}`" for word in words)
    kind, form = str(shape.get("type", "any")), shape.get("format")
    names = {"array": "list", "string": "text", "integer": "whole number"}
    return _FORMATS[str(form)] if form else names.get(kind, kind)


if __name__ == "__main__":
    print(page(), end="")
