"""Findings as lines of a page, each with a link to where it is."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Note
from vaultgoals.core.vault import Vault
from vaultgoals.review.phrases import counted
from vaultgoals.review.places import heading_above
from vaultgoals.review.spoken import sentence
from vaultgoals.review.text import Code, Mention, Name, Part, Text, text

# What pages say in their own words: an outcome without a process goal, an action or a reading overdue, an
# exploration or an experiment that is over.
_SAID = frozenset({"VG207", "VG401", "VG408", "VG417", "VG504"})

_TYPED = re.compile(r"`[^`]+`|\"\[\[[^\[\]]+\]\]\"")
_STOPS = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingLine:
    """A finding as a sentence, and what to do about it; `line` may be a link to the heading above it."""

    severity: Severity
    code: str
    line: Text
    message: Text
    hint: Text


def finding_line(vault: Vault, finding: Finding) -> FindingLine:
    """A finding below the name of its note."""
    return FindingLine(
        severity=finding.severity,
        code=finding.code,
        line=text(_near(vault, finding)),
        message=_sentence(finding.message),
        hint=_sentence(finding.hint),
    )


def to_tidy(vault: Vault, findings: Iterable[Finding]) -> tuple[Text, ...]:
    """The errors and warnings that a page does not say in its own words, each in a line."""
    return tuple(in_a_line(vault, finding) for finding in findings if _is_to_tidy(finding))


def in_a_line(vault: Vault, finding: Finding) -> Text:
    """A finding with its note in one line; its code marks would only be in the way here."""
    return _in_a_line(vault, finding.path, finding.span.start, finding.message)


@remembered
def _in_a_line(vault: Vault, path: str, start: int, said: str) -> Text:
    line = vault.place(path).source.position(start).line
    return text(note_link(vault, path), f", line {line}: ", Name(said.replace("`", "")))


def how_many(findings: Iterable[Finding]) -> str:
    """`1 error, 2 warnings`; empty where there is nothing but what folds."""
    severities = Counter(finding.severity for finding in findings if not finding.folded)
    return ", ".join(counted(severities[severity], severity) for severity in Severity if severities[severity])


def note_link(vault: Vault, path: str) -> Mention | Code:
    """A link to any note of the vault, under its title; a template lies hidden, so its path is shown."""
    if path in vault.templates:
        return Code(path)
    return Mention(path, vault.names.shortest(path), vault.notes[path].title)


def _is_to_tidy(finding: Finding) -> bool:
    return finding.severity is not Severity.INFO and finding.code not in _SAID


def _near(vault: Vault, finding: Finding) -> Mention | str:
    """The line of a finding, as a link to the heading above it where there is one."""
    note = vault.place(finding.path)
    shown = f"line {_line(note, finding)}"
    above = heading_above(note, finding.span.start)
    return Mention(note.path, vault.names.shortest(note.path), shown, heading=above) if above else shown


def _line(note: Note, finding: Finding) -> int:
    return note.source.position(finding.span.start).line


def _sentence(words: str) -> Text:
    """A rule's words as a sentence. What is to be typed, a link or what stands in backticks, is code."""
    parts: list[Part] = []
    at = 0
    said = sentence(words)
    for typed in _TYPED.finditer(said):
        parts += [said[at : typed.start()], Code(typed[0].strip("`"))]
        at = typed.end()
    return text(*parts, said[at:], "" if words.endswith(_STOPS) else ".")
