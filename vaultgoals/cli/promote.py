"""`vaultgoals promote`: a search becomes a process goal under an outcome."""

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.titled import Titled


@click.command("promote", cls=Titled)
@click.argument("note", type=GOAL)
@click.option("--outcome", metavar="GOAL", type=GOAL, help="What it leads to.")
@click.option("--because", metavar="TEXT", help="How doing this moves the outcome, in one sentence.")
@click.pass_obj
def command(session: Session, note: str, outcome: str | None, because: str | None) -> int:
    """Put a search (`exploratory: true`) under an outcome.

    NOTE is a path or a title. `exploratory` and `until` go, `outcome` comes, and `because` where it is not
    there yet; at a terminal they are asked for.
    """
    from vaultgoals.cli.promoting import put_under

    return put_under(session, note, outcome, because)
