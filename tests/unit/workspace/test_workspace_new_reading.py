"""The note of a check-in: what stands in it, where it goes, and what is refused."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from vaultgoals.core.config import FOLDERS, Config
from vaultgoals.core.new_checkin import Said, checkin_path, meant, with_entry
from vaultgoals.core.note import Malformed
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.markdown import read_note
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.goal_to_log import goal_to_log
from vaultgoals.workspace.new_reading import plan_reading, write_reading

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 42, tzinfo=UTC)
AT = time(10, 42)
CALLS = "---\ntype: process\ncadence: 50 calls per week\n---\n"


def vault(header: str = "", *, path: str = "Goals/Calls.md", config: Config = Config()) -> Vault:
    text = f"---\ntype: process\n{header}\n---\n" if header else CALLS
    return Vault.of([read_note(Source.of(path, text))], config)


def said(
    of: Vault,
    *,
    value: str = "",
    skip: str | None = None,
    comment: str = "",
    by: str = "",
    confidence: str = "",
) -> Said:
    goal = next(iter(of.goals.values()))
    return Said(goal=goal, on=TODAY, value=value, skip=skip, comment=comment, by=by, confidence=confidence)


def written(of: Vault, entry: str) -> str:
    read = with_entry(said(of), entry)
    assert not isinstance(read, Malformed)
    return plan_reading(of, read, AT).text


# What stands in it.


@pytest.mark.parametrize(
    ("cadence", "entry", "lines"),
    [
        ("50 calls per week", "12", "value: 12\n---\n"),
        ("50 calls per week", "1,250", "value: 1250\n---\n"),
        ("50 calls per week", "12 calls", "value: 12 calls\n---\n"),
        ("50 calls per week", "12, two meetings", "value: 12\n---\ntwo meetings\n"),
        ("50 calls per week", "12 – two: a, b", "value: 12\n---\ntwo: a, b\n"),
        ("50 calls per week", "skip: ill", "skip: ill\n---\n"),
        ("50 calls per week", "skip", "skip: true\n---\n"),
        ("daily", "no", "value: false\n---\n"),
        ("daily", "x", "value: true\n---\n"),
        ("every demo", "9/10", 'value: "9/10"\n---\n'),
        ("every demo", "3 of 4", "value: 3 of 4\n---\n"),
        ("3 hours per week", "1h30m", 'value: "1h30m"\n---\n'),
        ("3 hours per week", "50 min", "value: 50 min\n---\n"),
        ("3 hours per week", "0.5", "value: 0.5\n---\n"),
    ],
)
def test_a_value_is_written_so_that_it_is_read_as_it_was_typed(cadence: str, entry: str, lines: str) -> None:
    text = written(vault(f"cadence: {cadence}"), entry)
    assert text == f'---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-20\n{lines}'


def test_all_that_is_said_beside_a_value_stands_in_the_note() -> None:
    of = vault()
    whole = replace(
        said(of, confidence="1.0", by="[[Ana]]", comment="two\n\nthree"),
        value="8",
        evidence=("https://a.b/c?d=1#e", "[[Call notes]]"),
    )
    assert plan_reading(of, whole, AT).text == (
        '---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-20\nvalue: 8\nconfidence: "100%"\nevidence:\n'
        '  - "https://a.b/c?d=1#e"\n  - "[[Call notes]]"\nby: "[[Ana]]"\n---\ntwo\n\nthree\n'
    )
    assert meant(whole).by == "Ana"


def test_the_vaults_own_words_are_written() -> None:
    config = Config(types={"Notiz": "checkin"}, properties={"Wert": "value", "Ziel": "goal", "Art": "type"})
    assert written(vault(config=config), "8") == (
        '---\nArt: Notiz\nZiel: "[[Calls]]"\ndate: 2026-11-20\nWert: 8\n---\n'
    )


@pytest.mark.parametrize(
    "entry", ["", "twelve", "12 kg", "12-15", "2026-11-20", "<!-- 3 -->", "yes and no", "45 min"]
)
def test_what_a_goal_does_not_count_is_no_entry(entry: str) -> None:
    assert isinstance(with_entry(said(vault()), entry), Malformed)


def test_a_comment_behind_a_value_comes_before_the_one_of_its_own() -> None:
    read = with_entry(said(vault(), comment="More."), "3, two meetings")
    assert not isinstance(read, Malformed)
    assert (read.value, read.comment) == ("3", "two meetings\n\nMore.")


# Where it goes.


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Calls", "2026-11-20 1042 Calls.md"),
        ("Run: 10 km", "2026-11-20 1042 Run - 10 km.md"),
        ('Who? <me> * you|us "now"', "2026-11-20 1042 Who me you-us now.md"),
        ("CON", "2026-11-20 1042 CON.md"),
        ("What...", "2026-11-20 1042 What.md"),
        ("#", "2026-11-20 1042.md"),
        ("Grüße 🏃 #1", "2026-11-20 1042 Grüße 🏃 1.md"),
    ],
)
def test_a_files_name_is_one_that_every_system_takes(title: str, name: str) -> None:
    of = vault(path=f"Goals/{title}.md")
    path = checkin_path(of, said(of), AT)
    assert path == f"Check-ins/2026/{name}"


@pytest.mark.parametrize("title", ["many words " * 30, "x" * 240, "ü" * 120, "🏃 " * 60])
def test_a_very_long_title_is_cut(title: str) -> None:
    of = vault(path=f"Goals/{title.strip()}.md")
    path = checkin_path(of, said(of), AT)
    assert 80 < len(path.rpartition("/")[2].encode()) < 150
    assert plan_reading(of, said(of, value="3"), AT).path == path


def test_where_one_is_there_the_next_has_a_number_whatever_the_case() -> None:
    there = {f"Check-ins/2026/2026-11-20 1042 {name}.md" for name in ("Calls", "CALLS 2")}
    of = replace(vault(), files=frozenset(there))
    assert checkin_path(of, said(of), AT).endswith(" Calls 3.md")
    assert checkin_path(of, said(of), AT, {"Check-ins/2026/2026-11-20 1042 Calls 3.md"}).endswith(" 4.md")


@pytest.mark.parametrize(("folder", "path"), [("", ""), ("Log", "Log/"), ("A/{year}/B", "A/2025/B/")])
def test_the_folder_is_the_settings_with_the_year_of_the_day(folder: str, path: str) -> None:
    of = vault(config=Config(folders={**FOLDERS, "checkin": folder}))
    late = replace(said(of), on=date(2025, 12, 31))
    assert checkin_path(of, late, AT) == f"{path}2025-12-31 1042 Calls.md"


# What is refused.


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"comment": "see <!-- this -->"}, "--note cannot"),
        ({"comment": "%% hidden %%"}, "--note cannot"),
        ({"comment": "- [x] told [[Calls]]"}, "--note cannot"),
        ({"comment": "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->"}, "--note cannot"),
        ({"skip": "no"}, "is no reason"),
    ],
)
def test_what_would_be_read_otherwise_is_refused(more: dict[str, str], words: str) -> None:
    of = vault()
    with pytest.raises(UsageError, match=words):
        plan_reading(of, said(of, value="" if "skip" in more else "3", **more), AT)


@pytest.mark.parametrize(
    ("title", "link"),
    [
        ("Run: 10 km", "[[Run: 10 km]]"),
        ("a|b", "[ab](Goals/a%7Cb.md)"),
        ("C# [a]|b", "C# [a]|b"),
        ("50 % more", "[[50 % more]]"),
        ('Say "so"', '[[Say \\"so\\"]]'),
    ],
)
def test_a_goal_is_linked_whatever_it_is_called(title: str, link: str) -> None:
    of = vault(path=f"Goals/{title}.md")
    assert f'goal: "{link}"\n' in plan_reading(of, said(of, value="3"), AT).text


def test_a_folder_that_is_left_out_takes_no_check_ins() -> None:
    of = vault(config=Config(ignore=("Check-ins/",)))
    with pytest.raises(UsageError, match="left out by `ignore`"):
        plan_reading(of, said(of, value="3"), AT)


def test_a_vault_in_which_the_word_means_something_else_is_not_written_into() -> None:
    of = vault(config=Config(types={"checkin": "outcome"}))
    with pytest.raises(UsageError, match="would not be read as one of “Calls”"):
        plan_reading(of, said(of, value="3"), AT)


# In a folder.


def opened(root: Path, title: str = "Calls") -> Workspace:
    (root / "vaultgoals.toml").write_text("timezone = 'Asia/Tokyo'\n")
    (root / "Goals").mkdir()
    (root / f"Goals/{title}.md").write_text(CALLS)
    return Workspace.at(root)


def test_it_is_named_by_the_clock_of_the_vaults_zone_and_read_at_once(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    goal = goal_to_log("calls", workspace, tmp_path).goal
    checkin = write_reading(workspace, Said(goal=goal, on=TODAY, value="3"), NOW)
    assert checkin.path == "Check-ins/2026/2026-11-20 1942 Calls.md"
    assert [one.value for one in workspace.vault.checkins_of(goal.path)] == [3]


def test_a_name_that_another_program_takes_meanwhile_is_left_to_it(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    goal = goal_to_log("calls", workspace, tmp_path).goal
    theirs = tmp_path / "Check-ins/2026/2026-11-20 1942 Calls.md"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("theirs")
    checkin = write_reading(workspace, Said(goal=goal, on=TODAY, value="3"), NOW)
    assert checkin.path.endswith(" Calls 2.md")
    assert theirs.read_text() == "theirs"


def test_a_folder_that_cannot_be_written_into_is_said(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    (tmp_path / "Check-ins").write_text("a file")
    goal = goal_to_log("calls", workspace, tmp_path).goal
    with pytest.raises(Unwritten, match="nothing was written"):
        write_reading(workspace, Said(goal=goal, on=TODAY, value="3"), NOW)


# Which goal.


def test_a_goal_is_named_by_its_path_too(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    for name in ("Goals/Calls.md", "Goals/Calls", "Calls.md"):
        assert goal_to_log(name, workspace, tmp_path).goal.title == "Calls"
    assert goal_to_log("Calls.md", workspace, tmp_path / "Goals").goal.title == "Calls"


def test_a_name_of_several_goals_or_of_none_says_what_could_be_meant(tmp_path: Path) -> None:
    opened(tmp_path)
    (tmp_path / "Goals/Calls to mum.md").write_text(CALLS)
    (tmp_path / "Old").mkdir()
    (tmp_path / "Old/Runs.md").write_text(CALLS)
    (tmp_path / "Goals/Runs.md").write_text(CALLS)
    (tmp_path / "Goals/Ask.md").write_text("---\ntype: lever\n---\n")
    workspace = Workspace.at(tmp_path)
    for name, message, hint in (
        ("call", "may be 2 goals", "Name one of them: Calls, Calls to mum."),
        ("runs", "may be 2 goals", "Name one of them: Goals/Runs.md, Old/Runs.md."),
        ("Clals", "is no goal", "Did you mean “Calls”"),
        ("ask", "is a lever, and has no readings", "Log a goal"),
        ("zzz", "is no goal", "vaultgoals status"),
    ):
        with pytest.raises(UsageError, match=message) as raised:
            goal_to_log(name, workspace, tmp_path)
        assert hint in raised.value.hint
