"""`vaultgoals next`: what to do now, and why."""

import click

from vaultgoals.cli.session import Session
from vaultgoals.cli.status import NO_GOALS
from vaultgoals.cli.terminal import print_lines, print_words, window_width
from vaultgoals.errors import UsageError


@click.command("next")
@click.option("--owner", metavar="NAME", help="Only what is this person's.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, owner: str | None, form: str) -> int:
    """Say what to do now, each thing with its outcome and why.

    Actions that are due, decisions, what process goals ask for today, and readings.
    """
    from vaultgoals.export.next_json import next_json
    from vaultgoals.export.next_text import next_text
    from vaultgoals.export.values import dumps
    from vaultgoals.review.agenda import agenda, owners_of

    workspace = session.open(once=True)
    vault = workspace.vault
    people = owners_of(vault)
    whose = known_owner(owner, people) if owner else None
    found = agenda(vault, today=session.today(workspace), owner=whose)
    if form == "json":
        click.echo(dumps(next_json(found, whose)))
        return 0
    if not vault.goals:
        print_words(NO_GOALS)
        return 0
    shared = whose is None and len(people) > 1
    print_lines(next_text(found, width=window_width(), in_full=session.verbose, shared=shared))
    return 0


def known_owner(owner: str, people: tuple[str, ...]) -> str:
    """The person as the vault writes the name. Raises UsageError for somebody who owns nothing."""
    from vaultgoals.core.links import folded
    from vaultgoals.core.nearness import nearest

    names = {folded(name): name for name in people}
    if folded(owner) in names:
        return names[folded(owner)]
    near = nearest(folded(owner), names, within=2)
    known = " and ".join(people)
    listed = f"There {'is' if len(people) == 1 else 'are'} {known}." if people else ""
    hint = f"Did you mean {names[near]}?" if near else listed or "No goal names an owner: write `owner: Ana`."
    raise UsageError(f"“{owner}” owns no goal and no open action here.", hint)
