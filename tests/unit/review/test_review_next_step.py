"""What to do next: one answer for the terminal and the page of problems."""

from datetime import date

import pytest

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.next_step import Otherwise, lacks_page, next_step

TODAY = date(2026, 11, 20)
PAGE = "Reviews/Weekly/Review 2026-W47.md"


def finding(severity: Severity, path: str = "A.md", *, folds: bool = True) -> Finding:
    return Finding(
        code="VG201",
        name="rule",
        severity=severity,
        path=path,
        span=Span(0, 0),
        message="m",
        hint="h",
        folds=folds,
    )


ERROR, WARNING, INFO = (finding(severity) for severity in Severity)
LATER_ERROR = finding(Severity.ERROR, "B.md")
IN_PLACE = finding(Severity.INFO, folds=False)


@pytest.mark.parametrize(
    ("found", "step"),
    [
        ((WARNING, ERROR, LATER_ERROR), ERROR),
        ((INFO, WARNING), WARNING),
        ((IN_PLACE, WARNING), WARNING),
        ((INFO, IN_PLACE), IN_PLACE),
        ((INFO,), Otherwise.REVIEW),
        ((), Otherwise.REVIEW),
    ],
)
def test_the_worst_that_is_shown_comes_first_and_then_the_page(
    found: tuple[Finding, ...], step: Finding | Otherwise
) -> None:
    assert next_step(found, goals=1, lacks_page=True) == step


def test_without_goals_one_begins_whether_or_not_there_is_a_page() -> None:
    assert next_step([], goals=0, lacks_page=True) is next_step([], goals=0, lacks_page=False)
    assert next_step([], goals=0, lacks_page=True) is Otherwise.BEGIN
    assert next_step([ERROR], goals=0, lacks_page=True) is ERROR


def test_when_all_is_well_and_the_page_is_there_nothing_is_next() -> None:
    assert next_step([INFO], goals=1, lacks_page=False) is None


def vault(*paths: str, weekly: str | None = Pages().weekly) -> Vault:
    notes = [read_note(Source.of(path, "---\ntype: goal-review\n---\n")) for path in paths]
    return Vault.of(notes, Config(pages=Pages(weekly=weekly)))


def test_a_page_is_lacking_until_there_is_one_about_this_week() -> None:
    assert lacks_page(vault(), today=TODAY)
    assert lacks_page(vault(PAGE), today=date(2026, 11, 23))
    assert not lacks_page(vault(PAGE), today=TODAY)


def test_a_page_that_was_moved_is_there_and_one_that_is_switched_off_is_not_missed() -> None:
    text = "---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\n---\n"
    moved = Vault.of([read_note(Source.of("Mine/This week.md", text))])
    assert page_is_there(moved)
    assert page_is_there(vault(weekly=None))


def page_is_there(of: Vault) -> bool:
    return not lacks_page(of, today=TODAY)
