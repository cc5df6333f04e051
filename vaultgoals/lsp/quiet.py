"""When to look at what was typed: once no key came for a moment, but not later than people wait. Pure."""

PAUSE = 0.2
"""Seconds without a change after which it is time."""

LONGEST = 1.5
"""Seconds after which it is time, however fast somebody types."""


class Quiet:
    """Says from which moment on to look; every moment is an argument, in seconds of one clock."""

    def __init__(self, *, pause: float = PAUSE, longest: float = LONGEST) -> None:
        self._pause, self._longest = pause, longest
        self._first: float | None = None
        self._last = 0.0

    def changed(self, now: float) -> float:
        """Take in a change; the moment from which to look."""
        if self._first is None:
            self._first = now
        self._last = now
        return min(self._last + self._pause, self._first + self._longest)

    def looked(self) -> None:
        """Start afresh: what changed so far was looked at."""
        self._first = None
