"""`vaultgoals doctor`: whether all is well around the vault."""

import click

from vaultgoals.cli.session import Session


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, form: str) -> int:
    """Say whether all is well around the vault.

    Its settings, disk and clock, and what other programs write there. Each thing that is not well has a way
    out. It exits 1 where something must be mended, and changes nothing.
    """
    from vaultgoals.cli.doctor.examine import examine

    return examine(session, form)
