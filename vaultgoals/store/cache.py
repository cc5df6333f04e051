"""What was read in a vault the last time, in the user's cache folder: it spares work, and is never needed.

Whatever is wrong with it (no room, no rights, spoilt, another program's) it is as if it were not there. Each
row has a seal, since a database that can be read may still hold what a disk has spoilt, and all rows together
have a number: an answer that was worked out from other rows is none. So nothing has to be waited for on its
way to the disk. Nothing in it is code or becomes an object by itself: names, numbers and texts.
"""

import os
import sqlite3
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from zlib import crc32

from vaultgoals.store.shelf import Marks, Shelf, Told

_WAIT = 0.2
"""Seconds to wait for another vaultgoals; then we do without."""

_APP = "vaultgoals"
_MOST_ANSWERS = 32
_ABOUT = "SELECT name, value, seal FROM about ORDER BY name"
_SHELVES = "SELECT folder, notes, marks, others, folders, told, seal FROM shelf ORDER BY folder"

_WRONG = (sqlite3.Error, OSError, ValueError, TypeError)
"""What comes of a file that is not there, in use, or not what it should be: also values of other types."""

_KIND = 0xFF
_NOT_TO_BLAME = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_PERM,
}
"""What SQLite answers where a file may be whole, and only cannot be had now."""

# A crash may spoil the file: then it is found out, and begun anew.
_CARELESS = "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY;"
_TABLES = """
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Differing:
    """A folder as it was kept, with what is told of its notes, and as it is now; None where it is gone."""

    folder: str
    before: Shelf
    said: bytes
    now: Shelf | None


class Cache:
    """One vault's cache; `program` says who may read what is in it. What is wrong with it is not raised."""

    def __init__(self, root: Path, program: str) -> None:
        self._root = root
        self._file = (
            Path(os.path.realpath(_folder())) / f"{sha256(os.fsencode(root)).hexdigest()[:24]}.sqlite"
        )
        self._program = program

    def load(self) -> Known | None:
        """What is known of the vault; None where that is nothing, or something is wrong with it."""
        try:
            with self._reading() as rows:
                known = _known(rows)
        except _WRONG:
            return None
        return known if known.about.get("program") == self._program else None

    def about(self) -> Mapping[str, str] | None:
        """What was noted about the vault; None as with `load`."""
        try:
            with self._reading() as rows:
                about, _ = _about(rows)
        except _WRONG:
            return None
        return about if about.get("program") == self._program else None

    def differing(self, look: Callable[[str], Shelf | None]) -> tuple[int, list[Differing]] | None:
        """The number of what is kept, and the folders that are others where one looks now.

        One folder after the other, so that no more than one is in memory.
        """
        found = []
        try:
            with self._reading() as rows, _of_one_moment(rows):
                seals = [*_about(rows)[1]]
                for folder, shelf, said, seal in _shelves(rows):
                    seals.append(seal)
                    now = look(folder)
                    if now != shelf:
                        found.append(Differing(folder=folder, before=shelf, said=said, now=now))
        except _WRONG:
            return None
        return hash(tuple(seals)), found

    def notes(self) -> dict[str, tuple[Marks, str]]:
        """The notes that were kept, by path, with the marks that they had."""
        found: dict[str, tuple[Marks, str]] = {}
        with suppress(*_WRONG), self._reading() as rows:
            for path, marks, text, seal in rows.execute("SELECT path, marks, text, seal FROM note"):
                if _seal(path, marks, text) == seal:
                    found[os.fsdecode(path)] = (array("q", marks), str(text, "utf-8"))
        return found

    def keep(self, news: News, *, answers_of: int | None = None) -> int | None:
        """Keep what is new; the number of all that is kept now, None where that did not work.

        The answers of the state `answers_of` hold in the new one, too: nothing that is new matters to them.
        All others are forgotten, since a number says nothing of notes whose marks are in doubt.
        """
        try:
            with self._writing() as rows:
                _put(rows, news, {**news.about, "program": self._program})
                state = _state(rows)
                rows.execute("DELETE FROM answer WHERE state IS NOT ?", (answers_of,))
                rows.execute("UPDATE answer SET state = ?", (state,))
            return state
        except _WRONG as error:
            if getattr(error, "sqlite_errorcode", 0) & _KIND not in _NOT_TO_BLAME:
                with suppress(OSError):  # no database, or a broken one: the next run begins a new one
                    self._file.unlink()
        return None

    def knows(self, asked: bytes) -> bool:
        """Whether a question was ever answered."""
        with suppress(*_WRONG), self._reading() as rows:
            return rows.execute("SELECT 1 FROM answer WHERE asked = ?", (asked,)).fetchone() is not None
        return False

    def answer(self, asked: bytes, state: int) -> bytes | None:
        """What was answered to a question in this state."""
        query = "SELECT value, seal FROM answer WHERE asked = ? AND state = ?"
        with suppress(*_WRONG), self._reading() as rows:
            for value, seal in rows.execute(query, (asked, state)):
                return bytes(value) if _seal(asked, value) == seal else None
        return None

    def remember(self, asked: bytes, state: int, value: bytes) -> None:
        """Keep an answer beside some others of the same state."""
        with suppress(*_WRONG), self._writing() as rows:
            rows.execute("DELETE FROM answer WHERE state != ?", (state,))
            rows.execute("DELETE FROM answer WHERE (SELECT count(*) FROM answer) >= ?", (_MOST_ANSWERS,))
            row = (asked, state, value, _seal(asked, value))
            rows.execute("INSERT OR REPLACE INTO answer VALUES (?, ?, ?, ?)", row)

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        if not self._file.is_file() or self._file.is_symlink():
            raise FileNotFoundError(self._file)
        with closing(sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)) as rows:
            yield rows

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        if self._file.is_relative_to(self._root):
            raise FileExistsError(self._root)  # in a vault only what is written in it on purpose may stand
        self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        if self._file.is_symlink():  # not laid by us, and what it leads to is not ours
            self._file.unlink()
        with closing(sqlite3.connect(self._file, timeout=_WAIT, isolation_level=None)) as rows:
            rows.executescript(_CARELESS + _TABLES)
            rows.execute("BEGIN IMMEDIATE")
            yield rows
            rows.execute("COMMIT")


