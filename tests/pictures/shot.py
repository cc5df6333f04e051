"""A page as it looks: `python tests/pictures/shot.py PAGE.md OUT.png [--width 800] [--dark]`.

It draws the pictures and lays out callouts and links as Obsidian's reading view does, roughly. What is folded
stays folded, and frontmatter and markers are left out.
"""

import argparse
import re
from collections.abc import Sequence
from pathlib import Path

from browser import MERMAIDS, mermaid_file, missing, run_chromium
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

_STYLE = Path(__file__).with_name("shot.css")
_FRONTMATTER = re.compile(r"\A---\n.*?^---\n", re.DOTALL | re.MULTILINE)
_MARKER = re.compile(r"^<!-- vaultgoals:.*-->\n", re.MULTILINE)
_CALLOUT = re.compile(r"\[!(?P<kind>\w+)\](?P<fold>[+-]?) ?(?P<title>[^\n]*)\n?")
_LINK = re.compile(r"\[\[(?P<target>[^\[\]|]+)(?:\|(?P<shown>[^\[\]]+))?\]\]")
_SIGNS = {"question": "?", "todo": "✓", "success": "✓", "warning": "!", "info": "i", "tip": "✦", "note": "✎"}
_HEIGHT = re.compile(r'data-height="(\d+)"')
_DRAW = """
mermaid.initialize({startOnLoad: false, theme: document.body.className === "dark" ? "dark" : "default"});
await mermaid.run({querySelector: ".mermaid"});
document.documentElement.dataset.height = Math.ceil(document.body.getBoundingClientRect().height);
"""


def main(arguments: Sequence[str] | None = None) -> None:
    """Take the picture."""
    parser = argparse.ArgumentParser(description="A page as it looks, as a PNG.")
    parser.add_argument("page", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=800)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--until", default="", help="leave out what follows this text")
    given = parser.parse_args(arguments)
    if lack := missing():
        parser.exit(2, f"{lack}\n")
    text = given.page.read_text(encoding="utf-8")
    shoot(text.split(given.until)[0] if given.until else text, given.out, width=given.width, dark=given.dark)


def shoot(text: str, out: Path, *, width: int = 800, dark: bool = False) -> None:
    """Write a page's text as a PNG, as high as it is, at twice the resolution."""
    page = page_html(text, width=width, dark=dark)
    found = _HEIGHT.search(run_chromium(page, f"--window-size={width},1000", "--dump-dom"))
    height = int(found[1]) if found else 1000
    run_chromium(
        page,
        f"--window-size={width},{height}",
        "--force-device-scale-factor=2",
        f"--screenshot={out.resolve()}",
    )


def page_html(text: str, *, width: int, dark: bool) -> str:
    """A page of Markdown as one of HTML that draws its own pictures."""
    body = _markdown().render(_MARKER.sub("", _FRONTMATTER.sub("", text)))
    script = mermaid_file(MERMAIDS[0]).as_uri()
    return (
        f'<!doctype html><html><meta charset="utf-8"><style>{_STYLE.read_text(encoding="utf-8")}</style>'
        f'<body class="{"dark" if dark else "light"}" style="width: {width}px">{body}'
        f'<script src="{script}"></script><script type="module">{_DRAW}</script></body></html>'
    )


def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.inline.ruler.before("link", "wikilink", _wikilink)
    markdown.core.ruler.after("block", "callouts", lambda state: _callouts(state.tokens))
    markdown.add_render_rule("fence", _fence)
    return markdown


def _wikilink(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    match = _LINK.match(state.src, state.pos)
    if match is None:
        return False
    if not silent:
        state.push("link_open", "a", 1).attrSet("href", "#")
        state.push("text", "", 0).content = match["shown"] or match["target"].partition("#")[0]
        state.push("link_close", "a", -1)
    state.pos = match.end()
    return True


def _callouts(tokens: list[Token]) -> None:
    """Make quotes that begin with `[!kind]` into boxes with a title; those with a minus stay folded."""
    for at, token in enumerate(tokens):
        inline = tokens[at + 2] if token.type == "blockquote_open" else None
        match = _CALLOUT.match(inline.content) if inline and inline.type == "inline" else None
        if inline is None or match is None:
            continue
        folded = " folded" if match["fold"] == "-" else ""
        token.attrSet("class", f"callout {match['kind']}{folded}")
        token.attrSet("data-sign", _SIGNS.get(match["kind"], "i"))
        rest = inline.content[match.end() :]
        inline.content = f"**{match['title']}**" + (f"\n{rest}" if rest else "")


def _fence(
    renderer: RendererHTML, tokens: Sequence[Token], at: int, options: OptionsDict, env: EnvType
) -> str:
    if tokens[at].info != "mermaid":
        return renderer.fence(tokens, at, options, env)
    escaped = tokens[at].content.replace("&", "&amp;").replace("<", "&lt;")
    return f'<pre class="mermaid">{escaped}</pre>\n'


if __name__ == "__main__":
    main()
