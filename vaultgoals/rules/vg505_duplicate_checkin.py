"""The same reading is written down twice

Two check-ins of one goal have the same day and the same value. Both count: of
what adds up, the number is now twice as large. A reading in a weekly or longer
note is one of its last day, or of today while that is still to come.

Ticked tasks are only compared with what was logged in other ways: three calls
on a day are three ticks.

## Why it matters

There are five ways to log, and it is easy to use two of them for one thing: the
daily note's field in the evening, the goal's own log on Sunday. If it did
happen twice, say so in one line, with the sum where the goal adds up, or
silence this check for the note with `vaultgoals-ignore: [VG505]`.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
## Check-ins

- 2026-11-18: 4
```

```markdown 2026-11-18.md
Call customers:: 4 two of them want the export
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
cadence: 10 per week
because: talking early shows what is missing
---
## Check-ins

- 2026-11-17: 4
```

```markdown 2026-11-18.md
Call customers:: 4 two of them want the export
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

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import TypeAlias

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, Way
from vaultgoals.core.note import Note
from vaultgoals.core.show import show_number
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted

_Reading: TypeAlias = tuple[date, Fraction, Fraction | None]
_TELLING = frozenset({Way.NOTE, Way.LOG, Way.FIELD})
"""The ways of which one at least is among the readings that are reported."""


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Readings of a goal with the same day and value: one finding for all of them, at the last."""
    goal = case.vault.goals.get(note.path)
    if goal is None:
        return
    alike: dict[_Reading, list[CheckIn]] = {}
    for checkin in case.histories[goal.path].checkins:
        if checkin.value is not None:
            alike.setdefault((checkin.on, checkin.value, checkin.of), []).append(checkin)
    for readings in alike.values():
        if len(readings) > 1 and any(reading.way in _TELLING for reading in readings):
            yield _problem(goal, readings)


def _problem(goal: Goal, readings: Sequence[CheckIn]) -> Problem:
    """At the last reading; a task is never called the duplicate, but what repeats it."""
    last = [reading for reading in readings if reading.way is not Way.TASK][-1]
    other = next(reading for reading in readings if reading is not last)
    count = f"all {len(readings)}" if len(readings) > 2 else "both"
    return Problem(
        path=last.path,
        span=last.span,
        message=f"{quoted(goal.title)} has {_value(last)} on {last.on} here and in {other.path}:{other.line};"
        f" {count} count",
        hint=_hint(goal.aggregate),
    )


def _hint(aggregate: Aggregate) -> str:
    """Only of what adds up one line can say that it happened twice."""
    match aggregate:
        case Aggregate.SUM:
            return "keep one of them, or write the sum in one place if it did happen twice"
        case Aggregate.COUNT:
            return "keep one of them, unless it did happen twice"
        case _:
            return "keep one of them"


def _value(reading: CheckIn) -> str:
    total = "" if reading.of is None else f" of {show_number(reading.of)}"
    return f"{show_number(reading.value or Fraction(0))}{total}"


RULE = Rule(code="VG505", name="duplicate-checkin", severity=Severity.WARNING, each=each)
