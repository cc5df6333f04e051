"""Texts of ours as the Markdown that editors show beside the cursor: no link in it leads anywhere."""

from vaultgoals.render import escape
from vaultgoals.review.text import Code, Mention, Name, Part, Said, Strong, Text, unlinked


def markdown(words: Text) -> str:
    """A text in the middle of a line of Markdown."""
    return "".join(map(_part, words))


def _part(part: Part) -> str:
    match part:
        case str(words) | Name(words):
            return escape.phrase(words)
        case Strong(words):
            return f"**{escape.markdown(words)}**"
        case Said(words):
            return f"“{escape.markdown(unlinked(words))}”"
        case Code(words):
            return escape.code(words)
        case Mention(shown=shown):
            return escape.phrase(shown)
