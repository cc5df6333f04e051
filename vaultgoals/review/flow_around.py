"""The part of the goal map around one goal: where it leads, and what leads to it."""

from collections.abc import Iterable
from dataclasses import replace

from vaultgoals.review.flow import Flow


def flow_around(flow: Flow, path: str) -> Flow | None:
    """The map with nothing but the goal at a path, all that it leads to, and all that leads to it.

    None where the goal has no place on the map.
    """
    start = next((node.id for node in flow.nodes if node.path == path), None)
    if start is None:
        return None
    up = [(edge.lower, edge.upper) for edge in flow.edges]
    kept = _reached(start, up) | _reached(start, [(upper, lower) for lower, upper in up])
    return replace(
        flow,
        nodes=tuple(node for node in flow.nodes if node.id in kept),
        edges=tuple(edge for edge in flow.edges if {edge.lower, edge.upper} <= kept),
    )


def _reached(start: str, steps: Iterable[tuple[str, str]]) -> set[str]:
    """What can be reached from a node by steps from one to another, itself included."""
    onward: dict[str, list[str]] = {}
    for one, other in steps:
        onward.setdefault(one, []).append(other)
    reached, ahead = {start}, [start]
    while ahead:
        for other in onward.get(ahead.pop(), ()):
            if other not in reached:
                reached.add(other)
                ahead.append(other)
    return reached
