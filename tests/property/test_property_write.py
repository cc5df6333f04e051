"""Whatever a note holds and whatever is written to it: one or the other stands there, and the old is kept."""

import os
import tempfile
from pathlib import Path
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.store import kept
from vaultgoals.store.files import read
from vaultgoals.store.write import Fate, rewrite, write_new

TEXT = st.text(st.characters(exclude_characters="\0\ufeff", exclude_categories=["Cs"]), max_size=60)
NAME = st.text(
    st.characters(exclude_characters="/\\\0", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20
)


@settings(max_examples=60, deadline=None)
@given(old=TEXT, new=TEXT, theirs=TEXT, bom=..., changes=...)
def test_a_write_lands_whole_or_not_at_all(
    old: str,
    new: str,
    theirs: str,
    *,
    bom: bool,
    changes: bool,
) -> None:
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_STATE_HOME=f"{folder}/state"):
        root = Path(folder, "vault")
        root.mkdir()
        mark = b"\xef\xbb\xbf" if bom else b""
        note = root / "a.md"
        note.write_bytes(mark + old.encode())
        expected = read(root, "a.md", limit=1000)
        if changes:
            note.write_bytes(theirs.encode())
        stood = note.read_bytes()

        receipt = rewrite(root, "a.md", new, expected=expected)

        meant = mark + new.encode()
        if receipt.fate == Fate.WRITTEN:
            assert note.read_bytes() == meant
            assert [version.file.read_bytes() for version in kept.versions(root)] == [stood]
        else:
            assert note.read_bytes() == stood
            assert (receipt.fate == Fate.UNCHANGED) == (meant in (stood, mark + old.encode()))
        assert os.listdir(root) == ["a.md"]


@settings(max_examples=60, deadline=None)
@given(path=st.lists(st.one_of(NAME, st.sampled_from(["..", ".", "", "Goals"])), min_size=1, max_size=4))
def test_nothing_is_ever_written_outside_the_vault(path: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, XDG_STATE_HOME=f"{folder}/state"):
        root = Path(folder, "deep", "vault")
        root.mkdir(parents=True)

        write_new(root, "/".join(path), "text")

        outside = [found for found in Path(folder).rglob("*") if found.is_file()]
        assert all(root in found.parents or found.is_relative_to(f"{folder}/state") for found in outside)
        assert all(
            not name.startswith(".") for found in root.rglob("*") for name in found.relative_to(root).parts
        )
