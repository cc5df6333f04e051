"""Where in a note something stands, as near as a link can lead there."""

from vaultgoals.core.note import Note


def heading_above(note: Note, at: int) -> str | None:
    """The heading above a place in a note; None where there is none, or where its name leads elsewhere.

    Of several headings of one name, whatever its case, a link leads to the first.
    """
    above = [heading.text for heading in note.headings if heading.span.start <= at]
    if not above:
        return None
    *earlier, nearest = above
    taken = {text.casefold() for text in earlier}
    return None if nearest.casefold() in taken else nearest
