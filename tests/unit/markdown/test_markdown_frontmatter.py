"""Frontmatter as Obsidian reads it: YAML 1.2, with the place of every key and value."""

import math

import pytest

from vaultgoals.core.note import Malformed, Note, Plain, Scalar
from vaultgoals.core.source import Source, Span
from vaultgoals.markdown import read_note


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


def header(yaml: str) -> Note:
    return note(f"---\n{yaml}\n---\nbody\n")


def only_trouble(found: Note) -> Malformed:
    assert len(found.malformed) == 1
    return found.malformed[0]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("---\rtype: outcome\r---\r", Span(3, 4)),
        ("---\r\r\ntype: outcome\r\r\n---\r\r\n", Span(3, 4)),
        ("---\ntype: outcome\rtarget: 5\n---\n", Span(17, 18)),
        ("---\r\ntags: a\rb: c\r\n---\r\n", Span(12, 13)),
    ],
)
def test_a_cr_alone_ends_no_line_of_a_header(text: str, span: Span) -> None:
    found = note(text)
    assert (found.properties, found.unusable) == ((), True)
    assert only_trouble(found) == Malformed(
        what="frontmatter", span=span, text="---" if span.start == 3 else "", reason="a line ends in CR alone"
    )


def test_a_note_of_nobodys_with_cr_alone_is_text() -> None:
    assert note("---\rtags: a\r---\rtext\r").malformed == ()


@pytest.mark.parametrize(
    ("text", "is_header"),
    [
        ("---\na: 1\n---\n", True),
        ("---\na: 1\n---", True),
        ("---\na: 1\n---  \t\nx", True),
        ("---\r\na: 1\r\n---\r\n", True),
        ("---\ra: 1\r---\r", False),
        ("---\r\na: 1\n---\n", True),
        ("\n---\na: 1\n---\n", False),
        (" ---\na: 1\n---\n", False),
        ("--- \na: 1\n---\n", False),
        ("----\na: 1\n---\n", False),
        ("---\na: 1\n...\n", False),
        ("---\na: 1\n----\n", False),
        ("---\na: 1\n ---\n", False),
        ("---\na: 1\n", False),
        ("---", False),
        ("", False),
    ],
)
def test_a_header_opens_at_the_very_start_and_closes_with_three_dashes(text: str, *, is_header: bool) -> None:
    found = note(text)
    assert [prop.name for prop in found.properties] == (["a"] if is_header else [])
    assert (found.body.start > 0) is is_header


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("yes", "yes"),
        ("off", "off"),
        ("Yes", "Yes"),
        ("y", "y"),
        ("22:30", "22:30"),
        ("10:20:30", "10:20:30"),
        ("010", 10),
        ("0123", 123),
        ("08", 8),
        ("0o10", 8),
        ("0x1F", 31),
        ("1e3", 1000),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("+1", 1),
        ("-1.50", -1.5),
        (".5", 0.5),
        ("1.", 1),
        ("٣", "٣"),
        ("2026-11-20", "2026-11-20"),
        ("2026-11-20T10:30:00", "2026-11-20T10:30:00"),
        ("2026-11-20 10:30", "2026-11-20 10:30"),
        ("2026-02-30", "2026-02-30"),
        ("2026-W47", "2026-W47"),
        ("~", None),
        ("null", None),
        ("NULL", None),
        ("nUll", "nUll"),
        ("", None),
        ("#tag", None),
        ("true", True),
        ("TRUE", True),
        ("tRUE", "tRUE"),
        ("=", "="),
        ("{{date}}", {"{ date }": None}),
        ("{{title}: x}", {"{ title }": "x"}),
        (".inf", math.inf),
        ("-.INF", -math.inf),
        ("1" + "0" * 400, math.inf),
        ("0x" + "f" * 400, math.inf),
        ("12345678901234567890", 12345678901234567168),
        ("9007199254740993", 9007199254740992),
        ("\tb", "b"),
        ("x\t", "x"),
        ("a&b *c !d", "a&b *c !d"),
        ('"&x *y !z"', "&x *y !z"),
        ("'it''s'", "it's"),
        ('"\\u00e9"', "é"),
        ("“smart”", "“smart”"),
        ("\u00a0x", "\u00a0x"),
        ("'2026'", "2026"),
        ("[a, 'b', 3]", ["a", "b", 3]),
        ("{b: 1, 'c': [x]}", {"b": 1, "c": ["x"]}),
        ("x # comment", "x"),
        ("x#y", "x#y"),
        ("a\u2028b", "a\u2028b"),
        ("a\u0085- b", "a\u0085- b"),
        ("a\ufeffb", "a\ufeffb"),
        ("a\x07b\x9f", "a\x07b\x9f"),
        ("b\n\t\n\t# c", "b"),
    ],
)
def test_values_are_those_of_yaml_1_2(written: str, value: Plain) -> None:
    found = header(f"a: {written}")
    assert found.malformed == ()
    assert found.properties[0].value.plain == value


def test_nan_is_a_number() -> None:
    value = header("a: .nan").properties[0].value.plain
    assert isinstance(value, float)
    assert math.isnan(value)


