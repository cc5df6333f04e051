"""What a vault is made of, shown so that no query can read it without its memory noting what it read."""

from collections.abc import ItemsView, Iterable, Iterator, KeysView, Mapping, Set, ValuesView
from typing import TypeVar, overload

from vaultgoals.core.cell import Of
from vaultgoals.core.memory import Remembering

T = TypeVar("T")
D = TypeVar("D")


class _Noting:
    """What notes with the memory of a vault that an entry of one of its sources was read."""

    def __init__(self, vault: Remembering, name: str) -> None:
        self._vault, self._name = vault, name
        self._running, self._read = vault.memory.running, vault.memory.read

    def _note(self, key: str | Of) -> None:
        if self._running:
            self._read(self._vault, self._name, key)


class Watched(_Noting, Mapping[str, T]):
    """A mapping that is a source of a vault; of a key that is read by itself, only that entry is noted."""

    def __init__(self, vault: Remembering, name: str, plain: Mapping[str, T]) -> None:
        super().__init__(vault, name)
        self.plain = plain

    def __getitem__(self, key: str) -> T:
        if self._running:
            self._read(self._vault, self._name, key)
        return self.plain[key]

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        self._note(Of.KEYS)
        return iter(self.plain)

    def __len__(self) -> int:
        self._note(Of.KEYS)
        return len(self.plain)

    def keys(self) -> KeysView[str]:
        """The keys; that they were read is noted."""
        self._note(Of.KEYS)
        return self.plain.keys()

    def values(self) -> ValuesView[T]:
        """The values; that all was read is noted."""
        self._note(Of.WHOLE)
        return self.plain.values()

    def items(self) -> ItemsView[str, T]:
        """The keys and values; that all was read is noted."""
        self._note(Of.WHOLE)
        return self.plain.items()

    @overload
    def get(self, key: str, /) -> T | None: ...
    @overload
    def get(self, key: str, /, default: T | D) -> T | D: ...
    def get(self, key: str, /, default: T | D | None = None) -> T | D | None:
        """The value of a key, and what is given instead where there is none."""
        self._note(key)
        return self.plain.get(key, default)


class WatchedSet(_Noting, Set[str]):
    """A set that is a source of a vault; of what is looked for, only whether it is there is noted."""

    def __init__(self, vault: Remembering, name: str, plain: frozenset[str]) -> None:
        super().__init__(vault, name)
        self.plain = plain

    def __contains__(self, key: object) -> bool:
        self._note(str(key))
        return key in self.plain

    def __iter__(self) -> Iterator[str]:
        self._note(Of.WHOLE)
        return iter(self.plain)

    def __len__(self) -> int:
        self._note(Of.WHOLE)
        return len(self.plain)

    def __eq__(self, other: object) -> bool:
        self._note(Of.WHOLE)
        return self.plain == (other.plain if isinstance(other, WatchedSet) else other)

    def __hash__(self) -> int:
        return hash(self.plain)

    @classmethod
    def _from_iterable(cls, it: Iterable[T]) -> Set[T]:
        return frozenset(it)
