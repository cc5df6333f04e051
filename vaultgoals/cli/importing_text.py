"""What `vaultgoals import` says: how much of what, the first of it, and what is left out."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from vaultgoals.core.goal import CheckIn
from vaultgoals.core.value import starts_too_early
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, shortened
from vaultgoals.export.reading_text import reading_text
from vaultgoals.workspace.importing import Import, Planned

_FIRST = 3
_WIDTH = 80


def import_lines(
    before: Vault, planned: Import, not_taken: Mapping[str, bool], today: date, *, failed: int, dry_run: bool
) -> Iterator[Line]:
    """A line for each goal, on a dry run with its first readings; then what is not taken.

    `before` is the vault as it was; `not_taken` says of a name in the file whether no goal is known for it,
    else a person left it out.
    """
    by_goal: dict[str, list[Planned]] = {path: [] for path in planned.known}
    for one in planned.planned:
        by_goal.setdefault(one.goal.path, []).append(one)
    for path, ones in sorted(by_goal.items()):
        yield _counted(before.goals[path].title, ones, planned.known.get(path, 0), dry_run=dry_run)
        yield from _doubts(ones, before.checkins_of(path), today)
        yield from (_reading(one) for one in ones[: _FIRST if dry_run else 0])
        if dry_run and len(ones) > _FIRST:
            yield ((f"  and {len(ones) - _FIRST:,} more", Style.QUIET),)
    for name, unknown in not_taken.items():
        yield ((_not_taken(name, unknown=unknown), Style.PLAIN),)
    if failed:
        yield ((f"{failed:,} check-in{'s' * (failed != 1)} could not be written.", Style.ILL),)
    if not (by_goal or not_taken or failed):
        yield (("There is nothing to import.", Style.PLAIN),)


def _not_taken(name: str, *, unknown: bool) -> str:
    """`Meditate: no goal is called so; say which: --map "Meditate=GOAL"`"""
    rows, why = (f"{name}: ", "no goal is called so; ") if name else ("Rows that name no goal: ", "")
    return visible(f'{rows}{why}say which: --map "{name}=GOAL"' if unknown else f"{rows}left out")


def _counted(title: str, ones: Sequence[Planned], known: int, *, dry_run: bool) -> Line:
    """`Meditation: 365 check-ins from 2025-11-21 to 2026-11-20, 12 are there already`."""
    count = f"{len(ones):,} check-in{'s' * (len(ones) != 1)}" if ones else "nothing new"
    would = " would be written" if dry_run and ones else " written" if ones else ""
    first, last = (ones[0].entry.on, ones[-1].entry.on) if ones else (None, None)
    days = f", {first} to {last}" if first != last else f", {first}" if first else ""
    there = f"; {known:,} {'is' if known == 1 else 'are'} there already" if known else ""
    return (f"{visible(title)}: ", Style.PLACE), (f"{count}{would}{days}{there}", Style.PLAIN)


def _doubts(ones: Sequence[Planned], there: Sequence[CheckIn], today: date) -> Iterator[Line]:
    """How many of some readings count for nothing, how many do not yet, and how many may be there twice."""
    outside = sum(map(_lies_outside, ones))
    ahead = sum(one.entry.on > today for one in ones)
    if outside:
        words = f"  {outside:,} before its start or after its due date, of which no figure is made"
        yield ((words, Style.DOUBT),)
    if ahead:
        yield ((f"  {ahead:,} on days that are still to come", Style.DOUBT),)
    if repeated := _repeated(ones, there):
        words = f"  {repeated:,} like another reading of that day; each counts, and `check` asks about it"
        yield ((words, Style.DOUBT),)


def _repeated(ones: Sequence[Planned], there: Sequence[CheckIn]) -> int:
    """How many readings have the day and value of one that is there, or that comes before them."""
    seen = {(checkin.on, checkin.value, checkin.of) for checkin in there}
    readings = [one.checkin for one in ones if one.checkin.value is not None]
    new = {(checkin.on, checkin.value, checkin.of) for checkin in readings} - seen
    return len(readings) - len(new)


def _lies_outside(one: Planned) -> bool:
    due = one.goal.due
    return starts_too_early(one.goal, one.checkin) or (due is not None and one.entry.on > due)


def _reading(one: Planned) -> Line:
    said = ", ".join(
        filter(None, (reading_text(one.goal, one.checkin), " ".join(one.checkin.comment.split())))
    )
    return ((shortened(visible(f"  {one.checkin.on}  {said}"), _WIDTH), Style.QUIET),)
