"""Why not: what in a note looks like something that counts, and was not taken for it."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from vaultgoals.core.goal import Kind
from vaultgoals.core.goal_log import log_sections, within
from vaultgoals.core.kinds import is_sync_copy
from vaultgoals.core.links_not_taken import links_not_taken
from vaultgoals.core.log_names import log_key
from vaultgoals.core.logs_not_taken import logs_not_taken
from vaultgoals.core.lookalike import Lookalike, NotTaken
from vaultgoals.core.note import Note
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault

_WHY: Mapping[str, str] = MappingProxyType(
    {
        "code": "it stands in code",
        "math": "it stands in math",
        "HTML": "it stands in HTML or an HTML comment",
        "comment": "it stands in a comment of several lines, where links and tags count and nothing else",
        "block": "what stands between vaultgoals' own markers is never read",
        "unclosed": "no line `---` closes these properties, so the whole note is body",
        "lone-cr": "the line `---` ends in CR alone, so there are no properties and the whole note is body",
        "box": "a box that is not ticked has a blank in it: `- [ ]`",
        "no-blank": "a blank is missing: `- [ ] text`",
        "no-item": "a log is a list or a table: begin the line with `- `",
    }
)
_LATE_HEADER = "properties begin in the very first line of a note, with `---` and nothing else in that line"
_TOO_DEEP = "it is nested deeper than is read, and so is what lies within it"
_TOO_LONG = "a note is read up to {} lines; this and what follows are not: split it into several notes"
_SYNC_COPY = "a syncer made this copy of another note, and nothing in it is read as data"
_REVIEW = "vaultgoals writes this page: it is no periodic note, and is read outside its blocks only"


def not_taken(vault: Vault, path: str, seen: Iterable[Lookalike] = ()) -> tuple[NotTaken, ...]:
    """All of the note at `path`, by place; `seen` is what the reader passed over in it."""
    return tuple(sorted(set(_found(vault, vault.notes[path], seen))))


def _found(vault: Vault, note: Note, seen: Iterable[Lookalike]) -> Iterator[NotTaken]:
    if is_sync_copy(note):
        yield NotTaken(_top(note), "note", _SYNC_COPY)
        return
    if vault.kinds.get(note.path) is Kind.REVIEW:
        yield NotTaken(_top(note), "note", _REVIEW)
    for trouble in note.malformed:
        if trouble.what == "header-not-at-top":
            yield NotTaken(trouble.span, "properties", _LATE_HEADER)
        elif trouble.what == "too-deep":
            yield NotTaken(trouble.span, "block", _TOO_DEEP)
        elif trouble.what == "too-long":
            yield NotTaken(trouble.span, "block", _TOO_LONG.format(trouble.reason))
    for one in seen:
        if _concerns(vault, note, one):
            yield NotTaken(one.span, one.looks_like, _WHY[one.why])
    yield from links_not_taken(vault, note)
    if not note.unusable:
        yield from logs_not_taken(vault, note)


def _concerns(vault: Vault, note: Note, seen: Lookalike) -> bool:
    """Whether a lookalike would count if it stood elsewhere: logs do in goals, fields by a goal's name.

    That there are blocks in a page of ours goes without saying.
    """
    if seen.looks_like == "block":
        return vault.kinds.get(note.path) is not Kind.REVIEW
    if seen.looks_like != "reading":
        return True
    if seen.key is not None:
        return log_key(seen.key) in vault.log_names.fields
    if seen.why == "no-item":
        return note.path in vault.goals and within(log_sections(note), seen.span.start)
    return note.path in vault.goals


def _top(note: Note) -> Span:
    return Span(0, len(note.source.line(1)))
