"""The first and the last words of a monthly page: what to keep and what to stop, and what to think about."""

from collections.abc import Sequence

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.goal import Goal
from vaultgoals.core.movement import Grade
from vaultgoals.core.verdict import DiagnosisKind
from vaultgoals.review.bets import Bet, Worth
from vaultgoals.review.headline import asides, headline
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.phrases import share_of
from vaultgoals.review.text import Name, Text, join, text

NAMED = 2
"""How many process goals a headline names."""

_ALWAYS = "What was worth its time this month, and what was not?"
_ONLY_ONE = "If you could keep only one process goal, which?"
_REWRITE = "Which “because” would you rewrite?"


def month_headline(overview: Overview, bets: Sequence[Bet]) -> tuple[Text, tuple[Text, ...]]:
    """The sentence that a monthly page begins with, and those that follow it.

    Where no process goal can be judged they are those of the week; a broken guardrail goes before what to
    keep and to stop.
    """
    vault, sections = overview.card.vault, overview.sections
    keep = [bet.goal for bet in bets if bet.worth is Worth.KEEP]
    stop = [bet for bet in bets if bet.worth is Worth.STOP]
    if not (keep or stop):
        return headline(vault, sections), asides(vault, sections[:IN_FULL])
    of = len(overview.active)
    on_track = text(f"On track: {share_of(overview.on_track, of, 'outcome')}.") if of > 1 else ()
    broken = headline(vault, sections) if _judged(overview, DiagnosisKind.GUARDRAIL_BROKEN) else ()
    first, *more = filter(None, [broken, _keep_or_stop(overview, keep, stop), on_track])
    return first, tuple(more)


def _judged(overview: Overview, kind: DiagnosisKind) -> list[Goal]:
    """The outcomes with a diagnosis of this kind, in the order of need."""
    return [s.goal for s in overview.outcomes if s.diagnosis and s.diagnosis.kind is kind]


def _keep_or_stop(overview: Overview, keep: Sequence[Goal], stop: Sequence[Bet]) -> Text:
    stopped = _named([bet.goal for bet in stop])
    if not keep:
        reasons = {_why(bet.diagnosis) for bet in stop}
        return text("Stop or change ", stopped, f": {reasons.pop()}." if len(reasons) == 1 else ".")
    if not stop:
        if doubted := _judged(overview, DiagnosisKind.ASSUMPTION_TO_REVISIT):
            return text("Keep ", _named(keep), "; decide whether to change the bet on ", _named(doubted), ".")
        held = _judged(overview, DiagnosisKind.GUARDRAIL_BROKEN)
        return text("Keep ", _named(keep), "." if held else ". Nothing that was done asks to be stopped.")
    return text("Keep ", _named(keep), "; stop or change ", stopped, ".")


def _why(diagnosis: Diagnosis) -> str:
    match diagnosis.kind:
        case DiagnosisKind.ASSUMPTION_TO_REVISIT:
            fell = diagnosis.movement.grade is Grade.FELL_BACK
            return f"you did it, and the number {'fell back' if fell else 'hardly moved'}"
        case DiagnosisKind.MOVES_WITHOUT_IT:
            return "the number moves, and little of it was done"
        case _:
            return "little of it was done"


def _named(goals: Sequence[Goal]) -> Text:
    """`Calls`, `Calls and Runs`, `Calls, Runs and 3 more`."""
    names = [text(Name(goal.title)) for goal in goals[:NAMED]]
    if len(goals) > NAMED:
        return text(join(names, ", "), f" and {len(goals) - NAMED} more")
    return join(names, " and ")


def month_questions(bets: Sequence[Bet]) -> tuple[Text, ...]:
    """Two questions, as far as there is something to choose from; never none."""
    several = len(bets) > 1
    written = any(bet.goal.because for bet in bets)
    asked = [_ONLY_ONE] if several else []
    asked += [_REWRITE] if several and written else []
    return tuple(text(question) for question in asked) or (text(_ALWAYS),)
