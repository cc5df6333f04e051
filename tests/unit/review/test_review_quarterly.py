from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.quarterly import QuarterlyReview, build_quarterly
from vaultgoals.review.text import Mention, plain
from vaultgoals.review.yearly import YearlyReview, build_yearly

TODAY = date(2026, 11, 20)


def goal(properties: str, *log: str) -> str:
    lines = "".join(f"- {line}\n" for line in log)
    return f"---\n{properties}\n---\n## Check-ins\n\n{lines}"


def outcome(*log: str, start: str = "2026-07-01", due: str = "2026-09-27", more: str = "") -> str:
    return goal(f"type: outcome\nbaseline: 0\ntarget: 10\nstart: {start}\ndue: {due}\n{more}", *log)


def process(first: str, *values: str, more: str = "") -> str:
    day = date.fromisoformat(first)
    log = [f"{day + timedelta(days=7 * week)}: {value}" for week, value in enumerate(values) if value]
    return goal(f"type: process\noutcome: '[[A]]'\ncadence: 2 per week\nstart: {first}\n{more}", *log)


def period(label: str) -> Period:
    found = Calendar().read(label)
    assert found
    return found


def vault_of(notes: Mapping[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(f"{name}.md", text)) for name, text in notes.items())


def quarter(notes: Mapping[str, str], label: str = "2026-Q3", today: date = TODAY) -> QuarterlyReview:
    return build_quarterly(vault_of(notes), period(label), today=today, findings=(), pages=frozenset())


def year(notes: Mapping[str, str], today: date = TODAY) -> YearlyReview:
    return build_yearly(vault_of(notes), period("2026"), today=today, findings=(), pages=frozenset())


def ended(page: QuarterlyReview) -> list[str]:
    return [plain(line) for line in page.ended.outcomes.shown]


@pytest.mark.parametrize(
    ("outcomes", "said"),
    [
        ([], "No outcome is scored in Q3 2026."),
        ([outcome("2026-08-01: 10")], "The one outcome due in Q3 2026 was reached; its score is 1."),
        ([outcome("2026-08-01: 4")], "The one outcome due in Q3 2026 was not reached; its score is 0.4."),
        ([outcome()], "The one outcome due in Q3 2026 was not measured."),
        (
            [outcome("2026-08-01: 10"), outcome("2026-08-01: 4")],
            "1 of 2 outcomes due in Q3 2026 was reached; the mean score is 0.7.",
        ),
        (
            [outcome("2026-08-01: 10"), outcome("2026-08-01: 10")],
            "Both outcomes due in Q3 2026 were reached; the mean score is 1.",
        ),
        (
            [outcome("2026-08-01: 4"), outcome()],
            "None of 2 outcomes due in Q3 2026 was reached, 1 was not measured; the mean score is 0.2.",
        ),
        (
            [outcome("2026-08-01: 5", due="2026-12-20")],
            "No outcome was due in Q3 2026; the score of A is 0.5.",
        ),
        (
            [outcome("2026-08-01: 10"), outcome("2026-08-01: 5", due="2026-12-20")],
            "The one outcome due in Q3 2026 was reached; the mean score of both is 0.75.",
        ),
        (
            [outcome("2026-08-01: 10", due="2026-12-20", more="status: done\nclosed: 2026-08-02")],
            "The one outcome due or closed in Q3 2026 was reached; its score is 1.",
        ),
    ],
)
def test_the_first_sentence_counts_what_was_reached(outcomes: list[str], said: str) -> None:
    assert plain(quarter(dict(zip("AB", outcomes, strict=False))).headline) == said


def test_while_the_quarter_is_open_the_first_sentence_says_so_far() -> None:
    page = quarter({"A": outcome("2026-10-05: 4", due="2026-12-20")}, "2026-Q4")
    assert plain(page.headline) == "So far the one outcome due in Q4 2026 is not reached; its score is 0.4."
    assert [plain(line)[:4] for line in page.ended.due.shown] == ["○ A:"]
    assert ended(page) == []


