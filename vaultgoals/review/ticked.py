"""The actions that were ticked off in a period, those apart that are a process goal's log."""

from datetime import date

from vaultgoals.core.actions import Action
from vaultgoals.core.period import Period
from vaultgoals.core.source import Span
from vaultgoals.core.task_log import counts_tasks
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import action_link
from vaultgoals.review.text import Text, text


def ticked_off(vault: Vault, period: Period) -> tuple[Text, ...]:
    """The actions done in a period, by day and place, each linked to where it stands and named once.

    It was done on its done date, else on the date of the daily note that it stands in; without either nobody
    can say.
    """
    done: dict[tuple[date, str, Span], Text] = {}
    for goal in vault.goals.values():
        for action in vault.actions.get(goal.path, ()):
            on = _done_on(vault, action)
            if on and on in period and not (action.linked and counts_tasks(goal)):
                done.setdefault((on, action.path, action.item.span), text(action_link(vault, goal, action)))
    return tuple(done[place] for place in sorted(done))


def _done_on(vault: Vault, action: Action) -> date | None:
    if not action.task.ticked:
        return None
    noted = vault.periods.get(action.path)
    return action.task.done or (noted.start if noted and noted.days == 1 else None)
