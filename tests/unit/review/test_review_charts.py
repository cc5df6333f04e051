"""What is drawn of a metric, and what is said of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.chart import Chart, Stroke
from vaultgoals.review.charts import confidence_chart, value_chart
from vaultgoals.review.outcome import OutcomeSection
from vaultgoals.review.overview import Overview
from vaultgoals.review.sections import sections_of
from vaultgoals.review.text import plain

PATH = "Goals/Trials.md"
TODAY = date(2026, 11, 15)
PLAN = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
READ = ("2026-10-16: 6.3", "2026-11-06: 6.3", "2026-11-13: 6.4")


def card_of(properties: str, log: Sequence[str], asof: date) -> Scorecard:
    lines = "\n".join(f"- {line}" for line in log)
    note = f"---\ntype: outcome\n{properties}\n---\n## Check-ins\n\n{lines}\n"
    return Scorecard.of(Vault.of([read_note(Source.of(PATH, note))]), asof=asof, today=asof)


def drawn(properties: str = PLAN, log: Sequence[str] = READ, *, asof: date = TODAY) -> Chart | None:
    card = card_of(properties, log, asof)
    return value_chart(card, card.standings[PATH])


def chart(properties: str = PLAN, log: Sequence[str] = READ, *, asof: date = TODAY) -> Chart:
    found = drawn(properties, log, asof=asof)
    assert found is not None
    return found


def line(of: Chart, stroke: Stroke) -> tuple[Fraction, ...]:
    return next((one.values for one in of.lines if one.stroke is stroke), ())


def decimals(*values: str) -> tuple[Fraction, ...]:
    return tuple(map(Fraction, values))


def test_a_chart_says_in_words_what_it_shows() -> None:
    assert plain(chart().words) == (
        "Solid, so far: 6 % → 6.4 %. Dashed, the plan: 8 % on 20 Dec. "
        "Dotted, if it goes on like this: 6.5 % then, between 6.3 and 6.9 %."
    )


def test_between_readings_the_last_one_holds_and_before_them_the_baseline() -> None:
    found = chart()
    assert found.labels == ("27", "4", "11", "18", "25", "1", "8", "‹15›", "22", "29", "6", "13", "20")
    assert line(found, Stroke.SOLID) == decimals("6", "6", "6", "6.3", "6.3", "6.3", "6.3", "6.4")


def test_the_plan_is_straight_from_the_eve_of_the_start_to_the_due_date() -> None:
    planned = line(chart(), Stroke.DASHED)
    assert (planned[0], planned[-1]) == decimals("6", "8")
    steps = [round(later - sooner, 2) for sooner, later in pairwise(planned)]
    assert set(steps) == {Fraction(17, 100)}


@pytest.mark.parametrize(
    ("start", "due", "asof"),
    [
        ("2023-01-01", "2027-06-30", date(2026, 11, 20)),
        ("2026-10-01", "2026-12-31", date(2026, 11, 18)),
        ("2026-11-02", "2026-11-19", date(2026, 11, 18)),
    ],
)
def test_however_long_a_straight_plan_is_straight_and_ends_at_due(start: str, due: str, asof: date) -> None:
    saved = f"baseline: 0\ntarget: 30000\nunit: EUR\nstart: {start}\ndue: {due}"
    found = chart(saved, ("2026-11-04: 4000", "2026-11-11: 8000", "2026-11-18: 15000"), asof=asof)
    planned = line(found, Stroke.DASHED)
    assert (planned[0], planned[-1]) == decimals("0", "30000")
    steps = [later - sooner for sooner, later in pairwise(planned)]
    assert max(steps) - min(steps) <= Fraction("0.02") * max(steps)  # as the values are rounded
    assert plain(found.words).startswith("Solid, so far: 0 EUR → 15,000 EUR.")


def test_on_the_due_date_nothing_lies_ahead() -> None:
    found = chart(log=(*READ, "2026-12-20: 7"), asof=date(2026, 12, 20))
    assert "goes on" not in plain(found.words)


def test_in_a_pause_the_plan_stands_still() -> None:
    planned = line(chart(f"{PLAN}\npauses: [2026-10-26..2026-11-08]"), Stroke.DASHED)
    assert planned[4] == planned[5] == planned[6]


def test_a_milestone_bends_the_plan_and_the_next_one_is_said() -> None:
    found = chart(f"{PLAN}\nmilestones:\n  - '2026-10-18: 6.2'\n  - '2026-11-29: 7.5'")
    planned = line(found, Stroke.DASHED)
    assert (planned[3], planned[9]) == decimals("6.2", "7.5")
    assert "Dashed, the plan: 7.5 % on 29 Nov, 8 % on 20 Dec." in plain(found.words)


def test_the_value_ends_today_and_the_forecast_goes_on_from_it_to_the_due_date() -> None:
    found = chart()
    read, ahead = line(found, Stroke.SOLID), line(found, Stroke.DOTTED)
    assert ahead[: len(read)] == read
    assert len(ahead) == len(found.labels)
    assert round(ahead[-1], 1) == Fraction("6.5")


def test_the_lowermost_line_is_the_forecast_since_the_value_covers_its_beginning() -> None:
    assert [one.stroke for one in chart().lines] == [Stroke.DOTTED, Stroke.DASHED, Stroke.SOLID]


def test_a_forecast_far_away_is_said_and_not_drawn() -> None:
    found = chart(log=("2026-11-13: 6.1", "2026-11-14: 7", "2026-11-15: 7.9"))
    assert line(found, Stroke.DOTTED) == ()
    assert "8 % on 20 Dec. If it goes on like this: 39.4 % then" in plain(found.words)
    assert found.high <= 10


def test_after_the_due_date_nothing_lies_ahead() -> None:
    found = chart(log=(*READ, "2026-12-24: 9"), asof=date(2027, 1, 10))
    assert [one.stroke for one in found.lines] == [Stroke.DASHED, Stroke.SOLID]
    assert line(found, Stroke.SOLID)[-1] == Fraction("6.4")
    assert found.dates.endswith("20 December 2026")


def test_a_goal_that_was_closed_ends_there_and_leads_nowhere() -> None:
    found = chart(f"{PLAN}\nstatus: done\nclosed: 2026-11-14")
    assert [one.stroke for one in found.lines] == [Stroke.DASHED, Stroke.SOLID]
    assert found.labels[len(line(found, Stroke.SOLID)) - 1] == "‹14›"
    assert "goes on" not in plain(found.words)


def test_without_a_target_only_the_value_is_drawn() -> None:
    found = chart("unit: '%'")
    assert [one.stroke for one in found.lines] == [Stroke.SOLID]
    assert plain(found.words) == "Solid, so far: 6.3 % → 6.4 %."


def test_without_a_baseline_a_chart_begins_with_the_first_reading() -> None:
    found = chart(PLAN.replace("baseline: 6\n", ""))
    assert found.labels[0] == "16"
    assert line(found, Stroke.SOLID)[0] == Fraction("6.3")


def test_times_are_drawn_in_minutes_and_said_as_a_clock_does() -> None:
    race = "unit: min\nbaseline: '54:00'\ntarget: '50:00'\nstart: 2026-09-28\ndue: 2026-12-20"
    found = chart(race, ("2026-10-11: 52:40", "2026-10-25: 53:10", "2026-11-15: 51:20"))
    assert found.unit == "minutes"
    assert line(found, Stroke.SOLID)[-1] == Fraction("51.333")
    assert plain(found.words).startswith("Solid, so far: 54:00 → 51:20. Dashed, the plan: 50:00 on 20 Dec.")


def test_what_adds_up_is_drawn_as_its_sum() -> None:
    found = chart(
        "aggregate: sum\ntarget: 10\nstart: 2026-09-28\ndue: 2026-12-20",
        ("2026-10-01: 1", "2026-10-08: 2", "2026-10-15: 1"),
    )
    assert line(found, Stroke.SOLID)[:4] == decimals("0", "1", "3", "4")


@pytest.mark.parametrize(
    ("properties", "log", "asof"),
    [
        (PLAN, READ[:2], TODAY),
        (PLAN, ("2026-11-13: 6.1", "2026-11-13: 6.2", "2026-11-13: 6.3"), TODAY),
        (PLAN, READ, date(2026, 11, 10)),
        (PLAN.replace("2026-09-28", "2026-12-01"), READ, TODAY),
        (PLAN, ("2026-09-28: 6", "2026-09-29: 6.1", "2026-09-30: 6.2"), date(2026, 9, 30)),
        (PLAN.replace("2026-09-28", "0001-01-01"), READ, TODAY),
    ],
    ids=["two readings", "one day", "known later", "not begun", "no two points", "too long"],
)
def test_with_too_little_to_see_there_is_no_chart(properties: str, log: tuple[str, ...], asof: date) -> None:
    assert drawn(properties, log, asof=asof) is None


def section(process: str, log: Sequence[str]) -> OutcomeSection:
    lines = "\n".join(f"- {line}" for line in log)
    weeks = "\n".join(f"- {day}: 10" for day in ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"))
    notes = {
        PATH: f"---\ntype: outcome\n{PLAN}\n---\n## Check-ins\n\n{lines}\n",
        "Goals/Calls.md": f"---\n{process}\n---\n## Check-ins\n\n{weeks}\n",
    }
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    [found] = sections_of(Overview.of(vault, asof=TODAY, today=TODAY)).full
    return found


CALLS = 'type: process\noutcome: "[[Trials]]"\ncadence: 10 per week\nstart: 2026-10-19'


def test_an_outcome_that_asks_for_something_has_a_chart_and_one_that_goes_well_has_none() -> None:
    flat, rising = section(CALLS, READ), section(CALLS, (*READ[:2], "2026-11-13: 7.2"))
    assert (flat.calm, rising.calm) == (False, True)
    assert flat.chart is not None
    assert rising.chart is None


def confidence(*said: tuple[str, str]) -> Chart | None:
    head = 'type: checkin\ngoal: "[[Trials]]"'
    notes = {f"{day}.md": f"---\n{head}\ndate: {day}\nconfidence: {share}\n---\n" for day, share in said}
    notes[PATH] = f"---\ntype: outcome\n{PLAN}\n---\n"
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    return confidence_chart(card, card.standings[PATH])


def test_confidence_is_drawn_from_nought_to_a_hundred() -> None:
    found = confidence(("2026-10-18", "80 %"), ("2026-11-01", "70 %"), ("2026-11-08", "5"))
    assert found is not None
    assert (found.low, found.high) == decimals("0", "100")
    assert line(found, Stroke.SOLID) == decimals(*["80"] * 7, *["70"] * 4, *["50"] * 4)
    assert plain(found.words) == "Confidence: 80 % → 50 %, last said on 8 Nov."


def test_confidence_said_on_two_days_is_no_chart() -> None:
    assert confidence(("2026-10-18", "80 %"), ("2026-11-01", "70 %")) is None


DAYS = st.integers(-200, 400).map(lambda days: TODAY + timedelta(days=days))
VALUES = st.decimals(-(10**6), 10**6, allow_nan=False, places=2)


@given(
    log=st.lists(st.tuples(DAYS, VALUES), max_size=12),
    target=VALUES,
    baseline=st.none() | VALUES,
    start=st.none() | DAYS,
    due=st.none() | DAYS,
    asof=DAYS,
)
def test_whatever_was_logged_a_chart_holds_all_that_it_draws(
    log: list[tuple[date, Fraction]],
    target: Fraction,
    baseline: Fraction | None,
    start: date | None,
    due: date | None,
    asof: date,
) -> None:
    given = {"target": target, "baseline": baseline, "start": start, "due": due}
    properties = "\n".join(f"{name}: {value}" for name, value in given.items() if value is not None)
    found = drawn(properties, [f"{day}: {value}" for day, value in log], asof=asof)
    if found is not None:
        assert len(set(found.labels)) == len(found.labels)
        assert all(2 <= len(one.values) <= len(found.labels) for one in found.lines)
        assert all(found.low <= value <= found.high for one in found.lines for value in one.values)
