"""What docs/python.md says holds: its examples run, and its names are those that there are.

Run as a program, it writes the names there anew.
"""

import contextlib
import inspect
import io
import os
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

import pytest
from mypy import api as mypy

import vaultgoals

ROOT = Path(__file__).resolve().parents[3]
PAGE = ROOT / "docs" / "python.md"
_FIRST = "### `vaultgoals.open`"
_PAIR = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)
_BLOCK = re.compile(r"```python\n(.*?)```", re.DOTALL)

NOT_VALUES = ("Vault", "VaultgoalsError", "open")


def names() -> str:
    """All names with what they hold, as Markdown."""
    return "\n".join(_lines())


def _lines() -> Iterator[str]:
    vault = vaultgoals.Vault
    asked = [name for name in vars(vault) if not name.startswith("_")]
    yield from (_FIRST, "", _told(vaultgoals.open), "", "### `Vault`", "", _told(vault), "")
    yield from ("| name | what it is |", "|---|---|")
    for name in asked:
        member = inspect.getattr_static(vault, name)
        called = "" if isinstance(member, property) else "()"
        yield f"| `{name}{called}` | {_told(member)} |"
    for name in vaultgoals.__all__:
        value = getattr(vaultgoals, name)
        if name not in NOT_VALUES:
            yield from ("", f"### `{name}`", "", _told(value), "")
            yield from _table(value)
    yield ""


def _table(value: type) -> Iterator[str]:
    if issubclass(value, StrEnum):
        yield ", ".join(f"`{one.name}` “{one.value}”" for one in value)
        return
    assert is_dataclass(value)
    yield from ("| name | type |", "|---|---|")
    yield from (f"| `{field.name}` | `{_type(field.type)}` |" for field in fields(value))
    own = [name for name, one in vars(value).items() if isinstance(one, property)]
    yield from (f"| `{name}` | `{_type(_answer(value, name))}` |" for name in own)


def _type(annotation: object) -> str:
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    bare = re.sub(r"\b(?:vaultgoals|datetime|fractions)(?:\.\w+)*\.(\w+)", r"\1", text)
    return ("tuple[str, ...]" if annotation == tuple[str, ...] else bare).replace("|", "\\|")


def _answer(value: type, name: str) -> object:
    getter = vars(value)[name].fget
    return inspect.signature(getter, eval_str=True).return_annotation


def _told(value: object) -> str:
    return " ".join((inspect.getdoc(value) or "").split()).replace("|", "\\|")


def test_the_names_on_the_page_are_those_that_there_are() -> None:
    assert PAGE.read_text(encoding="utf-8").endswith(names())


def test_the_examples_on_the_page_answer_what_stands_below_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    text, known = PAGE.read_text(encoding="utf-8"), dict[str, object]()
    assert len(_PAIR.findall(text)) == len(_BLOCK.findall(text)) == 8
    for code, answer in _PAIR.findall(text):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            exec(code, known)
        assert said.getvalue() == answer


def test_a_script_is_checked_by_mypy_in_its_strict_mode(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MYPYPATH", str(ROOT))
    script = tmp_path / "script.py"
    script.write_text(
        "from fractions import Fraction\n"
        "import vaultgoals\n"
        "vault = vaultgoals.open('notes')\n"
        "goal: vaultgoals.Goal = vault.goal('Calls')\n"
        "value: Fraction | None = goal.figures.current\n"
        "on: str = goal.readings[0].on\n"
        "vault.gaols\n"
        "vaultgoals.opne\n"
    )
    options = ["--strict", "--no-incremental", "--follow-imports=silent", "--config-file", os.devnull]
    out, _, _ = mypy.run([*options, str(script)])
    wrong = re.findall(r"script\.py:(\d+): error: (.*?)(?:;|  \[)", out)
    assert [int(line) for line, _ in wrong] == [6, 7, 8], out


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    before = page.partition(_FIRST)[0]
    PAGE.write_text(before + names(), encoding="utf-8")
