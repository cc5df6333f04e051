"""A reading does not say where it comes from

A reading in a check-in note, a goal's own log or a periodic note's field has no
`evidence` and no link in its comment. Ticked tasks and properties of periodic
notes have no room for one and are not asked, nor is a skip.

## Why it matters

Half a year later somebody asks where the 82 came from. A link to the report,
the minutes or the picture answers that, and whoever has to look it up each time
counts each time the same way.

## Bad

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
## Check-ins

- 2026-11-18: 82
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
start: 2026-11-16
due: 2027-06-30
---
## Check-ins

- 2026-11-18: 82, from [[Renewals in November]]
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

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.goal import CheckIn, Way
from vaultgoals.core.show import show_number
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted

_WITH_ROOM = frozenset({Way.NOTE, Way.LOG, Way.FIELD})
_LINKS = ("[[", "](", "://")


def check(case: Case) -> Iterator[Problem]:
    """Readings of active and paused goals, logged in a way with room for it, without evidence."""
    for goal in case.live():
        for reading in case.vault.history(goal).checkins:
            if reading.value is not None and reading.way in _WITH_ROOM and not _is_evident(reading):
                yield Problem(
                    path=reading.path,
                    span=reading.span,
                    message=f"nothing shows where {quoted(goal.title)} has its"
                    f" {show_number(reading.value, goal.unit)} of {reading.on} from",
                    hint="add `evidence`, or a link to where it can be seen",
                    about=(goal.path,),
                )


def _is_evident(reading: CheckIn) -> bool:
    return any(reading.evidence) or any(mark in reading.comment for mark in _LINKS)


RULE = Rule(
    code="VG508",
    name="checkin-without-evidence",
    severity=Severity.INFO,
    check=check,
    default=False,
    wanted=Wanted("evidence for a reading", "evidence for {} readings"),
)
