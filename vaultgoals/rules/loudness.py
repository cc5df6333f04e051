"""Which rules speak where, and how loudly: the vault's settings, a folder's, and a note's own word."""

from collections.abc import Iterable, Iterator, Mapping

from vaultgoals.core.config import FolderRules, RuleSettings
from vaultgoals.core.finding import Severity
from vaultgoals.core.note import Note, Scalar, Sequence
from vaultgoals.rules.rule import Problem, Rule

SILENCE = "vaultgoals-ignore"
"""The property by which a note silences rules for itself."""


def speaks(rule: Rule, settings: RuleSettings) -> bool:
    """Whether a rule is asked at all. Where some are selected, only those are.

    A rule that is off by default is asked only where its own code or name is selected.
    """
    if rule.default:
        selected = not settings.select or _means(settings.select, rule)
    else:
        selected = _names(settings.select, rule)
    return selected and not _means(settings.ignore, rule)


def waits(problem: Problem, rule: Rule, settings: RuleSettings) -> bool:
    """Whether a problem is kept for later: it can wait, and nobody asks for this very rule."""
    return problem.can_wait and not _names(settings.select, rule)


def silenced(rule: Rule, settings: RuleSettings, note: Note) -> bool:
    """Whether a rule is to say nothing about one note: by a folder's settings or by the note itself."""
    by_folder = (entry for _, folder in _folders_of(note, settings) for entry in folder.ignore)
    return _means(by_folder, rule) or _means(_own_silence(note), rule)


def severity_of(rule: Rule, settings: RuleSettings, note: Note) -> Severity:
    """How bad a finding in a note is: the word of the innermost folder that has one counts."""
    folders = sorted(_folders_of(note, settings), key=lambda named: -len(named[0]))
    tables: list[Mapping[str, Severity]] = [*(folder.severity for _, folder in folders), settings.severity]
    named = (severity for table in tables for entry, severity in table.items() if _means((entry,), rule))
    return next(named, rule.severity)


def _means(entries: Iterable[str], rule: Rule) -> bool:
    """Whether one of these codes, prefixes of codes, or names means the rule."""
    return any((entry and rule.code.startswith(entry.upper())) or _names((entry,), rule) for entry in entries)


def _names(entries: Iterable[str], rule: Rule) -> bool:
    """Whether one of these is the rule's whole code or its name."""
    return any(entry.upper() == rule.code or entry.lower() == rule.name for entry in entries)


def _folders_of(note: Note, settings: RuleSettings) -> Iterator[tuple[str, FolderRules]]:
    """The folders with settings of their own that a note lies in."""
    for name, folder in settings.per_folder.items():
        if note.path.startswith(name.rstrip("/") + "/"):
            yield name, folder


def _own_silence(note: Note) -> Iterator[str]:
    prop = note.property(SILENCE)
    if prop:
        nodes = prop.value.items if isinstance(prop.value, Sequence) else (prop.value,)
        yield from (node.text.strip() for node in nodes if isinstance(node, Scalar))
