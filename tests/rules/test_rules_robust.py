"""Whatever stands in a vault, the checks answer, and in the right places."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.rules.knots import Graph, circle, knots

LINES = st.sampled_from(
    [
        "type: process",
        "type: outcome",
        "type: lever",
        "type: checkin",
        "type: outcom",
        "type: [process]",
        "outcome:",
        'outcome: "[[A]]"',
        "outcome: [[B]]",
        'outcome: ["[[A]]", "[[C]]", 3]',
        'outcome: "[[#x]]"',
        "outcome: {a: b}",
        'goal: "[[A]]"',
        "goal: nobody",
        "value: x",
        "date: never",
        "target: 10",
        "target: ten",
        "due: 2026-12-31",
        "due: 0001-01-01",
        "start: 9999-12-31",
        "start: 2026-01-01",
        "cadence: weekly",
        "cadence: 0 per day",
        "check-in: every 2 weeks",
        "pauses: [2026-01-01..9999-12-31]",
        "status: paused",
        "exploratory: yes",
        "min: .inf",
        "vaultgoals-ignore: [VG2, {a: 1}]",
        "aliases: [A, B]",
        "a: b: c",
        "---",
        "# Check-ins",
        "- 2026-11-18: 3, fine",
        "- 2026-11-18: lots",
        "| Date | Value |",
        "|---|---|",
        "| 2026-11-17 | 3 |",
        "<<<<<<< a",
        "=======",
        ">>>>>>> b",
        "",
    ]
)
NOTES = st.dictionaries(
    st.sampled_from(["A", "B", "C", "Folder/A"]), st.lists(LINES, max_size=12).map("\n".join), max_size=4
)
GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdef"), max_size=3)).map(
    lambda graph: {node: [to for to in targets if to in graph] for node, targets in graph.items()}
)


@given(notes=NOTES, today=st.dates())
def test_checks_answer_whatever_is_written_and_point_into_the_note(
    notes: dict[str, str], today: date
) -> None:
    read = {
        f"{title}.md": read_note(Source.of(f"{title}.md", f"---\n{text}")) for title, text in notes.items()
    }
    for finding in check(Vault.of(read.values()), today=today):
        assert 0 <= finding.span.start <= finding.span.end <= len(read[finding.path].source.text)
        assert finding.message
        assert finding.hint


@given(notes=NOTES)
def test_the_order_in_which_notes_are_found_does_not_matter(notes: dict[str, str]) -> None:
    read = [read_note(Source.of(f"{title}.md", f"---\n{text}")) for title, text in notes.items()]
    today = date(2026, 11, 20)
    assert check(Vault.of(read), today=today) == check(Vault.of(reversed(read)), today=today)


def reached(graph: Graph, node: str) -> set[str]:
    found, ahead = set[str](), [*graph[node]]
    while ahead:
        to = ahead.pop()
        if to not in found:
            found.add(to)
            ahead += graph[to]
    return found


@given(graph=GRAPHS)
def test_a_knot_holds_exactly_the_goals_that_lead_to_each_other(graph: dict[str, list[str]]) -> None:
    tied = {node: knot for knot in knots(graph) for node in knot}
    for node in graph:
        mutual = {to for to in reached(graph, node) if node in reached(graph, to)}
        assert tied.get(node, frozenset()) == mutual


@given(graph=GRAPHS)
def test_a_circle_begins_at_the_first_goal_of_its_knot_and_leads_back_to_it(
    graph: dict[str, list[str]],
) -> None:
    for knot in knots(graph):
        way = circle(graph, knot)
        assert way[0] == min(knot)
        assert len(way) == len(set(way))
        assert all(to in graph[node] for node, to in zip(way, [*way[1:], way[0]], strict=True))
