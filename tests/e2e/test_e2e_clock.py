"""What day it is, by the real clock: in the zone of the machine, or in that of the vault."""

import json
import subprocess
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

ZONES = ("Europe/Berlin", "America/Los_Angeles", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago")


def today(run: Run, root: Path, **environ: str) -> date:
    said = json.loads(run(root, "status", "--format", "json", today="", **environ).stdout)
    return date.fromisoformat(said["today"])


@pytest.mark.parametrize("zone", ZONES)
def test_a_vault_has_the_day_of_the_machine_or_of_the_zone_in_its_settings(
    run: Run, vault: Build, zone: str
) -> None:
    root = vault()
    before = datetime.now(ZoneInfo(zone)).date()
    by_machine = today(run, root, TZ=zone)
    (root / "vaultgoals.toml").write_text(f'timezone = "{zone}"\n')
    by_vault = today(run, root, TZ="UTC")
    assert {by_machine, by_vault} <= {before, datetime.now(ZoneInfo(zone)).date()}


def test_at_the_two_ends_of_the_earth_it_is_never_the_same_day(run: Run, vault: Build) -> None:
    root = vault()
    west = today(run, root, TZ="Pacific/Pago_Pago")
    assert today(run, root, TZ="Pacific/Kiritimati") > west


def test_until_the_day_ends_it_is_still_yesterday(run: Run, vault: Build) -> None:
    root = vault({"vaultgoals.toml": 'timezone = "UTC"\nday-ends-at = "23:59"\n'})

    def begun() -> date:
        return (datetime.now(UTC) - timedelta(hours=23, minutes=59)).date()

    assert begun() <= today(run, root) <= begun()


@pytest.mark.parametrize("day", ["2026-12-31", "2027-01-01", "2027-01-03"])
def test_the_page_of_the_days_around_new_year_is_that_of_week_53(run: Run, vault: Build, day: str) -> None:
    root = vault()
    assert run(root, "review", today=day).returncode == 0
    assert [page.name for page in (root / "Reviews/Weekly").iterdir()] == ["Review 2026-W53.md"]
    assert (root / f"Reviews/Yearly/Review {day[:4]}.md").exists()