@contextmanager
def _of_one_moment(rows: sqlite3.Connection) -> Iterator[None]:
    """Let all that is read stand there at one moment, whoever writes meanwhile."""
    rows.execute("BEGIN")
    yield
    rows.execute("COMMIT")


def _known(rows: sqlite3.Connection) -> Known:
    """All but the notes. Raises ValueError where a seal is broken."""
    shelves, told = {}, {}
    with _of_one_moment(rows):
        about, seals = _about(rows)
        for folder, shelf, said, seal in _shelves(rows):
            shelves[folder], told[folder] = shelf, said
            seals.append(seal)
    return Known(about=about, shelves=shelves, told=told, state=hash(tuple(seals)))


def _about(rows: sqlite3.Connection) -> tuple[dict[str, str], list[int]]:
    """What is noted, and the seals of that. Raises ValueError where one is broken."""
    about, seals = {}, []
    for name, value, seal in rows.execute(_ABOUT):
        about[name] = str(_sealed(seal, name.encode(), value), "utf-8", "surrogateescape")
        seals.append(seal)
    return about, seals


def _shelves(rows: sqlite3.Connection) -> Iterator[tuple[str, Shelf, bytes, int]]:
    """Each folder, what stood in it, what is told of its notes, and the seal of all that, which must hold."""
    for folder, notes, marks, others, folders, said, seal in rows.execute(_SHELVES):
        _sealed(seal, folder, notes, marks, others, folders, said)
        numbers = array("q", marks)
        names = _split(notes) if notes else ("",) * bool(numbers)
        shelf = Shelf(notes=names, marks=numbers, others=_split(others), folders=_split(folders))
        yield os.fsdecode(folder), shelf, said, seal


def _state(rows: sqlite3.Connection) -> int:
    """The number of what is kept, as `_known` answers it."""
    seals = (row[-1] for query in (_ABOUT, _SHELVES) for row in rows.execute(query))
    return hash(tuple(seals))


def _put(rows: sqlite3.Connection, news: News, about: Mapping[str, str]) -> None:
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
    return name, value, _seal(name.encode(), value)


def _shelf_row(folder: str, shelf: Shelf, told: Told) -> tuple[object, ...]:
    names = (_joined(some) for some in (shelf.others, shelf.folders, told))
    row = (os.fsencode(folder), _joined(shelf.notes), shelf.marks.tobytes(), *names)
    return *row, _seal(*row)


def _note_row(path: str, marks: Marks, text: str) -> tuple[object, ...]:
    row = (os.fsencode(path), array("q", marks).tobytes(), text.encode())
    return *row, _seal(*row)


def _joined(names: Iterable[str]) -> bytes:
    return "\0".join(names).encode("utf-8", "surrogateescape")


def _split(names: bytes) -> tuple[str, ...]:
    return tuple(str(names, "utf-8", "surrogateescape").split("\0")) if names else ()


def _sealed(seal: int, *values: bytes) -> bytes:
    """The last of the values. Raises ValueError where the seal is not theirs."""
    if _seal(*values) != seal:
        raise ValueError("a row is not what was written")
    return values[-1]


def _seal(*values: bytes) -> int:
    seal = 0
    for value in values:
        seal = crc32(value, seal)
    return seal


def _folder() -> Path:
    """The folder for the caches of all vaults."""
    system: str = sys.platform
    if system == "linux":  # as platformdirs says it, without what that imports
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if os.path.isabs(base) else os.path.expanduser("~/.cache")) / _APP / "vaults"
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False) / "vaults"
