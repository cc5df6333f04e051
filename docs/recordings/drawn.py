"""Draws a film of a terminal as one SVG: all its pictures side by side, moved past a window one by one."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from shown import Cell, Picture, Row

_WIDE, _HIGH, _EDGE = 8.4, 18, 14
"""Pixels of a cell, and around the screen."""

_FONT = "14px ui-monospace,SFMono-Regular,Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"
_LIGHT = {
    "ink": "#24292f", "paper": "#f6f8fa", "cursor": "#57606a",
    "black": "#24292f", "red": "#b3261e", "green": "#1a7f37", "brown": "#8a5a00", "blue": "#0969da",
    "magenta": "#8250df", "cyan": "#1b7c83", "white": "#6e7781", "grey": "#6e7781",
}  # fmt: skip
_DARK = {
    "ink": "#d5dae1", "paper": "#161b22", "cursor": "#8b949e",
    "black": "#484f58", "red": "#ff7b72", "green": "#56d364", "brown": "#e3b341", "blue": "#79c0ff",
    "magenta": "#d2a8ff", "cyan": "#56d4dd", "white": "#b1bac4", "grey": "#8b949e",
}  # fmt: skip


def drawn(film: Sequence[tuple[Picture, float]], title: str) -> str:
    """A film as SVG: each picture with the seconds that it stands, over and over, and said in `title`.

    It takes the colours of a light or a dark page. Where nothing moves, its last picture stands.
    """
    columns, lines = len(film[0][0].rows[0]), len(film[0][0].rows)
    width, height = columns * _WIDE, lines * _HIGH
    known = {row: f"r{number}" for number, row in enumerate(_distinct(film))}
    rows = "".join(_row(row, name) for row, name in known.items())
    frames = "".join(_frame(picture, at * width, known) for at, (picture, _) in enumerate(film))
    strip = f'<g id="strip" transform="translate({-(len(film) - 1) * width:g} 0)">{frames}</g>'
    whole = _size(width + 2 * _EDGE, height + 2 * _EDGE)
    window = f'x="{_EDGE}" y="{_EDGE}" {_size(width, height)}'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" {whole}>\n<title>{escape(title)}</title>\n'
        f"<style>{_style(film, width)}</style>\n<defs>{rows}</defs>\n"
        f'<rect class="screen" width="100%" height="100%" rx="8"/>\n<svg {window}>{strip}</svg>\n</svg>\n'
    )


def _size(width: float, height: float) -> str:
    return f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'


def _distinct(film: Sequence[tuple[Picture, float]]) -> dict[Row, None]:
    """Every row that shows anything, once: most stand in many pictures."""
    return dict.fromkeys(row for picture, _ in film for row in picture.rows if list(_runs(row)))


def _style(film: Sequence[tuple[Picture, float]], width: float) -> str:
    whole = sum(seconds for _, seconds in film)
    steps, passed = [], 0.0
    for at, (_, seconds) in enumerate(film):
        steps.append(f"{100 * passed / whole:.3f}%{{transform:translateX({-at * width:g}px)}}")
        passed += seconds
    return (
        f":root{{{_palette(_LIGHT)}}}@media (prefers-color-scheme:dark){{:root{{{_palette(_DARK)}}}}}"
        f"text{{font:{_FONT};white-space:pre;fill:var(--ink)}}.b{{font-weight:700}}.i{{font-style:italic}}"
        ".u{text-decoration:underline}.screen{fill:var(--paper)}.c{fill:var(--cursor);opacity:.55}"
        f"#strip{{animation:film {whole:g}s step-end infinite}}@keyframes film{{{''.join(steps)}}}"
        "@media (prefers-reduced-motion:reduce){#strip{animation:none}}"
    )


def _palette(colours: dict[str, str]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours.items())


def _frame(picture: Picture, left: float, known: dict[Row, str]) -> str:
    rows = "".join(
        f'<use href="#{known[row]}" y="{at * _HIGH}"/>' for at, row in enumerate(picture.rows) if row in known
    )
    cursor = ""
    if picture.cursor:
        x, y = picture.cursor
        cursor = f'<rect class="c" x="{x * _WIDE:g}" y="{y * _HIGH}" width="{_WIDE}" height="{_HIGH}"/>'
    return f'<g transform="translate({left:g} 0)">{rows}{cursor}</g>\n'


def _row(row: Row, name: str) -> str:
    return f'<g id="{name}">{"".join(_run(at, cells) for at, cells in _runs(row))}</g>\n'


def _runs(row: Row) -> Iterator[tuple[int, list[Cell]]]:
    """Cells beside each other that look alike, with the column of the first; not those that show nothing."""
    at = 0
    for _, group in groupby(row, key=_look):
        cells = list(group)
        if not _is_blank(cells):
            yield at, cells
        at += len(cells)


def _look(cell: Cell) -> tuple[object, ...]:
    return (cell.ink, cell.paper, cell.bold, cell.italic, cell.underlined)


def _is_blank(cells: list[Cell]) -> bool:
    first = cells[0]
    return first.paper == "default" and not first.underlined and all(cell.sign in " " for cell in cells)


def _run(at: int, cells: list[Cell]) -> str:
    """Some cells that look alike; the words held to the cells' width, whatever the font."""
    first, x = cells[0], f"{at * _WIDE:g}"
    back = ""
    if first.paper != "default":
        size = f'width="{len(cells) * _WIDE:g}" height="{_HIGH}"'
        back = f'<rect x="{x}" {size} style="fill:{_colour(first.paper)}"/>'
    words = "".join(cell.sign for cell in cells)
    kept = words.rstrip()
    if not kept:
        return back
    long = (len(cells) - (len(words) - len(kept))) * _WIDE
    looks = "".join(
        sign for sign, on in zip("biu", (first.bold, first.italic, first.underlined), strict=True) if on
    )
    named = f' class="{" ".join(looks)}"' if looks else ""
    inked = f' style="fill:{_colour(first.ink)}"' if first.ink != "default" else ""
    return (
        f'{back}<text x="{x}" y="13.5" textLength="{long:g}" lengthAdjust="spacingAndGlyphs"{named}{inked}>'
        f"{escape(kept, quote=False)}</text>"
    )


def _colour(name: str) -> str:
    """A colour by pyte's name for it; the bright ones look like the plain, and bright black is grey."""
    plain = name.removeprefix("bright")
    if name == "brightblack":
        plain = "grey"
    return f"var(--{plain})" if plain in _LIGHT else f"#{name}"
