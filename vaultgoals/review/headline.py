"""The first and the last words of a page: what matters most, and what to think about."""

from collections.abc import Sequence

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.show import show_day
from vaultgoals.core.vault import Vault
from vaultgoals.review.outcome import OutcomeSection
from vaultgoals.review.phrases import count
from vaultgoals.review.text import Name, Text, text

QUESTIONS = 2

_NO_GOALS = "No goals yet. Write down one thing you want, and one thing you will repeat to get there."
_FIRST_GOALS = (
    "The one is a note with the properties “type: outcome”, “target” and “due”; the other has "
    "“type: process”, “cadence”, “because”, and a link to the first in “outcome”."
)
_NO_OUTCOME = "No outcome is active. What do you want from all this?"
_FIRST_OUTCOME = (
    "Write it as a note with the properties “type: outcome”, “target” and “due”, and link your process goals "
    "to it in “outcome”."
)
_ALWAYS = "What was worth its time this week, and what was not?"


def headline(vault: Vault, sections: Sequence[OutcomeSection]) -> Text:
    """The sentence that a page begins with."""
    if not sections:
        return _first_to_come(vault) or text(_NO_OUTCOME if vault.goals else _NO_GOALS)
    if _all_go_well(sections):
        return text(f"Keep going: {_all(len(sections))} move with what you do.")
    first = sections[0]
    return text(first.headline, f" {first.advice}" if first.advice else "")


def asides(vault: Vault, sections: Sequence[OutcomeSection]) -> tuple[Text, ...]:
    """What is said below it: of the next outcomes, or how to begin."""
    if not sections:
        first = text(_FIRST_OUTCOME if vault.goals else _FIRST_GOALS)
        return () if _first_to_come(vault) else (first,)
    return () if _all_go_well(sections) else tuple(section.headline for section in sections[1:])


def _first_to_come(vault: Vault) -> Text:
    """What a page without an outcome says of the active ones, which all begin long after it."""
    ahead = (goal for goal in vault.of_kind(Kind.OUTCOME) if goal.status is Status.ACTIVE)
    begins, title = min(((goal.start, goal.title) for goal in ahead if goal.start), default=(None, ""))
    if begins is None:
        return ()
    return text("No outcome is under way yet. ", Name(title), f" begins on {show_day(begins)} {begins.year}.")


def _all_go_well(sections: Sequence[OutcomeSection]) -> bool:
    return len(sections) > 1 and all(section.calm and section.question for section in sections)


def _all(number: int) -> str:
    return "both outcomes" if number == 2 else f"all {count(number)} outcomes"


def questions(sections: Sequence[OutcomeSection]) -> tuple[Text, ...]:
    """One or two questions of those that need the person most, each once, and never none.

    Where there are several outcomes a question says which it is about.
    """
    asked: dict[Text, OutcomeSection] = {}
    for section in sections:
        if section.question:
            asked.setdefault(section.question, section)
    if _all_go_well(sections) or len(sections) == 1:
        return tuple(asked) or (text(_ALWAYS),)
    named = [_about(section, question) for question, section in asked.items()]
    return tuple(named[:QUESTIONS]) or (text(_ALWAYS),)


def _about(section: OutcomeSection, question: Text) -> Text:
    first = question[0]
    assert isinstance(first, str)  # questions begin with our own words
    return text(Name(section.goal.shown), f": {first[:1].lower()}{first[1:]}", question[1:])
