"""Checks that a vault's settings name and that there are not."""

from pathlib import Path

import pytest

from vaultgoals.core.config import FolderRules, RuleSettings
from vaultgoals.core.finding import Severity
from vaultgoals.errors import ConfigError
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.rule_names import refuse_unknown_names

INFO = Severity.INFO


@pytest.mark.parametrize(
    "entry", ["VG201", "vg201", "VG4", "VG", "VG999", "VG12345", "process-without-because", "Goal-Cycle"]
)
def test_codes_beginnings_of_codes_and_names_are_taken(entry: str) -> None:
    folder = FolderRules(ignore=(entry,), severity={entry: INFO})
    refuse_unknown_names(
        RuleSettings(
            select=(entry,), ignore=(entry,), severity={entry: INFO}, per_folder={"Private/": folder}
        )
    )


@pytest.mark.parametrize(
    ("settings", "key"),
    [
        (RuleSettings(select=("goal-cycel",)), "rules.select"),
        (RuleSettings(ignore=("VG201", "goal-cycel")), "rules.ignore"),
        (RuleSettings(severity={"goal-cycel": INFO}), "rules.severity"),
        (RuleSettings(per_folder={"P/": FolderRules(ignore=("goal-cycel",))}), "rules.per-folder.P/.ignore"),
        (
            RuleSettings(per_folder={"P/": FolderRules(severity={"goal-cycel": INFO})}),
            "rules.per-folder.P/.severity",
        ),
    ],
)
def test_a_name_that_no_check_has_is_refused_with_its_key_and_the_nearest(
    settings: RuleSettings, key: str
) -> None:
    with pytest.raises(ConfigError) as refused:
        refuse_unknown_names(settings)
    assert str(refused.value).startswith(f"vaultgoals.toml: {key} names “goal-cycel”, and there is no such")
    assert "goal-cycle;" in refused.value.hint


@pytest.mark.parametrize("entry", ["", "VG-201", "VGX", "VG20I", "x" * 500])
def test_what_is_no_code_is_a_name(entry: str) -> None:
    with pytest.raises(ConfigError) as refused:
        refuse_unknown_names(RuleSettings(ignore=(entry,)))
    assert len(str(refused.value)) < 200


def test_a_vault_is_not_opened_and_not_renewed_with_settings_that_would_do_nothing(tmp_path: Path) -> None:
    settings = tmp_path / "vaultgoals.toml"
    settings.write_text("")
    workspace = Workspace.at(tmp_path)
    settings.write_text('[rules]\nignore = ["goal-cycel"]\n')
    with pytest.raises(ConfigError):
        workspace.reload()
    with pytest.raises(ConfigError):
        Workspace.at(tmp_path)
