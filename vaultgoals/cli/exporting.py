"""What `vaultgoals export` does: work out the tables, put them into a format, print or write that."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_text
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.errors import UsageError
from vaultgoals.export.dataset import Dataset
from vaultgoals.export.vault_tables import TABLES, vault_tables
from vaultgoals.rules import check
from vaultgoals.workspace.exporting import write_export
from vaultgoals.workspace.folder import Workspace

_PLACES = {
    "csv": "CSV is a folder of files: name it with -o, or one table with --table readings.",
    "sqlite": "A database is a file: name it with -o, as in -o goals.sqlite.",
    "parquet": "Parquet is a folder of files: name it with -o.",
}
_FOLDERS = ("csv", "parquet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be exported, and where to; without an `output` it is printed."""

    form: str
    output: Path | None
    table: str | None
    name: str | None
    force: bool


def export(session: Session, wanted: Wanted) -> int:
    """Print or write an export; the exit code."""
    if wanted.table is not None:
        _refuse_table(wanted.form, wanted.table)
    if wanted.output is None and wanted.form in _PLACES and wanted.table is None:
        raise UsageError("There is no place given for the export.", _PLACES[wanted.form])
    if wanted.output and wanted.table is None:
        _refuse_file(wanted.form, wanted.output)
    workspace = session.open(once=True)
    files = _files(session, workspace, wanted)
    if wanted.output is None:
        _print(next(iter(files.values())))
        return 0
    place = session.start / wanted.output
    at = {place / name if name else place: data for name, data in files.items()}
    written = write_export(workspace.root, at, force=wanted.force)
    one = len(written) == 1
    session.say(
        f"Exported: {written[0]}" if one else f"Exported: {len(written)} files in {written[0].parent}"
    )
    return 0


def _print(data: bytes) -> None:
    """Print a text as it is; at a terminal without anything in it that acts on one."""
    if sys.stdout.isatty():
        print_text(data.decode().replace("\r\n", "\n"))
    else:
        click.echo(data, nl=False)


def _refuse_file(form: str, output: Path) -> None:
    """Refuse a place that was meant as a file where the export is a folder of them."""
    if form in _FOLDERS and output.suffix.lower() == f".{form}":
        raise UsageError(f"{output.name} would be a folder.", _PLACES[form])


def _refuse_table(form: str, table: str) -> None:
    if form != "csv":
        raise UsageError("--table is for CSV.", "Add --format csv.")
    if table not in TABLES:
        raise UsageError(f"There is no table “{table}”.", f"There are {', '.join(TABLES)}.")


def _files(session: Session, workspace: Workspace, wanted: Wanted) -> Mapping[str, bytes]:
    """The files of the export by name; the one of a format that has only one has none."""
    today, name = session.today(workspace), wanted.name or workspace.root.name
    if wanted.form == "ics":
        return {"": _calendar(workspace, name, session)}
    card = Scorecard.of(workspace.vault, asof=today, today=today)
    dataset = vault_tables(card, check(workspace.vault, today=today), name=name)
    match wanted.form:
        case "csv":
            return _csv(dataset, wanted.table)
        case "sqlite":
            from vaultgoals.export.tables_sqlite import tables_sqlite

            return {"": tables_sqlite(dataset)}
        case "parquet":
            return _parquet(dataset)
        case _:
            from vaultgoals.export.tables_json import tables_json

            return {"": f"{tables_json(dataset)}\n".encode()}


def _csv(dataset: Dataset, table: str | None) -> Mapping[str, bytes]:
    from vaultgoals.export.tables_csv import table_csv

    if table:
        return {"": table_csv(dataset.tables[table]).encode()}
    return {f"{name}.csv": table_csv(one).encode() for name, one in dataset.tables.items()}


def _parquet(dataset: Dataset) -> Mapping[str, bytes]:
    try:
        from vaultgoals.export.tables_parquet import tables_parquet
    except ModuleNotFoundError:
        raise _lacking("Parquet", "pyarrow", "parquet") from None
    return tables_parquet(dataset)


def _calendar(workspace: Workspace, name: str, session: Session) -> bytes:
    try:
        from vaultgoals.export.calendar_ics import calendar_ics
    except ModuleNotFoundError:
        raise _lacking("A calendar", "icalendar", "ics") from None
    return calendar_ics(workspace.vault, name=name, today=session.today(workspace))


def _lacking(what: str, library: str, extra: str) -> UsageError:
    return UsageError(
        f"{what} needs {library}, which is not installed.", f"pip install 'vaultgoals[{extra}]'"
    )
