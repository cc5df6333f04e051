"""The checks: one file a rule, found by looking, each with its page as docstring."""

import inspect
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.rules.loudness import severity_of, silenced, speaks, waits
from vaultgoals.rules.rule import Case, Problem, Rule

__all__ = ["Case", "Rule", "all_rules", "check", "find_rule"]

_GRAVITY = (Severity.INFO, Severity.WARNING, Severity.ERROR)


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
    found = _once(both for rule in all_rules() for both in _findings(rule, case))
    return tuple(sorted(found, key=lambda finding: (finding.path, finding.span, finding.code)))


def _once(found: Iterable[tuple[Problem, Finding]]) -> Iterator[Finding]:
    """The findings, by code; of those about one slip the gravest alone, of equals what is missing for it."""
    of_slips: dict[tuple[str, Span], Finding] = {}
    for problem, finding in found:
        place = finding.path, finding.span
        known = of_slips.get(place)
        if not problem.of_slip:
            yield finding
        elif known is None or _GRAVITY.index(finding.severity) >= _GRAVITY.index(known.severity):
            of_slips[place] = finding
    yield from of_slips.values()


def _findings(rule: Rule, case: Case) -> Iterator[tuple[Problem, Finding]]:
    settings = case.config.rules
    if not speaks(rule, settings):
        return
    for problem in rule.check(case):
        note = case.vault.places[problem.path]
        if not (waits(problem, rule, settings) or silenced(rule, settings, note)):
            yield problem, _finding(problem, rule, severity_of(rule, settings, note))


def _finding(problem: Problem, rule: Rule, severity: Severity) -> Finding:
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=severity,
        path=problem.path,
        span=problem.span,
        message=problem.message,
        hint=problem.hint,
        wanted=rule.wanted,
        folds=rule.folds,
        about=problem.about,
        cause=problem.cause,
        fix=problem.fix,
    )
