"""Tables of other programs: what encoding, which delimiter, which columns, which day, which figure."""

from datetime import UTC, date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.intake.beeminder import read_beeminder
from vaultgoals.intake.columns import Columns, Named, columns_of
from vaultgoals.intake.days import Moment, Order, clock, moment
from vaultgoals.intake.entry import Taken, Unclear
from vaultgoals.intake.figures import Decimal, plain
from vaultgoals.intake.grid import decoded, rows_of
from vaultgoals.intake.plain_csv import AS_TOLD, Form, read_csv

TWENTIETH = Moment(date(2026, 11, 20))


def said(data: str | bytes, form: Form = AS_TOLD) -> list[tuple[str, str, str]]:
    taken = read_csv(data if isinstance(data, bytes) else data.encode(), form)
    assert isinstance(taken, Taken), taken
    return [(str(one.on), one.value, one.comment) for one in taken.entries]


def unclear(data: str, form: Form = AS_TOLD) -> str:
    taken = read_csv(data.encode(), form)
    assert isinstance(taken, Unclear)
    return f"{taken.words} {taken.way_out}"


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2026-11-20", None, TWENTIETH),
        ("2026/11/20", None, TWENTIETH),
        ("20261120", None, TWENTIETH),
        ("20.11.2026", None, TWENTIETH),
        ("5.6.26", None, Moment(date(2026, 6, 5))),
        ("20/11/2026", None, TWENTIETH),
        ("11/20/2026", None, TWENTIETH),
        ("11/20/26", None, TWENTIETH),
        ("03/04/2026", None, None),
        ("03/04/2026", Order.DAY_FIRST, Moment(date(2026, 4, 3))),
        ("03/04/2026", Order.MONTH_FIRST, Moment(date(2026, 3, 4))),
        ("20/11/2026", Order.MONTH_FIRST, None),
        ("Nov 20, 2026", None, TWENTIETH),
        ("20. November 2026", None, TWENTIETH),
        ("2026-11-20T09:15:30.250Z", None, Moment(date(2026, 11, 20), time(9, 15))),
        ("2026-11-20 21:15:00 +0100", None, Moment(date(2026, 11, 20), time(21, 15))),
        ("11/20/2026 9:05 PM", None, Moment(date(2026, 11, 20), time(21, 5))),
        ("11/20/2026, 12:05 am", None, Moment(date(2026, 11, 20), time(0, 5))),
        ("1795166100", None, Moment(date(2026, 11, 20), time(9, 15))),
        ("1795166100000", None, Moment(date(2026, 11, 20), time(9, 15))),
        ("2026-02-30", None, None),
        ("20261340", None, None),
        ("2026-11-20 25:00", None, None),
        ("1066-10-14", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_a_cell_says_a_moment(text: str, order: Order | None, expected: Moment | None) -> None:
    assert moment(text, order, UTC) == expected


def test_a_time_before_the_day_ends_belongs_to_the_day_before() -> None:
    assert moment("2026-11-20 02:10", None, UTC, time(4)) == Moment(date(2026, 11, 19), time(2, 10))
    assert moment("2026-11-20", None, UTC, time(4)) == TWENTIETH


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", time(0)), ("9:05", time(9, 5)), ("9:05 pm", time(21, 5)), ("25:00", None), ("soon", None)],
)
def test_a_cell_says_a_time(text: str, expected: time | None) -> None:
    assert clock(text) == expected


@pytest.mark.parametrize(
    ("cell", "decimal", "expected"),
    [
        ("1.250,5", Decimal.COMMA, "1250.5"),
        ("-6,4 kg", Decimal.COMMA, "-6.4 kg"),
        ("1,250.5", Decimal.POINT, "1250.5"),
        ("1,250", None, "1,250"),
        ("yes", Decimal.COMMA, "yes"),
        ("€ 1.250,50", Decimal.COMMA, "€ 1250.50"),
        ("12.500.000", Decimal.COMMA, "12500000"),
    ],
)
def test_a_figure_is_written_with_a_point(cell: str, decimal: Decimal | None, expected: str) -> None:
    assert plain(cell, decimal) == expected


