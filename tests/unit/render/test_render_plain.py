from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.period import Calendar
from vaultgoals.render.environment import markdown
from vaultgoals.render.plain import Plain, plain, text_of
from vaultgoals.review.pages import PageKind
from vaultgoals.review.text import Code, Mention, Name, Part, Said, Strong, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    name: str
    share: Fraction | None
    days: tuple[date, ...]

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def _hidden(self) -> int:
        return 1


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, None),
        (True, True),
        (3, 3),
        ("a", "a"),
        (Fraction(3), 3),
        (Fraction(1, 4), 0.25),
        (date(2026, 11, 20), "2026-11-20"),
        (PageKind.WEEKLY, "weekly"),
        ((1, (2,)), [1, [2]]),
        ({"a": Fraction(1, 2)}, {"a": 0.5}),
        (Strong("no"), {"part": "strong", "words": "no"}),
        (
            Mention("Goals/A.md", "A", "shown", block="x"),
            {
                "part": "link",
                "path": "Goals/A.md",
                "target": "A",
                "shown": "shown",
                "block": "x",
                "heading": None,
            },
        ),
    ],
)
def test_values_become_what_json_can_hold(value: object, seen: Plain) -> None:
    assert plain(value) == seen
    assert type(plain(value)) is type(seen)


def test_a_dataclass_shows_its_fields_and_its_properties() -> None:
    row = Row(name="a", share=None, days=(date(2026, 11, 20),))
    assert plain(row) == {"name": "a", "share": None, "days": ["2026-11-20"], "first": "2026-11-20"}


def test_a_period_shows_its_last_day() -> None:
    seen = plain(Calendar().week_of(date(2026, 11, 20)))
    assert isinstance(seen, dict)
    assert (seen["label"], seen["start"], seen["last"]) == ("2026-W47", "2026-11-16", "2026-11-22")


def test_an_object_of_any_other_kind_has_no_place_on_a_page() -> None:
    with pytest.raises(TypeError, match="object is nothing that a template can show"):
        plain((1, object()))


WORDS = st.text(max_size=8)
PARTS: st.SearchStrategy[Part] = st.one_of(
    WORDS,
    st.builds(Said, WORDS),
    st.builds(Name, WORDS),
    st.builds(Strong, WORDS),
    st.builds(Code, WORDS),
    st.builds(Mention, WORDS, WORDS, WORDS, st.none() | WORDS, st.none() | WORDS),
)


@given(st.lists(PARTS, max_size=5))
def test_a_text_comes_back_as_it_was(parts: list[Part]) -> None:
    words = text(*parts)
    assert text_of(plain(words)) == words
    assert [text_of(plain(part)) for part in words] == [(part,) for part in words]


@pytest.mark.parametrize(
    "said", [None, True, {}, {"part": "x"}, {"part": "said"}, {"part": "link", "path": "a"}, [None]]
)
def test_what_is_no_text_cannot_be_written(said: Plain) -> None:
    with pytest.raises(ValueError, match="text"):
        text_of(said)


@pytest.mark.parametrize(("said", "written"), [(3, "3"), ("*a*", r"\*a\*"), (["a", "*"], r"a\*")])
def test_words_of_a_template_are_escaped_too(said: Plain, written: str) -> None:
    assert markdown(text_of(said)) == written
