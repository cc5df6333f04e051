"""`vaultgoals schema`: what the JSON that commands print looks like."""

import click

from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_words
from vaultgoals.errors import UsageError


@click.command("schema")
@click.argument("name", metavar="[COMMAND]", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def command(session: Session, name: tuple[str, ...], form: str) -> int:
    """Print the JSON Schema of what COMMAND prints with --format json.

    Without one, list the commands that print JSON; with --format json, print all schemas in one document.
    """
    from vaultgoals.export.schemas import all_schemas, schemas
    from vaultgoals.export.values import dumps

    known, wanted = schemas(), " ".join(name)
    if wanted in known:
        click.echo(dumps({**known[wanted]}))
    elif wanted:
        names = ", ".join(known)
        raise UsageError(f"“{wanted}” prints no JSON that has a schema.", f"These do: {names}.")
    elif form == "json":
        click.echo(dumps(all_schemas()))
    else:
        for one in known:
            print_words(one)
    return 0