@pytest.mark.parametrize(
    ("yaml", "names"),
    [
        ("on: x", ["on"]),
        ("2026-11-20: x", ["2026-11-20"]),
        ("1: x", ["1"]),
        ('"a b": x', ["a b"]),
        ("{{title}}: x", ["{ { title } }"]),
        ("[a, b]: x", ["[ a, b ]"]),
        ("'<<': x", ["<<"]),
        ('{"a": 1, "b": [2]}', ["a", "b"]),
        ("ключ: x", ["ключ"]),
        ("# only a comment", []),
        ("", []),
        ("null", []),
    ],
)
def test_keys_are_named_as_written(yaml: str, names: list[str]) -> None:
    found = header(yaml)
    assert found.malformed == ()
    assert [prop.name for prop in found.properties] == names


@pytest.mark.parametrize(
    ("yaml", "spot"),
    [
        ("a: b: c", ": c"),
        ('a: "x" y', "y"),
        ("\ta: b", "\ta"),
        ("a:\n\tb: c", "\tb"),
        ("a: @x", "@x"),
        ("a: `x`", "`x"),
        ("a: %x", "%x"),
        ("a: [[A]], [[B]]", ", [[B"),
        ("a: &anchor 1", "&anchor"),
        ("a: *x", "*x"),
        ("a: [*x]", "*x"),
        ("<<: {a: 1}", "<<"),
        ("a: !x y", "!x"),
        ("a: !!int ''", "!!int"),
        ("a: !!timestamp foo", "!!timestamp"),
        ("é: 🎉\nb: !x y", "!x"),
        ("- a\n- b", "- a"),
        ("key:value", "key:value"),
        ("just text", "just"),
        ("a: 'x\ny'", "y"),
        ("a: [x,\ny]", "y"),
        ("a: 'x'#c", "#c"),
        ("a: |-#c\n  x", "#c"),
        ("a:\n|\n  x", "|"),
        ("a: [-]", "-]"),
        ("a: \x00b", "\x00b"),
        ("a: \ud800", "\ud800"),
        ("a: 1\n--- b", "--- b"),
        ("%YAML 1.1", "---\nbody"),
    ],
)
def test_yaml_that_cannot_be_read_is_reported_at_the_exact_spot(yaml: str, spot: str) -> None:
    found = header(yaml)
    trouble = only_trouble(found)
    assert trouble.what == "frontmatter"
    assert trouble.reason
    assert found.source.text[trouble.span.start :].startswith(spot)
    assert found.properties == ()
    assert found.unusable


def test_the_body_counts_where_the_header_cannot_be_read() -> None:
    found = note("---\na: b: c\n---\n[[X]] #tag\n")
    assert [link.target for link in found.links] == ["X"]
    assert found.tags == ("#tag",)


@pytest.mark.parametrize(
    "yaml",
    ["a: " + "[" * 101, "a: " + "[" * 60_000, "\n".join(" " * n + "a:" for n in range(120)), "{" * 60_000],
)
def test_a_header_nested_too_deep_is_refused(yaml: str) -> None:
    assert only_trouble(header(yaml)).what == "frontmatter"


def test_a_header_of_a_hundred_levels_is_read() -> None:
    assert header("a: " + "[" * 99 + "]" * 99).malformed == ()


def test_a_header_over_64_kib_is_refused() -> None:
    assert only_trouble(header("a: " + "x" * 70_000)).reason == "larger than 64 KiB"
    assert header("a: " + "x" * 60_000).malformed == ()


def test_brackets_in_text_are_no_depth() -> None:
    assert header("a: '" + "[" * 1000 + "'").malformed == ()


def test_a_duplicate_key_names_both_lines() -> None:
    found = header("due: 1\nb:\n  x: 1\n  x: 2\ndue: 2")
    inner, outer = found.malformed
    assert (inner.what, inner.text, inner.reason) == ("duplicate-property", "x", "4")
    assert (outer.what, outer.text, outer.reason) == ("duplicate-property", "due", "2")
    assert found.source.position(outer.span.start).line == 6
    assert found.unusable


@pytest.mark.parametrize(
    ("text", "late"),
    [
        ("\n---\na: 1\n---\n", "---"),
        ("\r\n\r\n---\r\na: 1\r\n---\r\n", "---"),
        ("---  \na: 1\n---\n", "---  "),
        (" ---\na: 1\n---\n", " ---"),
        ("\n---\nprose\n---\n", None),
        ("\n---\n\n---\n", None),
        ("\n---\na: 1\n", None),
        ("# Title\n\n---\na: 1\n---\n", None),
    ],
)
def test_a_header_that_comes_too_late_is_told(text: str, late: str | None) -> None:
    found = note(text)
    assert found.properties == ()
    assert [m.what for m in found.malformed] == ([] if late is None else ["header-not-at-top"])
    assert all(found.source.cut(m.span).rstrip() == (late or "").rstrip() for m in found.malformed)


