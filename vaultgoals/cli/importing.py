"""What `vaultgoals import` does: read a file, find the goal of each thing in it, write the notes, say so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from vaultgoals.cli.importing_text import import_lines
from vaultgoals.cli.mapping import goals_for
from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_lines
from vaultgoals.cli.waiting import waiting
from vaultgoals.core.goal import Goal
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.intake.archive import LARGEST, is_archive, unpacked
from vaultgoals.intake.beeminder import read_beeminder
from vaultgoals.intake.entry import Entry, Taken, Unclear
from vaultgoals.intake.loop import is_wanted, read_loop
from vaultgoals.intake.plain_csv import Form, read_csv
from vaultgoals.store.foreign import read_file, read_folder
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.importing import Import, plan_import
from vaultgoals.workspace.pages import Fate, Written, write_plans

_AT_ONCE = 200
"""How many notes are written before it is said how far it has come."""

_MOST_SAID = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file, what kind of file it is, and how it is written as far as that is said."""

    kind: str
    file: Path
    form: Form


def one_sign(written: str) -> str:
    """The sign that is meant as a delimiter. Raises UsageError for what cannot be one."""
    sign = "\t" if written.lower() in ("tab", "\\t") else written
    if len(sign) != 1 or sign.isalnum() or sign in '"\r\n ':
        raise UsageError(f"“{written}” cannot part columns.", "Give a single sign, such as ; or tab.")
    return sign


def import_file(
    session: Session, source: Source, goal: str | None, maps: Sequence[str], *, dry_run: bool
) -> int:
    """Write what the file says and the vault does not have yet; the exit code."""
    workspace = session.open()
    config = workspace.config
    zone = ZoneInfo(config.timezone) if config.timezone else None
    form = replace(source.form, zone=zone, ends_at=config.day_ends_at)
    taken = _read(replace(source, form=form))
    goals = goals_for(session, workspace, taken.subjects or ("",), goal, maps, dry_run=dry_run)
    for doubt in taken.doubts:
        session.say(doubt)
    before, today = workspace.vault, session.today(workspace)
    planned = plan_import(before, _matched(taken.entries, goals), taken.unread)
    written = [] if dry_run else _write(session, workspace, planned)
    failed = {one.path: one for one in written if one.fate is not Fate.WRITTEN}
    done = replace(planned, planned=tuple(one for one in planned.planned if one.plan.path not in failed))
    not_taken = {name: name not in goals for name in taken.subjects if goals.get(name) is None}
    print_lines(import_lines(before, done, not_taken, today, failed=len(failed), dry_run=dry_run))
    _say_unread(planned)
    if first := next(iter(failed.values()), None):
        raise Unwritten(f"{first.path} {first.reason}.", "Import again once that is mended.")
    return Unwritten.exit_code if planned.unread else 0


def _read(source: Source) -> Taken:
    taken = _taken(source)
    if isinstance(taken, Unclear):
        raise UsageError(f"{source.file.name}: {taken.words}", taken.way_out)
    return taken


def _taken(source: Source) -> Taken | Unclear:
    if source.kind == "loop" and source.file.is_dir():
        return read_loop(read_folder(source.file, is_wanted, limit=LARGEST))
    data = read_file(source.file, limit=LARGEST)
    match source.kind:
        case "csv":
            return read_csv(data, source.form)
        case "beeminder":
            return read_beeminder(data, source.form)
    files = unpacked(data, is_wanted) if is_archive(data) else {_in_export(source.file): data}
    return files if isinstance(files, Unclear) else read_loop(files)


def _in_export(file: Path) -> str:
    """The path that a single table of marks has in the export that it is from."""
    return f"{file.parent.name}/{file.name}"


def _matched(entries: Sequence[Entry], goals: Mapping[str, Goal | None]) -> Iterator[tuple[Entry, Goal]]:
    for entry in entries:
        goal = goals.get(entry.subject)
        if goal:
            yield entry, goal


def _write(session: Session, workspace: Workspace, planned: Import) -> list[Written]:
    plans, written = [one.plan for one in planned.planned], list[Written]()
    with waiting("Writing check-ins", quiet=session.quiet) as progress:
        progress.total = len(plans)
        for begin in range(0, len(plans), _AT_ONCE):
            written += write_plans(workspace, plans[begin : begin + _AT_ONCE])
            progress.done = len(written)
    return written


def _say_unread(planned: Import) -> None:
    for one in planned.unread[:_MOST_SAID]:
        tell(one.words)
    if len(planned.unread) > _MOST_SAID:
        tell(f"and {len(planned.unread) - _MOST_SAID:,} more rows that cannot be read.")
