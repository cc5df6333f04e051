"""`vaultgoals graph`: what leads to what."""

from typing import TYPE_CHECKING

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.status import NO_GOALS, find_goal
from vaultgoals.cli.terminal import print_lines, print_words, window_width
from vaultgoals.errors import UsageError

if TYPE_CHECKING:
    from vaultgoals.core.scorecard import Scorecard
    from vaultgoals.review.flow import Flow

_FORMATS = ("text", "mermaid", "dot", "json")


@click.command("graph")
@click.argument("goal", required=False, type=GOAL)
@click.option("--format", "form", type=click.Choice(_FORMATS), default="text", show_default=True)
@click.pass_obj
def command(session: Session, goal: str | None, form: str) -> int:
    """Draw what leads to what.

    Each active or paused goal stands below those that it leads to. With GOAL, a path or a title, only where
    that one leads and what leads to it.
    """
    from vaultgoals.core.scorecard import Scorecard
    from vaultgoals.export.graph_dot import graph_dot
    from vaultgoals.export.graph_json import graph_json
    from vaultgoals.export.graph_text import graph_text
    from vaultgoals.export.values import dumps
    from vaultgoals.review.flow import goal_flow

    workspace = session.open(once=True)
    today = session.today(workspace)
    card = Scorecard.of(workspace.vault, asof=today, today=today)
    flow = goal_flow(card)
    if goal:
        flow = _around(card, flow, find_goal(goal, workspace, session))
    match form:
        case "json":
            click.echo(dumps(graph_json(flow, today=today)))
        case "dot":
            click.echo(graph_dot(flow))
        case "mermaid":
            click.echo(_mermaid(flow), nl=False)
        case _ if flow.nodes:
            print_lines(graph_text(flow, window_width()))
        case _:
            print_words(NO_GOALS)
    return 0


def _mermaid(flow: "Flow") -> str:
    from vaultgoals.render.flow import render_flow

    return render_flow(flow)


def _around(card: "Scorecard", flow: "Flow", path: str) -> "Flow":
    from vaultgoals.review.flow_around import flow_around

    found = flow_around(flow, path)
    if found is None:
        goal = card.standings[path].goal
        raise UsageError(
            f"“{goal.title}” is {goal.status}.", "The map shows goals that are active or paused."
        )
    return found
