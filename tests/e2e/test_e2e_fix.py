"""`vaultgoals check --fix` and `--diff`: what is mended, what is left, and that nothing else changes."""

import json
import os
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

LOOSE = (
    "---\ntype: process\nserves: [[Trial conversion]] # why\ncadence: weekly\nbecause: it helps\n---\nText.\n"
)
MENDED = LOOSE.replace("serves: [[Trial conversion]]", 'outcome: "[[Trial conversion]]"')
GUESS = LOOSE.replace("serves: [[Trial conversion]]", 'outcome: "[[Trial convershun]]"')
DIFF = """\
--- a/Goals/Post.md
+++ b/Goals/Post.md
@@ -1,6 +1,6 @@
 ---
 type: process
-serves: [[Trial conversion]] # why
+outcome: "[[Trial conversion]]" # why
 cadence: weekly
 because: it helps
 ---
"""


@pytest.fixture
def rested(vault: Build) -> Build:
    """Builds a vault whose notes nobody has touched for an hour."""

    def build(*args: object) -> Path:
        root = vault(*args)
        hour_ago = time.time() - 3600
        for file in root.rglob("*.md"):
            os.utime(file, (hour_ago, hour_ago))
        return root

    return build


def test_what_needs_no_judgement_is_mended_and_said_and_the_rest_follows(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE, "Goals/Mail.md": GUESS})
    done = run(root, "check", "--fix")
    assert (root / "Goals/Post.md").read_bytes() == MENDED.encode()
    assert (root / "Goals/Mail.md").read_bytes() == GUESS.encode()
    assert done.stderr.splitlines() == [
        "Goals/Post.md:3: VG113 mended: rename `serves` to `outcome`",
        "Goals/Post.md:3: VG113 mended: put the link of `outcome` in quotes",
        "`vaultgoals restore` brings the old versions back.",
    ]
    assert done.stdout.startswith("Goals/Mail.md:3:11: error VG202 unresolved-link: ")
    assert done.returncode == 1


def test_the_exit_code_is_about_what_remains(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE.replace("[[Trial conversion]]", "x\ndue: 20.12.2026")})
    assert run(root, "check", "--select", "VG107").returncode == 1
    assert run(root, "check", "--select", "VG107", "--fix").returncode == 0


def test_a_guess_is_made_only_for_who_asks_for_it(run: Run, rested: Build) -> None:
    root = rested({"Goals/Mail.md": GUESS})
    assert run(root, "check", "--fix").returncode == 1
    done = run(root, "check", "--fix", "--unsafe")
    assert done.returncode == 0
    assert "VG202 mended: link `outcome` to [[Trial conversion]]\n" in done.stderr
    assert '"[[Trial conversion]]" # why' in (root / "Goals/Mail.md").read_text()


def test_to_make_guesses_about_nothing_is_refused(run: Run, vault: Build) -> None:
    done = run(vault(), "check", "--unsafe")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vaultgoals: --unsafe says how to mend.\n")


@pytest.mark.parametrize("options", [("--diff",), ("--fix", "--diff"), ("--diff", "--format", "json")])
def test_a_diff_shows_what_would_change_and_writes_nothing(
    run: Run, vault: Build, options: tuple[str, ...]
) -> None:
    root = vault({"Goals/Post.md": LOOSE})
    done = run(root, "check", *options)
    assert (done.returncode, done.stdout, done.stderr) == (0, DIFF, "")
    assert (root / "Goals/Post.md").read_bytes() == LOOSE.encode()


def test_a_diff_of_nothing_is_empty_and_the_findings_still_count(run: Run, vault: Build) -> None:
    done = run(vault({"Goals/Mail.md": GUESS}), "check", "--diff")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_git_takes_the_diff_and_makes_of_it_what_fix_does(run: Run, rested: Build) -> None:
    odd = "\ufeff" + LOOSE.removesuffix("\n")
    root = rested({"Goals/Post.md": LOOSE, "Goals/Größe, odd.md": odd})
    diff = run(root, "check", "--diff").stdout
    copy = root.parent / "copy"
    subprocess.run(["cp", "-r", root, copy], check=True)
    subprocess.run(["git", "apply", "-"], cwd=copy, input=diff.encode(), check=True)
    run(root, "check", "--fix")
    for name in ("Goals/Post.md", "Goals/Größe, odd.md"):
        assert (copy / name).read_bytes() == (root / name).read_bytes() != LOOSE.encode()


def test_encoding_mark_and_newlines_survive(run: Run, rested: Build) -> None:
    odd = LOOSE.replace("\n", "\r\n").removesuffix("\r\n")
    root = rested({"Goals/Post.md": b"\xef\xbb\xbf" + odd.encode()})
    assert run(root, "check", "--fix").returncode == 0
    expected = odd.replace("serves: [[Trial conversion]]", 'outcome: "[[Trial conversion]]"')
    assert (root / "Goals/Post.md").read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_the_old_version_is_kept_and_can_be_brought_back(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE})
    run(root, "check", "--fix")
    assert run(root, "restore", "Goals/Post.md").returncode == 0
    assert (root / "Goals/Post.md").read_bytes() == LOOSE.encode()


