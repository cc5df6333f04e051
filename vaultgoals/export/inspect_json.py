"""What was read in a note, and why the rest was not, as JSON."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from vaultgoals.core.finding import Finding
from vaultgoals.core.lookalike import Lookalike, NotTaken
from vaultgoals.core.not_taken import not_taken
from vaultgoals.core.note import Heading, Link, Note, Plain
from vaultgoals.core.vault import Vault
from vaultgoals.export.checkin_json import checkin_json
from vaultgoals.export.findings_json import finding_json
from vaultgoals.export.values import SCHEMA, Json, day


def inspect_json(
    vault: Vault,
    paths: Sequence[str],
    findings: Sequence[Finding],
    seen: Mapping[str, Iterable[Lookalike]] = MappingProxyType({}),
    *,
    today: date,
) -> Json:
    """The notes at `paths`, in that order; `seen` is what the reader passed over in each."""
    notes = [_note(vault, vault.notes[path], findings, seen.get(path, ()), today) for path in paths]
    return {"schema": SCHEMA, "notes": notes}


def _note(
    vault: Vault, note: Note, findings: Sequence[Finding], seen: Iterable[Lookalike], today: date
) -> Json:
    kind = vault.kinds.get(note.path)
    fields = vault.log_names.fields_in(note)
    readings = [checkin for checkin in vault.checkins_seen(today) if checkin.path == note.path]
    return {
        "path": note.path,
        "kind": kind.value if kind else None,
        "properties": {prop.name: _plain(prop.value.plain) for prop in note.properties},
        "links": [_link(vault, note, link) for link in note.links],
        "headings": [_heading(note, heading) for heading in note.headings],
        "tasks": _tasks(note),
        "fields": [{"key": f.key, "value": f.value, "line": _line(note, f.span.start)} for f in fields],
        "readings": [checkin_json(checkin) for checkin in sorted(readings, key=lambda c: c.span)],
        "not_taken": [_not_taken(note, one) for one in not_taken(vault, note.path, seen)],
        "findings": [finding_json(f, note.source) for f in findings if f.path == note.path],
    }


def _plain(value: Plain) -> Json:
    """A property's value; what JSON has no number for becomes text."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return str(value)
    return value


def _line(note: Note, offset: int) -> int:
    return note.source.position(offset).line


def _link(vault: Vault, note: Note, link: Link) -> Json:
    at = note.source.position(link.span.start)
    return {
        "target": link.target,
        "heading": link.heading,
        "block": link.block,
        "alias": link.alias,
        "embed": link.embed,
        "property": _property_of(note, link),
        "line": at.line,
        "column": at.column,
        "resolved": vault.resolve(link, note.path).path,
    }


def _property_of(note: Note, link: Link) -> str | None:
    """The name of the property that a link stands in, alone or in a list."""
    if link.property is None:
        return None
    places = ((p.name, p.value.span) for p in note.properties)
    return next(
        (name for name, at in places if at.start <= link.span.start and link.span.end <= at.end), None
    )


def _not_taken(note: Note, one: NotTaken) -> Json:
    at = note.source.position(one.span.start)
    return {
        "line": at.line,
        "column": at.column,
        "text": note.source.cut(one.span),
        "looks_like": one.looks_like,
        "reason": one.reason,
    }


def _heading(note: Note, heading: Heading) -> Json:
    return {"text": heading.text, "level": heading.level, "line": _line(note, heading.span.start)}


def _tasks(note: Note) -> Json:
    return [
        {
            "text": item.task.text,
            "status": item.task.status,
            "line": _line(note, item.span.start),
            "due": day(item.task.due),
            "done": day(item.task.done),
            "owner": item.task.owner,
        }
        for item in note.items
        if item.task
    ]
