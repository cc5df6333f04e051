"""The figures of a process goal, explained."""

from collections.abc import Iterator

from vaultgoals.core.contrast import with_and_without
from vaultgoals.core.goal import Goal
from vaultgoals.core.keeping import Keeping
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_exact
from vaultgoals.review.explained import Figure, exactly
from vaultgoals.review.scale import Scale, amount

_STATES = {
    KeptState.MET: "met",
    KeptState.UNMET: "not met",
    KeptState.ZERO: "zero",
    KeptState.BLANK: "blank: nothing that day, in a week with a log",
    KeptState.UNLOGGED: "not logged",
    KeptState.SKIPPED: "skipped",
    KeptState.EVENTLESS: "no events",
    KeptState.PAUSED: "paused",
    KeptState.OPEN: "open",
}


def explained_process(card: Scorecard, standing: Standing, keeping: Keeping) -> Iterator[Figure]:
    """How a process goal is kept, period by period, and what its outcomes did with and without it."""
    goal, config = standing.goal, card.vault.config
    if keeping.current:
        yield Figure(f"This period, {keeping.current.period.label}", *_kept(goal, keeping.current))
        if keeping.needed_per_day is not None:
            per_day = amount(goal, keeping.needed_per_day)
            yield Figure("Needed a day", per_day, "what remains / active days left, today included")
    for kept in keeping.closed:
        yield Figure(kept.period.label, *_kept(goal, kept))
    adherence = keeping.adherence
    how = f"of the last {adherence.window} closed periods that count, {adherence.unlogged} not logged"
    yield Figure("Adherence", f"{adherence.met} of {adherence.closed}", how)
    yield Figure("Attainment", exactly(adherence.attainment), "the mean of done / quota, each at most 1")
    yield Figure(
        "Streak", str(keeping.streak), "periods met in a row; what is paused or skipped does not break it"
    )
    did, partly = config.thresholds.did, config.thresholds.partly
    how = f"on track from an attainment of {show_exact(did)}, at risk from {show_exact(partly)}"
    yield Figure("Health", keeping.health.replace("-", " ") if keeping.health else "unknown", how)
    yield from _contrasts(card, standing)


def _kept(goal: Goal, kept: Kept) -> tuple[str, str]:
    limit = "at most " if goal.cadence and goal.cadence.at_most else ""
    done = f"{amount(goal, kept.done, bare=True)} of {limit}{amount(goal, kept.quota)}"
    reason = f": {kept.skip}" if kept.skip and kept.state is KeptState.SKIPPED else ""
    return done, f"{_STATES[kept.state]}{reason}"


def _contrasts(card: Scorecard, standing: Standing) -> Iterator[Figure]:
    """What the outcomes did in weeks with and without a process goal."""
    for path in standing.outcomes:
        outcome = card.histories[path]
        config = card.vault.config
        found = with_and_without(outcome, standing.history, asof=card.asof, today=card.today, config=config)
        if found:
            scale = Scale.of(outcome)
            changes = f"{scale.rate(found.change_with)} with, {scale.rate(found.change_without)} without"
            weeks = (
                f"mean weekly change in {found.weeks_with} weeks with and {found.weeks_without} without it"
            )
            yield Figure(f"{outcome.goal.title} with and without", changes, f"{weeks}: a hint, no proof")
