"""Something is logged for a goal when there was none

The day of a check-in lies before the goal's `start`, after its `due`, or after
the day on which it was closed. What is done then belongs to no period of a
process goal, and a metric stands still at `due`. Before `start` only the last
value counts, as where a metric stood when the plan began.

Or a note about a week or a longer time logs a process goal that counts by the
day: on which of its days it was done, nobody can tell.

Of several such check-ins of a goal the first is named.

## Why it matters

Mostly a date is wrong: the goal's, since you began earlier than planned, or the
check-in's. Sometimes last year's goal is still fed, and this year's has another
name.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
start: 2026-11-16
---
## Check-ins

- 2026-11-12: 4
- 2026-11-18: 6
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
start: 2026-11-09
---
## Check-ins

- 2026-11-12: 4
- 2026-11-18: 6
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

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.kept import is_log
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.vault import CLOSED
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Values and skips in notes about a longer time than their goal counts by."""
    for path, troubles in case.vault.unread_checkins.items():
        yield from (_too_long(path, trouble) for trouble in troubles if trouble.what == "checkin-period")


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Values and skips outside the life of the goal that they are about, told where they stand."""
    goal = case.vault.goals.get(note.path)
    if goal is None:
        return
    outside: dict[str, list[CheckIn]] = {}
    for checkin in filter(is_log, case.histories[goal.path].checkins):
        where = _outside(goal, checkin.on)
        if where:
            outside.setdefault(where, []).append(checkin)
    yield from (_problem(goal, where, checkins) for where, checkins in outside.items())


def _outside(goal: Goal, day: date) -> str:
    """Where a day lies that is not within a goal's life; nothing for one that is."""
    if goal.start and day < goal.start:
        return f"before its start, {goal.start}"
    if goal.status in CLOSED and goal.closed and day > goal.closed:
        return f"after it was closed, {goal.closed}"
    if goal.due and day > goal.due:
        return f"after it was due, {goal.due}"
    return ""


def _problem(goal: Goal, where: str, checkins: Sequence[CheckIn]) -> Problem:
    first, more = checkins[0], len(checkins) - 1
    others = f", and {more} more {'do' if more > 1 else 'does'}" if more else ""
    return Problem(
        path=first.path,
        span=first.span,
        message=f"this check-in of {quoted(goal.title)} lies {where}{others}",
        hint="mend the date of the one or the other",
    )


def _too_long(path: str, trouble: Malformed) -> Problem:
    day = "day" if trouble.reason == "weekday" else trouble.reason
    return Problem(
        path=path,
        span=trouble.span,
        message=f"{quoted(trouble.text)} does not count: its goal counts by the {day},"
        " and this note is about a longer time",
        hint=f"write it in the note of its {day}",
    )


RULE = Rule(
    code="VG506",
    name="checkin-outside-goal",
    severity=Severity.INFO,
    check=check,
    each=each,
    wanted=Wanted("a check-in dated within its time", "{} check-ins dated within its time"),
)
