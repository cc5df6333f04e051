"""Whatever stands in a vault, the checks answer, and in the right places."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import all_rules, check
from vaultgoals.rules.knots import Graph, circle, knots

LINES = st.sampled_from(
    [
        "type: process",
        "type: outcome",
        "type: lever",
        "type: checkin",
        "type: outcom",
        "type: [process]",
        "type: goal",
        "type: output",
        "type: indicator",
        "type: guardrail",
        "type: objective",
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
        "target: 0",
        "baseline: 10",
        "aggregate: sum",
        "metric: {{metric}}",
        "objective: A",
        "milestones: [2026-08-01: 4, x]",
        "due: 2026-12-31",
        "due: 0001-01-01",
        "start: 9999-12-31",
        "start: 2026-01-01",
        "cadence: weekly",
        "cadence: 0 per day",
        "check-in: every 2 weeks",
        "pauses: [2026-01-01..9999-12-31]",
        "status: paused",
        "status: done",
        "exploratory: yes",
        "until: 2026-01-01",
        "because: so",
        "min: .inf",
        "vaultgoals-ignore: [VG2, {a: 1}]",
        "aliases: [A, B]",
        "aliases: [{x: y}, '']",
        "owner: Ana",
        "owner: {a: b}",
        "validator: [ana, 3]",
        "experiment: true",
        "timebox: 2026-01-01",
        "effort: 0",
        "- [ ] Call Eva [[A]]",
        "    - [x] [[B]] ask twice ➕ 2026-01-01 ✅ 9999-12-31 @ana",
        "- [/] Write [success:: ] 📅 0001-01-01 [[C]]",
        "| 2026-11-18 | 3 | 0.9 |",
        "| Date | Value | Confidence |",
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
# Half of the headers are closed and hold distinct properties; the others are whatever comes.
HEADERS = st.lists(LINES.filter(lambda line: ": " in line), max_size=10, unique_by=lambda line: line[:6])
TEXTS = st.one_of(
    st.lists(LINES, max_size=12),
    st.tuples(HEADERS, st.lists(LINES, max_size=6)).map(lambda parts: [*parts[0], "---", *parts[1]]),
).map("\n".join)
NOTES = st.dictionaries(st.sampled_from(["A", "B", "C", "Folder/A"]), TEXTS, max_size=4)
ALL = Config(rules=RuleSettings(select=tuple(rule.code for rule in all_rules())))
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
    for finding in check(Vault.of(read.values(), ALL), today=today):
        assert 0 <= finding.span.start <= finding.span.end <= len(read[finding.path].source.text)
        assert finding.message
        assert finding.hint


@given(notes=NOTES)
def test_the_order_in_which_notes_are_found_does_not_matter(notes: dict[str, str]) -> None:
    read = [read_note(Source.of(f"{title}.md", f"---\n{text}")) for title, text in notes.items()]
    today = date(2026, 11, 20)
    assert check(Vault.of(read, ALL), today=today) == check(Vault.of(reversed(read), ALL), today=today)


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
