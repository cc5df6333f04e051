"""The vault as a whole: what serves what, which outcomes a goal reaches, and what was logged where."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Link
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note


def vault(notes: dict[str, str], config: Config = Config(), files: tuple[str, ...] = ()) -> Vault:
    """A vault of notes by path, without `.md`; a note's properties alone are given."""
    return Vault.of(
        (read_note(Source.of(f"{path}.md", f"---\n{text}\n---\n")) for path, text in notes.items()),
        config,
        files,
    )


def goals(notes: dict[str, str]) -> Vault:
    """A vault of goals by title, each given as its kind and what its `outcome` says: `process [a, b]`."""
    said = {title: text.partition(" ") for title, text in notes.items()}
    return vault({title: f"type: {kind}\noutcome: {outcome}" for title, (kind, _, outcome) in said.items()})


def reached(of: Vault, path: str) -> list[str]:
    return [outcome.removesuffix(".md") for outcome in of.outcomes_of(f"{path}.md")]


def reaching(of: Vault) -> dict[str, list[str]]:
    return {
        outcome.removesuffix(".md"): [goal.title for goal in found] for outcome, found in of.reaching.items()
    }


# What notes are.


def test_notes_are_listed_by_path_and_goals_apart_from_check_ins_and_other_notes() -> None:
    of = vault(
        {"b": "type: outcome", "a": "type: process", "c": "type: checkin", "d": "type: meeting", "e": ""}
    )

    assert list(of.notes) == ["a.md", "b.md", "c.md", "d.md", "e.md"]
    assert dict(of.kinds) == {"a.md": Kind.PROCESS, "b.md": Kind.OUTCOME, "c.md": Kind.CHECKIN}
    assert list(of.goals) == ["a.md", "b.md"]
    assert [goal.path for goal in of.of_kind(Kind.OUTCOME, Kind.LEVER)] == ["b.md"]


def test_a_goal_review_is_no_goal() -> None:
    of = vault({"Review": "type: goal-review"})

    assert dict(of.kinds) == {"Review.md": Kind.REVIEW}
    assert dict(of.goals) == {}


def test_an_unusable_note_resolves_and_is_no_goal() -> None:
    of = vault({"out": "type: outcome\ntype: outcome", "pro": "type: process\noutcome: out"})

    (link,) = of.goals["pro.md"].outcome
    assert of.resolve(link, "pro.md").path == "out.md"
    assert of.goal_at(link, "pro.md") is None
    assert reached(of, "pro") == []


def test_links_lead_to_other_files_than_notes_as_well() -> None:
    of = vault({"pro": "type: process\noutcome: '[[Plan.pdf]]'"}, files=("assets/Plan.pdf",))

    (link,) = of.goals["pro.md"].outcome
    assert of.resolve(link, "pro.md").path == "assets/Plan.pdf"
    assert of.goal_at(link, "pro.md") is None


@pytest.mark.parametrize("place", [None, "outcome"])
def test_a_link_to_a_heading_of_its_own_note_leads_to_that_note(place: str | None) -> None:
    link = Link(target="", heading="Plan", property=place, span=Span(0, 0))

    assert goals({"end": "outcome"}).resolve(link, "end.md").path == "end.md"


def test_a_name_that_several_notes_have_always_leads_to_the_same_one() -> None:
    texts = {"b/out": "type: outcome", "a/out": "type: outcome", "pro": "type: process\noutcome: out"}

    found = [reached(vault(dict(items)), "pro") for items in (texts.items(), reversed(texts.items()))]
    assert found == [["a/out"], ["a/out"]]


# What serves what.


@pytest.mark.parametrize(
    ("kind", "may_serve"),
    [
        ("process", {"outcome", "indicator", "lever", "output"}),
        ("output", {"outcome", "indicator", "lever"}),
        ("lever", {"outcome", "indicator"}),
        ("indicator", {"outcome"}),
        ("guardrail", {"outcome"}),
        ("outcome", set()),
        ("objective", set()),
    ],
)
def test_which_kind_may_serve_which(kind: str, may_serve: set[str]) -> None:
    every = {other.value: f"type: {other.value}" for other in Kind}
    links = ", ".join(every)
    of = vault({**every, "me": f"type: {kind}\noutcome: [{links}]"})

    assert {path.removesuffix(".md") for path in of.serves["me.md"]} == may_serve


