"""What a system is told so that it starts the watcher at login, whichever system it is."""

import os
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256


class Platform(StrEnum):
    """What starts programs at login: systemd on Linux, launchd on macOS, the Task Scheduler on Windows."""

    SYSTEMD = "systemd"
    LAUNCHD = "launchd"
    WINDOWS = "windows"


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """The watcher of one vault: its `vault` by its real path, the words of the `program`, and whose it is.

    In the folder `logs` stands what it says, where the system keeps no log of its own.
    """

    vault: str
    program: tuple[str, ...]
    user: str
    logs: str

    @property
    def words(self) -> tuple[str, ...]:
        """What is run."""
        return (*self.program, "-C", self.vault, "watch")

    @property
    def name(self) -> str:
        """A name that is this vault's alone, in letters that every system takes."""
        folder = unicodedata.normalize("NFKD", os.path.basename(self.vault.rstrip("/\\"))).casefold()
        slug = re.sub(r"[^a-z0-9]+", "-", folder).strip("-")[:30].strip("-")
        mark = sha256(os.fsencode(self.vault)).hexdigest()[:8]
        return f"vaultgoals-{slug}-{mark}" if slug else f"vaultgoals-{mark}"
