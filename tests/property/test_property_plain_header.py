"""A header read without a YAML parser reads as the parser reads it, in every detail, or not at all."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.note import Link, Mapping, Property
from vaultgoals.markdown.plain_header import read_plain
from vaultgoals.markdown.property_links import links_in, tags_in
from vaultgoals.markdown.yaml12 import read_yaml

TESTS = Path(__file__).parents[1]
HEADER = re.compile(r"\A---\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)

WORDS = st.sampled_from(
    (
        *(
            "type",
            "tags",
            "goal",
            "check-in",
            "if-then",
            "due date",
            "Größe",
            "目标",
            "a_b",
            "null",
            "true",
            "1",
        ),
        *(
            "x",
            "No",
            "~",
            "0x1F",
            "0o17",
            "1e3",
            "-3",
            "+5",
            ".5",
            "-.5",
            "2026-11-20",
            "7.0",
            "1_000",
            "NaN",
        ),
        *(
            ".inf",
            "-.inf",
            ".nan",
            "1:30",
            "15:00:00",
            "https://a.example/b?c=d#e",
            "a#b",
            "50 %",
            "60%",
            "€ 5",
        ),
        *(
            "[[Calls]]",
            "[[a/b|c]]",
            "[a](b.md)",
            "(x)",
            "it's",
            'say "so"',
            "a, b",
            "a: b",
            "a:",
            "a :b",
            "a #b",
        ),
        *(
            "#tag",
            "- x",
            "-",
            "--",
            "---",
            "...",
            "?",
            "? x",
            "!x",
            "&a",
            "*a",
            "|",
            ">",
            "%",
            "@a",
            "`a`",
            "<<",
        ),
        *(
            "{",
            "}",
            "{a: 1}",
            "{{date}}",
            "[",
            "]",
            "[]",
            "=",
            "<",
            "\\",
            "\\n",
            "''",
            '""',
            "it''s",
            "\u00a0",
        ),
        *(
            "\u2028",
            "\u0085",
            "\ufeff",
            "\ufffe",
            "\ufffd",
            "\x07",
            "\x7f",
            "\t",
            "\ud800",
            "🏃",
            "\U000ffe00",
        ),
    )
)
NAMES = st.sampled_from(("type", "tags", "goal", "check-in", "due date", "Größe", "a_b"))
BLANKS = st.sampled_from(("", " ", "  ", "   "))
TEXTS = st.one_of(
    WORDS,
    st.lists(WORDS, max_size=3).map(" ".join),
    st.text(st.characters(exclude_characters="\r\n"), max_size=8),
)
TAME = st.sampled_from(
    ("x", "x y", "-3", "1.50", "yes", "null", "[[A b]]", "a:b#c", "it's", "é", "2026-11-20")
)


def headers(texts: st.SearchStrategy[str], wild: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Headers of some texts as they are, in quotes and in lists; `wild` says how an entry may also end."""
    scalars = st.one_of(texts, texts.map(lambda text: f'"{text}"'), texts.map(lambda text: f"'{text}'"))
    flows = st.builds(
        lambda items, comma, blank: f"[{blank}{comma.join(items)}{blank}]",
        st.lists(scalars, max_size=4),
        st.sampled_from((",", ", ", " , ", ",  ")),
        BLANKS,
    )
    lists = st.builds(
        lambda items, indent, after: "".join(f"\n{indent}-{after}{item}" for item in items),
        st.lists(scalars, min_size=1, max_size=4),
        BLANKS,
        st.sampled_from((" ", "  ")),
    )
    entries = st.builds(
        lambda *parts: "".join(parts),
        st.one_of(NAMES, texts),
        st.sampled_from((": ", ":  ", ":")),
        st.one_of(scalars, flows, lists),
        BLANKS,
        wild,
    )
    return st.lists(entries, max_size=5).map("".join)


