"""git, run as a program: never by a shell, for a bounded time, and never by what a vault says."""

import os
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from vaultgoals.errors import Unwritten

_SECONDS = 30.0
# What a git that calls us says of its own repository; it must not be taken for that of another folder.
_OF_ONE_REPOSITORY = frozenset(
    {"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY"}
    | {"GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_CONFIG", "GIT_CONFIG_PARAMETERS"}
    | {"GIT_CONFIG_COUNT", "GIT_IMPLICIT_WORK_TREE", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE"}
    | {"GIT_NO_REPLACE_OBJECTS", "GIT_REPLACE_REF_BASE", "GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS"}
)
# A folder of a vault that is laid out as a bare repository could name programs to run in its settings.
_NO_BARE = ("-c", "safe.bareRepository=explicit")

_WITH_BASE = frozenset({"diff3", "zdiff3"})
_LABELS = ("-L", "ours", "-L", "base", "-L", "theirs")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What git answered: its exit code, what it gave, and what it said."""

    code: int
    data: bytes
    said: str

    @property
    def text(self) -> str:
        """What it gave, as the name of a file or a setting."""
        return os.fsdecode(self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Git:
    """git in a folder, with the environment that it is run in."""

    folder: Path
    environ: Mapping[str, str]

    @classmethod
    def at(cls, folder: Path, environ: Mapping[str, str]) -> "Git":
        """git for the repository that a folder lies in, whichever one calls us."""
        own = {name: value for name, value in environ.items() if name not in _OF_ONE_REPOSITORY}
        return cls(folder=folder, environ=own)

    @classmethod
    def calling(cls, folder: Path, environ: Mapping[str, str]) -> "Git":
        """git for the repository that has just called us from this folder, with the index that it uses."""
        return cls(folder=folder, environ=environ)

    def ask(self, *args: str, given: bytes = b"") -> Answer:
        """Run git, and wait for its answer. Raises `Unwritten` where it cannot be run, or takes too long."""
        environ = {**self.environ, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0"}
        try:
            done = subprocess.run(
                ["git", *_NO_BARE, *args],
                cwd=self.folder,
                env=environ,
                input=given,
                capture_output=True,
                timeout=_SECONDS,
                check=False,
            )
        except FileNotFoundError:
            raise Unwritten("git cannot be found on this machine.", "Install it, and try again.") from None
        except subprocess.TimeoutExpired:
            raise Unwritten(f"git has not answered for {_SECONDS:g} s in {self.folder}.") from None
        except OSError as error:
            raise Unwritten(f"git cannot be run in {self.folder}: {error.strerror}.") from None
        said = done.stderr.decode("utf-8", "backslashreplace")
        return Answer(code=done.returncode, data=done.stdout, said=said)

    def get(self, *args: str, given: bytes = b"") -> bytes:
        """What git gives. Raises `Unwritten` where it refuses, in its own words."""
        answer = self.ask(*args, given=given)
        if answer.code:
            raise Unwritten(f"git {args[0]} failed in {self.folder}: {in_short(answer.said)}")
        return answer.data

    def setting(self, name: str, *scope: str) -> str:
        """The value of one of git's settings, empty where it has none."""
        return self.ask("config", *scope, "--get", name).text.removesuffix("\n")


def in_short(said: str) -> str:
    """The first line of what git said, as a sentence."""
    first = said.strip().split("\n")[0].removeprefix("fatal: ").removeprefix("error: ").rstrip(".")
    return f"{first or 'it does not say why'}."


def merge_lines(base: str, ours: str, theirs: str, size: int) -> str:
    """Three texts merged line by line by `git merge-file`, conflicts between marks of `size` characters.

    A conflict shows what both were made from where git's settings say so. Raises `Unwritten`, and OSError
    where there is no room for the texts.
    """
    style = Git.at(Path.cwd(), os.environ).setting("merge.conflictStyle")
    styled = (f"--{style}",) if style in _WITH_BASE else ()
    with tempfile.TemporaryDirectory(prefix="vaultgoals-merge-") as folder:
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_bytes(text.encode())
        options = ("-p", "-q", f"--marker-size={size}", *styled, *_LABELS)
        answer = Git.at(Path(folder), os.environ).ask("merge-file", *options, "ours", "base", "theirs")
    if not 0 <= answer.code < 128:  # else so many conflicts
        raise Unwritten(f"git could not merge: {in_short(answer.said)}")
    return answer.data.decode()
