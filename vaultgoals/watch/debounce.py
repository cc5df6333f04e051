"""When to look, and at what: pure, every moment is an argument."""

EVERYTHING = ""
"""The hint that something changed and nobody knows what."""


class Debouncer:
    """Gathers hints until nothing came for `quiet` seconds, or until the first has waited for `longest`."""

    def __init__(self, *, quiet: float, longest: float) -> None:
        self._quiet = quiet
        self._longest = longest
        self._paths: set[str] = set()
        self._first = 0.0
        self._last = 0.0

    def add(self, path: str, *, now: float) -> None:
        """Take in a hint: the path of a note that may have changed, or `EVERYTHING`."""
        if not self._paths:
            self._first = now
        self._last = now
        self._paths.add(path)

    def due(self) -> float | None:
        """The moment from which to look; None while there is nothing to look at."""
        return min(self._last + self._quiet, self._first + self._longest) if self._paths else None

    def take(self, *, now: float) -> frozenset[str] | None:
        """The paths to look at, once that is due; the empty set means everything. Starts afresh."""
        due = self.due()
        if due is None or now < due:
            return None
        paths, self._paths = frozenset(self._paths), set()
        return frozenset() if EVERYTHING in paths else paths


class Alarm:
    """Says when to look at everything without a hint: the day ended, the clock jumped, the machine slept.

    `wall` is the time of day in seconds, which may jump; `now` only ever runs on, and stands still in sleep.
    """

    JUMP = 2.0

    def __init__(self, *, deadline: float, wall: float, now: float) -> None:
        self._deadline = deadline
        self._drift = wall - now

    def rings(self, *, wall: float, now: float) -> bool:
        """Whether it is time; `reset` then."""
        return wall >= self._deadline or abs(wall - now - self._drift) > self.JUMP

    def reset(self, *, deadline: float, wall: float, now: float) -> None:
        """Wait for the next deadline."""
        self._deadline = deadline
        self._drift = wall - now


def hint_of(path: str, *, is_folder: bool) -> str | None:
    """What an event at a vault path means: a note's path, `EVERYTHING`, or None for what is none of ours.

    Hidden files, and the files that editors and syncers leave for a moment (`4913`, `x.md~`, `#x.md#`,
    `x.md.tmp`), are none of ours: they are hidden or do not end in `.md`.
    """
    if any(name.startswith(".") for name in path.split("/")):
        return None
    if is_folder:
        return EVERYTHING
    return path if path.endswith(".md") or path == "vaultgoals.toml" else None
