"""Data out and in, as people type it: export, import, schema."""

import json
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from jsonschema import Draft202012Validator
from shown import Terminal

from vaultgoals.export.schemas import schemas

Build = Callable[..., Path]
Run = Callable[..., CompletedProcess[str]]

MEDITATION = "---\ntype: process\ncadence: daily\nexploratory: true\nuntil: 2026-12-31\n---\n"
MARKS = "Date,Value,Notes\n2026-11-20,YES_MANUAL,\n2026-11-19,NO,Sick\n2026-11-18,HUH,\n"


def checkins(root: Path) -> list[str]:
    return sorted(file.name for file in (root / "Check-ins").rglob("*.md"))


def test_an_export_is_printed_or_written_and_never_over_what_somebody_else_wrote(
    vault: Build, run: Run, tmp_path: Path
) -> None:
    root = vault()
    printed = run(root, "export")
    assert (printed.returncode, printed.stderr) == (0, "")
    assert run(root, "export", "-o", "-").stdout == printed.stdout
    assert not (root / "-").exists()
    assert [goal["title"] for goal in json.loads(printed.stdout)["goals"]] == [
        "Onboarding calls",
        "Trial conversion",
    ]
    done = run(root, "export", "--format", "csv", "-o", "../out")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == f"Exported: 7 files in {tmp_path / 'out'}\n"
    (tmp_path / "out" / "links.csv").write_text("mine")
    again = run(root, "export", "--format", "csv", "-o", "../out")
    assert again.returncode == 3
    assert again.stderr.startswith(
        f"vaultgoals: {tmp_path / 'out' / 'links.csv'} is not as vaultgoals wrote it"
    )
    assert run(root, "export", "--format", "csv", "-o", "../out", "--force").returncode == 0


def test_one_table_is_printed_as_csv_with_its_line_ends(vault: Build, environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "export"]
    done = subprocess.run(
        [*command, "--format", "csv", "--table", "owners"],
        cwd=vault(),
        env=environ,
        capture_output=True,
        check=True,
    )
    assert done.stdout == b"goal,owner\r\n"


def test_a_database_can_be_asked_at_once(vault: Build, run: Run, tmp_path: Path) -> None:
    assert (
        run(vault(), "export", "--format", "sqlite", "-o", str(tmp_path / "goals.sqlite"), "-q").stderr == ""
    )
    with closing(sqlite3.connect(tmp_path / "goals.sqlite")) as database:
        assert database.execute("SELECT title, current FROM outcomes").fetchall() == [
            ("Trial conversion", 6.4)
        ]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--format", "csv"), "CSV is a folder of files: name it with -o"),
        (("--format", "csv", "--table", "nope"), "There is no table “nope”."),
        (("--format", "csv", "-o", "goals.csv"), "goals.csv would be a folder."),
        (("-o", "goals.md"), "An export is no note"),
        (("-o", "vaultgoals.toml", "--force"), "An export cannot be called vaultgoals.toml"),
    ],
)
def test_an_export_that_has_no_meaning_is_refused(
    vault: Build, run: Run, args: tuple[str, ...], told: str
) -> None:
    done = run(vault(), "export", *args)
    assert done.returncode == 2
    assert told in done.stderr


@pytest.mark.parametrize(("form", "library"), [("parquet", "pyarrow"), ("ics", "icalendar")])
def test_where_a_library_is_missing_it_is_said_how_to_get_it(
    vault: Build, run: Run, tmp_path: Path, form: str, library: str
) -> None:
    hiding = tmp_path / "hiding"
    hiding.mkdir()
    (hiding / f"{library}.py").write_text(f"raise ModuleNotFoundError(name={library!r})\n")
    done = run(vault(), "export", "--format", form, "-o", "../out", PYTHONPATH=str(hiding))
    assert done.returncode == 2
    assert done.stderr.endswith(
        f"needs {library}, which is not installed.\n  pip install 'vaultgoals[{form}]'\n"
    )


def test_what_loop_knows_becomes_check_ins_once(vault: Build, run: Run, tmp_path: Path) -> None:
    root = vault({"Goals/Meditation.md": MEDITATION})
    with zipfile.ZipFile(tmp_path / "loop.zip", "w") as archive:
        archive.writestr("001 Meditate/Checkmarks.csv", MARKS)
    refused = run(root, "import", "loop", "../loop.zip")
    assert refused.returncode == 2
    assert refused.stderr.splitlines()[0] == "vaultgoals: “Meditate” is no goal's name."
    unknown = run(root, "import", "loop", "../loop.zip", "--dry-run").stdout
    assert unknown == 'Meditate: no goal is called so; say which: --map "Meditate=GOAL"\n'
    left_out = run(root, "import", "loop", "../loop.zip", "--map", "Meditate=", "--dry-run").stdout
    assert left_out == "Meditate: left out\n"
    mapped = ("import", "loop", "../loop.zip", "--map", "Meditate=Meditation")
    dry = run(root, *mapped, "--dry-run")
    assert dry.stdout.startswith("Meditation: 2 check-ins would be written, 2026-11-19 to 2026-11-20\n")
    assert not (root / "Check-ins").exists()
    done = run(root, *mapped)
    assert (done.returncode, done.stderr) == (
        3,
        "001 Meditate/Checkmarks.csv, line 4: “HUH” is no mark of Loop's\n",
    )
    assert done.stdout == "Meditation: 2 check-ins written, 2026-11-19 to 2026-11-20\n"
    assert checkins(root) == ["2026-11-19 0000 Meditation.md", "2026-11-20 0000 Meditation.md"]
    assert run(root, *mapped).stdout == "Meditation: nothing new; 2 are there already\n"


