"""`vaultgoals done`: a goal is done, or an action."""

from datetime import date

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import DAY, Session
from vaultgoals.cli.titled import Titled


@click.command("done", cls=Titled)
@click.argument("what", metavar="GOAL|ACTION", type=GOAL)
@click.option("--on", "day", type=DAY, metavar="DATE", help="The day on which it was done; today without it.")
@click.option("--result", metavar="TEXT", help="Of an experiment: worked, did-not or unclear, and why.")
@click.pass_obj
def command(session: Session, what: str, day: date | None, result: str | None) -> int:
    """Say that a goal is done, or tick an action.

    GOAL is a path or a title: its status becomes `done`, and `closed` the day. ACTION is the text of an open
    task, or a part of it that no other has.
    """
    from vaultgoals.cli.finishing import finish_one

    return finish_one(session, what, day, result)
