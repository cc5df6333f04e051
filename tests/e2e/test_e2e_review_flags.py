"""The flags of `vaultgoals review`: what is looked at only, made up for, opened again, or replaced."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
LAST = "Reviews/Weekly/Review 2026-W46.md"
DASHBOARD = "Reviews/Dashboard.md"
PROBLEMS = "Reviews/Problems.md"
LONGER = (
    "Reviews/Monthly/Review 2026-11.md",
    "Reviews/Quarterly/Review 2026-Q4.md",
    "Reviews/Yearly/Review 2026.md",
)
LATE = "2026-11-23"
"""The first day on which the page of week 46 is sealed."""


def snapshot(root: Path) -> dict[str, tuple[bytes, int]]:
    """All files of a vault: what stands in them, and when they were written."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def contents(root: Path) -> dict[str, bytes]:
    return {path: data for path, (data, _) in snapshot(root).items()}


def edit(page: Path, change: Callable[[bytes], bytes]) -> None:
    """Save a page as a person does who has closed the editor an hour ago."""
    before = page.read_bytes()
    assert change(before) != before
    page.write_bytes(change(before))
    an_hour_ago = time.time() - 3600
    os.utime(page, (an_hour_ago, an_hour_ago))


def log(root: Path, line: str) -> None:
    """Add a check-in to the process goal."""
    with (root / "Goals" / "Onboarding calls.md").open("a") as note:
        note.write(f"{line}\n")


@pytest.fixture
def reviewed(run: Run, vault: Build) -> Path:
    """A vault whose pages are current."""
    root = vault()
    assert run(root, "review").returncode == 0
    return root


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ("--reopen",),
            "--reopen needs the period whose page is to be renewed.\n  Write `review 2026-W46 --reopen`.",
        ),
        (("2026-W46", "--all"), "--all asks for every period.\n  Leave it out, or name no period."),
        (
            ("--stdout", "--diff"),
            "--stdout prints the pages themselves.\n  Leave it out, or --check and --diff.",
        ),
        (
            ("--check", "--stdout"),
            "--stdout prints the pages themselves.\n  Leave it out, or --check and --diff.",
        ),
    ],
)
def test_flags_that_make_no_sense_together_are_refused_in_a_sentence(
    run: Run, vault: Build, args: tuple[str, ...], said: str
) -> None:
    root = vault()
    done = run(root, "review", *args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"vaultgoals: {said}\n")
    assert not (root / "Reviews").exists()


@pytest.mark.parametrize(
    ("period", "page"),
    [
        ("2026-11", "Monthly/Review 2026-11"),
        ("2026-q4", "Quarterly/Review 2026-Q4"),
        ("2026", "Yearly/Review 2026"),
        ("last month", "Monthly/Review 2026-10"),
        ("this Quarter", "Quarterly/Review 2026-Q4"),
        ("This Year", "Yearly/Review 2026"),
    ],
)
def test_the_page_of_a_longer_period_is_written_when_it_is_asked_for(
    run: Run, vault: Build, period: str, page: str
) -> None:
    done = run(vault(), "review", period)
    assert (done.returncode, done.stderr) == (0, f"Reviews/{page}.md written\n")


# --check


def test_check_says_which_pages_are_missing_and_writes_none(run: Run, vault: Build) -> None:
    root = vault()
    before = snapshot(root)
    done = run(root, "review", "--check")
    assert (done.returncode, done.stdout) == (1, "")
    missing = (PAGE, *LONGER, DASHBOARD, PROBLEMS)
    assert done.stderr.splitlines() == [f"{page} is missing" for page in missing]
    assert snapshot(root) == before


def test_check_is_content_where_all_is_current(run: Run, reviewed: Path) -> None:
    done = run(reviewed, "review", "--check")
    assert (done.returncode, done.stderr) == (0, "All pages are current.\n")


def test_check_says_what_is_out_of_date(run: Run, reviewed: Path) -> None:
    log(reviewed, "- 2026-11-19: 2")
    before = snapshot(reviewed)
    done = run(reviewed, "review", "--check")
    assert done.returncode == 1
    assert f"{PAGE} is out of date\n" in done.stderr
    assert snapshot(reviewed) == before
    assert run(reviewed, "-q", "review", "--check").stderr == ""


