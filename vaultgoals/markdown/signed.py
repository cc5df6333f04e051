"""Signed blocks: their digests say that nobody touched them, and nothing that opens in them stays open.

So what is around them reads the same whether they are full or empty, and they need not be read.
"""

import re
from collections.abc import Iterator

from vaultgoals.core.block import DIGEST_LENGTH, block_digest
from vaultgoals.core.note import MARK
from vaultgoals.core.source import Span
from vaultgoals.markdown.shape import Shape, read_shape

_BEGIN = "<!-- vaultgoals:begin "
_BEGINS = re.compile(rf"{_BEGIN}(?P<name>\S+) (?P<digest>[0-9a-f]{{{DIGEST_LENGTH}}}) -->\n")
_FENCED = re.compile(r"^```[^`\n]*\n(?:(?!.*```).*\n)*```\n", re.MULTILINE)
# What may begin a fence, a comment, math or HTML, or end one that began before.
_LOUD = ("```", "~~~", "%%", "$$", "<")


def read_around(flat: str, start: int) -> tuple[Shape, tuple[Span, ...]]:
    """The shape of a body as it is without what stands in its signed blocks, and where that is.

    Nothing is left out if one of them stands in code, a comment or other HTML. `flat` is a note's text with
    `\\n` for a newline, in which the body begins at `start`.
    """
    signed = dict(_signed(flat, start))
    if signed:
        shape = read_shape(_without(flat, signed), start)
        lines = {Span(begin, content.end - 1) for begin, content in signed.items()}
        if lines <= {hidden.span for hidden in shape.hidden if hidden.kind == "HTML"}:
            return shape, tuple(signed.values())
    return read_shape(flat, start), ()


def _signed(flat: str, start: int) -> Iterator[tuple[int, Span]]:
    """Where each signed block begins, and what stands in it."""
    at = flat.find(_BEGIN, start)
    while at >= 0:
        begins = _BEGINS.match(flat, at)
        if begins and flat[at - 1 : at] in ("", "\n"):
            end = _end(flat, begins)
            if end is not None and _is_signed(flat[begins.end() : end], begins["digest"]):
                yield at, Span(begins.end(), end)
        at = flat.find(_BEGIN, at + 1)


def _end(flat: str, begins: re.Match[str]) -> int | None:
    """Where the line begins that ends a block."""
    line = f"\n<!-- vaultgoals:end {begins['name']} -->"
    at = flat.find(line, begins.end() - 1)
    after = at + len(line)
    return at + 1 if at >= 0 and flat[after : after + 1] in ("", "\n") else None


def _is_signed(content: str, digest: str) -> bool:
    unfenced = _FENCED.sub("", content) if "```" in content else content
    is_quiet = MARK not in content and not any(mark in unfenced for mark in _LOUD)
    return is_quiet and block_digest(content) == digest


def _without(flat: str, signed: dict[int, Span]) -> str:
    """The text with blanks in place of what stands in blocks, behind the lines that begin them.

    They are not in lines of their own: the parser looks at each blank that a line begins with.
    """
    pieces, at = [], 0
    for content in signed.values():
        pieces += [flat[at : content.start - 1], " " * len(content)]
        at = content.end - 1
    return "".join([*pieces, flat[at:]])
