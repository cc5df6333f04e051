"""Findings as an editor shows them: in their place, with the notes that they are about beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vaultgoals.core.finding import Finding
from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meant import title_span


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A place in another note that a finding is about, and what stands there."""

    path: str
    span: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A finding at a span that can be seen, and what is beside it."""

    finding: Finding
    span: Span
    beside: tuple[Beside, ...] = ()

    @property
    def words(self) -> str:
        """What is wrong, and below it what to do instead."""
        return "\n".join(filter(None, (self.finding.message, self.finding.hint)))


def remarks(vault: Vault, findings: Sequence[Finding], path: str) -> tuple[Remark, ...]:
    """What there is to say about the note at a path."""
    note = vault.notes[path]
    return tuple(
        Remark(finding=found, span=_seen(note, found.span), beside=tuple(_beside(vault, found)))
        for found in findings
        if found.path == path
    )


def _seen(note: Note, span: Span) -> Span:
    """A span that covers something: an empty one is drawn to the end of its line."""
    if len(span) or not note.source.text:
        return span
    line = note.source.position(span.start).line
    end = note.source.line_starts[line - 1] + len(note.source.line(line))
    return Span(span.start, max(span.end, end))


def _beside(vault: Vault, finding: Finding) -> Iterator[Beside]:
    for path in finding.about:
        note = vault.notes.get(path)
        if note and path != finding.path:
            kind = vault.kinds.get(path)
            yield Beside(
                path=path, span=title_span(note, vault.config), words=f"{note.title} ({kind or 'note'})"
            )
