"""Sentences as values: our words, the person's, and links to notes, kept apart until they land somewhere.

Only whoever writes a text out knows what must be escaped there, so nothing is escaped here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Said:
    """Words of the person, quoted as they stand in a note; of a link in them is shown what is read there."""

    words: str


@dataclass(frozen=True, slots=True)
class Name:
    """The name of a goal or of anything else a person named, to be shown without a link."""

    words: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Our own words, stressed."""

    words: str


@dataclass(frozen=True, slots=True)
class Code:
    """What is to be typed as it stands: a property, a name of ours."""

    words: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A link to a note, or to a block or heading in it.

    `target` is how a link names the note, `shown` what is read.
    """

    path: str
    target: str
    shown: str
    block: str | None = None
    heading: str | None = None


Part: TypeAlias = str | Strong | Said | Name | Code | Mention
Text: TypeAlias = tuple[Part, ...]


def text(*parts: "Part | Text") -> Text:
    """One text of several parts; texts inside are joined in."""
    joined: list[Part] = []
    for part in parts:
        joined.extend(part if isinstance(part, tuple) else (part,))
    return tuple(part for part in joined if part != "")


def join(texts: Iterable[Text], separator: str) -> Text:
    """Texts with a separator between them."""
    joined: list[Part] = []
    for index, item in enumerate(texts):
        joined.extend((separator, *item) if index else item)
    return tuple(joined)


def unstressed(words: Text) -> Text:
    """A text to be stressed as a whole: what is stressed in it already becomes plain."""
    return tuple(part.words if isinstance(part, Strong) else part for part in words)


_LINK = re.compile(
    r"!?\[\[(?:(?:[^\[\]|#]*/)?#?(?P<name>[^\[\]|/#]+)(?:#[^\[\]|]*)?|[^\[\]|]*\|(?P<alias>[^\[\]|]+))\]\]"
)


def unlinked(words: str) -> str:
    """The person's words as they are read: of a wikilink its alias, or the bare name of its note."""
    return _LINK.sub(lambda link: link["alias"] or link["name"], words)


def plain(words: Text) -> str:
    """A text without any markup, as JSON and tests want it."""
    return "".join(_plain(part) for part in words)


def _plain(part: Part) -> str:
    match part:
        case str():
            return part
        case Said(words):
            return f"“{unlinked(words)}”"
        case Name(words) | Strong(words) | Code(words):
            return words
        case Mention(shown=shown):
            return shown
