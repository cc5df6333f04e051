"""Pages that somebody else rewrites again and again: pure, every moment is an argument, in seconds."""

from collections.abc import Mapping

from vaultgoals.core.note import Note


def parts_of(page: Note | None) -> Mapping[str, str]:
    """What in a page may be ours, by name: the text of its blocks and the values of its properties."""
    if page is None:
        return {}
    blocks = {f"block {block.name}": page.source.cut(block.content) for block in page.blocks}
    return blocks | {prop.name: page.source.cut(prop.value.span) for prop in page.properties}


def put_back(ours: Mapping[str, str], found: Mapping[str, str], written: Mapping[str, str]) -> bool:
    """Whether what was written only undid what somebody else had made of some part of ours."""
    return any(found.get(name) != text == written.get(name) for name, text in ours.items())


class Rivalry:
    """Counts how often each page was undone, and says which pages to leave alone for it.

    After `rounds` times within `calm` seconds a page is left, until nobody has changed it for that long.
    """

    def __init__(self, *, rounds: int, calm: float) -> None:
        self._rounds = rounds
        self._calm = calm
        self._undone: dict[str, list[float]] = {}
        self._left: dict[str, float] = {}

    def undone(self, path: str, *, now: float) -> bool:
        """Count once more that a page was undone; whether it is left from now on."""
        recent = [moment for moment in self._undone.pop(path, ()) if now < moment + self._calm]
        if len(recent) + 1 < self._rounds:
            self._undone[path] = [*recent, now]
            return False
        self._left[path] = now
        return True

    def changed(self, path: str, *, now: float) -> None:
        """Take note that a page was changed from elsewhere: where it is left, calm begins anew."""
        if path in self.left(now=now):
            self._left[path] = now

    def left(self, *, now: float) -> frozenset[str]:
        """The pages that are not to be written now."""
        return frozenset(path for path, last in self._left.items() if now < last + self._calm)

    def ends(self, *, now: float) -> float | None:
        """The moment at which the first page that is left is taken up again; None where none is."""
        left = self.left(now=now)
        return min(self._left[path] for path in left) + self._calm if left else None
