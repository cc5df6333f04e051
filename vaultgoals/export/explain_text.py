"""An explained goal, for a person: each figure with how it was worked out, then the readings behind it."""

from collections.abc import Iterable, Iterator

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.export.excerpt import visible, wide
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.export.reading_text import reading_text
from vaultgoals.export.sparkline import sparkline
from vaultgoals.review.chart import Chart
from vaultgoals.review.explain import Explanation
from vaultgoals.review.explained import Figure
from vaultgoals.review.explained_readings import Reading
from vaultgoals.review.gathered import Quote
from vaultgoals.review.scale import Scale

WIDTH = 80
_INDENT = 4
_SUM_BEGINS = frozenset("(0123456789−")


def explain_text(explanation: Explanation, width: int = WIDTH) -> list[Line]:
    """The explanation in lines of at most `width` columns; a line that names a place may be longer."""
    goal, readings = explanation.goal, explanation.readings
    place = f" ({goal.kind}, {visible(goal.path)})"
    lines: list[Line] = [((visible(goal.title), Style.TITLE), (place, Style.QUIET)), ()]
    if explanation.chart:
        lines += [*_drawn(explanation.chart, goal, explanation.scale), ()]
    lines += [line for figure in explanation.figures for line in _figure(figure, width)]
    if explanation.decisions:
        lines += [(), _title("Decisions"), *fitted(map(_decision, explanation.decisions), width, indent=2)]
    counted = [reading for reading in readings if reading.counts]
    others = [reading for reading in readings if not reading.counts]
    if counted:
        lines += [(), _title("Readings, oldest first"), *_readings(goal, counted)]
    if others:
        lines += [(), _title("Not counted"), *_readings(goal, others)]
    if not readings and goal.kind not in (Kind.OBJECTIVE, Kind.LEVER):
        nothing = "Nothing is logged yet. Write a line such as `- 2026-11-20: 12` under `## Check-ins`."
        lines += [(), *fitted([((nothing, Style.PLAIN),)], width, more=0)]
    return lines


def _title(words: str) -> Line:
    return ((f"{words}:", Style.PLACE),)


def _drawn(chart: Chart, goal: Goal, scale: Scale) -> Iterator[Line]:
    """The lines of a chart, each with its first and last value: bars between the same ends, which hold a
    guardrail's bounds too.
    """
    names = max(len(line.name) for line in chart.lines)
    longest = max(len(line.values) for line in chart.lines)
    values = [value for line in chart.lines for value in line.values]
    values += [bound for bound in (goal.minimum, goal.maximum) if bound is not None]
    for line in reversed(chart.lines):
        bars = sparkline(line.values, low=min(values), high=max(values))
        ends = visible(f"{scale.bare(line.ends[0])} → {scale.say(line.ends[-1])}")
        yield (f"{line.name:<{names}}  ", Style.PLACE), (f"{bars:<{longest}}  {ends}", Style.PLAIN)
    yield (" " * names + "  ", Style.PLAIN), (chart.dates, Style.QUIET)


def _figure(figure: Figure, width: int) -> Iterator[Line]:
    name, value, how = f"{visible(figure.name)}: ", visible(figure.value), _how(figure.how)
    head: Line = ((name, Style.PLACE), (value, Style.PLAIN))
    if wide(name + value + how) + 2 <= width:
        yield (*head, (f"  {how}" if how else "", Style.PLAIN))
        return
    yield from fitted([head], width, more=_INDENT)
    if how:
        yield from fitted([((how, Style.PLAIN),)], width, indent=_INDENT, more=0)


def _how(how: str) -> str:
    """A sum is set off by `=`, words by parentheses."""
    return f"= {visible(how)}" if how[:1] in _SUM_BEGINS else f"({visible(how)})" if how else ""


def _decision(quote: Quote) -> Line:
    """`2026-W46: “Book the call on day one.”`; one in a note that is no page, with that note's name."""
    where = quote.period.label if quote.period else visible(quote.page.shown)
    return (f"{where}: ", Style.QUIET), (f"“{visible(quote.words.words)}”", Style.PLAIN)


def _readings(goal: Goal, readings: Iterable[Reading]) -> Iterator[Line]:
    for reading in readings:
        checkin = reading.checkin
        said = visible(reading_text(goal, checkin)) or "a note"
        place = f"  {visible(checkin.path)}:{checkin.line}"
        why_not = f", {reading.why_not}" if reading.why_not else ""
        yield (f"  {checkin.on}  {said:<14}", Style.PLAIN), (place, Style.QUIET), (why_not, Style.PLAIN)
