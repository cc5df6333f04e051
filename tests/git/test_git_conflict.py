"""The marks that a merge leaves, read and written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.conflict import Conflict, Part, marked, parted, sides, unlike_marks

pytestmark = pytest.mark.usefixtures("own_git")

AB = Conflict(ours="a\n", theirs="b\n")


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", ("",)),
        ("no conflict\n", ("no conflict\n",)),
        ("x\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> laptop\ny", ("x\n", AB, "y")),
        ("<<<<<<<\na\n=======\nb\n>>>>>>>\n", ("", AB, "")),
        (
            "<<<<<<< ours\r\na\r\n=======\r\nb\r\n>>>>>>> theirs\r\n",
            ("", Conflict(ours="a\r\n", theirs="b\r\n"), ""),
        ),
        (
            "<<<<<<< ours\na\n||||||| 0f1e\nc\n=======\nb\n>>>>>>> theirs\n",
            ("", Conflict(ours="a\n", base="c\n", theirs="b\n"), ""),
        ),
        ("A heading\n=======\n>>>>>>> a quote\n", ("A heading\n=======\n>>>>>>> a quote\n",)),
        ("<<<<<<<< eight\n", ("<<<<<<<< eight\n",)),
    ],
)
def test_a_text_is_cut_at_its_conflicts(text: str, parts: tuple[Part, ...]) -> None:
    assert parted(text) == parts


@pytest.mark.parametrize(
    "text",
    [
        "<<<<<<< ours\na\n",
        "<<<<<<< ours\na\n=======\nb\n",
        "<<<<<<< ours\na\n>>>>>>> theirs\n",
        "<<<<<<< ours\n<<<<<<< ours\n=======\n>>>>>>> theirs\n",
        "<<<<<<< ours\nA heading\n=======\n=======\nb\n>>>>>>> theirs\n",
    ],
    ids=["not closed", "half resolved", "without a middle", "opened twice", "to be read in two ways"],
)
def test_marks_that_do_not_pair_are_not_guessed_at(text: str) -> None:
    assert parted(text) is None


LINES = st.lists(
    st.sampled_from(["a\n", "=======\n", "<<<<<<< x\n", ">>>>>>>\n", "|||||||\n", "\n", "ü\r\n"])
)
TEXT = LINES.map("".join)
CONFLICTS = st.builds(Conflict, ours=TEXT, theirs=TEXT, base=st.none() | TEXT)


@given(st.lists(st.tuples(TEXT, CONFLICTS)), TEXT)
def test_with_marks_that_nobody_wrote_any_conflict_is_read_back(
    pairs: list[tuple[str, Conflict]], last: str
) -> None:
    parts = (*(part for pair in pairs for part in pair), last)
    size = unlike_marks(text for text in sides(parts) + tuple(c.base or "" for _, c in pairs))
    assert parted(marked(parts, size=size), size=size) == parts
