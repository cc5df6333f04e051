"""`vaultgoals review`: write the pages."""

import click

from vaultgoals.cli.completing import periods as periods_to_name
from vaultgoals.cli.session import Session


@click.command("review")
@click.argument("periods", metavar="[PERIOD]...", nargs=-1, shell_complete=periods_to_name)
@click.option("--all", "every", is_flag=True, help="Also make the missing pages of earlier periods.")
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page is out of date.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option("--stdout", is_flag=True, help="Write nothing; print the pages.")
@click.option("--template", metavar="FILE", help="With --stdout: print one page as this template makes it.")
@click.option("--reopen", is_flag=True, help="Renew the page of PERIOD though it is sealed.")
@click.option("--replace-edited", is_flag=True, help="Replace generated blocks that were edited by hand.")
@click.pass_obj
def command(
    session: Session,
    periods: tuple[str, ...],
    *,
    every: bool,
    check: bool,
    diff: bool,
    stdout: bool,
    template: str | None,
    reopen: bool,
    replace_edited: bool,
) -> int:
    """Write the pages, and renew the blocks in your notes.

    The pages of this week, month, quarter and year, each earlier one until it is sealed some days after its
    time, the dashboard, and the problems. PERIOD, such as 2026-W47, 2026-11 or “last week”, asks for the
    pages of other periods and for nothing else. What you wrote stays as it is.
    """
    from vaultgoals.cli.reviewing import review

    return review(
        session,
        periods,
        every=every,
        check=check,
        diff=diff,
        stdout=stdout,
        template=template,
        reopen=reopen,
        replace_edited=replace_edited,
    )
