"""`vaultgoals pause`: let a goal rest."""

from datetime import date

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import DAY, Session
from vaultgoals.cli.titled import Titled


@click.command("pause", cls=Titled)
@click.argument("goal", type=GOAL)
@click.option(
    "--from", "first", type=DAY, metavar="DATE", help="The first day of the rest; today without it."
)
@click.option("--until", "last", type=DAY, metavar="DATE", help="The last day of the rest.")
@click.option("--why", metavar="TEXT", help="Why, for yourself: the note's property `pause-why`.")
@click.pass_obj
def command(session: Session, goal: str, first: date | None, last: date | None, why: str | None) -> int:
    """Let GOAL, a path or a title, rest.

    Without dates its status is `paused` until `vaultgoals resume`. With them these days stand in its
    `pauses`: they ask for nothing, and break no streak.
    """
    from vaultgoals.cli.asking import refuse_what_is_no_text
    from vaultgoals.cli.turning import standing_today, turn, when_paused
    from vaultgoals.workspace.meant import goal_meant
    from vaultgoals.workspace.rests import pause

    refuse_what_is_no_text(why)
    workspace = session.open()
    today = session.today(workspace)
    path = goal_meant(goal, workspace, session.start)
    before = standing_today(session, workspace, path)
    return turn(
        workspace,
        session,
        path,
        lambda goal: pause(workspace.vault, goal, today, first=first, last=last, why=why),
        lambda goal: when_paused(goal, before, first or today, last, today),
    )
