"""Films a program at a terminal: real keys, the screens that it really shows, and one SVG that moves.

    python docs/recordings/film.py KEYS OUT.svg [--size 80x24] [--title WORDS] [--cwd DIR] -- PROGRAM …

KEYS is a file with what a person does, a step a line; what begins with # is a remark:

    see Outbound calls      go on once these words stand on the screen, 20 s at most; no time passes
    wait 1.5                show the screen so long
    type 12<Enter>          press keys, one by one as a person types
    press :wq<Enter>        press keys all at once

Keys that are no signs are written <Enter>, <Esc>, <Tab>, <BS>, <Space>, <Up>, <Down>, <Left>, <Right>, <C-x>;
`<` itself is <lt>. After each key the film waits until the program is quiet and takes one picture, so that it
shows the same however fast the machine is. The program gets this program's environment, TERM=xterm unless
FILM_TERM says otherwise. It is ended where it has not ended by itself after the last step.

The last picture is what is seen where nothing moves (print, `prefers-reduced-motion`), so let the end say
what matters.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from drawn import drawn
from shown import Picture, Terminal

Film = list[tuple[Picture, float]]
"""Pictures, each with the seconds that it stands."""

_KEY = 0.09
_LAST = 4.0
"""Seconds between two keys, and that the last picture stands."""

_NAMED = {
    "enter": "\r", "esc": "\x1b", "tab": "\t", "bs": "\x7f", "space": " ", "lt": "<",
    "up": "\x1b[A", "down": "\x1b[B", "right": "\x1b[C", "left": "\x1b[D",
}  # fmt: skip
_TOKEN = re.compile(r"<(?:C-(?P<control>[a-z\[\]\\])|(?P<name>[A-Za-z]+))>|.", re.DOTALL)


def main(arguments: Sequence[str] | None = None) -> None:
    """Take a film and write it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, usage=argparse.SUPPRESS
    )
    parser.add_argument("keys", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="80x24")
    parser.add_argument("--title", default="")
    parser.add_argument("--cwd", type=Path, default=Path())
    parser.add_argument("program", nargs="+")
    given = parser.parse_args(arguments)
    columns, _, rows = given.size.partition("x")
    environ = os.environ | {"TERM": os.environ.get("FILM_TERM", "xterm")}
    film = taken(
        given.program,
        given.keys.read_text(encoding="utf-8").splitlines(),
        size=(int(columns), int(rows)),
        cwd=given.cwd,
        environ=environ,
    )
    svg = drawn(film, given.title or " ".join(given.program))
    given.out.write_text(svg, encoding="utf-8")
    print(f"{given.out}: {len(film)} pictures, {len(svg.encode()) / 1000:.0f} kB", file=sys.stderr)


def taken(
    command: Sequence[str],
    steps: Sequence[str],
    *,
    size: tuple[int, int],
    cwd: Path,
    environ: Mapping[str, str],
) -> Film:
    """The pictures of a run.

    Raises `ValueError` for a step that cannot be read, `TimeoutError` for words that do not appear.
    """
    film: Film = []
    with Terminal(command, size=size, cwd=cwd, environ=environ) as terminal:
        for step in steps:
            for seconds in _done(terminal, step):
                _add(film, terminal.picture(), seconds)
        terminal.rest()
        _add(film, terminal.picture(), _LAST)
    return film


def keys(written: str) -> list[str]:
    """What a terminal sends for each key, `<Enter>` being one. Raises `ValueError` for a key that is none."""
    return [_sent(token) for token in _TOKEN.finditer(written)]


def _done(terminal: Terminal, step: str) -> Iterator[float]:
    """Take a step; the seconds that each screen stands that is then seen."""
    verb, _, rest = step.strip().partition(" ")
    if not verb or verb.startswith("#"):
        return
    if verb == "see":
        terminal.see(rest)
    elif verb == "wait":
        terminal.rest()
        yield float(rest)
    elif verb in ("type", "press"):
        for pressed in keys(rest) if verb == "type" else ["".join(keys(rest))]:
            terminal.type(pressed)
            terminal.rest()
            yield _KEY
    else:
        raise ValueError(f"“{step}” is no step: write see, wait, type or press")


def _sent(token: re.Match[str]) -> str:
    if token["control"]:
        return chr(ord(token["control"].upper()) & 0x1F)
    if not token["name"]:
        return token[0]
    if token["name"].lower() not in _NAMED:
        raise ValueError(f"There is no key {token[0]}")
    return _NAMED[token["name"].lower()]


def _add(film: Film, picture: Picture, seconds: float) -> None:
    """Show a picture; one that is there already stands longer."""
    if film and film[-1][0] == picture:
        film[-1] = (picture, film[-1][1] + seconds)
    else:
        film.append((picture, seconds))


if __name__ == "__main__":
    main()
