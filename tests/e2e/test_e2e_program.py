"""The program as a citizen of a system: exit codes, pipes, locales, odd names, many notes, and its help."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from vaultgoals.cli import COMMANDS

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

ROOT = Path(__file__).resolve().parents[2]
EVERY_LOOK = (
    ("check",),
    ("check", "--format", "json"),
    ("status",),
    ("status", "--format", "json"),
    ("review",),
)
LOCALES: tuple[dict[str, str], ...] = (
    {},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"PYTHONIOENCODING": "ascii"},
)


@pytest.mark.parametrize(
    "args", [("check",), ("review",), ("status",), ("inspect", "x"), ("watch",), ("explain", "x")]
)
def test_without_a_vault_every_command_says_where_it_looked(
    run: Run, tmp_path: Path, args: tuple[str, ...]
) -> None:
    done = run(tmp_path, *args)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith(f"vaultgoals: There is no vault in {tmp_path} or any folder above it: ")
    assert "`vaultgoals init`" in done.stderr


def test_what_stands_before_the_command_may_stand_after_it(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault()
    before = run(tmp_path, "-C", str(root), "--today", "2026-10-01", "-v", "check")
    after = run(tmp_path, "check", "-v", "--today", "2026-10-01", "-C", str(root))
    assert (after.returncode, after.stdout) == (before.returncode, before.stdout)
    assert before.stdout != run(tmp_path, "-C", str(root), "check").stdout


@pytest.mark.parametrize("missing", ["nowhere", "/nowhere/at/all"])
def test_a_vault_that_is_named_and_is_not_there_exits_3(run: Run, vault: Build, missing: str) -> None:
    done = run(vault(), "-C", missing, "check")
    assert done.returncode == 3
    assert done.stderr.startswith(f"vaultgoals: There is no vault in {missing}: ")


def test_the_vault_is_found_from_below_by_name_and_by_variable(
    run: Run, vault: Build, tmp_path: Path
) -> None:
    root = vault()
    for cwd, args, environ in (
        (root / "Goals", (), {}),
        (tmp_path, ("-C", "vault"), {}),
        (tmp_path, (), {"VAULTGOALS_VAULT": str(root)}),
    ):
        done = run(cwd, *args, "check", **environ)
        assert (done.returncode, " in 2 notes (2 goals, " in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ("seal-afte = 3", "there is no key seal-afte.\n  The nearest known key is seal-after.\n"),
        ('[limits]\nnote-size = "5 parsecs"', "limits.note-size must be "),
        ("seal-after =", "is not valid TOML: "),
        ('timezone = "Mars/Olympus"', 'timezone "Mars/Olympus" is not known here.'),
        ('[pages]\nweekly = "../out {period}.md"', "pages.weekly must be "),
    ],
)
def test_settings_that_cannot_be_used_are_one_sentence(
    run: Run, vault: Build, settings: str, words: str
) -> None:
    done = run(vault({"vaultgoals.toml": f"{settings}\n"}), "check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vaultgoals: vaultgoals.toml")
    assert words in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("chekc",), "There is no command “chekc”.\n  Did you mean check?\n"),
        (("frobnicate",), "There is no command “frobnicate”.\n  `vaultgoals --help` lists them all.\n"),
        (("--today", "nonsense", "check"), "“nonsense” is not a date; write it as 2026-11-20"),
        (("--today", "2026-02-30", "check"), "is not a date"),
        (("--today", "9999-12-31", "review"), "9999-12-31 lies too far away"),
        (("check", "--formt", "json"), "No such option"),
        (("check", "--format", "xml"), "'xml' is not one of 'text', 'json'"),
        (("inspect",), "Missing argument"),
    ],
)
def test_a_call_without_meaning_exits_2_and_says_what_would_have_one(
    run: Run, vault: Build, args: tuple[str, ...], words: str
) -> None:
    done = run(vault(), *args, today="")
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr


@pytest.mark.parametrize("args", EVERY_LOOK[:4])
def test_a_pipe_that_nobody_reads_is_quiet(
    vault: Build, environ: dict[str, str], args: tuple[str, ...]
) -> None:
    command = [sys.executable, "-m", "vaultgoals", *args]
    reader, writer = os.pipe()
    os.close(reader)
    with open(writer, "wb") as nobody:
        done = subprocess.run(
            command, cwd=vault(), env=environ, stdout=nobody, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, done.stderr) == (141, "")


@pytest.mark.parametrize("closed", ["1>&-", "2>&-", "1>&- 2>&- 0>&-"])
def test_closed_streams_are_no_trouble(vault: Build, environ: dict[str, str], closed: str) -> None:
    root = vault()
    line = f'"$0" -m vaultgoals status {closed} && "$0" -m vaultgoals review {closed}'
    command = ["sh", "-c", line, sys.executable]
    done = subprocess.run(command, cwd=root, env=environ, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert list((root / "Reviews").rglob("*.md"))


@pytest.mark.parametrize("environ", LOCALES, ids=str)
def test_names_that_no_encoding_has_never_trace_back(run: Run, vault: Build, environ: dict[str, str]) -> None:
    root = vault({"Größe\u2028.md": "[[Trial conversion]]\n"})
    for name in (b"caf\xe9.md", b"\xff\xfe.md"):
        with open(os.path.join(os.fsencode(root), b"Goals", name), "w") as note:
            note.write("---\ntype: process\n---\n")
    for args in (*EVERY_LOOK, ("inspect", "Größe\u2028")):
        done = run(root, *args, **environ)
        assert done.returncode in (0, 1), done.stderr
        assert "Traceback" not in done.stderr
        if "json" in args:
            assert "caf\\udce9" in done.stdout
            assert json.loads(done.stdout)["schema"] == 1


def test_a_vault_that_brings_modules_runs_none_of_them(run: Run, vault: Build) -> None:
    trap = b"open('trapped', 'w')\nraise SystemExit(7)\n"
    root = vault(dict.fromkeys(("yaml.py", "click.py", "vaultgoals.py", "sitecustomize.py"), trap))
    script = Path(sys.executable).with_name("vaultgoals")
    assert subprocess.run([script, "check"], cwd=root, capture_output=True, check=False).returncode == 0
    assert not (root / "trapped").exists()


def test_a_bug_is_one_line_and_a_report(tmp_path: Path, environ: dict[str, str]) -> None:
    code = "import sys; from vaultgoals.cli.boundary import guarded; sys.exit(guarded(lambda: 1 // 0))"
    command = [sys.executable, "-c", code]
    environ = environ | {"TMPDIR": str(tmp_path)}
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    assert done.returncode == 5
    (report,) = tmp_path.glob("vaultgoals-*.txt")
    assert done.stderr == f"vaultgoals: a bug in vaultgoals, sorry. What happened stands in {report}.\n"
    assert "ZeroDivisionError" in report.read_text()


def test_its_own_documentation_is_a_vault_without_goals(run: Run, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    assert "none of them goals" in run(tmp_path / "docs", "init").stdout
    checked = run(tmp_path / "docs", "check")
    assert (checked.returncode, checked.stdout.startswith("Nothing to mend in ")) == (0, True)
    assert run(tmp_path / "docs", "review").returncode == 0
    (page,) = (tmp_path / "docs" / "Reviews" / "Weekly").iterdir()
    assert "No goals yet." in page.read_text()


def plain_note(number: int) -> str:
    """One of many notes such as vaults are full of, none of them about goals."""
    return (
        f"---\ntags: [note, n{number % 7}]\ncreated: 2025-{number % 12 + 1:02}-{number % 28 + 1:02}\n---\n"
        f"# Note {number}\n\nSee [[Note {number * 7 % 2000}]] and [a page](https://example.com/{number}).\n\n"
        f"- [ ] write to somebody 📅 2026-01-{number % 28 + 1:02}\n- [x] done\n\nmood:: {number % 5}\n"
    )


def test_two_thousand_notes_without_a_goal_are_none_of_its_business(run: Run, vault: Build) -> None:
    root = vault({f"Notes/{n % 40}/Note {n}.md": plain_note(n) for n in range(2000)}, bare=True)
    checked = run(root, "check")
    assert (checked.returncode, checked.stderr) == (0, "")
    assert checked.stdout.startswith("Nothing to mend in 2,000 notes (0 goals, 0 check-ins).\n")
    assert run(root, "review").returncode == 0
    assert len(list((root / "Reviews").rglob("*.md"))) == 3


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_says_what_a_command_does_in_80_columns(run: Run, tmp_path: Path, command: str) -> None:
    done = run(tmp_path, *filter(None, [command]), "--help", today="")
    usage, _, what, *_ = lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert usage.startswith(f"Usage: vaultgoals {command}".rstrip())
    assert what.strip().startswith(COMMANDS.get(command, "Process goals and outcomes"))
    assert max(map(len, lines)) <= 80


def test_help_lists_every_command_with_a_sentence(run: Run, tmp_path: Path) -> None:
    shown = run(tmp_path, "--help").stdout.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in shown] == list(COMMANDS)
    assert all(line.endswith(".") and not line.endswith("...") for line in shown)
