"""A title read by a language's grammar: its verb, and what the verb is about.

English puts the verb first, German the infinitive last. There is no more grammar than that, and no word is
known but those in the lists of a `Lexicon`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import dropwhile

from vaultgoals.rules.lexicon import Grammar, Lexicon

# A number with what is glued to it (`3x`, `99.9%`, `€5`), or a word with hyphens and apostrophes inside.
_WORD = re.compile(r"[€$£]?\d[\d.,]*(?:\s?%|\w*)|[^\W\d_]+(?:['’-]\w+)*")
_NUMBERING = re.compile(r"\A\s*\d+[.)]\s+")
_CLAUSE_END = re.compile(r"[,;:](?!\d)|[(–—|]|\s-\s")
_COUNTED = re.compile(r"\d+(?:x|mal)")
_PERCENT = ("percent", "per-cent", "prozent")
_LONGEST = 200  # characters; a verb does not stand behind them


def words_of(text: str) -> tuple[str, ...]:
    """The words and numbers of a text, as written, but for the numbering that it may begin with."""
    return tuple(_WORD.findall(_NUMBERING.sub("", text[:_LONGEST])))


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """The first clause of a title: its words as written, from the first that matters on."""

    written: tuple[str, ...]
    lexicon: Lexicon

    @classmethod
    def of(cls, title: str, lexicon: Lexicon) -> "Phrase":
        """A title's first clause, without openers."""
        clause = _CLAUSE_END.split(title.strip(), maxsplit=1)[0]
        openers = lexicon.grammar.openers
        words = dropwhile(lambda word: word.lower() in openers, words_of(clause))
        return cls(written=tuple(words), lexicon=lexicon)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.written)

    @property
    def said(self) -> str:
        """The verb as it stands in the title, empty where there is none that is known."""
        return "" if self._place is None else self.words[self._place]

    @cached_property
    def verb(self) -> str:
        """The verb's basic form, empty where there is none that is known."""
        return "" if self._place is None else self._base_at(self._place)

    @cached_property
    def object(self) -> tuple[str, ...]:
        """What the verb is about, without where and when; without a verb the first noun."""
        if self._place is None:
            return self.words[: self._break(0)]
        if self._grammar.verb_last:
            return tuple(self._without_asides(self._place))
        apart = self._at(1) in self._grammar.particles and self._begins_object(2)
        start = 2 if apart or self.verb.endswith(f"-{self._at(1)}") else 1
        end = self._break(start)
        return self.words[start : end - (end > start + 1 and self._at(end - 1) in self._grammar.particles)]

    @cached_property
    def sure(self) -> bool:
        """Whether the verb is one: in English `call` is in `Call 50 people`, and not in `Call conversion`."""
        if self._grammar.verb_last or (self.said == self.verb and self.verb not in self.lexicon.nouns):
            return bool(self.verb)
        shown = self._begins_object(1) or self._at(1) in self._grammar.companions
        return shown or self.is_habit or bool(self.ends_in(self.lexicon.works))

    def ends_in(self, nouns: frozenset[str]) -> str:
        """The noun among these that the object ends in, alone or after the word before it (`screen time`).

        Before a German verb any of the object's nouns will do. Empty if there is none.
        """
        if self._grammar.verb_last and self.verb:
            return next((word for word in self.object if self.lexicon.holds(nouns, word)), "")
        ends = {"-".join(self.object[-2:]), *self.object[-1:]}
        return self.object[-1] if any(self.lexicon.holds(nouns, end) for end in ends) else ""

    @cached_property
    def in_hand(self) -> bool:
        """Whether it is about what is in one's own hands: `sugar`, but not `blood sugar`, a prize."""
        nouns = self.object if self._grammar.verb_last else self.object[-1:]
        whole = ("-".join(self.object[-2:]), *nouns)
        return bool(self.ends_in(self.lexicon.own)) and self.lexicon.prizes.isdisjoint(whole)

    @cached_property
    def amount(self) -> str:
        """The bare number that the object is (`Score 110`), empty where it is none."""
        return next((word for word in self.object[-1:] if self.lexicon.is_number(word)), "")

    @cached_property
    def share(self) -> str:
        """The share that is to be reached (`to 95%`, `by half`), empty where there is none."""
        last = len(self.words) - 1
        shares = (
            at
            for at, word in enumerate(self.words)
            if word.endswith("%") or self._at(at + 1) in _PERCENT or (word == "half" and at == last)
        )
        return next((self.words[at] for at in shares if self._at(at - 1) in self._grammar.bounds), "")

    @cached_property
    def limit(self) -> str:
        """The number below which something is to come (`under 40 minutes`), empty where there is none."""
        behind = (at + 1 for at, word in enumerate(self.words) if word in self._grammar.below)
        return next((self.words[at] for at in behind if self.lexicon.is_number(self._at(at))), "")

    @cached_property
    def counts(self) -> bool:
        """Whether it begins with how many: `100 followers`, `more sales`."""
        return self.lexicon.is_number(self._at(0)) or self._at(0) in self.lexicon.comparatives

    @cached_property
    def is_thing(self) -> bool:
        """Whether it is nothing but some things, and how often: `20 blog posts`, `A new website`."""
        rest = self.words[len(self.object) :]
        begins = self.counts or self._at(0) in self._grammar.beginnings
        return not self.verb and begins and all(word in self._grammar.often for word in rest[:1])

    @cached_property
    def how_often(self) -> str:
        """The word that says how often (`daily`, or `week` in `a week`), empty where none does."""
        places = (place for place in range(len(self.words)) if self._says_how_often(place))
        behind = (
            (place, self._is_a_period(place) or self._at(place) in self._grammar.each) for place in places
        )
        return self.how_many_times or next((self._at(place + each) for place, each in behind), "")

    @cached_property
    def how_many_times(self) -> str:
        """The word that counts how often: `3x`, `times`; none in `twice my weight`."""
        return next(
            (
                word
                for place, word in enumerate(self.words)
                if (word in self._grammar.times or _COUNTED.fullmatch(word))
                and (self._is_a_period(place + 1) or not self._begins_object(place + 1))
            ),
            "",
        )

    @cached_property
    def is_habit(self) -> bool:
        """Whether it says when, again and again: `every Sunday`, `daily`."""
        return bool(self.how_often) and "per" not in self.words

    @cached_property
    def main(self) -> tuple[str, ...]:
        """The words that carry the clause: in English those before the first preposition, and the last."""
        return self.words if self._grammar.verb_last else (*self.words[: self._break(0)], *self.words[-1:])

    @property
    def _grammar(self) -> Grammar:
        return self.lexicon.grammar

    def _at(self, place: int) -> str:
        return self.words[place] if 0 <= place < len(self.words) else ""

    @cached_property
    def _place(self) -> int | None:
        known = (at for at in self._verb_places() if self._base_at(at) in self.lexicon.verbs)
        return next(known, None)

    def _base_at(self, place: int) -> str:
        return self.lexicon.base(self.words[place], self._at(place + 1))

    def _verb_places(self) -> Iterator[int]:
        """Where a verb may stand: first; or last, or before an aside, and then without a capital."""
        if not self._grammar.verb_last:
            yield from range(len(self.words[:1]))
            return
        for place in reversed(range(len(self.words))):
            closes = place == len(self.words) - 1 or self._is_break(place + 1)
            if closes and (place == 0 or not self.written[place][0].isupper()):
                yield place

    def _begins_object(self, place: int) -> bool:
        return self._at(place) in self._grammar.beginnings or self.lexicon.is_number(self._at(place))

    def _break(self, start: int) -> int:
        """The place at which the words from `start` on stop being one object."""
        inside = start == 0 or (self._begins_object(start) and not self._is_a_period(start))
        places = range(start + inside, len(self.words))
        return next((place for place in places if self._is_break(place)), len(self.words))

    def _is_break(self, place: int) -> bool:
        return self._at(place) in self._grammar.breaks or self._is_a_period(place)

    def _says_how_often(self, place: int) -> bool:
        return self._at(place) in self._grammar.often or self._is_a_period(place)

    def _is_a_period(self, place: int) -> bool:
        return self._at(place) in ("a", "an") and self._at(place + 1) in self._grammar.periods

    def _without_asides(self, end: int) -> Iterator[str]:
        """The words before `end`, but for those from a preposition to its noun, which has a capital."""
        aside = False
        for place in range(end):
            aside = aside or self._is_break(place)
            if not aside:
                yield self.words[place]
            elif self.written[place][0].isupper() and not self._is_break(place):
                aside = False
