"""`vaultgoals plan`: the ten-minute plan of an outcome, at a terminal."""

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.titled import Titled


@click.command("plan", cls=Titled)
@click.argument("goal", metavar="[GOAL|OWNER]", required=False, type=GOAL)
@click.option("--owner", metavar="NAME", help="Who it is for: the plan begins with the choice of an outcome.")
@click.pass_obj
def command(session: Session, goal: str | None, owner: str | None) -> int:
    """Plan an outcome in ten minutes, at a terminal.

    Asks for what is not there yet: two or three process goals with their cadence and why, three to five
    actions with owner and day, a guardrail. Shows all of it, and asks once before it is written.
    """
    from vaultgoals.cli.planning import plan

    return plan(session, goal, owner)
