"""VG110 and VG111: blocks that a person edited, and markers that are out of order."""

from collections.abc import Iterable
from datetime import date

import pytest

from vaultgoals.core.block import BLOCKS, block_digest
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OURS = "- a line\n"


def block(name: str = "next", text: str = OURS, digest: str | None = block_digest(OURS)) -> str:
    begin = f"<!-- vaultgoals:begin {name}{f' {digest}' if digest else ''} -->"
    return f"{begin}\n{text}<!-- vaultgoals:end {name} -->\n"


def found(text: str, path: str = "Home.md") -> list[Finding]:
    source = Source.of(path, text)
    return [f for f in check(Vault.of([read_note(source)]), today=TODAY) if f.code in ("VG110", "VG111")]


def codes(findings: Iterable[Finding]) -> list[str]:
    return [finding.code for finding in findings]


# VG110 edited-block


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_an_edited_block_is_named_at_its_begin_marker(newline: str) -> None:
    text = f"Mine.\n{block(text='- my line' + chr(10))}".replace("\n", newline)
    [finding] = found(text)
    assert finding.code == "VG110"
    assert (
        Source.of("Home.md", text).cut(finding.span) == f"<!-- vaultgoals:begin next {block_digest(OURS)} -->"
    )
    assert finding.message == "the block “next” was changed by hand and is left as it is"


def test_text_between_markers_without_a_digest_is_named() -> None:
    [finding] = found(block(digest=None))
    assert finding.message == "text stands between the markers of the block “next”, which is left as it is"


@pytest.mark.parametrize(
    "text",
    [
        block(),
        block().replace("\n", "\r\n"),
        block(text="", digest=None),
        block(text=" \n\n", digest=None),
        block(name="map"),
        f"---\ntype: goal-review\n---\n{block(name='mine', digest=None)}",
        f"---\ntype: goal-review\nsealed: true\n---\n{block(text='mine' + chr(10))}",
        f"```\n{block(text='mine' + chr(10))}```\n",
        f"{block(text='mine' + chr(10))}<<<<<<< HEAD\n",
    ],
    ids=[
        *("as it was written", "windows", "empty", "blank", "of a newer version", "a person's own"),
        *("sealed", "in code", "conflict"),
    ],
)
def test_a_block_that_nobody_edited_is_not_named(text: str) -> None:
    assert "VG110" not in codes(found(text))


@pytest.mark.parametrize(("path", "said"), [("2026-11-13.md", ["VG110"]), ("2026-11-12.md", [])])
def test_a_block_in_a_periodic_note_is_named_as_long_as_it_would_be_renewed(
    path: str, said: list[str]
) -> None:
    assert codes(found(block(text="mine\n"), path)) == said


def test_a_copy_that_a_syncer_made_is_not_looked_at() -> None:
    copy = "Home.sync-conflict-20261120-143000-ABCDEFG.md"
    assert found(block(text="mine\n"), copy) == []
    assert found("<!-- vaultgoals:begin next -->\n", copy) == []


# VG111 broken-markers

BEGIN, END = "<!-- vaultgoals:begin next -->\n", "<!-- vaultgoals:end next -->\n"
OTHER = "<!-- vaultgoals:begin outcomes -->\n"


@pytest.mark.parametrize(
    ("text", "lines", "said"),
    [
        (BEGIN, [1], "the block “next” has a begin and no end"),
        (f"a\n{END}", [2], "the block “next” has an end and no begin"),
        (f"{BEGIN}{END}\n{BEGIN}{END}", [4], "the block “next” stands in this note twice"),
        (f"{BEGIN}{OTHER}{END}", [2], "the block “outcomes” begins within another one"),
        (f"{OTHER}{END}<!-- vaultgoals:end outcomes -->\n", [2], "the block “next” ends within another one"),
        (f"---\nnote: |\n  {END}---\n", [3], "the block “next” has a marker in the header"),
        (
            f"---\ntype: goal-review\n---\n```\n{END}```\n",
            [5],
            "the block “next” has a marker in code, where it is only shown",
        ),
        ("<!-- vaultgoals:begin -->\n", [1], "this marker cannot be read"),
        ("<!-- vaultgoals:ned next -->\n", [1], "this marker cannot be read"),
        (f"{BEGIN}{BEGIN}{END}{END}", [2, 4], "the block “next” begins within another one"),
    ],
)
def test_every_wrong_marker_is_named_with_its_line(text: str, lines: list[int], said: str) -> None:
    findings = found(text)
    assert codes(findings) == ["VG111"] * len(lines)
    assert [Source.of("Home.md", text).position(f.span.start).line for f in findings] == lines
    assert findings[0].message == f"{said}, so nothing is written into this note"
    assert findings[0].hint


@pytest.mark.parametrize(
    ("name", "path", "message", "hint"),
    [
        ("scorcard", "Home.md", "there is no block “scorcard” in a note", "did you mean `scorecard`?"),
        (
            "navigation",
            "Home.md",
            "there is no block “navigation” in a note",
            "there may be `checkins`, `next`, `outcomes`, `problems` or `scorecard`",
        ),
        (
            "progress",
            "Home.md",
            "there is no block “progress” outside the note of a goal",
            "there may be `checkins`, `next`, `outcomes`, `problems` or `scorecard`",
        ),
    ],
)
def test_a_block_that_a_person_asks_for_and_there_is_not_is_named(
    name: str, path: str, message: str, hint: str
) -> None:
    [finding] = found(block(name, "", None), path)
    assert (finding.code, finding.message, finding.hint) == (
        "VG111",
        f"{message}, so it is never filled",
        hint,
    )


@pytest.mark.parametrize("name", sorted(BLOCKS))
def test_every_block_may_stand_in_the_note_of_a_goal(name: str) -> None:
    assert found(f"---\ntype: objective\n---\n{block(name, '', None)}") == []


def test_a_page_of_ours_may_hold_any_block() -> None:
    assert found(f"---\ntype: goal-review\n---\n{block('mine', '', None)}") == []


@pytest.mark.parametrize(
    ("page", "name", "said"),
    [
        ("weekly", "problems", None),
        ("weekly", "questions", None),
        ("weekly", "map", "there is no block “map” on this page, so it is never filled"),
        ("dashboard", "map", None),
        ("dashboard", "progress", "there is no block “progress” on this page, so it is never filled"),
        ("weekly\nsealed: yes", "map", None),
        ("mine", "map", None),
    ],
)
def test_a_block_that_a_page_cannot_have_is_named(page: str, name: str, said: str | None) -> None:
    text = f"---\ntype: goal-review\npage: {page}\n---\n{block(name, text='', digest=None)}"
    assert [finding.message for finding in found(text)] == ([said] if said else [])
