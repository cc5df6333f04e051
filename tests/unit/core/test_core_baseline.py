"""The baseline: which findings are known, however much is written around them."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.baseline import Baseline, fingerprint
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, Span

TEXT = "---\ntype: process\nowner: Ana\n---\n"


def finding(
    about: str = "type: process", *, text: str = TEXT, code: str = "VG201", path: str = "X.md"
) -> Finding:
    start = text.index(about)
    return Finding(
        code=code,
        name="process-without-outcome",
        severity=Severity.ERROR,
        path=path,
        span=Span(start, start + len(about)),
        message="“X” leads to no outcome",
        hint="add `outcome`",
    )


def notes(text: str = TEXT, *paths: str) -> Mapping[str, Note]:
    return {path: Note(source=Source.of(path, text)) for path in paths or ("X.md",)}


def test_what_is_in_the_baseline_is_known_and_the_rest_is_new() -> None:
    old, new = finding(), finding("owner: Ana")
    compared = Baseline.of([old], notes()).compare([old, new], notes())
    assert (compared.new, compared.known, compared.gone) == ((new,), (old,), 0)


def test_without_a_baseline_all_is_new() -> None:
    compared = Baseline().compare([finding()], notes())
    assert (compared.new, compared.known, compared.gone) == ((finding(),), (), 0)


def test_what_is_found_no_more_is_gone() -> None:
    compared = Baseline.of([finding(), finding("owner: Ana")], notes()).compare([finding()], notes())
    assert (compared.new, len(compared.known), compared.gone) == ((), 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "---\nowner: Ana\ntype: process\n---\n",
        "---\ndue: 2026-11-20\ntype: process\n---\nand so on\n",
        "---\r\ntype:   process\r\n---\r\n",
    ],
)
def test_what_is_written_elsewhere_in_the_note_makes_no_finding_new(text: str) -> None:
    about = next(line for line in text.splitlines() if line.startswith("type"))
    moved = finding(about, text=text)
    assert Baseline.of([finding()], notes()).compare([moved], notes(text)).new == ()


@pytest.mark.parametrize(
    "other",
    [
        finding("type: processes", text="type: processes"),
        finding(text="type: process", code="VG309"),
        finding(text="type: process", path="Y.md"),
    ],
)
def test_another_text_code_or_note_makes_a_finding_new(other: Finding) -> None:
    text = "type: processes" if other.span.end > 13 else "type: process"
    compared = Baseline.of([finding()], notes()).compare([other], notes(text, "X.md", "Y.md"))
    assert (compared.new, compared.gone) == ((other,), 1)


def test_of_several_alike_as_many_are_known_as_there_were() -> None:
    compared = Baseline.of([finding()] * 2, notes()).compare([finding()] * 3, notes())
    assert (len(compared.new), len(compared.known), compared.gone) == (1, 2, 0)
    assert Baseline.of([finding()] * 2, notes()).size == 2


def test_a_finding_about_no_text_has_a_fingerprint_too() -> None:
    assert len(fingerprint(finding(""), Source.of("X.md", ""))) == 16


@given(
    known=st.lists(st.sampled_from(["type", "process", "owner", "Ana", "---"])),
    found=st.lists(st.sampled_from(["type", "process", "owner", "Ana", "---"])),
)
def test_nothing_found_is_lost_and_all_known_is_accounted_for(known: list[str], found: list[str]) -> None:
    baseline = Baseline.of([finding(about) for about in known], notes())
    findings: Sequence[Finding] = [finding(about) for about in found]
    compared = baseline.compare(findings, notes())
    assert sorted((*compared.new, *compared.known), key=str) == sorted(findings, key=str)
    assert len(compared.known) + compared.gone == len(known)
