"""What was read in a note, for a person: one line a thing, each with the line that it was read from."""

from collections.abc import Iterator, Sequence

from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import CheckIn
from vaultgoals.core.note import Link, Note
from vaultgoals.core.note import Sequence as ListValue
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import visible


def inspect_text(vault: Vault, path: str, findings: Sequence[Finding]) -> str:
    """Everything that was read in the note at `path`."""
    note = vault.notes[path]
    kind = vault.kinds.get(path)
    parts = [
        f"{visible(path)}: {_kind(note, kind.value if kind else None)}",
        *_part("Properties", (_property(note, index) for index in range(len(note.properties)))),
        *_part("Links", (_link(vault, note, link) for link in note.links)),
        *_part("Headings", (_at(note, h.span.start, f"{'#' * h.level} {h.text}") for h in note.headings)),
        *_part("Tasks", _tasks(note)),
        *_part("Fields", (_at(note, f.span.start, f"{f.key}:: {f.value}") for f in note.fields)),
        *_part("Readings", _readings(vault, path)),
        *_part("Not read", _unread(vault, note)),
        *_part("Findings", (_finding(note, f) for f in findings if f.path == path)),
    ]
    return "\n".join(parts)


def _kind(note: Note, kind: str | None) -> str:
    if note.unusable:
        return "its data cannot be used (see the findings)"
    return kind or "a plain note, none of the kinds that vaultgoals reads"


def _part(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return ["", title, *found] if found else []


def _at(note: Note, offset: int, words: str) -> str:
    return f"{note.source.position(offset).line:>5}  {visible(words)}"


def _property(note: Note, index: int) -> str:
    prop = note.properties[index]
    plain = prop.value.plain
    shown = (
        ", ".join(map(str, plain)) if isinstance(prop.value, ListValue) and isinstance(plain, list) else plain
    )
    return _at(note, prop.key_span.start, f"{prop.name}: {'' if shown is None else shown}")


def _link(vault: Vault, note: Note, link: Link) -> str:
    leads = vault.resolve(link, note.path).path
    where = f" (in {link.property})" if link.property else ""
    return _at(note, link.span.start, f"{note.source.cut(link.span)} → {leads or 'leads nowhere'}{where}")


def _tasks(note: Note) -> Iterator[str]:
    for item in note.items:
        if item.task:
            due = f", due {show_day(item.task.due)}" if item.task.due else ""
            done = f", done {show_day(item.task.done)}" if item.task.done else ""
            yield _at(note, item.span.start, f"[{item.task.status}] {item.task.text}{due}{done}")


def _readings(vault: Vault, path: str) -> Iterator[str]:
    readings = [checkin for checkin in vault.checkins if checkin.path == path]
    for checkin in sorted(readings, key=lambda c: c.span):
        yield _at(vault.notes[path], checkin.span.start, _reading(vault, checkin))


def _reading(vault: Vault, checkin: CheckIn) -> str:
    goal = vault.goals[checkin.goal]
    if checkin.skip is not None:
        said = f"skipped: {checkin.skip}"
    elif checkin.value is None:
        said = "no value"
    else:
        total = f" of {show_number(checkin.of)}" if checkin.of is not None else ""
        said = show_number(checkin.value, None if total else goal.unit) + total
    return f"{checkin.on} {goal.title}: {said}"


def _unread(vault: Vault, note: Note) -> Iterator[str]:
    for trouble in vault.unread_checkins.get(note.path, ()):
        yield _at(note, trouble.span.start, trouble.text or "a check-in that is incomplete")


def _finding(note: Note, finding: Finding) -> str:
    return _at(note, finding.span.start, f"{finding.severity} {finding.code}: {finding.message}")
