"""Two versions of a note wait for a decision

The note holds a line that begins with `<<<<<<<`. Git puts it there, with
`=======` and `>>>>>>>` below it, when two people, or two machines, changed the
same lines. Nothing in the note is used as data, and no page is written over it,
until you have chosen.

## Why it matters

Both versions are somebody's words, and only a person can tell which one holds.
A program that picked one would lose the other without a sound. Until then every
figure that depends on this note is left out, and a figure that is missing is
more honest than one that is made from half a note.

Where the two versions differ in nothing but what vaultgoals wrote itself,
nobody has to choose: the next `vaultgoals review` does. After
`vaultgoals git install` git merges such text without a conflict.

## Bad

```markdown Goals/A product that people keep.md
---
type: objective
<<<<<<< HEAD
due: 2026-12-31
=======
due: 2027-03-31
>>>>>>> laptop
---
```

## Good

```markdown Goals/A product that people keep.md
---
type: objective
due: 2027-03-31
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Notes with conflict markers, at the first of them."""
    seen = set()
    for note, trouble in case.ailing("conflict-markers"):
        if note.path not in seen:
            seen.add(note.path)
            yield Problem(
                path=note.path,
                span=trouble.span,
                message="two versions of this note wait for a decision, so nothing in it counts",
                hint="keep the lines that hold, then delete the marker lines"
                " `<<<<<<<`, `=======` and `>>>>>>>`",
            )


RULE = Rule(code="VG103", name="conflict-markers", severity=Severity.ERROR, check=check)
