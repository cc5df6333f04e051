"""Goals as they were on a day, with what was logged by then."""

from collections.abc import Callable, ItemsView, Iterator, Mapping, ValuesView
from dataclasses import dataclass, replace
from datetime import date
from typing import Generic, TypeVar

from vaultgoals.core.goal import Goal, History, Status
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.order import seen_on
from vaultgoals.core.vault import CLOSED, Vault

T = TypeVar("T", covariant=True)


@dataclass(frozen=True, slots=True, eq=False)
class OfEach(Mapping[str, T], Generic[T]):
    """Something of each goal of a vault as of a day, by path, worked out for those that are looked at.

    `work` is the query that answers it for a path, as of the end of a day, as seen from another.
    """

    work: Callable[[Vault, str, date, date], T]
    vault: Vault
    asof: date
    today: date

    def __getitem__(self, path: str) -> T:
        if path not in self.vault.goals:
            raise KeyError(path)
        return self.work(self.vault, path, self.asof, self.today)

    def __iter__(self) -> Iterator[str]:
        return iter(self.vault.goals)

    def __len__(self) -> int:
        return len(self.vault.goals)

    def values(self) -> ValuesView[T]:
        """That of all goals."""
        return self._all().values()

    def items(self) -> ItemsView[str, T]:
        """That of all goals, each with its path."""
        return self._all().items()

    def _all(self) -> Mapping[str, T]:
        return _of_all(self.vault, self.work, self.asof, self.today)


@remembered
def _of_all(
    vault: Vault, work: Callable[[Vault, str, date, date], T], asof: date, today: date
) -> Mapping[str, T]:
    paths = tuple(vault.goals)
    return dict(zip(paths, each(work, vault, paths, asof, today), strict=True))


def histories(vault: Vault, *, asof: date, today: date) -> Mapping[str, History]:
    """Each goal as it was at the end of a day, with all its check-ins on the days seen from `today`."""
    return OfEach(history_as_of, vault, asof, today)


@remembered
def history_as_of(vault: Vault, path: str, asof: date, today: date) -> History:
    """The goal at a path as it was at the end of a day, with its check-ins on the days seen from `today`."""
    goal = vault.goals[path]
    history, past = seen_on(vault.history(goal), today), as_it_was(goal, asof)
    return history if past is goal else replace(history, goal=past)


def as_it_was(goal: Goal, asof: date) -> Goal:
    """A goal before the day it was closed: active. Without a `closed` date today's status holds."""
    if goal.status in CLOSED and goal.closed and asof < goal.closed:
        return replace(goal, status=Status.ACTIVE)
    return goal
