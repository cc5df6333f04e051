"""What was read in a vault the last time, in the user's cache folder: it spares work, and is never needed.

Whatever is wrong with it (no room, no rights, spoilt, another program's) it is as if it were not there. Each
row has a seal, since a database that can be read may still hold what a disk has spoilt, and all rows together
have a number: an answer that was worked out from other rows is none. So nothing has to be waited for on its
way to the disk.
"""

import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from vaultgoals.store.rows import (
    TABLES,
    Known,
    News,
    about_in,
    known_in,
    notes_in,
    of_one_moment,
    put,
    seal_of,
    shelves_in,
    state_of,
)
from vaultgoals.store.shelf import Marks, Shelf

_WAIT = 0.2
"""Seconds to wait for another vaultgoals; then we do without."""

_APP = "vaultgoals"
_MOST_ANSWERS = 32

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

    @property
    def file(self) -> Path:
        """Where it lies, or would lie."""
        return self._file

    def load(self) -> Known | None:
        """What is known of the vault; None where that is nothing, or something is wrong with it."""
        try:
            with self._reading() as rows:
                known = known_in(rows)
        except _WRONG:
            return None
        return known if known.about.get("program") == self._program else None

    def about(self) -> Mapping[str, str] | None:
        """What was noted about the vault; None as with `load`."""
        try:
            with self._reading() as rows:
                about, _ = about_in(rows)
        except _WRONG:
            return None
        return about if about.get("program") == self._program else None

    def differing(self, look: Callable[[str], Shelf | None]) -> tuple[int, list[Differing]] | None:
        """The number of what is kept, and the folders that are others where one looks now.

        One folder after the other, so that no more than one is in memory.
        """
        found = []
        try:
            with self._reading() as rows, of_one_moment(rows):
                seals = [*about_in(rows)[1]]
                for folder, shelf, said, seal in shelves_in(rows):
                    seals.append(seal)
                    now = look(folder)
                    if now != shelf:
                        found.append(Differing(folder=folder, before=shelf, said=said, now=now))
        except _WRONG:
            return None
        return hash(tuple(seals)), found

    def notes(self) -> dict[str, tuple[Marks, str]]:
        """The notes that were kept, by path, with the marks that they had."""
        with suppress(*_WRONG), self._reading() as rows:
            return {path: (marks, text) for path, marks, text in notes_in(rows)}
        return {}

    def note(self, path: str) -> tuple[Marks, str] | None:
        """The note that was kept from a path, with the marks that it had."""
        with suppress(*_WRONG), self._reading() as rows:
            for _, marks, text in notes_in(rows, path):
                return marks, text
        return None

    def keep(self, news: News, *, answers_of: int | None = None) -> int | None:
        """Keep what is new; the number of all that is kept now, None where that did not work.

        The answers of the state `answers_of` hold in the new one, too: nothing that is new matters to them.
        All others are forgotten, since a number says nothing of notes whose marks are in doubt.
        """
        try:
            with self._writing() as rows:
                put(rows, news, {**news.about, "program": self._program})
                state = state_of(rows)
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
                return bytes(value) if seal_of(asked, value) == seal else None
        return None

    def remember(self, asked: bytes, state: int, value: bytes) -> None:
        """Keep an answer beside some others of the same state."""
        with suppress(*_WRONG), self._writing() as rows:
            rows.execute("DELETE FROM answer WHERE state != ?", (state,))
            rows.execute("DELETE FROM answer WHERE (SELECT count(*) FROM answer) >= ?", (_MOST_ANSWERS,))
            row = (asked, state, value, seal_of(asked, value))
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
            rows.executescript(_CARELESS + TABLES)
            rows.execute("BEGIN IMMEDIATE")
            yield rows
            rows.execute("COMMIT")


def _folder() -> Path:
    """The folder for the caches of all vaults."""
    system: str = sys.platform
    if system == "linux":  # as platformdirs says it, without what that imports
        base = os.environ.get("XDG_CACHE_HOME", "")
        return Path(base if os.path.isabs(base) else os.path.expanduser("~/.cache")) / _APP / "vaults"
    from platformdirs import user_cache_path

    return user_cache_path(_APP, appauthor=False) / "vaults"