@pytest.mark.parametrize(
    ("text", "scored"),
    [
        (outcome("2026-08-01: 4"), True),
        (outcome("2026-08-01: 4", due="2027-06-30"), True),
        (outcome("2026-05-01: 4", start="2026-04-01", due="2026-06-30"), False),
        (outcome(start="2026-10-01", due="2026-12-20"), False),
        (outcome("2026-08-01: 4", more="status: dropped\nclosed: 2026-09-01"), False),
        (outcome("2026-08-01: 4", more="status: dropped\nclosed: 2026-10-09"), True),
        (outcome("2026-08-01: 4", more="status: draft"), False),
        (outcome("2026-05-01: 4", start="2026-04-01", more="status: done\nclosed: 2026-06-09"), False),
        (outcome("2026-08-01: 4", more="status: paused"), True),
        (goal("type: outcome\nstart: 2026-07-01", "2026-08-01: 4"), False),
    ],
)
def test_an_outcome_is_scored_in_the_quarters_that_it_lives_in(text: str, *, scored: bool) -> None:
    assert quarter({"A": text}).outcomes == int(scored)


def test_later_readings_change_nothing_on_the_page_of_a_quarter_that_is_over() -> None:
    page = quarter({"A": outcome("2026-08-01: 4", "2026-10-02: 10", due="2026-12-20")})
    assert page.score == Fraction(4, 10)


@pytest.mark.parametrize(
    ("log", "said"),
    [
        (("2026-07-10: 3, slow", "2026-08-10: 4, on holiday"), ". You wrote on 10 Aug: “on holiday”"),
        (("2026-07-10: 3, slow", "2026-08-10: 4"), ". You wrote on 10 Jul: “slow”"),
        (("2026-06-10: 3, slow", "2026-08-10: 4"), ""),
        (("2026-08-10: 4", "2026-10-10: 4, why it was"), ""),
    ],
)
def test_the_reason_is_what_was_written_last_in_the_quarter(log: tuple[str, ...], said: str) -> None:
    [line] = ended(quarter({"A": outcome(*log)}))
    assert line == f"✗ A: not reached · 4, target 10 by 27 Sep · score 0.4 (amber){said}"


def test_the_reason_links_to_where_it_stands() -> None:
    [line] = quarter({"A": outcome("2026-08-10: 4, on holiday")}).ended.outcomes.shown
    links = [part for part in line if isinstance(part, Mention)]
    assert [(link.shown, link.heading) for link in links] == [("A", None), ("10 Aug", "Check-ins")]


def test_what_was_dropped_or_closed_says_so() -> None:
    notes = {
        "A": outcome("2026-08-01: 4", more="status: dropped\nclosed: 2026-09-01"),
        "B": outcome("2026-08-01: 4", due="2026-12-20", more="status: done\nclosed: 2026-09-02"),
        "C": process("2026-07-06", "2", more="status: dropped\nclosed: 2026-08-03"),
    }
    page = quarter(notes)
    assert ended(page) == [
        "· A: dropped on 1 Sep · 4, target 10 by 27 Sep · score 0.4 (amber)",
        "✗ B: closed on 2 Sep, not reached · 4, target 10 by 20 Dec · score 0.4 (amber)",
    ]
    assert plain(page.ended.closed) == "Also closed: C dropped on 3 Aug"


@pytest.mark.parametrize("target", ["", "target: 5\nbaseline: 5"])
def test_an_outcome_that_cannot_be_judged_is_neither_reached_nor_not(target: str) -> None:
    closed = "status: done\nclosed: 2026-09-20"
    page = quarter({"A": goal(f"type: outcome\n{target}\ndue: 2026-09-27\n{closed}", "2026-08-01: 5")})
    assert ended(page) == []
    assert plain(page.ended.closed) == "Also closed: A on 20 Sep"
    assert plain(page.headline) == "No outcome is scored in Q3 2026."


