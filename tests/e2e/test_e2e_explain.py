"""`explain`, as people type it."""

import json
from pathlib import Path
from subprocess import CompletedProcess
from typing import Protocol

SAMPLE = Path(__file__).resolve().parents[2] / "sample-vault"


class Run(Protocol):
    def __call__(self, cwd: Path, *args: str, today: str = ...) -> CompletedProcess[str]: ...


def test_a_figure_of_an_outcome_can_be_worked_out_again_by_hand(run: Run) -> None:
    shown = run(SAMPLE, "explain", "trial conversion", today="2026-11-20").stdout
    assert "Progress: 0.2  = (6.4 − 6) / (8 − 6)\n" in shown
    assert "Elapsed: 0.6429  = 54 / 84 active days\n" in shown
    assert "Required: 0.3733 a week  = 7 × (8 − 6.4) / 30 active days left\n" in shown
    assert "Movement: 0.15  = (6.4 − 6.3) / (7.1667 − 6.5): the number's way over the plan's\n" in shown


def test_every_reading_behind_a_figure_is_named_by_path_and_line(run: Run) -> None:
    shown = run(SAMPLE, "explain", "Goals/Trial conversion.md", today="2026-11-20").stdout
    _, _, readings = shown.partition("Readings, oldest first:\n")
    assert len(readings.splitlines()) == 8
    for line in readings.splitlines():
        path, _, number = line.rsplit("  ", 1)[1].rpartition(":")
        assert "6" in (SAMPLE / path).read_text(encoding="utf-8").splitlines()[int(number) - 1]


def test_not_logged_blank_zero_and_met_are_told_apart(run: Run) -> None:
    shown = run(SAMPLE, "explain", "Nudge mails", today="2026-11-20").stdout
    assert "2026-10-30: 0 of 1  (zero)\n" in shown
    assert "2026-11-12: 0 of 1  (blank: nothing that day, in a week with a log)\n" in shown
    assert "2026-11-13: 1 of 1  (met)\n" in shown


def test_json_is_the_goal_of_status_with_its_readings(run: Run) -> None:
    explained = json.loads(run(SAMPLE, "explain", "Intervals", "--format", "json", today="2026-11-20").stdout)
    status = json.loads(run(SAMPLE, "status", "Intervals", "--format", "json", today="2026-11-20").stdout)
    readings = explained.pop("readings")
    assert isinstance(explained.pop("decisions"), list)
    assert all(reading["counts"] and reading["why_not"] is None for reading in readings)
    (goal,) = status["goals"]
    assert explained == {"schema": 1, "today": "2026-11-20", **goal}
    assert [reading["date"] for reading in readings] == sorted(reading["date"] for reading in readings)
    assert readings[0]["path"] == "Own/Intervals.md"


def test_a_goal_that_is_not_there_is_suggested(run: Run) -> None:
    done = run(SAMPLE, "explain", "Trial convertion", today="2026-11-20")
    assert done.returncode == 2
    assert "Trial conversion" in done.stderr
