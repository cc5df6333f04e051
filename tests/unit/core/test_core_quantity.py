"""Numbers, quantities, logged entries and confidences, as people write them."""

import json
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.confidence import parse_confidence, parse_share
from vaultgoals.core.number import parse_number
from vaultgoals.core.quantity import Entry, Quantity, parse_entry, parse_quantity, parse_yes_no, read_value
from vaultgoals.core.show import show_clock, show_number
from vaultgoals.core.unit import agrees
from vaultgoals.core.unreadable import Unreadable

VECTORS = json.loads(
    Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"),
    parse_float=Fraction,
    parse_int=Fraction,
)


@pytest.mark.parametrize("case", VECTORS["quantity_parse"], ids=lambda case: case["name"])
def test_a_quantity_is_a_number_and_its_unit(case: dict[str, Any]) -> None:
    read = parse_quantity(case["input"]["text"], case["input"]["unit"])
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert read == Quantity(case["expected"]["value"], case["expected"]["unit"])


@pytest.mark.parametrize("case", VECTORS["confidence_parse"], ids=lambda case: case["name"])
def test_a_confidence_is_tenths_a_share_a_percentage_or_a_word(case: dict[str, Any]) -> None:
    read = parse_confidence(case["input"]["text"])
    if case["expected"] == {"error": True}:
        assert isinstance(read, Unreadable)
    else:
        assert read == case["expected"]["confidence"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 250 000,5", Fraction("1250000.5")),
        ("1’250.5", Fraction("1250.5")),
        (" 7 ", Fraction(7)),
        (".5", Fraction(1, 2)),
        ("1.2M", Fraction(1_200_000)),
        ("0.1", Fraction(1, 10)),
    ],
)
def test_a_number_is_read_exactly(text: str, number: Fraction) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["", "-", "1e3", "inf", "NaN", "12 34", "1 250'000", "--3", "5 k", "12km", "٣", "1.250.5", "9" * 5000],
)
def test_what_is_no_plain_number_is_unreadable(text: str) -> None:
    assert isinstance(parse_number(text), Unreadable)


def test_a_value_without_a_goal_unit_may_name_one() -> None:
    assert parse_quantity("8 kg", None) == Quantity(Fraction(8), "kg")
    assert parse_quantity("8 %", None) == Quantity(Fraction(8), "%")
    assert isinstance(parse_quantity("12 two meetings booked", None), Unreadable)
    assert isinstance(parse_quantity("2026-11-20", None), Unreadable)


@pytest.mark.parametrize(("text", "value"), [("-€5", -5), ("€-5", -5), ("€ 5", 5), ("−€1,250.50", "-1250.5")])
def test_a_currency_sign_may_stand_before_the_number(text: str, value: int | str) -> None:
    assert parse_quantity(text, "EUR") == Quantity(Fraction(value), "€")


def test_two_units_are_one_too_many() -> None:
    assert isinstance(parse_quantity("€5 EUR", "€"), Unreadable)


@pytest.mark.parametrize(
    ("written", "unit", "same"),
    [
        ("Calls", "call", True),
        ("blog  posts", "Blog post", True),
        ("€", "eur", True),
        ("$", "€", False),
        ("ms", "m", False),
        ("s", "", False),
    ],
)
def test_units_agree_whatever_their_case_and_number(written: str, unit: str, *, same: bool) -> None:
    assert agrees(written, unit) is same


@pytest.mark.parametrize(
    ("text", "unit", "value", "comment"),
    [
        ("12", None, 12, ""),
        ("12, two meetings booked", "calls", 12, "two meetings booked"),
        ("12 two meetings", "calls", 12, "two meetings"),
        ("12 calls - the last one long", "calls", 12, "the last one long"),
        ("12 calls: two booked", "call", 12, "two booked"),
        ("12 – two booked", None, 12, "two booked"),
        ("1 call", "calls", 1, ""),
        ("12 blog posts, one long", "blog post", 12, "one long"),
        ("12 -5 from yesterday", None, 12, "-5 from yesterday"),
        ("12.", None, 12, ""),
        ("6,5 %, up", "%", "6.5", "up"),
        ("8% up", "%", 8, "up"),
        ("1 250", None, 1, "250"),
        ("1'250 steps", "steps", 1250, ""),
        ("12k", "steps", 12000, ""),
        ("€5 lunch", "EUR", 5, "lunch"),
        ("−3 a bad day", None, -3, "a bad day"),
        ("51:36 hilly", "min", "51.6", "hilly"),
        ("1h 30 minutes, slow", "hours", "1.5", "slow"),
        ("90m easy", "hours", "1.5", "easy"),
        ("2 h 30 people", "h", 2, "30 people"),
        ("45 with Ana", "min", 45, "with Ana"),
        ("9/10", "%", 90, ""),
    ],
)
def test_a_logged_number_takes_its_unit_and_leaves_the_comment(
    text: str, unit: str | None, value: int | str, comment: str
) -> None:
    assert parse_entry(text, unit) == (Entry(value=Fraction(value)), comment)


@pytest.mark.parametrize(
    ("text", "yes", "comment"),
    [
        ("yes", True, ""),
        ("x", True, ""),
        ("TRUE", True, ""),
        ("done – with Ana", True, "with Ana"),
        ("no, travelling", False, "travelling"),
        ("no time", False, "time"),
    ],
)
def test_yes_and_no_are_one_and_zero_and_say_so(text: str, *, yes: bool, comment: str) -> None:
    assert parse_entry(text) == (Entry(value=Fraction(yes), yes_no=True), comment)


