"""One week logged in all five ways, as people write it, and what the program makes of it."""

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any, Protocol

import pytest

CALLS = """\
---
type: process
outcome: "[[Trials]]"
cadence: 50 calls per week
because: people who speak to us see the value.
field: outbound-calls
aliases: [Phone round]
start: 2026-11-02
---
- [ ] Write the call sheet 📅 2026-11-19
- [x] Ask for the numbers ✅ 2026-11-17

## Check-ins

- 2026-11-11: 50
- 2026-11-17: 12, two meetings booked
- [x] 2026-11-17: 3 [[Calls]]
"""
TRIALS = """\
---
type: outcome
metric: trials that became customers
unit: "%"
baseline: 6
target: 8
field: trials
start: 2026-11-02
due: 2026-12-27
---
"""
DEMOS = """\
---
type: process
outcome: "[[Trials]]"
cadence: every demo
because: a demo shows the value.
field: demos
---
"""
SITTING = """\
---
type: process
outcome: "[[Trials]]"
cadence: daily
because: a calm voice sells.
field: meditated
start: 2026-11-16
---
"""
NOTES = {
    "Goals/Calls.md": CALLS,
    "Goals/Trials.md": TRIALS,
    "Goals/Demos.md": DEMOS,
    "Goals/Sitting.md": SITTING,
    # Monday, a check-in note.
    "Check-ins/2026-11-16 0910 Calls.md": '---\ntype: checkin\ngoal: "[[Calls]]"\nvalue: 8\n---\nA start.\n',
    "Daily/2026-11-16.md": "---\nmeditated: true\n---\n- [ ] Call Zed [[Calls]]\n",
    # Wednesday, fields.
    "Daily/2026-11-18.md": "---\nmeditated: false\n---\n# Wednesday\n\n"
    "Calls:: 10 calls, all before noon\n\nLater [phone round:: 4] and (demos:: 2/3).\n\n"
    "```\nCalls:: 100\n```\n%%\nCalls:: 100\n%%\n<!-- Calls:: 100 -->\n",
    # Thursday, properties; Friday, tasks.
    "Daily/2026-11-19.md": "---\ntags: [daily]\noutbound-calls: 7\nmeditated:\ndemos: no\n---\nCalls::\n",
    "Daily/2026-11-20.md": "# Friday\n\n- [x] Call Acme [[Calls]]\n- [x] [[Goals/Calls|Calls]] to Bolt #sales"
    "\n- [-] Call Cup [[Calls]]\n- [x] Talk about [[Calls]] at lunch\n- [x] At Acme's [[Demos]]\n",
    "Projects/Fair.md": "Notes.\n\n- [x] Call the fair [[Calls]] ✅ 2026-11-17\n- [x] Call them [[Calls]]\n"
    "- [ ] Book a stand [[Trials]] 📅 2026-11-20 ^stand\n",
    "2026-W47.md": "Trials:: 6.5 % so far\n\nSitting:: yes\n",
    "Reviews/Old.md": "---\ntype: goal-review\n---\n<!-- vaultgoals:begin x -->\nCalls:: 1\n"
    "<!-- vaultgoals:end x -->\nCalls:: 2\n",
}


class Run(Protocol):
    def __call__(self, cwd: Path, *args: str, today: str = ...) -> CompletedProcess[str]: ...


Ask = Callable[..., Any]


@pytest.fixture
def ask(vault: Callable[..., Path], run: Run) -> Ask:
    """What a command says of the vault as JSON."""
    root = vault(NOTES, bare=True)

    def call(*args: str, today: str = "2026-11-20") -> Any:
        done = run(root, *args, "--format", "json", today=today)
        assert done.stderr == ""
        return json.loads(done.stdout)

    return call


def readings(explained: Any) -> list[tuple[str, float | None, str, int]]:
    return [(r["date"], r["value"], r["path"], r["line"]) for r in explained["readings"]]


def test_a_week_that_is_logged_in_all_five_ways_adds_up(ask: Ask) -> None:
    (goal,) = ask("status", "Goals/Calls.md")["goals"]

    period = goal["period"]
    assert period["done"] == 8 + 12 + 3 + 1 + 10 + 4 + 7 + 1 + 1
    assert (period["label"], period["quota"], period["remaining"]) == ("2026-W47", 50, 3)


