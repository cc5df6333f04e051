"""Pages that somebody else rewrites again and again are left alone for a while."""

import pytest

from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.watch.rivalry import Rivalry, parts_of, put_back

PAGE = "Dashboard.md"


def parts(block: str, *, health: str = "good", text: str = "") -> dict[str, str]:
    page = f"""\
---
health: {health}
---
<!-- vaultgoals:begin next 0 -->
{block}
<!-- vaultgoals:end next -->
{text}
"""
    return dict(parts_of(read_note(Source.of(PAGE, page))))


def fought(rivalry: Rivalry, *moments: float) -> list[bool]:
    return [rivalry.undone(PAGE, now=moment) for moment in moments]


def test_a_page_that_was_undone_a_few_times_is_left_and_that_is_told_once() -> None:
    rivalry = Rivalry(rounds=3, calm=600)
    assert fought(rivalry, 0, 10, 20) == [False, False, True]
    assert rivalry.left(now=21) == {PAGE}


def test_a_page_that_is_undone_now_and_then_is_written_all_the_same() -> None:
    rivalry = Rivalry(rounds=3, calm=600)
    assert fought(rivalry, 0, 400, 800, 1200, 1600) == [False] * 5
    assert rivalry.left(now=1601) == frozenset()


def test_each_page_counts_by_itself() -> None:
    rivalry = Rivalry(rounds=2, calm=600)
    assert not rivalry.undone("a.md", now=0)
    assert not rivalry.undone("b.md", now=1)
    assert rivalry.undone("a.md", now=2)
    assert rivalry.left(now=3) == {"a.md"}


def test_a_page_that_is_left_is_taken_up_again_after_a_calm_time() -> None:
    rivalry = Rivalry(rounds=3, calm=600)
    fought(rivalry, 0, 10, 20)
    assert rivalry.ends(now=21) == 620
    assert rivalry.left(now=619) == {PAGE}
    assert rivalry.left(now=620) == frozenset()
    assert rivalry.ends(now=620) is None
    assert fought(rivalry, 621, 622, 623) == [False, False, True]


def test_calm_begins_anew_with_each_change_from_elsewhere() -> None:
    rivalry = Rivalry(rounds=3, calm=600)
    fought(rivalry, 0, 10, 20)
    rivalry.changed(PAGE, now=500)
    assert rivalry.left(now=700) == {PAGE}
    assert rivalry.ends(now=700) == 1100
    rivalry.changed("other.md", now=1000)
    assert rivalry.left(now=1100) == frozenset()


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(parts("theirs"), id="another text in our block"),
        pytest.param(parts("ours", health="bad"), id="another value of our property"),
        pytest.param(parts("theirs", text="12:01"), id="with a stamp beside it"),
        pytest.param({}, id="no page at all"),
    ],
)
def test_what_somebody_made_of_our_words_and_we_put_back_is_undone(found: dict[str, str]) -> None:
    assert put_back(parts("ours"), found, parts("ours"))


@pytest.mark.parametrize(
    ("found", "written"),
    [
        pytest.param(parts("ours"), parts("newer"), id="there was something new to say"),
        pytest.param(parts("ours", text="mine"), parts("newer"), id="and the person wrote beside it"),
        pytest.param(parts("theirs"), parts("newer"), id="and somebody else said something else"),
        pytest.param(parts("ours", text="mine"), parts("ours"), id="only the person's words differ"),
    ],
)
def test_something_new_to_say_is_no_quarrel(found: dict[str, str], written: dict[str, str]) -> None:
    assert not put_back(parts("ours"), found, written)
