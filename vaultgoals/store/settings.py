"""`vaultgoals.toml`: read into typed settings, or one sentence about what is wrong with it."""

import os
import tomllib
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from vaultgoals.core.config import Config, Pages, Periodic
from vaultgoals.core.periodic import DEFAULTS
from vaultgoals.core.settings_keys import Misset, read_settings
from vaultgoals.errors import ConfigError
from vaultgoals.review.page_paths import Clash, find_clash
from vaultgoals.review.pages import PERIOD_OF
from vaultgoals.store.baseline import load_baseline
from vaultgoals.store.files import read
from vaultgoals.store.names import (
    CALENDAR,
    DAILY,
    OBSIDIANS_TEMPLATES,
    PERIODIC,
    PLUGINS,
    SETTINGS,
    TEMPLATER,
)
from vaultgoals.store.obsidian import Obsidian, Senseless

_LIMIT = 256 * 1024
# The kinds of periodic notes that a file may name.
_NAMES = {DAILY: ("daily",), CALENDAR: ("weekly",), PERIODIC: tuple(one.name for one in fields(Periodic))}


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file of Obsidian's settings that is there and cannot be read, or says what makes no sense.

    `reason` follows its path, as in `is empty`; `instead` is what holds without it, a sentence's second half.
    """

    path: str
    reason: str
    instead: str

    @property
    def words(self) -> str:
        """One sentence about it."""
        return f"{self.path} {self.reason}, so {self.instead}."


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """A vault's settings, what of Obsidian's is `unread`, and which files are `present`.

    A file without any text is not: it looks like one that is being saved. `templates` are the folders that
    are left out because Obsidian keeps templates there.
    """

    config: Config
    templates: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    present: frozenset[str] = frozenset()


def load_config(root: Path) -> Config:
    """The vault's settings, Obsidian's where it has none, else the defaults; and its baseline.

    Raises `ConfigError`.
    """
    return load_settings(root).config


def load_settings(root: Path) -> Settings:
    """The same, and what may have been meant otherwise. Raises `ConfigError`."""
    own = _own(root) if os.path.lexists(root / SETTINGS) else Config()
    files = (SETTINGS, PLUGINS, *_NAMES, OBSIDIANS_TEMPLATES, TEMPLATER)
    present = frozenset(path for path in files if _has_text(root / path))
    obsidian = Obsidian(root)
    periodic = own.periodic.or_else(obsidian.periodic())
    templates = tuple(obsidian.template_folders())
    ignore = tuple(dict.fromkeys((*own.ignore, *templates)))
    config = replace(own, ignore=ignore, periodic=periodic, baseline=load_baseline(root))
    if clash := find_clash(config):
        raise _taken(clash)
    return Settings(
        config=config,
        templates=templates,
        unread=(
            *_unread(obsidian.unreadable, present, own.periodic, periodic),
            *_senseless(obsidian.senseless, own.periodic, periodic),
        ),
        present=present,
    )


def _unread(
    found: Mapping[str, str], present: Set[str], own: Periodic, periodic: Periodic
) -> Iterator[Unread]:
    """The files that cannot be read, each with its reason, where that may make a difference."""
    for path, reason in found.items():
        instead = _instead(path, present, own, periodic)
        if instead:
            yield Unread(path=path, reason=reason, instead=instead)


def _senseless(found: Mapping[str, Senseless], own: Periodic, periodic: Periodic) -> Iterator[Unread]:
    """The formats that make no sense, but for those of notes that the vault itself has a format for."""
    for kind, (path, reason) in found.items():
        if not getattr(own, kind):
            form = getattr(periodic, kind) or getattr(DEFAULTS, kind)
            yield Unread(path=path, reason=reason, instead=f"they are taken as {form}")


def _instead(path: str, present: Set[str], own: Periodic, periodic: Periodic) -> str:
    """What holds without a file, empty where it makes no difference; `own` is what the vault itself says."""
    if path == PLUGINS:
        has_plugins = not present.isdisjoint((PERIODIC, CALENDAR))
        return "a plugin that has settings is taken to be switched on" if has_plugins else ""
    if path in (OBSIDIANS_TEMPLATES, TEMPLATER):
        return "the templates may be among the notes"
    known = own if path == PERIODIC else periodic
    kinds = [kind for kind in _NAMES[path] if not getattr(known, kind)]
    forms = [getattr(periodic, kind) or getattr(DEFAULTS, kind) for kind in kinds]
    notes = f"{kinds[0]} notes" if len(kinds) == 1 else "periodic notes"
    return f"{notes} are taken as {', '.join(forms)}" if forms else ""


def _has_text(file: Path) -> bool:
    try:
        return file.stat().st_size > 0
    except OSError:
        return False


def _own(root: Path) -> Config:
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


def _taken(clash: Clash) -> ConfigError:
    if clash.other:
        return ConfigError(
            f"{SETTINGS}: pages.{clash.other} and pages.{clash.kind} would both be {clash.path}.",
            "Give one of them another path, or write false.",
        )
    path = "Reviews/Goals {period}.md" if clash.kind in PERIOD_OF else getattr(Pages(), clash.kind)
    return ConfigError(
        f"{SETTINGS}: pages.{clash.kind} would be {clash.path}, the name of a {clash.note} note of yours.",
        f'Give it a name of its own under [pages], such as {clash.kind} = "{path}", or write false.',
    )


def _check_zone(name: str | None) -> None:
    if name is None:
        return
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # a name that is no zone, or leads to a file that is none
        raise ConfigError(
            f'{SETTINGS}: timezone "{name[:60]}" is not known here.', 'Write one such as "Europe/Berlin".'
        ) from None
