"""How the properties of a note are found and read: names, links, lists, dates, and what cannot be read."""

from datetime import date, time
from fractions import Fraction

import pytest

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.goal import Kind, Milestone, Status
from vaultgoals.core.kinds import SYNONYMS
from vaultgoals.core.period import Period
from vaultgoals.core.properties import PropertyReader
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def reader(properties: str, kind: Kind = Kind.OUTCOME, config: Config = Config()) -> PropertyReader:
    return PropertyReader(read_note(Source.of("Goals/A.md", f"---\n{properties}\n---\n")), kind, config)


def troubles(read: PropertyReader) -> list[tuple[str | None, str, str]]:
    return [(trouble.property, trouble.text, trouble.reason) for trouble in read.malformed]


# Names.


@pytest.mark.parametrize("name", ["check-in", "Check-In", "check_in", "check in", "CHECK IN", '" check-in "'])
def test_a_name_is_the_same_in_kebab_snake_and_any_case(name: str) -> None:
    assert reader(f"{name}: monthly").find("check-in") is not None


@pytest.mark.parametrize(("written", "ours"), SYNONYMS.items())
def test_a_synonym_is_read(written: str, ours: str) -> None:
    kind = Kind.PROCESS if ours in ("cadence", "because", "outcome") else Kind.OUTCOME

    assert reader(f"{written.title()}: X", kind).text(ours) == "X"


@pytest.mark.parametrize(
    ("properties", "due"),
    [
        ("due: 2026-12-01\ndeadline: 2026-12-02", 1),
        ("deadline: 2026-12-02\ndue: 2026-12-01", 1),
        ("Frist: 2026-12-03\ndue: 2026-12-01", 1),
        ("deadline: 2026-12-02\nFrist: 2026-12-03", 3),
        ("frist: 2026-12-03", 3),
        ("end: 2026-12-04\ndeadline: 2026-12-02", 4),
        ("Due: 2026-12-01\ndue: 2026-12-02", 1),
    ],
)
def test_the_own_name_goes_before_the_vaults_name_and_that_before_a_synonym(
    properties: str, due: int
) -> None:
    read = reader(properties, config=Config(properties={"Frist": "due"}))

    assert read.day("due") == date(2026, 12, due)


def test_a_property_that_the_kind_does_not_have_is_the_persons_own() -> None:
    read = reader("cadence: whenever\nreps: [a, {b: c}]\neffort: -1")

    assert (read.cadence("cadence"), read.number("reps"), read.positive("effort")) == (None, None, None)
    assert read.malformed == []


@pytest.mark.parametrize("empty", ["", " ~", " null", ' ""', ' "  "', " []", ' [""]', " [~, null]", "\n  - "])
def test_an_empty_property_is_no_value_and_no_trouble(empty: str) -> None:
    read = reader(f"due:{empty}\nowner:{empty}\ntarget:{empty}\nobjective:{empty}\nmilestones:{empty}")

    assert (read.day("due"), read.names("owner"), read.number("target")) == (None, (), None)
    assert (read.links("objective"), read.milestones(None, None, None)) == ((), ())
    assert read.malformed == []


# One value, or several.


@pytest.mark.parametrize("written", ["7", "[7]", "\n  - 7", '"7"', "7 # seven"])
def test_a_list_of_one_is_its_only_item(written: str) -> None:
    assert reader(f"target: {written}").number("target") == 7


def test_of_a_longer_list_the_first_item_counts_and_the_second_is_named() -> None:
    read = reader("target: [7, 8, 9]")

    assert read.number("target") == 7
    assert troubles(read) == [("target", "8", "one")]
    assert read.note.source.cut(read.malformed[0].span) == "8"


def test_of_two_links_where_one_is_expected_the_first_counts_and_the_second_is_named() -> None:
    read = reader('objective: ["[[Grow]]", "[[Stay]]"]')
    link = read.link("objective")

    assert link is not None
    assert link.target == "Grow"
    assert troubles(read) == [("objective", "Stay", "one")]


def test_no_lag_needs_no_unit() -> None:
    read = reader("lag: 0")

    assert (read.lag("lag"), read.malformed) == (0, [])


def test_trouble_is_named_once_however_often_a_property_is_read() -> None:
    read = reader("target: [many, 8]")
    read.number("target")
    read.number("target")

    assert troubles(read) == [("target", "8", "one"), ("target", "many", "quantity")]


