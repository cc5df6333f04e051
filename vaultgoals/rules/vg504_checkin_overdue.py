"""A number has not been looked at for a while

An outcome says with `check-in` how often its number is to be read, weekly if it
says nothing. In the last such period that is over, and since, there is no
reading. Indicators are asked the same way; outputs and guardrails only where
they have a `check-in`. Nothing is due before the first whole period after
`start`, during a pause, or once `due` is past. A skip with a reason is an
answer.

## Why it matters

You cannot learn from a number that you do not look at. A lagging measure needs
only one look a week, but it needs that one: two months later nobody can say
which of the things that were done in between made the difference. If a weekly
look is more than the number deserves, say so: `check-in: monthly`.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-09-28
due: 2027-06-30
---
## Check-ins

- 2026-10-30: 81
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

## Good

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-09-28
due: 2027-06-30
---
## Check-ins

- 2026-10-30: 81
- 2026-11-13: 82
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from vaultgoals.core.cadence import Cadence, period_of
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.plan import ActiveDays, shifted
from vaultgoals.rules.rule import Case, Problem, Rule, misread, property_span
from vaultgoals.rules.wording import quoted

_WEEKLY = Cadence(amount=Fraction(1), period="week", text="weekly")


def check(case: Case) -> Iterator[Problem]:
    """Active goals with no reading in the last closed period of their `check-in`, nor since."""
    for goal in case.vault.of_kind(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT, Kind.GUARDRAIL):
        asked = _asked_in(goal, case)
        answers = _answers(goal, case)
        begin = goal.start or next(iter(answers), None)
        if asked and begin and begin <= asked.start and not any(day >= asked.start for day in answers):
            last = f"has no reading since {answers[-1]}" if answers else "has no reading yet"
            yield Problem(
                path=goal.path,
                span=property_span(goal.note, "check-in"),
                message=f"{quoted(goal.title)} {last}; one was due by {asked.last}",
                hint=f"write `- {case.today}: …` under `## Check-ins` in its note, or skip it with a reason",
            )


def _asked_in(goal: Goal, case: Case) -> Period | None:
    """The last closed period in which a goal that is under way should have been read."""
    cadence = goal.check_in or (_WEEKLY if goal.kind in (Kind.OUTCOME, Kind.INDICATOR) else None)
    days = ActiveDays.of(goal)
    paused = not days.count(case.today, case.today) and (goal.due is None or case.today <= goal.due)
    if goal.status is not Status.ACTIVE or cadence is None or misread(goal, "check-in") or paused:
        return None
    asked = _last_closed(cadence, goal, case)
    return asked if asked and days.count(asked.start, asked.last) else None


def _last_closed(cadence: Cadence, goal: Goal, case: Case) -> Period | None:
    """The last period that is over. Four steps back are enough for a weekend and a period still open."""
    day, calendar = case.today, Calendar(week=case.config.week)
    for _ in range(4):
        day = shifted(day, -1)
        period = period_of(cadence, day, start=goal.start, calendar=calendar)
        if period and period.last < case.today:
            return period
        day = period.start if period else day
    return None


def _answers(goal: Goal, case: Case) -> list[date]:
    """The days up to today on which a goal was read or skipped with a reason, in order."""
    checkins = case.vault.history(goal).checkins
    logged = (log for log in checkins if log.value is not None or log.skip is not None)
    return [log.on for log in logged if log.on <= case.today]


RULE = Rule(code="VG504", name="checkin-overdue", severity=Severity.WARNING, check=check)
