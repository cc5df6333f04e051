"""Two goals share a name

The title, an alias or the `field` of a goal is also one of another. Names are
compared as they are where something is logged: whatever the case, with `-`, `_`
and blanks alike, without emoji and other marks.

Drafts and closed goals are left alone: last year's goal may keep its name. So
may last quarter's its `field`: what is logged counts for the goal that ran on
that day. The finding stands at the later of the two notes by path.

## Why it matters

In a daily note a goal is logged by its name, and so it is in a check-in. Where
two share one, what was done for the one is counted for the other, and both
reviews are wrong without a word.

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
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Private/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: every Friday
because: the old ones know what changed
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
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Private/Call old customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: every Friday
because: the old ones know what changed
---
```
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal
from vaultgoals.core.log_names import log_key
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.source import Span
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active and paused goals with a name that an earlier one by path has; the first such name of each."""
    owners: dict[str, Goal] = {}
    for goal in case.live():
        names = [(log_key(name), name) for name in (*_titles(goal), *_field(goal))]
        shared = [_Shared(goal, name, owners[key]) for key, name in names if key in owners]
        clash = min((one for one in shared if one.clashes), key=lambda one: one.rank, default=None)
        if clash:
            yield _problem(case, clash)
        for key, _ in names:
            owners.setdefault(key, goal)


class _Shared(NamedTuple):
    """A name of a goal that an earlier one has too."""

    goal: Goal
    name: str
    other: Goal

    @property
    def clashes(self) -> bool:
        """Whether it is in the way: a `field` may pass on from a goal to one that begins after it."""
        begin = max(self.goal.start or date.min, self.other.start or date.min)
        end = min(self.goal.due or date.max, self.other.due or date.max)
        return self.rank == 0 or begin <= end

    @property
    def rank(self) -> int:
        """The plainest clash first: of two titles, then of two fields."""
        if self.name in _titles(self.goal) and log_key(self.name) in map(log_key, _titles(self.other)):
            return 0
        return 1 if self.name == self.goal.field else 2

    @property
    def hint(self) -> str:
        """How the two are told apart again."""
        if self.rank == 0 and self.name != self.goal.title:
            return "delete this alias, or give the other goal another name"
        return f"give one of the two another {('title', '`field`', 'name')[self.rank]}"


def _titles(goal: Goal) -> tuple[str, ...]:
    return (goal.title, *goal.aliases)


def _field(goal: Goal) -> tuple[str, ...]:
    return (goal.field,) if goal.field else ()


def _problem(case: Case, shared: _Shared) -> Problem:
    return Problem(
        path=shared.goal.path,
        span=_name_span(case, shared.goal, shared.name),
        message=f"{quoted(shared.name)} is also a name of the goal {quoted(shared.other.path)}",
        hint=shared.hint,
    )


def _name_span(case: Case, goal: Goal, name: str) -> Span:
    """Where an alias or a `field` stands; a title, which is the file's name, is shown at the type."""
    find = PropertyFinder(goal.note, goal.kind, case.config)
    written = (*find.scalars("aliases"), *find.scalars("field"))
    places = (one.span for one in written if one.text.strip() == name and name != goal.title)
    return next(places, property_span(goal.note))


RULE = Rule(code="VG212", name="duplicate-goal-name", severity=Severity.WARNING, check=check)
