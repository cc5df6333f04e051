"""What to do now, for a person: numbered, by kind, each with its outcome and why; actions with a place."""

from collections.abc import Iterator, Sequence
from itertools import count, groupby

from vaultgoals.core.show import MONTHS, WEEKDAYS, show_day
from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, fitted, shortened
from vaultgoals.review.agenda import Agenda
from vaultgoals.review.text import Text, plain
from vaultgoals.review.to_do import Ask, ToDo

SHOWN = 8
"""How many things of a kind are shown, unless all are asked for."""

_TITLES = {
    Ask.ACTION: "Actions",
    Ask.DECISION: "To decide",
    Ask.BLOCKER: "In the way",
    Ask.PROCESS: "To do",
    Ask.READING: "Readings",
}
_NAMED = 2
_WIDE = 1 << 20


def next_text(
    agenda: Agenda, *, width: int | None = None, in_full: bool = False, shared: bool = False
) -> list[Line]:
    """All lines, wrapped to `width` columns at a terminal, one for each sentence in a pipe (None).

    Of each kind the first eight are shown, or all `in_full`. `shared` names whose each thing is.
    """
    columns = width or _WIDE
    if not agenda.items:
        return [*fitted([((_nothing(agenda), Style.PLAIN),)], columns, more=0)]
    day = agenda.today
    lines: list[Line] = [((f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}", Style.TITLE),)]
    margin, numbers = len(str(len(agenda.items))) + 3, count(1)
    for ask, group in groupby(agenda.items, key=lambda one: one.ask):
        entries = list(group)
        shown = entries if in_full else entries[:SHOWN]
        lines += [(), ((_TITLES[ask], Style.TITLE),)]
        for one in shown:
            lines += _entry(agenda, f"{next(numbers):>{margin - 2}}  ", one, columns, shared=shared)
        if more := len(entries) - len(shown):
            lines += [_set_in(margin, f"and {more} more; -v shows all", Style.QUIET)]
    return lines


def _entry(agenda: Agenda, number: str, one: ToDo, columns: int, *, shared: bool) -> Iterator[Line]:
    margin = len(number)
    head = ((number, Style.QUIET), *_head(agenda, one))
    yield from fitted([(*head, *_whose(one, shared=shared))], columns, more=margin)
    if why := _why(one, columns // 2):
        yield from fitted([((why, Style.PLAIN),)], columns, indent=margin, more=2)
    if one.line is not None:
        yield _set_in(margin, f"{visible(one.path)}:{one.line}", Style.QUIET)


def _head(agenda: Agenda, one: ToDo) -> Line:
    """What it is, and how it stands with the time that it has."""
    title, what = visible(one.goal.title), _said(one.what)
    match one.ask:
        case Ask.ACTION if one.late and one.by:
            since = f"due since {show_day(one.by, agenda.today.year)}"
            return (what, Style.PLACE), (", ", Style.PLAIN), (since, Style.ILL)
        case Ask.ACTION:
            return (what, Style.PLACE), (", today", Style.PLAIN)
        case Ask.READING:
            return (title, Style.PLACE), (f", {what}", Style.PLAIN)
        case Ask.BLOCKER:
            return ((what, Style.PLAIN),)
        case Ask.DECISION | Ask.PROCESS:
            return (title, Style.PLACE), (f": {what}", Style.PLAIN)


def _whose(one: ToDo, *, shared: bool) -> Line:
    names = ", ".join(map(visible, one.owners))
    return ((f" ({names})", Style.PLAIN),) if shared and names else ()


def _why(one: ToDo, room: int) -> str:
    """`→ Trials: off track, belief in doubt`, `→ Trials. You wrote: “…”`; without the goal's own name.

    Other names are shortened to the columns there is `room` for.
    """
    others = [outcome.title for outcome in one.outcomes if one.ask is Ask.ACTION or outcome != one.goal]
    more = [f"{len(others) - _NAMED} more"] if len(others) > _NAMED else []
    leads, why = (
        _listed([*(shortened(visible(name), room) for name in others[:_NAMED]), *more]),
        _said(one.why),
    )
    if not leads:
        return why
    told = f"→ {leads}"
    return f"{told}{'. ' if why.startswith('You ') else ': '}{why}" if why else told


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def _said(words: Text) -> str:
    return visible(plain(words))


def _nothing(agenda: Agenda) -> str:
    """That nothing is due, in a sentence, and what will be."""
    one, then = agenda.upcoming, agenda.then
    if one is None or then is None:
        return "Nothing is due, today or in the next two weeks."
    when = WEEKDAYS[then.weekday()] if (then - agenda.today).days < 7 else show_day(then, agenda.today.year)
    match one.ask:
        case Ask.ACTION:
            name = _said(one.what)
        case Ask.READING:
            name = f"a reading of {visible(one.goal.title)}"
        case _:
            name = visible(one.goal.title)
    return f"Nothing is due today. Next is {name}, on {when}."


def _set_in(margin: int, words: str, style: Style) -> Line:
    return (" " * margin, Style.PLAIN), (words, style)
