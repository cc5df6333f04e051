"""What was read in a note, as JSON: kind, properties, links, headings, tasks, fields, readings, findings."""

from collections.abc import Sequence

from vaultgoals.core.finding import Finding
from vaultgoals.core.note import Heading, Link, Note, Plain
from vaultgoals.core.vault import Vault
from vaultgoals.export.checkin_json import checkin_json
from vaultgoals.export.findings_json import finding_json
from vaultgoals.export.values import SCHEMA, Json, day


def inspect_json(vault: Vault, paths: Sequence[str], findings: Sequence[Finding]) -> Json:
    """The notes at `paths`, in that order."""
    return {"schema": SCHEMA, "notes": [_note(vault, vault.notes[path], findings) for path in paths]}


def _note(vault: Vault, note: Note, findings: Sequence[Finding]) -> Json:
    kind = vault.kinds.get(note.path)
    readings = [checkin for checkin in vault.checkins if checkin.path == note.path]
    return {
        "path": note.path,
        "kind": kind.value if kind else None,
        "properties": {prop.name: _plain(prop.value.plain) for prop in note.properties},
        "links": [_link(vault, note, link) for link in note.links],
        "headings": [_heading(note, heading) for heading in note.headings],
        "tasks": _tasks(note),
        "fields": [{"key": f.key, "value": f.value, "line": _line(note, f.span.start)} for f in note.fields],
        "readings": [checkin_json(checkin) for checkin in sorted(readings, key=lambda c: c.span)],
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
