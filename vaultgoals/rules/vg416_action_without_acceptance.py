"""An action does not say when it is done

An open action has neither a field `[success:: …]` nor an item indented below it
that could say what it takes. Steps of another action are not asked.

## Why it matters

"Look into churn" can be ticked at any time, and never. Whoever writes down what
will be there afterwards knows what to begin with, and somebody else can take it
over.

## Bad

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

- [ ] Write down the ten questions to ask 📅 2026-11-27
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
metric: customers who stay a year
unit: "%"
baseline: 80
target: 90
start: 2026-11-16
due: 2027-06-30
---

- [ ] Write down the ten questions to ask [success:: a full page] 📅 2026-11-27
- [ ] Call the customer in Jena 📅 2026-11-27
    - the reason for each cancelled seat is written down
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

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.note import ListItem, Note
from vaultgoals.core.source import Span
from vaultgoals.rules.actions import open_work
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """Open actions without a `success` field and without anything below them."""
    works = [work for work in open_work(case) if not work.is_step]
    notes = {work.action.path: case.vault.notes[work.action.path] for work in works}
    detailed = {path: _with_items_below(note) for path, note in notes.items()}
    for work in works:
        path, item = work.action.path, work.action.item
        if item.span not in detailed[path] and not _names_success(notes[path], item):
            yield work.problem(
                f"{work.called} does not say when it is done",
                "add `[success:: …]`, or an item below it: what will be there afterwards?",
            )


def _with_items_below(note: Note) -> frozenset[Span]:
    return frozenset(note.items[item.parent].span for item in note.items if item.parent is not None)


def _names_success(note: Note, item: ListItem) -> bool:
    return any(
        field.key.strip().lower() == "success" and field.value
        for field in note.fields
        if item.span.start <= field.span.start < item.span.end
    )


RULE = Rule(
    code="VG416",
    name="action-without-acceptance",
    severity=Severity.INFO,
    check=check,
    default=False,
    wanted=Wanted("acceptance for an action", "acceptance for {} actions"),
)
