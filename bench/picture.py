"""Draws how something grows: lines between two logarithmic axes, as SVG, readable on light and on dark."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

Line = Sequence[tuple[float, float]]

_WIDTH, _HEIGHT = 400, 320
_LEFT, _TOP, _RIGHT, _BOTTOM = 48, 44, 84, 40
_COLOURS = ("#d9822b", "#3b82c4", "#2f9e62", "#9097a3", "#9097a3")
"""Seen as well on white as on black."""

_APART = 13.0
"""Pixels between the names of two lines that end beside each other."""


def picture(panels: Mapping[str, Mapping[str, Line]], *, across: str, up: str) -> str:
    """Some panels side by side, each with its title and lines by name; `across` and `up` name the axes."""
    drawn = [
        f'<g transform="translate({number * _WIDTH} 0)">{_panel(title, lines, across, up)}</g>'
        for number, (title, lines) in enumerate(panels.items())
    ]
    size = f'viewBox="0 0 {_WIDTH * len(panels)} {_HEIGHT}" width="{_WIDTH * len(panels)}" height="{_HEIGHT}"'
    style = (
        "text{font:12px system-ui,sans-serif;fill:#808893}.title{font-weight:600}.grid{stroke:#80889355}"
        ".line{fill:none;stroke-width:2}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n<style>{style}</style>\n{"".join(drawn)}\n</svg>\n'
    )


def _panel(title: str, lines: Mapping[str, Line], across: str, up: str) -> str:
    points = [point for line in lines.values() for point in line]
    xs = _Axis([x for x, _ in points], _LEFT, _WIDTH - _RIGHT)
    ys = _Axis([y for _, y in points], _HEIGHT - _BOTTOM, _TOP)
    parts = [f'<text class="title" x="{_LEFT}" y="16">{escape(title)}</text>']
    parts += [_upright(xs.at(mark), _said(mark)) for mark in xs.marks]
    parts += [_level(ys.at(mark), _said(mark)) for mark in ys.marks]
    parts += [
        _text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 6, across, "middle"),
        _text(_LEFT, 34, up, "start"),
    ]
    ends = _spread({name: ys.at(line[-1][1]) for name, line in lines.items()})
    for colour, (name, line) in zip(_COLOURS, lines.items(), strict=False):
        path = " ".join(f"{xs.at(x):.1f},{ys.at(y):.1f}" for x, y in line)
        parts.append(f'<polyline class="line" stroke="{colour}" points="{path}"/>')
        parts += [f'<circle cx="{xs.at(x):.1f}" cy="{ys.at(y):.1f}" r="3" fill="{colour}"/>' for x, y in line]
        parts.append(_text(xs.at(line[-1][0]) + 8, ends[name] + 4, name, "start", colour))
    return "\n".join(parts)


class _Axis:
    """Powers of ten between two places on the paper."""

    def __init__(self, values: Sequence[float], begin: float, end: float) -> None:
        self._low, high = floor(log10(min(values))), ceil(log10(max(values)))
        self._high = max(high, self._low + 1)
        self._begin, self._end = begin, end

    @property
    def marks(self) -> list[float]:
        return [10.0**power for power in range(self._low, self._high + 1)]

    def at(self, value: float) -> float:
        share = (log10(value) - self._low) / (self._high - self._low)
        return self._begin + share * (self._end - self._begin)


def _spread(places: Mapping[str, float]) -> dict[str, float]:
    """The places of names, from the top, moved down where they would cover each other."""
    spread: dict[str, float] = {}
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        spread[name] = max([place, *(other + _APART for other in spread.values())])
    return spread


def _upright(x: float, name: str) -> str:
    line = f'<line class="grid" x1="{x:.1f}" y1="{_TOP}" x2="{x:.1f}" y2="{_HEIGHT - _BOTTOM}"/>'
    return line + _text(x, _HEIGHT - _BOTTOM + 15, name, "middle")


def _level(y: float, name: str) -> str:
    line = f'<line class="grid" x1="{_LEFT}" y1="{y:.1f}" x2="{_WIDTH - _RIGHT}" y2="{y:.1f}"/>'
    return line + _text(_LEFT - 6, y + 4, name, "end")


def _text(x: float, y: float, words: str, anchor: str, colour: str = "") -> str:
    fill = f' style="fill:{colour}"' if colour else ""
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{fill}>{escape(words)}</text>'


def _said(value: float) -> str:
    return f"{value / 1000:g}k" if value >= 1000 else f"{value:g}"
