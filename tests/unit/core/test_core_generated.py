"""Which properties of a page are generated, and which are the person's."""

import re
from pathlib import Path

import pytest

from vaultgoals.core.generated import PAGE_PROPERTIES, own_properties
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

PAGES = Path(__file__).parents[3] / "templates" / "pages"


def own(header: str) -> set[str]:
    return {*own_properties(read_note(Source.of("Review.md", f"---\n{header}\n---\n")))}


def test_every_property_that_a_page_is_made_with_is_known_by_name() -> None:
    headers = {
        page.name.partition(".")[0]: page.read_text("utf-8").split("---\n")[1] for page in PAGES.glob("*")
    }
    made = {kind: {*re.findall("^([a-z-]+):", header, re.MULTILINE)} for kind, header in headers.items()}
    assert made == PAGE_PROPERTIES


@pytest.mark.parametrize(
    ("header", "ours"),
    [
        ("type: goal-review\npage: weekly\non-track: 1\nmood: 3", {"type", "page", "on-track"}),
        ("type: goal-review\npage: weekly\nscore: 7\nerrors: two of mine", {"type", "page"}),
        ("type: goal-review\npage: yearly\nscore: 0.7", {"type", "page", "score"}),
        ("type: goal-review\npage: team\nscore: 7", set()),
        ("type: goal-review\nscore: 7", set()),
        ("type: outcome\nscore: 7\nstart: 2026-01-01", set()),
        ("type: goal-review\npage: yearly\nscore: [7, 8]\nreached: >\n  1", {"type", "page"}),
    ],
)
def test_what_another_kind_of_page_would_hold_is_the_persons(header: str, ours: set[str]) -> None:
    assert own(header) == ours
