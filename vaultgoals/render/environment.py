"""The Jinja environment: where templates are found, and the filters that write values out."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from jinja2 import FunctionLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment, safe_range

from vaultgoals.render import escape
from vaultgoals.render.each import Each
from vaultgoals.render.last_time import LastTime
from vaultgoals.render.mermaid import decimal, quoted, quoted_lines
from vaultgoals.render.plain import Plain, text_of
from vaultgoals.review.strip import LEGEND
from vaultgoals.review.text import Code, Mention, Name, Part, Said, Strong, Text, unlinked, unstressed

BUILT_IN = "builtin/"
"""Before a template's name: the built-in one, also where a vault has one of its own by that name."""

NONE_OF_ITS_OWN: Mapping[str, str] = MappingProxyType({})

_NOT_FOR_PAGES = ("random", "pprint", "urlize", "wordwrap", "xmlattr", "tojson")
"""Filters of Jinja's that would write something else each time, or something that is no Markdown."""

_Found: TypeAlias = tuple[str, str, Callable[[], bool]]


@cache
def built_in_templates() -> Mapping[str, str]:
    """The texts of the built-in templates by name, such as `pages/weekly.md.j2`."""
    folder = _templates_folder()
    files = sorted(folder.rglob("*.j2"))
    return {file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8") for file in files}


def _templates_folder() -> Path:
    """The folder of the built-in templates: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


class Environment(ImmutableSandboxedEnvironment):
    """An environment in which a template sees plain data only: of a mapping its entries, no methods.

    `last_times` is what the tag `each` wrote on each page, by its template, `last_time` that of one page.
    """

    last_time: LastTime[str]
    last_times: dict[str, LastTime[str]]

    def getattr(self, obj: object, attribute: str) -> object:
        """What `obj.attribute` is in a template."""
        return self.getitem(obj, attribute) if isinstance(obj, dict) else super().getattr(obj, attribute)

    def getitem(self, obj: object, argument: object) -> object:
        """What `obj[argument]` is in a template."""
        if not isinstance(obj, dict):
            return super().getitem(obj, argument)
        if argument in obj:
            return obj[argument]
        near = get_close_matches(str(argument), map(str, obj), n=1)
        hint = f" (did you mean '{near[0]}'?)" if near else ""
        return self.undefined(f"there is no '{argument}'{hint}")


@cache
def environment() -> Environment:
    """The environment of the built-in templates."""
    return environment_of(built_in_templates())


def environment_of(
    built_in: Mapping[str, str], own: Mapping[str, str] = NONE_OF_ITS_OWN, *, where: str = ""
) -> Environment:
    """An environment of these templates by name; a vault's `own` go before the built-in ones.

    `where` is the folder that the `own` ones lie in, to say which is at fault. An unknown name in a template
    is an error.
    """

    def find(name: str) -> _Found | None:
        if name in own:
            return own[name], where + name, lambda: True
        plain_name = name.removeprefix(BUILT_IN)
        return (built_in[plain_name], BUILT_IN + plain_name, lambda: True) if plain_name in built_in else None

    jinja = Environment(
        loader=FunctionLoader(find),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[Each],
        autoescape=False,  # what is written is Markdown; every value goes through a filter below
    )
    for name in _NOT_FOR_PAGES:
        del jinja.filters[name]
    jinja.filters.update(FILTERS)
    jinja.globals = {"range": safe_range, "legend": LEGEND}
    jinja.last_times = defaultdict(LastTime)
    return jinja


def written(jinja: Environment, template: str, values: Mapping[str, Plain]) -> str:
    """What a template makes of some values; no line of it ends in a blank."""
    jinja.last_time = jinja.last_times[template]
    text = jinja.get_template(template).render(values)
    jinja.last_time.turn()
    return "\n".join(line.rstrip() for line in text.split("\n"))


def md(words: Plain) -> str:
    """A text in the middle of a line."""
    return markdown(text_of(words))


def line(words: Plain) -> str:
    """A text at the beginning of a line, where it begins no heading, list, quote or table."""
    return escape.line_start(md(words))


def md_list(texts: Iterable[Plain], separator: str) -> str:
    """Several texts in a line of their own, with a separator between them."""
    return escape.line_start(separator.join(map(md, texts)))


def plain_md(words: Plain) -> str:
    """A text to be stressed as a whole: nothing in it is stressed by itself."""
    return markdown(unstressed(text_of(words)))


def named(words: Plain) -> str:
    """Words that are somebody's, such as a title, without a link."""
    return markdown(tuple(Name(part) if isinstance(part, str) else part for part in text_of(words)))


def cell(words: Plain) -> str:
    """A text in a table's cell."""
    return escape.cell(md(words))


def share(number: float | None) -> str:
    """A share of 1 as a property's value, with a blank before it: ` 0.76`; nothing where there is none."""
    # The fraction that a number was made from, so that a half is rounded as it is elsewhere.
    return "" if number is None else f" {float(round(Fraction(number).limit_denominator(10**6), 2)):.2f}"


FILTERS: Mapping[str, Callable[..., str]] = {
    one.__name__: one
    for one in (md, line, md_list, plain_md, named, cell, share, quoted, quoted_lines, decimal)
}
"""How values are written out; each is for one place that a text lands in."""


def markdown(words: Text | Part) -> str:
    """A text as Markdown for the middle of a line.

    Its parts say what is markup; what they hold is escaped, our own words too, since units stand in them.
    """
    return "".join(_markdown(part) for part in (words if isinstance(words, tuple) else (words,)))


def _markdown(part: Part) -> str:
    match part:
        case str():
            return escape.phrase(part)
        case Strong(words):
            return f"**{escape.markdown(words)}**"
        case Said(words):
            return f"*“{escape.markdown(unlinked(words))}”*"
        case Name(words):
            return escape.markdown(words)
        case Code(words):
            return escape.code(words)
        case Mention(path=path, target=target, shown=shown, block=block, heading=heading):
            return escape.link(path, target, shown, block, heading)
