"""Words that other people's vaults use for what is read here: guesses, for a person to confirm."""

from collections.abc import Mapping
from types import MappingProxyType
from unicodedata import normalize

from vaultgoals.core.kinds import KIND_WORDS
from vaultgoals.core.note import property_key


def _by_word(meanings: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({word: ours for ours, words in meanings.items() for word in words.split()})


KINDS = _by_word(
    {
        "objective": "vision north-star leitziel",
        "outcome": "goal okr result target ziel ziele ergebnis objectif résultat objetivo meta resultado"
        " obiettivo doel",
        "indicator": "kpi metric kennzahl",
        "guardrail": "leitplanke",
        "lever": "hebel",
        "process": "routine practice gewohnheit gewohnheiten routinen habitude hábito rutina abitudine"
        " gewoonte",
    }
)
"""A word for a kind of note, without the `s` of a plural, and the `type` that it may mean."""

PROPERTIES = _by_word(
    {
        "due": "due-date target-date end-date frist termin fällig fällig-am échéance fecha-límite scadenza",
        "start": "start-date begin beginn anfang début inicio inizio",
        "target": "goal-value target-value zielwert cible",
        "baseline": "start-value startwert ausgangswert",
        "unit": "einheit unité unidad",
        "cadence": "rhythm repeat rhythmus häufigkeit fréquence frecuencia",
        "because": "reason warum weil grund pourquoi",
        "owner": "responsible verantwortlich responsable",
        "outcome": "supports dient",
        "metric": "kpi kennzahl messgröße",
    }
)
"""A name of a property of goals, and the property that it may mean."""

BOOKKEEPING = frozenset(
    {
        *("aliases", "tags", "cssclasses", "type", "id", "created", "modified", "updated"),
        *("date", "day", "week", "weekday", "month", "quarter", "year"),
    }
)
"""Properties of periodic notes that say nothing about what somebody did."""


def kind_meant(word: str) -> str | None:
    """The kind that a word of somebody else's may mean; words of ours, in the plural too, mean themselves."""
    key = property_key(normalize("NFC", word))
    for one in (key, key.removesuffix("s"), key.removesuffix("es")):
        if one in KINDS:
            return KINDS[one]
        if one in KIND_WORDS and KIND_WORDS[one].is_goal:
            return KIND_WORDS[one].value
    return None
