"""`vaultgoals checkin`: log what was done or read."""

import re
from datetime import date, timedelta

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import DAY, Session
from vaultgoals.cli.titled import Titled
from vaultgoals.errors import UsageError

_NUMBER = re.compile(r"-[0-9.]")


class _Day(click.ParamType["date | timedelta"]):
    """A day, or how long it is ago: which one that is, only the vault's settings tell."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date | timedelta:
        """One day for `yesterday`, else the date, or a usage error that says how to write one."""
        if isinstance(value, str) and value.strip().lower() == "yesterday":
            return timedelta(days=1)
        return DAY.convert(value, param, ctx)


@click.command("checkin", cls=Titled, context_settings={"ignore_unknown_options": True})
@click.argument("goal", required=False, type=GOAL)
@click.argument("value", required=False)
@click.option(
    "--date", "on", type=_Day(), metavar="DATE", help="The day that it is about, or yesterday; today without."
)
@click.option("--note", metavar="TEXT", help="A comment.")
@click.option("--confidence", metavar="0-10", help="How sure you are of the target: 0 to 10, or on track, ….")
@click.option(
    "--evidence", metavar="LINK", multiple=True, help="A link or address that shows it; repeatable."
)
@click.option("--skip", metavar="REASON", help="Instead of VALUE: why there is none this time.")
@click.option("--by", metavar="NAME", help="Who did it.")
@click.pass_obj
def command(
    session: Session,
    goal: str | None,
    value: str | None,
    on: date | timedelta | None,
    note: str | None,
    confidence: str | None,
    evidence: tuple[str, ...],
    skip: str | None,
    by: str | None,
) -> int:
    """Log what was done or read, as a note of its own.

    GOAL is a title, an alias, a `field`, a path, or a part of a title that no other goal has. VALUE is what
    the goal counts, such as 12, 6.4 %, 1h30m, 9/10, yes or no; a comment may follow behind a comma.

    At a terminal, without VALUE it asks for it, and without GOAL it goes through all that is due, or what is
    due of the goals of NAME.
    """
    from vaultgoals.cli.checking_in import Given, check_in

    _refuse_options(goal, value)
    if value is not None and skip is not None:
        raise UsageError("A skip has no value.", "Give VALUE or --skip, not both.")
    given = Given(on=on, note=note, confidence=confidence, evidence=evidence, skip=skip, by=by)
    return check_in(session, goal, value, given)


def _refuse_options(*words: str | None) -> None:
    """What begins with a hyphen is a number, or a slip of the pen."""
    for word in words:
        if word and word.startswith("-") and not _NUMBER.match(word):
            raise click.NoSuchOption(word)
