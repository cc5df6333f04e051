"""Every setting that a vault may make: its key, and how its value is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from types import MappingProxyType

from vaultgoals.core.config import (
    FOLDERS,
    Config,
    FolderRules,
    Limits,
    Pages,
    Periodic,
    RuleSettings,
    Thresholds,
    Words,
)
from vaultgoals.core.setting_values import (
    Reader,
    clock,
    folder,
    kind_or_false,
    moment_format,
    nearest,
    note_size,
    one_of,
    page,
    property_name,
    quiet,
    severity,
    share,
    shown,
    some_of,
    text,
    texts,
    whole,
    word_tag_or_folder,
)
from vaultgoals.core.unreadable import Unreadable


@dataclass(frozen=True, slots=True, kw_only=True)
class Misset:
    """A setting that cannot be used: `key` is dotted, `text` what stands there, `near` what may be meant.

    `expected` says what the value may be; it is None where there is no such key at all.
    """

    key: str
    expected: str | None = None
    text: str = ""
    near: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A TOML table: the keys that it may have, or else (`every`) how the value of any key is read.

    `named` reads such a key itself, where not any will do.
    """

    make: Callable[..., object] = MappingProxyType
    keys: "Mapping[str, Reader | Table]" = field(default_factory=dict)
    every: "Reader | Table | None" = None
    named: Reader | None = None

    def read(self, value: object, where: str = "") -> object:
        """What `make` builds of the table, or the first `Misset` in it."""
        if not isinstance(value, dict):
            return _misset(where, Unreadable("a table", shown(value)))
        taken: dict[str, object] = {}
        for key, item in value.items():
            at = f"{where}.{key}" if where else key
            form = self.every or self.keys.get(key)
            if form is None:
                return Misset(key=at, near=at.removesuffix(key) + nearest(key, self.keys))
            name = self.named(key) if self.named else key
            if isinstance(name, Unreadable):
                return _misset(f"a name in {where}", name)
            read = form.read(item, at) if isinstance(form, Table) else form(item)
            if isinstance(read, Unreadable):
                return _misset(at, read)
            if isinstance(read, Misset):
                return read
            taken[key] = read
        if self.every:
            return self.make(taken)
        return self.make(**{key.replace("-", "_"): item for key, item in taken.items()})


def read_settings(data: Mapping[str, object]) -> Config | Misset:
    """The settings in a parsed `vaultgoals.toml`, or the first one that cannot be used."""
    read = SETTINGS.read(data)
    assert isinstance(read, Config | Misset)
    return read


def _misset(key: str, unreadable: Unreadable) -> Misset:
    return Misset(key=key, expected=unreadable.expected, text=unreadable.text, near=unreadable.near)


def _names(of: type) -> tuple[str, ...]:
    return tuple(one.name.replace("_", "-") for one in fields(of))


def _config(*, watch: Mapping[str, float] | None = None, **settings: object) -> Config:
    make: Callable[..., Config] = Config
    return make(**settings, **(watch or {}))


def _folders(**folders: str) -> Mapping[str, str]:
    return MappingProxyType({**FOLDERS, **folders})


SETTINGS = Table(
    make=_config,
    keys={
        "ignore": texts,
        "timezone": text,
        "day-ends-at": clock,
        "week": one_of(("iso", "sunday", "monday", "saturday")),
        "seal-after": whole(0, 3650),
        "window": whole(1, 520),
        "confidence-stale-after": whole(1, 3650),
        "types": Table(every=kind_or_false, named=word_tag_or_folder),
        "properties": Table(every=property_name),
        "periodic": Table(make=Periodic, keys={kind: moment_format(kind) for kind in _names(Periodic)}),
        "pages": Table(
            make=Pages,
            keys={
                "weekly": page("Reviews/Weekly/Review {period}.md", "{period}"),
                "monthly": page("Reviews/Monthly/Review {period}.md", "{period}"),
                "quarterly": page("Reviews/Quarterly/Review {period}.md", "{period}"),
                "yearly": page("Reviews/Yearly/Review {period}.md", "{period}"),
                "dashboard": page("Reviews/Dashboard.md"),
                "problems": page("Reviews/Problems.md"),
                "people": page("Reviews/People/{owner}.md", "{owner}"),
            },
        ),
        "folders": Table(make=_folders, keys=dict.fromkeys(FOLDERS, folder)),
        "thresholds": Table(make=Thresholds, keys=dict.fromkeys(_names(Thresholds), share)),
        "limits": Table(
            make=Limits,
            keys={**dict.fromkeys(_names(Limits), whole(0, 100_000)), "note-size": note_size},
        ),
        "rules": Table(
            make=RuleSettings,
            keys={
                "select": texts,
                "ignore": texts,
                "severity": Table(every=severity),
                "per-folder": Table(
                    every=Table(make=FolderRules, keys={"ignore": texts, "severity": Table(every=severity)})
                ),
            },
        ),
        "words": Table(
            make=Words, keys={**dict.fromkeys(_names(Words), texts), "language": some_of(("en", "de"))}
        ),
        "watch": Table(make=dict, keys={"quiet": quiet}),
    },
)
"""The whole of `vaultgoals.toml`: what is not here is an unknown key."""
