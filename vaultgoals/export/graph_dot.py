"""The goal map in the language of Graphviz: `vaultgoals graph --format dot | dot -Tsvg`."""

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.export.excerpt import visible
from vaultgoals.export.graph_text import said_of
from vaultgoals.review.flow import Flow, FlowNode

_SHAPES = {Kind.OBJECTIVE: "ellipse", Kind.OUTCOME: "box", Kind.PROCESS: "box"}
_COLOURS = {
    Health.ACHIEVED: "#009e73",
    Health.ON_TRACK: "#009e73",
    Health.AT_RISK: "#e69f00",
    Health.OFF_TRACK: "#d55e00",
    Health.MISSED: "#d55e00",
}


def graph_dot(flow: Flow) -> str:
    """A directed graph with an arrow from each goal to what it leads to, from the bottom up."""
    lines = ["digraph goals {", "  rankdir=BT;", '  node [fontname="sans-serif"];']
    lines += [f"  {node.id} [{_attributes(node)}];" for node in flow.nodes]
    lines += [f"  {edge.lower} -> {edge.upper};" for edge in flow.edges]
    return "\n".join([*lines, "}"])


def _attributes(node: FlowNode) -> str:
    """The mark and the words say how a goal stands; the colour says it again."""
    title = f"{node.mark} {node.title}" if node.mark else node.title
    label = "\\n".join(_escaped(text) for text in (title, " · ".join(said_of(node))) if text)
    shape, colour = _SHAPES.get(node.kind, "note"), _COLOURS.get(node.health) if node.health else None
    style = "rounded" if node.kind is Kind.PROCESS else "solid"
    return f'label="{label}", shape={shape}, style={style}' + (f', color="{colour}"' if colour else "")


def _escaped(text: str) -> str:
    """A text inside a quoted label, where backslashes, quotes and entities have a meaning."""
    return visible(text).replace("\\", "\\\\").replace('"', '\\"').replace("&", "&amp;")
