"""`vaultgoals status` and `inspect`: how the goals stand, and what was read where."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import COLOUR, at_a_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

LEVER = '---\ntype: lever\noutcome: "[[Trial conversion]]"\nimpact: 3\nconfidence: 0.5\neffort: 2\n---\n'


def test_status_in_a_pipe_is_plain_and_says_what_each_number_means(run: Run, vault: Build) -> None:
    done = run(vault(), "status")
    assert (done.returncode, done.stderr) == (0, "")
    assert re.search(
        r"^. +Trial conversion +6.4 % +▂▂ +\+0.3 +\S+ +8 +20 Dec +You did it\.", done.stdout, re.MULTILINE
    )
    assert re.search(r"^. +Onboarding calls +4 of 10 ", done.stdout, re.MULTILINE)
    assert not re.search(r"[ \t]$", done.stdout, re.MULTILINE)


UNREAD = """---
type: outcome
unit: calls
baseline: 12
target: 40
start: 2026-09-28
due: 2026-12-20
---
"""


def test_what_was_not_read_has_no_value_and_no_change(run: Run, vault: Build) -> None:
    before = f"{UNREAD}## Check-ins\n\n- 2026-10-05: 13\n"
    printed = run(vault({"Goals/Never.md": UNREAD, "Goals/Before.md": before}), "status").stdout
    assert re.search(r"^· +Never +– +– +– +\d", printed, re.MULTILINE)
    assert re.search(r"^. +Before +13 calls +– +– +\d", printed, re.MULTILINE)
    assert "Not measured yet." in printed
    assert "±0" not in printed


LONG = "Win back the customers who left us during the long price debate of spring"
MANY = {
    "Goals/Loved.md": "---\ntype: objective\n---\n",
    f"Goals/{LONG}.md": """\
---
type: outcome
objective: "[[Loved]]"
unit: customers
baseline: 1000
target: 5000
start: 2026-10-01
due: 2026-12-31
---
## Check-ins

