"""All that was logged in a vault, goal by goal, and what of it could not be read, note by note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from vaultgoals.core.goal import CheckIn
from vaultgoals.core.logged import Logged
from vaultgoals.core.note import Malformed
from vaultgoals.core.order import checkin_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Logs:
    """`checkins` by goal, in the order of `checkin_order`; `unread` by note, each trouble once."""

    checkins: Mapping[str, tuple[CheckIn, ...]]
    unread: Mapping[str, tuple[Malformed, ...]]

    @classmethod
    def of(cls, read: Iterable[tuple[str, Logged]]) -> "Logs":
        """What was read, each with the path of the note that it was read in."""
        checkins: dict[str, list[CheckIn]] = {}
        unread: dict[str, dict[Malformed, None]] = {}
        for path, logged in read:
            if isinstance(logged, CheckIn):
                checkins.setdefault(logged.goal, []).append(logged)
            else:
                unread.setdefault(path, {})[logged] = None
        return cls(
            checkins={goal: tuple(sorted(found, key=checkin_order)) for goal, found in checkins.items()},
            unread={path: tuple(found) for path, found in unread.items()},
        )
