"""Our own blocks, and what a merge conflict leaves."""

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

BEGIN = "<!-- vaultgoals:begin next -->"
END = "<!-- vaultgoals:end next -->"


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_block_has_a_name_a_digest_and_content(newline: str) -> None:
    lines = ["# T", "<!-- vaultgoals:begin next 0123456789ab -->", "text 🎉", END, "after"]
    found = note(newline.join(lines))
    block = found.blocks[0]
    assert (block.name, block.digest) == ("next", "0123456789ab")
    assert found.source.cut(block.content) == f"text 🎉{newline}"
    assert found.source.cut(block.span) == newline.join(lines[1:4])


def test_a_block_that_a_person_wrote_has_no_digest() -> None:
    block = note(f"{BEGIN}\n{END}").blocks[0]
    assert block.digest is None
    assert len(block.content) == 0


def test_a_block_may_be_asked_for_in_one_line() -> None:
    found = note(f"{BEGIN} {END}\nMine.\n")
    (block,) = found.blocks
    assert (block.name, block.digest) == ("next", None)
    assert found.source.cut(block.span) == f"{BEGIN} {END}"
    assert found.source.cut(block.content) == ""


def test_nothing_within_a_block_is_data() -> None:
    inside = "# H\n- [ ] [[A]] #t ^i\n\na:: 1\n\n| [[B]] |\n|---|\n| [c:: 2] |\n\nx ^j\n"
    found = note(f"# Before\n- one\n{BEGIN}\n{inside}{END}\n- two [[C]]\n\n# After\n")
    assert [heading.text for heading in found.headings] == ["Before", "After"]
    assert [item.text for item in found.items] == ["one", "two [[C]]"]
    assert [link.target for link in found.links] == ["C"]
    assert (found.fields, found.tables, found.tags, found.block_ids) == ((), (), (), ())
    assert found.source.cut(found.links[0].span) == "[[C]]"


def test_an_open_fence_within_a_block_hides_its_end() -> None:
    assert [m.reason for m in note(f"{BEGIN}\n```\n{END}\n").malformed] == ["has no end"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("text", ""),
        ("one\ntwo ", " \t"),
        ("", " mine, and <!-- a note --> more"),
        ("> said", "!\nmore"),
        ("<!-- vaultgoals:end other -->", END),
    ],
)
def test_an_end_marker_amid_a_line_ends_its_block_and_the_rest_is_outside(before: str, after: str) -> None:
    found = note(f"{BEGIN}\n{before}{END}{after}\n")
    assert found.malformed == ()
    [block] = found.blocks
    assert found.source.cut(block.content) == before
    assert found.source.text[block.span.end :] == f"{after}\n"


@pytest.mark.parametrize(
    "digest", ["0123456789AB", "0123", "0123456789abc", "not-a-digest", "0123 4567", "ß", "01234567-9ab"]
)
def test_a_digest_that_is_none_is_read_as_it_stands(digest: str) -> None:
    found = note(f"<!-- vaultgoals:begin next {digest}  -->\nx\n{END}\n")
    assert (found.blocks[0].digest, found.malformed) == (digest, ())


PAGE = "---\ntype: goal-review\n---\n"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"```\n{BEGIN}\ntext\n{END}\n```\n", [5, 7]),
        (f"{BEGIN}\n{END}\n\n~~~\n<!-- vaultgoals:begin own -->\n~~~\n", [7 + 1]),
        (f"text\n\n    {END}\n", [6]),
    ],
)
def test_a_marker_in_the_code_of_a_page_of_ours_is_broken(text: str, lines: list[int]) -> None:
    found = note(f"{PAGE}{text}")
    assert [(m.what, m.reason) for m in found.malformed] == [("broken-markers", "in code")] * len(lines)
    assert [found.source.position(m.span.start).line for m in found.malformed] == lines
    assert found.blocks == ()


def test_a_marker_in_the_header_of_a_page_of_ours_is_broken() -> None:
    found = note(f"---\ntype: goal-review\nmood: |\n  {BEGIN}\n---\n{BEGIN}\n{END}\n")
    assert [m.reason for m in found.malformed] == ["in the header"]
    assert found.blocks == ()


def test_a_page_of_ours_may_quote_a_marker_in_a_line() -> None:
    found = note(f"{PAGE}It begins with `{BEGIN}` and ends with `{END}`.\n")
    assert (found.blocks, found.malformed) == ((), ())


@pytest.mark.parametrize(
    "text",
    [
        f"```\n{BEGIN}\n```",
        f"~~~\n{BEGIN}\n{BEGIN}\n~~~",
        f"text\n\n    {BEGIN}",
        f"see {BEGIN} there",
        f"see {END} there",
        f"{END} ends a block",
        f"`{BEGIN}`",
        f"`{BEGIN}{END}`",
        f"write {BEGIN}{END} for it",
        "<!-- vaultgoal:begin next -->",
    ],
)
def test_markers_in_code_or_amid_text_are_none(text: str) -> None:
    found = note(text)
    assert (found.blocks, found.malformed) == ((), ())


