"""What the system starts at login: the files that tell it so, and the programs that it is told by.

Apart from git and our own helper these are the only programs that are ever run: with fixed words, without a
shell, for a bounded time.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from vaultgoals.errors import Unwritten
from vaultgoals.store.durable import make_folder, sync_folder
from vaultgoals.store.files import in_words
from vaultgoals.store.temp import write_beside

_SECONDS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A program to be run, in words. Where it is `undoing` what may not be there, it may fail."""

    words: tuple[str, ...]
    undoing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Startup:
    """How a system is told of one service: the `file`, and what switches it on, off, and `asks` for it.

    `forget` comes after the file is gone.
    """

    file: Path
    on: tuple[Step, ...]
    off: tuple[Step, ...]
    asks: Step
    forget: tuple[Step, ...] = field(default=())


def systemd(name: str) -> Startup:
    """By `systemctl`, in the person's own session."""
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    unit = f"{name}.service"
    reload = Step(words=("systemctl", "--user", "daemon-reload"))
    return Startup(
        file=Path(base, "systemd", "user", unit),
        on=(
            reload,
            Step(words=("systemctl", "--user", "enable", unit)),
            Step(words=("systemctl", "--user", "restart", unit)),
        ),
        off=(Step(words=("systemctl", "--user", "disable", "--now", unit), undoing=True),),
        forget=(reload,),
        asks=Step(words=("systemctl", "--user", "is-active", unit)),
    )


def launchd(name: str) -> Startup:
    """By `launchctl`, in the person's own session."""
    file = Path(os.path.expanduser("~/Library/LaunchAgents"), f"{name}.plist")
    session = f"gui/{os.getuid() if hasattr(os, 'getuid') else 0}"
    gone = Step(words=("launchctl", "bootout", f"{session}/{name}"), undoing=True)
    return Startup(
        file=file,
        on=(gone, Step(words=("launchctl", "bootstrap", session, str(file)))),
        off=(gone,),
        asks=Step(words=("launchctl", "print", f"{session}/{name}")),
    )


def windows(name: str) -> Startup:
    """By `schtasks`, as the person who calls us."""
    base = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    file = Path(base, "vaultgoals", f"{name}.xml")
    return Startup(
        file=file,
        on=(
            Step(words=("schtasks", "/Create", "/TN", name, "/XML", str(file), "/F")),
            Step(words=("schtasks", "/Run", "/TN", name)),
        ),
        off=(
            Step(words=("schtasks", "/End", "/TN", name), undoing=True),
            Step(words=("schtasks", "/Delete", "/TN", name, "/F"), undoing=True),
        ),
        asks=Step(words=("schtasks", "/Query", "/TN", name)),
    )


def run(step: Step) -> str:
    """Run a program of the system's; empty where it succeeded, else what it said, in short."""
    if shutil.which(step.words[0]) is None:
        return f"there is no {step.words[0]} here"
    try:
        done = subprocess.run(
            step.words, stdin=subprocess.DEVNULL, capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"it has not answered for {_SECONDS:g} s"
    except OSError as error:
        return in_words(error)
    said = (done.stderr.strip() or done.stdout.strip()).decode("utf-8", "backslashreplace")
    return (
        "" if done.returncode == 0 else said.partition("\n")[0].rstrip(".") or f"exit code {done.returncode}"
    )


def read(file: Path) -> bytes | None:
    """What stands in such a file; None where there is none. Raises `Unwritten`."""
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Unwritten(f"{file} cannot be read: {in_words(error)}.") from None


def write(file: Path, data: bytes) -> Path | None:
    """Put a file in place, whole; where another text stood there, that is moved aside and its path answered.

    Raises `Unwritten`.
    """
    if read(file) == data:
        return None
    try:
        make_folder(file.parent)
        temp = write_beside(str(file), data)
        try:
            aside = _aside(file)
            os.replace(temp, file)
        finally:
            with suppress(FileNotFoundError):
                os.unlink(temp)
        sync_folder(str(file.parent))
    except OSError as error:
        raise Unwritten(f"{file} could not be written: {in_words(error)}.") from None
    return aside


def remove(file: Path, data: bytes) -> Path | None:
    """Take a file away; where it holds anything but `data`, it is moved aside instead. Raises `Unwritten`."""
    try:
        if read(file) != data:
            return _aside(file)
        file.unlink()
    except OSError as error:
        raise Unwritten(f"{file} could not be removed: {in_words(error)}.") from None
    return None


def _aside(file: Path) -> Path | None:
    """Move a file to the first name that is free beside it; None where there is no file."""
    if not os.path.lexists(file):
        return None
    place = next(place for place in _free(file) if not os.path.lexists(place))
    file.rename(place)
    return place


def _free(file: Path) -> Iterator[Path]:
    number = 1
    while True:
        yield file.with_name(f"{file.name}.before-{number}")
        number += 1
