"""The name of a property is probably misspelt

The name is one letter away from that of a property which goals or check-ins of
this kind have, or two where it is a long one, and the note does not have that
property itself. What stands here is not read.

All other names are your own, and are left alone. Where the note needs the
property that is meant, the check that misses it names the slip, and this one is
silent: for `cadance` that is VG308, since the goal has no `cadence`.

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

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.note import Note
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.slips import slips_in
from vaultgoals.rules.wording import KIND_NAMES


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Properties of a goal or check-in whose names are almost those of properties that the note lacks."""
    for slip in slips_in(case.vault, note.path):
        kind = KIND_NAMES[case.vault.kinds[note.path]]
        yield Problem(
            path=note.path,
            span=slip.prop.key_span,
            message=f"`{slip.prop.name}` is no property of {kind}, so it is not read",
            hint=f"did you mean `{slip.name}`?",
            of_slip=True,
            fix=slip.fix,
        )


RULE = Rule(code="VG106", name="unknown-property", severity=Severity.WARNING, each=each)
