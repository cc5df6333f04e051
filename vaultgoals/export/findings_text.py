"""Findings as text for a person: place, excerpt, hint, and at the end the one next step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.causes import by_cause
from vaultgoals.export.excerpt import WIDTH, excerpt, visible
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.export.tally import Tally

_INDENT = 2

_Entry: TypeAlias = tuple[Finding, Sequence[Finding]]
"""A finding, and those that are mended with it."""


def findings_text(
    findings: Sequence[Finding],
    sources: Mapping[str, Source],
    tally: Tally,
    *,
    verbose: bool = False,
    width: int | None = None,
    strengthen: Iterable[str] = (),
) -> list[Line]:
    """All lines: each finding with its excerpt and hint, then a summary and the next step.

    `sources` holds each finding's note by path. Unless `verbose`, the lines of `strengthen` stand for the
    infos, and findings of one cause are one, with all its places. For a terminal of `width` columns findings
    stand below the name of their note, and all is wrapped; for a pipe (None) each begins with a line
    `path:line:column: severity CODE name: message`, however long.
    """
    shown = _entries(findings, verbose=verbose)
    last: list[Line] = [] if verbose else [*_folded(strengthen)]
    last.append(((_summary(findings, tally), Style.SUMMARY),))
    if fixable := sum(finding.fixable for finding in findings):
        last.append(((f"`vaultgoals check --fix` can mend {fixable:,} of them.", Style.PLAIN),))
    last.append((("Next: ", Style.SUMMARY), (_next_step(shown, sources, tally), Style.PLAIN)))
    if width is None:
        return [*_one_by_one(shown, sources), *last]
    return [*_by_note(shown, sources, width), *fitted(last, width)]


def _entries(findings: Iterable[Finding], *, verbose: bool) -> Sequence[_Entry]:
    if verbose:
        return [(finding, ()) for finding in findings]
    return by_cause(finding for finding in findings if finding.severity is not Severity.INFO)


def _folded(strengthen: Iterable[str]) -> Iterator[Line]:
    lines: list[Line] = [((visible(line), Style.INFO),) for line in strengthen]
    if lines:
        yield from (*lines, (("-v shows each in its place.", Style.PLAIN),), ())


def _one_by_one(entries: Iterable[_Entry], sources: Mapping[str, Source]) -> Iterator[Line]:
    for finding, others in entries:
        source = sources[finding.path]
        yield from (*_finding(finding, source, at=_place(finding, source)), *_also(others, sources), ())


def _by_note(entries: Iterable[_Entry], sources: Mapping[str, Source], width: int) -> Iterator[Line]:
    for path, found in groupby(entries, key=lambda entry: entry[0].path):
        yield ((visible(path), Style.PLACE),)
        for finding, others in found:
            lines = _finding(finding, sources[path], at=_spot(finding, sources[path]), width=width - _INDENT)
            yield from (*fitted([*lines, *_also(others, sources)], width, indent=_INDENT), ())


def _finding(finding: Finding, source: Source, *, at: str, width: int = WIDTH) -> Iterator[Line]:
    yield (
        (at, Style.PLACE),
        (" ", Style.PLAIN),
        (f"{finding.severity} {finding.code} {finding.name}:", Style(finding.severity.value)),
        (f" {visible(finding.message)}", Style.PLAIN),
    )
    shown = excerpt(source, finding.span, width=min(width, WIDTH))
    if shown:
        number = str(source.position(finding.span.start).line)
        yield (f"{number} | ", Style.GUTTER), (shown.text, Style.PLAIN)
        yield (
            (" " * len(number) + " | ", Style.GUTTER),
            (shown.carets, Style(finding.severity.value)),
        )
    yield ("  hint: ", Style.HINT), (visible(finding.hint), Style.PLAIN)


def _also(others: Iterable[Finding], sources: Mapping[str, Source]) -> Iterator[Line]:
    places = ", ".join(_place(other, sources[other.path]).removesuffix(":") for other in others)
    if places:
        yield ("  also: ", Style.HINT), (places, Style.PLACE)


def _place(finding: Finding, source: Source) -> str:
    return f"{visible(finding.path)}:{_spot(finding, source)}"


def _spot(finding: Finding, source: Source) -> str:
    at = source.position(finding.span.start)
    return f"{at.line}:{at.column}:"


def _summary(findings: Sequence[Finding], tally: Tally) -> str:
    severities = Counter(finding.severity for finding in findings)
    counted = [_count(severities[severity], severity) for severity in Severity if severities[severity]]
    looked_at = f"{_count(tally.notes, 'note')} ({_count(tally.goals, 'goal')}, "
    return f"{', '.join(counted) or 'Nothing to mend'} in {looked_at}{_count(tally.checkins, 'check-in')})."


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _next_step(shown: Sequence[_Entry], sources: Mapping[str, Source], tally: Tally) -> str:
    """What to do first: mend the first error, or else begin, or else write the pages."""
    error = next((finding for finding, _ in shown if finding.severity is Severity.ERROR), None)
    if error is None and not tally.goals:
        return "write a note with `type: outcome`, and one with `type: process` whose `outcome` links to it"
    if error is None:
        return "vaultgoals review"
    if len(shown) == 1:
        return "mend it, then vaultgoals review"
    return f"{_place(error, sources[error.path])} {visible(error.hint)}"
