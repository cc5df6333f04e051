"""`vaultgoals restore`: bring back what was replaced."""

from pathlib import Path

import click

from vaultgoals.cli.completing import NOTE
from vaultgoals.cli.session import Session


@click.command("restore")
@click.argument("note", metavar="[NOTE]", required=False, type=NOTE)
@click.option(
    "--at", metavar="N|TIME", help="The version with this number, or the note as it stood at a time."
)
@click.option(
    "--from",
    "left",
    metavar="PATH",
    type=click.Path(path_type=Path),
    help="What was kept for a vault that stood there.",
)
@click.option("--list", "only_list", is_flag=True, help="Only list the versions of NOTE.")
@click.option("--diff", "only_diff", is_flag=True, help="Only show what would change.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(
    session: Session,
    note: str | None,
    at: str | None,
    left: Path | None,
    *,
    only_list: bool,
    only_diff: bool,
    form: str,
) -> int:
    """Bring back what was replaced in NOTE.

    Without NOTE, list what is kept, the newest first. NOTE is a path in the vault, a path from here, or a
    title; it need not be there any more. What stands there now is kept in turn, so that a second call undoes
    the first. TIME is such as 10:42 or “2026-11-20 10:42”.
    """
    from vaultgoals.cli.restoring import restore

    return restore(session, note, at, left, only_list=only_list, only_diff=only_diff, form=form)