@pytest.mark.parametrize(
    ("cell", "decimal"),
    [
        ("6,4", Decimal.POINT),
        ("6.4", Decimal.COMMA),
        ("1.5h", Decimal.COMMA),
        ("0,500", Decimal.POINT),
        ("1,00,000.5", Decimal.POINT),
        ("1.2.3", Decimal.COMMA),
        ("skip: 6,4 km were too many", Decimal.COMMA),
    ],
)
def test_what_no_figure_with_this_mark_looks_like_stays_as_it_is_written(cell: str, decimal: Decimal) -> None:
    assert plain(cell, decimal) == cell


@pytest.mark.parametrize(
    "data",
    [
        "date,value,comment\n2026-11-20,6.4,früh\n".encode(),
        b"\xef\xbb\xbf" + "date,value,comment\r\n2026-11-20,6.4,früh\r\n".encode(),
        "date;value;comment\n2026-11-20;6,4;früh\n".encode("latin-1"),
        "date\tvalue\tcomment\n20.11.2026\t6.4\tfrüh\n".encode("utf-16"),
        "Datum|Wert|Notiz\r20.11.2026|6,4|früh\r".encode(),
        '"Date","Amount","Notes"\n"2026-11-20","6.4","früh"\n'.encode(),
        "2026-11-20,6.4,früh\n".encode(),
        "comment,value,day\nfrüh,6.4,11/20/2026\n".encode(),
        "sep=;\r\ndate;value;comment\r\n2026-11-20;6,4;früh\r\n".encode("cp1252"),
        "date,value,comment\n,,\n\n2026-11-20,6.4,\0früh\n".encode(),
    ],
)
def test_a_table_is_read_however_it_is_written(data: bytes) -> None:
    assert said(data) == [("2026-11-20", "6.4", "früh")]


def test_a_comment_may_hold_lines_and_delimiters() -> None:
    assert said('date,value,note\n2026-11-20,1,"a, b\nand ""c"""\n') == [("2026-11-20", "1", 'a, b\nand "c"')]


def test_a_row_without_a_date_is_said_with_its_line_and_the_rest_is_read() -> None:
    taken = read_csv(b'date,value,note\n2026-11-20,1,"a\nb"\nsoon,2,\n,3,\n2026-11-21,4,\n')
    assert isinstance(taken, Taken)
    assert [one.words for one in taken.unread] == [
        "Line 4: “soon” is no date that can be read",
        "Line 5: there is no date",
    ]
    assert [(one.value, one.line) for one in taken.entries] == [("1", 2), ("4", 6)]


@pytest.mark.parametrize("row", ['"2026-11-20,1,', '2026-11-20,1,"words'])
def test_a_quotation_mark_that_is_never_closed_is_said_since_it_swallows_the_rest(row: str) -> None:
    taken = read_csv(f"date,value,note\n2026-11-19,1,\n{row}\n2026-11-21,2,\n".encode())
    assert isinstance(taken, Taken)
    assert [one.words for one in taken.unread] == [
        "Line 3: a quotation mark is opened in it and never closed"
    ]
    assert [(one.value, one.comment) for one in taken.entries] == [("1", "")]


def test_a_mark_of_inches_at_the_end_of_a_file_is_no_quotation() -> None:
    assert said('date,value,note\n2026-11-20,1,12" wide') == [("2026-11-20", "1", '12" wide')]
    assert said('date,value,note\n2026-11-20,1,"12"" wide"') == [("2026-11-20", "1", '12" wide')]


def test_a_date_that_can_mean_two_days_is_refused_with_the_option_to_give() -> None:
    assert unclear("date,value\n03/04/2026,1\n") == (
        "“03/04/2026” may be a day and a month or a month and a day, and nothing in the file tells which. "
        "Say which: --dates d/m or --dates m/d."
    )
    assert "dates of both kinds" in unclear("date,value\n03/04/2026,1\n25/04/2026,1\n04/25/2026,1\n")
    assert said("date,value\n03/04/2026,1\n", Form(order=Order.DAY_FIRST)) == [("2026-04-03", "1", "")]


