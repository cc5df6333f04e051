"""How a process goal is kept: this period, adherence, streak and health as of a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from vaultgoals.core.cadence import Cadence
from vaultgoals.core.config import Config, Thresholds
from vaultgoals.core.goal import History
from vaultgoals.core.health import Health, standing
from vaultgoals.core.kept import Kept, KeptState
from vaultgoals.core.ledger import Ledger

_A_WEEK = {"day": 7, "weekday": 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Adherence:
    """How many of the last `window` closed periods that count were met, and their mean attainment.

    `closed` is how many there are, at most `window`; `unlogged` how many of them hold no log. `attainment` is
    0..1, None where nothing has closed.
    """

    met: int
    closed: int
    unlogged: int
    attainment: Fraction | None
    window: int

    @classmethod
    def of(cls, periods: Iterable[Kept], *, window: int) -> "Adherence":
        """The adherence over some closed periods that count."""
        kept = tuple(periods)
        return cls(
            met=sum(period.met for period in kept),
            closed=len(kept),
            unlogged=sum(period.state is KeptState.UNLOGGED for period in kept),
            attainment=mean_attainment(kept),
            window=window,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """All figures of a process goal as of a day.

    `current` is the period of that day, open or just closed; None on a weekend of a weekday goal, before
    `start` and after `due`. `needed_per_day` is what it still asks for on each remaining active day, the day
    itself included; None where it asks for nothing, or no such day is left. `closed` are the periods of the
    window, oldest first.
    """

    current: Kept | None
    needed_per_day: Fraction | None
    adherence: Adherence
    streak: int
    health: Health | None
    closed: tuple[Kept, ...]


def keep(history: History, *, asof: date, today: date, config: Config) -> Keeping:
    """Every figure of a process goal, as of the end of a day; check-ins after it change nothing.

    `today` tells whether the as-of day is over. Without a cadence there are no periods.
    """
    ledger = Ledger.of(history, asof=asof, today=today, config=config)
    window = looked_back(history.goal.cadence, config)
    current = ledger.at(asof) if ledger else None
    closed, run = _looking_back(ledger, window) if ledger else ((), 0)
    adherence = Adherence.of(closed, window=window)
    return Keeping(
        current=current,
        needed_per_day=_needed_per_day(ledger, current) if ledger and current else None,
        adherence=adherence,
        streak=run + (ledger is not None and _met_early(ledger, current)),
        health=_health(
            history, ledger, current, adherence.attainment, asof=asof, thresholds=config.thresholds
        ),
        closed=closed,
    )


def keep_between(
    history: History, first: date, last: date, *, asof: date, today: date, config: Config
) -> tuple[Kept, ...]:
    """The periods whose last day lies between two days, both included, and not after `asof`, oldest first.

    Also those that are skipped, paused, without events, or still open today; `Kept.counts` tells them apart.
    """
    ledger = Ledger.of(history, asof=asof, today=today, config=config)
    return tuple(ledger.between(first, last)) if ledger else ()


def last_closed(history: History, before: date, *, asof: date, today: date, config: Config) -> Kept | None:
    """The last period that counts and had closed at the end of a day, however old."""
    ledger = Ledger.of(history, asof=asof, today=today, config=config)
    periods = ledger.back_from(min(before, asof)) if ledger else iter(())
    return next((kept for kept in periods if kept.counts and kept.period.last <= before), None)


def looked_back(cadence: Cadence | None, config: Config) -> int:
    """How many closed periods adherence looks back on: of days as many as the window's weeks have."""
    return config.window * _A_WEEK.get(cadence.period if cadence else "", 1)


def mean_attainment(periods: Iterable[Kept]) -> Fraction | None:
    """The mean attainment of some periods, None of none."""
    shares = [kept.attainment for kept in periods]
    return sum(shares, Fraction(0)) / len(shares) if shares else None


def _looking_back(ledger: Ledger, window: int) -> tuple[tuple[Kept, ...], int]:
    """The last `window` closed periods that count, oldest first, and how many were met in a row up to now.

    What is paused, skipped or without events neither counts nor breaks.
    """
    recent: list[Kept] = []
    run, unbroken = 0, True
    for kept in filter(lambda kept: kept.counts, ledger.back_from(ledger.asof)):
        unbroken = unbroken and kept.met
        run += unbroken
        if len(recent) < window:
            recent.append(kept)
        elif not unbroken:
            break
    return tuple(reversed(recent)), run


def _met_early(ledger: Ledger, current: Kept | None) -> bool:
    """Whether the open period is met already, and cannot be unmet."""
    return ledger.settles and current is not None and current.state is KeptState.OPEN and current.met


def _needed_per_day(ledger: Ledger, current: Kept) -> Fraction | None:
    """remaining / active days from as-of to the period's last; None for ceilings and events."""
    if not ledger.settles or current.state in (KeptState.PAUSED, KeptState.SKIPPED):
        return None
    days = ledger.active.count(ledger.asof, current.period.last)
    return current.remaining / days if days else None


def _health(
    history: History,
    ledger: Ledger | None,
    current: Kept | None,
    attainment: Fraction | None,
    *,
    asof: date,
    thresholds: Thresholds,
) -> Health | None:
    """By the goal's life, else by the mean attainment of the window, else by the open period so far."""
    measured = any(checkin.value is not None and checkin.on <= asof for checkin in history.checkins)
    settled = standing(history.goal, asof, measured=measured)
    if settled:
        return settled
    if attainment is None and ledger and current:
        attainment = _so_far(ledger, current)
    if attainment is None:
        return None
    if attainment >= thresholds.did:
        return Health.ON_TRACK
    return Health.AT_RISK if attainment >= thresholds.partly else Health.OFF_TRACK


def _so_far(ledger: Ledger, current: Kept) -> Fraction | None:
    """How well the first period goes: done / (quota × active days so far, as-of included, / active days).

    Ceilings and events by their attainment; None where nothing is due yet.
    """
    if current.state is not KeptState.OPEN or (ledger.cadence.event and current.quota == 0):
        return None
    if not ledger.settles:
        return current.attainment
    period = current.period
    passed = ledger.active.count(period.start, ledger.asof)
    total = ledger.active.count(period.start, period.last)
    return current.done * total / (current.quota * passed) if current.quota * passed else None
