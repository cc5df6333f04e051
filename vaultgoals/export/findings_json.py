"""Findings as JSON, for programs."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.tally import Tally
from vaultgoals.export.values import SCHEMA, Json, dumps


def findings_json(
    findings: Sequence[Finding],
    sources: Mapping[str, Source],
    tally: Tally,
    *,
    today: date,
    known: int | None = None,
) -> str:
    """One JSON object with all findings and a summary, without a final newline.

    `sources` holds each finding's note by path. Lines and columns count from 1, columns in code points; ends
    are exclusive. `known` is how many findings a baseline leaves out, None where there is none. A path that
    is no UTF-8 keeps its bytes as escapes, so that any output can take the text.
    """
    severities = Counter(finding.severity for finding in findings)
    document: Json = {
        "schema": SCHEMA,
        "today": today.isoformat(),
        "findings": [finding_json(finding, sources[finding.path]) for finding in findings],
        "summary": {
            "notes": tally.notes,
            "goals": tally.goals,
            "checkins": tally.checkins,
            "errors": severities[Severity.ERROR],
            "warnings": severities[Severity.WARNING],
            "infos": severities[Severity.INFO],
            **({} if known is None else {"known": known}),
        },
    }
    return dumps(document)


def finding_json(finding: Finding, source: Source) -> Json:
    """One finding; `source` is its note's text."""
    begin, end = source.position(finding.span.start), source.position(finding.span.end)
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": begin.line,
        "column": begin.column,
        "end_line": end.line,
        "end_column": end.column,
        "message": finding.message,
        "hint": finding.hint,
        "fixable": finding.fixable,
    }
