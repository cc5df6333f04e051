"""Levers that are tried for a while, and have no result yet."""

from collections.abc import Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.rules.rule import Case


def running_experiments(case: Case) -> Iterator[Goal]:
    """The active and paused levers that are experiments and have no `result`."""
    return (
        lever
        for lever in case.live(Kind.LEVER)
        if lever.experiment and not lever.result and not case.unread(lever, "result")
    )
