"""The Jinja environment: where templates are found, and the filters that write values out."""

from functools import cache
from pathlib import Path

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from vaultgoals.render import escape
from vaultgoals.review.strip import LEGEND
from vaultgoals.review.text import Code, Mention, Name, Part, Said, Strong, Text, unstressed


def templates_folder() -> Path:
    """The folder of the built-in templates: inside the installed package, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


@cache
def environment() -> ImmutableSandboxedEnvironment:
    """The environment that pages are rendered in; an unknown name in a template is an error."""
    jinja = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader(templates_folder(), encoding="utf-8"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # what is written is Markdown; every value goes through a filter below
    )
    jinja.filters.update(
        md=markdown,
        named=lambda words: markdown(Name(words)),
        line=lambda words: escape.line_start(markdown(words)),
        md_list=lambda texts, separator: escape.line_start(separator.join(map(markdown, texts))),
        plain_md=lambda words: markdown(unstressed(words)),
        cell=lambda words: escape.cell(markdown(words)),
        share=lambda share: "" if share is None else f" {float(round(share, 2)):.2f}",
    )
    jinja.globals.update(legend=LEGEND)
    return jinja


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
            return f"*“{escape.markdown(words)}”*"
        case Name(words):
            return escape.markdown(words)
        case Code(words):
            return escape.code(words)
        case Mention(path=path, target=target, shown=shown, block=block, heading=heading):
            return escape.link(path, target, shown, block, heading)
