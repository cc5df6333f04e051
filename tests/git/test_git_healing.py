"""A conflict in generated text alone needs no person; any other is left to them."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.conflict import Conflict, Part, marked
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.store.kept import versions
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.healing import healed_note
from vaultgoals.workspace.pages import Fate, write_pages

pytestmark = pytest.mark.usefixtures("own_git")

Build = Callable[..., Path]

TODAY = date(2026, 11, 20)
PAGE, NOTE, BOARD = "Reviews/Weekly/Review 2026-W47.md", "Home.md", "Reviews/Dashboard.md"
ASKED = "# Home\n\n<!-- vaultgoals:begin scorecard -->\n<!-- vaultgoals:end scorecard -->\n\nMy words\n"
MORE = "- 2026-11-19: 9\n"


@pytest.fixture(autouse=True)
def _old_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """No page counts as being typed in, however quick the test is."""
    monkeypatch.setattr("vaultgoals.store.write._FRESH", -1.0)


def written(root: Path) -> dict[str, Fate]:
    return {page.path: page.fate for page in write_pages(Workspace.at(root), today=TODAY)}


def in_conflict(mine: str, yours: str) -> str:
    """Two versions as a merge without a common ancestor leaves them: line by line, what differs."""
    from difflib import SequenceMatcher

    ours, theirs = mine.splitlines(keepends=True), yours.splitlines(keepends=True)
    parts: list[Part] = []
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        same = "".join(ours[a:b])
        parts.append(same if tag == "equal" else Conflict(ours=same, theirs="".join(theirs[c:d])))
    return marked(parts)


@pytest.fixture
def root(vault: Build) -> Path:
    """A vault in which two machines wrote different pages, and a merge left its marks in all of them."""
    root = vault({NOTE: ASKED})
    written(root)
    mine = {path: (root / path).read_text() for path in (PAGE, NOTE, BOARD)}
    calls = root / "Goals" / "Onboarding calls.md"
    calls.write_text(calls.read_text() + MORE)
    written(root)
    for path, text in mine.items():
        theirs = (root / path).read_text()
        assert theirs != text
        (root / path).write_text(in_conflict(text, theirs))
    return root


def test_it_heals_at_the_next_review_and_the_old_version_is_kept(root: Path) -> None:
    there = {path: (root / path).read_bytes() for path in (PAGE, NOTE, BOARD)}
    assert all(b"<<<<<<<" in data for data in there.values())
    fates = written(root)
    assert {fates[path] for path in there} == {Fate.WRITTEN}
    for path, data in there.items():
        assert b"<<<<<<<" not in (root / path).read_bytes()
        assert versions(root, path)[0].file.read_bytes() == data
    assert "My words\n" in (root / NOTE).read_text()
    assert Fate.WRITTEN not in written(root).values()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\nMy words\n", "\n<<<<<<< HEAD\nMy words\n=======\nYours\n>>>>>>> x\n"),
        ("Oldest first:", "A person wrote this:"),
        ("=======\n", ""),
        ("<!-- vaultgoals:end scorecard -->", ""),
    ],
    ids=["people's words", "an edited block", "half resolved", "broken markers"],
)
def test_any_other_is_left_as_it_is(root: Path, old: str, new: str) -> None:
    text = (root / NOTE).read_text()
    assert old in text
    (root / NOTE).write_text(text.replace(old, new))
    before = (root / NOTE).read_bytes()
    assert written(root)[NOTE] is Fate.LEFT
    assert (root / NOTE).read_bytes() == before


def test_a_persons_property_on_a_page_is_no_generated_text(root: Path) -> None:
    text = (root / PAGE).read_text()
    asked = "<<<<<<< a\nscore: 7\n=======\nscore: 8\n>>>>>>> b\n"
    (root / PAGE).write_text(text.replace("page: weekly\n", f"page: weekly\n{asked}"))
    before = (root / PAGE).read_bytes()
    assert b"score: 8" in before
    assert written(root)[PAGE] is Fate.LEFT
    assert (root / PAGE).read_bytes() == before


def test_versions_with_other_blocks_are_left_to_people() -> None:
    block = "<!-- vaultgoals:begin {0} -->\n<!-- vaultgoals:end {0} -->\n"
    text = marked([Conflict(ours=block.format("next"), theirs=block.format("scorecard"))])
    assert healed_note(read_note(Source.of("x.md", text))) is None


def test_a_sealed_page_heals_and_stays_sealed(root: Path) -> None:
    sealed = (root / PAGE).read_text().replace("sealed: false", "sealed: true")
    (root / PAGE).write_text(sealed)
    assert written(root)[PAGE] is Fate.WRITTEN
    text = (root / PAGE).read_text()
    assert "sealed: true" in text
    assert "<<<<<<<" not in text
    assert written(root)[PAGE] is Fate.AT_REST


@pytest.mark.parametrize(
    "text", ["no conflict\n", "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", "```\n<<<<<<< a\n```\n"]
)
def test_a_note_without_blocks_is_no_matter_of_ours(text: str) -> None:
    assert healed_note(read_note(Source.of("x.md", text))) is None
