"""Which folder is the vault."""

import os
from collections.abc import Mapping
from pathlib import Path

from vaultgoals.errors import NoVault
from vaultgoals.store.names import SETTINGS

VARIABLE = "VAULTGOALS_VAULT"
_WAY_OUT = "Run `vaultgoals init` in the folder that should be a vault, or name another one with -C."


def find_vault(start: Path, explicit: Path | None, environ: Mapping[str, str]) -> Path:
    """The vault's folder, absolute and without symbolic links.

    It is the folder that was named, by `explicit` or else in VAULTGOALS_VAULT; where none was, the nearest
    one from `start` upwards. A vault holds `vaultgoals.toml` or `.obsidian/`. Raises `NoVault`.
    """
    variable = environ.get(VARIABLE)
    named = explicit or (Path(variable) if variable else None)
    if named is None:
        first = Path(os.path.realpath(start))
        candidates, where = [first, *first.parents], f"{first} or any folder above it"
    else:
        first = Path(os.path.realpath(start / named))
        candidates, where = [first], str(named)
    for folder in candidates:
        if _is_vault(folder):
            return folder
    raise NoVault(f"There is no vault in {where}: neither {SETTINGS} nor .obsidian/ was found.", _WAY_OUT)


def _is_vault(folder: Path) -> bool:
    try:
        return (folder / SETTINGS).is_file() or (folder / ".obsidian").is_dir()
    except OSError:
        return False
