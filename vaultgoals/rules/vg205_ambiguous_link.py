"""A goal's link could mean several notes

Several notes have the name that the link is written with. Obsidian then takes
the one below the folder of the goal itself, or else the one with the shortest
path. This is the one that counts here too.

A link that is a whole path in the vault, or that begins with `./`, `../` or
`/`, means one note only. Notes that are left out by `ignore`, and the copies
that a syncer made, are no rivals.

## Why it matters

Nobody wrote down which note was meant. The goal counts towards another outcome
as soon as one of the notes is moved, and nothing tells you that it happened.

## Bad

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

```markdown Meetings/Keep customers.md
What we said about it in the spring.
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Goals/Keep customers]]"
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

```markdown Meetings/Keep customers.md
What we said about it in the spring.
```
"""

from collections.abc import Iterator, Sequence

from vaultgoals.core.finding import Severity
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.links import folded
from vaultgoals.rules.links import goal_links
from vaultgoals.rules.relinking import relinked
from vaultgoals.rules.rule import LIVE, Case, Problem, Rule
from vaultgoals.rules.wording import either, linked, quoted

_MOST_NAMED = 3


def check(case: Case) -> Iterator[Problem]:
    """Links of active and paused goals that only nearness or length of path settled."""
    for goal in case.vault.goals.values():
        for name, link in goal_links(goal) if goal.status in LIVE else ():
            found = case.vault.resolve(link, goal.path)
            if found.path and (rivals := _rivals(case, found.path, found.rivals)):
                way = found.path.removesuffix(".md")
                yield Problem(
                    path=goal.path,
                    span=link.span,
                    message=f"`{name}` could mean several notes: {quoted(found.path)} is taken,"
                    f" not {_named(rivals)}",
                    hint=f"write the path of the one that you mean: {linked(way)}",
                    fix=relinked(goal.note, link, way, safe=True),
                )


def _rivals(case: Case, taken: str, paths: Sequence[str]) -> list[str]:
    """Those of the other notes that count; what differs in case alone no path tells apart.

    A link to what is no note is another fault.
    """
    if not case.vault.is_note(taken):
        return []
    return [path for path in paths if _counts(case, path) and folded(path) != folded(taken)]


def _counts(case: Case, path: str) -> bool:
    note = case.vault.notes.get(path)
    return case.vault.is_note(path) and not (note and is_sync_copy(note))


def _named(paths: Sequence[str]) -> str:
    more = len(paths) - _MOST_NAMED
    return either([*map(quoted, paths[:_MOST_NAMED]), *([f"{more} more"] if more > 0 else [])])


RULE = Rule(code="VG205", name="ambiguous-link", severity=Severity.WARNING, check=check)
