"""The page that says what templates see is made from the values, and leaves none out."""

import inspect
from pathlib import Path

import pytest

from vaultgoals.core.block import BLOCKS as ANYWHERE
from vaultgoals.render.context import BLOCKS, PAGES, context_page, values
from vaultgoals.render.environment import FILTERS, built_in_templates
from vaultgoals.render.pages import PageValue, block_template, page_template

ROOT = Path(__file__).resolve().parents[3]


def test_the_documentation_is_the_one_that_the_values_generate() -> None:
    told = (ROOT / "docs" / "template-values.md").read_text(encoding="utf-8")
    assert told == context_page(), "run: python -m vaultgoals.render.context > docs/template-values.md"


def test_each_page_and_each_block_is_told_of() -> None:
    pages = {name for name in built_in_templates() if name.startswith("pages/")}
    assert {page_template(name) for name in PAGES} == pages
    assert set(PAGES.values()) == set(PageValue.__args__)
    assert set(BLOCKS) == ANYWHERE
    assert {block_template(name) for name in BLOCKS} <= set(built_in_templates())


@pytest.mark.parametrize("of", values(), ids=lambda of: of.__name__)
def test_each_value_says_what_it_is(of: type) -> None:
    told = inspect.getdoc(of) or ""
    assert told
    assert not told.startswith(f"{of.__name__}("), "a dataclass without a docstring gets its signature"


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_says_what_it_writes(name: str) -> None:
    assert (inspect.getdoc(FILTERS[name]) or "").endswith(".")
