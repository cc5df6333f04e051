"""The verdict where the number is not known: never read, read too late, or nothing to hold it against."""

from datetime import date

from vaultgoals.core.log_names import log_key, meant_on
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.text import Code, Text, text
from vaultgoals.review.verdicts import Verdict

_TITLE = "Nobody can tell yet."
_WHERE = "Where does this number live, and when will you look?"


def not_measured(say: Sentences) -> Verdict:
    """There is no reading in the window, or none before it and no baseline."""
    if say.diagnosis.movement.read:
        return _nothing_before(say)
    progress = say.standing.progress
    last = progress.last_reading if progress else None
    if last and last > say.diagnosis.window.last:
        return _read_too_late(say, last)
    since = f"No reading since {say.day(last)}" if last else "No reading yet"
    part = say.best
    belief = text(", so ", say.believed(part), " is neither right nor wrong") if part else ()
    return Verdict(
        title=_TITLE,
        lines=(text(since, belief, "."), text("One number settles it", _line_to_write(say)), say.done()),
        headline=text(say.title, f": nobody can tell yet. {since}."),
        advice="One number settles it.",
        question=text(_WHERE),
    )


def _line_to_write(say: Sentences) -> Text:
    """The field that logs the outcome in a periodic note, where there are such notes and it would be read."""
    vault, name = say.card.vault, say.goal.field or say.goal.title
    meant = meant_on(vault.log_names.fields.get(log_key(name), ()), say.card.today)
    read = bool(vault.periods) and meant is not None and meant.path == say.goal.path
    return text(": ", Code(f"{name}:: …")) if read else text(".")


def _read_too_late(say: Sentences, last: date) -> Verdict:
    """There is a reading, but of the week that is not over: it is judged with that week."""
    progress, day, end = say.standing.progress, say.day(last), say.day(say.diagnosis.window.last)
    value = say.scale.say(progress.current) if progress and progress.current is not None else "A reading"
    gap = f"{value} on {day}, and no reading in the {say.window} to {end} that are judged."
    return Verdict(
        title=_TITLE,
        lines=(text(gap, " This one counts once its week is over."), say.done()),
        headline=text(
            say.title, f": nobody can tell yet. The reading of {day} is judged once its week is over."
        ),
        question=text(_WHERE),
    )


def _nothing_before(say: Sentences) -> Verdict:
    """There are readings, and nothing older to hold them against."""
    now = say.standing.progress.current if say.standing.progress else None
    value = f"{say.scale.say(now)} now" if now is not None else "It was read"
    compared = f"{value}, and nothing from before these {say.window} to hold it against."
    return Verdict(
        title=_TITLE,
        lines=(text(compared, " Its baseline settles it, or the weeks to come."), say.done()),
        headline=text(say.title, ": nobody can tell yet. There is nothing to hold its readings against."),
        advice="Write down its baseline.",
        question=text("What was this number before you began?"),
    )
