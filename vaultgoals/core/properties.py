"""Reading one note's properties as typed values, remembering what could not be read."""

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from typing import TypeVar

from vaultgoals.core.cadence import Cadence, parse_cadence
from vaultgoals.core.confidence import parse_confidence, parse_share
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_date, parse_lag, parse_milestone, parse_pause
from vaultgoals.core.goal import Kind, Milestone
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.nearness import nearest
from vaultgoals.core.note import (
    Link,
    Malformed,
    Mapping,
    Node,
    Note,
    Property,
    Scalar,
    Sequence,
    property_key,
)
from vaultgoals.core.period import Period
from vaultgoals.core.quantity import parse_quantity, parse_yes_no
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)

# A text that names a person or note through a wikilink: the last part of its path is the name.
_NAMED = re.compile(r"\[\[(?:[^\[\]|#]*/)?([^\[\]|#/]+)[^\[\]]*\]\]$")


class PropertyReader:
    """Reads the properties of one note of one kind.

    Each method takes a property's name and answers its value, or None (or nothing) where the property is
    missing, empty, not one of this kind's, or cannot be read; the latter goes to `malformed`, with its place.
    """

    def __init__(self, note: Note, kind: Kind, config: Config) -> None:
        self.note = note
        self.malformed: list[Malformed] = []
        self._config = config
        self._own = KIND_PROPERTIES[kind]
        self._by_name = _by_canonical_name(note, config)

    def find(self, name: str) -> Property | None:
        """The property, by its own name, the vault's name for it, or a synonym."""
        return self._by_name.get(name) if name in self._own else None

    def scalars(self, name: str) -> Iterator[Scalar]:
        """The non-empty scalars of a property, one or a list of them."""
        prop = self.find(name)
        if prop is None:
            return
        for node in prop.value.items if isinstance(prop.value, Sequence) else (prop.value,):
            if isinstance(node, Scalar):
                if node.value is not None and node.text.strip():
                    yield node
            else:
                self.fail(name, node.span, self.note.source.cut(node.span), "text")

    def one(self, name: str) -> Scalar | None:
        """The only scalar of a property; of a longer list, the first is taken and the second reported."""
        found = list(self.scalars(name))
        if len(found) > 1:
            self.fail(name, found[1].span, found[1].text, "one")
        return found[0] if found else None

    def fail(self, name: str, span: Span, text: str, expected: str, near: str | None = None) -> None:
        """Remember that a value of property `name` cannot be read as what is `expected`."""
        trouble = Malformed(what="value", span=span, text=text, reason=expected, property=name, near=near)
        if trouble not in self.malformed:
            self.malformed.append(trouble)

    def misfit(self, name: str, expected: str) -> None:
        """Remember that a readable value of property `name` does not fit."""
        scalar = self.one(name)
        if scalar:
            self.fail(name, scalar.span, scalar.text, expected)

    def text(self, name: str) -> str | None:
        """A text; a wikilink stands for the note's title."""
        scalar = self.one(name)
        return scalar.text.strip() if scalar else None

    def names(self, name: str) -> tuple[str, ...]:
        """Names of people or notes, written as text or as links."""
        return tuple(_name(scalar.text) for scalar in self.scalars(name))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(scalar.text.strip() for scalar in self.scalars(name))

    def choice(
        self, name: str, choices: type[_Choice], default: _Choice, synonyms: dict[str, _Choice]
    ) -> _Choice:
        """One word of a fixed set."""
        scalar = self.one(name)
        if scalar is None:
            return default
        word = property_key(scalar.text)
        if word in synonyms:
            return synonyms[word]
        if word in {choice.value for choice in choices}:
            return choices(word)
        self.fail(name, scalar.span, scalar.text, ", ".join(choices), nearest(word, [*choices]))
        return default

    def flag(self, name: str) -> bool:
        """Yes or no; missing is no."""
        scalar = self.one(name)
        if scalar is None:
            return False
        return bool(self._take(name, scalar, parse_yes_no(scalar.text)))

    def number(self, name: str, unit: str | None = None) -> Fraction | None:
        """A quantity in the goal's unit."""
        scalar = self.one(name)
        if scalar is None:
            return None
        quantity = self._take(name, scalar, parse_quantity(scalar.text, unit))
        return quantity.value if quantity else None

    def positive(self, name: str) -> Fraction | None:
        """A plain number above zero."""
        number = self.number(name)
        if number is not None and number <= 0:
            self.misfit(name, "above-zero")
            return None
        return number

    def share(self, name: str) -> Fraction | None:
        """A share of one: a plain number or a percentage."""
        scalar = self.one(name)
        return self._take(name, scalar, parse_share(scalar.text)) if scalar else None

    def confidence(self, name: str) -> Fraction | None:
        """A stated confidence, 0..1."""
        scalar = self.one(name)
        return self._take(name, scalar, parse_confidence(scalar.text)) if scalar else None

    def day(self, name: str) -> date | None:
        """A calendar date."""
        scalar = self.one(name)
        if scalar is None:
            return None
        return self._take(name, scalar, parse_date(scalar.text, day_ends_at=self._config.day_ends_at))

    def cadence(self, name: str) -> Cadence | None:
        """A cadence."""
        scalar = self.one(name)
        return self._take(name, scalar, parse_cadence(scalar.text)) if scalar else None

    def lag(self, name: str) -> int:
        """A stretch of time in days; missing is 0."""
        scalar = self.one(name)
        return (self._take(name, scalar, parse_lag(scalar.text)) or 0) if scalar else 0

    def pauses(self) -> tuple[Period, ...]:
        """The periods of `pauses`, in the order written."""
        read = ((scalar, parse_pause(scalar.text)) for scalar in self.scalars("pauses"))
        taken = (self._take("pauses", scalar, pause) for scalar, pause in read)
        return tuple(pause for pause in taken if pause)

    def milestones(self, unit: str | None, start: date | None, due: date | None) -> tuple[Milestone, ...]:
        """The milestones between `start` and `due`, in order; unquoted ones are maps of one key in YAML."""
        found = []
        for span, text in self._milestone_texts():
            read = parse_milestone(text, unit)
            if isinstance(read, Unreadable):
                self.fail("milestones", span, text, read.expected, read.near)
            elif (start and read.on < start) or (due and read.on >= due):
                self.fail("milestones", span, text, "milestone-in-plan")
            else:
                found.append(read)
        return tuple(sorted(found))

    def links(self, name: str) -> tuple[Link, ...]:
        """The links of a property: wikilinks, Markdown links, or bare note names."""
        prop = self.find(name)
        if prop is None:
            return ()
        nodes = prop.value.items if isinstance(prop.value, Sequence) else (prop.value,)
        if any(m.what == "loose-link" and m.span == prop.value.span for m in self.note.malformed):
            nodes = (prop.value,)
        return tuple(link for node in nodes for link in self._link_in(name, node))

    def _link_in(self, name: str, node: Node) -> Iterator[Link]:
        for link in self.note.links:
            if (
                link.property is not None
                and node.span.start <= link.span.start
                and link.span.end <= node.span.end
            ):
                yield link
                return
        if isinstance(node, Scalar):
            if node.value is not None and node.text.strip():
                yield Link(target=node.text.strip(), property=name, span=node.span)
        else:
            self.fail(name, node.span, self.note.source.cut(node.span), "link")

    def _milestone_texts(self) -> Iterator[tuple[Span, str]]:
        prop = self.find("milestones")
        if prop is None:
            return
        for node in prop.value.items if isinstance(prop.value, Sequence) else (prop.value,):
            if isinstance(node, Mapping):
                for key, value in node.entries:
                    written = value.text if isinstance(value, Scalar) else self.note.source.cut(value.span)
                    yield Span(key.span.start, value.span.end), f"{key.text}: {written}"
            elif isinstance(node, Scalar):
                if node.value is not None:
                    yield node.span, node.text
            else:
                yield node.span, self.note.source.cut(node.span)

    def _take(self, name: str, scalar: Scalar, read: _Value | Unreadable) -> _Value | None:
        if isinstance(read, Unreadable):
            self.fail(name, scalar.span, scalar.text, read.expected, read.near)
            return None
        return read


def _name(text: str) -> str:
    text = text.strip()
    linked = _NAMED.match(text)
    return linked.group(1).strip() if linked else text


def _by_canonical_name(note: Note, config: Config) -> dict[str, Property]:
    """The properties by our names: their own name first, then the vault's name for it, then a synonym."""
    mapped = {property_key(theirs): ours for theirs, ours in config.properties.items()}
    found: dict[str, tuple[int, Property]] = {}
    for prop in note.properties:
        key = property_key(prop.name)
        rank, name = (
            (1, mapped[key]) if key in mapped else (2, SYNONYMS[key]) if key in SYNONYMS else (0, key)
        )
        if name not in found or rank < found[name][0]:
            found[name] = (rank, prop)
    return {name: prop for name, (_, prop) in found.items()}
