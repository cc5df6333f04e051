"""`vaultgoals watch`: keep the pages current until told to stop."""

import click

from vaultgoals.cli.session import Session


@click.command("watch")
@click.option("--once", is_flag=True, help="Bring the pages up to date and stop.")
@click.option("--poll", is_flag=True, help="Look every two seconds instead of asking the system for changes.")
@click.pass_obj
def command(session: Session, *, once: bool, poll: bool) -> int:
    """Keep the pages current while you write.

    After every save, and at midnight, until it is stopped. A line says what was written and why; with -v also
    what made it look where there was nothing to write. SIGHUP makes it read the settings again.
    """
    from vaultgoals.cli.watching import keep_current

    return keep_current(session, once=once, poll=poll)
