"""A note looks like a goal, but is none

The note has no `type`, but two or more of the properties that goals have:
`outcome`, `cadence`, `because`, `metric`, `target`, `baseline`. Or its type is
`goal`, which does not say what kind of goal it is.

Notes with any other `type` are left alone, and so are daily and other periodic
notes, and notes whose properties a template left empty. Where the vault's
settings say by tag or folder what a note is, or that it is nobody's, that
holds; `[types] goal = false` in `vaultgoals.toml` gives the word `goal` back to
you.

## Why it matters

Only a note with a kind is measured and shown. Whether a goal is a behaviour or
a result decides what can be asked of it: the one is kept or not kept, this week
and by you alone, the other moves later and for many reasons.

## Bad

```markdown Goals/Call customers.md
---
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/Visit customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: monthly
because: on the spot one sees what nobody says
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/Visit customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: monthly
because: on the spot one sees what nobody says
---
```
"""

from collections.abc import Iterator, Mapping, Sequence

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.kinds import is_disowned, written_type
from vaultgoals.core.note import Note, Property, property_key
from vaultgoals.core.ordinary import ENOUGH, TELLING
from vaultgoals.rules.rule import Case, Problem, Rule

# What a template puts where a value is to be filled in.
_PLACEHOLDERS = ("{{", "<%")
_SAY_WHICH = (
    "write `type: outcome` for a result, `type: process` for what you do again and again;"
    " `goal = false` below `[types]` in vaultgoals.toml leaves such notes alone"
)


def each(case: Case, note: Note) -> Iterator[Problem]:
    """A note of no kind, periodic notes apart, with several of a goal's properties or the type `goal`."""
    path, mapped = note.path, {property_key(name): ours for name, ours in case.config.properties.items()}
    nobodys = path not in case.vault.kinds and path not in case.vault.periods
    if note.properties and nobodys and not case.explained(path):
        yield from _undecided(case, note, mapped)


def _undecided(case: Case, note: Note, mapped: Mapping[str, str]) -> Iterator[Problem]:
    written = written_type(note, case.config)
    filled = dict(_filled(note, mapped))
    telling = [name for name in filled if name in TELLING]
    if written and property_key(written.text) == "goal":
        span, hint = written.span, _SAY_WHICH
        message = "`goal` does not say what kind of goal this is, so it does not count"
    elif "type" not in filled and len(telling) >= ENOUGH:
        span, hint = filled[telling[0]].key_span, _missing_type(telling)
        message = f"this note has {_listed(telling)} like a goal, but no `type`, so it does not count"
    else:
        return
    if not is_disowned(note, case.config):
        yield Problem(path=note.path, span=span, message=message, hint=hint)


def _filled(note: Note, mapped: Mapping[str, str]) -> Iterator[tuple[str, Property]]:
    """Its type and the telling properties in which something was written, by our names."""
    for prop in note.properties:
        key = property_key(prop.name)
        name = mapped.get(key, key)
        if (name in TELLING or name == "type") and prop.value.plain not in (None, "", []):
            text = note.source.cut(prop.value.span).lstrip("\"'[ ")
            if not text.startswith(_PLACEHOLDERS):
                yield name, prop


def _listed(names: Sequence[str]) -> str:
    *first, last = (f"`{name}`" for name in names)
    return f"{', '.join(first)} and {last}"


def _missing_type(telling: Sequence[str]) -> str:
    if not {"cadence", "because"}.isdisjoint(telling):
        return "add `type: process`"
    if "outcome" in telling:
        return "add `type: indicator` or `type: output`, or another type if it is no goal"
    return "add `type: outcome`, or another type if it is no goal"


RULE = Rule(
    code="VG112",
    name="looks-like-a-goal",
    severity=Severity.INFO,
    each=each,
    wanted=Wanted("a type", "types for {} notes"),
    folds=False,
)
