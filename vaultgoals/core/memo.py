"""What was worked out of a vault, kept for the vaults after it while all that it was made of is the same.

A *query* is a function of a vault and plain arguments, marked `remembered`. While it runs, the memory notes
what it reads: other queries, and entries of the vault's *sources*, such as a note by its path. Once another
vault of the same memory is asked, the entries that were ever read are compared, and what was made of those
that changed is doubted. A query in doubt is looked at only when somebody asks it, and run again only where
something that it read has really become another. Where its answer comes out equal, the old one stays, and the
doubt ends there.

A query answers a value, never a generator or a view of the vault, and catches no other query's error.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Set
from enum import Enum
from functools import wraps
from typing import Protocol, TypeAlias, TypeVar, TypeVarTuple, cast

R = TypeVar("R")
V = TypeVar("V", bound="Remembering")
Ts = TypeVarTuple("Ts")

Source: TypeAlias = Mapping[str, object] | Set[str]
Question: TypeAlias = tuple[Callable[..., object], tuple[Hashable, ...]]

ROOM = 20_000
"""How many links between answers are added before the memory is first tidied."""


class Of(Enum):
    """The entries of a source that are not one of its keys."""

    WHOLE = "changes with any other"
    KEYS = "changes as entries come and go"
    NOTHING = "has no value yet"


class Remembering(Protocol):
    """What queries are asked about: something that is made of sources."""

    @property
    def memory(self) -> "Memory":
        """Where answers about it are kept."""

    def source(self, name: str) -> Source:
        """A source by its name."""


class _Cell:
    """An answer, or an entry of a source; it `changed` and was last `checked` at these moves."""

    __slots__ = ("asked", "busy", "changed", "checked", "doubtful", "question", "readers", "reads", "value")

    def __init__(self, question: Question | None, value: object) -> None:
        self.question, self.value = question, value
        self.changed = self.checked = 0
        self.doubtful, self.busy, self.asked = question is not None, False, False
        self.reads: tuple[_Cell, ...] = ()
        self.readers: list[_Cell] = []

    @property
    def name(self) -> str:
        return self.question[0].__qualname__ if self.question else ""


class Memory:
    """The answers about vaults that share it; it stands at one of them, and moves when another is asked.

    `runs` counts how often each query was run. `running` are the queries that run, the innermost last. What
    nobody asks for any more is forgotten in time.
    """

    def __init__(self, *, room: int = ROOM) -> None:
        self.runs: Counter[str] = Counter()
        self._answers: dict[Question, _Cell] = {}
        self._entries: dict[str, dict[str | Of, _Cell]] = {}
        self._seen: dict[str, Source] = {}
        self._at: Remembering | None = None
        self._moves, self._links, self._room = 0, 0, room
        self.running: list[tuple[_Cell, dict[_Cell, None]]] = []

    def __len__(self) -> int:
        """How many answers and entries are kept."""
        return len(self._answers) + sum(map(len, self._entries.values()))

    def ask(self, vault: Remembering, question: Question) -> object:
        """The answer to a question about a vault; raises RuntimeError where it depends on itself."""
        if self._at is not vault:
            self._move_to(vault)
        cell = self._answers.get(question)
        if cell is None:
            cell = self._answers[question] = _Cell(question, Of.NOTHING)
        if cell.doubtful:
            self._renew(cell)
        if self.running:
            self.running[-1][1][cell] = None
        else:
            cell.asked = True
        return cell.value

    def read(self, vault: Remembering, name: str, key: str | Of) -> None:
        """Note that the query that runs reads an entry of a source; to be called only while `running`."""
        if self._at is not vault:
            self._stay_at(vault)
        entries = self._entries.get(name)
        if entries is None:
            entries, self._seen[name] = {}, vault.source(name)
            self._entries[name] = entries
        cell = entries.get(key)
        if cell is None:
            cell = entries[key] = _Cell(None, _entry(self._seen[name], key))
        self.running[-1][1][cell] = None

    def _stay_at(self, vault: Remembering) -> None:
        if self.running and self._at is not vault:
            asked = self.running[-1][0].name
            raise RuntimeError(f"{asked} looks at another vault than it was asked about")

    def _move_to(self, vault: Remembering) -> None:
        """Doubt what was made of the entries that are others in this vault."""
        self._stay_at(vault)
        self._at, self._moves = vault, self._moves + 1
        if self._links > self._room:
            self._tidy()
        for name, cells in self._entries.items():
            source, seen = vault.source(name), self._seen[name]
            if source is not seen:
                self._seen[name] = source
                for key, cell in cells.items():
                    self._take(cell, _entry(source, key))

    def _take(self, cell: _Cell, value: object) -> None:
        """A value, unless it equals the old one; what was made of that one is doubted."""
        if value is cell.value or value == cell.value:
            return
        cell.value, cell.changed = value, self._moves
        ahead = [cell]
        while ahead:
            for reader in ahead.pop().readers:
                if not reader.doubtful:
                    reader.doubtful = True
                    ahead.append(reader)

    def _renew(self, cell: _Cell) -> None:
        """Bring an answer up to date."""
        if cell.busy:
            raise RuntimeError(f"{cell.name} asks for what it is itself to answer")
        cell.busy = True
        try:
            if cell.value is Of.NOTHING or not self._holds(cell):
                self._run(cell)
            cell.checked, cell.doubtful = self._moves, False
        finally:
            cell.busy = False

    def _holds(self, cell: _Cell) -> bool:
        """Whether all that an answer was made of is the same; looked at in the order in which it was read.

        For what was read later may make sense only while what was read before is the same.
        """
        for read in cell.reads:
            if read.doubtful:
                self._renew(read)
            if read.changed > cell.checked:
                return False
        return True

    def _run(self, cell: _Cell) -> None:
        assert cell.question  # only answers are ever in doubt
        work, arguments = cell.question
        reads: dict[_Cell, None] = {}
        self.running.append((cell, reads))
        try:
            value = work(self._at, *arguments)
        finally:
            self.running.pop()
        self.runs[cell.name] += 1
        for read in reads.keys() - {*cell.reads}:
            read.readers.append(cell)
            self._links += 1
        cell.reads = tuple(reads)
        self._take(cell, value)

    def _tidy(self) -> None:
        """Keep what was asked for since the last time, and all that it was made of."""
        ahead = [cell for cell in self._answers.values() if cell.asked]
        kept: set[_Cell] = {*ahead}
        while ahead:
            new = [read for read in ahead.pop().reads if read not in kept]
            kept.update(new)
            ahead += new
        self._answers = {question: cell for question, cell in self._answers.items() if cell in kept}
        for name, cells in self._entries.items():
            self._entries[name] = {key: cell for key, cell in cells.items() if cell in kept}
        for cell in kept:
            cell.asked, cell.readers = False, []
        for cell in kept:
            for read in cell.reads:
                read.readers.append(cell)
        self._links, self._room = 0, max(self._room, sum(len(cell.reads) for cell in kept))


class Fleeting(Memory):
    """A memory for who looks at one vault once: it does not note what answers were made of.

    To note that takes as long again as to work them out. About another vault all is worked out anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[Question, object] = {}

    def __len__(self) -> int:
        return len(self._known)

    def ask(self, vault: Remembering, question: Question) -> object:
        """The answer to a question about a vault."""
        if self._at is not vault:
            self._at, self._known = vault, {}
        value = self._known.get(question, Of.NOTHING)
        if value is Of.NOTHING:
            work, arguments = question
            value = self._known[question] = work(vault, *arguments)
        return value


def remembered(work: Callable[[V, *Ts], R]) -> Callable[[V, *Ts], R]:
    """Make a query of a function of a vault and arguments, which are given by position and can be hashed."""

    @wraps(work)
    def asked(vault: V, *arguments: *Ts) -> R:
        return cast(R, vault.memory.ask(vault, (work, arguments)))

    return asked


def _entry(source: Source, key: str | Of) -> object:
    if isinstance(key, Of):
        return source.keys() if key is Of.KEYS and isinstance(source, Mapping) else source
    return source.get(key) if isinstance(source, Mapping) else key in source
