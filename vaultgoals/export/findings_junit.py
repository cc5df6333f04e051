"""Findings as JUnit XML, which most CI servers show as test results."""

from collections.abc import Iterable, Mapping, Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.excerpt import visible
from vaultgoals.rules.rule import Rule

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
# What is left of the characters that no XML document may hold once the text is `visible`.
_NO_CHARACTERS = {0xFFFE: None, 0xFFFF: None}


def findings_junit(
    findings: Sequence[Finding], sources: Mapping[str, Source], rules: Iterable[Rule], *, folder: str = ""
) -> str:
    """A document with a test suite for each of `rules`, without a final newline.

    A finding is a test that failed, an info one that passed with something to say; a rule without findings is
    one test that passed. `sources` holds each finding's note by path, `folder` is the vault's in the
    repository, ending in `/`.
    """
    suites = Element("testsuites", name="vaultgoals")
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    for rule in rules:
        name = f"{rule.code} {rule.name}"
        suite = SubElement(suites, "testsuite", name=name)
        for finding in by_code.get(rule.code, ()):
            _test(suite, finding, sources[finding.path], folder)
        if not len(suite):
            SubElement(suite, "testcase", classname=name, name="all notes")
        _count(suite)
    _count(suites)
    indent(suites)
    return _DECLARATION + tostring(suites, encoding="unicode")


def _test(suite: Element, finding: Finding, source: Source, folder: str) -> None:
    at = source.position(finding.span.start)
    path = _allowed(f"{folder}{finding.path}")
    place = f"{path}:{at.line}:{at.column}"
    message, hint = _allowed(finding.message), _allowed(finding.hint)
    test = SubElement(
        suite, "testcase", classname=suite.attrib["name"], name=place, file=path, line=str(at.line)
    )
    if finding.severity is Severity.INFO:
        SubElement(test, "system-out").text = f"{place}: {message}\n{hint}"
    else:
        failure = SubElement(test, "failure", type=finding.severity.value, message=message)
        failure.text = f"{place}: {message}\n{hint}"


def _count(element: Element) -> None:
    """Say of a suite, or of all of them, how many tests it has and how many of them failed."""
    for name, tag in (("tests", "testcase"), ("failures", "failure")):
        element.set(name, str(sum(1 for _ in element.iter(tag))))


def _allowed(text: str) -> str:
    return visible(text).translate(_NO_CHARACTERS)
