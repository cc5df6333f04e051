"""CSV that any program reads as it was meant, and that no spreadsheet works out."""

import csv
import re
from datetime import date

import hostile_words
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.export.dataset import Cell, Table, flag, text
from vaultgoals.export.tables_csv import cell_csv, harmless, table_csv

FORMULAS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx", "\n=1", "'=1+1", "''@x", "＝1", "-", "=")
TEXTS = hostile_words.WORDS | st.text() | st.sampled_from(FORMULAS)
_WORKED_OUT = re.compile(r"[=+\-@\t\r\n＝＋－＠]")


def table(*rows: tuple[Cell, ...]) -> Table:
    names = ("one", "two", "three")[: len(rows[0])]
    return Table(name="words", fields=tuple(text(name, "words") for name in names), rows=rows)


def read(written: str) -> list[list[str]]:
    return list(csv.reader(re.findall(r"[^\n]*\n|[^\n]+", written)))


def meant(cell: str) -> str:
    """What a cell says once our apostrophe is off."""
    return cell[1:] if re.match(r"'+[=+\-@\t\r\n＝＋－＠]", cell) else cell


@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_a_table_is_read_back_as_the_texts_that_went_in(rows: list[tuple[str, str]]) -> None:
    names, *found = read(table_csv(table(*rows)))
    assert names == ["one", "two"]
    assert [[meant(cell) for cell in row] for row in found] == [[*row] for row in rows]


@given(TEXTS)
def test_no_text_begins_as_a_formula_does_unless_it_is_a_plain_number(words: str) -> None:
    shown = harmless(words)
    assert not _WORKED_OUT.match(shown) or re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", shown)


@pytest.mark.parametrize("words", FORMULAS)
def test_a_formula_stands_behind_an_apostrophe(words: str) -> None:
    assert harmless(words) == f"'{words}"


@pytest.mark.parametrize("words", ["", "plain", "5", "-5", "-0.25", "'tis", "a=b", "Ünï", "7 = 7"])
def test_other_words_stand_as_they_are(words: str) -> None:
    assert harmless(words) == words


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (date(2026, 11, 20), "2026-11-20"),
        (12, "12"),
        (-3, "-3"),
        (-6.4, "-6.4"),
        (0.000001, "0.000001"),
        (1e22, "10000000000000000000000"),
        ("", ""),
        ("a,b", '"a,b"'),
        ('a "b"', '"a ""b"""'),
        ("two\nlines", '"two\nlines"'),
        (" blank", '" blank"'),
        ("=1,2", '"\'=1,2"'),
    ],
)
def test_a_cell_is_written_as_its_kind_asks(cell: Cell, written: str) -> None:
    assert cell_csv(cell) == written


def test_lines_end_with_crlf_and_the_names_come_first() -> None:
    assert table_csv(table(("a", "b"))) == "one,two\r\na,b\r\n"
    empty = Table(name="none", fields=(flag("yes", "or no"),), rows=())
    assert table_csv(empty) == "yes\r\n"
