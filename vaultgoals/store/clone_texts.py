"""What stands in a clone once it is set up: the line of its attributes, its merge driver, its hook."""

import os
import re
import shlex
import sys

CONFLICT = 10
"""The exit code by which our merge driver says that it left a conflict to people; 0 is that it left none.

With any other, also where there is no such program any more, git's own merge is done instead.
"""

STOP = 10
"""The exit code by which `git pre-commit` stops a commit; by 1, Python says that the program is broken."""

_BY = "Written by `vaultgoals git install`; `vaultgoals git uninstall` removes"
_GONE = "echo vaultgoals is gone from here, so git merges %P line by line. >&2"
_PLAIN = "git merge-file -q --marker-size=%L -L ours -L base -L theirs %A %O %B || exit 1"
_WILD = re.compile(r"[*?\[\\]")
_TO_QUOTE = re.compile(r"[\s\"\\\x00-\x1f]")
_TO_ESCAPE = re.compile(r"[\"\\\x00-\x1f]")
_HEAD, _LAST = ("#!/bin/sh", f"# {_BY} it."), f"[ $? -ne {STOP} ] || exit 1"
_RUN, _CALL = " -P -m ", " git pre-commit"
_UNSEEN = "echo vaultgoals is gone from here, so this commit was not looked at. >&2"
_TRY = f" -P -c 'import vaultgoals' 2>/dev/null || {{ {_UNSEEN}; exit 0; }}"


def attributes_lines(prefix: str) -> bytes:
    """The two lines that give the notes below a path in the repository to our driver."""
    pattern = f"/{_WILD.sub(_escaped, prefix)}**/*.md" if prefix else "*.md"
    if _TO_QUOTE.search(pattern):
        pattern = f'"{_TO_ESCAPE.sub(_escaped, pattern)}"'
    return os.fsencode(f"# {_BY} this line and the next.\n{pattern} merge=vaultgoals\n")


def driver() -> str:
    """The driver as git's shell runs it."""
    python = _python().replace("%", "%%")
    call = f"{python} -P -m vaultgoals git merge -- %O %A %B %L %P"
    ours = f"if [ -x {python} ]; then {call}; else {_GONE}; false; fi"
    return f"{ours}; case $? in 0) exit 0;; {CONFLICT}) exit 1;; esac; {_PLAIN}"


def call_of(vault: str) -> str:
    """How a hook calls us for a vault, by its path in the repository."""
    return f"vaultgoals -C {shlex.quote(vault)}{_CALL}"


def line_for_hook(vault: str) -> str:
    """The line by which a hook of a person's own does what ours does."""
    return f"if command -v vaultgoals >/dev/null; then {call_of(vault)} || [ $? -ne {STOP} ] || exit 1; fi"


def hook_text(vault: str) -> bytes:
    """The hook: it stops a commit only where the program says so, not where that is gone or fails."""
    call = f"{_python()}{_RUN}{call_of(vault)}"
    return os.fsencode("\n".join((*_HEAD, f"{_python()}{_TRY}", call, _LAST, "")))


def is_our_hook(data: bytes) -> bool:
    """Whether a hook is one that we wrote, for whatever vault and by whatever program, and nothing else."""
    lines = os.fsdecode(data).split("\n")
    if len(lines) != 6 or tuple(lines[:2]) != _HEAD or lines[4:] != [_LAST, ""]:
        return False
    return lines[2].endswith(_TRY) and _RUN in lines[3] and lines[3].endswith(_CALL)


def _python() -> str:
    return shlex.quote(sys.executable)


def _escaped(found: re.Match[str]) -> str:
    """A character after a backslash, by its number where it is one that steers."""
    return f"\\{found[0]}" if found[0] >= " " else f"\\{ord(found[0]):03o}"
