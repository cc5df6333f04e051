"""What rules mend: for each the note before and after, and what none of them touches."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
PATH = "Goals/Call customers.md"
OTHERS = {
    "Goals/Keep customers.md": "---\ntype: outcome\n---\n",
    "Goals/Twice.md": "---\ntype: outcome\n---\n",
    "Old/Twice.md": "An older one.\n",
    "A#1/Odd.md": "---\ntype: outcome\n---\n",
    "B#1/Odd.md": "A rival.\n",
}
PROCESS = 'type: process\noutcome: "[[Keep customers]]"\n'
OUTCOME = "type: outcome\nstart: 2026-09-28\nbaseline: 5\ntarget: 8\n"


def findings(
    text: str, code: str, config: Config = Config(), others: Mapping[str, str] = {}
) -> list[Finding]:
    notes = {**OTHERS, **others, PATH: text}
    vault = Vault.of((read_note(Source.of(*note)) for note in notes.items()), config)
    found = [finding for finding in check(vault, today=TODAY) if finding.code == code]
    return [finding for finding in found if finding.path == PATH]


def mended(header: str, code: str, *, safe: bool = True, config: Config = Config()) -> str | None:
    """The header once the first finding of that code is mended; None where there is no fix for it."""
    text = f"---\n{header}---\nText.\n"
    finding, *_ = findings(text, code, config)
    assert finding.fixable is (finding.fix is not None and safe)
    if finding.fix is None:
        return None
    after = apply_edits(text, list(finding.fix.edits))
    again = findings(after, code, config)
    assert finding.fix.what not in [other.fix.what for other in again if other.fix]
    return after.removeprefix("---\n").removesuffix("---\nText.\n")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("cadense: weekly # mine\n", "cadence: weekly # mine\n"),
        ("Cadense: weekly\n", "cadence: weekly\n"),
        ("deadlin: 2026-12-20\n", "deadline: 2026-12-20\n"),
        ("if-thn: x\n", "if-then: x\n"),
    ],
)
def test_a_name_one_letter_away_is_mended(before: str, after: str) -> None:
    config = Config(rules=RuleSettings(select=("VG106",)))
    assert mended(PROCESS + before, "VG106", config=config) == PROCESS + after


@pytest.mark.parametrize(
    "header",
    [
        "becuse: a\nbecausse: b\n",
        "frequncy: weekly\ncadense: daily\n",
        "explratorry: true\n",
    ],
)
def test_a_name_that_two_properties_or_two_letters_are_in_the_way_of_is_left(header: str) -> None:
    assert mended(PROCESS + header, "VG106") is None


def test_a_name_is_mended_to_the_one_that_the_vault_uses() -> None:
    config = Config(properties={"Fällig am": "due"})
    assert mended(PROCESS + "fällig-an: 2026-12-20\n", "VG106", config=config) == (
        PROCESS + "Fällig am: 2026-12-20\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("type: proces\n", "type: process\n"),
        ("type: 'Proces' # mine\n", "type: 'process' # mine\n"),
        ("type: [proces]\n", "type: [process]\n"),
    ],
)
def test_a_type_one_letter_away_is_mended(before: str, after: str) -> None:
    assert mended(before + "cadence: weekly\n", "VG108") == after + "cadence: weekly\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("due: 2026/12/20\n", "due: 2026-12-20\n"),
        ('due: "20.12.2026" # firm\n', 'due: "2026-12-20" # firm\n'),
        ("due: 20 Dec 2026\n", "due: 2026-12-20\n"),
        ("deadline: Dec 20, 2026\n", "deadline: 2026-12-20\n"),
    ],
)
def test_a_date_that_can_mean_one_day_only_is_mended(before: str, after: str) -> None:
    assert mended(PROCESS + before, "VG107") == PROCESS + after


@pytest.mark.parametrize("value", ["03/04/2026", "soon", "2026-02-30", "|\n  20.12.2026\n  or so"])
def test_a_date_that_would_be_a_guess_is_left(value: str) -> None:
    assert mended(f"{PROCESS}due: {value}\n", "VG107") is None


def test_the_nearest_value_is_a_guess() -> None:
    assert (
        mended(PROCESS + "cadence: every moth\n", "VG107", safe=False) == PROCESS + "cadence: every month\n"
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("outcome: [[Keep customers]]\n", 'outcome: "[[Keep customers]]"\n'),
        ("outcome: [[Keep customers]] # it\n", 'outcome: "[[Keep customers]]" # it\n'),
        ("outcome: [[ Keep customers|them ]]\n", 'outcome: "[[ Keep customers|them ]]"\n'),
        ('outcome: [["Keep customers"]]\n', 'outcome: "[[Keep customers]]"\n'),
        ("outcome: [['Keep customers']]\n", 'outcome: "[[Keep customers]]"\n'),
        (
            "outcome:\n  - [[Keep customers]] # a\n  - [[Goals/Twice]]\n",
            'outcome:\n  - "[[Keep customers]]" # a\n  - "[[Goals/Twice]]"\n',
        ),
        (
            'outcome: "[[Keep customers]]"\nrelated: [[X]]\n',
            'outcome: "[[Keep customers]]"\nrelated: "[[X]]"\n',
        ),
        ("serves: '[[Keep customers]]'\n", "outcome: '[[Keep customers]]'\n"),
        ("outcome: x\nfrequency: weekly\n", "outcome: x\ncadence: weekly\n"),
        ("outcome: x\nstatus: In progress # now\n", "outcome: x\nstatus: active # now\n"),
    ],
)
def test_a_loose_value_is_written_as_it_is_read(before: str, after: str) -> None:
    assert mended(f"type: process\n{before}", "VG113") == f"type: process\n{after}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "milestones:\n  - 2026-10-31: 6 # a\n  - 2026-11-30: 7\n",
            'milestones:\n  - "2026-10-31: 6" # a\n  - "2026-11-30: 7"\n',
        ),
        ("milestones:\n  2026-10-31: 6\n", 'milestones:\n  - "2026-10-31: 6"\n'),
        ("milestones: [2026-10-31: 6]\n", 'milestones: ["2026-10-31: 6"]\n'),
    ],
)
def test_loose_milestones_get_quotes(before: str, after: str) -> None:
    assert mended(OUTCOME + before, "VG113") == OUTCOME + after


def test_two_milestones_in_one_entry_are_left() -> None:
    assert mended(OUTCOME + "milestones:\n  - 2026-10-31: 6\n    2026-11-30: 7\n", "VG113") is None


def test_a_name_of_ours_that_is_taken_if_only_by_an_empty_property_is_not_written_twice() -> None:
    assert mended(PROCESS + "due:\ndeadline: 2026-12-20\n", "VG113") is None


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('"[[Twice]]"', '"[[Goals/Twice]]"'),
        ("'[[ twice#now|it ]]' # or so", "'[[ Goals/Twice#now|it ]]' # or so"),
        ("Twice", "Goals/Twice"),
        ('["[[Keep customers]]", "[[Twice]]"]', '["[[Keep customers]]", "[[Goals/Twice]]"]'),
    ],
)
def test_an_ambiguous_link_gets_its_path(before: str, after: str) -> None:
    assert mended(f"type: process\noutcome: {before}\n", "VG205") == f"type: process\noutcome: {after}\n"


@pytest.mark.parametrize("link", ['"[it](Twice.md)"', "[[Twice]]", '"[[Odd]]"'])
def test_a_link_in_another_form_or_to_a_name_that_links_cannot_hold_is_left(link: str) -> None:
    assert mended(f"type: process\noutcome: {link}\n", "VG205") is None


def test_the_nearest_title_is_a_guess() -> None:
    before, after = (
        'type: process\noutcome: "[[Keep custommers|x]]"\n',
        'type: process\noutcome: "[[Keep customers|x]]"\n',
    )
    assert mended(before, "VG202", safe=False) == after


@pytest.mark.parametrize(
    ("before", "safe"),
    [
        ("\n---\ntype: objective\n---\nText.\n", True),
        (" \r\n\t\n--- \ntype: objective\n---\nText.\n", True),
        ("---  \ntype: objective\n---\nText.\n", True),
        ("\n---\nNote: not a property\n---\nText.\n", False),
    ],
)
def test_a_header_is_moved_to_the_top_and_only_blanks_go(before: str, *, safe: bool) -> None:
    (finding,) = findings(before, "VG114")
    assert finding.fixable is safe
    assert finding.fix
    after = apply_edits(before, list(finding.fix.edits))
    assert after == "---\n" + before.lstrip("- \t\r\n")
    assert read_note(Source.of(PATH, after)).properties
    assert findings(after, "VG114") == []
