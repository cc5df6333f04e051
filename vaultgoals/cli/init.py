"""`vaultgoals init`: begin a vault."""

from pathlib import Path

import click

from vaultgoals.cli.session import Session


@click.command("init")
@click.argument("folder", metavar="[DIR]", type=click.Path(path_type=Path), default=Path())
@click.option("--sample", is_flag=True, help="Write the sample vault, its dates moved so that it ends today.")
@click.option("--obsidian", is_flag=True, help="Write views, templates and a style sheet for Obsidian, too.")
@click.pass_obj
def command(session: Session, folder: Path, *, sample: bool, obsidian: bool) -> int:
    """Make DIR, or this folder, a vault.

    It looks at what is there first, and writes settings that fit. Nothing that is there already is touched.
    """
    from vaultgoals.cli.beginning import begin

    return begin(session, folder, sample=sample, obsidian=obsidian)