def test_a_second_time_there_is_nothing_to_mend(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE})
    run(root, "check", "--fix")
    before = (root / "Goals/Post.md").stat()
    done = run(root, "check", "--fix")
    assert (done.returncode, done.stderr) == (0, "Nothing was mended.\n")
    assert (root / "Goals/Post.md").stat() == before


def test_only_what_is_chosen_is_mended(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE, "Old/Post.md": LOOSE, "Old/Date.md": MENDED + "\n"})
    run(root, "check", "--fix", "Old")
    assert (root / "Goals/Post.md").read_bytes() == LOOSE.encode()
    assert (root / "Old/Post.md").read_bytes() == MENDED.encode()
    done = run(root, "check", "--fix", "--select", "VG106")
    assert (done.returncode, done.stderr) == (0, "Nothing was mended.\n")
    assert (root / "Goals/Post.md").read_bytes() == LOOSE.encode()


def test_programs_get_json_and_nothing_else(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE, "Goals/Mail.md": GUESS})
    before = json.loads(run(root, "check", "--format", "json").stdout)["findings"]
    assert [(f["code"], f["fixable"]) for f in before if f["code"] in ("VG113", "VG202")] == [
        ("VG202", False),
        ("VG113", True),
        ("VG113", True),
    ]
    done = run(root, "check", "--fix", "--format", "json")
    assert not [one for one in json.loads(done.stdout)["findings"] if one["fixable"]]
    assert "mended" in done.stderr


def test_a_misspelt_name_of_what_is_needed_is_one_error_and_mended(run: Run, rested: Build) -> None:
    misspelt = MENDED.replace("cadence", "cadance")
    root = rested({"Goals/Post.md": misspelt})
    (found,) = json.loads(run(root, "check", "--ignore", "VG4", "--format", "json").stdout)["findings"]
    assert (found["code"], found["line"], found["fixable"]) == ("VG308", 4, True)
    assert run(root, "check").returncode == 1
    done = run(root, "check", "--fix")
    assert done.returncode == 0
    assert "Goals/Post.md:4: VG308 mended: rename `cadance` to `cadence`\n" in done.stderr
    assert (root / "Goals/Post.md").read_text() == MENDED


def test_what_was_refused_is_not_promised_again(run: Run, rested: Build) -> None:
    root = rested({"Goals/Typo.md": "---\ntype: proces\ncadence: weekly\n---\n"})
    promise = "`vaultgoals check --fix` can mend 1 of them."
    assert promise in run(root, "check").stdout
    done = run(root, "check", "--fix")
    assert "VG108 not mended" in done.stderr
    assert "VG108 unknown-type" in done.stdout
    assert promise not in done.stdout


def test_who_asks_for_quiet_hears_only_what_was_left(run: Run, rested: Build) -> None:
    misspelt = "---\ntype: proces\ncadence: weekly\n---\n"
    root = rested({"Goals/Post.md": LOOSE, "Goals/Typo.md": misspelt})
    done = run(root, "-q", "check", "--fix")
    assert done.stderr.startswith("Goals/Typo.md:2: VG108 not mended (write `type: process`): ")
    assert "): VG201 would then be an error in Goals/Typo.md: " in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (root / "Goals/Post.md").read_bytes() == MENDED.encode()
    assert (root / "Goals/Typo.md").read_bytes() == misspelt.encode()


def test_notes_that_cannot_be_read_as_they_are_meant_are_never_touched(run: Run, rested: Build) -> None:
    notes = {
        "Conflict.md": LOOSE + "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n",
        "Twice.md": LOOSE.replace("cadence", "serves"),
        "Open.md": LOOSE.removesuffix("---\nText.\n"),
        "Latin.md": LOOSE.encode() + b"\xe9",
        "Copy (Conflicted copy laptop 202611201430).md": LOOSE,
    }
    root = rested(notes)
    done = run(root, "check", "--fix")
    assert "mended:" not in done.stderr
    assert "Traceback" not in done.stderr
    for name, text in notes.items():
        assert (root / name).read_bytes() == (text.encode() if isinstance(text, str) else text)


def test_a_note_with_a_second_name_is_left_and_the_rest_is_mended(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE, "Goals/Mail.md": LOOSE})
    os.link(root / "Goals/Mail.md", root.parent / "elsewhere.md")
    done = run(root, "check", "--fix")
    assert done.returncode == 3
    assert "Goals/Mail.md has a second name (a hard link)" in done.stderr
    assert (root / "Goals/Mail.md").read_bytes() == LOOSE.encode()
    assert (root / "Goals/Post.md").read_bytes() == MENDED.encode()


def test_a_note_that_was_just_saved_is_waited_for(run: Run, vault: Build) -> None:
    root = vault({"Goals/Post.md": LOOSE})
    assert run(root, "check", "--fix").returncode == 0
    assert (root / "Goals/Post.md").read_bytes() == MENDED.encode()


def test_a_note_in_an_editor_is_left(run: Run, rested: Build) -> None:
    root = rested({"Goals/Post.md": LOOSE})
    (root / "Goals/.Post.md.swp").write_bytes(b"swap")
    done = run(root, "check", "--fix")
    assert (done.returncode, done.stderr.splitlines()) == (
        3,
        ["Nothing was mended.", "Goals/Post.md is being edited; it was left as it is"],
    )
    assert (root / "Goals/Post.md").read_bytes() == LOOSE.encode()
