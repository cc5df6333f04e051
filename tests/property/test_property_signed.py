"""A note reads the same whether what stands in its signed blocks is read or left out."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.block import block_digest
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.markdown.body import read_body

QUIET = st.sampled_from(
    (
        *(
            "- a\n",
            "> b\n",
            "> [!note]- c\n> - [[d]]\n",
            "# e\n",
            "1. f\n",
            "| g | h |\n|---|---|\n| 1 | 2 |\n",
        ),
        *(
            "text\n",
            "    i\n",
            "\n",
            "===\n",
            "- [x] j 2025-01-01\n",
            "k:: 2\n",
            "```mermaid\na --> b\n```\n",
        ),
    )
)
LOUD = st.sampled_from(
    (
        *("```\n", "~~~\n", "%%\n", "$$\n", "<div>\n", "</div>\n", "<!--\n", "-->\n", "> ```\n", "  ```\n"),
        *("<pre>\n", "</pre>\n", "- ```\n", "````\n", "<!-- vaultgoals:end b -->\n", "\t```\n", "a ```\n"),
    )
)
WORDS = st.sampled_from(("", "  ", "> ", "- ", "x"))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """A block, mostly signed as it should be, sometimes not at the beginning of a line or with more in it."""
    name = draw(st.sampled_from("abc"))
    content = "".join(draw(st.lists(QUIET | QUIET | LOUD, max_size=4)))
    digest = block_digest(content if draw(st.integers(0, 9)) else "another text")
    before, after = (draw(WORDS) if not draw(st.integers(0, 9)) else "" for _ in range(2))
    begin = f"{before}<!-- vaultgoals:begin {name} {digest} -->"
    return f"{begin}\n{content}{after}<!-- vaultgoals:end {name} -->\n"


BODIES = st.lists(QUIET | LOUD | blocks() | blocks(), max_size=10).map("".join)
HEADERS = st.sampled_from(("", "---\ntype: goal-review\npage: weekly\n---\n", "---\ntags: [a]\n---\n"))


@settings(max_examples=300)
@given(HEADERS, BODIES, st.sampled_from(("\n", "")))
def test_a_note_reads_the_same_with_what_stands_in_its_signed_blocks(
    header: str, body: str, last: str
) -> None:
    text = header + body.removesuffix("\n") + last
    note = read_note(Source.of("Note.md", text))
    assert read_body(note, text) == read_body(note, text, quick=False)
