"""A goal links to a note that is not there

The property `outcome` or `objective` holds a link that leads to no note: the
note was renamed or deleted, never written, or its name is misspelt.

Links lead where Obsidian lets them lead: to a file's name or path, whatever the
case. A heading, a title property or an alias is not a name.

## Why it matters

What you do and what you want from it are joined by nothing but this link. When
it breaks, the goal still looks well kept, but it counts towards nothing. Every
broken link is named where it stands, and only there: goals further down the
chain are not blamed for it.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[Keep customers]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

## Good

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

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.links import folded
from vaultgoals.rules.relinking import is_linkable, relinked
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import linked, quoted


def check(case: Case) -> Iterator[Problem]:
    """Links in the properties of goals, drafts and closed ones too, that lead to no file."""
    for broken in case.broken_links:
        goal, link = broken.goal, broken.link
        near = case.vault.names.shortest(broken.near.path) if broken.near else None
        yield Problem(
            path=goal.path,
            span=link.span,
            message=f"`{broken.name}` leads to {quoted(link.target)}, and there is no such note",
            hint=_hint(near),
            cause=folded(link.target),
            fix=relinked(goal.note, link, near, safe=False) if near else None,
        )


def _hint(near: str | None) -> str:
    if near is None:
        return "write that note, or link to one that is there"
    if is_linkable(near):
        return f"did you mean {linked(near)}?"
    return f"rename the note {quoted(near)}: no link can hold its name"


RULE = Rule(code="VG202", name="unresolved-link", severity=Severity.ERROR, check=check)
