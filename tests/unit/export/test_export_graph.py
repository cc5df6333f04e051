"""The goal map as a tree, for Graphviz and as JSON, and the part of it around one goal."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.goal import Kind
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import wide
from vaultgoals.export.graph_dot import graph_dot
from vaultgoals.export.graph_json import graph_json
from vaultgoals.export.graph_text import graph_text
from vaultgoals.export.lines import plain
from vaultgoals.markdown import read_note
from vaultgoals.review.flow import Flow, FlowEdge, FlowNode, goal_flow
from vaultgoals.review.flow_around import flow_around

TODAY = date(2026, 11, 20)

NOTES = {
    "Growth": "type: objective",
    "Trials": "type: outcome\nobjective: '[[Growth]]'",
    "Alone": "type: outcome",
    "Refunds": "type: guardrail\nmax: 2\nunit: '%'\noutcome: '[[Trials]]'",
    "Page": "type: lever\noutcome: '[[Trials]]'",
    "Calls": "type: process\ncadence: 3 per week\noutcome: ['[[Page]]', '[[Alone]]']",
    "Posts": "type: process\ncadence: weekly",
}


def flow_of(notes: Mapping[str, str] = NOTES) -> Flow:
    texts = ((f"{name}.md", f"---\n{head}\n---\n") for name, head in notes.items())
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts)
    return goal_flow(Scorecard.of(vault, asof=TODAY, today=TODAY))


def drawn(flow: Flow, width: int | None = None) -> str:
    return plain(graph_text(flow, width))


def test_each_goal_stands_below_what_it_leads_to() -> None:
    only = {name: NOTES[name] for name in ("Growth", "Trials", "Alone", "Refunds", "Page", "Calls", "Posts")}
    assert drawn(flow_of(only)) == (
        "· Growth · not measured\n"
        "└─ · Trials · not measured\n"
        "   ├─ Refunds · at most 2 %\n"
        "   └─ Page · lever\n"
        "      └─ · Calls · 3 per week · not measured\n"
        "\n"
        "· Alone · not measured\n"
        "└─ · Calls · 3 per week · not measured\n"
        "\n"
        "Leading to no outcome\n"
        "· Posts · weekly · not measured\n"
    )


def test_what_leads_to_several_goals_is_drawn_in_full_once() -> None:
    notes = NOTES | {"Page": "type: lever\noutcome: ['[[Trials]]', '[[Alone]]']"}
    text = drawn(flow_of({name: notes[name] for name in ("Alone", "Calls", "Page", "Trials")}))
    assert text.count("Page · lever") == 1
    assert text.endswith("└─ Page · as above\n")


@pytest.mark.parametrize(
    ("goal", "names"),
    [
        ("Page", {"Page", "Trials", "Growth", "Calls"}),
        ("Growth", {"Growth", "Trials", "Refunds", "Page", "Calls"}),
        ("Calls", {"Calls", "Page", "Trials", "Growth", "Alone"}),
        ("Posts", {"Posts"}),
    ],
)
def test_around_a_goal_is_where_it_leads_and_what_leads_to_it(goal: str, names: set[str]) -> None:
    found = flow_around(flow_of(), f"{goal}.md")
    assert found is not None
    assert {node.title for node in found.nodes} == names
    known = {node.id for node in found.nodes}
    assert all({edge.lower, edge.upper} <= known for edge in found.edges)


def test_a_goal_that_is_done_has_no_place_on_the_map() -> None:
    assert flow_around(flow_of({"Old": "type: outcome\nstatus: done"}), "Old.md") is None


def test_as_json_goals_and_what_they_lead_to_are_named_by_path() -> None:
    found = flow_around(flow_of(), "Refunds.md")
    assert found is not None
    document = graph_json(found, today=TODAY)
    assert isinstance(document, dict)
    nodes, edges = document["nodes"], document["edges"]
    assert isinstance(nodes, list)
    assert document["schema"] == 1
    assert nodes[-1] == {
        "path": "Refunds.md",
        "title": "Refunds",
        "kind": "guardrail",
        "health": None,
        "about": "at most 2 %",
    }
    assert edges == [{"from": "Trials.md", "to": "Growth.md"}, {"from": "Refunds.md", "to": "Trials.md"}]


# Whatever a title holds.

_NODE = re.compile(
    r'  n\d+ \[label="(?P<label>(?:[^"\\]|\\["\\n])*)", shape=\w+, style=\w+(?:, color="#[0-9a-f]{6}")?\];'
)
TITLES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


def one(title: str) -> Flow:
    node = FlowNode(id="n1", path="A.md", title=title, kind=Kind.LEVER, health=None, mark="", about="lever")
    lower = FlowNode(id="n2", path="B.md", title=title, kind=Kind.LEVER, health=None, mark="", about="lever")
    return Flow(nodes=(node, lower), edges=(FlowEdge(lower="n2", upper="n1"),))


def label_read(label: str) -> str:
    """A label as Graphviz shows it, up to its first line's end."""
    shown = re.sub(r"\\(.)", lambda escape: "\n" if escape[1] == "n" else escape[1], label)
    return shown.partition("\n")[0].replace("&amp;", "&")


@given(title=TITLES)
def test_for_graphviz_a_title_is_text_and_nothing_else(title: str) -> None:
    lines = graph_dot(one(title)).split("\n")
    found = [match for line in lines if (match := _NODE.fullmatch(line))]
    assert (len(found), len(lines)) == (2, 7)
    assert "\n" not in found[0]["label"]


@pytest.mark.parametrize(
    "title", ['Say "hi"', "a\\nb", "R&D &lt;b&gt;", "ends in \\", "[x]; {y} -> z", "目標"]
)
def test_for_graphviz_a_title_reads_as_written(title: str) -> None:
    match = _NODE.search(graph_dot(one(title)))
    assert match is not None
    assert label_read(match["label"]) == title


@pytest.mark.skipif(shutil.which("dot") is None, reason="Graphviz is not installed")
@settings(max_examples=20, deadline=None)
@given(title=TITLES)
def test_graphviz_takes_whatever_a_title_holds(title: str) -> None:
    done = subprocess.run(
        ["dot", "-Tsvg"], input=graph_dot(one(title)).encode(), capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@given(title=TITLES, width=st.integers(40, 120))
def test_the_tree_stays_within_the_window(title: str, width: int) -> None:
    assert all(wide(line) <= width for line in drawn(one(title), width).split("\n"))
