"""What `done`, `pause`, `resume` and `promote` share: write the goal's note, and say what that means."""

import shlex
import time
from collections.abc import Callable
from datetime import date, timedelta

import click

from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_words
from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.scorecard import Standing, standing_of
from vaultgoals.core.show import show_day, show_list, show_number
from vaultgoals.core.vault import CLOSED, Vault
from vaultgoals.errors import Unwritten
from vaultgoals.export.excerpt import visible
from vaultgoals.review.phrases import counted, noun_of
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.turns import Turn

PATIENCE = 5.0
"""How many seconds a note that somebody is typing into is waited for."""

_FINE = (Fate.WRITTEN, Fate.UNCHANGED)
_DAY, _A_WEEK = timedelta(days=1), timedelta(weeks=1)


def write_patiently(workspace: Workspace, plan: Callable[[], Plan | None]) -> None:
    """Write what is planned; where somebody is typing into the note, plan and try again until patience ends.

    Raises `Unwritten` and `Held`.
    """
    end = time.monotonic() + PATIENCE
    while planned := plan():
        written = write_plans(workspace, [planned])[0]
        if written.fate in _FINE:
            return
        if written.fate is not Fate.BUSY or time.monotonic() > end:
            raise Unwritten(f"{written.path} {written.reason}; it was left as it is.")
        time.sleep(0.5)
        workspace.refresh()


def turn(
    workspace: Workspace,
    session: Session,
    path: str,
    turned: Callable[[Goal], Turn],
    meaning: Callable[[Goal], str],
) -> int:
    """Write one turn of the goal at a path, and say what it means once it is written; the exit code.

    Raises UsageError, `Unwritten` and `Held`.
    """
    first = turned(workspace.vault.goals[path])
    if first.plan is None:
        print_words(visible(first.asis))
        return 0
    write_patiently(workspace, lambda: turned(workspace.vault.goals[path]).plan)
    click.echo(visible(path))
    if not session.quiet:
        print_words(visible(meaning(workspace.vault.goals[path])))
    return 0


def when_done(vault: Vault, goal: Goal, before: Standing, today: date) -> str:
    """Where a goal stood when it was done, and what still leads to it."""
    words = [f"Done since {show_day(goal.closed, today.year)}." if goal.closed else "Done."]
    progress = before.progress
    if progress and progress.measured and progress.current is not None:
        target = f" of {show_number(goal.target, goal.unit)}" if goal.target is not None else ""
        unit = None if target else goal.unit
        words.append(f"It stands at {show_number(progress.current, unit)}{target}.")
    if run := streak(before):
        words.append(f"It ends with a streak of {run}.")
    still = [one.title for one in vault.goals.values() if _goes_on(vault, one, goal)]
    if still:
        words.append(f"{show_list(still)} still {'leads' if len(still) == 1 else 'lead'} to it.")
    left = [action for action in vault.actions_of(goal.path) if action.task.open]
    if left:
        words.append(f"{counted(len(left), 'action')} of it {'is' if len(left) == 1 else 'are'} still open.")
    return " ".join(words)


def _goes_on(vault: Vault, one: Goal, goal: Goal) -> bool:
    return goal.path in vault.served_by(one.path) and one.status not in (*CLOSED, Status.DRAFT)


def when_paused(goal: Goal, before: Standing, first: date, last: date | None, today: date) -> str:
    """Until when a goal rests, and what becomes of its streak; without a last day it rests by its status."""
    run, resume = streak(before), f"`vaultgoals resume {shlex.quote(goal.title)}`"
    if last is None:
        words = f"It rests until {resume}."
        return f"{words} With --until its streak of {run} waits as well." if run else words
    waits = f"; its streak of {run} waits" if run else ""
    over = "It rested" if last < today else "It rests"
    begin = "" if first <= today <= last else f" from {show_day(first, today.year)}"
    words = f"{over}{begin} until {show_day(last, today.year)}{waits}. Those days ask for nothing."
    by_status = f" Its status is `paused` all the same, until {resume}."
    return words + by_status if goal.status is Status.PAUSED else words


def when_resumed(goal: Goal, before: Goal, after: Standing, on: date, today: date) -> str:
    """From when a goal goes on, and what became of its streak."""
    run = streak(after)
    words = f"It goes on from {show_day(on, today.year)}" + (f", with a streak of {run}." if run else ".")
    lately = any(on - _A_WEEK <= checkin.on for checkin in after.history.checkins)
    named = any(on - _DAY in rest for rest in goal.pauses)
    if before.status is not Status.PAUSED or goal.cadence is None or lately or named:
        return words
    pause = f"vaultgoals pause {shlex.quote(goal.title)} --from DATE --until {on - _DAY}"
    return f"{words} The days of its rest count as not logged, unless they are named: `{pause}`."


def streak(standing: Standing) -> str:
    """A run of periods that were met, `4 weeks`; empty where there is none."""
    keeping, cadence = standing.keeping, standing.goal.cadence
    return counted(keeping.streak, noun_of(cadence)) if keeping and keeping.streak and cadence else ""


def standing_today(session: Session, workspace: Workspace, path: str) -> Standing:
    """How the goal at a path stands today."""
    today = session.today(workspace)
    return standing_of(workspace.vault, path, today, today)
