"""`vaultgoals explain`: every figure of one goal, and the readings behind it."""

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.status import find_goal
from vaultgoals.cli.terminal import print_lines, window_width


@click.command("explain")
@click.argument("goal", type=GOAL)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, goal: str, form: str) -> int:
    """Show how each figure of a goal was worked out.

    GOAL is a path or a title. Below the figures stand the decisions that name it, and the readings that
    the figures were made from; then those that do not count, and why.
    """
    from vaultgoals.core.scorecard import Scorecard
    from vaultgoals.export.explain_text import WIDTH, explain_text
    from vaultgoals.export.status_json import explain_json
    from vaultgoals.export.values import dumps
    from vaultgoals.review.explain import explain

    workspace = session.open(once=True)
    today = session.today(workspace)
    card = Scorecard.of(workspace.vault, asof=today, today=today)
    standing = card.standings[find_goal(goal, workspace, session)]
    if form == "json":
        click.echo(dumps(explain_json(card, standing)))
    else:
        print_lines(explain_text(explain(card, standing), window_width() or WIDTH))
    return 0
