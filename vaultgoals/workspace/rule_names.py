"""The checks that a vault's settings name: one that there is not would silently do nothing."""

import re
from collections.abc import Iterator

from vaultgoals.core.config import RuleSettings
from vaultgoals.core.setting_values import nearest, shown
from vaultgoals.errors import ConfigError
from vaultgoals.store.names import SETTINGS

# A code, or the beginning of codes, may be another version's.
_CODE = re.compile(r"VG[0-9]*", re.IGNORECASE)


def refuse_unknown_names(settings: RuleSettings) -> None:
    """Raise `ConfigError` about the first entry that is neither a code nor a check's name."""
    words = [(key, entry) for key, entry in _entries(settings) if not _CODE.fullmatch(entry)]
    if not words:
        return
    from vaultgoals.rules import all_rules  # many modules, which most settings do not need

    names = [rule.name for rule in all_rules()]
    for key, entry in words:
        if entry.lower() not in names:
            raise ConfigError(
                f"{SETTINGS}: {key} names “{shown(entry)}”, and there is no such check.",
                f"The nearest known name is {nearest(entry, names)}; `vaultgoals rule` lists them all.",
            )


def _entries(settings: RuleSettings) -> Iterator[tuple[str, str]]:
    """Every code and name in the settings, with the key that it stands in."""
    yield from (("rules.select", entry) for entry in settings.select)
    yield from (("rules.ignore", entry) for entry in settings.ignore)
    yield from (("rules.severity", entry) for entry in settings.severity)
    for folder, rules in settings.per_folder.items():
        yield from ((f"rules.per-folder.{shown(folder)}.ignore", entry) for entry in rules.ignore)
        yield from ((f"rules.per-folder.{shown(folder)}.severity", entry) for entry in rules.severity)
