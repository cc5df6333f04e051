"""A value is understood, but better written otherwise

What stands here counts. It is only written in a way that other programs read
differently, or by a name that is not the usual one:

- a link without quotes, `outcome: [[Note]]`, is a list to Obsidian and no link
- a milestone without quotes, `- 2026-10-31: 7`, is a name with a value, which
  Obsidian's property editor cannot show
- `deadline` and `end` stand for `due`, `frequency` for `cadence`, `why` for
  `because`, `serves` for `outcome`, `assignee` for `owner`, `measure` for
  `metric`; and `in-progress`, `on-hold`, `completed`, `cancelled` and
  `archived` for a `status`

A name that the vault's settings map to one of ours is as good as ours. Where a
property stands there by its own name too, the other one does not count, which
is said here as well.

## Why it matters

Obsidian draws no line in its graph for a link without quotes, and does not
rename it along with its note: the link breaks on the day the goal gets a better
name. Two names for one thing make queries miss half of the notes.

## Bad

```markdown Goals/Call customers.md
---
type: process
outcome: [[Keep customers]]
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
from itertools import groupby

from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.fix import Fix
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import SYNONYMS
from vaultgoals.core.note import Malformed, Mapping, Note, Property, Scalar, property_key
from vaultgoals.core.property_finder import PropertyFinder, is_passed_over
from vaultgoals.core.reading import STATUS_WORDS
from vaultgoals.core.splice import listed, property_at, renamed, rewritten
from vaultgoals.rules.rule import Case, Problem, Rule, misread


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Loose links, milestones and names in a goal or check-in."""
    kind = case.vault.kinds.get(note.path)
    if kind and kind is not Kind.REVIEW:
        yield from _links(note)
    if kind and kind.is_goal:  # no property of a check-in has another name or spelling
        find = PropertyFinder(note, kind, case.config)
        yield from _milestones(case, note, find)
        yield from _names(case, note, find)
        yield from _status(note, find)


def _links(note: Note) -> Iterator[Problem]:
    loose = [trouble for trouble in note.troubles if trouble.what == "loose-link"]
    for _, found in groupby(loose, key=lambda trouble: property_at(note, trouble.span).key_span):
        together = [*found]
        fix = _quoted_links(note, together)
        for trouble in together:
            yield Problem(
                path=note.path,
                span=trouble.span,
                message=f"`{trouble.text}` holds a link without quotes, which Obsidian takes for a list",
                hint=f'put it in quotes: "{note.source.cut(trouble.span)}"',
                fix=fix,
            )


def _quoted_links(note: Note, loose: list[Malformed]) -> Fix | None:
    """All loose links of one property in quotes; quotes that stand within the brackets go."""
    prop = property_at(note, loose[0].span)
    written = {trouble.span: note.source.cut(trouble.span) for trouble in loose}
    texts = {
        span: f"[[{text[2:-2].strip()[1:-1]}]]" if text[2:-2].lstrip()[0] in "\"'" else text
        for span, text in written.items()
    }
    what = f"put the link{'s' if len(texts) > 1 else ''} of `{prop.name}` in quotes"
    return rewritten(note, prop, texts, what=what)


def _milestones(case: Case, note: Note, find: PropertyFinder) -> Iterator[Problem]:
    """The first of the milestones that YAML takes for names with values; what is unreadable is VG107's."""
    goal = case.vault.goals.get(note.path)
    prop = find.find("milestones")
    loose = [node for node in find.nodes("milestones") if isinstance(node, Mapping)]
    if prop and loose and goal and not misread(goal, "milestones"):
        yield Problem(
            path=note.path,
            span=loose[0].span,
            message="this milestone stands without quotes, so Obsidian cannot show it",
            hint='put each in quotes, as in "2026-10-31: 7"',
            fix=_quoted_milestones(note, prop, loose),
        )


def _quoted_milestones(note: Note, prop: Property, loose: list[Mapping]) -> Fix | None:
    """All loose milestones in quotes, as a list; a name with a list of its own in it is left."""
    what = f"put the milestones of `{prop.name}` in quotes"
    if isinstance(prop.value, Mapping):
        return listed(note, prop, what=what)
    texts = {}
    for node in loose:
        (key, value), *more = node.entries
        if more or not isinstance(value, Scalar):
            return None
        texts[node.span] = f"{key.text}: {value.text}"
    return rewritten(note, prop, texts, what=what)


def _names(case: Case, note: Note, find: PropertyFinder) -> Iterator[Problem]:
    mapped = {property_key(theirs) for theirs in case.config.properties}
    for prop in note.properties:
        key = property_key(prop.name)
        read = find.find(SYNONYMS[key]) if key in SYNONYMS and key not in mapped else None
        if read and is_passed_over(prop, read):
            yield Problem(
                path=note.path,
                span=prop.key_span,
                message=f"`{prop.name}` does not count, since `{read.name}` is there",
                hint="keep the one that holds and delete the other",
            )
        elif read is prop:
            yield Problem(
                path=note.path,
                span=prop.key_span,
                message=f"`{prop.name}` is read as `{SYNONYMS[key]}`",
                hint=f"write `{SYNONYMS[key]}`, so that queries find it",
                fix=_under_our_name(note, prop, SYNONYMS[key]),
            )


def _under_our_name(note: Note, prop: Property, name: str) -> Fix | None:
    """The property under our name, unless another one has it, if only an empty one."""
    taken = note.property(name) is not None
    return None if taken else renamed(note, prop, name, what=f"rename `{prop.name}` to `{name}`")


def _status(note: Note, find: PropertyFinder) -> Iterator[Problem]:
    scalar = find.one("status")
    meant = STATUS_WORDS.get(property_key(scalar.text)) if scalar else None
    if scalar and meant:
        prop = property_at(note, scalar.span)
        yield Problem(
            path=note.path,
            span=scalar.span,
            message=f"`{scalar.text}` is read as `{meant}`",
            hint=f"write `status: {meant}`, so that queries find it",
            fix=rewritten(note, prop, {scalar.span: meant.value}, what=f"write `{prop.name}: {meant}`"),
        )


RULE = Rule(
    code="VG113",
    name="loose-value",
    severity=Severity.INFO,
    each=each,
    wanted=Wanted("the usual spelling of a value", "the usual spelling of {} values"),
)
