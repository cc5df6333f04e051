"""`vaultgoals log`: what was logged lately."""

from datetime import date, timedelta

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import DAY, Session
from vaultgoals.cli.terminal import print_lines, print_words, window_width
from vaultgoals.cli.titled import Titled
from vaultgoals.errors import UsageError

_USUAL = 14


@click.command("log", cls=Titled)
@click.argument("goal", required=False, type=GOAL)
@click.option("--since", type=DAY, metavar="DATE", help="From this day on.")
@click.option("--days", type=click.IntRange(1, 36_500), metavar="N", help="The last N days; 14 without.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, goal: str | None, since: date | None, days: int | None, form: str) -> int:
    """Show what was logged lately, and where it stands.

    GOAL is named as for `checkin`; of one goal the days and weeks are shown too in which nothing was logged.
    """
    from vaultgoals.core.years import YEARS
    from vaultgoals.export.log_json import log_json
    from vaultgoals.export.log_text import log_text
    from vaultgoals.export.values import dumps
    from vaultgoals.review.recent import recent
    from vaultgoals.workspace.goal_to_log import goal_to_log

    if since and days:
        raise UsageError("--since and --days both say how far back.", "Give one of them.")
    workspace = session.open(once=True)
    vault, today = workspace.vault, session.today(workspace)
    begin = since or max(today - timedelta(days=(days or _USUAL) - 1), date(YEARS[0], 1, 1))
    meant = goal_to_log(goal, workspace, session.start).goal if goal else None
    found = recent(vault, since=begin, today=today, goal=meant)
    if form == "json":
        click.echo(dumps(log_json(found, since=begin, today=today, goal=meant)))
    elif found:
        print_lines(log_text(found, today=today, width=window_width()))
    else:
        print_words(f"Nothing is logged since {begin}. `vaultgoals checkin GOAL VALUE` logs something.")
    return 0
