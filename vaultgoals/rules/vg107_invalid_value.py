"""The value of a property cannot be read

A goal has this property, but what stands there is not written in a way that can
be read, or it makes no sense there: a word where a date belongs, an effort of
0, a cadence that names no period. The value is left out, and the rest of the
note counts.

How values are written:

- dates: `2026-11-20`, a date with a time, or a link to a daily note
- numbers: `8`, `8%`, `1,250.5`, `€1.2m`, `12k`, in the goal's own unit
- durations: `1h30m`, `90 min`, `1:02:30`
- cadences: `daily`, `every weekday`, `every Friday`, `Mon, Wed, Fri`,
  `3 times a week`, `50 calls per week`, `at most 2 per day`, `every demo`
- pauses: `2026-08-01..2026-08-14`
- milestones: `"2026-10-31: 7"`, in quotes

## Why it matters

A value that cannot be read is worse than none: you believe that it counts. Each
is named at its own place, because "something in this note is wrong" helps
nobody.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: every moth
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

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: every month
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
"""

from collections.abc import Iterator
from datetime import date

from vaultgoals.core.finding import Severity
from vaultgoals.core.fix import Fix
from vaultgoals.core.goal import Goal
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.splice import property_at, rewritten
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Each value of a goal that its reader could not use, drafts and closed goals included."""
    for goal in case.vault.goals.values():
        for trouble in goal.malformed:
            if not _follows(goal, trouble):
                yield _problem(goal.note, trouble)


def _problem(note: Note, trouble: Malformed) -> Problem:
    from vaultgoals.rules.expectations import fault_and_remedy, meant_day

    fault, remedy = fault_and_remedy(f"`{trouble.property}`", trouble)
    fix = _fix(note, trouble, meant_day(trouble))
    return Problem(path=note.path, span=trouble.span, message=fault, hint=remedy, fix=fix)


def _follows(goal: Goal, trouble: Malformed) -> bool:
    """Whether it is not the value's fault: no day lies within a plan that ends before it begins (VG307)."""
    backwards = goal.start and goal.due and goal.due < goal.start
    return trouble.reason == "milestone-in-plan" and bool(backwards)


def _fix(note: Note, trouble: Malformed, day: date | None) -> Fix | None:
    """A date in another form that can mean one day only, as we write it; or a guess at what was meant."""
    text = day.isoformat() if day else trouble.near
    if text is None:
        return None
    prop = property_at(note, trouble.span)
    what = f"write `{prop.name}: {text}`"
    return rewritten(note, prop, {trouble.span: text}, what=what, safe=day is not None)


RULE = Rule(code="VG107", name="invalid-value", severity=Severity.ERROR, check=check)
