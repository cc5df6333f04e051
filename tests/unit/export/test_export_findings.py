"""Findings as text and as JSON: places, excerpts, summary and next step."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from unicodedata import category, east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.fix import Fix
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import WIDTH, excerpt, visible
from vaultgoals.export.findings_json import findings_json
from vaultgoals.export.findings_text import findings_text
from vaultgoals.export.lines import Style, plain
from vaultgoals.export.tally import Tally

TODAY = date(2026, 11, 20)
TALLY = Tally(notes=27, goals=8, checkins=96)
TEXT = "---\ntype: process\noutcome: \n---\n"
TYPE = Span(4, 17)


def finding(
    *,
    path: str = "Goals/X.md",
    span: Span = TYPE,
    severity: Severity = Severity.ERROR,
    message: str = "“X” leads to no outcome",
    hint: str = "add `outcome`",
) -> Finding:
    name = "process-without-outcome"
    return Finding(
        code="VG201", name=name, severity=severity, path=path, span=span, message=message, hint=hint
    )


def as_text(
    found: Sequence[Finding],
    text: str = TEXT,
    *,
    verbose: bool = False,
    lacks_page: bool = False,
    offers_fix: bool = True,
) -> str:
    sources = {one.path: Source.of(one.path, text) for one in found}
    lines = findings_text(
        found, sources, TALLY, verbose=verbose, lacks_page=lacks_page, offers_fix=offers_fix
    )
    return plain(lines)


def as_json(found: Sequence[Finding], text: str = TEXT) -> str:
    return findings_json(found, {one.path: Source.of(one.path, text) for one in found}, TALLY, today=TODAY)


# Text.


def test_a_finding_says_where_what_shows_the_line_and_gives_a_hint() -> None:
    assert (
        as_text([finding()])
        == """\
Goals/X.md:2:1: error VG201 process-without-outcome: “X” leads to no outcome
2 | type: process
  | ^^^^^^^^^^^^^
  hint: add `outcome`

1 error in 27 notes (8 goals, 96 check-ins).
Next: mend it, then vaultgoals review
"""
    )


def test_every_piece_has_a_style_and_no_piece_a_newline() -> None:
    pieces = [
        piece
        for line in findings_text([finding()], {"Goals/X.md": Source.of("", TEXT)}, TALLY)
        for piece in line
    ]
    assert {style for _, style in pieces} >= {Style.PLACE, Style.ERROR, Style.GUTTER, Style.HINT}
    assert not any("\n" in text for text, _ in pieces)


def test_a_note_without_text_has_no_excerpt() -> None:
    lines = as_text([finding(span=Span(0, 0))], text="").splitlines()
    assert lines[1] == "  hint: add `outcome`"


def at_a_terminal(found: Sequence[Finding], text: str = TEXT, *, width: int) -> str:
    sources = {one.path: Source.of(one.path, text) for one in found}
    return plain(findings_text(found, sources, TALLY, width=width))


def test_at_a_terminal_findings_stand_below_their_note_and_are_wrapped() -> None:
    found = [finding(), finding(severity=Severity.WARNING), finding(path="Goals/Y.md", message="no")]
    assert (
        at_a_terminal(found, width=60)
        == """\
Goals/X.md
  2:1: error VG201 process-without-outcome: “X” leads to no
    outcome
  2 | type: process
    | ^^^^^^^^^^^^^
    hint: add `outcome`

  2:1: warning VG201 process-without-outcome: “X” leads to
    no outcome
  2 | type: process
    | ^^^^^^^^^^^^^
    hint: add `outcome`

Goals/Y.md
  2:1: error VG201 process-without-outcome: no
  2 | type: process
    | ^^^^^^^^^^^^^
    hint: add `outcome`

