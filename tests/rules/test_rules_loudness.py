"""Who may silence a rule, or make it louder."""

from datetime import date

import pytest

from vaultgoals.core.config import Config, FolderRules, RuleSettings
from vaultgoals.core.finding import Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import Rule, check
from vaultgoals.rules.loudness import speaks

TODAY = date(2026, 11, 20)
# Yields VG201 (error), VG308 (error) and VG309 (warning).
GOAL = "---\ntype: process\n{}\n---\n"


def found(settings: RuleSettings, *, path: str = "Private/Goal.md", own: str = "") -> dict[str, Severity]:
    note = read_note(Source.of(path, GOAL.format(own)))
    vault = Vault.of([note], Config(rules=settings))
    return {finding.code: finding.severity for finding in check(vault, today=TODAY)}


@pytest.mark.parametrize(
    ("ignore", "left"),
    [
        ((), ["VG201", "VG308", "VG309"]),
        (("VG308",), ["VG201", "VG309"]),
        (("VG3",), ["VG201"]),
        (("vg2", "process-without-because"), ["VG308"]),
        (("VG",), []),
        (("",), ["VG201", "VG308", "VG309"]),
    ],
)
def test_codes_beginnings_of_codes_and_names_are_ignored(ignore: tuple[str, ...], left: list[str]) -> None:
    assert [*found(RuleSettings(ignore=ignore))] == left


@pytest.mark.parametrize(
    ("select", "left"), [(("VG3",), ["VG308", "VG309"]), (("process-without-outcome",), ["VG201"])]
)
def test_where_some_rules_are_selected_only_they_speak(select: tuple[str, ...], left: list[str]) -> None:
    assert [*found(RuleSettings(select=select))] == left


@pytest.mark.parametrize(
    ("select", "ignore", "spoken"),
    [
        ((), (), False),
        (("VG",), (), False),
        (("VG9",), (), False),
        (("VG90",), (), False),
        (("VG901",), (), True),
        (("vg901",), (), True),
        (("Rarely-Wanted",), (), True),
        (("VG", "VG901"), (), True),
        (("VG901",), ("VG9",), False),
        (("VG901",), ("rarely-wanted",), False),
    ],
)
def test_what_is_off_by_default_is_turned_on_by_its_own_code_or_name_only(
    select: tuple[str, ...], ignore: tuple[str, ...], *, spoken: bool
) -> None:
    rule = Rule(
        code="VG901", name="rarely-wanted", severity=Severity.INFO, check=lambda case: (), default=False
    )
    assert speaks(rule, RuleSettings(select=select, ignore=ignore)) is spoken
    assert rule.loudness == "info, off by default"


@pytest.mark.parametrize("own", ["vaultgoals-ignore: [VG308, VG201]", 'Vaultgoals_Ignore: ["VG2", "VG308"]'])
def test_a_note_silences_rules_for_itself(own: str) -> None:
    assert [*found(RuleSettings(), own=own)] == ["VG309"]


def test_a_note_may_name_a_single_rule() -> None:
    assert [*found(RuleSettings(), own="vaultgoals-ignore: VG308")] == ["VG201", "VG309"]


@pytest.mark.parametrize("folder", ["Private/", "Private"])
def test_a_folder_s_settings_hold_below_it_only(folder: str) -> None:
    settings = RuleSettings(per_folder={folder: FolderRules(ignore=("VG3",))})
    assert [*found(settings)] == ["VG201"]
    assert [*found(settings, path="Private/Deep/Goal.md")] == ["VG201"]
    assert [*found(settings, path="Privately/Goal.md")] == ["VG201", "VG308", "VG309"]


def test_the_innermost_folder_says_how_loud() -> None:
    settings = RuleSettings(
        severity={"VG308": Severity.INFO, "process-without-because": Severity.ERROR},
        per_folder={
            "Private": FolderRules(severity={"VG308": Severity.WARNING}),
            "Private/Deep": FolderRules(severity={"VG3": Severity.INFO}),
        },
    )
    assert found(settings, path="Goal.md")["VG308"] is Severity.INFO
    assert found(settings)["VG308"] is Severity.WARNING
    assert found(settings)["VG309"] is Severity.ERROR
    assert found(settings, path="Private/Deep/Goal.md")["VG309"] is Severity.INFO