def test_a_table_is_imported_and_what_it_leaves_open_is_asked_for(
    vault: Build, run: Run, tmp_path: Path
) -> None:
    root = vault()
    (tmp_path / "data.csv").write_text("date,value,note\n03/04/2026,6.1,spring\n", encoding="utf-8")
    asked = run(root, "import", "csv", "../data.csv", "--goal", "trial")
    assert asked.returncode == 2
    assert asked.stderr.endswith("  Say which: --dates d/m or --dates m/d.\n")
    done = run(root, "import", "csv", "../data.csv", "--goal", "trial", "--dates", "d/m")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "Trial conversion: 1 check-in written, 2026-04-03\n"
    assert checkins(root) == ["2026-04-03 0000 Trial conversion.md"]
    (tmp_path / "calls.csv").write_text("2020-01-01,3\n2026-11-19,4\n2026-11-19,4\n2026-12-24,5\n")
    calls = run(root, "import", "csv", "../calls.csv", "--goal", "calls", "--dry-run").stdout.splitlines()
    assert calls[0].startswith("Onboarding calls: 4 check-ins would be written")
    assert calls[1] == "  1 before its start or after its due date, of which no figure is made"
    assert calls[2] == "  1 on days that are still to come"
    assert calls[3] == "  1 like another reading of that day; each counts, and `check` asks about it"


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("csv", "nope.csv", "--goal", "trial"), "There is no file "),
        (("csv", "../data.csv", "--delimiter", ";;"), "“;;” cannot part columns."),
        (("csv", "../data.csv"), "It is not said which goal the file is about."),
        (("csv", "../data.csv", "--dry-run"), "It is not said which goal the file is about."),
        (("csv", "../named.csv"), 'Some rows name no goal.\n  Add --map "=GOAL"'),
        (("csv", "../data.csv", "--goal", "trial", "--map", "a=b"), "--goal and --map do not go together."),
        (("csv", "../data.csv", "--map", "a=trial"), "There is no “a” in the file."),
    ],
)
def test_an_import_that_has_no_meaning_is_refused_and_writes_nothing(
    vault: Build, run: Run, tmp_path: Path, args: tuple[str, ...], told: str
) -> None:
    root = vault()
    (tmp_path / "data.csv").write_text("date,value\n2026-11-20,6.1\n")
    (tmp_path / "named.csv").write_text("goal,date,value\n,2026-11-20,6\ntrial conversion,2026-11-19,6\n")
    done = run(root, "import", *args)
    assert done.returncode in (2, 3)
    assert told in done.stderr
    assert not (root / "Check-ins").exists()


def test_what_cannot_be_written_is_not_said_to_be(vault: Build, run: Run, tmp_path: Path) -> None:
    root = vault({"Check-ins": "a file where the folder should be"})
    (tmp_path / "data.csv").write_text("date,value\n2026-11-20,6.1\n")
    done = run(root, "import", "csv", "../data.csv", "--goal", "trial")
    assert (done.returncode, done.stdout) == (3, "1 check-in could not be written.\n")
    assert done.stderr.startswith("vaultgoals: Check-ins/2026/2026-11-20 0000 Trial conversion.md ")
    assert done.stderr.endswith("\n  Import again once that is mended.\n")


def test_at_a_terminal_it_is_asked_which_goal_a_habit_is(
    vault: Build, environ: dict[str, str], tmp_path: Path
) -> None:
    root = vault({"Goals/Meditation.md": MEDITATION})
    folder = tmp_path / "loop" / "001 Sit"
    folder.mkdir(parents=True)
    (folder / "Checkmarks.csv").write_text(MARKS.replace("HUH", "YES_AUTO"))
    command = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "import", "loop", "../loop"]
    with Terminal(command, size=(80, 40), cwd=root, environ=environ) as terminal:
        terminal.see("Which goal is “Sit”? (Enter leaves it out):")
        terminal.type("nothing\r")
        terminal.see("“nothing” is no goal in this vault.")
        terminal.type("meditation\r")
        assert terminal.end() == 0
        assert "Meditation: 2 check-ins written" in terminal.text
    assert len(checkins(root)) == 2


def test_at_a_terminal_a_table_shows_no_sign_of_its_line_ends(vault: Build, environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "vaultgoals", "export", "--format", "csv", "--table", "owners"]
    with Terminal(command, size=(80, 10), cwd=vault(), environ=environ) as terminal:
        assert terminal.end() == 0
        assert terminal.text.strip() == "goal,owner"


def test_a_schema_is_printed_and_the_machine_is_told_of_as_it_says(vault: Build, run: Run) -> None:
    root = vault({"Goals/Typo.md": "---\ntype: process\ncadense: daily\n---\n"})
    run(root, "check", "--fix")
    kept = json.loads(run(root, "restore", "--list", "--format", "json").stdout)
    assert kept["versions"]
    printed = json.loads(run(root, "schema", "restore").stdout)
    assert printed == schemas()["restore"]
    Draft202012Validator(printed).validate(kept)
    doctor = json.loads(run(root, "doctor", "--format", "json").stdout)
    Draft202012Validator(schemas()["doctor"]).validate(doctor)
    assert run(root, "schema").stdout.split() == [*schemas()]
    unknown = run(root, "schema", "nope")
    assert (unknown.returncode, "These do: check," in unknown.stderr) == (2, True)
