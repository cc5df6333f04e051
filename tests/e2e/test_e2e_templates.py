"""Templates of a vault's own, as people write them, break them and mend them."""

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from watcher import Watcher

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

DOCS = Path(__file__).resolve().parents[2] / "docs" / "templates.md"
FOLDER = ".vaultgoals/templates"
WEEKLY = f"{FOLDER}/pages/weekly.md.j2"
PAGE = "Reviews/Weekly/Review 2026-W47.md"
DASHBOARD = "Reviews/Dashboard.md"
BROKEN = "{% extends 'builtin/pages/weekly.md.j2' %}\n{% block next %}\n{{ reviw.title }}\n{% endblock %}\n"
FAULT = f"{WEEKLY}:3: 'reviw' is undefined; the built-in one is used instead"


def examples() -> list[str]:
    return re.findall(r"```jinja\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


def parts(page: Path) -> list[str]:
    return re.findall(r"^<!-- vaultgoals:begin (\S+) [0-9a-f]{12} -->$", page.read_text(), re.MULTILINE)


def place(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def built_in(run: Run, vault: Build) -> dict[str, str]:
    """What the pages say without any template of the vault's own."""
    root = vault()
    assert run(root, "review").returncode == 0
    pages = {path: (root / path).read_text() for path in (PAGE, DASHBOARD)}
    for path in pages:
        (root / path).unlink()
    return pages


def test_a_template_reorders_and_leaves_out_parts_as_the_documentation_shows(run: Run, vault: Build) -> None:
    root = vault()
    place(root, WEEKLY, examples()[0])
    done = run(root, "review")
    assert (done.returncode, "template" in done.stderr) == (0, False)
    assert parts(root / PAGE) == ["headline", "outcomes", "next", "questions", "navigation"]
    assert "**One thing I will do differently this week:**\n" in (root / PAGE).read_text()
    assert run(root, "review", "--check").returncode == 0
    assert run(root, "check").returncode == 0


def test_a_template_leaves_out_one_part(run: Run, vault: Build, built_in: dict[str, str]) -> None:
    root = vault()
    place(root, WEEKLY, examples()[1])
    assert run(root, "review").returncode == 0
    block = r"\n<!-- vaultgoals:begin scorecard .*?<!-- vaultgoals:end scorecard -->\n"
    expected = re.sub(block, "", built_in[PAGE], flags=re.DOTALL)
    assert (root / PAGE).read_text() == expected != built_in[PAGE]


def test_a_template_says_something_otherwise(run: Run, vault: Build) -> None:
    resting = "---\ntype: outcome\nstatus: paused\ntarget: 8\ndue: 2026-12-20\n---\n"
    root = vault({"Goals/# Sleep.md": resting})
    place(root, f"{FOLDER}/pages/dashboard.md.j2", examples()[2])
    assert run(root, "review").returncode == 0
    assert "-->\n## Not now\n- Paused: [# Sleep](Goals/%23%20Sleep.md)" in (root / DASHBOARD).read_text()


def test_a_macro_of_its_own_is_used_on_all_pages(run: Run, vault: Build, built_in: dict[str, str]) -> None:
    root = vault()
    place(root, f"{FOLDER}/macros.md.j2", examples()[3])
    done = run(root, "review")
    assert "template" not in done.stderr
    for path, page in built_in.items():
        lines = [line for line in (root / path).read_text().splitlines() if "vaultgoals:" not in line]
        before = [line for line in page.splitlines() if "vaultgoals:" not in line]
        assert len(lines) == len(before)
        changed = {(old, new) for old, new in zip(before, lines, strict=True) if old != new}
        assert changed
        assert all(new == f"#{old}" for old, new in changed)


def test_a_block_of_its_own_stands_on_pages_and_in_notes(run: Run, vault: Build) -> None:
    markers = "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n"
    root = vault({"Home.md": markers})
    place(root, f"{FOLDER}/blocks/next.md.j2", "My own {{ 'page' if in_page else 'note' }}.   \n")
    assert run(root, "review").returncode == 0
    assert re.match(r"<!-- .* -->\nMy own note\.\n<!-- .* -->\n", (root / "Home.md").read_text())
    assert re.search(r"begin next .* -->\nMy own page\.\n<!--", (root / PAGE).read_text())


def test_a_faulty_template_costs_no_page_and_is_told_of(
    run: Run, vault: Build, built_in: dict[str, str]
) -> None:
    root = vault()
    place(root, WEEKLY, BROKEN)
    done = run(root, "review")
    assert done.returncode == 0
    assert done.stderr.count(FAULT) == 1
    assert (root / PAGE).read_text().split("checkins", 1)[0] == built_in[PAGE].split("checkins", 1)[0]
    assert "VG115" in (root / "Reviews/Problems.md").read_text()
    again = run(root, "review", "--check")
    assert (again.returncode, FAULT in again.stderr) == (0, True)


def test_check_finds_a_faulty_template_at_its_line(run: Run, vault: Build) -> None:
    root = vault()
    place(root, WEEKLY, BROKEN)
    place(root, f"{FOLDER}/pages/weakly.md.j2", "")
    done = run(root, "check", "--format", "json")
    findings = [f for f in json.loads(done.stdout)["findings"] if f["code"] == "VG115"]
    assert [(f["path"], f["line"], f["message"]) for f in findings] == [
        (
            f"{FOLDER}/pages/weakly.md.j2",
            1,
            (
                "no page and no block has a template of this name (did you mean pages/weekly.md.j2?); "
                "the built-in template is used instead"
            ),
        ),
        (WEEKLY, 3, "'reviw' is undefined; the built-in template is used instead"),
    ]
    assert run(root, "check", "--strict").returncode == 1
    assert run(root, "check", "--strict", "--ignore", "VG115").returncode == 0


def test_a_known_fault_can_be_set_aside(run: Run, vault: Build) -> None:
    root = vault()
    place(root, WEEKLY, BROKEN)
    assert run(root, "check", "--write-baseline").returncode == 0
    assert "VG115" not in run(root, "check", "-v").stdout


@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit"])
def test_each_format_can_tell_of_a_template(run: Run, vault: Build, form: str) -> None:
    root = vault()
    place(root, WEEKLY, BROKEN)
    done = run(root, "check", "--format", form)
    assert (done.returncode, "VG115" in done.stdout) == (0, True)


def test_a_template_outside_the_vault_is_looked_at_and_nothing_is_written(
    run: Run, vault: Build, tmp_path: Path
) -> None:
    root = vault()
    place(tmp_path, "mine.md.j2", examples()[0])
    done = run(root, "review", "--stdout", "--template", "../mine.md.j2")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\n")
    assert "vaultgoals:begin scorecard" not in done.stdout
    earlier = run(root, "review", "--stdout", "--template", "../mine.md.j2", "2026-W46")
    assert "period: 2026-W46" in earlier.stdout
    assert not (root / "Reviews").exists()


def test_the_name_of_a_template_says_which_page_it_is_for(run: Run, vault: Build, tmp_path: Path) -> None:
    root = vault()
    place(tmp_path, "dashboard.md.j2", "{% extends 'builtin/pages/dashboard.md.j2' %}")
    done = run(root, "review", "--stdout", "--template", "../dashboard.md.j2")
    assert (done.returncode, "page: dashboard" in done.stdout) == (0, True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BROKEN, "../mine.md.j2:3: 'reviw' is undefined."),
        ("x", "../mine.md.j2:1: the header that it writes lacks `type: goal-review`."),
        (None, "../mine.md.j2:1: it cannot be read: it is gone."),
    ],
)
def test_what_is_wrong_with_a_template_is_said_instead_of_a_page(
    run: Run, vault: Build, tmp_path: Path, text: str | None, said: str
) -> None:
    root = vault()
    if text is not None:
        place(tmp_path, "mine.md.j2", text)
    done = run(root, "review", "--stdout", "--template", "../mine.md.j2")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"vaultgoals: {said}\n")


