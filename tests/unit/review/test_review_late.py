"""Check-ins that come after their week's page was sealed are named on the open page, and nowhere else."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.text import plain
from vaultgoals.review.weekly import build_weekly
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

TODAY = date(2026, 11, 20)
PAGE = "Reviews/Weekly/Review 2026-W44.md"
GOAL = "---\ntype: process\ncadence: weekly\nexploratory: true\nuntil: 2027-12-31\n---\n## Check-ins\n\n{}"
ONE, TWO = "- 2026-10-27: 1\n", "- 2026-10-27: 1\n- 2026-10-28: 1\n"
SAID = "Review 2026-W44 is sealed without 1 check-in; vaultgoals review 2026-W44 --reopen counts it in"


def week(label: str) -> Period:
    period = Calendar().read(label)
    assert isinstance(period, Period)
    return period


def vault_of(log: str, pages: Mapping[str, str]) -> Vault:
    texts = {"Yoga.md": GOAL.format(log), **pages}
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())


def page(log: str, *, today: date, pages: Mapping[str, str] | None = None) -> str:
    """The page of week 44 as it is written on a day."""
    request = Request(periods=(week("2026-W44"),))
    return next(plan.text for plan in plan_pages(vault_of(log, pages or {}), request, today=today))


def sealed(log: str, written: date) -> str:
    """The same once it has been sealed."""
    return page(log, today=TODAY, pages={PAGE: page(log, today=written)})


def late(log: str, text: str, *, shown: str = "2026-W47", today: date = TODAY) -> list[str]:
    vault = vault_of(log, {PAGE: text})
    built = build_weekly(vault, week(shown), today=today, findings=(), pages=frozenset(vault.notes))
    return [plain(line) for line in built.checkins.late]


def test_a_check_in_that_was_logged_later_is_named_with_the_page_that_lacks_it() -> None:
    assert late(TWO, sealed(ONE, date(2026, 11, 3))) == [SAID]


def test_a_page_that_counts_all_of_its_week_is_not_named() -> None:
    assert late(ONE, sealed(ONE, date(2026, 11, 3))) == []


def test_a_sealed_page_of_a_week_without_check_ins_shows_none() -> None:
    assert late(ONE, sealed("", date(2026, 11, 3))) == [SAID]


def test_a_page_that_still_shows_the_week_before_counts_none_of_its_own() -> None:
    before = "- 2026-10-20: 1\n"
    assert late(before + ONE, sealed(before, date(2026, 10, 26))) == [SAID]


def test_a_page_that_is_opened_again_counts_them_in() -> None:
    reopened = Request(periods=(week("2026-W44"),), reopen=True)
    vault = vault_of(TWO, {PAGE: sealed(ONE, date(2026, 11, 3))})
    [again] = plan_pages(vault, reopened, today=TODAY)
    assert late(TWO, again.text) == []


@pytest.mark.parametrize("shown", ["2026-W45", "2026-W46", "2026-W53"])
def test_only_an_open_page_says_so_and_not_for_ever(shown: str) -> None:
    today = {"2026-W53": date(2026, 12, 30)}.get(shown, TODAY)
    assert late(TWO, sealed(ONE, date(2026, 11, 3)), shown=shown, today=today) == []


def test_a_page_that_was_not_sealed_yet_says_it_itself() -> None:
    assert late(TWO, page(ONE, today=date(2026, 11, 3))) == []


@pytest.mark.parametrize(("old", "new"), [("> - Tue 27:", "> - On Tue 27:"), (" checkins ", " elsewhere ")])
def test_a_page_that_cannot_tell_how_many_it_counted_is_not_named(old: str, new: str) -> None:
    text = sealed(ONE, date(2026, 11, 3))
    assert late(TWO, text.replace(old, new)) == []


def test_how_many_came_later_is_said() -> None:
    [line] = late(f"{TWO}- 2026-10-29: 1\n", sealed(ONE, date(2026, 11, 3)))
    assert line == SAID.replace("1 check-in", "2 check-ins").replace("it in", "them in")
