"""A new goal's note: in the vault's own words, folder and headings, and what is still missing in it."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.config import FOLDERS, Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.new_goal import Made, make
from vaultgoals.workspace.new_note import Draft, namesakes, path_for, standing
from vaultgoals.workspace.proposals import likely_outcomes, proposed, usual_owner

TODAY = date(2026, 11, 20)
WISH = "---\ntype: outcome\nmetric: trials that pay\ntarget: 8\ndue: 2026-12-31\n---\n"
FULL = {"outcome": ("Wish",), "cadence": ("3 per week",), "because": ("they see",)}


def vault_of(notes: Mapping[str, str] = {}, config: Config = Config()) -> Vault:
    return Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), config)


def made(vault: Vault, kind: Kind, answers: Mapping[str, tuple[str, ...]], title: str = "Do") -> Made:
    return make(vault, Draft(kind=kind, title=title, answers=answers), TODAY)


def text_of(one: Made) -> str:
    return one.goal.note.source.text


def test_a_process_goal_is_written_as_people_write_it() -> None:
    one = made(
        vault_of({"Goals/Wish.md": WISH}), Kind.PROCESS, {**FULL, "due": ("2026-12-31",)}, "Outbound calls"
    )
    assert one.goal.path == "Goals/Outbound calls.md"
    assert text_of(one) == (
        '---\ntype: process\noutcome: "[[Wish]]"\ncadence: 3 per week\nbecause: they see\ndue: 2026-12-31\n'
        "field: outbound-calls\n---\n\n## Check-ins\n"
    )
    assert (one.missing, one.unfit, one.warnings) == ((), (), ())


@pytest.mark.parametrize(
    ("kind", "given", "missing"),
    [
        (Kind.OBJECTIVE, {}, ()),
        (Kind.OUTCOME, {}, ("target", "due")),
        (Kind.OUTCOME, {"target": ("8",)}, ("due",)),
        (Kind.INDICATOR, {}, ("outcome",)),
        (Kind.GUARDRAIL, {"outcome": ("Wish",)}, ("max",)),
        (Kind.GUARDRAIL, {"outcome": ("Wish",), "min": ("2",)}, ()),
        (Kind.LEVER, {}, ("outcome",)),
        (Kind.LEVER, {"outcome": ("Wish",), "experiment": ("yes",)}, ("timebox",)),
        (Kind.OUTPUT, {}, ("outcome", "target", "due")),
        (Kind.PROCESS, {}, ("outcome", "cadence", "because")),
        (Kind.PROCESS, {"exploratory": ("yes",), "cadence": ("daily",)}, ("until",)),
        (Kind.PROCESS, {"status": ("draft",)}, ()),
    ],
)
def test_what_check_would_miss_is_missing(
    kind: Kind, given: Mapping[str, tuple[str, ...]], missing: tuple[str, ...]
) -> None:
    assert made(vault_of({"Goals/Wish.md": WISH}), kind, given).missing == missing


def test_where_all_goals_are_one_persons_a_new_one_is_hers_without_a_word() -> None:
    owned = WISH.replace("due", 'owner: "[[Ana]]"\ndue')
    vault = vault_of({"A.md": owned, "B.md": owned, "C.md": WISH})
    assert usual_owner(vault, Kind.PROCESS) == "Ana"
    assert usual_owner(vault, Kind.GUARDRAIL) == ""
    most_have_none = vault_of({"A.md": owned, "B.md": WISH, "C.md": WISH})
    assert usual_owner(most_have_none, Kind.PROCESS) == ""
    one = made(most_have_none, Kind.PROCESS, {**FULL, "outcome": ("A",)})
    assert (one.missing, [finding.code for finding in one.warnings]) == ((), ["VG304"])
    of_two = vault_of({"A.md": owned, "B.md": owned + "- [ ] Call @ben\n"})
    assert usual_owner(of_two, Kind.PROCESS) == ""


def test_an_owner_is_missing_only_where_goals_are_of_several_people() -> None:
    ana, ben = (WISH.replace("due", f'owner: "[[{name}]]"\ndue') for name in ("Ana", "Ben"))
    owned = {"Wish.md": ana, "Hope.md": ben}
    assert made(vault_of(owned), Kind.PROCESS, FULL).missing == ("owner",)
    named = made(vault_of(owned), Kind.PROCESS, {**FULL, "owner": ("ana",)})
    assert named.missing == ()
    assert 'owner: "[[Ana]]"\n' in text_of(named)


@pytest.mark.parametrize(
    ("name", "answer", "fault"),
    [
        ("cadence", "50 per wek", "cannot be read as a cadence"),
        ("due", "soon", "is no date"),
        ("outcome", "Wisch", "there is no such note"),
        ("outcome", "Home", "leads to"),
        ("aggregate", "add", "is not a word known here"),
    ],
)
def test_an_answer_that_cannot_stand_is_told(name: str, answer: str, fault: str) -> None:
    vault = vault_of({"Goals/Wish.md": WISH, "Home.md": "Plain.\n"})
    (unfit,) = made(vault, Kind.PROCESS, {**FULL, name: (answer,)}).unfit
    assert unfit.name == name
    assert fault in unfit.fault
    assert unfit.remedy


@pytest.mark.parametrize(
    ("name", "answer", "line"),
    [
        ("target", "8", "target: 8\n"),
        ("target", "1,250.5", "target: 1250.5\n"),
        ("target", "8 %", 'target: "8 %"\n'),
        ("due", "[[2026-12-31]]", "due: 2026-12-31\n"),
        ("committed", "yes", "committed: true\n"),
        ("milestones", "2026-12-01: 7", 'milestones:\n  - "2026-12-01: 7"\n'),
        ("aliases", "T", "aliases:\n  - T\n"),
        ("status", "draft", "status: draft\n"),
        ("unit", "%", 'unit: "%"\n'),
    ],
)
def test_an_answer_is_written_as_what_it_is(name: str, answer: str, line: str) -> None:
    one = made(vault_of(), Kind.OUTCOME, {"target": ("9",), "due": ("2026-12-31",), name: (answer,)})
    assert line in text_of(one)
    assert one.unfit == ()


def test_other_notes_of_the_same_name_are_known() -> None:
    vault = vault_of({"Ideas/do.md": "Mine.\n", "Do more.md": "Mine.\n"})
    assert namesakes(vault, "Goals/Do.md") == ["Ideas/do.md"]
    assert namesakes(vault, "Goals/More.md") == []


def test_two_outcomes_are_a_list_of_links() -> None:
    vault = vault_of({"Goals/Wish.md": WISH, "Goals/Hope.md": WISH})
    one = made(vault, Kind.PROCESS, {**FULL, "outcome": ("wish", "[[Hope]]")})
    assert 'outcome:\n  - "[[Wish]]"\n  - "[[Hope]]"\n' in text_of(one)


def test_a_link_has_the_whole_path_where_the_title_is_not_unique() -> None:
    vault = vault_of({"Goals/Wish.md": WISH, "Old/Wish.md": "x\n"})
    assert 'outcome: "[[Goals/Wish]]"\n' in text_of(
        made(vault, Kind.PROCESS, {**FULL, "outcome": ("Goals/Wish.md",)})
    )


def test_the_vaults_own_words_are_written() -> None:
    config = Config(
        types={"Ziel": "outcome", "process": None, "#tun": "process"},
        properties={"Frist": "due", "Art": "type"},
    )
    outcome = made(vault_of(config=config), Kind.OUTCOME, {"target": ("8",), "due": ("2026-12-31",)})
    assert text_of(outcome).startswith("---\nArt: Ziel\ntarget: 8\nFrist: 2026-12-31\n")
    vault = vault_of({"Wish.md": WISH}, config)
    assert text_of(made(vault, Kind.PROCESS, FULL)).startswith("---\ntags:\n  - tun\n")
    assert made(vault, Kind.PROCESS, FULL).vault.kinds["Do.md"] is Kind.PROCESS


def test_the_word_for_a_kind_is_the_one_that_most_goals_here_have() -> None:
    vault = vault_of(
        {
            "Wish.md": WISH,
            "a.md": "---\ntype: habit\n---\n",
            "b.md": "---\ntype: Habit\n---\n",
            "c.md": "---\ntype: habit\n---\n",
        }
    )
    assert "type: habit\n" in text_of(made(vault, Kind.PROCESS, FULL))


def test_a_folder_that_makes_a_kind_is_where_it_goes() -> None:
    config = Config(types={"Habits/": "process", "process": None})
    vault = vault_of({"Goals/Wish.md": WISH}, config)
    one = made(vault, Kind.PROCESS, FULL)
    assert one.goal.path == "Habits/Do.md"
    assert "type" not in text_of(one)
    assert one.vault.kinds["Habits/Do.md"] is Kind.PROCESS


@pytest.mark.parametrize(
    ("folders", "notes", "expected"),
    [
        ({}, [], "Goals/Do.md"),
        ({}, ["Work/A.md", "Work/B.md", "Home/C.md"], "Work/Do.md"),
        ({}, ["A.md"], "Do.md"),
        ({"outcome": "Aims/{year}"}, ["Work/A.md"], "Aims/2026/Do.md"),
        ({"outcome": ""}, ["Work/A.md"], "Do.md"),
    ],
)
def test_it_goes_where_the_settings_say_or_where_most_of_its_kind_lie(
    folders: dict[str, str], notes: list[str], expected: str
) -> None:
    vault = vault_of(dict.fromkeys(notes, WISH), Config(folders={**FOLDERS, **folders}))
    assert path_for(vault, Kind.OUTCOME, "Do", TODAY) == expected


def test_headings_are_worded_as_in_the_vault() -> None:
    body = "# Wish\n\n### Log\n- 2026-11-18: 6\n\n### To do\n- [ ] Book a room\n"
    one = made(
        vault_of({"Goals/Wish.md": WISH + body}), Kind.OUTCOME, {"target": ("8",), "due": ("2026-12-31",)}
    )
    assert text_of(one).endswith("---\n\n### Log\n\n### To do\n")


def test_a_field_is_one_that_no_goal_has() -> None:
    vault = vault_of({"Wish.md": WISH, "Runs.md": "---\ntype: process\nfield: do\n---\n"})
    assert made(vault, Kind.PROCESS, FULL).goal.field == "do-2"
    assert made(vault, Kind.PROCESS, FULL, "Date").goal.field == "date-2"


@pytest.mark.parametrize("path", ["Goals/wish.md", "Elsewhere/Wish.md", "GOALS/Wish.md"])
def test_a_second_goal_of_a_name_is_noticed(path: str) -> None:
    assert standing(vault_of({"Goals/Wish.md": WISH}), path) == "Goals/Wish.md"
    assert standing(vault_of({"Goals/Wish.md": WISH}), "Goals/Wish 2.md") is None


def test_the_outcome_that_shares_words_is_proposed_first_then_the_last_logged() -> None:
    log = "## Log\n- 2026-11-18: 6\n"
    other = WISH.replace("trials that pay", "minutes")
    vault = vault_of({"A.md": other, "B.md": other + log, "Paying trials.md": WISH})
    titles = [goal.title for goal in likely_outcomes(vault, "Call every trial")]
    assert titles == ["Paying trials", "B", "A"]
    assert [goal.title for goal in likely_outcomes(vault, "Run")] == ["B", "A", "Paying trials"]


def test_what_is_proposed_can_be_taken() -> None:
    vault = vault_of({"Wish.md": WISH.replace("due", "owner: Ana\ndue")})
    draft = Draft(kind=Kind.OUTPUT, title="Do", answers={"outcome": ("Wish",)})
    found = {
        name: proposed(vault, draft, name, TODAY) for name in ("outcome", "due", "until", "owner", "cadence")
    }
    assert found == {
        "outcome": "Wish",
        "due": "2026-12-31",
        "until": "2026-12-18",
        "owner": "Ana",
        "cadence": "",
    }
    assert proposed(vault, draft, "due", date(2026, 12, 27)) == "2027-03-31"
