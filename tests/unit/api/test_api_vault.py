"""The vault as Python programs see it: values that stay, errors in a sentence, nothing written."""

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, date, datetime
from fractions import Fraction
from pathlib import Path
from typing import cast

import pytest

import vaultgoals

Build = Callable[..., Path]
TODAY = date(2026, 11, 20)
OUTCOME = "Goals/Trial conversion.md"


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.delenv("VAULTGOALS_VAULT", raising=False)


def files_of(root: Path) -> dict[Path, tuple[bytes, int]]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


def test_importing_it_loads_nothing_of_it() -> None:
    command = [sys.executable, "-X", "importtime", "-c", "import vaultgoals"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
    assert re.findall(r"\| *(vaultgoals\S*|click|jinja2|yaml|dataclasses)$", done.stderr, re.MULTILINE) == [
        "vaultgoals"
    ]


def test_every_name_is_there_and_no_other() -> None:
    assert all(getattr(vaultgoals, name) is not None for name in vaultgoals.__all__)
    assert set(vaultgoals.__all__) < set(dir(vaultgoals))
    assert not hasattr(vaultgoals, "gaols")


def test_the_day_may_be_a_moment_and_must_not_be_text(vault: Build) -> None:
    root = vault()
    assert vaultgoals.open(root, today=datetime(2026, 11, 20, 9, 30, tzinfo=UTC)).today == TODAY
    with pytest.raises(vaultgoals.VaultgoalsError, match="`today` is '2026-11-20', which is no date"):
        vaultgoals.open(root, today=cast("date", "2026-11-20"))


def test_a_goal_has_its_figures_its_diagnosis_and_its_readings(vault: Build) -> None:
    goal = vaultgoals.open(vault(), today=TODAY).goal("trial conversion")
    assert (goal.path, goal.kind, goal.unit) == (OUTCOME, vaultgoals.Kind.OUTCOME, "%")
    assert goal.figures.current == Fraction(32, 5)
    assert goal.figures.progress == Fraction(1, 5)
    assert goal.diagnosis is not None
    assert goal.diagnosis.kind is vaultgoals.DiagnosisKind.ASSUMPTION_TO_REVISIT
    assert [(one.on, one.value, one.line) for one in goal.readings] == [
        (date(2026, 10, 23), Fraction(63, 10), 12),
        (date(2026, 11, 18), Fraction(64, 10), 13),
    ]
    assert asdict(goal)["figures"]["target"] == 8


def test_each_kind_has_its_own_figures(vault: Build) -> None:
    served = 'outcome: "[[Trial conversion]]"'
    more = {
        "Goals/Growth.md": "---\ntype: objective\n---\n",
        "Goals/Limit.md": f"---\ntype: guardrail\n{served}\nmax: 2\n---\n## Log\n\n- 2026-11-18: 3\n",
        "Goals/Idea.md": f"---\ntype: lever\n{served}\nimpact: 3\nconfidence: 50 %\neffort: 2\n---\n",
    }
    opened = vaultgoals.open(vault(more), today=TODAY)
    assert opened.goal("Growth").figures.health is vaultgoals.Health.NOT_MEASURED
    assert opened.goal("Limit").figures.broken is True
    assert opened.goal("Idea").figures == vaultgoals.Figures(score=Fraction(3, 4))
    calls = opened.goal("Onboarding calls")
    assert calls.figures.kept is not None
    assert (calls.figures.kept.done, calls.figures.streak) == (Fraction(4), 4)
    assert calls.outcomes == calls.serves == (OUTCOME,)
    assert calls.diagnosis is None


def test_what_was_handed_out_stays_and_a_refresh_brings_the_rest(vault: Build) -> None:
    root = vault()
    opened = vaultgoals.open(root, today=TODAY)
    before = opened.goal(OUTCOME)
    with (root / OUTCOME).open("a") as note:
        note.write("- 2026-11-19: 7\n")
    assert opened.goal(OUTCOME) == before
    assert opened.refresh() == {OUTCOME}
    assert opened.goal(OUTCOME).figures.current == 7
    assert before.figures.current == Fraction(32, 5)
    assert opened.refresh() == frozenset()


def test_other_settings_count_after_a_refresh(vault: Build) -> None:
    root = vault()
    opened = vaultgoals.open(root, today=TODAY)
    (root / "vaultgoals.toml").write_text("[pages]\nweekly = false\n")
    opened.refresh()
    with pytest.raises(vaultgoals.VaultgoalsError, match="Pages about 2026-W47 are switched off"):
        opened.review("2026-W47")
    (root / "vaultgoals.toml").write_text("pages = 3\n")
    with pytest.raises(vaultgoals.VaultgoalsError, match="pages must be"):
        opened.refresh()
    assert len(opened.goals) == 2


def test_a_vault_that_is_gone_has_not_lost_its_goals(vault: Build, tmp_path: Path) -> None:
    opened = vaultgoals.open(vault(), today=TODAY)
    (tmp_path / "vault").rename(tmp_path / "elsewhere")
    with pytest.raises(vaultgoals.VaultgoalsError, match="There is no vault in"):
        opened.refresh()
    assert len(opened.goals) == 2


def test_findings_have_their_place_and_know_the_baseline(vault: Build) -> None:
    opened = vaultgoals.open(vault({"Post.md": "---\ntype: process\ncadence: weekly\n---\n"}), today=TODAY)
    errors = [one for one in opened.findings if one.severity is vaultgoals.Severity.ERROR]
    assert [(one.code, one.path, one.line, one.column) for one in errors] == [("VG201", "Post.md", 2, 1)]


def test_a_review_is_the_page_that_would_be_written(vault: Build) -> None:
    root = vault()
    before = files_of(root)
    page = vaultgoals.open(root, today=TODAY).review("last week")
    assert (page.path, page.left) == ("Reviews/Weekly/Review 2026-W46.md", "")
    assert (page.kind, page.period.label) == (vaultgoals.PageKind.WEEKLY, "2026-W46")
    assert "\n# Week 46 · 9–15 November\n" in page.text
    assert files_of(root) == before


def test_a_page_that_rests_says_so_and_one_that_is_in_the_way_is_an_error(vault: Build) -> None:
    sealed = "---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\nsealed: true\n---\nMine.\n"
    path = "Reviews/Weekly/Review {}.md"
    root = vault({path.format("2026-W47"): sealed, path.format("2026-W46"): "Somebody's.\n"})
    opened = vaultgoals.open(root, today=TODAY)
    assert (opened.review("2026-W47").text, opened.review("2026-W47").left) == (sealed, "is sealed")
    with pytest.raises(vaultgoals.VaultgoalsError, match="is not one of our pages"):
        opened.review("2026-W46")


@pytest.mark.parametrize(
    ("name", "hint"),
    [("Trial convrsion", "Did you mean “Trial conversion”?"), ("Zzz", "`vaultgoals status` lists them all.")],
)
def test_a_goal_that_there_is_not_is_one_sentence_with_a_way_out(vault: Build, name: str, hint: str) -> None:
    with pytest.raises(vaultgoals.VaultgoalsError, match="is no goal in this vault") as error:
        vaultgoals.open(vault(), today=TODAY).goal(name)
    assert error.value.hint == hint


def test_a_vault_is_found_as_on_the_command_line(
    vault: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = vault()
    monkeypatch.chdir(root / "Goals")
    assert vaultgoals.open().root == root
    monkeypatch.chdir(tmp_path)
    with pytest.raises(vaultgoals.VaultgoalsError, match="or any folder above it"):
        vaultgoals.open()
    with pytest.raises(vaultgoals.VaultgoalsError, match="There is no vault in"):
        vaultgoals.open(root / "Goals")
    monkeypatch.setenv("VAULTGOALS_VAULT", str(root))
    assert vaultgoals.open().root == root
