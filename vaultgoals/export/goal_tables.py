"""The goals as a table: each with what its note says, and its figures as of a day."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.keeping import Adherence
from vaultgoals.core.kept import Kept
from vaultgoals.core.progress import Progress
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.export.dataset import Column, Table, day, figure, flag, text, whole
from vaultgoals.review.words import verdict_on

_DAYS = {"day": 1, "weekday": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}


@dataclass(frozen=True)
class _One:
    """A goal and how it stands."""

    card: Scorecard
    standing: Standing

    @cached_property
    def goal(self) -> Goal:
        return self.standing.goal

    @cached_property
    def progress(self) -> Progress | None:
        return self.standing.progress

    @cached_property
    def period(self) -> Kept | None:
        return self.standing.keeping.current if self.standing.keeping else None

    @cached_property
    def adherence(self) -> Adherence | None:
        return self.standing.keeping.adherence if self.standing.keeping else None

    @property
    def health(self) -> str | None:
        stood = self.progress or self.standing.keeping or self.standing.roll_up
        return stood.health.value if stood and stood.health else None

    @property
    def score(self) -> Fraction | None:
        if self.goal.kind is Kind.LEVER:
            return lever_score(self.goal)
        scored = self.progress or self.standing.roll_up
        return scored.score if scored else None

    @property
    def verdict(self) -> str | None:
        verdict = verdict_on(self.card, self.standing)
        return verdict.in_words if verdict else None

    @property
    def check_in_days(self) -> int | None:
        """The most days that a check-in period of the goal has; None where none is asked for."""
        usual = 7 if self.goal.kind in (Kind.OUTCOME, Kind.INDICATOR) else None
        asked = self.goal.check_in
        return _DAYS[asked.period] * asked.every if asked else usual


_NOTE: tuple[Column[_One], ...] = (
    Column(text("goal", "the note's path in the vault", key=True), lambda one: one.goal.path),
    Column(text("title", "the note's title"), lambda one: one.goal.title),
    Column(text("kind", "what it is: `outcome`, `process` …"), lambda one: one.goal.kind.value),
    Column(
        text("status", "`draft`, `active`, `paused`, `done` or `dropped`"), lambda one: one.goal.status.value
    ),
    Column(
        text("owner", "its owners, with commas between them"), lambda one: ", ".join(one.goal.owners) or None
    ),
    Column(day("start", "its first day"), lambda one: one.goal.start),
    Column(day("due", "its last day"), lambda one: one.goal.due),
    Column(day("closed", "the day on which it was closed"), lambda one: one.goal.closed),
    Column(figure("weight", "its weight in its objective"), lambda one: one.goal.weight),
    Column(text("metric", "what is measured"), lambda one: one.goal.metric),
    Column(text("unit", "the unit of its values"), lambda one: one.goal.unit),
    Column(figure("target", "the value to reach"), lambda one: one.goal.target),
    Column(figure("min", "a guardrail's lower bound"), lambda one: one.goal.minimum),
    Column(figure("max", "a guardrail's upper bound"), lambda one: one.goal.maximum),
    Column(text("aggregate", "how readings fold into a value"), lambda one: one.goal.aggregate.value),
    Column(
        flag("committed", "whether it is scored against all of its target"), lambda one: one.goal.committed
    ),
    Column(
        whole("check_in_days", "the days in which a reading is due, the most that such a period has"),
        lambda one: one.check_in_days,
    ),
    Column(whole("lag_days", "the days that its process goals need to show"), lambda one: one.goal.lag),
    Column(
        text("cadence", "how often it is due, as written"),
        lambda one: one.goal.cadence.text if one.goal.cadence else None,
    ),
    Column(text("because", "how doing it moves the outcome"), lambda one: one.goal.because),
    Column(flag("exploratory", "whether it may do without an outcome"), lambda one: one.goal.exploratory),
    Column(day("until", "the last day of an exploration"), lambda one: one.goal.until),
    Column(text("result", "what an experiment showed"), lambda one: one.goal.result),
)

_FIGURES: tuple[Column[_One], ...] = (
    Column(text("health", "`on-track`, `at-risk`, `off-track` …"), lambda one: one.health),
    Column(figure("score", "0 to 1; of a lever reach × impact × confidence / effort"), lambda one: one.score),
    Column(
        text("band", "the colour of the score"),
        lambda one: one.progress.band.value if one.progress and one.progress.band else None,
    ),
    Column(
        figure("baseline", "the value that is reckoned from"),
        lambda one: one.progress.baseline if one.progress else one.goal.baseline,
    ),
    Column(figure("current", "the value now"), lambda one: one.progress.current if one.progress else None),
    Column(
        whole("readings", "how many readings count"),
        lambda one: one.progress.readings if one.progress else None,
    ),
    Column(
        day("last_reading", "the day of the last one"),
        lambda one: one.progress.last_reading if one.progress else None,
    ),
    Column(
        figure("progress", "the share of the way from baseline to target"),
        lambda one: one.progress.progress if one.progress else None,
    ),
    Column(
        figure("elapsed", "the share of the time from start to due"),
        lambda one: one.progress.elapsed if one.progress else None,
    ),
    Column(
        figure("expected", "the value that the plan asks for today"),
        lambda one: one.progress.expected if one.progress else None,
    ),
    Column(
        figure("pace", "progress over the share that the plan asks for"),
        lambda one: one.progress.pace if one.progress else None,
    ),
    Column(
        figure("required_per_week", "what is needed in a week from now on"),
        lambda one: one.progress.required_per_week if one.progress else None,
    ),
    Column(
        figure("forecast_at_due", "the value at `due` if it goes on like this"),
        lambda one: one.progress.forecast.at_due if one.progress and one.progress.forecast else None,
    ),
    Column(
        day("forecast_target_on", "the day on which the target would be reached"),
        lambda one: one.progress.forecast.target_on if one.progress and one.progress.forecast else None,
    ),
    Column(
        whole("safe_days", "the days until a sum falls behind its plan"),
        lambda one: one.progress.safe_days if one.progress else None,
    ),
    Column(
        figure("confidence", "the confidence last stated, 0 to 1"),
        lambda one: one.progress.confidence if one.progress else None,
    ),
    Column(
        flag("broken", "whether a guardrail is outside its bounds"),
        lambda one: one.progress.broken if one.progress and one.goal.kind is Kind.GUARDRAIL else None,
    ),
    Column(
        text("diagnosis", "what an outcome and its process goals mean together"),
        lambda one: one.standing.diagnosis.kind.value if one.standing.diagnosis else None,
    ),
    Column(
        figure("attainment", "how well its process goals were kept in the window of the diagnosis, 0 to 1"),
        lambda one: one.standing.diagnosis.attainment if one.standing.diagnosis else None,
    ),
    Column(
        figure("movement", "how far it moved in that window, as a share of what the plan asked for"),
        lambda one: one.standing.diagnosis.movement.ratio if one.standing.diagnosis else None,
    ),
    Column(
        flag("activity_trap", "whether outputs are on plan and no indicator is"),
        lambda one: one.standing.diagnosis.activity_trap if one.standing.diagnosis else None,
    ),
    Column(text("diagnosis_text", "the same in words"), lambda one: one.verdict),
    Column(
        text("period", "a process goal's period of today"),
        lambda one: one.period.period.label if one.period else None,
    ),
    Column(figure("done", "what was done in it"), lambda one: one.period.done if one.period else None),
    Column(figure("quota", "what is due in it"), lambda one: one.period.quota if one.period else None),
    Column(
        figure("remaining", "what is left to do in it"),
        lambda one: one.period.remaining if one.period else None,
    ),
    Column(
        whole("met", "how many of the last closed periods were met"),
        lambda one: one.adherence.met if one.adherence else None,
    ),
    Column(
        whole("periods", "how many closed periods that looks back on"),
        lambda one: one.adherence.closed if one.adherence else None,
    ),
    Column(
        whole("unlogged", "how many of them hold no log"),
        lambda one: one.adherence.unlogged if one.adherence else None,
    ),
    Column(
        figure("adherence", "their mean attainment, 0 to 1"),
        lambda one: one.adherence.attainment if one.adherence else None,
    ),
    Column(
        whole("streak", "closed periods met in a row"),
        lambda one: one.standing.keeping.streak if one.standing.keeping else None,
    ),
)


def goals_table(card: Scorecard) -> Table:
    """A row for each goal, by path, drafts and dropped ones too."""
    return Table.of("goals", (*_NOTE, *_FIGURES), (_One(card, one) for one in card.standings.values()))
