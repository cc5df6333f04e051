"""What `vaultgoals promote` does: ask what a search leads to, and write that into its note."""

import shlex

from vaultgoals.cli.asking import ask, at_terminal, choices, refuse_what_is_no_text
from vaultgoals.cli.session import Session
from vaultgoals.cli.turning import turn
from vaultgoals.core.goal import Goal
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.show import show_list
from vaultgoals.core.vault import CLOSED
from vaultgoals.errors import UsageError
from vaultgoals.rules.wording import KIND_NAMES
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.meant import goal_meant
from vaultgoals.workspace.proposals import likely_outcomes
from vaultgoals.workspace.turns import promote, refuse_unpromotable


def put_under(session: Session, note: str, outcome: str | None, because: str | None) -> int:
    """Promote a search; the exit code. Raises UsageError, `Unwritten` and `Held`."""
    refuse_what_is_no_text(because)
    workspace = session.open()
    path = goal_meant(note, workspace, session.start)
    goal = workspace.vault.goals[path]
    refuse_unpromotable(goal)
    if at_terminal():
        outcome = outcome or _asked_outcome(session, workspace, goal)
        because = (
            because or goal.because or ask("How does doing this move it, in one sentence", _wrong_because)
        )
    needs = ["--outcome"] * (not outcome) + ["--because"] * (not (because or goal.because))
    if outcome is None or needs:
        raise UsageError(f"“{goal.title}” still needs {show_list(needs)}.", "Nothing was written.")
    led_to = _served(session, workspace, goal, outcome)
    return turn(
        workspace,
        session,
        path,
        lambda goal: promote(workspace.vault, goal, led_to, because),
        lambda goal: f"It leads to {led_to.title}. Next: vaultgoals checkin {shlex.quote(goal.title)} VALUE",
    )


def _served(session: Session, workspace: Workspace, goal: Goal, name: str) -> Goal:
    """The goal that is meant, if a process goal may lead to it; raises UsageError."""
    found = workspace.vault.goals[goal_meant(name, workspace, session.start)]
    if found.kind not in MAY_SERVE[goal.kind]:
        raise UsageError(
            f"“{found.title}” is {KIND_NAMES[found.kind]}: “{goal.title}” cannot lead to it.",
            "Name an outcome.",
        )
    if found.status in CLOSED:
        raise UsageError(f"“{found.title}” is {found.status}.", "Name an outcome that is still under way.")
    return found


def _asked_outcome(session: Session, workspace: Workspace, goal: Goal) -> str:
    likely = [one.title for one in likely_outcomes(workspace.vault, goal.title)]
    names = choices(likely)

    def wrong(answer: str) -> str | None:
        try:
            _served(session, workspace, goal, names.get(answer, answer))
        except UsageError as error:
            return f"{error.message} {error.hint}"
        return None

    answer = ask("What does it lead to", wrong, proposed=likely[0] if likely else "")
    return names.get(answer, answer)


def _wrong_because(answer: str) -> str | None:
    return None if answer else "Say it in a few words: it is what is tested when the number does not move."
