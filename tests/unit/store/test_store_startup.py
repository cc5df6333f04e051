"""Telling the system what to start: files that are never lost, programs that are not waited for."""

from pathlib import Path

import pytest

from vaultgoals.errors import Unwritten
from vaultgoals.store import startup
from vaultgoals.store.startup import Step


def test_a_file_is_put_in_place_with_its_folders_and_only_once(tmp_path: Path) -> None:
    file = tmp_path / "systemd" / "user" / "a.service"
    assert startup.write(file, b"one") is None
    mark = file.stat().st_ino
    assert startup.write(file, b"one") is None
    assert (file.read_bytes(), file.stat().st_ino) == (b"one", mark)
    assert [*file.parent.iterdir()] == [file]


def test_what_stood_there_otherwise_is_moved_aside_each_time(tmp_path: Path) -> None:
    file = tmp_path / "a.service"
    file.write_bytes(b"theirs")
    assert startup.write(file, b"one") == tmp_path / "a.service.before-1"
    assert startup.write(file, b"two") == tmp_path / "a.service.before-2"
    assert startup.remove(file, b"one") == tmp_path / "a.service.before-3"
    kept = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    assert kept == [b"theirs", b"one", b"two"]


def test_what_we_wrote_is_removed_and_what_is_gone_is_no_trouble(tmp_path: Path) -> None:
    file = tmp_path / "a.service"
    startup.write(file, b"one")
    assert startup.remove(file, b"one") is None
    assert startup.remove(file, b"one") is None
    assert [*tmp_path.iterdir()] == []


@pytest.mark.parametrize("call", [startup.write, startup.remove])
def test_a_file_in_the_way_is_one_sentence(tmp_path: Path, call: object) -> None:
    (tmp_path / "taken").write_text("mine")
    assert callable(call)
    with pytest.raises(Unwritten, match=r"taken/a\.service (could not be|cannot be)"):
        call(tmp_path / "taken" / "a.service", b"one")
    assert (tmp_path / "taken").read_text() == "mine"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("sh", "-c", "exit 0"), ""),
        (("sh", "-c", "echo Failed. >&2; echo more >&2; exit 1"), "Failed"),
        (("sh", "-c", "exit 7"), "exit code 7"),
        (("no-such-program",), "there is no no-such-program here"),
    ],
)
def test_what_a_program_of_the_systems_says_is_told_in_short(words: tuple[str, ...], said: str) -> None:
    assert startup.run(Step(words=words)) == said


def test_a_program_that_does_not_answer_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(startup, "_SECONDS", 0.01)
    assert startup.run(Step(words=("sleep", "60"))) == "it has not answered for 0.01 s"


def test_each_system_is_told_by_its_own_program_of_its_own_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "Local"))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    systems = (startup.systemd("vg"), startup.launchd("vg"), startup.windows("vg"))
    files = [one.file.relative_to(tmp_path).as_posix() for one in systems]
    assert files == [
        ".config/systemd/user/vg.service",
        "Library/LaunchAgents/vg.plist",
        "Local/vaultgoals/vg.xml",
    ]
    programs = [{step.words[0] for step in (*one.on, *one.off, *one.forget, one.asks)} for one in systems]
    assert programs == [{"systemctl"}, {"launchctl"}, {"schtasks"}]
    assert str(systems[1].file) in systems[1].on[-1].words
    assert str(systems[2].file) in systems[2].on[0].words
