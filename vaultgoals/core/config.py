"""What a vault may set, as typed values with their defaults. Loading them is the store's work."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import time
from fractions import Fraction
from types import MappingProxyType

from vaultgoals.core.baseline import Baseline
from vaultgoals.core.finding import Severity

FOLDERS: Mapping[str, str] = MappingProxyType(
    {
        "objective": "Goals",
        "outcome": "Goals",
        "indicator": "Goals",
        "guardrail": "Goals",
        "lever": "Goals",
        "output": "Goals",
        "process": "Goals",
        "checkin": "Check-ins/{year}",
    }
)
"""Where new notes of a kind go, unless the vault says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """Shares at which words change; compared exactly, before rounding."""

    on_track: Fraction = Fraction(95, 100)
    at_risk: Fraction = Fraction(75, 100)
    did: Fraction = Fraction(8, 10)
    partly: Fraction = Fraction(5, 10)
    moves: Fraction = Fraction(5, 10)
    unlogged: Fraction = Fraction(3, 10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Counts above which a check speaks up, and the size in bytes above which a note is not read."""

    goals_per_owner: int = 5
    processes_per_outcome: int = 3
    levers_per_outcome: int = 6
    open_actions: int = 15
    note_size: int = 5 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderRules:
    """What is different below one folder; entries are codes, prefixes or names."""

    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings:
    """Which checks speak, and how loudly. Entries are codes, prefixes or names.

    `select` turns on what is off by default. `per_folder` maps a folder (`Private/`) to what differs there.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))
    per_folder: Mapping[str, FolderRules] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Periodic:
    """The moment.js formats of the person's own periodic notes, folder included; None where not set.

    What `vaultgoals.toml` says comes first, then what Obsidian was told.
    """

    daily: str | None = None
    weekly: str | None = None
    monthly: str | None = None
    quarterly: str | None = None
    yearly: str | None = None

    def or_else(self, other: "Periodic") -> "Periodic":
        """These formats, and the other's where none is set."""
        names = (one.name for one in fields(self))
        return Periodic(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Where each page is written; None switches it off. `{period}` and `{owner}` are filled in."""

    weekly: str | None = "Reviews/Weekly/Review {period}.md"
    monthly: str | None = "Reviews/Monthly/Review {period}.md"
    quarterly: str | None = "Reviews/Quarterly/Review {period}.md"
    yearly: str | None = "Reviews/Yearly/Review {period}.md"
    dashboard: str | None = "Reviews/Dashboard.md"
    problems: str | None = "Reviews/Problems.md"
    people: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What the checks of wording look for, beside their built-in lists.

    `language` names the built-in lists (`en`, `de`); `results` are words of a process that nobody controls,
    `activities` words of an outcome that is an activity, `vague` words that need a number. One that begins
    with `-` is taken out of the built-in lists.
    """

    language: tuple[str, ...] = ("en",)
    results: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    vague: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A vault's settings; `week` is `iso`, `sunday`, `monday` or `saturday`.

    `types` maps a `type`, a `#tag` or a `folder/` to a kind, or to None where the word is not ours;
    `properties` maps their names to ours; `folders` a kind to where its new notes go. `quiet` is the time in
    seconds that a watcher waits after the last change. `baseline` stands in a file of its own.
    """

    ignore: tuple[str, ...] = ()
    timezone: str | None = None
    day_ends_at: time = time(0, 0)
    week: str = "iso"
    seal_after: int = 7
    window: int = 4
    confidence_stale_after: int = 14
    types: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    periodic: Periodic = Periodic()
    pages: Pages = Pages()
    folders: Mapping[str, str] = field(default_factory=lambda: FOLDERS)
    thresholds: Thresholds = Thresholds()
    limits: Limits = Limits()
    rules: RuleSettings = RuleSettings()
    words: Words = Words()
    quiet: float = 0.3
    baseline: Baseline = Baseline()

    @property
    def weekly_page(self) -> str | None:
        """Where weekly pages are written, None where they are switched off."""
        return self.pages.weekly
