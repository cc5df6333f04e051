"""What `vaultgoals new` does: ask for what is missing, look at the note in memory, and write it."""

import shlex
from collections.abc import Mapping
from datetime import date

import click

from vaultgoals.cli.asking import agreed, at_terminal, is_text
from vaultgoals.cli.goal_talk import asked, sentence
from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_words
from vaultgoals.core.file_name import safe_title
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.links import folded
from vaultgoals.core.meanings import MEANINGS
from vaultgoals.core.show import show_day, show_list
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.store.ignore import Ignore
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.new_goal import Made, make
from vaultgoals.workspace.new_note import Draft, namesakes, path_for, standing
from vaultgoals.workspace.pages import Fate, write_plans
from vaultgoals.workspace.proposals import usual_owner

_NOTHING = "Nothing was written."
_OPTIONS = {"max": "--max or --min"}


def create(session: Session, kind: Kind, title: str, answers: Mapping[str, tuple[str, ...]]) -> int:
    """Write the note of a new goal; the exit code. Raises UsageError, `Unwritten` and `Held`."""
    workspace = session.open()
    today, vault = session.today(workspace), workspace.vault
    draft, usual = titled(kind, title, answers), "" if answers.get("owner") else usual_owner(vault, kind)
    draft = draft.also("owner", usual) if usual else draft
    refuse_second(workspace, path_for(vault, kind, draft.title, today))
    made = make(vault, draft, today)
    if made.unfit:
        raise UsageError(*_refusal(made))
    if at_terminal():
        made = asked(vault, draft, today)
    if made.unfit or made.missing:
        raise UsageError(*_refusal(made))
    if not _is_wanted(made):
        print_words(_NOTHING)
        return 0
    written = write_plans(workspace, [made.plan])[0]
    if written.fate is not Fate.WRITTEN:
        raise Unwritten(f"{written.path} {written.reason}; nothing was written.")
    click.echo(visible(made.goal.path))
    if not session.quiet:
        _say(made, usual, today)
    return 0


def _is_wanted(made: Made) -> bool:
    """Say what `check` will say of the note; whether it is to be written all the same."""
    say = print_words if at_terminal() else tell
    for finding in made.warnings:
        say(visible(f"{finding.code} {finding.name}: {finding.message}; {finding.hint}"))
    return not (made.warnings and at_terminal()) or agreed("`check` will say so. Write it all the same?")


def titled(kind: Kind, title: str, answers: Mapping[str, tuple[str, ...]]) -> Draft:
    """A draft under a title that a file can have; the title as it was given is another name of it."""
    if not all(map(is_text, (title, *(one for some in answers.values() for one in some)))):
        raise UsageError("What was given is not text in UTF-8.", "Write it in your terminal's encoding.")
    given = " ".join(title.split())
    safe = safe_title(given)
    if safe is None:
        raise UsageError(
            f"“{visible(given[:60])}” cannot be the name of a note.",
            'Take a few words without * " / \\ : < > | ? # ^ [ ], and write the rest into the note.',
        )
    draft = Draft(kind=kind, title=safe, answers=answers)
    same = folded(safe) == folded(given)
    return draft if same else draft.also("aliases", given, *answers.get("aliases", ()))


def refuse_second(workspace: Workspace, path: str) -> None:
    """Refuse a path at which a note stands already, or one that is left out; raises Unwritten, UsageError."""
    if there := standing(workspace.vault, path):
        raise Unwritten(f"{visible(there)} is there already.", "Take another title, or edit that note.")
    if path in Ignore.of(workspace.config.ignore):
        raise UsageError(
            f"{visible(path)} would be left out by `ignore` in vaultgoals.toml.",
            "Name another folder in its table [folders].",
        )


def _refusal(made: Made) -> tuple[str, str]:
    """What keeps a note from being written: all that is wrong, or else all that is missing."""
    if made.unfit:
        first, *others = made.unfit
        more = [f"Also, {one.fault}." for one in others]
        return f"{visible(first.fault)}.", visible(" ".join([sentence(first.remedy), *more, _NOTHING]))
    needs = show_list([_OPTIONS.get(name, f"--{name}") for name in made.missing])
    options = [*made.missing, *(["min"] if "max" in made.missing else [])]
    means = "; ".join(f"--{name} is {MEANINGS[name].says}" for name in options)
    return f"The {made.goal.kind} “{visible(made.goal.title)}” still needs {needs}.", f"{means}. {_NOTHING}"


def _say(made: Made, usual: str, today: date) -> None:
    """What the goal leads to and is called, what was taken for granted, and what comes next."""
    goal = made.goal
    served = [made.vault.goals[path].title for path in made.vault.served_by(goal.path)]
    if served:
        print_words(visible(f"It leads to {show_list(served)}."))
    if usual:
        print_words(visible(f"Its owner is {usual}, as in your other goals."))
    if goal.aliases and safe_title(goal.aliases[0]) == goal.title:
        print_words(visible(f"A file cannot be called “{goal.aliases[0]}”: that is one of its `aliases`."))
    if goal.due and goal.due < today:
        print_words(f"Its last day, {show_day(goal.due, today.year)}, is over.")
    if others := namesakes(made.vault, goal.path):
        link = f"[[{made.vault.names.shortest(goal.path)}]]"
        print_words(visible(f"{show_list(others)} has that name as well: a sure link to the goal is {link}."))
    print_words(visible(f"Next: {_next(made)}"))


def _next(made: Made) -> str:
    goal, name = made.goal, shlex.quote(made.goal.title)
    if goal.status is Status.DRAFT:
        return "write it out; with `status: active` it counts."
    match goal.kind:
        case Kind.OBJECTIVE:
            return f"vaultgoals new outcome TITLE --objective {name}"
        case Kind.OUTCOME:
            return f"vaultgoals plan {name}"
        case Kind.LEVER:
            return (
                f"vaultgoals done {name} --result worked, once it is tried"
                if goal.experiment
                else "vaultgoals next"
            )
        case _:
            return f"vaultgoals checkin {name} VALUE"
