"""What the page about editors tells people to copy is at least well-formed."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

PAGE = Path(__file__).resolve().parents[2] / "docs" / "editors.md"
NEOVIM = shutil.which("nvim")


def snippets(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(), re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("text", snippets("toml"))
def test_toml_can_be_read(text: str) -> None:
    assert tomllib.loads(text)


@pytest.mark.parametrize("text", snippets("json"))
def test_json_can_be_read(text: str) -> None:
    assert json.loads(text)


@pytest.mark.parametrize("text", [*snippets("elisp"), *snippets("js"), *snippets("rust")])
def test_brackets_are_closed_in_the_order_in_which_they_were_opened(text: str) -> None:
    pairs, opened = {")": "(", "]": "[", "}": "{"}, list[str]()
    for char in re.sub(r"\"[^\"\n]*\"", "", text):
        if char in pairs.values():
            opened.append(char)
        elif char in pairs:
            assert opened.pop() == pairs[char]
    assert opened == []


@pytest.mark.skipif(NEOVIM is None, reason="Neovim (nvim) is not installed")
def test_lua_can_be_read(tmp_path: Path) -> None:
    files = []
    for number, text in enumerate(snippets("lua")):
        files.append(tmp_path / f"{number}.lua")
        files[-1].write_text(text)
    read = " ".join(f"assert(loadfile({json.dumps(str(file))}))" for file in files)
    script = tmp_path / "read.lua"
    script.write_text(f'{read} io.stdout:write("read") vim.cmd("qall!")')
    done = subprocess.run(
        [str(NEOVIM), "--headless", "-n", "-i", "NONE", "-u", str(script)],
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stdout == b"read", done.stderr


def test_there_is_a_snippet_for_each_editor() -> None:
    found = {language: len(snippets(language)) for language in ("lua", "toml", "json", "js", "rust", "elisp")}
    assert found == {"lua": 3, "toml": 3, "json": 3, "js": 1, "rust": 1, "elisp": 1}
