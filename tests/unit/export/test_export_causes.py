"""What one change mends is said once; what would strengthen an outcome in one line."""

from dataclasses import replace

import pytest

from vaultgoals.core.finding import Finding, Severity, Wanted
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.export.findings_text import findings_text, strengthen_lines
from vaultgoals.export.lines import plain
from vaultgoals.export.tally import Tally
from vaultgoals.markdown import read_note

TEXT = "---\ntype: process\noutcome: \n---\n"
TALLY = Tally(notes=27, goals=8, checkins=96)


def finding(path: str, cause: str = "", code: str = "VG202", severity: Severity = Severity.ERROR) -> Finding:
    return Finding(
        code=code,
        name="some-rule",
        severity=severity,
        path=path,
        span=Span(4, 17),
        message="it leads nowhere",
        hint="write that note",
        wanted=Wanted("a guardrail", "guardrails for {} outcomes"),
        cause=cause,
    )


def as_text(*found: Finding, verbose: bool = False, width: int | None = None) -> str:
    sources = {one.path: Source.of(one.path, TEXT) for one in found}
    return plain(findings_text(found, sources, TALLY, verbose=verbose, width=width))


def test_findings_of_one_cause_are_one_with_all_its_places() -> None:
    found = finding("A.md", "x"), finding("B.md", "y"), finding("C.md", "x"), finding("D.md", "x")
    lines = as_text(*found).splitlines()
    heads = [line for line in lines if ": error " in line]
    assert [head.partition(":")[0] for head in heads] == ["A.md", "B.md"]
    assert lines[3:5] == ["  hint: write that note", "  also: C.md:2:1, D.md:2:1"]
    assert lines[-2].startswith("4 errors in ")


def test_each_finding_of_one_cause_is_shown_to_who_asks_for_all() -> None:
    shown = as_text(finding("A.md", "x"), finding("B.md", "x"), verbose=True)
    assert shown.count(": error ") == 2
    assert "also" not in shown


def test_what_has_no_cause_or_another_code_stands_alone() -> None:
    found = finding("A.md"), finding("B.md"), finding("C.md", "x"), finding("D.md", "x", "VG203")
    assert as_text(*found).count(": error ") == 4


def test_when_one_cause_is_all_there_is_it_is_the_next_step() -> None:
    found = finding("A.md", "x"), finding("B.md", "x"), finding("C.md", severity=Severity.INFO)
    assert as_text(*found).endswith("Next: mend it, then vaultgoals review\n")


@pytest.mark.parametrize("width", [40, 80])
def test_the_places_of_one_cause_fit_a_terminal(width: int) -> None:
    text = as_text(*(finding(f"Goals/Number {n}.md", "x") for n in range(6)), width=width)
    said = " ".join(text.split())
    assert [n for n in range(1, 6) if f"Number {n}.md:2:1" not in said] == []
    assert "more" not in said
    assert max(map(len, text.splitlines())) <= width


def test_of_many_places_of_one_cause_the_first_are_named_and_the_others_counted() -> None:
    found = [finding(f"{n}.md", "x") for n in range(1300)]
    (also,) = [line for line in as_text(*found).splitlines() if "also" in line]
    assert also == "  also: 1.md:2:1, 2.md:2:1, 3.md:2:1, 4.md:2:1, 5.md:2:1 and 1,294 more"


def test_what_would_strengthen_an_outcome_is_one_line() -> None:
    vault = Vault.of([read_note(Source.of("Goals/Stay \x1b[31m.md", "---\ntype: outcome\n---\n"))])
    (line,) = strengthen_lines(vault, [finding("Goals/Stay \x1b[31m.md", severity=Severity.INFO)])
    assert line == "Stay \x1b[31m, to strengthen: a guardrail"
    assert "\x1b" not in plain(findings_text([], {}, TALLY, strengthen=[line]))


def test_what_has_to_do_with_no_outcome_is_not_said_to_lead_to_none() -> None:
    vault = Vault.of([read_note(Source.of("2026-11-18.md", "mood: fine"))])
    (line,) = strengthen_lines(vault, [finding("2026-11-18.md", severity=Severity.INFO)])
    assert line == "Also, to strengthen: a guardrail"


def test_an_info_about_what_does_not_count_is_shown_in_its_place() -> None:
    vault = Vault.of([read_note(Source.of("Stay.md", "---\ntype: outcome\n---\n"))])
    info = replace(finding("Stay.md", severity=Severity.INFO), folds=False)
    assert list(strengthen_lines(vault, [info])) == []
    assert as_text(info).startswith("Stay.md:2:1: info VG202 some-rule: it leads nowhere\n")


def test_errors_and_warnings_are_not_folded() -> None:
    vault = Vault.of([read_note(Source.of("Stay.md", "---\ntype: outcome\n---\n"))])
    found = finding("Stay.md"), finding("Stay.md", severity=Severity.WARNING)
    assert list(strengthen_lines(vault, found)) == []
