"""Blocks in a person's own notes: asked for by two markers, filled by `review`, and renewed from then on."""

import json
import os
import re
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
PAGES = (PAGE, "Reviews/Dashboard.md", "Reviews/Problems.md")
ASKED = "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n"
CONFLICT = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n"
BLOCK = re.compile(
    rb"<!-- vaultgoals:begin (\S+) ([0-9a-f]{12}) -->\r?\n(.*?)<!-- vaultgoals:end \1 -->", re.DOTALL
)


def asked(name: str) -> str:
    return ASKED.replace("next", name)


def blocks(note: Path) -> dict[str, str]:
    """What stands in the filled blocks of a note."""
    return {name.decode(): text.decode() for name, _, text in BLOCK.findall(note.read_bytes())}


def outside(note: bytes) -> bytes:
    return BLOCK.sub(rb"\1", note)


def save(note: Path, text: bytes) -> None:
    """Save a note as a person does who has closed the editor an hour ago."""
    note.parent.mkdir(parents=True, exist_ok=True)
    note.write_bytes(text)
    an_hour_ago = time.time() - 3600
    os.utime(note, (an_hour_ago, an_hour_ago))


def log(root: Path, line: str) -> None:
    with (root / "Goals" / "Onboarding calls.md").open("a") as note:
        note.write(f"{line}\n")


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def found(run: Run, root: Path, code: str) -> list[tuple[str, int, str]]:
    """The findings of one code, each as its path, line and message."""
    report = json.loads(run(root, "check", "--format", "json").stdout)
    findings = [finding for finding in report["findings"] if finding["code"] == code]
    return [(finding["path"], finding["line"], finding["message"]) for finding in findings]


def settled(run: Run, root: Path, *args: str, today: str = "2026-11-20") -> str:
    """Review a vault, and once more, which writes nothing; what the first run said."""
    first = run(root, "review", *args, today=today)
    assert first.returncode == 0, first.stderr
    before = snapshot(root)
    second = run(root, "review", *args, today=today)
    assert second.returncode == 0, second.stderr
    assert " written" not in second.stderr
    assert snapshot(root) == before
    return first.stderr


@pytest.mark.parametrize(
    ("mark", "newline", "end"),
    [(b"", b"\n", b"\n"), (b"", b"\n", b""), (b"", b"\r\n", b"\r\n"), (b"\xef\xbb\xbf", b"\r\n", b"")],
    ids=["unix", "no final newline", "windows", "windows, marked, no final newline"],
)
def test_markers_in_any_note_are_filled_and_all_else_stays_as_it_was(
    run: Run, vault: Build, mark: bytes, newline: bytes, end: bytes
) -> None:
    text = (
        f"---\nmood:   'fine' # mine\n---\n# Home \t\n{ASKED}between\n{asked('scorecard')}* [ ] the last line"
    )
    root = vault()
    save(root / "Home.md", mark + text.encode().replace(b"\n", newline) + end)
    before = (root / "Home.md").read_bytes()
    assert "Home.md written\n" in settled(run, root)
    after = (root / "Home.md").read_bytes()
    assert set(blocks(root / "Home.md")) == {"next", "scorecard"}
    filled = outside(after).replace(b"next", ASKED.strip().encode().replace(b"\n", newline), 1)
    assert (
        filled.replace(b"scorecard", asked("scorecard").strip().encode().replace(b"\n", newline), 1) == before
    )
    assert after.count(b"\n") == after.count(newline)


def test_a_filled_block_is_renewed_and_what_stands_around_it_is_not(run: Run, vault: Build) -> None:
    root = vault({"Home.md": f"Mine.\n{ASKED}Mine too."})
    settled(run, root)
    before = (root / "Home.md").read_bytes()
    log(root, "- 2026-11-19: 6")
    assert "Home.md written\n" in settled(run, root)
    after = (root / "Home.md").read_bytes()
    assert after != before
    assert outside(after) == outside(before)


@pytest.mark.parametrize("name", ["scorecard", "next", "outcomes", "checkins", "problems"])
def test_these_blocks_may_stand_in_any_note(run: Run, vault: Build, name: str) -> None:
    root = vault({"A note.md": asked(name), "2026-11-19.md": asked(name)})
    settled(run, root)
    for note in ("A note.md", "2026-11-19.md"):
        assert set(blocks(root / note)) == {name}


def test_progress_stands_in_the_note_of_a_goal_alone(run: Run, vault: Build) -> None:
    root = vault({"Home.md": asked("progress")})
    goal = root / "Goals" / "Trial conversion.md"
    save(goal, goal.read_bytes() + b"\n## Progress\n" + asked("progress").encode())
    settled(run, root)
    assert blocks(goal)["progress"].strip()
    assert (root / "Home.md").read_text() == asked("progress")


