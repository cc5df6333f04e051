"""What a commit that is being made will hold: the notes that are staged, and what they were before."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vaultgoals.store.git import Git

_PARTIAL = "next-index-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A file of the vault, by its path there, and the names of what it was and is; None where it was not."""

    path: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Staging:
    """The commit under way in the repository that calls us; `prefix` is the vault's path in it."""

    git: Git
    prefix: str

    @classmethod
    def of(cls, root: Path, environ: Mapping[str, str]) -> "Staging":
        """That of the vault. Raises `Unwritten`."""
        prefix = Git.at(root, environ).get("rev-parse", "--show-prefix").removesuffix(b"\n")
        top = root.parents[prefix.count(b"/") - 1] if prefix else root
        return cls(git=Git.calling(top, environ), prefix=os.fsdecode(prefix))

    @property
    def is_partial(self) -> bool:
        """Whether only some files are committed, out of an index that is thrown away afterwards."""
        return os.path.basename(self.git.environ.get("GIT_INDEX_FILE", "")).startswith(_PARTIAL)

    @property
    def parents(self) -> tuple[str, ...]:
        """The commits that it comes after, two in a merge; none where it is the first."""
        named = ("HEAD", "MERGE_HEAD")
        return tuple(one for one in named if self.git.ask("rev-parse", "-q", "--verify", one).code == 0)

    def since(self, parent: str | None) -> list[Changed]:
        """The files that are staged otherwise than they are in a parent; without one, all that are staged."""
        return self._changed("--cached", *([parent] if parent else []))

    def unstaged(self) -> list[Changed]:
        """The files that stand in the vault otherwise than they are staged; `old` is what is staged."""
        return self._changed()

    def untracked(self) -> frozenset[str]:
        """The files that git does not know, and is not told to ignore."""
        return self._listed("--others", "--exclude-standard")

    def tracked(self) -> frozenset[str]:
        """The files that git knows."""
        return self._listed("--cached")

    def contents(self, names: Iterable[str]) -> dict[str, bytes]:
        """What stands behind some names."""
        asked = list(dict.fromkeys(names))
        if not asked:
            return {}
        given = "".join(f"{name}\n" for name in asked).encode()
        data, at, found = self.git.get("cat-file", "--batch", given=given), 0, {}
        for name in asked:
            end = data.index(b"\n", at)
            size = int(data[at:end].split()[2])
            found[name] = data[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def add(self, paths: Iterable[str]) -> None:
        """Stage some files as they stand in the vault."""
        named = [self.prefix + path for path in paths]
        if named:
            self.git.get("--literal-pathspecs", "add", "--", *named)

    def _changed(self, *args: str) -> list[Changed]:
        options = ("--raw", "-z", "--no-renames", "--abbrev=64", "--no-ext-diff", "--ignore-submodules")
        fields = self._get("diff", *options, *args).split(b"\0")
        pairs = zip(fields[::2], fields[1::2], strict=False)
        return [self._one(about.decode(), os.fsdecode(path)) for about, path in pairs]

    def _one(self, about: str, path: str) -> Changed:
        """One line of git's, such as `:100644 100644 0f1e… 2d3c… M`; what is all zeros was not."""
        _, _, old, new, _ = about.split(" ")
        names = [name if name.strip("0") else None for name in (old, new)]
        return Changed(path=path.removeprefix(self.prefix), old=names[0], new=names[1])

    def _listed(self, *args: str) -> frozenset[str]:
        found = self._get("ls-files", "-z", *args).split(b"\0")
        return frozenset(os.fsdecode(path).removeprefix(self.prefix) for path in found if path)

    def _get(self, *args: str) -> bytes:
        where = ("--", self.prefix) if self.prefix else ()
        return self.git.get("--literal-pathspecs", *args, *where)
