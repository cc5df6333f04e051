"""Reading one note's properties as typed values."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from vaultgoals.core.cadence import Cadence, parse_cadence
from vaultgoals.core.confidence import parse_confidence, parse_share
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_date, parse_lag, parse_milestone, parse_pause
from vaultgoals.core.goal import Milestone
from vaultgoals.core.nearness import nearest
from vaultgoals.core.note import (
    Mapping,
    Scalar,
    property_key,
)
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.property_finder import PropertyFinder, is_filled
from vaultgoals.core.quantity import parse_quantity, parse_yes_no
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable

_Value = TypeVar("_Value")
_Choice = TypeVar("_Choice", bound=StrEnum)


class PropertyReader(PropertyFinder):
    """Reads the properties of one note of one kind.

    Each method takes a property's name and answers its value, or None (or nothing) where there is none, or
    where it cannot be read.
    """

    def text(self, name: str) -> str | None:
        """A text, as written."""
        scalar = self.one(name)
        return scalar.text.strip() if scalar else None

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(scalar.text.strip() for scalar in self.scalars(name))

    def choice(
        self, name: str, choices: type[_Choice], default: _Choice, synonyms: dict[str, _Choice]
    ) -> _Choice:
        """One word of a fixed set."""
        expected, words = _choices(choices)
        scalar = self.one(name, expected)
        if scalar is None:
            return default
        word = property_key(scalar.text)
        if word in synonyms:
            return synonyms[word]
        if word in words:
            return choices(word)
        self.fail(name, scalar.span, scalar.text, expected, nearest(word, [*choices]))
        return default

    def flag(self, name: str) -> bool:
        """Yes or no; missing is no."""
        scalar = self.one(name, "yes or no")
        if scalar is None:
            return False
        return bool(self._take(name, scalar, parse_yes_no(scalar.text)))

    def number(self, name: str, unit: str | None = None) -> Fraction | None:
        """A quantity in the goal's unit."""
        scalar = self.one(name, "number")
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
        scalar = self.one(name, "share")
        return self._take(name, scalar, parse_share(scalar.text)) if scalar else None

    def confidence(self, name: str) -> Fraction | None:
        """A stated confidence, 0..1."""
        scalar = self.one(name, "confidence")
        return self._take(name, scalar, parse_confidence(scalar.text)) if scalar else None

    def day(self, name: str) -> date | None:
        """A calendar date."""
        scalar = self.one(name, "date")
        if scalar is None:
            return None
        return self._take(name, scalar, read_day(scalar.text, self.config))

    def cadence(self, name: str, unit: str | None = None) -> Cadence | None:
        """A cadence, of amounts in the goal's unit."""
        scalar = self.one(name, "cadence")
        return self._take(name, scalar, parse_cadence(scalar.text, unit)) if scalar else None

    def lag(self, name: str) -> int:
        """A stretch of time in days; missing is 0, which needs no unit."""
        scalar = self.one(name, "lag")
        if scalar is None or scalar.text.strip() == "0":
            return 0
        return self._take(name, scalar, parse_lag(scalar.text)) or 0

    def pauses(self) -> tuple[Period, ...]:
        """The periods of `pauses`, in the order written."""
        read = ((scalar, parse_pause(scalar.text)) for scalar in self.scalars("pauses", "pause"))
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

    def _milestone_texts(self) -> Iterator[tuple[Span, str]]:
        for node in self.nodes("milestones"):
            if isinstance(node, Mapping):
                for key, value in node.entries:
                    written = value.text if isinstance(value, Scalar) else self.note.source.cut(value.span)
                    yield Span(key.span.start, value.span.end), f"{key.text}: {written}"
            elif isinstance(node, Scalar):
                if is_filled(node):
                    yield node.span, node.text
            else:
                yield node.span, self.note.source.cut(node.span)

    def _take(self, name: str, scalar: Scalar, read: _Value | Unreadable) -> _Value | None:
        if isinstance(read, Unreadable):
            self.fail(name, scalar.span, scalar.text, read.expected, read.near)
            return None
        return read


@lru_cache(maxsize=8)
def _choices(choices: type[StrEnum]) -> tuple[str, frozenset[str]]:
    """The words of a fixed set, as they are told, and to look them up."""
    return ", ".join(choices), frozenset(choices)


def read_day(text: str, config: Config) -> date | Unreadable:
    """A date, or a link to a daily note, as this vault names its daily notes and ends its days."""
    return parse_date(
        text,
        day_ends_at=config.day_ends_at,
        daily=config.periodic.daily or "YYYY-MM-DD",
        calendar=Calendar(week=config.week),
    )
