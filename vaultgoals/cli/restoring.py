"""What `vaultgoals restore` does: list old versions, compare them, bring one back."""

import time as clock
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, time, timedelta
from difflib import get_close_matches
from pathlib import Path
from shlex import quote
from zoneinfo import ZoneInfo

from vaultgoals.cli.kept_list import print_kept
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_diff
from vaultgoals.errors import ConfigError, Unwritten, UsageError
from vaultgoals.export.diff_text import diff_text
from vaultgoals.store.kept import Version, Why
from vaultgoals.store.locate import find_vault
from vaultgoals.store.settings import load_config
from vaultgoals.store.write import Fate, Receipt
from vaultgoals.workspace.restore import (
    bring_back,
    bytes_of,
    find_kept,
    kept_for_others,
    kept_versions,
    newest_other,
    note_now,
    title_of,
    version_at,
)

PATIENCE = 5.0
"""How many seconds a note that somebody is typing into is waited for."""

_OTHERS = 5
"""How many vaults that are gone are named."""


def restore(
    session: Session,
    note: str | None,
    at: str | None,
    left: Path | None,
    *,
    only_list: bool,
    only_diff: bool,
    form: str,
) -> int:
    """Bring back what is asked for, or list what is kept; the exit code."""
    root = find_vault(session.start, session.explicit, session.environ)
    zone = _zone(root)
    left = session.start / left if left else None
    kept = kept_versions(root, left)
    path = _find(note, session.start, root, kept) if note else None
    if path is None or only_list:
        if at or only_diff:
            raise _not_for_a_list(note, at)
        if not kept:
            _say_nothing_is_kept(session, left)
        print_kept(kept if path is None else {path: kept[path]}, session.now, zone, form)
        return 0
    if form == "json":
        raise UsageError("--format json is for a list.", "Add --list.")
    version = _choose(kept[path], at, session.now, zone, root)
    if version is None:
        session.say(f"{path} stands there as it was kept; there is nothing to bring back.")
        return 0
    if only_diff:
        print_diff(_difference(root, version))
        return 0
    return _bring_back(session, root, version, zone)


def _not_for_a_list(note: str | None, at: str | None) -> UsageError:
    if note is None:
        return UsageError("--at and --diff are about one note.", "Name the note: restore NOTE --at 2")
    option = "--at" if at else "--diff"
    return UsageError(f"--list and {option} do not go together.", "Leave one of them out.")


def _say_nothing_is_kept(session: Session, left: Path | None) -> None:
    """Say so, and where something is kept for a vault that may be this one, moved from another disk."""
    session.say(
        f"Nothing is kept for {left or 'this vault'}. What vaultgoals replaces is kept for a day at least."
    )
    others = kept_for_others() if left is None else []
    for root in others[:_OTHERS]:
        session.say(
            f"Kept for {root}, which is not there now: `vaultgoals restore --from {quote(str(root))}`"
        )
    if len(others) > _OTHERS:
        session.say(f"Kept for {len(others) - _OTHERS} more vaults that are not there now.")


def _zone(root: Path) -> ZoneInfo | None:
    # Settings that cannot be read are no reason not to bring a note back.
    with suppress(ConfigError):
        name = load_config(root).timezone
        return ZoneInfo(name) if name else None
    return None


def _find(name: str, start: Path, root: Path, kept: Mapping[str, Sequence[Version]]) -> str:
    path = find_kept(name, start, root, kept)
    if path is None:
        titles = {title_of(path).casefold(): title_of(path) for path in kept}
        near = get_close_matches(name.casefold(), titles, n=1)
        hint = f"Did you mean “{titles[near[0]]}”?" if near else "`vaultgoals restore` lists what is kept."
        raise Unwritten(f"There is no old version of “{name}”.", hint)
    return path


def _choose(
    kept: Sequence[Version], at: str | None, now: datetime, zone: ZoneInfo | None, root: Path
) -> Version | None:
    """The version that is meant; None where there is none but what stands there already."""
    if at is None:
        return newest_other(kept, note_now(root, kept[0].path))
    if at.isdecimal() and len(at) < 10:
        if not 0 < int(at) <= len(kept):
            raise UsageError(
                f"There is no version {at} of {kept[0].path}.",
                "There is 1." if len(kept) == 1 else f"There are {len(kept)}.",
            )
        return kept[int(at) - 1]
    version = version_at(kept, _moment(at, now, zone))
    if version is None:
        raise UsageError(
            f"Nothing was replaced in {kept[0].path} since {at.strip()}.", "It stands as it stood then."
        )
    return version


def _moment(text: str, now: datetime, zone: ZoneInfo | None) -> datetime:
    """A moment in local time; a time of day is the last such time, today or yesterday."""
    with suppress(ValueError):
        time_of_day = time.fromisoformat(text.strip())
        today = _local(datetime.combine(now.astimezone(zone).date(), time_of_day), zone)
        return today if today <= now else today - timedelta(days=1)
    with suppress(ValueError, OverflowError):
        return _local(datetime.fromisoformat(text.strip()), zone)
    raise UsageError(f"“{text}” is neither a number nor a time.", "Write 2, 10:42 or “2026-11-20 10:42”.")


def _local(moment: datetime, zone: ZoneInfo | None) -> datetime:
    if moment.tzinfo:
        return moment
    return moment.replace(tzinfo=zone) if zone else moment.astimezone()


def _difference(root: Path, version: Version) -> str:
    current = note_now(root, version.path)
    mark = "\ufeff" if current.bom else ""
    old = mark + current.text if current.digest else None
    return diff_text(version.path, old, bytes_of(version).decode("utf-8", "backslashreplace"))


def _bring_back(session: Session, root: Path, version: Version, zone: ZoneInfo | None) -> int:
    end = clock.monotonic() + PATIENCE
    while (receipt := bring_back(root, version)).fate is Fate.CHANGED_MEANWHILE and clock.monotonic() < end:
        clock.sleep(0.5)
    if receipt.fate not in (Fate.WRITTEN, Fate.UNCHANGED):
        raise _not_brought_back(receipt, version)
    when = f"{version.at.astimezone(zone):%Y-%m-%d %H:%M:%S}"
    if receipt.fate is Fate.UNCHANGED:
        session.say(f"{version.path} stands there as it stood at {when} already.")
    elif version.why is Why.FOUND:
        session.say(f"{version.path} brought back as it was found at {when}.")
    else:
        session.say(f"{version.path} brought back as it stood until {when}.")
    return 0


def _not_brought_back(receipt: Receipt, version: Version) -> Unwritten:
    message = f"{receipt.path} {receipt.reason}; it was left as it is."
    return Unwritten(message, f"The old version lies in {version.file}.")
