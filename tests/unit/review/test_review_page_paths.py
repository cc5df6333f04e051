"""A page's path is its own: no periodic note's name, and no other page's."""

from dataclasses import replace
from unicodedata import normalize

import pytest

from vaultgoals.core.config import Config, Pages, Periodic
from vaultgoals.review.page_paths import find_clash

DEFAULT, UNSET = Pages(), Periodic()


def clash(pages: Pages = DEFAULT, periodic: Periodic = UNSET, week: str = "iso") -> str:
    """`weekly = daily` where a weekly page would be a daily note, `weekly + dashboard` for two pages."""
    found = find_clash(replace(Config(), pages=pages, periodic=periodic, week=week))
    if found is None:
        return ""
    return f"{found.kind} + {found.other}" if found.other else f"{found.kind} = {found.note}"


@pytest.mark.parametrize("week", ["iso", "sunday", "monday", "saturday"])
def test_the_pages_clash_with_nothing_by_default(week: str) -> None:
    assert clash(week=week) == ""


@pytest.mark.parametrize(
    ("pages", "periodic", "found"),
    [
        (Pages(weekly="{period}.md"), Periodic(), "weekly = weekly"),
        (Pages(weekly="Deep/Down/{period}.md"), Periodic(), "weekly = weekly"),
        (Pages(weekly="Weekly/{period}.md"), Periodic(weekly="Weekly/GGGG-[W]WW"), "weekly = weekly"),
        (Pages(weekly="weekly/{period}.md"), Periodic(weekly="Weekly/GGGG-[W]WW"), "weekly = weekly"),
        (Pages(weekly="Other/{period}.md"), Periodic(weekly="Weekly/GGGG-[W]WW"), ""),
        (Pages(), Periodic(weekly="[Review] GGGG-[W]WW"), "weekly = weekly"),
        (Pages(), Periodic(weekly="Journal/[Review] GGGG-[W]WW"), ""),
        (Pages(yearly="Years/{period}.md"), Periodic(), "yearly = yearly"),
        (Pages(dashboard="2026-11-20.md"), Periodic(), "dashboard = daily"),
        (Pages(dashboard="Boards/2026.md"), Periodic(), "dashboard = yearly"),
        (Pages(weekly=None), Periodic(weekly="[Review] GGGG-[W]WW"), ""),
    ],
)
def test_a_page_never_takes_the_name_of_a_periodic_note(pages: Pages, periodic: Periodic, found: str) -> None:
    assert clash(pages, periodic) == found


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (Pages(dashboard="Board.md", problems="Board.md"), "problems + dashboard"),
        (Pages(dashboard="Board.md", problems="board.md"), "problems + dashboard"),
        (Pages(dashboard="Caf\u00e9.md", problems=normalize("NFD", "Caf\u00e9.md")), "problems + dashboard"),
        (Pages(weekly="R/W {period}.md", dashboard="R/W 2026-W12.md"), "dashboard + weekly"),
        (Pages(weekly="R/W {period}.md", dashboard="R/w 2026-w12.md"), "dashboard + weekly"),
        (Pages(weekly="R/W {period}.md", dashboard="R/W 2026-W60.md"), ""),
        (Pages(weekly="R/W {period}.md", monthly="R/W {period}.md"), ""),
        (Pages(dashboard="Board.md", problems=None), ""),
    ],
)
def test_no_two_pages_stand_at_one_place(pages: Pages, found: str) -> None:
    assert clash(pages) == found
