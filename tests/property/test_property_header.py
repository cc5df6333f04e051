"""Whatever a header is written from: Obsidian's YAML 1.2, PyYAML and our own reader take it for the same."""

from datetime import date
from fractions import Fraction

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from vaultgoals.core.header import Value, decimal, header, new_text, scalar
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

HOSTILE = [
    *(
        "",
        " ",
        "x",
        "yes",
        "No",
        "on",
        "null",
        "~",
        "y",
        "-",
        "- a",
        "?",
        "a: b",
        "a:",
        ": a",
        "# a",
        "a # b",
    ),
    *(
        "a#b",
        "[[X]]",
        "[[Y|z]]",
        "[a, b]",
        "{a: b}",
        "&a",
        "*a",
        "!a",
        "|",
        ">",
        "'",
        '"',
        "it's",
        'say "so"',
    ),
    *(
        "%a",
        "@ana",
        "`a`",
        "1",
        "-1",
        "1.0",
        "1e3",
        "0x1F",
        "0o7",
        "010",
        "1_000",
        "12:30",
        "2026-11-20",
        ".5",
    ),
    *(
        "2026-11-20 10:00:00",
        "8 %",
        "8%",
        "50 calls per week",
        "3x/week",
        "12 e5",
        "<<",
        "=",
        "---",
        "...",
        "\\",
    ),
    *(
        "\\n",
        "two\nlines",
        "a\r\nb",
        "tab\there",
        " padded ",
        "é",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\x00",
        "\x1b[31m",
    ),
    *(
        "🏃 Run",
        "日本",
        "\U000ffe05",
        "\U0010ffff",
        "{{title}}",
        "<% tp %>",
        "null ",
        "Ana, Ben",
        "1 2",
        ".nan",
    ),
    *("2 yes", "0b1", "0 x", "NULL", "a,", "a -b", "a /", "12", "e3", "infinity"),
]
TEXTS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=20), st.text("ax1-:#'\"[]{}, \n\\&", max_size=8))


def read_everywhere(text: str) -> list[dict[object, object]]:
    note = read_note(Source.of("Note.md", text))
    assert note.troubles == ()
    ours: dict[object, object] = {prop.name: prop.value.plain for prop in note.properties}
    between = text.removeprefix("---\n").partition("\n---\n")[0]
    return [ours, yaml.safe_load(between), yaml.load(between, Loader=yaml.CSafeLoader)]


@given(TEXTS)
@example("\u00a0")
def test_a_text_is_that_text_to_every_reader(text: str) -> None:
    written = header([("aliases", text)])
    assert read_everywhere(written) == [{"aliases": text}] * 3
    assert len(written.splitlines()) == 3


@given(st.lists(TEXTS, min_size=1, max_size=4), TEXTS)
def test_a_list_is_that_list_to_every_reader(items: list[str], name: str) -> None:
    written = header([("owner", items), (f"{name} of mine", "x")])
    assert read_everywhere(written) == [{"owner": items, f"{name} of mine": "x"}] * 3


@given(TEXTS, TEXTS)
def test_what_stands_in_the_header_never_ends_it(text: str, body: str) -> None:
    written = new_text([("because", text)], body)
    note = read_note(Source.of("Note.md", written))
    assert note.source.cut(note.body).rstrip("\n") == body.rstrip("\n")


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=4))
def test_a_number_is_written_exactly(number: object) -> None:
    exact = Fraction(str(number))
    assert Fraction(decimal(exact)) == exact


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Ana Lopez", "Ana Lopez"),
        ("50 calls per week", "50 calls per week"),
        ("3x/week", "3x/week"),
        ("Mon, Wed, Fri", "Mon, Wed, Fri"),
        ("[[Trial conversion]]", '"[[Trial conversion]]"'),
        ("8", '"8"'),
        ("no", '"no"'),
        ('say "so"', '"say \\"so\\""'),
        (Fraction(64, 10), "6.4"),
        (Fraction(-1, 8), "-0.125"),
        (-12, "-12"),
        (True, "true"),
        (date(2026, 11, 20), "2026-11-20"),
    ],
)
def test_a_value_is_written_as_people_write_it(value: Value, expected: str) -> None:
    assert header([("x", value)]) == f"---\nx: {expected}\n---\n"


def test_a_list_takes_a_line_an_item_and_an_empty_one_is_left_out() -> None:
    written = header([("outcome", ["[[A]]", "[[B]]"]), ("owner", [])])
    assert written == '---\noutcome:\n  - "[[A]]"\n  - "[[B]]"\n---\n'


def test_a_third_has_no_decimals() -> None:
    with pytest.raises(ValueError, match="no end in decimals"):
        decimal(Fraction(1, 3))


def test_a_scalar_stands_on_one_line() -> None:
    assert scalar("a\nb") == '"a\\nb"'
