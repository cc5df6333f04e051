"""The goal map as JSON."""

from datetime import date

from vaultgoals.export.values import SCHEMA, Json, day
from vaultgoals.review.flow import Flow


def graph_json(flow: Flow, *, today: date) -> Json:
    """The goals and what leads to what, both by path."""
    paths = {node.id: node.path for node in flow.nodes}
    nodes: list[Json] = [
        {
            "path": node.path,
            "title": node.title,
            "kind": node.kind.value,
            "health": node.health.value if node.health else None,
            "about": node.about,
        }
        for node in flow.nodes
    ]
    edges: list[Json] = [{"from": paths[edge.lower], "to": paths[edge.upper]} for edge in flow.edges]
    return {"schema": SCHEMA, "today": day(today), "nodes": nodes, "edges": edges}
