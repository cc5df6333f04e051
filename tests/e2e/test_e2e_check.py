"""`vaultgoals check` and `rule`: what is wrong, where, and why it matters."""

import json
import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

WITHOUT_OUTCOME = "---\ntype: process\ncadence: weekly\nbecause: it may help\n---\n"
WITHOUT_BECAUSE = '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: weekly\n---\n'


def codes(done: subprocess.CompletedProcess[str]) -> set[str]:
    return {finding["code"] for finding in json.loads(done.stdout)["findings"]}


def test_a_healthy_vault_is_told_in_one_line_what_would_strengthen_it(run: Run, vault: Build) -> None:
    done = run(vault(), "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Trial conversion, to strengthen: actions, a guardrail, an early indicator\n"
        "-v shows each in its place.\n"
        "\n"
        "3 infos in 2 notes (2 goals, 7 check-ins).\n"
        "Next: vaultgoals review\n"
    )


def test_every_info_has_its_place_for_who_asks(run: Run, vault: Build) -> None:
    root = vault()
    place = "Goals/Trial conversion.md:2:1: info"
    assert run(root, "-v", "check").stdout.count(place) == 3
    assert codes(run(root, "check", "--format", "json")) == {"VG404", "VG409", "VG410"}


def test_with_nothing_to_say_check_says_so(run: Run, vault: Build) -> None:
    done = run(vault(), "check", "--ignore", "VG4")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Nothing to mend in 2 notes (2 goals, 7 check-ins).\nNext: vaultgoals review\n"


def test_once_the_pages_are_written_nothing_is_next(run: Run, vault: Build) -> None:
    root = vault()
    run(root, "review")
    assert run(root, "check", "--ignore", "VG4").stdout.startswith("Nothing to mend in ")
    assert "Next:" not in run(root, "check").stdout


def test_the_terminal_and_the_page_of_problems_begin_with_the_same(run: Run, vault: Build) -> None:
    root = vault({"Goals/Ask.md": WITHOUT_BECAUSE, "Goals/Call.md": WITHOUT_BECAUSE})
    run(root, "review")
    said = run(root, "check").stdout.splitlines()[-1]
    assert said.startswith("Next: Goals/Ask.md:2:1: add `because` and one sentence")
    page = (root / "Reviews/Problems.md").read_text().replace("`", "")
    assert "**Next:** [[Ask]], line 2: “Ask” does not say why it should work. Add because and" in page


def test_a_misspelt_name_of_a_check_in_the_settings_is_refused(run: Run, vault: Build) -> None:
    done = run(vault({"vaultgoals.toml": '[rules]\nignore = ["process-without-becaus"]\n'}), "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "vaultgoals: vaultgoals.toml: rules.ignore names “process-without-becaus”, "
        "and there is no such check.\n"
        "  The nearest known name is process-without-because; `vaultgoals rule` lists them all.\n"
    )


def test_a_missing_note_is_said_once_with_all_that_point_to_it(run: Run, vault: Build) -> None:
    lost = WITHOUT_BECAUSE.replace("Trial conversion", "Retention")
    root = vault({f"Goals/{title}.md": lost for title in ("Ask", "Call", "Write")})
    done = run(root, "check", "--select", "VG202")
    assert done.stdout.count("error VG202") == 1
    assert "\n  also: Goals/Call.md:3:11, Goals/Write.md:3:11\n\n3 errors in" in done.stdout
    assert done.stdout.endswith("Next: mend it, then vaultgoals review\n")
    assert run(root, "-v", "check", "--select", "VG202").stdout.count("error VG202") == 3
    found = json.loads(run(root, "check", "--select", "VG202", "--format", "json").stdout)["findings"]
    assert [finding["line"] for finding in found] == [3, 3, 3]


def test_a_process_goal_without_an_outcome_is_an_error_at_its_place(run: Run, vault: Build) -> None:
    done = run(vault({"Goals/Post.md": WITHOUT_OUTCOME}), "check")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("Goals/Post.md:2:1: error VG201 process-without-outcome: ")
    assert "\n2 | type: process\n" in done.stdout
    assert "\n  hint: " in done.stdout
    assert (
        "\n1 error, 3 infos in 3 notes (3 goals, 7 check-ins).\nNext: mend it, then vaultgoals review\n"
        in done.stdout
    )


def test_json_has_these_keys_and_no_others(run: Run, vault: Build) -> None:
    done = run(vault({"Goals/Post.md": WITHOUT_OUTCOME}), "check", "--format", "json", "--ignore", "VG4")
    assert (done.returncode, done.stderr) == (1, "")
    document = json.loads(done.stdout)
    assert set(document) == {"schema", "today", "findings", "summary"}
    assert (document["schema"], document["today"]) == (1, "2026-11-20")
    (finding,) = document["findings"]
    assert finding.pop("message")
    assert finding.pop("hint")
    assert finding == {
        "code": "VG201",
        "name": "process-without-outcome",
        "severity": "error",
        "path": "Goals/Post.md",
        "line": 2,
        "column": 1,
        "end_line": 2,
        "end_column": 14,
        "fixable": False,
    }
    assert document["summary"] == {
        "notes": 3,
        "goals": 3,
        "checkins": 7,
        "errors": 1,
        "warnings": 0,
        "infos": 0,
    }


