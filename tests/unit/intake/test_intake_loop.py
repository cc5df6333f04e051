"""What Loop Habit Tracker exports: marks in words or thousandths, notes, habits by their number."""

import io
import zipfile

import pytest

from vaultgoals.intake.archive import is_archive, unpacked
from vaultgoals.intake.entry import Taken, Unclear
from vaultgoals.intake.loop import is_wanted, read_loop

HABITS = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,"
    "Target Value,Archived?\n"
    '001,"Wake up, early",YES_NO,Did you?,,1,1,#FF8F00,,,,false\n'
    "002,Water,NUMERICAL,How many?,,1,1,#00897B,glasses,AT_LEAST,8,false\n"
)
WAKE = (
    "Date,Value,Notes\n2026-11-20,YES_MANUAL,\n2026-11-19,NO,Sick\n"
    '2026-11-18,YES_AUTO,"Forgot, really"\n2026-11-17,SKIP,"on a ""plane"""\n'
    "2026-11-16,UNKNOWN,\n2026-11-15,YES_AUTO,\n"
)
WATER = "Date,Value,Notes\n2026-11-20,7500,\n2026-11-19,NO,\n2026-11-18,SKIP,\n2026-11-17,UNKNOWN,\n"
FILES = {"Habits.csv": HABITS, "001 Wake up early/Checkmarks.csv": WAKE, "002 Water/Checkmarks.csv": WATER}


def taken(files: dict[str, str]) -> Taken:
    found = read_loop({path: text.encode() for path, text in files.items()})
    assert isinstance(found, Taken)
    return found


def said(found: Taken, subject: str) -> list[tuple[str, str, str | None, str]]:
    entries = (one for one in found.entries if one.subject == subject)
    return [(str(one.on)[-2:], one.value, one.skip, one.comment) for one in entries]


def test_marks_are_what_was_done_said_or_skipped_and_what_was_not_asked_for_is_nothing() -> None:
    found = taken(FILES)
    assert found.subjects == ("Wake up, early", "Water")
    assert said(found, "Wake up, early") == [
        ("17", "", 'on a "plane"', ""),
        ("18", "", None, "Forgot, really"),
        ("19", "no", None, "Sick"),
        ("20", "yes", None, ""),
    ]


def test_what_is_measured_is_kept_in_thousandths() -> None:
    assert said(taken(FILES), "Water") == [("18", "", "", ""), ("19", "0", None, ""), ("20", "7.5", None, "")]


def test_older_versions_write_numbers_and_tell_by_their_size_what_is_measured() -> None:
    old = {
        "001 Wake/Checkmarks.csv": "2026-11-20,2\n2026-11-19,1\n2026-11-18,0\n2026-11-17,3\n2026-11-16,-1\n",
        "002 Water/Checkmarks.csv": "2026-11-20,7000\n2026-11-19,0\n",
    }
    found = taken(old)
    assert said(found, "Wake") == [("17", "", "", ""), ("18", "no", None, ""), ("20", "yes", None, "")]
    assert said(found, "Water") == [("19", "0", None, ""), ("20", "7", None, "")]


def test_the_table_of_all_habits_is_read_only_where_there_are_no_folders() -> None:
    table = "Date,Wake,Water,\n2026-11-20,YES_MANUAL,2000,\n2026-11-19,UNKNOWN,NO,\n"
    found = taken({"Checkmarks.csv": table})
    assert said(found, "Wake") == [("20", "yes", None, "")]
    assert said(found, "Water") == [("19", "0", None, ""), ("20", "2", None, "")]
    assert said(taken({**FILES, "Checkmarks.csv": table}), "Wake") == []


def test_a_mark_that_is_none_is_said_with_its_place() -> None:
    found = taken({"001 Wake/Checkmarks.csv": "Date,Value,Notes\n2026-11-20,HUH,\nsoon,NO,\n"})
    assert sorted(one.words for one in found.unread) == [
        "001 Wake/Checkmarks.csv, line 2: “HUH” is no mark of Loop's",
        "001 Wake/Checkmarks.csv, line 3: “soon” is no date",
    ]


def test_a_habit_without_marks_is_named_all_the_same() -> None:
    assert taken({"001 Wake/Checkmarks.csv": "Date,Value,Notes\n"}).subjects == ("Wake",)


def test_files_without_marks_are_no_export() -> None:
    assert isinstance(read_loop({"Habits.csv": HABITS.encode()}), Unclear)


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return data.getvalue()


def test_of_an_archive_only_what_is_wanted_is_unpacked() -> None:
    data = zipped({"Habits.csv": b"a", "001 Run/Checkmarks.csv": b"b", "001 Run/Scores.csv": b"c"})
    assert is_archive(data)
    assert unpacked(data, is_wanted) == {"Habits.csv": b"a", "001 Run/Checkmarks.csv": b"b"}


@pytest.mark.parametrize(
    "data",
    [
        zipped({"Habits.csv": bytes(11 * 2**20)}),
        zipped({f"{number}/Checkmarks.csv": b"" for number in range(2001)}),
        zipped({"Habits.csv": b"a" * 100})[:-30],
        zipped({"Habits.csv": b"abcdef"}, zipfile.ZIP_STORED).replace(b"abcdef", b"abcdeg"),
    ],
    ids=["too large", "too many", "cut off", "broken"],
)
def test_an_archive_that_is_too_large_or_broken_is_refused(data: bytes) -> None:
    assert isinstance(unpacked(data, is_wanted), Unclear)
