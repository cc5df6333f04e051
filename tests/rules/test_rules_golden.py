"""A small vault with every fault once, and what `check` says of it, as text and as JSON.

After a change of words: `python tests/rules/test_rules_golden.py` writes what is expected anew; read the
difference before you keep it.
"""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.findings_json import findings_json
from vaultgoals.export.findings_text import findings_text, plain
from vaultgoals.export.tally import Tally
from vaultgoals.markdown import read_note
from vaultgoals.rules import all_rules, check
from vaultgoals.store.files import decode

TODAY = date(2026, 11, 20)
CASE = Path(__file__).parents[1] / "golden" / "faulty"


def sources() -> dict[str, Source]:
    root = CASE / "vault"
    paths = [path.relative_to(root).as_posix() for path in sorted(root.rglob("*.md"))]
    return {path: decode(path, (root / path).read_bytes()) for path in paths}


def reports() -> dict[str, str]:
    read = sources()
    vault = Vault.of(read_note(source) for source in read.values())
    found = check(vault, today=TODAY)
    return {
        "check.txt": plain(findings_text(found, read, Tally.of(vault))),
        "check.json": findings_json(found, read, Tally.of(vault), today=TODAY) + "\n",
    }


@pytest.mark.parametrize("name", ["check.txt", "check.json"])
def test_the_faulty_vault_is_reported_as_expected(name: str) -> None:
    assert reports()[name] == (CASE / "expected" / name).read_text(encoding="utf-8")


def test_every_fault_is_found_once_in_the_faulty_vault() -> None:
    found = check(Vault.of(map(read_note, sources().values())), today=TODAY)
    assert Counter(finding.code for finding in found) == {rule.code: 1 for rule in all_rules()}


if __name__ == "__main__":
    for name, text in reports().items():
        (CASE / "expected" / name).write_text(text, encoding="utf-8")
