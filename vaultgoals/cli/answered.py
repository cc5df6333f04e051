"""Saying again what was said before, where nothing has changed: without importing what found it out."""

import codecs
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import TextIO

from vaultgoals.cli.session import Session
from vaultgoals.store.locate import find_vault
from vaultgoals.workspace.answers import Answers

_SEEN_BY = ("NO_COLOR", "FORCE_COLOR", "TERM", "LANG", "LC_ALL", "LC_CTYPE")


def answered(session: Session, asked: tuple[object, ...], run: Callable[[], int]) -> int:
    """What a command prints, and its exit code: those of the last time where they are sure to be the same.

    `asked` are its arguments. The same is said only to a terminal as wide, in the same colours.
    """
    if session.uncached or not _may_be_copied():
        return run()
    answers = Answers(find_vault(session.start, session.explicit, session.environ))
    today = session.pinned or answers.today(session.now)
    question = _question(session, (today, *asked))
    known = answers.recall(question) if today else None
    if known is not None:
        return _say_again(known)
    session.glimpsed = answers.glimpsed
    with _copied() as said:
        code = run()
    opened = session.opened
    if opened and opened.state is not None and not opened.vault.templates:  # whose limits are of time
        question = _question(session, (session.today(opened), *asked))
        answers.remember(question, opened.state, _packed(code, said))
    return code


def _question(session: Session, asked: tuple[object, ...]) -> bytes:
    """A number for what was asked, from where, and by whom it will be read."""
    streams = [(stream.isatty(), stream.encoding) for stream in (sys.stdout, sys.stderr)]
    size = shutil.get_terminal_size()
    reader = (streams, size, [os.environ.get(name) for name in _SEEN_BY])
    told = (session.start, session.quiet, session.verbose, reader, asked)
    return sha256(repr(told).encode("utf-8", "surrogateescape")).digest()


def _may_be_copied() -> bool:
    """Whether all that is printed goes through the streams: to one that is ASCII, click writes bytes."""
    return all(codecs.lookup(stream.encoding).name != "ascii" for stream in (sys.stdout, sys.stderr))


class _Copy:
    """A stream, of which a copy is taken of all that is written."""

    def __init__(self, stream: TextIO, name: str, said: list[tuple[str, str]]) -> None:
        self._stream, self._name, self._said = stream, name, said

    def write(self, text: str) -> int:
        """Write on, then note it: what the stream refuses was not said."""
        count = self._stream.write(text)
        self._said.append((self._name, text))
        return count

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


@contextmanager
def _copied() -> Iterator[list[tuple[str, str]]]:
    """What is written to stdout and stderr meanwhile, each piece with the name of its stream."""
    said: list[tuple[str, str]] = []
    streams = {name: getattr(sys, name) for name in ("stdout", "stderr")}
    for name, stream in streams.items():
        setattr(sys, name, _Copy(stream, name, said))
    try:
        yield said
    finally:
        for name, stream in streams.items():
            setattr(sys, name, stream)


def _packed(code: int, said: list[tuple[str, str]]) -> bytes:
    """An answer as it is kept: the exit code, then each piece with its stream and its length."""
    pieces = (f"{name} {len(text)}\n{text}" for name, text in said)
    return f"{code}\n{''.join(pieces)}".encode("utf-8", "surrogateescape")


def _say_again(answer: bytes) -> int:
    code, _, rest = str(answer, "utf-8", "surrogateescape").partition("\n")
    while rest:
        head, _, rest = rest.partition("\n")
        name, length = head.split()
        text, rest = rest[: int(length)], rest[int(length) :]
        getattr(sys, name).write(text)
    return int(code)
