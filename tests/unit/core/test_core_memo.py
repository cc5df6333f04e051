"""The memory of a vault: what is not asked twice, what is asked again, and where that ends."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pytest

from vaultgoals.core.cell import Source
from vaultgoals.core.memo import Fleeting, Memory, each, entry_of, remembered
from vaultgoals.core.watched import Watched


@dataclass(frozen=True, eq=False)
class Words:
    """Words by name, and the same vault for all that these tests ask."""

    plain: Mapping[str, str]
    memory: Memory

    def source(self, name: str) -> Source:
        assert name == "words"
        return self.plain

    @property
    def words(self) -> Watched[str]:
        return Watched(self, "words", self.plain)

    def but(self, **words: str) -> "Words":
        return Words({**self.plain, **words}, self.memory)

    def without(self, *names: str) -> "Words":
        return Words({name: word for name, word in self.plain.items() if name not in names}, self.memory)


def words(room: int = 20_000, **plain: str) -> Words:
    return Words(plain, Memory(room=room))


@remembered
def length(of: Words, name: str) -> int:
    return len(of.words[name])


@remembered
def is_long(of: Words, name: str) -> bool:
    return length(of, name) > 3


@remembered
def long_ones(of: Words) -> tuple[str, ...]:
    return tuple(name for name in of.words if is_long(of, name))


@remembered
def joined(of: Words) -> str:
    return " ".join(of.words.values())


@remembered
def chosen(of: Words) -> str:
    """What the word `which` names."""
    return of.words[of.words["which"]]


@remembered
def chosen_length(of: Words) -> int:
    """The length of the word that `which` names."""
    return length(of, of.words["which"])


@remembered
def turned(of: Words, name: str) -> tuple[str, ...]:
    return tuple(reversed(of.words.get(name, "")))


@remembered
def around(of: Words, name: str) -> int:
    return around(of, of.words[name]) + 1


@remembered
def is_there(of: Words, name: str) -> bool:
    return name in of.words


@remembered
def known(of: Words, names: tuple[str, ...]) -> int:
    return sum(length(of, name) for name in names)


@remembered
def peeks(of: Words, other: "Box") -> str:
    return other.words.words["a"]


@remembered
def lengths(of: Words) -> Mapping[str, int]:
    return {name: len(word) for name, word in of.words.items()}


length_in_table = entry_of(lengths)


@remembered
def is_long_in_table(of: Words, name: str) -> bool:
    return (length_in_table(of, name) or 0) > 3


@remembered
def all_lengths(of: Words) -> tuple[int, ...]:
    return each(length, of, tuple(of.words))


@remembered
def longest(of: Words) -> int:
    return max(all_lengths(of), default=0)


@remembered
def table_of_table(of: Words) -> Mapping[str, int]:
    return {name: length_in_table(of, name) or 0 for name in of.words}


class Box:
    """Another vault, smuggled in as an argument."""

    def __init__(self, of: Words) -> None:
        self.words = of


def runs(of: Words, ask: Callable[[], object]) -> dict[str, int]:
    """Which queries are run for an answer, and how often."""
    before = of.memory.runs.copy()
    ask()
    return dict(of.memory.runs - before)


def test_what_was_asked_once_is_not_run_again() -> None:
    of = words(a="one", b="three")
    assert length(of, "a") == 3
    assert runs(of, lambda: [length(of, "a") for _ in range(9)]) == {}


def test_only_what_read_the_word_that_changed_is_run_again() -> None:
    of = words(a="one", b="three")
    assert (length(of, "a"), length(of, "b")) == (3, 5)
    new = of.but(b="seven!")
    assert runs(new, lambda: (length(new, "a"), length(new, "b"))) == {"length": 1}
    assert length(new, "b") == 6


def test_an_equal_answer_ends_the_doubt_of_all_that_was_made_of_it() -> None:
    of = words(a="one", b="three")
    assert long_ones(of) == ("b",)
    new = of.but(b="seven")
    assert runs(new, lambda: long_ones(new)) == {"length": 1}


def test_an_answer_that_comes_out_equal_stays_the_same_object() -> None:
    of = words(a="aba", b="x")
    first = turned(of, "a")
    new = of.but(a="".join(["a", "b", "a"]))
    assert turned(new, "a") is first
    newer = new.but(a="b")
    assert turned(newer, "a") == ("b",)


def test_a_word_in_the_middle_of_a_chain_lets_only_what_is_above_it_be_run_again() -> None:
    of = words(a="one", b="three")
    assert long_ones(of) == ("b",)
    new = of.but(a="ones")
    assert runs(new, lambda: long_ones(new)) == {"length": 1, "is_long": 1, "long_ones": 1}
    assert long_ones(new) == ("a", "b")


def test_what_nobody_asks_is_not_run() -> None:
    of = words(a="one")
    assert joined(of) == "one"
    new = of.but(a="two")
    assert runs(new, lambda: length(new, "a")) == {"length": 1}


def test_what_was_read_last_time_alone_counts() -> None:
    of = words(which="a", a="one", b="two")
    assert chosen(of) == "one"
    new = of.but(which="b")
    assert chosen(new) == "two"
    newer = new.but(a="other")
    assert runs(newer, lambda: chosen(newer)) == {}


def test_what_was_read_first_is_looked_at_first_since_the_rest_may_make_no_sense_any_more() -> None:
    of = words(which="a", a="one", b="two")
    assert chosen(of) == "one"
    assert chosen(of.but(which="b").without("a")) == "two"


def test_words_that_come_and_go_are_seen_by_what_goes_through_all_of_them() -> None:
    of = words(a="long!")
    assert long_ones(of) == ("a",)
    assert long_ones(of.but(b="longer")) == ("a", "b")
    assert long_ones(of.without("a")) == ()


@pytest.mark.parametrize("after", [True, False])
def test_whether_a_word_is_there_may_change(*, after: bool) -> None:
    there, gone = words(a="one"), words(a="one").without("a")
    first, then = (gone, there) if after else (there, gone)
    then = Words(then.plain, first.memory)
    assert is_there(first, "a") is not after
    assert is_there(then, "a") is after


def test_an_earlier_vault_is_still_answered_for_rightly() -> None:
    first = words(a="one")
    vaults = [first, *(first.but(a="x" * number) for number in range(1, 6))]
    for of in (*vaults, *reversed(vaults), *vaults[::2]):
        assert (length(of, "a"), joined(of)) == (len(of.plain["a"]), of.plain["a"])


def test_a_query_that_asks_itself_is_told_of_and_does_not_hang() -> None:
    of = words(a="b", b="a")
    with pytest.raises(RuntimeError, match="around asks for what it is itself to answer"):
        around(of, "a")
    assert length(of, "a") == 1


def test_a_circle_that_an_edit_closes_is_told_of_too() -> None:
    of = words(a="b", b="c", c="")
    with pytest.raises(KeyError):
        around(of, "a")
    new = of.but(c="a")
    with pytest.raises(RuntimeError, match="around asks"):
        around(new, "a")


def test_after_an_error_it_is_asked_anew() -> None:
    of = words(a="one")
    with pytest.raises(KeyError):
        length(of, "b")
    assert length(of.but(b="two"), "b") == 3
    with pytest.raises(KeyError):
        length(of, "b")


def test_a_query_that_looks_at_another_vault_is_told_of() -> None:
    of = words(a="one")
    assert length(of, "a") == 3
    with pytest.raises(RuntimeError, match="peeks looks at another vault"):
        peeks(of, Box(of.but(a="two")))


def test_ten_thousand_edits_leave_no_more_behind_than_the_first() -> None:
    of = words(room=200, **{f"w{number}": "x" for number in range(20)})
    assert long_ones(of) == ()
    size = len(of.memory)
    for number in range(10_000):
        of = of.but(w3="x" * (number % 7))
        long_ones(of)
    assert len(of.memory) == size


def test_what_is_no_longer_asked_for_is_forgotten_in_time() -> None:
    of = words(room=200, a="one", b="two")
    for number in range(1_200):
        of = of.but(a=str(number))
        known(of, (*"ab", *"b" * number))
    assert len(of.memory) < 1_000


def test_names_that_come_and_go_are_forgotten_in_time() -> None:
    of = words(room=200, a="one")
    for number in range(3_000):
        of = of.but(**{f"w{number}": "x"}).without(f"w{number - 1}")
        long_ones(of)
    assert len(of.memory) < 1_000


def test_nothing_is_noted_where_no_query_runs() -> None:
    of = words(a="one")
    assert (dict(of.words.items()), len(of.words), of.words.get("b", "?")) == ({"a": "one"}, 1, "?")
    assert len(of.memory) == 0


def test_reading_all_is_noted_as_a_whole() -> None:
    of = words(a="one", b="two")
    assert joined(of) == "one two"
    assert joined(of.but(b="three")) == "one three"
    assert len(of.memory) == 2


def test_the_order_in_which_answers_are_asked_for_makes_no_difference() -> None:
    def told(of: Words, order: Iterable[int]) -> dict[int, object]:
        asks: list[Callable[[], object]] = [
            lambda: long_ones(of),
            lambda: joined(of),
            lambda: length(of, "a"),
        ]
        return {place: asks[place]() for place in order}

    one = words(a="one", b="three")
    assert told(one, (0, 1, 2)) == told(words(a="one", b="three"), (2, 1, 0))
    new = one.but(a="four!")
    assert told(new, (2, 0, 1)) == told(words(a="four!", b="three"), (1, 2, 0))


def test_who_looks_up_an_entry_is_asked_again_only_where_that_entry_is_another() -> None:
    of = words(a="one", b="three")
    assert not is_long_in_table(of, "a")
    assert is_long_in_table(of, "b")
    other = of.but(a="fourteen")
    assert runs(other, lambda: is_long_in_table(other, "b")) == {"lengths": 1}
    assert runs(other, lambda: is_long_in_table(other, "a")) == {"is_long_in_table": 1}
    assert is_long_in_table(other, "a")
    assert not is_long_in_table(other.without("a"), "a")


def test_a_table_is_not_made_of_another_one_s_entries() -> None:
    of = words(a="one")
    with pytest.raises(RuntimeError, match="lengths is looked up by what is looked up itself"):
        entry_of(table_of_table)(of, "a")


def test_of_many_answers_only_those_that_are_others_are_asked_for_again() -> None:
    of = Words({f"w{number}": "x" * number for number in range(9)}, Memory())
    assert all_lengths(of) == tuple(range(9))
    other = of.but(w3="five!")
    assert runs(other, lambda: longest(other)) == {"length": 1, "longest": 1, "all_lengths": 1}
    assert all_lengths(other) == (0, 1, 2, 5, 4, 5, 6, 7, 8)
    same = other.but(w3="seven")
    assert runs(same, lambda: longest(same)) == {"length": 1}
    assert all_lengths(same) is all_lengths(other)
    assert all_lengths(same.without("w0", "w3")) == (1, 2, 4, 5, 6, 7, 8)


def test_who_looks_once_is_told_the_same_and_nothing_of_another_vault() -> None:
    one, other = (Words(words, Fleeting()) for words in ({"a": "long word"}, {"a": "short", "b": "x"}))
    assert (long_ones(one), joined(one), long_ones(one)) == (("a",), "long word", ("a",))
    elsewhere = Words(other.plain, one.memory)
    assert (joined(elsewhere), joined(one), joined(elsewhere)) == ("short x", "long word", "short x")


def test_what_an_answer_no_longer_reads_is_not_looked_at_for_it() -> None:
    of = words(which="a", a="one", b="three")
    assert chosen_length(of) == 3
    of = of.but(which="b")
    assert chosen_length(of) == 5
    of = of.without("a")  # which the old way would still look at, in vain
    assert runs(of, lambda: chosen_length(of)) == {}
    assert chosen_length(of.but(b="six!")) == 4


def test_a_doubt_that_nobody_looked_into_is_kept_through_other_doubts() -> None:
    of = words(a="one", b="three")
    assert known(of, ("a", "b")) == 8
    of = of.but(a="four")
    assert length(of, "b") == 5
    of = of.but(b="two")
    assert length(of, "b") == 3
    assert runs(of, lambda: known(of, ("a", "b"))) == {"length": 1, "known": 1}
    assert known(of, ("a", "b")) == 7
