"""What was answered about a vault before, for as long as nothing has changed that could matter to it.

This is the short way: it reads what is kept, looks at every folder, opens what changed, and imports nothing
of what makes answers. Whatever it is not sure of it leaves to the long way, which is `Workspace`.
"""

import time
from collections.abc import Callable, Mapping
from datetime import date, datetime
from datetime import time as time_of_day
from pathlib import Path

from vaultgoals.store.cache import Cache, Differing
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.program import program
from vaultgoals.store.rows import News, told_as_kept
from vaultgoals.store.ruling import ruling_marks
from vaultgoals.store.shelf import OURS, Marks, Shelf, Told, is_settled, look_into, path_in
from vaultgoals.workspace.day import day_of


class Unsure(Exception):
    """Something changed that may matter."""


class Answers:
    """The answers that are kept for a vault; none where it was ruled by other files than now.

    `glimpsed` are the notes that were read to see whether they matter, by path, with their marks.
    """

    def __init__(self, root: Path) -> None:
        self.glimpsed: dict[str, tuple[Marks, str]] = {}
        self._root = root
        self._cache = Cache(root, program())
        about = self._cache.about() or {}
        self._about = about if about.get("ruling") == ruling_marks(root) else {}

    def today(self, now: datetime) -> date | None:
        """The vault's date at a moment; None where that is not known."""
        if not self._about:
            return None
        ends_at = time_of_day.fromisoformat(self._about["day ends"])
        return day_of(now, zone=self._about["zone"] or None, ends_at=ends_at)

    def recall(self, asked: bytes) -> bytes | None:
        """What was answered to this; None where it was never asked, or may be answered otherwise now."""
        if not (self._about and self._cache.knows(asked)):
            return None
        try:
            state = self._state_now()
        except Unsure:
            return None
        return None if state is None else self._cache.answer(asked, state)

    def remember(self, asked: bytes, state: int, answer: bytes) -> None:
        """Keep an answer that was worked out in a state of the vault."""
        self._cache.remember(asked, state, answer)

    def _state_now(self) -> int | None:
        """The state that the vault is in, whose answers are those of the state that is kept."""
        left_out = Ignore.of(filter(None, self._about["ignore"].split("\0")))
        compared = self._cache.differing(lambda folder: look_into(self._root, folder, left_out))
        if compared is None:
            return None
        state, other = compared
        if not other:
            return state
        looked = _Looked(self._root, self._about, self._cache.note, self.glimpsed)
        shelves = {one.folder: looked.at(one) for one in other}
        return self._cache.keep(News(shelves=shelves, notes=looked.notes), answers_of=state)


class _Looked:
    """Looks at the notes of folders that changed, as long as none of them says anything else that matters.

    An ordinary note is still one; of a note that concerns us, which was `kept`, only prose is another. These
    are in `notes`, to be kept as they are now.
    """

    def __init__(
        self,
        root: Path,
        about: Mapping[str, str],
        kept: Callable[[str], tuple[Marks, str] | None],
        glimpsed: dict[str, tuple[Marks, str]],
    ) -> None:
        import json

        from vaultgoals.core.mentions import names_meant
        from vaultgoals.core.ordinary import Ordinary
        from vaultgoals.store.files import Texts

        self._names_meant = names_meant
        self._ordinary = Ordinary.kept(json.loads(about["ordinary"]))
        self._titles = frozenset(about["titles"].split("\0"))
        self._texts, self._kept, self._glimpsed = Texts(root), kept, glimpsed
        self.notes: dict[str, tuple[Marks, str]] = {}

    def at(self, folder: Differing) -> tuple[Shelf, Told]:
        """What is to be kept of a folder. Raises `Unsure` where anything in it may matter."""
        before, shelf = folder.before, folder.now
        if shelf is None or (before.notes, before.others, before.folders) != (
            shelf.notes,
            shelf.others,
            shelf.folders,
        ):
            raise Unsure
        marks, told, ours = before.by_name(), [], {}
        unsettled = set()
        said = told_as_kept(folder.said, before)
        for (name, now), what in zip(shelf.by_name().items(), said, strict=True):
            if marks[name] == now:
                told.append(what)
                continue
            path = path_in(folder.folder, name)
            text = self._texts.text(path, now[0])
            if text is None:
                raise Unsure
            self._glimpsed[path] = now, text
            if what == OURS:
                self._compare(path, marks[name], text)
                ours[name] = text
            told.append(what if what == OURS else self._mentions(path, text, what))
            if not is_settled(now, time.time_ns()):
                unsettled.add(name)
        shelf = shelf.doubting(unsettled) if unsettled else shelf
        known = shelf.by_name() if ours else {}
        self.notes |= {path_in(folder.folder, name): (known[name], text) for name, text in ours.items()}
        return shelf, tuple(told)

    def _mentions(self, path: str, text: str, before: str) -> str:
        """Whom the tasks of an ordinary note mention now."""
        mentions = self._ordinary.mentions(path, text)
        if mentions is None or not self._titles.isdisjoint(self._names_meant(f"{before}\n{mentions}")):
            raise Unsure
        return mentions

    def _compare(self, path: str, marks: Marks, text: str) -> None:
        """Raises `Unsure` where a note that concerns us differs from what was kept in more than prose."""
        from vaultgoals.core.naming import folded
        from vaultgoals.core.prose import differ_in_prose

        kept = self._kept(path)
        if kept is None or tuple(kept[0]) != tuple(marks):
            raise Unsure
        title = folded(path.rpartition("/")[2].removesuffix(".md"))
        if not differ_in_prose(kept[1], text, logs=title in self._titles):
            raise Unsure