@pytest.mark.parametrize(
    ("yaml", "written"),
    [
        ("a: x  # c", "x"),
        ("🎉: 🎉x", "🎉x"),
        ("a: 'it''s'", "'it''s'"),
        ('a: "x\n  y"', '"x\n  y"'),
        ("a: one\n  two", "one\n  two"),
        ("a: |\n  b\n  c\n\nz: 1", "|\n  b\n  c"),
        ("a: >-\n  b", ">-\n  b"),
        ("a: [x, y]  # c", "[x, y]"),
        ("a:\n  - x\n  - y\n# c\nz: 1", "- x\n  - y"),
        ("a:\n- x\n\nz: 1", "- x"),
        ("a:\n  b: 1\n  c: 2\n\nz: 1", "b: 1\n  c: 2"),
        ("a:\nb: 1", ""),
        ("a: {{date}}", "{{date}}"),
        ("a: x\r\nb: y\r", "x"),
    ],
)
def test_a_value_has_the_place_of_its_text(yaml: str, written: str) -> None:
    found = header(yaml)
    assert found.malformed == ()
    first = found.properties[0]
    assert found.source.cut(first.value.span) == written
    assert found.source.cut(first.key_span) == first.name


def test_an_empty_value_stands_right_after_its_colon() -> None:
    found = header("tags:\nb: 1")
    assert found.properties[0].value.span == Span(9, 9)


def test_a_scalar_keeps_what_was_written() -> None:
    value = header("a: 1.0").properties[0].value
    assert isinstance(value, Scalar)
    assert (value.value, value.text) == (1, "1.0")


@pytest.mark.parametrize(
    ("yaml", "tags"),
    [
        ("tags: [a, b/c]", ("#a", "#b/c")),
        ("Tags:\n  - a", ("#a",)),
        ("tags: one", ("#one",)),
        ("tags: a, b", ()),
        ("tags: a b", ()),
        ("tags: ['#x', 'y z', 3, null]", ("#x",)),
        ("tags: #x", ()),
        ("tags:", ()),
        ("tag: x", ()),
        ("TAG: x", ()),
        ("tags: {a: b}", ()),
    ],
)
def test_tags_are_those_that_obsidian_sees(yaml: str, tags: tuple[str, ...]) -> None:
    assert header(yaml).tags == tags


@pytest.mark.parametrize(
    ("yaml", "links"),
    [
        ('outcome: "[[X]]"', [("outcome", "X", "[[X]]")]),
        ("outcome: '[[a/X#H|shown]]'", [("outcome", "a/X", "[[a/X#H|shown]]")]),
        (
            'related:\n  - "[[A]]"\n  - text\n  - "[[B]]"',
            [("related.0", "A", "[[A]]"), ("related.2", "B", "[[B]]")],
        ),
        ('p: {q: ["[[A]]"]}', [("p.q.0", "A", "[[A]]")]),
        ('a: "[x](My%20Note.md)"', [("a", "My Note.md", "[x](My%20Note.md)")]),
        ('a: "[x](https://example.org)"', []),
        ('a: "see [[X]]"', []),
        ('a: "[[X]] and [[Y]]"', []),
        ('a: "![[X]]"', []),
        ("a: X", []),
        ("a: |-\n  [[X]]", [("a", "X", "[[X]]")]),
        ('a: "[[X]] "', [("a", "X", "[[X]]")]),
    ],
)
def test_a_property_that_is_a_link_from_end_to_end_is_one(
    yaml: str, links: list[tuple[str, str, str]]
) -> None:
    found = header(yaml)
    assert found.malformed == ()
    assert [(x.property, x.target, found.source.cut(x.span)) for x in found.links] == links


@pytest.mark.parametrize(
    ("yaml", "links"),
    [
        ("outcome: [[X]]", [("outcome", "X", "[[X]]")]),
        ("outcome: [[X|shown]]", [("outcome", "X", "[[X|shown]]")]),
        ("outcome: [[A, B]]", [("outcome", "A, B", "[[A, B]]")]),
        ("outcome:\n  - [[A]]\n  - [[B]]", [("outcome.0", "A", "[[A]]"), ("outcome.1", "B", "[[B]]")]),
        ("outcome: [[[A]], [[B]]]", [("outcome.0", "A", "[[A]]"), ("outcome.1", "B", "[[B]]")]),
        ('outcome: [["X"]]', [("outcome", "X", '[["X"]]')]),
    ],
)
def test_an_unquoted_link_is_the_link_that_was_meant_with_a_hint(
    yaml: str, links: list[tuple[str, str, str]]
) -> None:
    found = header(yaml)
    assert [(x.property, x.target, found.source.cut(x.span)) for x in found.links] == links
    assert [(m.what, m.text, m.span) for m in found.malformed] == [
        ("loose-link", "outcome", link.span) for link in found.links
    ]
    assert not found.unusable


@pytest.mark.parametrize(
    "yaml", ["a: [[A], [B]]", "a: [ [x] ]", "a: [x]", "a: []", "a: [[]]", "a: [[1, [2]]]"]
)
def test_other_lists_are_no_links(yaml: str) -> None:
    found = header(yaml)
    assert found.links == ()
    assert found.malformed == ()
