"""The verdicts where the work was not done, or only partly, so that the belief behind it was not tested."""

from vaultgoals.review.sentences import Sentences
from vaultgoals.review.tested import what_came
from vaultgoals.review.text import Name, Text, text
from vaultgoals.review.verdicts import Verdict


def moves_without_it(say: Sentences) -> Verdict:
    """The number moves, and little was done."""
    untested = text(say.believed(say.worst), " was not tested. Find out what moves it before adding effort.")
    return Verdict(
        title="Good news, but not from this.",
        lines=(say.done(), say.judged(), untested),
        headline=text(say.title, ": it moves, though little was done of what you planned for it."),
        advice="Find out what moves it.",
        question=text("What else changed? If you dropped this for four weeks, what would happen?"),
    )


def execution_gap(say: Sentences) -> Verdict:
    """The number does not move, and not all was done: by how much, and of what."""
    title = what_came(say)
    headline = f": {title[:1].lower()}{title[1:]}"
    return Verdict(
        title=title,
        lines=(say.done(), say.judged(), say.belief(say.worst, "It cannot be judged until it is done.")),
        headline=text(say.title, headline, say.largest_gap()),
        question=_what_stood_in_the_way(say),
    )


def _what_stood_in_the_way(say: Sentences) -> Text:
    if say.worst is None:
        return text("What stood in the way: should it be smaller, or on another day?")
    goal = say.worst.goal
    plan = "another if-then" if goal.if_then else "an if-then"
    ask = f": should it be smaller, on another day, or with {plan}?"
    return text("What stood in the way of ", Name(goal.title), ask)
