"""What `vaultgoals plan` does: show what an outcome has, ask for the rest, show the plan, write it."""

import click

from vaultgoals.cli.asking import ask, at_terminal, choices
from vaultgoals.cli.plan_talk import Talk, ask_for_the_rest, confirmed
from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_words
from vaultgoals.cli.turning import write_patiently
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.links import folded
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.vault import CLOSED, Vault
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.review.phrases import counted
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.meant import goal_meant
from vaultgoals.workspace.pages import Fate, write_plans
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.proposals import likely_outcomes
from vaultgoals.workspace.ten_minutes import Standing, plan_actions, standing_of


def plan(session: Session, named: str | None, owner: str | None) -> int:
    """Plan an outcome with a person; the exit code. Raises UsageError, Abort and `Held`."""
    if not at_terminal():
        raise UsageError(
            "`plan` asks questions, and there is no terminal to ask them at.",
            "`vaultgoals new` writes one goal from options.",
        )
    workspace = session.open()
    today = session.today(workspace)
    try:
        outcome, whose = _about(workspace, session, named, owner)
        there = standing_of(workspace.vault, outcome)
        _show(workspace.vault, outcome, there)
        if there.is_whole:
            print_words("Nothing is missing: `vaultgoals next` says what to do first.")
            return 0
        talk = Talk(vault=workspace.vault, outcome=outcome, today=today, owner=whose)
        ask_for_the_rest(talk, there)
        if not (talk.made or talk.actions) or not confirmed(talk):
            print_words("Nothing was written.")
            return 0
    except (KeyboardInterrupt, click.Abort):
        click.echo()
        tell("Nothing was written.")
        raise
    return _write(workspace, talk)


# Which outcome.


def _about(workspace: Workspace, session: Session, named: str | None, owner: str | None) -> tuple[Goal, str]:
    """The outcome that is to be planned, and who for; a name may be a goal's or an owner's."""
    vault, whose = workspace.vault, _person(workspace.vault, owner) if owner else ""
    if named:
        try:
            return _outcome_of(vault, goal_meant(named, workspace, session.start)), whose
        except UsageError:
            whose = _owners(vault).get(folded(named), "")
            if not whose:
                raise
    outcomes = [goal for goal in likely_outcomes(vault, "") if not whose or whose in goal.owners]
    outcomes = outcomes or [*likely_outcomes(vault, "")]
    if not outcomes:
        raise UsageError("There is no active outcome to plan.", "Write `vaultgoals new outcome TITLE`.")
    outcomes.sort(key=lambda goal: len(standing_of(vault, goal).goals))
    return _chosen(outcomes), whose


def _chosen(outcomes: list[Goal]) -> Goal:
    if len(outcomes) == 1:
        return outcomes[0]
    numbered = choices(goal.title for goal in outcomes)
    titles = dict(zip(numbered.values(), outcomes, strict=True))

    def wrong(answer: str) -> str | None:
        return (
            None if numbered.get(answer, answer) in titles else f"Write a number from 1 to {len(outcomes)}."
        )

    answer = ask("Which outcome", wrong, proposed="1")
    return titles[numbered.get(answer, answer)]


def _outcome_of(vault: Vault, path: str) -> Goal:
    """The goal itself where it is an outcome, else what it leads to."""
    paths = (path,) if vault.kinds[path] is Kind.OUTCOME else vault.outcomes_of(path)
    if not paths:
        raise UsageError(
            f"“{vault.goals[path].title}” leads to no outcome.", "Name the outcome that is to be planned."
        )
    outcome = vault.goals[paths[0]]
    if outcome.status in CLOSED:
        raise UsageError(
            f"“{outcome.title}” is {outcome.status}.", "Plan an outcome that is still under way."
        )
    return outcome


def _owners(vault: Vault) -> dict[str, str]:
    return {folded(owner): owner for goal in vault.goals.values() for owner in goal.owners}


def _person(vault: Vault, name: str) -> str:
    """The person as the vault writes the name, or a new one as it is given."""
    return _owners(vault).get(folded(name), name)


def _show(vault: Vault, outcome: Goal, there: Standing) -> None:
    wanted = f": {show_number(outcome.target, outcome.unit)}" if outcome.target is not None else ""
    by = f" by {show_day(outcome.due, outcome.due.year)}" if outcome.due else ""
    print_words(visible(f"{outcome.title}{wanted}{by}"))
    for goal in there.goals:
        click.echo(visible(f"  {goal.title}{', ' + goal.cadence.text if goal.cadence else ''}"))
    for goal in there.guardrails:
        click.echo(visible(f"  {goal.title}, a guardrail"))
    if there.actions:
        click.echo(f"  {counted(len(there.actions), 'open action')}")
    click.echo()


def _write(workspace: Workspace, talk: Talk) -> int:
    """Write all of it; what could not be written is said, and the rest is there. The exit code."""
    unwritten = []
    for written in write_plans(workspace, [made.plan for made in talk.made]):
        if written.fate is Fate.WRITTEN:
            click.echo(visible(written.path))
        else:
            unwritten.append(f"{written.path} {written.reason}; it was not written.")
    if talk.actions:
        try:
            write_patiently(workspace, lambda: _with_actions(workspace, talk))
            click.echo(visible(talk.outcome.path))
        except Unwritten as error:
            unwritten.append(error.message)
    for words in unwritten:
        tell(f"vaultgoals: {words}")
    print_words("Next: vaultgoals next")
    return 3 if unwritten else 0


def _with_actions(workspace: Workspace, talk: Talk) -> Plan:
    """The outcome's note with the actions, as it stands now; raises `Unwritten`."""
    outcome = workspace.vault.goals.get(talk.outcome.path)
    plan = plan_actions(workspace.vault, outcome, tuple(talk.actions)) if outcome else None
    if plan is None:
        raise Unwritten(
            f"{talk.outcome.path} could not take the actions with certainty, and was left as it is."
        )
    return plan