def test_a_ratio_keeps_its_total() -> None:
    assert parse_entry("9/10 demos, one late", "demos") == (
        Entry(value=Fraction(9), of=Fraction(10)),
        "one late",
    )
    assert read_value("9 / 10") == Entry(value=Fraction(9), of=Fraction(10))
    assert read_value("0/0") == Entry(value=Fraction(0), of=Fraction(0))


def test_a_ratio_of_a_percentage_is_the_percentage() -> None:
    assert read_value("9/10", "%") == Entry(value=Fraction(90))
    assert isinstance(read_value("0/0", "%"), Unreadable)


@pytest.mark.parametrize("text", ["skip", "Skip", "skip:", "skip : "])
def test_a_skip_needs_no_reason(text: str) -> None:
    assert parse_entry(text) == (Entry(skip=""), "")
    assert read_value(text) == Entry(skip="")


def test_a_skip_keeps_its_reason() -> None:
    assert parse_entry("skip: ill, in bed") == (Entry(skip="ill, in bed"), "")


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("", None),
        ("two meetings", None),
        ("skipped rope", None),
        ("x-ray", None),
        ("2026-11-20", None),
        ("9/10/2026", None),
        ("12-15", None),
        ("1e3", None),
        ("1,2,3", None),
        ("1:30", None),
        ("51:75", "min"),
        ("1h30", "hours"),
        ("$5", "€"),
        ("5/0", None),
        ("9" * 50 + "/10", None),
    ],
)
def test_digits_that_stick_to_a_value_make_it_unreadable(text: str, unit: str | None) -> None:
    assert isinstance(parse_entry(text, unit), Unreadable)


def test_a_yes_does_not_say_how_long_it_took() -> None:
    assert isinstance(parse_entry("yes", "min"), Unreadable)
    assert read_value("no", "min") == Entry(value=Fraction(0), yes_no=True)


@pytest.mark.parametrize(
    ("text", "unit", "value"), [("1 250", None, 1250), ("90 min", "hours", "1.5"), ("12 calls", "calls", 12)]
)
def test_a_property_is_a_value_as_a_whole(text: str, unit: str | None, value: int | str) -> None:
    assert read_value(text, unit) == Entry(value=Fraction(value))


@pytest.mark.parametrize("text", ["12 two meetings", "9/10 late", "yes please", "8 kg", ""])
def test_a_property_has_no_room_for_a_comment(text: str) -> None:
    assert isinstance(read_value(text, "calls"), Unreadable)


def test_yes_and_no_have_few_words() -> None:
    assert [parse_yes_no(word) for word in ("yes", "True", " x ", "done")] == [True] * 4
    assert [parse_yes_no(word) for word in ("no", "FALSE")] == [False] * 2
    assert isinstance(parse_yes_no("maybe"), Unreadable)


@pytest.mark.parametrize(
    ("text", "share"), [("1", 1), ("0.8", "0.8"), ("80 %", "0.8"), ("0,5", "0.5"), ("0", 0)]
)
def test_the_confidence_of_a_lever_is_never_tenths(text: str, share: int | str) -> None:
    assert parse_share(text) == Fraction(share)


@pytest.mark.parametrize("text", ["8", "150 %", "-0.1", "green", ""])
def test_a_share_is_at_most_one(text: str) -> None:
    assert isinstance(parse_share(text), Unreadable)


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("6.4", "%", "6.4 %"),
        ("1250", None, "1,250"),
        ("12", "calls", "12 calls"),
        ("-3", None, "−3"),
        ("37/3", None, "12.3"),
        ("12.75", None, "12.75"),
        ("1/3", "kg", "0.33 kg"),
        ("9.999", None, "10"),
        ("-0.001", None, "0"),
        ("1250.5", "€", "€1,250.5"),
        ("-5", "€", "−€5"),
        ("5", "EUR", "5 EUR"),
        ("51.6", "min", "51:36"),
        ("52", "min", "52 min"),
        ("-0.4", "min", "−0:24"),
        ("1.5", "hours", "1:30 h"),
        ("2", "hours", "2 hours"),
        ("6666/3600", "h", "1:51:06 h"),
        ("1/7", "h", "0:09 h"),
        ("1", "calls", "1 call"),
        ("1", "minutes", "1 minute"),
        ("1", "pages", "1 page"),
        ("1", "studies", "1 studies"),
        ("1", "boxes", "1 boxes"),
        ("1", "matches", "1 matches"),
        ("1", "gas", "1 gas"),
        ("1", "Kurs", "1 Kurs"),
        ("11.25", "s", "11.25 s"),
    ],
)
def test_a_figure_is_written_for_a_person(value: str, unit: str | None, shown: str) -> None:
    assert show_number(Fraction(value), unit) == shown


def test_a_clock_shows_whole_minutes_too() -> None:
    assert show_clock(Fraction(52), "min") == "52:00"
    assert show_clock(Fraction(2), "h") == "2:00 h"
    assert show_clock(Fraction(90), "s") == "90 s"


def test_hours_have_seconds_where_these_are_wanted() -> None:
    assert show_clock(Fraction(2), "h", seconds=True) == "2:00:00 h"
    assert show_clock(Fraction(-1, 3600), "h", seconds=True) == "−0:00:01 h"
    assert show_clock(Fraction(52), "min", seconds=True) == "52:00"


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [("5m", "m", 5), ("5M", "m", 5), ("5k", "m", 5000), ("5bn", "bn", 5), ("5m", "km", 5_000_000)],
)
def test_a_letter_multiplies_unless_it_is_the_goals_unit(text: str, unit: str, value: int) -> None:
    read = parse_quantity(text, unit)
    assert not isinstance(read, Unreadable)
    assert read.value == value
