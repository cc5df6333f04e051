"""`vaultgoals lsp`: what an editor starts to show the vault while somebody writes."""

import click

from vaultgoals.cli.session import Session


@click.command("lsp")
@click.option("--stdio", is_flag=True, help="Speak over standard input and output, as it always does.")
@click.pass_obj
def command(session: Session, *, stdio: bool) -> int:
    """Serve an editor: findings while you type, completion, figures.

    Editors start it, and docs/editors.md says how to tell yours. It never writes a file.
    """
    from vaultgoals.cli.serving import serve_editor

    return serve_editor(session)
