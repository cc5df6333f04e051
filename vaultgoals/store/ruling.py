"""Whether the files that rule a vault (settings, baseline, templates) are as they were: none is opened."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from vaultgoals.store.names import (
    BASELINE,
    OBSIDIANS,
    SETTINGS,
    TEMPLATE_ENDING,
    TEMPLATE_FOLDERS,
    TEMPLATES,
)


def ruling_marks(root: Path) -> str:
    """A text that is another one as soon as one of these files changed, came or went."""
    paths = (SETTINGS, BASELINE, *OBSIDIANS, *_templates(root))
    return "\n".join(f"{path}\t{_marks(os.path.join(root, path))}" for path in paths)


def _templates(root: Path) -> Iterator[str]:
    """The vault's own templates, and the folders that they stand in."""
    if not os.path.lexists(os.path.join(root, TEMPLATES.partition("/")[0])):
        return
    for folder in TEMPLATE_FOLDERS:
        yield TEMPLATES + folder
        with suppress(OSError):
            names = sorted(os.listdir(os.path.join(root, TEMPLATES + folder)))
            yield from (TEMPLATES + folder + name for name in names if name.endswith(TEMPLATE_ENDING))


def _marks(full: str) -> str:
    try:
        status = os.lstat(full)
    except OSError as error:
        return f"{error.errno}"
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ino} {status.st_ctime_ns}"
