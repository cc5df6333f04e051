"""A new check-in's note: made in memory, read back there, and written only where it says what is meant."""

from collections.abc import Iterator, Set
from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from vaultgoals.core.goal import CheckIn, Kind
from vaultgoals.core.new_checkin import Said, checkin_path, checkin_text, meant
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.markdown import read_note
from vaultgoals.store.ignore import Ignore
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, Written, write_plans
from vaultgoals.workspace.plan import Plan

_TRIES = 9

_OPTIONS = {
    "comment": (
        "--note",
        "Leave out what hides text (`<!--`, `%%`), tasks that link to a goal, and markers of blocks.",
    ),
    "evidence": ("--evidence", "Write a link or an address on one line."),
    "by": ("--by", "Write a name."),
    "skip": ("--skip", "Say why in other words."),
}


def write_reading(workspace: Workspace, said: Said, now: datetime) -> CheckIn:
    """Write the note of a check-in, as it is then read; at its path never over anything.

    Raises UsageError where it would not be read as it is meant, `Unwritten` and `Held`.
    """
    at = now.astimezone(ZoneInfo(workspace.config.timezone) if workspace.config.timezone else None).time()
    taken: set[str] = set()
    for _ in range(_TRIES):
        plan = plan_reading(workspace.vault, said, at, taken)
        written = write_plans(workspace, [plan])[0]
        if written.fate is Fate.WRITTEN:
            return next(_read_in(workspace.vault, plan.path, said))
        if written.fate is not Fate.BUSY:
            raise _unwritten(written)
        taken.add(plan.path)  # another program took the name in this moment
    raise _unwritten(written)


def plan_reading(vault: Vault, said: Said, at: time, taken: Set[str] = frozenset()) -> Plan:
    """The note of a check-in, tried out in memory. Raises UsageError where it would not read as meant.

    `at` is the time of day for its name, `taken` are paths at which there is something that `vault` lacks.
    """
    path = checkin_path(vault, said, at, taken)
    if path in Ignore.of(vault.config.ignore):
        raise UsageError(
            f"{path} would be left out by `ignore` in vaultgoals.toml.",
            "Name another folder for `checkin` in its table [folders].",
        )
    note = read_note(Source.of(path, checkin_text(vault, said)))
    _refuse_unlike(_with(vault, note), note, said)
    return Plan(path=path, text=note.source.text, page=False, note=note)


def _with(vault: Vault, note: Note) -> Vault:
    notes = (*vault.notes.values(), note)
    return Vault.of(notes, vault.config, vault.files, vault.templates.values(), vault.listed, before=vault)


def _refuse_unlike(ahead: Vault, note: Note, said: Said) -> None:
    """Refuse a note that does not say what is meant, or says more."""
    found = [replace(one, path="", line=1, span=Span(0, 0)) for one in _read_in(ahead, note.path, said)]
    wanted = meant(said)
    if found == [wanted] and not ahead.actions_in(note.path) and not ahead.unread_in(note.path):
        return
    if said.skip and wanted.skip is None:
        raise UsageError(f"“{said.skip}” is no reason to skip.", "Say why in a few words.")
    if ahead.kinds.get(note.path) is not Kind.CHECKIN or not found:
        raise UsageError(
            f"A check-in at {note.path} would not be read as one of “{said.goal.title}”.",
            "See what `types`, `properties` and `folders` say in vaultgoals.toml.",
        )
    unlike = (name for name in _OPTIONS if getattr(found[0], name) != getattr(wanted, name))
    option, instead = _OPTIONS[next(unlike, "comment")]
    raise UsageError(f"{option} cannot be written so that it is read as it stands.", instead)


def _read_in(vault: Vault, path: str, said: Said) -> Iterator[CheckIn]:
    return (one for one in vault.checkins_of(said.goal.path) if one.path == path)


def _unwritten(written: Written) -> Unwritten:
    return Unwritten(f"{written.path} {written.reason}; nothing was written.")
