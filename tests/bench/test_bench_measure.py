"""What is made of the times of processes."""

import sys
from collections.abc import Iterator

import pytest

from bench.equal import TESTS, equality_tests
from bench.measure import Clock, Spent, Unmeasured, median_of_ratios, nearly_all, ratio, run
from bench.picture import picture
from bench.runs import needless


def spent(wall: float, cpu: float = 1.0) -> Spent:
    return Spent(wall=wall, cpu=cpu)


def test_the_ratio_is_the_median_over_pairs_so_that_one_slow_moment_of_the_machine_does_not_count() -> None:
    pairs = [(spent(2), spent(1)), (spent(20), spent(10)), (spent(90), spent(10))]
    assert median_of_ratios(pairs, Clock.WALL) == 2


def test_the_ratio_is_of_the_clock_that_is_asked_for() -> None:
    pairs = [(spent(2, cpu=3), spent(1, cpu=1))]
    assert [median_of_ratios(pairs, clock) for clock in (Clock.WALL, Clock.CPU)] == [2, 3]


@pytest.mark.parametrize(("warm", "expected"), [(True, "foofof"), (False, "ofof")])
def test_both_sides_run_in_turn_after_one_for_warmth(*, warm: bool, expected: str) -> None:
    order = ""

    def sample(name: str) -> Spent:
        nonlocal order
        order += name
        return spent(1)

    ratio(lambda: sample("o"), lambda: sample("f"), runs=2, clock=Clock.WALL, warm=warm)
    assert order == expected


@pytest.mark.parametrize(("count", "value"), [(1, 1), (10, 10), (20, 19), (100, 95)])
def test_95_of_100_do_not_exceed_it(count: int, value: int) -> None:
    assert nearly_all(range(count, 0, -1)) == value


def test_a_run_has_the_time_and_the_words_of_its_own_process() -> None:
    lazy = run([sys.executable, "-c", "print('done')"])
    busy = run([sys.executable, "-c", "for _ in range(3_000_000): pass"])
    assert lazy.output == "done\n"
    assert 0 < lazy.cpu < busy.cpu <= busy.wall * 2


def test_a_run_that_ends_badly_is_told_by_its_last_words() -> None:
    with pytest.raises(Unmeasured, match="exit 3: no room"):
        run([sys.executable, "-c", "print('well'); print('no room'); raise SystemExit(3)"])


def test_of_all_modules_only_needless_ones_are_named() -> None:
    modules = ["click", "rich.console", "richer", "vaultgoals.rules", "vaultgoals.rules.telling"]
    assert needless(modules) == ["rich", "rules"]


def test_there_is_a_test_that_holds_what_is_renewed_against_a_run_from_scratch() -> None:
    assert equality_tests(TESTS)


def numbers(svg: str) -> Iterator[float]:
    import re

    yield from (float(number) for number in re.findall(r'(?:cx|cy|x|y)="([-\d.]+)"', svg))


def test_a_picture_holds_every_line_with_its_name_and_nothing_outside_of_it() -> None:
    lines = {"cold <1>": [(1_000, 0.1), (10_000, 1.0)], "warm": [(1_000, 0.09), (10_000, 0.99)]}
    svg = picture({"notes": lines, "check-ins": lines}, across="how many", up="seconds")
    assert svg.count("<polyline") == 4
    assert svg.count("cold &lt;1&gt;") == 2
    assert all(0 <= number <= 400 for number in numbers(svg))
