"""A vault that somebody else sent: whatever stands in it, the healthy goals in it are read as ever."""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile import FILES, NAMES, TEXTS, TOO_MANY_TASKS, header, spoil

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

HEALTHY = ("Goals/Trial conversion.md", "Goals/Onboarding calls.md")
MEMORY = 500 << 20
SECONDS = 30
LOOKS = (
    ("check",),
    ("check", "--format", "json"),
    ("status",),
    ("next",),
    ("graph",),
    ("review", "--diff"),
)


@pytest.fixture
def beside(vault: Build) -> Path:
    """A healthy vault with all that is hostile beside its notes."""
    root = vault()
    spoil(root)
    return root


def bounded(run: Run, root: Path, *args: str, seconds: float = SECONDS) -> subprocess.CompletedProcess[str]:
    """A command that must end soon, with little memory, and without a word that means a fault of ours."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run(root, *args)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < seconds
    assert done.returncode in (0, 1, 3), done.stderr
    assert "Traceback" not in done.stderr
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout + done.stderr)
    return done


def test_healthy_goals_have_the_same_figures_whatever_stands_beside_them(
    run: Run, vault: Build, tmp_path: Path
) -> None:
    root = vault()
    alone = {path: run(root, "explain", path, "--format", "json").stdout for path in HEALTHY}
    spoil(root)
    assert {path: run(root, "explain", path, "--format", "json").stdout for path in HEALTHY} == alone
    told = json.loads(bounded(run, root, "status", "--format", "json").stdout)["goals"]
    assert set(HEALTHY) <= {goal["path"] for goal in told}


@pytest.mark.parametrize("args", LOOKS, ids=" ".join)
def test_every_command_ends_soon_and_says_its_say(run: Run, beside: Path, args: tuple[str, ...]) -> None:
    bounded(run, beside, *args)
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024 < MEMORY


def test_nothing_in_it_is_changed_and_nothing_in_it_is_run(run: Run, beside: Path) -> None:
    bounded(run, beside, "review")
    bounded(run, beside, "check", "--fix")
    changed = [name for name, data in TEXTS.items() if (beside / f"Hostile/{name}.md").read_bytes() != data]
    assert changed == [name for name in changed if name.startswith(("28", "35"))]  # what a fix is for
    assert not Path("/tmp/owned").exists()
    assert list(beside.rglob("owned")) == []


def test_what_cannot_be_read_is_named_and_costs_nothing_else(run: Run, beside: Path) -> None:
    found = json.loads(bounded(run, beside, "check", "--format", "json").stdout)["findings"]
    unread = {finding["path"] for finding in found if finding["code"] in ("VG101", "VG102", "VG103", "VG105")}
    for name in ("3 UTF-16", "4 Latin-1", "8 NUL in the middle", "9 a gigabyte", "13 pipe", "22 depth"):
        assert f"Hostile/{name}.md" in unread
    assert not any("/56 " in finding["path"] for finding in found)


def test_of_each_note_it_can_be_told_what_was_read(run: Run, beside: Path) -> None:
    notes = [f"Hostile/{name}.md" for name in (*TEXTS, *FILES) if (beside / f"Hostile/{name}.md").is_file()]
    done = bounded(run, beside, "inspect", *notes)
    assert [name for name in notes if name not in done.stdout] == []


def test_a_goal_of_600000_tasks_is_checked_within_ten_seconds_and_where_reading_stopped_is_told(
    run: Run, vault: Build
) -> None:
    root = vault({"Goals/Many.md": TOO_MANY_TASKS})
    found = json.loads(bounded(run, root, "check", "--format", "json", seconds=10).stdout)["findings"]
    [told] = (finding for finding in found if finding["code"] == "VG105")
    first_unread = len(header().splitlines()) - 1 + 50_000
    assert (told["path"], told["line"]) == ("Goals/Many.md", first_unread + 1)
    assert (root / "Goals/Many.md").read_bytes() == TOO_MANY_TASKS


def test_names_that_are_no_words_are_found_all_the_same(run: Run, beside: Path) -> None:
    told = json.loads(bounded(run, beside, "status", "--format", "json").stdout)["goals"]
    paths = {goal["path"] for goal in told}
    for name in ("19 long", "51 composed", "54 longer in lower case", "108 an option", "108 newline"):
        assert f"Hostile/{os.fsdecode(NAMES[name])}" in paths
    assert not any("conflict" in path for path in paths)


def test_a_module_in_the_vault_is_not_imported(run: Run, vault: Build) -> None:
    root = vault({f"{name}.py": "open('owned', 'w')" for name in ("yaml", "jinja2", "sitecustomize", "rich")})
    assert run(root, "check").returncode == 0
    assert not (root / "owned").exists()


@pytest.mark.parametrize("args", [*LOOKS, ("review",)], ids=" ".join)
def test_a_handful_of_open_files_is_enough(
    vault: Build, environ: dict[str, str], args: tuple[str, ...]
) -> None:
    root = vault({f"Notes/{number}/{number}.md": f"See [[{number + 1}]].\n" for number in range(60)})
    command = ["sh", "-c", 'ulimit -n 20 && exec "$@"', "sh", sys.executable, "-m", "vaultgoals", *args]
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr if args != ("review",) else "") == (0, "")


NEWLINE = re.compile("\r\n|\r|\n")


@pytest.mark.parametrize(
    ("mark", "newline"), [("", "\n"), ("", "\r\n"), ("\ufeff", "\n"), ("\ufeff", "\r\n")], ids=repr
)
def test_the_place_of_a_finding_is_where_it_stands_in_the_file(
    run: Run, vault: Build, mark: str, newline: str
) -> None:
    text = (
        '---\ntype: process\nbecause: "é 🎯 \u2028 \u0085 ü"\ncadence: weekly # 漢字\n'
        'outcome: "[[Nobody 🎯]]"\nowner: Ana\ndue: 2026-02-30\nstart:  never \n---\n'
    )
    root = vault({"Goals/Odd.md": (mark + text.replace("\n", newline)).encode()})
    found = json.loads(run(root, "check", "--format", "json").stdout)["findings"]
    lines = NEWLINE.split((root / "Goals/Odd.md").read_bytes().decode("utf-8-sig"))
    told = {
        lines[one["line"] - 1][one["column"] - 1 : one["end_column"] - 1]
        for one in found
        if one["path"] == "Goals/Odd.md" and one["line"] == one["end_line"]
    }
    assert {"[[Nobody 🎯]]", "2026-02-30", "never"} <= told
