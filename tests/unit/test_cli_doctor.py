"""What the doctor says of each thing, and that nothing stops it."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from vaultgoals.cli.doctor import disk, machine, neighbours
from vaultgoals.cli.doctor import vault as vaults
from vaultgoals.cli.doctor.examine import PROBES, examined
from vaultgoals.cli.doctor.vital import Level, Patient, Vital
from vaultgoals.cli.session import Session
from vaultgoals.errors import Unwritten
from vaultgoals.store.state import watch_lock

Build = Callable[..., Path]
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))


def patient(root: Path | None, now: datetime = NOON) -> Patient:
    session = Session(
        start=root or Path("/"),
        explicit=root,
        environ={},
        now=now,
        pinned=None,
        quiet=False,
        verbose=False,
    )
    return Patient(session=session, root=root)


def said(vitals: Iterator[Vital]) -> list[tuple[Level, str]]:
    return [(vital.level, vital.words) for vital in vitals]


def test_what_a_probe_stumbles_over_is_said_and_stops_no_other(vault: Build) -> None:
    def a_bug(patient: Patient) -> Iterator[Vital]:
        raise RuntimeError("a bug")

    def the_world(patient: Patient) -> Iterator[Vital]:
        raise Unwritten("The disk is gone.", "Plug it in.")

    here = patient(vault())
    probes = {"bug": a_bug, "disk": the_world}
    assert examined("bug", here, probes)[0].words == "This could not be looked at: a bug."
    assert [(one.level, one.words, one.way_out) for one in examined("disk", here, probes)] == [
        (Level.WARNING, "The disk is gone.", "Plug it in.")
    ]


@pytest.mark.parametrize("name", PROBES)
def test_without_a_vault_nothing_else_is_an_error(name: str) -> None:
    levels = {vital.level for vital in PROBES[name](patient(None))}
    assert levels <= ({Level.ERROR} if name == "vault" else {Level.OK})


@pytest.mark.parametrize("garbage", ["", "vaultgoals.toml", ".obsidian", ".git"])
def test_a_vault_that_is_gone_or_garbage_never_raises(garbage: str, tmp_path: Path) -> None:
    root = tmp_path / "vault"
    if garbage:
        root.mkdir()
        (root / garbage).write_bytes(b"\xff\0[")
    told = [vital for name in PROBES for vital in examined(name, patient(root))]
    assert {"program", "clock"} <= {vital.name for vital in told}
    assert not any("could not be looked at" in vital.words for vital in told if garbage)


def test_settings_that_cannot_be_used_must_be_mended(vault: Build) -> None:
    told = [*vaults.settings(patient(vault({"vaultgoals.toml": "sael-after = 3\n"})))]
    assert [(one.level, one.way_out) for one in told] == [
        (Level.ERROR, "The nearest known key is seal-after.")
    ]
    (unknown,) = vaults.settings(patient(vault({"vaultgoals.toml": '[rules]\nignore = ["VG9x"]\n'})))
    assert unknown.level is Level.ERROR


def test_what_obsidian_says_is_told_and_what_it_garbles_is_a_warning(vault: Build) -> None:
    daily = json.dumps({"folder": "Tage", "format": "DD.MM.YYYY"})
    root = vault({".obsidian/daily-notes.json": daily, ".obsidian/templates.json": '{"folder": "T"}'})
    assert said(vaults.obsidian(patient(root))) == [
        (Level.OK, "its settings say: daily notes Tage/DD.MM.YYYY, templates in T/")
    ]
    (root / ".obsidian" / "daily-notes.json").write_text("{")
    assert [level for level, _ in said(vaults.settings(patient(root)))] == [Level.OK, Level.WARNING]


@pytest.mark.parametrize(
    ("kind", "free", "told"),
    [
        ("ext4", 2**40, [(Level.OK, "ext4, 1,024 GiB free")]),
        ("ext4", 100 * 2**20, [(Level.WARNING, "The disk is nearly full: 100 MiB free.")]),
        ("ext4", 1000, [(Level.ERROR, "The disk is full: 1000 bytes free.")]),
        (
            "nfs4",
            2**40,
            [
                (Level.OK, "nfs4, 1,024 GiB free"),
                (Level.WARNING, "nfs4 may not tell of changes that are made elsewhere."),
            ],
        ),
    ],
)
def test_a_disk_that_is_full_or_far_away_is_told(
    vault: Build,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
    free: int,
    told: list[tuple[Level, str]],
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/x {tmp_path} {kind} rw 0 0\n")
    monkeypatch.setattr("vaultgoals.store.disk._MOUNTS", mounts)
    monkeypatch.setattr(shutil, "disk_usage", lambda root: SimpleNamespace(free=free))
    assert [one for one in said(disk.file_system(patient(vault()))) if "swap" not in one[1]] == told


def test_a_read_only_disk_must_be_mended(vault: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    root = vault()
    full = SimpleNamespace(f_flag=os.ST_RDONLY, f_bavail=1, f_bfree=1, f_blocks=1, f_frsize=1)
    monkeypatch.setattr(os, "statvfs", lambda root: full)
    assert next(disk.file_system(patient(root))).level is Level.ERROR


def test_a_file_system_that_cannot_swap_files_is_told(vault: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vaultgoals.store.exchange.system_call", lambda: None)
    _, swapping = disk.file_system(patient(vault()))
    assert (swapping.name, swapping.level) == ("writing", Level.WARNING)


def test_a_cache_in_the_vault_is_a_warning(vault: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    root = vault()
    monkeypatch.setenv("XDG_CACHE_HOME", str(root / "cache"))
    assert [(one.name, one.level) for one in disk.ours(patient(root))] == [
        ("cache", Level.WARNING),
        ("state", Level.OK),
    ]
    assert not (root / "cache").exists()


def test_a_clock_that_was_never_set_is_doubted(vault: Build) -> None:
    root = vault({"vaultgoals.toml": 'timezone = "Asia/Tokyo"\n'})
    late = datetime(2026, 11, 20, 20, tzinfo=UTC)
    assert said(machine.clock(patient(root, late))) == [(Level.OK, "2026-11-21 in Asia/Tokyo")]
    assert next(machine.clock(patient(root, datetime(1970, 1, 1, 12, tzinfo=UTC)))).level is Level.WARNING


def test_more_folders_than_the_system_watches_are_told(
    vault: Build, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "limit").write_text("1\n")
    monkeypatch.setattr("vaultgoals.store.disk._LIMITS", tmp_path / "limit")
    cloud, room = machine.watching(patient(vault({"Goals/.Run.md.icloud": "", "Goals/.Sing.md.icloud": ""})))
    assert cloud.words == "2 notes lie in the cloud only, so they are not read."
    assert room.words == "The vault has 2 folders, and the system watches 1 at most."
    assert room.way_out.startswith("sudo sysctl fs.inotify.max_user_watches=")


def test_a_watcher_is_named(vault: Build) -> None:
    root = vault()
    assert said(neighbours.watcher(patient(root))) == [(Level.OK, "none runs for this vault")]
    with watch_lock(root):
        assert said(neighbours.watcher(patient(root))) == [
            (Level.OK, f"process {os.getpid()} keeps the pages current")
        ]


@pytest.mark.parametrize(
    ("place", "mark", "told"),
    [
        ("Notes", "", []),
        ("Dropbox/Notes", "", [(Level.OK, "Dropbox")]),
        ("OneDrive - Work/Notes", "", [(Level.OK, "OneDrive")]),
        ("Mobile Documents/iCloud~md~obsidian/Notes", "", [(Level.OK, "iCloud Drive")]),
        ("Notes", ".stfolder", [(Level.OK, "Syncthing")]),
        ("Dropbox/Notes", ".stfolder", [(Level.WARNING, "Dropbox and Syncthing synchronise this folder.")]),
    ],
)
def test_programs_that_synchronise_are_known_by_their_folders(
    tmp_path: Path, place: str, mark: str, told: list[tuple[Level, str]]
) -> None:
    root = tmp_path / place
    root.mkdir(parents=True)
    if mark:
        (root / mark).mkdir()
    assert [
        (level, words.partition(";")[0]) for level, words in said(neighbours.syncers(patient(root)))
    ] == told
