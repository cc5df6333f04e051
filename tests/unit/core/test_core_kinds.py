"""What a note is, by its `type`, its tags and its folder."""

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, MAY_SERVE, is_sync_copy, kind_of
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def note(text: str, path: str = "Note.md") -> Note:
    return read_note(Source.of(path, text))


def typed(kind: str, path: str = "Note.md") -> Note:
    return note(f"---\ntype: {kind}\n---\n", path)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("objective", Kind.OBJECTIVE),
        ("outcome", Kind.OUTCOME),
        ("outcome-goal", Kind.OUTCOME),
        ("key-result", Kind.OUTCOME),
        ("kr", Kind.OUTCOME),
        ("indicator", Kind.INDICATOR),
        ("leading-indicator", Kind.INDICATOR),
        ("performance", Kind.INDICATOR),
        ("performance-goal", Kind.INDICATOR),
        ("guardrail", Kind.GUARDRAIL),
        ("lever", Kind.LEVER),
        ("initiative", Kind.LEVER),
        ("output", Kind.OUTPUT),
        ("output-goal", Kind.OUTPUT),
        ("process", Kind.PROCESS),
        ("process-goal", Kind.PROCESS),
        ("habit", Kind.PROCESS),
        ("checkin", Kind.CHECKIN),
        ("check-in", Kind.CHECKIN),
        ("goal-review", Kind.REVIEW),
        # However a person writes it.
        ("Outcome", Kind.OUTCOME),
        ("'outcome'", Kind.OUTCOME),
        ('" KR "', Kind.OUTCOME),
        ("Key Result", Kind.OUTCOME),
        ("PROCESS_GOAL", Kind.PROCESS),
        ("[process]", Kind.PROCESS),
        ("\n  - habit", Kind.PROCESS),
        # Somebody else's.
        ("meeting", None),
        ("goal", None),
        ("proces", None),
        ("[process, outcome]", None),
        ("[]", None),
        ("", None),
        ("~", None),
        ("{a: process}", None),
        ("1", None),
        ("true", None),
    ],
)
def test_the_type_says_what_a_note_is(word: str, kind: Kind | None) -> None:
    assert kind_of(typed(word), Config()) is kind


@pytest.mark.parametrize("name", ["type", "Type", "TYPE"])
def test_the_type_property_is_found_whatever_its_case(name: str) -> None:
    assert kind_of(note(f"---\n{name}: outcome\n---\n"), Config()) is Kind.OUTCOME


def test_a_note_without_properties_is_nobodys() -> None:
    assert kind_of(note("type: outcome\n"), Config()) is None
    assert kind_of(note(""), Config()) is None


@pytest.mark.parametrize("word", ["Ziel", "ziel", "ZIEL"])
def test_a_vault_may_have_words_of_its_own(word: str) -> None:
    assert kind_of(typed(word), Config(types={"Ziel": "outcome"})) is Kind.OUTCOME


def test_a_word_of_ours_may_mean_something_else_in_a_vault() -> None:
    assert kind_of(typed("habit"), Config(types={"habit": "indicator"})) is Kind.INDICATOR


def test_a_type_that_is_nobodys_leaves_the_word_to_tags_and_folders() -> None:
    config = Config(types={"#goal/habit": "habit", "Habits/": "process"})

    assert kind_of(note("---\ntype: note\ntags: [goal/habit]\n---\n"), config) is Kind.PROCESS
    assert kind_of(typed("note", "Habits/Run.md"), config) is Kind.PROCESS
    assert kind_of(typed("outcome", "Habits/Run.md"), config) is Kind.OUTCOME
    assert kind_of(typed("note"), config) is None


def test_a_type_given_back_to_the_vault_is_nobodys_whatever_its_tags() -> None:
    config = Config(types={"recipe": None, "#goal/habit": "process"})

    assert kind_of(note("---\ntype: recipe\ntags: [goal/habit]\n---\n"), config) is None


def test_a_word_given_back_to_the_vault_is_nobodys() -> None:
    config = Config(types={"process": None})

    assert kind_of(typed("process"), config) is None
    assert kind_of(typed("habit"), config) is Kind.PROCESS


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("---\ntags: [goal/habit]\n---\n", Kind.PROCESS),
        ("---\ntags: '#Goal/Habit'\n---\n", Kind.PROCESS),
        ("---\ntags: [goal/habit/daily]\n---\n", Kind.PROCESS),
        ("Every morning. #goal/habit\n", Kind.PROCESS),
        ("---\ntags: [goal/habits]\n---\n", None),
        ("---\ntags: [goal]\n---\n", None),
        ("---\ntype: outcome\ntags: [goal/habit]\n---\n", Kind.OUTCOME),
        ("---\ntype: meeting\ntags: [goal/habit]\n---\n", Kind.PROCESS),
        ("---\ntype:\ntags: [goal/habit]\n---\n", Kind.PROCESS),
        ("`#goal/habit`\n", None),
    ],
)
def test_a_tag_says_what_a_note_is_where_its_type_does_not(text: str, kind: Kind | None) -> None:
    assert kind_of(note(text), Config(types={"#goal/habit": "process"})) is kind


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("Goals/Habits/Run.md", Kind.PROCESS),
        ("Goals/Habits/Old/Run.md", Kind.PROCESS),
        ("goals/habits/Run.md", Kind.PROCESS),
        ("Goals/Run.md", None),
        ("Goals/Habits.md", None),
        ("Other/Goals/Habits/Run.md", None),
    ],
)
def test_a_folder_says_what_its_notes_are(path: str, kind: Kind | None) -> None:
    assert kind_of(note("Run.\n", path), Config(types={"Goals/Habits/": "process"})) is kind


