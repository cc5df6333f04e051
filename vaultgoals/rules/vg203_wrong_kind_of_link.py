"""A goal links to a note of the wrong kind

The link leads somewhere, but not to a kind of goal that it may lead to:

- a process goal leads to an outcome, or to an indicator, lever or output that
  leads to one
- an output leads to an outcome, indicator or lever
- a lever leads to an outcome or indicator
- an indicator or guardrail leads to an outcome
- the `objective` of an outcome is an objective

## Why it matters

From what you do to what you want there should be one short chain, and each link
of it an assumption that can be tested. A habit that leads to another habit is
activity for the sake of activity; a habit that leads straight to an objective
skips the one note that has a number.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: "[[A product that people keep]]"
cadence: 10 per week
because: talking early shows what is missing
---
```

```markdown Goals/A product that people keep.md
---
type: objective
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
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.note import Link
from vaultgoals.rules.links import goal_links, may_lead_to
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import KIND_NAMES, either, quoted


def check(case: Case) -> Iterator[Problem]:
    """Links in the properties of goals, drafts and closed ones too, that lead to something they may not."""
    in_knot = {path: knot for knot in case.knots for path in knot}
    for goal in case.vault.goals.values():
        for name, link in goal_links(goal):
            to = case.vault.resolve(link, goal.path).path
            # A circle is one fault, said once by VG204.
            if to and not case.explained(to) and to not in in_knot.get(goal.path, ()):
                yield from _misled(case, goal, name, link, to)


def _misled(case: Case, goal: Goal, name: str, link: Link, to: str) -> Iterator[Problem]:
    kind, allowed = case.vault.kinds.get(to), may_lead_to(goal.kind, name)
    if kind not in allowed:
        names = either([KIND_NAMES[kind] for kind in Kind if kind in allowed])
        yield Problem(
            path=goal.path,
            span=link.span,
            message=f"`{name}` leads to {quoted(_title(to))}, which is {_what(case, to, kind)}",
            hint=f"link to {names}, which is what the `{name}` of {KIND_NAMES[goal.kind]} may be",
        )


def _title(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _what(case: Case, path: str, kind: Kind | None) -> str:
    if kind:
        return KIND_NAMES[kind]
    if case.vault.is_note(path):
        return "a note, but no goal"
    if path.endswith(".md"):
        return "left out by `ignore` in vaultgoals.toml, or as one of Obsidian's templates"
    return "a file and no note"


RULE = Rule(code="VG203", name="wrong-kind-of-link", severity=Severity.ERROR, check=check)
