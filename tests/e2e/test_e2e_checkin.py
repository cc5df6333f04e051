"""Logging from the shell, as people type it: at a terminal and without one."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from shown import Terminal

Build = Callable[..., Path]
Run = Callable[..., CompletedProcess[str]]

CALLS = """\
---
type: process
outcome: "[[Trial conversion]]"
cadence: 50 calls per week
because: more talks, more trials.
start: 2026-09-28
---
## Check-ins

- 2026-11-17: 30
"""
NOTES = {"Goals/Outbound calls.md": CALLS}
ONBOARDING = "Goals/Onboarding calls.md"


def at_terminal(
    root: Path, environ: Mapping[str, str], args: Sequence[str], answers: Sequence[tuple[str, str]]
) -> tuple[int, str]:
    """What a terminal of 80 columns shows in the end; each answer is typed once its question is seen."""
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", *args]
    with Terminal(command, size=(80, 40), cwd=root, environ=environ) as terminal:
        for question, answer in answers:
            terminal.see(question)
            terminal.type(answer)
        return terminal.end(), terminal.text


def logged(root: Path) -> list[str]:
    """The names of the check-in notes, without the time."""
    names = sorted(path.name for path in (root / "Check-ins").rglob("*.md"))
    return [f"{name[:11]}{name[16:]}" for name in names]


# One reading.


def test_a_reading_is_a_note_of_its_own_and_what_it_means_is_said(vault: Build, run: Run) -> None:
    root = vault(NOTES)
    before = {path: path.read_bytes() for path in root.rglob("*.md")}
    done = run(root, "checkin", "outb", "12, two meetings", "--by", "Ana", TZ="UTC")
    said, path = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "“outb” is “Outbound calls”.\n")
    assert said == "Outbound calls: 12 on Fri 20 Nov → 42 of 50 this week, 8 to go"
    assert (root / path).read_text() == (
        '---\ntype: checkin\ngoal: "[[Outbound calls]]"\ndate: 2026-11-20\nvalue: 12\nby: Ana\n---\n'
        "two meetings\n"
    )
    assert {path: path.read_bytes() for path in before} == before
    assert run(root, "check", "--strict", path).returncode == 0
    again = run(root, "checkin", "Outbound calls", "30", "--date", "2026-11-17", "-q")
    assert again.stdout.count("\n") == 1
    assert again.stderr == "Goals/Outbound calls.md:10 says the same of that day; both count.\n"
    assert logged(root) == ["2026-11-17 Outbound calls.md", "2026-11-20 Outbound calls.md"]


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("calls", "3"), ("“calls” may be 2 goals", "Onboarding calls, Outbound calls")),
        (
            ("outbound", "twelve"),
            ("“twelve” is no value of “Outbound calls”, which counts calls", "such as 30"),
        ),
        (("outbound",), ("A value for “outbound” is missing",)),
        ((), ("asks only at a terminal",)),
        (("outbound", ""), ("What is empty is no value",)),
        (("outbound", "--confidence", "1"), ("“1” cannot be read as a confidence",)),
        (("outbound", "--nope"), ("No such option",)),
        (("outbound", "3", "--note", "\udcff"), ("not text in UTF-8",)),
    ],
)
def test_what_cannot_be_logged_is_said_in_words_and_nothing_is_written(
    vault: Build, run: Run, args: tuple[str, ...], words: tuple[str, ...]
) -> None:
    root = vault(NOTES)
    done = run(root, "checkin", *args)
    assert (done.returncode, done.stdout) == (2, "")
    assert [word for word in words if word not in done.stderr] == []
    assert not (root / "Check-ins").exists()


def test_a_day_to_come_and_a_goal_at_rest_are_said_and_logged_all_the_same(vault: Build, run: Run) -> None:
    root = vault({"Goals/Outbound calls.md": CALLS.replace("start:", "status: paused\nstart:")})
    done = run(root, "checkin", "outbound", "-3", "--date", "2026-12-01", "--confidence", "at risk")
    assert done.returncode == 0
    assert "“Outbound calls” is paused; it is logged all the same.\n" in done.stderr
    assert "Tue 1 Dec is still to come; this counts from then on.\n" in done.stderr
    assert logged(root) == ["2026-12-01 Outbound calls.md"]


def test_yesterday_and_what_can_hardly_be_meant_are_taken_as_they_are_and_said(
    vault: Build, run: Run
) -> None:
    calls = CALLS.replace("start:", "due: 2026-11-15\nstart:")
    focus = "---\ntype: process\nexploratory: true\nuntil: 2026-12-18\ncadence: 2 hours per day\n---\n"
    root = vault({"Goals/Outbound calls.md": calls, "Goals/Focus.md": focus})
    late = run(root, "checkin", "outbound", "3", "--date", "Yesterday")
    assert late.returncode == 0
    assert "Thu 19 Nov lies behind its last day, Sun 15 Nov.\n" in late.stderr
    long = run(root, "checkin", "focus", "45")
    assert "45 hours is more than a day has: 45 minutes are written as `45 min`.\n" in long.stderr
    assert logged(root) == ["2026-11-19 Outbound calls.md", "2026-11-20 Focus.md"]


# At a terminal.


def test_the_walk_asks_in_the_order_of_next_and_writes_what_is_answered(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault(NOTES)
    answers = [
        ("number, such as 4:", "a few\r"),
        ("which counts by number", "s\r"),
        ("Why? Enter for no reason:", "on leave\r"),
        ("calls, such as 30:", "12, two meetings\r"),
    ]
    code, shown = at_terminal(root, environ, ["checkin"], answers)
    assert code == 0
    assert "Onboarding calls → Trial conversion  (1 of 2)" in shown
    assert "  last 30 on Tue 17 Nov · 30 of 50 this week, 20 to go\n" in shown
    assert "Outbound calls: 12 on Fri 20 Nov → 42 of 50 this week, 8 to go\n" in shown
    assert shown.endswith("2 logged: Onboarding calls, Outbound calls.")
    assert logged(root) == ["2026-11-20 Onboarding calls.md", "2026-11-20 Outbound calls.md"]


@pytest.mark.parametrize(("last", "code"), [("q\r", 0), ("\x04", 0), ("\x03", 130)])
def test_however_the_walk_ends_what_was_answered_stands(
    vault: Build, environ: dict[str, str], last: str, code: int
) -> None:
    root = vault(NOTES)
    answers = [("number, such as 4:", "6\r"), ("calls, such as 30:", last)]
    ended, shown = at_terminal(root, environ, ["checkin"], answers)
    assert ended == code
    assert shown.endswith("1 logged: Onboarding calls. 1 for later: Outbound calls.")
    assert logged(root) == ["2026-11-20 Onboarding calls.md"]


def test_a_goal_without_a_value_is_asked_for_and_enter_logs_nothing(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault(NOTES)
    code, shown = at_terminal(root, environ, ["checkin", "outb"], [("calls, such as 30:", "\r")])
    assert (code, shown.endswith("Nothing was logged."), logged(root)) == (0, True, [])
    at_terminal(root, environ, ["checkin", "outb"], [("calls, such as 30:", "5\r")])
    assert logged(root) == ["2026-11-20 Outbound calls.md"]


def test_where_nothing_waits_the_walk_says_so(vault: Build, environ: dict[str, str]) -> None:
    code, shown = at_terminal(vault(bare=True), environ, ["checkin"], [])
    assert (code, "Nothing waits for a reading today." in shown) == (0, True)


# What was logged.


def test_log_shows_what_was_logged_lately(vault: Build, run: Run) -> None:
    root = vault(NOTES)
    done = run(root, "log", "--days", "4")
    assert done.stdout == (
        "Wednesday 18 November\n"
        "  Trial conversion  6.4 % · early look\n"
        "                    Goals/Trial conversion.md:13\n"
        "\n"
        "Tuesday 17 November\n"
        "  Outbound calls    30\n"
        "                    Goals/Outbound calls.md:10\n"
        "  Onboarding calls  4 · one nice surprise\n"
        "                    Goals/Onboarding calls.md:14\n"
    )
    told = json.loads(run(root, "log", "outb", "--since", "2026-11-01", "--format", "json").stdout)
    assert [one["value"] for one in told["readings"]] == [30]
    assert run(root, "log", "outb", "--days", "1").stdout.startswith("Nothing is logged since 2026-11-20.")
