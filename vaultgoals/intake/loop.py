"""What Loop Habit Tracker exports as CSV: a list of habits, and a folder for each with what was marked.

The program writes what was marked in thousandths for habits that are measured (7000 is 7), and in words for
others; older versions wrote numbers for these too. In the table of all habits some marks are missing, so that
it is read only where there are no folders.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction

from vaultgoals.core.header import decimal
from vaultgoals.intake.days import moment
from vaultgoals.intake.entry import Entry, Taken, Unclear, Unread
from vaultgoals.intake.grid import Row, decoded, rows_of

_HABITS, _MARKS = "Habits.csv", "Checkmarks.csv"
_WORDS = {"YES_MANUAL": 2, "YES_AUTO": 1, "NO": 0, "UNKNOWN": -1, "SKIP": 3}
_UNKNOWN, _NO, _YES = -1, 0, 2
_SKIPS = (3, -3)
_THOUSANDTHS = 1000


@dataclass(frozen=True, slots=True)
class _Habit:
    name: str
    measured: bool


def read_loop(files: Mapping[str, bytes]) -> Taken | Unclear:
    """What the files of an export say, by their paths in it; Unclear where it is none."""
    tables = {path: rows_of(decoded(data), ",") for path, data in sorted(files.items())}
    habits = _habits(next((rows for path, rows in tables.items() if _name(path) == _HABITS), ()))
    folders = {path: rows for path, rows in tables.items() if _name(path) == _MARKS and _is_of_one(rows)}
    found = [_of_folder(path, rows, habits) for path, rows in folders.items()]
    if not found:
        shared = ((path, rows) for path, rows in tables.items() if _name(path) == _MARKS)
        found = [_of_all(rows, habits).within(path) for path, rows in shared]
    if not found:
        return Unclear("This is no export of Loop Habit Tracker.", "Name the zip file, or the folder in it.")
    return Taken(
        entries=tuple(entry for taken in found for entry in taken.entries),
        unread=tuple(one for taken in found for one in taken.unread),
        subjects=tuple(dict.fromkeys(name for taken in found for name in taken.subjects)),
    )


def is_wanted(path: str) -> bool:
    """Whether a file of an export says anything that is read."""
    return _name(path) in (_HABITS, _MARKS)


def _name(path: str) -> str:
    return path.rpartition("/")[2]


def _is_of_one(rows: Sequence[Row]) -> bool:
    """Whether a table of marks is about one habit: `Date,Value,Notes`; older ones have no names."""
    if not rows:
        return True
    names = [cell.lower() for cell in rows[0].cells]
    return names[1:2] == ["value"] or (len(names) == 2 and names[0] != "date")


def _habits(rows: Sequence[Row]) -> Mapping[str, _Habit]:
    """The habits by their number in the export, `001`."""
    if not rows:
        return {}
    names = [cell.lower() for cell in rows[0].cells]
    at = {name: names.index(name) for name in ("position", "name", "type") if name in names}
    return {
        row.cell(at.get("position", 0)): _Habit(
            row.cell(at.get("name", 1)), row.cell(at.get("type")).upper() == "NUMERICAL"
        )
        for row in rows[1:]
    }


def _of_folder(path: str, rows: Sequence[Row], habits: Mapping[str, _Habit]) -> Taken:
    """What was marked of one habit; its folder is called by its number and its name."""
    folder = path.rpartition("/")[0].rpartition("/")[2]
    number, _, name = folder.partition(" ")
    habit = habits.get(number) or _Habit(name or folder, measured=False)
    marks = [(row, row.cell(1), row.cell(2)) for row in rows if row.cell(0).lower() != "date"]
    return _taken(habit, marks).within(path)


def _of_all(rows: Sequence[Row], habits: Mapping[str, _Habit]) -> Taken:
    """What was marked of all habits, a column each."""
    named = {habit.name: habit for habit in habits.values()}
    names = [name for name in rows[0].cells[1:] if name] if rows else []
    found = [
        _taken(named.get(name, _Habit(name, measured=False)), [(row, row.cell(at), "") for row in rows[1:]])
        for at, name in enumerate(names, 1)
    ]
    return Taken(
        entries=tuple(entry for taken in found for entry in taken.entries),
        unread=tuple(one for taken in found for one in taken.unread),
        subjects=tuple(names),
    )


def _taken(habit: _Habit, marks: Sequence[tuple[Row, str, str]]) -> Taken:
    numbers = [_number(mark) for _, mark, _ in marks]
    measured = habit.measured or any(number is not None and number > max(_SKIPS) for number in numbers)
    found = [*_read(replace(habit, measured=measured), marks)]
    return Taken(
        entries=tuple(one for one in found if isinstance(one, Entry)),
        unread=tuple(one for one in found if isinstance(one, Unread)),
        subjects=(habit.name,),
    )


def _read(habit: _Habit, marks: Sequence[tuple[Row, str, str]]) -> Iterator[Entry | Unread]:
    """What is said: a value, a skip with its note as the reason, or a note alone; oldest first."""
    for row, mark, note in reversed(marks):
        when, number = moment(row.cell(0), None, None), _number(mark)
        if when is None:
            yield Unread(line=row.line, reason=f"“{row.cell(0)}” is no date")
        elif number is None:
            yield Unread(line=row.line, reason=f"“{mark}” is no mark of Loop's")
        elif number in _SKIPS:
            yield Entry(subject=habit.name, on=when.on, skip=note, line=row.line)
        elif (value := _value(number, measured=habit.measured)) or note:
            yield Entry(subject=habit.name, on=when.on, value=value, comment=note, line=row.line)


def _number(mark: str) -> int | None:
    """A mark as the number that Loop keeps; a mark that is left out is not known."""
    if not mark:
        return _UNKNOWN
    with suppress(ValueError):
        return _WORDS[mark] if mark in _WORDS else int(mark)
    return None


def _value(number: int, *, measured: bool) -> str:
    """A mark as a value; empty where nothing was done or said, though Loop may not have asked for it."""
    if number < 0:
        return ""
    if measured:
        return decimal(Fraction(number, _THOUSANDTHS))
    return {_YES: "yes", _NO: "no"}.get(number, "")
