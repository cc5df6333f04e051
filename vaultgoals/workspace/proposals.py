"""What may well be the answer about a new goal, for a person to take by Enter."""

from datetime import date, timedelta

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.links import folded
from vaultgoals.core.log_names import log_key
from vaultgoals.core.period import Calendar
from vaultgoals.core.vault import Vault
from vaultgoals.review.agenda import owners_of
from vaultgoals.workspace.new_note import Draft

_SHORTEST_WORD = 4
_OWNED = (Kind.OUTCOME, Kind.OUTPUT, Kind.LEVER, Kind.PROCESS)
_LEAST_TIME = timedelta(days=14)
_TRIAL = timedelta(weeks=4)


def proposed(vault: Vault, draft: Draft, name: str, today: date) -> str:
    """What may stand in a property of a new goal, as a person would write it; empty for no idea."""
    match name:
        case "outcome":
            outcomes = likely_outcomes(vault, draft.title)
            return outcomes[0].title if outcomes else ""
        case "due":
            return end_of_quarter(today).isoformat()
        case "until" | "timebox":
            return (today + _TRIAL).isoformat()
        case "owner":
            return _owner(vault, draft)
        case _:
            return ""


def likely_outcomes(vault: Vault, title: str) -> tuple[Goal, ...]:
    """The active outcomes: first those that share words with a title, then the last that was logged."""
    words = _words(title)

    def order(goal: Goal) -> tuple[int, int, str]:
        shared = len(words & _words(" ".join((goal.title, goal.metric or "", *goal.aliases))))
        last = max((checkin.on.toordinal() for checkin in vault.checkins_of(goal.path)), default=0)
        return -shared, -last, goal.path

    active = (goal for goal in vault.of_kind(Kind.OUTCOME) if goal.status is Status.ACTIVE)
    return tuple(sorted(active, key=order))


def _words(text: str) -> set[str]:
    return {word.removesuffix("s") for word in log_key(text).split("-") if len(word) >= _SHORTEST_WORD}


def end_of_quarter(today: date) -> date:
    """The last day of the quarter, or of the next where this one is as good as over."""
    calendar = Calendar()
    return calendar.quarter_of(today + _LEAST_TIME).last


def usual_owner(vault: Vault, kind: Kind) -> str:
    """Who owns a new goal without being asked for: the person who owns most goals here, where nobody else
    owns any. Empty where there is none, and for goals of which `check` wants no owner.
    """
    people, owned = owners_of(vault), [bool(goal.owners) for goal in vault.of_kind(*_OWNED)]
    usual = kind in _OWNED and 2 * sum(owned) > len(owned)
    return people[0] if usual and len(people) == 1 else ""


def _owner(vault: Vault, draft: Draft) -> str:
    """Who owns what the goal leads to, or the only person here."""
    served = {folded(answer) for answer in draft.answers.get("outcome", ())}
    owners = [goal.owners for goal in vault.goals.values() if goal.owners and _is_named(goal, served)]
    people = owners_of(vault)
    return owners[0][0] if owners else people[0] if len(people) == 1 else ""


def _is_named(goal: Goal, names: set[str]) -> bool:
    return not names.isdisjoint((folded(goal.title), folded(goal.path)))
