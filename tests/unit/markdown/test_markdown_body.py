"""Headings, list items, tables and block ids: their text and where it stands."""

import pytest

from vaultgoals.core.note import Contents, Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.markdown.reader import read_contents


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("# One\n###### Six", [("One", 1, "# One"), ("Six", 6, "###### Six")]),
        ("##  Text  ##  ", [("Text", 2, "##  Text  ##")]),
        ("# a#", [("a#", 1, "# a#")]),
        ("#", [("", 1, "#")]),
        ("# #", [("", 1, "# #")]),
        ("  ## A", [("A", 2, "## A")]),
        ("# See [[X]] `c`", [("See [[X]] `c`", 1, "# See [[X]] `c`")]),
        ("Text\n====", [("Text", 1, "Text\n====")]),
        ("Two\nlines\n---", [("Two\nlines", 2, "Two\nlines\n---")]),
        ("#tag\n####### seven", []),
        ("```\n# a\n```", []),
        ("> # a\n\n- # b", []),
        ("%%\n# a\n%%", []),
        ("<!--\n# a\n-->", []),
    ],
)
def test_headings(text: str, headings: list[tuple[str, int, str]]) -> None:
    found = note(text)
    assert [(h.text, h.level, found.source.cut(h.span)) for h in found.headings] == headings


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("- a\n* b\n+ c\n1. d\n2) e", [("a", None), ("b", None), ("c", None), ("d", None), ("e", None)]),
        ("- a\n  - b\n    - c\n  - d\n- e", [("a", None), ("b", 0), ("c", 1), ("d", 0), ("e", None)]),
        ("- a\n  more\nlazy\n- b", [("a\nmore\nlazy", None), ("b", None)]),
        ("- a\n\n  second\n- b", [("a", None), ("b", None)]),
        ("> - a\n>   more\n>   - b", [("a\nmore", None), ("b", 0)]),
        ("-\n  - a", [("", None), ("a", 0)]),
        ("- \n- a", [("", None), ("a", None)]),
        ("- - a", [("", None), ("a", 0)]),
        ("- # h\n- ```\n  x\n  ```", [("", None), ("", None)]),
        ("- a\n\t- b", [("a", None), ("b", 0)]),
        ("-\ta", [("a", None)]),
        ("- a\n  > - b", [("a", None), ("b", 0)]),
        ("-a\n\n1.b\n\n- ", [("", None)]),
        ("```\n- a\n```\n\n    - b\n\n<!--\n- c\n-->\n\n$$\n- d\n$$", []),
        ("%%\n- a\n%%\n- b", [("b", None)]),
        ("%% one line %%\n- a", [("a", None)]),
        ("%%\n- a", [("a", None)]),
        ("- %% a\n\nb\n- c %%", [("%% a", None), ("c %%", None)]),
        ("* * *\n- - -", []),
    ],
)
def test_list_items_have_their_own_text_and_parent(text: str, items: list[tuple[str, int | None]]) -> None:
    found = note(text)
    assert [(item.text, item.parent) for item in found.items] == items
    for item in found.items:
        cut = found.source.cut(item.span)
        assert all(line in cut for line in item.text.split("\n"))


@pytest.mark.parametrize(
    ("line", "status", "text"),
    [
        ("- [ ] a", " ", "a"),
        ("* [x] a", "x", "a"),
        ("+ [/] a", "/", "a"),
        ("1. [-] a", "-", "a"),
        ("1) [🎉] a", "🎉", "a"),
        ("> > - [X] a", "X", "a"),
        ("- [ ]   a", " ", "a"),
        ("- [ ]", " ", ""),
        ("- [ ] 1. a", " ", "1. a"),
    ],
)
def test_a_task_is_an_item_with_one_character_in_brackets(line: str, status: str, text: str) -> None:
    item = note(line).items[0]
    assert item.task is not None
    assert (item.task.status, item.task.text, item.text) == (status, text, text)


@pytest.mark.parametrize(
    "line", ["- [] a", "- [xx] a", "- [x]a", "- [x](y.md)", "- a [ ] b", "- \\[ ] a", "- [[X]] a", "[ ] a"]
)
def test_other_brackets_make_no_task(line: str) -> None:
    assert all(item.task is None for item in note(line).items)


