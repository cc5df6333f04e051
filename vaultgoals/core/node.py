"""The values of YAML as they stand in a note's header: scalars, lists and mappings, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from vaultgoals.core.source import Span

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"
"""A property's value as Obsidian gives it: YAML 1.2, dates stay strings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One YAML scalar. `text` is what is written, without quotes; `span` covers it, quotes included."""

    value: str | int | float | bool | None
    text: str
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return self.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A YAML list."""

    items: "tuple[Node, ...]"
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return [item.plain for item in self.items]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """A YAML mapping; keys are as written."""

    entries: "tuple[tuple[Scalar, Node], ...]"
    span: Span

    @property
    def plain(self) -> Plain:
        """The value as Obsidian gives it."""
        return {key.text: value.plain for key, value in self.entries}


Node: TypeAlias = Scalar | Sequence | Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """One top-level key of the frontmatter and its value. `name` is as written."""

    name: str
    value: Node
    key_span: Span
