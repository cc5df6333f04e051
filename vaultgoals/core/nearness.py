"""How near two words are: what a typo is, and what was probably meant."""

from collections.abc import Iterable


def edits(a: str, b: str) -> int:
    """The fewest insertions, deletions, substitutions and swaps of neighbours that turn `a` into `b`.

    The optimal string alignment distance: no stretch is edited twice.
    """
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        above, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and y == a[i - 2]:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
    return row[-1]


def one_edit_apart(a: str, b: str) -> bool:
    """Whether one insertion, deletion, substitution or swap of neighbours turns one into the other."""
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[at:], b[at:]
    swapped = x[:2] == y[1::-1] and x[2:] == y[2:]
    return swapped or x[1:] == y[1:] or x[1:] == y or x == y[1:]


_LONGEST = 100


class Neighbours:
    """Finds the words that are one edit away from another, without a look at each.

    Of two such words both lack a letter, or one of them lacks it, where what is left is alike. Words of more
    than 100 letters have no neighbours.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._by_rest: dict[str, list[str]] = {}
        for word in words:
            for rest in _rests(word):
                self._by_rest.setdefault(rest, []).append(word)

    def of(self, word: str) -> list[str]:
        """The words one edit away, by alphabet."""
        near = {other for rest in _rests(word) for other in self._by_rest.get(rest, ())}
        return sorted(other for other in near if one_edit_apart(word, other))


def _rests(word: str) -> set[str]:
    """The word, and what is left of it without one letter."""
    if len(word) > _LONGEST:
        return set()
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def nearest(word: str, candidates: Iterable[str], *, within: int = 1) -> str | None:
    """The candidate fewest edits away, `within` at most, whatever the case; the first of several."""
    folded = word.casefold()
    best, least = None, within + 1
    for candidate in candidates:
        if abs(len(candidate) - len(word)) < least:
            distance = edits(folded, candidate.casefold())
            if distance < least:
                best, least = candidate, distance
    return best
