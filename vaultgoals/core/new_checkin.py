"""A new check-in: what somebody says of a goal, and the note that says it, for its reader to read back."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import count

from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.file_name import safe_title
from vaultgoals.core.goal import CheckIn, Goal, Kind, Way
from vaultgoals.core.header import Value, new_text
from vaultgoals.core.links import folded
from vaultgoals.core.logged import skip_reason, value_for
from vaultgoals.core.note import Malformed
from vaultgoals.core.number import parse_number
from vaultgoals.core.own_words import kind_folder, kind_mark, link_to, property_word
from vaultgoals.core.quantity import Entry, parse_entry, parse_yes_no
from vaultgoals.core.source import Span
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault

_MOST_NAMED = 120  # bytes of a title in a file's name, which has to hold a date, a time and a number as well
_NOWHERE = Span(0, 0)
_NEVER_DECODED = frozenset("#;?:@&=+$,")
"""Signs that stay percent-encoded where the address of a Markdown link is read."""

_SEPARATED = re.compile(r"(?P<value>.*\S)(?:\s*[,:;.]|\s+[-–—])\s+", re.DOTALL)
_WHOLE = re.compile(r"[0-9]{1,2}")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*/)?(?P<name>[^\[\]|/]+)(?:\|[^\[\]]*)?\]\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a goal on a day, each thing as the person wrote it; empty where it is not said.

    `skip` is the reason of a skip, which may be empty; None where nothing is skipped.
    """

    goal: Goal
    on: date
    value: str = ""
    skip: str | None = None
    confidence: str = ""
    comment: str = ""
    evidence: tuple[str, ...] = ()
    by: str = ""


def with_entry(said: Said, entry: str) -> Said | Malformed:
    """The same with what stands in a log line: a value and the comment behind it, or `skip` with a reason.

    Malformed where that is nothing that the goal counts.
    """
    text = entry.strip()
    read, trouble = value_for(said.goal, text, _NOWHERE)
    if read.skip is not None:
        return replace(said, skip=read.skip)
    if read.value is not None:
        return replace(said, value=text)
    return _with_comment(said, text) or trouble or _nothing(text)


def _with_comment(said: Said, text: str) -> Said | None:
    """The same with a value and the comment behind it; None where it is nothing of that kind.

    A comma or the like stands between them, or `45 min` would be 45 calls and the comment `min`.
    """
    goal = said.goal
    event, lone = bool(goal.cadence and goal.cadence.event), goal.kind is not Kind.PROCESS
    found = parse_entry(text, goal.unit, lone_answer=lone, event=event)
    if isinstance(found, Unreadable) or not found[1]:
        return None
    written = _SEPARATED.fullmatch(text.removesuffix(found[1]))
    alone, _ = value_for(goal, written["value"], _NOWHERE) if written else (Entry(), None)
    if written is None or alone.value is None or alone.value != found[0].value:
        return None
    return replace(said, value=written["value"], comment="\n\n".join(filter(None, (found[1], said.comment))))


def _nothing(text: str) -> Malformed:
    return Malformed(what="checkin", span=_NOWHERE, text=text, reason="value", property="value")


def meant(said: Said) -> CheckIn:
    """What the note must be read as; raises ValueError for a value or confidence that cannot be read."""
    entry, trouble = value_for(said.goal, said.value, _NOWHERE) if said.value else (Entry(), None)
    confidence = parse_confidence(said.confidence) if said.confidence else None
    if trouble or isinstance(confidence, Unreadable):
        raise ValueError("this cannot be read")
    linked = _LINK.fullmatch(said.by.strip())
    return CheckIn(
        goal=said.goal.path,
        on=said.on,
        way=Way.NOTE,
        value=entry.value,
        of=entry.of,
        skip=None if said.skip is None else skip_reason(said.skip or "yes"),
        confidence=confidence,
        comment=said.comment.strip(),
        evidence=tuple(one.strip() for one in said.evidence),
        by=(linked["name"] if linked else said.by.strip()) or None,
    )


def checkin_text(vault: Vault, said: Said) -> str:
    """The text of the note, in the vault's own words for properties."""
    comment = said.comment.strip()
    return new_text(_properties(vault, said), f"{comment}\n" if comment else "")


def _properties(vault: Vault, said: Said) -> Iterator[tuple[str, Value]]:
    if mark := kind_mark(vault, Kind.CHECKIN):
        yield mark
    yield property_word(vault, "goal"), _goal(vault, said.goal.path)
    yield property_word(vault, "date"), said.on
    if said.value:
        yield property_word(vault, "value"), _value(said.value)
    if said.skip is not None:
        yield property_word(vault, "skip"), said.skip.strip() or True
    if said.confidence:
        yield property_word(vault, "confidence"), _confidence(said.confidence)
    if said.evidence:
        yield property_word(vault, "evidence"), [one.strip() for one in said.evidence]
    if said.by.strip():
        yield property_word(vault, "by"), said.by.strip()


def _goal(vault: Vault, path: str) -> str:
    """A link to the goal; its bare name where neither a wikilink nor a Markdown link can hold that."""
    link = link_to(vault, path)
    held = link.startswith("[[") or not _NEVER_DECODED & set(path)
    return link if held else vault.names.shortest(path)


def _value(text: str) -> Value:
    """A number or yes and no as such, so that other programs can count with them; all else as written."""
    answer, number = parse_yes_no(text), parse_number(text)
    if isinstance(answer, bool):
        return answer
    return text.strip() if isinstance(number, Unreadable) else number


def _confidence(text: str) -> Value:
    """A confidence that stays what it is in an editor that saves 1.0 as 1."""
    number = parse_number(text)
    if isinstance(number, Unreadable):
        return text.strip()
    if _WHOLE.fullmatch(text.strip()):
        return int(number)
    return "100%" if number == 1 else number


def checkin_path(vault: Vault, said: Said, at: time, taken: Set[str] = frozenset()) -> str:
    """Where the note goes: `<date> <HHMM> <goal>.md` in the folder of check-ins, numbered where one is there.

    `taken` are further paths at which there is something already.
    """
    there = {folded(path) for path in (*vault.files, *taken)}
    return next(path for path in checkin_paths(vault, said, at) if folded(path) not in there)


def checkin_paths(vault: Vault, said: Said, at: time) -> Iterator[str]:
    """The places for the note, in order; the first at which nothing stands is the one."""
    folder = _folder(vault).replace("{year}", f"{said.on.year:04}")
    begin = f"{said.on} {at:%H%M}"
    stem = safe_title(f"{begin} {_cut(said.goal.title)}") or begin
    for number in count(1):
        name = stem if number == 1 else f"{stem} {number}"
        yield f"{folder}/{name}.md" if folder else f"{name}.md"


def _folder(vault: Vault) -> str:
    """The folder of check-ins; where only a folder makes a note one, that."""
    own = kind_folder(vault, Kind.CHECKIN) if kind_mark(vault, Kind.CHECKIN) is None else None
    return vault.config.folders[Kind.CHECKIN] if own is None else own


def _cut(title: str) -> str:
    """A title, cut behind a word where it is very long."""
    cut = title.encode("utf-8", "ignore")[:_MOST_NAMED].decode("utf-8", "ignore")
    return cut if cut == title else cut.rpartition(" ")[0] or cut
