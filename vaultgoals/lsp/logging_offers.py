"""Logs to offer in a periodic note: a goal's name as the key of a field, or its `field` as a property."""

from collections.abc import Iterator
from datetime import date

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.header import scalar
from vaultgoals.core.log_names import log_key, meant_on
from vaultgoals.core.naming import folded
from vaultgoals.core.period import Period
from vaultgoals.core.periodic import period_of_note
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.offer import Offer, Sort
from vaultgoals.lsp.typed import Header, LineStart, PropertyName
from vaultgoals.markdown import read_note
from vaultgoals.render import escape
from vaultgoals.review.quotas import asked_on
from vaultgoals.review.text import plain

_LOGGED_NOW = (Status.ACTIVE, Status.PAUSED)


def log_lines(vault: Vault, path: str, typed: LineStart, *, today: date) -> Iterator[Offer]:
    """Fields that log a goal, for a line of a periodic note that begins with some of its name."""
    period, words = vault.periods.get(path), folded(typed.typed)
    if period is None:
        return
    end = vault.notes[path].source.text[typed.span.end :]
    for name, goal in _names(vault, period):
        if any(folded(part).startswith(words) for part in _endings(name)):
            yield Offer(
                label=name,
                text=name if end.startswith("::") else f"{name}:: ",
                span=typed.span,
                sought=name if folded(name).startswith(words) else f"{typed.typed} {name}",
                sort=Sort.LOG,
                detail=_asked(vault, goal, today),
                about="" if name == goal.title else f"logs {escape.markdown(goal.title)}",
            )


def log_fields(vault: Vault, path: str, header: Header, typed: PropertyName) -> Iterator[Offer]:
    """The properties that log goals in a periodic note, but for those that are there."""
    period = _period(vault, path)
    if period is None:
        return
    there = {log_key(name) for name, _ in header.entries} - {log_key(typed.typed)}
    for goal in _running(vault):
        meant = meant_on(vault.log_names.properties.get(log_key(goal.field or ""), ()), period.last)
        if goal.field and meant and meant.path == goal.path and log_key(goal.field) not in there:
            yield Offer(
                label=goal.field,
                text=scalar(goal.field) + ("" if typed.named else ": "),
                span=typed.span,
                sought=goal.field,
                sort=Sort.LOG,
                detail=f"logs {goal.title}",
            )


def _period(vault: Vault, path: str) -> Period | None:
    """What a periodic note is about, also while its header is half typed and cannot be read."""
    note = vault.notes[path]
    named = read_note(Source.of(path, "")) if note.unusable else note
    return period_of_note(named, vault.kinds.get(path), vault.config)


def _names(vault: Vault, period: Period) -> Iterator[tuple[str, Goal]]:
    """The names by which the goals that run are logged in a note about a period."""
    for goal in _running(vault):
        for name in dict.fromkeys((goal.title, *goal.aliases)):
            meant = meant_on(vault.log_names.fields.get(log_key(name), ()), period.last)
            if meant and meant.path == goal.path and not set(name) & set("[]()|`") and "::" not in name:
                yield name, goal


def _running(vault: Vault) -> list[Goal]:
    found = [goal for goal in vault.goals.values() if goal.status in _LOGGED_NOW]
    return sorted(found, key=lambda goal: folded(goal.title))


def _endings(name: str) -> Iterator[str]:
    """A name from each of its words on."""
    words = name.split()
    return (" ".join(words[at:]) for at in range(len(words)))


def _asked(vault: Vault, goal: Goal, today: date) -> str:
    """What a process goal still asks for today; else what is measured."""
    card = Scorecard.of(vault, asof=today, today=today)
    return plain(asked_on(card, card.standings[goal.path], today)) or goal.unit or ""
