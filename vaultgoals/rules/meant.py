"""Which goals something broken was evidently meant to lead to: to mend that is all there is to do."""

from collections.abc import Iterator
from itertools import islice

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.note import Node, Note, Property, Scalar, Sequence
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.vault import CLOSED
from vaultgoals.rules.rule import LIVE, Case, misread


def meant(case: Case) -> frozenset[str]:
    """The paths of the goals that are not led to for another fault, which has a finding of its own.

    Meant are the goal whose name is nearest to a broken link (VG202), the others that an ambiguous link may
    mean (VG205), what notes that do not count (VG102, VG108) and misspelt properties name as `outcome`, the
    outcomes beyond a goal that is closed (VG206), and the only outcome where a process goal names none
    (VG201).
    """
    alone = only_outcome(case) if any(_names_none(case, goal) for goal in without_outcome(case)) else None
    beside = (alone.path,) if alone else ()
    return frozenset((*_by_links(case), *_by_properties(case), *_beyond_closed(case), *beside))


def awaiting(case: Case, kind: Kind) -> frozenset[str]:
    """The paths of the outcomes that a goal of a kind was evidently meant for, but names none or wrongly."""
    near = (broken.near for broken in case.broken_links if broken.goal.kind is kind)
    unbound = any(_names_none(case, goal) for goal in case.live(kind))
    return frozenset(goal.path for goal in (*near, only_outcome(case) if unbound else None) if goal)


def without_outcome(case: Case) -> Iterator[Goal]:
    """The active and paused process goals, not exploratory, whose `outcome` is missing or empty."""
    for goal in case.live(Kind.PROCESS):
        if not goal.outcome and not goal.exploratory and not misread(goal, "outcome", "exploratory"):
            yield goal


def _names_none(case: Case, goal: Goal) -> bool:
    return not goal.outcome and not case.unread(goal, "outcome")


def only_outcome(case: Case) -> Goal | None:
    """The outcome that a process goal must mean where the vault has one alone, active or paused."""
    outcomes = [*islice(case.live(Kind.OUTCOME), 2)]
    return outcomes[0] if len(outcomes) == 1 else None


def _by_links(case: Case) -> Iterator[str]:
    for broken in case.broken_links:
        if broken.near and broken.goal.status in LIVE:
            yield broken.near.path
    for goal in case.live():
        for link in goal.outcome:
            yield from case.vault.resolve(link, goal.path).rivals


def _by_properties(case: Case) -> Iterator[str]:
    for note, prop in _not_read(case):
        for target in _targets(note, prop):
            path = case.vault.names.resolve(target, note.path).path
            yield from (path,) if path else ()


def _not_read(case: Case) -> Iterator[tuple[Note, Property]]:
    """The properties that are to be the `outcome` of a goal, but for their names or what their notes are."""
    for path in case.slips:
        slip = case.slip_of(path, "outcome")
        if slip and case.vault.goals[path].status in LIVE:
            yield case.vault.notes[path], slip.prop
    doubled = (note.path for note, _ in case.ailing("duplicate-property"))
    for path in (*case.misnomers, *doubled):
        note = case.vault.notes[path]
        prop = PropertyFinder(note, Kind.PROCESS, case.config).find("outcome")
        if prop:
            yield note, prop


def _targets(note: Note, prop: Property) -> Iterator[str]:
    """What the links in a property lead to, and its plain texts, which may be bare names."""
    span = prop.value.span
    links = (link for link in note.property_links if span.start <= link.span.start < span.end)
    yield from (link.target for link in links)
    yield from _texts(prop.value)


def _texts(value: Node) -> Iterator[str]:
    nodes = value.items if isinstance(value, Sequence) else (value,)
    return (node.text.strip() for node in nodes if isinstance(node, Scalar))


def _beyond_closed(case: Case) -> Iterator[str]:
    for path, served in case.vault.serves.items():
        if served and case.vault.goals[path].status is Status.ACTIVE and _all_closed(case, served):
            yield from case.vault.outcomes_of(path)


def _all_closed(case: Case, paths: tuple[str, ...]) -> bool:
    return all(case.vault.goals[path].status in CLOSED for path in paths)
