"""Notes that no person would write and some program does: by number, as docs/safety.md lists them.

They are made here and not kept as files: most are no text that git or an editor would leave alone.
"""

import os
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

GOAL = '---\ntype: process\noutcome: "[[Elsewhere]]"\ncadence: weekly\nbecause: it shows\n'


def header(*lines: str) -> str:
    """A goal with some more properties."""
    return GOAL + "".join(f"{line}\n" for line in lines) + "---\nText.\n"


def _bombs() -> Iterator[str]:
    """Each anchor holds the one before it nine times."""
    yield "a: &a [x, x, x, x, x, x, x, x, x]"
    for name, before in zip("bcdefghi", "abcdefgh", strict=True):
        yield f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]"


TEXTS: Mapping[str, bytes] = {
    "1 encoding mark": b"\xef\xbb\xbf" + header().replace("\n", "\r\n").encode(),
    "2 mixed newlines": header().replace("\n", "\r", 3).replace("\n", "\r\n", 2).encode(),
    "3 UTF-16": header().encode("utf-16"),
    "3 UTF-32": header().encode("utf-32"),
    "4 Latin-1": header("owner: Jürgen").encode("latin-1"),
    "4 Shift-JIS": header("owner: 日本").encode("shift-jis"),
    "5 a character cut at the end": header("owner: 日本").encode()[:-14] + "日".encode()[:2],
    "6 empty": b"",
    "7 all NUL": bytes(4096),
    "8 NUL in the middle": header().encode().replace(b"Text", b"Te\0xt"),
    "10 newlines that are none": header("owner: a\u2028b\u2029c\u0085d\u000be").encode(),
    "11 one long line": header().encode() + b"word " * 400_000,
    "11 many tasks": header().encode() + b"- [ ] do it\n" * 4_000,
    "12 a picture": b"\x89PNG\r\n\x1a\n" + os.urandom(4096),
    "22 depth": header("deep: " + "[" * 3000 + "]" * 3000).encode(),
    "23 merge bomb": header("base: &base {x: 1}", "<<: [" + ", ".join(["*base"] * 3000) + "]").encode(),
    "24 alias bomb": header(*_bombs()).encode(),
    "25 recursive alias": header("a: &a [*a]").encode(),
    "26 tags": header("a: !!python/object/apply:os.system ['touch /tmp/owned']").encode(),
    "27 odd values": header("a: 0x", "b: 1_000", "c: 1e999", "d: 12:30:45", "e: =", "f: 0b2").encode(),
    "28 impossible date": header("start: 2026-02-30", "due: 2026-13-01").encode(),
    "29 doubled": header("cadence: daily", "cadence: weekly").encode(),
    "30 names that are no text": header("1: x", "true: y", "? [a, b]\n: z", "null: w").encode(),
    "32 a list": b"---\n- type\n- process\n---\n",
    "33 unterminated": GOAL.encode() + b"and so on\n" * 50,
    "34 after a blank line": b"\n" + header().encode(),
    "35 unquoted link": header("objective: [[X]]").encode(),
    "36 smart quotes": header("owner:\u00a0\u201cAna\u201d").encode(),
    "37 surprises": header("owner: no", "reps: 010", "effort: 1:30", "field: on").encode(),
    "38 numbers": header("reps: .nan", "target: .inf", f"baseline: 1{'0' * 400}", "effort: 1e400").encode(),
    "39 date against time": header("start: 2026-11-01T09:00:00Z", "due: 2026-11-30 10:00").encode(),
    "43 conflict": header().encode() + b"<<<<<<< HEAD\na\n=======\nb\n>>>>>>> theirs\n",
    "44 unfilled": header("target: {{target}}", "start: {{date}}", "due: <% tp.date.now() %>").encode(),
    "46 many names": header(*(f"p{n}: {n}" for n in range(5000))).encode(),
    "46 a huge value": header(f"because: {'x' * 1_000_000}").encode(),
    "47 itself": header('milestone: "[[47 itself]]"', 'related: "[[47 itself]]"').encode(),
    "53 links": header(f'objective: "[[{"../" * 900}etc/passwd]]"', f'x: "[[{"y" * 20_000}]]"').encode(),
    "59 quotes": header().encode() + b">" * 5000 + b" deep",
    "59 brackets": header().encode() + b"[" * 20_000,
    "59 links": header().encode() + b"[a](" * 20_000,
    "59 emphasis": header().encode() + b"*a **b " * 10_000,
    "59 backticks": header().encode() + b"".join(b"`" * n + b" " for n in range(300)),
    "59 comments": header().encode() + b"<!-- %% $$ " * 5000,
    "61 references": header().encode() + b"".join(b"[r%d]: x\n" % n for n in range(5000)) + b"[r1]" * 5000,
    "61 tables": header().encode() + b"|a" * 1000 + b"|\n" + b"|-" * 1000 + b"|\n" + b"|b" * 1000 + b"|\n",
    "62 hidden tasks": header().encode() + b"```\n- [x] [[Onboarding calls]]\n```\n",
    "73 markers": header().encode() + b"<!-- vaultgoals:begin next -->\n" * 2 + b"<!-- vaultgoals:end -->",
    "103 terminal": header("owner: \"\\e[31mred\\e]0;t\\a\"", "field: \"a\\u202eb\"").encode(),
    "104 markup": header("because: \"<b>x</b> `= 1` <% x %> ]] [[ | ``` %% $$ --> # - [ ] a:: b\"").encode(),
    "105 formula": header("owner: \"=HYPERLINK(0)\"", "because: \"@SUM(1)|cmd\"").encode(),
}  # fmt: skip
"""The bytes of each note, by its number and name."""

