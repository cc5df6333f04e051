"""What was read in a note and why the rest was not, for a person: each thing with the line that it is in."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import CheckIn
from vaultgoals.core.lookalike import Lookalike, NotTaken
from vaultgoals.core.not_taken import not_taken
from vaultgoals.core.note import Link, Node, Note, Scalar
from vaultgoals.core.note import Mapping as Entries
from vaultgoals.core.show import show_day, show_number
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import WIDTH, visible
from vaultgoals.export.lines import wrapped_text
from vaultgoals.export.reading_text import reading_text

_MARGIN = 7
_LONGEST = 200
_VERDICTS = {"note": "not read", "block": "not read", "target": "leads nowhere"}


def inspect_text(
    vault: Vault, path: str, findings: Sequence[Finding], seen: Iterable[Lookalike] = (), *, today: date
) -> str:
    """Everything that was read in the note at `path`; `seen` is what the reader passed over in it."""
    note = vault.notes[path]
    others = not_taken(vault, path, seen)
    told = {one.span for one in others if one.looks_like == "target"}
    parts = [
        f"{visible(path)}: {_kind(vault, note)}",
        *_part("Properties", (_property(note, index) for index in range(len(note.properties)))),
        *_part("Links", (_link(vault, note, link) for link in note.links if link.span not in told)),
        *_part("Headings", (_at(note, h.span.start, f"{'#' * h.level} {h.text}") for h in note.headings)),
        *_part("Tasks", _tasks(note)),
        *_part("Fields", _fields(vault, note)),
        *_part("Readings", _readings(vault, path, today)),
        *_part("Not taken", (_not_taken(note, one) for one in others)),
        *_part("Findings", (_finding(note, f) for f in findings if f.path == path)),
    ]
    return "\n".join(parts)


def _kind(vault: Vault, note: Note) -> str:
    if note.unusable:
        return "its data cannot be used (see the findings)"
    if kind := vault.kinds.get(note.path):
        return kind.value
    if period := vault.periods.get(note.path):
        return f"a periodic note, about {period.label}"
    return "a plain note, none of the kinds that vaultgoals reads"


def _fields(vault: Vault, note: Note) -> Iterator[str]:
    for field in vault.log_names.fields_in(note):
        yield _at(note, field.span.start, f"{field.key}:: {field.value}")


def _part(title: str, lines: Iterator[str]) -> list[str]:
    found = list(lines)
    return ["", title, *found] if found else []


def _at(note: Note, offset: int, words: str) -> str:
    """A line's number, and the words beside it, wrapped to a terminal's width."""
    number = f"{note.source.position(offset).line:>5}  "
    lines = _wrapped(words, number)
    return "\n".join(lines) if lines else number.rstrip()


def _wrapped(words: str, indent: str) -> list[str]:
    return wrapped_text(visible(words), WIDTH, first=indent, more=" " * _MARGIN)


def _property(note: Note, index: int) -> str:
    prop = note.properties[index]
    return _at(note, prop.key_span.start, f"{prop.name}: {_plain(prop.value)}")


def _plain(node: Node) -> str:
    """A value in plain text: its words as written; of a list or a map all that it holds, in a row."""
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return str(node.value).lower()
    if isinstance(node, Scalar):
        return "" if node.value is None else node.text
    if isinstance(node, Entries):
        return ", ".join(f"{key.text}: {_plain(value)}" for key, value in node.entries)
    return ", ".join(map(_plain, node.items))


def _link(vault: Vault, note: Note, link: Link) -> str:
    leads = vault.resolve(link, note.path).path
    where = f" (in {link.property})" if link.property else ""
    return _at(note, link.span.start, f"{note.source.cut(link.span)} → {leads or 'no such note'}{where}")


def _tasks(note: Note) -> Iterator[str]:
    for item in note.items:
        if item.task:
            due = f", due {show_day(item.task.due)}" if item.task.due else ""
            done = f", done {show_day(item.task.done)}" if item.task.done else ""
            yield _at(note, item.span.start, f"[{item.task.status}] {item.task.text}{due}{done}")


def _readings(vault: Vault, path: str, today: date) -> Iterator[str]:
    readings = [checkin for checkin in vault.checkins_seen(today) if checkin.path == path]
    for checkin in sorted(readings, key=lambda c: c.span):
        yield _at(vault.notes[path], checkin.span.start, _reading(vault, checkin))


def _reading(vault: Vault, checkin: CheckIn) -> str:
    goal = vault.goals[checkin.goal]
    said = [reading_text(goal, checkin) or "no value"]
    if checkin.confidence is not None:
        said.append(f"confidence {show_number(checkin.confidence * 10)} of 10")
    said += [f"blocked: {checkin.blocked}"] if checkin.blocked else []
    said += [f"evidence: {evidence}" for evidence in checkin.evidence]
    said += [checkin.comment] if checkin.comment else []
    return f"{checkin.on} {goal.title}: {' · '.join(map(_cut, said))}"


def _cut(text: str) -> str:
    """The first line of a text, and no more of it than is worth reading here."""
    line, _, more = text.strip().partition("\n")
    line = line.rstrip()
    return f"{line[: _LONGEST - 1]}…" if len(line) > _LONGEST else f"{line} …" if more else line


def _not_taken(note: Note, one: NotTaken) -> str:
    """What is written, and below it why it is not what it looks like."""
    written = _cut(note.source.cut(one.span))
    verdict = _VERDICTS.get(one.looks_like, f"no {one.looks_like}")
    reason = _wrapped(f"{verdict}: {one.reason}", " " * _MARGIN)
    return "\n".join([_at(note, one.span.start, written), *reason])


def _finding(note: Note, finding: Finding) -> str:
    return _at(note, finding.span.start, f"{finding.severity} {finding.code}: {finding.message}")