def test_a_nested_value_is_no_text_and_the_rest_of_its_list_counts() -> None:
    read = reader("owner: [Ana, {first: Bob}, [Cem, Dan]]")

    assert read.names("owner") == ("Ana",)
    assert troubles(read) == [("owner", "{first: Bob}", "text"), ("owner", "[Cem, Dan]", "text")]


# Links.


@pytest.mark.parametrize(
    ("written", "targets"),
    [
        ('"[[Trial]]"', ["Trial"]),
        ("'[[Trial]]'", ["Trial"]),
        ('"[[Goals/Trial|shown]]"', ["Goals/Trial"]),
        ('"[[Trial#Heading]]"', ["Trial"]),
        ('"[[Trial#^block]]"', ["Trial"]),
        ('"[Trial](Goals/Trial%20run.md)"', ["Goals/Trial run.md"]),
        ('"[Trial](<Trial run.md>)"', ["Trial run.md"]),
        ("Trial", ["Trial"]),
        ("Goals/Trial.md", ["Goals/Trial.md"]),
        ("2026", ["2026"]),
        ("[[Trial]]", ["Trial"]),
        ("[[Goals/Trial|shown]]", ["Goals/Trial"]),
        ("[[A, B]]", ["A, B"]),
        ('["[[A]]", "[[B]]"]', ["A", "B"]),
        ("\n  - '[[A]]'\n  - B\n  - '[C](C.md)'", ["A", "B", "C.md"]),
        ("\n  - [[A]]\n  - [[B|b]]", ["A", "B"]),
        ("\n  - [[A]]", ["A"]),
        ("[[[A]], B]", ["A", "B"]),
        ("[A, B]", ["A", "B"]),
        ('"[[#Heading]]"', [""]),
        ('"see [[Trial]]"', ["see [[Trial]]"]),
        ('"![[Trial]]"', ["![[Trial]]"]),
        (">-\n  [[Trial]]", ["Trial"]),
    ],
)
def test_links_are_read_in_every_form_that_people_write(written: str, targets: list[str]) -> None:
    read = reader(f"metric: '[[Not this]]'\noutcome: {written}\nafter: '[[Nor this]]'", Kind.PROCESS)

    assert [link.target for link in read.links("outcome")] == targets
    assert read.malformed == []


@pytest.mark.parametrize(("written", "place"), [("'[[A]]'", "[[A]]"), ("A b", "A b"), ("[[A]]", "[[A]]")])
def test_a_link_knows_its_place(written: str, place: str) -> None:
    read = reader(f"outcome: {written}", Kind.PROCESS)

    assert [read.note.source.cut(link.span) for link in read.links("outcome")] == [place]


@pytest.mark.parametrize("written", ["{a: b}", "[{a: b}]", "[[A], B]"])
def test_what_is_nested_is_no_link(written: str) -> None:
    read = reader(f"outcome: {written}", Kind.PROCESS)

    assert [link.target for link in read.links("outcome")] == (["B"] if "B" in written else [])
    assert [trouble.reason for trouble in read.malformed] == ["link"]


def test_a_property_full_of_names_is_read_in_reasonable_time_beside_many_links() -> None:
    names = "\n".join(f"  - n{number}" for number in range(3_000))
    text = f"---\noutcome:\n{names}\n---\n" + "[[x]] " * 20_000
    read = PropertyReader(read_note(Source.of("A.md", text)), Kind.PROCESS, Config())

    assert len(read.links("outcome")) == 3_000


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Ana", ("Ana",)),
        ("Ana Maria", ("Ana Maria",)),
        ('"[[Ana]]"', ("Ana",)),
        ('"[[People/Ana|Ana B.]]"', ("Ana",)),
        ('"[[Ana.md]]"', ("Ana",)),
        ('"[[Ana#Work]]"', ("Ana",)),
        ('"[Ana B.](People/Ana.md)"', ("Ana",)),
        ("[[Ana]]", ("Ana",)),
        ("[Ana, Bob]", ("Ana", "Bob")),
        ("\n  - '[[Ana]]'\n  - Bob", ("Ana", "Bob")),
        ("\n  - [[Ana]]\n  - [[Bob]]", ("Ana", "Bob")),
        ("[Ana, '[[Ana]]', '[[People/Ana]]']", ("Ana",)),
        ('"[[#Me]]"', ("[[#Me]]",)),
        ('"@ana"', ("@ana",)),
        ("7", ("7",)),
    ],
)
def test_people_are_named_by_text_or_link_one_or_several(written: str, names: tuple[str, ...]) -> None:
    read = reader(f"owner: {written}")

    assert read.names("owner") == names
    assert read.malformed == []


