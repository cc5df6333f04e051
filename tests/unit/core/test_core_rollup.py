from dataclasses import replace
from fractions import Fraction

import pytest

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.health import Health
from vaultgoals.core.note import Note
from vaultgoals.core.rollup import Share, lever_score, net_confidence, roll_up
from vaultgoals.core.source import Source

LEVER = Goal(
    note=Note(source=Source.of("Goals/Pricing page test.md", "")),
    kind=Kind.LEVER,
    impact=Fraction(3),
    confidence=Fraction(1, 2),
    effort=Fraction(2),
)
ACTIVE = Share(status=Status.ACTIVE, weight=Fraction(1), score=Fraction(1, 2), health=Health.ON_TRACK)


def test_an_objective_whose_outcomes_all_rest_is_not_measured() -> None:
    resting = [replace(ACTIVE, health=Health.PAUSED), replace(ACTIVE, status=Status.DONE, health=Health.DONE)]
    assert roll_up(resting).health is Health.NOT_MEASURED


def test_an_outcome_without_health_does_not_weaken_its_objective() -> None:
    assert roll_up([ACTIVE, replace(ACTIVE, health=None)]).health is Health.ON_TRACK


def test_outcomes_without_weight_give_no_score() -> None:
    assert roll_up([replace(ACTIVE, weight=Fraction(0))]).score is None


def test_seven_tenths_say_on_track_and_less_than_four_off_track() -> None:
    assert net_confidence([Fraction(7, 10)]).percent == 100
    assert net_confidence([Fraction(4, 10)]).percent == 0
    assert net_confidence([Fraction(39, 100)]).percent == -100


def test_nobody_asked_is_nobody_said() -> None:
    net = net_confidence([])
    assert (net.percent, net.without) == (None, 0)


@pytest.mark.parametrize(
    "lever",
    [
        replace(LEVER, impact=None),
        replace(LEVER, confidence=None),
        replace(LEVER, effort=None),
        replace(LEVER, effort=Fraction(0)),
    ],
)
def test_a_lever_with_a_part_missing_has_no_score(lever: Goal) -> None:
    assert lever_score(lever) is None


def test_reach_multiplies_where_it_is_given() -> None:
    assert lever_score(LEVER) == Fraction(3, 4)
    assert lever_score(replace(LEVER, reach=Fraction(100))) == 75
