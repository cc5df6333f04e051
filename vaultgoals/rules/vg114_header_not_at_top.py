"""Properties do not stand at the top of their note

Lines between two `---` are the properties of a note only where the first `---`
is the very first line, alone and without a blank before or after it. Here
something stands before it, if only an empty line, so Obsidian takes all of it
for text, and so does vaultgoals.

## Why it matters

The note looks right to whoever reads the text, but it has no properties: it is
no goal, and nothing counts it. It mostly happens when a line is pasted at the
top, or when a template begins with an empty line.

## Bad

```markdown Goals/A product that people keep.md

---
type: objective
due: 2027-03-31
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
from vaultgoals.core.fix import Fix
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.source import Edit, Span
from vaultgoals.rules.rule import Case, Problem, Rule


def each(case: Case, note: Note) -> Iterator[Problem]:
    """A note that begins with a header which is none, where no graver trouble is in the way."""
    late = [trouble for trouble in note.troubles if trouble.what == "header-not-at-top"]
    if not late or note.unusable or is_sync_copy(note):
        return
    for trouble in late:
        first = trouble.span.start == 0
        why = "the first line is not exactly `---`" if first else "they do not begin in the first line"
        yield Problem(
            path=note.path,
            span=trouble.span,
            message=f"these properties do not count: {why}",
            hint="delete the blanks around `---`" if first else "delete what stands before this line",
            fix=_moved_up(note, trouble),
        )


def _moved_up(note: Note, trouble: Malformed) -> Fix:
    """Only blanks stand before the header. Without a `type` in it, it may be text that was meant as such."""
    edit = Edit(path=note.path, span=Span(0, trouble.span.end), text="---", digest=note.source.digest)
    return Fix(what="move the properties to the top", edits=(edit,), safe=trouble.reason == "type")


RULE = Rule(code="VG114", name="header-not-at-top", severity=Severity.WARNING, each=each)
