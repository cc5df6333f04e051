"""The goal map as a Mermaid flowchart."""

from vaultgoals.render.environment import environment
from vaultgoals.render.plain import plain
from vaultgoals.review.flow import Flow


def render_flow(flow: Flow) -> str:
    """A goal map in Mermaid's own words, without a fence around them."""
    return environment().get_template("flow.md.j2").render(flow=plain(flow))