# Values.


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ('"2026-11-20"', date(2026, 11, 20)),
        ("2026-11-20T10:30:00", date(2026, 11, 20)),
        ("2026-11-20 10:30", date(2026, 11, 20)),
        ("2026-11-20T02:10:00", date(2026, 11, 19)),
        ("2026-11-20T02:10:00+09:00", date(2026, 11, 19)),
        ('"[[2026-11-20]]"', date(2026, 11, 20)),
        ('"[[Daily/2026-11-20|Friday]]"', date(2026, 11, 20)),
        ("[[2026-11-20]]", date(2026, 11, 20)),
        ('"[[20.11.2026]]"', date(2026, 11, 20)),
        ("[[Tage/20.11.2026]]", date(2026, 11, 20)),
    ],
)
def test_dates_are_plain_with_a_time_or_links_to_daily_notes(written: str, day: date) -> None:
    config = Config(day_ends_at=time(4), periodic=Periodic(daily="Tage/DD.MM.YYYY"))
    read = reader(f"due: {written}", config=config)

    assert read.day("due") == day
    assert read.malformed == []


@pytest.mark.parametrize(
    "written",
    [
        "2026-02-30",
        "20261120",
        "2026-W47-5",
        "2026-11",
        "20.11.2026",
        "soon",
        "2026-11-20 or so",
        '"[[Trial]]"',
    ],
)
def test_what_is_no_date_is_trouble_at_its_own_place(written: str) -> None:
    read = reader(f"start: 2026-11-01\ndue: {written}\nowner: Ana")

    assert (read.day("start"), read.day("due"), read.names("owner")) == (date(2026, 11, 1), None, ("Ana",))
    assert troubles(read) == [("due", written.strip('"'), "date")]
    assert read.note.source.cut(read.malformed[0].span) == written


def test_trouble_under_a_vaults_own_name_stands_at_that_name_and_is_called_by_ours() -> None:
    read = reader("Frist: bald", config=Config(properties={"Frist": "due"}))
    read.day("due")

    assert troubles(read) == [("due", "bald", "date")]


@pytest.mark.parametrize(
    ("written", "unit", "value"),
    [
        ("8", None, Fraction(8)),
        ("8%", "%", Fraction(8)),
        ('"8 %"', "%", Fraction(8)),
        ("1 250", None, Fraction(1250)),
        ("1,250.5", None, Fraction(2501, 2)),
        ("€1.2m", "EUR", Fraction(1_200_000)),
        ("12k", None, Fraction(12_000)),
        ("0.1", None, Fraction(1, 10)),
        ("010", None, Fraction(10)),
        ("-3", None, Fraction(-3)),
        ("1h30m", "min", Fraction(90)),
        ("51:36", "min", Fraction(516, 10)),
    ],
)
def test_numbers_are_exact_and_in_the_goals_unit(written: str, unit: str | None, value: Fraction) -> None:
    read = reader(f"target: {written}")

    assert read.number("target", unit) == value
    assert read.malformed == []


@pytest.mark.parametrize(("written", "unit"), [("many", None), ("1e3", None), (".inf", None), ("8 km", "%")])
def test_what_is_no_number_or_in_another_unit_is_trouble(written: str, unit: str | None) -> None:
    read = reader(f"target: {written}")

    assert read.number("target", unit) is None
    assert troubles(read) == [("target", written, "quantity")]


@pytest.mark.parametrize("written", ["0", "-1"])
def test_an_effort_of_nothing_is_trouble(written: str) -> None:
    read = reader(f"effort: {written}", Kind.LEVER)

    assert read.positive("effort") is None
    assert troubles(read) == [("effort", written, "above-zero")]


@pytest.mark.parametrize("written", ["true", "yes", "Yes", "x", "done", "'true'"])
def test_yes_is_written_in_many_ways(written: str) -> None:
    assert reader(f"committed: {written}").flag("committed")


@pytest.mark.parametrize("written", ["false", "no", "No", "", "~"])
def test_no_is_written_or_left_out(written: str) -> None:
    read = reader(f"committed: {written}")

    assert not read.flag("committed")
    assert read.malformed == []


def test_neither_yes_nor_no_is_trouble_and_no() -> None:
    read = reader("committed: maybe")

    assert read.flag("committed") is False
    assert troubles(read) == [("committed", "maybe", "yes or no")]


