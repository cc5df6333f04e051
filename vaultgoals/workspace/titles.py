"""Where a vault's goals lie, as it was known the last time: for a shell, which waits for no reading."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32

from vaultgoals.store.cache import Cache
from vaultgoals.store.program import program
from vaultgoals.store.ruling import ruling_marks


def known_goals(root: Path) -> tuple[str, ...] | None:
    """The paths of all goals; None where that is not known.

    So it is where settings changed, or a note came or went in a folder with goals. A goal in another folder,
    or a note that has become one, is known once any command has looked at the vault.
    """
    about = Cache(root, program()).about() or {}
    if about.get("ruling") != ruling_marks(root) or "goals" not in about:
        return None
    paths = tuple(filter(None, about["goals"].split("\0")))
    return paths if about.get("beside goals") == beside(root, paths) else None


def beside(root: Path, paths: Iterable[str]) -> str:
    """A text that is another one as soon as a note comes or goes in a folder in which one of these lies."""
    names = []
    for folder in sorted({path.rpartition("/")[0] for path in paths}):
        with suppress(OSError):
            names += sorted(name for name in os.listdir(os.path.join(root, folder)) if name.endswith(".md"))
        names.append("/")
    return str(crc32("\0".join(names).encode("utf-8", "surrogateescape")))
