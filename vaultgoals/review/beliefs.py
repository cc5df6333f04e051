"""What was believed against what came: the sentences behind process goals, and stated confidence."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vaultgoals.core.calibration import Calibration, Foretold, calibration, foretold
from vaultgoals.core.doing import ProcessPart
from vaultgoals.core.goal import CheckIn, Kind
from vaultgoals.core.period import Period
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.show import show_day, show_number
from vaultgoals.review.chart import Chart
from vaultgoals.review.charts import confidence_chart
from vaultgoals.review.ended import checkin_link
from vaultgoals.review.listing import Listing
from vaultgoals.review.marks import health_of, in_words
from vaultgoals.review.outcome import IN_FULL
from vaultgoals.review.overview import Overview
from vaultgoals.review.pages import goal_link
from vaultgoals.review.sentences import Sentences
from vaultgoals.review.tested import told, what_came
from vaultgoals.review.text import Mention, Said, Text, join, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A chart, and the goal that it is about."""

    goal: Mention
    chart: Chart


@dataclass(frozen=True, slots=True, kw_only=True)
class Beliefs:
    """The block `beliefs`: a line for each sentence and for each stated confidence, `overall` how often it
    came true.
    """

    lines: Listing
    overall: Text
    charts: tuple[Drawn, ...]


def beliefs_in(overview: Overview, month: Period) -> Beliefs:
    """What was believed of the outcomes that are spoken of in full, and how sure anybody said they were."""
    card = overview.card
    outcomes = [s for s in card.standings.values() if s.goal.kind is Kind.OUTCOME]
    over = _foretold(card, outcomes)
    sure = [s for s in overview.outcomes if s.goal.path not in over and _stated_in(card, s, month)]
    told = [one for one in over.values() if one.ended in month]
    judged = [s for s in overview.outcomes if s.diagnosis][:IN_FULL]
    lines = [*_becauses(card, judged), *(_running(card, s, month) for s in sure)]
    found = calibration(over.values())
    charts = ((s, confidence_chart(card, s)) for s in sure[:IN_FULL] if _changed(card, s))
    return Beliefs(
        lines=Listing.of([*lines, *(_came_of(card, one) for one in told)]),
        overall=_overall(found) if found else (),
        charts=tuple(Drawn(goal=goal_link(card.vault, s.goal), chart=chart) for s, chart in charts if chart),
    )


def _foretold(card: Scorecard, outcomes: Iterable[Standing]) -> Mapping[str, Foretold]:
    """The outcomes that are over, by path, with what was said of them."""
    config = card.vault.config
    found = (foretold(s.history, asof=card.asof, today=card.today, config=config) for s in outcomes)
    return {one.goal.path: one for one in found if one}


def _becauses(card: Scorecard, outcomes: Sequence[Standing]) -> Iterator[Text]:
    """For each outcome the sentence behind its best-kept process goal; of half or less, the least kept."""
    for outcome in outcomes:
        if outcome.diagnosis and (came := what_came(say := Sentences(card, outcome, outcome.diagnosis))):
            yield _because(card, told(say), came)


def _changed(card: Scorecard, outcome: Standing) -> bool:
    """Whether anybody was ever more or less sure of an outcome than at another time."""
    told = (checkin.confidence for checkin in outcome.history.checkins if checkin.on <= card.asof)
    return len({confidence for confidence in told if confidence is not None}) > 1


def _because(card: Scorecard, part: ProcessPart | None, came: str) -> Text:
    if part is None or not part.goal.because:
        return ()
    return text(goal_link(card.vault, part.goal), ": ", Said(part.goal.because), f" {came}")


def _stated_in(card: Scorecard, outcome: Standing, month: Period) -> list[CheckIn]:
    """The check-ins of a month, up to as-of, that say how sure somebody was."""
    checkins = outcome.history.checkins
    return [c for c in checkins if c.confidence is not None and c.on in month and c.on <= card.asof]


def _running(card: Scorecard, outcome: Standing, month: Period) -> Text:
    """`[[Trials]]: you gave it 80 % on 2 Nov, 50 % on 13 Nov. It is off track.`"""
    now = in_words(health_of(outcome))
    said = _said(card, _stated_in(card, outcome, month))
    link = goal_link(card.vault, outcome.goal)
    return text(link, ": you gave it ", said, f". It is {now}." if now else ".")


def _came_of(card: Scorecard, one: Foretold) -> Text:
    """`[[Trials]]: you gave it 80 % on 2 Nov, 50 % on 13 Nov. It was not reached.`"""
    link = goal_link(card.vault, one.goal)
    came = "reached" if one.reached else "not reached"
    return text(link, ": you gave it ", _said(card, one.stated), f". It was {came}.")


def _said(card: Scorecard, stated: Sequence[CheckIn]) -> Text:
    """The first confidence and the last, if it is another: `80 % on 2 Nov, 50 % on 13 Nov`, days as links."""
    first, last = stated[0], stated[-1]
    ends = (last,) if first.confidence == last.confidence else (first, last)
    return join((_confidence(card, checkin) for checkin in ends), ", ")


def _confidence(card: Scorecard, checkin: CheckIn) -> Text:
    assert checkin.confidence is not None  # it was stated
    day = show_day(checkin.on, card.asof.year)
    return text(f"{_percent(checkin.confidence)} on ", checkin_link(card.vault, checkin, day))


def _percent(share: Fraction) -> str:
    return show_number(round(share * 100, 0), "%")


def _overall(found: Calibration) -> Text:
    """`In all, 1 of the 4 outcomes that are over was reached; you had given them 62 % on average.`"""
    were = "was" if found.reached == 1 else "were"
    reached = f"{found.reached or 'none'} of the {found.outcomes} outcomes that are over {were} reached"
    return text(f"In all, {reached}; you had given them {_percent(found.said)} on average.")
