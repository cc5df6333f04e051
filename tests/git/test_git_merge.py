"""Two versions of a note made one: generated text from one side, and every word of people's."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from vaultgoals.cli.merging import merge_files
from vaultgoals.core.block import block_digest
from vaultgoals.core.conflict import Conflict, parted
from vaultgoals.core.line_merge import shared_lines
from vaultgoals.core.merge import merged as merge_notes
from vaultgoals.core.source import Source
from vaultgoals.errors import Unwritten
from vaultgoals.markdown import read_note
from vaultgoals.review.region import place
from vaultgoals.store.clone_texts import CONFLICT
from vaultgoals.store.git import merge_lines
from vaultgoals.workspace.merging import Settled, Versions, merge_versions

pytestmark = pytest.mark.usefixtures("own_git")

HEADER = "---\ntype: goal-review\npage: weekly\non-track: {}\nsealed: {}\n---\n# Week\n"
PAGE = "{header}\n{headline}\n## Reflection\n\n{questions}\n\nMy words\n"


def block(name: str, text: str) -> str:
    return f"<!-- vaultgoals:begin {name} {block_digest(text)} -->\n{text}<!-- vaultgoals:end {name} -->"


def page(figure: str, *, words: str = "My words", sealed: str = "false", headline: str = "") -> str:
    return PAGE.format(
        header=HEADER.format(len(figure), sealed),
        headline=headline or block("headline", f"{figure} is the figure\nthe same in all\n{figure} again\n"),
        questions=block("questions", f"- What of {figure}?\n"),
    ).replace("My words", words)


def settled(base: str | bytes, ours: str | bytes, theirs: str | bytes) -> Settled | None:
    texts = (text if isinstance(text, bytes) else text.encode() for text in (base, ours, theirs))
    return merge_versions(Versions(*texts), path="Reviews/Week.md", size=7)


def merged(base: str, ours: str, theirs: str) -> str:
    """What comes of a merge without a conflict."""
    found = settled(base, ours, theirs)
    assert found is not None
    assert not found.conflicts, found.data.decode()
    return found.data.decode()


def test_what_both_sides_generated_anew_is_ours_and_the_words_of_both_stand_there() -> None:
    ours = page("12", words="My words\nand mine")
    theirs = page("2,345", words="Yours before\nMy words")
    assert merged(page("7"), ours, theirs) == page("12", words="Yours before\nMy words\nand mine")


def test_what_one_side_alone_generated_anew_is_that_sides() -> None:
    assert merged(page("7"), page("7"), page("2,345")) == page("2,345")
    assert merged(page("7"), page("12"), page("7", words="other")) == page("12", words="other")


def test_a_page_that_both_made_needs_no_common_ancestor() -> None:
    assert merged("", page("12", words="mine\nMy words"), page("2,345", words="My words\nyours")) == page(
        "12", words="mine\nMy words\nyours"
    )


def test_the_sealed_version_of_a_page_is_taken_whole() -> None:
    sealed = page("2,345", sealed="true")
    assert merged(page("7"), page("12"), sealed) == sealed
    assert merged("", sealed, page("12")) == sealed


EDITED = block("headline", "generated\n").replace("generated", "a person wrote this")


def test_a_block_that_a_person_edited_is_taken_before_one_that_was_generated() -> None:
    base, edited = page("7"), page("7", headline=EDITED)
    assert EDITED in merged(base, page("12"), edited)
    assert EDITED in merged(base, edited, page("12"))


def test_a_block_that_a_person_edited_keeps_its_newlines_where_a_note_mixes_them() -> None:
    mixed = EDITED.replace("wrote this\n", "wrote this\r\nand this\n")
    assert merged(page("7"), page("12"), page("7", headline=mixed)) == page("12", headline=mixed)


def test_an_edited_block_that_one_side_replaced_stays_replaced() -> None:
    edited = page("7", headline=EDITED)
    assert EDITED not in merged(edited, edited, page("12"))


def test_edits_of_two_people_in_one_block_stand_side_by_side_within_its_markers() -> None:
    ours = page("7", headline=EDITED)
    theirs = page("7", headline=EDITED.replace("a person", "another person").replace(" -->", " -->", 1))
    found = settled(page("7"), ours, theirs)
    assert found is not None
    assert found.conflicts
    parts = parted(found.data.decode())
    assert parts is not None
    assert [part for part in parts if isinstance(part, Conflict)] == [
        Conflict(ours="a person wrote this\n", theirs="another person wrote this\n")
    ]


def test_a_block_that_one_side_deleted_stays_deleted_though_the_other_renewed_it() -> None:
    less = page("7").replace(block("questions", "- What of 7?\n") + "\n", "")
    assert "questions" not in merged(page("7"), less, page("12"))
    assert "questions" not in merged(page("7"), page("12"), less)


def test_a_block_that_one_side_deleted_and_the_other_edited_is_for_people_to_settle() -> None:
    less = page("7").replace(block("headline", "7 is the figure\nthe same in all\n7 again\n") + "\n", "")
    found = settled(page("7"), less, page("7", headline=EDITED))
    assert found is not None
    assert found.conflicts
    assert b"a person wrote this" in found.data


def test_a_block_that_was_moved_is_renewed_where_it_stands_now() -> None:
    questions = block("questions", "- What of 7?\n")
    moved = page("7").replace(questions + "\n", "").replace("# Week\n", f"# Week\n{questions}\n")
    now = merged(page("7"), moved, page("12"))
    assert now.index("vaultgoals:begin questions") < now.index("vaultgoals:begin headline")
    assert "What of 12?" in now


def test_blocks_that_both_sides_moved_stand_there_once() -> None:
    questions = block("questions", "- What of 7?\n")
    bare = page("7").replace(questions + "\n", "")
    up, down = bare.replace("# Week\n", f"# Week\n{questions}\n"), f"{bare}{questions}\n"
    assert merged(page("7"), up, down).count("vaultgoals:begin questions") == 1


def test_different_words_in_one_place_stand_side_by_side_and_no_generated_text_with_them() -> None:
    found = settled(page("7"), page("12", words="I rest"), page("2,345", words="I run"))
    assert found is not None
    assert found.conflicts
    assert "<<<<<<< ours\nI rest\n=======\nI run\n>>>>>>> theirs\n" in found.data.decode()
    assert found.data.count(b"<<<<<<<") == 1


def test_different_words_above_and_below_a_block_are_two_conflicts_and_each_stays_on_its_side() -> None:
    def note(figure: str, who: str) -> str:
        return f"{who} above\n{block('next', f'- {figure}{chr(10)}')}\n{who} below\n"

    found = settled(note("7", "both"), note("12", "Ana"), note("2,345", "Ben"))
    assert found is not None
    above, below = (
        f"<<<<<<< ours\nAna {place}\n=======\nBen {place}\n>>>>>>> theirs\n" for place in ("above", "below")
    )
    filled = block("next", "- 12\n")
    assert found.data.decode() == f"{above}{filled}\n{below}"


def test_words_before_and_after_a_block_at_the_end_of_a_note_do_not_meet() -> None:
    one, two, three = (block("next", f"- {figure}\n") for figure in (7, 12, 2345))
    assert merged(f"a\n{one}", f"a\nmine\n{two}", f"a\n{three}\nyours") == f"a\nmine\n{two}\nyours"


def test_properties_of_a_persons_own_are_merged_as_text() -> None:
    base = page("7").replace("sealed:", "mood: 3\nsealed:")
    ours = page("12").replace("sealed:", "mood: 4\nsealed:")
    theirs = page("2,345").replace("page:", "with: Ana\npage:").replace("sealed:", "mood: 3\nsealed:")
    both = "---\ntype: goal-review\nwith: Ana\npage: weekly\non-track: 2\nmood: 4\nsealed: false\n---\n"
    assert merged(base, ours, theirs).startswith(both)
    found = settled(base, ours, theirs.replace("mood: 3", "mood: 5"))
    assert found is not None
    assert b"mood: 4" in found.data
    assert b"mood: 5" in found.data


def test_a_property_that_one_side_deleted_stays_deleted_though_the_other_renewed_it() -> None:
    less = page("12").replace("on-track: 2\n", "")
    assert merged(page("7"), less, page("2,345")) == less
    assert merged(page("7"), page("2,345"), less) == page("2,345").replace("on-track: 5\n", "")
    assert merged(page("7"), less, page("7")) == less


def test_a_property_that_only_other_pages_have_from_us_is_a_persons_own() -> None:
    base, ours, theirs = (page("7").replace("sealed:", f"score: {given}\nsealed:") for given in (5, 8, 6))
    found = settled(base, ours, theirs)
    assert found is not None
    assert found.conflicts
    assert b"<<<<<<< ours\nscore: 8\n=======\nscore: 6\n>>>>>>> theirs\n" in found.data


def test_newlines_and_the_encoding_mark_are_those_of_the_side_that_changed_them() -> None:
    def windows(text: str) -> bytes:
        return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()

    ours, theirs = page("12", words="mine\nMy words"), page("2,345", words="My words\nyours")
    both = page("12", words="mine\nMy words\nyours")
    for base, mine, yours, now in (
        (windows(page("7")), windows(ours), windows(theirs), windows(both)),
        (page("7").encode(), windows(ours), theirs.encode(), windows(both)),
        (page("7").encode(), ours.encode(), windows(theirs), windows(both)),
        (windows(page("7")), ours.encode(), windows(theirs), both.encode()),
    ):
        assert settled(base, mine, yours) == Settled(now, conflicts=False)


@pytest.mark.parametrize(
    "ours",
    [
        page("12").replace("<!-- vaultgoals:end headline -->", ""),
        page("12") + "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> x\n",
        page("12").encode("utf-16"),
        page("12").encode() + b"\0",
        b"x" * (5 * 2**20 + 1),
    ],
    ids=["broken markers", "a conflict", "no UTF-8", "a NUL byte", "too large"],
)
def test_what_is_not_sure_is_left_to_git(ours: str | bytes) -> None:
    assert settled(page("7"), ours, page("2,345")) is None


def test_notes_without_anything_of_ours_are_left_to_git() -> None:
    assert settled("a\n", "a\nb\n", "c\na\n") is None


def test_what_did_not_come_through_line_by_line_is_left_to_git() -> None:
    base, ours, theirs = (
        read_note(Source.of("x.md", page(figure, words=figure))) for figure in ("7", "12", "2,345")
    )
    assert merge_notes(base, ours, theirs, lambda *_: "") is None
    assert merge_notes(base, ours, theirs, lambda *texts: f"{'<' * 7} ours\n{texts[1]}") is None


def test_a_block_that_one_side_filled_is_taken_before_one_that_is_only_asked_for() -> None:
    asked = "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n"
    filled = block("next", "- Call Ana\n") + "\n"
    assert merged("", f"{asked}mine\n", f"{filled}mine\n") == f"{filled}mine\n"
    assert merged("", f"{filled}mine\n", f"{asked}mine\n") == f"{filled}mine\n"


def test_texts_too_long_to_be_compared_share_nothing() -> None:
    assert shared_lines("a\nb\nc\n", "b\nc\nd\n") == "b\nc\n"
    assert shared_lines("a\n" * 2_001, "a\n" * 2_001) == ""


# As git calls it.


def test_the_driver_puts_the_merge_in_place_of_ours_and_says_what_came_of_it(tmp_path: Path) -> None:
    (tmp_path / "top").mkdir()
    files = base, ours, theirs = [tmp_path / "top" / name for name in ("base", "ours", "theirs")]

    def driven(*texts: str) -> int:
        for file, text in zip(files, texts, strict=True):
            file.write_text(text)
        return merge_files(base, ours, theirs, size=9, path="Reviews/it's -rf.md")

    assert driven(page("7"), page("12"), page("2,345", words="Yours")) == 0
    assert ours.read_text() == page("12", words="Yours")
    assert driven(page("7"), page("12", words="Mine"), page("2,345", words="Yours")) == CONFLICT
    assert "<<<<<<<<< ours\nMine\n=========\nYours\n>>>>>>>>> theirs\n" in ours.read_text()
    for plain in ("a\n", "vaultgoals:begin\n"):
        assert driven(plain, f"{plain}b\n", plain) not in (0, CONFLICT)
        assert ours.read_text() == f"{plain}b\n"
    assert sorted((tmp_path / "top").iterdir()) == sorted(files)


# For any versions.

WORDS = st.sampled_from(
    [
        *("", "-", "word", "word", "## Reflection", "# Week", "=======", "<<<<<<<<", ">>>>>>> theirs"),
        *("vaultgoals-block-0;", "vaultgoals-block--1;", "|||||||", "<!-- a comment -->", "- [ ] a task"),
    ]
)
ROOMS = 4


def lines_of(who: str) -> st.SearchStrategy[list[str]]:
    own = st.integers(0, 9).map(lambda number: f"{who} wrote {number}")
    return st.lists(own | WORDS, max_size=4)


@st.composite
def versions(draw: st.DrawFn) -> tuple[list[str], str, Sequence[str]]:
    """The texts of base, ours and theirs, the newline in them, and the order of the blocks in each."""
    base = [draw(lines_of("both")) for _ in range(ROOMS)]
    sides = [[_changed(draw, who, lines) for lines in base] for who in ("ours", "theirs")]
    names = ["headline", "next", "questions"]
    orders = [names, *(draw(st.permutations(names) | st.just(names)) for _ in sides)]
    texts = [
        _text(who, rooms, order)
        for who, rooms, order in zip(("base", "ours", "theirs"), (base, *sides), orders, strict=True)
    ]
    return texts, draw(st.sampled_from(["\n", "\r\n"])), ["" if draw(st.booleans()) else texts[0]]


def _changed(draw: st.DrawFn, who: str, lines: list[str]) -> list[str]:
    kept = [line for line in lines if draw(st.integers(0, 3))]
    at = draw(st.integers(0, len(kept)))
    return [*kept[:at], *draw(lines_of(who)), *kept[at:]]


def _text(who: str, rooms: Sequence[Sequence[str]], order: Sequence[str]) -> str:
    blocks = [block(name, f"generated {who} {name}\nalike\ngenerated {who}\n") for name in order]
    pieces = ["".join(f"{line}\n" for line in lines) for lines in rooms]
    return pieces[0] + "".join(f"{one}\n{after}" for one, after in zip(blocks, pieces[1:], strict=True))


def counted(text: str, line: str) -> int:
    return [one.strip() for one in text.split("\n")].count(line)


@settings(max_examples=80, deadline=None)
@given(versions())
def test_no_line_of_people_is_lost_and_no_generated_text_is_in_a_conflict(
    given: tuple[list[str], str, Sequence[str]],
) -> None:
    (_, ours, theirs), newline, (base,) = given
    found = settled(*(text.replace("\n", newline) for text in (base, ours, theirs)))
    event("left to git" if found is None else "conflicts" if found.conflicts else "clean")
    if found is None:
        return
    text = found.data.decode()
    assert text.count("\n") == text.count(newline)
    for line in {one.strip() for one in (ours + theirs).split("\n") if " wrote " in one}:
        in_base, mine, yours = (counted(one, line) for one in (base, ours, theirs))
        if min(mine, yours) >= in_base:
            assert counted(text, line) >= max(mine, yours), line
    for name in ("headline", "next", "questions"):
        assert text.count(f"vaultgoals:begin {name} ") == 1
        who = "ours" if f"generated ours {name}" in text else "theirs"
        whole = block(name, f"generated {who} {name}\nalike\ngenerated {who}\n")
        assert whole.replace("\n", newline) in text


@settings(max_examples=30, deadline=None)
@given(versions())
def test_a_merge_of_a_version_with_itself_or_its_origin_is_that_version(
    given: tuple[list[str], str, Sequence[str]],
) -> None:
    (base, ours, _), _, _ = given
    for found in (settled(base, ours, ours), settled(base, ours, base), settled(base, base, ours)):
        assert found is None or found.data.decode() == ours


def test_git_merges_lines_as_it_does_in_a_clone() -> None:
    assert merge_lines("a\nb\nc\n", "A\nb\nc\n", "a\nb\nC\n", 7) == "A\nb\nC\n"
    assert merge_lines("a\n", "b\n", "c\n", 9).startswith("<<<<<<<<< ours\nb\n")


def test_a_conflict_shows_what_both_were_made_from_where_git_is_told_to(
    git: Callable[..., object], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "config", "--global", "merge.conflictStyle", "diff3")
    found = settled(page("7"), page("12", words="I rest"), page("2,345", words="I run"))
    assert found is not None
    assert b"<<<<<<< ours\nI rest\n||||||| base\nMy words\n=======\nI run\n>>>>>>> theirs\n" in found.data


def test_what_cannot_be_read_or_written_is_left_to_git_in_a_sentence(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    with pytest.raises(Unwritten, match=r"Reviews/Week\.md is left to git: No such file"):
        merge_files(gone, gone, gone, size=7, path="Reviews/Week.md")


def test_what_a_merge_chose_is_renewed_like_any_page() -> None:
    note = read_note(Source.of("x.md", merged(page("7"), page("12"), page("2,345"))))
    fresh = read_note(replace(note.source, text=page("99")))
    assert not place(note, fresh).edited
    assert place(note, fresh).edits
