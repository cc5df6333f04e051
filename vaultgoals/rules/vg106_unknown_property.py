"""The name of a property is probably misspelt

The name is one letter away from that of a property which goals or check-ins of
this kind have, or two where it is a long one, and the note does not have that
property itself. What stands here is not read.

All other names are your own, and are left alone.

## Why it matters

A misspelt `owner` or `due` is a value that is not there, although you see it.
Nothing looks wrong, and the goal is measured without it.

## Bad

```markdown Goals/Keep customers.md
---
type: outcome
objectiv: "[[A product that people keep]]"
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/A product that people keep.md
---
type: objective
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

## Good

```markdown Goals/Keep customers.md
---
type: outcome
objective: "[[A product that people keep]]"
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

```markdown Goals/A product that people keep.md
---
type: objective
---
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Severity
from vaultgoals.core.fix import Fix
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.nearness import edits
from vaultgoals.core.note import Note, Property, property_key
from vaultgoals.core.property_finder import PropertyFinder
from vaultgoals.core.splice import renamed
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import KIND_NAMES

_NEVER = frozenset({"tag", "tags", "alias", "aliases", "cssclasses", "id", "url", "date", "title"})
_OF_ALL = ("type", "vaultgoals-ignore")
_SHORT, _LONG, _FAR = 3, 7, 2


def check(case: Case) -> Iterator[Problem]:
    """Properties of goals and check-ins whose names are almost those of properties that the notes lack."""
    near = cache(partial(_near, case.config))
    for path, kind in case.vault.kinds.items():
        note = case.vault.notes[path]
        misspelt = [] if kind is Kind.REVIEW else [*_misspelt(note, kind, near, case.config)]
        meant = Counter(ours for _, names in misspelt for ours in {*names.values()})
        for prop, names in misspelt:
            nearest = next(iter(names))
            yield Problem(
                path=path,
                span=prop.key_span,
                message=f"`{prop.name}` is no property of {KIND_NAMES[kind]}, so it is not read",
                hint=f"did you mean `{nearest}`?",
                fix=_fix(note, prop, names, case.config) if meant[names[nearest]] == 1 else None,
            )


def _misspelt(
    note: Note, kind: Kind, near: Callable[[Kind, str], Mapping[str, str]], config: Config
) -> Iterator[tuple[Property, dict[str, str]]]:
    """The properties that are none of this kind's, each with the names that it may be meant for, and ours."""
    for prop in note.properties:
        names = near(kind, property_key(prop.name))
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


def _near(config: Config, kind: Kind, key: str) -> Mapping[str, str]:
    """The names that a name may be meant for, nearest first, each with our own; none if it is one of them."""
    known = _known(config, kind)
    if key in known or key in _NEVER:
        return {}
    far = {name: edits(key, name) for name in known if abs(len(name) - len(key)) <= _FAR}
    return {
        name: known[name]
        for name in sorted(far, key=lambda name: (far[name], name))
        if far[name] <= _reach(name)
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


RULE = Rule(code="VG106", name="unknown-property", severity=Severity.WARNING, check=check)
