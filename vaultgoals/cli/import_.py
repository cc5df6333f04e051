"""`vaultgoals import`: what other programs know, as check-in notes."""

from pathlib import Path

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session

KINDS = ("csv", "loop", "beeminder")


@click.command("import")
@click.argument("kind", metavar="[csv|loop|beeminder]", type=click.Choice(KINDS))
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--goal", type=GOAL, metavar="GOAL", help="The goal that all of it is about.")
@click.option(
    "--map", "maps", multiple=True, metavar="NAME=GOAL", help="The goal that NAME is; “NAME=” leaves it out."
)
@click.option("--date-column", metavar="NAME", help="Of CSV the column of dates, or its number.")
@click.option("--value-column", metavar="NAME", help="Of CSV the column of values, or its number.")
@click.option("--comment-column", metavar="NAME", help="Of CSV the column of comments, or its number.")
@click.option("--dates", type=click.Choice(["d/m", "m/d"]), help="Whether days or months come first.")
@click.option("--decimal", type=click.Choice(["comma", "point"]), help="The mark before the decimals.")
@click.option("--delimiter", metavar="SIGN", help="What parts the columns: a sign, or tab.")
@click.option("--dry-run", is_flag=True, help="Write nothing; say what would be written.")
@click.pass_obj
def command(
    session: Session,
    kind: str,
    file: Path,
    goal: str | None,
    maps: tuple[str, ...],
    date_column: str | None,
    value_column: str | None,
    comment_column: str | None,
    dates: str | None,
    decimal: str | None,
    delimiter: str | None,
    *,
    dry_run: bool,
) -> int:
    """Write check-in notes from what another program exported.

    csv is a table of dates, values and comments; loop is Loop Habit Tracker's zip file, or its folder;
    beeminder is Beeminder's data. A note a reading; what is there already is not written again.
    """
    from vaultgoals.cli.importing import Source, import_file, one_sign
    from vaultgoals.intake.columns import Named
    from vaultgoals.intake.days import Order
    from vaultgoals.intake.figures import Decimal
    from vaultgoals.intake.plain_csv import Form

    form = Form(
        columns=Named(date=date_column, value=value_column, comment=comment_column),
        order=Order(dates) if dates else None,
        decimal=Decimal(decimal) if decimal else None,
        delimiter=one_sign(delimiter) if delimiter else None,
    )
    source = Source(kind=kind, file=session.start / file, form=form)
    return import_file(session, source, goal, maps, dry_run=dry_run)
