"""`vaultgoals review`: the pages, and all that a person may have done to them."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

PAGE = "Reviews/Weekly/Review 2026-W47.md"
LAST = "Reviews/Weekly/Review 2026-W46.md"
PROMPT = "**One thing I will do differently this week:**"
BLOCK = re.compile(rb"(<!-- vaultgoals:begin (\S+)) .*?(<!-- vaultgoals:end \2 -->)", re.DOTALL)


def outside(page: bytes) -> bytes:
    """What belongs to the person: the page without its frontmatter and without what stands in blocks."""
    return BLOCK.sub(rb"\1\3", page.split(b"---", 2)[2])


def edit(page: Path, change: Callable[[bytes], bytes]) -> None:
    """Save a page as a person does who has closed the editor an hour ago."""
    page.write_bytes(change(page.read_bytes()))
    an_hour_ago = time.time() - 3600
    os.utime(page, (an_hour_ago, an_hour_ago))


def log(root: Path, line: str) -> None:
    """Add a check-in to the process goal."""
    with (root / "Goals" / "Onboarding calls.md").open("a") as note:
        note.write(f"{line}\n")


WEEKLY_ONLY = (
    "[pages]\nmonthly = false\nquarterly = false\nyearly = false\ndashboard = false\nproblems = false\n"
)


@pytest.fixture
def vault(vault: Build) -> Build:
    """Builds a vault that wants weekly pages only, so that what is said is about these."""
    return lambda notes={}: vault({"vaultgoals.toml": WEEKLY_ONLY, **notes})


@pytest.fixture
def reviewed(run: Run, vault: Build) -> Path:
    """A vault with its page of the week."""
    root = vault()
    assert run(root, "review").returncode == 0
    return root


def test_the_first_review_writes_the_page_of_this_week(run: Run, vault: Build) -> None:
    root = vault()
    done = run(root, "review")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", f"{PAGE} written\n")
    page = (root / PAGE).read_text()
    assert page.startswith("---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\n")
    assert "\n# Week 47 · 16–22 November\n" in page
    assert "[[Trial conversion]]" in page
    assert "You did it. The number hardly moved." in page
    assert "“people who speak to us see the value.”" in page
    assert f"\n{PROMPT}\n" in page
    assert "- [ ]" not in page


def test_a_second_review_writes_nothing(run: Run, reviewed: Path) -> None:
    before = (reviewed / PAGE).stat()
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (0, f"{PAGE} is current\n")
    after = (reviewed / PAGE).stat()
    assert (after.st_mtime_ns, after.st_ino) == (before.st_mtime_ns, before.st_ino)


def test_nothing_but_the_page_is_left_in_the_vault(run: Run, reviewed: Path) -> None:
    log(reviewed, "- 2026-11-19: 3")
    run(reviewed, "review")
    assert {path.relative_to(reviewed).as_posix() for path in reviewed.rglob("*") if path.is_file()} == {
        "vaultgoals.toml",
        "Goals/Trial conversion.md",
        "Goals/Onboarding calls.md",
        PAGE,
    }


@pytest.mark.parametrize(
    ("periods", "pages"),
    [
        (("2026-W46",), (LAST,)),
        (("last week",), (LAST,)),
        (("this week", "2026-w46"), (LAST, PAGE)),
        (("2026-W47", "2026-W47"), (PAGE,)),
    ],
)
def test_the_weeks_asked_for_are_written(
    run: Run, vault: Build, periods: tuple[str, ...], pages: tuple[str, ...]
) -> None:
    root = vault()
    assert run(root, "review", *periods).returncode == 0
    written = sorted(path.relative_to(root).as_posix() for path in (root / "Reviews").rglob("*.md"))
    assert written == sorted(pages)


@pytest.mark.parametrize(
    "period", ["nonsense", "2026-W54", "2025-W53", "2026-W7", "2026-11-20", "0001-W01", ""]
)
def test_what_is_no_period_is_refused_and_nothing_is_written(run: Run, vault: Build, period: str) -> None:
    root = vault()
    done = run(root, "review", "this week", period)
    assert done.returncode == 2
    assert done.stderr == (
        f"vaultgoals: “{period}” is no period that can be reviewed.\n"
        "  Write it as 2026-W47, 2026-11, 2026-Q4 or 2026, or as “last week”.\n"
    )
    assert not (root / "Reviews").exists()


@pytest.mark.parametrize(
    ("period", "which"),
    [((), "All"), (("this week",), "Weekly"), (("last month", "this week"), "Weekly and monthly")],
)
def test_pages_that_are_switched_off_are_said_so(
    run: Run, vault: Build, period: tuple[str, ...], which: str
) -> None:
    root = vault({"vaultgoals.toml": f"{WEEKLY_ONLY}weekly = false\n"})
    done = run(root, "review", *period)
    assert (done.returncode, done.stderr) == (0, f"{which} pages are switched off in vaultgoals.toml.\n")


def test_quiet_says_nothing_but_what_went_wrong(run: Run, vault: Build) -> None:
    root = vault({LAST: "mine\n"})
    assert run(root, "-q", "review").stderr == ""
    assert run(root, "-q", "review", "last week").stderr != ""


def test_the_promise_of_last_week_is_quoted_once(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", today="2026-11-13")
    edit(root / LAST, lambda page: page.replace(PROMPT.encode(), f"{PROMPT} call on *day one*".encode()))
    run(root, "review")
    page = (root / PAGE).read_text()
    assert page.count("day one") == 1
    assert "Last week you wrote: " in page
    assert "([[Review 2026-W46]])" in page


def test_an_earlier_page_is_renewed_until_it_is_sealed(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "last week")
    assert run(root, "review", today="2026-11-22").returncode == 0
    assert "sealed: false" in (root / LAST).read_text()
    assert f"{LAST} written\n" in run(root, "review", today="2026-11-23").stderr
    assert "sealed: true" in (root / LAST).read_text()
    sealed = (root / LAST).read_bytes()
    log(root, "- 2026-11-12: 30")
    assert LAST not in run(root, "review", today="2026-11-24").stderr
    done = run(root, "review", "2026-W46", today="2026-11-24")
    assert (done.returncode, done.stderr) == (0, f"{LAST} is sealed and stays as it is\n")
    assert (root / LAST).read_bytes() == sealed


LATE = "2026-11-23"
"""The first day on which the page of week 46 is sealed."""


def without_line(key: bytes) -> Callable[[bytes], bytes]:
    return lambda page: re.sub(rb"(?m)^" + key + rb":.*\r?\n", b"", page, count=1)


@pytest.mark.parametrize("newline", [b"\n", b"\r\n"])
def test_a_page_without_its_seal_is_sealed_as_it_is_and_then_never_written(
    run: Run, vault: Build, newline: bytes
) -> None:
    root = vault()
    run(root, "review", "last week")
    edit(root / LAST, lambda page: without_line(b"adherence")(page).replace(b"\n", newline))
    edit(root / LAST, without_line(b"sealed"))
    before = (root / LAST).read_bytes()
    log(root, "- 2026-11-12: 30")
    assert f"{LAST} written\n" in run(root, "review", today=LATE).stderr
    header, body = before.split(b"---" + newline, 2)[1:]
    sealed = b"---%b%bsealed: true%b---%b%b" % (newline, header, newline, newline, body)
    assert (root / LAST).read_bytes() == sealed
    assert LAST not in run(root, "review", today=LATE).stderr
    assert (root / LAST).read_bytes() == sealed


@pytest.mark.parametrize("header", [b"---\n{type: goal-review, period: 2026-W46}\n---\n", b""])
def test_a_page_whose_header_can_hold_no_seal_is_sealed_by_its_date(
    run: Run, vault: Build, header: bytes
) -> None:
    root = vault({"vaultgoals.toml": '[types]\n"Reviews/" = "goal-review"\n'})
    run(root, "review", "last week")
    edit(root / LAST, lambda page: header + page.split(b"---\n", 2)[2])
    before = (root / LAST).read_bytes()
    log(root, "- 2026-11-12: 30")
    done = run(root, "review", "2026-W46", today=LATE)
    assert (done.returncode, done.stderr) == (0, f"{LAST} is sealed and stays as it is\n")
    assert (root / LAST).read_bytes() == before


def test_a_page_without_its_seal_is_renewed_while_its_week_is_near(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "last week")
    edit(root / LAST, without_line(b"sealed"))
    log(root, "- 2026-11-12: 30")
    assert f"{LAST} written\n" in run(root, "review", today="2026-11-22").stderr
    assert b"sealed" not in (root / LAST).read_bytes()


def test_a_page_whose_seal_was_taken_off_is_not_written_again_but_for_the_seal(
    run: Run, vault: Build
) -> None:
    root = vault()
    run(root, "review", "2026-W40")
    page = root / "Reviews/Weekly/Review 2026-W40.md"
    sealed = page.read_bytes()
    edit(page, without_line(b"sealed"))
    log(root, "- 2026-10-01: 30")
    assert run(root, "review").returncode == 0
    assert page.read_bytes() == sealed


def test_a_page_made_long_after_its_week_is_born_sealed(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review", "2026-W40")
    assert "sealed: true" in (root / "Reviews/Weekly/Review 2026-W40.md").read_text()


def as_it_is(page: bytes) -> bytes:
    return page


def windows(page: bytes) -> bytes:
    return b"\xef\xbb\xbf" + page.replace(b"\n", b"\r\n")


def mixed(page: bytes) -> bytes:
    return page.replace(b"\n\n", b"\r\n\n")


@pytest.mark.parametrize("newlines", [as_it_is, windows, mixed])
def test_what_a_person_wrote_survives_any_number_of_reviews(
    run: Run, reviewed: Path, newlines: Callable[[bytes], bytes]
) -> None:
    def written_into(page: bytes) -> bytes:
        for place, words in (
            (PROMPT.encode(), "\nI call first, and mail second. Grüße\u2028🙂".encode()),
            (b"# Week 47", b" or so"),
            (b"sealed: false", b"\nmood:   'fine'  # mine"),
            (b"<!-- vaultgoals:end next -->", b"\n\n<!-- a note to myself --> \t\n* [ ] a task of mine"),
        ):
            page = page.replace(place, place + words, 1)
        return newlines(page.rstrip(b"\n") + b"\n\nThe last line has no end")

    page = reviewed / PAGE
    edit(page, written_into)
    before = page.read_bytes()
    for day, line in enumerate(("- 2026-11-19: 2", "- 2026-11-20: 3, slow", "- 2026-11-21: 1"), 19):
        log(reviewed, line)
        assert run(reviewed, "review", today=f"2026-11-{day}").stderr == f"{PAGE} written\n"
    after = page.read_bytes()
    assert b"10 of 10" not in before
    assert b"Onboarding calls]] 3" in after
    assert outside(after) == outside(before)
    assert after.startswith(before[: before.index(b"adherence")])
    assert b"mood:   'fine'  # mine" in after
    assert run(reviewed, "review", today="2026-11-21").stderr == f"{PAGE} is current\n"
    assert page.read_bytes() == after


def test_a_page_that_is_being_typed_into_is_waited_for(run: Run, reviewed: Path) -> None:
    log(reviewed, "- 2026-11-19: 2")
    page = reviewed / PAGE
    page.write_text(page.read_text().replace(PROMPT, f"{PROMPT} less"))
    began = time.monotonic()
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (0, f"{PAGE} written\n")
    assert 1 < time.monotonic() - began < 5
    assert f"{PROMPT} less\n" in page.read_text()


def test_a_block_that_was_deleted_stays_deleted(run: Run, reviewed: Path) -> None:
    edit(
        reviewed / PAGE,
        lambda page: re.sub(
            rb"<!-- vaultgoals:begin scorecard.*?scorecard -->\n", b"", page, flags=re.DOTALL
        ),
    )
    log(reviewed, "- 2026-11-19: 2")
    assert run(reviewed, "review").returncode == 0
    page = (reviewed / PAGE).read_text()
    assert "scorecard" not in page
    assert "Thu 19" in page


@pytest.mark.parametrize("today", ["2026-11-20", "2026-12-20"])
def test_a_page_without_any_block_is_left_in_peace(run: Run, reviewed: Path, today: str) -> None:
    edit(reviewed / PAGE, lambda page: BLOCK.sub(b"", page))
    before = (reviewed / PAGE).read_bytes()
    log(reviewed, "- 2026-11-19: 2")
    done = run(reviewed, "review", "2026-W47", today=today)
    assert (done.returncode, done.stderr) == (0, f"{PAGE} has no blocks left and stays as it is\n")
    assert (reviewed / PAGE).read_bytes() == before


def test_text_between_markers_without_a_digest_is_nobody_s_but_the_person_s(run: Run, reviewed: Path) -> None:
    own = b"<!-- vaultgoals:begin next -->\nMY OWN SENTENCE\n<!-- vaultgoals:end next -->"
    next_block = re.compile(rb"<!-- vaultgoals:begin next .*?end next -->", re.DOTALL)
    edit(reviewed / PAGE, lambda page: next_block.sub(own, page))
    log(reviewed, "- 2026-11-19: 2")
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (0, f"{PAGE} written (1 block edited by hand, left alone)\n")
    assert own in (reviewed / PAGE).read_bytes()


def test_markers_that_a_person_wrote_are_filled(run: Run, reviewed: Path) -> None:
    before = (reviewed / PAGE).read_bytes()
    next_block = re.compile(rb"(<!-- vaultgoals:begin next) .*?(<!-- vaultgoals:end next -->)", re.DOTALL)
    edit(reviewed / PAGE, lambda page: next_block.sub(rb"\1 -->\n\n\2", page))
    assert run(reviewed, "review").returncode == 0
    assert (reviewed / PAGE).read_bytes() == before


@pytest.mark.parametrize("typed", [b"typed at the end", b"\ntyped at the end"])
def test_what_is_typed_before_an_end_marker_is_kept(run: Run, reviewed: Path, typed: bytes) -> None:
    end = b"<!-- vaultgoals:end next -->"
    edit(reviewed / PAGE, lambda page: page.replace(end, typed + end + b" and after"))
    log(reviewed, "- 2026-11-19: 2")
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (0, f"{PAGE} written (1 block edited by hand, left alone)\n")
    assert typed + end + b" and after\n" in (reviewed / PAGE).read_bytes()


def test_a_digest_that_was_typed_over_makes_an_edited_block(run: Run, reviewed: Path) -> None:
    digest = re.compile(rb"(?<=vaultgoals:begin next )\w+")
    edit(reviewed / PAGE, lambda page: digest.sub(b"ABC", page))
    before = (reviewed / PAGE).read_bytes()
    assert run(reviewed, "review").stderr == f"{PAGE} written (1 block edited by hand, left alone)\n"
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (
        0,
        f"{PAGE} is current (1 block edited by hand, left alone)\n",
    )
    after = (reviewed / PAGE).read_bytes()
    assert block_named(b"next", after) == block_named(b"next", before)
    assert "“next” was changed by hand".encode() in block_named(b"checkins", after)


def block_named(name: bytes, page: bytes) -> bytes:
    begin, end = b"<!-- vaultgoals:begin " + name, b"<!-- vaultgoals:end " + name
    return page[page.index(begin) : page.index(end)]


def test_a_page_counts_the_outcomes_that_are_not_paused(run: Run, vault: Build) -> None:
    outcome = "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n{}\n---\n"
    root = vault(
        {
            "Goals/Set aside.md": outcome.format("status: paused"),
            "Goals/Away.md": outcome.format("pauses: 2026-11-01..2026-12-01"),
            "Goals/Unmeasured.md": "---\ntype: outcome\nstatus: paused\n---\n",
        }
    )
    assert run(root, "review").returncode == 0
    page = (root / PAGE).read_text()
    assert "\non-track: 0\noutcomes: 1\n" in page
    assert "[[Set aside]]" in page


def test_a_block_edited_by_hand_is_left_and_said(run: Run, reviewed: Path) -> None:
    edit(reviewed / PAGE, lambda page: page.replace(b"You did it.", b"I did it."))
    log(reviewed, "- 2026-11-19: 2")
    done = run(reviewed, "review")
    assert (done.returncode, done.stderr) == (0, f"{PAGE} written (1 block edited by hand, left alone)\n")
    page = (reviewed / PAGE).read_text()
    assert "I did it. The number hardly moved." in page
    assert "Thu 19" in page


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda page: b"My own week.\n", "is not one of our pages (it has no `type: goal-review`)"),
        (
            lambda page: page + b"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
            "has conflict markers at line ",
        ),
        (lambda page: page + b"<<<<<<< HEAD\n", "has conflict markers at line "),
        (
            lambda page: page + b"```\n<!-- vaultgoals:begin next -->\n```\n",
            "has broken block markers at line ",
        ),
        (
            lambda page: page.replace(
                b"sealed: false", b"mood: |\n  <!-- vaultgoals:end next -->\nsealed: false"
            ),
            "has broken block markers at line 11 (in the header)",
        ),
        (
            lambda page: page.replace(b"<!-- vaultgoals:end next -->\n", b""),
            "has broken block markers at line ",
        ),
        (
            lambda page: page + b"<!-- vaultgoals:end next -->\n",
            "has broken block markers at line ",
        ),
        (lambda page: b"\xff\xfe" + page, "cannot be read"),
    ],
    ids=[
        "a person's file",
        "conflict",
        "half a conflict",
        "in code",
        "in the header",
        "end missing",
        "end doubled",
        "UTF-16",
    ],
)
def test_a_page_that_cannot_be_renewed_safely_is_left_and_the_others_are_written(
    run: Run, reviewed: Path, change: Callable[[bytes], bytes], reason: str
) -> None:
    edit(reviewed / PAGE, change)
    before = (reviewed / PAGE).read_bytes()
    done = run(reviewed, "review", "this week", "last week")
    assert done.returncode == 3
    assert f"{PAGE} {reason}" in done.stderr
    assert "; it was left as it is\n" in done.stderr
    assert f"{LAST} written\n" in done.stderr
    assert (reviewed / PAGE).read_bytes() == before


@pytest.mark.parametrize("locked", ["Reviews", "Reviews/Weekly"])
def test_a_read_only_folder_is_one_clear_sentence(vault: Build, environ: dict[str, str], locked: str) -> None:
    root = vault()
    (root / "Reviews").mkdir()
    (root / locked).mkdir(exist_ok=True)
    (root / locked).chmod(0o555)
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "review"]
    if os.geteuid() == 0:
        if not shutil.which("setpriv"):
            pytest.skip("the superuser may write anywhere")
        dropped = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={dropped}", f"--inh-caps={dropped}", *command]
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 3
    assert done.stderr == f"{PAGE} could not be written: permission denied\n"
    assert list((root / locked).iterdir()) == []


def test_a_page_is_the_same_bytes_on_every_machine(run: Run, vault: Build, tmp_path: Path) -> None:
    names = ("scorecard", "next", "outcomes", "checkins", "problems")
    blocks = "".join(f"<!-- vaultgoals:begin {name} -->\n<!-- vaultgoals:end {name} -->\n" for name in names)
    process = '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: daily\n---\n'
    notes = {"Goals/Größe.md": process, "Home.md": blocks, "Daily/2026-11-17.md": blocks}
    root = vault({"vaultgoals.toml": "", **notes})
    machines = (
        {"LC_ALL": "C", "PYTHONHASHSEED": "0"},
        {"LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "1", "TZ": "Europe/Berlin"},
        {"LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "TZ": "America/Los_Angeles"},
    )
    pages = set()
    for number, machine in enumerate(machines):
        copy = tmp_path / f"machine {number}"
        shutil.copytree(root, copy)
        for args in (["last week"], []):
            assert run(copy, "review", *args, **machine).returncode == 0
        written = sorted(copy.rglob("*.md"))
        pages.add(tuple((note.relative_to(copy).as_posix(), note.read_bytes()) for note in written))
    assert len(pages) == 1
    assert {LAST, PAGE, "Reviews/Dashboard.md"} <= dict(pages.pop()).keys()


def test_a_page_that_says_it_is_about_the_beginning_of_time_is_left(run: Run, reviewed: Path) -> None:
    oldest = "Reviews/Weekly/Review 0001-W01.md"
    (reviewed / oldest).write_text("---\ntype: goal-review\nperiod: 0001-W01\n---\n")
    assert run(reviewed, "review").stderr == f"{PAGE} is current\n"


def test_an_unreadable_note_beside_them_changes_no_figure(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review")
    before = (root / PAGE).read_text()
    (root / "Bad.md").write_bytes(b"---\ntype: outcome\n---\n\xff")
    assert run(root, "review").returncode == 0
    after = (root / PAGE).read_text()
    assert (
        after.split("<!-- vaultgoals:begin checkins")[0] == before.split("<!-- vaultgoals:begin checkins")[0]
    )
    assert "[[Bad]], line 1: " in after


def test_a_page_at_the_name_of_a_weekly_note_is_refused(vault: Build, run: Run) -> None:
    root = vault({"vaultgoals.toml": '[pages]\nweekly = "{period}.md"\n'})
    done = run(root, "review")
    assert (done.returncode, done.stdout) == (2, "")
    assert "pages.weekly would be 2026-W47.md, the name of a weekly note of yours." in done.stderr
    assert not (root / "2026-W47.md").exists()
