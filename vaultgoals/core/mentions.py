"""What a note may say of goals, told from its text alone: perhaps too much, never too little.

To read a body takes a thousand times as long as to look for a word, and most notes of a vault have nothing to
do with goals. A body is read only where what is found here names one.
"""

import re
from collections.abc import Iterator

from vaultgoals.core.naming import folded, log_key
from vaultgoals.core.signs import CONFLICT, MARK

# The boxes of tasks that are open or ticked.
_BOX = re.compile(r"\[[ xX/]\]")
# A wikilink that is surely one, up to where its path ends, as most are; of any other, nothing.
_PLAIN_WIKILINK = re.compile(r"\[\[(?:([^\[\]|#\n\\]+)[\]|#]|)")
_WIKILINK = re.compile(r"\[\[(?!\[)(\|?(?:(?!\[\[|\]\])[^\n|#])*)")
_DESTINATION = re.compile(r"\]\([ \t]*(?:<([^<>\n]*)>|((?:[^()\s\\<]|\\.|\([^()\s]*\))*))")

_SIGN = "::"
_NEWLINE = re.compile(r"[\r\n]")
_KEY_IN_BRACKETS = re.compile(r"[\[(]([^\[\]()\n]*?)::")
_EMPHASIS = " \t_*~`="
# What may stand in a line before its text: quotes, bullets, numbers, boxes, the type of a callout.
_BEFORE_TEXT = re.compile(r"[\s>#]|[-*+]|[0-9]+[.)]|\[.\]|\[![^\]\n]*\][-+]?")


# A log's heading stands in a line that holds no other word.
_LOG_WORDS = ("log", "check")
_LOG_LINE = re.compile(
    r"(?<![^\r\n])[^a-z\r\n]*(?:check[- \u2010\u2011]?ins?|logs?)[^a-z\r\n]*(?![^\r\n])", re.IGNORECASE
)
_ANY_BOX = re.compile(r"\[.\]")
_TASK_DATE = re.compile("[📅📆🗓⏳⌛🛫➕✅❌]|::")
# A block within a block takes a mark of its own: with so few in so few lines nothing is too deep.
_NESTING = ">-*+.)"
_FEW_MARKS = 100
_FEW_LINES = 500
_SHORT = 100_000


def holds_box(text: str) -> bool:
    """Whether there may be a task that is open or ticked."""
    return _BOX.search(text) is not None


def may_hold_log(text: str) -> bool:
    """Whether there may be a heading `Check-ins` or `Log`."""
    plain = text.lower()
    return any(word in plain for word in _LOG_WORDS) and _LOG_LINE.search(text) is not None


def may_trouble(text: str) -> bool:
    """Whether a body may hold anything that cannot be read.

    Markers, dates of tasks and conflicts may be wrong; a text may be too deep or too long.
    """
    if MARK in text or CONFLICT in text or (_ANY_BOX.search(text) and _TASK_DATE.search(text)):
        return True
    few = text.count("\n") + text.count("\r") <= _FEW_LINES and sum(map(text.count, _NESTING)) < _FEW_MARKS
    return not few or len(text) > _SHORT


def links_in_tasks(text: str) -> frozenset[str]:
    """The names of the notes that links behind a task's box lead to, as they are compared."""
    return names_meant(targets_in_tasks(text))


def targets_in_tasks(text: str) -> str:
    """The paths in the links behind a task's box, as they are written, one a line: see `names_meant`."""
    box = _BOX.search(text)
    if not box:
        return ""
    plain = _PLAIN_WIKILINK.findall(text, box.end())
    found = _WIKILINK.findall(text, box.end()) if "" in plain else plain
    if "](" in text:
        found += _destinations(text, box.end())
    return "\n".join(found)


def names_meant(targets: str) -> frozenset[str]:
    """The names of the files that lines of links' paths lead to, without `.md`, as they are compared."""
    lines = {*map(str.strip, folded(targets).split("\n"))}
    names = {_last(line) if "/" in line or "." in line or "\\" in line else line for line in lines}
    return frozenset(names - {""})


def field_keys(text: str) -> frozenset[str]:
    """The keys of the lines and brackets that may be fields, as they are compared."""
    if _SIGN not in text:
        return frozenset()
    return frozenset(log_key(key) for line in _lines(text) for key in _keys(line))


def _destinations(text: str, start: int) -> Iterator[str]:
    """The paths in the Markdown links from some place on."""
    from urllib.parse import unquote  # it imports much, and most notes have no such links

    for pointed, bare in _DESTINATION.findall(text, start):
        yield unquote(pointed or bare).partition("#")[0].replace("\n", " ")


def _last(target: str) -> str:
    """The name of the file at the end of a link's path."""
    return target.removesuffix("\\").strip().rpartition("/")[2].removesuffix(".md")


def _lines(text: str) -> Iterator[str]:
    """The lines in which a field may stand, each cut out around its first sign."""
    at = text.find(_SIGN)
    while at >= 0:
        end = _NEWLINE.search(text, at)
        stop = end.start() if end else len(text)
        yield text[max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1 : stop]
        at = text.find(_SIGN, stop)


def _keys(line: str) -> Iterator[str]:
    """What stands before the first `::`, with and without the marks before it, and the keys in brackets."""
    before = line.partition(_SIGN)[0]
    yield before.strip(_EMPHASIS)
    at = 0
    while mark := _BEFORE_TEXT.match(before, at):
        at = mark.end()
        yield before[at:].strip(_EMPHASIS)
    yield from _KEY_IN_BRACKETS.findall(line)
