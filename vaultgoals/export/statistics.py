"""How many findings there are of each code, most first."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from vaultgoals.core.finding import Finding
from vaultgoals.export.lines import Line, Style
from vaultgoals.export.values import SCHEMA, Json, dumps


def statistics_text(findings: Sequence[Finding]) -> list[Line]:
    """A line for each code: how many, code, severity, name."""
    counted = _counted(findings)
    if not counted:
        return [(("No findings.", Style.SUMMARY),)]
    wide = max((len(f"{count:,}") for _, count in counted), default=0)
    return [
        (
            (f"{count:>{wide},}", Style.SUMMARY),
            (f"  {finding.code}  ", Style.PLAIN),
            (f"{finding.severity:<7}", Style(finding.severity.value)),
            (f"  {finding.name}", Style.PLAIN),
        )
        for finding, count in counted
    ]


def statistics_json(findings: Sequence[Finding], *, today: date) -> str:
    """One JSON object with the counts, without a final newline."""
    document: Json = {
        "schema": SCHEMA,
        "today": today.isoformat(),
        "statistics": [
            {
                "code": finding.code,
                "name": finding.name,
                "severity": finding.severity.value,
                "count": count,
            }
            for finding, count in _counted(findings)
        ],
    }
    return dumps(document)


def _counted(findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """A finding of each code and severity, and how many there are; a folder may change a severity."""
    counts = Counter((finding.code, finding.severity) for finding in findings)
    one = {(finding.code, finding.severity): finding for finding in findings}
    return sorted(((one[kind], count) for kind, count in counts.items()), key=_most_first)


def _most_first(counted: tuple[Finding, int]) -> tuple[int, str, str]:
    finding, count = counted
    return (-count, finding.code, finding.severity)
