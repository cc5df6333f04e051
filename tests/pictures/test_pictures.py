"""Every picture on our pages is drawn, by the Mermaid that Obsidian has and by the newest; nothing is run.

They need a browser and Mermaid, which `make pictures` fetches. Without them these tests are skipped, unless
PICTURES=required says that they must run.
"""

import html
import os
import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from browser import MERMAIDS, Drawn, draw, missing, pictures_in
from shot import page_html

from vaultgoals.core.goal import Kind
from vaultgoals.core.health import Health
from vaultgoals.render.environment import environment
from vaultgoals.render.escape import one_line
from vaultgoals.render.flow import render_flow
from vaultgoals.render.plain import plain
from vaultgoals.review.chart import Chart, Line, Stroke
from vaultgoals.review.flow import Flow, FlowEdge, FlowNode
from vaultgoals.review.marks import mark_of
from vaultgoals.review.text import text

HERE = Path(__file__).parent
WRITTEN = (HERE.parent / "golden", HERE.parents[1] / "sample-vault")
"""Where there are pages that were written by us."""

HOSTILE = (
    'a "quoted" word',
    "two\nlines",
    "100 %% off %% %",
    "%%{init: {'securityLevel': 'loose'}}%%",
    "%% a comment",
    "a; b;; c;",
    "#1, #35; #lt;b#gt; #quot;",
    "[[Link]] [x] (y) {z} {{w}} <v>",
    "end",
    "End of the line",
    "`code` ```fence``` ``` mermaid",
    "<b>bold</b> <br> <i>",
    "<img src=x onerror=alert(1)><script>alert(2)</script>",
    "&lt;b&gt; &amp; &#35; & <",
    'click n1 href "javascript:alert(1)"',
    '"]; click n1 call alert() ; n2["',
    "javascript:alert(1)",
    "https://example.com and www.example.com and ana@example.com",
    "fa:fa-user and fab:fa-github",
    "$$x^2$$ and $5",
    "1. Not a list",
    "12) not one either",
    "- nor this",
    "+ or this",
    "# no heading",
    "> no quote",
    "---",
    "**bold** *it* __u__ _i_ ~~s~~ a_b_c",
    "a --> b -.-> c ==> d & e",
    "A | B || C",
    ":::well and @{ shape: circle }",
    "style n1 fill:#f00; and classDef x fill:#ff0000;",
    "subgraph one",
    "graph TD; a-->b",
    "line [1, 2, 3]",
    "back\\slash \\n \\u003c",
    "ﬂ°°60¶ßb ﬂ°lt¶ß and 25 °C",
    "<!-- vaultgoals:end map -->",
    "שלום עולם 目標 🎯 naïve – “so” … €5",
    "Donau" + "dampfschifffahrts" * 12,
    "'single' and back`tick",
)

HARMLESS = {
    *("svg", "g", "path", "rect", "circle", "polygon", "line", "text", "tspan", "marker", "defs", "filter"),
    *("feDropShadow", "foreignObject", "div", "span", "p", "br", "style", "title", "desc", "linearGradient"),
    *("stop",),
}
"""The tags that a picture of ours is made of."""

JOINER = "\u2060"
"""What nobody sees, and what parts marks that would come alive together."""


def hostile_map() -> str:
    nodes = tuple(
        FlowNode(
            id=f"n{number}",
            path=f"{number}.md",
            title=title,
            kind=[kind for kind in Kind if kind.is_goal][number % 7],
            health=(health := (None, *Health)[number % (len(Health) + 1)]),
            mark=mark_of(health) if health else "",
            about=HOSTILE[-number],
        )
        for number, title in enumerate(HOSTILE, 1)
    )
    edges = (FlowEdge(lower=f"n{number + 1}", upper=f"n{number}") for number in range(1, len(nodes), 3))
    return render_flow(Flow(nodes=nodes, edges=tuple(edges)))


