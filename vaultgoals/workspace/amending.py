"""Small edits to a person's note, tried out in memory: it comes out as it is meant, or not at all."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from datetime import date

from vaultgoals.core.amend import amend, plain
from vaultgoals.core.header import Value
from vaultgoals.core.note import ListItem, Note, Plain, Property, Scalar, property_key
from vaultgoals.core.note import Sequence as ListOf
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan


def amended(note: Note, sets: Mapping[str, Value], drops: Set[str] = frozenset()) -> Plan | None:
    """What should become of a note whose properties are to have these values, or to be gone.

    None where that cannot be done without touching something else. See `core.amend`.
    """
    edits = None if note.unusable else amend(note, sets, drops)
    again = _reread(note, edits) if edits else note
    if again.unusable or _body(again) != _body(note):
        return None
    # To Python 1, 1.0 and True are equal and no NaN is: written out they are what they are.
    return _planned(note, again) if repr(_said(again)) == repr(_meant(note, sets, drops)) else None


def with_tasks(note: Note, heading: str, tasks: list[str]) -> Plan | None:
    """The note with further tasks below a heading, which comes at its end where it is not there."""
    edit = _below(note, heading, "".join(f"- [ ] {task}\n" for task in tasks))
    again = _reread(note, (edit,))
    same = not again.unusable and _said(again) == _said(note)
    open_before, open_after = (sum(map(_is_open, one.items)) for one in (note, again))
    return _planned(note, again) if same and open_after == open_before + len(tasks) else None


def ticked(note: Note, item: ListItem, on: date, *, in_field: bool) -> Plan | None:
    """The note with one open task ticked on a day, written as a field of Dataview's or as a sign."""
    edits = _tick(note, item, f"[completion:: {on}]" if in_field else f"✅ {on}")
    again = _reread(note, edits) if edits else None
    if again is None or again.unusable or len(again.items) != len(note.items) or _said(again) != _said(note):
        return None
    pairs = [*zip(note.items, again.items, strict=True)]
    others = all(old.text == new.text for old, new in pairs if old is not item)
    task = next(new.task for old, new in pairs if old is item)
    is_done = task is not None and task.ticked and task.done == on
    return _planned(note, again) if is_done and others else None


def _tick(note: Note, item: ListItem, sign: str) -> tuple[Edit, Edit] | None:
    """An x in the box, and the day at the end of the task's first line, before an id that it is linked by."""
    text = note.source.text
    box = text.rfind("[", 0, item.span.start)
    first = text[item.span.start : item.span.end].partition("\n")[0].rstrip("\r \t")
    words, blank, block = first.rpartition(" ")
    ends = len(words) if blank and block.startswith("^") else len(first)
    at = item.span.start + ends
    if text[box + 2 : box + 3] != "]" or text[box + 3 : item.span.start].strip():
        return None
    return (
        Edit(path=note.path, span=Span(box + 1, box + 2), text="x", digest=note.source.digest),
        Edit(path=note.path, span=Span(at, at), text=f" {sign}", digest=note.source.digest),
    )


def _below(note: Note, heading: str, written: str) -> Edit:
    """Lines after the last one below a heading, or with the heading at the end of the note."""
    text, title = note.source.text, heading.lstrip("#").strip().casefold()
    at = next((one for one in note.headings if one.text.strip().casefold() == title), None)
    rest = [one.span.start for one in note.headings if at and one.span.start > at.span.start]
    before = text[: rest[0] if rest else len(text)].rstrip()
    in_list = at is not None and before.rpartition("\n")[2].lstrip().startswith(("-", "*", "+"))
    lead = "\n" * (1 if in_list else 2) if before else ""
    head = "" if at else f"{heading}\n\n"
    added = (lead + head + written.removesuffix("\n")).replace("\n", note.source.newline)
    return Edit(path=note.path, span=Span(len(before), len(before)), text=added, digest=note.source.digest)


def _is_open(item: ListItem) -> bool:
    return item.task is not None and item.task.open


def _reread(note: Note, edits: Iterable[Edit]) -> Note:
    text = apply_edits(note.source.text, [*edits])
    return read_note(replace(Source.of(note.path, text), bom=note.source.bom))


def _planned(note: Note, again: Note) -> Plan:
    return Plan(path=note.path, text=again.source.text, old=note.source, page=False, note=again)


def _body(note: Note) -> str:
    return note.source.cut(note.body)


def _said(note: Note) -> list[tuple[str, Plain]]:
    return [(prop.name, prop.value.plain) for prop in note.properties]


def _meant(note: Note, sets: Mapping[str, Value], drops: Set[str]) -> list[tuple[str, Plain]]:
    """What the properties are to say; one that stands in a list of one stays there."""
    known = {property_key(name): value for name, value in sets.items()}
    gone = {property_key(name) for name in drops}
    kept = [prop for prop in note.properties if property_key(prop.name) not in gone]
    meant = [
        (
            prop.name,
            _plain(known[key], prop) if (key := property_key(prop.name)) in known else prop.value.plain,
        )
        for prop in kept
    ]
    there = {property_key(prop.name) for prop in kept}
    return meant + [(name, _plain(value)) for name, value in sets.items() if property_key(name) not in there]


def _plain(value: Value, prop: Property | None = None) -> Plain:
    if isinstance(value, Sequence) and not isinstance(value, str):
        single = prop is not None and isinstance(prop.value, Scalar) and prop.value.plain is not None
        return value[0] if single and len(value) == 1 else [*value]
    listed = prop is not None and isinstance(prop.value, ListOf)
    return [plain(value)] if listed else plain(value)
