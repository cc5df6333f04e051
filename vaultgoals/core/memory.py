"""The memory of a vault: answers, what each was made of, and which of them another vault lets doubt."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Protocol, cast

from vaultgoals.core.cell import Cell, Of, Question, Source, entry_in

ROOM = 20_000
"""How many links between answers are added before the memory is first tidied."""


class Remembering(Protocol):
    """What queries are asked about: something that is made of sources."""

    @property
    def memory(self) -> "Memory":
        """Where answers about it are kept."""

    def source(self, name: str) -> Source:
        """A source by its name."""


class Memory:
    """The answers about vaults that share it; it stands at one of them, and moves when another is asked.

    `runs` counts how often each query was run. `running` are the queries that run, the innermost last. What
    nobody asks for any more is forgotten in time.
    """

    def __init__(self, *, room: int = ROOM) -> None:
        self.runs: Counter[str] = Counter()
        self._answers: dict[Question, Cell] = {}
        self._entries: dict[str, dict[str | Of, Cell]] = {}
        self._tables: dict[Question, dict[str | Of, Cell]] = {}
        self._seen: dict[str | Question, Source] = {}
        self._at: Remembering | None = None
        self._moves, self._links, self._room = 0, 0, room
        self.running: list[tuple[Cell, dict[Cell, None]]] = []

    def __len__(self) -> int:
        """How many answers and entries are kept."""
        parts = (*self._entries.values(), *self._tables.values())
        return len(self._answers) + sum(map(len, parts))

    def ask(self, vault: Remembering, question: Question) -> object:
        """The answer to a question about a vault; raises RuntimeError where it depends on itself."""
        if self._at is not vault:
            self._move_to(vault)
        cell = self._answers.get(question)
        if cell is None:
            cell = self._answers[question] = Cell(question, Of.NOTHING)
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
            cell = entries[key] = Cell(None, entry_in(self._seen[name], key))
        self.running[-1][1][cell] = None

    def look_up(self, vault: Remembering, question: Question, key: str) -> object:
        """An entry of an answer that is a mapping, None where it has none; what asks hangs on that alone.

        What such an answer is made of must not look up entries of others.
        """
        if self._at is not vault:
            self._move_to(vault)
        cells = self._tables.get(question)
        if cells is None:
            cells, self._seen[question] = {}, self._table(question)
            self._tables[question] = cells
        cell = cells.get(key)
        if cell is None:
            if any(running.question is None for running, _ in self.running):
                raise RuntimeError(f"{question[0].__qualname__} is looked up by what is looked up itself")
            cell = cells[key] = Cell(None, entry_in(self._seen[question], key))
        if self.running:
            self.running[-1][1][cell] = None
        return cell.value

    def _table(self, question: Question) -> Source:
        """An answer that is a mapping; that it was asked for is not noted."""
        assert self._at is not None
        self.running.append((Cell(None, None), {}))
        try:
            return cast(Source, self.ask(self._at, question))
        finally:
            self.running.pop()

    def _stay_at(self, vault: Remembering) -> None:
        if self.running and self._at is not vault:
            asked = self.running[-1][0].name
            raise RuntimeError(f"{asked} looks at another vault than it was asked about")

    def _move_to(self, vault: Remembering) -> None:
        """Doubt what was made of the entries that are others in this vault."""
        self._stay_at(vault)
        if self._moves == 1:  # what the first vault was asked is all wanted still
            self._links, self._room = 0, max(self._links, self._room)
        self._at, self._moves = vault, self._moves + 1
        if self._links > self._room:
            self._tidy()
        for name, cells in self._entries.items():
            self._compare(name, vault.source(name), cells)
        try:
            for question, cells in self._tables.items():
                table = self._table(question)
                self._moves += 1  # some of what is made of its entries may have been looked at already
                self._compare(question, table, cells)
        except BaseException:
            self._at = None  # so that what was not compared is compared before anything is asked
            raise

    def _compare(self, name: str | Question, source: Source, cells: Mapping[str | Of, Cell]) -> None:
        """Take the entries that are others in a source than they were."""
        if source is self._seen[name]:
            return
        self._seen[name] = source
        look = cast(Callable[[object], object], getattr(source, "get", source.__contains__))
        for key, cell in [(key, cell) for key, cell in cells.items() if look(key) is not cell.value]:
            self._take(cell, entry_in(source, key))

    def _take(self, cell: Cell, value: object) -> None:
        """A value, unless it equals the old one; what was made of that one is doubted."""
        if value is cell.value or value == cell.value:
            return
        cell.value, cell.changed = value, self._moves
        ahead = [cell]
        while ahead:
            read = ahead.pop()
            for reader in read.readers:
                if reader.doubtful:
                    reader.suspects.add(read)
                else:
                    reader.doubtful, reader.suspects = True, {read}
                    ahead.append(reader)

    def _renew(self, cell: Cell) -> None:
        """Bring an answer up to date."""
        if cell.busy:
            raise RuntimeError(f"{cell.name} asks for what it is itself to answer")
        cell.busy = True
        try:
            if cell.value is Of.NOTHING:
                self._run(cell)
            elif cell.question and cell.question[0] is of_each:
                self._patch(cell)
            elif any(self._changed_for(cell)):
                self._run(cell)
            cell.checked, cell.doubtful = self._moves, False
        finally:
            cell.busy = False

    def _changed_for(self, cell: Cell) -> Iterator[Cell]:
        """What an answer was made of that has become another; looked at in the order in which it was read.

        For what was read later may make sense only while what was read before is the same.
        """
        among = cell.suspects
        for read in among if len(among) == 1 else [read for read in cell.reads if read in among]:
            if read.doubtful:
                self._renew(read)
            if read.changed > cell.checked:
                yield read

    def _patch(self, cell: Cell) -> None:
        """Exchange, in an answer for each of some keys, those that have become others."""
        others = list(self._changed_for(cell))
        if others:
            values = list(cast(tuple[object, ...], cell.value))
            for other in others:
                values[cell.reads.index(other)] = other.value
            self._take(cell, tuple(values))

    def _run(self, cell: Cell) -> None:
        assert cell.question  # only answers are ever in doubt
        work, arguments = cell.question
        reads: dict[Cell, None] = {}
        self.running.append((cell, reads))
        try:
            value = work(self._at, *arguments)
        finally:
            self.running.pop()
        self.runs[cell.name] += 1
        before = {*cell.reads}
        for read in before - reads.keys():
            read.readers.remove(cell)
        for read in reads.keys() - before:
            read.readers.append(cell)
            self._links += 1
        cell.reads = tuple(reads)
        self._take(cell, value)

    def _tidy(self) -> None:
        """Keep what was asked for since the last time, and all that it was made of."""
        tables = (self._answers[question] for question in self._tables)
        ahead = [*tables, *(cell for cell in self._answers.values() if cell.asked)]
        kept: set[Cell] = {*ahead}
        while ahead:
            new = [read for read in ahead.pop().reads if read not in kept]
            kept.update(new)
            ahead += new
        self._answers = {question: cell for question, cell in self._answers.items() if cell in kept}
        for parts in (*self._entries.values(), *self._tables.values()):
            for key in [key for key, cell in parts.items() if cell not in kept]:
                del parts[key]
        for cell in kept:
            cell.asked, cell.readers = False, []
        for cell in kept:
            for read in cell.reads:
                read.readers.append(cell)
        self._links, self._room = 0, max(self._room, sum(len(cell.reads) for cell in kept))


def of_each(
    vault: Remembering, query: Callable[..., object], keys: tuple[str, ...], *more: Hashable
) -> tuple[object, ...]:
    """What a query answers for each of some keys; the memory exchanges those that have become others."""
    return tuple([query(vault, key, *more) for key in keys])