def chart_of(values: list[Fraction], unit: str) -> str:
    days = [date(2026, 10, 4) + timedelta(weeks=week) for week in range(len(values))]
    strokes = zip(Stroke, (values[: len(values) // 2], values, values[::-1]), strict=True)
    lines = [Line(name=unit, stroke=stroke, values=tuple(drawn)) for stroke, drawn in strokes]
    chart = Chart.of(days, lines, now=0, unit=unit, words=text(unit))
    source = '{% from "charts.md.j2" import chart %}{{ chart(it) }}'
    return environment().from_string(source).render(it=plain(chart))


EXTREME: Mapping[str, list[Fraction]] = {
    "one value": [Fraction(7)] * 5,
    "nothing": [Fraction(0)] * 4,
    "below zero": [Fraction(n - 9, 3) for n in range(14)],
    "tiny": [Fraction(n, 10**9) for n in range(6)],
    "huge": [Fraction(n * 10**14 + 1, 3) for n in range(6)],
    "far beyond a float's reach": [Fraction(10**40 * n, 7) for n in range(6)],
}


@cache
def written() -> tuple[str, ...]:
    """The pictures on all pages there are, each once."""
    pages = (page for folder in WRITTEN for page in sorted(folder.rglob("*.md")))
    found = (picture for page in pages for picture in pictures_in(page.read_text("utf-8", "replace")))
    return tuple(dict.fromkeys(found))


@cache
def composed() -> tuple[str, ...]:
    """Pictures with words and numbers that nobody should write."""
    charts = [chart_of(list(map(Fraction, range(6))), unit) for unit in HOSTILE]
    charts += [chart_of(values, "") for values in EXTREME.values()]
    return (hostile_map(), *(picture for chart in charts for picture in pictures_in(chart)))


LEGIBLE, VISIBLE = 4.5, 3.0
"""The contrast that words and that lines need, by WCAG 2.1 (1.4.3, 1.4.11)."""


def contrast(one: str, other: str) -> float:
    """Of two colours, from 1 to 21, by WCAG 2.1."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    shares = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.fixture(scope="module", params=MERMAIDS)
def drawn(request: pytest.FixtureRequest) -> Mapping[str, list[Drawn]]:
    """Every picture by its source, as one Mermaid draws it."""
    if lack := missing():
        assert os.environ.get("PICTURES") != "required", lack
        pytest.skip(lack)
    found: dict[str, list[Drawn]] = {}
    dark = request.param == MERMAIDS[-1]
    for one in draw([*written(), *composed()], composed(), mermaid=request.param, dark=dark):
        found.setdefault(one.source, []).append(one)
    return found


def of(drawn: Mapping[str, list[Drawn]], sources: tuple[str, ...]) -> Iterator[Drawn]:
    return (one for source in sources for one in drawn[source])


def as_read(markup: str) -> str:
    """What a person reads in a label: its tags gone, its lines and blanks as one."""
    return as_written(html.unescape(re.sub(r"<[^>]*>", " ", markup)))


def as_written(*words: str) -> str:
    return " ".join(one_line(" ".join(words)).replace(JOINER, "").split())


def test_there_is_a_picture_of_each_kind_on_some_page() -> None:
    kinds = ("xychart-beta", "flowchart")
    assert [kind for kind in kinds if not any(f"\n{kind}" in picture for picture in written())] == []


def test_every_picture_is_drawn(drawn: Mapping[str, list[Drawn]]) -> None:
    faulty = [one for ones in drawn.values() for one in ones if one.error or 'class="error-' in one.svg]
    assert [(one.source, one.error) for one in faulty] == []
    assert all("</svg>" in one.svg for ones in drawn.values() for one in ones)


def test_a_line_that_ends_early_is_drawn_up_to_its_end(drawn: Mapping[str, list[Drawn]]) -> None:
    for one in of(drawn, tuple(picture for picture in written() if "\nxychart" in picture)):
        lines = re.findall(r"^line .*\[(.*)\]$", one.source, re.MULTILINE)
        paths = re.findall(r'class="line-plot-\d+"><path d="([^"]*)"', one.svg)
        known = [
            len(re.findall(r"[ML][0-9.]+,[0-9.]+(?![0-9.])", path.partition("NaN")[0])) for path in paths
        ]
        assert known == [len(line.split(",")) for line in lines]


def test_words_in_a_map_read_as_they_were_written(drawn: Mapping[str, list[Drawn]]) -> None:
    for one in drawn[hostile_map()]:
        read = [as_read(words) for words in one.words]
        for number, title in enumerate(HOSTILE, 1):
            health = (None, *Health)[number % (len(Health) + 1)]
            mark = mark_of(health) if health else ""
            assert as_written(mark, title, HOSTILE[-number]) in read


def test_words_in_a_chart_read_as_they_were_written(drawn: Mapping[str, list[Drawn]]) -> None:
    for unit in HOSTILE:
        [source] = pictures_in(chart_of(list(map(Fraction, range(6))), unit))
        for one in drawn[source]:
            assert as_written(unit) in map(as_read, one.words)


def test_nothing_in_a_picture_comes_alive(drawn: Mapping[str, list[Drawn]]) -> None:
    for one in (one for ones in drawn.values() for one in ones):
        tags = re.findall(r"<[a-zA-Z][^>]*>", one.svg.partition("</style>")[2])
        assert {re.split(r"[\s/>]", tag[1:])[0] for tag in tags} <= HARMLESS
        assert [tag for tag in tags if re.search(r"\s(?:on\w+|href|src|xlink:href)=", tag)] == []


def test_the_axes_of_a_chart_are_legible_on_light_and_on_dark(drawn: Mapping[str, list[Drawn]]) -> None:
    """The first Mermaid draws for a light page here, the other for a dark one."""
    for one in (one for ones in drawn.values() for one in ones if "\nxychart" in one.source):
        page = "#1E1E1E" if one.dark else "#FFFFFF"
        words = set(re.findall(r'<text[^>]* fill="(#[0-9a-fA-F]{6})"', one.svg))
        assert words
        assert all(contrast(colour, page) >= LEGIBLE for colour in words)


@pytest.mark.parametrize("page", ["#FFFFFF", "#1E1E1E", "#0D1117"])
def test_the_lines_of_a_chart_stand_out_on_light_and_on_dark(page: str) -> None:
    colours = {colour for picture in written() for colour in re.findall(r'Palette": "([^"]*)"', picture)}
    assert colours
    assert all(contrast(colour, page) >= VISIBLE for found in colours for colour in found.split(", "))


def test_the_words_in_a_map_are_legible_in_their_boxes() -> None:
    boxes = set(re.findall(r"fill:(#\w{6}),stroke:(#\w{6}).*color:(#\w{6})", "".join(written())))
    assert len(boxes) == 4
    for fill, border, words in boxes:
        assert contrast(words, fill) >= LEGIBLE
        assert contrast(border, fill) >= VISIBLE


def test_a_map_says_health_by_its_borders_too(drawn: Mapping[str, list[Drawn]]) -> None:
    source = next(picture for picture in written() if "\nflowchart" in picture and ":::risk" in picture)
    assert all("stroke-dasharray:7 4" in one.svg.replace(": ", ":") for one in drawn[source])


PAGE = """\
---
type: goal-review
---
# Week 47

<!-- vaultgoals:begin outcomes 0123456789ab -->
> [!question] You did it.
> See [[Trials]] and [[Calls|the calls]], <b>now</b>.

> [!note]- Figures
> | Goal | Now |
> |---|---|
> | Trials | 6.4 % |

```mermaid
flowchart LR
a --> b
```
<!-- vaultgoals:end outcomes -->
"""


def test_a_shot_lays_out_callouts_links_and_pictures_and_leaves_out_what_a_reader_does_not_see() -> None:
    page = page_html(PAGE, width=800, dark=False).partition("<body")[2]
    assert '<blockquote class="callout question" data-sign="?">' in page
    assert '<blockquote class="callout note folded"' in page
    assert '<a href="#">Trials</a> and <a href="#">the calls</a>, &lt;b&gt;now&lt;/b&gt;.' in page
    assert '<pre class="mermaid">flowchart LR\na --> b\n</pre>' in page
    assert "goal-review" not in page
    assert "vaultgoals:begin" not in page
