"""What a note is in JSON: what was read in it, and what is wrong with it."""

from collections.abc import Mapping

from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.export.goal_schema import CHECKIN
from vaultgoals.export.json_schema import Schema, choice, day, flag, many, maybe, record, whole, words

PLACE: Mapping[str, Schema] = {
    "path": words("the note's path in the vault"),
    "line": whole("the line, counted from 1"),
    "column": whole("the column, counted from 1, in code points"),
}

RULE: Mapping[str, Schema] = {
    "code": words("the check's code"),
    "name": words("its name"),
    "severity": choice(Severity, "how bad it is"),
}

FINDING = record(
    {
        **RULE,
        **PLACE,
        "end_line": whole("the line that it ends in"),
        "end_column": whole("the column behind it"),
        "message": words("what is wrong"),
        "hint": words("what to write instead"),
        "fixable": flag("whether `check --fix` mends it"),
    }
)

_LINK = record(
    {
        "target": words("the note that it names; empty for its own"),
        "heading": maybe(words("the heading in that note")),
        "block": maybe(words("the block in that note")),
        "alias": maybe(words("what is shown instead")),
        "embed": flag("whether it shows the note in place"),
        "property": maybe(words("the property that it stands in")),
        "line": PLACE["line"],
        "column": PLACE["column"],
        "resolved": maybe(words("the path that it leads to")),
    }
)

_TASK = record(
    {
        "text": words("what is to be done"),
        "status": words("the character in its box"),
        "line": PLACE["line"],
        "due": maybe(day("its deadline")),
        "done": maybe(day("the day that it was done")),
        "owner": maybe(words("who does it")),
    }
)

_NOT_TAKEN = record(
    {
        "line": PLACE["line"],
        "column": PLACE["column"],
        "text": words("what stands there"),
        "looks_like": words("what it looks like: `reading`, `task`, `link` …"),
        "reason": words("why it is none"),
    }
)

NOTE = record(
    {
        "path": PLACE["path"],
        "kind": maybe(choice(Kind, "what the note is; null for one of nobody's kind")),
        "properties": {"type": "object", "description": "its properties as written, with Obsidian's values"},
        "links": many(_LINK, "its links"),
        "headings": many(
            record({"text": words("its text"), "level": whole("1 to 6"), "line": PLACE["line"]}),
            "its headings",
        ),
        "tasks": many(_TASK, "its tasks"),
        "fields": many(
            record({"key": words("its name"), "value": words("its text"), "line": PLACE["line"]}),
            "its inline fields that may log something",
        ),
        "readings": many(record(CHECKIN), "what it logs"),
        "not_taken": many(_NOT_TAKEN, "what looks like something and is not taken for it"),
        "findings": many(FINDING, "what is wrong with it"),
    }
)