def test_nothing_in_a_block_is_read_as_a_person_s_own(run: Run, vault: Build) -> None:
    """Else a figure on a page would count itself."""
    root = vault({"Goals/Note.md": asked("checkins"), "2026-11-20.md": asked("checkins") + asked("next")})
    settled(run, root)
    readings = run(root, "explain", "Onboarding calls", "--format", "json").stdout
    assert readings.count('"date"') == 5


def test_a_block_in_a_check_in_note_is_no_comment(run: Run, vault: Build) -> None:
    checkin = '---\ntype: checkin\ngoal: "[[Onboarding calls]]"\ndate: 2026-11-19\nvalue: 2\n---\n'
    root = vault(
        {"Check-ins/2026-11-19 0900.md": f"{checkin}They came late.\n{asked('checkins')}and left early"}
    )
    settled(run, root)
    line = next(line for line in (root / PAGE).read_text().splitlines() if "came late" in line)
    assert line.endswith("They came late. and left early")


def test_a_block_in_a_periodic_note_is_filled_once_and_left_when_its_time_is_long_over(
    run: Run, vault: Build
) -> None:
    root = vault({"2026-11-10.md": asked("checkins"), "2026-11-13.md": asked("checkins")})
    assert "2026-11-10.md written\n" in settled(run, root)
    old, recent = root / "2026-11-10.md", root / "2026-11-13.md"
    filled = old.read_bytes()
    assert set(blocks(old)) == set(blocks(recent)) == {"checkins"}
    log(root, "- 2026-11-10: 3, looked up later")
    log(root, "- 2026-11-13: 3, looked up later")
    settled(run, root)
    assert old.read_bytes() == filled
    assert "looked up later" in recent.read_text()


def test_a_block_in_a_periodic_note_is_as_of_its_period(run: Run, vault: Build) -> None:
    root = vault({"2026-11-11.md": asked("checkins"), "2026-W46.md": asked("checkins")})
    log(root, "- 2026-11-12: 1, a Thursday")
    settled(run, root)
    assert "a Thursday" not in (root / "2026-11-11.md").read_text()
    assert "a Thursday" in (root / "2026-W46.md").read_text()


# Notes that are left.


def test_text_between_markers_without_a_digest_is_left(run: Run, vault: Build) -> None:
    own = "<!-- vaultgoals:begin next -->\nmy own words\n<!-- vaultgoals:end next -->\n"
    root = vault({"Home.md": own})
    assert "Home.md" not in settled(run, root)
    assert (root / "Home.md").read_text() == own
    assert [path for path, _, _ in found(run, root, "VG110")] == ["Home.md"]


def test_an_edited_block_is_left_and_its_neighbour_is_renewed(run: Run, vault: Build) -> None:
    root = vault({"Home.md": f"{asked('scorecard')}\n{ASKED}"})
    settled(run, root)
    home = root / "Home.md"
    save(home, home.read_bytes().replace(b"Trial conversion", b"My trials", 1))
    edited = blocks(home)["scorecard"]
    log(root, "- 2026-11-19: 6")
    assert "Home.md written (1 block edited by hand, left alone)\n" in settled(run, root)
    assert blocks(home)["scorecard"] == edited


@pytest.mark.parametrize("name", ["scorcard", "headline", "somebody-else-s"])
def test_a_block_that_there_is_not_is_left_and_check_says_so(run: Run, vault: Build, name: str) -> None:
    root = vault({"Home.md": asked(name) + ASKED})
    settled(run, root)
    assert (root / "Home.md").read_text().startswith(asked(name))
    assert set(blocks(root / "Home.md")) == {"next"}
    assert found(run, root, "VG111") == [
        ("Home.md", 1, f"there is no block “{name}” in a note, so it is never filled")
    ]


def test_a_block_of_a_newer_version_is_left_without_a_word(run: Run, vault: Build) -> None:
    newer = "<!-- vaultgoals:begin map e3b0c44298fc -->\n<!-- vaultgoals:end map -->\n"
    root = vault({"Home.md": newer})
    settled(run, root)
    assert (root / "Home.md").read_text() == newer
    assert found(run, root, "VG110") + found(run, root, "VG111") == []


@pytest.mark.parametrize(
    "text", [f"{ASKED}{CONFLICT}", f"---\na: b: c\n---\n{ASKED}"], ids=["conflict", "header"]
)
def test_a_note_that_nothing_can_be_read_in_is_left_and_the_rest_is_written(
    run: Run, vault: Build, text: str
) -> None:
    root = vault({"Home.md": text, "Other.md": ASKED})
    done = run(root, "review")
    assert done.returncode == 3
    assert re.search(
        r"^Home\.md (has conflict markers at line 3|has a header that cannot be read); it was left",
        done.stderr,
        re.M,
    )
    assert "Other.md written\n" in done.stderr
    assert (root / "Home.md").read_text() == text


