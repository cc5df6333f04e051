"""What stands within a text: links and tags, and the stretches that hide them."""

import re
from dataclasses import dataclass

from vaultgoals.core.note import Link
from vaultgoals.core.source import Span
from vaultgoals.markdown.links import link_at

HIDDEN = "\0"
"""Stands for each character of code, math and HTML in a visible text, newlines aside."""

_START = re.compile(r"[\\`<$#\[!]")
_NOT_NEWLINE = re.compile(r"[^\n]")
_TICKS = re.compile(r"`+")
_MATH = re.compile(r"\$(?![\s$])(?:[^$\\\n]|\\.)++(?<!\s)\$(?![0-9])")
_HTML_TAG = re.compile(r"</?[A-Za-z][^<>\[\n]*>")
# At the start, after a blank, or after an escaped character.
_TAG = re.compile(
    r"(?:(?<!\S)|(?<=\\[!-/:-@\[-`{-~]))"
    r"#[^\u2000-\u206f\u2e00-\u2e7f'!\"#$%&()*+,.:;<=>?@^`{|}~\[\]\\\s]+"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Inline:
    """A text's links and tags. `visible` is the text with `HIDDEN` for what is code, math or HTML.

    `hidden` are the places of that.
    """

    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    visible: str = ""
    hidden: tuple[Span, ...] = ()


def read_inline(text: str, at: int) -> Inline:
    """What stands within a text that begins at offset `at`. From left to right, the first to begin wins."""
    if not _START.search(text):
        return Inline(visible=text)
    return _Scan(text, at).over()


class _Scan:
    """One pass over a text. What never closes is looked for once, so that no text takes long."""

    def __init__(self, text: str, at: int) -> None:
        self.text = text
        self.at = at
        self.last_ticks = {len(run[0]): run.start() for run in _TICKS.finditer(text)}
        self.last = {mark: text.rfind(mark) for mark in ("-->", "$$")}
        self.links: list[Link] = []
        self.tags: list[str] = []
        self.hidden: list[Span] = []

    def over(self) -> Inline:
        pieces: list[str] = []
        seen = here = 0
        while match := _START.search(self.text, here):
            begin = match.start()
            if end := self.hidden_end(begin):
                pieces += [self.text[seen:begin], _NOT_NEWLINE.sub(HIDDEN, self.text[begin:end])]
                self.hidden.append(Span(self.at + begin, self.at + end))
                seen = here = end
            else:
                here = self.step(begin)
        visible = "".join([*pieces, self.text[seen:]])
        return Inline(
            links=tuple(self.links), tags=tuple(self.tags), visible=visible, hidden=tuple(self.hidden)
        )

    def hidden_end(self, begin: int) -> int:
        """Where the code, math or HTML that begins here ends; 0 for none."""
        if self.text[begin] == "`":
            return self.code_end(begin)
        if self.text.startswith("$$", begin):
            return self.text.find("$$", begin + 2) + 2 if self.last["$$"] > begin + 1 else 0
        if self.text.startswith("<!--", begin) and self.last["-->"] > begin:
            return self.text.find("-->", begin) + 3
        pattern = {"$": _MATH, "<": _HTML_TAG}.get(self.text[begin])
        match = pattern.match(self.text, begin) if pattern else None
        return match.end() if match else 0

    def code_end(self, begin: int) -> int:
        """A run of backticks is closed by the next run of the same length."""
        length = self.run_length(begin)
        if self.last_ticks.get(length, 0) <= begin:
            return 0
        runs = _TICKS.finditer(self.text, begin + length)
        return next(run.end() for run in runs if len(run[0]) == length)

    def step(self, begin: int) -> int:
        """Past an escape, a link, a tag, or the character that began none."""
        if self.text[begin] == "\\":
            return begin + 2
        if self.text[begin] == "`":
            return begin + self.run_length(begin)
        if self.text[begin] == "#":
            return self.tag(begin)
        if link := link_at(self.text, begin, self.at):
            self.links.append(link)
            image_inside = link.markdown and "![" in (link.alias or "")
            return begin + 1 if image_inside else link.span.end - self.at
        return begin + 1

    def tag(self, begin: int) -> int:
        match = _TAG.match(self.text, begin)
        if not match or not match[0].strip("#0123456789"):
            return begin + 1
        self.tags.append(match[0])
        return match.end()

    def run_length(self, begin: int) -> int:
        run = _TICKS.match(self.text, begin)
        return len(run[0]) if run else 0
