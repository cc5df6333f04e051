"""The scorecard as JSON: every goal with its figures."""

from vaultgoals.core.diagnosis import Diagnosis
from vaultgoals.core.forecast import Forecast
from vaultgoals.core.goal import Kind
from vaultgoals.core.keeping import Adherence, Keeping
from vaultgoals.core.kept import Kept
from vaultgoals.core.progress import Progress
from vaultgoals.core.rollup import lever_score
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.export.checkin_json import checkin_json
from vaultgoals.export.values import SCHEMA, Json, day, number
from vaultgoals.review.explained_readings import Reading, readings_of
from vaultgoals.review.gathered import Quote, decisions_about
from vaultgoals.review.words import verdict_on


def status_json(card: Scorecard, paths: tuple[str, ...] = ()) -> Json:
    """All goals by path, drafts and dropped ones too; or only those at `paths`."""
    return {
        "schema": SCHEMA,
        "today": day(card.today),
        "goals": [goal_json(card, s) for path, s in card.standings.items() if not paths or path in paths],
    }


def explain_json(card: Scorecard, standing: Standing) -> Json:
    """One goal as in `status_json`, with its check-ins in place of their number, and its decisions."""
    head: dict[str, Json] = {"schema": SCHEMA, "today": day(card.today)}
    decisions: list[Json] = [_decision(quote) for quote in decisions_about(card.vault, standing.goal)]
    readings: list[Json] = [_reading(reading) for reading in readings_of(card, standing)]
    return head | goal_json(card, standing) | {"decisions": decisions, "readings": readings}


def _decision(quote: Quote) -> Json:
    period = quote.period.label if quote.period else None
    return {"words": quote.words.words, "path": quote.page.path, "period": period}


def _reading(reading: Reading) -> Json:
    said: dict[str, Json] = {
        "path": reading.checkin.path,
        "counts": reading.counts,
        "why_not": reading.why_not or None,
    }
    return checkin_json(reading.checkin) | said


def goal_json(card: Scorecard, standing: Standing) -> dict[str, Json]:
    """One goal: what every kind has, then its own figures."""
    goal = standing.goal
    common: dict[str, Json] = {
        "path": goal.path,
        "title": goal.title,
        "kind": goal.kind.value,
        "status": goal.status.value,
        "owner": [*goal.owners],
    }
    return common | _figures(card, standing)


def _figures(card: Scorecard, standing: Standing) -> dict[str, Json]:
    goal = standing.goal
    outcomes: dict[str, Json] = {"outcomes": [*standing.outcomes]}
    match goal.kind:
        case Kind.OUTCOME if standing.progress:
            objective: dict[str, Json] = {"objective": card.vault.objective_of(goal)}
            diagnosis: dict[str, Json] = {"diagnosis": _diagnosis(card, standing)}
            return objective | _metric(standing, standing.progress) | diagnosis
        case Kind.INDICATOR | Kind.OUTPUT if standing.progress:
            return outcomes | {"objective": None} | _metric(standing, standing.progress) | {"diagnosis": None}
        case Kind.GUARDRAIL if standing.progress:
            return outcomes | _guardrail(standing, standing.progress)
        case Kind.PROCESS if standing.keeping:
            return outcomes | _process(standing, standing.keeping)
        case Kind.LEVER:
            return outcomes | {"score": number(lever_score(goal)), "result": goal.result}
        case Kind.OBJECTIVE if standing.roll_up:
            return {"score": number(standing.roll_up.score), "health": standing.roll_up.health.value}
    return {}


def _metric(standing: Standing, progress: Progress) -> dict[str, Json]:
    return {
        "baseline": number(progress.baseline),
        "target": number(progress.target),
        "unit": standing.goal.unit,
        "current": number(progress.current),
        "readings": progress.readings,
        "last_reading": day(progress.last_reading),
        "progress": number(progress.progress),
        "elapsed": number(progress.elapsed),
        "expected": number(progress.expected),
        "pace": number(progress.pace),
        "health": progress.health.value if progress.health else None,
        "score": number(progress.score),
        "band": progress.band.value if progress.band else None,
        "required_per_day": number(progress.required_per_day),
        "required_per_week": number(progress.required_per_week),
        "safe_days": progress.safe_days,
        "forecast": _forecast(progress.forecast) if progress.forecast else None,
        "confidence": number(progress.confidence),
    }


def _forecast(forecast: Forecast) -> Json:
    return {
        "at_due": number(forecast.at_due),
        "at_due_low": number(forecast.at_due_low),
        "at_due_high": number(forecast.at_due_high),
        "target_on": day(forecast.target_on),
        "slope_per_day": number(forecast.slope_per_day),
        "slope_low": number(forecast.slope_low),
        "slope_high": number(forecast.slope_high),
    }


def _guardrail(standing: Standing, progress: Progress) -> dict[str, Json]:
    return {
        "unit": standing.goal.unit,
        "current": number(progress.current),
        "min": number(standing.goal.minimum),
        "max": number(standing.goal.maximum),
        "broken": progress.broken,
        "readings": progress.readings,
        "last_reading": day(progress.last_reading),
    }


def _process(standing: Standing, keeping: Keeping) -> dict[str, Json]:
    goal = standing.goal
    return {
        "exploratory": goal.exploratory,
        "cadence": goal.cadence.text if goal.cadence else None,
        "unit": goal.unit,
        "period": _period(keeping.current, keeping) if keeping.current else None,
        "adherence": _adherence(keeping.adherence),
        "streak": keeping.streak,
        "health": keeping.health.value if keeping.health else None,
    }


def _period(kept: Kept, keeping: Keeping) -> Json:
    return {
        "label": kept.period.label,
        "start": day(kept.period.start),
        "end": day(kept.period.last),
        "done": number(kept.done),
        "quota": number(kept.quota),
        "remaining": number(kept.remaining),
        "needed_per_day": number(keeping.needed_per_day),
        "logged": kept.logged,
    }


def _adherence(adherence: Adherence) -> Json:
    return {
        "met": adherence.met,
        "closed": adherence.closed,
        "unlogged": adherence.unlogged,
        "attainment": number(adherence.attainment),
    }


def _diagnosis(card: Scorecard, standing: Standing) -> Json:
    diagnosis, verdict = standing.diagnosis, verdict_on(card, standing)
    if diagnosis is None or verdict is None:
        return None
    return {
        "kind": diagnosis.kind.value,
        "attainment": number(diagnosis.attainment),
        "movement": number(diagnosis.movement.ratio),
        "window": _window(diagnosis),
        "activity_trap": diagnosis.activity_trap,
        "text": verdict.in_words,
    }


def _window(diagnosis: Diagnosis) -> Json:
    return {"start": day(diagnosis.window.start), "end": day(diagnosis.window.last)}
