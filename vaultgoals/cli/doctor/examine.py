"""What `vaultgoals doctor` does: look at one thing after the other, whatever is broken, and say it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

import click

from vaultgoals.cli.doctor.disk import file_system, ours
from vaultgoals.cli.doctor.machine import clock, version, watching
from vaultgoals.cli.doctor.neighbours import repository, syncers, watcher
from vaultgoals.cli.doctor.vault import obsidian, place, settings
from vaultgoals.cli.doctor.vital import Level, Patient, Vital, doubtful
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines, window_width
from vaultgoals.errors import NoVault, VaultgoalsError
from vaultgoals.export.excerpt import visible
from vaultgoals.export.lines import Line, Style, fitted
from vaultgoals.export.values import SCHEMA, Json, dumps
from vaultgoals.store.locate import find_vault
from vaultgoals.workspace.survey_text import counted

Probe: TypeAlias = Callable[[Patient], Iterator[Vital]]

PROBES: Mapping[str, Probe] = {
    "program": version,
    "vault": place,
    "settings": settings,
    "obsidian": obsidian,
    "disk": file_system,
    "kept": ours,
    "clock": clock,
    "watching": watching,
    "watcher": watcher,
    "syncing": syncers,
    "git": repository,
}
"""What is looked at, in order, by name; a new one is one more line here."""

_STYLES = {Level.OK: Style.WELL, Level.WARNING: Style.DOUBT, Level.ERROR: Style.ILL}
_NAME, _LEVEL = 10, 9


def examine(session: Session, form: str) -> int:
    """Look at everything and say it; 1 where something must be mended."""
    patient = Patient(session=session, root=_root(session))
    vitals = [vital for name in PROBES for vital in examined(name, patient)]
    if form == "json":
        click.echo(dumps(_document(vitals)))
    else:
        print_lines(_lines(vitals))
    return 1 if any(vital.level is Level.ERROR for vital in vitals) else 0


def examined(name: str, patient: Patient, probes: Mapping[str, Probe] = PROBES) -> list[Vital]:
    """What one probe finds; what it stumbles over is a finding of its own, and stops no other."""
    try:
        return [*probes[name](patient)]
    except VaultgoalsError as error:
        return [doubtful(name, error.message, error.hint)]
    except Exception as error:  # whatever is broken, the rest is still looked at
        return [doubtful(name, f"This could not be looked at: {error or type(error).__name__}.", "")]


def _root(session: Session) -> Path | None:
    try:
        return find_vault(session.start, session.explicit, session.environ)
    except NoVault:
        return None


def _lines(vitals: Sequence[Vital]) -> Iterator[Line]:
    width = window_width()
    hang = " " * (_NAME + _LEVEL)
    for vital in vitals:
        level = (f"{vital.level:<{_LEVEL}}", _STYLES[vital.level])
        name = (f"{vital.name:<{_NAME}}", Style.TITLE)
        line: Line = (level, name, (visible(vital.words), Style.PLAIN))
        yield from fitted([line], width, more=len(hang)) if width else [line]
        if vital.way_out:
            out: Line = ((f"{hang}Next: ", Style.HINT), (visible(vital.way_out), Style.PLAIN))
            yield from fitted([out], width) if width else [out]
    yield ()
    yield ((_summary(vitals), Style.SUMMARY),)


def _summary(vitals: Sequence[Vital]) -> str:
    errors, doubts = (sum(vital.level is level for vital in vitals) for level in (Level.ERROR, Level.WARNING))
    if not errors and not doubts:
        return "All is well."
    told = [counted(number, word) for number, word in ((errors, "error"), (doubts, "warning")) if number]
    return f"{', '.join(told)}."


def _document(vitals: Sequence[Vital]) -> Json:
    return {
        "schema": SCHEMA,
        "checks": [
            {"name": one.name, "level": one.level.value, "words": one.words, "next": one.way_out or None}
            for one in vitals
        ],
    }
