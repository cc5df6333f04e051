"""`vaultgoals.toml`: read into typed settings, or one sentence about what is wrong with it."""

import os
import tomllib
from pathlib import Path
from zoneinfo import ZoneInfo

from vaultgoals.core.config import Config
from vaultgoals.core.settings_keys import Misset, read_settings
from vaultgoals.errors import ConfigError
from vaultgoals.store.files import read
from vaultgoals.store.locate import SETTINGS

_LIMIT = 256 * 1024

DEFAULT_TOML = """\
# How vaultgoals reads this vault. Every line may go: without it the default holds.

# Folders and files that are not looked at, beside hidden ones.
# ignore = ["Templates/", "Archive/**"]

# The zone in which a day begins and ends; the machine's own without it.
# timezone = "Europe/Berlin"

# Days after the end of its period on which a review page is closed for good.
seal-after = 7

# Your words for ours: a value of `type`, a "#tag" or a "folder/" on the left, a kind of note on the right.
[types]
# "#goal/habit" = "process"

# Your names of properties on the left, ours on the right.
[properties]
# Frist = "due"

# Pages that you do not want: set them to false.
[pages]
# yearly = false

# Checks that you do not want, by code or name.
[rules]
# ignore = ["outcome-without-guardrail"]
"""
"""What `vaultgoals init` writes."""


def load_config(root: Path) -> Config:
    """The vault's settings, the defaults where it has none. Raises `ConfigError`."""
    if not os.path.lexists(root / SETTINGS):
        return Config()
    source = read(root, SETTINGS, limit=_LIMIT)
    if source.unreadable:
        raise ConfigError(f"{SETTINGS} {source.unreadable}.")
    try:
        data = tomllib.loads(source.text)
    except RecursionError:
        raise ConfigError(f"{SETTINGS} is nested too deeply.") from None
    except ValueError as error:
        raise ConfigError(f"{SETTINGS} is not valid TOML: {error}.") from None
    read_as = read_settings(data)
    if isinstance(read_as, Misset):
        raise _refusal(read_as)
    _check_zone(read_as.timezone)
    return read_as


def _refusal(misset: Misset) -> ConfigError:
    key = misset.key if len(misset.key) <= 80 else f"{misset.key[:80]}…"
    if misset.expected is None:
        return ConfigError(f"{SETTINGS}: there is no key {key}.", f"The nearest known key is {misset.near}.")
    hint = f'Did you mean "{misset.near}"?' if misset.near else ""
    return ConfigError(f"{SETTINGS}: {key} must be {misset.expected}, not {misset.text}.", hint)


def _check_zone(name: str | None) -> None:
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a name that is no zone, or leads to a file that is none
        raise ConfigError(
            f'{SETTINGS}: timezone "{name[:60]}" is not known here.', 'Write one such as "Europe/Berlin".'
        ) from None