def test_what_leads_nowhere_or_to_no_goal_serves_nothing() -> None:
    of = vault({"me": "type: process\noutcome: ['[[Nowhere]]', '[[note]]', '[[me]]', '[[#me]]']", "note": ""})

    assert of.serves["me.md"] == ()


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        ("end", ["end"]),
        ("[other, end]", ["other", "end"]),
        ("[end, end, '[[end|again]]']", ["end"]),
        ("early", ["end"]),
        ("try", ["end"]),
        ("lost", []),
        ("[lost, other]", ["other"]),
        ("[try, other, early]", ["end", "other"]),
        ("do", []),
        ("", []),
    ],
)
def test_a_goal_reaches_the_outcomes_at_the_end_of_its_links(outcome: str, expected: list[str]) -> None:
    of = goals(
        {
            "end": "outcome",
            "other": "outcome",
            "early": "indicator end",
            "try": "lever early",
            "lost": "lever",
            "do": "process end",
            "me": f"process {outcome}",
        }
    )

    assert reached(of, "me") == expected


def test_a_chain_over_every_kind_reaches_its_outcome() -> None:
    of = goals(
        {
            "end": "outcome",
            "early": "indicator end",
            "try": "lever early",
            "make": "output try",
            "do": "process make",
            "watch": "guardrail end",
        }
    )

    assert all(reached(of, path) == ["end"] for path in ("early", "try", "make", "do", "watch"))
    assert reaching(of) == {"end": ["do", "early", "make", "try", "watch"]}


def test_an_outcome_reaches_nothing_whatever_it_links_to() -> None:
    assert reached(goals({"a": "outcome b", "b": "outcome a"}), "a") == []


@pytest.mark.parametrize(
    "circle",
    [
        {"a": "process a"},
        {"a": "lever b", "b": "lever a"},
        {"a": "process b", "b": "output c", "c": "lever a"},
        {"a": "indicator b", "b": "process a"},
    ],
)
def test_a_circle_reaches_nothing(circle: dict[str, str]) -> None:
    of = goals(circle)

    assert all(reached(of, path) == [] for path in circle)
    assert reaching(of) == {}


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("active", ["do", "straight", "way"]),
        ("paused", ["do", "straight", "way"]),
        ("done", ["do", "straight", "way"]),
        ("draft", ["straight", "way"]),
        ("dropped", ["straight", "way"]),
    ],
)
def test_a_draft_or_a_dropped_note_in_the_way_ends_it_for_the_diagnosis(
    status: str, found: list[str]
) -> None:
    of = vault(
        {
            "end": "type: outcome",
            "way": f"type: indicator\noutcome: end\nstatus: {status}",
            "do": "type: process\noutcome: way",
            "straight": "type: process\noutcome: [way, end]",
        }
    )

    assert reached(of, "do") == ["end"]
    assert reaching(of) == {"end": found}


def test_nothing_reaches_a_draft_or_dropped_outcome_for_the_diagnosis() -> None:
    of = vault({"end": "type: outcome\nstatus: dropped", "pro": "type: process\noutcome: end"})

    assert reached(of, "pro") == ["end"]
    assert reaching(of) == {}


def test_ways_around_some_notes_can_be_asked_for() -> None:
    of = goals(
        {"end": "outcome", "early": "indicator end", "do": "process early", "try": "lever [early, end]"}
    )

    assert of.outcomes_of("do.md", avoiding={"early.md"}) == ()
    assert of.outcomes_of("try.md", avoiding={"early.md"}) == ("end.md",)
    assert of.reaching_around({"early.md"})["end.md"] == ("early.md", "try.md")


