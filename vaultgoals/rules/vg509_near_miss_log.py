"""A field is named almost like a goal

A field in a daily, weekly or longer note has a name that is one letter away
from a goal's title, alias or `field`, and a value that the goal could read. It
does not count, for a goal is logged by its exact name, whatever the case.

A name that five notes or more use, while the goal is logged by its own, is a
word of yours and is left alone. So are names of three letters or fewer, and
those that differ in a digit.

## Why it matters

A letter that slips in the evening makes a day look empty on Monday. If the
name is right, say so: give the goal an alias.

## Bad

```markdown 2026-11-18.md
Call custmers:: 4 two of them want the export
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```

## Good

```markdown 2026-11-18.md
Call customers:: 4 two of them want the export
```

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/Keep customers.md
---
type: outcome
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---
```
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import chain
from typing import TypeAlias

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import CheckIn, Goal, Way
from vaultgoals.core.log_names import log_key
from vaultgoals.core.logged import entered
from vaultgoals.core.memo import remembered
from vaultgoals.core.mentions import field_keys
from vaultgoals.core.nearness import Neighbours
from vaultgoals.core.note import Field
from vaultgoals.core.vault import Vault
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted

_SHORTEST = 4
_OWN_WORD = 5

_Placed: TypeAlias = tuple[str, Field]
"""A field, and the note that it stands in."""


def check(case: Case) -> Iterator[Problem]:
    """Names of fields that are nobody's, each once, where the goal that was probably meant could read it."""
    written = {path: _written_in(case.vault, path) for path in case.vault.periods}
    meant = _meant(case, written.values())
    for key, fields in _fields_named(case, meant.keys(), written).items():
        goal = meant[key]
        if not _is_own_word(case, goal, fields):
            readable = [(path, field) for path, field in fields if _can_read(goal, field)]
            yield from [_problem(goal, readable)] if readable else []


@remembered
def _written_in(vault: Vault, path: str) -> Set[str]:
    """The keys of all that is written like a field in a note."""
    return field_keys(vault.notes[path].source.text)


def _meant(case: Case, written: Iterable[Set[str]]) -> Mapping[str, Goal]:
    """What is written like a field and names no goal, each with the goal that was probably meant."""
    of_goals = case.vault.log_names.fields
    names = (name for goal in case.vault.goals.values() for name in (goal.title, *goal.aliases))
    known = {*of_goals, *map(log_key, names)}
    unknown = {key for key in {*chain.from_iterable(written)} - known if len(key) >= _SHORTEST}
    lengths = {len(key) + more for key in unknown for more in (-1, 0, 1)}
    near = Neighbours(name for name in of_goals if len(name) >= _SHORTEST and len(name) in lengths)
    found: dict[str, Goal] = {}
    for key in unknown:
        name = next((name for name in near.of(key) if _digits(name) == _digits(key)), None)
        if name:
            found[key] = of_goals[name][0]
    return found


def _fields_named(
    case: Case, keys: Set[str], written: Mapping[str, Set[str]]
) -> Mapping[str, Sequence[_Placed]]:
    """The filled fields of periodic notes with these keys, in the order in which they stand."""
    found: dict[str, list[_Placed]] = {}
    for path in (path for path, theirs in written.items() if not keys.isdisjoint(theirs)):
        for field in case.vault.notes[path].fields:
            if field.value and log_key(field.key) in keys:
                found.setdefault(log_key(field.key), []).append((path, field))
    return found


def _digits(word: str) -> str:
    """What no finger slips on: `run-5k` is not `run-8k`."""
    return "".join(filter(str.isdigit, word))


def _is_own_word(case: Case, goal: Goal, fields: Sequence[_Placed]) -> bool:
    """Whether a name is used again and again beside the goal's own."""
    ways = {checkin.way for checkin in case.vault.history(goal).checkins}
    return len({path for path, _ in fields}) >= _OWN_WORD and not ways.isdisjoint({Way.FIELD, Way.PROPERTY})


def _can_read(goal: Goal, field: Field) -> bool:
    checkin = CheckIn(goal=goal.path, on=date.min)
    return any(isinstance(read, CheckIn) for read in entered(checkin, goal, field.value, field.value_span))


def _problem(goal: Goal, fields: Sequence[_Placed]) -> Problem:
    (path, field), more = fields[0], len(fields) - 1
    others = f", here and {more} more {'times' if more > 1 else 'time'}" if more else ""
    return Problem(
        path=path,
        span=field.span,
        message=f"{quoted(field.key)} is almost a name of {quoted(goal.title)}, so it does not count{others}",
        hint="write the goal's name, or give the goal this one as an alias",
        about=(goal.path,),
    )


RULE = Rule(
    code="VG509",
    name="near-miss-log",
    severity=Severity.INFO,
    check=check,
    folds=False,
)
