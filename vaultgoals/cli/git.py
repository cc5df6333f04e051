"""`vaultgoals git`: let git merge notes with generated blocks, and look at what is committed."""

from pathlib import Path

import click

from vaultgoals.cli import anywhere
from vaultgoals.cli.session import Session


@click.group("git")
def command() -> None:
    """Set up this clone of the vault for several people or machines.

    A merge driver takes generated blocks whole from one side, so that only what people wrote can be in
    conflict; a hook looks at the notes of each commit.
    """


@command.command("install")
@click.pass_obj
def install(session: Session) -> int:
    """Set up the merge driver and the hook, in this clone alone."""
    from vaultgoals.cli.cloning import install_in_clone

    return install_in_clone(session)


@command.command("uninstall")
@click.pass_obj
def uninstall(session: Session) -> int:
    """Take out what `install` put in, and nothing else."""
    from vaultgoals.cli.cloning import uninstall_from_clone

    return uninstall_from_clone(session)


@command.command("status")
@click.pass_obj
def status(session: Session) -> int:
    """Show what is set up in this clone."""
    from vaultgoals.cli.cloning import show_clone

    return show_clone(session)


@command.command("pre-commit", hidden=True)
@click.pass_obj
def pre_commit(session: Session) -> int:
    """Look at what is about to be committed; git calls this."""
    from vaultgoals.cli.committing import look_at_commit

    return look_at_commit(session)


@command.command("merge", hidden=True)
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.argument("size", type=int)
@click.argument("path")
def merge(base: Path, ours: Path, theirs: Path, size: int, path: str) -> int:
    """Merge three versions of the note at PATH into OURS; git calls this."""
    from vaultgoals.cli.merging import merge_files

    return merge_files(base, ours, theirs, size=size, path=path)


for _one in command.commands.values():
    _one.params += anywhere()
