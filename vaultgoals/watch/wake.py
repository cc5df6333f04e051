"""Why to look, and what at: hints as they come in, and the one wake-up that is made of them."""

from collections.abc import Set
from dataclasses import dataclass
from enum import Enum


class Cause(Enum):
    """Why to look without knowing at which note, in words."""

    START = "first look"
    FOLDER = "a folder changed"
    LOST = "some changes went by unseen"
    SCAN = "a scan saw changes"
    BACK = "the vault came back"
    DAY = "a new day"
    CLOCK = "the clock was set or the machine slept"
    ASKED = "asked by a signal"
    AGAIN = "another try"


Hint = str | Cause
"""What may have changed: the path of a note or of the settings, or why nobody knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wake:
    """What to look at: the paths that may have changed, and why else. Without a path, at everything."""

    paths: frozenset[str] = frozenset()
    causes: frozenset[Cause] = frozenset()

    @classmethod
    def of(cls, hints: "set[Hint]") -> "Wake":
        """One wake-up for all hints."""
        causes = frozenset(hint for hint in hints if isinstance(hint, Cause))
        return cls(paths=frozenset(hint for hint in hints if isinstance(hint, str)), causes=causes)

    def __or__(self, other: "Wake") -> "Wake":
        """Both of them as one."""
        return Wake(paths=self.paths | other.paths, causes=self.causes | other.causes)

    def without(self, paths: Set[str]) -> "Wake":
        """The same but for some paths."""
        return Wake(paths=self.paths - paths, causes=self.causes)

    @property
    def everything(self) -> bool:
        """Whether anything at all may have changed."""
        return bool(self.causes - {Cause.AGAIN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """How long to rest after a look.

    The next one comes once nothing has changed for `quiet` seconds, at `day_ends` (in seconds since 1970)
    without any change, and in `again` seconds where there is something left to do.
    """

    quiet: float
    day_ends: float
    again: float | None = None
