"""Blocks read without a parser are those that the parser finds, in every detail, or none are read."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.markdown.blocks import parsed_blocks
from vaultgoals.markdown.plain_blocks import read_plain_blocks

LINES = st.sampled_from(
    (
        *(
            "",
            "",
            "",
            "text",
            "more text",
            "é",
            "**bold** x",
            "_so_",
            "`code`",
            "#tag",
            "12. of May",
            "1.5 h",
        ),
        *("- item", "- [ ] task", "- [x] done [[X|y]]", "* star", "+ plus", "1. one", "2. two", "10) ten"),
        *("-", "- ", "-  two", "- - a", "- # head", "- 1. a", "- **b**", "1.", "1.x", "-x", "- a | b"),
        *(
            "# Head",
            "## Head ##",
            "####### none",
            "#",
            "---",
            "----  ",
            "- - -",
            "***",
            "===",
            "--- |",
            "|-|",
        ),
        *(
            "> quoted",
            ">more",
            "> ",
            ">",
            ">  two",
            "> - item",
            "> [!note] Call",
            ">> deep",
            "> # head",
            "| a |",
        ),
        *(
            "```",
            "```python",
            "````",
            "~~~",
            "``` `",
            "%%",
            "%% aside %%",
            "$$",
            "$5",
            "<div>",
            "<!--",
            "[^1]: x",
        ),
        *("a | b", "-|-", ":-", "\tx", "x  ", "x\\", "\u00a0", "\x0b", "\u2028", "\x85", "é. x", "٣. x"),
    )
)
INDENTED = st.builds("{}{}".format, st.sampled_from(("", "", "", " ", "  ", "   ", "    ", "      ")), LINES)
BODIES = st.builds("{}{}".format, st.lists(INDENTED, max_size=12).map("\n".join), st.sampled_from(("", "\n")))
PLAIN = st.sampled_from(
    (
        *("", "", "text", "**so** it is", "# Head", "> quoted", ">more", "```", "---", "12 times"),
        *(
            "- item",
            "* star",
            "1. one",
            "2. two",
            "- [ ] task",
            "  - inner",
            "   more",
            "  2. two",
            "    - deep",
        ),
    )
)
ORACLE = sorted((Path(__file__).parents[1] / "oracle").glob("*.json"))


@settings(max_examples=400, deadline=None)
@given(BODIES | st.lists(PLAIN, max_size=12).map("\n".join))
def test_what_is_read_without_the_parser_is_what_the_parser_reads(body: str) -> None:
    plain = read_plain_blocks(body)
    assert plain is None or plain == parsed_blocks(body)


def test_so_it_is_for_notes_that_people_wrote() -> None:
    notes = [json.loads(path.read_text("utf-8")).get("fileContents") or "" for path in ORACLE]
    plain = {note: read_plain_blocks(note) for note in notes if "\r" not in note}
    assert [note for note, blocks in plain.items() if blocks not in (None, parsed_blocks(note))] == []


def test_a_day_as_most_people_write_it_needs_no_parser() -> None:
    day = "# Friday\n\nCalls:: 3\n\n- [x] rang [[Calls]]\n  - they agree\n    and more\n1. one\n\n> said so\n"
    assert read_plain_blocks(day) is not None
