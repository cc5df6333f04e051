"""Which goal each thing in a file of another program is: as said, as asked, or by its name."""

from collections.abc import Mapping, Sequence

from vaultgoals.cli.asking import ask, at_terminal
from vaultgoals.cli.session import Session
from vaultgoals.core.goal import Goal
from vaultgoals.core.goals_named import goals_named
from vaultgoals.core.log_names import LOGGED
from vaultgoals.core.naming import folded
from vaultgoals.errors import UsageError
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.goal_to_log import goal_to_log


def goals_for(
    session: Session,
    workspace: Workspace,
    subjects: Sequence[str],
    goal: str | None,
    maps: Sequence[str],
    *,
    dry_run: bool,
) -> Mapping[str, Goal | None]:
    """The goal of each name in a file; None for one that is left out.

    On a dry run names of no goal are missing. Raises UsageError where a name is no goal's and nobody can be
    asked.
    """
    if goal is not None:
        if maps:
            raise UsageError("--goal and --map do not go together.", "Leave one of them out.")
        if len(subjects) > 1:
            session.say(f"The file names {len(subjects)} things; all of them are taken for “{goal}”.")
        return dict.fromkeys(subjects, goal_to_log(goal, workspace, session.start).goal)
    found: dict[str, Goal | None] = {}
    for told in maps:
        subject, name = _mapped(told, subjects)
        found[subject] = goal_to_log(name, workspace, session.start).goal if name else None
    for subject in subjects:
        if subject not in found and (known := _known(workspace, subject)):
            found[subject] = known
    unknown = [subject for subject in subjects if subject not in found]
    alone = not any(subjects)
    wanted = unknown if alone or not dry_run else []
    if wanted and not at_terminal():
        raise _unmapped(wanted, alone=alone)
    return found | {subject: _asked(session, workspace, subject, alone=alone) for subject in wanted}


def _mapped(told: str, subjects: Sequence[str]) -> tuple[str, str]:
    """`Meditate=Meditation` as a name in the file and a goal; either may hold `=` itself."""
    for subject in sorted(subjects, key=len, reverse=True):
        if folded(told).startswith(f"{folded(subject)}="):
            return subject, told[len(subject) + 1 :].strip()
    if "=" not in told:
        raise UsageError(f"--map {told} names no goal.", "Write --map NAME=GOAL.")
    names = ", ".join(subject for subject in subjects if subject)
    name = told.partition("=")[0]
    raise UsageError(f"There is no “{name}” in the file.", f"There are {names}." if names else "Use --goal.")


def _known(workspace: Workspace, subject: str) -> Goal | None:
    """The one goal that has the name as its title, alias or `field`."""
    goals = (goal for goal in workspace.vault.goals.values() if goal.kind in LOGGED)
    named = goals_named(goals, subject)
    return named.goals[0] if len(named.goals) == 1 and not named.in_part else None


def _unmapped(unknown: Sequence[str], *, alone: bool) -> UsageError:
    if alone:
        return UsageError("It is not said which goal the file is about.", "Add --goal GOAL.")
    names = [f"“{name}”" for name in unknown if name]
    verb = "is no goal's name" if len(names) == 1 else "are no goals' names"
    fault = f"{', '.join(names)} {verb}." if names else "Some rows name no goal."
    return UsageError(fault, f'Add --map "{unknown[0]}=GOAL", or "{unknown[0]}=" to leave it out.')


def _asked(session: Session, workspace: Workspace, subject: str, *, alone: bool) -> Goal | None:
    about = f"Which goal is “{subject}”?" if subject else "Which goal are the rows that name none about?"
    what = "Which goal is it about?" if alone else f"{about} (Enter leaves it out)"

    def wrong(answer: str) -> str | None:
        if not answer:
            return "Write its title." if alone else None
        try:
            goal_to_log(answer, workspace, session.start)
        except UsageError as error:
            return f"{error.message} {error.hint}"
        return None

    answer = ask(what, wrong)
    return goal_to_log(answer, workspace, session.start).goal if answer else None
