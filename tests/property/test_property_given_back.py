"""Take our blocks away again: what is left is the person's text, byte for byte, whatever they wrote.

Nothing of ours judges here where a block begins and ends: the bytes around it are known beforehand.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pytest
from hostile_words import WORDS
from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.block import block_digest
from vaultgoals.core.config import Config, Pages
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.store.files import decode, encode
from vaultgoals.workspace.settle import plan_pages

TODAY = date(2026, 11, 20)
CONFIG = Config(pages=Pages(monthly=None, quarterly=None, yearly=None, dashboard=None, problems=None))
HOME, PAGE = "Home.md", "Reviews/Weekly/Review 2026-W47.md"
OUTCOME = "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
PROCESS = '---\ntype: process\noutcome: "[[Trials]]"\ncadence: 10 per week\nstart: 2026-09-28\n---\n'
EARLIER = f"{PROCESS}## Check-ins\n\n- 2026-11-10: 10\n"
LATER = f"{EARLIER}- 2026-11-19: 3, quick\n"

NAMES = ("next", "scorecard", "checkins", "outcomes")
HEADER = re.compile(rb"(?:\xef\xbb\xbf)?---\r?\n.*?\n---\r?\n", re.DOTALL)


def after_a_run(path: str, data: bytes | None, process: str = EARLIER) -> bytes:
    """What stands in a note after `review`."""
    notes = {"Goals/Trials.md": OUTCOME.encode(), "Goals/Calls.md": process.encode()}
    notes |= {} if data is None else {path: data}
    vault = Vault.of((read_note(decode(place, text)) for place, text in notes.items()), CONFIG)
    plan = next((plan for plan in plan_pages(vault, today=TODAY) if plan.path == path), None)
    if plan is not None and plan.changes:
        return encode(plan.text, bom=plan.old is not None and plan.old.bom)
    return data or b""


def given_back(data: bytes, pieces: Sequence[bytes], names: Sequence[str], stood: Sequence[bytes]) -> bool:
    """Whether a note is these pieces of the person's, with a block of ours between each two and no more.

    A block may be left as it `stood`, where the person broke it.
    """
    for piece, name, before in zip(pieces, names, stood, strict=False):
        ours = rb"<!-- vaultgoals:begin %b [0-9a-f]{12} -->\r?\n.*?<!-- vaultgoals:end %b -->"
        block = re.compile(b"%b|%b" % (re.escape(before), ours % (name.encode(), name.encode())), re.DOTALL)
        found = block.match(data, len(piece)) if data.startswith(piece) else None
        if found is None:
            return False
        data = data[found.end() :]
    return data == pieces[-1]


def signed(name: str, content: str) -> str:
    return (
        f"<!-- vaultgoals:begin {name} {block_digest(content)} -->\n{content}<!-- vaultgoals:end {name} -->"
    )


STANDS = {
    "asked for": lambda name: f"<!-- vaultgoals:begin {name} -->\n<!-- vaultgoals:end {name} -->",
    "asked for in a line": lambda name: f"<!-- vaultgoals:begin {name} --><!-- vaultgoals:end {name} -->",
    "asked for, with a blank line": (
        lambda name: f"<!-- vaultgoals:begin {name} -->\n\n<!-- vaultgoals:end {name} -->"
    ),
    "filled": lambda name: signed(name, "- something else\n"),
    "filled with nothing": lambda name: signed(name, ""),
}
"""How a block may stand in a note before it is renewed."""


@dataclass(frozen=True)
class Note:
    """A person's words, with a block between each two of them, as bytes."""

    pieces: tuple[bytes, ...]
    names: tuple[str, ...]
    stood: tuple[bytes, ...]
    header: bytes = b""

    @property
    def data(self) -> bytes:
        blocks = (*self.stood, b"")
        return self.header + b"".join(part for pair in zip(self.pieces, blocks, strict=True) for part in pair)


