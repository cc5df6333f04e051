"""Files as editors name them: by addresses, which each editor writes in its own way."""

import os
from pathlib import Path

from pygls.uris import to_fs_path


class Addresses:
    """Remembers how an editor writes the addresses of the files that it has shown."""

    def __init__(self) -> None:
        self._known: dict[Path, str] = {}

    def file(self, uri: str) -> Path | None:
        """The file at an address, by the real path of its folder; None for what is no file.

        Such is a text that was never saved, or one that stands on another machine.
        """
        path = to_fs_path(uri)
        if not path or "\0" in path:
            return None
        file = Path(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
        self._known[file] = uri
        return file

    def uri(self, file: Path) -> str:
        """The address of a file, as the editor writes it if it did."""
        return self._known.get(file) or file.as_uri()
