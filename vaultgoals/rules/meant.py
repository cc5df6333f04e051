"""Which goals something broken was evidently meant to lead to: to mend that is all there is to do."""

from collections.abc import Iterator

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.note import Node, Note, Property, Scalar, Sequence
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.vault import CLOSED
from vaultgoals.rules.rule import LIVE, Case


def meant(case: Case) -> frozenset[str]:
    """The paths of the goals that are not led to for another fault, which has a finding of its own.

    Meant are the goal whose name is nearest to a broken link (VG202), the others that an ambiguous link may
    mean (VG205), what notes that do not count (VG102, VG108) and misspelt properties name as `outcome`, and
    the outcomes beyond a goal that is closed (VG206).
    """
    return frozenset((*_by_links(case), *_by_properties(case), *_beyond_closed(case)))


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
    links = (link for link in note.links if span.start <= link.span.start < span.end)
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
