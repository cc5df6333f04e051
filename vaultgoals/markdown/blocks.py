"""The blocks of a body, by the quickest reader that is sure of them."""

from typing import TYPE_CHECKING

from vaultgoals.markdown.plain_blocks import Block, read_plain_blocks

if TYPE_CHECKING:
    from markdown_it.token import Token

HIDING = {"fence": "code", "code_block": "code", "math": "math", "html_block": "HTML", "comment": "comment"}
"""The kinds of blocks that hide text, each with what it is."""

# Their contents say as much, or nothing hangs on them.
_PASSED = frozenset(
    (
        *("inline", "paragraph_close", "heading_close"),
        *("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close"),
    )
)


def read_blocks(body: str) -> list[Block]:
    """The blocks of a text whose lines end at `\\n` only."""
    plain = read_plain_blocks(body)
    return parsed_blocks(body) if plain is None else plain


def parsed_blocks(body: str) -> list[Block]:
    """The same, as the parser of Markdown finds them."""
    from vaultgoals.markdown.grammar import read_tokens  # slow to come, and most bodies do without

    return [_block(token) for token in read_tokens(body) if token.type not in _PASSED]


def _block(token: "Token") -> Block:
    lines = token.meta.get("lines", [])
    if token.type in HIDING and token.type != "comment":
        lines = [(lines[0][0], lines[-1][1])]
    ruled = token.type == "heading_open" and not token.markup.startswith("#")
    rank = int(token.tag[1]) if token.type == "heading_open" else 0
    return Block(token.type, token.level, token.map[0] if token.map else 0, lines, rank, ruled)
