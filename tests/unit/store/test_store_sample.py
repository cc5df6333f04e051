"""The sample vault, moved to any day."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.store.sample import PINNED, moved, sample_notes, sample_weeks

ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
LOGGED = re.compile(r"^(?:- |\| )(\d{4}-\d{2}-\d{2})", re.MULTILINE)
NAMED = re.compile(r"/(\d{4}-\d{2}-\d{2}) \d{4} ")
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "weeks", "expected"),
    [
        ("due: 2026-12-20", 1, "due: 2026-12-27"),
        ("due: 2026-12-27", 1, "due: 2027-01-03"),
        ("start: 2027-01-04", -1, "start: 2026-12-28"),
        ("on 2028-02-28", 1, "on 2028-03-06"),
        ("pauses: 2026-08-01..2026-08-14", 2, "pauses: 2026-08-15..2026-08-28"),
        ('"2026-10-31: 7"', 1, '"2026-11-07: 7"'),
        ("2026-11-18T09:15", 1, "2026-11-25T09:15"),
        ("2026-W47", 6, "2026-W53"),
        ("2026-W53", 1, "2027-W01"),
        ("2027-W01", -1, "2026-W53"),
        ("Review 2026-W47.md", 53, "Review 2027-W47.md"),
    ],
)
def test_dates_and_week_labels_move_by_whole_weeks(text: str, weeks: int, expected: str) -> None:
    assert moved(text, weeks) == expected


@pytest.mark.parametrize(
    ("path", "weeks", "expected"),
    [
        ("Check-ins/2026/2026-11-18 0915 Run.md", 1, "Check-ins/2026/2026-11-25 0915 Run.md"),
        ("Check-ins/2026/2026-12-30 0915 Run.md", 1, "Check-ins/2027/2027-01-06 0915 Run.md"),
        ("Plans/2030/2026-12-30 Far.md", 1, "Plans/2030/2027-01-06 Far.md"),
    ],
)
def test_the_folder_of_a_year_follows_the_date_in_it(path: str, weeks: int, expected: str) -> None:
    assert moved(path, weeks) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2025-W53",
        "2026-W00",
        "12026-11-20",
        "2026-11-201",
        "9999-12-31",
        "0915",
        "v2026-11",
        "8 of 10",
    ],
)
def test_what_is_no_date_stays(text: str) -> None:
    assert moved(text, 3) == text


@given(text=st.text(alphabet="0123456789-W/ .:[]\nabé📅"), weeks=st.integers(-500, 500))
def test_nothing_but_dates_changes(text: str, weeks: int) -> None:
    assert re.sub("[0-9]", "0", moved(text, weeks)) == re.sub("[0-9]", "0", text)


@given(day=DAYS, weeks=st.integers(-500, 500))
def test_a_date_keeps_its_weekday_and_comes_back(day: date, weeks: int) -> None:
    there = moved(day.isoformat(), weeks)
    assert date.fromisoformat(there).weekday() == day.weekday()
    assert moved(there, -weeks) == day.isoformat()


@given(day=DAYS, weeks=st.integers(-500, 500))
def test_a_week_label_moves_with_its_days(day: date, weeks: int) -> None:
    assert moved(f"{day:%G-W%V}", weeks) == f"{day + timedelta(weeks=weeks):%G-W%V}"


def test_on_its_own_day_the_story_is_as_packaged() -> None:
    notes = sample_notes(PINNED)
    assert {"Home.md", "vaultgoals.toml", "Goals/Trial conversion.md"} <= notes.keys()
    assert "due: 2026-12-20" in notes["Goals/Trial conversion.md"]
    assert "Check-ins/2026/2026-11-18 0915 Trial conversion.md" in notes


def test_nothing_but_dates_differs_in_a_later_week() -> None:
    later = sample_notes(PINNED + timedelta(weeks=30))
    assert [_undated(path + text) for path, text in later.items()] == [
        _undated(path + text) for path, text in sample_notes(PINNED).items()
    ]


def test_generated_pages_are_left_out() -> None:
    assert not [path for path in sample_notes(PINNED) if path.startswith("Reviews/")]


@pytest.mark.parametrize(
    "day", [PINNED + timedelta(days=n) for n in range(-4, 3)], ids=lambda day: f"{day:%a}"
)
def test_on_no_weekday_is_a_checkin_dated_in_the_future(day: date) -> None:
    assert max(_checkin_days(sample_notes(day))) <= day


def test_on_a_tuesday_what_was_logged_on_wednesday_is_not_written_yet() -> None:
    notes = sample_notes(date(2026, 11, 17))
    assert "Check-ins/2026/2026-11-18 0915 Trial conversion.md" not in notes
    assert "- 2026-11-17: 4," in notes["Goals/Onboarding calls.md"]
    assert "2026-11-19" not in notes["Goals/Onboarding calls.md"]


def test_a_daily_note_is_not_written_before_its_day() -> None:
    notes = sample_notes(date(2026, 11, 17))
    assert "Daily/2026-11-17.md" in notes
    assert "Daily/2026-11-18.md" not in notes


def test_a_block_in_a_note_is_left_to_be_filled() -> None:
    notes = sample_notes(PINNED)
    assert "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n" in notes["Home.md"]


def test_the_weekly_pages_move_with_their_weeks_and_no_other_page_does() -> None:
    moved_on = sample_weeks(PINNED + timedelta(weeks=6))
    assert sorted(day - timedelta(weeks=6) for day in moved_on) == sorted(sample_weeks(PINNED))
    assert all(day.weekday() == 0 for day in moved_on)
    assert "period: 2026-W53" in moved_on[date(2026, 12, 28)]


def test_what_is_planned_for_the_future_stays() -> None:
    notes = sample_notes(date(2026, 11, 16))
    assert "📅 2026-11-24 ^pricing" in notes["Goals/Trial conversion.md"]
    assert "timebox: 2026-12-11" in notes["Goals/Pricing page test.md"]


@pytest.mark.parametrize("today", [date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3), date(2027, 1, 4)])
def test_around_a_new_year_the_story_stands_in_todays_week(today: date) -> None:
    days = _checkin_days(sample_notes(today))
    monday = today - timedelta(days=today.weekday())
    assert monday - timedelta(weeks=1) <= max(days) <= today
    assert min(days).isocalendar().week == (monday - timedelta(weeks=11)).isocalendar().week


def test_a_checkin_of_the_new_year_lies_in_the_new_years_folder() -> None:
    notes = sample_notes(date(2027, 1, 8))
    assert "Check-ins/2027/2027-01-06 0915 Trial conversion.md" in notes
    assert "Check-ins/2026/2026-12-25 0910 Trial conversion.md" in notes
    assert "Check-ins/2027/2027-01-01 0910 Trial conversion.md" in notes


def test_every_note_ends_its_lines_alike() -> None:
    assert all("\r" not in text and text.endswith("\n") for text in sample_notes(PINNED).values())


def _undated(text: str) -> str:
    return re.sub(r"/\d{4}/", "/year/", re.sub(r"\d{4}-W\d\d", "week", ISO_DATE.sub("date", text)))


def _checkin_days(notes: dict[str, str]) -> list[date]:
    in_logs = [day for text in notes.values() for day in LOGGED.findall(text)]
    in_names = [day for path in notes for day in NAMED.findall(path)]
    return [date.fromisoformat(day) for day in in_logs + in_names]
