"""Two versions of a note made one: generated text whole from one side, what people wrote three ways.

Each block is hidden behind a line that is the same in all versions, so that no generated text can be in
conflict; what is left is merged as text, and then each block is put back where its line came to stand.
Nothing is rendered and nothing sealed: whoever renews the page next does that.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TypeAlias

from vaultgoals.core.block import is_edited
from vaultgoals.core.conflict import SIZE, Conflict, Part, marked, parted, unlike_marks
from vaultgoals.core.generated import later_of, own_properties, value_span
from vaultgoals.core.line_merge import keeps_all, shared_lines
from vaultgoals.core.note import Block, Note
from vaultgoals.core.source import Edit, Span, apply_edits
from vaultgoals.core.stand_in import StandIns, unlike

LineMerge: TypeAlias = Callable[[str, str, str, int], str]
"""Merges base, ours and theirs line by line; where they conflict with marks of so many characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """What two versions came to: the text, and whether people have to settle a conflict in it."""

    text: str
    conflicts: bool


def merged(
    base: Note, ours: Note, theirs: Note, merge_lines: LineMerge, *, size: int = SIZE
) -> Merged | None:
    """One text of two versions of a note; `base` is what both were made from, without any text if unknown.

    Where people wrote different things in one place both stand there, between marks of `size` characters.
    None where not every line came through.
    """
    stand_ins, (was, mine, yours) = _hidden((base, ours, theirs))
    was = was or shared_lines(mine, yours)
    parts = _in_parts(was, mine, yours, stand_ins, merge_lines)
    if parts is None:
        return None
    newline = ours.source.newline
    parts = tuple(stand_ins.lifted(parts, newline))
    bare = [stand_ins.bare(text) for part in parts for text in _texts(part)]
    if not keeps_all(bare, base=stand_ins.bare(was), ours=stand_ins.bare(mine), theirs=stand_ins.bare(yours)):
        return None
    text = marked(map(stand_ins.filled, parts), size=size, newline=newline)
    return Merged(text=text, conflicts=any(isinstance(part, Conflict) for part in parts))


def _in_parts(
    base: str, ours: str, theirs: str, stand_ins: StandIns, merge_lines: LineMerge
) -> tuple[Part, ...] | None:
    if theirs in (ours, base):
        return (ours,)
    if ours == base:
        return (theirs,)
    size = unlike_marks((base, ours, theirs))
    base, ours, theirs = (stand_ins.spread(text) for text in (base, ours, theirs))
    return parted(stand_ins.gathered(merge_lines(base, ours, theirs, size)), size=size)


def _texts(part: Part) -> tuple[str, ...]:
    return (part,) if isinstance(part, str) else (part.ours, part.theirs)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """A block as one of the notes has it."""

    note: Note
    block: Block

    @property
    def text(self) -> str:
        return self._whole.replace("\r\n", "\n")

    def written(self, newline: str) -> str:
        """Its text with the newlines of the note that it is put into; a person's stays byte for byte."""
        return self._whole if self.is_edited else self.text.replace("\n", newline)

    @property
    def _whole(self) -> str:
        return self.note.source.cut(self.block.span)

    @property
    def is_edited(self) -> bool:
        return is_edited(self.note.source, self.block)

    def hidden(self, stand_in: str) -> Edit:
        return self._edit(self.block.span, stand_in)

    def begun_as(self, other: "_Version") -> Edit:
        """The begin marker of another version, whose digest is not that of this text either."""
        return self._edit(self._begin, other.note.source.cut(other._begin))

    @property
    def _begin(self) -> Span:
        return Span(self.block.span.start, self.block.content.start)

    def _edit(self, span: Span, text: str) -> Edit:
        return Edit(path=self.note.path, span=span, text=text, digest=self.note.source.digest)


def _hidden(notes: tuple[Note, Note, Note]) -> tuple[StandIns, list[str]]:
    """Base, ours and theirs with stand-ins for their blocks, and one value for each of our properties."""
    _, ours, theirs = notes
    sign, newline = unlike(note.source.text for note in notes), ours.source.newline
    behind: dict[str, str] = {}
    edits = _same_properties(notes)
    by_name = [{block.name: _Version(note=note, block=block) for block in note.blocks} for note in notes]
    for number, name in enumerate(dict.fromkeys(name for named in by_name for name in named)):
        was, mine, yours = versions = [named.get(name) for named in by_name]
        chosen = _chosen(was, mine, yours, later=later_of(ours, theirs))
        stand_in = f"{sign}{number};"
        if chosen:
            behind[stand_in] = chosen.written(newline)
        for into, version in zip(edits, versions, strict=True):
            if version:
                into.append(
                    version.hidden(stand_in) if chosen else version.begun_as(mine or yours or version)
                )
    texts = [apply_edits(note.source.text, into) for note, into in zip(notes, edits, strict=True)]
    return StandIns(sign=sign, behind=behind), texts


def _chosen(
    was: _Version | None, mine: _Version | None, yours: _Version | None, *, later: Note
) -> _Version | None:
    """The version of a block that is taken whole; None where its text is to be merged as people's is.

    That is where people edited both, and where one was deleted after the other was edited. Else the side that
    changed it is taken; of two that did the one that a person edited, then the one that is filled.
    """
    if mine is None or yours is None:
        left = mine or yours
        is_theirs = left and was and left.is_edited and left.text != was.text
        return None if is_theirs else left or was
    if was and mine.text == was.text:
        return yours
    if mine.text == yours.text or (was and yours.text == was.text):
        return mine
    if mine.is_edited and yours.is_edited:
        return None
    if mine.is_edited != yours.is_edited:
        return mine if mine.is_edited else yours
    if (mine.block.digest is None) != (yours.block.digest is None):
        return yours if mine.block.digest is None else mine
    return mine if mine.note is later else yours


def _same_properties(notes: tuple[Note, Note, Note]) -> tuple[list[Edit], list[Edit], list[Edit]]:
    """What gives each of a page's own properties one value: that of the side that changed it.

    Where both did it is that of the later one. So one that somebody deleted stays deleted.
    """
    _, ours, theirs = notes
    was, mine, yours = (_values(note) for note in notes)
    later, other = (mine, yours) if later_of(ours, theirs) is ours else (yours, mine)
    edits: tuple[list[Edit], list[Edit], list[Edit]] = ([], [], [])
    for name in mine.keys() | yours.keys():
        known = {values[name].text for values in (mine, yours) if name in values}
        changed = known - ({was[name].text} if name in was else set())
        text = changed.pop() if len(changed) == 1 else (later.get(name) or other[name]).text
        for into, values in zip(edits, (was, mine, yours), strict=True):
            if name in values:
                into.append(replace(values[name], text=text))
    return edits


def _values(note: Note) -> dict[str, Edit]:
    """The values of a page's own properties, each as the edit that writes it where it stands."""
    spans = {name: value_span(prop) for name, prop in own_properties(note).items()}
    digest = note.source.digest
    return {
        name: Edit(path=note.path, span=span, text=note.source.cut(span), digest=digest)
        for name, span in spans.items()
    }
