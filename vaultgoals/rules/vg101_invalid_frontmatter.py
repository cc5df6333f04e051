"""The properties of a note cannot be read

The lines between the two `---` at the top of a note are its properties, in
YAML. These are not valid YAML, so nothing in the note is used. Its name still
counts: links to it lead somewhere.

Also found here: the properties of a goal or check-in that no second line of
`---` closes (`...` does not), so that they are plain text; properties of more
than 64 KiB or nested more than 100 deep; and the rarer devices of YAML, anchors
(`&a`), aliases (`*a`), merge keys (`<<`) and tags (`!x`), which Obsidian's
property editor does not write.

## Why it matters

One unquoted colon is enough, and the goal is gone from every figure and every
page. It is better to be told than to wonder. The note is never rewritten for
you: what was meant is yours to say.

The usual causes: a text with a colon and a space in it, a text that begins with
`[`, `@` or a backtick, a quote that is not closed, or a tab for indentation.
Quotes around the text help in all of these but the last.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: calls work: people say early what is missing
---
```

## Good

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: "calls work: people say early what is missing"
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

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.note import Malformed, Note
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Notes whose frontmatter cannot be read, once a note, where the reader stopped."""
    return (_problem(note, trouble) for note, trouble in case.ailing("frontmatter"))


def _problem(note: Note, trouble: Malformed) -> Problem:
    from vaultgoals.rules.yaml_faults import yaml_fault

    fault = yaml_fault(trouble.reason)
    return Problem(
        path=note.path,
        span=trouble.span,
        message=f"the properties cannot be read, so nothing in this note counts: {fault.words}",
        hint=fault.remedy,
    )


RULE = Rule(code="VG101", name="invalid-frontmatter", severity=Severity.ERROR, check=check)