2 errors, 1 warning in 27 notes (8 goals, 96 check-ins).
Next: Goals/X.md:2:1: add `outcome`
"""
    )


def test_at_a_narrow_terminal_an_excerpt_is_cut_to_it() -> None:
    text = "---\ntype: process\n# " + "and so on " * 20
    lines = at_a_terminal([finding(span=Span(18, 40), message="no")], text, width=60).splitlines()
    assert lines[2].startswith("  3 | # and so on")
    assert lines[2].endswith("…")
    assert 58 <= max(map(len, lines)) <= 60


def test_nothing_found_is_said_and_the_next_step_is_the_page_that_is_not_there_yet() -> None:
    said = "Nothing to mend in 27 notes (8 goals, 96 check-ins).\n"
    assert as_text([], lacks_page=True) == f"{said}Next: vaultgoals review\n"
    assert as_text([]) == said


def test_the_next_step_is_the_first_warning_where_there_is_no_error() -> None:
    found = [finding(severity=Severity.INFO), *[finding(severity=Severity.WARNING)] * 2]
    assert as_text(found, lacks_page=True).splitlines()[-1] == "Next: Goals/X.md:2:1: add `outcome`"


def test_mending_is_not_offered_again_once_it_was_tried() -> None:
    fixable = replace(finding(), fix=Fix(what="rename it", edits=()))
    assert "`vaultgoals check --fix` can mend it.\n" in as_text([fixable])
    assert "`vaultgoals check --fix` can mend 1 of them.\n" in as_text([fixable, finding()])
    assert "--fix" not in as_text([fixable], offers_fix=False)


def test_where_the_worst_can_be_mended_that_is_the_next_step() -> None:
    fixable = replace(finding(), fix=Fix(what="rename it", edits=()))
    later = finding(severity=Severity.WARNING)
    assert as_text([later, fixable]).splitlines()[-1] == "Next: vaultgoals check --fix"
    assert (
        as_text([fixable, later], offers_fix=False).splitlines()[-1] == "Next: Goals/X.md:2:1: add `outcome`"
    )
    warned = replace(fixable, severity=Severity.WARNING)
    assert as_text([warned, finding()]).splitlines()[-1] == "Next: Goals/X.md:2:1: add `outcome`"


def test_a_hint_too_long_for_a_step_is_not_said_twice() -> None:
    found = [finding(hint="write " + "daily, " * 30), finding()]
    assert as_text(found).splitlines()[-1] == "Next: Goals/X.md:2:1: “X” leads to no outcome"


def test_the_next_step_is_the_first_error_whatever_stands_before_it() -> None:
    found = [finding(severity=Severity.WARNING, hint="later"), finding(hint="first"), finding(hint="second")]
    assert as_text(found).splitlines()[-1] == "Next: Goals/X.md:2:1: first"


def test_infos_are_folded_into_a_line_unless_all_is_to_be_shown() -> None:
    found = [finding(severity=Severity.INFO)] * 2
    sources = {"Goals/X.md": Source.of("Goals/X.md", TEXT)}
    assert plain(findings_text(found, sources, TALLY, strengthen=["Trials, to strengthen: a guardrail"])) == (
        "Trials, to strengthen: a guardrail\n-v shows each in its place.\n\n"
        "2 infos in 27 notes (8 goals, 96 check-ins).\n"
    )
    assert as_text(found, verbose=True).count("VG201") == 2


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(notes=1, goals=1, checkins=1), "1 note (1 goal, 1 check-in)."),
        (Tally(notes=0, goals=0, checkins=0), "0 notes (0 goals, 0 check-ins)."),
        (Tally(notes=12345, goals=2, checkins=1000), "12,345 notes (2 goals, 1,000 check-ins)."),
    ],
)
def test_the_summary_counts_in_words(tally: Tally, words: str) -> None:
    assert words in plain(findings_text([], {}, tally))


def test_a_tally_counts_a_vault() -> None:
    vault = Vault.of([Note(source=Source.of("A.md", ""))])
    assert Tally.of(vault) == Tally(notes=1, goals=0, checkins=0)


# Nothing that a person wrote acts on the terminal.


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a␛[31mb"),
        ("a\x07\x00\x7f", "a␇␀␡"),
        ("a\nb\tc", "a␊b␉c"),
        ("a\x9b31m", "a\\x9b31m"),
        ("a\u202eb\u2066", "a\\u202eb\\u2066"),
        ("a\u2028b", "a\\u2028b"),
        ("caf\udce9", "caf\\udce9"),
        ("Käse 👩‍👩‍👧 漢字", "Käse 👩‍👩‍👧 漢字"),
    ],
)
def test_characters_that_act_on_a_terminal_are_made_visible(text: str, shown: str) -> None:
    assert visible(text) == shown


HOSTILE = st.text(
    st.one_of(st.characters(), st.sampled_from("\t\x1b\x9b\u202e漢e\u0301ab ")), min_size=1, max_size=300
)


@given(text=HOSTILE, start=st.integers(0, 300), length=st.integers(0, 300))
def test_no_output_holds_a_control_character_and_excerpts_fit_the_terminal(
    text: str, start: int, length: int
) -> None:
    begin = min(start, len(text))
    span = Span(begin, min(begin + length, len(text)))
    found = finding(path=text, span=span, message=text, hint=text)
    lines = findings_text([found], {text: Source.of(text, text)}, TALLY)
    assert not any(
        category(char) in ("Cc", "Cs", "Zl", "Zp") for line in lines for piece, _ in line for char in piece
    )
    for line in lines[1:3]:
        if line[0][1] is Style.GUTTER:
            assert sum(columns(char) for piece, _ in line for char in piece) <= WIDTH


def columns(char: str) -> int:
    if category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(char) in "WF" else 1


# Excerpts.


@pytest.mark.parametrize(
    ("line", "word", "text", "carets"),
    [
        ("due: soon", "soon", "due: soon", "     ^^^^"),
        ("\tdue: soon", "soon", "    due: soon", "         ^^^^"),
        ("a\tb", "b", "a   b", "    ^"),
        ("\t", "\t", "    ", "^^^^"),
        ("ziel: 漢字", "漢字", "ziel: 漢字", "      ^^^^"),
        ("漢字: x", "x", "漢字: x", "      ^"),
        ("cafe\u0301: x", "x", "cafe\u0301: x", "      ^"),
        ("a: \x1b[1m", "\x1b", "a: ␛[1m", "   ^"),
    ],
)
def test_carets_stand_below_what_is_meant(line: str, word: str, text: str, carets: str) -> None:
    start = line.index(word)
    shown = excerpt(Source.of("X.md", line), Span(start, start + len(word)))
    assert shown is not None
    assert (shown.text, shown.carets) == (text, carets)


def test_a_span_of_several_lines_is_shown_by_its_first() -> None:
    shown = excerpt(Source.of("X.md", "ab\r\ncd\r\nef"), Span(1, 9))
    assert shown is not None
    assert (shown.text, shown.carets) == ("ab", " ^")


def test_an_empty_span_gets_one_caret() -> None:
    shown = excerpt(Source.of("X.md", "ab"), Span(2, 2))
    assert shown is not None
    assert (shown.text, shown.carets) == ("ab", "  ^")


@pytest.mark.parametrize(
    ("before", "after", "cut_before", "cut_after"),
    [(0, 200, False, True), (40, 200, False, True), (200, 0, True, False), (200, 200, True, True)],
)
def test_a_long_line_is_cut_around_what_is_meant(
    before: int, after: int, *, cut_before: bool, cut_after: bool
) -> None:
    line = "-" * before + "here" + "-" * after
    shown = excerpt(Source.of("X.md", line), Span(before, before + 4))
    assert shown is not None
    assert (shown.text.startswith("…"), shown.text.endswith("…")) == (cut_before, cut_after)
    assert shown.text[shown.carets.index("^") : len(shown.carets)] == "here"
    assert len(shown.text) <= WIDTH - len("1 | ")


def test_a_line_of_megabytes_is_shown_as_quickly_as_any() -> None:
    shown = excerpt(Source.of("X.md", "x" * 2_000_000 + "here"), Span(2_000_000, 2_000_004))
    assert shown is not None
    assert shown.text.endswith("here")


# JSON.


def test_json_holds_each_finding_and_the_summary() -> None:
    assert json.loads(as_json([finding(), finding(severity=Severity.WARNING)])) == {
        "schema": 1,
        "today": "2026-11-20",
        "findings": [
            {
                "code": "VG201",
                "name": "process-without-outcome",
                "severity": severity,
                "path": "Goals/X.md",
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 14,
                "message": "“X” leads to no outcome",
                "hint": "add `outcome`",
                "fixable": False,
            }
            for severity in ("error", "warning")
        ],
        "summary": {"notes": 27, "goals": 8, "checkins": 96, "errors": 1, "warnings": 1, "infos": 0},
    }


def test_json_keeps_letters_as_they_are() -> None:
    assert "“X” leads" in as_json([finding()])
    assert '  "findings": [\n    {\n      "code"' in as_json([finding()])


def test_columns_count_code_points_and_lines_end_as_editors_end_them() -> None:
    text = "a\r\nb\rc\u2028d\n🙂e: x"
    at = text.index("e: x")
    (entry,) = json.loads(as_json([finding(span=Span(at, at + 1))], text))["findings"]
    assert [entry[key] for key in ("line", "column", "end_line", "end_column")] == [4, 2, 4, 3]


def test_a_path_that_is_no_utf_8_can_be_printed_and_read_back() -> None:
    text = as_json([finding(path="caf\udce9.md", message="“caf\udce9”")])
    assert "caf\\udce9.md" in text
    text.encode("utf-8")
    assert json.loads(text)["findings"][0]["path"] == "caf\udce9.md"
