"""What a system is told of the watcher: read back by its own rules, whatever a path holds."""

import configparser
import os
import plistlib
import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from vaultgoals.export.service import Service
from vaultgoals.export.service_launchd import launchd_plist
from vaultgoals.export.service_systemd import systemd_unit
from vaultgoals.export.service_windows import windows_task

PLACES = {
    "plain": "/home/ana/Notes",
    "blanks": "/home/ana/My notes",
    "percent": "/home/ana/100% %h %USERNAME",
    "quotes": '/home/ana/it\'s "mine"',
    "backslashes": "/home/ana/a\\b\\",
    "dollar": "/home/ana/$HOME ${X} $$",
    "shell": "/home/ana/`x`; $(y) #z & <w>",
    "other letters": "/home/ana/Ziele für 年",
}
UNPRINTABLE = {"newline": "/home/ana/a\nb", "no text": "/home/ana/\udcff"}
TASK = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def service(vault: str, *program: str) -> Service:
    return Service(
        vault=vault,
        program=program or ("/opt/vg/bin/vaultgoals",),
        user="PC\\Ana",
        logs="/Users/ana/Library/Logs",
    )


def as_systemd_reads(line: str) -> list[str]:
    """The words of a command line, quotes, escapes, specifiers and variables undone."""
    words = []
    for number, word in enumerate(re.findall(r'"((?:[^"\\]|\\.)*)"', line)):
        data = re.sub(r"\\x(..)|\\(.)", lambda m: chr(0xE000 + int(m[1], 16)) if m[1] else m[2], word)
        data = data.replace("%%", "%").replace("$$", "$") if number else data.replace("%%", "%")
        raw = b"".join(
            bytes([ord(char) - 0xE000]) if "\ue000" <= char <= "\ue0ff" else char.encode() for char in data
        )
        words.append(os.fsdecode(raw))
    return words


def exec_line(unit: str) -> str:
    (line,) = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    return str(line)


@pytest.mark.parametrize("vault", [*PLACES.values(), *UNPRINTABLE.values()], ids=[*PLACES, *UNPRINTABLE])
def test_systemd_runs_just_these_words(vault: str) -> None:
    line = exec_line(systemd_unit(service(vault)))
    assert as_systemd_reads(line) == ["/opt/vg/bin/vaultgoals", "-C", vault, "watch"]
    assert not re.search(r"(?<!%)(%%)*%(?!%)", line)


def test_a_program_that_systemd_would_not_take_by_its_path_is_run_by_env() -> None:
    line = exec_line(systemd_unit(service("/v", "/home/o'neil/bin/vaultgoals")))
    assert as_systemd_reads(line)[:2] == ["/usr/bin/env", "/home/o'neil/bin/vaultgoals"]


def test_a_unit_has_the_sections_that_it_needs() -> None:
    unit = configparser.RawConfigParser()
    unit.read_string(systemd_unit(service("/home/ana/Notes")))
    assert unit.sections() == ["Unit", "Service", "Install"]
    assert unit["Install"]["WantedBy"] == "default.target"
    assert unit["Service"]["Restart"] == "on-failure"


def test_systemd_itself_has_nothing_to_say_against_any_of_them(tmp_path: Path) -> None:
    if shutil.which("systemd-analyze") is None:
        pytest.skip("no systemd here")
    program = tmp_path / 'it\'s "100%" $mine'
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    files = []
    for vault in (*PLACES.values(), *UNPRINTABLE.values()):
        one = service(vault, str(program))
        files.append(tmp_path / f"{one.name}.service")
        files[-1].write_text(systemd_unit(one))
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", *files],
        env={**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    if "Failed to initialize manager" in done.stderr:
        pytest.skip("systemd verifies nothing here")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("vault", PLACES.values(), ids=PLACES)
def test_launchd_runs_just_these_words(vault: str) -> None:
    told = service(vault)
    agent = plistlib.loads(launchd_plist(told).encode())
    assert agent["ProgramArguments"] == ["/opt/vg/bin/vaultgoals", "-C", vault, "watch"]
    assert agent["Label"] == told.name
    assert (agent["RunAtLoad"], agent["KeepAlive"]) == (True, {"SuccessfulExit": False})
    assert agent["StandardErrorPath"] == f"/Users/ana/Library/Logs/{told.name}.log"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("vault", [*PLACES.values(), "C:\\Users\\Jörg\\Notes\\"])
def test_windows_runs_just_these_words(vault: str, encoding: str) -> None:
    program = "C:\\Program Files\\vg\\vaultgoals.exe"
    task = ElementTree.fromstring(windows_task(service(vault, program)).encode(encoding))
    assert (task.tag, task.get("version")) == (f"{TASK}Task", "1.2")
    run = task.find(f"{TASK}Actions/{TASK}Exec")
    assert run is not None
    assert run.findtext(f"{TASK}Command") == program
    assert run.findtext(f"{TASK}Arguments") == subprocess.list2cmdline(["-C", vault, "watch"])
    assert task.findtext(f"{TASK}Triggers/{TASK}LogonTrigger/{TASK}UserId") == "PC\\Ana"
    assert task.findtext(f"{TASK}Settings/{TASK}ExecutionTimeLimit") == "PT0S"


def test_each_vault_has_a_name_of_its_own_that_every_system_takes() -> None:
    names = [
        service(vault).name for vault in (*PLACES.values(), *UNPRINTABLE.values(), "/", "/年", "/a/Notes")
    ]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"vaultgoals(-[a-z0-9]+)+", name) and len(name) < 60 for name in names)
    assert service("/home/ana/My notes").name.startswith("vaultgoals-my-notes-")
