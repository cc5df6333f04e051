"""Chromium and Mermaid, to draw what is on our pages: one start of the browser for many pictures."""

import html
import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent
MERMAIDS = ("mermaid-11.13", "mermaid-newest")
"""The Mermaid that Obsidian 1.13 has, and the newest; `package.json` says which that is."""

_QUIET = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--disable-dev-shm-usage", "--hide-scrollbars", "--virtual-time-budget=60000"),
)
_SECONDS = 120
_FENCE = re.compile(r"^((?:> )*)```mermaid\n(.*?)^\1```$", re.DOTALL | re.MULTILINE)
_ANSWER = re.compile(r'<pre id="answer">(.*?)</pre>', re.DOTALL)

_DRAW = """
const answer = [];
for (const [index, [source, securityLevel]] of pictures.entries()) {
  mermaid.initialize({startOnLoad: false, theme, securityLevel});
  const drawn = {error: "", svg: "", words: []};
  try {
    await mermaid.parse(source);
    drawn.svg = (await mermaid.render(`p${index}`, source)).svg;
    const room = document.createElement("div");
    room.innerHTML = drawn.svg;
    drawn.words = Array.from(room.querySelectorAll(".nodeLabel, text"), (one) => one.innerHTML);
  } catch (error) {
    drawn.error = String(error);
  }
  answer.push(drawn);
}
const said = document.createElement("pre");
said.id = "answer";
said.textContent = JSON.stringify(answer);
document.body.replaceChildren(said);
"""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture: why it could not be drawn, or what it became and the words in it, as HTML."""

    source: str
    dark: bool
    error: str
    svg: str
    words: tuple[str, ...]


def missing() -> str:
    """What there is not, so that nothing can be drawn; empty where all is there."""
    if _chromium() is None:
        return "there is no Chromium on this machine"
    absent = [name for name in MERMAIDS if not mermaid_file(name).is_file()]
    return f"there is no {' and no '.join(absent)} here: `make pictures` fetches it" if absent else ""


def pictures_in(text: str) -> list[str]:
    """The sources of the pictures in a page, those in callouts too."""
    return [re.sub(f"^{quote}", "", drawn, flags=re.MULTILINE) for quote, drawn in _FENCE.findall(text)]


def draw(
    pictures: Sequence[str], loosely: Sequence[str] = (), *, mermaid: str, dark: bool = False
) -> list[Drawn]:
    """Each picture as strictly as Mermaid can, and some `loosely` too: what labels hold may then do more."""
    wanted = [*((source, "strict") for source in pictures), *((source, "loose") for source in loosely)]
    given = f"const pictures = {_script(wanted)}; const theme = {_script('dark' if dark else 'default')};"
    page = f'<meta charset="utf-8"><body><script type="module">{given}{_DRAW}</script>'
    found = _ANSWER.search(run_chromium(_with_mermaid(page, mermaid), "--dump-dom"))
    if found is None:
        raise RuntimeError("Chromium did not finish drawing")
    answer = json.loads(html.unescape(found[1]))
    return [
        Drawn(source, dark, drawn["error"], drawn["svg"], tuple(drawn["words"]))
        for (source, _), drawn in zip(wanted, answer, strict=True)
    ]


def run_chromium(page: str, *options: str) -> str:
    """What Chromium prints when it has loaded a page of HTML; it keeps nothing."""
    program = _chromium()
    assert program is not None
    with _folder() as folder:
        file = folder / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [program, *_QUIET, f"--user-data-dir={folder / 'profile'}", *options, file.as_uri()]
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=True)
    return done.stdout


def mermaid_file(name: str) -> Path:
    """Where npm put a Mermaid that a page can load."""
    return HERE / "node_modules" / name / "dist" / "mermaid.min.js"


def _with_mermaid(page: str, mermaid: str) -> str:
    return page.replace("<body>", f'<body><script src="{mermaid_file(mermaid).as_uri()}"></script>', 1)


def _script(value: object) -> str:
    """A value as a script may hold it inside a page."""
    return json.dumps(value).replace("<", "\\u003c")


def _chromium() -> str | None:
    names = ("chromium", "chromium-browser", "google-chrome")
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="vaultgoals-pictures-", ignore_cleanup_errors=True) as name:
        yield Path(name)
