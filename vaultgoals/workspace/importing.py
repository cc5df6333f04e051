"""What a file of another program says as check-in notes: all made in memory, and read back there at once."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.links import folded
from vaultgoals.core.new_checkin import Said, checkin_paths, checkin_text, meant, with_entry
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.intake.entry import Entry, Unread
from vaultgoals.markdown import read_note
from vaultgoals.render.escape import line_start, markdown
from vaultgoals.rules.expectations import fault_and_remedy
from vaultgoals.store.ignore import Ignore
from vaultgoals.workspace.plan import Plan

_NOT_AS_MEANT = "it cannot be written so that it is read as it stands"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An entry, the goal that it is about, and the note that would say it."""

    entry: Entry
    goal: Goal
    plan: Plan
    checkin: CheckIn


@dataclass(frozen=True, slots=True, kw_only=True)
class Import:
    """What is to be written, how many entries are `known` already by goal, and rows that cannot be taken."""

    planned: tuple[Planned, ...]
    known: Mapping[str, int]
    unread: tuple[Unread, ...]


def plan_import(vault: Vault, entries: Iterable[tuple[Entry, Goal]], unread: Iterable[Unread] = ()) -> Import:
    """The notes of entries that the vault does not have yet; `unread` are rows that say nothing already.

    An entry is known where the vault has a check-in of the same goal, day, value, skip and comment; of two
    equal entries the second needs a second one. A note is planned only where it is read as what is meant and
    nothing else. Where words of a comment would come alive in it, they are written so that they do not.
    Raises UsageError where notes of check-ins would be left out of the vault.
    """
    told = [_told(number, entry, goal) for number, (entry, goal) in enumerate(entries)]
    said = [one for one in told if isinstance(one, _Told)]
    fresh = [*_fresh(vault, said)]
    if fresh:
        _refuse_left_out(vault, fresh[0])
    planned = _tried(vault, fresh)
    again = [one.tamed for one in fresh if one.number not in planned and one.said.comment]
    planned |= _tried(vault, again, taken=[one.plan.path for one in planned.values()])
    left = [one for one in fresh if one.number not in planned]
    known = Counter(one.said.goal.path for one in said) - Counter(one.said.goal.path for one in fresh)
    wrong = [*unread, *(one for one in told if isinstance(one, Unread))]
    wrong += [Unread(file=one.entry.file, line=one.entry.line, reason=_NOT_AS_MEANT) for one in left]
    return Import(
        planned=tuple(sorted(planned.values(), key=lambda one: (one.entry.on, one.entry.at, one.plan.path))),
        known=known,
        unread=tuple(sorted(wrong, key=lambda one: (one.file, one.line))),
    )


@dataclass(frozen=True, slots=True)
class _Told:
    """An entry by its number among all, and what it says of its goal."""

    number: int
    entry: Entry
    said: Said

    @property
    def key(self) -> tuple[object, ...]:
        return _key(meant(self.said))

    @property
    def tamed(self) -> "_Told":
        """The same with a comment in which nothing comes alive."""
        return replace(self, said=replace(self.said, comment=line_start(markdown(self.said.comment))))


def _told(number: int, entry: Entry, goal: Goal) -> _Told | Unread:
    said = Said(goal=goal, on=entry.on, skip=entry.skip, comment=entry.comment)
    read = with_entry(said, entry.value) if entry.value else said
    if isinstance(read, Malformed):
        fault, _ = fault_and_remedy("it", read)
        return Unread(file=entry.file, line=entry.line, reason=fault)
    return _Told(number, entry, read)


def _refuse_left_out(vault: Vault, one: _Told) -> None:
    path = next(checkin_paths(vault, one.said, one.entry.at))
    if path in Ignore.of(vault.config.ignore):
        raise UsageError(
            f"{path} would be left out by `ignore` in vaultgoals.toml.",
            "Name another folder for `checkin` in its table [folders].",
        )


def _fresh(vault: Vault, told: Iterable[_Told]) -> Iterator[_Told]:
    """Those that the vault has no check-in for, or not as many."""
    told = list(told)
    goals = {one.said.goal.path for one in told}
    there = Counter(_key(checkin) for path in goals for checkin in vault.checkins_of(path))
    for one in told:
        known = next((key for key in (one.key, one.tamed.key) if there[key]), None)
        if known:
            there[known] -= 1
        else:
            yield one


def _key(checkin: CheckIn) -> tuple[object, ...]:
    return checkin.goal, checkin.on, checkin.value, checkin.of, checkin.skip, checkin.comment


def _tried(vault: Vault, told: Sequence[_Told], taken: Iterable[str] = ()) -> dict[int, Planned]:
    """The notes that say what is meant, and nothing else, once all of them stand in the vault; by number."""
    there = {folded(path) for path in (*vault.files, *taken)}
    notes: list[tuple[_Told, Note]] = []
    for one in told:
        free = checkin_paths(vault, one.said, one.entry.at)
        path = next(path for path in free if folded(path) not in there)
        there.add(folded(path))
        notes.append((one, read_note(Source.of(path, checkin_text(vault, one.said)))))
    read = _read(vault, notes)
    return {
        one.number: Planned(entry=one.entry, goal=one.said.goal, plan=_plan(note), checkin=meant(one.said))
        for one, note in notes
        if read.get(note.path) == [meant(one.said)]
    }


def _plan(note: Note) -> Plan:
    return Plan(path=note.path, text=note.source.text, page=False, note=note)


def _read(vault: Vault, notes: Sequence[tuple[_Told, Note]]) -> Mapping[str, Sequence[CheckIn]]:
    """What each note is read as in the vault with all of them, but for those that say more than check-ins."""
    ahead = Vault.of(
        (*vault.notes.values(), *(note for _, note in notes)),
        vault.config,
        vault.files,
        vault.templates.values(),
        vault.listed,
    )
    read: dict[str, list[CheckIn]] = {}
    for goal in ahead.goals:
        for checkin in ahead.checkins_of(goal):
            bare = replace(checkin, path="", line=1, span=Span(0, 0))
            read.setdefault(checkin.path, []).append(bare)
    dull = (note for _, note in notes if not (note.blocks or note.malformed))
    paths = [note.path for note in dull if not (ahead.actions_in(note.path) or ahead.unread_in(note.path))]
    return {path: read.get(path, []) for path in paths}