@pytest.mark.parametrize(
    ("options", "expected", "code"),
    [
        ((), {"VG201", "VG309"}, 1),
        (("--select", "VG201"), {"VG201"}, 1),
        (("--select", "vg3"), {"VG309"}, 0),
        (("--select", "process-without-because"), {"VG309"}, 0),
        (("--select", "VG309, VG201"), {"VG201", "VG309"}, 1),
        (("--select", "VG309", "--select", "VG201"), {"VG201", "VG309"}, 1),
        (("--ignore", "process-without-outcome"), {"VG309"}, 0),
        (("--ignore", "VG2,VG3"), set(), 0),
        (("--select", "VG2", "--ignore", "VG201"), set(), 0),
        (("--ignore", "VG201", "--strict"), {"VG309"}, 1),
    ],
)
def test_rules_are_chosen_by_code_prefix_and_name(
    run: Run, vault: Build, options: tuple[str, ...], expected: set[str], code: int
) -> None:
    root = vault({"Goals/Post.md": WITHOUT_OUTCOME, "Goals/Mail.md": WITHOUT_BECAUSE})
    done = run(root, "check", "--format", "json", *options)
    assert (codes(done), done.returncode) == (expected, code)


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("VG2O1", "Did you mean VG201?"),
        ("process-without-outcom", "Did you mean process-without-outcome?"),
        ("nonsense", "`vaultgoals rule` lists them all."),
    ],
)
@pytest.mark.parametrize("call", [("check", "--select"), ("rule",)])
def test_a_word_that_means_no_rule_is_refused(
    run: Run, vault: Build, call: tuple[str, ...], word: str, hint: str
) -> None:
    done = run(vault(), *call, word)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"vaultgoals: There is no rule “{word}”.\n  {hint}\n"


@pytest.mark.parametrize(
    ("folder", "path", "shown"),
    [
        (".", "Goals", {"VG201"}),
        (".", "Goals/Post.md", {"VG201"}),
        ("Goals", ".", {"VG201"}),
        ("Goals", "Post.md", {"VG201"}),
        ("Goals", "..", {"VG201", "VG309"}),
        ("Goals", "Private/", {"VG309"}),
        ("Private", "Goals/Post.md", {"VG201"}),
        (".", "Private/Mail.md", {"VG309"}),
        ("..", "link/Private/Mail.md", {"VG309"}),
    ],
)
def test_a_path_is_one_from_here_or_from_the_vault(
    run: Run, vault: Build, folder: str, path: str, shown: set[str]
) -> None:
    root = vault({"Goals/Post.md": WITHOUT_OUTCOME, "Private/Mail.md": WITHOUT_BECAUSE})
    (root.parent / "link").symlink_to(root)
    done = run(root / folder, "-C", str(root), "check", path, "--format", "json")
    assert codes(done) == shown


@pytest.mark.parametrize("path", ["Gaols", "../elsewhere.md", "/"])
def test_a_path_that_is_not_in_the_vault_is_refused(run: Run, vault: Build, path: str) -> None:
    root = vault()
    (root.parent / "elsewhere.md").write_text("x")
    done = run(root, "check", path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"vaultgoals: There is no {path} in the vault ")


def test_one_unreadable_note_never_costs_the_rest(run: Run, vault: Build) -> None:
    root = vault(
        {
            "Goals/Post.md": WITHOUT_OUTCOME,
            "Latin.md": "caf\xe9".encode("latin-1"),
            "Nothing.md": bytes(100),
            "Deep.md": "---\na: " + "[" * 20_000 + "\n---\n",
            "Cut.md": "Grüß".encode()[:-1],
        }
    )
    os.mkfifo(root / "Pipe.md")
    done = run(root, "check", "--format", "json", "--ignore", "VG4")
    found = {finding["path"]: finding["code"] for finding in json.loads(done.stdout)["findings"]}
    assert found == {
        "Goals/Post.md": "VG201",
        "Latin.md": "VG105",
        "Nothing.md": "VG105",
        "Deep.md": "VG101",
        "Cut.md": "VG105",
        "Pipe.md": "VG105",
    }


@pytest.mark.parametrize(
    ("environ", "coloured"),
    [({}, False), ({"FORCE_COLOR": "1"}, True), ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False)],
)
@pytest.mark.parametrize("command", ["check", "status"])
def test_colour_in_a_pipe_is_for_who_asks_for_it(
    run: Run, vault: Build, command: str, environ: dict[str, str], *, coloured: bool
) -> None:
    done = run(vault({"Goals/Post.md": WITHOUT_OUTCOME}), command, **environ)
    assert ("\x1b[" in done.stdout) is coloured
    assert "Post" in re.sub(r"\x1b\[[0-9;]*m", "", done.stdout)


@pytest.mark.parametrize("command", ["check", "status", "inspect", "explain"])
def test_nothing_in_a_vault_acts_on_the_terminal(run: Run, vault: Build, command: str) -> None:
    name = "Post \x1b[31m\x07"
    root = vault({f"Goals/{name}.md": WITHOUT_OUTCOME + "# \x1b]0;title\x07\n"})
    done = run(root, command, *([name] if command in ("inspect", "explain") else []))
    assert done.returncode in (0, 1)
    assert "Post" in done.stdout
    assert "\x1b" not in done.stdout + done.stderr
    assert "\x07" not in done.stdout + done.stderr


def test_rule_lists_them_all_with_what_each_finds(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "rule")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    (row,) = (line for line in lines if line.startswith("VG201  error    process-without-outcome  "))
    assert row.endswith("  A process goal leads to no outcome")
    assert lines == sorted(lines)


@pytest.mark.parametrize("word", ["VG201", "vg201", "process-without-outcome"])
def test_rule_shows_why_it_matters_with_an_example_of_each_kind(run: Run, tmp_path: Path, word: str) -> None:
    done = run(tmp_path, "rule", word)
    assert done.returncode == 0
    assert done.stdout.startswith("VG201 process-without-outcome (error)\n\n")
    for part in ("## Why it matters", "## Bad", "## Good", "    type: process\n"):
        assert part in done.stdout
    assert "```" not in done.stdout
