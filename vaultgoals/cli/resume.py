"""`vaultgoals resume`: take a goal up again."""

from datetime import date

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import DAY, Session
from vaultgoals.cli.titled import Titled


@click.command("resume", cls=Titled)
@click.argument("goal", type=GOAL)
@click.option(
    "--on", "day", type=DAY, metavar="DATE", help="The first day that counts again; today without it."
)
@click.pass_obj
def command(session: Session, goal: str, day: date | None) -> int:
    """Take GOAL, a path or a title, up again.

    A status `paused` becomes `active`; a rest that its `pauses` name ends the day before.
    """
    from vaultgoals.cli.turning import standing_today, turn, when_resumed
    from vaultgoals.workspace.meant import goal_meant
    from vaultgoals.workspace.rests import resume

    workspace = session.open()
    today = session.today(workspace)
    on = day or today
    path = goal_meant(goal, workspace, session.start)
    before = workspace.vault.goals[path]
    return turn(
        workspace,
        session,
        path,
        lambda goal: resume(workspace.vault, goal, on, today),
        lambda goal: when_resumed(goal, before, standing_today(session, workspace, path), on, today),
    )