def test_a_tag_is_found_however_its_accents_are_written() -> None:
    config = Config(types={"#\u00dcbung": "process"})

    assert kind_of(note("#u\u0308bung\n"), config) is Kind.PROCESS


def test_a_folder_is_found_however_its_accents_are_written() -> None:
    config = Config(types={"\u00dcbungen/": "process"})

    assert kind_of(note("", "U\u0308bungen/Run.md"), config) is Kind.PROCESS


@pytest.mark.parametrize(
    ("types", "kind"),
    [
        ({"#kr": "outcome", "Goals/": "process"}, Kind.OUTCOME),
        ({"Goals/": "process", "#kr": "outcome"}, Kind.OUTCOME),
        ({"Goals/": "process", "Goals/Year/": "lever"}, Kind.LEVER),
        ({"Goals/Year/": "lever", "Goals/": "process"}, Kind.LEVER),
        ({"Goals/": "process", "Goals/Year/": None}, None),
        ({"#kr": "outcome", "#kr/team": "indicator"}, Kind.INDICATOR),
        ({"#kr/team": "indicator", "#kr": "outcome"}, Kind.INDICATOR),
        ({"#kr": "outcome", "#sport": "lever"}, Kind.OUTCOME),
        ({"#sport": "lever", "#kr": "outcome"}, Kind.LEVER),
        ({"#kr": None, "Goals/": "process"}, None),
        ({"/Goals/": "process"}, Kind.PROCESS),
        ({"/": "process"}, Kind.PROCESS),
    ],
)
def test_a_tag_wins_over_a_folder_and_the_deepest_of_each(
    types: dict[str, str | None], kind: Kind | None
) -> None:
    assert kind_of(note("#sport #kr/team/sales\n", "Goals/Year/Run.md"), Config(types=types)) is kind


def test_a_folder_may_be_given_back() -> None:
    config = Config(types={"Goals/Notes/": None, "Goals/": "process"})

    assert kind_of(note("", "Goals/Notes/Idea.md"), config) is None


@pytest.mark.parametrize(
    "text",
    [
        "---\ntype: outcome\ntarget: [\n---\n",
        "---\ntype: outcome\ntarget: 1\ntarget: 2\n---\n",
        "---\ntype: outcome\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
        "---\ntype: outcome\ntarget: &anchor 1\n---\n",
    ],
)
def test_an_unusable_note_is_nobodys(text: str) -> None:
    assert kind_of(note(text), Config()) is None


def test_an_unreadable_note_is_nobodys_even_in_a_mapped_folder() -> None:
    unread = read_note(Source(path="Goals/Run.md", text="", unreadable="too large"))

    assert kind_of(unread, Config(types={"Goals/": "process"})) is None


@pytest.mark.parametrize(
    "title",
    [
        "Run (Conflicted copy MacBook 202411281430)",
        "Run (Conflicted copy Ana's phone 202411281430)",
        "Run.sync-conflict-20260817-144138-O4SHF2J",
        "Run (Ann's conflicted copy 2026-11-20)",
        "Run (Ann's conflicted copy 2026-11-20 (1))",
        "Run (Case Conflict)",
        "Run (Ann's Case Conflict)",
        "Run (Unicode Encoding Conflict)",
    ],
)
def test_a_copy_that_a_syncer_made_is_nobodys(title: str) -> None:
    copy = typed("outcome", f"Goals/{title}.md")

    assert is_sync_copy(copy)
    assert kind_of(copy, Config()) is None


@pytest.mark.parametrize(
    "title",
    ["Run 2", "Run (2)", "Run (copy)", "Conflicted copy", "Case Conflict", "Settle a conflict (soon)"],
)
def test_a_name_that_a_person_may_choose_is_no_syncers_copy(title: str) -> None:
    assert kind_of(typed("outcome", f"Goals/{title}.md"), Config()) is Kind.OUTCOME


def test_every_kind_says_which_properties_it_has() -> None:
    assert set(KIND_PROPERTIES) == set(Kind)


@pytest.mark.parametrize(
    ("kind", "has", "has_not"),
    [
        (Kind.OBJECTIVE, {"due", "owner", "status"}, {"target", "outcome", "cadence"}),
        (
            Kind.OUTCOME,
            {"objective", "target", "lag", "committed", "milestones"},
            {"outcome", "cadence", "reps"},
        ),
        (Kind.INDICATOR, {"outcome", "metric", "check-in"}, {"objective", "lag", "committed"}),
        (Kind.GUARDRAIL, {"outcome", "min", "max", "unit"}, {"target", "baseline"}),
        (Kind.LEVER, {"impact", "confidence", "effort", "reach", "timebox", "result"}, {"target", "unit"}),
        (Kind.OUTPUT, {"outcome", "target", "unit", "aggregate"}, {"objective", "cadence"}),
        (Kind.PROCESS, {"cadence", "because", "until", "reps", "if-then"}, {"target", "baseline", "lag"}),
        (Kind.CHECKIN, {"goal", "date", "value", "skip", "evidence", "by", "blocked"}, {"status", "due"}),
    ],
)
def test_a_kind_has_its_own_properties_and_not_anothers(kind: Kind, has: set[str], has_not: set[str]) -> None:
    assert has <= KIND_PROPERTIES[kind]
    assert not has_not & KIND_PROPERTIES[kind]


def test_what_may_serve_what_always_ends_at_an_outcome() -> None:
    level = [Kind.OUTCOME, Kind.INDICATOR, Kind.LEVER, Kind.OUTPUT, Kind.PROCESS]

    for kind, served in MAY_SERVE.items():
        below = level.index(kind) if kind in level else len(level)
        assert all(level.index(other) < below for other in served)
