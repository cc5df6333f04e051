"""What `vaultgoals service` does: tell the system to start the watcher, or take that back."""

import shlex
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import click

from vaultgoals.cli.session import Session, tell
from vaultgoals.errors import UsageError
from vaultgoals.export.excerpt import visible
from vaultgoals.export.service import Platform, Service
from vaultgoals.export.service_launchd import launchd_plist
from vaultgoals.export.service_systemd import systemd_unit
from vaultgoals.export.service_windows import windows_task
from vaultgoals.store import startup
from vaultgoals.store.locate import find_vault
from vaultgoals.store.program import own_command
from vaultgoals.store.startup import Startup, Step
from vaultgoals.store.state import watcher_of

_HERE = {"win32": Platform.WINDOWS, "darwin": Platform.LAUNCHD}.get(sys.platform, Platform.SYSTEMD)


@dataclass(frozen=True, slots=True, kw_only=True)
class _System:
    """How one system is told: the text of the file, its encoding, and what is run."""

    text: Callable[[Service], str]
    encoding: str
    startup: Callable[[str], Startup]


_SYSTEMS: Mapping[Platform, _System] = {
    Platform.SYSTEMD: _System(text=systemd_unit, encoding="utf-8", startup=startup.systemd),
    Platform.LAUNCHD: _System(text=launchd_plist, encoding="utf-8", startup=startup.launchd),
    Platform.WINDOWS: _System(text=windows_task, encoding="utf-16", startup=startup.windows),
}


def serve(session: Session, action: str, *, only_print: bool, platform: str | None) -> int:
    """Install, uninstall or look at the service of a vault; the exit code."""
    meant = Platform(platform) if platform else _HERE
    if meant is not _HERE and not only_print:
        hint = f"Write `service {action} --print --platform {meant}` to see its file."
        raise UsageError(f"This system has no {meant}.", hint)
    root = find_vault(session.start, session.explicit, session.environ)
    service, system = _service(root, meant, session.environ), _SYSTEMS[meant]
    text, told = system.text(service), system.startup(service.name)
    if only_print:
        click.echo(text, nl=False)
        return 0
    data = text.encode(system.encoding)
    if action == "status":
        return _status(told, data, watcher_of(root))
    return {"install": _install, "uninstall": _uninstall}[action](told, data)


def _service(root: Path, platform: Platform, environ: Mapping[str, str]) -> Service:
    domain, user = environ.get("USERDOMAIN"), environ.get("USERNAME") or environ.get("USER") or ""
    service = Service(
        vault=str(root),
        program=own_command(),
        user=f"{domain}\\{user}" if domain else user,
        logs=str(Path("~/Library/Logs").expanduser()),
    )
    if platform is not Platform.SYSTEMD and not all(map(str.isprintable, service.words)):
        raise UsageError(f"{platform} cannot be told of a path with signs that no text has: {root}.")
    if platform is Platform.WINDOWS and any(word.count("%") > 1 for word in service.words):
        raise UsageError(f"Windows would take what stands between the % in {root} for a variable.")
    return service


def _install(told: Startup, data: bytes) -> int:
    current = startup.read(told.file) == data
    aside = startup.write(told.file, data)
    click.echo(f"{_shown(told.file)} {'is there already' if current else 'is written'}.")
    _say_aside(aside)
    if not _run(told.on):
        return 3
    click.echo("The watcher runs now, and from now on after each login.")
    click.echo("Next: vaultgoals service status")
    return 0


def _uninstall(told: Startup, data: bytes) -> int:
    if startup.read(told.file) is None:
        click.echo(f"Nothing is installed for this vault: there is no {_shown(told.file)}.")
        return 0
    _run(told.off)
    aside = startup.remove(told.file, data)
    if aside is None:
        click.echo(f"{_shown(told.file)} is removed.")
    _say_aside(aside)
    return 0 if _run(told.forget) else 3


def _status(told: Startup, data: bytes, watcher: str | None) -> int:
    """What is installed, what the system says of it, and whether some process watches the vault.

    Only the vault's own lock tells that: some systems call what ended running as long as it is installed.
    """
    stands = startup.read(told.file)
    if stands is None:
        click.echo("No service is installed for this vault.")
        click.echo("Next: vaultgoals service install")
        return 0
    current = stands == data
    click.echo(f"{_shown(told.file)} {'is current' if current else 'is not as it would be written now'}.")
    if watcher:
        click.echo(f"The watcher runs, as process {watcher}.")
        step = "" if current else "vaultgoals service install"
    elif reason := startup.run(told.asks):
        click.echo(f"No watcher runs. The system says: {visible(reason)}.")
        step = "vaultgoals service install"
    else:
        click.echo("The system has started it, but no watcher runs yet.")
        step = "look again in a moment; `vaultgoals watch` says what is in its way"
    if step:
        click.echo(f"Next: {step}")
    return 0


def _run(steps: Iterable[Step]) -> bool:
    """Run what tells the system, each said; whether all went well. The first that did not ends it."""
    todo = [*steps]
    for number, step in enumerate(todo):
        reason = startup.run(step)
        if reason and not step.undoing:
            tell(f"vaultgoals: `{shlex.join(step.words)}` did not work: {reason}.")
            tell("  Type, once that is mended:")
            for left in todo[number:]:
                tell(f"    {shlex.join(left.words)}")
            return False
        if not reason:
            click.echo(f"Done: {visible(shlex.join(step.words))}")
    return True


def _say_aside(aside: Path | None) -> None:
    if aside:
        click.echo(f"What stood there otherwise is kept as {_shown(aside)}.")


def _shown(file: Path) -> str:
    return visible(str(file))
