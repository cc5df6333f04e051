"""What was logged as tables: each reading, and each period of a process goal that it was logged in."""

from collections.abc import Iterator
from datetime import date, timedelta

from vaultgoals.core.goal import Kind
from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import Kept
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.export.dataset import Column, Table, day, figure, flag, text, whole
from vaultgoals.review.explained_readings import Reading, readings_of

_BACK = timedelta(days=5 * 366)
"""How far back periods are told of."""

_READ: tuple[Column[Reading], ...] = (
    Column(text("goal", "the goal that it is about", of="goals"), lambda one: one.checkin.goal),
    Column(day("date", "the day that it counts on"), lambda one: one.checkin.on),
    Column(
        figure("value", "the value, in the goal's unit; empty where none was given"),
        lambda one: one.checkin.value,
    ),
    Column(figure("of", "the total of a ratio such as 9/10"), lambda one: one.checkin.of),
    Column(flag("skipped", "whether the period was skipped"), lambda one: one.checkin.skip is not None),
    Column(text("skip_reason", "why"), lambda one: one.checkin.skip or None),
    Column(
        figure("confidence", "how likely the goal is felt to be, 0 to 1"), lambda one: one.checkin.confidence
    ),
    Column(text("comment", "the words beside it"), lambda one: one.checkin.comment or None),
    Column(
        text("evidence", "links and addresses, one a line"),
        lambda one: "\n".join(one.checkin.evidence) or None,
    ),
    Column(text("by", "who logged it, where that is said"), lambda one: one.checkin.by),
    Column(text("blocked", "what stands in the way"), lambda one: one.checkin.blocked),
    Column(text("way", "how it was logged"), lambda one: one.checkin.way.value),
    Column(flag("counts", "whether a figure is made from it"), lambda one: one.counts),
    Column(text("why_not", "why none is"), lambda one: one.why_not or None),
    Column(text("path", "the note that it stands in"), lambda one: one.checkin.path),
    Column(whole("line", "the line there"), lambda one: one.checkin.line),
)


def readings_table(card: Scorecard) -> Table:
    """A row for each check-in up to the scorecard's day: goal by goal, oldest first."""
    found = (reading for standing in card.standings.values() for reading in readings_of(card, standing))
    return Table.of("readings", _READ, found)


_KEPT: tuple[Column[tuple[str, Kept]], ...] = (
    Column(text("goal", "the process goal", of="goals"), lambda one: one[0]),
    Column(text("period", "the period: `2026-W47`, `2026-11-20` …"), lambda one: one[1].period.label),
    Column(day("start", "its first day"), lambda one: one[1].period.start),
    Column(day("end", "its last day"), lambda one: one[1].period.last),
    Column(
        text(
            "state", "`met`, `unmet`, `zero`, `blank`, `unlogged`, `skipped`, `eventless`, `paused` or `open`"
        ),
        lambda one: one[1].state.value,
    ),
    Column(figure("done", "what was done in it"), lambda one: one[1].done),
    Column(figure("quota", "what was due in it"), lambda one: one[1].quota),
    Column(figure("attainment", "how much of it was kept, 0 to 1"), lambda one: one[1].attainment),
    Column(flag("met", "whether it was met, while it is open so far"), lambda one: one[1].met),
    Column(flag("counts", "whether it is closed and counts"), lambda one: one[1].counts),
    Column(flag("logged", "whether anything was logged in it"), lambda one: one[1].logged),
    Column(text("skip_reason", "the reason last given for skipping it"), lambda one: one[1].skip or None),
)


def periods_table(card: Scorecard) -> Table:
    """A row for each period of each process goal in the last five years, the current one too."""
    return Table.of("periods", _KEPT, _periods(card))


def _periods(card: Scorecard) -> Iterator[tuple[str, Kept]]:
    config = card.vault.config
    first = max(card.asof, date.min + _BACK) - _BACK
    for path, standing in card.standings.items():
        if standing.goal.kind is not Kind.PROCESS:
            continue
        ended = keep_between(
            standing.history, first, card.asof, asof=card.asof, today=card.today, config=config
        )
        current = standing.keeping.current if standing.keeping else None
        still_open = [current] if current and current not in ended else []
        yield from ((path, kept) for kept in (*ended, *still_open))
