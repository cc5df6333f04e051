"""Which words of a title give it away: as a result, as an activity, or as vague."""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, dropwhile, takewhile
from typing import TypeAlias

from vaultgoals.core.config import Words
from vaultgoals.rules.lexicon import Lexicon, listed
from vaultgoals.rules.phrase import Phrase, words_of
from vaultgoals.rules.words_de import GERMAN
from vaultgoals.rules.words_en import ENGLISH

Telling: TypeAlias = tuple[str, ...]
"""Words of a title, in lower case and any order; empty ones say nothing."""

_LANGUAGES = {"en": ENGLISH, "de": GERMAN}
_AWAY = "-"
_DONE = ("ed", "en", "read", "sent", "made", "held", "done", "online")
_COUNTING = listed("a anteil anzahl count der die number of part share summe the total von zahl")


def result_words(title: str, words: Words) -> str:
    """The words by which a title is a result that nobody controls, empty where none is."""
    return _first(title, words, words.results, _result)


def activity_words(title: str, words: Words) -> str:
    """The words by which a title is an activity or something made, empty where none is."""
    return _first(title, words, words.activities, _activity)


def vague_words(title: str, words: Words) -> str:
    """The words of a title that want a number where it has none, empty where there are none."""
    lexicons, said = _lexicons(words), words_of(title.lower())
    if any(lexicon.is_number(word) for lexicon in lexicons for word in said):
        return ""
    return _first(title, words, words.vague, _vague)


def same_thing(metric: str, title: str) -> bool:
    """Whether a metric counts what the title names: `articles published` for `Publish 20 articles`.

    `app installs` does not count the app, nor do `readers per article` count articles.
    """
    breaks = ENGLISH.grammar.breaks | GERMAN.grammar.breaks
    counted = dropwhile(lambda word: word in _COUNTING, words_of(metric.lower()))
    named = {word.removesuffix("s") for word in words_of(title.lower())}
    thing = [word.removesuffix("s") for word in takewhile(lambda word: word not in breaks, counted)]
    if len(thing) > 1 and thing[-1].endswith(_DONE):
        thing.pop()
    return bool(thing) and thing[-1] in named


def _first(title: str, words: Words, own: tuple[str, ...], ask: Callable[[Phrase], Iterator[Telling]]) -> str:
    phrases = (Phrase.of(title, lexicon) for lexicon in _lexicons(words))
    built_in = (_in_order(phrase, telling) for phrase in phrases for telling in ask(phrase))
    return next(chain(_added(title, own), built_in), "")


def _in_order(phrase: Phrase, telling: Telling) -> str:
    return " … ".join(word for word in dict.fromkeys(phrase.words) if word in telling)


def _added(title: str, entries: tuple[str, ...]) -> Iterator[str]:
    """The words of the vault's own that stand in a title, wherever they stand."""
    text = f" {' '.join(words_of(title.lower()))} "
    for entry in entries:
        wanted = " ".join(words_of(entry.lower()))
        if wanted and not entry.startswith(_AWAY) and f" {wanted} " in text:
            yield wanted


@cache
def _lexicons(words: Words) -> tuple[Lexicon, ...]:
    """The lists of the vault's languages, without the words that it takes away."""
    results, activities, vague = map(_taken_away, (words.results, words.activities, words.vague))
    return tuple(
        _LANGUAGES[language].without(results=results, activities=activities, vague=vague)
        for language in words.language
        if language in _LANGUAGES
    )


def _taken_away(entries: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(entry.removeprefix(_AWAY).strip().lower() for entry in entries if entry.startswith(_AWAY))


def _result(phrase: Phrase) -> Iterator[Telling]:
    lexicon = phrase.lexicon
    prize = phrase.ends_in(lexicon.marks if phrase.verb in lexicon.judging else lexicon.prizes)
    if phrase.in_hand:
        return
    if phrase.verb in lexicon.results and (phrase.sure or prize):
        yield phrase.said, prize
    if phrase.verb in lexicon.chances:
        place = next((word for word in phrase.words if lexicon.holds(lexicon.places, word)), "")
        yield from ((phrase.said, what) for what in (prize, place, phrase.amount, phrase.limit) if what)
    if phrase.share and phrase.verb not in lexicon.doing:
        yield phrase.said, phrase.share
    if not phrase.verb and prize and phrase.counts:
        yield (prize,)
    if not phrase.verb and (gain := phrase.ends_in(lexicon.gains)):
        yield (gain,)


def _activity(phrase: Phrase) -> Iterator[Telling]:
    lexicon, work = phrase.lexicon, phrase.ends_in(phrase.lexicon.works)
    if not lexicon.negations.isdisjoint(phrase.words):
        return  # what is done without something is an achievement
    if phrase.verb in lexicon.feats and phrase.how_often:
        yield phrase.said, phrase.how_often
    elif any(_result(phrase)):
        return
    elif phrase.verb in lexicon.deeds and phrase.sure:
        yield (phrase.said,)
    elif phrase.verb in lexicon.makings and (done := work or phrase.ends_in(lexicon.own)):
        yield phrase.said, done
    elif phrase.how_many_times:
        yield (phrase.how_many_times,)
    elif phrase.is_thing and work:
        yield (work,)
    elif not phrase.verb and (project := phrase.ends_in(lexicon.projects)):
        yield (project,)


def _vague(phrase: Phrase) -> Iterator[Telling]:
    lexicon = phrase.lexicon
    for place, word in enumerate(phrase.main):
        before, behind = phrase.main[:place], phrase.main[place + 1 : place + 2]
        named = not lexicon.grammar.definite.isdisjoint(before[-1:])  # the higher of two shelves
        if lexicon.is_comparative(word, *behind) and not named and lexicon.negations.isdisjoint(before):
            yield (word,)
    if phrase.verb in lexicon.betterments and phrase.sure:
        yield (phrase.said,)
    if phrase.verb in lexicon.being:
        yield from ((phrase.said, word) for word in phrase.object if word in lexicon.states)
