"""One thing that may be written at the cursor, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.source import Span


class Sort(StrEnum):
    """What sort of thing is offered, for the sign that an editor shows beside it."""

    PROPERTY = "property"
    WORD = "word"
    DAY = "day"
    PERSON = "person"
    GOAL = "goal"
    NOTE = "note"
    LOG = "log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What may be written in place of `span`: `label` is shown, `text` written.

    `detail` stands beside the label, `about` is Markdown that explains it. Editors compare `sought` with what
    stands in the span before the cursor, so it begins with the same quotes and brackets. Offers come in the
    order in which they are to be shown.
    """

    label: str
    text: str
    span: Span
    sought: str
    sort: Sort
    detail: str = ""
    about: str = ""
