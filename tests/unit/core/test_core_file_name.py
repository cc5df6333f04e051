"""From a title to a file's name that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.file_name import safe_title


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Outbound calls", "Outbound calls"),
        ("Trial → paid, 8 %", "Trial → paid, 8 %"),
        ("Q4: more trials", "Q4 - more trials"),
        ("50/week", "50-week"),
        ("A / B test", "A - B test"),
        ("C:\\notes", "C-notes"),
        ("Who? [me] #1 ^top", "Who me 1 top"),
        ('Say "no" | <or> not*', "Say no - or not"),
        ("%% hidden", "hidden"),
        (".hidden", "hidden"),
        ("The end...", "The end"),
        ("Read me.md", "Read me"),
        ("Größe 日本 🏃", "Größe 日本 🏃"),
        ("tab\tand\nline", "tabandline"),
    ],
)
def test_a_title_keeps_what_a_file_may_be_called(title: str, expected: str) -> None:
    assert safe_title(title) == expected


@pytest.mark.parametrize("title", ["", "///", "...", ":", "con", "NUL", "com1.txt", "x" * 201, "é" * 101])
def test_what_no_file_may_be_called_is_no_title(title: str) -> None:
    assert safe_title(title) is None


@given(st.one_of(st.text(max_size=30), st.text('a:/\\|#^[]<>?*"% .\u200b', max_size=12)))
def test_a_safe_title_is_safe_on_every_system_and_stays_as_it_is(title: str) -> None:
    safe = safe_title(title)
    if safe is None:
        return
    assert not set(safe) & set('*"\\/<>:|?#^[]\n\r\t\0')
    assert "%%" not in safe
    assert safe == safe.strip(" .")
    assert safe_title(safe) == safe