| Date | Value | Confidence |
|---|---|---|
| 2026-10-16 | 1200 | |
| 2026-11-13 | 3000 | 4 |
""",
}


@pytest.mark.parametrize("columns", [40, 60, 80, 120])
def test_status_fits_the_terminal(vault: Build, environ: dict[str, str], columns: int) -> None:
    root = vault(MANY)
    printed = at_a_terminal(root, environ, "status", columns=columns)
    assert COLOUR.search(printed)
    plain = COLOUR.sub("", printed)
    assert "Trial" in plain
    assert "Win back" in plain
    assert max(map(len, plain.splitlines())) <= columns
    one = at_a_terminal(root, environ | {"NO_COLOR": "1"}, "status", LONG, columns=columns)
    assert max(len(line) for line in one.splitlines()[1:]) <= columns


@pytest.mark.parametrize(
    ("columns", "head"),
    [
        (120, "Now  Lately  4 weeks  Plan  Target  Due"),
        (80, "Now  Lately  4 weeks  Plan  Target  Due"),
        (68, "Now  Lately  4 weeks  Plan  Target"),
        (60, "Now  Lately  Plan  Target"),
        (50, "Now  Target"),
    ],
)
def test_what_does_not_fit_is_left_out_one_column_at_a_time(
    vault: Build, environ: dict[str, str], columns: int, head: str
) -> None:
    root = vault(MANY)
    printed = at_a_terminal(root, environ | {"NO_COLOR": "1"}, "status", columns=columns)
    assert re.sub(" {2,}", "  ", printed.splitlines()[1]) == f"  Outcome  {head}"


def test_outcomes_stand_below_their_objective(run: Run, vault: Build) -> None:
    lines = run(vault(MANY), "status").stdout.splitlines()
    at = lines.index("◐ Loved: at risk · score 0.5")
    assert LONG in lines[at + 1]
    assert lines[at + 2].endswith("Confidence 4 of 10, said on 13 Nov.")
    assert lines[at + 3 : at + 5] == ["", "Other outcomes"]


def test_marks_and_bars_are_ascii_where_the_encoding_has_no_others(run: Run, vault: Build) -> None:
    printed = run(vault(), "status", PYTHONIOENCODING="ascii").stdout
    assert re.search(r"^o +Trial conversion +6.4 % +\.\. +\+0.3 ", printed, re.MULTILINE)
    assert printed.isascii()
    assert "\\u" not in printed


@pytest.mark.parametrize("call", [("status",), ("next",), ("graph",)])
def test_a_terminal_of_another_encoding_gets_ascii_marks(
    vault: Build, environ: dict[str, str], call: tuple[str, ...]
) -> None:
    printed = at_a_terminal(vault(), environ | {"LC_ALL": "C", "NO_COLOR": "1"}, *call, columns=80)
    assert "Onboarding calls" in printed
    assert printed.isascii()


def test_no_color_holds_at_a_terminal(vault: Build, environ: dict[str, str]) -> None:
    assert "\x1b" not in at_a_terminal(vault(), environ | {"NO_COLOR": "1"}, "status", columns=100)
    assert "\x1b" not in at_a_terminal(vault(), environ | {"TERM": "dumb"}, "check", columns=100)


@pytest.mark.parametrize(
    "call", [("status",), ("check",), ("review", "--check"), ("inspect", "Trial conversion"), ("init",)]
)
def test_settings_of_obsidian_that_cannot_be_read_are_told_once(
    run: Run, vault: Build, call: tuple[str, ...]
) -> None:
    done = run(vault({".obsidian/daily-notes.json": '{"folder": "Daily", "form'}), *call)
    said = ".obsidian/daily-notes.json is not valid JSON (line 1), so daily notes are taken as YYYY-MM-DD."
    assert done.stderr.splitlines()[:1] == [said]
    assert done.stderr.count(".obsidian") == 1
    assert "Traceback" not in done.stderr


def test_two_goals_whose_names_only_look_alike_are_told_apart_in_words(run: Run, vault: Build) -> None:
    goal = "---\ntype: objective\n---\n"
    done = run(vault({"Goals/Caf\u00e9.md": goal, "Goals/Cafe\u0301.md": goal}), "explain", "Caf\u00e9")
    assert done.returncode == 2
    assert done.stderr == (
        "vaultgoals: “Caf\u00e9” is the title of 2 goals at what looks like one path.\n"
        "  They differ in how letters such as é are stored: rename or delete one of the notes.\n"
    )


def test_status_as_json_has_the_figures_of_an_outcome_and_of_a_process_goal(run: Run, vault: Build) -> None:
    done = run(vault(), "status", "--format", "json")
    document = json.loads(done.stdout)
    assert (document["schema"], document["today"]) == (1, "2026-11-20")
    process, outcome = document["goals"]
    assert (
        outcome.items()
        >= {
            "path": "Goals/Trial conversion.md",
            "title": "Trial conversion",
            "kind": "outcome",
            "status": "active",
            "owner": [],
            "objective": None,
            "baseline": 6,
            "target": 8,
            "unit": "%",
            "current": 6.4,
            "readings": 2,
            "last_reading": "2026-11-18",
            "progress": 0.2,
            "health": "off-track",
            "score": 0.2,
            "confidence": None,
        }.items()
    )
    assert set(outcome) >= {"elapsed", "expected", "pace", "required_per_week", "forecast"}
    assert outcome["diagnosis"].items() >= {"attainment": 1, "kind": "assumption-to-revisit"}.items()
    assert {"movement", "text"} <= set(outcome["diagnosis"])
    assert (
        process.items()
        >= {
            "path": "Goals/Onboarding calls.md",
            "title": "Onboarding calls",
            "kind": "process",
            "status": "active",
            "owner": [],
            "outcomes": ["Goals/Trial conversion.md"],
            "exploratory": False,
            "cadence": "10 per week",
            "streak": 4,
            "health": "on-track",
        }.items()
    )
    assert (
        process["period"].items()
        >= {
            "label": "2026-W47",
            "start": "2026-11-16",
            "end": "2026-11-22",
            "done": 4,
            "quota": 10,
            "remaining": 6,
            "logged": True,
        }.items()
    )
    assert process["adherence"] == {"met": 4, "closed": 4, "unlogged": 0, "attainment": 1}


@pytest.mark.parametrize(
    "name", ["trial conversion", "Goals/Trial conversion.md", "Trial conversion.md", "TC"]
)
def test_status_of_one_goal_by_path_title_or_alias(run: Run, vault: Build, name: str) -> None:
    outcome = "---\ntype: outcome\naliases: [tc]\ntarget: 8\ndue: 2026-12-20\n---\n"
    root = vault({"Goals/Trial conversion.md": outcome})
    done = run(root / "Goals", "status", name)
    assert done.returncode == 0
    assert done.stdout.startswith("Trial conversion (outcome, Goals/Trial conversion.md)\n  Now: ")


def test_status_shows_a_lever_and_an_objective_too(run: Run, vault: Build) -> None:
    root = vault({"Goals/Faster page.md": LEVER, "Goals/Loved.md": "---\ntype: objective\n---\n"})
    assert re.search(r"Faster page +0.75", run(root, "status").stdout)
    assert "Now: lever · score 0.75\n" in run(root, "status", "Faster page").stdout
    assert "· Loved: not measured\n" in run(root, "status").stdout


@pytest.mark.parametrize("command", ["status", "explain"])
@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("trial conversoin", "Did you mean “Trial conversion”?"),
        ("zzz", "`vaultgoals status` lists them all."),
        ("Home", "`vaultgoals status` lists them all."),
    ],
)
def test_an_unknown_goal_is_refused_with_the_nearest(
    run: Run, vault: Build, command: str, name: str, hint: str
) -> None:
    done = run(vault({"Home.md": "A plain note.\n"}), command, name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"vaultgoals: “{name}” is no goal in this vault.\n  {hint}\n"


def test_status_of_a_vault_without_goals_says_how_to_begin_one(run: Run, vault: Build) -> None:
    done = run(vault(bare=True), "status")
    assert done.returncode == 0
    assert "type: outcome" in done.stdout


NOTE = """\
---
type: outcome
target: 8
due: 2026-12-20
objective: "[[Loved]]"
rating: 5
---
# Why

