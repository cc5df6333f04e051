"""Pages and blocks as text: a template for each, found by its name."""

from collections.abc import Mapping
from functools import cache
from typing import TypeAlias

from vaultgoals.render.environment import environment, written
from vaultgoals.render.last_time import LastTime
from vaultgoals.render.plain import Plain, plain
from vaultgoals.review.blocks import BlockValue
from vaultgoals.review.dashboard import Dashboard
from vaultgoals.review.monthly import MonthlyReview
from vaultgoals.review.people import PersonReview
from vaultgoals.review.problems import Problems
from vaultgoals.review.quarterly import QuarterlyReview
from vaultgoals.review.weekly import WeeklyReview
from vaultgoals.review.yearly import YearlyReview

PageValue: TypeAlias = (
    WeeklyReview | MonthlyReview | QuarterlyReview | YearlyReview | Dashboard | Problems | PersonReview
)


def render_page(kind: str, value: PageValue) -> str:
    """A whole page, with markers around what is generated, not yet with digests; no line ends in a blank."""
    return _render(page_template(kind), page_values(value))


def render_block(name: str, value: BlockValue) -> str:
    """The text of a block in another note, without its markers; empty, or ending in a newline."""
    return _render(block_template(name), block_values(value))


def page_template(kind: str) -> str:
    """The name of a page's template."""
    return f"pages/{kind}.md.j2"


def block_template(name: str) -> str:
    """The name of a block's template."""
    return f"blocks/{name}.md.j2"


def page_values(value: PageValue) -> dict[str, Plain]:
    """What a page's template sees."""
    return {"review": _plain(value), "in_page": True}


def block_values(value: BlockValue) -> dict[str, Plain]:
    """What a block's template sees in a note of the person's."""
    return {"block": _plain(value), "in_page": False}


def _plain(value: PageValue | BlockValue) -> Plain:
    known = _last_time(type(value).__name__)
    made = plain(value, known)
    known.turn()
    return made


@cache
def _last_time(of: str) -> LastTime[Plain]:
    """What was made of the last value of a type: most parts of the next are the same."""
    return LastTime()


def _render(template: str, values: Mapping[str, Plain]) -> str:
    return written(environment(), template, values)
