"""What can be mended in a note: fixes that were tried out in memory, as text in place of lines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.remarks import Remark, remarks
from vaultgoals.workspace.fixing import Wish, plan_fixes


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """`text` in place of a stretch of the note at `path`."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """One thing that can be done about findings: `what`, as an order to the person.

    A `new` note, where there is one, is made first. One that is not `sure` is a guess.
    """

    what: str
    edits: tuple[Replacement, ...]
    mended: tuple[Remark, ...] = ()
    sure: bool = True
    new: str | None = None


def remedies(
    vault: Vault, findings: Sequence[Finding], path: str, span: Span, *, today: date
) -> Iterator[Remedy]:
    """What mends the findings that touch a span, each by itself; only what comes out as it is meant."""
    for remark in remarks(vault, findings, path):
        fix = remark.finding.fix
        if fix and remark.span.start <= span.end and span.start <= remark.span.end:
            edits = _mended(vault, path, [remark.finding], today=today)
            what = f"{fix.what[:1].upper()}{fix.what[1:]}{'' if fix.safe else ' (a guess)'}"
            if edits:
                yield Remedy(what=what, edits=edits, mended=(remark,), sure=fix.safe)


def remedy_for_all(vault: Vault, findings: Sequence[Finding], path: str, *, today: date) -> Remedy | None:
    """What mends all in a note that needs no judgement; None where that is nothing."""
    mendable = [remark for remark in remarks(vault, findings, path) if remark.finding.fixable]
    edits = _mended(vault, path, [remark.finding for remark in mendable], today=today) if mendable else ()
    if not edits:
        return None
    return Remedy(what="Mend all in this note that needs no judgement", edits=edits, mended=tuple(mendable))


def _mended(vault: Vault, path: str, meant: Sequence[Finding], *, today: date) -> tuple[Replacement, ...]:
    """What changes in a note once the findings that are meant are mended, in the note and nowhere else."""
    wish = Wish(
        today=today,
        meant=lambda found: [one for one in found if any(_is_same(one, other) for other in meant)],
        judged_by=vault.config.rules,
        unsafe=True,
    )
    source = vault.notes[path].source
    texts = [plan.text for plan in plan_fixes(vault, wish).plans if plan.path == path]
    return tuple(between(source, text) for text in texts if text != source.text)


def _is_same(one: Finding, other: Finding) -> bool:
    """Whether two findings are one, wherever it has moved while others were mended."""
    whats = {finding.fix.what for finding in (one, other) if finding.fix}
    return (one.path, one.code) == (other.path, other.code) and len(whats) == 1


def between(source: Source, text: str) -> Replacement:
    """What makes one text of another: whole lines, from the first that differs to the last."""
    old, new = _lines(source), _lines(Source.of(source.path, text))
    shared = min(len(old), len(new))
    first = next((at for at in range(shared) if old[at] != new[at]), shared)
    rest = shared - first
    last = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    start = sum(map(len, old[:first]))
    end = len(source.text) - sum(map(len, old[len(old) - last :]))
    return Replacement(path=source.path, span=Span(start, end), text="".join(new[first : len(new) - last]))


def _lines(source: Source) -> list[str]:
    ends = (*source.line_starts[1:], len(source.text))
    return [source.text[start:end] for start, end in zip(source.line_starts, ends, strict=True)]
