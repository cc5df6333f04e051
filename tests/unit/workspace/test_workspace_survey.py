"""What is seen in a vault at first sight, what is guessed, and the settings made of it."""

import tomllib
from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.setting_values import word_tag_or_folder
from vaultgoals.core.settings_keys import read_settings
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.first_settings import settings_text
from vaultgoals.workspace.journal import Named, Tracked
from vaultgoals.workspace.survey import Guess, Survey, survey
from vaultgoals.workspace.survey_text import survey_lines

UNSET = Config()


def look(notes: Mapping[str, str], config: Config = UNSET, **set_by: str) -> Survey:
    vault = Vault.of([read_note(Source.of(path, text)) for path, text in notes.items()], config)
    return survey(vault, set_by=set_by, templates=(), week="")


def typed(kind: str) -> str:
    return f"---\ntype: {kind}\n---\n"


def days(text: str, count: int = 5, form: str = "%Y-%m-%d") -> dict[str, str]:
    first = date(2026, 11, 10)
    return {f"Daily/{(first + timedelta(days=n)).strftime(form)}.md": text for n in range(count)}


def settings(found: Survey) -> Config:
    """What the settings made of a survey mean."""
    config = read_settings(tomllib.loads(settings_text(found)))
    assert isinstance(config, Config)
    return config


def confirmed(found: Survey) -> Config:
    """The same after a person has confirmed every guess, and every example too."""
    lines = settings_text(found).split("\n")
    said = [line.removeprefix("# ") if " = " in line else line for line in lines]
    config = read_settings(tomllib.loads("\n".join(said)))
    assert isinstance(config, Config)
    return config


def test_an_empty_folder_has_nothing_to_tell() -> None:
    found = look({})
    assert found == Survey()
    assert survey_lines(found) == []
    assert not found.is_unsure
    assert settings(found) == Config()


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Ziel", "outcome"),
        ("Goals", "outcome"),
        ("goal", "outcome"),
        ("habits", "process"),
        ("Gewohnheit", "process"),
        ("H\u00e1bito", "process"),
        ("Ha\u0301bitos", "process"),
        ("outcomes", "outcome"),
        ("Key Results", "outcome"),
        ("Vision", "objective"),
        ("KPI", "indicator"),
    ],
)
def test_a_type_that_looks_like_ours_under_another_name_is_a_guess(word: str, kind: str) -> None:
    found = look({"A.md": typed(word), "B.md": typed(word)})
    assert found.kinds == (Guess(word, kind, 2),)
    assert found.others == ()


def test_types_of_ours_are_goals_and_other_types_are_left_alone() -> None:
    found = look({"A.md": typed("habit"), "B.md": typed("person"), "C.md": typed("goal-review"), "D.md": ""})
    assert (found.notes, found.goals, found.kinds) == (4, 1, ())
    assert found.others == (("person", 1),)


def test_a_type_that_the_vault_has_mapped_is_no_guess_any_more() -> None:
    found = look({"A.md": typed("Ziel")}, Config(types={"Ziel": "outcome"}))
    assert (found.goals, found.kinds, found.others) == (1, (), ())


def test_a_tag_that_looks_like_a_goals_is_a_guess_on_two_notes_and_more() -> None:
    found = look({"A.md": "#Goal/Habit #once\n", "B.md": "---\ntags: [goal/habit]\n---\n", "C.md": "#okr\n"})
    assert found.kinds == (Guess("#goal/habit", "process", 2),)


def test_a_tag_in_a_daily_note_is_no_guess() -> None:
    assert look(days("#habit\n")).kinds == ()


def test_a_folder_named_like_goals_is_a_guess_where_no_note_in_it_says_what_it_is() -> None:
    plain = {"Areas/Habits/A.md": "", "Areas/Habits/B.md": ""}
    assert look(plain).kinds == (Guess("Areas/Habits/", "process", 2),)
    assert look(plain | {"Areas/Habits/C.md": typed("note")}).kinds == ()
    assert look({"Habits/A.md": "#habit\n", "Habits/B.md": "#habit\n"}).kinds == (
        Guess("#habit", "process", 2),
    )


def test_a_goals_property_in_another_language_is_a_guess() -> None:
    goal = "---\ntype: Ziel\nFrist: 2026-12-31\nZielwert: 8\nOrt: hier\n---\n"
    found = look({"A.md": goal, "B.md": goal, "C.md": "---\nFrist: 2026-12-31\n---\n"})
    assert found.properties == (Guess("Frist", "due", 2), Guess("Zielwert", "target", 2))


def test_what_recurs_in_daily_notes_as_a_number_or_a_yes_or_no_is_tracked() -> None:
    note = (
        "---\nmeditated: true\nsteps: 8200\nmood: good\ndate: 2026-11-20\nweek: 47\nempty:\n---\nPages:: 12\n"
    )
    assert look(days(note)).tracked == (
        Tracked("meditated", 5, "yes or no"),
        Tracked("steps", 5, "a number"),
        Tracked("Pages", 5, "a number"),
    )


