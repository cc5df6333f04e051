"""A generated block: its digest, and whether a person has changed what stands in it.

A block is `<!-- vaultgoals:begin NAME DIGEST -->`, a line break, text, `<!-- vaultgoals:end NAME -->`. The
digest is that of the text, so a block that was edited by hand is known. A person may ask for a block by
writing its markers, without a digest and with nothing between them.
"""

from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType

from vaultgoals.core.note import Block, Note, Scalar
from vaultgoals.core.quantity import parse_yes_no
from vaultgoals.core.source import Source

BLOCKS: frozenset[str] = frozenset({"scorecard", "next", "outcomes", "checkins", "problems", "progress"})
"""The blocks that a person may put into any note and onto any page; all others belong to a page of ours."""

PAGE_BLOCKS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "weekly": frozenset({"headline", "questions", "navigation"}),
        "monthly": frozenset(
            {"headline", "trends", "worked", "beliefs", "decide", "gathered", "questions", "navigation"}
        ),
        "quarterly": frozenset(
            {"headline", "ended", "scores", "pictures", "tried"}
            | {"kept", "gathered", "ahead", "questions", "navigation"}
        ),
        "yearly": frozenset({"headline", "scores", "came", "kept", "learnt", "questions", "navigation"}),
        "people": frozenset({"headline", "waiting", "navigation"}),
        "dashboard": frozenset({"headline", "map", "resting", "navigation"}),
        "problems": frozenset({"headline", "findings", "strengthen", "first", "navigation"}),
    }
)
"""By the kind of a page, what it calls itself in `page`: the blocks that it alone has, beside those."""

DIGEST_LENGTH = 12


def block_digest(content: str) -> str:
    """What a begin marker says of the text after it: 12 hex digits of its SHA-256, CRLF read as LF."""
    data = with_plain_newlines(content).encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:DIGEST_LENGTH]


def block_content(source: Source, block: Block) -> str:
    """The text between a block's markers, CRLF read as LF."""
    return with_plain_newlines(source.cut(block.content))


def with_plain_newlines(text: str) -> str:
    """A text with CRLF read as LF; to look for the one sign first takes a tenth of the time."""
    return text.replace("\r\n", "\n") if "\r" in text else text


def outside(note: Note) -> tuple[str, ...]:
    """What belongs to the person in a note's body: the stretches of text around its blocks."""
    text = note.source.text
    if not note.marked:
        return (text[note.body.start :],)
    starts = (note.body.start, *(block.span.end for block in note.blocks))
    ends = (*(block.span.start for block in note.blocks), len(text))
    return tuple(text[start:end] for start, end in zip(starts, ends, strict=True))


def is_edited(source: Source, block: Block, ours: str = "") -> bool:
    """Whether the text of a block is not what its begin marker says.

    Where that says nothing, any text but `ours`, the one that would be written, is somebody's.
    """
    content = block_content(source, block)
    if block.digest is None:
        return bool(content.strip()) and content != ours
    return block.digest != block_digest(content)


def is_sealed(page: Note) -> bool:
    """Whether a page says of itself that it is not to be written again, in any word for yes."""
    sealed = page.property("sealed")
    return sealed is not None and isinstance(sealed.value, Scalar) and parse_yes_no(sealed.value.text) is True
