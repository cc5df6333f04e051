"""What a disk may hold when the power is cut: a model of a file system that promises no more than it must.

What was waited for (fsync of a file: its bytes; of a folder: the names in it) is on the disk. Of all else
each change of a name may be there or not, whatever became of those before and after it; and each file may
hold what it held at any time since, or be empty, cut off in the middle, or full of zeros. Only two names that
are swapped change together or not at all.
"""

import itertools
import math
import os
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

Name: TypeAlias = tuple[int, str]
"""A folder's number and a name in it."""

Names: TypeAlias = dict[Name, int | None]
"""What names stand for: a number, or nothing."""

Tree: TypeAlias = Mapping[str, tuple[int, bytes] | None]
"""Paths below the top, with each file's number and bytes; None for a folder."""


class Disk:
    """What may be on the disk of a folder, which is looked at again and again."""

    def __init__(self, top: Path) -> None:
        self._top = top
        self._open: dict[int, int] = {}  # so that the number of what is removed is not given anew
        self._certain: Names = {}
        self._changes: list[Names] = []
        self._files: dict[int, list[bytes]] = {}
        self.look(durable=True)

    def close(self) -> None:
        """Let go of the files."""
        for descriptor in self._open.values():
            os.close(descriptor)

    def look(self, *, durable: bool = False) -> None:
        """See what changed since the last look; `durable`: whoever changed it has waited for the disk."""
        before = _applied(self._certain, self._changes)
        names: Names = dict.fromkeys(before)
        for path in self._top.rglob("*"):
            number = self._number(path)
            names[self._number(path.parent), path.name] = number
            if path.is_file():
                self._see(number, path.read_bytes(), durable=durable)
        changed = {name: number for name, number in names.items() if before.get(name) != number}
        if durable:
            self._certain |= changed
        elif {before.get(name) for name in changed} == {*changed.values()}:
            self._changes += [changed] if changed else []
        else:
            self._changes += [{name: number} for name, number in changed.items()]

    def _see(self, number: int, data: bytes, *, durable: bool) -> None:
        may = self._files.setdefault(number, [b""])
        if may[-1] != data:
            may.append(data)
            if durable:
                del may[:-1]

    def waited_for(self, number: int) -> None:
        """The file or folder with this number is on the disk, as it was seen last."""
        del self._files.get(number, [])[:-1]
        for change in self._changes:
            for name in [name for name in change if name[0] == number]:
                self._certain[name] = change.pop(name)
        self._changes = [change for change in self._changes if change]

    def certain(self) -> set[bytes]:
        """The texts that are on the disk whatever happens."""
        files = {number: may[0] for number, may in self._files.items()}
        return {file[1] for file in self._tree(self._certain, files).values() if file}

    def may_hold(self, most: int) -> Iterator[Tree]:
        """What there may be on the disk; of more than `most` ways the extremes, and some by chance."""
        unsure = {number: _may_be(may) for number, may in self._files.items()}
        choices = [range(len(may)) for may in unsure.values()] + [range(2) for _ in self._changes]
        for chosen in _chosen(choices, most):
            files = {number: may[way] for (number, may), way in zip(unsure.items(), chosen, strict=False)}
            taken = itertools.compress(self._changes, chosen[len(unsure) :])
            yield self._tree(_applied(self._certain, taken), files)

    def _number(self, path: Path) -> int:
        number = path.stat().st_ino
        if number not in self._open:
            self._open[number] = os.open(path, os.O_PATH)
        return number

    def _tree(self, names: Names, files: Mapping[int, bytes]) -> Tree:
        inside: dict[int, list[tuple[str, int]]] = {}
        for (folder, name), number in names.items():
            if number is not None:
                inside.setdefault(folder, []).append((name, number))
        return dict(_below("", self._number(self._top), inside, files))


def _applied(names: Names, changes: Iterator[Names] | Sequence[Names]) -> Names:
    after = dict(names)
    for change in changes:
        after |= change
    return after


def _below(
    path: str, folder: int, inside: Mapping[int, Sequence[tuple[str, int]]], files: Mapping[int, bytes]
) -> Iterator[tuple[str, tuple[int, bytes] | None]]:
    for name, number in inside.get(folder, ()):
        if number in files:
            yield f"{path}{name}", (number, files[number])
        else:
            yield f"{path}{name}", None
            yield from _below(f"{path}{name}/", number, inside, files)


def _may_be(may: Sequence[bytes]) -> list[bytes]:
    """All that a file may hold; first what it holds for certain, last what it is meant to."""
    if len(may) == 1:
        return [*may]
    last = may[-1]
    return [*dict.fromkeys([*may[:-1], b"", bytes(len(last)), last[: len(last) // 2]]), last]


def _chosen(choices: Sequence[range], most: int) -> Iterator[Sequence[int]]:
    """One way of each; all combinations, or those next to the oldest and the newest, and some by chance."""
    if math.prod(map(len, choices)) <= most:
        yield from itertools.product(*choices)
        return
    oldest, newest = [0] * len(choices), [ways[-1] for ways in choices]
    yield from (oldest, newest)
    chance = random.Random(most)
    for one, ways in enumerate(choices):
        if len(ways) > 1:
            yield [*oldest[:one], ways[-1], *oldest[one + 1 :]]
            yield [*newest[:one], 0, *newest[one + 1 :]]
    for _ in range(most):
        yield [chance.choice(ways) for ways in choices]


def lay_out(top: Path, root: Path, tree: Tree) -> None:
    """Make a folder hold a tree; the folder `root` in it stays the one that it is."""
    for path in top.iterdir():
        if path != root:
            shutil.rmtree(path)
    for path in root.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    laid: dict[int, Path] = {}
    for name, file in tree.items():
        if file is None:
            (top / name).mkdir(exist_ok=True)
        elif file[0] in laid:
            os.link(laid[file[0]], top / name)
        else:
            laid[file[0]] = top / name
            (top / name).write_bytes(file[1])
