"""A note cannot be read

The file could not be read as text, or a part of it could not. It is one of
these:

- it is not UTF-8, for example UTF-16, Latin-1, or a picture named `.md`
- you have no permission to read it, or it vanished while it was read
- it is no regular file: a folder, a link, a pipe
- it is larger than 5 MiB, or than the `note-size` that `vaultgoals.toml` sets
- lists or quotes in it are nested deeper than is read; then the rest of the
  note counts, and what lies deeper does not
- it holds more than 50,000 lines; then the first of them count, and the rest
  does not. A list item that begins within a line is a line of its own, ten
  cells of a table or ten blank lines are one

## Why it matters

A note that is silently left out looks like a goal that was never written. The
name of an unreadable note still counts, so links to it are not reported too.

## Bad

A note that an old editor saved as UTF-16, or one that a half-finished sync cut
in the middle of a letter.

## Good

The same note saved again as UTF-8; most editors call it "Save with encoding".
What is not a note at all belongs outside the vault, or into `ignore` in
`vaultgoals.toml`.
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.core.note import Malformed, Note
from vaultgoals.rules.rule import Case, Problem, Rule

_REMEDIES = (
    ("UTF", "save it again with the encoding UTF-8"),
    ("permission", "allow your user to read it"),
    ("larger", "split it into several notes"),
)
_REMEDY = "move it out of the vault, or name it under `ignore` in vaultgoals.toml"


def check(case: Case) -> Iterator[Problem]:
    """Notes without text, the places that are nested too deep, and those where a note becomes too long."""
    for note, trouble in case.ailing("unreadable"):
        remedy = next((remedy for word, remedy in _REMEDIES if word in trouble.reason), _REMEDY)
        yield _problem(note, trouble, f"this note {trouble.reason}", remedy)
    for note, trouble in case.ailing("too-deep"):
        yield _problem(
            note,
            trouble,
            "what stands here is nested deeper than is read, so it does not count",
            "move it out of some of the lists or quotes that it stands in",
        )
    for note, trouble in case.ailing("too-long"):
        message = f"this note is read up to here, after {trouble.reason} lines; what follows does not count"
        yield _problem(note, trouble, message, "split it into several notes")


def _problem(note: Note, trouble: Malformed, message: str, hint: str) -> Problem:
    return Problem(path=note.path, span=trouble.span, message=message, hint=hint)


RULE = Rule(code="VG105", name="unreadable-note", severity=Severity.ERROR, check=check)
