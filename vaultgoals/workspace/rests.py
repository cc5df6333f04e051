"""A goal's rests, as small edits to its note: it is paused, and taken up again."""

from collections.abc import Sequence
from datetime import date, timedelta

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.header import Value
from vaultgoals.core.note import Plain
from vaultgoals.core.period import Period
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.workspace.turns import Turn, changed, refuse_closed, unsure

_DAY = timedelta(days=1)
_WHY = "pause-why"


def pause(
    vault: Vault, goal: Goal, today: date, *, first: date | None, last: date | None, why: str | None
) -> Turn:
    """The goal rests: from now on, or for some days, which then stand in `pauses`.

    A beginning without an end is a rest that still goes on. Where an end is given to such a rest, its status
    is active again. `why` goes into a property of the person's own. Raises UsageError and `Unwritten`.
    """
    refuse_closed(goal)
    begin = first or today
    if last is None and begin > today:
        raise UsageError("A rest that is to come needs an end.", "Say until when: --until DATE.")
    if last is not None and last < begin:
        raise UsageError(
            f"{last} lies before {begin}.", "Name the first day with --from, the last with --until."
        )
    sets: dict[str, Value] = {}
    if last is None and goal.status is not Status.PAUSED:
        sets["status"] = Status.PAUSED.value
    rest = Period(begin, (last or today) + _DAY)
    if last is not None and today in rest and goal.status is Status.PAUSED:
        sets["status"] = Status.ACTIVE.value
    if (first or last) and not _covered(goal, rest):
        sets["pauses"] = _with_rest(vault, goal, rest)
    if why and why != _why(goal):
        sets[_WHY] = why
    return Turn(plan=changed(vault, goal, sets)) if sets else Turn(asis=f"“{goal.title}” rests already.")


def resume(vault: Vault, goal: Goal, on: date, today: date) -> Turn:
    """The goal is taken up again on a day: its status is active, and a rest ends the day before.

    Raises UsageError and `Unwritten`.
    """
    refuse_closed(goal)
    sets: dict[str, Value] = {}
    if goal.status is Status.PAUSED:
        if on > today:
            raise UsageError(
                f"“{goal.title}” rests by its status, which cannot end on a day to come.",
                f"Write `vaultgoals pause GOAL --until {on - _DAY}`: it goes on by itself the day after.",
            )
        sets["status"] = Status.ACTIVE.value
    written, drops = _written_pauses(vault, goal), set[str]()
    if any(on in rest for rest in goal.pauses):
        # One that cannot be read is in its place no more: then it is for the person to say which ends.
        left = _ended(goal, written, on) if len(written) == len(goal.pauses) else None
        if left is None:
            raise unsure(goal, ["pauses"])
        if left:
            sets["pauses"] = left
        else:
            drops.add("pauses")
    if not sets and not drops:
        return Turn(asis=f"“{goal.title}” does not rest on {on}.")
    return Turn(plan=changed(vault, goal, sets, drops))


def _ended(goal: Goal, written: Sequence[str], on: date) -> list[str]:
    """The pauses as they are written, each that holds a day ended before it, or gone if it begins then."""
    pairs = [*zip(goal.pauses, written, strict=True)]
    return [
        _in_words(Period(rest.start, on)) if on in rest else text
        for rest, text in pairs
        if on not in rest or rest.start < on
    ]


def _covered(goal: Goal, rest: Period) -> bool:
    return any(known.start <= rest.start and rest.stop <= known.stop for known in goal.pauses)


def _with_rest(vault: Vault, goal: Goal, rest: Period) -> list[str]:
    """The pauses as they are written with one more; or with the one longer that it shares days with."""
    written = _written_pauses(vault, goal)
    met = [at for at, known in enumerate(goal.pauses) if known.start < rest.stop and rest.start < known.stop]
    if len(met) != 1 or len(written) != len(goal.pauses):
        return [*written, _in_words(rest)]
    known = goal.pauses[met[0]]
    longer = Period(min(known.start, rest.start), max(known.stop, rest.stop))
    return [_in_words(longer) if at == met[0] else text for at, text in enumerate(written)]


def _why(goal: Goal) -> Plain:
    prop = goal.note.property(_WHY)
    return prop.value.plain if prop else None


def _in_words(rest: Period) -> str:
    return f"{rest.start}" if rest.days == 1 else f"{rest.start}..{rest.last}"


def _written_pauses(vault: Vault, goal: Goal) -> list[str]:
    finder = PropertyFinder(goal.note, goal.kind, vault.config)
    return [scalar.text for scalar in finder.scalars("pauses")]
