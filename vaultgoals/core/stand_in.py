"""Lines that stand for generated blocks while the text around them is merged."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vaultgoals.core.conflict import Conflict, Part, lines

_SIGN = "vaultgoals-block"
_APART = 3
_LIKE = re.compile(rf"{_SIGN}-*+")


def unlike(texts: Iterable[str]) -> str:
    """What stand-ins begin with, so that none of these texts holds one."""
    longest = max((len(found) for text in texts for found in _LIKE.findall(text)), default=len(_SIGN))
    return _SIGN + "-" * (longest - len(_SIGN) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class StandIns:
    """What stands for each block, as in `vaultgoals-block-3;`, and `behind` it the block's text.

    While lines are merged some more stand before each: git makes one conflict of two with at most three lines
    between them, and words from below a block would come to stand above it.
    """

    sign: str
    behind: Mapping[str, str]

    def of(self, text: str) -> list[str]:
        """The stand-ins in a text, in order."""
        return re.findall(f"{self.sign}[0-9]+;", text)

    def spread(self, text: str) -> str:
        """A text with the lines that keep apart what stands around a stand-in."""
        return self._each(text, lambda one: "".join(f"{one}{line}\n" for line in range(_APART)) + one)

    def gathered(self, text: str) -> str:
        """A text without them."""
        return re.sub(f"{self.sign}[0-9]+;[0-9]\n", "", text)

    def filled(self, part: Part) -> Part:
        """A part with each block in its place again."""
        return part if isinstance(part, Conflict) else self._each(part, self.behind.__getitem__)

    def bare(self, text: str) -> str:
        """A text without its stand-ins; where nothing else stood in the line, without that."""
        kept = []
        for line in lines(text):
            words = self._each(line, lambda _: "")
            kept.append(words if words == line or words.strip() else "")
        return "".join(kept)

    def lifted(self, parts: Iterable[Part], newline: str) -> Iterator[Part]:
        """The parts with each stand-in once, and none within a conflict: there it stands behind it."""
        found = list(parts)
        agreed = {one for part in found if isinstance(part, str) for one in self.of(part)}
        put: set[str] = set()
        for part in found:
            if isinstance(part, str):
                yield self._once(part, put)
                continue
            yield self._without_any(part)
            loose = [one for one in self.of(part.ours + part.theirs) if one not in agreed]
            yield "".join(f"{one}{newline}" for one in dict.fromkeys(loose))
            agreed.update(loose)

    def _once(self, text: str, put: set[str]) -> str:
        kept = []
        for line in lines(text):
            again = put.intersection(self.of(line))
            kept.append(self.bare(line) if again else line)
            put.update(self.of(line))
        return "".join(kept)

    def _without_any(self, conflict: Conflict) -> Part:
        ours, theirs = self.bare(conflict.ours), self.bare(conflict.theirs)
        base = None if conflict.base is None else self.bare(conflict.base)
        return ours if ours == theirs else Conflict(ours=ours, theirs=theirs, base=base)

    def _each(self, text: str, put: Callable[[str], str]) -> str:
        return re.sub(f"{self.sign}[0-9]+;", lambda found: put(found[0]), text)
