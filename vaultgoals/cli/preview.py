"""What `review` would write, shown instead of written."""

from collections.abc import Sequence

from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_diff, print_text
from vaultgoals.export.diff_text import diff_text
from vaultgoals.workspace.plan import Plan


def preview(plans: Sequence[Plan], session: Session, *, check: bool, diff: bool, stdout: bool) -> int:
    """Show the pages, how they would change, or which are out of date; the exit code.

    3 where one could not be written, else with `check` 1 where one is out of date.
    """
    for words in dict.fromkeys(words for plan in plans for words in plan.said):
        tell(words)
    for plan in plans:
        _tell_if_left(plan, session)
        if stdout and plan.page and (plan.at_rest or not plan.left):
            print_text(plan.text)
        if diff and plan.changes:
            print_diff(_diff(plan))
        if check and plan.changes:
            session.say(f"{plan.path} is {'out of date' if plan.old else 'missing'}")
    if check and not any(plan.changes or plan.left for plan in plans):
        session.say("All pages are current.")
    if any(plan.left and not plan.at_rest for plan in plans):
        return 3
    return 1 if check and any(plan.changes for plan in plans) else 0


def _tell_if_left(plan: Plan, session: Session) -> None:
    if plan.left:
        say = session.say if plan.at_rest else tell
        say(f"{plan.path} {plan.left}{' and stays as it is' if plan.at_rest else ''}")


def _diff(plan: Plan) -> str:
    if plan.old is None:
        return diff_text(plan.path, None, plan.text)
    mark = "\ufeff" if plan.old.bom else ""
    return diff_text(plan.path, mark + plan.old.text, mark + plan.text)
