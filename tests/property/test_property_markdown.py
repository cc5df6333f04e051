"""Whatever a person writes: a note comes out, and every span cuts out the text it claims."""

import json
from pathlib import Path

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from spans import spans_hold

from vaultgoals.core.not_taken import not_taken
from vaultgoals.core.note import Note, Plain, Task
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.markdown.lookalikes import lookalikes

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


ORACLE = Path(__file__).parents[1] / "oracle"
REAL = [
    text
    for path in sorted(ORACLE.glob("*.json"))
    if (text := json.loads(path.read_text("utf-8")).get("fileContents"))
]
CUTS = st.lists(
    st.tuples(st.integers(0, 4_000), st.integers(0, 40), st.sampled_from([*FRAGMENTS, ""])), max_size=8
)


def mutated(text: str, cuts: list[tuple[int, int, str]]) -> str:
    """The text with some pieces of it replaced."""
    for at, length, fragment in cuts:
        begin = at % (len(text) + 1)
        text = text[:begin] + fragment + text[begin + length :]
    return text


HEADERS = st.lists(
    st.tuples(
        st.sampled_from(["", "  ", "- ", "  - ", "    "]),
        st.sampled_from(["a: ", "b:", "'c': ", "a b: ", "? ", "- ", "# ", "{x}: ", "tags: ", "1: "]),
        st.sampled_from(
            [
                "x",
                "'x'",
                '"[[X]]"',
                "[[X]]",
                "[x, 'y']",
                "-",
                '"\\ud83c\\udf89"',
                "{d: 1}",
                "|\n    x\n",
                ">-\n  x",
                "",
                "\t",
            ]
        )
        | st.text(st.characters(), max_size=8),
        st.sampled_from(["\n", "\r\n", " # c\n", "\n\n", "\n\t\n"]),
    ).map("".join),
    max_size=8,
).map(lambda lines: f"---\n{''.join(lines)}---\nbody [[X]]\n")


def read(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@settings(max_examples=400, deadline=None)
@given(NOTES)
@example("---\na: \ud800\n---\n")
@example("\u00a0\nfoo\n===\n")
def test_any_text_is_read_and_every_span_cuts_out_what_it_claims(text: str) -> None:
    spans_hold(read(text))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(REAL), CUTS)
def test_a_real_note_that_was_damaged_is_read_and_its_spans_hold(
    text: str, cuts: list[tuple[int, int, str]]
) -> None:
    spans_hold(read(mutated(text, cuts)))


@settings(max_examples=200, deadline=None)
@given(
    NOTES | st.tuples(st.sampled_from(REAL), CUTS).map(lambda pair: mutated(*pair)),
    st.sampled_from(["2026-11-20.md", "word.md"]),
)
def test_of_any_note_it_can_be_told_what_was_not_taken(text: str, path: str) -> None:
    goal = Source.of("X.md", "---\ntype: process\naliases: [a]\n---\n")
    vault = Vault.of([read_note(goal), read_note(Source.of(path, text))])
    for one in not_taken(vault, path, lookalikes(vault.notes[path])):
        assert 0 <= one.span.start <= one.span.end <= len(text)
        assert one.reason
        assert one.looks_like != "link" or "[" in text[one.span.start : one.span.end]


@settings(max_examples=300, deadline=None)
@given(HEADERS)
def test_any_header_is_read_or_refused_and_the_body_always_counts(text: str) -> None:
    note = read(text)
    spans_hold(note)
    assert [link.target for link in note.links if link.property is None] == ["X"]
    assert note.properties == () or not any(m.what == "frontmatter" for m in note.malformed)


@settings(max_examples=12, deadline=None)
@given(st.integers(90, 260), st.sampled_from(["- ", "1. ", "> ", "> - "]))
def test_what_lies_too_deep_to_be_read_is_told_and_nothing_else_is_lost(depth: int, mark: str) -> None:
    lines = [
        f"{mark if '>' in mark else ' ' * len(mark)}" * level + f"{mark}[[L{level}]]"
        for level in range(depth)
    ]
    note = read("\n".join(lines))
    told = [note.source.position(m.span.start).line for m in note.malformed if m.what == "too-deep"]
    assert [link.target for link in note.links] == [f"L{level}" for level in range(len(note.links))]
    assert len(note.links) == depth or (len(told) == 1 and len(note.links) >= told[0] - 1)


def said_by(task: Task | None) -> tuple[object, ...]:
    """What a task says, wherever it stands."""
    if task is None:
        return ()
    days = (task.due, task.scheduled, task.start, task.created, task.done, task.cancelled)
    links = ([link.target for link in at] for at in (task.first, task.last, task.beyond))
    return task.status, task.text, task.words, task.owner, days, *links


@settings(max_examples=150, deadline=None)
@given(NOTES, st.sampled_from(["\r\n", "\r"]))
@example("\n- [0] [[0]]", "\r\n")
def test_the_newline_makes_no_difference_to_what_is_read(text: str, newline: str) -> None:
    """But in a header, where a CR alone is no newline."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    assume(newline == "\r\n" or not text.startswith("---\n"))
    plain, other = read(text), read(text.replace("\n", newline))
    spans_hold(other)
    assert [(x.target, x.alias) for x in other.links] == [(x.target, x.alias) for x in plain.links]
    assert [(x.text, x.parent, said_by(x.task)) for x in other.items] == [
        (x.text, x.parent, said_by(x.task)) for x in plain.items
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
