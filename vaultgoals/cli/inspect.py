"""`vaultgoals inspect`: what was read in a note, and why the rest was not."""

from typing import TYPE_CHECKING

import click

from vaultgoals.cli.completing import NOTE
from vaultgoals.cli.session import Session
from vaultgoals.errors import VaultgoalsError

if TYPE_CHECKING:
    from vaultgoals.core.vault import Vault
    from vaultgoals.workspace.folder import Workspace


@click.command("inspect")
@click.argument("notes", metavar="NOTE...", nargs=-1, required=True, type=NOTE)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, notes: tuple[str, ...], form: str) -> int:
    """Show what was read in a note, and what was not.

    NOTE is a path in the vault, a path from here, or a title.
    """
    from vaultgoals.export.inspect_json import inspect_json
    from vaultgoals.export.inspect_text import inspect_text
    from vaultgoals.export.values import dumps
    from vaultgoals.markdown.lookalikes import lookalikes
    from vaultgoals.rules import check

    workspace = session.open(once=True)
    found = {name: workspace.find(name, session.start) for name in notes}
    workspace.read(path for path in found.values() if path)
    vault = workspace.vault
    paths = [path for path in found.values() if path and path in vault.notes]
    today = session.today(workspace)
    findings = check(vault, today=today)
    seen = {path: lookalikes(vault.notes[path]) for path in paths}
    if form == "json":
        click.echo(dumps(inspect_json(vault, paths, findings, seen, today=today)))
    elif paths:
        texts = (inspect_text(vault, path, findings, seen[path], today=today) for path in paths)
        click.echo("\n\n".join(texts))
    for name, path in found.items():
        if path not in vault.notes:
            raise _left_out(path, workspace) if path else _no_such_note(name, vault)
    return 0


def _left_out(path: str, workspace: "Workspace") -> VaultgoalsError:
    if not path.endswith(".md"):
        return VaultgoalsError(f"“{path}” is a file and no note.", "Name a note, a path that ends in `.md`.")
    if workspace.holds_templates(path):
        return VaultgoalsError(
            f"“{path}” lies in Obsidian's folder of templates, so nothing in it is read.",
            "Move it out of there, or name another folder of templates in Obsidian.",
        )
    return VaultgoalsError(
        f"“{path}” is left out by `ignore` in vaultgoals.toml, so nothing in it is read.",
        "Take it out of `ignore` to have it read.",
    )


def _no_such_note(name: str, vault: "Vault") -> VaultgoalsError:
    from difflib import get_close_matches

    from vaultgoals.core.links import folded

    names = (path.rpartition("/")[2].removesuffix(".md") for path in vault.listed)
    titles = {folded(name): name for name in names}
    near = get_close_matches(folded(name), titles, n=1)
    hint = f"Did you mean “{titles[near[0]]}”?" if near else "Name a path or a title."
    return VaultgoalsError(f"“{name}” is no note in this vault.", hint)
