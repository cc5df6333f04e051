"""The order of check-ins, on which `last` depends."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.goal import CheckIn
from vaultgoals.core.order import checkin_order


def checkin(path: str, line: int = 1, day: int = 20) -> CheckIn:
    return CheckIn(goal="A.md", on=date(2026, 11, day), path=path, line=line)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (checkin("z.md", 9, day=19), checkin("a.md", 1, day=20)),
        (checkin("a.md", 9), checkin("b.md", 1)),
        (checkin("a.md", 2), checkin("a.md", 10)),
        (checkin("a.md"), checkin("a 2.md")),
        (checkin("a 2.md"), checkin("a 10.md")),
        (checkin("a 1.md", 1), checkin("a.md", 2)),
        (checkin("a.md", 1), checkin("a 1.md", 2)),
        (checkin("a.md"), checkin("a b.md")),
        (checkin("a 10.md"), checkin("a b.md")),
        (checkin("a.md"), checkin("a2.md")),
        (checkin("2026-11-20 0910 Calls.md"), checkin("2026-11-20 0911 Calls.md")),
        (checkin("2026-11-20 0910 Calls.md"), checkin("2026-11-20 0910 Calls 2.md")),
        (checkin("2026-11-20 0910 Calls 10.md"), checkin("2026-11-20 0910 Demos.md")),
        (checkin("a 2/z.md"), checkin("a 3/a.md")),
    ],
)
def test_the_earlier_is_by_day_then_by_note_then_by_line(before: CheckIn, after: CheckIn) -> None:
    assert checkin_order(before) < checkin_order(after)


@pytest.mark.parametrize(("one", "other"), [("a.md", "a 1.md"), ("a 2.md", "a 02.md")])
def test_a_note_without_a_number_is_the_first(one: str, other: str) -> None:
    assert checkin_order(checkin(one)) == checkin_order(checkin(other))


@given(st.text(), st.integers(1, 99))
def test_every_path_has_a_place(path: str, line: int) -> None:
    assert checkin_order(checkin(path, line)) <= checkin_order(checkin(path, line, day=21))
