"""Reading one note's properties as typed values, remembering what could not be read."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property
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
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.quantity import parse_quantity, parse_yes_no
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)


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
        for node in self._nodes(name):
            text = self.note.source.cut(node.span)
            if isinstance(node, Scalar):
                if _is_filled(node):
                    yield node
            elif self._link_of(node):
                yield Scalar(value=text, text=text, span=node.span)
            else:
                self.fail(name, node.span, text, "text")

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
        """A text, as written."""
        scalar = self.one(name)
        return scalar.text.strip() if scalar else None

    def names(self, name: str) -> tuple[str, ...]:
        """Names of people or notes, each once; a link stands for the title of its note."""
        return tuple(dict.fromkeys(self._name(scalar) for scalar in self.scalars(name)))

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
        return self._take(name, scalar, read_day(scalar.text, self._config))

    def cadence(self, name: str, unit: str | None = None) -> Cadence | None:
        """A cadence, of amounts in the goal's unit."""
        scalar = self.one(name)
        return self._take(name, scalar, parse_cadence(scalar.text, unit)) if scalar else None

    def lag(self, name: str) -> int:
        """A stretch of time in days; missing is 0, which needs no unit."""
        scalar = self.one(name)
        if scalar is None or scalar.text.strip() == "0":
            return 0
        return self._take(name, scalar, parse_lag(scalar.text)) or 0

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
        return tuple(self._links(name))

    def link(self, name: str) -> Link | None:
        """The only link of a property; of several, the first is taken and the second reported."""
        found = self.links(name)
        if len(found) > 1:
            self.fail(name, found[1].span, found[1].target, "one")
        return found[0] if found else None

    def _links(self, name: str) -> Iterator[Link]:
        for node in self._nodes(name):
            link = self._link_of(node)
            if link:
                yield link
            elif not isinstance(node, Scalar):
                self.fail(name, node.span, self.note.source.cut(node.span), "link")
            elif _is_filled(node):
                yield Link(target=node.text.strip(), property=name, bare=True, span=node.span)

    def _nodes(self, name: str) -> Iterable[Node]:
        """The items of a property's list, or its only value; `[[X]]` without quotes is one, and no list."""
        prop = self.find(name)
        if prop is None:
            return ()
        if isinstance(prop.value, Sequence) and not self._link_of(prop.value):
            return prop.value.items
        return (prop.value,)

    @cached_property
    def _property_links(self) -> list[Link]:
        return [link for link in self.note.links if link.property is not None]

    def _link_of(self, node: Node) -> Link | None:
        """The link that a value is from end to end, if it is one."""
        links = self._property_links
        at = bisect_left(links, node.span.start, key=lambda link: link.span.start)
        if at == len(links):
            return None
        whole = (
            links[at].span.end <= node.span.end if isinstance(node, Scalar) else links[at].span == node.span
        )
        return links[at] if whole else None

    def _name(self, scalar: Scalar) -> str:
        link = self._link_of(scalar)
        title = link.target.rpartition("/")[2].removesuffix(".md") if link else ""
        return title or scalar.text.strip()

    def _milestone_texts(self) -> Iterator[tuple[Span, str]]:
        for node in self._nodes("milestones"):
            if isinstance(node, Mapping):
                for key, value in node.entries:
                    written = value.text if isinstance(value, Scalar) else self.note.source.cut(value.span)
                    yield Span(key.span.start, value.span.end), f"{key.text}: {written}"
            elif isinstance(node, Scalar):
                if _is_filled(node):
                    yield node.span, node.text
            else:
                yield node.span, self.note.source.cut(node.span)

    def _take(self, name: str, scalar: Scalar, read: _Value | Unreadable) -> _Value | None:
        if isinstance(read, Unreadable):
            self.fail(name, scalar.span, scalar.text, read.expected, read.near)
            return None
        return read


def read_day(text: str, config: Config) -> date | Unreadable:
    """A date, or a link to a daily note, as this vault names its daily notes and ends its days."""
    return parse_date(
        text,
        day_ends_at=config.day_ends_at,
        daily=config.periodic.daily or "YYYY-MM-DD",
        calendar=Calendar(week=config.week),
    )


def _is_filled(scalar: Scalar) -> bool:
    """Whether there is anything; templates leave properties empty."""
    return scalar.value is not None and bool(scalar.text.strip())


def _by_canonical_name(note: Note, config: Config) -> dict[str, Property]:
    """The properties by our names: filled ones first; own name, the vault's name for it, then a synonym."""
    mapped = {property_key(theirs): ours for theirs, ours in config.properties.items()}
    found: dict[str, tuple[tuple[bool, int], Property]] = {}
    for prop in note.properties:
        key = property_key(prop.name)
        rank, name = (
            (1, mapped[key]) if key in mapped else (2, SYNONYMS[key]) if key in SYNONYMS else (0, key)
        )
        order = (prop.value.plain in (None, "", []), rank)
        if name not in found or order < found[name][0]:
            found[name] = (order, prop)
    return {name: prop for name, (_, prop) in found.items()}