def test_every_reading_is_named_with_the_line_that_it_stands_in(ask: Ask) -> None:
    explained = ask("explain", "Goals/Calls.md")

    assert readings(explained) == [
        ("2026-11-11", 50, "Goals/Calls.md", 15),
        ("2026-11-16", 8, "Check-ins/2026-11-16 0910 Calls.md", 4),
        ("2026-11-17", 12, "Goals/Calls.md", 16),
        ("2026-11-17", 3, "Goals/Calls.md", 17),
        ("2026-11-17", 1, "Projects/Fair.md", 3),
        ("2026-11-18", 10, "Daily/2026-11-18.md", 6),
        ("2026-11-18", 4, "Daily/2026-11-18.md", 8),
        ("2026-11-19", 7, "Daily/2026-11-19.md", 3),
        ("2026-11-20", 1, "Daily/2026-11-20.md", 3),
        ("2026-11-20", 1, "Daily/2026-11-20.md", 4),
    ]
    assert [reading["comment"] for reading in explained["readings"]] == [
        "",
        "A start.",
        "two meetings booked",
        "[[Calls]]",
        "Call the fair",
        "all before noon",
        "",
        "",
        "Call Acme",
        "to Bolt #sales",
    ]


def test_the_lines_that_explain_names_hold_the_readings(vault: Callable[..., Path], run: Run) -> None:
    root = vault(NOTES, bare=True)
    shown = run(root, "explain", "Calls").stdout.partition("Readings, oldest first:\n")[2].splitlines()

    assert len(shown) == 10
    for line in shown:
        path, _, number = line.rsplit("  ", 1)[1].rpartition(":")
        written = (root / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]
        value = line.split()[1]
        assert value in written or "[x]" in written


def test_events_and_yes_and_no_are_read_in_daily_notes(ask: Ask) -> None:
    demos = ask("explain", "Demos")
    assert [(r["date"], r["value"], r["of"]) for r in demos["readings"]] == [
        ("2026-11-18", 2, 3),
        ("2026-11-19", 0, 1),
        ("2026-11-20", 1, 1),
    ]
    assert (demos["period"]["done"], demos["period"]["quota"]) == (3, 5)

    sitting = ask("explain", "Sitting")
    assert readings(sitting) == [
        ("2026-11-16", 1, "Daily/2026-11-16.md", 2),
        ("2026-11-18", 0, "Daily/2026-11-18.md", 2),
    ]


@pytest.mark.parametrize(
    ("today", "day"),
    [("2026-11-17", "2026-11-17"), ("2026-11-20", "2026-11-20"), ("2026-12-01", "2026-11-22")],
)
def test_a_reading_in_a_weekly_note_belongs_to_today_until_the_week_is_over(
    ask: Ask, today: str, day: str
) -> None:
    explained = ask("explain", "Goals/Trials.md", today=today)

    assert explained["current"] == 6.5
    assert readings(explained) == [(day, 6.5, "2026-W47.md", 1)]


def test_check_says_what_does_not_count_and_is_otherwise_content(ask: Ask) -> None:
    found = ask("check", today="2026-11-20")["findings"]

    assert [(f["code"], f["path"], f["line"]) for f in found if f["code"].startswith("VG5")] == [
        ("VG506", "2026-W47.md", 3)
    ]


def test_inspect_shows_the_readings_of_a_daily_note(ask: Ask) -> None:
    (note,) = ask("inspect", "Daily/2026-11-18.md")["notes"]

    assert [(r["goal"], r["value"], r["line"]) for r in note["readings"]] == [
        ("Goals/Sitting.md", 0, 2),
        ("Goals/Calls.md", 10, 6),
        ("Goals/Calls.md", 4, 8),
        ("Goals/Demos.md", 2, 8),
    ]


def test_inspect_dates_a_weekly_notes_reading_as_explain_does(ask: Ask) -> None:
    (note,) = ask("inspect", "2026-W47.md")["notes"]

    assert [(r["date"], r["value"], r["line"]) for r in note["readings"]] == [("2026-11-20", 6.5, 1)]


def test_a_page_links_an_action_to_the_note_that_it_stands_in(vault: Callable[..., Path], run: Run) -> None:
    root = vault(NOTES, bare=True)
    page = run(root, "review", "2026-W47", "--stdout").stdout

    assert "[[Fair#^stand|Book a stand]]" in page
    assert "[[Calls|Write the call sheet]]" in page
