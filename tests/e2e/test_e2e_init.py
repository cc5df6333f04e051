"""`vaultgoals init`: the first minute with the program."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
DAYS = ("2026-11-18", "2026-11-16", "2026-11-22", "2026-12-31", "2027-01-03", "2027-01-04")

SEEN = """\
An Obsidian vault of 16 notes, none of them goals: {root}

  daily notes      Tage/DD.MM.YYYY, 12 notes, as set in Daily notes
  weekly notes     Wochen/gggg-[KW]ww, 1 note, as set in Calendar
  weeks            begin on Sunday, by the plugin Calendar
  left out         Vorlagen/: templates
  perhaps goals    \u201cZiel\u201d, 2 notes: outcome?
  their properties \u201cFrist\u201d, 2 notes: due?
  tracked by day   meditiert: yes or no, 12 times
                   With `field: meditiert` a process goal counts the first.
  other types      person (1): left alone

vaultgoals.toml is written, with what is only a guess as a comment.
Next: open vaultgoals.toml, take the # off the lines that are right,
and run `vaultgoals check`.
"""


def years_of_notes(root: Path) -> Path:
    """An Obsidian vault of somebody who writes in German and has never heard of vaultgoals."""
    weekly = {"weeklyNoteFormat": "gggg-[KW]ww", "weeklyNoteFolder": "Wochen", "weekStart": "sunday"}
    files = {
        ".obsidian/daily-notes.json": json.dumps({"folder": "Tage", "format": "DD.MM.YYYY"}),
        ".obsidian/templates.json": json.dumps({"folder": "Vorlagen"}),
        ".obsidian/plugins/calendar/data.json": json.dumps(weekly),
        "Vorlagen/Ziel.md": "---\ntype: Ziel\nFrist: {{date}}\n---\n",
        "Ziele/Gesund.md": "---\ntype: Ziel\nFrist: 2026-12-31\n---\n",
        "Ziele/Buch.md": "---\ntype: Ziel\nFrist: 2027-03-31\n---\n",
        "Leute/Ana.md": "---\ntype: person\n---\n",
        "Wochen/2026-KW47.md": "Eine Woche.\n",
    }
    diary = {f"Tage/{day:02}.11.2026.md": "---\nmeditiert: true\n---\n" for day in range(1, 13)}
    for path, text in (files | diary).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    return root


def bytes_of(root: Path) -> dict[str, tuple[bytes, int]]:
    """Every file with its content and the moment of its last change."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path.relative_to(root)): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def outside_blocks(content: bytes) -> bytes:
    return re.sub(rb"(?s)(<!-- vaultgoals:begin \w+).*?(<!-- vaultgoals:end)", rb"\1\2", content)


def test_an_empty_folder_becomes_a_vault_and_the_next_step_is_said(run: Run, tmp_path: Path) -> None:
    done = run(tmp_path, "init", "notes/mine")
    assert (done.returncode, done.stderr) == (0, "")
    assert "type: outcome" in done.stdout
    assert "init --sample" in done.stdout
    assert done.stdout.startswith(f"An empty folder: {tmp_path}/notes/mine\n")
    assert (tmp_path / "notes" / "mine" / "vaultgoals.toml").is_file()
    assert run(tmp_path / "notes" / "mine", "check").returncode == 0


def test_the_vault_may_be_named_before_the_command(run: Run, tmp_path: Path) -> None:
    assert run(tmp_path, "-C", "mine", "init").returncode == 0
    assert (tmp_path / "mine" / "vaultgoals.toml").is_file()


def test_a_folder_with_notes_becomes_a_vault_and_nothing_in_it_changes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "vault" / ".obsidian").mkdir(parents=True)
    (tmp_path / "vault" / "Run.md").write_text("---\ntype: outcome\n---\n")
    before = bytes_of(tmp_path / "vault")
    done = run(tmp_path / "vault", "init")
    assert done.stdout == (
        f"An Obsidian vault of 1 note, one of them a goal: {tmp_path}/vault\n"
        "vaultgoals.toml is written.\n"
        "Next: vaultgoals check\n"
    )
    after = bytes_of(tmp_path / "vault")
    assert set(after) - set(before) == {"vaultgoals.toml"}
    assert before.items() <= after.items()


