"""What was worked out of a vault, kept for the vaults after it while all that it was made of is the same.

A *query* is a function of a vault and plain arguments, marked `remembered`. While it runs, the memory notes
what it reads: other queries, and entries of the vault's *sources*, such as a note by its path. Once another
vault of the same memory is asked, the entries that were ever read are compared, and what was made of those
that changed is doubted. A query in doubt is looked at only when somebody asks it, and run again only where
something that it read has really become another. Where its answer comes out equal, the old one stays, and the
doubt ends there.

A query answers a value, never a generator or a view of the vault, and catches no other query's error.
"""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import TypeVar, TypeVarTuple, cast

from vaultgoals.core.cell import Of, Question, Source, entry_in
from vaultgoals.core.memory import Memory as Memory
from vaultgoals.core.memory import Remembering, of_each

R = TypeVar("R")
V = TypeVar("V", bound=Remembering)
Ts = TypeVarTuple("Ts")


class Fleeting(Memory):
    """A memory for who looks at one vault once: it does not note what answers were made of.

    To note that takes as long again as to work them out. About another vault all is worked out anew.
    """

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[Question, object] = {}

    def __len__(self) -> int:
        return len(self._known)

    def look_up(self, vault: Remembering, question: Question, key: str) -> object:
        """An entry of an answer that is a mapping."""
        return entry_in(cast(Source, self.ask(vault, question)), key)

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


def each(query: Callable[[V, str, *Ts], R], vault: V, keys: tuple[str, ...], *more: *Ts) -> tuple[R, ...]:
    """What a query answers for each of some keys, none of them twice.

    It is remembered as a whole: where a few answers become others, only those are looked at.
    """
    return cast(tuple[R, ...], vault.memory.ask(vault, (of_each, (query, keys, *more))))


def entry_of(query: Callable[[V], Mapping[str, R]]) -> Callable[[V, str], R | None]:
    """Make a function that looks up one entry of what a query answers.

    What asks for it hangs on that entry, and not on all that the query reads: as soon as another vault is
    asked about, it is worked out which entries have changed. So it is for what many look at, each at its own.
    """
    question = (vars(query)["__wrapped__"], ())

    def entry(vault: V, key: str) -> R | None:
        return cast(R | None, vault.memory.look_up(vault, question, key))

    return entry