TOO_MANY_TASKS = header().encode() + b"- [ ] a\n" * 600_000
"""5 MB of the smallest tasks there are; not among the others, since each command takes seconds for it."""


def _fifo(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # an address is 108 bytes at most
    try:
        with socket.socket(socket.AF_UNIX) as address:
            address.bind(path.name)
    finally:
        os.chdir(here)


def _large(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(1 << 30)  # a hole: no disk is used


def _forbidden(path: Path) -> None:
    path.write_text(header())
    path.chmod(0)


FILES: Mapping[str, Callable[[Path], None]] = {
    "9 a gigabyte": _large,
    "13 pipe": _fifo,
    "13 socket": _socket,
    "13 folder": Path.mkdir,
    "15 link to a device": lambda path: path.symlink_to("/dev/zero"),
    "15 link in a circle": lambda path: path.symlink_to(path),
    "15 link outside": lambda path: path.symlink_to("/etc/passwd"),
    "15 link to its folder": lambda path: path.with_suffix("").symlink_to(path.parent),
    "16 no permission": _forbidden,
    "17 a link that leads nowhere": lambda path: path.symlink_to("nowhere.md"),
}
"""What is no note at all, by number and name, each made at a path."""

NAMES: Mapping[str, bytes] = {
    "19 long": b"n" * 252 + b".md",
    "51 composed": "\u00fcben.md".encode(),
    "51 decomposed": "u\u0308ben.md".encode(),
    "52 upper": b"Trials.MD.md",
    "52 lower": b"trials.md.md",
    "54 longer in lower case": "\u0130stanbul \u00df.md".encode(),
    "55 conflict copy": b"Onboarding calls.sync-conflict-20261120-101010-ABCDEFG.md",
    "55 another": b"Onboarding calls (conflicted copy 2026-11-20).md",
    "107 no UTF-8": b"\xff\xfe\x80.md",
    "108 an option": b"-rf.md",
    "108 a command": b"$(touch owned) `x`; &.md",
    "108 newline": b"a\nb.md",
    "109 a module": b"yaml.py",
}
"""Names of notes that are goals otherwise."""


def spoil(root: Path) -> None:
    """Put all of it into a folder of a vault, as it was left there an hour ago."""
    folder = root / "Hostile"
    folder.mkdir()
    for name, data in TEXTS.items():
        (folder / f"{name}.md").write_bytes(data)
    for name, make in FILES.items():
        make(folder / f"{name}.md")
    for data in NAMES.values():
        Path(os.fsdecode(os.fsencode(folder) + b"/" + data)).write_bytes(header().encode())
    for hidden in (".trash", ".git", ".stversions"):
        (root / hidden).mkdir()
        (root / hidden / "56 not seen.md").write_text(header())
    then = time.time() - 3600
    for path in folder.iterdir():
        os.utime(path, (then, then), follow_symlinks=False)
