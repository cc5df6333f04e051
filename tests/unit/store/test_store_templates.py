import os
from pathlib import Path

import pytest

from vaultgoals.store.names import TEMPLATES
from vaultgoals.store.templates import read_template, read_templates

WEEKLY = f"{TEMPLATES}pages/weekly.md.j2"


def write(root: Path, path: str, text: str | bytes = "x") -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return file


def test_a_vault_without_the_folder_has_none(tmp_path: Path) -> None:
    assert read_templates(tmp_path) == ()
    (tmp_path / ".vaultgoals").write_text("a file")
    assert read_templates(tmp_path) == ()


def test_templates_are_found_where_they_belong_and_nothing_else_is(tmp_path: Path) -> None:
    names = ("pages/weekly.md.j2", "blocks/next.md.j2", "macros.md.j2")
    others = (
        "pages/.weekly.md.j2.swp",
        "pages/.weekly.md.j2",
        "pages/notes.md",
        "else/x.md.j2",
        "pages/a/b.md.j2",
    )
    for name in (*names, *others):
        write(tmp_path, TEMPLATES + name, name)
    found = {source.path: source.text for source in read_templates(tmp_path)}
    assert found == {TEMPLATES + name: name for name in sorted(names)}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"caf\xe9", "is not UTF-8 text (byte 0xe9 at 3)"),
        (b"a\0b", "is not text (a NUL byte at 1)"),
        (b"x" * (2**18 + 1), "is larger than 262,144 bytes"),
    ],
)
def test_what_cannot_be_read_says_why(tmp_path: Path, content: bytes, why: str) -> None:
    write(tmp_path, WEEKLY, content)
    (source,) = read_templates(tmp_path)
    assert (source.unreadable, source.text) == (why, "")


def test_a_template_of_a_hundred_megabytes_is_not_read(tmp_path: Path) -> None:
    with write(tmp_path, WEEKLY).open("wb") as file:
        file.truncate(100 * 2**20)
    (source,) = read_templates(tmp_path)
    assert source.unreadable == "is larger than 262,144 bytes"


def test_a_link_out_of_the_vault_is_not_followed(tmp_path: Path) -> None:
    secret = write(tmp_path, "elsewhere/pages/weekly.md.j2", "secret")
    root = tmp_path / "vault"
    file = write(root, WEEKLY)
    file.unlink()
    file.symlink_to(secret)
    (source,) = read_templates(root)
    assert (source.path, source.unreadable) == (WEEKLY, "is a symbolic link, which is not followed")


@pytest.mark.parametrize("link", [".vaultgoals", ".vaultgoals/templates", ".vaultgoals/templates/pages"])
def test_a_folder_that_is_a_link_is_not_followed(tmp_path: Path, link: str) -> None:
    write(tmp_path, f"elsewhere/{WEEKLY.removeprefix(link + '/')}", "secret")
    root = tmp_path / "vault"
    (root / link).parent.mkdir(parents=True)
    (root / link).symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (source,) = read_templates(root)
    assert (source.path, source.unreadable) == (link, "is a symbolic link, which is not followed")


def test_a_pipe_and_a_folder_are_no_templates(tmp_path: Path) -> None:
    (tmp_path / TEMPLATES / "blocks" / "next.md.j2").mkdir(parents=True)
    (tmp_path / TEMPLATES / "pages").mkdir()
    os.mkfifo(tmp_path / WEEKLY)
    reasons = [source.unreadable for source in read_templates(tmp_path)]
    assert reasons == ["is a folder, not a file", "is a named pipe, not a file"]


def test_a_folder_with_too_many_files_is_looked_at_in_part(tmp_path: Path) -> None:
    for number in range(300):
        write(tmp_path, f"{TEMPLATES}pages/{number}.md.j2")
    assert len(read_templates(tmp_path)) == 200


def test_a_template_that_somebody_names_may_lie_anywhere(tmp_path: Path) -> None:
    file = write(tmp_path, "mine.j2", "mine")
    link = tmp_path / "link.j2"
    link.symlink_to(file)
    assert read_template(link).text == "mine"
    assert read_template(tmp_path / "none.j2").unreadable == "cannot be read: it is gone"
