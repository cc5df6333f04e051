"""However much a note holds, it is read in bounded time and memory, and where reading stops is told."""

import re
import subprocess
import sys
from time import process_time

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@pytest.mark.parametrize(
    "text",
    [
        "[" * 50_000,
        "[[a" * 30_000,
        "[a](" * 30_000,
        "*a" * 50_000,
        "_" * 50_000,
        "<a " * 30_000,
        "<!--" * 30_000,
        "$a" * 50_000,
        "[a:: " * 30_000,
        "(a:: [b:: " * 20_000,
        "^a " * 30_000,
        " ".join("`" * n for n in range(1, 400)),
        "# a" + " " * 50_000 + "b",
        "a" + " " * 50_000 + "]:: b",
        "- [ ] " + "📅 2026-01-01 " * 5_000,
        "- [ ] " + "⛔ a , b " * 5_000,
        "%%\n" * 5_001,
        "a\n=\n" * 2_000,
        "<!-- vaultgoals:begin a -->\n" * 5_000,
        "<!-- vaultgoals:" * 50_000,
        "<!-- vaultgoals:begin a -->\n" + "x<!-- vaultgoals:end b -->" * 10_000,
        "\n---\n" * 10_000,
        "[a]: b\n" * 5_000,
        "x" * 2_000_000,
        "word " * 400_000,
    ],
)
def test_hostile_texts_are_read_within_two_seconds(text: str) -> None:
    begun = process_time()
    note(text)
    assert process_time() - begun < 2


def test_fifty_thousand_tasks_are_all_read() -> None:
    tasks = note("- [ ] do it\n" * 50_000).items
    assert sum(item.task is not None for item in tasks) == 50_000


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("a\n", 50_000),
        ("a\n" + "\n" * 9 + " \n", 25_000),
        ("- - - - a\n", 12_500),
        ("| a | b | c | d | e | f | g | h | i |\n", 25_000),
    ],
)
def test_a_body_is_read_up_to_fifty_thousand_lines_and_where_that_ends_is_told(line: str, lines: int) -> None:
    found = note(f"{line * lines}- [[X]] and on\n\n[[Y]]\n")
    [told] = found.malformed
    assert (told.what, told.reason, found.source.cut(told.span)) == ("too-long", "50,000", "- [[X]] and on")
    assert found.links == ()
    assert not found.unusable


def test_a_body_that_ends_where_reading_would_stop_is_whole() -> None:
    assert note("a\n" * 50_000).malformed == ()


def test_where_a_body_is_not_read_any_more_there_are_no_blocks_of_ours() -> None:
    """They may stand in code; a page of ours is left, and told."""
    block = "<!-- vaultgoals:begin next -->\nx\n<!-- vaultgoals:end next -->"
    text = "a\n" * 50_000 + f"```\n{block}\n```"
    assert not note(text).blocks
    assert not note(text).generated
    page = note(f"---\ntype: goal-review\n---\n{text}")
    assert page.blocks == ()
    assert {trouble.what for trouble in page.malformed} == {"broken-markers", "too-long"}


def test_a_conflict_is_found_wherever_it_stands() -> None:
    assert note("a\n" * 60_000 + "<<<<<<< HEAD\n").unusable


@pytest.mark.parametrize(
    "line",
    [
        "- [ ] [[a]] b:: c\n",
        "- a\n  - b\n",
        "- " * 99 + "a\n",
        "> > > - - a\n",
        "|" * 100 + "\n",
        "\n",
    ],
)
def test_five_megabytes_of_tiny_lines_are_read_within_ten_seconds(line: str) -> None:
    table = "|a|b|\n|-|-|\n" if "|" in line else ""
    begun = process_time()
    assert note(table + line * (5_000_000 // len(line))).contents is not None
    assert process_time() - begun < 10


@pytest.mark.parametrize(
    "bomb",
    [
        "'[a]: x\\n\\n' + '[a][a]' * 300_000",
        "''.join(f'[r{n}]: x\\n' for n in range(50_000)) + '[r1]' * 100_000",
        "'|a' * 60_000 + '|\\n' + '|-' * 60_000 + '|\\n' + '|b|\\n' * 50_000",
        "'|a|b|\\n|-|-|\\n' + '|c|d|\\n' * 150_000",
        "'\\n' * 5_000_000",
    ],
    ids=["one reference", "many references", "a wide table", "a long table", "blank lines"],
)
@pytest.mark.skipif(sys.platform != "linux", reason="the most that a process took is told on Linux")
def test_bombs_of_references_and_tables_take_little_memory(bomb: str) -> None:
    code = (
        "from vaultgoals.core.source import Source\nfrom vaultgoals.markdown import read_note\n"
        f"len(read_note(Source.of('a.md', '---\\ntype: process\\n---\\n' + {bomb})).links)\n"
        "print(open('/proc/self/status').read())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    (kibibytes,) = re.findall(r"VmHWM:\s*(\d+) kB", done.stdout)
    assert int(kibibytes) < 300 << 10
