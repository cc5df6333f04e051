"""Splices: one property's name or value written anew, and nothing else."""

import pytest

from vaultgoals.core.fix import Fix
from vaultgoals.core.note import Note, Property, Scalar, Sequence
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.splice import listed, property_at, renamed, rewritten
from vaultgoals.markdown import read_note


def note_of(header: str) -> Note:
    return read_note(Source.of("Note.md", f"---\n{header}\n---\nbody\n"))


def header_after(note: Note, fix: Fix | None) -> str | None:
    if fix is None:
        return None
    text = apply_edits(note.source.text, list(fix.edits))
    assert text.startswith("---\n")
    assert text.endswith("\n---\nbody\n")
    header = text[4:-10]
    assert fix.change
    found = [(prop.name, prop.value.plain) for prop in note_of(header).properties]
    assert found[fix.change.index] == (fix.change.name, fix.change.value)
    return header


def prop_of(note: Note, name: str) -> Property:
    found = note.property(name)
    assert found
    return found


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("deadline: 2026-11-20", "due: 2026-11-20"),
        ("deadline:   2026-11-20   # firm", "due:   2026-11-20   # firm"),
        ('"deadline": 2026-11-20', '"due": 2026-11-20'),
        ("'deadline' : x", "'due' : x"),
        ("{a: 1, deadline: x}", "{a: 1, due: x}"),
        ('{"deadline":"x"}', '{"due":"x"}'),
        ("? deadline\n: x", "? due\n: x"),
        ("Deadline:\n- x\n- y", "due:\n- x\n- y"),
        ("deadline: |\n  two\n  lines", "due: |\n  two\n  lines"),
        ("deadline:", "due:"),
        ("a: 1\ndeadline: x\nb: 2", "a: 1\ndue: x\nb: 2"),
    ],
)
def test_a_property_is_renamed_where_it_stands(header: str, expected: str) -> None:
    note = note_of(header)
    fix = renamed(note, prop_of(note, "deadline"), "due", what="rename it")
    assert header_after(note, fix) == expected


@pytest.mark.parametrize(
    ("header", "text", "expected"),
    [
        ("type: objetive", "objective", "type: objective"),
        ("type: 'objetive' # mine", "objective", "type: 'objective' # mine"),
        ('type: "objetive"', "objective", 'type: "objective"'),
        ("{type: objetive, a: 1}", "objective", "{type: objective, a: 1}"),
        ("type:\n  objetive", "objective", "type:\n  objective"),
        ("type: x", "2026-11-20", "type: 2026-11-20"),
        ("type: x", "Goals/Keep customers", "type: Goals/Keep customers"),
        ("type: x", "true", 'type: "true"'),
        ("type: x", "No", 'type: "No"'),
        ("type: x", "a: b", 'type: "a: b"'),
        ("type: x", "5", 'type: "5"'),
        ("type: x", "[[A]]", 'type: "[[A]]"'),
        ("type: 'x'", "it's", "type: 'it''s'"),
        ('type: "x"', 'say "no"', "type: 'say \"no\"'"),
        ("type: x", 'back\\slash and "quote"', "type: 'back\\slash and \"quote\"'"),
        ("type: x", "Ärger 日本", "type: Ärger 日本"),
        ("type: x", "🎉", 'type: "🎉"'),
    ],
)
def test_a_value_keeps_its_quotes_and_gets_them_where_it_needs_them(
    header: str, text: str, expected: str
) -> None:
    note = note_of(header)
    prop = prop_of(note, "type")
    fix = rewritten(note, prop, {prop.value.span: text}, what="write it")
    assert header_after(note, fix) == expected


@pytest.mark.parametrize(
    ("header", "text"),
    [
        ("type: |\n  objetive", "objective"),
        ("type: >-\n  objetive\n  more", "objective"),
        ("type: objetive\n  goes on", "objective"),
        ('type: "objetive\n  goes on"', "objective"),
        ("type:", "objective"),
        ("type: x", "two\nlines"),
        ("type: x", "a\ttab"),
        ("type: x", "bell \x07"),
        ("type: x", "\u2028"),
    ],
)
def test_what_takes_more_than_a_splice_is_left(header: str, text: str) -> None:
    note = note_of(header)
    prop = prop_of(note, "type")
    assert rewritten(note, prop, {prop.value.span: text}, what="write it") is None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("a: [[[X]], [[Y]]] # two", 'a: ["[[X]]", "[[Y]]"] # two'),
        ("a:\n  - [[X]] # first\n  - z\n  - [[Y]]", 'a:\n  - "[[X]]" # first\n  - z\n  - "[[Y]]"'),
    ],
)
def test_several_values_of_a_list_are_rewritten_at_once(header: str, expected: str) -> None:
    note = note_of(header)
    prop = prop_of(note, "a")
    assert isinstance(prop.value, Sequence)
    loose = [item.span for item in prop.value.items if not isinstance(item, Scalar)]
    fix = rewritten(note, prop, {span: note.source.cut(span) for span in loose}, what="quote them")
    assert header_after(note, fix) == expected


def test_names_with_values_become_a_list_of_their_lines() -> None:
    note = note_of("plan:\n  2026-10-31: 7 # first\n\n  2026-11-30:  8%\nend: 1")
    fix = listed(note, prop_of(note, "plan"), what="quote them")
    assert header_after(note, fix) == ('plan:\n  - "2026-10-31: 7" # first\n\n  - "2026-11-30: 8%"\nend: 1')


@pytest.mark.parametrize("header", ["plan: {a: 1}", "plan: a", "plan:\n  a: [1]", "plan:\n  a:\n    1"])
def test_what_is_no_such_list_of_lines_is_left(header: str) -> None:
    note = note_of(header)
    assert listed(note, prop_of(note, "plan"), what="quote them") is None


def test_the_property_of_a_place_is_the_one_whose_value_stands_there() -> None:
    note = note_of("a: 1\nb: [x, [[Y]]]\nc: 2")
    (link,) = note.links
    assert property_at(note, link.span).name == "b"