@pytest.mark.parametrize(
    ("text", "troubles"),
    [
        (BEGIN, [(1, "has no end")]),
        (END, [(1, "has no begin")]),
        (f"{BEGIN}\n{END}\n{END}", [(3, "has no begin")]),
        (f"{BEGIN}\n{BEGIN}\n{END}", [(2, "begins within next")]),
        (f"{BEGIN}\n{END}\n{BEGIN}\n{END}", [(3, "doubled")]),
        (f"{BEGIN}\n<!-- vaultgoals:end other -->\n{END}", [(2, "ends within next")]),
        (
            f"{BEGIN}\n<!-- vaultgoals:begin b -->\n{END}\n<!-- vaultgoals:end b -->",
            [(2, "begins within next"), (4, "has no begin")],
        ),
        ("<!-- vaultgoals:begin next 123 -->", [(1, "has no end")]),
        ("<!-- vaultgoals:end next 123 -->", [(1, "cannot be read")]),
        ("<!-- vaultgoals:next -->", [(1, "cannot be read")]),
        ("<!-- vaultgoals:begin -->", [(1, "cannot be read")]),
        (f"---\n# c\n{BEGIN}\n---\n{END}", [(3, "in the header"), (5, "has no begin")]),
    ],
)
def test_broken_markers_name_their_lines_and_leave_no_blocks(
    text: str, troubles: list[tuple[int, str]]
) -> None:
    found = note(f"{text}\n\n[[X]]\n")
    broken = [m for m in found.malformed if m.what == "broken-markers"]
    assert [(found.source.position(m.span.start).line, m.reason) for m in broken] == troubles
    assert found.blocks == ()
    assert [link.target for link in found.links] == ["X"]


OURS = "<!-- vaultgoals:begin next 0123456789ab -->"


@pytest.mark.parametrize(
    "text",
    [
        f"{OURS}\nOurs:: 1\n{END}\nMine:: 2\n{END}\n",
        f"{OURS}\nOurs:: 1\n{END}\nMine:: 2\n{BEGIN}\n",
        f"{END}\nMine:: 2\n{OURS}\nOurs:: 1\n{END}\n",
        f"{OURS}\nOurs:: 1\n{END}\nMine:: 2\n{OURS}\nOurs:: 1\n{END}\n",
        f"{OURS}\nOurs:: 1\n<!-- vaultgoals:end other -->\nMine:: 2\n",
        f"Mine:: 2\n{OURS}\nOurs:: 1\n",
        f"Mine:: 2\n{OURS}\nOurs:: 1\n<!-- vaultgoals:begin b 0123456789ab -->\nOurs:: 1\n{END}\n",
    ],
)
def test_a_stray_marker_does_not_make_the_text_in_a_block_the_persons(text: str) -> None:
    found = note(text)
    assert found.blocks == ()
    assert [m.what for m in found.malformed][:1] == ["broken-markers"]
    assert [field.key for field in found.fields] == ["Mine"]


def test_what_a_person_wrote_below_a_begin_marker_of_their_own_is_theirs() -> None:
    found = note(f"{BEGIN}\nMine:: 2\n")
    assert [field.key for field in found.fields] == ["Mine"]
    assert found.generated == ()


@pytest.mark.parametrize("begin", [BEGIN, OURS])
def test_a_quoted_block_yields_nothing(begin: str) -> None:
    found = note(f"> Mine:: 1\n> {begin}\n> Ours:: 2\n>\n> - [ ] x [[Y]]\n> {END}\n> And:: 3\n")
    assert [field.key for field in found.fields] == ["Mine", "And"]
    assert (found.links, found.items, found.malformed) == ((), (), ())


@pytest.mark.parametrize(
    "text",
    [
        f"> {BEGIN}\nMine:: 2\n\n> {END}\n",
        f"> {BEGIN}\n> Mine:: 2\n",
    ],
)
def test_a_quoted_marker_without_its_end_in_the_quote_hides_nothing(text: str) -> None:
    assert [field.key for field in note(text).fields] == ["Mine"]


CONFLICT = "<<<<<<< HEAD\nmine\n=======\ntheirs\n>>>>>>> other\n"


@pytest.mark.parametrize(
    "text",
    [
        CONFLICT,
        f"# T\n\n{CONFLICT}after",
        CONFLICT.replace("\n", "\r\n"),
        "<<<<<<< HEAD\na\n||||||| base\nb\n=======\nc\n>>>>>>> other",
        "---\ntype: process\n<<<<<<< HEAD\ndue: 1\n=======\ndue: 2\n>>>>>>> x\n---\n",
        f"---\na: 1\n---\n- item\n{CONFLICT}",
        "<<<<<<< HEAD\nonly this\n",
        "<<<<<<< HEAD",
        "<<<<<<< HEAD\na\n>>>>>>> b\n",
        "---\ntype: process\n<<<<<<< HEAD\ndue: 1\n---\n",
        f"```\n{CONFLICT}```\n\n<<<<<<< HEAD\n",
    ],
)
def test_a_conflict_in_header_or_body_is_told_once(text: str) -> None:
    found = note(text)
    assert [m.what for m in found.malformed] == ["conflict-markers"]
    assert found.source.cut(found.malformed[0].span).rstrip() == "<<<<<<< HEAD"
    assert found.unusable


@pytest.mark.parametrize(
    "text",
    [
        "Title\n=======\n",
        f"```\n{CONFLICT}```\n",
        "a\n=======\n>>>>>>> b\n",
        "`<<<<<<< HEAD` is where it begins\n",
        "<<<<<<<HEAD\n",
        "text <<<<<<< HEAD\n=======\n>>>>>>> x\n",
        "<<<<<<<< a\n========\n>>>>>>>> b\n",
    ],
)
def test_what_only_looks_like_a_conflict_is_none(text: str) -> None:
    assert note(text).malformed == ()
