"""A fix: how one note is mended, as data that somebody else may apply."""

from dataclasses import dataclass

from vaultgoals.core.note import Plain
from vaultgoals.core.source import Edit


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What the property at `index` among those of its note is meant to be; all others stay as they are."""

    index: int
    name: str
    value: Plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """The edits that mend a note, and `what` they do, as an order to the person: “put the link in quotes”.

    `change` is the one property that they are about, by which they are checked once they are tried out; None
    where they make properties of what was text. A `safe` fix needs no judgement; any other one is a guess.
    """

    what: str
    edits: tuple[Edit, ...]
    change: Change | None = None
    safe: bool = True
