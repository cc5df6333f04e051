"""The markers of a block are broken

A block that vaultgoals fills stands between two markers, each on a line of its
own: one that begins it, one with the same name that ends it. Here one is
missing, stands there twice, or within another block. Nothing is written into
the note until they are in order; all others are.

A name that no block has is named too, where you wrote the markers yourself:
such a block is never filled. In any note and on any page there may be
`checkins`, `next`, `outcomes`, `problems` and `scorecard`, in the note of a
goal `progress`, and on a page of vaultgoals the blocks that it has by itself.

## Why it matters

What stands between two markers is replaced. When it is not clear where a block
begins or ends, what is replaced might be yours, and so nothing is.

## Bad

```markdown Home.md
# Home

<!-- vaultgoals:begin next -->

Call Ana on Friday.
```

## Good

```markdown Home.md
# Home

<!-- vaultgoals:begin next -->
<!-- vaultgoals:end next -->

Call Ana on Friday.
```
"""

from collections.abc import Iterator, Mapping

from vaultgoals.core.block import BLOCKS, PAGE_BLOCKS, is_sealed
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.nearness import nearest
from vaultgoals.core.note import Block, Malformed, Note
from vaultgoals.rules.rule import Case, Problem, Rule
from vaultgoals.rules.wording import either, quoted

_ANYWHERE = BLOCKS - {"progress"}

_APART = "let the blocks stand one after the other, each between its own two markers"

# By how the reason begins: what is wrong, and what to do.
_WORDS: Mapping[str, tuple[str, str]] = {
    "has no end": ("has a begin and no end", "write `<!-- vaultgoals:end {} -->` on the line after its text"),
    "has no begin": (
        "has an end and no begin",
        "delete this line, or write `<!-- vaultgoals:begin {} -->` above",
    ),
    "doubled": ("stands in this note twice", "delete one of the two, markers and all"),
    "begins within": ("begins within another one", _APART),
    "ends within": ("ends within another one", _APART),
    "in code": ("has a marker in code, where it is only shown", "take the marker out of the code"),
    "in the header": ("has a marker in the header", "move it below the line `---` that ends the header"),
}


def each(case: Case, note: Note) -> Iterator[Problem]:
    """Every wrong marker in a note, and every block that a person asks for and that there is not."""
    if note.marked and not (note.unusable or is_sync_copy(note)):
        for trouble in note.malformed:
            if trouble.what == "broken-markers":
                yield _broken(note, trouble)
        yield from _unknown(note, _names(note, case))


def _broken(note: Note, trouble: Malformed) -> Problem:
    known = next((words for begin, words in _WORDS.items() if trouble.reason.startswith(begin)), None)
    if known is None or not trouble.text:
        message = "this marker cannot be read"
        hint = "write it as `<!-- vaultgoals:begin NAME -->` or `<!-- vaultgoals:end NAME -->`"
    else:
        message = f"the block {quoted(trouble.text)} {known[0]}"
        hint = known[1].format(trouble.text)
    message += ", so nothing is written into this note"
    return Problem(path=note.path, span=trouble.span, message=message, hint=hint)


def _names(note: Note, case: Case) -> frozenset[str]:
    """The blocks that a note can have; none are known of a page that is sealed or does not say what it is."""
    if case.vault.kinds.get(note.path) is not Kind.REVIEW:
        return BLOCKS if note.path in case.vault.goals else _ANYWHERE
    kind = note.property("page")
    own = PAGE_BLOCKS.get(str(kind.value.plain)) if kind and not is_sealed(note) else None
    return _ANYWHERE | own if own else frozenset()


def _unknown(note: Note, names: frozenset[str]) -> Iterator[Problem]:
    """Blocks without a digest, which a person asked for, that a note cannot have."""
    for block in note.blocks:
        if names and block.digest is None and block.name not in names:
            hint = _instead(block, sorted(names))
            yield Problem(path=note.path, span=block.span, message=_never(block, names), hint=hint)


def _never(block: Block, names: frozenset[str]) -> str:
    where = "outside the note of a goal" if block.name in BLOCKS else "in a note"
    if names - BLOCKS:
        where = "on this page"
    return f"there is no block {quoted(block.name)} {where}, so it is never filled"


def _instead(block: Block, names: list[str]) -> str:
    near = nearest(block.name, names, within=2)
    return f"did you mean `{near}`?" if near else f"there may be {either([f'`{name}`' for name in names])}"


RULE = Rule(code="VG111", name="broken-markers", severity=Severity.ERROR, each=each)
