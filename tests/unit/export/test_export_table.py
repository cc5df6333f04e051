"""Tables in a terminal, and the bars in them."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.export.excerpt import wide
from vaultgoals.export.lines import plain, shortened
from vaultgoals.export.sparkline import BARS, sparkline
from vaultgoals.export.table import Group, Row, Table, table_lines

NAMES = st.text(st.sampled_from("ab漢 é"), max_size=40)


def bars(*values: int, low: int, high: int) -> str:
    return sparkline([Fraction(value) for value in values], low=Fraction(low), high=Fraction(high))


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (bars(0, 1, 2, 3, 4, 5, 6, 7, low=0, high=7), BARS),
        (bars(7, 0, low=0, high=7), "█▁"),
        (bars(6, 6, 7, low=6, high=8), "▁▁▅"),
        (bars(3, 3, low=3, high=3), "▅▅"),
        (bars(-5, 99, low=0, high=7), "▁█"),
        (bars(low=0, high=7), ""),
    ],
)
def test_a_bar_stands_as_high_as_its_value_between_the_ends(drawn: str, expected: str) -> None:
    assert drawn == expected


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("Trials", 6, "Trials"),
        ("Trials", 5, "Tria…"),
        ("Trials", 1, "…"),
        ("Win back the customers", 16, "Win back the…"),
        ("Win overwhelmingly", 14, "Win overwhelm…"),
        ("目標を達成", 7, "目標を…"),
    ],
)
def test_what_is_too_long_is_cut_behind_a_word_if_that_leaves_enough(
    text: str, width: int, short: str
) -> None:
    assert shortened(text, width) == short


def table(*names: str, note: str = "") -> Table:
    rows = tuple(Row(cells=("●", name, "6.4 %", "20 Dec"), health=None, note=note) for name in names)
    columns = ("", "Goal", "Now", "Due")
    return Table(title="Goals", columns=columns, groups=(Group(title="", rows=rows),), spare=("Due",))


def drawn(of: Table, width: int) -> list[str]:
    return plain(table_lines(of, width)).splitlines()


def test_a_note_stands_beside_its_row_if_there_is_room_and_else_below() -> None:
    noted = table("Trials", note="It works, slowly.")
    assert drawn(noted, 50)[2] == "●  Trials  6.4 %  20 Dec  It works, slowly."
    assert drawn(noted, 30)[2:] == ["●  Trials  6.4 %  20 Dec", "   It works, slowly."]


def test_names_are_shortened_before_a_column_is_left_out() -> None:
    long = table("Win back the customers who left")
    assert drawn(long, 34)[1:] == ["   Goal              Now    Due", "●  Win back the…     6.4 %  20 Dec"]
    assert drawn(long, 33)[1:] == ["   Goal" + " " * 21 + "Now", "●  Win back the customers…  6.4 %"]


def test_a_table_of_no_rows_is_its_titles() -> None:
    empty = Table(title="Goals", columns=("", "Goal"), groups=(Group(title="Growth", rows=()),))
    assert drawn(empty, 20) == ["Goals", "  Goal", "Growth"]


@given(names=st.lists(NAMES, min_size=1, max_size=5), note=NAMES, width=st.integers(24, 90))
def test_no_line_of_a_table_is_wider_than_the_window(names: list[str], note: str, width: int) -> None:
    longest = max((wide(word) for word in note.split()), default=0)
    lines = drawn(table(*names, note=note), width)
    assert all(wide(line) <= max(width, longest + 3) for line in lines)
    assert all(line == line.rstrip(" ") for line in lines if "●" in line and not note.endswith(" "))
