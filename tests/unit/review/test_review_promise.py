from pathlib import Path

import pytest

from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.review.promise import PROMPTS, promise_on

PATH = "Reviews/Weekly/Review 2026-W46.md"
PROMPT = "**One thing I will do differently this week:**"


def promised(page: str) -> str | None:
    promise = promise_on(read_note(Source.of(PATH, page)))
    return promise.words.words if promise else None


@pytest.mark.parametrize(
    ("after", "words"),
    [
        (" Book on day one.\n", "Book on day one."),
        ("\nBook on day one.\n", "Book on day one."),
        ("\r\n\r\nBook on\r\nday one.\r\n", "Book on day one."),
        ("\n\n- Book on day one.\n- [ ] Run.\n", "Book on day one. Run."),
        ("\n\n- Book on day one\n- Run\n", "Book on day one; Run"),
        ("\nI will:\n1. book\n   on day one\n2. run\n", "I will: book on day one; run"),
        ("\nBook.\n\n## Notes\nMore.", "Book."),
        ("\nBook.\nDecision: keep the bet.\n", "Book."),
        ("\nBook.\n**Decision:** keep the bet.\n", "Book."),
        ("\nBook.\n- Decision: keep the bet.\n", "Book."),
        ("\nBook.\n---\nMore.", "Book."),
        ("\nBook.\n<!-- a note to myself -->\nMore.", "Book."),
        (
            "\nBook.\n<!-- vaultgoals:begin navigation -->\n←\n<!-- vaultgoals:end navigation -->\nMore.",
            "Book.",
        ),
        ("\nBook #early: [[Ana]] says **so**.", "Book #early: [[Ana]] says **so**."),
        (" Book on day one.\n\nI was tired.\n", "Book on day one."),
        ("\r\n\r\nBook on day one.\r\n \r\nI was tired.\r\n", "Book on day one."),
        (" Book on\nday one.\n\n- Run.\n", "Book on day one."),
    ],
)
def test_a_promise_is_what_stands_after_the_prompt(after: str, words: str) -> None:
    assert promised(f"---\ntype: goal-review\n---\n# Week\n\n{PROMPT}{after}") == words


@pytest.mark.parametrize("after", ["", "\n", "\n\n\n", "\n## Next\nNot this.", "\nDecision: keep it."])
def test_an_empty_answer_is_no_promise(after: str) -> None:
    assert promised(f"{PROMPT}{after}") is None


def test_without_the_prompt_there_is_no_promise() -> None:
    assert promised("# Week\n\nBook on day one.\n") is None


@pytest.mark.parametrize("prompt", [PROMPT, PROMPT.strip("*"), PROMPT.upper(), f"__{PROMPT.strip('*')}__"])
def test_the_prompt_is_known_however_it_is_stressed(prompt: str) -> None:
    assert promised(f"Text before.\n{prompt} Book.") == "Book."


def test_a_prompt_inside_a_block_is_not_the_person_s() -> None:
    inside = f"<!-- vaultgoals:begin own -->\n{PROMPT} Inside.\n<!-- vaultgoals:end own -->\n"
    assert promised(inside) is None
    assert promised(f"{inside}{PROMPT} Outside.") == "Outside."


@pytest.mark.parametrize(
    ("kind", "prompt"), list(zip(("weekly", "monthly", "quarterly", "yearly"), PROMPTS, strict=True))
)
def test_the_prompt_of_each_page_is_known_where_it_is_answered(kind: str, prompt: str) -> None:
    template = Path(__file__).parents[3] / "templates" / "pages" / f"{kind}.md.j2"
    assert f"\n**{prompt}**\n" in template.read_text(encoding="utf-8")
    assert promised(f"**{prompt}** Book.") == "Book."
