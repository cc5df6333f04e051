"""Pages and blocks as text: a template for each, found by its name."""

from vaultgoals.render.environment import environment
from vaultgoals.review.blocks import BlockValue
from vaultgoals.review.dashboard import Dashboard
from vaultgoals.review.problems import Problems
from vaultgoals.review.weekly import WeeklyReview


def render_page(kind: str, value: WeeklyReview | Dashboard | Problems) -> str:
    """A whole page, with markers around what is generated, not yet with digests; no line ends in a blank."""
    return _render(f"pages/{kind}.md.j2", review=value, in_page=True)


def render_block(name: str, value: BlockValue) -> str:
    """The text of a block in another note, without its markers; empty, or ending in a newline."""
    return _render(f"blocks/{name}.md.j2", block=value, in_page=False)


def _render(template: str, **values: object) -> str:
    text = environment().get_template(template).render(values)
    return "\n".join(line.rstrip() for line in text.split("\n"))
