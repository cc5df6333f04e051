"""What kinds of notes there are, by what words, and which properties each of them has."""

import re
from collections.abc import Mapping

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.links import folded
from vaultgoals.core.note import Note, Scalar, Sequence, property_key

KIND_WORDS: Mapping[str, Kind] = {
    **{kind.value: kind for kind in Kind},
    "outcome-goal": Kind.OUTCOME,
    "key-result": Kind.OUTCOME,
    "kr": Kind.OUTCOME,
    "leading-indicator": Kind.INDICATOR,
    "performance": Kind.INDICATOR,
    "performance-goal": Kind.INDICATOR,
    "initiative": Kind.LEVER,
    "output-goal": Kind.OUTPUT,
    "process-goal": Kind.PROCESS,
    "habit": Kind.PROCESS,
    "check-in": Kind.CHECKIN,
}
"""The words of `type`, and the kind that each means."""

SYNONYMS: Mapping[str, str] = {
    "deadline": "due",
    "end": "due",
    "frequency": "cadence",
    "why": "because",
    "serves": "outcome",
    "assignee": "owner",
    "measure": "metric",
}
"""Other names of properties, read where the property's own name is not there."""

_GOAL = ("status", "owner", "start", "due", "pauses", "field", "weight", "closed", "aliases")
_METRIC = ("metric", "unit", "baseline", "target", "aggregate", "check-in", "milestones")

KIND_PROPERTIES: Mapping[Kind, frozenset[str]] = {
    Kind.OBJECTIVE: frozenset(_GOAL),
    Kind.OUTCOME: frozenset((*_GOAL, *_METRIC, "objective", "validator", "lag", "committed")),
    Kind.INDICATOR: frozenset((*_GOAL, *_METRIC, "outcome")),
    Kind.GUARDRAIL: frozenset((*_GOAL, "outcome", "metric", "unit", "min", "max", "aggregate", "check-in")),
    Kind.LEVER: frozenset(
        (
            *(*_GOAL, "outcome", "impact", "confidence", "effort", "reach"),
            *("validator", "experiment", "timebox", "success", "result"),
        )
    ),
    Kind.OUTPUT: frozenset((*_GOAL, *_METRIC, "outcome")),
    Kind.PROCESS: frozenset(
        (
            *(*_GOAL, "outcome", "cadence", "because", "unit", "aggregate"),
            *("exploratory", "until", "reps", "within", "obstacle", "if-then"),
        )
    ),
    Kind.CHECKIN: frozenset(
        ("goal", "date", "value", "confidence", "skip", "evidence", "by", "blocked", "aliases")
    ),
    Kind.REVIEW: frozenset(),
}
"""The properties that a note of each kind has; any other property is the person's own."""

MAY_SERVE: Mapping[Kind, frozenset[Kind]] = {
    Kind.PROCESS: frozenset({Kind.OUTCOME, Kind.INDICATOR, Kind.LEVER, Kind.OUTPUT}),
    Kind.OUTPUT: frozenset({Kind.OUTCOME, Kind.INDICATOR, Kind.LEVER}),
    Kind.LEVER: frozenset({Kind.OUTCOME, Kind.INDICATOR}),
    Kind.INDICATOR: frozenset({Kind.OUTCOME}),
    Kind.GUARDRAIL: frozenset({Kind.OUTCOME}),
}
"""What the `outcome` property of each kind may lead to."""


# How Obsidian Sync, Dropbox and Syncthing name the version that lost.
_SYNC_COPY = re.compile(
    r".*(?: \((?:Conflicted copy .+ [0-9]{12}|.*conflicted copy [0-9]{4}-[0-9]{2}-[0-9]{2}.*"
    r"|.*(?:Case|Unicode Encoding) Conflict)\)|\.sync-conflict-[0-9]{8}-[0-9]{6}-[0-9A-Z]{7})",
    re.DOTALL,
)
_CONFLICT = "onflict"  # stands in all of these names


def is_sync_copy(note: Note) -> bool:
    """Whether a syncer made this note: another version of a note, which must not count a second time."""
    return _CONFLICT in note.path and _SYNC_COPY.fullmatch(note.title) is not None


def written_type(note: Note, config: Config) -> Scalar | None:
    """The `type` property's scalar, also where it is the only item of a list."""
    prop = note.property("type") or next((p for p in note.properties if _is_type(p.name, config)), None)
    node = prop.value if prop else None
    if isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    return node if isinstance(node, Scalar) and node.text.strip() else None


def _is_type(name: str, config: Config) -> bool:
    """Whether the vault's own word for `type` is this property's name."""
    key = property_key(name)
    return any(ours == "type" and property_key(theirs) == key for theirs, ours in config.properties.items())


def kind_of(note: Note, config: Config) -> Kind | None:
    """What a note is: by its `type`, else by its tags, else by its folder; None if it is nobody's.

    A `type` that means nothing here leaves it to them; one that the vault took its meaning from does not. Of
    several tags or folders that the vault maps the deepest decides, of equals the first in the settings.
    """
    if note.unusable or is_sync_copy(note):
        return None
    word = _meant(note, config)
    return KIND_WORDS.get(word) if word else None


def is_disowned(note: Note, config: Config) -> bool:
    """Whether the vault's settings say by `type`, tag or folder that a note is nobody's."""
    return _meant(note, config) is None


def _meant(note: Note, config: Config) -> str | None:
    """The word of ours that a note is called by: empty where there is none, None where it is nobody's."""
    scalar = written_type(note, config)
    if scalar is not None:
        written = property_key(scalar.text)
        mapped = {property_key(theirs): ours for theirs, ours in config.types.items()}
        if written in mapped or written in KIND_WORDS:
            return mapped.get(written, written)
    tags = [key for key in config.types if key.startswith("#") and _is_tagged(note, key)]
    folders = [key for key in config.types if key.endswith("/") and _lies_in(note, key)]
    mark = max(tags, key=_depth, default="") or max(folders, key=_depth, default="")
    return config.types[mark] if mark else ""


def _depth(mark: str) -> int:
    return mark.strip("/").count("/")


def _is_tagged(note: Note, tag: str) -> bool:
    """Whether a note has a tag, or one nested below it."""
    if folded(tag.removeprefix("#")) not in folded(note.source.text):
        return False  # without a look at the tags in its body
    return any(folded(f"{one}/").startswith(folded(f"{tag}/")) for one in note.tags)


def _lies_in(note: Note, folder: str) -> bool:
    """Whether a note lies in a folder, at any depth."""
    return not folder.startswith("#") and folded(note.path).startswith(folded(folder.removeprefix("/")))
