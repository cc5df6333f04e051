"""Every rule's page is its documentation and its test: the bad examples are found, the good ones are not."""

import re
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import Rule, all_rules, check
from vaultgoals.rules.pages import rules_page

TODAY = date(2026, 11, 20)
ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^```markdown (?P<path>.+)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
IN_WORDS = {"VG105", "VG115"}
# What nearly every outcome could do with: an example shows it where it is about that, and nowhere else.
FOR_EVERY_OUTCOME = {"VG404", "VG409", "VG410"}
SHOWN = [rule for rule in all_rules() if rule.code not in IN_WORDS]


def section(rule: Rule, heading: str) -> str:
    return rule.page.partition(f"\n## {heading}\n")[2].partition("\n## Good\n")[0]


def vault_of(examples: str, rule: Rule) -> Vault:
    """The notes of an example, in a vault in which the rule speaks even if it is off by default."""
    sources = (Source.of(match["path"], match["text"]) for match in EXAMPLE.finditer(examples))
    config = Config(rules=RuleSettings(select=("VG", rule.code)))
    return Vault.of(map(read_note, sources), config)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_a_page_calls_bad_is_found_and_nothing_else(rule: Rule) -> None:
    vault = vault_of(section(rule, "Bad"), rule)
    found = check(vault, today=TODAY)
    assert vault.notes
    assert rule.code in {finding.code for finding in found}
    assert {finding.code for finding in found if finding.severity is not Severity.INFO} <= {rule.code}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_a_page_calls_good_is_left_alone(rule: Rule) -> None:
    vault = vault_of(section(rule, "Good"), rule)
    assert vault.notes
    found = {finding.code for finding in check(vault, today=TODAY)}
    assert found <= FOR_EVERY_OUTCOME - {rule.code}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_says_what_it_is_why_it_matters_and_shows_both_sides(rule: Rule) -> None:
    headings = re.findall(r"^## (.+)$", re.sub(EXAMPLE, "", rule.page), re.MULTILINE)
    assert headings == ["Why it matters", "Bad", "Good"]
    assert not rule.title.endswith(".")


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_a_page_fits_an_eighty_column_terminal(rule: Rule) -> None:
    assert [line for line in rule.page.splitlines() if len(line) > 80] == []


def test_codes_and_names_are_unique() -> None:
    rules = all_rules()
    assert len({rule.code for rule in rules}) == len({rule.name for rule in rules}) == len(rules)


def test_the_documentation_is_the_one_that_the_rules_generate() -> None:
    written = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    assert written == rules_page(), "run: python -m vaultgoals.rules.pages > docs/rules.md"
