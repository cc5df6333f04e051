"""Text to notes: frontmatter with places, the body by markdown-it, links, fields and tasks."""

from vaultgoals.markdown.lookalikes import lookalikes
from vaultgoals.markdown.reader import read_note

__all__ = ["lookalikes", "read_note"]
