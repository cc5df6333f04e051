"""Findings as SARIF 2.1.0, which code scanning and editors read."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from vaultgoals import __version__
from vaultgoals.core.baseline import fingerprint
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.values import Json, dumps
from vaultgoals.rules.pages import section
from vaultgoals.rules.rule import Rule

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_BASE = "%SRCROOT%"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def findings_sarif(
    findings: Sequence[Finding], sources: Mapping[str, Source], rules: Sequence[Rule], *, folder: str = ""
) -> str:
    """A log of one run, without a final newline.

    `sources` holds each finding's note by path; of `rules` those are described that found something. Files
    are named from `%SRCROOT%`, the root of the repository, in which the vault lies at `folder` (which ends in
    `/`), or else the vault itself.
    """
    found = {finding.code for finding in findings}
    described = [rule for rule in rules if rule.code in found]
    index = {rule.code: number for number, rule in enumerate(described)}
    run: Json = {
        "tool": {
            "driver": {
                "name": "vaultgoals",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in described],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_BASE: {"description": {"text": "The repository, or else the vault."}}},
        "results": [
            {"ruleIndex": index[finding.code], **_result(finding, sources[finding.path], folder, same)}
            for finding, same in _numbered(findings, sources)
        ],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.title}."},
        "help": {"text": rule.page, "markdown": "\n".join(section(rule)).strip()},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
    }


def _result(finding: Finding, source: Source, folder: str, same: str) -> dict[str, Json]:
    begin, end = source.position(finding.span.start), source.position(finding.span.end)
    path = f"{folder}{finding.path}".encode("utf-8", "surrogateescape")
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain(f"{finding.message}\n{finding.hint}")},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(path), "uriBaseId": _BASE},
                    "region": {
                        "startLine": begin.line,
                        "startColumn": begin.column,
                        "endLine": end.line,
                        "endColumn": end.column,
                    },
                }
            }
        ],
        "partialFingerprints": {"primaryLocationLineHash": same},
    }


def _numbered(findings: Sequence[Finding], sources: Mapping[str, Source]) -> Iterator[tuple[Finding, str]]:
    """Each finding with what it is known by in the next run: the text that it is about, and its number.

    The line does not matter, so what is written elsewhere in the note makes no finding new.
    """
    seen: Counter[tuple[str, str, str]] = Counter()
    for finding in findings:
        about = fingerprint(finding, sources[finding.path])
        seen[finding.path, finding.code, about] += 1
        yield finding, f"{about}:{seen[finding.path, finding.code, about]}"


def _plain(text: str) -> str:
    """A message with its braces doubled, else they would be placeholders, and none of it a link."""
    return text.replace("{", "{{").replace("}", "}}").replace("](", "\\](")