See [[Home#Start|the start]] and [[Nowhere]].

- [x] Write mails [[Home]] ✅ 2026-11-02
- [ ] Phone @ana 📅 2026-11-27

mood:: fine

## Check-ins

- 2026-11-18: 6.4, early look
- 2026-11-19: many
"""


def test_inspect_says_what_was_read_and_where_and_what_was_not(run: Run, vault: Build) -> None:
    done = run(vault({"Goals/Loyal.md": NOTE, "Home.md": "# Start\n"}), "inspect", "Loyal")
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "Goals/Loyal.md: outcome",
        "    3  target: 8",
        "   10  [[Home#Start|the start]] → Home.md",
        "   10  [[Nowhere]]\n       leads nowhere: there is no such note",
        "   12  [x] Write mails [[Home]], done 2 Nov",
        "   13  [ ] Phone @ana, due 27 Nov",
        "   15  mood:: fine",
        "   17  ## Check-ins",
        "   19  2026-11-18 Loyal: 6.4 · early look",
    ):
        assert f"{line}\n" in done.stdout
    assert re.search(r"^ {3}20 .*many", done.stdout, re.MULTILINE)


def test_inspect_as_json_has_every_part(run: Run, vault: Build) -> None:
    root = vault({"Goals/Loyal.md": NOTE, "Home.md": "# Start\n"})
    document = json.loads(run(root, "inspect", "Loyal", "Home", "--format", "json").stdout)
    assert document["schema"] == 1
    note, plain = document["notes"]
    assert (note["path"], note["kind"], plain["path"], plain["kind"]) == (
        "Goals/Loyal.md",
        "outcome",
        "Home.md",
        None,
    )
    assert note["properties"] == {
        "type": "outcome",
        "target": 8,
        "due": "2026-12-20",
        "objective": "[[Loved]]",
        "rating": 5,
    }
    assert note["links"][1] == {
        "target": "Home",
        "heading": "Start",
        "block": None,
        "alias": "the start",
        "embed": False,
        "property": None,
        "line": 10,
        "column": 5,
        "resolved": "Home.md",
    }
    assert note["headings"][0] == {"text": "Why", "level": 1, "line": 8}
    assert [(task["status"], task["line"], task["due"], task["done"]) for task in note["tasks"]] == [
        ("x", 12, None, "2026-11-02"),
        (" ", 13, "2026-11-27", None),
    ]
    assert note["fields"] == [{"key": "mood", "value": "fine", "line": 15}]
    (reading,) = note["readings"]
    assert reading == {
        "goal": "Goals/Loyal.md",
        "date": "2026-11-18",
        "value": 6.4,
        "of": None,
        "skip": None,
        "confidence": None,
        "comment": "early look",
        "evidence": [],
        "by": None,
        "line": 19,
    }
    assert "VG502" in {finding["code"] for finding in note["findings"]}


def test_inspect_of_a_note_that_is_not_there_says_so_after_the_others(run: Run, vault: Build) -> None:
    root = vault({"Home.md": "Hello.\n"})
    done = run(root, "inspect", "Hoem", "Home")
    assert done.returncode == 3
    assert done.stdout == "Home.md: a plain note, none of the kinds that vaultgoals reads\n"
    assert done.stderr == "vaultgoals: “Hoem” is no note in this vault.\n  Did you mean “Home”?\n"
    alone = run(root, "inspect", "zzz", "--format", "json")
    assert (alone.returncode, json.loads(alone.stdout)["notes"]) == (3, [])


def test_a_title_that_two_goals_have_is_not_guessed(run: Run, vault: Build) -> None:
    root = vault({"A/Stay.md": LEVER, "B/Stay.md": LEVER})
    done = run(root, "status", "Stay")
    assert done.returncode == 2
    assert "A/Stay.md, B/Stay.md" in done.stderr
    assert run(root, "status", "B/Stay.md").returncode == 0
