"""What a grammar answers when it cannot read a text: a value, never an exception."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unreadable:
    """`expected` names the grammar (`number`, `date`, `cadence`, …); `near` is the nearest readable text."""

    expected: str
    text: str
    near: str | None = None