def test_a_word_that_is_not_among_the_choices_is_trouble_and_the_nearest_is_named() -> None:
    read = reader("status: pausd")

    assert read.choice("status", Status, Status.ACTIVE, {}) is Status.ACTIVE
    assert troubles(read) == [("status", "pausd", "draft, active, paused, done, dropped")]
    assert read.malformed[0].near == "paused"


@pytest.mark.parametrize(
    ("written", "pauses"),
    [
        ("2026-08-01..2026-08-14", [(date(2026, 8, 1), date(2026, 8, 15))]),
        ("2026-08-01", [(date(2026, 8, 1), date(2026, 8, 2))]),
        (
            "\n  - 2026-12-24..2026-12-31\n  - 2026-08-01",
            [(date(2026, 12, 24), date(2027, 1, 1)), (date(2026, 8, 1), date(2026, 8, 2))],
        ),
    ],
)
def test_pauses_include_both_ends(written: str, pauses: list[tuple[date, date]]) -> None:
    read = reader(f"pauses: {written}")

    assert [(pause.start, pause.stop) for pause in read.pauses()] == pauses
    assert read.malformed == []


def test_a_pause_that_cannot_be_read_leaves_the_others() -> None:
    read = reader("pauses: [August, 2026-08-14..2026-08-01, 2026-12-24]")

    assert [pause.start for pause in read.pauses()] == [date(2026, 12, 24)]
    assert troubles(read) == [
        ("pauses", "August", "pause"),
        ("pauses", "2026-08-14..2026-08-01", "pause"),
    ]
    assert isinstance(read.pauses()[0], Period)


OCTOBER, NOVEMBER = Milestone(date(2026, 10, 31), Fraction(7)), Milestone(date(2026, 11, 30), Fraction(15, 2))


@pytest.mark.parametrize(
    ("written", "milestones"),
    [
        ('["2026-10-31: 7", "2026-11-30: 7.5"]', (OCTOBER, NOVEMBER)),
        ('["2026-11-30: 7.5", "2026-10-31: 7 %"]', (OCTOBER, NOVEMBER)),
        ("\n  - 2026-10-31: 7\n  - 2026-11-30: 7.5", (OCTOBER, NOVEMBER)),
        ("\n  2026-10-31: 7\n  2026-11-30: 7.5 %", (OCTOBER, NOVEMBER)),
        ("2026-10-31:7", (OCTOBER,)),
        ('"2026-10-31: 7"', (OCTOBER,)),
    ],
)
def test_milestones_are_read_quoted_and_unquoted(written: str, milestones: tuple[Milestone, ...]) -> None:
    read = reader(f"milestones: {written}")

    assert read.milestones("%", date(2026, 10, 1), date(2026, 12, 31)) == milestones
    assert read.malformed == []


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("2026-09-30: 7", "milestone-in-plan"),
        ("2026-12-31: 7", "milestone-in-plan"),
        ("2027-01-01: 7", "milestone-in-plan"),
        ("2026-02-30: 7", "milestone"),
        ("2026-10-31: lots", "milestone"),
        ("2026-10-31", "milestone"),
        ("seven", "milestone"),
    ],
)
@pytest.mark.parametrize("form", ['["{}", "2026-10-31: 7"]', '\n  - {}\n  - "2026-10-31: 7"'])
def test_a_milestone_outside_the_plan_or_unreadable_is_left_out(written: str, reason: str, form: str) -> None:
    read = reader(f"milestones: {form.format(written)}")

    assert read.milestones("%", date(2026, 10, 1), date(2026, 12, 31)) == (OCTOBER,)
    assert troubles(read) == [("milestones", written, reason)]


def test_a_milestone_in_a_list_of_its_own_is_none() -> None:
    read = reader("milestones: [[a], '2026-10-31: 7']")

    assert read.milestones("%", None, None) == (OCTOBER,)
    assert troubles(read) == [("milestones", "[a]", "milestone")]


def test_without_start_and_due_every_milestone_is_in_the_plan() -> None:
    assert reader('milestones: "2026-10-31: 7"').milestones(None, None, None) == (OCTOBER,)


@pytest.mark.parametrize(
    ("written", "days"),
    [("4 weeks", 28), ("10 days", 10), ("2 months", 60), ("4w", 28), ("28d", 28), ("", 0)],
)
def test_a_lag_is_in_days(written: str, days: int) -> None:
    assert reader(f"lag: {written}").lag("lag") == days


def test_a_text_stays_as_it_is_written() -> None:
    read = reader("metric: |\n  Trials that\n  convert\nunit: 010", Kind.OUTCOME)

    assert read.text("metric") == "Trials that\nconvert"
    assert read.text("unit") == "010"
