"""Generated text between two markers: what belongs to vaultgoals in a page, and how it is renewed.

A block is `<!-- vaultgoals:begin NAME DIGEST -->`, a line break, text, `<!-- vaultgoals:end NAME -->`. The
digest is that of the text, so a block that was edited by hand is known, and left as it is. A person may ask
for a block by writing its markers, without a digest and with nothing between them. All else in a page is the
person's and is never touched.
"""

from dataclasses import dataclass
from hashlib import sha256

from vaultgoals.core.note import Block, Note, Property
from vaultgoals.core.source import Edit, Source, Span

DIGEST_LENGTH = 12


def block_digest(content: str) -> str:
    """What a begin marker says of the text after it: 12 hex digits of its SHA-256, CRLF read as LF."""
    data = content.replace("\r\n", "\n").encode("utf-8", "surrogatepass")
    return sha256(data).hexdigest()[:DIGEST_LENGTH]


def _block(name: str, content: str) -> str:
    begin = f"<!-- vaultgoals:begin {name} {block_digest(content)} -->"
    return f"{begin}\n{content}<!-- vaultgoals:end {name} -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The edits that renew a page, and the blocks left alone because a person edited them."""

    edits: tuple[Edit, ...]
    edited: tuple[Block, ...]


def place(page: Note, fresh: Note) -> Placement:
    """What must change in a page for its blocks and properties to hold what the `fresh` one does.

    Blocks and properties that either of them lacks are left: what a person deleted stays deleted. Edited
    blocks are left too. Newlines are the page's own. A page placed on itself gets its digests.
    """
    contents = {block.name: _content(fresh.source, block) for block in fresh.blocks}
    edited = tuple(
        block for block in page.blocks if is_edited(page.source, block, contents.get(block.name, ""))
    )
    renewable = [block for block in page.blocks if block.name in contents and block not in edited]
    blocks = (_renew_block(page.source, block, contents[block.name]) for block in renewable)
    properties = (_renew_property(page, prop, fresh) for prop in page.properties)
    return Placement(edits=tuple(edit for edit in (*properties, *blocks) if edit), edited=edited)


def seal(page: Note) -> Edit:
    """Write `sealed: true` as the last property of a page whose header has lost it."""
    closing = page.source.text.rindex("---", 0, page.body.start)
    text = f"sealed: true{page.source.newline}"
    return Edit(path=page.path, span=Span(closing, closing), text=text, digest=page.source.digest)


def is_edited(source: Source, block: Block, ours: str = "") -> bool:
    """Whether the text of a block is not what its begin marker says.

    Where that says nothing, any text but `ours`, the one that would be written, is somebody's.
    """
    content = _content(source, block)
    if block.digest is None:
        return bool(content.strip()) and content != ours
    return block.digest != block_digest(content)


def _content(source: Source, block: Block) -> str:
    return source.cut(block.content).replace("\r\n", "\n")


def _renew_block(source: Source, block: Block, content: str) -> Edit | None:
    wanted = _block(block.name, content)
    if source.cut(block.span).replace("\r\n", "\n") == wanted:
        return None
    text = wanted.replace("\n", source.newline)
    return Edit(path=source.path, span=block.span, text=text, digest=source.digest)


def _renew_property(page: Note, prop: Property, fresh: Note) -> Edit | None:
    new = fresh.property(prop.name)
    if new is None or new.value.plain == prop.value.plain:
        return None
    span = Span(prop.key_span.end, max(prop.value.span.end, prop.key_span.end + 1))
    text = ": " + fresh.source.cut(new.value.span)
    return Edit(path=page.path, span=span, text=text.rstrip(), digest=page.source.digest)
