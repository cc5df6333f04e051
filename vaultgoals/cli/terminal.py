"""Printing: with colour at a terminal, plain in a pipe; rich is loaded here alone, and only when needed."""

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from vaultgoals.core.health import Health
from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, plain
from vaultgoals.export.status_text import Table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table as RichTable

_STYLES = {
    Style.PLACE: "bold",
    Style.ERROR: "bold red",
    Style.WARNING: "bold yellow",
    Style.INFO: "cyan",
    Style.GUTTER: "dim",
    Style.HINT: "green",
    Style.SUMMARY: "bold",
    Style.TITLE: "bold",
    Style.CODE: "cyan",
}

_READABLE = 100
"""Columns that a line of prose takes at most, however wide the window."""

PIPE_WIDTH = 160
"""Columns in a pipe, where nobody's window cuts a line short."""


def in_colour() -> bool:
    """Whether output is coloured: at a terminal, unless NO_COLOR or FORCE_COLOR say otherwise."""
    if os.environ.get("NO_COLOR"):
        return False
    at_terminal = sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
    return bool(os.environ.get("FORCE_COLOR")) or at_terminal


def window_width() -> int | None:
    """The columns to wrap text to, None in a pipe, where nothing is wrapped."""
    if not sys.stdout.isatty():
        return None
    return min(shutil.get_terminal_size().columns, _READABLE)


def console() -> "Console":
    """A rich console on stdout, as wide as the window; wide in a pipe."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    if in_colour():
        return Console(highlight=False, force_terminal=True, width=width)
    return Console(highlight=False, color_system=None, width=width)


def print_lines(lines: Iterable[Line]) -> None:
    """Print styled lines."""
    if not in_colour():
        click.echo(plain(lines), nl=False)
        return
    from rich.text import Text

    to = console()
    for line in lines:
        pieces = ((words, _STYLES.get(style, "")) for words, style in line)
        to.print(Text.assemble(*pieces), soft_wrap=True)


def print_text(text: str) -> None:
    """Print a note as it is; at a terminal without anything in it that acts on one."""
    click.echo("\n".join(map(visible, text.split("\n"))) if sys.stdout.isatty() else text, nl=False)


_DIFF_STYLES = {"+": "green", "-": "red", "@": "cyan"}


def print_diff(text: str) -> None:
    """Print a unified diff as it is, or in colour where output is coloured."""
    if not in_colour():
        print_text(text)
        return
    for line in text.removesuffix("\n").split("\n"):
        if line.startswith(("--- ", "+++ ")):
            click.secho(visible(line.rstrip("\t")), bold=True, color=True)
        else:
            click.secho(visible(line), fg=_DIFF_STYLES.get(line[:1]), color=True)


_HEALTH_STYLES = {
    Health.ACHIEVED: "green",
    Health.ON_TRACK: "green",
    Health.AT_RISK: "yellow",
    Health.OFF_TRACK: "red",
    Health.MISSED: "red",
}


def print_tables(tables: Iterable[Table]) -> None:
    """Print tables: fitted to the window at a terminal, as wide as they need to be in a pipe."""
    to = console()
    with to.capture() as captured:
        for number, table in enumerate(tables):
            to.print(*([""] if number else []), _drawn(table), sep="\n")
    for line in captured.get().splitlines():
        click.echo(line.rstrip(), color=True)


def _drawn(table: Table) -> "RichTable":
    from rich.table import Table as RichTable
    from rich.text import Text

    drawn = RichTable(title=table.title, title_justify="left", title_style="bold", box=None, pad_edge=False)
    for column in table.columns:
        drawn.add_column(column, overflow="fold")
    for row, health in zip(table.rows, table.healths, strict=True):
        mark, *cells = row
        style = _HEALTH_STYLES.get(health, "dim") if health else "dim"
        drawn.add_row(Text(mark, style=style), *(Text(visible(cell)) for cell in cells))
    return drawn
