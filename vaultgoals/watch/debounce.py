"""When to look: pure, every moment is an argument."""

from vaultgoals.store.names import BASELINE, OBSIDIANS, SETTINGS, TEMPLATES
from vaultgoals.watch.wake import Cause, Hint, Wake

_LONGEST = 3.0


class Debouncer:
    """Gathers hints until nothing came for `quiet` seconds, or until the first has waited long enough."""

    def __init__(self, *, quiet: float) -> None:
        self.quiet = quiet
        self._hints: set[Hint] = set()
        self._first = 0.0
        self._last = 0.0

    def add(self, hint: Hint, *, now: float) -> None:
        """Take in a hint."""
        if not self._hints:
            self._first = now
        self._last = now
        self._hints.add(hint)

    def due(self) -> float | None:
        """The moment from which to look; None while there is nothing to look at."""
        longest = max(_LONGEST, 10 * self.quiet)
        return min(self._last + self.quiet, self._first + longest) if self._hints else None

    def take(self, *, now: float) -> Wake | None:
        """What to look at, once that is due. Starts afresh."""
        due = self.due()
        if due is None or now < due:
            return None
        hints, self._hints = self._hints, set()
        return Wake.of(hints)


class Alarm:
    """Says when to look without a hint: the day ended, the clock jumped, the machine slept, a try is left.

    `wall` is the time of day in seconds, which may jump; `now` only ever runs on, and stands still in sleep.
    """

    JUMP = 2.0

    def __init__(self, *, day_ends: float, wall: float, now: float) -> None:
        self._drift = wall - now
        self._day_ends = day_ends
        self._again: float | None = None

    def set(self, *, day_ends: float, again: float | None) -> None:
        """Ring when the day ends, and at `again`, a moment of `now`."""
        self._day_ends, self._again = day_ends, again

    def rings(self, *, wall: float, now: float) -> Cause | None:
        """Why it is time, once for each reason; None while it is not."""
        jumped = abs(wall - now - self._drift) > self.JUMP
        if jumped:
            self._drift = wall - now
        if wall >= self._day_ends:
            self._day_ends = float("inf")  # until it is set anew
            return Cause.DAY
        if jumped:
            return Cause.CLOCK
        if self._again is not None and now >= self._again:
            self._again = None
            return Cause.AGAIN
        return None


_HIDDEN = TEMPLATES.partition("/")[0] + "/"


def hint_of(path: str, *, is_folder: bool) -> Hint | None:
    """What an event at a vault path means: a note's path, a cause, or None for what is none of ours.

    Obsidian's settings count as ours, and so does the baseline; a template of the vault's own is named as a
    note is. Other hidden files, and those that editors and syncers leave for a moment (`4913`, `x.md~`,
    `#x.md#`, `x.md.tmp`), do not count: they are hidden or do not end in `.md`.
    """
    if path in OBSIDIANS or path == BASELINE:
        return SETTINGS
    if is_folder and any(file.startswith(f"{path}/") for file in OBSIDIANS):
        return SETTINGS  # with all that stood in it
    if f"{path}/".startswith(_HIDDEN) and (is_folder or path.endswith(".j2")):
        return Cause.FOLDER if is_folder else path
    if any(name.startswith(".") for name in path.split("/")):
        return None
    if is_folder:
        return Cause.FOLDER
    return path if path.endswith(".md") or path == SETTINGS else None
