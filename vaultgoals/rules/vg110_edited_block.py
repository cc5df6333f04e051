"""A generated block was changed by hand

Between its two markers a note holds text that vaultgoals wrote, and the number
in the first marker belongs to that text. Here it does not any more: somebody
wrote into the block. It is left as it is, and not renewed. The same holds for
markers without a number that have text between them. A page that is sealed is
not looked at, and neither is a daily or weekly note that is as old.

## Why it matters

What you wrote is yours and stays. But a block that is not renewed goes on
saying what was true on the day it was changed, and looks like all the others.

## Bad

```markdown Home.md
# Home

<!-- vaultgoals:begin next 650e8495e8d8 -->
1. **Today:** call the three customers, Ana first!
<!-- vaultgoals:end next -->
```

## Good

```markdown Home.md
# Home

<!-- vaultgoals:begin next 650e8495e8d8 -->
1. **Today:** call three customers
<!-- vaultgoals:end next -->

Ana first!
```
"""

from collections.abc import Iterator

from vaultgoals.core.block import BLOCKS, is_edited, is_sealed
from vaultgoals.core.finding import Severity
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.note import Block, Note
from vaultgoals.core.source import Source, Span
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import quoted


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Blocks of a note that a person edited, each at its begin marker."""
    if note.blocks and not (note.unusable or is_sync_copy(note) or _is_over(note, case)):
        for block in note.blocks:
            if (block.digest or block.name in BLOCKS) and is_edited(note.source, block):
                yield _problem(note, block)


def _is_over(note: Note, case: Case) -> bool:
    """Whether nothing in a note is renewed any more, because it is sealed or about a time long ago."""
    period = case.vault.periods.get(note.path)
    past = period is not None and (case.today - period.last).days > case.config.seal_after
    return past or is_sealed(note)


def _problem(note: Note, block: Block) -> Problem:
    if block.digest is None:
        message = f"text stands between the markers of the block {quoted(block.name)}, which is left as it is"
        hint = "move the text out of the markers to have the block filled, or delete both to keep the text"
    else:
        message = f"the block {quoted(block.name)} was changed by hand and is left as it is"
        hint = "`vaultgoals review --replace-edited` writes it anew; delete both its markers to keep yours"
    return Problem(path=note.path, span=_begin(note.source, block), message=message, hint=hint)


def _begin(source: Source, block: Block) -> Span:
    """Where the begin marker stands."""
    return Span(block.span.start, source.text.index("-->", block.span.start) + len("-->"))


RULE = Rule(code="VG110", name="edited-block", severity=Severity.WARNING, each=each)
