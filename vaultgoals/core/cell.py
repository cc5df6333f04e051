"""What a memory is made of: cells, each an answer or an entry of a source, and what they were made of."""

from collections.abc import Callable, Hashable, Mapping, Set
from enum import Enum
from typing import TypeAlias

Source: TypeAlias = Mapping[str, object] | Set[str]
Question: TypeAlias = tuple[Callable[..., object], tuple[Hashable, ...]]


class Of(Enum):
    """The entries of a source that are not one of its keys."""

    WHOLE = "changes with any other"
    KEYS = "changes as entries come and go"
    NOTHING = "has no value yet"


class Cell:
    """An answer, or an entry of a source; it `changed` and was last `checked` at these moves.

    Where it is doubtful, that is for its `suspects`, all among its `reads`.
    """

    __slots__ = (
        *("question", "value", "reads", "readers"),
        *("changed", "checked", "doubtful", "suspects", "busy", "asked"),
    )

    def __init__(self, question: Question | None, value: object) -> None:
        self.question, self.value = question, value
        self.changed = self.checked = 0
        self.doubtful, self.busy, self.asked = question is not None, False, False
        self.reads: tuple[Cell, ...] = ()
        self.readers: list[Cell] = []
        self.suspects = _NOBODY

    @property
    def name(self) -> str:
        """The name of the query that answers it."""
        return self.question[0].__qualname__ if self.question else ""


_NOBODY: set[Cell] = set()


def entry_in(source: Source, key: str | Of) -> object:
    """An entry of a source; of a set whether it is there."""
    if isinstance(key, Of):
        return source.keys() if key is Of.KEYS and isinstance(source, Mapping) else source
    return source.get(key) if isinstance(source, Mapping) else key in source
