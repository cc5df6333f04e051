"""A property holds values within values

A property of a goal or check-in is a value or a list of values. This one has
names of its own within it, or a list in a list.

A link without quotes, which to YAML is a list in a list, and milestones without
quotes are read all the same; VG113 says how to write them.

## Why it matters

Obsidian's property editor cannot show such a property: on a phone it is as good
as gone, and whoever edits the note there edits around it. Queries do not reach
what lies within, and no figure is made from it.

## Bad

```markdown Goals/A product that people keep.md
---
type: objective
budget:
  money: 4000
  weeks: 6
---
```

## Good

```markdown Goals/A product that people keep.md
---
type: objective
budget-money: 4000
budget-weeks: 6
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Mapping, Node, Note, Property, Scalar, Sequence
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.source import Span
from vaultgoals.rules.rule import Case, Problem, Rule


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Nested properties of a goal or check-in that are neither read nor reported as unreadable."""
    kind = case.vault.kinds.get(note.path)
    if kind is None or kind is Kind.REVIEW:
        return
    for prop in note.properties:
        if _is_nested(note, prop.value) and not (
            _is_reported(case, note.path, prop)
            or PropertyFinder(note, kind, case.config).find("milestones") is prop
        ):
            yield Problem(
                path=note.path,
                span=prop.key_span,
                message=f"`{prop.name}` holds values within values, which Obsidian cannot show",
                hint="keep it flat: one value, or a list of values; further names can be properties too",
            )


def _is_nested(note: Note, value: Node) -> bool:
    """Whether a value is more than a value or a list of them; what a template left to fill in is neither."""
    if (
        isinstance(value, Scalar)
        or _is_link(note, value.span)
        or note.source.cut(value.span).startswith("{{")
    ):
        return False
    if isinstance(value, Mapping):
        return bool(value.entries)
    return any(isinstance(item, Sequence | Mapping) and not _is_link(note, item.span) for item in value.items)


def _is_link(note: Note, span: Span) -> bool:
    return any(trouble.what == "loose-link" and trouble.span == span for trouble in note.troubles)


def _is_reported(case: Case, path: str, prop: Property) -> bool:
    """Whether VG107 or VG502 says of something in it that it cannot be read."""
    goal = case.vault.goals.get(path)
    troubles = (*(goal.malformed if goal else ()), *case.vault.unread_in(path))
    whole = prop.value.span
    return any(whole.start <= trouble.span.start < whole.end for trouble in troubles)


RULE = Rule(code="VG109", name="nested-property", severity=Severity.WARNING, each=each)
