"""`vaultgoals inspect`: what was read in a note, and why the rest was not."""

import click

from vaultgoals.cli.session import Session
from vaultgoals.errors import Unwritten
from vaultgoals.export.inspect_json import inspect_json
from vaultgoals.export.inspect_text import inspect_text
from vaultgoals.export.values import dumps
from vaultgoals.rules import check


@click.command("inspect")
@click.argument("notes", metavar="NOTE...", nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, notes: tuple[str, ...], form: str) -> int:
    """Show what was read in each NOTE: a path in the vault, a path from here, or a title."""
    workspace = session.open()
    vault = workspace.vault
    found = {name: workspace.find(name, session.start) for name in notes}
    paths = [path for path in found.values() if path and path in vault.notes]
    findings = check(vault, today=session.today(workspace))
    if form == "json":
        click.echo(dumps(inspect_json(vault, paths, findings)))
    else:
        click.echo("\n\n".join(inspect_text(vault, path, findings) for path in paths))
    for name, path in found.items():
        if path not in vault.notes:
            raise Unwritten(f"“{name}” is no note in the vault {workspace.root}.", "Name a path or a title.")
    return 0
