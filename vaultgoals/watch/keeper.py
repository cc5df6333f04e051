"""Keeps the pages of one vault current, look by look: what to renew, what to leave, when to try again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from vaultgoals.core.vault import Vault
from vaultgoals.errors import ConfigError, Held, NoVault, VaultgoalsError
from vaultgoals.store.locate import find_vault
from vaultgoals.store.names import SETTINGS
from vaultgoals.store.state import write_lock
from vaultgoals.watch.account import reasons
from vaultgoals.watch.rivalry import Rivalry, parts_of, put_back
from vaultgoals.watch.wake import Wake
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.grace import Grace
from vaultgoals.workspace.pages import Fate, Written, write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages

GRACE = 10.0
"""Seconds for which what looks half saved is not believed."""

RETRY = 1.0
"""Seconds between two tries at a page that somebody is typing into."""

RETRY_FAILED = 60.0
"""Seconds between two tries at what the disk would not take or tell."""

ROUNDS = 3
CALM = 600.0
"""A page that was undone so often within so many seconds is left, until it was not changed for as long."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What came of a look.

    `why` it was made, what became of the `pages`, which of them are `contested`: left from now on since
    somebody else rewrites them again and again. `trouble` is what went wrong with the vault or its settings,
    if anything, `back` says that there is a vault again after there was none, and `waiting` that another
    vaultgoals was writing. In `again` seconds there is something left to do, even if nothing changes.
    """

    why: tuple[str, ...] = ()
    pages: tuple[Written, ...] = ()
    contested: tuple[str, ...] = ()
    trouble: str = ""
    back: bool = False
    waiting: bool = False
    again: float | None = None


class Keeper:
    """The pages of one vault, and what is known of them from one look to the next.

    `pinned` is the date to work as of, where it is not that of the clock. While `writing` holds, a page is
    being written, which should not be broken off.
    """

    def __init__(self, workspace: Workspace, pinned: date | None = None) -> None:
        self.workspace = workspace
        self.writing = False
        self._pinned = pinned
        self._grace = workspace.grace = Grace(seconds=GRACE)
        self._rivalry = Rivalry(rounds=ROUNDS, calm=CALM)
        self._ours: dict[str, Mapping[str, str]] = {}
        self._day: date | None = None
        self._meanwhile: frozenset[str] = frozenset()
        self._planned: tuple[Vault, date, Sequence[Plan]] | None = None
        self._steady: frozenset[str] | None = None
        self._trouble = ""
        self._is_lost = False
        self._forget_why()

    def _forget_why(self) -> None:
        self._woken = Wake()
        self._changed: set[str] = set()
        self._settings = False

    def look(self, wake: Wake, *, at: datetime, now: float) -> Look:
        """Look again at what changed, and renew the pages where that may make a difference.

        `at` is the moment, `now` the same on a clock of seconds that only runs on. What the world does is
        told, never raised.
        """
        self._woken |= wake
        try:
            # A folder that is empty now, such as where a disk was mounted, is no vault without any goals.
            find_vault(self.workspace.root, self.workspace.root, {})
        except NoVault as error:
            return self._lost(error, now)
        was_lost, self._is_lost = self._is_lost, False
        try:
            if was_lost or wake.everything or SETTINGS in wake.paths | self._grace.doubted:
                self._trouble = self._look_at_settings()
            return replace(self._renew(self._pinned or self.workspace.today(at), now), back=was_lost)
        except VaultgoalsError as error:
            return Look(trouble=self._trouble or error.message, back=was_lost, again=RETRY_FAILED)

    def _lost(self, error: NoVault, now: float) -> Look:
        """There is no vault: not believed at once, since a syncer takes settings away and puts them back."""
        if not self._is_lost and self._grace.doubts(SETTINGS, half=True, now=now):
            return Look(why=(f"{SETTINGS} looks half saved",), again=self._again((), now))
        self._is_lost = True
        return Look(trouble=error.message, again=RETRY_FAILED)

    def _look_at_settings(self) -> str:
        """What is wrong with the settings, if anything; then the old ones stay."""
        try:
            self._settings |= self.workspace.reload()
        except ConfigError as error:
            return f"{error.message} {error.hint}".rstrip() + "\n  The settings stay as they were."
        return ""

    def _renew(self, today: date, now: float) -> Look:
        where = None if self._woken.everything else self._woken.paths
        trouble, changed = self._trouble, self.workspace.refresh(where)
        for path in changed:
            self._rivalry.changed(path, now=now)
        self._changed |= changed
        why = self._why(today)
        try:
            pages, contested = self._write(today, now)
        except Held:
            return Look(why=why, trouble=trouble, waiting=True, again=RETRY)
        if all(page.fate is not Fate.BUSY for page in pages):
            self._forget_why()
            self._day = today
        self._changed |= self._meanwhile
        again = self._again(pages, now)
        return Look(why=why, pages=tuple(pages), contested=contested, trouble=trouble, again=again)

    def _why(self, today: date) -> tuple[str, ...]:
        return reasons(
            self._changed,
            settings=self._settings,
            new_day=self._day not in (None, today),
            doubted=self._grace.doubted,
            woken=self._woken.without(self._ours.keys()),
            notes=self.workspace.vault.notes.keys(),
        )

    def _write(self, today: date, now: float) -> tuple[Sequence[Written], tuple[str, ...]]:
        """Write what has to be; what became of the pages, and which of them are contested from now on.

        Nothing is done where nothing is different from when all was last found current.
        """
        vault, left = self.workspace.vault, self._rivalry.left(now=now)
        self._meanwhile = frozenset()
        plans = self._plans(vault, today)
        if self._steady == left:
            return (), ()
        self.writing = True
        try:
            with write_lock(self.workspace.root, wait=0):
                pages = write_plans(self.workspace, [plan for plan in plans if plan.path not in left])
        finally:
            self.writing = False
        steady = all(page.fate in (Fate.UNCHANGED, Fate.AT_REST) for page in pages)
        self._steady = left if steady else None
        written = [page.path for page in pages if page.fate is Fate.WRITTEN]
        self._meanwhile = _changed_between(vault, self.workspace.vault) - set(written)
        return pages, tuple(path for path in written if self._is_contested(path, vault, now))

    def _plans(self, vault: Vault, today: date) -> Sequence[Plan]:
        """What should become of the pages, worked out once for a vault and a day."""
        if self._planned is None or self._planned[0] is not vault or self._planned[1] != today:
            self._planned = (vault, today, plan_pages(vault, today=today))
            self._steady = None
        return self._planned[2]

    def _is_contested(self, path: str, before: Vault, now: float) -> bool:
        """Whether a page that was just written is one to leave from now on."""
        parts = parts_of(self.workspace.vault.notes.get(path))
        ours, self._ours[path] = self._ours.get(path), parts
        if ours is None or not put_back(ours, parts_of(before.notes.get(path)), parts):
            return False
        return self._rivalry.undone(path, now=now)

    def _again(self, pages: Iterable[Written], now: float) -> float | None:
        """In how many seconds something is left to do."""
        fates = {page.fate for page in pages}
        moments = (self._grace.ends, self._rivalry.ends(now=now))
        waits = [max(0.0, moment - now) for moment in moments if moment is not None]
        waits += [RETRY] if Fate.BUSY in fates else []
        waits += [RETRY_FAILED] if Fate.FAILED in fates else []
        return min(waits, default=None)


def _changed_between(before: Vault, after: Vault) -> frozenset[str]:
    """The notes that were changed while pages were written, and are read already when the next look comes."""
    if before is after:
        return frozenset()
    paths = before.notes.keys() | after.notes.keys()
    return frozenset(path for path in paths if before.notes.get(path) is not after.notes.get(path))
