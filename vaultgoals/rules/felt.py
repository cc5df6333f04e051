"""What a stated confidence says of a goal, where the number says the opposite."""

from datetime import date

from vaultgoals.core.config import Config
from vaultgoals.core.goal import History
from vaultgoals.core.health import Health
from vaultgoals.core.progress import Progress, measure
from vaultgoals.core.rollup import says_off_track, says_on_track


def felt_against_the_number(history: History, *, today: date, config: Config) -> tuple[str, str] | None:
    """How the goal is felt to be by the confidence last stated, and how it is; None where they agree."""
    progress = measure(history, asof=today, config=config)
    felt = _felt(progress)
    return (felt, str(progress.health).replace("-", " ")) if felt else None


def _felt(progress: Progress) -> str | None:
    if progress.confidence is None:
        return None
    if says_on_track(progress.confidence) and progress.health is Health.OFF_TRACK:
        return "on track"
    return "off track" if says_off_track(progress.confidence) and _goes_well(progress) else None


def _goes_well(progress: Progress) -> bool:
    """Whether it is on track, or had reached its target already when the confidence was stated."""
    if progress.health is Health.ACHIEVED and progress.last_reading and progress.confidence_on:
        return progress.last_reading <= progress.confidence_on
    return progress.health is Health.ON_TRACK
