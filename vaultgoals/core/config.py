"""What a vault may set, as typed values with their defaults. Loading them is the store's work."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from fractions import Fraction
from types import MappingProxyType

from vaultgoals.core.finding import Severity


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
class RuleSettings:
    """Which checks speak, and how loudly. Entries are codes, prefixes or names."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A vault's settings; `week` is `iso`, `sunday`, `monday` or `saturday`."""

    ignore: tuple[str, ...] = ()
    timezone: str | None = None
    day_ends_at: time = time(0, 0)
    week: str = "iso"
    seal_after: int = 7
    window: int = 4
    confidence_stale_after: int = 14
    types: Mapping[str, str | None] = field(default_factory=lambda: MappingProxyType({}))
    properties: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    weekly_page: str | None = "Reviews/Weekly/Review {period}.md"
    thresholds: Thresholds = Thresholds()
    limits: Limits = Limits()
    rules: RuleSettings = RuleSettings()
    quiet: float = 0.3