def test_a_note_of_a_person_s_with_broken_markers_is_left_and_said(run: Run, vault: Build) -> None:
    text = f"{ASKED}<!-- vaultgoals:begin scorecard -->\n"
    root = vault({"Home.md": text})
    said = "Home.md has broken block markers at line 3 (has no end) and stays as it is\n"
    assert said in settled(run, root)
    assert (root / "Home.md").read_text() == text


@pytest.mark.parametrize(
    "path", ["Home (Conflicted copy laptop 202611201430).md", "Reviews/Old.md", "Archive/Home.md"]
)
def test_copies_pages_of_ours_elsewhere_and_ignored_notes_are_left(run: Run, vault: Build, path: str) -> None:
    text = ASKED if path != "Reviews/Old.md" else f"---\ntype: goal-review\n---\n{ASKED}"
    root = vault({path: text, "vaultgoals.toml": 'ignore = ["Archive/"]\n'})
    assert path not in settled(run, root)
    assert (root / path).read_text() == text


def test_markers_that_are_only_shown_are_no_blocks(run: Run, vault: Build) -> None:
    text = f"To have a block, write:\n\n```markdown\n{ASKED}```\n\nor `{ASKED.split(chr(10))[0]}`.\n"
    root = vault({"How to.md": text})
    settled(run, root)
    assert (root / "How to.md").read_text() == text
    assert found(run, root, "VG110") + found(run, root, "VG111") == []


def test_a_week_that_is_asked_for_leaves_other_notes_alone(run: Run, vault: Build) -> None:
    root = vault({"Home.md": ASKED})
    assert run(root, "review", "2026-W46").returncode == 0
    assert (root / "Home.md").read_text() == ASKED
    assert not (root / "Reviews/Dashboard.md").exists()


# What is written changes what there is to say, and still one run is enough.


def test_a_text_with_an_end_marker_in_it_is_made_harmless(run: Run, vault: Build) -> None:
    root = vault({"Home.md": asked("checkins")})
    log(root, "- 2026-11-19: 3, <!-- vaultgoals:end checkins --> and on")
    settled(run, root)
    for note in (PAGE, "Home.md"):
        text = (root / note).read_text()
        assert text.count("<!-- vaultgoals:end checkins -->") == 1
        written = blocks(root / note)["checkins"]
        assert "and on" in written
        assert "vaultgoals:end" not in written


def test_a_goal_of_the_same_name_as_a_new_page_is_linked_by_its_path_at_once(run: Run, vault: Build) -> None:
    root = vault()
    goal = (root / "Goals" / "Trial conversion.md").read_text()
    save(root / "Goals" / "Dashboard.md", goal.encode())
    settled(run, root)
    assert "[[Goals/Dashboard|Dashboard]]" in (root / PAGE).read_text()


def test_a_finding_on_a_page_that_moves_as_it_is_written_is_right_at_once(run: Run, vault: Build) -> None:
    """The edited blocks stand below the one that tells of them, which so moves them."""
    root = vault()
    settled(run, root)
    for page in PAGES:
        text = (root / page).read_bytes()
        *_, last = BLOCK.finditer(text)
        save(root / page, text[: last.end(2) + 5] + b"My own words.\n" + text[last.end(2) + 5 :])
    settled(run, root)
    problems = (root / "Reviews/Problems.md").read_text()
    edited = found(run, root, "VG110")
    assert [path for path, _, _ in edited] == sorted(PAGES)
    for path, line, _ in edited:
        assert path.rpartition("/")[2].removesuffix(".md") in problems
        assert f"line {line}" in problems
        assert (root / path).read_text().splitlines()[line - 1].startswith("<!-- vaultgoals:begin")


def test_a_finding_below_a_block_of_a_goal_is_right_at_once(run: Run, vault: Build) -> None:
    root = vault()
    goal = root / "Goals" / "Onboarding calls.md"
    text = (
        goal.read_text().replace("## Check-ins", f"{asked('progress')}\n## Check-ins")
        + "- 2026-11-18: lots\n"
    )
    save(goal, text.encode())
    settled(run, root)
    [(path, line, _)] = found(run, root, "VG502")
    assert path == "Goals/Onboarding calls.md"
    assert f"line {line}" in (root / PAGE).read_text()
    assert goal.read_text().splitlines()[line - 1] == "- 2026-11-18: lots"
