"""No pattern of ours can be made to try more and more ways to divide one text.

Where a repetition stands within a repetition, each round of the outer one must hold a character that the
inner one cannot take; or the outer one gives nothing back once it has taken it.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator, Sequence
from typing import Any

import vaultgoals

_parser, _compiler, _names = (
    importlib.import_module(f"re.{name}") for name in ("_parser", "_compiler", "_constants")
)
_ALPHABET = frozenset("".join(map(chr, range(9, 127))) + "éß€$“”\u00a0\u2028漢🎯")

Item = tuple[Any, Any]


def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns that stand in modules of ours, by their place."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(vaultgoals.__path__, "vaultgoals."):
        if not module.name.endswith("__main__"):
            values = vars(importlib.import_module(module.name)).items()
            found |= {f"{module.name}.{name}": one for name, one in values if isinstance(one, re.Pattern)}
    return found


def is_loop(item: Item) -> bool:
    """Whether a repetition has no end, and gives back what it took."""
    return item[0] in (_names.MAX_REPEAT, _names.MIN_REPEAT) and item[1][1] is _names.MAXREPEAT


def parts(item: Item) -> Iterator[Sequence[Item]]:
    """The sequences that an item of a pattern holds, each a way to go through it."""
    kind, value = item
    if kind in (_names.MAX_REPEAT, _names.MIN_REPEAT, _names.POSSESSIVE_REPEAT):
        yield value[2]
    elif kind is _names.SUBPATTERN:
        yield value[3]
    elif kind is _names.BRANCH:
        yield from value[1]
    elif kind in (_names.ASSERT, _names.ASSERT_NOT):
        yield value[1]
    elif kind is _names.ATOMIC_GROUP:
        yield value
    elif kind is _names.GROUPREF_EXISTS:
        yield from (way for way in value[1:] if way)


def everything(sequence: Sequence[Item]) -> Iterator[Item]:
    for item in sequence:
        yield item
        for part in parts(item):
            yield from everything(part)


def ways(sequence: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """One round of a loop, in each way that it can be gone through."""
    branches = [
        part for item in sequence if item[0] in (_names.BRANCH, _names.SUBPATTERN) for part in parts(item)
    ]
    if len(list(sequence)) == 1 and branches:
        for branch in branches:
            yield from ways(branch)
    else:
        yield sequence


def taken(item: Item, like: Any) -> frozenset[str]:
    """The characters that one item takes all by itself; none where it is more than a character."""
    if item[0] not in (_names.LITERAL, _names.NOT_LITERAL, _names.IN, _names.ANY):
        return frozenset()
    alone = _compiler.compile(_parser.SubPattern(like.state, [item]), like.state.flags)
    return frozenset(char for char in _ALPHABET if alone.fullmatch(char))


def ambiguous(parsed: Any) -> Iterator[str]:
    """The loops within loops that can divide one text in many ways."""
    for outer in filter(is_loop, everything(parsed)):
        for way in ways(outer[1][2]):
            for inner in filter(is_loop, everything(way)):
                inside = frozenset[str]().union(*(taken(item, parsed) for item in everything(inner[1][2])))
                fixed = [taken(item, parsed) for item in way]
                if not any(one and one.isdisjoint(inside) for one in fixed):
                    yield str(inner)


def test_no_repetition_within_a_repetition_is_ambiguous() -> None:
    found = patterns()
    assert len(found) > 100
    assert {name: told for name, one in found.items() if (told := [*ambiguous(_parsed(one))])} == {}


def test_what_is_ambiguous_would_be_found() -> None:
    known = {"(a+)+b": True, "(?:a*b)*": False, "(?:a|b+)*": True, r"(\w+\s*)*": True, "(?:,a+)*": False}
    assert {text: bool([*ambiguous(_parsed(re.compile(text)))]) for text in known} == known


def _parsed(pattern: re.Pattern[str]) -> Any:
    return _parser.parse(pattern.pattern, pattern.flags)
