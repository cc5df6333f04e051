"""What the properties of goals and of check-ins mean, by the names that a vault has for them."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.meanings import MEANINGS, Form, Meaning
from vaultgoals.core.note import property_key

KIND_MEANINGS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.OBJECTIVE: "a direction in words, over several outcomes",
        Kind.OUTCOME: "a result, measured by a number that lags",
        Kind.INDICATOR: "a number that should move before its outcome does",
        Kind.GUARDRAIL: "a number that must stay in bounds meanwhile",
        Kind.LEVER: "something to try; scored, may be an experiment",
        Kind.OUTPUT: "a number of things to produce by a date",
        Kind.PROCESS: "something you do, again and again",
        Kind.CHECKIN: "a reading of one goal on one day",
        Kind.REVIEW: "a page that vaultgoals writes",
    }
)
"""What each kind of note is."""

_TYPE = Meaning("what kind of note it is", ", ".join(kind for kind in Kind if kind is not Kind.REVIEW))
_OF_CHECKINS: Mapping[str, Meaning] = MappingProxyType(
    {
        "goal": Meaning("the goal that it is about", "", Form.LINK, many=True),
        "date": Meaning("the day that it is about", "2026-11-20", Form.DAY),
        "value": Meaning("the reading", "12"),
        "confidence": Meaning("how sure of reaching the target", "0.6, on track, at risk, off track"),
        "skip": Meaning("why the period does not count, in place of a value"),
        "evidence": Meaning("what shows it: notes or addresses", many=True),
        "by": Meaning("who says so", "Ana", Form.NAME),
        "blocked": Meaning("what is in the way"),
        "aliases": MEANINGS["aliases"],
    }
)


def our_name(name: str, config: Config) -> str:
    """What a property is called here, whatever the vault calls it."""
    key = property_key(name)
    mapped = {property_key(theirs): ours for theirs, ours in config.properties.items()}
    return mapped.get(key) or SYNONYMS.get(key, key)


def meanings_of(kind: Kind | None) -> Mapping[str, Meaning]:
    """The properties that a note of some kind has, in the order in which a new one has them."""
    if kind is Kind.CHECKIN:
        return {"type": _TYPE, **_OF_CHECKINS}
    own = KIND_PROPERTIES[kind] if kind else frozenset()
    return {"type": _TYPE, **{name: meaning for name, meaning in MEANINGS.items() if name in own}}


def explained(name: str, meaning: Meaning) -> str:
    """A property's meaning as Markdown: its name, what it says, and an example."""
    example = f"\n\nFor example: {meaning.example}" if meaning.example else ""
    return f"`{name}`: {meaning.says}{example}"
