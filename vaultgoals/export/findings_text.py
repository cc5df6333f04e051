"""Findings as text for a person: place, excerpt, hint, and at the end the one next step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import TypeAlias

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.excerpt import excerpt, visible
from vaultgoals.export.tally import Tally


class Style(StrEnum):
    """What a piece of text is; how that looks is up to whoever prints it."""

    PLAIN = "plain"
    PLACE = "place"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    GUTTER = "gutter"
    HINT = "hint"
    SUMMARY = "summary"


Line: TypeAlias = tuple[tuple[str, Style], ...]
"""The pieces of one line, each with its style; none holds a newline or any other control character."""


def findings_text(
    findings: Sequence[Finding], sources: Mapping[str, Source], tally: Tally, *, verbose: bool = False
) -> list[Line]:
    """All lines: each finding with its excerpt and hint, then a summary and the next step.

    `sources` holds each finding's note by path. Infos are folded into one line unless `verbose`.
    """
    shown = [finding for finding in findings if verbose or finding.severity is not Severity.INFO]
    folded = len(findings) - len(shown)
    lines: list[Line] = []
    for finding in shown:
        lines += [*_finding(finding, sources[finding.path]), ()]
    if folded:
        lines += [((f"To strengthen: {_count(folded, 'suggestion')}; -v shows them.", Style.INFO),), ()]
    lines.append(((_summary(findings, tally), Style.SUMMARY),))
    lines.append((("Next: ", Style.SUMMARY), (_next_step(findings, sources, tally), Style.PLAIN)))
    return lines


def plain(lines: Iterable[Line]) -> str:
    """The lines without their styles, each with its newline."""
    return "".join("".join(text for text, _ in line) + "\n" for line in lines)


def _finding(finding: Finding, source: Source) -> Iterator[Line]:
    yield (
        (_place(finding, source), Style.PLACE),
        (" ", Style.PLAIN),
        (f"{finding.severity} {finding.code} {finding.name}:", Style(finding.severity.value)),
        (f" {visible(finding.message)}", Style.PLAIN),
    )
    shown = excerpt(source, finding.span)
    if shown:
        number = str(source.position(finding.span.start).line)
        yield (f"{number} | ", Style.GUTTER), (shown.text, Style.PLAIN)
        yield (
            (" " * len(number) + " | ", Style.GUTTER),
            (shown.carets, Style(finding.severity.value)),
        )
    yield ("  hint: ", Style.HINT), (visible(finding.hint), Style.PLAIN)


def _place(finding: Finding, source: Source) -> str:
    at = source.position(finding.span.start)
    return f"{visible(finding.path)}:{at.line}:{at.column}:"


def _summary(findings: Sequence[Finding], tally: Tally) -> str:
    severities = Counter(finding.severity for finding in findings)
    counted = [_count(severities[severity], severity) for severity in Severity if severities[severity]]
    looked_at = f"{_count(tally.notes, 'note')} ({_count(tally.goals, 'goal')}, "
    return f"{', '.join(counted) or 'Nothing to mend'} in {looked_at}{_count(tally.checkins, 'check-in')})."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _next_step(findings: Sequence[Finding], sources: Mapping[str, Source], tally: Tally) -> str:
    """What to do first: mend the first error, or else begin, or else write the pages."""
    error = next((finding for finding in findings if finding.severity is Severity.ERROR), None)
    if error is None and not tally.goals:
        return "write a note with `type: outcome`, and one with `type: process` whose `outcome` links to it"
    if error is None:
        return "vaultgoals review"
    if len(findings) == 1:
        return "mend it, then vaultgoals review"
    return f"{_place(error, sources[error.path])} {visible(error.hint)}"
