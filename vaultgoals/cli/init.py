"""`vaultgoals init`: begin a vault."""

from pathlib import Path

import click

from vaultgoals.cli.session import Session
from vaultgoals.core.vault import Vault
from vaultgoals.errors import Unwritten
from vaultgoals.store.files import in_words
from vaultgoals.workspace.begin import Begun, begin_sample, begin_vault
from vaultgoals.workspace.folder import Workspace


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--sample", is_flag=True, help="Write the sample vault, its dates moved so that it ends today.")
@click.pass_obj
def command(session: Session, folder: Path, *, sample: bool) -> int:
    """Make DIR, or this folder, a vault.

    Nothing that is there already is touched.
    """
    root = _folder(session.start / (session.explicit or "") / folder)
    begun = begin_sample(root, session.local_date()) if sample else begin_vault(root)
    workspace = Workspace.at(root)
    for path in begun.kept:
        session.say(f"{path} is there already and stays as it is.")
    click.echo(_begun_in_words(workspace, begun) if sample else _found_in_words(workspace))
    click.echo(f"Next: {_next_step(workspace.vault, begun)}")
    return 0


def _folder(place: Path) -> Path:
    try:
        place.mkdir(parents=True, exist_ok=True)
        return place.resolve()
    except FileExistsError:
        raise Unwritten(f"{place} is a file, so it cannot be a vault.", "Name a folder.") from None
    except OSError as error:
        raise Unwritten(f"{place} cannot be made a vault: {in_words(error)}.") from None


def _begun_in_words(workspace: Workspace, begun: Begun) -> str:
    return f"A sample vault of {len(begun.written)} files in {workspace.root}."


def _found_in_words(workspace: Workspace) -> str:
    notes, goals = len(workspace.vault.notes), len(workspace.vault.goals)
    return f"A vault of {notes:,} note{'s' * (notes != 1)}, {goals:,} of them goals, in {workspace.root}."


def _next_step(vault: Vault, begun: Begun) -> str:
    if begun.page:
        return f"read {begun.page}"
    if vault.goals:
        return "vaultgoals check"
    return (
        "write a note with `type: outcome`, and one with `type: process` whose `outcome` links to it.\n"
        "`vaultgoals init --sample DIR` shows how that looks."
    )
