"""Findings for CI servers and editors: GitHub's commands, SARIF, JUnit; what was said can be read back."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from vaultgoals import __version__
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source, Span
from vaultgoals.export.excerpt import visible
from vaultgoals.export.findings_github import findings_github
from vaultgoals.export.findings_junit import findings_junit
from vaultgoals.export.findings_sarif import findings_sarif
from vaultgoals.rules import all_rules, find_rule

TEXT = "---\ntype: process\noutcome: \n---\nmore\n"
TYPE = Span(4, 17)
SCHEMA = Path(__file__).parents[2] / "schemas" / "sarif-2.1.0.json"
HOSTILE = st.lists(
    st.one_of(
        st.characters(),
        st.sampled_from([*"%:,=\r\n;[](){}\\<>&\"']\x00\x1b\x85\u2028\ufffe\uffff\udce9"]),
        st.sampled_from(["::error file=a::b", "%0A", "%25", "]]>", "](1)", "{0}", "{{title}}", "<!--"]),
    ),
    max_size=30,
).map("".join)


def finding(
    *,
    path: str = "Goals/X.md",
    span: Span = TYPE,
    severity: Severity = Severity.ERROR,
    message: str = "“X” leads to no outcome",
    hint: str = "add `outcome`",
) -> Finding:
    return Finding(
        code="VG201",
        name="process-without-outcome",
        severity=severity,
        path=path,
        span=span,
        message=message,
        hint=hint,
    )


def sources(found: Sequence[Finding], text: str = TEXT) -> Mapping[str, Source]:
    return {one.path: Source.of(one.path, text) for one in found}


# GitHub.


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """The commands in a log as GitHub's runner reads them: name, properties, message."""
    read = []
    for line in re.split(r"\r\n|\r|\n", text.removesuffix("\n")):
        assert line.startswith("::")
        name, _, properties = line[2 : line.index("::", 2)].partition(" ")
        pairs = (pair.split("=", 1) for pair in properties.split(","))
        message = line[line.index("::", 2) + 2 :]
        read.append((name, {key: unescaped(value) for key, value in pairs}, unescaped(message)))
    return read


def unescaped(text: str) -> str:
    for escape, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, character)
    return text


def as_github(found: Sequence[Finding], *, folder: str = "") -> str:
    return findings_github(found, sources(found), folder=folder)


def test_github_is_told_where_and_what_in_one_line() -> None:
    assert as_github([finding()]) == (
        "::error file=Goals/X.md,line=2,col=1,endLine=2,endColumn=14,"
        "title=VG201 process-without-outcome::“X” leads to no outcome%0Aadd `outcome`\n"
    )


def test_github_has_another_word_for_each_severity() -> None:
    told = commands(as_github([finding(severity=severity) for severity in Severity]))
    assert [name for name, _, _ in told] == ["error", "warning", "notice"]


def test_github_takes_no_columns_of_a_finding_of_several_lines() -> None:
    ((_, properties, _),) = commands(as_github([finding(span=Span(4, 20))]))
    assert properties.keys() == {"file", "line", "endLine", "title"}
    assert (properties["line"], properties["endLine"]) == ("2", "3")


def test_github_finds_a_note_by_its_path_in_the_repository() -> None:
    ((_, properties, _),) = commands(as_github([finding()], folder="my, notes/"))
    assert properties["file"] == "my, notes/Goals/X.md"


def test_nothing_found_is_nothing_to_say_to_github() -> None:
    assert as_github([]) == ""


@given(path=HOSTILE, message=HOSTILE, hint=HOSTILE)
def test_no_title_says_anything_to_github_but_itself(path: str, message: str, hint: str) -> None:
    text = as_github([finding(path=path, message=message, hint=hint)])
    ((name, properties, told),) = commands(text)
    assert name == "error"
    assert properties["file"] == visible(path)
    assert properties["title"] == "VG201 process-without-outcome"
    assert told == f"{visible(message)}\n{visible(hint)}"


# SARIF.


@cache
def validator() -> Draft4Validator:
    return Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8")))


def as_sarif(found: Sequence[Finding], text: str = TEXT, *, folder: str = "") -> dict[str, object]:
    log = json.loads(findings_sarif(found, sources(found, text), all_rules(), folder=folder))
    assert isinstance(log, dict)
    return log


def results(log: dict[str, object]) -> list[dict[str, object]]:
    found = at(log, "runs", 0, "results")
    assert isinstance(found, list)
    return found


def at(value: object, *way: str | int) -> object:
    """What stands in a JSON document at the end of a way of keys and numbers."""
    for step in way:
        if isinstance(step, int):
            assert isinstance(value, list)
            value = value[step]
        else:
            assert isinstance(value, dict)
            value = value[step]
    return value


def test_sarif_says_who_looked_and_how_columns_count() -> None:
    log = as_sarif([])
    run = at(log, "runs", 0)
    assert at(log, "version") == "2.1.0"
    assert at(run, "tool", "driver", "name") == "vaultgoals"
    assert at(run, "tool", "driver", "semanticVersion") == __version__
    assert at(run, "columnKind") == "unicodeCodePoints"
    assert at(run, "results") == []


