"""What `git install`, `git uninstall` and `git status` do and say."""

import os
from collections.abc import Iterable

import click

from vaultgoals.cli.session import Session, tell
from vaultgoals.export.excerpt import visible
from vaultgoals.store.clone import Clone, Part, State
from vaultgoals.store.locate import find_vault


def install_in_clone(session: Session) -> int:
    """Set a clone up; the exit code."""
    clone = _clone(session)
    parts = clone.install()
    _print(parts, clone)
    _advise(parts, clone)
    if clone.is_shared:
        session.say("The repository's other worktrees have all of it as well.")
    return 0


def uninstall_from_clone(session: Session) -> int:
    """Take out of a clone what was put in; the exit code."""
    clone = _clone(session)
    driver, attributes, hook = clone.uninstall()
    _print((driver, attributes, hook), clone)
    if driver.state is State.INSTALLED:
        tell("The driver stays: another vault in this repository needs it.")
    if hook.state is State.INSTALLED:
        tell(
            f"{_place(hook, clone)} is not ours and stays as it is: take the line out that calls vaultgoals."
        )
    return 0


def show_clone(session: Session) -> int:
    """Show what is set up; the exit code."""
    clone = _clone(session)
    parts = clone.parts
    _print(parts, clone)
    _advise(parts, clone)
    return 0


def _clone(session: Session) -> Clone:
    return Clone.of(find_vault(session.start, session.explicit, session.environ), session.environ)


def _print(parts: Iterable[Part], clone: Clone) -> None:
    for part in parts:
        click.echo(visible(f"{part.name:<16} {part.state:<15} {_place(part, clone)}"))


def _advise(parts: Iterable[Part], clone: Clone) -> None:
    """What a person can do for the parts that are not as they should be."""
    states = {part.state for part in parts}
    if State.OUTDATED in states:
        tell("Another vaultgoals set this up. `vaultgoals git install` has git call this one.")
    for part in parts:
        if part.state is State.OTHERS:
            tell(_how(part, clone))
            tell(f"  {part.hint}")


def _how(part: Part, clone: Clone) -> str:
    """How to have commits looked at where the hook is not ours to write."""
    place, aim = _place(part, clone), "To have commits looked at,"
    if os.path.lexists(part.where):
        return f"{place} is there already and stays as it is. {aim} add this line to it:"
    elsewhere = "Git takes its hooks from elsewhere here (core.hooksPath)."
    return f"{elsewhere} {aim} make {place} a shell script that may be run, with this line in it:"


def _place(part: Part, clone: Clone) -> str:
    return os.path.relpath(part.where, clone.top) if part.where.is_relative_to(clone.top) else str(part.where)
