"""What is wrong with a template, found out while it was used."""

import re
from dataclasses import dataclass
from traceback import walk_tb

from jinja2 import TemplateNotFound, TemplateSyntaxError

SHOWN = 200
"""How many characters of what is wrong are told at most."""

_BLANKS = re.compile(r"\s+")


class OutOfTime(Exception):
    """A template takes longer than it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateFault:
    """That a template cannot be used: which, in which line, and why, as in `'reviw' is undefined`.

    `template` is empty and `line` 0 where that is not known. It is an `overrun` where a limit was met.
    """

    reason: str
    template: str = ""
    line: int = 0
    overrun: bool = False


def fault_of(error: Exception, where: str) -> TemplateFault:
    """What an error says about a vault's own templates, whose file names begin with `where`."""
    template, line = _place(error, where)
    overrun = isinstance(error, MemoryError | OutOfTime)
    return TemplateFault(reason=_reason(error), template=template, line=line, overrun=overrun)


def _place(error: Exception, where: str) -> tuple[str, int]:
    """The template and line that are at fault: the innermost that are the vault's own."""
    places = [(frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__)]
    if isinstance(error, TemplateSyntaxError):
        places.append((error.filename or "", error.lineno))
    own = [(file.removeprefix(where), line) for file, line in places if file.startswith(where)]
    return own[-1] if own else ("", 0)


def _reason(error: Exception) -> str:
    match error:
        case MemoryError():
            return "it needs too much memory"
        case RecursionError():
            return "it goes round in circles, or is nested too deeply"
        case OutOfTime():
            return "it takes too long"
        case TemplateNotFound():  # which is an OSError too
            words = f"there is no template “{error.name}”"
        case OSError():
            return "it reaches for a file"
        case _:
            words = str(error) or type(error).__name__
    told = _BLANKS.sub(" ", words).strip().removesuffix(".")
    return told if len(told) <= SHOWN else f"{told[:SHOWN]}…"