def parsed(text: str, at: int) -> tuple[list[Property], list[Link], list[str]] | None:
    """What the YAML parser makes of a header; None where anything is wrong with it."""
    root, malformed = read_yaml(text, at)
    if malformed or not isinstance(root, Mapping):
        return None
    properties = [Property(name=key.text, value=value, key_span=key.span) for key, value in root.entries]
    found = [entry for prop in properties for entry in links_in(prop.name, prop.value, text, at)]
    assert all(trouble is None for _, trouble in found) or read_plain(text, at) is None
    return properties, [link for link, _ in found], [tag for prop in properties for tag in tags_in(prop)]


def agrees(text: str, at: int = 4) -> bool:
    """Whether the fast reader says the same as the parser, types and places included, or nothing."""
    entries = read_plain(text, at)
    if entries is None:
        return True
    links = [link for entry in entries for link in entry.links]
    tags = [tag for entry in entries for tag in entry.tags]
    # To Python 1, 1.0 and True are equal: written out they are what they are.
    return repr(([entry.property for entry in entries], links, tags)) == repr(parsed(text, at))


@given(headers(TAME, st.just("\n")), st.integers(0, 9))
def test_the_fast_reader_and_the_parser_agree_on_what_people_write(header: str, at: int) -> None:
    assert agrees(header, at)


@given(headers(TEXTS, st.sampled_from(("\n", "\n", "\n", "\r\n", "\n\n", "\n  more\n", ""))))
def test_they_agree_on_whatever_else_is_written(header: str) -> None:
    assert agrees(header)


@given(st.text(st.sampled_from("ab:- \n'\"[],#1.\\~"), max_size=40))
def test_they_agree_on_whatever_the_signs_of_yaml_make(header: str) -> None:
    assert agrees(header)


def recorded() -> Iterator[str]:
    themes = json.loads((TESTS / "yaml12" / "corpus.json").read_text("utf-8"))
    yield from (entry["yaml"] for theme in themes.values() for entry in theme)
    for file in (*TESTS.rglob("*.md"), *(TESTS.parent / "sample-vault").rglob("*.md")):
        header = HEADER.match(file.read_bytes().decode("utf-8", "replace"))
        if header:
            yield header[1]


def test_they_agree_on_every_header_that_was_recorded() -> None:
    assert [header for header in recorded() if not agrees(header)] == []


def test_the_fast_reader_reads_nearly_all_headers_of_the_sample_vault() -> None:
    files = (TESTS.parent / "sample-vault").rglob("*.md")
    headers = [header[1] for file in files if (header := HEADER.match(file.read_text("utf-8")))]
    assert sum(read_plain(header, 4) is not None for header in headers) > 0.9 * len(headers)


@pytest.mark.parametrize(
    "header",
    [
        "type: checkin\n",
        'goal: "[[Calls]]"\n',
        "goal: '[[Calls]]'\n",
        "tags: [a, 'b', \"c d\"]\n",
        "tags:\n  - a\n  - b\n",
        "tags:\n- a\n- b\n",
        "due:\nowner: Ana Müller\n",
        "link: https://a.example/b#c\n",
        "value: -3.5\n",
    ],
)
def test_what_editors_write_takes_no_parser(header: str) -> None:
    assert read_plain(header, 4) is not None


@pytest.mark.parametrize(
    "header",
    [
        "",
        "a: 1\na: 2\n",
        "goal: [[Calls]]\n",
        "a: 1 # why\n",
        "a: x\n  y\n",
        "a: |\n  x\n",
        "a: {b: 1}\n",
        "a: -\n",
        "a:\n  - b: 1\n",
        "a:\n  b: 1\n",
        'a: "x\\n"\n',
        "a: &x 1\n",
        "a:\t1\n",
        "a: 1\r\n",
        "\na: 1\n",
        " a: 1\n",
        "a: 1\n\nb: 2\n",
        "<<: 1\n",
        f"a: {'x' * 20_000}\n",
        f"{'a' * 2000}: x\n",
    ],
)
def test_what_it_is_not_sure_of_it_leaves_to_the_parser(header: str) -> None:
    assert read_plain(header, 4) is None
