"""Which notes have nothing to do with goals."""

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.mentions import names_meant
from vaultgoals.core.ordinary import Ordinary

ORDINARY = Ordinary.of(Config())
HEADER = "---\ntags:\n  - one\n  - two\naliases: [Old name, Other]\ncreated: 2026-11-20 09:30\n"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Some words about calls.\n",
        HEADER + 'title: "A: B"\nrating: 4\npublish: false\n---\nWords.\n',
        HEADER.replace("\n", "\r\n") + "---\r\nWords.\r\n",
        HEADER + "type: meeting\n---\n",
        HEADER + "target: 4\n---\n",
        "Words\n\n---\n\nMore words under a rule.\n",
    ],
)
def test_notes_as_people_write_them_are_ordinary(text: str) -> None:
    assert ORDINARY.mentions("Notes/Any.md", text) == ""


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Notes/Any.md", HEADER + "type: process\n---\n"),
        ("Notes/Any.md", HEADER + "type: proces\n---\n"),
        ("Notes/Any.md", HEADER + "type: goal\n---\n"),
        ("Notes/Any.md", HEADER + "type: [outcome]\n---\n"),
        ("Notes/Any.md", HEADER + "type:\n- outcome\n---\n"),
        ("Notes/Any.md", "---\n" + "".join(f"key{n}: {'日' * 50}\n" for n in range(520)) + "---\n"),
        ("Notes/Any.md", HEADER + "target: 4\nbaseline: 2\n---\n"),
        ("Notes/Any.md", HEADER + "tags: [twice]\n---\n"),
        ("Notes/Any.md", HEADER + "broken: [\n---\n"),
        ("Notes/Any.md", HEADER),
        ("Notes/Any.md", "\n" + HEADER + "---\n"),
        ("Notes/Any.md", "Words\n<<<<<<< HEAD\n"),
        ("Notes/Any.md", "<!-- vaultgoals:begin next -->"),
        ("Daily/2026-11-20.md", "Words\n"),
        ("2026-W47.md", "Words\n"),
        ("Any.sync-conflict-20261120-101112-ABCDEFG.md", "Words\n"),
    ],
)
def test_what_may_concern_us_is_read(path: str, text: str) -> None:
    assert ORDINARY.mentions(path, text) is None


def test_whom_the_tasks_of_an_ordinary_note_mention_is_told() -> None:
    text = "[[Before]]\n- [ ] Call [[Ana]] about [[Goals/Trial#Plan|the trial]] and [it](Other%20goal.md)\n"
    assert names_meant(ORDINARY.mentions("Any.md", text) or "") == frozenset({"ana", "trial", "other goal"})


def test_a_vaults_own_words_count() -> None:
    ordinary = Ordinary.of(
        Config(types={"#aim": "outcome", "Aims/": "outcome", "Ziel": "outcome"}, properties={"Art": "type"})
    )
    assert ordinary.mentions("Aims/Any.md", "Words") is None
    assert ordinary.mentions("Any.md", "Words with #Aim in them") is None
    assert ordinary.mentions("Any.md", "---\nart: ziel\n---\n") is None
    assert ordinary.mentions("Any.md", "---\nart: buch\n---\n") == ""
