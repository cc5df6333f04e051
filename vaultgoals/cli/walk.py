"""The walk through what is due: goal by goal it asks for a reading, and writes each as it is given."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import time

import click

from vaultgoals.cli.asking import ask
from vaultgoals.cli.checking_in import record, say_what_it_means, unread
from vaultgoals.cli.next import known_owner
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines, print_words, window_width
from vaultgoals.core.new_checkin import Said, with_entry
from vaultgoals.core.note import Malformed
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.errors import UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.export.waiting_text import waiting_text
from vaultgoals.review.agenda import owners_of
from vaultgoals.review.how_to_log import what_to_type
from vaultgoals.review.logged_now import show_near
from vaultgoals.review.waiting_for import Waiting, waiting, waiting_on
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.new_reading import plan_reading

_LATER = frozenset({"", "l", "later"})
_SKIP = frozenset({"s", "skip"})
_END = frozenset({"q", "quit"})
_WORDS = _LATER | _SKIP | _END
_ANY_TIME = time(12)
_KEYS = (
    "Type what was done or read, 0 or no for nothing; a comment goes behind a comma. "
    "s skips, with a reason; Enter is for later; q ends."
)


def walk(workspace: Workspace, session: Session, by: str | None) -> int:
    """Go through all that waits for a reading, or what is one person's; the exit code.

    What was answered stands, however it ends. Raises UsageError for a person who owns nothing.
    """
    whose = known_owner(by, owners_of(workspace.vault)) if by else None
    due = list(waiting_on(_card(workspace, session), whose))
    if not due:
        _print(["Nothing waits for a reading today.", "`vaultgoals checkin GOAL VALUE` logs any goal."])
        return 0
    _print([_KEYS])
    logged: list[str] = []
    try:
        for number, one in enumerate(due, 1):
            place = f"{number} of {len(due)}" if len(due) > 1 else ""
            said = Said(goal=one.goal, on=session.today(workspace), by=whose or "")
            answered = _asked(one, said, workspace, place)
            if answered is not None:
                checkin = record(answered, workspace, session)
                logged.append(checkin.goal)
                say_what_it_means(checkin, workspace, session)
    except (_End, click.Abort):  # the latter at the end of the input
        pass
    except KeyboardInterrupt:
        click.echo()
        raise
    finally:
        _sum_up(due, logged)
    return 0


def ask_for(said: Said, workspace: Workspace, session: Session) -> Said | None:
    """The same with the value that is asked for; None where none is given."""
    today = session.today(workspace)
    place = f"for {show_near(said.on, today)}" if said.on != today else ""
    try:
        answered = _asked(waiting(_card(workspace, session), said.goal), said, workspace, place)
    except _End:
        answered = None
    if answered is None:
        _print(["Nothing was logged."])
    return answered


class _End(Exception):
    """Somebody has answered enough."""


def _asked(one: Waiting, said: Said, workspace: Workspace, place: str = "") -> Said | None:
    """What is answered about a goal, None for later. Raises `_End`, and Abort at the end of the input."""
    click.echo()
    print_lines(waiting_text(one, place, window_width()))
    answer = ask(
        f"  {what_to_type(workspace.vault.history(one.goal))}",
        lambda answer: None if answer.lower() in _WORDS else _fault(said, answer, workspace),
    )
    if answer.lower() in _END:
        raise _End
    if answer.lower() in _LATER:
        return None
    if answer.lower() in _SKIP:
        why = ask("  Why? Enter for no reason", lambda reason: _fault(said, f"s {reason}", workspace))
        answer = f"s {why}"
    read = _taken(said, answer)
    return None if isinstance(read, Malformed) else read


def _taken(said: Said, answer: str) -> Said | Malformed:
    """The same with an answer: an entry, or `s` with the reason of a skip."""
    key, _, reason = answer.partition(" ")
    return replace(said, skip=reason.strip()) if key.lower() == "s" else with_entry(said, answer)


def _fault(said: Said, answer: str, workspace: Workspace) -> str | None:
    """What is wrong with an answer, and what can be written."""
    read = _taken(said, answer)
    if isinstance(read, Malformed):
        return " ".join(unread(said.goal, answer, workspace))
    try:
        plan_reading(workspace.vault, read, _ANY_TIME)
    except UsageError as error:
        return f"{error.message} {error.hint}"
    return None


def _sum_up(due: Iterable[Waiting], logged: Sequence[str]) -> None:
    """`2 logged: Calls, Weight. 1 for later: Trial conversion.`"""
    done = [one.goal.title for one in due if one.goal.path in logged]
    rest = [one.goal.title for one in due if one.goal.path not in logged]
    said = [f"{len(done)} logged: {', '.join(done)}." if done else "Nothing was logged."]
    said += [f"{len(rest)} for later: {', '.join(rest)}."] if rest else []
    click.echo()
    _print([" ".join(said)])


def _card(workspace: Workspace, session: Session) -> Scorecard:
    today = session.today(workspace)
    return Scorecard.of(workspace.vault, asof=today, today=today)


def _print(sentences: Iterable[str]) -> None:
    for words in sentences:
        print_words(visible(words))
