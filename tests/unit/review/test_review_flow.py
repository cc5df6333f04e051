"""The goal map as a picture: which goals it shows, and what leads to what."""

from collections.abc import Mapping
from datetime import date

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.flow import render_flow
from vaultgoals.review.flow import MOST, Flow, FlowNode, goal_flow
from vaultgoals.review.goal_map import goal_map

TODAY = date(2026, 11, 20)
PLAN = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
LOG = "## Check-ins\n\n- 2026-10-16: 6.3\n- 2026-11-13: 6.4\n"
KEPT = {
    "Keep": "type: objective",
    "Trials": f'type: outcome\nobjective: "[[Keep]]"\n{PLAN}',
    "Refunds": 'type: guardrail\noutcome: "[[Trials]]"\nmax: 2\nunit: "%"',
    "Price": 'type: lever\noutcome: "[[Trials]]"\nimpact: 4\nconfidence: 0.6\neffort: 2',
    "Stories": 'type: output\noutcome: "[[Trials]]"\ntarget: 6',
    "Calls": 'type: process\noutcome: "[[Trials]]"\ncadence: 10 calls per week',
    "Write": 'type: process\noutcome: "[[Stories]]"\ncadence: monthly',
    "Old": f"type: outcome\nstatus: done\n{PLAN}",
    "Posts": "type: process\ncadence: weekly",
}


def card_of(notes: Mapping[str, str]) -> Scorecard:
    texts = {name: f"---\n{head}\n---\n{LOG if name == 'Trials' else ''}" for name, head in notes.items()}
    vault = Vault.of(read_note(Source.of(f"Goals/{name}.md", text)) for name, text in texts.items())
    return Scorecard.of(vault, asof=TODAY, today=TODAY)


def flow_of(notes: Mapping[str, str]) -> Flow:
    return goal_flow(card_of(notes))


def named(flow: Flow) -> dict[str, FlowNode]:
    return {node.id: node for node in flow.nodes}


def led(flow: Flow) -> set[tuple[str, str]]:
    names = {node.id: node.title for node in flow.nodes}
    return {(names[edge.lower], names[edge.upper]) for edge in flow.edges}


def test_what_leads_to_what_is_an_arrow() -> None:
    assert led(flow_of(KEPT)) == {
        ("Trials", "Keep"),
        *((title, "Trials") for title in ("Refunds", "Price", "Stories", "Calls")),
        ("Write", "Stories"),
    }


def test_objectives_and_outcomes_come_first_and_closed_goals_not_at_all() -> None:
    titles = [node.title for node in flow_of(KEPT).nodes]
    assert titles == ["Keep", "Trials", "Refunds", "Price", "Stories", "Calls", "Posts", "Write"]


def test_a_goal_says_how_it_stands_or_what_it_is() -> None:
    about = {node.title: (node.mark, node.about) for node in flow_of(KEPT).nodes}
    assert about == {
        "Keep": ("○", "off track"),
        "Trials": ("○", "off track"),
        "Refunds": ("", "at most 2 %"),
        "Price": ("", "lever"),
        "Stories": ("·", "output"),
        "Calls": ("·", "10 calls per week"),
        "Write": ("·", "monthly"),
        "Posts": ("·", "weekly"),
    }


def test_a_goal_that_leads_to_two_has_one_box_and_two_arrows() -> None:
    both = 'type: process\noutcome: ["[[One]]", "[[Two]]"]\ncadence: weekly'
    flow = flow_of({"One": f"type: outcome\n{PLAN}", "Two": f"type: outcome\n{PLAN}", "Both": both})
    assert [node.title for node in flow.nodes] == ["One", "Two", "Both"]
    assert led(flow) == {("Both", "One"), ("Both", "Two")}


def many(outcomes: int, processes: int) -> dict[str, str]:
    notes = {"Keep": "type: objective"}
    for n in range(outcomes):
        notes[f"Outcome {n:03}"] = f'type: outcome\nobjective: "[[Keep]]"\n{PLAN}'
    for n in range(processes):
        notes[f"Work {n:03}"] = f'type: process\noutcome: "[[Outcome {n % outcomes:03}]]"\ncadence: weekly'
    return notes


def test_forty_goals_are_all_on_a_page() -> None:
    flow = flow_of(many(9, 30))
    assert len(flow.nodes) == MOST
    assert flow.for_a_page() == flow


def test_of_more_goals_a_page_shows_objectives_and_outcomes() -> None:
    flow = flow_of(many(10, 30)).for_a_page()
    assert {str(node.kind) for node in flow.nodes} == {"objective", "outcome"}
    assert len(flow.nodes) == 11
    assert len(flow.edges) == 10
    assert flow.left_out == 30


def test_of_very_many_outcomes_a_page_shows_forty_boxes() -> None:
    flow = flow_of(many(60, 5)).for_a_page()
    assert len(flow.nodes) == MOST
    assert flow.left_out == 26
    assert all(edge.lower in named(flow) and edge.upper in named(flow) for edge in flow.edges)


def test_where_nothing_leads_to_anything_the_list_stands_alone() -> None:
    assert goal_map(card_of({"Posts": "type: process\ncadence: weekly"})).flow is None
    assert goal_map(card_of(KEPT)).flow == flow_of(KEPT)


def test_a_map_in_mermaid_s_words_says_health_by_mark_and_class() -> None:
    lines = render_flow(flow_of(KEPT)).splitlines()
    assert 'n2["○ Trials<br>off track"]:::off' in lines
    assert 'n4("Price<br>lever"):::rest' in lines
    assert "n2 --> n1" in lines
    assert not any("click" in line or "href" in line for line in lines)
