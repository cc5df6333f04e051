"""What `vaultgoals done` does: finish the goal that is meant, or tick the one action."""

from datetime import date

import click

from vaultgoals.cli.asking import ask, at_terminal, refuse_what_is_no_text
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_words
from vaultgoals.cli.turning import standing_today, turn, when_done, write_patiently
from vaultgoals.core.actions import Action
from vaultgoals.core.own_words import in_fields
from vaultgoals.core.show import show_day
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.review.phrases import counted
from vaultgoals.workspace.amending import ticked
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.meant import goal_meant
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.tasks_meant import actions_meant, on_a_line, place
from vaultgoals.workspace.turns import RESULTS, finish

_MOST_NAMED = 5


def finish_one(session: Session, what: str, day: date | None, result: str | None) -> int:
    """Finish a goal, or else tick an action; the exit code. Raises UsageError, `Unwritten` and `Held`."""
    refuse_what_is_no_text(result)
    workspace = session.open()
    today = session.today(workspace)
    on = day or today
    if on > today:
        raise UsageError(f"{on} is still to come.", "Name the day on which it was done.")
    try:
        path = goal_meant(what, workspace, session.start)
    except UsageError as unknown:
        actions = actions_meant(workspace.vault, what)
        if not actions:
            raise UsageError(
                unknown.message.replace("is no goal", "is no goal and no open action"), unknown.hint
            ) from None
        return _tick(workspace, session, _only(workspace, what, actions), on)
    return _finish(session, workspace, path, on, result)


def _finish(session: Session, workspace: Workspace, path: str, on: date, result: str | None) -> int:
    goal, today = workspace.vault.goals[path], session.today(workspace)
    before = standing_today(session, workspace, path)
    if goal.experiment and not goal.result and not result and at_terminal():
        result = ask("What came of it: worked, did-not or unclear, and why", _wrong_result) or None
    code = turn(
        workspace,
        session,
        path,
        lambda goal: finish(workspace.vault, goal, on, result),
        lambda goal: when_done(workspace.vault, goal, before, today),
    )
    if workspace.vault.goals[path].experiment and not workspace.vault.goals[path].result:
        session.say("What came of it is not said: add --result worked, did-not or unclear, and why.")
    return code


def _wrong_result(answer: str) -> str | None:
    fits = not answer or answer.lower().startswith(RESULTS)
    return None if fits else "Begin with worked, did-not or unclear; Enter leaves it out."


def _only(workspace: Workspace, what: str, actions: tuple[Action, ...]) -> Action:
    """The one action that is meant; raises UsageError where there are several."""
    if len(actions) == 1:
        return actions[0]
    named = [f"“{on_a_line(action)}” ({place(workspace.vault, action)})" for action in actions[:_MOST_NAMED]]
    more = [f"{len(actions) - _MOST_NAMED} more"] * (len(actions) > _MOST_NAMED)
    hint = f"Write more of the text. There are {'; '.join((*named, *more))}."
    raise UsageError(f"“{what}” fits {len(actions)} open actions.", hint)


def _tick(workspace: Workspace, session: Session, action: Action, on: date) -> int:
    if "🔁" in workspace.vault.notes[action.path].source.cut(action.item.span):
        raise UsageError(
            f"{place(workspace.vault, action)} comes again (🔁).",
            "Tick it in Obsidian: the Tasks plugin writes the next one.",
        )
    write_patiently(workspace, lambda: _planned(workspace, action, on))
    click.echo(visible(place(workspace.vault, action)))
    if not session.quiet:
        print_words(visible(f"“{on_a_line(action)}” is done, {show_day(on)}. {_left(workspace, action)}"))
    return 0


def _left(workspace: Workspace, action: Action) -> str:
    """How many actions for its goal are open now."""
    goal = workspace.vault.goals[action.goal]
    left = sum(one.task.open for one in workspace.vault.actions_of(goal.path))
    if not left:
        return f"No action for {goal.title} is open now."
    return f"{counted(left, 'action')} for {goal.title} {'is' if left == 1 else 'are'} still open."


def _planned(workspace: Workspace, action: Action, on: date) -> Plan | None:
    """The tick as the note stands now, in which the task may have moved."""
    vault = workspace.vault
    same = [
        one for one in actions_meant(vault, action.text) if (one.path, one.text) == (action.path, action.text)
    ]
    note = vault.notes.get(action.path)
    if note is None or len(same) != 1:
        raise Unwritten(f"{action.path} was changed meanwhile; it was left as it is.")
    plan = ticked(note, same[0].item, on, in_field=in_fields(vault, note))
    if plan is None:
        raise Unwritten(
            f"{place(vault, action)} was left as it is: it could not be ticked with certainty.",
            "Tick it by hand.",
        )
    return plan
