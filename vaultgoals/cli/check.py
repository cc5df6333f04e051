"""`vaultgoals check`: what is wrong in the vault, where, and what to do about it."""


import click

from vaultgoals.cli.session import Session


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes, prefixes or names.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Without these codes, prefixes or names.")
@click.option("--strict", is_flag=True, help="Warnings count as errors for the exit code.")
@click.pass_obj
def command(
    session: Session,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
) -> int:
    """Check that every process goal leads to an outcome, and all else that a goal system stumbles over.

    With PATH only the findings in these notes and folders are shown; the whole vault is read all the same.
    """
