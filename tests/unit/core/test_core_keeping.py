from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config
from vaultgoals.core.goal import Aggregate, CheckIn, Goal, History, Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.keeping import Keeping, keep, keep_between
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Source

WEEKLY = Goal(
    note=Note(source=Source.of("Goals/Runs.md", "")),
    kind=Kind.PROCESS,
    start=date(2026, 11, 2),
    aggregate=Aggregate.SUM,
    cadence=Cadence(amount=Fraction(3), period="week"),
)
DAILY = replace(WEEKLY, cadence=Cadence(amount=Fraction(1), period="day"))
CEILING = replace(WEEKLY, cadence=Cadence(amount=Fraction(6), period="week", at_most=True))
DEMOS = replace(WEEKLY, cadence=Cadence(amount=None, period="week", event="demo"))
WEEKDAYS = replace(WEEKLY, cadence=Cadence(amount=Fraction(1), period="weekday"))


def november(day: int) -> date:
    return date(2026, 11, day)


def done(day: int, value: int = 1, of: int | None = None) -> CheckIn:
    total = None if of is None else Fraction(of)
    return CheckIn(goal=WEEKLY.path, on=november(day), value=Fraction(value), of=total)


def skipped(day: int, reason: str = "ill") -> CheckIn:
    return CheckIn(goal=WEEKLY.path, on=november(day), skip=reason)


def kept(goal: Goal, *checkins: CheckIn, asof: int, today: int | None = None) -> Keeping:
    history = History(goal=goal, checkins=checkins)
    return keep(history, asof=november(asof), today=november(today or asof), config=Config())


def this_period(goal: Goal, *checkins: CheckIn, asof: int) -> Kept:
    current = kept(goal, *checkins, asof=asof).current
    assert current is not None
    return current


def states(goal: Goal, *checkins: CheckIn, asof: int) -> list[KeptState]:
    history = History(goal=goal, checkins=checkins)
    found = keep_between(
        history, november(2), november(asof), asof=november(asof), today=november(asof + 1), config=Config()
    )
    return [period.state for period in found]


def test_this_period_says_what_is_left_and_how_much_a_day() -> None:
    keeping = kept(WEEKLY, done(16), asof=20)
    assert keeping.current is not None
    assert keeping.current.period.label == "2026-W47"
    assert (keeping.current.done, keeping.current.quota, keeping.current.remaining) == (
        Fraction(1),
        Fraction(3),
        Fraction(2),
    )
    assert keeping.needed_per_day == Fraction(2, 3)


def test_not_logged_zero_blank_and_skipped_stay_apart() -> None:
    assert states(WEEKLY, done(9, 0), skipped(16), done(23, 3), asof=29) == [
        KeptState.UNLOGGED,
        KeptState.ZERO,
        KeptState.SKIPPED,
        KeptState.MET,
    ]
    assert states(DAILY, done(4), done(5, 0), asof=6) == [
        KeptState.BLANK,
        KeptState.BLANK,
        KeptState.MET,
        KeptState.ZERO,
        KeptState.BLANK,
    ]


def test_days_of_a_week_without_any_log_are_not_logged() -> None:
    assert set(states(DAILY, asof=8)) == {KeptState.UNLOGGED}


def test_a_blank_day_keeps_a_ceiling_and_a_week_not_logged_does_not() -> None:
    a_day = replace(CEILING, cadence=Cadence(amount=Fraction(2), period="day", at_most=True))
    blank = kept(a_day, done(3), asof=4, today=5)
    assert (blank.adherence.met, blank.adherence.attainment) == (3, Fraction(1))
    silent = kept(CEILING, asof=8, today=9)
    assert (silent.adherence.met, silent.adherence.unlogged, silent.adherence.attainment) == (
        0,
        1,
        Fraction(0),
    )


def test_a_skip_keeps_its_reason() -> None:
    current = this_period(WEEKLY, skipped(16, "trade fair"), asof=20)
    assert (current.state, current.skip, current.logged) == (KeptState.SKIPPED, "trade fair", True)


def test_a_comment_or_confidence_alone_is_no_log() -> None:
    comment = CheckIn(goal=WEEKLY.path, on=november(16), confidence=Fraction(1, 2), comment="hm")
    assert not this_period(WEEKLY, comment, asof=20).logged


def test_a_paused_week_neither_counts_nor_breaks_a_streak() -> None:
    goal = replace(WEEKLY, pauses=(Period(november(9), november(16)),))
    keeping = kept(goal, done(2, 3), done(16, 3), asof=22, today=23)
    assert (keeping.streak, keeping.adherence.closed) == (2, 2)


def test_a_week_that_is_met_adds_to_the_streak_before_it_is_over() -> None:
    assert kept(WEEKLY, done(9, 3), done(16, 3), asof=18).streak == 2
    assert kept(WEEKLY, done(9, 3), done(16, 2), asof=18).streak == 1


def test_what_can_still_be_undone_does_not_add_to_the_streak() -> None:
    assert kept(CEILING, done(9, 3), done(16, 3), asof=18).streak == 1
    assert kept(DEMOS, done(9, 2, of=2), done(16, 3, of=3), asof=18).streak == 1


def test_the_streak_is_longer_than_the_window() -> None:
    checkins = [done(day, 3) for day in (2, 9, 16, 23)]
    assert kept(replace(WEEKLY, start=november(2)), *checkins, asof=29, today=30).streak == 4
    assert (
        keep(
            History(goal=WEEKLY, checkins=tuple(checkins)),
            asof=november(29),
            today=november(30),
            config=Config(window=2),
        ).streak
        == 4
    )