def test_one_date_tells_the_order_of_all_and_that_is_said() -> None:
    taken = read_csv(b"date,value\n03/04/2026,1\n04/25/2026,1\n")
    assert isinstance(taken, Taken)
    assert [str(one.on) for one in taken.entries] == ["2026-03-04", "2026-04-25"]
    doubt = "Dates are read with the month first, as “04/25/2026” tells; --dates says otherwise."
    assert taken.doubts == (doubt,)


def test_days_that_are_their_own_months_leave_nothing_to_doubt() -> None:
    assert said("date,value\n04/04/2026,1\n") == [("2026-04-04", "1", "")]


@pytest.mark.parametrize(
    ("cells", "read", "doubted"),
    [
        ("6,4;1,250", ["6.4", "1.250"], True),
        ("6.4;1,250", ["6.4", "1250"], True),
        ("6.4;1.250", ["6.4", "1.250"], True),
        ("7;1,250", ["7", "1250"], True),
        ("6,4;8", ["6.4", "8"], False),
        ("6,4;7.5", ["6,4", "7.5"], False),
    ],
)
def test_one_figure_tells_the_decimal_mark_of_all(cells: str, read: list[str], *, doubted: bool) -> None:
    days = ("2026-11-20", "2026-11-21")
    data = "date|value\n" + "".join(
        f"{day}|{cell}\n" for day, cell in zip(days, cells.split(";"), strict=True)
    )
    taken = read_csv(data.encode())
    assert isinstance(taken, Taken)
    assert ([one.value for one in taken.entries], bool(taken.doubts)) == (read, doubted)


def test_columns_are_named_by_their_names_or_numbers() -> None:
    data = "when,kg,steps,what\n2026-11-20,80,9000,x\n"
    assert "The columns kg and steps both hold numbers" in unclear(data)
    for value, comment in (("kg", "what"), ("2", "4"), ("KG", None)):
        form = Form(columns=Named(value=value, comment=comment))
        assert said(data, form) == [("2026-11-20", "80", "x" if comment else "")]
    assert unclear(data, Form(columns=Named(value="lb"))) == (
        "There is no column “lb”. There are when, kg, steps, what."
    )


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("", "There is nothing in the file."),
        ("\n \n", "There is nothing in the file."),
        ("a,b\n1,2\n", "No column holds dates."),
        ("2026-11-20,2026-11-21,5\n", "Several columns hold dates."),
        ("date\n2026-11-20\n", "No column holds values."),
    ],
)
def test_a_table_that_does_not_tell_is_refused(data: str, why: str) -> None:
    assert unclear(data).startswith(why)


def test_without_a_column_of_names_only_the_order_of_columns_is_known() -> None:
    assert columns_of(rows_of("2026-11-20,5,x\n")) == Columns(header=False, date=0, value=1, comment=2)


@given(st.binary(max_size=200))
def test_bytes_of_any_kind_are_read_or_refused(data: bytes) -> None:
    assert isinstance(read_csv(data), (Taken, Unclear))
    assert isinstance(read_beeminder(data), (Taken, Unclear))
    assert "\0" not in decoded(data)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ('1795166100,3,"three, really"\n', [("2026-11-20", time(9, 15), "3", "three, really")]),
        ("20261120,3\n", [("2026-11-20", time(0), "3", "")]),
        (
            "Timestamp,Daystamp,Value,Comment\n1795132800,20261119,3,late\n",
            [("2026-11-19", time(0), "3", "late")],
        ),
        ("date,value\n2026-11-20,0.5\n", [("2026-11-20", time(0), "0.5", "")]),
    ],
)
def test_beeminders_data_points_are_read(data: str, expected: list[tuple[str, time, str, str]]) -> None:
    taken = read_beeminder(data.encode(), Form(zone=UTC))
    assert isinstance(taken, Taken)
    assert [(str(one.on), one.at, one.value, one.comment) for one in taken.entries] == expected


def test_data_points_of_several_goals_are_told_apart() -> None:
    taken = read_beeminder(b"Goal Slug,Date,Value\nrun,2026-11-20,3\nread,2026-11-20,9\n")
    assert isinstance(taken, Taken)
    assert taken.subjects == ("run", "read")
