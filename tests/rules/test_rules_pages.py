"""Every rule's page is its documentation and its test: the bad examples are found, the good ones are not."""

import re
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.finding import Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import Rule, all_rules, check
from vaultgoals.rules.pages import rules_page

TODAY = date(2026, 11, 20)
ROOT = Path(__file__).parents[2]
EXAMPLE = re.compile(r"^```markdown (?P<path>.+)\n(?P<text>(?:.*\n)*?)```$", re.MULTILINE)
IN_WORDS = {"VG105"}
SHOWN = [rule for rule in all_rules() if rule.code not in IN_WORDS]


def section(rule: Rule, heading: str) -> str:
    return rule.page.partition(f"\n## {heading}\n")[2].partition("\n## Good\n")[0]


def vault_of(examples: str) -> Vault:
    sources = (Source.of(match["path"], match["text"]) for match in EXAMPLE.finditer(examples))
    return Vault.of(read_note(source) for source in sources)


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_a_page_calls_bad_is_found_and_nothing_else(rule: Rule) -> None:
    vault = vault_of(section(rule, "Bad"))
    found = {finding.code for finding in check(vault, today=TODAY) if finding.severity is not Severity.INFO}
    assert vault.notes
    assert found == {rule.code}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.code)
def test_what_a_page_calls_good_is_left_alone(rule: Rule) -> None:
    vault = vault_of(section(rule, "Good"))
    assert vault.notes
    assert check(vault, today=TODAY) == ()


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
