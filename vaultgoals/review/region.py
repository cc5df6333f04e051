"""Generated text between two markers: what belongs to vaultgoals in a note, and how it is renewed.

A block whose text does not match its digest was edited by hand, and is left as it is. All that stands
outside of the blocks is the person's and is never touched.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from vaultgoals.core.block import block_content, block_digest, is_edited, with_plain_newlines
from vaultgoals.core.note import Block, Note, Property
from vaultgoals.core.source import Edit, Source, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement:
    """The edits that renew a note, and its blocks that a person edited: those left, and those replaced."""

    edits: tuple[Edit, ...]
    edited: tuple[Block, ...] = ()
    replaced: tuple[Block, ...] = ()


def place(page: Note, fresh: Note, *, replace_edited: bool = False) -> Placement:
    """What must change in a page for its blocks and properties to hold what the `fresh` one does.

    Blocks and properties that either of them lacks are left: what a person deleted stays deleted. Edited
    blocks are left too, unless they are to be replaced; text between markers that nobody fills is no block
    of ours. Newlines are the page's own. A page placed on itself gets its digests.
    """
    contents = {block.name: block_content(fresh.source, block) for block in fresh.blocks}
    ours = (block for block in page.blocks if block.digest is not None or block.name in contents)
    edited = tuple(block for block in ours if is_edited(page.source, block, contents.get(block.name, "")))
    replaced = tuple(block for block in edited if replace_edited and block.name in contents)
    left = tuple(block for block in edited if block not in replaced)
    renewable = [block for block in page.blocks if block.name in contents and block not in left]
    blocks = (_renew_block(page.source, block, contents[block.name]) for block in renewable)
    properties = (_renew_property(page, prop, fresh) for prop in page.properties)
    edits = tuple(edit for edit in (*properties, *blocks) if edit)
    return Placement(edits=edits, edited=left, replaced=replaced)


def unsigned(contents: Mapping[str, str]) -> str:
    """Some blocks by name as they stand in a page that is not placed yet: with markers, without digests."""
    return "".join(
        f"<!-- vaultgoals:begin {name} -->\n{content}<!-- vaultgoals:end {name} -->\n"
        for name, content in contents.items()
    )


def seal(page: Note) -> Edit:
    """Write `sealed: true` as the last property of a page whose header has lost it."""
    closing = page.source.text.rindex("---", 0, page.body.start)
    text = f"sealed: true{page.source.newline}"
    return Edit(path=page.path, span=Span(closing, closing), text=text, digest=page.source.digest)


def _renew_block(source: Source, block: Block, content: str) -> Edit | None:
    begin = f"<!-- vaultgoals:begin {block.name} {block_digest(content)} -->"
    wanted = f"{begin}\n{content}<!-- vaultgoals:end {block.name} -->"
    if with_plain_newlines(source.cut(block.span)) == wanted:
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