def test_check_knows_blocks_in_other_notes_too(run: Run, reviewed: Path) -> None:
    (reviewed / "Home.md").write_text("<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n")
    done = run(reviewed, "review", "--check")
    assert done.returncode == 1
    assert "Home.md is out of date\n" in done.stderr


def test_check_exits_3_where_a_page_could_not_be_written(run: Run, vault: Build) -> None:
    root = vault({PAGE: "mine\n"})
    done = run(root, "review", "--check")
    assert done.returncode == 3
    assert f"{PAGE} is not one of our pages (it has no `type: goal-review`)\n" in done.stderr


def test_a_sealed_page_is_not_out_of_date(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W40")
    log(root, "- 2026-10-01: 3")
    done = run(root, "review", "2026-W40", "--check")
    assert (done.returncode, done.stderr) == (
        0,
        "Reviews/Weekly/Review 2026-W40.md is sealed and stays as it is\n",
    )


# --diff


@pytest.mark.skipif(shutil.which("git") is None, reason="git applies the diff")
def test_a_diff_is_what_would_be_written(
    run: Run, reviewed: Path, tmp_path: Path, environ: dict[str, str]
) -> None:
    log(reviewed, "- 2026-11-19: 2")
    (reviewed / "Home.md").write_bytes(
        b"\xef\xbb\xbf# Home\r\n<!-- vaultgoals:begin next -->\r\n<!-- vaultgoals:end next -->\r\nno end"
    )
    (reviewed / DASHBOARD).unlink()
    before = snapshot(reviewed)
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "review", "--diff"]
    done = subprocess.run(command, cwd=reviewed, env=environ, capture_output=True, check=True)
    assert done.stderr == b""
    assert f"--- a/{PAGE}\t\n+++ b/{PAGE}\t\n@@ ".encode() in done.stdout
    assert f"--- /dev/null\n+++ b/{DASHBOARD}\n@@ ".encode() in done.stdout
    assert b"\x1b[" not in done.stdout
    assert snapshot(reviewed) == before
    copy = tmp_path / "copy"
    shutil.copytree(reviewed, copy)
    patch = tmp_path / "review.diff"
    patch.write_bytes(done.stdout)
    subprocess.run(["git", "apply", "--whitespace=nowarn", str(patch)], cwd=copy, check=True)
    assert run(reviewed, "review").returncode == 0
    assert contents(copy) == contents(reviewed)


def test_a_diff_is_coloured_where_colours_are_wanted(run: Run, vault: Build) -> None:
    done = run(vault(), "review", "2026-W47", "--diff", FORCE_COLOR="1")
    assert done.stdout.startswith("\x1b[1m--- /dev/null\x1b[0m\n")
    assert "\n\x1b[32m+type: goal-review\x1b[0m\n" in done.stdout


def at_a_terminal(root: Path, environ: dict[str, str], *args: str) -> str:
    """What the program prints at a terminal."""
    ours, theirs = os.openpty()
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", *args]
    with subprocess.Popen(command, cwd=root, env=environ, stdout=theirs, stderr=subprocess.DEVNULL):
        os.close(theirs)
        printed = b""
        with suppress(OSError):  # so a terminal says that nobody writes to it any more
            while piece := os.read(ours, 1 << 16):
                printed += piece
    os.close(ours)
    return printed.decode().replace("\r\n", "\n")


@pytest.mark.parametrize("colour", ["NO_COLOR", "FORCE_COLOR"])
def test_nothing_in_a_note_acts_on_the_terminal_that_shows_its_diff(
    vault: Build, environ: dict[str, str], colour: str
) -> None:
    root = vault({"Home.md": "\x1b[2J mine\n<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n"})
    shown = at_a_terminal(root, environ | {colour: "1"}, "review", "--diff")
    assert " ␛[2J mine\n" in re.sub(r"\x1b\[[0-9;]*m", "", shown)
    assert "\x1b[2J" not in shown
    assert ("\x1b[32m+" in shown) is (colour == "FORCE_COLOR")


def test_a_page_at_a_terminal_is_its_text(vault: Build, environ: dict[str, str]) -> None:
    shown = at_a_terminal(vault(), environ, "review", "2026-W47", "--stdout")
    assert shown.startswith("---\ntype: goal-review\npage: weekly\n")
    assert shown.endswith("<!-- vaultgoals:end navigation -->\n")


