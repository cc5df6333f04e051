"""A check-in cannot be read

A line of a log, a row of a table or a property of a check-in note has a date, a
value or a confidence that cannot be read, or a value that does not suit its
goal. What cannot be read is not counted.

- dates: `2026-11-20`, at the beginning of a log line
- values: `12`, `6.5 %`, `1h30m`, `yes`, `no`, a ratio such as `9/10` for goals
  that count events, or `skip` with a reason
- confidence: `7` (of ten), `0.7`, `70%`, `on track`, `at risk`, `off track`

A comment comes after the value: `- 2026-11-20: 12, two meetings booked`.

## Why it matters

A reading that is dropped without a word makes a week look empty that was not.
"Not logged", "nothing done" and "skipped with a reason" are three different
things, and so is "written down, but unreadable".

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
## Check-ins

- 2026-11-18: a few, I forgot to count
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

- 2026-11-18: 4, or so, I forgot to count
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

from vaultgoals.core.finding import Severity
from vaultgoals.core.note import Malformed
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Whatever was logged, in whatever way, and cannot be read."""
    for path, troubles in case.vault.unread_checkins.items():
        # A check-in of several goals has the same trouble with each.
        for trouble in dict.fromkeys(troubles):
            if trouble.what == "checkin":
                fault, remedy = _in_words(trouble)
                yield Problem(path=path, span=trouble.span, message=fault, hint=remedy)


def _in_words(trouble: Malformed) -> tuple[str, str]:
    if trouble.reason == "missing":
        return "this check-in has no date, so it does not count", "add `date: YYYY-MM-DD`"
    from vaultgoals.rules.expectations import fault_and_remedy

    return fault_and_remedy("this check-in", trouble)


RULE = Rule(code="VG502", name="unreadable-checkin", severity=Severity.ERROR, check=check)
