"""Printing: with colour at a terminal, plain in a pipe; rich is loaded here alone, and only when needed."""

import locale
import os
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, fitted, plain

if TYPE_CHECKING:
    from rich.console import Console

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
    Style.QUIET: "dim",
    Style.WELL: "green",
    Style.DOUBT: "yellow",
    Style.ILL: "red",
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
    return min(_columns(), _READABLE) if sys.stdout.isatty() else None


def table_width() -> int:
    """The columns that tables may take: those of the window; in a pipe as many as they need."""
    return _columns() if sys.stdout.isatty() else PIPE_WIDTH


def _columns() -> int:
    from shutil import get_terminal_size

    return get_terminal_size().columns


def console() -> "Console":
    """A rich console on stdout, as wide as the window; wide in a pipe."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    if in_colour():
        return Console(highlight=False, force_terminal=True, width=width)
    return Console(highlight=False, color_system=None, width=width)


_ASCII = str.maketrans("▁▂▃▄▅▆▇█●◐○✓✗·■□“”’…→−–±×├└│─", '_.:-=+*#*~ovx.#-""\'~>--+x|`|-')
"""How our own marks are written where the terminal's encoding has none of them."""


def _has_marks() -> bool:
    """Whether the output can show our marks. A locale of its own says it for a terminal, since we are made
    to write UTF-8 in all of them.
    """
    encoding = locale.getencoding() if sys.flags.utf8_mode and sys.stdout.isatty() else sys.stdout.encoding
    try:
        "▁●■".encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def print_lines(lines: Iterable[Line]) -> None:
    """Print styled lines; our marks in ASCII where the output's encoding has no others."""
    if not _has_marks():
        lines = [tuple((words.translate(_ASCII), style) for words, style in line) for line in lines]
    if not in_colour():
        click.echo(plain(lines), nl=False)
        return
    from rich.text import Text

    to = console()
    for line in lines:
        pieces = ((words, _STYLES.get(style, "")) for words, style in line)
        to.print(Text.assemble(*pieces), soft_wrap=True)


def print_words(words: str) -> None:
    """Print our own words, wrapped to the window at a terminal."""
    line: Line = ((words, Style.PLAIN),)
    width = window_width()
    print_lines(fitted([line], width, more=0) if width else [line])


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
