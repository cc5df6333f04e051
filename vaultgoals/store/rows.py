"""The rows in which a cache is kept, each with its seal: from values to rows, and back.

Nothing in them is code or becomes an object by itself: names, numbers and texts. What is not what it should
be raises ValueError or TypeError, or an error of SQLite's.
"""

import os
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from zlib import crc32

from vaultgoals.store.shelf import Marks, Shelf, Told

_ABOUT = "SELECT name, value, seal FROM about ORDER BY name"
_SHELVES = "SELECT folder, notes, marks, others, folders, told, seal FROM shelf ORDER BY folder"
_NOTES = "SELECT path, marks, text, seal FROM note"

TABLES = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value BLOB, seal INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS shelf (folder BLOB PRIMARY KEY, notes BLOB, marks BLOB, others BLOB, folders BLOB,
  told BLOB, seal INTEGER);
CREATE TABLE IF NOT EXISTS note (path BLOB PRIMARY KEY, marks BLOB, text BLOB, seal INTEGER);
CREATE TABLE IF NOT EXISTS answer (asked BLOB PRIMARY KEY, state INTEGER, value BLOB, seal INTEGER);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of a vault: its folders, what is `told` of their notes, and what was noted `about` it.

    `told` is still as it was kept, since most of it is never looked at; `told_as_kept` reads it. `state` is
    the number of all this.
    """

    about: Mapping[str, str]
    shelves: Mapping[str, Shelf]
    told: Mapping[str, bytes]
    state: int


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is to be kept: folders with what is told of their notes, and notes with their marks and text.

    None is for what is to be forgotten. Where `anew`, nothing that was kept before is true any more.
    """

    shelves: Mapping[str, tuple[Shelf, Told] | None]
    notes: Mapping[str, tuple[Marks, str] | None] = field(default_factory=dict)
    about: Mapping[str, str] = field(default_factory=dict)
    anew: bool = False


def told_as_kept(said: bytes, shelf: Shelf) -> Told:
    """What is told of the notes of a shelf."""
    return tuple(str(said, "utf-8", "surrogateescape").split("\0")) if shelf.notes else ()


@contextmanager
def of_one_moment(rows: sqlite3.Connection) -> Iterator[None]:
    """Let all that is read stand there at one moment, whoever writes meanwhile."""
    rows.execute("BEGIN")
    yield
    rows.execute("COMMIT")


def known_in(rows: sqlite3.Connection) -> Known:
    """All but the notes. Raises ValueError where a seal is broken."""
    shelves, told = {}, {}
    with of_one_moment(rows):
        about, seals = about_in(rows)
        for folder, shelf, said, seal in shelves_in(rows):
            shelves[folder], told[folder] = shelf, said
            seals.append(seal)
    return Known(about=about, shelves=shelves, told=told, state=hash(tuple(seals)))


def about_in(rows: sqlite3.Connection) -> tuple[dict[str, str], list[int]]:
    """What is noted, and the seals of that. Raises ValueError where one is broken."""
    about, seals = {}, []
    for name, value, seal in rows.execute(_ABOUT):
        about[name] = str(_sealed(seal, name.encode(), value), "utf-8", "surrogateescape")
        seals.append(seal)
    return about, seals


def shelves_in(rows: sqlite3.Connection) -> Iterator[tuple[str, Shelf, bytes, int]]:
    """Each folder, what stood in it, what is told of its notes, and the seal of all that, which must hold."""
    for folder, notes, marks, others, folders, said, seal in rows.execute(_SHELVES):
        _sealed(seal, folder, notes, marks, others, folders, said)
        numbers = array("q", marks)
        names = _split(notes) if notes else ("",) * bool(numbers)
        shelf = Shelf(notes=names, marks=numbers, others=_split(others), folders=_split(folders))
        yield os.fsdecode(folder), shelf, said, seal


def notes_in(rows: sqlite3.Connection, path: str | None = None) -> Iterator[tuple[str, Marks, str]]:
    """The notes with the marks that they had, or the one at a path; not those whose seal is broken."""
    query, asked = (_NOTES, ()) if path is None else (f"{_NOTES} WHERE path = ?", (os.fsencode(path),))
    for stands_at, marks, text, seal in rows.execute(query, asked):
        if seal_of(stands_at, marks, text) == seal:
            yield os.fsdecode(stands_at), array("q", marks), str(text, "utf-8")


def state_of(rows: sqlite3.Connection) -> int:
    """The number of what is kept, as `known_in` answers it."""
    seals = (row[-1] for query in (_ABOUT, _SHELVES) for row in rows.execute(query))
    return hash(tuple(seals))


def put(rows: sqlite3.Connection, news: News, about: Mapping[str, str]) -> None:
    """Put what is new into the tables, and what was noted `about` the vault."""
    if news.anew:
        for table in ("about", "shelf", "note", "answer"):
            rows.execute(f"DELETE FROM {table}")
    rows.executemany("INSERT OR REPLACE INTO about VALUES (?, ?, ?)", map(_about_row, about.items()))
    gone = [(os.fsencode(folder),) for folder, kept in news.shelves.items() if kept is None]
    rows.executemany("DELETE FROM shelf WHERE folder = ?", gone)
    kept = (_shelf_row(folder, *kept) for folder, kept in news.shelves.items() if kept)
    rows.executemany("INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?, ?, ?)", kept)
    rows.executemany(
        "DELETE FROM note WHERE path = ?",
        [(os.fsencode(path),) for path, note in news.notes.items() if note is None],
    )
    notes = (_note_row(path, *note) for path, note in news.notes.items() if note)
    rows.executemany("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?)", notes)


def _about_row(about: tuple[str, str]) -> tuple[object, ...]:
    name, value = about[0], about[1].encode("utf-8", "surrogateescape")
    return name, value, seal_of(name.encode(), value)


def _shelf_row(folder: str, shelf: Shelf, told: Told) -> tuple[object, ...]:
    names = (_joined(some) for some in (shelf.others, shelf.folders, told))
    row = (os.fsencode(folder), _joined(shelf.notes), shelf.marks.tobytes(), *names)
    return *row, seal_of(*row)


def _note_row(path: str, marks: Marks, text: str) -> tuple[object, ...]:
    row = (os.fsencode(path), array("q", marks).tobytes(), text.encode())
    return *row, seal_of(*row)


def _joined(names: Iterable[str]) -> bytes:
    return "\0".join(names).encode("utf-8", "surrogateescape")


def _split(names: bytes) -> tuple[str, ...]:
    return tuple(str(names, "utf-8", "surrogateescape").split("\0")) if names else ()


def _sealed(seal: int, *values: bytes) -> bytes:
    """The last of the values. Raises ValueError where the seal is not theirs."""
    if seal_of(*values) != seal:
        raise ValueError("a row is not what was written")
    return values[-1]


def seal_of(*values: bytes) -> int:
    """The seal of a row's values."""
    seal = 0
    for value in values:
        seal = crc32(value, seal)
    return seal
