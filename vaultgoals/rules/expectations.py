"""What a value should have been: for each grammar what to say of a text that it cannot read."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.cadence import CADENCE_HELP
from vaultgoals.core.loose_date import read_loose_date
from vaultgoals.core.note import Malformed
from vaultgoals.rules.wording import either, quoted


@dataclass(frozen=True, slots=True)
class Expectation:
    """`fault` continues a sentence that begins with what was written; `instead` is what to write."""

    fault: str
    instead: str


EXPECTATIONS: Mapping[str, Expectation] = {
    "cadence": Expectation(
        "cannot be read as a cadence", CADENCE_HELP[:1].lower() + CADENCE_HELP[1:].rstrip(".")
    ),
    "date": Expectation("is no date", "write it as YYYY-MM-DD"),
    "number": Expectation("is no number", "write a number such as 8, 7.5, 1,250 or 12k"),
    "quantity": Expectation(
        "is no number, or in another unit than the goal",
        "write a number such as 8, 7.5, 1,250 or 12k, alone or with the goal's `unit`",
    ),
    "duration": Expectation("is no duration", "write it as 1h30m, 90 min or 1:02:30"),
    "lag": Expectation("is no stretch of time", "write it as 4 weeks, 10 days or 2 months"),
    "milestone": Expectation("is no milestone", 'write a date and a value in quotes, "2026-10-31: 7"'),
    "milestone-in-plan": Expectation(
        "lies outside the plan, and is left out", "give it a day from `start` on and before `due`"
    ),
    "pause": Expectation("is no pause", "write first and last day, 2026-08-01..2026-08-14, or one day alone"),
    "yes or no": Expectation("is neither yes nor no", "write true or false"),
    "share": Expectation("is no share", "write a number from 0.0 to 1.0, or a percentage such as 60%"),
    "confidence": Expectation(
        "cannot be read as a confidence",
        "write 0 to 10, a percentage, a number such as 0.7, or on track, at risk, off track; a bare 1 could"
        " mean 0.1 or 1.0: write 10, 100% or 0.1",
    ),
    "above-zero": Expectation("is not above zero", "write a number greater than 0"),
    "reps": Expectation(
        "counts per rep, but how many there are is not said", "add `reps`, for example `reps: 4`"
    ),
    "unit": Expectation(
        "counts something else than the goal's `unit`", "write both in the same unit, or leave out `unit`"
    ),
    "one": Expectation("is a second value where one is expected", "keep one of them"),
    "text": Expectation("is no plain text", "write one line of text, or a list of such lines"),
    "link": Expectation("is no link", 'write a link in quotes, "[[Note]]", or a list of such links'),
    "value": Expectation(
        "is no value", "begin with a number, yes, no, a ratio such as 9/10, or skip with its reason"
    ),
    "metric": Expectation("is a ratio, but this goal is measured by a number", "write the number alone"),
    "event": Expectation(
        "does not say of how many", "write done of occurred, such as 9/10, or yes or no for a single one"
    ),
}
"""By the name of a grammar, as a reader gives it."""


def fault_and_remedy(subject: str, trouble: Malformed) -> tuple[str, str]:
    """What is wrong with a value that a subject has, as a sentence, and what to write instead."""
    expected = EXPECTATIONS.get(trouble.reason) or _one_of(trouble.reason)
    fault = f"{subject} says {quoted(trouble.text)}, which {expected.fault}"
    if day := meant_day(trouble):
        return fault, f"write it as {day}"
    near = f"did you mean {quoted(trouble.near)}? Otherwise " if trouble.near else ""
    return fault, f"{near}{expected.instead}"


def meant_day(trouble: Malformed) -> date | None:
    """The day that a date in another form than ours must mean, None where it could be another or none."""
    return read_loose_date(trouble.text) if trouble.reason == "date" else None


def _one_of(words: str) -> Expectation:
    """The expectation of a choice: the words that can be chosen from are the grammar."""
    return Expectation("is not a word known here", f"write {either(words.split(', '))}")
