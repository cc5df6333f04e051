"""The baseline's file: what is written is read again, and what cannot be read is refused in one sentence."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.baseline import Baseline
from vaultgoals.errors import ConfigError
from vaultgoals.store.baseline import baseline_text, load_baseline
from vaultgoals.store.names import BASELINE
from vaultgoals.store.settings import load_config

KINDS = st.dictionaries(
    st.builds(
        "{} VG{} {:016x}".format, st.text(st.characters()), st.integers(101, 599), st.integers(0, 2**64 - 1)
    ),
    st.integers(1, 9),
)


def load(root: Path, text: str | bytes) -> Baseline:
    (root / BASELINE).write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_baseline(root)


def test_a_vault_without_the_file_knows_no_finding(tmp_path: Path) -> None:
    assert load_baseline(tmp_path) == Baseline()


def test_the_file_has_a_finding_a_line_sorted_and_every_line_alike() -> None:
    baseline = Baseline(counts={"Goals/Z.md VG303 2": 2, "Goals/A “b”.md VG201 1": 1})
    assert baseline_text(baseline).splitlines() == [
        "{",
        '"Goals/A “b”.md VG201 1": 1,',
        '"Goals/Z.md VG303 2": 2,',
        '"schema": 1',
        "}",
    ]


@given(counts=KINDS)
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, counts: dict[str, int]
) -> None:
    text = baseline_text(Baseline(counts=counts)).encode("utf-8", "backslashreplace")
    assert load(tmp_path_factory.mktemp("vault"), text).counts == counts


def test_it_is_among_the_settings_of_a_vault(tmp_path: Path) -> None:
    load(tmp_path, '{"X.md VG201 1": 3, "schema": 1}')
    assert load_config(tmp_path).baseline.size == 3


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is not valid JSON (Expecting value: line 1 column 1 (char 0))"),
        ("<<<<<<<<< HEAD\n{}", "is not valid JSON ("),
        ("[" * 100_000, "is nested too deeply"),
        ('{"X": ' + "1" * 5000 + "}", "is not valid JSON ("),
        ("[]", "is no baseline that can be read here (its `schema` is not 1)"),
        ("{}", "is no baseline that can be read here (its `schema` is not 1)"),
        ('{"schema": 2}', "is no baseline that can be read here (its `schema` is not 1)"),
        ('{"schema": 1, "X.md": "1"}', "does not say how many there are of “X.md”"),
        ('{"schema": 1, "X.md": 0}', "does not say how many there are of “X.md”"),
        ('{"schema": 1, "X.md": true}', "does not say how many there are of “X.md”"),
        (b"\xff\xfe", "is UTF-16 text, not UTF-8"),
        (b"\xff", "is not UTF-8 text (byte 0xff at 0)"),
        (b" " * (5 * 2**20 + 1), "is larger than 5 MiB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_one_sentence(
    tmp_path: Path, text: str | bytes, reason: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, text)
    assert refused.value.message.startswith(f"{BASELINE} {reason}")
    assert refused.value.message.count("\n") == 0
    assert refused.value.hint.startswith("Mend it, or delete it and write it anew")


SIDES = """{{
"A.md VG201 1": 1,
{ours}"B.md VG201 1": 2,
{between}"C.md VG201 1": 1,
{theirs}"schema": 1
}}
"""


def test_a_merge_conflict_is_named_with_the_way_out(tmp_path: Path) -> None:
    conflict = SIDES.format(ours="<<<<<<< HEAD\n", between="=======\n", theirs=">>>>>>> other\n")
    with pytest.raises(ConfigError) as refused:
        load(tmp_path, conflict)
    assert refused.value.message == f"{BASELINE} holds a merge conflict of git in line 3, `<<<<<<<`."
    assert refused.value.hint.startswith(
        "Delete the lines of `<<<<<<<`, `=======` and `>>>>>>>` and keep all"
    )
    assert load(tmp_path, SIDES.format(ours="", between="", theirs="")).size == 4


def test_a_link_or_a_pipe_in_its_place_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / BASELINE)
    with pytest.raises(ConfigError, match="is a named pipe"):
        load_baseline(tmp_path)
    (tmp_path / BASELINE).unlink()
    (tmp_path / BASELINE).symlink_to("/etc/passwd")
    with pytest.raises(ConfigError, match="is a symbolic link"):
        load_baseline(tmp_path)


def test_git_merges_the_baselines_of_two_branches(tmp_path: Path) -> None:
    common = {f"Goals/{letter}.md VG201 1": 1 for letter in "CDEF"}
    for name, counts in {
        "base": common,
        "ours": common | {"Goals/A.md VG201 1": 1},
        "theirs": {kind: count for kind, count in common.items() if "E.md" not in kind}
        | {"Goals/Z.md VG303 1": 1},
    }.items():
        (tmp_path / name).write_text(baseline_text(Baseline(counts=counts)))
    merge = ["git", "merge-file", "-p", "ours", "base", "theirs"]
    merged = subprocess.run(merge, cwd=tmp_path, capture_output=True, check=True).stdout
    letters = [kind.removeprefix("Goals/")[0] for kind in load(tmp_path, merged).counts]
    assert letters == ["A", "C", "D", "F", "Z"]


def test_it_is_json_for_anybody() -> None:
    assert json.loads(baseline_text(Baseline(counts={"X.md VG201 1": 1}))) == {"X.md VG201 1": 1, "schema": 1}