def test_a_chain_of_1500_wrong_links_is_followed_without_harm() -> None:
    chain = {f"p{number}": f"process p{number + 1}" for number in range(1_500)}
    of = goals({**chain, "p1500": "process end", "end": "outcome"})

    assert reaching(of) == {"end": ["p1500"]}


def test_5000_goals_on_one_outcome_all_reach_it() -> None:
    names = [f"p{number:04}" for number in range(5_000)]

    assert reaching(goals({"end": "outcome", **dict.fromkeys(names, "process end")})) == {"end": names}


# Objectives.


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('"[[Grow]]"', "Grow.md"),
        ("Grow", "Grow.md"),
        ("['[[Grow]]', '[[Other]]']", "Grow.md"),
        ('"[[end]]"', None),
        ('"[[Nowhere]]"', None),
        ("", None),
    ],
)
def test_an_outcome_belongs_to_the_objective_that_it_links_to(written: str, expected: str | None) -> None:
    of = vault(
        {"Grow": "type: objective", "Other": "type: objective", "end": f"type: outcome\nobjective: {written}"}
    )

    assert of.objective_of(of.goals["end.md"]) == expected
    assert {path: [goal.title for goal in found] for path, found in of.below_objective.items()} == (
        {expected: ["end"]} if expected else {}
    )


def test_an_objective_lists_its_outcomes_by_path_and_nothing_else() -> None:
    of = vault(
        {
            "Grow": "type: objective",
            "b": "type: outcome\nobjective: Grow",
            "a": "type: outcome\nobjective: Grow",
            "c": "type: indicator\nobjective: Grow",
        }
    )

    assert [goal.title for goal in of.below_objective["Grow.md"]] == ["a", "b"]


# What was logged.


def test_check_ins_are_kept_by_goal_in_their_order() -> None:
    of = vault(
        {
            "A": "type: outcome",
            "B": "type: outcome",
            "2026-11-20 0900 A": "type: checkin\ngoal: A\nvalue: 1",
            "2026-11-20 0900 A 10": "type: checkin\ngoal: A\nvalue: 3",
            "2026-11-20 0900 A 2": "type: checkin\ngoal: [A, B]\nvalue: 2",
            "old": "type: checkin\ngoal: A\ndate: 2026-11-19\nvalue: 0",
        }
    )

    assert [checkin.value for checkin in of.history(of.goals["A.md"]).checkins] == [0, 1, 2, 3]
    assert [checkin.value for checkin in of.history(of.goals["B.md"]).checkins] == [2]
    assert len(list(of.checkins)) == 5
    assert of.unread_checkins == {}


def test_a_goal_that_was_never_logged_has_an_empty_history() -> None:
    of = goals({"end": "outcome"})

    assert of.history(of.goals["end.md"]).checkins == ()


def test_what_cannot_be_read_is_kept_by_note() -> None:
    of = vault(
        {
            "A": "type: outcome",
            "2026-11-20 a": "type: checkin\ngoal: Nowhere\nvalue: 1",
            "2026-11-20 b": "type: checkin\ngoal: A\nvalue: many",
            "2026-11-20 c": "type: checkin\ngoal: A\nvalue: 1",
        }
    )

    assert {path: [trouble.what for trouble in found] for path, found in of.unread_checkins.items()} == {
        "2026-11-20 a.md": ["checkin-goal"],
        "2026-11-20 b.md": ["checkin"],
    }
    assert [checkin.on for checkin in of.checkins] == [date(2026, 11, 20)]


def test_a_check_in_finds_the_nearest_goal_of_a_name() -> None:
    of = vault(
        {
            "Work/Calls": "type: process",
            "Home/Calls": "type: process",
            "Home/Log/2026-11-20": "type: checkin\ngoal: Calls\nvalue: 1",
            "Work/2026-11-20": "type: checkin\ngoal: Calls\nvalue: 2",
        }
    )

    assert {(checkin.goal, checkin.value) for checkin in of.checkins} == {
        ("Home/Calls.md", Fraction(1)),
        ("Work/Calls.md", Fraction(2)),
    }
