"""Old versions: for how long they are kept, in which order they come, and what is passed over."""

import os
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from vaultgoals.errors import Unwritten
from vaultgoals.store import state
from vaultgoals.store.kept import Why, keep, keep_for_good, versions


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    (tmp_path / "vault").mkdir()
    return tmp_path / "vault"


def kept_ago(root: Path, ago: timedelta) -> Path:
    at = datetime.now(UTC) - ago
    file = state.state_folder(root) / "kept" / f"{at:%Y-%m-%d}" / f"{at:%H%M%S.%f}" / "a.md"
    file.parent.mkdir(parents=True)
    file.write_bytes(b"old")
    return file


@pytest.mark.parametrize(
    ("ago", "stays"),
    [
        (timedelta(minutes=1), True),
        (timedelta(hours=23, minutes=59), True),
        (timedelta(hours=24), True),
        (timedelta(hours=48), False),
        (timedelta(days=400), False),
    ],
)
def test_a_version_lives_for_a_day_at_least_and_two_at_most(
    root: Path, ago: timedelta, *, stays: bool
) -> None:
    file = kept_ago(root, ago)
    keep(root, "b.md", b"other")
    assert file.exists() == stays


def test_what_was_found_is_never_forgotten(root: Path) -> None:
    file = keep_for_good(root, "a.md", b"theirs")
    old = file.parents[2] / "2020-01-01" / file.parent.name / "a.md"
    old.parent.mkdir(parents=True)
    file.rename(old)
    keep(root, "b.md", b"other")
    assert [version.why for version in versions(root, "a.md")] == [Why.FOUND]


def test_versions_come_newest_first_with_their_size(root: Path) -> None:
    keep(root, "Goals/a.md", b"one")
    keep_for_good(root, "Goals/a.md", b"three")
    keep(root, "b.md", b"")
    found = versions(root)
    assert [(version.path, version.why, version.size) for version in found] == [
        ("b.md", Why.REPLACED, 0),
        ("Goals/a.md", Why.FOUND, 5),
        ("Goals/a.md", Why.REPLACED, 3),
    ]
    assert versions(root, "Goals/a.md") == found[1:]
    assert versions(root, "Goals") == []
    assert versions(root, "Goals/a.md/deeper.md") == []


def test_a_kept_version_is_readable_by_its_owner_alone(root: Path) -> None:
    file = keep_for_good(root, "a.md", b"theirs")
    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


def test_a_name_of_255_bytes_and_one_that_is_no_text_are_kept(root: Path) -> None:
    for name in ("ü" * 126 + ".md", os.fsdecode(b"caf\xe9.md")):
        keep(root, name, b"old")
        assert [version.path for version in versions(root, name)] == [name]


def test_what_is_no_version_is_passed_over(root: Path) -> None:
    keep(root, "a.md", b"old")
    folder = state.state_folder(root) / "kept"
    (folder / "notes of mine" / "today").mkdir(parents=True)
    (folder / "notes of mine" / "today" / "x.md").touch()
    (folder / "2026-11-20" / "never").mkdir(parents=True)
    (folder / "2026-11-20" / "101010.000000" / "a folder.md").mkdir(parents=True)
    assert [version.path for version in versions(root)] == ["a.md"]


def test_old_versions_that_cannot_be_read_are_said_in_a_sentence(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(root, "a.md", b"old")

    def fail(*args: object, **options: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", fail)
    with pytest.raises(
        Unwritten, match=r"The old versions in .* cannot be read: the disk reports an error\."
    ):
        versions(root)


def test_what_lies_among_the_old_versions_and_cannot_go_stops_nothing(root: Path) -> None:
    place = state.state_folder(root) / "kept"
    place.mkdir()
    (place / "2020-01-01").write_text("a file, not a day's folder")
    keep(root, "a.md", b"old")
    assert [version.path for version in versions(root)] == ["a.md"]


def test_two_versions_of_one_moment_do_not_replace_each_other(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Stopped":
            return cls(2026, 11, 20, 10, 42, tzinfo=tz)

    monkeypatch.setattr("vaultgoals.store.kept.datetime", Stopped)
    keep(root, "a.md", b"one")
    with pytest.raises(OSError, match="not empty"):
        keep(root, "a.md", b"other")
    assert [version.file.read_bytes() for version in versions(root)] == [b"one"]
