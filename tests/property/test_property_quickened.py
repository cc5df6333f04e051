"""The rules of blocks, asked only where a block may begin, find what they find when asked everywhere."""

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.markdown.grammar import read_tokens

PIECES = st.sampled_from(
    (
        *("- ", "* ", "+ ", "1. ", "10) ", "> ", ">", "# ", "## ", "    ", "  ", "\t", "\n", "\n", "\n\n"),
        *(
            "text",
            "é",
            "7",
            "a b",
            "===",
            "---",
            "--",
            "-",
            "=",
            " -",
            "***",
            "___",
            "|",
            "|-|",
            "|a|b|\n|-|-|\n",
        ),
        *("```", "~~~", "%%", "$$", "<div>", "</div>", "<!--", "-->", "[[X|y]]", "- [ ] t", "[x]: /y", "\\"),
        *("\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u00a0", "\0"),
    )
)
BODIES = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60).map(
    lambda text: text.replace("\r", "")
)
ORACLE = sorted((Path(__file__).parents[1] / "oracle").glob("*.json"))


@settings(max_examples=400)
@given(BODIES)
def test_the_blocks_of_any_text_are_the_same_however_they_are_looked_for(body: str) -> None:
    assert read_tokens(body) == read_tokens(body, quick=False)


def test_so_are_the_blocks_of_notes_that_people_wrote() -> None:
    notes = [json.loads(path.read_text("utf-8")).get("fileContents") or "" for path in ORACLE]
    assert notes
    assert [note for note in notes if read_tokens(note) != read_tokens(note, quick=False)] == []
