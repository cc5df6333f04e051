"""The words of a diagnosis."""

from datetime import date

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.text import plain
from vaultgoals.review.verdicts import Verdict
from vaultgoals.review.words import verdict_on

TODAY = date(2026, 11, 21)
OUTCOME = """\
---
type: outcome
baseline: 6
target: 8
start: 2026-09-28
due: 2026-12-20
---
## Check-ins

- 2026-10-30: 6.1
- 2026-11-13: 6.1
"""
PROCESS = """\
---
type: process
outcome: "[[Trials]]"
cadence: 10 per week
because: they see the value
---
## Check-ins

- 2026-11-17: 4
"""


def test_a_belief_is_quoted_before_its_first_period_has_closed() -> None:
    notes = [read_note(Source.of("Trials.md", OUTCOME)), read_note(Source.of("Calls.md", PROCESS))]
    card = Scorecard.of(Vault.of(notes), asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert (
        plain(verdict.lines[-1])
        == "You began on 17 Nov, so “they see the value” gets its verdict from 1 Dec."
    )


def test_a_number_that_came_after_the_judged_weeks_is_not_called_missing() -> None:
    late = OUTCOME.replace("- 2026-10-30: 6.1\n- 2026-11-13: 6.1\n", "- 2026-11-20: 6.4\n")
    notes = [read_note(Source.of("Trials.md", late)), read_note(Source.of("Calls.md", PROCESS))]
    card = Scorecard.of(Vault.of(notes), asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert plain(verdict.headline) == (
        "Trials: nobody can tell yet. The reading of 20 Nov is judged once its week is over."
    )
    assert plain(verdict.lines[0]) == (
        "6.4 on 20 Nov, and no reading in the four weeks to 15 Nov that are judged. "
        "This one counts once its week is over."
    )
    assert verdict.advice == ""


@pytest.mark.parametrize(
    ("field", "daily", "said"),
    [
        ("", "2026-11-20", "One number settles it: Trials:: …"),
        ("field: conversion", "2026-11-20", "One number settles it: conversion:: …"),
        ("", "Ideas", "One number settles it."),
    ],
)
def test_a_number_that_is_missing_comes_with_the_line_to_write(field: str, daily: str, said: str) -> None:
    unread = OUTCOME.partition("## Check-ins")[0].replace("baseline: 6", f"baseline: 6\n{field}")
    texts = {"Trials.md": unread, "Calls.md": PROCESS, f"{daily}.md": ""}
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    assert plain(verdict.lines[1]) == said


DAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def said(readings: str, *done: str, cadence: str = "10 calls per week", more: str = "") -> Verdict:
    """The verdict on an outcome with these readings and one process goal, done so in its four weeks."""
    log = "".join(f"- {day}: {value}\n" for day, value in zip(DAYS, done, strict=False))
    calls = PROCESS.replace("10 per week", f"{cadence}\nstart: 2026-09-28\n{more}")
    trials = OUTCOME.partition("- 2026")[0] + readings
    texts = {"Trials.md": trials, "Calls.md": calls.partition("- 2026")[0] + log}
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    return verdict


FLAT = "- 2026-10-16: 6.3\n- 2026-10-30: 6.3\n- 2026-11-13: 6.3\n"
SLOW = "- 2026-10-16: 6.3\n- 2026-10-30: 6.5\n- 2026-11-13: 6.8\n"
ROSE = "- 2026-10-16: 6.3\n- 2026-10-30: 6.8\n- 2026-11-13: 7.3\n"


def test_a_verdict_that_rests_on_one_reading_says_so() -> None:
    thin = said("- 2026-10-16: 6.3\n- 2026-11-13: 6.3\n", "10", "10", "10", "10")
    assert plain(thin.lines[1]).endswith("in these four weeks. That rests on one reading.")
    assert plain(said(FLAT, "10", "10", "10", "10").lines[1]).endswith("in these four weeks.")


def test_a_number_that_is_held_against_its_baseline_says_so() -> None:
    verdict = said("- 2026-10-30: 6.3\n- 2026-11-13: 6.3\n", "10", "10", "10", "10")
    assert plain(verdict.lines[1]).startswith("It went from its baseline of 6 to 6.3; the plan asked for")


def test_a_belief_in_doubt_is_to_be_changed_or_what_is_done_for_it() -> None:
    verdict = said(FLAT, "10", "10", "10", "10")
    assert verdict.title == "You did it. The number hardly moved."
    assert plain(verdict.lines[2]) == (
        "You wrote: “they see the value”. Change that sentence, or what you do."
    )


def test_what_is_slower_than_its_plan_says_where_it_leads() -> None:
    verdict = said(SLOW, "10", "10", "10", "10")
    assert (verdict.title, verdict.calm) == ("It moves, slower than the plan.", False)
    assert plain(verdict.lines[1]).endswith("At this rate 7.4 on 20 Dec.")
    assert plain(verdict.lines[2]) == "“they see the value” fits what happened so far."


def test_what_is_ahead_of_its_plan_and_slower_lately_says_both_and_asks_for_no_later_date() -> None:
    verdict = said("- 2026-10-16: 7.2\n- 2026-11-13: 7.6\n", "10", "10", "10", "10")
    assert (verdict.title, verdict.advice) == ("On track overall, slower lately.", "")
    assert plain(verdict.headline) == "Trials: on track overall, slower lately."


def test_what_is_off_track_and_moves_lately_says_both() -> None:
    verdict = said("- 2026-10-16: 5.7\n- 2026-11-13: 6.5\n", "10", "10", "10", "10")
    assert (verdict.title, verdict.calm) == ("Keep going. Off track overall, it moves lately.", True)


def test_what_moves_as_far_as_it_is_done_names_the_gap_and_is_half_tested() -> None:
    verdict = said(SLOW, "7", "6", "6", "7")
    assert (verdict.title, verdict.calm) == ("It moves as far as you do it.", False)
    assert plain(verdict.headline) == (
        "Trials: it moves as far as you do it. The largest gap: Calls 26 of 40, 14 short."
    )
    assert plain(verdict.lines[2]) == "You wrote: “they see the value”. Half tested so far."


def test_what_is_on_plan_is_calm_also_where_only_half_was_done() -> None:
    verdict = said(ROSE, "7", "6", "6", "7")
    assert (verdict.title, verdict.calm) == ("Keep going.", True)
    assert plain(verdict.lines[2]) == "You wrote: “they see the value”. Half tested so far."


@pytest.mark.parametrize(
    ("cadence", "done", "gap"),
    [
        ("10 calls per week", ("2", "0", "3", "1"), "Calls 6 of 40, 34 short"),
        ("10 calls per week", ("30", "0", "0", "0"), "Calls 30 of 40, met in 1 of 4 weeks"),
        ("every Wednesday", ("1", "0", "0", "0"), "Calls in 1 of 4 weeks"),
        ("every demo", ("1/3", "0/2", "1/3", "0/4"), "Calls 2 of 12, 10 short"),
        ("at most 5 per week", ("20", "20", "20", "2"), "Calls at most 5 in 1 of 4 weeks"),
    ],
)
def test_the_largest_gap_says_how_much_is_missing_where_one_number_does(
    cadence: str, done: tuple[str, ...], gap: str
) -> None:
    verdict = said(FLAT, *done, cadence=cadence)
    assert plain(verdict.headline).endswith(f"The largest gap: {gap}.")


@pytest.mark.parametrize(
    ("more", "asked"), [("", "with an if-then?"), ("if-then: If not, then.", "with another if-then?")]
)
def test_a_gap_asks_for_something_smaller_another_day_or_a_plan(more: str, asked: str) -> None:
    question = plain(said(FLAT, "0", "0", "0", "0", more=more).question)
    assert question == f"What stood in the way of Calls: should it be smaller, on another day, or {asked}"


def verdict_on_trials(*notes: tuple[str, str], today: date = TODAY) -> Verdict:
    card = Scorecard.of(
        Vault.of(read_note(Source.of(path, text)) for path, text in notes), asof=today, today=today
    )
    verdict = verdict_on(card, card.standings["Trials.md"])
    assert verdict is not None
    return verdict


UNBEGUN = PROCESS.partition("## Check-ins")[0]


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (["Calls"], "Calls has no log yet. Log one, or write its start."),
        (["Calls", "Mails"], "Calls and Mails have no log yet. Log one, or write their start."),
    ],
)
def test_what_was_never_logged_and_has_no_start_is_not_begun(names: list[str], line: str) -> None:
    verdict = verdict_on_trials(("Trials.md", OUTCOME), *((f"{name}.md", UNBEGUN) for name in names))
    assert verdict.title == "Not begun."
    assert plain(verdict.lines[0]) == line
    assert plain(verdict.headline) == f"Trials: not begun, {line.partition('.')[0]}."


