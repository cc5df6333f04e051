"""The machine: the program itself, its clock, and how much it can watch."""

import sys
from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from platform import python_version

from vaultgoals import __version__
from vaultgoals.cli.doctor.vital import Patient, Vital, doubtful, well
from vaultgoals.errors import ConfigError
from vaultgoals.store.disk import folders_below, watch_limit
from vaultgoals.store.files import in_words
from vaultgoals.store.program import own_command
from vaultgoals.store.settings import load_config
from vaultgoals.watch.observe import check_room
from vaultgoals.workspace.day import day_of

_EXTRAS = {"lsp": "pygls", "ics": "icalendar", "parquet": "pyarrow"}
_BORN = date(2026, 1, 1)
_LIMIT = "sudo sysctl fs.inotify.max_user_watches=524288"


def version(patient: Patient) -> Iterator[Vital]:
    """Which program this is, and what of its extras is installed."""
    yield well("program", f"vaultgoals {__version__}, Python {python_version()}, {' '.join(own_command())}")
    there = [extra for extra, module in _EXTRAS.items() if find_spec(module)]
    lacking = [extra for extra in _EXTRAS if extra not in there]
    words = f"installed: {', '.join(there) or 'none'}"
    more = f"; not installed: {', '.join(lacking)} (pip install 'vaultgoals[{','.join(lacking)}]')"
    yield well("extras", f"{words}{more if lacking else ''}")


def clock(patient: Patient) -> Iterator[Vital]:
    """Which day it is for the vault, and by which zone."""
    session, config = patient.session, None
    if patient.root:
        try:
            config = load_config(patient.root)
        except ConfigError:
            config = None  # which is said elsewhere
    if config is None:
        local = session.now.astimezone()
        day, zone = local.date(), local.tzname() or "the machine's zone"
    else:
        day = day_of(session.now, zone=config.timezone, ends_at=config.day_ends_at)
        zone = config.timezone or session.now.astimezone().tzname() or "the machine's zone"
    if day < _BORN:
        yield doubtful(
            "clock", f"The clock says {day}, which cannot be.", "Set it, or pages will be of that day."
        )
    else:
        yield well("clock", f"{day} in {zone}")


def watching(patient: Patient) -> Iterator[Vital]:
    """Whether the system can watch all folders of the vault, and whether notes are held back by a cloud."""
    if patient.root is None:
        return
    folders, limit = folders_below(patient.root), watch_limit()
    if folders.held_back:
        yield doubtful(
            "cloud",
            f"{folders.held_back:,} notes lie in the cloud only, so they are not read.",
            "Keep the folder on this machine: in Finder, “Keep Downloaded”.",
        )
    poll = "until then `vaultgoals watch` looks every few seconds instead."
    if limit is not None and folders.count > limit:
        yield doubtful(
            "watching",
            f"The vault has {folders.count:,} folders, and the system watches {limit:,} at most.",
            f"{_LIMIT}; {poll}",
        )
        return
    try:
        check_room(str(patient.root))
    except OSError as error:
        yield doubtful(
            "watching", f"No folder can be watched any more: {in_words(error)}.", f"{_LIMIT}; {poll}"
        )
        return
    of = f" of the {limit:,} that the system allows" if limit is not None else ""
    if sys.platform == "linux":
        yield well("watching", f"{folders.count:,} folders{of}")