@st.composite
def notes(draw: st.DrawFn) -> Note:
    others = draw(st.permutations(NAMES[1:]))[: draw(st.integers(0, len(NAMES) - 1))]
    names = draw(st.permutations([NAMES[0], *others]))  # so that no words of a person are a whole block
    newline, mark = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    behind = st.sampled_from(["\n", "\n", "", " "])
    words = [draw(WORDS), *(draw(behind) + draw(WORDS) for _ in names)]
    pieces = [*(f"{one}\n" if one else "" for one in words[:-1]), words[-1]]
    stood = [STANDS[draw(st.sampled_from(sorted(STANDS)))](name) for name in names]
    pieces, stood = ([one.replace("\n", newline) for one in part] for part in (pieces, stood))
    return Note(
        pieces=(mark + pieces[0].encode(), *(piece.encode() for piece in pieces[1:])),
        names=tuple(names),
        stood=tuple(one.encode() for one in stood),
    )


def runs(path: str, data: bytes) -> list[bytes]:
    """What stands in a note after a run, after one that has more to say, and after that once more."""
    once = after_a_run(path, data, EARLIER)
    renewed = after_a_run(path, once, LATER)
    return [once, renewed, after_a_run(path, renewed, LATER)]


@settings(max_examples=150, deadline=None)
@given(note=notes())
def test_taking_our_blocks_out_of_a_note_gives_back_what_the_person_wrote(note: Note) -> None:
    once, renewed, again = runs(HOME, note.data)
    assert given_back(once, note.pieces, note.names, note.stood)
    assert given_back(renewed, note.pieces, note.names, note.stood)
    assert again == renewed, "the same once more changes nothing"


@pytest.mark.parametrize("stands", STANDS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_in_a_note_that_nothing_is_wrong_with_each_block_is_filled(stands: str, newline: str) -> None:
    """So that the test above has something to say."""
    stood = STANDS[stands]("checkins").replace("\n", newline).encode()
    pieces = (f"Mine{newline}".encode(), f"{newline}and this.".encode())
    once, renewed, _ = runs(HOME, pieces[0] + stood + pieces[1])
    assert given_back(once, pieces, ["checkins"], [b"-"])
    assert given_back(renewed, pieces, ["checkins"], [b"-"])
    assert (b"quick" in once, b"quick" in renewed) == (False, True)


MADE = after_a_run(PAGE, None).decode()
"""A page as it is made where there is none."""


def page(words: Sequence[str], *, newline: str, mark: bytes, ended: bool) -> Note:
    """That page with a person's words around its blocks, and its header apart."""
    names = tuple(re.findall(r"vaultgoals:begin (\S+) ", MADE))
    parts = re.split(r"(<!-- vaultgoals:begin.*?<!-- vaultgoals:end \S+ -->)", body_of(MADE), flags=re.DOTALL)
    around, blocks = parts[::2], parts[1::2]
    mine = [f"{text}{word}\n" if word else text for text, word in zip(around, words, strict=False)]
    mine += around[len(mine) :]
    if not ended:
        mine[-1] = mine[-1].rstrip("\r\n")
    header = MADE.removesuffix(body_of(MADE))
    return Note(
        pieces=tuple(one.replace("\n", newline).encode() for one in mine),
        names=names,
        stood=tuple(one.replace("\n", newline).encode() for one in blocks),
        header=mark + header.replace("\n", newline).encode(),
    )


def body_of(text: str) -> str:
    return text.split("\n---\n", 1)[1]


@settings(max_examples=100, deadline=None)
@given(
    words=st.lists(WORDS, max_size=20),
    newline=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
    ended=st.booleans(),
)
def test_taking_our_blocks_out_of_a_page_gives_back_what_the_person_added(
    words: list[str], newline: str, mark: bytes, *, ended: bool
) -> None:
    """The figures in its header are ours, too; what else stands there has a test of its own."""
    note = page(words, newline=newline, mark=mark, ended=ended)
    once, renewed, again = runs(PAGE, note.data)
    for data in (once, renewed):
        header = HEADER.match(data)
        assert header is not None
        assert given_back(data[header.end() :], note.pieces, note.names, note.stood)
    assert again == renewed, "the same once more changes nothing"


def test_in_a_page_that_nothing_is_wrong_with_blocks_are_renewed() -> None:
    """So that the test above has something to say."""
    note = page(["mine"] * 20, newline="\r\n", mark=b"", ended=False)
    once, renewed, _ = runs(PAGE, note.data)
    assert once == note.data
    assert b"quick" in renewed
