"""What each property means: every one of them, and nothing else."""

import pytest

from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES
from vaultgoals.core.meanings import MEANINGS, properties_of

GOALS = [kind for kind in Kind if kind.is_goal]


def test_every_property_of_a_goal_has_a_meaning_and_nothing_else_has_one() -> None:
    assert set(MEANINGS) == set().union(*(KIND_PROPERTIES[kind] for kind in GOALS))


@pytest.mark.parametrize("kind", GOALS)
def test_a_kind_has_its_own_properties_in_one_order(kind: Kind) -> None:
    names = properties_of(kind)
    assert set(names) == KIND_PROPERTIES[kind]
    assert [*names] == [name for name in MEANINGS if name in names]


def test_what_a_property_means_is_a_phrase() -> None:
    assert all(meaning.says and not meaning.says.endswith(".") for meaning in MEANINGS.values())
