"""The JSON Schema of every JSON document that a command prints, by the name of the command."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.goal import Kind, Way
from vaultgoals.core.health import Health
from vaultgoals.export.dataset import Field, Type
from vaultgoals.export.goal_schema import CHECKIN, goal_schema
from vaultgoals.export.json_schema import (
    DIALECT,
    Schema,
    always,
    choice,
    day,
    figure,
    flag,
    many,
    maybe,
    record,
    whole,
    words,
)
from vaultgoals.export.note_schema import FINDING, NOTE, PLACE, RULE
from vaultgoals.export.values import SCHEMA, Json
from vaultgoals.export.vault_tables import TABLES, fields_of
from vaultgoals.review.to_do import Ask

_HEAD: Mapping[str, Schema] = {
    "schema": always(SCHEMA, "the version of the format; keys may be added without a new one"),
    "today": day("the day that it is about"),
}

_TO_DO: Mapping[str, Schema] = {
    "kind": choice(Ask, "what kind of thing it is"),
    "goal": words("the goal's path"),
    "title": words("the goal's title"),
    "what": words("what is to be done"),
    "due": maybe(day("the day that it is due")),
    "overdue": flag("whether that day has passed"),
    "outcomes": many(words("a path"), "the outcomes that it leads to"),
    "why": words("why"),
    "owner": many(words("a name"), "whose it is"),
    "path": words("the note that it stands in"),
    "line": maybe(whole("the line there")),
}

_EXPLAINED: Mapping[str, Schema] = {
    "decisions": many(
        record(
            {
                "words": words("what was decided"),
                "path": words("the note that says so"),
                "period": maybe(words("the period that the note is about")),
            }
        ),
        "what was decided about it",
    ),
    "readings": many(
        record(
            {
                **CHECKIN,
                "path": words("the note that it stands in"),
                "counts": flag("whether a figure is made from it"),
                "why_not": maybe(words("why none is")),
            }
        ),
        "all that was logged, oldest first",
    ),
}

_DOCUMENTS: Mapping[str, Mapping[str, Schema]] = {
    "check": {
        **_HEAD,
        "findings": many(FINDING, "what was found, by path and place"),
        "summary": record(
            {
                "notes": whole("how many notes there are"),
                "goals": whole("how many of them are goals"),
                "checkins": whole("how much was logged"),
                "errors": whole("how many errors were found"),
                "warnings": whole("how many warnings"),
                "infos": whole("how many infos"),
                "known": whole("how many findings the baseline leaves out, where there is one"),
            },
            "the counts",
            optional=("known",),
        ),
    },
    "check-statistics": {
        **_HEAD,
        "statistics": many(record({**RULE, "count": whole("how many there are")}), "the checks, most first"),
    },
    "status": {**_HEAD, "goals": many(goal_schema(), "all goals by path, or the one that was asked for")},
    "next": {
        **_HEAD,
        "owner": maybe(words("whose things these are, where one owner was asked for")),
        "items": many(record(_TO_DO), "what there is to do, in order"),
        "upcoming": maybe(
            record(
                {**_TO_DO, "on": maybe(day("the day that it comes up"))},
                "what comes first, where that is nothing",
            )
        ),
    },
    "graph": {
        **_HEAD,
        "nodes": many(
            record(
                {
                    "path": PLACE["path"],
                    "title": words("the goal's title"),
                    "kind": choice(Kind, "what it is"),
                    "health": maybe(choice(Health, "how it stands")),
                    "about": words("what it is about, in short"),
                }
            ),
            "the goals that are active or paused",
        ),
        "edges": many(
            record({"from": words("the path of a goal"), "to": words("the path of one that it leads to")}),
            "what leads to what",
        ),
    },
    "inspect": {"schema": _HEAD["schema"], "notes": many(NOTE, "the notes that were asked for")},
    "log": {
        **_HEAD,
        "since": day("the first day that it is about"),
        "goal": maybe(words("the path of the goal, where one was asked for")),
        "readings": many(
            record(
                {
                    "title": words("the goal's title"),
                    **CHECKIN,
                    "path": words("the note that it stands in"),
                    "way": choice(Way, "how it was logged"),
                }
            ),
            "what was logged, the newest first",
        ),
        "silent": many(
            record(
                {"date": day("the last day of a period"), "what": words("what it is: not logged, blank …")}
            ),
            "periods of the one goal without a reading",
        ),
    },
    "doctor": {
        "schema": _HEAD["schema"],
        "checks": many(
            record(
                {
                    "name": words("what was looked at"),
                    "level": choice(("ok", "warning", "error"), "how well it is"),
                    "words": words("what it is like"),
                    "next": maybe(words("the way out")),
                }
            ),
            "what was looked at, in order",
        ),
    },
    "restore": {
        "schema": _HEAD["schema"],
        "versions": many(
            record(
                {
                    "path": words("the note's path in the vault"),
                    "number": whole("its number among those of the note, the newest first"),
                    "at": {"type": "string", "format": "date-time", "description": "when it was kept"},
                    "why": choice(("replaced", "found"), "why it was kept"),
                    "size": whole("its size in bytes"),
                    "file": words("where it lies"),
                }
            ),
            "the old versions that are kept",
        ),
    },
}


def schemas() -> Mapping[str, Schema]:
    """The schema of each document, by the command that prints it with `--format json`."""
    explained = goal_schema({**_HEAD, **_EXPLAINED})
    found = {name: _document(name, record(fields)) for name, fields in _DOCUMENTS.items()}
    found["explain"] = _document("explain", explained)
    found["export"] = _document("export", record({**_HEAD, "vault": words("the vault's name"), **_tables()}))
    return MappingProxyType(dict(sorted(found.items())))


def all_schemas() -> Json:
    """All of them in one document, below `$defs`."""
    return {"$schema": DIALECT, "title": "vaultgoals", "$defs": {**schemas()}}


def _document(name: str, schema: Schema) -> Schema:
    return {"$schema": DIALECT, "title": f"vaultgoals {name}", **schema}


def _tables() -> Mapping[str, Schema]:
    rows = {
        name: record({field.name: _cell(field) for field in fields}) for name, fields in fields_of().items()
    }
    return {name: many(row, TABLES[name]) for name, row in rows.items()}


_CELLS = {Type.TEXT: words, Type.WHOLE: whole, Type.NUMBER: figure, Type.FLAG: flag, Type.DAY: day}


def _cell(field: Field) -> Schema:
    schema = _CELLS[field.type](field.about)
    return schema if field.key else maybe(schema)
