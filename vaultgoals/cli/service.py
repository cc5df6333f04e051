"""`vaultgoals service`: have the system start the watcher at login."""

import click

from vaultgoals.cli.session import Session


@click.command("service")
@click.argument("action", type=click.Choice(["install", "uninstall", "status"]))
@click.option("--print", "only_print", is_flag=True, help="Print what would be written; change nothing.")
@click.option(
    "--platform",
    type=click.Choice(["systemd", "launchd", "windows"]),
    help="With --print: for another system than this one.",
)
@click.pass_obj
def command(session: Session, action: str, *, only_print: bool, platform: str | None) -> int:
    """Have the system start `vaultgoals watch` at login.

    As a user unit of systemd, an agent of launchd, or a task of Windows, without any rights but your own.
    Each vault has a service of its own. What is written and what is run is said, line by line.
    """
    from vaultgoals.cli.starting import serve

    return serve(session, action, only_print=only_print, platform=platform)
