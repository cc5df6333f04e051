"""What the dashboard and the page of problems say, as values."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.dashboard import Dashboard, build_dashboard
from vaultgoals.review.goal_map import goal_map
from vaultgoals.review.pages import PageKind
from vaultgoals.review.problems import IN_FULL, Problems, build_problems
from vaultgoals.review.text import plain
from vaultgoals.review.way import page_mention

TODAY = date(2026, 11, 20)
DASHBOARD, PROBLEMS, WEEK = "Reviews/Dashboard.md", "Reviews/Problems.md", "Reviews/Weekly/Review 2026-W47.md"
PLAN = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"


def outcome(more: str = "") -> str:
    return f"---\ntype: outcome\n{PLAN}\n{more}\n---\n## Check-ins\n\n- 2026-10-16: 6.3\n- 2026-11-13: 6.4\n"


def serving(kind: str, *outcomes: str, more: str = "") -> str:
    links = "".join(f'\n  - "[[{name}]]"' for name in outcomes)
    return f"---\ntype: {kind}\noutcome:{links}\n{more}\n---\n"


def process(*outcomes: str) -> str:
    return serving("process", *outcomes, more="cadence: weekly")


def vault_of(notes: Mapping[str, str], config: Config = Config()) -> Vault:
    return Vault.of((read_note(Source.of(f"{name}.md", text)) for name, text in notes.items()), config)


def dashboard(notes: Mapping[str, str], *pages: str) -> Dashboard:
    return build_dashboard(vault_of(notes), today=TODAY, findings=(), pages=frozenset(pages))


def drawn(notes: Mapping[str, str]) -> list[str]:
    found = goal_map(Scorecard.of(vault_of(notes), asof=TODAY, today=TODAY))
    lines = ["  " * line.depth + plain(line.words) for line in found.lines]
    return [*lines, *(f"lost: {plain(words)}" for words in found.lost)]


# The dashboard.


def test_paused_outcomes_do_not_count_and_are_named_apart() -> None:
    notes = {
        "Trials": outcome(),
        "Rest": outcome("status: paused"),
        "Leave": outcome("pauses: [2026-11-01..2026-12-01]"),
    }
    board = dashboard(notes)
    assert (board.outcomes, board.on_track) == (1, 0)
    assert [plain(line) for line in board.resting] == ["Paused: Leave until 1 Dec, Rest"]
    assert ["Trials" in plain(line) for line in board.scorecard.groups[0].outcomes.shown] == [True]


def test_drafts_are_counted_and_the_first_of_them_named() -> None:
    notes = {f"Idea {n:02}": "---\ntype: outcome\nstatus: draft\n---\n" for n in range(12)}
    (line,) = dashboard(notes).resting
    assert plain(line).startswith("12 drafts: Idea 00, Idea 01, ")
    assert plain(line).endswith(", Idea 07 and 4 more")


def test_outcomes_stand_below_their_objective_and_the_others_last() -> None:
    notes = {
        "Growth": "---\ntype: objective\n---\n",
        "Alone": outcome(),
        "Trials": outcome('objective: "[[Growth]]"'),
    }
    groups = dashboard(notes).scorecard.groups
    assert [plain(group.title) for group in groups] == ["○ Growth: off track · score 0.2", "Other outcomes"]
    only = dashboard({"Alone": outcome()}).scorecard.groups
    assert [plain(group.title) for group in only] == ["Outcomes"]


def test_the_dashboard_leads_to_the_pages_that_will_be_there() -> None:
    assert [way.target for way in dashboard({}, WEEK, PROBLEMS, DASHBOARD).ways] == [
        "Review 2026-W47",
        "Problems",
    ]
    assert [way.target for way in dashboard({}, PROBLEMS).ways] == ["Problems"]


def test_a_broken_limit_stands_before_all_that_is_well() -> None:
    holding = {f"Limit {n}": serving("guardrail", "Trials", more="max: 2") for n in range(9)}
    log = "## Check-ins\n\n- 2026-11-18: 3\n"
    notes = {"Trials": outcome(), **holding, "Z": serving("guardrail", "Trials", more="max: 2") + log}
    first, *_ = dashboard(notes).scorecard.measures.shown
    assert plain(first) == "○ Z: broken · 3, at most 2"


# Links between pages.


def linked(files: Sequence[str], config: Config = Config()) -> str | None:
    vault = Vault.of((), config, files)
    mention = page_mention(vault, PageKind.PROBLEMS, frozenset({*files, PROBLEMS}))
    return mention.target if mention else None


@pytest.mark.parametrize(
    ("files", "target"),
    [
        ((), "Problems"),
        ((PROBLEMS,), "Problems"),
        (("Work/Problems.md",), "Reviews/Problems"),
        (("Work/Problems.md", PROBLEMS), "Reviews/Problems"),
        (("work/problems.md",), "Reviews/Problems"),
    ],
)
def test_a_page_is_linked_alike_before_and_after_it_is_there(files: Sequence[str], target: str) -> None:
    assert linked(files) == target


def test_a_page_that_is_switched_off_is_not_linked() -> None:
    assert linked((PROBLEMS,), replace(Config(), pages=Pages(problems=None))) is None


# The goal map.


def test_a_goal_stands_below_what_it_leads_to() -> None:
    notes = {
        "Growth": "---\ntype: objective\n---\n",
        "Trials": outcome('objective: "[[Growth]]"'),
        "Stories": serving("output", "Trials", more="target: 6\ndue: 2026-12-20"),
        "Activation": serving("indicator", "Trials"),
        "Refunds": serving("guardrail", "Trials", more="max: 2\nunit: '%'"),
        "Price": serving("lever", "Activation"),
        "Write": process("Stories"),
        "Calls": process("Trials"),
    }
    assert drawn(notes) == [
        "○ Growth",
        "  ○ Trials",
        "    Activation, indicator",
        "      Price, lever",
        "    Refunds: at most 2 %",
        "    Stories, output",
        "      Write: weekly",
        "    Calls: weekly",
    ]


def test_a_goal_that_leads_to_two_stands_below_both_and_its_own_only_once() -> None:
    notes = {
        "A": outcome(),
        "B": outcome(),
        "Stories": serving("output", "A", "B"),
        "Write": process("Stories"),
        "Calls": process("A", "B"),
    }
    assert drawn(notes) == [
        "○ A",
        "  Stories, output",
        "    Write: weekly",
        "  Calls: weekly",
        "○ B",
        "  Stories, output, as above",
        "  Calls: weekly",
    ]


def test_goals_in_a_circle_or_leading_nowhere_are_lost_and_drafts_are_not_drawn() -> None:
    notes = {
        "Hen": serving("output", "Egg"),
        "Egg": serving("lever", "Hen"),
        "Posts": process("Nowhere"),
        "Draft": outcome("status: draft"),
        "For a draft": process("Draft"),
        "Done": outcome("status: done"),
    }
    assert drawn(notes) == [
        "lost: Egg, lever",
        "lost: Hen, output",
        "lost: For a draft: weekly",
        "lost: Posts: weekly",
    ]


# Problems.


def finding(path: str, severity: Severity, name: str = "some-rule", *, at: int = 0) -> Finding:
    return Finding(
        code="VG999",
        name=name,
        severity=severity,
        path=f"{path}.md",
        span=Span(at, at),
        message="`due` says “x`y”",
        hint='did you mean "[[Trials]]"?',
    )


def problems(notes: Mapping[str, str], *findings: Finding) -> Problems:
    return build_problems(vault_of(notes), today=TODAY, findings=findings, pages=frozenset({DASHBOARD}))


def test_notes_with_errors_come_before_those_with_warnings_and_infos_are_left_out() -> None:
    page = problems(
        {"A": "", "B": "", "C": ""},
        finding("A", Severity.WARNING),
        finding("B", Severity.WARNING),
        finding("B", Severity.ERROR),
        finding("C", Severity.INFO),
    )
    assert [plain((note.note,)) for note in page.notes] == ["B", "A"]
    assert [[line.severity for line in note.lines] for note in page.notes] == [
        ["error", "warning"],
        ["warning"],
    ]
    assert page.headline == "1 error and 2 warnings in 2 notes."
    assert (page.errors, page.warnings, page.infos) == (1, 2, 1)


def test_the_next_step_is_the_first_error_where_there_is_a_choice() -> None:
    page = problems({"A": "", "B": ""}, finding("A", Severity.WARNING), finding("B", Severity.ERROR))
    [wrong] = page.notes[0].lines
    assert plain(page.first) == f'B, line 1: {plain(wrong.message)} Did you mean "[[Trials]]"?'
    assert problems({"A": ""}, finding("A", Severity.ERROR)).first == ()
    assert problems({"A": ""}).first == ()
    assert problems({"A": ""}).headline == "Nothing to mend."


def test_beyond_some_notes_there_is_a_line_each() -> None:
    notes = {f"Note {n:03}": "" for n in range(IN_FULL + 5)}
    page = problems(notes, *(finding(name, Severity.ERROR) for name in notes))
    assert (len(page.notes), len(page.others)) == (IN_FULL, 5)


def test_a_line_leads_to_the_heading_above_it() -> None:
    text = "---\ntype: outcome\n---\n## Check-ins\n\n- 2026-11-18: a few\n"
    page = problems({"A": text}, finding("A", Severity.ERROR, at=len(text) - 3), finding("A", Severity.ERROR))
    lines = [line.line[0] for line in page.notes[0].lines]
    assert getattr(lines[0], "heading", None) == "Check-ins"
    assert lines[1] == "line 1"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (("outcome-without-guardrail",), "a guardrail"),
        (("outcome-without-indicator",), "an indicator"),
        (("outcome-without-actions",), "actions"),
        (("action-without-deadline",) * 3, "dates for 3 actions"),
        (("action-without-owner",) * 2, "owners for 2 actions"),
        (("too-many-levers",), "too many levers"),
        (("some-other-rule",) * 2, "some other rule (2)"),
        (("outcome-without-guardrail", "goal-without-metric"), "a metric, a guardrail"),
    ],
)
def test_what_would_strengthen_an_outcome_stands_in_a_line(names: tuple[str, ...], said: str) -> None:
    notes = {"Trials": outcome(), "Calls": process("Trials")}
    page = problems(notes, *(finding("Calls", Severity.INFO, name) for name in names))
    assert [plain(line) for line in page.strengthen] == [f"Trials: {said}"]


def test_what_has_to_do_with_no_outcome_is_strengthened_last() -> None:
    notes = {"Trials": outcome(), "Posts": process("Nowhere"), "Plain": ""}
    infos = [finding(name, Severity.INFO, "goal-without-owner") for name in ("Plain", "Posts", "Trials")]
    page = problems(notes, *infos)
    assert [plain(line) for line in page.strengthen] == [
        "Trials: an owner",
        "Also: owners for 2 goals",
    ]


OVER = "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-08-01\ndue: 2026-11-15\n---\n"


def test_a_decision_that_is_due_comes_first() -> None:
    page = dashboard({"Over": OVER + "## Actions\n- [ ] call 📅 2026-11-20\n", "Trials": outcome()})
    assert page.next.steps[0].when == "Decide"
    assert plain(page.next.steps[0].what) == "on a new day for it, or close it → Over"
    assert "Today" in [step.when for step in page.next.steps]


@pytest.mark.parametrize(
    ("outcomes", "asked"), [(("Over",), ()), (("Over", "Trials"), ("Calls",)), (("Trials",), ("Calls",))]
)
def test_nothing_is_asked_for_an_outcome_that_is_past_due(
    outcomes: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    page = dashboard({"Over": OVER, "Trials": outcome(), "Calls": process(*outcomes)})
    assert tuple(plain(ask).partition(":")[0] for ask in page.next.asks.shown) == asked


def test_what_was_never_logged_is_not_logged() -> None:
    notes = {
        "Trials": outcome(),
        "Calls": serving("process", "Trials", more="cadence: weekly\nstart: 2026-09-28"),
    }
    said = [plain(line) for line in dashboard(notes).scorecard.doing.shown]
    assert said == ["Calls: 0 of 1 this week · ···· not logged in 4 weeks"]
