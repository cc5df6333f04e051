"""The goal map as a tree in a terminal: each goal below what it leads to."""

from collections.abc import Iterator, Mapping, Sequence

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.export.excerpt import visible, wide
from vaultgoals.export.lines import Line, Style, shortened
from vaultgoals.export.table import style_of
from vaultgoals.review.flow import Flow, FlowNode
from vaultgoals.review.ladder import HEADS
from vaultgoals.review.marks import in_words

_WIDE = 1 << 20
_LEAST = 12


def graph_text(flow: Flow, width: int | None = None) -> list[Line]:
    """A line for each goal, with its mark, what it is and how it stands; long titles are shortened to
    `width` columns, if any.

    One that leads to several goals stands below each of them, and what is below it only the first time.
    What leads to no outcome comes last.
    """
    below: dict[str, list[FlowNode]] = {}
    nodes = {node.id: node for node in flow.nodes}
    for edge in flow.edges:
        below.setdefault(edge.upper, []).append(nodes[edge.lower])
    lower, drawn = {edge.lower for edge in flow.edges}, set[str]()
    tops = [node for node in flow.nodes if node.id not in lower]
    heads = [node for node in tops if node.kind in HEADS]
    lines = list(_trees(heads, below, drawn, width or _WIDE))
    strays = list(_trees([node for node in tops if node.kind not in HEADS], below, drawn, width or _WIDE))
    if strays:
        lines += [*([()] if lines else []), (("Leading to no outcome", Style.PLACE),), *strays]
    return lines


def said_of(node: FlowNode) -> list[str]:
    """What a goal is, and how it stands: `at most 2 %`, `holds`."""
    guards = {Health.ON_TRACK: "holds", Health.OFF_TRACK: "broken"} if node.kind is Kind.GUARDRAIL else {}
    health = guards.get(node.health, in_words(node.health)) if node.health else ""
    return [*dict.fromkeys(filter(None, (node.about, health)))]


def _trees(
    tops: Sequence[FlowNode], below: Mapping[str, Sequence[FlowNode]], drawn: set[str], width: int
) -> Iterator[Line]:
    for place, top in enumerate(tops):
        if place and (below.get(top.id) or below.get(tops[place - 1].id)):
            yield ()
        yield from _tree(top, below, drawn, width, first="", more="")


def _tree(
    node: FlowNode,
    below: Mapping[str, Sequence[FlowNode]],
    drawn: set[str],
    width: int,
    *,
    first: str,
    more: str,
) -> Iterator[Line]:
    again = node.id in drawn and bool(below.get(node.id))
    yield _line(node, first, width, again=again)
    if node.id in drawn:
        return
    drawn.add(node.id)
    children = below.get(node.id, ())
    for place, child in enumerate(children, start=1):
        branch, beyond = ("└─ ", "   ") if place == len(children) else ("├─ ", "│  ")
        yield from _tree(child, below, drawn, width, first=more + branch, more=more + beyond)


def _line(node: FlowNode, branch: str, width: int, *, again: bool) -> Line:
    """`├─ ○ Trial conversion · off track`."""
    words = "".join(f" · {visible(word)}" for word in (["as above"] if again else said_of(node)))
    mark = f"{node.mark} " if node.mark else ""
    room = max(width - wide(branch + mark + words), _LEAST)
    return (
        (branch, Style.QUIET),
        (mark, style_of(node.health)),
        (shortened(visible(node.title), room), Style.PLACE if node.kind in HEADS else Style.PLAIN),
        (words, Style.PLAIN),
    )
