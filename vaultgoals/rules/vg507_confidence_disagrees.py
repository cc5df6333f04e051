"""What is felt and what is measured disagree

The confidence that was last stated says on track (0.7 or more) while the number
is off track, or it says off track (below 0.4) while the number is on track.

Asked are active outcomes, indicators and outputs. What was said longer ago than
`confidence-stale-after`, 14 days unless `vaultgoals.toml` says otherwise, is
left alone; so is fear of losing a target that was met only afterwards.

## Why it matters

One of the two knows something that the other does not. Perhaps a contract is
about to be signed that no number shows yet, perhaps hope is speaking. Which one
it is, is worth a sentence in the next check-in.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-06-01
due: 2026-12-31
---
## Check-ins

| Date | Value | Confidence |
|---|---|---|
| 2026-11-18 | 81 | 0.9 |
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
start: 2026-06-01
due: 2026-12-31
---
## Check-ins

| Date | Value | Confidence |
|---|---|---|
| 2026-11-18 | 81 | 0.3 |
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
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.progress import Progress
from vaultgoals.core.rollup import says_off_track, says_on_track
from vaultgoals.core.scorecard import Standing
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def check(case: Case) -> Iterator[Problem]:
    """Active goals with a plan whose last stated confidence says the opposite of their pace."""
    for goal in case.vault.of_kind(Kind.OUTCOME, Kind.INDICATOR, Kind.OUTPUT):
        standing = case.scorecard.standings[goal.path]
        if goal.status is Status.ACTIVE and standing.progress and _is_fresh(case, standing.progress):
            felt = _felt_against_the_number(standing.progress)
            if felt:
                yield _problem(standing, standing.progress, felt)


def _is_fresh(case: Case, progress: Progress) -> bool:
    said_on = progress.confidence_on
    return said_on is not None and (case.today - said_on).days <= case.config.confidence_stale_after


def _felt_against_the_number(progress: Progress) -> str | None:
    """What the confidence says, where the number says the opposite."""
    if progress.confidence is None:
        return None
    if says_on_track(progress.confidence) and progress.health is Health.OFF_TRACK:
        return "on track"
    return "off track" if says_off_track(progress.confidence) and _goes_well(progress) else None


def _goes_well(progress: Progress) -> bool:
    """Whether it is on track, or had reached its target already when the confidence was stated."""
    if progress.health is Health.ACHIEVED and progress.last_reading and progress.confidence_on:
        return progress.last_reading <= progress.confidence_on
    return progress.health is Health.ON_TRACK


def _problem(standing: Standing, progress: Progress, felt: str) -> Problem:
    """At the check-in that states the confidence."""
    stated = [c for c in standing.history.checkins if c.confidence is not None]
    said = [checkin for checkin in stated if checkin.on == progress.confidence_on][-1]
    health = str(progress.health).replace("-", " ")
    return Problem(
        path=said.path,
        span=said.span,
        message=f"{quoted(standing.goal.title)} is felt to be {felt}, but its number is {health}",
        hint="write down what you know that the number does not show, or state your confidence anew",
        about=(standing.goal.path,),
    )


RULE = Rule(
    code="VG507",
    name="confidence-disagrees",
    severity=Severity.WARNING,
    check=check,
    wanted=Wanted("a second look at the confidence", "a second look at the confidence in {} goals"),
)
