"""Findings as text for a person: place, excerpt, hint, and at the end the one next step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeAlias

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.core.strengthen import to_strengthen
from vaultgoals.core.vault import Vault
from vaultgoals.export.causes import by_cause
from vaultgoals.export.excerpt import WIDTH, excerpt, visible
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.export.tally import Tally
from vaultgoals.review.next_step import Otherwise, next_step

_INDENT = 2
_MOST_PLACES = 5
_LONGEST_STEP = 160

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
    lacks_page: bool = False,
    offers_fix: bool = True,
) -> list[Line]:
    """All lines: each finding with its excerpt and hint, then a summary and the next step.

    `sources` holds each finding's note by path. Unless `verbose`, the lines of `strengthen` stand for the
    infos that fold, and findings of one cause are one, with its first places. For a terminal of `width`
    columns findings stand below the name of their note, and all is wrapped; for a pipe (None) each begins
    with a line `path:line:column: severity CODE name: message`, however long. `lacks_page` says that this
    week's page is still to be written, `offers_fix` that nobody has tried yet to mend what can be mended.
    """
    shown = _entries(findings, verbose=verbose)
    last: list[Line] = [] if verbose else [*_folded(strengthen)]
    last.append(((_summary(findings, tally), Style.SUMMARY),))
    fixable = sum(finding.fixable for finding in findings)
    if fixable and offers_fix:
        which = "it" if len(findings) == 1 else f"{fixable:,} of them"
        last.append(((f"`vaultgoals check --fix` can mend {which}.", Style.PLAIN),))
    if step := next_step(findings, goals=tally.goals, lacks_page=lacks_page):
        words = _in_words(step, sources, alone=len(shown) == 1, offers_fix=offers_fix)
        last.append((("Next: ", Style.SUMMARY), (words, Style.PLAIN)))
    if width is None:
        return [*_one_by_one(shown, sources), *last]
    return [*_by_note(shown, sources, width), *fitted(last, width)]


def strengthen_lines(vault: Vault, findings: Iterable[Finding]) -> Iterator[str]:
    """The infos, folded: `Trial conversion, to strengthen: a guardrail, dates for 3 actions`."""
    for one in to_strengthen(vault, findings):
        of = vault.goals[one.outcome].title if one.outcome else "Also"
        yield f"{of}, to strengthen: {', '.join(one.wanted)}"


def _entries(findings: Iterable[Finding], *, verbose: bool) -> Sequence[_Entry]:
    if verbose:
        return [(finding, ()) for finding in findings]
    return by_cause(finding for finding in findings if not finding.folded)


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


def _also(others: Sequence[Finding], sources: Mapping[str, Source]) -> Iterator[Line]:
    named, more = others[:_MOST_PLACES], len(others) - _MOST_PLACES
    places = ", ".join(_place(other, sources[other.path]).removesuffix(":") for other in named)
    if places:
        rest = f" and {more:,} more" if more > 0 else ""
        yield ("  also: ", Style.HINT), (places, Style.PLACE), (rest, Style.PLAIN)


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


def _in_words(
    step: Finding | Otherwise, sources: Mapping[str, Source], *, alone: bool, offers_fix: bool
) -> str:
    if isinstance(step, Otherwise):
        return step.value
    if step.fixable and offers_fix:
        return "vaultgoals check --fix"
    if alone:
        return "mend it, then vaultgoals review"
    words = step.hint if len(step.hint) <= _LONGEST_STEP else step.message
    return f"{_place(step, sources[step.path])} {visible(words)}"
