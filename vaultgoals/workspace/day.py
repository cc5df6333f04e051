"""Which calendar date a moment belongs to, where days may end after midnight."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo


def day_of(now: datetime, *, zone: str | None, ends_at: time) -> date:
    """The calendar date that a moment belongs to in a zone, the machine's where that is None."""
    day = now.astimezone(_zone(zone)).date()
    return day if now >= begin_of(day, zone=zone, ends_at=ends_at) else day - timedelta(days=1)


def begin_of(day: date, *, zone: str | None, ends_at: time) -> datetime:
    """The moment at which a day begins; where clocks are set back over it, the first of the two."""
    begin = datetime.combine(day, ends_at, _zone(zone))
    return begin.astimezone(UTC)  # of two moments in one zone only the clocks' hands would be compared


def _zone(name: str | None) -> tzinfo | None:
    if not name:
        return None
    from zoneinfo import ZoneInfo  # what it imports takes as long as to look at a hundred folders

    return ZoneInfo(name)
