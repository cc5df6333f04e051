"""Which notes have nothing to do with goals, told from their path and text alone: too few, never too many.

In a vault of ten thousand notes some hundred concern us. To read one as a note takes ten times as long as to
see here that nobody will ask for it: no figure, no finding and no page would change if it were not there.
What is not sure is not ordinary, so this never has to know all that the readers know.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from unicodedata import normalize

from vaultgoals.core.mentions import targets_in_tasks
from vaultgoals.core.naming import folded, property_key
from vaultgoals.core.nearness import one_edit_apart
from vaultgoals.core.signs import CONFLICT, MARK

if TYPE_CHECKING:
    from vaultgoals.core.config import Config

# A header that YAML takes without any doubt: a name and a word, quoted or not, or a list of them. It is a
# pattern of what is surely right; `(?>` and `*+` give nothing back, so it takes no longer than the header.
_WORDS = r"\w(?>[^\s:#\[\]{},\"'`&*!|>%@\\]|[ ,](?! *#)|:(?=\w))*+"
_ITEM = r"\w(?>[\w/.-]| (?=\w))*+"
_QUOTED = r"\"[^\"\\\r\n]*+\"|'[^'\r\n]*+'"
_WORD = rf"(?>{_QUOTED}|{_WORDS})"
_LIST = rf"\[(?:{_ITEM}(?:, ?{_ITEM})*+)?\]"
_HEADER = re.compile(
    rf"---\r?\n((?>[^\W\d][\w.-]{{0,99}}+:(?> (?>{_LIST}|{_WORD})\r?\n"
    rf"|\r?\n(?>(?P<indent> *)- {_WORD}\r?\n(?>(?P=indent)- {_WORD}\r?\n)*+)?))*+)"
    r"---[ \t]*(?:\r?\n|\Z)"
)
_ONE_WORD = re.compile(r"[\w-]+")
# In letters: one takes up to four of the 64 KiB that a header may have.
_LONGEST_HEADER = 16_000
_NAME = re.compile(r"^([^\W\d][\w.-]*):", re.MULTILINE)
_PROPERTY = re.compile(r"^([^\W\d][\w.-]*):[ ]?(.*?)\r?$", re.MULTILINE)

TELLING = frozenset({"outcome", "cadence", "because", "metric", "target", "baseline"})
"""The properties that tell a goal: a note that has several of them looks like one."""

ENOUGH = 2
"""How many of them make a note look like a goal."""

_COPY = "onflict"
"""What stands in the name of every copy that a syncer makes."""


@dataclass(frozen=True, kw_only=True)
class Ordinary:
    """Tells ordinary notes, by the words of a vault's settings; all plain data, so that it can be kept.

    `types` are the names of the property `type`, `words` what may stand there that concerns us, `telling` the
    names of properties of which a goal has several. `tags` and `folders` make a note one of ours. `names` and
    `paths` are the expressions that the name, or the end of the path, of a periodic note matches.
    """

    types: frozenset[str]
    words: frozenset[str]
    telling: frozenset[str]
    tags: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    names: str
    paths: str = ""

    @classmethod
    def of(cls, config: "Config") -> "Ordinary":
        """What is ordinary in a vault with these settings."""
        # Imported here, since whoever has kept one needs none of it.
        from vaultgoals.core.kinds import KIND_WORDS
        from vaultgoals.core.periodic import name_expressions

        names = {property_key(theirs): ours for theirs, ours in config.properties.items()}
        marks = [mark for mark in config.types if mark.startswith("#") or mark.endswith("/")]
        expressions = name_expressions(config.periodic)
        return cls(
            types=frozenset({"type", *(name for name, ours in names.items() if ours == "type")}),
            words=frozenset({"goal", *KIND_WORDS, *(property_key(word) for word in config.types)}),
            telling=TELLING | {name for name, ours in names.items() if ours in TELLING},
            tags=tuple(folded(mark.removeprefix("#")) for mark in marks if mark.startswith("#")),
            folders=tuple(folded(mark.removeprefix("/")) for mark in marks if not mark.startswith("#")),
            names=expressions[0],
            paths=expressions[1],
        )

    @classmethod
    def kept(cls, plain: Mapping[str, str | list[str]]) -> "Ordinary":
        """The same that was once made `plain`."""
        sets = {name: frozenset(plain[name]) for name in ("types", "words", "telling")}
        tags, folders = tuple(plain["tags"]), tuple(plain["folders"])
        return cls(**sets, tags=tags, folders=folders, names=str(plain["names"]), paths=str(plain["paths"]))

    @property
    def plain(self) -> Mapping[str, str | list[str]]:
        """All of it as words and lists of words, to be kept."""
        lists = {name: sorted(getattr(self, name)) for name in ("types", "words", "telling")}
        lists |= {"tags": [*self.tags], "folders": [*self.folders]}
        return {**lists, "names": self.names, "paths": self.paths}

    def mentions(self, path: str, text: str) -> str | None:
        """None for a note that must be read; else the paths of the notes that its tasks link to, one a line.

        An ordinary note is to be read all the same as soon as one of the `names_meant` is that of a goal.
        """
        if self._is_told_by_path(path) or MARK in text or CONFLICT in text:
            return None
        if self.tags and any(tag in folded(text) for tag in self.tags):
            return None
        return targets_in_tasks(text) if self._has_ordinary_header(text) else None

    def _is_told_by_path(self, path: str) -> bool:
        """Whether a path says that a note concerns us: periodic notes, syncers' copies, folders of goals."""
        plain = path if path.isascii() else normalize("NFC", path)
        name = plain.rpartition("/")[2].removesuffix(".md")
        return bool(
            _COPY in name
            or (self.names and self._named.fullmatch(name))
            or (self.paths and self._placed.search(plain.removesuffix(".md")))
            or (self.folders and folded(path).startswith(self.folders))
        )

    @cached_property
    def _named(self) -> re.Pattern[str]:
        return re.compile(self.names)

    @cached_property
    def _placed(self) -> re.Pattern[str]:
        return re.compile(self.paths)

    def _has_ordinary_header(self, text: str) -> bool:
        if not text.startswith("---"):
            return not text.lstrip().startswith("---")
        header = _HEADER.match(text)
        if header is None or header.end() > _LONGEST_HEADER or not _is_printable(header[1]):
            return False
        names = _NAME.findall(header[1])
        keys = {*map(str.lower, names)}
        if len(keys) < len(names):
            return False
        plain = "_" not in header[1] and self._ours.isdisjoint(keys)
        return plain or self._says_nothing(_PROPERTY.findall(header[1]))

    def _says_nothing(self, properties: Iterable[tuple[str, str]]) -> bool:
        """Whether none of a note's properties makes it ours, or so much like a goal that a check asks."""
        telling = 0
        for name, value in properties:
            known = property_key(name)
            telling += known in self.telling
            if known in self.types and self._matters(value):
                return False
        return telling < ENOUGH

    @cached_property
    def _ours(self) -> frozenset[str]:
        return self.types | self.telling

    def _matters(self, value: str) -> bool:
        """Whether a `type` may concern us: a word of ours, one that is nearly such, or no plain word."""
        word = property_key(value.strip(" \"'"))
        known = self._known.get(word)
        if known is None:
            is_one = _ONE_WORD.fullmatch(word) is not None
            near = word in self.words or any(one_edit_apart(word, ours) for ours in self.words)
            known = self._known[word] = near or not is_one
        return known

    @cached_property
    def _known(self) -> dict[str, bool]:
        return {}


def _is_printable(header: str) -> bool:
    """Whether it holds none of the signs that YAML takes for line breaks or refuses."""
    return header.replace("\n", "").replace("\r", "").isprintable()
