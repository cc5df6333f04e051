"""Whether stated confidence came true, of outcomes that are over."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.calibration import Foretold, calibration, ended_on, foretold
from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal, History
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

OUTCOME = "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-11-15\n{}\n---\n"
ASOF = date(2026, 11, 30)


def history(properties: str = "", log: str = "", sure: str = "2026-10-05: 80 %") -> History:
    """An outcome, its readings, and on which days somebody said how sure they were."""
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    notes = {"Trials.md": f"{OUTCOME.format(properties)}## Check-ins\n\n{lines}"}
    for said in filter(None, sure.splitlines()):
        day, confidence = said.split(": ")
        notes[f"{day} said.md"] = (
            f'---\ntype: checkin\ngoal: "[[Trials]]"\ndate: {day}\nconfidence: {confidence}\n---\n'
        )
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    return vault.history(vault.goals["Trials.md"])


def found(past: History, asof: date = ASOF, today: date = date(2026, 12, 3)) -> Foretold | None:
    return foretold(past, asof=asof, today=today, config=Config())


def goal(properties: str = "") -> Goal:
    return history(properties).goal


@pytest.mark.parametrize(
    ("properties", "asof", "today", "ended"),
    [
        ("", date(2026, 11, 14), date(2026, 11, 14), None),
        ("", date(2026, 11, 15), date(2026, 11, 15), None),
        ("", date(2026, 11, 15), date(2026, 11, 16), date(2026, 11, 15)),
        ("status: done\nclosed: 2026-11-03", date(2026, 11, 3), date(2026, 11, 3), date(2026, 11, 3)),
        ("status: done\nclosed: 2026-11-03", date(2026, 11, 2), date(2026, 12, 3), None),
        ("status: active\nclosed: 2026-11-03", date(2026, 11, 4), date(2026, 12, 3), None),
    ],
)
def test_a_goal_is_over_when_it_was_closed_or_the_day_that_it_is_due_has_passed(
    properties: str, asof: date, today: date, ended: date | None
) -> None:
    assert ended_on(goal(properties), asof=asof, today=today) == ended


@pytest.mark.parametrize(("last", "reached"), [("8", True), ("8.1", True), ("7.9", False)])
def test_what_was_said_is_held_against_the_value_at_the_end(last: str, *, reached: bool) -> None:
    told = found(history(log=f"2026-10-16: 6.5\n2026-11-15: {last}\n2026-11-20: 9"))
    assert told is not None
    assert (told.reached, told.ended, told.said) == (reached, date(2026, 11, 15), Fraction(8, 10))


def test_the_mean_of_all_that_was_said_before_the_end_counts() -> None:
    sure = "2026-10-05: 80 %\n2026-11-02: 40 %\n2026-11-16: 0 %"
    told = found(history(log="2026-11-10: 7", sure=sure))
    assert told is not None
    assert [checkin.on.day for checkin in told.stated] == [5, 2]
    assert told.said == Fraction(6, 10)


@pytest.mark.parametrize(
    "past",
    [
        history(log="2026-11-10: 7", sure=""),
        history(log=""),
        history("status: draft", "2026-11-10: 7"),
        history("status: dropped\nclosed: 2026-11-11", "2026-11-10: 7"),
        history(log="2026-11-10: 7", sure="2026-11-16: 80 %"),
    ],
    ids=["nobody said", "never measured", "draft", "dropped", "said after its end"],
)
def test_where_nothing_was_foretold_or_nothing_came_there_is_nothing_to_tell(past: History) -> None:
    assert found(past) is None


def over(share: str, *, reached: bool) -> Foretold:
    last = "8" if reached else "6"
    told = found(history(log=f"2026-11-10: {last}", sure=f"2026-10-05: {share}"))
    assert told is not None
    return told


def test_from_three_outcomes_on_that_are_over_they_are_told_together() -> None:
    told = [over("80 %", reached=True), over("60 %", reached=False)]
    assert calibration(told) is None
    all_told = calibration([*told, over("70 %", reached=False)])
    assert all_told is not None
    assert (all_told.outcomes, all_told.reached, all_told.said) == (3, 1, Fraction(7, 10))
