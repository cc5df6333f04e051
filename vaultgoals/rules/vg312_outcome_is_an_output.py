"""An outcome is worded as an activity

"Publish 20 articles", "ship the new site", "run 3x a week": that is something
you do or make. An outcome is what should come of it. An achievement measured by
a number ("Run 10 km in 50 min") is an outcome; so is any title whose `metric`
counts something else than the work. `[words] activities` in `vaultgoals.toml`
adds words, or takes them away: `["blitz", "-host"]`.

## Why it matters

An outcome is what you want; it lags, and is not in your hands. What you do or
make is. Twenty articles can be published without a single reader, and then the
goal is reached and nothing is better: nobody has asked what they were for.

## Bad

```markdown Goals/Publish 20 articles.md
---
type: outcome
metric: articles published
target: 20
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/Write in the morning.md
---
type: process
outcome: "[[Publish 20 articles]]"
cadence: 5 hours per week
because: what is written before noon gets finished
---
```

## Good

```markdown Goals/Readers who come back.md
---
type: outcome
metric: readers who open a second article
unit: "%"
baseline: 12
target: 20
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/Write in the morning.md
---
type: process
outcome: "[[Readers who come back]]"
cadence: 5 hours per week
because: who finds a good article each week looks for the next
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.telling import activity_words, same_thing
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Outcomes whose title names an activity or a product, unless what they measure is something else."""
    for goal in case.live(Kind.OUTCOME):
        telling = activity_words(goal.title, case.config.words)
        if telling and not _measures_something_else(case, goal):
            yield Problem(
                path=goal.path,
                span=property_span(goal.note),
                message=f"{quoted(goal.title)} reads as something to do or to make ({quoted(telling)})",
                hint="write what should come of it, such as “Readers who come back”, and keep this as a"
                " process goal or an output goal that serves it",
            )


def _measures_something_else(case: Case, goal: Goal) -> bool:
    return case.unread(goal, "metric") or bool(goal.metric and not same_thing(goal.metric, goal.title))


RULE = Rule(code="VG312", name="outcome-is-an-output", severity=Severity.WARNING, check=check)
