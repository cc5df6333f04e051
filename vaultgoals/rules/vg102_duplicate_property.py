"""A property stands twice in one note

Two lines of the properties have the same name. Which of them counts cannot be
guessed, so nothing in the note is used until one of them is gone.

Goals and check-ins know their properties in any case, and with `_` or a blank
for `-`. `target` beside `Target` is one property in two spellings, and so is a
name that the vault's settings map to one of ours, beside ours: one of them is
read, and the note still counts.

## Why it matters

Programs disagree about duplicates: some take the first, some the last, Obsidian
shows none of the properties. A goal with two due dates would be on track in one
place and late in another. It mostly happens when two versions of a note were
joined by hand, and then the other lines deserve a look as well.

## Bad

```markdown Goals/A product that people keep.md
---
type: objective
due: 2026-12-31
owner: Ana
due: 2027-03-31
---
```

## Good

```markdown Goals/A product that people keep.md
---
type: objective
due: 2027-03-31
owner: Ana
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Note, property_key
from vaultgoals.core.property_finder import PropertyFinder, is_passed_over
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted

_HINT = "keep the one that holds and delete the other"


def check(case: Case) -> Iterator[Problem]:
    """Second properties of a name, which YAML does not allow; the line of the first is named."""
    for note, trouble in case.ailing("duplicate-property"):
        yield Problem(
            path=note.path,
            span=trouble.span,
            message=f"the property {quoted(trouble.text)} stands here and already in line {trouble.reason},"
            " so nothing in this note counts",
            hint=_HINT,
        )


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Second properties of a goal or check-in that mean the same as the first."""
    kind = case.vault.kinds.get(note.path)
    if kind and kind is not Kind.REVIEW:
        yield from _respelt(note)
        if case.config.properties:
            yield from _mapped(note, PropertyFinder(note, kind, case.config))


def _respelt(note: Note) -> Iterator[Problem]:
    """Properties of a goal or check-in that are one name in two spellings; YAML takes them for two."""
    if len({property_key(prop.name) for prop in note.properties}) == len(note.properties):
        return
    for prop in note.properties:
        first = note.property(prop.name)
        if first and first is not prop:
            line = note.source.position(first.key_span.start).line
            yield Problem(
                path=note.path,
                span=prop.key_span,
                message=f"the property {quoted(prop.name)} stands already in line {line}, as"
                f" {quoted(first.name)}, so only one of them counts",
                hint=_HINT,
            )


def _mapped(note: Note, find: PropertyFinder) -> Iterator[Problem]:
    """Properties that mean one of ours by the vault's settings, where another one is read for it."""
    ours = {property_key(theirs): name for theirs, name in find.config.properties.items()}
    for prop in note.properties:
        name = ours.get(property_key(prop.name), "")
        read = find.find(name)
        if read and is_passed_over(prop, read):
            line = note.source.position(read.key_span.start).line
            yield Problem(
                path=note.path,
                span=prop.key_span,
                message=f"the property {quoted(prop.name)} means `{name}`, which stands in line {line} as"
                f" {quoted(read.name)}, so only one of them counts",
                hint=_HINT,
            )


RULE = Rule(code="VG102", name="duplicate-property", severity=Severity.ERROR, check=check, each=each)
