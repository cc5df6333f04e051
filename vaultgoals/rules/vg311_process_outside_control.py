"""A process goal is worded as a result

"Close five deals", "lose 5 kg", "get 100 followers": nobody can decide to do
that. A process goal is what you do, whatever comes of it. The title tells: its
verb, and what the verb is about. `[words] results` in `vaultgoals.toml` adds
words, or takes them away: `["booked", "-close"]`.

## Why it matters

An outcome is what you want; it lags, and is not in your hands. A process goal
is what you do; it leads, and is. Written as a result it can fail in a week in
which you did everything, or be met in one in which you did nothing, so its
streak teaches neither.

## Bad

```markdown Goals/Close five deals.md
---
type: process
outcome: "[[Revenue from new customers]]"
cadence: monthly
because: deals are what revenue is made of
---
```

```markdown Goals/Revenue from new customers.md
---
type: outcome
metric: revenue from customers of less than a year
unit: €
baseline: 12000
target: 20000
start: 2026-11-16
due: 2027-06-30
---
```

## Good

```markdown Goals/Call ten leads.md
---
type: process
outcome: "[[Revenue from new customers]]"
cadence: weekly
because: of ten who are called two ask for an offer
---
```

```markdown Goals/Revenue from new customers.md
---
type: outcome
metric: revenue from customers of less than a year
unit: €
baseline: 12000
target: 20000
start: 2026-11-16
due: 2027-06-30
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.telling import result_words
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Process goals whose title names a result that nobody controls."""
    for goal in case.live(Kind.PROCESS):
        telling = result_words(goal.title, case.config.words)
        if telling:
            yield Problem(
                path=goal.path,
                span=property_span(goal.note),
                message=f"{quoted(goal.title)} reads as a result ({quoted(telling)}): not in your hands",
                hint="write what you do for it, such as “Call ten leads”; the result is its outcome",
            )


RULE = Rule(code="VG311", name="process-outside-control", severity=Severity.WARNING, check=check)
