"""The weekly page as text."""

from vaultgoals.render.environment import environment
from vaultgoals.review.weekly import WeeklyReview


def render_weekly(review: WeeklyReview) -> str:
    """A whole page, with markers around what is generated, not yet with digests; no line ends in a blank."""
    text = environment().get_template("pages/weekly.md.j2").render(review=review)
    return "\n".join(line.rstrip() for line in text.split("\n"))
