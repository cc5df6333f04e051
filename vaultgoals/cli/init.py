"""`vaultgoals init`: begin a vault."""

from pathlib import Path

import click

from vaultgoals.cli.session import Session
from vaultgoals.errors import Unwritten
from vaultgoals.workspace import Begun, Workspace, begin_sample, begin_vault


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--sample", is_flag=True, help="Write the sample vault, its dates moved so that it ends today.")
@click.pass_obj
def command(session: Session, folder: Path, *, sample: bool) -> int:
    """Make DIR, or this folder, a vault. Nothing that is there already is touched."""
    root = _folder(session.start / folder)
    begun = begin_sample(root, session.local_date()) if sample else begin_vault(root)
    workspace = Workspace.at(root)
    for path in begun.kept:
        session.say(f"{path} is there already and stays as it is.")
    click.echo(_welcome(workspace, begun, sample=sample))
    return 0


def _folder(place: Path) -> Path:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unwritten(f"{place} cannot be made a vault: {error.strerror}.", "Name a folder.") from None
    return place.resolve()


def _welcome(workspace: Workspace, begun: Begun, *, sample: bool) -> str:
    """What there is now, and the one next step."""
    vault = workspace.vault
    if sample:
        page = max((path for path in vault.notes if "/Review " in path), default="")
        return f"A sample vault of {len(begun.written)} files in {workspace.root}.\nNext: read {page}"
    found = f"{len(vault.notes)} notes, {len(vault.goals)} of them goals, in {workspace.root}."
    if vault.goals:
        return f"{found}\nNext: vaultgoals check"
    return (
        f"{found}\nNext: write a note with `type: outcome`, and one with `type: process` whose `outcome`"
        " links to it; then run vaultgoals check.\n`vaultgoals init --sample DIR` shows how that looks."
    )
