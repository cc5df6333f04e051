"""What was found in a vault, in a few plain lines of 80 columns."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from vaultgoals.workspace.journal import Named, Tracked
from vaultgoals.workspace.survey import Guess, Survey

_LABEL = 17
_COLUMNS = 80


def survey_lines(survey: Survey) -> list[str]:
    """A row for each thing found, what belongs together under one label; none where nothing was."""
    rows = [(f"{one.kind} notes", [_named(one)]) for one in survey.named]
    if survey.week:
        rows.append(("weeks", [f"begin on {survey.week.capitalize()}, by the plugin Calendar"]))
    if survey.templates:
        rows.append(("left out", [f"{', '.join(survey.templates)}: templates"]))
    rows.append(("perhaps goals", [_guess(guess) for guess in survey.kinds]))
    rows.append(("their properties", [_guess(guess) for guess in survey.properties]))
    rows.append(("tracked by day", list(_tracked(survey.tracked))))
    others = ", ".join(f"{word} ({count:,})" for word, count in survey.others)
    rows.append(("other types", [f"{others}: left alone"] if others else []))
    return [line for label, texts in rows for line in _lines(label, texts)]


def counted(number: int, noun: str) -> str:
    """`1 note`, `1,250 notes`."""
    return f"{number:,} {noun}{'s' * (number != 1)}"


def _named(one: Named) -> str:
    reason = "a guess by their names" if one.is_guess else f"as set in {one.source}" if one.source else ""
    return ", ".join(filter(None, (one.form, counted(one.notes, "note"), reason)))


def _guess(guess: Guess) -> str:
    mark = guess.theirs if guess.theirs.startswith("#") or guess.theirs.endswith("/") else f"“{guess.theirs}”"
    return f"{mark}, {counted(guess.notes, 'note')}: {guess.ours}?"


def _tracked(tracked: tuple[Tracked, ...]) -> Iterator[str]:
    for one in tracked:
        yield f"{one.name}: {one.holds}, {one.times:,} times"
    if tracked:
        yield f"With `field: {tracked[0].name}` a process goal counts the first."


def _lines(label: str, texts: Iterable[str]) -> Iterable[str]:
    labels = [f"  {label}".ljust(_LABEL + 2)]
    for text in texts:
        for line in wrap(text, _COLUMNS - _LABEL - 2, break_long_words=False, break_on_hyphens=False):
            yield (labels.pop() if labels else " " * (_LABEL + 2)) + line
