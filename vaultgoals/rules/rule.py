"""What a rule is, and what it may look at."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Severity, Wanted
from vaultgoals.core.fix import Fix
from vaultgoals.core.goal import Goal, History, Kind, Status
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.memo import remembered
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.past import histories
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.rules.knots import Graph, knots
from vaultgoals.rules.links import Broken, broken_links
from vaultgoals.rules.misnomers import misnomer_of, misnomers
from vaultgoals.rules.slips import Slip, slips, slips_in

LIVE = frozenset({Status.ACTIVE, Status.PAUSED})
"""The goals that most rules look at: neither drafts nor closed."""

_GRAVEST_FIRST = (
    *("unreadable", "conflict-markers", "frontmatter", "duplicate-property"),
    *("too-long", "too-deep"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A finding as a rule sees it; the rule's code, name and severity are added by whoever asked.

    `about` and `cause` are the finding's. What `can_wait` is said only to those who ask for the rule by its
    code or name: something more basic has to be written first. Of the problems `of_slip`, a property's
    misspelt name, that stand in one place only the gravest is said.
    """

    path: str
    span: Span
    message: str
    hint: str
    about: tuple[str, ...] = ()
    cause: str = ""
    can_wait: bool = False
    of_slip: bool = False
    fix: Fix | None = None


@dataclass(frozen=True, kw_only=True)
class Case:
    """What rules may look at: the vault, the day, and what was logged by then."""

    vault: Vault
    today: date

    @property
    def config(self) -> Config:
        """The vault's settings."""
        return self.vault.config

    @property
    def histories(self) -> Mapping[str, History]:
        """Each goal as it is today, with its check-ins, by path."""
        return histories(self.vault, asof=self.today, today=self.today)

    @property
    def misnomers(self) -> Mapping[str, str]:
        """By note the kind that its misspelt `type` was probably meant to be."""
        return _misnomers(self.vault)

    def explained(self, path: str) -> bool:
        """Whether another finding says already why the note at `path` is no goal."""
        note = self.vault.notes.get(path)
        if note is None:
            return False
        late = any(found.what == "header-not-at-top" and found.reason == "type" for found in note.troubles)
        return misnomer_of(self.vault, path) is not None or note.unusable or is_sync_copy(note) or late

    @property
    def slips(self) -> Mapping[str, tuple[Slip, ...]]:
        """By note the properties whose names are probably misspelt."""
        return _slips(self.vault)

    def slip_of(self, path: str, *names: str) -> Slip | None:
        """The first property of the note at `path` whose name is probably a slip for one of these."""
        return next((slip for slip in slips_in(self.vault, path) if slip.ours in names), None)

    def unread(self, goal: Goal, *names: str) -> bool:
        """Whether one of these is there and not read, as VG107 says of a value and VG106 of a name."""
        return misread(goal, *names) or self.slip_of(goal.path, *names) is not None

    @property
    def broken_links(self) -> tuple[Broken, ...]:
        """The links of goals that lead to no file, each with the goal that was probably meant."""
        return _broken_links(self.vault)

    @property
    def live_links(self) -> Graph:
        """The active and paused goals, and which of them their `outcome` links lead to, whatever the kind."""
        return _live_links(self.vault)

    @property
    def knots(self) -> tuple[frozenset[str], ...]:
        """The sets of active and paused goals that lead to each other."""
        return _knots(self.vault)

    def live(self, *kinds: Kind) -> Iterator[Goal]:
        """The active and paused goals of some kinds, or of any, by path."""
        return (goal for goal in self.vault.of_kind(*(kinds or Kind)) if goal.status in LIVE)

    def ailing(self, *what: str) -> Iterator[tuple[Note, Malformed]]:
        """The notes whose gravest trouble is one of `what`, and where; lesser troubles follow from it."""
        for path, troubles in self.vault.troubles.items():
            found = {trouble.what for trouble in troubles}
            gravest = next((name for name in _GRAVEST_FIRST if name in found), None)
            if gravest in what:
                note = self.vault.notes[path]
                yield from ((note, trouble) for trouble in troubles if trouble.what == gravest)


# What several rules look at, worked out for all of them.


@remembered
def _misnomers(vault: Vault) -> Mapping[str, str]:
    return misnomers(vault)


@remembered
def _slips(vault: Vault) -> Mapping[str, tuple[Slip, ...]]:
    return slips(vault)


@remembered
def _broken_links(vault: Vault) -> tuple[Broken, ...]:
    return broken_links(vault)


@remembered
def _live_links(vault: Vault) -> Graph:
    goals = {path: goal for path, goal in vault.goals.items() if goal.status in LIVE}
    targets = {
        path: [vault.resolve(link, path).path for link in goal.outcome] for path, goal in goals.items()
    }
    return {path: [to for to in found if to and to in goals] for path, found in targets.items()}


@remembered
def _knots(vault: Vault) -> tuple[frozenset[str], ...]:
    return tuple(knots(_live_links(vault)))


Each: TypeAlias = Callable[[Case, Note], Iterable[Problem]]
"""What a rule does with one note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One check. Its page, in Markdown, is the docstring of the module that defines it.

    `check` looks at the vault, `each` at one note of it: what a note says by itself belongs there, so that an
    edit of one note lets no other be looked at again.

    One that is not `default` is off until it is selected by its code or name. `wanted` says what its
    findings ask for, where infos are folded into a line; those of one that does not fold are shown there too.
    """

    code: str
    name: str
    severity: Severity
    check: Callable[[Case], Iterable[Problem]] | None = None
    each: Each | None = None
    default: bool = True
    wanted: Wanted | None = None
    folds: bool = True
    page: str = ""

    @property
    def title(self) -> str:
        """The first line of its page: what it finds, as a sentence without its full stop."""
        return self.page.partition("\n")[0]

    @property
    def loudness(self) -> str:
        """How bad its findings are, and whether it has to be asked for."""
        return str(self.severity) if self.default else f"{self.severity}, off by default"


def misread(goal: Goal, *names: str) -> bool:
    """Whether one of these properties is there but cannot be read, which VG107 says already."""
    return any(trouble.property in names for trouble in goal.malformed)


def property_span(note: Note, *names: str) -> Span:
    """The place of the first of these properties that is there, key and value; else that of `type`."""
    for name in (*names, "type"):
        prop = note.property(name)
        if prop:
            return Span(prop.key_span.start, max(prop.key_span.end, prop.value.span.end))
    return Span(0, 0)
