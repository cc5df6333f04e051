"""What holds of the figures for whatever was logged."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind
from vaultgoals.core.keeping import Keeping, keep
from vaultgoals.core.kept import attained
from vaultgoals.core.note import Note
from vaultgoals.core.order import checkin_order
from vaultgoals.core.period import Period
from vaultgoals.core.progress import measure
from vaultgoals.core.source import Source

START = date(2026, 9, 1)
DUE = date(2026, 12, 31)
NOTE = Note(source=Source.of("Goals/Example.md", ""))
CONFIG = Config()

numbers = st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
amounts = st.fractions(min_value=0, max_value=20, max_denominator=4)
days = st.dates(min_value=START - timedelta(days=20), max_value=DUE + timedelta(days=20))
aggregates = st.sampled_from(list(Aggregate))


@st.composite
def logs(draw: st.DrawFn) -> tuple[CheckIn, ...]:
    """Some values and skips, each on a line of its own, in order."""
    checkins = []
    for line in range(1, draw(st.integers(1, 25))):
        value = draw(st.none() | amounts)
        skip = "ill" if value is None else None
        checkins.append(
            CheckIn(goal=NOTE.path, on=draw(days), value=value, skip=skip, path=NOTE.path, line=line)
        )
    return tuple(sorted(checkins, key=checkin_order))


@st.composite
def cadences(draw: st.DrawFn) -> Cadence:
    period = draw(st.sampled_from(["day", "weekday", "week", "month", "quarter"]))
    every = draw(st.sampled_from([1, 2])) if period == "week" else 1
    amount, at_most = draw(st.integers(1, 12)), draw(st.booleans())
    return Cadence(amount=Fraction(amount), period=period, every=every, at_most=at_most)


metrics = st.builds(
    Goal,
    note=st.just(NOTE),
    kind=st.just(Kind.OUTCOME),
    start=st.none() | st.just(START),
    due=st.none() | st.just(DUE),
    baseline=st.none() | numbers,
    target=st.none() | numbers,
    aggregate=aggregates,
)
habits = st.builds(
    Goal,
    note=st.just(NOTE),
    kind=st.just(Kind.PROCESS),
    start=st.none() | st.just(START),
    due=st.none() | st.just(DUE),
    aggregate=aggregates,
    cadence=cadences(),
)


def keeping(goal: Goal, checkins: tuple[CheckIn, ...], asof: date, today: date | None = None) -> Keeping:
    return keep(History(goal=goal, checkins=checkins), asof=asof, today=today or asof, config=CONFIG)


@given(metrics, logs(), st.data(), days)
def test_the_order_in_which_check_ins_are_found_does_not_matter(
    goal: Goal, checkins: tuple[CheckIn, ...], data: st.DataObject, asof: date
) -> None:
    found = tuple(sorted(data.draw(st.permutations(checkins)), key=checkin_order))
    first, second = (
        measure(History(goal=goal, checkins=order), asof=asof, config=CONFIG) for order in (checkins, found)
    )
    assert first == second


@given(metrics, logs(), days)
def test_later_check_ins_change_no_figure_of_a_metric(
    goal: Goal, checkins: tuple[CheckIn, ...], asof: date
) -> None:
    known = tuple(checkin for checkin in checkins if checkin.on <= asof)
    first, second = (
        measure(History(goal=goal, checkins=seen), asof=asof, config=CONFIG) for seen in (checkins, known)
    )
    assert first == second


@given(habits, logs(), days)
def test_later_check_ins_change_no_figure_of_a_process_goal(
    goal: Goal, checkins: tuple[CheckIn, ...], asof: date
) -> None:
    known = tuple(checkin for checkin in checkins if checkin.on <= asof)
    assert keeping(goal, checkins, asof) == keeping(goal, known, asof)


@given(numbers, numbers, numbers, numbers)
def test_progress_rises_with_the_reading_of_a_rising_target(
    baseline: Fraction, way: Fraction, lower: Fraction, gain: Fraction
) -> None:
    goal = Goal(note=NOTE, kind=Kind.OUTCOME, baseline=baseline, target=baseline + abs(way) + 1)
    low, high = (
        measure(
            History(goal=goal, checkins=(CheckIn(goal=NOTE.path, on=START, value=value),)),
            asof=START,
            config=CONFIG,
        ).progress
        for value in (lower, lower + abs(gain))
    )
    assert low is not None
    assert high is not None
    assert low <= high


@given(done=numbers, due=numbers, at_most=st.booleans())
def test_attainment_lies_within_nothing_and_all(done: Fraction, due: Fraction, *, at_most: bool) -> None:
    assert 0 <= attained(done, due, at_most=at_most) <= 1


@given(habits, logs(), days)
def test_adherence_holds_together(goal: Goal, checkins: tuple[CheckIn, ...], asof: date) -> None:
    result = keeping(goal, checkins, asof)
    adherence = result.adherence
    assert len(result.closed) == adherence.closed <= adherence.window
    assert adherence.met + adherence.unlogged <= adherence.closed
    assert adherence.attainment is None or 0 <= adherence.attainment <= 1
    assert result.streak >= 0


@given(habits, logs(), st.integers(0, 16), days)
def test_pausing_a_week_that_was_skipped_changes_nothing(
    goal: Goal, checkins: tuple[CheckIn, ...], week: int, asof: date
) -> None:
    weekly = replace(goal, cadence=Cadence(amount=Fraction(3), period="week"), start=START)
    monday = date(2026, 8, 31) + timedelta(weeks=week)
    skipped = Period(monday, monday + timedelta(days=7))
    others = [checkin for checkin in checkins if checkin.on not in skipped]
    skip = CheckIn(goal=NOTE.path, on=monday + timedelta(days=2), skip="fair", path=NOTE.path)
    with_skip = tuple(sorted([*others, skip], key=checkin_order))
    before = keeping(weekly, with_skip, asof, today=asof + timedelta(days=1))
    after = keeping(replace(weekly, pauses=(skipped,)), with_skip, asof, today=asof + timedelta(days=1))
    assert (before.adherence, before.streak, before.closed) == (after.adherence, after.streak, after.closed)
