"""`vaultgoals check`: what is wrong in the vault, where, and what to do about it."""

import click

from vaultgoals.cli.answered import answered
from vaultgoals.cli.session import Session

FORMATS = ("text", "json", "github", "sarif", "junit")
_OF_THE_VAULT_ALONE = ("text", "json")


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes, prefixes or names.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Without these codes, prefixes or names.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.option("--statistics", is_flag=True, help="Count the findings by code.")
@click.option("--write-baseline", "set_aside", is_flag=True, help="Set all findings of today aside as known.")
@click.option("--no-baseline", is_flag=True, help="Show the known findings too.")
@click.option("--fix", is_flag=True, help="Mend what needs no judgement, then say what remains.")
@click.option("--unsafe", is_flag=True, help="With --fix or --diff: mend by guesses too.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.pass_obj
def command(
    session: Session,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
    statistics: bool,
    set_aside: bool,
    no_baseline: bool,
    fix: bool,
    unsafe: bool,
    diff: bool,
) -> int:
    """Say what is wrong in the vault, where, and how to mend it.

    Above all: a process goal that leads to no outcome. With PATH, a note or a folder, only findings there
    are shown; the whole vault is read all the same.
    """

    def run() -> int:
        from vaultgoals.cli.checking import Asked, check_vault

        asked = Asked(
            paths=paths,
            form=form,
            select=select,
            ignore=ignore,
            strict=strict,
            statistics=statistics,
            set_aside=set_aside,
            no_baseline=no_baseline,
            fix=fix,
            unsafe=unsafe,
            diff=diff,
        )
        return check_vault(asked, session)

    if paths or set_aside or fix or diff or unsafe or form not in _OF_THE_VAULT_ALONE:
        return run()
    return answered(session, ("check", form, select, ignore, strict, statistics, no_baseline), run)
