"""What a rule is, and what it may look at."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.note import Note
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault

LIVE = frozenset({Status.ACTIVE, Status.PAUSED})
"""The goals that most rules look at: neither drafts nor closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A finding as a rule sees it; the rule's code, name and severity are added by whoever asked."""

    path: str
    span: Span
    message: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class Case:
    """What rules may look at: the vault, the day, and the figures of that day."""

    vault: Vault
    today: date

    @property
    def config(self) -> Config:
        """The vault's settings."""
        return self.vault.config

    @cached_property
    def scorecard(self) -> Scorecard:
        """Every figure as of today."""
        return Scorecard.of(self.vault, asof=self.today, today=self.today)

    def live(self, *kinds: Kind) -> Iterator[Goal]:
        """The active and paused goals of some kinds, by path."""
        return (goal for goal in self.vault.of_kind(*kinds) if goal.status in LIVE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check. Its page, in Markdown, is the docstring of the module that defines it."""

    code: str
    name: str
    severity: Severity
    check: Callable[[Case], Iterable[Problem]]
    page: str = ""


def misread(goal: Goal, name: str) -> bool:
    """Whether a property is there but cannot be read, which VG107 says already."""
    return any(trouble.property == name for trouble in goal.malformed)


def property_span(note: Note, *names: str) -> Span:
    """The place of the first of these properties that is there, key and value; else that of `type`."""
    for name in (*names, "type"):
        prop = note.property(name)
        if prop:
            return Span(prop.key_span.start, max(prop.key_span.end, prop.value.span.end))
    return Span(0, 0)