def test_a_diff_may_be_checked_in_one_go(run: Run, vault: Build) -> None:
    done = run(vault(), "review", "2026-W47", "--diff", "--check")
    assert done.returncode == 1
    assert done.stdout.startswith("--- /dev/null\n")
    assert done.stderr == f"{PAGE} is missing\n"


def test_without_a_change_there_is_no_diff(run: Run, reviewed: Path) -> None:
    done = run(reviewed, "review", "--diff")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


# --stdout


def test_stdout_has_the_page_s_text_and_the_vault_stays_as_it_is(run: Run, vault: Build) -> None:
    root = vault()
    before = snapshot(root)
    done = run(root, "review", "2026-W47", "--stdout")
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(root) == before
    run(root, "review", "2026-W47")
    assert done.stdout == (root / PAGE).read_text()


def test_stdout_has_all_pages_and_no_note_of_the_person_s(run: Run, reviewed: Path) -> None:
    (reviewed / "Home.md").write_text("Mine.\n<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n")
    done = run(reviewed, "review", "--stdout")
    pages = re.findall(r"^page: (\w+)$", done.stdout, re.MULTILINE)
    assert pages == ["weekly", "monthly", "quarterly", "yearly", "dashboard", "problems"]
    assert "Mine." not in done.stdout


def test_stdout_prints_a_sealed_page_as_it_stands(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W40")
    log(root, "- 2026-10-01: 3")
    done = run(root, "review", "2026-W40", "--stdout")
    assert done.stdout == (root / "Reviews/Weekly/Review 2026-W40.md").read_text()


# --all


def weeks(root: Path) -> list[str]:
    return sorted(path.stem.removeprefix("Review ") for path in (root / "Reviews/Weekly").glob("*.md"))


def test_all_makes_the_missing_pages_of_every_week_since_the_first_check_in(run: Run, vault: Build) -> None:
    root = vault()
    assert run(root, "review", "--all").returncode == 0
    assert weeks(root) == ["2026-W43", "2026-W44", "2026-W45", "2026-W46", "2026-W47"]
    sealed = [week for week in weeks(root) if "sealed: true" in (root / page(week)).read_text()]
    assert sealed == ["2026-W43", "2026-W44", "2026-W45"]
    before = snapshot(root)
    for args in (("--all",), ()):
        assert run(root, "review", *args).returncode == 0
        assert snapshot(root) == before


def page(week: str) -> str:
    return f"Reviews/Weekly/Review {week}.md"


def test_all_leaves_the_pages_that_are_there_and_sealed(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W44")
    log(root, "- 2026-10-29: 30")
    before = (root / page("2026-W44")).read_bytes()
    assert run(root, "review", "--all").returncode == 0
    assert (root / page("2026-W44")).read_bytes() == before


def test_all_without_any_check_in_is_this_week_alone(run: Run, vault: Build) -> None:
    root = vault({"A.md": "---\ntype: objective\n---\n"}, bare=True)
    assert run(root, "review", "--all").returncode == 0
    assert weeks(root) == ["2026-W47"]


def test_all_does_not_follow_a_slip_of_the_pen_into_the_last_century(run: Run, vault: Build) -> None:
    root = vault()
    log(root, "- 1926-11-19: 2")
    done = run(root, "review", "--all")
    assert done.returncode == 2
    assert done.stderr == (
        "vaultgoals: The first check-in is dated 1926-11-19, in Goals/Onboarding calls.md.\n"
        "  Mend its date, or name the weeks whose pages you want.\n"
    )
    assert not (root / "Reviews").exists()


# --reopen


def test_a_sealed_page_is_reopened_once(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W46", today=LATE)
    log(root, "- 2026-11-12: 30")
    assert run(root, "review", "2026-W46", today=LATE).stderr == f"{LAST} is sealed and stays as it is\n"
    assert run(root, "review", "2026-W46", "--reopen", today=LATE).stderr == f"{LAST} written\n"
    assert "Onboarding calls 40 of 10" in (root / LAST).read_text()
    assert "sealed: true" in (root / LAST).read_text()
    before = snapshot(root)
    log(root, "- 2026-11-13: 1")
    assert run(root, "review", "2026-W46", today=LATE).stderr == f"{LAST} is sealed and stays as it is\n"
    assert (root / LAST).read_bytes() == before[LAST][0]


def test_a_page_that_lost_its_seal_is_reopened_and_sealed_at_once(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W46", today=LATE)
    log(root, "- 2026-11-12: 30")
    edit(root / LAST, lambda text: text.replace(b"sealed: true\n", b""))
    assert run(root, "review", "2026-W46", "--reopen", today=LATE).stderr == f"{LAST} written\n"
    assert "sealed: true" in (root / LAST).read_text()
    before = snapshot(root)
    assert LAST not in run(root, "review", today=LATE).stderr
    assert (root / LAST).read_bytes() == before[LAST][0]


def test_a_page_that_is_reopened_before_its_time_is_just_renewed(run: Run, reviewed: Path) -> None:
    log(reviewed, "- 2026-11-19: 2")
    assert run(reviewed, "review", "2026-W47", "--reopen").stderr == f"{PAGE} written\n"
    assert "sealed: false" in (reviewed / PAGE).read_text()


# --replace-edited


def test_edited_blocks_are_replaced_and_the_old_version_is_kept(
    run: Run, reviewed: Path, environ: dict[str, str]
) -> None:
    original = (reviewed / PAGE).read_bytes()
    edit(
        reviewed / PAGE,
        lambda text: text.replace(b"You did it.", b"I did it.").replace(b"# Week", b"# My week"),
    )
    mine = (reviewed / PAGE).read_bytes()
    run(reviewed, "review")
    assert b"I did it." in (reviewed / PAGE).read_bytes()
    done = run(reviewed, "review", "--replace-edited")
    assert done.returncode == 0
    assert (
        f"{PAGE} written (1 block edited by hand, replaced; `vaultgoals restore '{PAGE}'` takes yours back)\n"
    ) in done.stderr
    assert (reviewed / PAGE).read_bytes() == original.replace(b"# Week", b"# My week")
    kept = [file.read_bytes() for file in Path(environ["XDG_STATE_HOME"]).rglob(Path(PAGE).name)]
    assert any(b"I did it." in version for version in kept)
    assert mine != original
    before = snapshot(reviewed)
    assert run(reviewed, "review").returncode == 0
    assert run(reviewed, "review", "--replace-edited").returncode == 0
    assert snapshot(reviewed) == before


def test_text_between_markers_without_a_digest_is_replaced_too(run: Run, vault: Build) -> None:
    block = "<!-- vaultgoals:begin next -->\nmy own words\n<!-- vaultgoals:end next -->\n"
    root = vault({"Home.md": block})
    assert run(root, "review").returncode == 0
    assert (root / "Home.md").read_text() == block
    assert (
        "Home.md written (1 block edited by hand, replaced; "
        in run(root, "review", "--replace-edited").stderr
    )
    assert "my own words" not in (root / "Home.md").read_text()


def test_blocks_that_are_not_ours_to_fill_are_never_replaced(run: Run, reviewed: Path) -> None:
    own = b"\n<!-- vaultgoals:begin mine -->\nmy own words\n<!-- vaultgoals:end mine -->\n"
    edit(reviewed / PAGE, lambda text: text + own)
    # The page is written once, since it tells of the block that it cannot have; the block itself stays.
    for fate in ("written", "is current"):
        assert run(reviewed, "review", "2026-W47", "--replace-edited").stderr == f"{PAGE} {fate}\n"
        assert (reviewed / PAGE).read_bytes().endswith(own)


def test_edited_blocks_of_a_sealed_page_stay(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W40")
    sealed = root / page("2026-W40")
    edit(sealed, lambda text: text.replace(b"Reflection", b"Thoughts").replace(b"**Trial", b"**My trial"))
    before = sealed.read_bytes()
    assert run(root, "review", "2026-W40", "--replace-edited").returncode == 0
    assert sealed.read_bytes() == before
    assert run(root, "review", "2026-W40", "--replace-edited", "--reopen").returncode == 0
    assert b"**My trial" not in sealed.read_bytes()
    assert b"Thoughts" in sealed.read_bytes()
