"""A vault with words of its own: types, tags, folders, properties and daily notes in German."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

SETTINGS = """\
[types]
Ziel = "outcome"
"#goal/habit" = "process"
"Gewohnheiten/" = "process"
"Gewohnheiten/Ideen/" = false
process = false
[properties]
Art = "type"
Frist = "due"
Beginn = "start"
Zielwert = "target"
Ausgangswert = "baseline"
Einheit = "unit"
Rhythmus = "cadence"
Weil = "because"
Wirkung = "outcome"
[periodic]
daily = "Tage/DD.MM.YYYY"
"""

GOAL = """\
---
Art: Ziel
Einheit: "%"
Ausgangswert: 6
Zielwert: 8
Beginn: "[[28.09.2026]]"
Frist: "[[Tage/20.12.2026]]"
---
## Log

- [[26.10.2026]]: 6,2
- [[18.11.2026]]: 6,4
"""

BY_TAG = """\
---
tags: [goal/habit/morning]
Wirkung: "[[Probekunden]]"
Rhythmus: 10 per week
Weil: wer mit uns spricht, versteht den Wert.
Beginn: 2026-09-28
---
## Check-ins

- 2026-11-11: 10
- [[17.11.2026]]: 4
"""

BY_FOLDER = """\
---
outcome: "[[Probekunden]]"
Rhythmus: weekly
Weil: es gibt jede Woche etwas zu lernen.
Beginn: 2026-09-28
---
"""

VAULT = {
    "vaultgoals.toml": SETTINGS,
    "Ziele/Probekunden.md": GOAL,
    "Arbeit/Anrufe.md": BY_TAG,
    "Gewohnheiten/R\u00fcckblick.md": BY_FOLDER,
    "Gewohnheiten/Ideen/Fr\u00fch aufstehen.md": "Vielleicht im Sommer.\n",
    "Gewohnheiten/Ablauf.md": "---\nArt: process\n---\nSo mahlen wir Kaffee.\n",
    "Gewohnheiten/Mehr Schlaf.md": "---\nArt: objective\n---\n",
}
KINDS = {
    "Ziele/Probekunden.md": "outcome",
    "Arbeit/Anrufe.md": "process",
    "Gewohnheiten/R\u00fcckblick.md": "process",
    "Gewohnheiten/Ideen/Fr\u00fch aufstehen.md": None,
    "Gewohnheiten/Ablauf.md": None,
    "Gewohnheiten/Mehr Schlaf.md": "objective",
}


@pytest.fixture
def german(vault: Build) -> Path:
    return vault(VAULT, bare=True)


def answer(run: Run, root: Path, *args: str) -> Any:
    done = run(root, *args, "--format", "json")
    assert done.stderr == ""
    return json.loads(done.stdout)


def test_check_finds_no_fault_in_a_vault_that_calls_things_otherwise(run: Run, german: Path) -> None:
    told = answer(run, german, "check")
    assert [one for one in told["findings"] if one["severity"] == "error"] == []
    assert told["summary"]["goals"] == 4


def test_inspect_says_what_each_note_is_and_where_its_links_lead(run: Run, german: Path) -> None:
    notes = {note["path"]: note for note in answer(run, german, "inspect", *KINDS)["notes"]}
    assert {path: note["kind"] for path, note in notes.items()} == KINDS
    served = [link for link in notes["Arbeit/Anrufe.md"]["links"] if link["property"] == "Wirkung"]
    assert [link["resolved"] for link in served] == ["Ziele/Probekunden.md"]
    assert [reading["date"] for reading in notes["Ziele/Probekunden.md"]["readings"]] == [
        "2026-10-26",
        "2026-11-18",
    ]


def test_status_has_the_figures_of_goals_whose_properties_are_called_otherwise(
    run: Run, german: Path
) -> None:
    goals = {goal["title"]: goal for goal in answer(run, german, "status")["goals"]}
    outcome = goals["Probekunden"]
    assert (outcome["baseline"], outcome["target"], outcome["current"], outcome["unit"]) == (6, 8, 6.4, "%")
    assert (outcome["progress"], outcome["elapsed"]) == (0.2, pytest.approx(54 / 84, abs=1e-3))
    for title, quota, done in (("Anrufe", 10, 4), ("R\u00fcckblick", 1, 0)):
        assert goals[title]["outcomes"] == ["Ziele/Probekunden.md"]
        assert (goals[title]["period"]["quota"], goals[title]["period"]["done"]) == (quota, done)


def test_review_writes_a_page_about_them(run: Run, german: Path) -> None:
    assert run(german, "review").returncode == 0
    page = (german / "Reviews" / "Weekly" / "Review 2026-W47.md").read_text()
    for title in ("Probekunden", "Anrufe", "R\u00fcckblick"):
        assert f"[[{title}" in page
    assert run(german, "review", "--check").returncode == 0


def test_a_value_that_cannot_be_read_is_found_under_the_name_that_the_vault_uses(
    run: Run, vault: Build
) -> None:
    text = GOAL.replace('"[[Tage/20.12.2026]]"', "bald")
    root = vault(VAULT | {"Ziele/Probekunden.md": text}, bare=True)
    found = [one for one in answer(run, root, "check")["findings"] if one["code"] == "VG107"]
    assert [(one["path"], one["line"], one["column"]) for one in found] == [("Ziele/Probekunden.md", 7, 8)]


def test_our_own_name_counts_before_the_vaults_and_that_before_a_synonym(run: Run, vault: Build) -> None:
    days_of_plan = {
        "due: 2026-12-20\nFrist: 2027-01-31\ndeadline: 2027-02-28\n": 84,
        "Frist: 2027-01-31\ndeadline: 2027-02-28\n": 126,
        "due:\nFrist: 2027-01-31\n": 126,
        "deadline: 2027-02-28\n": 154,
    }
    for written, days in days_of_plan.items():
        text = GOAL.replace('Frist: "[[Tage/20.12.2026]]"\n', written)
        root = vault(VAULT | {"Ziele/Probekunden.md": text}, bare=True)
        (outcome,) = answer(run, root, "status", "Probekunden")["goals"]
        assert outcome["elapsed"] == pytest.approx(54 / days, abs=1e-3), written


def test_what_stands_in_a_daily_note_as_obsidian_names_them_is_a_reading(run: Run, vault: Build) -> None:
    habit = BY_TAG.replace("Rhythmus: 10 per week", "Rhythmus: 3x/week\nfield: meditiert").partition("## ")[0]
    diary = {
        "Tage/16.11.2026.md": "---\nmeditiert: true\n---\n",
        "Tage/2026/18.11.2026.md": "[meditiert:: yes]\n",
        "Anderswo/19.11.2026.md": "---\nmeditiert: true\n---\n",
        "Tage/2026-11-20.md": "---\nmeditiert: true\n---\n",
    }
    told = {"folder": "Tage", "format": "DD.MM.YYYY"}
    settings = SETTINGS.partition("[periodic]")[0]
    notes = VAULT | {"vaultgoals.toml": settings, "Arbeit/Anrufe.md": habit} | diary
    root = vault(notes | {".obsidian/daily-notes.json": json.dumps(told)}, bare=True)
    goal = answer(run, root, "explain", "Anrufe")
    assert [(reading["date"], reading["path"]) for reading in goal["readings"]] == [
        ("2026-11-16", "Tage/16.11.2026.md"),
        ("2026-11-18", "Tage/2026/18.11.2026.md"),
    ]
