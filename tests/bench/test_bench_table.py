"""The table of goals: its words, its width, and how it comes onto a page."""

import pytest

from bench.table import (
    BEGIN,
    END,
    Row,
    Verdict,
    as_markdown,
    as_text,
    at_least,
    at_most,
    exactly,
    kept,
    not_measured,
    replaced,
    said,
    with_others,
)

ROWS = [
    at_most("P1", "cold check, 10k", 1.444, 2.5, "× read"),
    at_most("P3", "check, nothing changed, 100k", 26.91, 1.3, "× stat"),
    exactly("P3", "… opens, 10k", 10_765, 0, "notes"),
    at_least("P11", "obsidiantools, 10k", 1512.3, 1_000, "× ours"),
    said("P7", "warm check, needless imports", "0", "2", holds=False, note="rich, rules"),
    not_measured("P2", "cold check, heavy", "≤ 5 × read", "not in a quick run"),
]
TABLE = """\
goal  what                                     bound           measured
────  ───────────────────────────────────────  ──────────────  ────────  ───────
P1    cold check, 10k                          ≤ 2.5 × read    1.44      ok
P3    check, nothing changed, 100k             ≤ 1.3 × stat    26.9      not yet
P3    … opens, 10k                             0 notes         10,765    not yet
P11   obsidiantools, 10k                       ≥ 1,000 × ours  1,512     ok
P7    warm check, needless imports             0               2         not yet
P2    cold check, heavy                        ≤ 5 × read                –

P7 warm check, needless imports: rich, rules
P2 cold check, heavy: not in a quick run"""


def test_the_table_says_what_is_promised_what_was_measured_and_whether_that_is_so() -> None:
    assert as_text(ROWS) == TABLE


@pytest.mark.parametrize("what", ["short", "a very long name of what was measured, with much too much in it"])
def test_the_table_is_80_columns_wide(what: str) -> None:
    lines = as_text([*ROWS, at_most("P9", what, 1, 2, "% of a core")]).splitlines()
    assert max(map(len, lines)) == 80


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (at_most("P", "", 2.5, 2.5, ""), Verdict.OK),
        (at_most("P", "", 2.51, 2.5, ""), Verdict.NOT_YET),
        (at_least("P", "", 4, 4, ""), Verdict.OK),
        (at_least("P", "", 3.99, 4, ""), Verdict.NOT_YET),
        (exactly("P", "", 1, 1, ""), Verdict.OK),
        (exactly("P", "", 0, 1, ""), Verdict.NOT_YET),
        (not_measured("P", "", "", "no strength"), Verdict.UNKNOWN),
    ],
)
def test_a_bound_that_is_just_met_is_met(row: Row, verdict: Verdict) -> None:
    assert row.verdict is verdict


def test_on_a_page_the_notes_stand_in_the_table() -> None:
    assert (
        as_markdown(ROWS[3:])
        == """\
| goal | what | bound | measured | |
| --- | --- | --- | --- | --- |
| P11 | obsidiantools, 10k | ≥ 1,000 × ours | 1,512 | ok |
| P7 | warm check, needless imports | 0 | 2 (rich, rules) | not yet |
| P2 | cold check, heavy | ≤ 5 × read | not in a quick run | – |"""
    )


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    page = f"before\n{BEGIN}\nold\n{END}\nafter \\1\n"
    assert replaced(page, r"new \1") == f"before\n{BEGIN}\nnew \\1\n{END}\nafter \\1\n"
    assert replaced(replaced(page, "x"), "y") == replaced(page, "y")


@pytest.mark.parametrize("page", ["", BEGIN, f"{END}{BEGIN}", f"{BEGIN}{END}" * 2])
def test_a_page_without_the_markers_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="does not hold"):
        replaced(page, "new")


def test_a_part_that_is_measured_anew_leaves_the_rest_of_the_table() -> None:
    page = f"{BEGIN}\nthen\n\n{as_markdown(ROWS)}\n{END}\n| P9 | elsewhere |"
    assert [line.split()[1] for line in kept(page, {"P3", "P11"})] == ["P1", "P7", "P2"]
    anew = as_markdown([at_most("P3", "anew", 1, 1.3, "× stat")])
    goals = [line.split()[1] for line in with_others(anew, kept(page, {"P3"})).split("\n")[2:]]
    assert goals == ["P1", "P2", "P3", "P7", "P11"]
