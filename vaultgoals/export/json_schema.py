"""How a JSON Schema is put together: what a value may be, and what it says."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeAlias

from vaultgoals.export.values import Json

Schema: TypeAlias = "dict[str, Json]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def words(about: str) -> Schema:
    """Text."""
    return {"type": "string", "description": about}


def figure(about: str) -> Schema:
    """A number, rounded to six decimals."""
    return {"type": "number", "description": about}


def whole(about: str) -> Schema:
    """A whole number."""
    return {"type": "integer", "description": about}


def flag(about: str) -> Schema:
    """True or false."""
    return {"type": "boolean", "description": about}


def day(about: str) -> Schema:
    """A date, as in 2026-11-20."""
    return {"type": "string", "format": "date", "description": about}


def choice(of: Iterable[str] | type[StrEnum], about: str) -> Schema:
    """One of some words."""
    return {"type": "string", "enum": [str(one) for one in of], "description": about}


def always(value: str | int, about: str) -> Schema:
    """The same value in every document."""
    return {"const": value, "description": about}


def maybe(schema: Schema) -> Schema:
    """The same, or null where it is not known."""
    about = {"description": schema["description"]} if "description" in schema else {}
    plain = {key: value for key, value in schema.items() if key != "description"}
    return {"anyOf": [plain, {"type": "null"}], **about}


def many(schema: Schema, about: str) -> Schema:
    """A list."""
    return {"type": "array", "items": schema, "description": about}


def record(fields: Mapping[str, Schema], about: str = "", *, optional: Iterable[str] = ()) -> Schema:
    """An object with all of some keys, but for the optional ones. Later versions may add keys."""
    left_out = {*optional}
    return {
        "type": "object",
        "properties": dict(fields),
        "required": [name for name in fields if name not in left_out],
        **({"description": about} if about else {}),
    }


def either(schemas: Iterable[Schema], about: str) -> Schema:
    """A value of one of several shapes."""
    return {"anyOf": [*schemas], "description": about}
