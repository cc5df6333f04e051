"""What was made of each thing on a page, kept for the next time, when most of them are the same."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

T = TypeVar("T")
M = TypeVar("M")

_MORE = 1_000
"""How many things more than twice those of one page are kept before all are forgotten."""


class LastTime(Generic[M]):
    """What was made of things; these are known by being the same object."""

    def __init__(self) -> None:
        self._known: dict[Hashable, tuple[object, M]] = {}
        self._room = 0

    def of(self, thing: T, make: Callable[[T], M], *how: Hashable) -> M:
        """What is made of a thing, for each `how` it is made."""
        key = (id(thing), how) if how else id(thing)
        known = self._known.get(key)
        if known is None:
            known = self._known[key] = (thing, make(thing))  # kept too, so that no other gets its number
        return known[1]

    def turn(self) -> None:
        """A page is done: where too much is kept by now, begin anew."""
        if not self._room:
            self._room = 2 * len(self._known) + _MORE
        elif len(self._known) > self._room:
            self._known, self._room = {}, 0
