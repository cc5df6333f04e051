"""The merge driver that git calls: three files in, the merged note in place of ours."""

from pathlib import Path

from vaultgoals.core.signs import MARK
from vaultgoals.errors import Unwritten

_NOT_OURS = 3
_SIGNS = (MARK.encode(), b"goal-review")


def merge_files(base: Path, ours: Path, theirs: Path, *, size: int, path: str) -> int:
    """Merge a note; the exit code by which git's shell knows whether to do its own merge instead.

    `ours` is exchanged as a whole: it is never half a merge that git goes on from. Raises `Unwritten`.
    """
    try:
        return _merge(base, ours, theirs, size=size, path=path)
    except OSError as error:
        raise Unwritten(f"{path} is left to git: {error.strerror or error}.") from None


def _merge(base: Path, ours: Path, theirs: Path, *, size: int, path: str) -> int:
    versions = [file.read_bytes() for file in (base, ours, theirs)]
    if not any(sign in data for data in versions[1:] for sign in _SIGNS):
        return _NOT_OURS
    from vaultgoals.store.clone_texts import CONFLICT
    from vaultgoals.store.in_place import put_in_place
    from vaultgoals.workspace.merging import Versions, merge_versions

    settled = merge_versions(Versions(*versions), path=path, size=size)
    if settled is None:
        return _NOT_OURS
    put_in_place(ours.absolute(), settled.data)
    return CONFLICT if settled.conflicts else 0
