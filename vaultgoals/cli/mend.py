"""What `check --fix` and `--diff` do: mend what can be mended, or show how, and say what was left."""

import time
from collections.abc import Callable, Sequence

from vaultgoals.cli.preview import preview
from vaultgoals.cli.reviewing import PATIENCE
from vaultgoals.cli.session import Session, tell
from vaultgoals.core.config import RuleSettings
from vaultgoals.core.finding import Finding
from vaultgoals.workspace.fixing import Mend, Mending, Wish, plan_fixes
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, Written, write_plans

_FINE = (Fate.WRITTEN, Fate.UNCHANGED)


def mend(
    workspace: Workspace,
    session: Session,
    meant: Callable[[Sequence[Finding]], Sequence[Finding]],
    *,
    judged_by: RuleSettings,
    unsafe: bool,
    diff: bool,
) -> bool:
    """Mend the findings that are meant, or show how with `diff`; whether all was written that was to be.

    Raises `Held`.
    """
    wish = Wish(today=session.today(workspace), meant=meant, judged_by=judged_by, unsafe=unsafe)
    if not diff:
        return _mend(workspace, wish, session)
    mending = plan_fixes(workspace.vault, wish)
    preview(mending.plans, session, check=False, diff=True, stdout=False)
    _tell_refused(mending)
    return True


def _mend(workspace: Workspace, wish: Wish, session: Session) -> bool:
    """Write the mended notes; those that somebody is typing into are tried again until patience ends."""
    end = time.monotonic() + PATIENCE
    done: list[Mend] = []
    while True:
        mending = plan_fixes(workspace.vault, wish)
        notes = write_plans(workspace, mending.plans)
        written = {note.path for note in notes if note.fate is Fate.WRITTEN}
        done += [fix for fix in mending.mends if fix.path in written and not fix.refused]
        unwritten = [note for note in notes if note.fate not in _FINE]
        if not any(note.fate is Fate.BUSY for note in unwritten) or time.monotonic() > end:
            break
        time.sleep(0.5)
        workspace.refresh()
    _say_done(done, session)
    _tell_refused(mending)
    _tell_unwritten(unwritten)
    return not unwritten


def _say_done(done: list[Mend], session: Session) -> None:
    for fix in done:
        session.say(f"{_place(fix)} mended: {fix.what}")
    session.say("`vaultgoals restore` brings the old versions back." if done else "Nothing was mended.")


def _tell_refused(mending: Mending) -> None:
    for fix in mending.mends:
        if fix.refused:
            tell(f"{_place(fix)} not mended ({fix.what}): {fix.refused}")


def _tell_unwritten(notes: list[Written]) -> None:
    for note in notes:
        tell(f"{note.path} {note.reason}; it was left as it is")


def _place(fix: Mend) -> str:
    return f"{fix.path}:{fix.line}: {fix.code}"
