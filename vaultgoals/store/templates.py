"""The templates that a vault has of its own, in a hidden folder of it."""

import os
import stat
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from vaultgoals.core.source import Source
from vaultgoals.store.files import in_words, read
from vaultgoals.store.names import TEMPLATE_ENDING, TEMPLATE_FOLDERS, TEMPLATES

_LIMIT = 256 * 2**10
_AT_MOST = 200
"""How many entries of a folder are looked at; there are far fewer templates."""


def read_templates(root: Path) -> tuple[Source, ...]:
    """A vault's own templates by path; of what cannot be read the source says why. Nothing is followed."""
    if not os.path.lexists(root / TEMPLATES.partition("/")[0]):
        return ()
    sources = (source for folder in TEMPLATE_FOLDERS for source in _in_folder(root, TEMPLATES + folder))
    by_path = {source.path: source for source in sources}  # a folder that cannot be read is met at each below
    return tuple(by_path[path] for path in sorted(by_path))


def read_template(file: Path) -> Source:
    """A template that somebody names, wherever it lies; where it cannot be read, the source says why."""
    full = file.resolve()
    return read(full.parent, full.name, limit=_LIMIT)


def _in_folder(root: Path, folder: str) -> Iterator[Source]:
    parts = folder.rstrip("/").split("/")
    try:
        for depth in range(1, len(parts) + 1):
            if stat.S_ISLNK(os.lstat(root.joinpath(*parts[:depth])).st_mode):
                path = "/".join(parts[:depth])
                yield Source(path=path, text="", unreadable="is a symbolic link, which is not followed")
                return
        with os.scandir(root / folder) as entries:
            names = sorted(entry.name for entry in islice(entries, _AT_MOST))
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        yield Source(path=folder.rstrip("/"), text="", unreadable=f"cannot be read: {in_words(error)}")
        return
    templates = (name for name in names if name.endswith(TEMPLATE_ENDING) and not name.startswith("."))
    yield from (read(root, folder + name, limit=_LIMIT) for name in templates)
