"""`vaultgoals status`: how every goal stands today."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines, print_words, table_width, window_width

if TYPE_CHECKING:
    from vaultgoals.export.lines import Line
    from vaultgoals.export.table import Table
    from vaultgoals.workspace.folder import Workspace


@click.command("status")
@click.argument("goal", required=False, type=GOAL)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, goal: str | None, form: str) -> int:
    """Show how the goals stand: number, plan, and what they mean.

    GOAL, a path or a title, shows that one in a few lines.
    """
    from vaultgoals.core.scorecard import Scorecard
    from vaultgoals.export.goal_text import goal_lines
    from vaultgoals.export.status_json import status_json
    from vaultgoals.export.status_text import status_tables
    from vaultgoals.export.values import dumps

    workspace = session.open(once=True)
    today = session.today(workspace)
    card = Scorecard.of(workspace.vault, asof=today, today=today)
    paths = (find_goal(goal, workspace, session),) if goal else ()
    if form == "json":
        click.echo(dumps(status_json(card, paths)))
    elif paths:
        print_lines(goal_lines(card, card.standings[paths[0]], window_width()))
    else:
        tables = status_tables(card)
        print_lines(_all_lines(tables, table_width()))
        if not tables:
            print_words(NO_GOALS)
    return 0


NO_GOALS = "No goals are active here. A note with `type: outcome` begins one; see `vaultgoals check`."
"""What there is to say where no goal is under way."""


def _all_lines(tables: "Iterable[Table]", width: int) -> "Iterator[Line]":
    from vaultgoals.export.table import table_lines

    for number, table in enumerate(tables):
        yield from [()] if number else []
        yield from table_lines(table, width)


def find_goal(name: str, workspace: "Workspace", session: Session) -> str:
    """The path of the goal that a person means by a path, a title or an alias."""
    from vaultgoals.workspace.meant import goal_meant

    return goal_meant(name, workspace, session.start)
