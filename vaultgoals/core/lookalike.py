"""What looks like something that is read and is none, and why."""

from dataclasses import dataclass

from vaultgoals.core.source import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Lookalike:
    """A stretch of a note that looks like a `link`, `task`, `reading` or `properties`.

    `why` says what is in the way: `code`, `math`, `HTML`, `comment` (all that hides it), `block` (one of our
    own), or what is misspelt (`unclosed`, `box`, `no-blank`, `no-item`). `key` is the key of a field, which
    is a reading only where a goal has that name.
    """

    looks_like: str
    why: str
    span: Span
    key: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class NotTaken:
    """What stands at `span`, what it looks like (`link`, `reading`, `task`, …), and why it is none.

    What does look like a link and is one may have no `target`, or lead to no `goal`; a task that is one may
    be no `action` of a goal.
    """

    span: Span
    looks_like: str
    reason: str
