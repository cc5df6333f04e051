"""The command line: parse, call, print. The clock is read here, once, and passed down."""

import os
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from pathlib import Path

import click

from vaultgoals import __version__
from vaultgoals.cli.boundary import guarded
from vaultgoals.cli.session import DAY, Session

COMMANDS = ("init", "check", "rule", "review", "watch", "status", "explain", "inspect")


class _Commands(click.Group):
    """The group of commands, each in a module of its own that is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"vaultgoals.cli.{cmd_name}").command
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vaultgoals")
@click.option("-C", "vault", type=click.Path(path_type=Path), metavar="VAULT", help="The vault's folder.")
@click.option("--today", type=DAY, metavar="DATE", help="Work as if this were the date.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but data and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.pass_context
def group(ctx: click.Context, vault: Path | None, today: date | None, *, quiet: bool, verbose: bool) -> None:
    """Process goals and outcomes in a vault of Markdown notes.

    Checks that what you do leads to what you want, works out what the numbers mean, and writes a weekly page
    that says what to do next.
    """
    ctx.obj = Session(
        start=Path.cwd(),
        explicit=vault,
        environ=os.environ,
        now=datetime.now(UTC),
        pinned=today,
        quiet=quiet,
        verbose=verbose,
    )


def main() -> None:
    """The entry point of `vaultgoals` and `vg`."""
    sys.exit(guarded(lambda: group(prog_name="vaultgoals", standalone_mode=False)))
