"""A short fuzzing of each target, without a fuzzer: pieces of its seeds, cut and joined at random.

`make fuzz` does it in earnest, with a million inputs each.
"""

import random

import pytest
from targets import SEEDS, TARGETS

INPUTS = 1_500


@pytest.mark.parametrize("name", TARGETS)
def test_whatever_is_made_of_the_seeds_holds(name: str) -> None:
    chance = random.Random(name)
    for _ in range(INPUTS):
        TARGETS[name](_input(chance, SEEDS[name]))


def _input(chance: random.Random, seeds: tuple[str, ...]) -> str:
    """Up to six stretches of seeds, some of them with a character that is none of theirs."""
    pieces = []
    for _ in range(chance.randint(1, 6)):
        seed = chance.choice(seeds)
        start = chance.randrange(len(seed))
        pieces.append(seed[start : start + chance.randint(1, 40)])
        if chance.random() < 0.3:
            pieces.append(
                chr(chance.choice((0, 9, 10, 13, 32, 0x85, 0x2028, 0xD800, 0x1F389, chance.randrange(0x300))))
            )
    return "".join(pieces)
