"""The marks that a merge leaves around two versions of a stretch of text, read and written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

SIZE = 7
"""How many characters a mark has, unless a merge was told otherwise."""

_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_MARKLIKE = re.compile(r"^(?:<{7,}|\|{7,}|={7,}|>{7,})", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two versions of some lines, and what both were made from where that is said."""

    ours: str
    theirs: str
    base: str | None = None


Part: TypeAlias = str | Conflict
"""A stretch of text on which both sides agree, or one on which they do not."""


def lines(text: str) -> list[str]:
    """The lines of a text, each with its newline."""
    return _LINE.findall(text)


def parted(text: str, *, size: int = SIZE) -> tuple[Part, ...] | None:
    """A text cut at its conflicts; None where their marks do not pair, or could be read in two ways."""
    reading = _Reading()
    for line in lines(text):
        mark = _mark(line, size)
        if mark and mark in _AFTER[reading.at]:
            reading.turn(mark)
        elif mark and reading.at:
            return None
        else:
            reading.texts.setdefault(reading.at, []).append(line)
    return None if reading.at else (*reading.parts, reading.text(""))


_AFTER = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which marks may follow, inside a conflict and outside."""


@dataclass(slots=True, kw_only=True)
class _Reading:
    """How far a text is read: behind which mark, and what was found there."""

    at: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)

    def text(self, mark: str) -> str:
        return "".join(self.texts.get(mark, ()))

    def turn(self, mark: str) -> None:
        if mark == "<":
            self.parts.append(self.text(""))
        elif mark == ">":
            base = self.text("|") if "|" in self.texts else None
            self.parts.append(Conflict(ours=self.text("<"), theirs=self.text("="), base=base))
        self.texts = {} if mark in "<>" else self.texts
        self.at = mark.replace(">", "")
        self.texts.setdefault(self.at, [])


def _mark(line: str, size: int) -> str:
    """The character of the mark that a line is; empty for any other line."""
    bare = line.rstrip("\r\n")
    mark, after = bare[:1], bare[size : size + 1]
    is_mark = mark in "<|=>" and bare[:size] == mark * size and after in ("", " ")
    return mark if is_mark and (mark != "=" or len(bare) == size) else ""


def sides(parts: Iterable[Part]) -> tuple[str, str]:
    """The whole text as either side has it."""
    found = list(parts)
    ours = "".join(part if isinstance(part, str) else part.ours for part in found)
    theirs = "".join(part if isinstance(part, str) else part.theirs for part in found)
    return ours, theirs


def marked(parts: Iterable[Part], *, size: int = SIZE, newline: str = "\n") -> str:
    """The text with marks around each conflict; its sides are called as git calls them."""
    return "".join(part if isinstance(part, str) else _marked(part, size, newline) for part in parts)


def _marked(conflict: Conflict, size: int, newline: str) -> str:
    base = "" if conflict.base is None else f"{'|' * size} base{newline}{conflict.base}"
    return (
        f"{'<' * size} ours{newline}{conflict.ours}{base}{'=' * size}{newline}"
        f"{conflict.theirs}{'>' * size} theirs{newline}"
    )


def unlike_marks(texts: Iterable[str]) -> int:
    """How many characters marks need so that no line of these texts can be taken for one."""
    return max((len(found) for text in texts for found in _MARKLIKE.findall(text)), default=SIZE - 1) + 1