def test_what_a_goal_takes_already_or_what_is_rare_or_mixed_is_not_tracked() -> None:
    goal = "---\ntype: process\nfield: steps\n---\n"
    assert look(days("---\nsteps: 8200\n---\n") | {"Walk.md": goal}).tracked == ()
    assert look(days("---\nsteps: 8200\n---\n", count=2)).tracked == ()
    assert look(days("---\nsteps: 8200\n---\n") | {"2026-11-01.md": "---\nsteps: many\n---\n"}).tracked == ()


def test_periodic_notes_are_counted_with_who_set_their_format() -> None:
    notes = days("") | {"2026-W46.md": "", "2026-W47.md": ""}
    config = Config(periodic=Periodic(daily="Daily/YYYY-MM-DD"))
    assert look(notes, config, daily="Periodic Notes", monthly="Periodic Notes").named == (
        Named("daily", "Daily/YYYY-MM-DD", 5, "Periodic Notes"),
        Named("weekly", "gggg-[W]ww", 2),
        Named("monthly", "YYYY-MM", 0, "Periodic Notes"),
    )


@pytest.mark.parametrize(
    ("form", "guess"),
    [
        ("%Y_%m_%d", "Daily/YYYY_MM_DD"),
        ("%Y%m%d", "Daily/YYYYMMDD"),
        ("%d.%m.%Y", "Daily/DD.MM.YYYY"),
        ("%m-%d-%Y", "Daily/MM-DD-YYYY"),
        ("%Y-%m-%d %A", "Daily/YYYY-MM-DD dddd"),
    ],
)
def test_daily_notes_in_a_usual_format_that_nobody_set_are_guessed(form: str, guess: str) -> None:
    found = look(days("", 5, form))
    assert found.named == (Named("daily", guess, 5, is_guess=True),)
    assert found.is_unsure
    assert settings(found).periodic == Periodic()
    assert confirmed(found).periodic == Periodic(daily=guess)


def test_names_that_may_be_either_of_two_formats_are_not_guessed() -> None:
    assert look({f"0{n}-0{n + 1}-2026.md": "" for n in range(1, 6)}).named == ()


def test_everything_found_is_told() -> None:
    found = Survey(
        named=(Named("weekly", "gggg-[W]ww", 1_200),),
        week="sunday",
        templates=("Meta/Templates/", "T/"),
        tracked=(Tracked("steps", 12, "a number"),),
    )
    assert survey_lines(found) == [
        "  weekly notes     gggg-[W]ww, 1,200 notes",
        "  weeks            begin on Sunday, by the plugin Calendar",
        "  left out         Meta/Templates/, T/: templates",
        "  tracked by day   steps: a number, 12 times",
        "                   With `field: steps` a process goal counts the first.",
    ]


def test_settings_hold_what_is_known_and_guess_in_comments() -> None:
    found = Survey(
        named=(
            Named("daily", "Tage/DD.MM.YYYY", 20, "Daily notes"),
            Named("weekly", "gggg-[W]ww", 3, "Calendar"),
        ),
        templates=("Vorlagen/",),
        kinds=(Guess("Ziel", "outcome", 4), Guess("#goal/habit", "process", 1)),
        properties=(Guess("F\u00e4llig am", "due", 4),),
        week="sunday",
    )
    sure = settings(found)
    assert (sure.ignore, sure.types, sure.properties, sure.week) == (("Vorlagen/",), {}, {}, "iso")
    assert sure.periodic == Periodic(daily="Tage/DD.MM.YYYY")
    assert '# Ziel = "outcome"  # 4 notes\n# "#goal/habit" = "process"  # 1 note\n' in settings_text(found)
    agreed = confirmed(found)
    assert agreed.types == {"Ziel": "outcome", "#goal/habit": "process"}
    assert (agreed.properties, agreed.week) == ({"F\u00e4llig am": "due"}, "sunday")


def test_settings_for_nothing_show_an_example_of_each() -> None:
    assert settings(Survey()) == Config()
    agreed = confirmed(Survey())
    assert agreed.types == {"#goal/habit": "process"}
    assert agreed.pages.yearly is None


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)
MARKS = NAMES.filter(lambda name: word_tag_or_folder(name) == name)


@given(st.lists(MARKS, unique=True), NAMES)
def test_settings_can_be_read_whatever_the_names_in_a_vault(names: list[str], folder: str) -> None:
    guesses = tuple(Guess(name, "outcome", 2) for name in names)
    found = Survey(kinds=guesses, templates=(f"{folder}/",))
    assert settings(found).ignore == (f"{folder}/",)
    assert dict.fromkeys(names, "outcome").items() <= confirmed(found).types.items()


@given(st.text("abc \u00e4\u00f6", max_size=40), st.integers(1, 10_000))
def test_what_was_found_is_told_in_80_columns(name: str, count: int) -> None:
    found = Survey(
        named=(Named("quarterly", name, count, "Periodic Notes"),),
        others=((name, count),) * 5,
        kinds=(Guess(name, "outcome", count),),
        tracked=(Tracked(name, count, "yes or no"),),
    )
    lines = survey_lines(found)
    assert max(map(len, lines)) <= 80
    assert lines == [line.rstrip() for line in lines]
