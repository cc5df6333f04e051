"""The checks: one file a rule, found by looking, each with its page as docstring."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import import_module
from itertools import chain
from pkgutil import iter_modules
from typing import TypeAlias

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.memo import each, remembered
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.rules.loudness import severity_of, silenced, speaks, waits
from vaultgoals.rules.rule import Case, Each, Problem, Rule

__all__ = ["Case", "Rule", "all_rules", "check", "find_rule", "new_findings"]

Found: TypeAlias = tuple[Problem, Finding]

_GRAVITY = (Severity.INFO, Severity.WARNING, Severity.ERROR)


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by code."""
    names = sorted(module.name for module in iter_modules(__path__) if module.name.startswith("vg"))
    modules = [import_module(f"{__name__}.{name}") for name in names]
    return tuple(replace(module.RULE, page=(module.__doc__ or "").strip()) for module in modules)


def find_rule(text: str) -> Rule | None:
    """The rule of that code or name."""
    wanted = text.strip().lower()
    return next((rule for rule in all_rules() if wanted in (rule.code.lower(), rule.name)), None)


def check(vault: Vault, *, today: date) -> tuple[Finding, ...]:
    """All findings in a vault as of a day, by place."""
    return _check(vault, today)


@remembered
def _check(vault: Vault, today: date) -> tuple[Finding, ...]:
    found: dict[str, list[Found]] = {rule.code: [] for rule in all_rules()}
    for one in chain.from_iterable(each(_found_in, vault, tuple(vault.notes), today)):
        found[one[1].code].append(one)
    for rule in _speaking(vault):
        found[rule.code] += _found_by(vault, rule, today)
    told = _once(chain.from_iterable(found.values()))
    return tuple(sorted(told, key=lambda finding: (finding.path, finding.span, finding.code)))


@remembered
def new_findings(vault: Vault, today: date) -> tuple[Finding, ...]:
    """The findings that the vault's baseline does not know."""
    return vault.config.baseline.compare(check(vault, today=today), vault.places).new


@remembered
def _speaking(vault: Vault) -> tuple[Rule, ...]:
    """The rules that the settings let speak at all."""
    return tuple(rule for rule in all_rules() if speaks(rule, vault.config.rules))


@remembered
def _speaking_of_notes(vault: Vault) -> tuple[tuple[Rule, Each], ...]:
    """Those of them that look at one note, with what they do then."""
    return tuple((rule, rule.each) for rule in _speaking(vault) if rule.each)


@remembered
def _found_by(vault: Vault, rule: Rule, today: date) -> tuple[Found, ...]:
    """What one rule finds in the vault as a whole."""
    case = Case(vault=vault, today=today)
    return tuple(_told(rule, case, rule.check(case))) if rule.check else ()


@remembered
def _found_in(vault: Vault, path: str, today: date) -> tuple[Found, ...]:
    """What all rules find in one note by itself."""
    case, note = Case(vault=vault, today=today), vault.notes[path]
    found: list[Found] = []
    for rule, look in _speaking_of_notes(vault):
        problems = [*look(case, note)]
        if problems:  # as of few notes
            found += _told(rule, case, problems)
    return tuple(found)


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


def _told(rule: Rule, case: Case, problems: Iterable[Problem]) -> Iterator[Found]:
    """The problems that the settings and their notes let a rule tell of."""
    for problem in problems:
        severity = _severity(case.vault, rule, problem.path)
        if severity and not waits(problem, rule, case.config.rules):
            yield problem, _finding(problem, rule, severity)


@remembered
def _severity(vault: Vault, rule: Rule, path: str) -> Severity | None:
    """How bad what a rule finds in one note is; None where it is to say nothing there."""
    settings, note = vault.config.rules, vault.place(path)
    return None if silenced(rule, settings, note) else severity_of(rule, settings, note)


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
