"""What looks half saved is not believed at once: pure, every moment is an argument, in seconds."""

from collections.abc import Set


class Grace:
    """Gives whatever looks half saved some time to become whole again, each thing by its name."""

    def __init__(self, *, seconds: float) -> None:
        self._seconds = seconds
        self._since: dict[str, float] = {}

    def doubts(self, name: str, *, half: bool, now: float) -> bool:
        """Whether what is seen is not to be believed yet; `half` says that it looks half saved.

        Once it was believed, or looked whole, the next time counts anew.
        """
        if half and now < self._since.setdefault(name, now) + self._seconds:
            return True
        self._since.pop(name, None)
        return False

    @property
    def doubted(self) -> Set[str]:
        """What is not believed yet."""
        return self._since.keys()

    @property
    def ends(self) -> float | None:
        """The moment at which the first of it will be believed; None where nothing is doubted."""
        return min(self._since.values()) + self._seconds if self._since else None