@pytest.mark.parametrize("args", [(), ("--all", "--stdout"), ("--stdout", "2026-W46", "2026-W47")])
def test_a_template_is_for_one_page_and_only_to_look_at(
    run: Run, vault: Build, args: tuple[str, ...]
) -> None:
    done = run(vault(), "review", "--template", "mine.md.j2", *args)
    assert done.returncode == 2
    assert "--template" in done.stderr


def test_a_hostile_template_ends_soon_and_the_built_in_page_is_written(
    run: Run, vault: Build, built_in: dict[str, str]
) -> None:
    root = vault()
    place(root, WEEKLY, "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}")
    done = run(root, "review")
    assert done.returncode == 0
    assert re.search(r"weekly\.md\.j2:1: it takes too long.*; the built-in one is used instead", done.stderr)
    assert parts(root / PAGE) == re.findall(r"begin (\S+) ", built_in[PAGE])


@pytest.mark.parametrize("poll", [(), ("--poll",)])
def test_a_watcher_sees_a_template_come_change_and_go(
    vault: Build, watching: Callable[..., Watcher], poll: tuple[str, ...]
) -> None:
    root = vault()
    watcher = watching(root, *poll)
    page = root / DASHBOARD
    before = page.read_bytes()
    name = f"{FOLDER}/blocks/next.md.j2"
    place(root, name, "Mine.\n")
    watcher.waits_for(f"written: {name} changed")
    assert "\nMine.\n" in page.read_text()
    place(root, name, "{{ mine }}\n")
    watcher.waits_for(f"{name}:1: 'mine' is undefined")
    (root / name).unlink()
    watcher.waits_for(f"written: {name} changed")
    assert page.read_bytes() == before


def test_a_page_about_a_person_has_templates_too(run: Run, vault: Build, tmp_path: Path) -> None:
    goal = "---\ntype: outcome\ntarget: 8\ndue: 2026-12-20\nowner: Ana\n---\n"
    root = vault({"vaultgoals.toml": "[pages]\npeople = true\n", "Goals/Sales.md": goal})
    template = place(tmp_path, "people.md.j2", "{% extends 'builtin/pages/people.md.j2' %}")
    looked = run(root, "review", "--stdout", "--template", "../people.md.j2")
    assert (looked.returncode, "\n# Ana\n" in looked.stdout) == (0, True)
    place(root, f"{FOLDER}/pages/people.md.j2", template.read_text())
    assert run(root, "review").stderr.count("template") == 0
    assert "\n# Ana\n" in (root / "Reviews/People/Ana.md").read_text()


def test_a_page_that_there_is_none_of_cannot_be_looked_at(run: Run, vault: Build, tmp_path: Path) -> None:
    place(tmp_path, "people.md.j2", "{% extends 'builtin/pages/people.md.j2' %}")
    done = run(vault(), "review", "--stdout", "--template", "../people.md.j2")
    assert (done.returncode, "There is no people page." in done.stderr) == (2, True)
