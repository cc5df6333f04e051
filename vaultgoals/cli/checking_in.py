"""What `vaultgoals checkin` does: read what is given, write it, and say what it means."""

from dataclasses import dataclass
from datetime import date, timedelta

import click

from vaultgoals.cli.asking import at_terminal, refuse_what_is_no_text
from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_words
from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.goal import CheckIn, Goal
from vaultgoals.core.new_checkin import Said, meant, with_entry
from vaultgoals.core.note import Malformed
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.errors import UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.review.how_to_log import how_to_log, what_it_counts
from vaultgoals.review.logged_now import beyond_a_day, far_from, life_of, logged_now
from vaultgoals.rules.expectations import EXPECTATIONS
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.goal_to_log import goal_to_log
from vaultgoals.workspace.new_reading import write_reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """The options of a check-in, as they were written; `on` is a day, or how long it is ago."""

    on: date | timedelta | None = None
    note: str | None = None
    confidence: str | None = None
    evidence: tuple[str, ...] = ()
    skip: str | None = None
    by: str | None = None

    @property
    def says_anything(self) -> bool:
        """Whether there is something to log beside a value."""
        return self.skip is not None or bool(self.note or self.confidence or self.evidence)

    @property
    def texts(self) -> tuple[str, ...]:
        """All words in it."""
        return tuple(filter(None, (self.note, self.confidence, self.skip, self.by, *self.evidence)))


def check_in(session: Session, goal: str | None, value: str | None, given: Given) -> int:
    """Log one reading, or go through what is due; the exit code.

    Raises UsageError, `Unwritten` and `Held`.
    """
    refuse_what_is_no_text(goal, value, *given.texts)
    asks = goal is None or (value is None and not given.says_anything)
    if asks and not at_terminal():
        raise UsageError(*_lacks(goal))
    workspace = session.open()
    if goal is None:
        from vaultgoals.cli.walk import walk

        if given != Given(by=given.by):
            raise UsageError(
                "An option needs a goal.", "Write `vaultgoals checkin GOAL VALUE`, and the option behind it."
            )
        return walk(workspace, session, given.by)
    found = goal_to_log(goal, workspace, session.start)
    if found.in_part:
        session.say(f"“{goal}” is “{found.goal.title}”.")
    said = _said(found.goal, given, session.today(workspace))
    if asks:
        from vaultgoals.cli.walk import ask_for

        answered = ask_for(said, workspace, session)
        return 0 if answered is None else log(answered, workspace, session)
    return log(_read(said, value, workspace) if value is not None else said, workspace, session)


def _lacks(goal: str | None) -> tuple[str, str]:
    if goal is None:
        return "`checkin` asks only at a terminal.", "Write `vaultgoals checkin GOAL VALUE`."
    return f"A value for “{goal}” is missing.", "Write it behind the goal, or --skip REASON."


def _said(goal: Goal, given: Given, today: date) -> Said:
    if given.confidence and isinstance(parse_confidence(given.confidence), Unreadable):
        expected = EXPECTATIONS["confidence"]
        raise UsageError(f"“{given.confidence}” {expected.fault}.", f"You can {expected.instead}.")
    return Said(
        goal=goal,
        on=today - given.on if isinstance(given.on, timedelta) else given.on or today,
        skip=given.skip,
        confidence=given.confidence or "",
        comment=given.note or "",
        evidence=given.evidence,
        by=given.by or "",
    )


def _read(said: Said, value: str, workspace: Workspace) -> Said:
    read = with_entry(said, value)
    if isinstance(read, Malformed):
        raise UsageError(*unread(said.goal, value, workspace))
    return read


def unread(goal: Goal, value: str, workspace: Workspace) -> tuple[str, str]:
    """That a value cannot be read, and what can be written, in two sentences."""
    written = f"“{value.strip()}”" if value.strip() else "What is empty"
    fault = f"{written} is no value of “{goal.title}”, {what_it_counts(goal)}."
    return fault, f"Write {how_to_log(workspace.vault.history(goal))}."


def log(said: Said, workspace: Workspace, session: Session) -> int:
    """Write a reading, and say what it means and where it stands; the exit code."""
    checkin = record(said, workspace, session)
    say_what_it_means(checkin, workspace, session)
    click.echo(visible(checkin.path))
    return 0


def record(said: Said, workspace: Workspace, session: Session) -> CheckIn:
    """Write a reading; what is odd about it is said."""
    today = session.today(workspace)
    if words := life_of(said.goal, today):
        tell(words)
    if said.skip is None and (words := far_from(said.goal, said.on, today)):
        tell(words)
    if words := beyond_a_day(said.goal, meant(said).value):
        tell(words)
    alike = _alike(workspace, said)
    checkin = write_reading(workspace, said, session.now)
    if alike:
        tell(f"{alike.path}:{alike.line} says the same of that day; both count.")
    return checkin


def _alike(workspace: Workspace, said: Said) -> CheckIn | None:
    """What was logged with the same value on the same day."""
    wanted = meant(said)
    there = workspace.vault.checkins_of(said.goal.path) if wanted.value is not None else ()
    return next(
        (one for one in there if (one.on, one.value, one.of) == (said.on, wanted.value, wanted.of)), None
    )


def say_what_it_means(checkin: CheckIn, workspace: Workspace, session: Session) -> None:
    """Say what was logged and what it makes of its goal, unless told to be quiet."""
    if not session.quiet:
        today = session.today(workspace)
        card = Scorecard.of(workspace.vault, asof=today, today=today)
        print_words(visible(logged_now(card, checkin)))
