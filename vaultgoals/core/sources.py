"""What a vault is made of, each part watched, so that its memory knows what an answer was made of."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Self, TypeVar

from vaultgoals.core.cell import Source
from vaultgoals.core.config import Config
from vaultgoals.core.facts import Facts
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.links import Names, Resolution
from vaultgoals.core.log_names import LogNames
from vaultgoals.core.memory import Memory
from vaultgoals.core.note import Link, Malformed, Note
from vaultgoals.core.period import Period
from vaultgoals.core.watched import Watched, WatchedSet

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Sources:
    """The notes of a vault by path, and its settings.

    Among `notes` need only be those that concern us; `listed` are the paths of all. `files` are those of all
    files that links can lead to, notes among them. `templates` are the vault's own, by path: no notes, only
    text, and what is known to be wrong in it.

    `facts` and `memory` say nothing more. They are handed on to what is made by `replace`, so that only what
    changed is worked out again; with other settings all is.
    """

    notes: Mapping[str, Note]
    config: Config = Config()
    files: Set[str] = frozenset()
    listed: Set[str] = frozenset()
    templates: Mapping[str, Note] = field(default_factory=lambda: MappingProxyType({}))
    facts: Facts = field(default_factory=Facts, compare=False, repr=False)
    memory: Memory = field(default_factory=Memory, compare=False, repr=False)

    @classmethod
    def of(
        cls,
        notes: Iterable[Note],
        config: Config = Config(),
        files: Iterable[str] = (),
        templates: Iterable[Note] = (),
        listed: Iterable[str] = (),
        *,
        before: Self | None = None,
    ) -> Self:
        """A vault of these notes, of the other files that their links may lead to, and of its templates.

        `listed` are the paths of further notes, among the files too, that have nothing to do with goals. What
        is known of the vault that was there `before` is taken over where it still holds.
        """
        by_path = dict(sorted({note.path: note for note in notes}.items()))
        return replace(
            before or cls(notes={}),
            notes=by_path,
            config=config,
            files=_with(_plain(files), by_path),
            listed=_with(_plain(listed), by_path),
            templates={template.path: template for template in templates},
        )

    def __post_init__(self) -> None:
        notes, templates = _unwatched(self.notes), _unwatched(self.templates)
        files, listed = _plain(self.files), _plain(self.listed)
        if self.config != self.facts.config:
            object.__setattr__(self, "memory", type(self.memory)())
        object.__setattr__(self, "facts", self.facts.after(notes, self.config, files))
        object.__setattr__(self, "notes", Watched(self, "notes", notes))
        object.__setattr__(self, "templates", Watched(self, "templates", templates))
        object.__setattr__(self, "files", WatchedSet(self, "files", files))
        object.__setattr__(self, "listed", WatchedSet(self, "listed", listed))

    def source(self, name: str) -> Source:
        """A part of the vault by its name, as it is."""
        match name:
            case "notes" | "templates" | "files" | "listed":
                plain: Source = getattr(self, name).plain
                return plain
            case "names":
                return self.facts.names.by_name
            case "log fields":
                return self.facts.log_names.fields
            case "log properties":
                return self.facts.log_names.properties
            case _:
                table: Source = getattr(self.facts, name)
                return table

    def is_note(self, path: str) -> bool:
        """Whether a note stands at a path, one that the settings do not leave out."""
        return path in self.listed

    def place(self, path: str) -> Note:
        """What a finding stands in: a note, or a template."""
        return self.notes.get(path) or self.templates[path]

    @property
    def places(self) -> Mapping[str, Note]:
        """All that findings may stand in, by path: the notes, and the templates."""
        return {**self.notes, **self.templates} if self.templates else self.notes

    @cached_property
    def names(self) -> Names:
        """The index that links resolve by."""
        return Names.over(Watched(self, "names", self.facts.names.by_name))

    @cached_property
    def kinds(self) -> Mapping[str, Kind]:
        """What each note is; a note of nobody's kind is not listed."""
        return Watched(self, "kinds", self.facts.kinds)

    @cached_property
    def goals(self) -> Mapping[str, Goal]:
        """All goals by path, drafts and closed ones too."""
        return Watched(self, "goals", self.facts.goals)

    @cached_property
    def periods(self) -> Mapping[str, Period]:
        """The periodic notes by path, each with the day, week, month, quarter or year that it is about."""
        return Watched(self, "periods", self.facts.periods)

    @cached_property
    def mentions(self) -> Mapping[str, Set[str]]:
        """The names of the notes that links in tasks lead to, by the note that they may stand in."""
        return Watched(self, "mentions", self.facts.mentions)

    @cached_property
    def troubles(self) -> Mapping[str, tuple[Malformed, ...]]:
        """The notes that something is wrong in, and what; of a body only where the note is a goal."""
        return Watched(self, "troubles", self.facts.troubles)

    @cached_property
    def log_names(self) -> LogNames:
        """The goals by the names that periodic notes log them by."""
        names = self.facts.log_names
        return LogNames(
            fields=Watched(self, "log fields", names.fields),
            properties=Watched(self, "log properties", names.properties),
        )

    def resolve(self, link: Link, source: str) -> Resolution:
        """Where a link in the note `source` leads."""
        return self.names.resolve(link.target, source)

    def goal_at(self, link: Link, source: str) -> Goal | None:
        """The goal that a link leads to, if it leads to one."""
        path = self.resolve(link, source).path
        return self.goals.get(path) if path else None


def _with(paths: frozenset[str], more: Mapping[str, object]) -> frozenset[str]:
    """All of them; the same object where that has them all, since there may be a hundred thousand."""
    return paths if paths.issuperset(more) else paths | more.keys()


def _unwatched(mapping: Mapping[str, T]) -> Mapping[str, T]:
    return mapping.plain if isinstance(mapping, Watched) else mapping


def _plain(paths: Iterable[str]) -> frozenset[str]:
    return paths.plain if isinstance(paths, WatchedSet) else frozenset(paths)
