"""Tasks: a list item's status, dates and owner, as the Tasks plugin and Dataview write them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.note import Field, Malformed, Task
from vaultgoals.core.source import Span

TASK = re.compile(r"\[(.)\](?:[ \t]+|\Z|(?=\n))")

_DATES = {
    **dict.fromkeys("📅📆🗓", "due"),
    **dict.fromkeys("⏳⌛", "scheduled"),
    **dict.fromkeys("🛫", "start"),
    **dict.fromkeys("➕", "created"),
    **dict.fromkeys("✅", "done"),
    **dict.fromkeys("❌", "cancelled"),
}
_DATE_FIELDS = {name: name for name in ("due", "scheduled", "start", "created", "cancelled")} | {
    "completion": "done"
}
_DAY = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_MENTION = re.compile(r"(?<![^\s(])@(\w[\w.-]*)")
_WIKILINK = re.compile(r"\[\[([^\[\]|#]+)[^\[\]]*\]\]")
_BLANKS = re.compile(r"[ \t]{2,}")
_SIGN = re.compile(
    r"""(?P<sign>[📅📆🗓⏳⌛🛫✅➕❌])\ufe0f?[ ]*(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})
    | 🔁\ufe0f?[ ]*[a-zA-Z0-9,\ !]+
    | [🔺⏫🔼🔽⏬]\ufe0f?
    | 🆔\ufe0f?[ ]*[a-zA-Z0-9_-]+
    | ⛔\ufe0f?[ ]*[a-zA-Z0-9_-]+(?:[ ]*,[ ]*[a-zA-Z0-9_-]+)*
    | 🏁\ufe0f?[ ]*(?:keep|delete)
    | (?P<block>(?<!\S)\^[A-Za-z0-9-]+)
    | (?P<kept>(?<!\S)[#@]\S+)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stretch of a task that is not its text; a date has a name and what is written."""

    span: Span
    name: str = ""
    written: str = ""


def read_task(
    status: str, text: str, visible: str, at: int, fields: Iterable[Field]
) -> tuple[Task, tuple[Malformed, ...]]:
    """The task whose text, after its brackets, stands at offset `at`, and its dates that are none.

    Signs are read from each line's end backwards, up to the first thing that is none of them; tags and
    `@names` may stand between. Fields are read wherever they stand. A sign goes before a field.
    """
    fields = tuple(fields)
    marks = [_Mark(span=Span(field.span.start - at, field.span.end - at)) for field in fields]
    for mark in marks:
        visible = visible[: mark.span.start] + " " * len(mark.span) + visible[mark.span.end :]
    marks += _signs(visible)
    named = [mark for mark in marks if mark.name] + list(_field_dates(fields, at))
    days: dict[str, date] = {}
    wrong: list[Malformed] = []
    for mark in named:
        span = Span(at + mark.span.start, at + mark.span.end)
        day = _day(mark.written)
        if day is None:
            wrong.append(Malformed(what="task-date", span=span, text=mark.written, reason=mark.name))
        else:
            days.setdefault(mark.name, day)
    task = Task(status=status, text=_bare(text, marks), owner=_owner(fields, visible), **days)
    return task, tuple(wrong)


def _signs(visible: str) -> Iterator[_Mark]:
    begin = 0
    for line in visible.split("\n"):
        end = len(line.rstrip(" \t"))
        last = end
        for match in reversed(list(_SIGN.finditer(line, 0, end))):
            if line[match.end() : end].strip(" \t") or (match["block"] and end != last):
                break
            end = match.start()
            if not match["kept"]:
                span = Span(begin + match.start(), begin + match.end())
                yield _Mark(span=span, name=_DATES.get(match["sign"], ""), written=match["day"] or "")
        begin += len(line) + 1


def _field_dates(fields: Iterable[Field], at: int) -> Iterator[_Mark]:
    for field in fields:
        name = _DATE_FIELDS.get(field.key.strip().lower())
        if name and field.value:
            span = Span(field.value_span.start - at, field.value_span.end - at)
            yield _Mark(span=span, name=name, written=field.value)


def _day(written: str) -> date | None:
    match = _DAY.match(written)
    try:
        return date.fromisoformat(match[1]) if match else None
    except ValueError:
        return None


def _bare(text: str, marks: Iterable[_Mark]) -> str:
    """The text without the marks."""
    pieces, at = [], 0
    for span in sorted(mark.span for mark in marks):
        pieces.append(text[at : span.start])
        at = span.end
    lines = "".join([*pieces, text[at:]]).split("\n")
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in lines).strip()


def _owner(fields: Iterable[Field], visible: str) -> str | None:
    for field in fields:
        if field.key.lower() == "owner" and field.value:
            link = _WIKILINK.fullmatch(field.value)
            return link[1].strip() if link else field.value
    mention = _MENTION.search(visible)
    return mention[1].rstrip(".-") if mention else None
