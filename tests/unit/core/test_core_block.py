"""Blocks: their digests, whether a person edited them, and what stands around them."""

import re
from pathlib import Path

import pytest

from vaultgoals.core.block import (
    BLOCKS,
    PAGE_BLOCKS,
    block_content,
    block_digest,
    is_edited,
    is_sealed,
    outside,
)
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


def signed(name: str, line: str) -> str:
    digest = block_digest(f"{line}\n")
    return f"<!-- vaultgoals:begin {name} {digest} -->\n{line}\n<!-- vaultgoals:end {name} -->"


def test_a_digest_reads_windows_newlines_as_unix_ones() -> None:
    assert block_digest("a\r\nb\r\n") == block_digest("a\nb\n") == "911169ddaaf1"
    assert len(block_digest("")) == 12


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_block_is_edited_when_its_text_is_not_the_one_of_its_digest(newline: str) -> None:
    text = signed("next", "ours").replace("\n", newline)
    ours, theirs = note(text), note(text.replace("ours", "theirs"))
    assert block_content(ours.source, ours.blocks[0]) == "ours\n"
    assert not is_edited(ours.source, ours.blocks[0])
    assert is_edited(theirs.source, theirs.blocks[0])


@pytest.mark.parametrize(
    ("text", "edited"), [("", "no"), ("\n \n", "no"), ("mine\n", "yes"), ("ours\n", "no")]
)
def test_text_without_a_digest_is_somebody_s_unless_it_is_ours(text: str, edited: str) -> None:
    page = note(f"<!-- vaultgoals:begin next -->\n{text}<!-- vaultgoals:end next -->")
    assert is_edited(page.source, page.blocks[0], "ours\n") is (edited == "yes")


@pytest.mark.parametrize(
    ("line", "sealed"),
    [
        ("sealed: true", "yes"),
        ("Sealed: true", "yes"),
        ("sealed: 'true'", "yes"),
        ("sealed: yes", "yes"),
        ("sealed: X", "yes"),
        ("sealed: done", "yes"),
        ("sealed: no", "no"),
        ('sealed: "false"', "no"),
        ("sealed: perhaps", "no"),
        ("sealed: [yes]", "no"),
        ("sealed:", "no"),
        ("", "no"),
    ],
)
def test_a_page_is_sealed_when_it_says_so(line: str, sealed: str) -> None:
    assert is_sealed(note(f"---\n{line}\n---\n")) is (sealed == "yes")


@pytest.mark.parametrize(
    ("text", "around"),
    [
        ("", ("",)),
        ("Mine.", ("Mine.",)),
        ("---\na: b\n---\nMine.", ("Mine.",)),
        (f"a\n{signed('next', 'x')} b\n{signed('outcomes', 'y')}", ("a\n", " b\n", "")),
    ],
)
def test_what_stands_around_the_blocks_is_the_person_s(text: str, around: tuple[str, ...]) -> None:
    assert outside(note(text)) == around


def test_every_block_of_a_page_is_known_by_name() -> None:
    pages = Path(__file__).parents[3] / "templates" / "pages"
    made = {
        page.name.partition(".")[0]: set(re.findall("vaultgoals:begin ([a-z]+)", page.read_text("utf-8")))
        for page in pages.glob("*.md.j2")
    }
    assert {kind: names - BLOCKS for kind, names in made.items()} == PAGE_BLOCKS
