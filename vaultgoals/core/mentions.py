"""What a note may say of goals, told from its text alone: perhaps too much, never too little.

To read a body takes a thousand times as long as to look for a word, and most notes of a vault have nothing to
do with goals. A body is read only where what is found here names one.
"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from vaultgoals.core.links import folded
from vaultgoals.core.log_names import log_key

_BOX = re.compile(r"\[.\]")
_WIKILINK = re.compile(r"\[\[(?!\[)(\|?(?:(?!\[\[|\]\])[^\n|#])*)")
_DESTINATION = re.compile(r"\]\([ \t]*(?:<([^<>\n]*)>|((?:[^()\s\\<]|\\.|\([^()\s]*\))*))")

_SIGN = "::"
_LINE = re.compile(r"[^\r\n]*::[^\r\n]*")
_KEY_IN_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]*?)::")
_EMPHASIS = " \t_*~`="
# What may stand in a line before its text: quotes, bullets, numbers, boxes, the type of a callout.
_BEFORE_TEXT = re.compile(r"[\s>#]|[-*+]|[0-9]+[.)]|\[.\]|\[![^\]\n]*\][-+]?")


def links_in_tasks(text: str) -> frozenset[str]:
    """The names of the notes that links lead to, as they are compared; none where there is no task."""
    if not _BOX.search(text):
        return frozenset()
    return frozenset(name for target in _targets(text) if (name := _name(target)))


def field_keys(text: str) -> frozenset[str]:
    """The keys of the lines and brackets that may be fields, as they are compared."""
    if _SIGN not in text:
        return frozenset()
    return frozenset(log_key(key) for line in _LINE.findall(text) for key in _keys(line))


def _targets(text: str) -> Iterator[str]:
    yield from _WIKILINK.findall(text)
    for pointed, bare in _DESTINATION.findall(text):
        yield unquote(pointed or bare).partition("#")[0]


def _name(target: str) -> str:
    """The name of the file at the end of a link's path, without `.md`."""
    return folded(target.strip().removesuffix("\\").strip()).rpartition("/")[2].removesuffix(".md")


def _keys(line: str) -> Iterator[str]:
    """What stands before the first `::`, with and without the marks before it, and the keys in brackets."""
    before = line.partition(_SIGN)[0]
    yield before.strip(_EMPHASIS)
    at = 0
    while mark := _BEFORE_TEXT.match(before, at):
        at = mark.end()
        yield before[at:].strip(_EMPHASIS)
    yield from _KEY_IN_BRACKETS.findall(line)
