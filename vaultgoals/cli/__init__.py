"""The command line: parse, call, print. The clock is read here, once, and passed down."""

import gc
import os
import sys
from datetime import UTC, date, datetime
from importlib import import_module
from keyword import iskeyword
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vaultgoals import __version__
from vaultgoals.cli.boundary import guarded
from vaultgoals.cli.session import DAY, Session
from vaultgoals.errors import NoVault, UsageError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

COMMANDS = {
    "init": "Make DIR, or this folder, a vault.",
    "new": "Write a note for a new goal, one that `check` is content with.",
    "plan": "Plan an outcome in ten minutes, at a terminal.",
    "check": "Say what is wrong in the vault, where, and how to mend it.",
    "rule": "Explain a check by its CODE or name.",
    "review": "Write the pages, and renew the blocks in your notes.",
    "watch": "Keep the pages current while you write.",
    "status": "Show how the goals stand: number, plan, and what they mean.",
    "next": "Say what to do now, each thing with its outcome and why.",
    "checkin": "Log what was done or read, as a note of its own.",
    "log": "Show what was logged lately, and where it stands.",
    "explain": "Show how each figure of a goal was worked out.",
    "graph": "Draw what leads to what.",
    "inspect": "Show what was read in a note, and what was not.",
    "done": "Say that a goal is done, or tick an action.",
    "pause": "Let GOAL, a path or a title, rest.",
    "resume": "Take GOAL, a path or a title, up again.",
    "promote": "Put a search (`exploratory: true`) under an outcome.",
    "restore": "Bring back what was replaced in NOTE.",
    "export": "Write all that the vault knows for other programs.",
    "import": "Write check-in notes from what another program exported.",
    "schema": "Print the JSON Schema of what COMMAND prints with --format json.",
    "service": "Have the system start `vaultgoals watch` at login.",
    "doctor": "Say whether all is well around the vault.",
    "git": "Set up this clone of the vault for several people or machines.",
    "lsp": "Serve an editor: findings while you type, completion, figures.",
    "completion": "Print the script that lets a shell complete what you type.",
}
"""The commands, each with the first sentence of its help."""


class _Commands(click.Group):
    """The group of commands, each in a module of its own that is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = import_module(f"vaultgoals.cli.{module}").command
        taken = {name for param in command.params for name in param.opts}
        command.params += [option for option in anywhere() if taken.isdisjoint(option.opts)]
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not ctx.resilient_parsing:
            from vaultgoals.core.nearness import nearest

            near = nearest(args[0], COMMANDS, within=2)
            hint = f"Did you mean {near}?" if near else "`vaultgoals --help` lists them all."
            raise UsageError(f"There is no command “{args[0]}”.", hint)
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete the commands without importing them."""
        from click.shell_completion import CompletionItem

        named = ((name, words) for name, words in COMMANDS.items() if name.startswith(incomplete))
        commands = [CompletionItem(name, help=words) for name, words in named]
        return [*commands, *click.Command.shell_complete(self, ctx, incomplete)]


def anywhere() -> list[click.Option]:
    """The options before the command, for those who write them after it; a command's own go first."""
    folder = click.Path(path_type=Path)
    return [
        click.Option(["-C", "explicit"], type=folder, hidden=True, expose_value=False, callback=_noted),
        click.Option(["--today", "pinned"], type=DAY, hidden=True, expose_value=False, callback=_noted),
        click.Option(["-q", "--quiet"], is_flag=True, hidden=True, expose_value=False, callback=_noted),
        click.Option(["-v", "--verbose"], is_flag=True, hidden=True, expose_value=False, callback=_noted),
        click.Option(
            ["--no-cache", "uncached"], is_flag=True, hidden=True, expose_value=False, callback=_noted
        ),
    ]


def _noted(ctx: click.Context, param: click.Parameter, value: object) -> None:
    if value and param.name:
        setattr(ctx.obj, param.name, value)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="vaultgoals")
@click.option("-C", "vault", type=click.Path(path_type=Path), metavar="VAULT", help="The vault's folder.")
@click.option("--today", type=DAY, metavar="DATE", help="Work as if this were the date.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but data and errors.")
@click.option("-v", "--verbose", is_flag=True, help="Say more.")
@click.option("--no-cache", "uncached", is_flag=True, help="Read all notes again; keep nothing of them.")
@click.pass_context
def group(
    ctx: click.Context,
    vault: Path | None,
    today: date | None,
    *,
    quiet: bool,
    verbose: bool,
    uncached: bool,
) -> None:
    """Process goals and outcomes in a vault of Markdown notes.

    Checks that what you do leads to what you want, works out what the numbers mean, and writes a weekly page
    that says what to do next.
    """
    ctx.obj = Session(
        start=_working_folder(),
        explicit=vault,
        environ=os.environ,
        now=datetime.now(UTC),
        pinned=today,
        quiet=quiet,
        verbose=verbose,
        uncached=uncached,
    )


def _working_folder() -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise NoVault("The working folder is gone.", "Go to another one.") from None


def main() -> None:
    """The entry point of `vaultgoals` and `vg`."""
    if sys.getfilesystemencoding() != "utf-8":
        # Names are read as UTF-8 in any locale, or pages would not be the same bytes on every machine.
        os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for name in ("stdout", "stderr"):
        # Either may be closed; and a file name may hold what the output's encoding has not.
        stream = getattr(sys, name) or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
        stream.reconfigure(errors="backslashreplace")
        setattr(sys, name, stream)
    # Notes and figures are trees: to look for circles in them takes a quarter of the time, and frees nothing.
    gc.disable()
    sys.exit(guarded(lambda: group(prog_name="vaultgoals", standalone_mode=False)))
