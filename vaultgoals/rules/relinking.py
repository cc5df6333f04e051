"""A goal's link with another target, as a fix."""

from vaultgoals.core.fix import Fix
from vaultgoals.core.note import Link, Node, Note, Scalar, Sequence
from vaultgoals.core.splice import property_at, rewritten

# What separates the parts of a wikilink, or ends it: a name that holds one of these cannot be linked to.
_NOT_IN_LINKS = frozenset("#^|[]\\")


def is_linkable(name: str) -> bool:
    """Whether a wikilink can hold a note's name."""
    return _NOT_IN_LINKS.isdisjoint(name)


def relinked(note: Note, link: Link, name: str, *, safe: bool) -> Fix | None:
    """The link with `name` in place of its path; its heading, its alias and its quotes stay.

    None for links of another form, `[alias](target)` or without quotes, and where no link can hold the name.
    """
    prop = property_at(note, link.span)
    scalar = _scalar_with(link, prop.value)
    if scalar is None or link.markdown or not is_linkable(name):
        return None
    before, _, after = scalar.text.partition(link.target)
    if before.strip() != ("" if link.bare else "[["):
        return None
    what = f"link `{prop.name}` to [[{name}]]"
    return rewritten(note, prop, {scalar.span: f"{before}{name}{after}"}, what=what, safe=safe)


def _scalar_with(link: Link, value: Node) -> Scalar | None:
    nodes = value.items if isinstance(value, Sequence) else (value,)
    within = (node for node in nodes if node.span.start <= link.span.start < node.span.end)
    found = next(within, None)
    return found if isinstance(found, Scalar) else None
