"""`vaultgoals inspect`: why something in a note was not taken for what it looks like."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

Build: TypeAlias = Callable[..., Path]
Run: TypeAlias = Callable[..., subprocess.CompletedProcess[str]]

DAY = """\
---
energy: 4
---
Onboarding calls:: 3 two no-shows
Trial conversion:: many

- [x] Speak with Ana about [[Onboarding calls]] again
- [-] Call Ben [[Onboarding calls]]

See [[Trial convresion]] and `[[Trial conversion]]`.
"""


def test_each_line_that_was_not_taken_has_its_reason_below_it(run: Run, vault: Build) -> None:
    done = run(vault({"Daily/2026-11-20.md": DAY}), "inspect", "2026-11-20")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Daily/2026-11-20.md: a periodic note, about 2026-11-20\n")
    not_taken = done.stdout.partition("\nNot taken\n")[2].partition("\n\n")[0]
    assert not_taken == (
        "    5  many\n"
        "       no reading: its value cannot be read, see the findings\n"
        "    7  Speak with Ana about [[Onboarding calls]] again\n"
        "       no action: the link to “Onboarding calls” stands within the text: it\n"
        "       counts first or last in it\n"
        "    8  Call Ben [[Onboarding calls]]\n"
        "       no action: `[-]` is neither open nor done, and counts nothing\n"
        "   10  [[Trial convresion]]\n"
        "       leads nowhere: there is no note of this name; did you mean “Trial\n"
        "       conversion”?\n"
        "   10  [[Trial conversion]]\n"
        "       no link: it stands in code"
    )


def test_what_is_printed_fits_eighty_columns(run: Run, vault: Build) -> None:
    long = f"- [x] {'word ' * 60}[[Onboarding calls]] {'word ' * 30}\n"
    root = vault({"Daily/2026-11-20.md": DAY + long, "Long.md": f"---\na: {'b ' * 90}\n---\n"})
    done = run(root, "inspect", "2026-11-20", "Long")
    assert done.returncode == 0
    assert [line for line in done.stdout.splitlines() if len(line) > 80] == []


def test_the_same_as_json_has_line_column_text_kind_and_reason(run: Run, vault: Build) -> None:
    root = vault({"Daily/2026-11-20.md": DAY})
    (note,) = json.loads(run(root, "inspect", "2026-11-20", "--format", "json").stdout)["notes"]
    assert note["not_taken"][1] == {
        "line": 7,
        "column": 7,
        "text": "Speak with Ana about [[Onboarding calls]] again",
        "looks_like": "action",
        "reason": "the link to “Onboarding calls” stands within the text: it counts first or last in it",
    }
    assert [(one["line"], one["looks_like"]) for one in note["not_taken"]] == [
        (5, "reading"),
        (7, "action"),
        (8, "action"),
        (10, "target"),
        (10, "link"),
    ]
    assert [(reading["value"], reading["line"]) for reading in note["readings"]] == [(3, 4)]


def test_a_healthy_note_has_nothing_to_explain(run: Run, vault: Build) -> None:
    done = run(vault(), "inspect", "Trial conversion", "Onboarding calls")
    assert "Not taken" not in done.stdout
    document = json.loads(run(vault(), "inspect", "Trial conversion", "--format", "json").stdout)
    assert document["notes"][0]["not_taken"] == []


def test_a_note_that_is_left_out_is_said_to_be(run: Run, vault: Build) -> None:
    ignored = {"vaultgoals.toml": 'ignore = ["Templates/"]\n', "Templates/Day.md": "x\n", "Fig.png": b"x"}
    root = vault(ignored)
    done = run(root, "inspect", "Templates/Day.md")
    assert (done.returncode, done.stdout) == (3, "")
    assert "“Templates/Day.md” is left out by `ignore` in vaultgoals.toml" in done.stderr
    assert "“Fig.png” is a file and no note." in run(root, "inspect", "Fig.png").stderr


def test_a_note_among_the_templates_of_obsidian_is_said_to_be_one_and_checked_by_nobody(
    run: Run, vault: Build
) -> None:
    root = vault(
        {
            "Meta/Forms/Goal.md": "---\ntype: process\ncadence: {{cadence}}\n---\n",
            ".obsidian/templates.json": '{"folder": "Meta/Forms"}',
        }
    )
    done = run(root, "inspect", "Meta/Forms/Goal.md")
    assert (done.returncode, done.stdout) == (3, "")
    assert (
        "“Meta/Forms/Goal.md” lies in Obsidian's folder of templates, so nothing in it is read."
        in done.stderr
    )
    assert run(root, "check").returncode == 0


def test_a_link_leads_to_what_is_left_out_but_not_into_a_hidden_folder(run: Run, vault: Build) -> None:
    links = "[[Gone]] [[Day]] [[plan.pdf]] [[old]]\n"
    files = {
        "vaultgoals.toml": 'ignore = ["Templates/"]\n',
        "Templates/Day.md": "x\n",
        ".trash/Gone.md": "x\n",
        ".obsidian/old.md": "x\n",
        "assets/plan.pdf": b"%PDF",
        "Home.md": links,
    }
    (note,) = json.loads(run(vault(files), "inspect", "Home", "--format", "json").stdout)["notes"]
    assert {link["target"]: link["resolved"] for link in note["links"]} == {
        "Gone": None,
        "Day": "Templates/Day.md",
        "plan.pdf": "assets/plan.pdf",
        "old": None,
    }
