"""A small vault with every fault once, and what `check` says of it, as text and as JSON.

After a change of words: `python tests/rules/test_rules_golden.py` writes what is expected anew; read the
difference before you keep it.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.config import Config, FolderRules, RuleSettings
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.findings_json import findings_json
from vaultgoals.export.findings_text import findings_text, strengthen_lines
from vaultgoals.export.lines import plain
from vaultgoals.export.tally import Tally
from vaultgoals.markdown import read_note
from vaultgoals.rules import all_rules, check
from vaultgoals.store.files import decode
from vaultgoals.store.templates import read_templates
from vaultgoals.workspace.settle import tried

TODAY = date(2026, 11, 20)
# All rules speak, also those that are off by default. What would strengthen a goal would be said of nearly
# every one of these bare notes: it has its one place in a folder of its own.
CONFIG = Config(
    rules=RuleSettings(
        select=tuple(rule.code for rule in all_rules()),
        per_folder={
            "Goals": FolderRules(ignore=("VG301", "VG304", "VG402", "VG404", "VG409", "VG410", "VG508"))
        },
    )
)
CASE = Path(__file__).parents[1] / "golden" / "faulty"


def sources() -> dict[str, Source]:
    root = CASE / "vault"
    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.md"))]
    return {path: decode(path, (root / path).read_bytes()) for path in paths}


def faulty() -> Vault:
    own = (Note(source=source) for source in read_templates(CASE / "vault"))
    return tried(Vault.of(map(read_note, sources().values()), CONFIG, templates=own), today=TODAY)


def reports() -> dict[str, str]:
    vault = faulty()
    found = check(vault, today=TODAY)
    read = {path: note.source for path, note in vault.places.items()}
    return {
        "check.txt": plain(
            findings_text(found, read, Tally.of(vault), strengthen=strengthen_lines(vault, found))
        ),
        "check.json": findings_json(found, read, Tally.of(vault), today=TODAY) + "\n",
    }


@pytest.mark.parametrize("name", ["check.txt", "check.json"])
def test_the_faulty_vault_is_reported_as_expected(name: str) -> None:
    assert reports()[name] == (CASE / "expected" / name).read_text(encoding="utf-8")


def test_every_rule_finds_its_fault_once_in_the_faulty_vault() -> None:
    found = check(faulty(), today=TODAY)
    assert Counter(finding.code for finding in found) == {rule.code: 1 for rule in all_rules()}


if __name__ == "__main__":
    for name, text in reports().items():
        (CASE / "expected" / name).write_text(text, encoding="utf-8")
