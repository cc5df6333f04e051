"""Tasks: a list item's status, dates and owner, as the Tasks plugin and Dataview write them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.note import Field, Link, Malformed, Task
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
# Comments, tags and names. A tag has something else than digits; a comment that is longer is not looked for.
_ASIDE = re.compile(
    r"<!--.{0,400}?-->|%%.{0,400}?%%|(?<![^\s(])(?:#[^\s#]*[^\s#\d][^\s#]*|@\w[\w.-]*)", re.DOTALL
)
_WORD = re.compile(r"[^\W_]")
_MAY_BE_ASIDE = re.compile(r"[<%#@]")
_EMPTY = re.compile(r"[ \t]*(?:\( *\)|\*\* *\*\*|== *==)")
_JOINTS = " \t\n.,;:&+–—→-"
_BLANKS = re.compile(r"[ \t]{2,}")
_SIGN = re.compile(
    r"""(?P<sign>[📅📆🗓⏳⌛🛫✅➕❌])\ufe0f?[ ]*(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})
    | 🔁\ufe0f?[ ]*[a-zA-Z0-9,\ !]+
    | [🔺⏫🔼🔽⏬]\ufe0f?
    | 🆔\ufe0f?[ ]*[a-zA-Z0-9_-]+
    | ⛔\ufe0f?[ ]*[a-zA-Z0-9_-]+(?:[ ]*,[ ]*[a-zA-Z0-9_-]+)*
    | 🏁\ufe0f?[ ]*(?:keep|delete)
    | (?P<block>(?<!\S)\^[A-Za-z0-9-]+)
    | (?P<kept>(?<!\S)[#@]\S+ | \[\[[^\[\]]*\]\])
    """,
    re.VERBOSE,
)
_MAY_BE_SIGN = re.compile("[📅📆🗓⏳⌛🛫✅➕❌🔁🔺⏫🔼🔽⏬🆔⛔🏁^]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A stretch of a task that is not its text; a date has a name and what is written."""

    span: Span
    name: str = ""
    written: str = ""


def read_task(
    status: str, text: str, visible: str, at: int, fields: Iterable[Field], links: Iterable[Link] = ()
) -> Task:
    """The task whose text, after its brackets, stands at offset `at`.

    Signs are read from each line's end backwards, up to the first thing that is none of them; tags, `@names`
    and wikilinks may stand between. Fields are read wherever they stand. A sign goes before a field.
    """
    fields = tuple(fields)
    marks = [_Mark(span=Span(field.span.start - at, field.span.end - at)) for field in fields]
    visible = _blanked(visible, (mark.span for mark in marks))
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
    first, last, beyond = _edges(text, (mark.span for mark in marks), at, links)
    return Task(
        status=status,
        text=_bare(text, marks),
        owner=_owner(fields, visible),
        first=first,
        last=last,
        beyond=beyond,
        words=_words(text, marks, at, {*first, *last}),
        misdated=tuple(wrong),
        **days,
    )


def _edges(
    text: str, marks: Iterable[Span], at: int, links: Iterable[Link]
) -> tuple[tuple[Link, ...], tuple[Link, ...], tuple[Link, ...]]:
    """The links at both edges of a task's first line, and beyond these the ones that its last line ends with.

    Where no words stand below the first line, or no links at its edges, it goes on to the end of the text.
    Marks, tags, names and comments are no words, nor are signs and emoji; nor do links in them count.
    """
    placed = [(Span(link.span.start - at, link.span.end - at), link) for link in links]
    if not placed:
        return (), (), ()
    asides = _ASIDE.finditer(text) if _MAY_BE_ASIDE.search(text) else ()
    text = _blanked(text, [*marks, *(Span(*aside.span()) for aside in asides)])
    placed = [(span, link) for span, link in placed if text[span.start] != " "]
    text = _blanked(text, [span for span, _ in placed])
    line = text.partition("\n")[0]
    first, last = _outermost(line, placed)
    whole = _outermost(text, placed)
    if not (first or last) or not _WORD.search(text, len(line)):
        return *whole, ()
    return first, last, tuple(link for link in whole[1] if link not in {*first, *last})


def _outermost(text: str, placed: Iterable[tuple[Span, Link]]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """The links before the first word of a text, and those after its last, from the outside in."""
    within = [(span, link) for span, link in placed if span.end <= len(text)]
    first, last = _WORD.search(text), _WORD.search(text[::-1])
    begin, end = (first.start(), len(text) - last.start()) if first and last else (len(text), 0)
    before = [link for span, link in within if span.end <= begin]
    after = [link for span, link in reversed(within) if span.start >= end]
    return tuple(before), tuple(after)


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text, as long as before, with blanks for some stretches of it."""
    pieces, at = [], 0
    for span in sorted(spans):
        pieces += [text[at : span.start], " " * (span.end - max(at, span.start))]
        at = max(at, span.end)
    return "".join([*pieces, text[at:]])


def _signs(visible: str) -> Iterator[_Mark]:
    if not _MAY_BE_SIGN.search(visible):
        return
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


def _words(text: str, marks: Iterable[_Mark], at: int, links: Iterable[Link]) -> str:
    """The text without marks and links, nor what stood around these and joined them to it."""
    spans = [_Mark(span=Span(link.span.start - at, link.span.end - at)) for link in links]
    bare = _bare(text, [*marks, *spans])
    if not spans:
        return bare
    return "\n".join(line.strip(_JOINTS) for line in _EMPTY.sub("", bare).split("\n")).strip("\n")


def _owner(fields: Iterable[Field], visible: str) -> str | None:
    for field in fields:
        if field.key.lower() == "owner" and field.value:
            link = _WIKILINK.fullmatch(field.value)
            return link[1].strip() if link else field.value
    mention = _MENTION.search(visible) if "@" in visible else None
    return mention[1].rstrip(".-") if mention else None