MET = OUTCOME.partition("- 2026-10-30")[0] + "- 2026-10-02: 6.1\n- 2026-11-20: 8\n"


@pytest.mark.parametrize("notes", [[("Calls.md", PROCESS)], []])
def test_a_target_that_was_met_after_the_judged_weeks_leaves_nothing_to_ask(
    notes: list[tuple[str, str]],
) -> None:
    verdict = verdict_on_trials(("Trials.md", MET), *notes)
    assert verdict.title == "The target is met."
    assert plain(verdict.headline) == "Trials: the target is met."
    assert (verdict.calm, verdict.advice, verdict.question) == (True, "", ())


WEEKS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
DONE = PROCESS.replace("cadence", "start: 2026-09-28\ncadence").partition("- 2026-11-17")[0] + "".join(
    f"- {day}: 10\n" for day in WEEKS
)


def test_a_belief_that_is_not_written_is_asked_for_and_not_tested() -> None:
    written = verdict_on_trials(("Trials.md", OUTCOME), ("Calls.md", DONE))
    assert written.advice == "Test the belief, not your diligence."
    unwritten = verdict_on_trials(
        ("Trials.md", OUTCOME), ("Calls.md", DONE.replace("because: they see the value\n", ""))
    )
    assert unwritten.advice == "Write down why it should."
    assert plain(unwritten.question) == "Why should Calls move it?"
