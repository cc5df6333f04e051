"""A thousand headers, against what Obsidian's own YAML reader makes of them."""

import json
import math
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from vaultgoals.core.note import Plain
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.markdown.yaml12 import read_yaml

CORPUS = Path(__file__).parents[2] / "yaml12"
THEMES: dict[str, list[dict[str, Any]]] = json.loads((CORPUS / "corpus.json").read_text("utf-8"))
DIFFERENCES: dict[str, list[str]] = json.loads((CORPUS / "differences.json").read_text("utf-8"))
ON_PURPOSE = frozenset(yaml for texts in DIFFERENCES.values() for yaml in texts)

Outcome: TypeAlias = "tuple[str, Plain]"


def theirs(entry: dict[str, Any]) -> Outcome:
    return ("refused", None) if "error" in entry else ("read", comparable(entry.get("value")))


def ours(yaml: str) -> Outcome:
    root, malformed = read_yaml(yaml, 0)
    return ("refused", None) if malformed else ("read", comparable(root.plain if root else None))


def comparable(value: Any) -> Plain:
    """The value with NaN made equal to itself, and 1 and true kept apart."""
    if isinstance(value, dict):
        if list(value) == ["not finite"]:
            return str(value["not finite"])
        return {key: comparable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [comparable(item) for item in value]
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return None if value is None else value if isinstance(value, int | float) else f"text {value}"


@pytest.mark.parametrize("theme", THEMES)
def test_a_header_means_what_it_means_to_obsidian(theme: str) -> None:
    otherwise = [
        (entry["yaml"], theirs(entry), ours(entry["yaml"]))
        for entry in THEMES[theme]
        if entry["yaml"] not in ON_PURPOSE and ours(entry["yaml"]) != theirs(entry)
    ]
    assert otherwise == []


@pytest.mark.parametrize("reason", DIFFERENCES)
def test_what_is_said_to_differ_on_purpose_does_differ(reason: str) -> None:
    recorded = {entry["yaml"]: entry for entries in THEMES.values() for entry in entries}
    alike = [yaml for yaml in DIFFERENCES[reason] if ours(yaml) == theirs(recorded[yaml])]
    assert alike == []


@pytest.mark.parametrize("symbol", ["\U00100001", "\U000f0001", "\U0010fffd", "\ue000"])
def test_a_symbol_of_a_font_is_text_beside_whatever_the_parser_reads_otherwise(symbol: str) -> None:
    note = read_note(Source.of("Note.md", f"---\na: {symbol}\u0085{symbol}\n---\n"))
    assert [prop.value.plain for prop in note.properties] == [f"{symbol}\u0085{symbol}"]


def test_a_character_that_no_font_has_is_refused_at_its_place() -> None:
    note = read_note(Source.of("Note.md", "---\na: \U000ffffc\n---\n"))
    assert [(m.what, m.reason, m.span.start) for m in note.malformed] == [
        ("frontmatter", "a character that no font has", 7)
    ]


def test_the_corpus_is_large_and_the_differences_are_few() -> None:
    assert sum(map(len, THEMES.values())) > 1000
    assert len(DIFFERENCES) < 10


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_note_has_the_properties_of_its_header_at_whatever_newlines(theme: str, newline: str) -> None:
    for entry in THEMES[theme]:
        yaml, value = entry["yaml"], entry.get("value")
        fits = yaml.endswith("\n") and "\r" not in yaml and "\n---" not in f"\n{yaml}"
        if fits and yaml not in ON_PURPOSE and isinstance(value, dict):
            text = f"---\n{yaml}---\nbody\n".replace("\n", newline)
            note = read_note(Source.of("Note.md", text))
            found: Plain = {prop.name: prop.value.plain for prop in note.properties}
            assert comparable(found) == comparable(value), yaml
            assert note.source.cut(note.body) == f"body{newline}"
