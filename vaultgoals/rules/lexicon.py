"""The words by which a goal's title gives itself away, and what a vault changes in them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

_YEAR = re.compile(r"(?:19|20)\d\d")
_PLURALS = ("", "n", "e", "en", "er", "s", "es")  # of German
_SHORTEST_PART = 4  # letters; shorter words end too many others
_SHORTEST_COMPARATIVE = 6  # letters


def listed(text: str) -> frozenset[str]:
    """Words with blanks between them, as a set."""
    return frozenset(text.split())


def _last_parts(word: str) -> list[str]:
    """What a compound may end in, longest first: `kunde` and more of `großkunde`."""
    return [word[start:] for start in range(len(word) - _SHORTEST_PART + 1)]


@dataclass(frozen=True, kw_only=True)
class Grammar:
    """How a language builds a title.

    `verb_last`: the infinitive closes the clause, and a noun's last part decides (`Großkunden`). Otherwise
    the verb opens it, and a gerund or a verb that is a noun too needs a word behind it that shows what it is.
    `openers` stand before what matters; `beginnings` begin an object, `breaks` end it; `particles` belong to
    the verb before them, and `companions` show that it is one. `often` says how often, `each` with a noun
    behind it; `times` counts it, `periods` follow in `a week`. `numbers` are figures in letters; `bounds`
    stand before a share (`to 95%`), those `below` before a limit (`under 40 minutes`); behind what is
    `definite` a comparative names one of two (`the higher shelf`).
    """

    verb_last: bool
    openers: frozenset[str]
    beginnings: frozenset[str]
    breaks: frozenset[str]
    particles: frozenset[str]
    companions: frozenset[str]
    often: frozenset[str]
    each: frozenset[str]
    times: frozenset[str]
    numbers: frozenset[str]
    periods: frozenset[str]
    bounds: frozenset[str]
    below: frozenset[str]
    definite: frozenset[str]


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's words, in lower case, nouns in the singular where the plural only adds an ending.

    What nobody controls: `results` are verbs that say so whatever their object; `chances` do where it ends
    in one of the `prizes`, or the title names one of the `places` that one gets to; those of them that are
    `judging` as well (`Score new leads`) want one of the `marks` for a prize; `gains` are nouns that say so
    alone. What is in one's `own` hands is no result. A verb may take a particle along: `pay-off`.

    What is done: `deeds` are verbs of an activity; `feats` only where the title says how often, since who
    runs ten kilometres may mean an achievement; `makings` only where the object is one of the `works`, the
    things that are made; `projects` are nouns that say so alone. `nouns` are verbs that are nouns as well.

    What is vague: `comparatives`, and words with one of the `comparative_endings` but for the
    `no_comparatives`, want a number, unless one of the `negations` stands before them. So do the verbs
    `betterments`, and the `states` that somebody wants to be in, by a verb of `being`.
    """

    grammar: Grammar
    results: frozenset[str]
    chances: frozenset[str]
    prizes: frozenset[str]
    places: frozenset[str]
    judging: frozenset[str]
    marks: frozenset[str]
    gains: frozenset[str]
    own: frozenset[str]
    deeds: frozenset[str]
    feats: frozenset[str]
    makings: frozenset[str]
    works: frozenset[str]
    projects: frozenset[str]
    nouns: frozenset[str]
    comparatives: frozenset[str]
    comparative_endings: tuple[str, ...]
    no_comparatives: frozenset[str]
    negations: frozenset[str]
    betterments: frozenset[str]
    states: frozenset[str]
    being: frozenset[str]

    @cached_property
    def verbs(self) -> frozenset[str]:
        """Every verb that is known."""
        return self.results | self.chances | self.doing | self.betterments | self.being

    @cached_property
    def doing(self) -> frozenset[str]:
        """The verbs that say what is done."""
        return self.deeds | self.feats | self.makings

    def base(self, word: str, behind: str = "") -> str:
        """A known verb's basic form: `close` for `closing`, `bauen` for `einbauen`; else the word itself.

        With the word behind it, where both together are a verb of their own: `pay-off`.
        """
        if self.grammar.verb_last:
            parts = () if word in self.verbs else _last_parts(word)
            return next((part for part in parts if part in self.deeds), word)
        stem = word.removesuffix("ing")
        forms = (word, stem, f"{stem}e", stem[:-1]) if stem != word else (word,)
        known = (*(f"{form}-{behind}" for form in forms), *forms)
        return next((form for form in known if form in self.verbs), word)

    def holds(self, nouns: frozenset[str], word: str) -> bool:
        """Whether a word is one of these nouns, in the plural too; a German compound is its last part."""
        if not self.grammar.verb_last:
            singular = f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("es")
            return not nouns.isdisjoint((word, word.removesuffix("s"), singular))
        forms = {word.removesuffix(ending) for ending in _PLURALS}
        return any(form in nouns or not nouns.isdisjoint(_last_parts(form)) for form in forms)

    def is_number(self, word: str) -> bool:
        """Whether a word says how much: a figure that is no year, or a number in letters."""
        figure = any(char.isdigit() for char in word[:2]) and not word[:1].isalpha()
        return (figure and not _YEAR.fullmatch(word)) or word in self.grammar.numbers

    def is_comparative(self, word: str, behind: str = "") -> bool:
        """Whether a word says more or less of something: `better`, but not `higher` in `higher education`."""
        if not self.no_comparatives.isdisjoint((word, f"{word}-{behind}")):
            return False
        ending = word.endswith(self.comparative_endings) and len(word) >= _SHORTEST_COMPARATIVE
        return ending or word in self.comparatives

    def without(
        self, *, results: Iterable[str], activities: Iterable[str], vague: Iterable[str]
    ) -> "Lexicon":
        """The same without the words that a vault takes away."""
        return replace(
            self,
            results=self.results.difference(results),
            chances=self.chances.difference(results),
            prizes=self.prizes.difference(results),
            places=self.places.difference(results),
            marks=self.marks.difference(results),
            gains=self.gains.difference(results),
            deeds=self.deeds.difference(activities),
            feats=self.feats.difference(activities),
            makings=self.makings.difference(activities),
            works=self.works.difference(activities),
            projects=self.projects.difference(activities),
            comparatives=self.comparatives.difference(vague),
            betterments=self.betterments.difference(vague),
            states=self.states.difference(vague),
        )
