"""What can go wrong is listed with the tests that try it; and what cannot is not there to do so."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SAFETY = ROOT / "docs" / "safety.md"
_ROW = re.compile(r"^\| (?P<number>\d+) \| (?P<fault>[^|]+) \| (?P<tests>[^|]+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(test_\w+::test_\w+)`")

NOT_GIVEN = frozenset((14, 21, 31, 40, 41, 42, 45, 57, 68, 99, 101, 102))
"""Numbers that mean nothing; none is given twice, so that a number in a test says the same for ever."""

NUMBERS = [number for number in range(1, 111) if number not in NOT_GIVEN]


def listed() -> dict[int, list[str]]:
    """The tests of each fault, as `file::name`, by its number."""
    rows = _ROW.finditer(SAFETY.read_text(encoding="utf-8"))
    return {int(row["number"]): _TEST.findall(row["tests"]) for row in rows}


@cache
def known_tests() -> frozenset[str]:
    files = (file for file in (ROOT / "tests").glob("*/**/test_*.py") if "node_modules" not in file.parts)
    return frozenset(
        f"{file.stem}::{node.name}"
        for file in files
        for node in ast.parse(file.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef)
    )


def test_every_fault_has_its_line_in_order() -> None:
    assert list(listed()) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_every_fault_is_tried_by_tests_that_there_are(number: int) -> None:
    named = listed()[number]
    assert named
    assert [name for name in named if name not in known_tests()] == []


# What is not there cannot go wrong.


def imported() -> Iterator[tuple[str, str]]:
    """Each module of ours with each module that it imports, anywhere in it."""
    for file in (ROOT / "vaultgoals").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from ((file.stem, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield file.stem, node.module


def called() -> Iterator[tuple[str, str]]:
    """Each module of ours with the name of each plain function that it calls."""
    for file in (ROOT / "vaultgoals").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                yield file.stem, node.func.id


def test_no_cache_holds_objects_that_a_file_could_forge() -> None:
    assert not {name for _, name in imported()} & {"pickle", "shelve", "marshal", "dbm"}
    assert {module for module, name in imported() if name == "sqlite3"} == {"cache", "rows", "tables_sqlite"}


def test_csv_is_only_read_by_the_library_and_no_html_is_written_so_that_it_needs_no_escaper() -> None:
    assert not {name.partition(".")[0] for _, name in imported()} & {"html", "webbrowser", "http"}
    assert {module for module, name in imported() if name == "csv"} == {"grid"}


def test_nothing_is_run_but_our_helper_git_and_what_starts_programs_at_login() -> None:
    running = {module for module, name in imported() if name.split(".")[0] in ("subprocess", "pty")}
    assert running == {"bounded", "git", "startup"}
    assert not {name for _, name in called()} & {"eval", "exec", "compile", "__import__"}
