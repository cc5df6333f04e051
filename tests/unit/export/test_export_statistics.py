"""How many findings there are of each code."""

import json
from datetime import date

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Span
from vaultgoals.export.lines import plain
from vaultgoals.export.statistics import statistics_json, statistics_text


def finding(code: str, name: str, severity: Severity) -> Finding:
    return Finding(
        code=code, name=name, severity=severity, path="X.md", span=Span(0, 0), message="it is", hint="mend it"
    )


FOUND = [
    finding("VG303", "goal-without-deadline", Severity.ERROR),
    finding("VG201", "process-without-outcome", Severity.ERROR),
    *[finding("VG309", "process-without-because", Severity.WARNING)] * 1_200,
    finding("VG309", "process-without-because", Severity.INFO),
]


def test_the_most_frequent_come_first_then_the_codes() -> None:
    assert (
        plain(statistics_text(FOUND))
        == """\
1,200  VG309  warning  process-without-because
    1  VG201  error    process-without-outcome
    1  VG303  error    goal-without-deadline
    1  VG309  info     process-without-because
"""
    )


def test_nothing_found_is_said() -> None:
    assert plain(statistics_text([])) == "No findings.\n"
    assert json.loads(statistics_json([], today=date(2026, 11, 20)))["statistics"] == []


def test_the_same_in_json() -> None:
    document = json.loads(statistics_json(FOUND, today=date(2026, 11, 20)))
    assert document.keys() == {"schema", "today", "statistics"}
    assert document["statistics"][0] == {
        "code": "VG309",
        "name": "process-without-because",
        "severity": "warning",
        "count": 1_200,
    }
