"""Whatever a person writes: a note comes out, and every span cuts out the text it claims."""

from collections.abc import Iterator

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.note import Node, Note, Plain, Scalar, Sequence
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

FRAGMENTS = [
    *(
        "\n",
        "\r\n",
        "\r",
        "\n\n",
        " ",
        "  ",
        "    ",
        "\t",
        "\u00a0",
        "\u2028",
        "\u0085",
        "\u200b",
        "\0",
        "\\",
    ),
    *(
        "---",
        "---\n",
        "- ",
        "* ",
        "1. ",
        "[ ] ",
        "[x] ",
        "> ",
        ">",
        "# ",
        "## ",
        "#",
        "===",
        "```",
        "`",
        "``",
    ),
    *(
        "|",
        "|-|-|\n",
        "| a | b |\n",
        "[[",
        "]]",
        "![[",
        "[",
        "](",
        ")",
        "(",
        "]",
        "<",
        "!",
        "[[X]]",
        "[a](b.md)",
    ),
    *(
        "$",
        "$$",
        "%%",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<br>",
        "^id",
        " ^id",
        "::",
        "a:: 1",
        "[a:: 1]",
        "(b:: 2)",
    ),
    *(
        "a: ",
        'a: "[[X]]"',
        "b: [[Y]]",
        "tags: [x]",
        "- x",
        ": ",
        "{",
        "}",
        "{{t}}",
        "|-\n  x",
        "&a ",
        "*a",
        "!t ",
    ),
    *(
        "'",
        '"',
        "0",
        "08",
        "1e3",
        "2026-11-20",
        "2026-02-30",
        "📅 2026-11-20",
        "✅",
        "🔁 every day",
        "⏫",
        "@ana",
        "#tag",
    ),
    *("<!-- vaultgoals:begin n -->", "<!-- vaultgoals:end n -->", "<<<<<<< a", "=======", ">>>>>>> b"),
    *("word", "é", "🎉", "日本", "\ud800"),
]
TEXTS = st.text(alphabet=st.characters(), max_size=200)
PIECES = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
BODIES = TEXTS | PIECES
NOTES = (
    BODIES | BODIES.map("---\n{}".format) | st.tuples(PIECES, BODIES).map("---\n{0[0]}\n---\n{0[1]}".format)
)


def read(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for _, value in node.entries:
            yield from scalars(value)


def spans_hold(note: Note) -> None:
    source = note.source
    for scalar in (scalar for prop in note.properties for scalar in scalars(prop.value)):
        cut = source.cut(scalar.span)
        assert cut == scalar.text or cut.startswith(("'", '"', "|", ">")) or "\n" in cut or "\r" in cut
    for link in note.links:
        cut = source.cut(link.span)
        assert cut.startswith(("[", "![")) or link.property is not None
        assert link.markdown or link.property or cut.removeprefix("!").startswith("[[")
    for item in note.items:
        cut = source.cut(item.span)
        assert all(line in cut for line in item.text.split("\n"))
        assert item.parent is None or note.items[item.parent].span.start <= item.span.start
    for field in note.fields:
        assert source.cut(field.value_span) == field.value
        assert field.key in source.cut(field.span)
        assert field.span.start <= field.value_span.start <= field.value_span.end <= field.span.end
    for heading in note.headings:
        assert all(line in source.cut(heading.span) for line in heading.text.split("\n"))
    for table in note.tables:
        for cell in (*table.header, *(cell for row in table.rows for cell in row)):
            assert source.cut(cell.span).replace("\\|", "|") == cell.text
    for block in note.blocks:
        assert block.span.start < block.content.start <= block.content.end < block.span.end
    for trouble in note.malformed:
        assert 0 <= trouble.span.start <= trouble.span.end <= len(source.text)


@settings(max_examples=400, deadline=None)
@given(NOTES)
@example("---\na: \ud800\n---\n")
@example("\u00a0\nfoo\n===\n")
def test_any_text_is_read_and_every_span_cuts_out_what_it_claims(text: str) -> None:
    spans_hold(read(text))


@settings(max_examples=150, deadline=None)
@given(NOTES, st.sampled_from(["\r\n", "\r"]))
def test_the_newline_makes_no_difference_to_what_is_read(text: str, newline: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain, other = read(text), read(text.replace("\n", newline))
    spans_hold(other)
    assert [(x.target, x.alias) for x in other.links] == [(x.target, x.alias) for x in plain.links]
    assert [(x.text, x.parent, x.task) for x in other.items] == [
        (x.text, x.parent, x.task) for x in plain.items
    ]
    assert [(x.key, x.value) for x in other.fields] == [(x.key, x.value) for x in plain.fields]
    assert [(x.text, x.level) for x in other.headings] == [(x.text, x.level) for x in plain.headings]
    assert [m.what for m in other.malformed] == [m.what for m in plain.malformed]
    assert other.tags == plain.tags


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text(st.characters(codec="utf-8"), max_size=12),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc ", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


def written(value: Plain) -> str:
    """A value as YAML in one line; JSON is YAML but for the characters that only escapes can hold."""
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{written(key)}: {written(item)}" for key, item in value.items()) + "}"
    if isinstance(value, str):
        return (
            '"'
            + "".join(f"\\U{ord(char):08x}" if char < " " or char in '"\\\x7f' else char for char in value)
            + '"'
        )
    return (
        {None: "null", True: "true", False: "false"}[value]
        if value is None or isinstance(value, bool)
        else str(value)
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(PLAIN, min_size=1, max_size=4))
def test_a_value_that_was_written_is_read_back_and_its_span_reads_alike(values: list[Plain]) -> None:
    header = "".join(f"🎉{number}: {written(value)}  # c\n" for number, value in enumerate(values))
    note = read(f"---\n{header}---\n")
    if not note.malformed:
        assert [prop.value.plain for prop in note.properties] == values
    for prop in note.properties:
        again = read(f"---\na: {note.source.cut(prop.value.span)}\n---\n")
        assert again.properties[0].value.plain == prop.value.plain


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=60), st.integers(0, 30))
def test_no_task_is_dropped_at_any_nesting(steps: list[int], quotes: int) -> None:
    depth, lines = -1, []
    for number, step in enumerate(steps):
        depth = min(depth + 1, step)
        lines.append("> " * quotes + "  " * depth + f"- [ ] task {number}")
    note = read("\n".join(lines))
    assert [item.text for item in note.items] == [f"task {number}" for number in range(len(steps))]
    assert all(item.task for item in note.items)


@settings(max_examples=100, deadline=None)
@given(BODIES, BODIES)
def test_a_blocks_content_yields_nothing(inside: str, after: str) -> None:
    begin, end = "<!-- vaultgoals:begin own -->\n", "\n<!-- vaultgoals:end own -->\n"
    note = read(f"{begin}{inside}{end}{after}")
    for block in note.blocks:
        spans = [
            *(link.span for link in note.links),
            *(item.span for item in note.items),
            *(field.span for field in note.fields),
            *(heading.span for heading in note.headings),
            *(table.span for table in note.tables),
        ]
        for span in spans:
            assert span.end <= block.content.start or span.start >= block.content.end