def test_settings_that_are_there_stay(run: Run, vault: Callable[..., Path]) -> None:
    root = vault({"vaultgoals.toml": "seal-after = 3\n"})
    before = bytes_of(root)
    done = run(root, "init")
    assert done.returncode == 0
    assert done.stderr == "vaultgoals.toml is there already and stays as it is.\n"
    assert bytes_of(root) == before


@pytest.mark.parametrize(
    ("there", "sentence"),
    [
        ([], "An empty folder: "),
        ([".git/HEAD"], "An empty folder: "),
        (["picture.png"], "A folder without notes: "),
        ([".obsidian/app.json"], "An Obsidian vault without notes: "),
        (["A.md", "B/C.md"], "A folder of 2 notes, none of them goals: "),
        ([".obsidian/app.json", "A.md"], "An Obsidian vault of 1 note, none of them goals: "),
    ],
)
def test_each_kind_of_folder_has_its_sentence(
    run: Run, tmp_path: Path, there: list[str], sentence: str
) -> None:
    root = tmp_path / "here"
    root.mkdir()
    for path in there:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("")
    done = run(root, "init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"{sentence}{root}\n")
    assert ("It is a git repository;" in done.stdout) == (".git/HEAD" in there)
    assert "\nNext: write a note with `type: outcome`" in done.stdout


def test_a_folder_in_a_vault_is_said_to_lie_in_one(run: Run, vault: Callable[..., Path]) -> None:
    root = vault()
    (root / "Inner").mkdir()
    done = run(root / "Inner", "init")
    assert f"It lies in the vault {root} and is now a vault of its own.\n" in done.stdout


def test_a_vault_that_is_used_for_years_is_looked_at_first(run: Run, tmp_path: Path) -> None:
    root = years_of_notes(tmp_path / "vault")
    before = bytes_of(root)
    done = run(root, "init")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == SEEN.format(root=root)
    assert max(map(len, done.stdout.splitlines()[1:])) <= 80
    assert set(bytes_of(root)) - set(before) == {"vaultgoals.toml"}
    assert before.items() <= bytes_of(root).items()
    assert run(root, "check").returncode == 0


def test_a_guess_that_is_confirmed_makes_goals(run: Run, tmp_path: Path) -> None:
    root = years_of_notes(tmp_path / "vault")
    run(root, "init")
    settings = root / "vaultgoals.toml"
    settings.write_text(settings.read_text().replace("# Ziel =", "Ziel =").replace("# Frist =", "Frist ="))
    done = run(root, "init")
    assert done.stderr == "vaultgoals.toml is there already and stays as it is.\n"
    assert done.stdout == (
        f"An Obsidian vault of 16 notes, 2 of them goals: {root}\nNext: vaultgoals check\n"
    )
    findings = json.loads(run(root, "check", "--format", "json").stdout)["findings"]
    assert {finding["code"] for finding in findings if finding["severity"] != "info"} == {"VG302", "VG401"}


def test_what_was_found_cannot_act_on_the_terminal(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Note.md").write_text('---\ntype: "pers\\eon"\n---\n')
    done = run(tmp_path, "init")
    assert "other types" in done.stdout
    assert "\x1b" not in done.stdout


def test_settings_of_obsidian_that_are_garbage_hinder_nobody(run: Run, tmp_path: Path) -> None:
    for name in ("daily-notes.json", "community-plugins.json", "plugins/periodic-notes/data.json"):
        file = tmp_path / ".obsidian" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(b"[" * 100_000)
    (tmp_path / ".obsidian" / "templates.json").write_bytes(b"\xff")
    assert run(tmp_path, "init").returncode == 0
    assert run(tmp_path, "check").returncode == 0


def test_settings_that_cannot_be_used_are_named_and_stay(run: Run, vault: Callable[..., Path]) -> None:
    root = vault({"vaultgoals.toml": 'periodic.daily = "DD.MM"\n'})
    before = bytes_of(root)
    done = run(root, "init")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "vaultgoals: vaultgoals.toml: periodic.daily must be a format that tells daily notes apart, such as"
        ' "Notes/YYYY-MM-DD", not DD.MM.\n'
    )
    assert bytes_of(root) == before


@pytest.mark.parametrize("place", ["taken", "taken/below"])
def test_a_file_in_the_way_is_named_and_kept(run: Run, tmp_path: Path, place: str) -> None:
    (tmp_path / "taken").write_text("mine")
    done = run(tmp_path, "init", place)
    assert done.returncode == 3
    assert done.stderr.startswith(f"vaultgoals: {tmp_path}/{place} ")
    assert (tmp_path / "taken").read_text() == "mine"


def test_a_file_where_the_sample_needs_a_folder_is_named_and_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Goals").write_text("mine")
    done = run(tmp_path, "init", "--sample")
    assert done.returncode == 3
    assert "a file stands where a folder should be" in done.stderr
    assert (tmp_path / "Goals").read_text() == "mine"


def test_the_sample_is_not_put_among_notes_of_somebodys_own(run: Run, tmp_path: Path) -> None:
    (tmp_path / "Diary.md").write_text("mine\n")
    done = run(tmp_path, "init", "--sample")
    assert done.returncode == 2
    assert done.stderr.endswith("\n  Name a new folder: vaultgoals init --sample DIR\n")
    assert [path.name for path in tmp_path.glob("*.*")] == ["Diary.md"]


def test_the_sample_changes_no_note_that_is_there(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "sample"
    run(tmp_path, "init", "--sample", "sample")
    page = root / "Reviews" / "Weekly" / "Review 2026-W46.md"
    page.write_text(page.read_text().replace("this week:**", "this week:** nothing, for once"))
    (root / "Goals" / "Refunds.md").write_text("mine")
    before = bytes_of(root)
    done = run(root, "init", "--sample")
    assert done.returncode == 0
    assert "Goals/Refunds.md is there already and stays as it is.\n" in done.stderr
    after = bytes_of(root)
    people_s = [path for path in before if not path.startswith("Reviews/")]
    assert all(outside_blocks(after[path][0]) == outside_blocks(before[path][0]) for path in people_s)
    assert "nothing, for once" in page.read_text()


@pytest.mark.parametrize("today", DAYS)
def test_the_sample_has_its_one_fault_on_any_day_and_is_at_rest(run: Run, tmp_path: Path, today: str) -> None:
    root = tmp_path / "sample"
    begun = run(tmp_path, "init", "--sample", "sample", today=today)
    assert begun.returncode == 0
    page = begun.stdout.rpartition("Next: read ")[2].strip()
    assert (root / page).is_file()
    before = bytes_of(root)
    checked = run(root, "check", "--format", "json", today=today)
    assert checked.returncode == 1
    findings = json.loads(checked.stdout)["findings"]
    faults = [finding for finding in findings if finding["severity"] != "info"]
    assert [(finding["code"], finding["path"]) for finding in faults] == [
        ("VG201", "Goals/Post on LinkedIn.md")
    ]
    assert run(root, "review", today=today).returncode == 0
    assert bytes_of(root) == before


def test_the_sample_brings_its_past_weeks_and_what_was_written_into_them(run: Run, tmp_path: Path) -> None:
    run(tmp_path, "init", "--sample", "sample", today="2026-12-31")
    weekly = tmp_path / "sample" / "Reviews" / "Weekly"
    pages = {path.stem.removeprefix("Review "): path.read_text() for path in weekly.iterdir()}
    assert sorted(pages) == [f"2026-W{week}" for week in range(46, 54)]
    assert sorted(label for label, text in pages.items() if "sealed: true" in text) == sorted(pages)[:-2]
    assert "\nDecision: the [[Pricing page test]] starts" in pages["2026-W52"]
    assert "Last week you wrote: *“Book the call on day one, not day three.”*" in pages["2026-W53"]


def test_the_sample_of_the_last_days_of_2026_knows_week_53(run: Run, tmp_path: Path) -> None:
    begun = run(tmp_path, "init", "--sample", "sample", today="2027-01-03")
    assert "Next: read Reviews/Weekly/Review 2026-W53.md\n" in begun.stdout
    page = (tmp_path / "sample" / "Reviews" / "Weekly" / "Review 2026-W53.md").read_text()
    assert "# Week 53 · " in page
    assert "period: 2026-W53\nstart: 2026-12-28\nend: 2027-01-03\n" in page
    assert "← [[Review 2026-W52]]" in page
