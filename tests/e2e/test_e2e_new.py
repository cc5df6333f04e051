"""`vaultgoals new`, as people type it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from talk import INTERRUPT, talk

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

CALLS = ("new", "process", "Demo calls", "--outcome", "trial conversion", "--cadence", "50 per week")


def tree(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*.md")}


def test_a_new_goal_is_written_and_check_is_content_with_it(run: Run, vault: Build) -> None:
    root = vault()
    done = run(root, *CALLS, "--because", "they see: value")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Goals/Demo calls.md\nIt leads to Trial conversion.\nNext: vaultgoals checkin 'Demo calls' VALUE\n"
    )
    assert (root / "Goals/Demo calls.md").read_text() == (
        '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: 50 per week\n'
        'because: "they see: value"\nfield: demo-calls\n---\n\n## Check-ins\n'
    )
    checked = run(root, "check", "--strict")
    assert checked.returncode == 0
    assert "Demo calls" not in checked.stdout


def test_without_a_terminal_all_that_is_missing_is_named_and_nothing_written(run: Run, vault: Build) -> None:
    root = vault()
    before = tree(root)
    done = run(root, "new", "process", "Demo calls")
    assert (done.returncode, done.stdout) == (2, "")
    assert "still needs --outcome, --cadence and --because.\n" in done.stderr
    done = run(root, "new", "guardrail", "Refunds", "--outcome", "Trial conversion")
    assert "still needs --max or --min.\n" in done.stderr
    done = run(root, "new", "process", "Demo calls", "--cadence", "50 per wek")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean “50 per week”?" in done.stderr
    assert "Nothing was written." in done.stderr
    assert tree(root) == before


def test_a_note_that_exists_is_never_written_over(run: Run, vault: Build) -> None:
    root = vault({"Goals/Demo calls.md": "Mine.\n"})
    done = run(root, *CALLS, "--because", "x")
    assert (done.returncode, done.stdout) == (3, "")
    assert "Goals/Demo calls.md is there already." in done.stderr
    assert (root / "Goals/Demo calls.md").read_text() == "Mine.\n"


def test_a_title_that_no_file_may_have_is_made_safe_and_kept_as_another_name(run: Run, vault: Build) -> None:
    root = vault()
    done = run(root, "new", "outcome", "Q4: 50/week", "--target", "8 %", "--due", "2026-11-19")
    assert done.returncode == 0
    assert "Its last day, 19 Nov, is over.\n" in done.stdout
    assert done.stdout.startswith("Goals/Q4 - 50-week.md\nA file cannot be called “Q4: 50/week”")
    assert 'aliases:\n  - "Q4: 50/week"\n' in (root / "Goals/Q4 - 50-week.md").read_text()
    assert run(root, "new", "outcome", "???").returncode == 2


def test_the_vaults_own_word_names_a_kind_and_an_unknown_one_is_told(run: Run, vault: Build) -> None:
    root = vault({"vaultgoals.toml": '[types]\nZiel = "outcome"\n'})
    done = run(root, "new", "ziel", "More", "--target", "8", "--due", "2026-12-31")
    assert done.returncode == 0
    assert (root / "Goals/More.md").read_text().startswith("---\ntype: ")
    done = run(root, "new", "proces", "More")
    assert (done.returncode, done.stdout) == (2, "")
    assert "Did you mean process?" in done.stderr
    assert "`vaultgoals checkin GOAL VALUE` writes a check-in." in run(root, "new", "check-in", "X").stderr


def test_words_of_a_title_without_quotes_are_told_where_they_belong(run: Run, vault: Build) -> None:
    root = vault()
    before = tree(root)
    for args in (
        ("new", "outcome", "More", "trials"),
        ("checkin", "Trial", "conversion", "7"),
        ("done", "a", "b"),
    ):
        done = run(root, *args)
        assert (done.returncode, done.stdout) == (2, "")
        assert "is one word too many.\n  Write what has several words in quotes" in done.stderr
    assert "No such option" in run(root, "checkin", "Trial conversion", "--nope", "7").stderr
    assert tree(root) == before


def test_a_note_that_has_the_name_already_is_told(run: Run, vault: Build) -> None:
    root = vault({"Ideas/Demo calls.md": "Mine.\n"})
    done = run(root, *CALLS, "--because", "x")
    assert done.returncode == 0
    assert "Ideas/Demo calls.md has that name as well: a sure link to the goal is [[" in done.stdout
    assert run(root, *CALLS[:2], "Calls", *CALLS[3:], "--because", "x", "-q").stdout == "Goals/Calls.md\n"


def test_a_note_that_would_be_left_out_is_refused(run: Run, vault: Build) -> None:
    root = vault({"vaultgoals.toml": 'ignore = ["Old/"]\n[folders]\noutcome = "Old"\n'})
    done = run(root, "new", "outcome", "More", "--target", "8", "--due", "2026-12-31")
    assert done.returncode == 2
    assert "Old/More.md would be left out" in done.stderr
    assert not (root / "Old").exists()


@pytest.mark.parametrize("kind", ["outcome", "process"])
def test_the_properties_of_a_kind_are_its_options(run: Run, vault: Build, kind: str) -> None:
    told = run(vault(), "new", kind, "--help").stdout
    assert ("--cadence" in told) is (kind == "process")
    assert ("--target" in told) is (kind == "outcome")
    assert max(map(len, told.splitlines())) <= 80


def test_at_a_terminal_it_asks_for_what_is_missing_until_it_can_be_read(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault()
    answers = [
        ("1  Trial conversion", ""),
        ("How often", "10 per wek"),
        ("cannot be read", "10 per week"),
        ("in one sentence", "they see"),
        ("an addition [addition]", "total"),
    ]
    told = talk(root, environ, "new", "process", "Demo calls", answers=answers)
    assert told.code == 0
    assert "What it leads to [Trial conversion]:" in told.shown
    text = (root / "Goals/Demo calls.md").read_text()
    assert (
        'outcome: "[[Trial conversion]]"\ncadence: 10 per week\nbecause: they see\naggregate: last\n' in text
    )


def test_what_is_interrupted_writes_nothing(vault: Build, environ: dict[str, str]) -> None:
    root = vault()
    before = tree(root)
    told = talk(root, environ, "new", "process", "Demo calls", answers=[("leads to", INTERRUPT)])
    assert told.code == 130
    assert tree(root) == before
