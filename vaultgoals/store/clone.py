"""What `vaultgoals git install` puts into one clone: attributes, a merge driver, a hook; and taking it out.

All of it lies in the clone's own `.git` folder: nothing of it is committed, and no file of the vault changes.
"""

import os
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vaultgoals.errors import Unwritten
from vaultgoals.store.clone_texts import (
    attributes_lines,
    call_of,
    driver,
    hook_text,
    is_our_hook,
    line_for_hook,
)
from vaultgoals.store.files import in_words
from vaultgoals.store.git import Git, in_short
from vaultgoals.store.in_place import put_in_place

_DRIVER, _NAME = "merge.vaultgoals.driver", "merge.vaultgoals.name"


class State(StrEnum):
    """How it stands with a part: whether it is there, by this program, or somebody else's in its place."""

    INSTALLED = "installed"
    OUTDATED = "out of date"
    MISSING = "not installed"
    OTHERS = "somebody else's"


_STATES = {True: State.INSTALLED, False: State.MISSING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One of the parts: what it is, the file that it stands in, how it stands, and what a person can do."""

    name: str
    where: Path
    state: State
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clone:
    """The clone that a vault lies in.

    `prefix` is the vault's path from the `top` of the files, with a slash at its end, or empty. `attributes`,
    `hook` and `settings` are files of this clone alone.
    """

    git: Git
    top: Path
    prefix: str
    attributes: Path
    hook: Path
    settings: Path

    @classmethod
    def of(cls, root: Path, environ: Mapping[str, str]) -> "Clone":
        """The clone that a vault lies in. Raises `Unwritten`, in one sentence, where it lies in none."""
        git = Git.at(root, environ)
        files = (f"--git-path {path}".split() for path in ("info/attributes", "hooks/pre-commit", "config"))
        asked = ("--show-toplevel", "--show-prefix", *(word for words in files for word in words))
        answer = git.ask("rev-parse", *asked)
        if answer.code:
            raise _refused(root, answer.said)
        top, prefix, *paths = answer.text.removesuffix("\n").split("\n")
        if len(paths) != 3:
            raise Unwritten(f"The path {root} holds a line break, which git's attributes cannot name.")
        if prefix and git.ask("check-ignore", "-q", ".").code == 0:
            raise Unwritten(f"The repository {top} ignores the vault {root}.", "Run `git init` in the vault.")
        # Not asked for as absolute, since git would follow a link in place of the file itself.
        attributes, hook, settings = (Path(os.path.normpath(root / path)) for path in paths)
        return cls(git=git, top=Path(top), prefix=prefix, attributes=attributes, hook=hook, settings=settings)

    @property
    def is_shared(self) -> bool:
        """Whether there are other worktrees of the same repository."""
        return (self.settings.parent / "worktrees").is_dir()

    @property
    def parts(self) -> tuple[Part, ...]:
        """How it stands with each part."""
        there = self.git.setting(_DRIVER, "--local")
        has_attributes = self._attributes in _read(self.attributes)
        state = State.OUTDATED if there not in ("", driver()) else _STATES[bool(there)]
        return (
            Part(name="merge driver", where=self.settings, state=state),
            Part(name="attributes", where=self.attributes, state=_STATES[has_attributes]),
            self._hook_part(),
        )

    def install(self) -> tuple[Part, ...]:
        """Put in each part that is missing; how it stands then. Raises `Unwritten`."""
        for name, value in ((_NAME, "blocks of vaultgoals are taken whole"), (_DRIVER, driver())):
            if self.git.setting(name, "--local") != value:
                self.git.get("config", "--local", "--replace-all", name, value)
        there = _read(self.attributes)
        if self._attributes not in there:
            # Before all else, so that what a person wrote there for the same notes holds.
            put_in_place(self.attributes, self._attributes + there)
        if self._has_room_for_hook and _read(self.hook) != hook_text(self._vault):
            put_in_place(self.hook, hook_text(self._vault), mode=0o755)
        return self.parts

    def uninstall(self) -> tuple[Part, ...]:
        """Take out each part that is there, and nothing else; how it stands then. Raises `Unwritten`."""
        there = _read(self.attributes)
        left = there.replace(self._attributes, b"", 1)
        if left != there:
            _put_or_remove(self.attributes, left)
        is_last = b" merge=vaultgoals\n" not in left  # else another vault in this repository needs the driver
        if is_last and self.git.setting(_DRIVER, "--local"):
            self.git.get("config", "--local", "--remove-section", "merge.vaultgoals")
        for hook in {self.hook, self.settings.parent / "hooks" / "pre-commit"}:
            if self._is_ours(hook):
                hook.unlink()
        return self.parts

    @property
    def _attributes(self) -> bytes:
        return attributes_lines(self.prefix)

    @property
    def _vault(self) -> str:
        return f"./{self.prefix}".rstrip("/")

    @property
    def _has_room_for_hook(self) -> bool:
        """Whether the hook is ours to write: there is none, or ours."""
        return not self._hooks_elsewhere and (not os.path.lexists(self.hook) or self._is_ours(self.hook))

    def _is_ours(self, hook: Path) -> bool:
        """Whether a hook is one that we wrote for this vault, and nothing else."""
        there = b"" if hook.is_symlink() else _read(hook)
        return is_our_hook(there) and os.fsencode(call_of(self._vault)) in there

    @property
    def _hooks_elsewhere(self) -> bool:
        return bool(self.git.setting("core.hooksPath"))

    def _hook_part(self) -> Part:
        # husky calls a person's hooks, one folder up, from its own.
        is_called = self._hooks_elsewhere and self.hook.parent.name == "_"
        where = self.hook.parent.parent / self.hook.name if is_called else self.hook
        there = _read(where)
        state, hint = _STATES[os.fsencode(call_of(self._vault)) in there], ""
        if self._is_ours(where) and there != hook_text(self._vault):
            state = State.OUTDATED
        elif state is State.MISSING and not self._has_room_for_hook:
            state, hint = State.OTHERS, line_for_hook(self._vault)
        return Part(name="pre-commit hook", where=where, state=state, hint=hint)


def _refused(root: Path, said: str) -> Unwritten:
    if "not a git repository" in said:
        return Unwritten(f"The vault {root} lies in no git repository.", "Run `git init` in it first.")
    if "bare repository" in said or "must be run in a work tree" in said:
        return Unwritten(f"{root} is the inside of a repository, without files.", "Call it in a clone.")
    if "dubious ownership" in said:
        trust = "If you trust it, say so: git config --global --add safe.directory"
        named = re.search(r"repository at '(.*)'", said)
        return Unwritten(
            f"The repository of {root} belongs to somebody else, so git leaves it.",
            f"{trust} {shlex.quote(named[1] if named else str(root))}",
        )
    return Unwritten(f"git does not open the repository of {root}: {in_short(said)}")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise Unwritten(f"{file} cannot be read: {in_words(error)}.") from None


def _put_or_remove(file: Path, data: bytes) -> None:
    """Put a file in place; one that would be left empty is removed."""
    if data or file.is_symlink():
        put_in_place(file, data)
    else:
        file.unlink()