def test_scores_that_are_told_already_are_not_told_twice() -> None:
    assert quarter({"A": outcome("2026-08-01: 4")}).scores.count == 0
    assert quarter({"A": outcome("2026-08-01: 4"), "B": outcome(due="2026-12-20")}).scores.count == 2


@pytest.mark.parametrize(
    ("properties", "quarters"),
    [
        ("result: worked\nclosed: 2026-08-01\nstatus: done\ntimebox: 2026-12-01", ["2026-Q3"]),
        ("result: worked\ntimebox: 2026-08-01\ndue: 2026-12-01", ["2026-Q3"]),
        ("result: worked\ndue: 2026-12-01", ["2026-Q4"]),
        ("result: worked", ["2026-Q4"]),
        ("status: dropped\nclosed: 2026-08-01", ["2026-Q3"]),
        ("timebox: 2026-08-01", []),
    ],
)
def test_a_lever_belongs_to_the_quarter_in_which_it_ended(properties: str, quarters: list[str]) -> None:
    notes = {"L": goal(f"type: lever\noutcome: '[[A]]'\n{properties}")}
    assert [label for label in ("2026-Q3", "2026-Q4") if quarter(notes, label).tried.shown] == quarters


def test_a_process_goal_counts_until_the_last_of_its_outcomes_has_ended() -> None:
    notes = {"A": outcome(due="2026-08-02"), "P": process("2026-07-06", "2", "2", "1")}
    [row] = quarter(notes).kept.rows
    assert (row.parts, row.whole) == (("2/3", "not logged"), "2 of 4 weeks, 1 not logged")
    logged = notes | {"P": process("2026-07-06", "2", "2", "1", "", "", "2")}
    [row] = quarter(logged).kept.rows
    assert row.whole == "3 of 5 weeks, 1 not logged"


def test_outcomes_that_are_due_later_run_on_once_the_quarter_is_over() -> None:
    notes = {"A": outcome("2026-08-01: 4", due="2026-12-20"), "B": outcome("2026-08-01: 4")}
    page = quarter(notes)
    assert page.following == "Q4 2026"
    assert [plain(line).split(":")[0] for line in page.runs_on.shown] == ["◐ A"]
    assert quarter(notes, "2026-Q4").runs_on.shown == ()


def test_a_year_shows_each_score_at_the_end_of_each_quarter_that_it_was_measured_by() -> None:
    notes = {
        "A": outcome("2026-08-01: 4", "2026-10-05: 6", start="2026-05-01", due="2026-12-20"),
        "B": outcome("2026-08-01: 10"),
    }
    scores = year(notes).scores
    assert scores.heads == ("Q3", "Q4")
    [group] = scores.groups
    assert [(row.goal.shown, row.scores) for row in group.outcomes] == [
        ("A", ("0.4", "0.6")),
        ("B", ("1", "–")),
    ]


def test_a_year_says_what_became_of_its_outcomes() -> None:
    notes = {
        "A": outcome("2026-08-01: 10"),
        "B": outcome("2026-08-01: 4"),
        "C": outcome(),
        "D": outcome("2026-08-01: 4", more="status: dropped\nclosed: 2026-09-01"),
    }
    came = {group.fate: [plain(line) for line in group.outcomes.shown] for group in year(notes).came}
    assert came == {
        "Reached": ["A"],
        "Not reached": ["B (0.4)"],
        "Not measured": ["C"],
        "Dropped": ["D (0.4)"],
    }


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ("222", []),
        ("2222", ["P 4 weeks in a row, up to 2 Aug"]),
        ("22221222", ["P 4 weeks in a row, up to 2 Aug"]),
        ("22221222211", ["P 4 weeks in a row, up to 6 Sep"]),
    ],
)
def test_the_longest_run_of_a_year_is_told_from_four_on(values: str, said: list[str]) -> None:
    assert [plain(run) for run in year({"P": process("2026-07-06", *values)}).runs] == said


def test_a_score_rounds_to_one_only_where_the_target_is_met() -> None:
    [line] = ended(quarter({"A": outcome("2026-08-01: 9.999")}))
    assert "score 0.99 (green)" in line
