"""Words inside a picture stay words. What Mermaid makes of them is tried out in tests/pictures."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.render.escape import one_line
from vaultgoals.render.mermaid import decimal, quoted, quoted_lines

MARKS = (
    *('"', "'", "`", "```", "%%", "%%{init: {}}%%", ";", "#", "#35;", "[", "]", "(", ")", "{", "}", "<", ">"),
    *("\n", "\r\n", "end", "click n1", "href", "javascript:", "<br>", "<img src=x>", "$$x$$", "fa:fa-user"),
    *(
        "1. ",
        "- ",
        "+ ",
        "**",
        "_",
        "~~",
        "&lt;",
        "www.a.b",
        "https://",
        "\\n",
        "|",
        "-->",
        ":::",
        "ﬂ°°",
        "¶ß",
    ),
)
WORDS = st.lists(st.sampled_from(MARKS) | st.text(max_size=8), max_size=8).map("".join)
# What Mermaid, HTML, Markdown, KaTeX and Font Awesome read as something else than words.
ALIVE = re.compile(r'["`;{}\[\]<>&$*_~|\\=:@^]|%%|[\n\r]|www\.')


@given(WORDS)
def test_a_person_s_words_are_one_quoted_text_and_nothing_in_it_is_a_mark(words: str) -> None:
    written = quoted(words)
    assert (written[0], written[-1]) == ('"', '"')
    assert not ALIVE.search(re.sub(r"#\d+;", "", written[1:-1]))


@given(WORDS)
def test_a_person_s_words_can_be_read_back_whole(words: str) -> None:
    inside = re.sub(r"#(\d+);", lambda code: chr(int(code[1])), quoted(words)[1:-1])
    assert inside.replace("\u2060", "") == one_line(words).strip().replace("\u2060", "")


@given(st.lists(WORDS, max_size=3))
def test_of_several_texts_each_has_its_line(texts: list[str]) -> None:
    written = quoted_lines(texts)
    assert len(written[1:-1].split("<br>")) == max(1, sum(1 for words in texts if words))
    assert "\n" not in written


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Trial conversion, 6.4 % (net)", "Trial conversion, 6.4 % (net)"),
        ("Élan – “so” 目標", "Élan – “so” 目標"),
        ("two\nlines", "two lines"),
        ('a "quoted" word', "a #34;quoted#34; word"),
        ("100 %%", "100 #37;#37;"),
        ("1. First", "1#46; First"),
        ("- one", "#45; one"),
        ("x-y", "x-y"),
        ("$$x$$", "#36;#8288;#36;x#36;#8288;#36;"),
        ("fa:fa-user", "fa#58;#8288;fa-user"),
        ("<b>", "#60;b#62;"),
        ("", ""),
    ],
)
def test_ordinary_words_stay_as_they_are_and_marks_become_numbers(words: str, written: str) -> None:
    assert quoted(words) == f'"{written}"'


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (6, "6"),
        (6.4, "6.4"),
        (-0.5, "-0.5"),
        (1e-07, "0.0000001"),
        (1e22, "1" + "0" * 22),
        (10**25, "1" + "0" * 25),
    ],
)
def test_a_number_has_no_exponent(number: float, written: str) -> None:
    assert decimal(number) == written
