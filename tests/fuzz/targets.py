"""What is fuzzed: whatever reads text of a person's, each with what must hold of any text at all."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from spans import body_spans_hold, header_spans_hold, spans_hold

from vaultgoals.core.block import outside
from vaultgoals.core.cadence import Cadence, parse_cadence
from vaultgoals.core.note import Note
from vaultgoals.core.quantity import Entry, parse_entry, parse_quantity, read_value
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.markdown import read_note
from vaultgoals.markdown.frontmatter import read_frontmatter
from vaultgoals.markdown.newlines import flat_text
from vaultgoals.markdown.yaml12 import read_yaml
from vaultgoals.review.region import place, unsigned

UNITS = (None, "%", "h", "min", "km", "€", "calls", "yes/no", "m2")

VALUES = ("1,234.5 km", "1:30:00", "9/10, good", "skip: ill", "2 h 30 min", "€ 12.50", "yes – 3 of 4")

FRESH = read_note(
    Source.of(
        "Review.md", "---\nsealed: true\n---\n" + unsigned({"next": "1. go\n", "outcomes": "> a\n> b\n"})
    )
)
"""A page as it is to be, of which every other one may be a version."""


def header(text: str) -> None:
    """The header ends within the text, at a line's beginning, and its properties stand in it."""
    source = Source.of("Note.md", text)
    found = read_frontmatter(source, flat_text(text))
    assert 0 <= found.end <= len(text)
    assert found.end in (0, len(text)) or text[found.end - 1] in "\r\n"
    assert all(prop.value.span.end <= found.end for prop in found.properties)
    header_spans_hold(read_note(source))


def yaml(text: str) -> None:
    """A document is read or refused with one reason, never both and never neither."""
    root, malformed = read_yaml(text, 0)
    refused = [trouble for trouble in malformed if trouble.what == "frontmatter"]
    assert root is None or not refused
    assert len(refused) <= 1
    for trouble in malformed:
        assert 0 <= trouble.span.start <= trouble.span.end <= len(text)


def body(text: str) -> None:
    """Links, tasks, fields and all else stand where they say."""
    note = _read(text)
    body_spans_hold(note)
    spans_hold(note)


def cadence(text: str) -> None:
    """What can be read says how much and how often, and reads the same when it is written again."""
    for unit in UNITS:
        found = parse_cadence(text, unit)
        if isinstance(found, Cadence):
            assert found.amount is None or found.amount >= 0
            assert found.every >= 1
            assert parse_cadence(f"  {text}\n", unit) == found
        elif found.near is not None:
            assert isinstance(parse_cadence(found.near, unit), Cadence)


def quantity(text: str) -> None:
    """A value is a number, a share no more than can be said, and the rest of a line is its comment.

    The first character says for which unit: so the fuzzer sees by itself what each of them leads to, and no
    text is read nine times where one of them is new.
    """
    unit, text = UNITS[ord(text[:1] or "0") % len(UNITS)], text[1:]
    assert isinstance(parse_quantity(text, unit), Unreadable) or text.strip()
    for event in (False, True):
        _holds(read_value(text, unit, event=event))
        entry = parse_entry(text, unit, event=event)
        if not isinstance(entry, Unreadable):
            _holds(entry[0])
            assert entry[1].strip() == entry[1]


def _holds(entry: Entry | Unreadable) -> None:
    if isinstance(entry, Entry):
        assert (entry.value is None) == (entry.skip is not None)
        assert entry.value is None or isinstance(entry.value, Fraction)
        assert entry.of is None or entry.of >= 0


def splice(text: str) -> None:
    """Blocks are renewed, nothing around them changes, and a second time there is nothing to do."""
    page = _read(text)
    once = _placed(page)
    assert outside(once) == outside(page)
    assert _placed(once).source.text == once.source.text
    assert [prop.name for prop in once.properties] == [prop.name for prop in page.properties]


def _placed(page: Note) -> Note:
    if page.unusable:
        return page
    return _read(apply_edits(page.source.text, list(place(page, FRESH).edits)))


def _read(text: str) -> Note:
    return read_note(Source.of("Review.md", text))


TARGETS: Mapping[str, Callable[[str], None]] = {
    "header": header,
    "yaml": yaml,
    "body": body,
    "cadence": cadence,
    "quantity": quantity,
    "splice": splice,
}

SEEDS: Mapping[str, tuple[str, ...]] = {
    "header": (
        '---\ntype: goal\noutcome: "[[X]]"\ntags: [a, b]\n---\nbody',
        "---\r\na: 1\r\n---",
        " ---\na: 1\n---\n",
    ),
    "yaml": (
        "a: 1\nb: [x, 'y']\nc:\n  - \"[[X]]\"\n",
        "a: |\n  x\n y: >-\n",
        "a: {b: 2026-11-20}\n",
        "- -\n? a\n: b\n",
    ),
    "body": (
        "# H\n- [x] do [[X#a|b]] 📅 2026-11-20 [owner:: Ana] ^id\n  - more\n",
        "Calls:: 3\n| a | b |\n|-|-|\n| [[x\\|y]] | `c` |\n",
        "> [!note]- t\n> $$x$$ %%c%%\n```\n[[no]]\n```\n",
    ),
    "cadence": (
        "3 per week",
        "every weekday",
        "mon, wed, fri",
        "at most 2 h per day",
        "after each call",
        "2-mal pro Woche",
    ),
    "quantity": tuple(f"{unit}{value}" for unit in range(len(UNITS)) for value in VALUES),
    "splice": (
        "---\nsealed: false\n---\nmine\n" + unsigned({"next": "", "outcomes": "old\n"}) + "more\n",
        "<!-- vaultgoals:begin next 0123456789ab -->\nx\n<!-- vaultgoals:end next -->\n",
    ),
}
"""What each begins from."""
