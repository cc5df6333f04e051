"""A goal says "more" or "better" and not how much

"Improve communication", "be healthier", "more sport": without a number nobody
can say whether it was done. Any number will do: in the title, in `target`, or
in a cadence that counts (`3 per week`, `2 hours per week`). A `metric` will do
as well, since it says what is meant. `[words] vague` in `vaultgoals.toml` adds
words, or takes them away: `["world-class", "-less"]`.

## Why it matters

What you do leads, what you want lags, and one learns by holding one against the
other. "Better" is always a little true and never quite, so there is nothing to
hold: it cannot be met, missed, or learnt from.

## Bad

```markdown Goals/Communicate better.md
---
type: process
outcome: "[[Work done twice]]"
cadence: weekly
because: who knows what the others do does not do it again
---
```

```markdown Goals/Work done twice.md
---
type: outcome
metric: tasks closed as duplicates
baseline: 9
target: 3
start: 2026-11-16
due: 2027-06-30
---
```

## Good

```markdown Goals/Write down what was decided.md
---
type: process
outcome: "[[Work done twice]]"
cadence: every meeting
because: who knows what the others do does not do it again
---
```

```markdown Goals/Work done twice.md
---
type: outcome
metric: tasks closed as duplicates
baseline: 9
target: 3
start: 2026-11-16
due: 2027-06-30
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Words
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.rule import Case, Problem, Rule, property_span
from vaultgoals.rules.telling import activity_words, result_words, vague_words
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Goals whose title wants a number, where none is; those that VG311 or VG312 is about apart."""
    for goal in case.live(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT, Kind.PROCESS):
        telling = vague_words(goal.title, case.config.words)
        if telling and not _says_how_much(case, goal) and not _is_misplaced(goal, case.config.words):
            yield Problem(
                path=goal.path,
                span=property_span(goal.note),
                message=f"{quoted(goal.title)} is vague: {quoted(telling)} without a number",
                hint=_hint(goal),
            )


def _says_how_much(case: Case, goal: Goal) -> bool:
    return (
        goal.target is not None
        or bool(goal.metric)
        or (goal.cadence is not None and _counts(goal.cadence))
        or case.unread(goal, "metric", "target", "cadence")
    )


def _counts(cadence: Cadence) -> bool:
    return cadence.amount is not None and (cadence.amount != 1 or cadence.unit is not None)


def _is_misplaced(goal: Goal, words: Words) -> bool:
    if goal.kind is Kind.PROCESS:
        return bool(result_words(goal.title, words))
    return goal.kind is Kind.OUTCOME and bool(activity_words(goal.title, words))


def _hint(goal: Goal) -> str:
    if goal.kind is Kind.PROCESS:
        return (
            "write what you do, and how much of it: a number in the title, or a cadence such as `3 per week`"
        )
    return "say what is counted in `metric`, and how much is enough in `target`"


RULE = Rule(code="VG313", name="vague-goal", severity=Severity.WARNING, check=check)