@pytest.mark.parametrize(
    ("text", "ids", "item_ids"),
    [
        ("block ^id", ["id"], []),
        ("| a |\n|---|\n\n^table-1", ["table-1"], []),
        ("- a ^x\n  - b\n- c ^y", ["x", "y"], ["x", None, "y"]),
        ("- [ ] a 📅 2026-01-01 ^t", ["t"], ["t"]),
        ("> a ^q", ["q"], []),
        ("a^id\n\na ^id b\n\na ^i_d\n\n`a ^id`\n\n2 ^", [], []),
        ("first\nsecond ^Id", ["Id"], []),
    ],
)
def test_block_ids(text: str, ids: list[str], item_ids: list[str | None]) -> None:
    found = note(text)
    assert list(found.block_ids) == ids
    assert [item.block for item in found.items] == item_ids


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|---|\n| 1 | 2 |", [["a", "b"], ["1", "2"]]),
        ("a | b\n--|--\n1 | 2\n3", [["a", "b"], ["1", "2"], ["3"]]),
        ("|a|\n|-|\n|x\\|y|", [["a"], ["x|y"]]),
        ("|a|b|\n|-|-|\n|[[x\\|y]]||", [["a", "b"], ["[[x|y]]", ""]]),
        ("> | a |\n> |---|\n> | 1 |", [["a"], ["1"]]),
        ("- | a |\n  |---|\n  | 1 |", [["a"], ["1"]]),
        ("| Date | Value |\r\n|---|---|\r\n| 🎉 | é |\r\n", [["Date", "Value"], ["🎉", "é"]]),
        ("| a |\n|---|", [["a"]]),
    ],
)
def test_a_tables_cells_and_their_places(text: str, rows: list[list[str]]) -> None:
    found = note(text)
    table = found.tables[0]
    cells = [table.header, *table.rows]
    assert [[cell.text for cell in row] for row in cells] == rows
    for row in cells:
        for cell in row:
            assert found.source.cut(cell.span).replace("\\|", "|") == cell.text


@pytest.mark.parametrize("text", ["| a |", "| a |\ntext", "```\n| a |\n|---|\n```", "%%\n| a |\n|---|\n%%"])
def test_no_table(text: str) -> None:
    assert note(text).tables == ()


@pytest.mark.parametrize(
    ("after", "rows"),
    [
        ("", 1),
        ("\n| 2 |", 1),
        ("| 2 |\n | |\n| 3 |", 4),
        ("words", 2),
        ("> quote", 1),
        ("- item", 1),
        ("# heading", 1),
        ("```\n| 2 |\n```", 1),
        ("%%\n| 2 |\n%%", 1),
        ("    | 2 |", 1),
        ("\u2003\n| 2 |", 1),
        ("\x1c\n| 2 |", 3),
    ],
)
def test_a_table_ends_where_another_block_begins(after: str, rows: int) -> None:
    assert [len(table.rows) for table in note(f"| a |\n|---|\n| 1 |\n{after}\n").tables] == [rows]


def test_a_table_of_many_rows_that_lack_cells_is_read_to_its_end() -> None:
    [table] = note("|a" * 100 + "|\n" + "|-" * 100 + "|\n" + "|b|\n" * 1_000).tables
    assert len(table.rows) == 1_000


def test_sixty_tasks_are_found_at_every_nesting() -> None:
    nested = "".join("  " * depth + f"- [ ] task {depth}\n" for depth in range(60))
    found = note(nested)
    assert [item.parent for item in found.items] == [None, *range(59)]
    assert all(item.task for item in found.items)
    quoted = note("> " * 150 + "- [ ] a\n")
    assert len(quoted.items) == 1
    assert quoted.malformed == ()


@pytest.mark.parametrize(
    "text",
    [
        "".join("  " * depth + "- a\n" for depth in range(150)),
        ">" * 5000 + " a",
        "1. " * 5000 + "a",
        "* > " * 3000 + "a",
        ">" * 199 + " a\n" + "lazy\n" * 20_000,
    ],
)
def test_what_is_nested_deeper_than_is_read_is_told(text: str) -> None:
    found = note(f"before [[X]]\n\n{text}")
    assert [m.what for m in found.malformed] == ["too-deep"]
    assert [link.target for link in found.links] == ["X"]
    assert not found.unusable


def test_a_reader_that_is_called_near_the_end_of_the_stack_says_too_deep() -> None:
    quotes = note(">" * 150 + " a")

    def called(depth: int) -> Contents:
        return called(depth - 1) if depth else read_contents(quotes)

    depth = 100
    while not (found := called(depth)).malformed:
        depth += 50
    assert [m.what for m in found.malformed] == ["too-deep"]
