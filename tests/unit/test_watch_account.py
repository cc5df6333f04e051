"""One line of what was written and why."""

import pytest

from vaultgoals.watch.account import account, named, reasons
from vaultgoals.watch.wake import Cause, Hint, Wake

WEEK = "Reviews/Weekly/Review 2026-W47.md"


@pytest.mark.parametrize(
    ("pages", "why", "line"),
    [
        (["Reviews/Dashboard.md"], ["a new day"], "Dashboard written: a new day"),
        (["A.md", "B.md"], ["settings changed"], "A, B written: settings changed"),
        (["A.md"], ["Run changed", "a new day"], "A written: Run changed, a new day"),
        ([], ["Run changed"], "Nothing to write: Run changed"),
        (
            [WEEK, "Reviews/Dashboard.md"],
            ["Onboarding calls changed"],
            "Review 2026-W47, Dashboard written: Onboarding calls changed",
        ),
        (
            [WEEK, "Dashboard.md", "Problems.md"],
            ["214 notes changed"],
            "Review 2026-W47, Dashboard, Problems written: 214 notes changed",
        ),
        (
            [WEEK, "Dashboard.md", "A note with blocks.md"],
            ["Call ten customers changed"],
            "Review 2026-W47, Dashboard and 1 more written: Call ten customers changed",
        ),
    ],
)
def test_a_line_says_what_was_written_and_why(pages: list[str], why: list[str], line: str) -> None:
    assert account(pages, why) == line


def test_a_line_that_cannot_be_narrow_names_the_first_page_and_the_reason() -> None:
    why = f"Goals/{'long ' * 20}.md changed"
    assert account([WEEK, "Dashboard.md"], [why]) == f"Review 2026-W47 and 1 more written: {why}"


def test_a_title_that_two_notes_have_is_told_by_its_path() -> None:
    notes = ["Goals/Run.md", "Ideas/run.md", "Walk.md"]
    assert named("Goals/Run.md", notes) == "Goals/Run.md"
    assert named("Walk.md", notes) == "Walk"
    assert account([WEEK], ["a new day"], [WEEK, "Old/Review 2026-W47.md"]) == f"{WEEK} written: a new day"


@pytest.mark.parametrize(
    ("changed", "settings", "new_day", "why"),
    [
        (["Goals/Run.md"], False, False, ("Run changed",)),
        (["a.md", "b.md"], False, False, ("2 notes changed",)),
        (["a.md", "#a.md#", "b.png"], False, False, ("a changed",)),
        (["a.png", "b.png"], False, False, ("2 files changed",)),
        (["a.png"], False, False, ("a.png changed",)),
        (["a.md"], True, True, ("settings changed", "a changed", "a new day")),
    ],
)
def test_what_changed_is_the_reason(
    changed: list[str], *, settings: bool, new_day: bool, why: tuple[str, ...]
) -> None:
    woken = Wake.of({Cause.FOLDER, "other.md"})
    assert reasons(changed, settings=settings, new_day=new_day, doubted=["b.md"], woken=woken) == why


@pytest.mark.parametrize(
    ("hints", "why"),
    [
        ({Cause.CLOCK}, Cause.CLOCK.value),
        ({Cause.SCAN, "a.md"}, Cause.SCAN.value),
        ({"a.md"}, "a touched"),
        ({"a.md", Cause.AGAIN}, "a touched"),
        ({"a.md", "b.md"}, "2 notes touched"),
        ({Cause.AGAIN}, "another try"),
        (set(), "what it wrote itself"),
    ],
)
def test_where_nothing_changed_what_woke_is_the_reason(hints: set[Hint], why: str) -> None:
    assert reasons([], settings=False, new_day=False, doubted=[], woken=Wake.of(hints)) == (why,)


@pytest.mark.parametrize(("name", "words"), [("a.md", "a"), ("", "the vault")])
def test_what_looks_half_saved_is_named(name: str, words: str) -> None:
    why = reasons([], settings=False, new_day=False, doubted=[name], woken=Wake.of({"a.md"}))
    assert why == (f"{words} looks half saved",)
