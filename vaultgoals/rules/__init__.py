"""The checks: one file a rule, found by looking, each with its page as docstring."""

import inspect
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from vaultgoals.core.config import RuleSettings
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.vault import Vault
from vaultgoals.rules.rule import Case, Rule

__all__ = ["Case", "Rule", "all_rules", "check", "find_rule"]


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name.startswith("vg"))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(replace(module.RULE, page=inspect.getdoc(module) or "") for module in modules)


def find_rule(text: str) -> Rule | None:
    """The rule of that code or name."""
    wanted = text.strip().lower()
    return next((rule for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), None)


def check(vault: Vault, *, today: date) -> tuple[Finding, ...]:
    """All findings in a vault as of a day, by place."""
    case = Case(vault=vault, today=today)
    found = (finding for rule in all_rules() for finding in _findings(rule, case))
    return tuple(sorted(found, key=lambda finding: (finding.path, finding.span, finding.code)))


def _findings(rule: Rule, case: Case) -> Iterable[Finding]:
    settings = case.config.rules
    if not _speaks(rule, settings):
        return
    for problem in rule.check(case):
        yield Finding(
            code=rule.code,
            name=rule.name,
            severity=_severity(rule, settings),
            path=problem.path,
            span=problem.span,
            message=problem.message,
            hint=problem.hint,
        )


def _speaks(rule: Rule, settings: RuleSettings) -> bool:
    if settings.select and not _named(rule, settings.select):
        return False
    return not _named(rule, settings.ignore)


def _named(rule: Rule, entries: Iterable[str]) -> bool:
    """Whether a rule is meant by one of these codes, prefixes of codes, or names."""
    return any(rule.code.startswith(entry.upper()) or rule.name == entry.lower() for entry in entries)


def _severity(rule: Rule, settings: RuleSettings) -> Severity:
    return settings.severity.get(rule.code) or settings.severity.get(rule.name) or rule.severity
