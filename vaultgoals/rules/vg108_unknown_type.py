"""The type of a note is one letter away from a kind of goal

The property `type` holds a word that means nothing here, but one letter more or
less would make it a kind of goal or a check-in, and the note has another
property of that kind. It is probably a slip of the finger.

Any other `type` is your own and is left alone. A vault that uses other words
says so in `vaultgoals.toml`: `[types] Ziel = "outcome"` gives a word a meaning,
and `[types] process = false` takes one away.

## Why it matters

A note whose type is not known is nobody's goal: it is in no figure and on no
page, and nothing else would tell you.

## Bad

```markdown Goals/A product that people keep.md
---
type: objetive
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
from vaultgoals.core.kinds import written_type
from vaultgoals.core.note import Note
from vaultgoals.core.splice import property_at, rewritten
from vaultgoals.rules.misnomers import misnomer_of
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def each(case: Case, note: Note) -> Iterator[Problem]:
    """A note that is nobody's, whose `type` is a misspelt kind of ours."""
    meant, written = misnomer_of(case.vault, note.path), written_type(note, case.config)
    if meant and written:
        prop = property_at(note, written.span)
        yield Problem(
            path=note.path,
            span=written.span,
            message=f"{quoted(written.text)} is no type that is known here, so this note does not count",
            hint=f"did you mean `type: {meant}`?",
            fix=rewritten(note, prop, {written.span: meant}, what=f"write `{prop.name}: {meant}`"),
        )


RULE = Rule(code="VG108", name="unknown-type", severity=Severity.WARNING, each=each)
