"""The charts there are: a metric's readings against its plan, and how sure somebody was of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import floor

from vaultgoals.core.duration import unit_minutes
from vaultgoals.core.forecast import Forecast
from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.plan import Plan, shifted
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.value import Course, course_of, stated_baseline
from vaultgoals.review.chart import Chart, Line, Stroke
from vaultgoals.review.chart_scale import Axis, axis_of
from vaultgoals.review.outlook import lies_ahead
from vaultgoals.review.scale import Scale
from vaultgoals.review.text import text

LEAST = 3
"""With readings on fewer days there is nothing to see."""

_WHOLE = (Fraction(0), Fraction(100))
_TIMES = {Fraction(60): "hours", Fraction(1): "minutes", Fraction(1, 60): "seconds"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """A metric on its way: what was read up to `now`, its plan, and where it is heading by its due date."""

    goal: Goal
    course: Course
    plan: Plan
    now: date
    forecast: Forecast | None

    def axis(self) -> Axis | None:
        """From the eve of its start to its due date; from its first reading where nothing is known before."""
        first = shifted(self.plan.start or self.course.days[0], -1)
        if stated_baseline(self.goal) is None:
            first = max(first, self.course.days[0])
        return axis_of(first, self.goal.due or self.now, now=self.now)

    def read_on(self, day: date) -> Fraction:
        """The last reading up to a day, or the value that it began with."""
        known, begun = self.course.on(day), self.course.baseline
        assert begun is not None  # it was read
        return known[1] if known else begun

    def planned_at(self, at: Fraction) -> Fraction:
        """Where the plan stands at a point, between two days on the line from the one to the other."""
        day = floor(at)
        value = self.plan.expected_at(day)
        return value + (at - day) * (self.plan.expected_at(day + 1) - value)

    def ahead_at(self, at: Fraction) -> Fraction | None:
        """Where the forecast's line runs at a point up to the due date."""
        due, ahead = self.goal.due, self.forecast
        if due is None or ahead is None or ahead.at_due is None:
            return None
        return ahead.at_due - ahead.slope_per_day * (due.toordinal() - at)


def value_chart(card: Scorecard, standing: Standing) -> Chart | None:
    """A metric's value so far, its plan, and where it leads; None with readings on fewer than three days.

    Between two readings the last one holds, before the first the baseline; it ends at `due`, or where the
    goal was closed. The plan is taken on the same days: flat before `start` and after `due`, and as it is
    inside a pause. Only what is active leads anywhere.
    """
    way = _way_of(card, standing)
    axis = way.axis() if way else None
    if way is None or axis is None or len(axis.days) < LEAST or not axis.now:  # two points make a line
        return None
    read = tuple(way.read_on(day) for day in axis.days[: axis.now + 1])
    lines = [Line(name="so far", stroke=Stroke.SOLID, values=read)]
    if way.plan.points:
        planned = tuple(map(way.planned_at, axis.at))
        lines.insert(0, Line(name="plan", stroke=Stroke.DASHED, values=planned))
    ahead = tuple(value for at in axis.at[len(read) :] if (value := way.ahead_at(at)) is not None)
    if ahead and _leaves_room(ahead, lines):
        # A line can end early, but not begin late: its first part lies below the readings.
        lines.insert(0, Line(name="if it goes on", stroke=Stroke.DOTTED, values=read + ahead))
    words = _value_words(way, Scale.of(standing.history, card.asof), lines, card.asof.year)
    unit = _unit_in_full(way.goal.unit)
    return Chart.of(axis.days, lines, now=axis.now, unit=unit, words=text(" ".join(words)))


def _way_of(card: Scorecard, standing: Standing) -> _Way | None:
    goal, progress = standing.goal, standing.progress
    course = course_of(standing.history, card.asof)
    if progress is None or len(course.days) < LEAST:
        return None
    active = goal.status is Status.ACTIVE
    ends = (goal.due, None if active else goal.closed)
    return _Way(
        goal=goal,
        course=course,
        plan=Plan.of(goal, baseline=course.baseline, first_reading=course.days[0]),
        now=min([card.asof, *(day for day in ends if day)]),
        forecast=progress.forecast if active and lies_ahead(goal, card.asof) else None,
    )


def _leaves_room(ahead: Sequence[Fraction], lines: Sequence[Line]) -> bool:
    """Whether a forecast stays near: one far away would press all the rest into a flat line."""
    rest = [value for line in lines for value in line.values]
    low, high = min(rest), max(rest)
    room = high - low or abs(high)
    return low - room <= min(ahead) and max(ahead) <= high + room


def _unit_in_full(unit: str | None) -> str:
    """A unit as an axis says it: times are drawn as decimals of `minutes`, not as a clock shows them."""
    minutes = unit_minutes(unit)
    return unit or "" if minutes is None else _TIMES[minutes]


def _value_words(way: _Way, scale: Scale, lines: Sequence[Line], year: int) -> Iterator[str]:
    drawn = {line.stroke: line.values for line in lines}
    read, goal, ahead = drawn[Stroke.SOLID], way.goal, way.forecast
    yield f"Solid, so far: {scale.say(read[0])} → {scale.say(read[-1])}."
    if Stroke.DASHED in drawn and goal.target is not None and goal.due:
        ends = [(stone.value, stone.on) for stone in goal.milestones if way.now < stone.on < goal.due]
        stations = [*sorted(ends, key=lambda end: end[1])[:1], (goal.target, goal.due)]
        said = ", ".join(f"{scale.say(value)} on {show_day(day, year)}" for value, day in stations)
        yield f"Dashed, the plan: {said}."
    if ahead and ahead.at_due is not None and ahead.at_due_low is not None and ahead.at_due_high is not None:
        between = scale.between(ahead.at_due_low, ahead.at_due_high)
        said = f"{scale.say(ahead.at_due)} then{', ' + between if between else ''}"
        yield f"{'Dotted, if' if Stroke.DOTTED in drawn else 'If'} it goes on like this: {said}."


def confidence_chart(card: Scorecard, standing: Standing) -> Chart | None:
    """How sure somebody was of a goal, in per cent; None where fewer than three days say so.

    What was said last holds until it is said anew.
    """
    said = {
        checkin.on: checkin.confidence * 100
        for checkin in standing.history.checkins
        if checkin.confidence is not None and checkin.on <= card.asof
    }
    axis = axis_of(min(said), card.asof, now=card.asof) if len(said) >= LEAST else None
    if axis is None:
        return None
    values = tuple(said[max(on for on in said if on <= day)] for day in axis.days)
    last = show_day(max(said), card.asof.year)
    ends = " → ".join(show_number(value, "%") for value in (values[0], values[-1]))
    line = Line(name="confidence", stroke=Stroke.SOLID, values=values)
    words = text(f"Confidence: {ends}, last said on {last}.")
    return Chart.of(axis.days, [line], now=axis.now, unit="%", words=words, ends=_WHOLE)