def test_sarif_has_each_finding_at_its_place() -> None:
    (result,) = results(as_sarif([finding()], folder="my notes/"))
    place = at(result, "locations", 0, "physicalLocation")
    assert (at(result, "ruleId"), at(result, "ruleIndex"), at(result, "level")) == ("VG201", 0, "error")
    assert at(result, "message", "text") == "“X” leads to no outcome\nadd `outcome`"
    assert at(place, "artifactLocation") == {"uri": "my%20notes/Goals/X.md", "uriBaseId": "%SRCROOT%"}
    assert at(place, "region") == {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 14}


def test_sarif_describes_the_rules_that_found_something_with_their_pages() -> None:
    rules = at(as_sarif([finding(), finding()]), "runs", 0, "tool", "driver", "rules")
    rule = find_rule("VG201")
    assert rule is not None
    assert isinstance(rules, list)
    (described,) = rules
    assert (at(described, "id"), at(described, "name")) == ("VG201", "process-without-outcome")
    assert at(described, "defaultConfiguration") == {"level": "error", "enabled": True}
    assert at(described, "help", "text") == rule.page
    assert str(at(described, "help", "markdown")).startswith("## VG201 process-without-outcome\n")


def test_sarif_has_a_level_for_each_severity() -> None:
    found = [finding(severity=severity) for severity in Severity]
    assert [at(result, "level") for result in results(as_sarif(found))] == ["error", "warning", "note"]


def prints(found: Sequence[Finding], text: str) -> list[object]:
    return [
        at(result, "partialFingerprints", "primaryLocationLineHash")
        for result in results(as_sarif(found, text))
    ]


def test_a_fingerprint_stays_when_something_is_written_above() -> None:
    moved = replace(finding(), span=Span(TYPE.start + 9, TYPE.end + 9))
    assert prints([finding()], TEXT) == prints([moved], TEXT.replace("---\n", "---\nowner: A\n", 1))


def test_a_fingerprint_changes_with_the_text_that_a_finding_is_about() -> None:
    assert prints([finding()], TEXT) != prints([finding()], TEXT.replace("process", "outcome"))


def test_two_findings_alike_have_fingerprints_of_their_own() -> None:
    first, second = prints([finding(), finding()], TEXT)
    assert str(first).removesuffix(":1") == str(second).removesuffix(":2")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_every_rule_is_described_as_the_standard_has_it(rule: object) -> None:
    code = getattr(rule, "code", "")
    validator().validate(as_sarif([replace(finding(), code=code)]))


@given(path=HOSTILE, message=HOSTILE, hint=HOSTILE, text=HOSTILE)
def test_any_finding_is_valid_sarif_and_can_be_read_back(
    path: str, message: str, hint: str, text: str
) -> None:
    log = as_sarif([finding(path=path, span=Span(0, len(text)), message=message, hint=hint)], text)
    validator().validate(log)
    (result,) = results(log)
    uri = at(result, "locations", 0, "physicalLocation", "artifactLocation", "uri")
    assert unquote(str(uri), errors="surrogateescape") == path
    said = str(at(result, "message", "text"))
    assert not re.search(r"(?<!\\)\]\(", said), "an embedded link"
    assert not re.search(r"\{", said.replace("{{", "")), "a placeholder"
    assert said.replace("{{", "{").replace("}}", "}").replace("\\](", "](") == f"{message}\n{hint}"


# JUnit.


def as_junit(found: Sequence[Finding], codes: Sequence[str] = ("VG201",), *, folder: str = "") -> str:
    rules = [rule for rule in all_rules() if rule.code in codes]
    return findings_junit(found, sources(found), rules, folder=folder)


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text.encode())


def test_junit_has_a_suite_for_each_rule_and_a_failed_test_for_each_finding() -> None:
    assert (
        as_junit([finding(path="X.md")], ["VG201", "VG202"], folder="notes/")
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="vaultgoals" tests="2" failures="1">
  <testsuite name="VG201 process-without-outcome" tests="1" failures="1">
    <testcase classname="VG201 process-without-outcome" name="notes/X.md:2:1" file="notes/X.md" line="2">
      <failure type="error" message="“X” leads to no outcome">notes/X.md:2:1: “X” leads to no outcome
add `outcome`</failure>
    </testcase>
  </testsuite>
  <testsuite name="VG202 unresolved-link" tests="1" failures="0">
    <testcase classname="VG202 unresolved-link" name="all notes" />
  </testsuite>
</testsuites>"""
    )


def test_warnings_are_failures_in_junit_and_infos_are_not() -> None:
    suites = parsed(as_junit([finding(severity=severity) for severity in Severity]))
    assert suites.attrib == {"name": "vaultgoals", "tests": "3", "failures": "2"}
    assert [failure.get("type") for failure in suites.iter("failure")] == ["error", "warning"]
    (said,) = suites.iter("system-out")
    assert said.text == "Goals/X.md:2:1: “X” leads to no outcome\nadd `outcome`"


@given(path=HOSTILE, message=HOSTILE, hint=HOSTILE)
def test_any_finding_is_well_formed_xml_and_can_be_read_back(path: str, message: str, hint: str) -> None:
    (test,) = parsed(as_junit([finding(path=path, message=message, hint=hint)])).iter("testcase")
    (failure,) = test
    assert test.get("file") == allowed(path)
    assert failure.get("message") == allowed(message)
    assert failure.text == f"{allowed(path)}:2:1: {allowed(message)}\n{allowed(hint)}"


def allowed(text: str) -> str:
    """The text as it is shown, without the two characters that no XML document may hold."""
    return re.sub("[\ufffe\uffff]", "", visible(text))
