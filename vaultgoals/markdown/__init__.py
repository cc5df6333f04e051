"""Text to notes: frontmatter with places, the body by markdown-it, links, fields and tasks."""

from vaultgoals.markdown.reader import read_note

__all__ = ["read_note"]
