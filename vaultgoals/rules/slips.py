"""Properties whose names are probably slips of the finger."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from vaultgoals.core.config import Config
from vaultgoals.core.fix import Fix
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.memo import remembered
from vaultgoals.core.nearness import edits
from vaultgoals.core.note import Note, Property, property_key
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.splice import renamed
from vaultgoals.core.vault import Vault

_NEVER = frozenset({"tag", "tags", "alias", "aliases", "cssclasses", "id", "url", "date", "title"})
_OF_ALL = ("type", "vaultgoals-ignore")
_SHORT, _LONG, _FAR = 3, 7, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """A property that its note's kind does not have, named almost like one that it has and the note lacks.

    `name` is the nearest such name, `ours` our own name for that. `fix` renames it where no guess is needed.
    """

    prop: Property
    name: str
    ours: str
    fix: Fix | None


def slips(vault: Vault) -> Mapping[str, tuple[Slip, ...]]:
    """By note the slips in goals and check-ins."""
    found = {path: slips_in(vault, path) for path in vault.kinds}
    return {path: of_note for path, of_note in found.items() if of_note}


@remembered
def slips_in(vault: Vault, path: str) -> tuple[Slip, ...]:
    """The slips in a goal or check-in, in the order of the note."""
    kind = vault.kinds.get(path)
    if kind is None or kind is Kind.REVIEW:
        return ()
    note = vault.notes[path]
    if not _may_slip(vault, kind, tuple([prop.name for prop in note.properties])):
        return ()
    return tuple(_slips(note, kind, partial(_names_near, vault), vault.config))


@remembered
def _may_slip(vault: Vault, kind: Kind, names: tuple[str, ...]) -> bool:
    """Whether one of the names that a note's properties have is nearly another; most notes share theirs."""
    return any(_names_near(vault, kind, name) for name in names)


@remembered
def _names_near(vault: Vault, kind: Kind, name: str) -> Mapping[str, str]:
    return _near(vault.config, kind, name)


def _slips(
    note: Note, kind: Kind, near: Callable[[Kind, str], Mapping[str, str]], config: Config
) -> Iterator[Slip]:
    misspelt = [*_misspelt(note, kind, near, config)]
    if not misspelt:
        return
    meant = Counter(ours for _, names in misspelt for ours in {*names.values()})
    for prop, names in misspelt:
        name, ours = next(iter(names.items()))
        fix = _fix(note, prop, names, config) if meant[ours] == 1 else None
        yield Slip(prop=prop, name=name, ours=ours, fix=fix)


def _misspelt(
    note: Note, kind: Kind, near: Callable[[Kind, str], Mapping[str, str]], config: Config
) -> Iterator[tuple[Property, dict[str, str]]]:
    """The properties that are none of this kind's, each with the names that it may be meant for, and ours."""
    for prop in note.properties:
        names = near(kind, prop.name)
        find = PropertyFinder(note, kind, config) if names else None
        lacking = {name: ours for name, ours in names.items() if find and not _has(note, find, ours, name)}
        if lacking:
            yield prop, lacking


def _fix(note: Note, prop: Property, names: Iterable[str], config: Config) -> Fix | None:
    """Its right name, where that is one letter away and no other is."""
    key = property_key(prop.name)
    nearest = [name for name in names if edits(key, name) == 1]
    if len(nearest) != 1:
        return None
    name = {property_key(theirs): theirs for theirs in config.properties}.get(nearest[0], nearest[0])
    return renamed(note, prop, name, what=f"rename `{prop.name}` to `{name}`")


def _near(config: Config, kind: Kind, name: str) -> Mapping[str, str]:
    """The names that a name may be meant for, nearest first, each with our own; none if it is one of them."""
    key, known = property_key(name), _known(config, kind)
    if key in known or key in _NEVER:
        return {}
    far = {other: edits(key, other) for other in known if abs(len(other) - len(key)) <= _FAR}
    return {
        other: known[other]
        for other in sorted(far, key=lambda other: (far[other], other))
        if far[other] <= _reach(other)
    }


def _known(config: Config, kind: Kind) -> Mapping[str, str]:
    """All names that a note of a kind may use, each with our own name for it."""
    own = {name: name for name in (*KIND_PROPERTIES[kind], *_OF_ALL)}
    mapped = {property_key(theirs): ours for theirs, ours in config.properties.items()}
    return {name: ours for name, ours in {**SYNONYMS, **mapped}.items() if ours in own} | own


def _reach(name: str) -> int:
    """How many edits away a name is still heard: short ones are like too many others."""
    letters = sum(map(str.isalpha, name))
    return _FAR if letters >= _LONG else 1 if letters > _SHORT else 0


def _has(note: Note, find: PropertyFinder, ours: str, name: str) -> bool:
    """Whether a note has a property already, by whatever name."""
    return find.find(ours) is not None or note.property(name) is not None