def test_readings_before_start_are_not_done_and_still_make_a_week_a_logged_one() -> None:
    goal = replace(DAILY, start=november(5))
    assert this_period(replace(WEEKLY, start=november(5)), done(2), done(5), asof=6).done == 1
    assert kept(goal, done(2), asof=5, today=6).closed[0].state is KeptState.BLANK


@pytest.mark.parametrize(
    ("goal", "asof"),
    [
        (WEEKDAYS, 21),
        (WEEKLY, 1),
        (replace(WEEKLY, due=november(15)), 16),
        (replace(WEEKLY, cadence=None), 20),
    ],
)
def test_where_no_period_is_there_is_none(goal: Goal, asof: int) -> None:
    assert kept(goal, done(9), asof=asof).current is None


def test_a_goal_that_has_not_begun_still_has_a_period_to_be_done() -> None:
    keeping = kept(replace(WEEKLY, start=None), asof=20)
    assert keeping.current is not None
    assert keeping.current.remaining == 3
    assert keeping.adherence.closed == 0
    assert keeping.health is Health.NOT_MEASURED


def test_a_weekday_goal_first_logged_on_a_weekend_begins_on_monday() -> None:
    keeping = kept(replace(WEEKDAYS, start=None), done(14), done(16), asof=17, today=18)
    assert [period.period.start for period in keeping.closed] == [november(16), november(17)]


def test_a_quota_in_hours_is_shared_out_in_hours_and_counted_in_minutes() -> None:
    cadence = Cadence(amount=Fraction(3), period="week", unit="hours")
    goal = replace(WEEKLY, unit="min", cadence=cadence, start=november(6))
    # ceil(3 hours · 3/7) = 2 hours
    assert this_period(goal, asof=6).quota == 120


def test_what_may_still_be_done_under_a_ceiling_is_never_less_than_nothing() -> None:
    assert this_period(CEILING, done(16, 2), asof=20).remaining == 4
    assert this_period(CEILING, done(16, 8), asof=20).remaining == 0
    assert kept(CEILING, done(16, 2), asof=20).needed_per_day is None


def test_a_yes_to_an_event_is_one_of_one() -> None:
    current = this_period(DEMOS, done(16), done(17, 0), done(18, 2, of=3), asof=20)
    assert (current.done, current.quota) == (Fraction(3), Fraction(5))


def test_a_skip_alone_is_not_measured() -> None:
    assert kept(WEEKLY, skipped(2), asof=20).health is Health.NOT_MEASURED


@pytest.mark.parametrize(
    ("value", "health"), [(2, Health.ON_TRACK), (1, Health.AT_RISK), (0, Health.OFF_TRACK)]
)
def test_the_first_week_is_held_against_the_days_that_have_passed(value: int, health: Health) -> None:
    # 3 a week make 12/7 in four days.
    assert kept(replace(WEEKLY, start=november(16)), done(16, value), asof=19).health is health


@pytest.mark.parametrize(
    ("goal", "health"),
    [
        (replace(WEEKLY, status=Status.DONE), Health.DONE),
        (replace(WEEKLY, status=Status.DRAFT), Health.NOT_STARTED),
        (replace(WEEKLY, pauses=(Period(november(20), november(21)),)), Health.PAUSED),
        (replace(WEEKLY, start=november(21)), Health.NOT_STARTED),
        (replace(WEEKLY, due=november(15)), Health.ON_TRACK),
    ],
)
def test_the_health_of_a_process_goal_comes_from_its_life_first(goal: Goal, health: Health) -> None:
    assert kept(goal, done(2, 3), done(9, 3), asof=20).health is health


def test_periods_between_two_days_are_those_that_end_there() -> None:
    fortnightly = replace(WEEKLY, cadence=Cadence(amount=Fraction(1), period="week", every=2))
    found = keep_between(
        History(goal=fortnightly, checkins=(done(3), done(25))),
        november(9),
        november(22),
        asof=november(29),
        today=november(30),
        config=Config(),
    )
    assert [(period.period.start, period.state) for period in found] == [(november(2), KeptState.MET)]


def test_a_pause_of_centuries_is_passed_over() -> None:
    goal = replace(DAILY, start=date.min, pauses=(Period(date(2, 1, 1), november(16)),))
    keeping = kept(goal, done(16), done(17), asof=17, today=18)
    assert keeping.adherence.closed == 28
    assert keeping.streak == 2


def test_a_daily_goal_of_ten_years_looks_back_four_weeks() -> None:
    first = november(20) - timedelta(days=3652)
    checkins = tuple(
        CheckIn(goal=DAILY.path, on=first + timedelta(days=n), value=Fraction(1)) for n in range(3653)
    )
    keeping = kept(replace(DAILY, start=first), *checkins, asof=20, today=21)
    assert (keeping.adherence.met, keeping.streak) == (28, 3653)


def test_centuries_without_an_event_are_passed_over() -> None:
    long_ago = CheckIn(goal=DEMOS.path, on=date(1026, 11, 3), value=Fraction(2), of=Fraction(2))
    keeping = kept(replace(DEMOS, start=None), long_ago, done(10, 2, of=2), asof=20)
    assert (keeping.streak, keeping.adherence.closed) == (2, 2)


def test_an_event_on_a_paused_day_of_a_week_that_goes_on_counts() -> None:
    goal = replace(DEMOS, pauses=(Period(november(9), november(12)),))
    assert kept(goal, done(10, 2, of=2), asof=20).adherence.met == 1
