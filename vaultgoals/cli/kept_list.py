"""The list of old versions that `vaultgoals restore` shows, as text and as JSON."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import click

from vaultgoals.export.excerpt import visible
from vaultgoals.export.values import SCHEMA, Json, dumps
from vaultgoals.store.kept import Version, Why

_SHOWN = 5
"""How many versions of a note are listed among those of others: a busy day's page has hundreds."""

_WHY = {Why.REPLACED: "replaced", Why.FOUND: "found"}


def print_kept(
    kept: Mapping[str, Sequence[Version]], now: datetime, zone: ZoneInfo | None, form: str
) -> None:
    """Print the versions of some notes; times are those of the zone, None being the machine's.

    As text, those of one note are shown in full, of several the newest of each.
    """
    if form == "json":
        click.echo(dumps(_document(kept, zone)))
    elif kept:
        most = _SHOWN if len(kept) > 1 else None
        click.echo("\n\n".join(_listed(path, kept[path], now, zone, most) for path in kept))


def _listed(
    path: str, kept: Sequence[Version], now: datetime, zone: ZoneInfo | None, most: int | None
) -> str:
    rows = [
        f"{number:>4}  {version.at.astimezone(zone):%Y-%m-%d %H:%M:%S}  {_ago(now - version.at):<16}  "
        f"{_WHY[version.why]:<8}  {_size(version.size):>9}"
        for number, version in enumerate(kept[:most], 1)
    ]
    older = [f"      and {len(kept) - len(rows):,} older; see --list NOTE"] if len(rows) < len(kept) else []
    return "\n".join([visible(path), *rows, *older])


def _ago(age: timedelta) -> str:
    seconds = max(int(age.total_seconds()), 0)
    for unit, length in (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1)):
        if count := seconds // length:
            return f"{count} {unit}{'s' * (count != 1)} ago"
    return "just now"


def _size(size: int) -> str:
    return f"{size} bytes" if size < 1000 else f"{size / 1000:.1f} kB"


def _document(kept: Mapping[str, Sequence[Version]], zone: ZoneInfo | None) -> Json:
    found: list[Json] = [
        {
            "path": path,
            "number": number,
            "at": version.at.astimezone(zone).isoformat(timespec="seconds"),
            "why": _WHY[version.why],
            "size": version.size,
            "file": str(version.file),
        }
        for path, old in kept.items()
        for number, version in enumerate(old, 1)
    ]
    return {"schema": SCHEMA, "versions": found}
