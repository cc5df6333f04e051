"""The talk of `vaultgoals plan`: what is still missing is asked for, then all of it is shown."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

import click

from vaultgoals.cli.asking import agreed, ask
from vaultgoals.cli.creating import titled
from vaultgoals.cli.goal_talk import completed
from vaultgoals.cli.terminal import print_words
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.properties import read_day
from vaultgoals.core.show import show_number
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.workspace.new_goal import Made, make
from vaultgoals.workspace.new_note import path_for, standing
from vaultgoals.workspace.proposals import usual_owner
from vaultgoals.workspace.ten_minutes import NewAction, Standing, lines_of

_A_WEEK = timedelta(weeks=1)
_LIST_MARK = re.compile(r"(?:[-*+]|[0-9]+[.)])[ \t]+(?:\[.\][ \t]*)?")


@dataclass(kw_only=True)
class Talk:
    """What was answered so far. `vault` has the new goals already, in memory; `owner` is who it is for."""

    vault: Vault
    outcome: Goal
    today: date
    owner: str
    made: list[Made] = field(default_factory=list)
    actions: list[NewAction] = field(default_factory=list)


def ask_for_the_rest(talk: Talk, there: Standing) -> None:
    """Ask for what the outcome has not yet; raises Abort."""
    if there.goals_wanted:
        print_words("What will you do, again and again? Two or three are enough; Enter goes on.")
        for _ in range(there.goals_wanted):
            if not _new_goal(talk, Kind.PROCESS, "To do again and again"):
                break
        click.echo()
    if there.actions_wanted:
        print_words("What is to be done once? Three to five; Enter goes on.")
        for _ in range(there.actions_wanted):
            if not _new_action(talk):
                break
        click.echo()
    if not there.guardrails:
        print_words("What must not get worse meanwhile? Enter goes on.")
        _new_goal(talk, Kind.GUARDRAIL, "Guardrail")
        click.echo()


def _new_goal(talk: Talk, kind: Kind, question: str) -> bool:
    """Ask for a goal of some kind under the outcome; whether there was one."""
    answers = {"outcome": (talk.outcome.path,)}
    owner = talk.owner if kind is Kind.PROCESS else ""
    if owner := owner or usual_owner(talk.vault, kind):
        answers["owner"] = (owner,)
    title = ask(question, lambda title: _wrong_title(talk, kind, title))
    if not title:
        return False
    draft = completed(talk.vault, titled(kind, title, answers), talk.today)
    made = make(talk.vault, draft, talk.today)
    for finding in made.warnings:
        print_words(visible(f"`check` will say: {finding.message}; {finding.hint}."))
    talk.made.append(made)
    talk.vault = made.vault
    return True


def _wrong_title(talk: Talk, kind: Kind, title: str) -> str | None:
    if not title:
        return None
    try:
        safe = titled(kind, title, {}).title
    except UsageError as error:
        return f"{error.message} {error.hint}"
    there = standing(talk.vault, path_for(talk.vault, kind, safe, talk.today))
    return f"{there} is there already: take another title." if there else None


def _new_action(talk: Talk) -> bool:
    """Ask for an action; whether there was one."""
    text = _LIST_MARK.sub("", ask("To do", lambda text: None))
    if not text:
        return False
    owner = ask("  Who", lambda name: None, proposed=talk.owner or _usual_owner(talk))
    due = ask("  By when", lambda text: _wrong_day(talk, text), proposed=(talk.today + _A_WEEK).isoformat())
    day = read_day(due, talk.vault.config)
    assert isinstance(day, date)
    talk.actions.append(NewAction(text=text, owner=owner, due=day))
    return True


def _usual_owner(talk: Talk) -> str:
    if talk.actions:
        return talk.actions[-1].owner
    return talk.outcome.owners[0] if talk.outcome.owners else ""


def _wrong_day(talk: Talk, text: str) -> str | None:
    day = read_day(text, talk.vault.config)
    if isinstance(day, Unreadable):
        return "Write it as 2026-11-27."
    return None if day >= talk.today else f"{day} is over."


# The plan.


def confirmed(talk: Talk) -> bool:
    """Show the whole plan; whether it is to be written."""
    print_words("The plan:")
    for line in _lines(talk):
        click.echo(visible(f"  {line}"))
    return agreed("Write it?")


def _lines(talk: Talk) -> Iterator[str]:
    for made in talk.made:
        goal = made.goal
        yield goal.path
        if goal.cadence:
            yield (
                f"  {goal.cadence.text}, because {goal.because}" if goal.because else f"  {goal.cadence.text}"
            )
        limits = (("at least", goal.minimum), ("at most", goal.maximum))
        bounds = [f"{words} {show_number(at, goal.unit)}" for words, at in limits if at is not None]
        if bounds:
            yield f"  {' and '.join(bounds)}"
    if talk.actions:
        yield talk.outcome.path
        yield from (f"  - [ ] {line}" for line in lines_of(talk.vault, talk.outcome, tuple(talk.actions)))
