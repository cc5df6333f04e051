"""A syncer left a second version of a note

The file is named as Obsidian Sync, Dropbox or Syncthing name the version of a
note that lost when two machines changed it. It is not read as data: a goal that
stands there twice would count twice.

## Why it matters

Both files hold somebody's words. Usually the newer one went on and the copy is
forgotten, with a check-in or a sentence in it that is nowhere else. Only you
can tell, so it is left out of every figure, and named here until it is gone.

## Bad

```markdown Goals/Keep customers (Conflicted copy laptop 202611201430).md
---
type: objective
---
```

## Good

```markdown Goals/Keep customers.md
---
type: objective
---
```
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.rules.rule import Case, Problem, Rule


def each(case: Case, note: Note) -> Iterator[Problem]:
    """A note that is named as a syncer names its copies."""
    if is_sync_copy(note):
        yield Problem(
            path=note.path,
            span=Span(0, 0),
            message="this is the copy that a syncer made of a note, so nothing in it counts",
            hint="move what is only here into the other note, then delete this one",
        )


RULE = Rule(code="VG104", name="sync-conflict-copy", severity=Severity.WARNING, each=each)
