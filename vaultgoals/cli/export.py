"""`vaultgoals export`: all that the vault knows, for other programs."""

from pathlib import Path

import click

from vaultgoals.cli.session import Session

FORMATS = ("json", "csv", "sqlite", "ics", "parquet")


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="The file, or for many the folder; - prints.",
)
@click.option("--table", metavar="TABLE", help="Of CSV only this table, such as readings.")
@click.option("--name", metavar="NAME", help="What the vault is called there, else as its folder.")
@click.option("--force", is_flag=True, help="Replace files that vaultgoals did not write.")
@click.pass_obj
def command(
    session: Session, form: str, output: Path | None, table: str | None, name: str | None, *, force: bool
) -> int:
    """Write all that the vault knows for other programs.

    Goals with their figures, readings, periods, actions, findings and what leads to what: as JSON, as a
    folder of CSV, as a SQLite database, as a folder of Parquet; or as a calendar of what is due (ics).
    """
    from vaultgoals.cli.exporting import Wanted, export

    place = None if output == Path("-") else output
    return export(session, Wanted(form=form, output=place, table=table, name=name, force=force))
