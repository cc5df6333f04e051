"""`vaultgoals restore`: what was replaced or found comes back, and can go again."""

import json
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

NOTE = "Goals/Onboarding calls.md"
LATE = "2999-01-01 10:00.\n  It stands as it stood then."
WRITE = "Write 2, 10:42 or “2026-11-20 10:42”."
MOMENT = r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d"


@pytest.fixture
def keep(tmp_path: Path, environ: dict[str, str]) -> Callable[..., Path]:
    """Puts a version into the state folder, as a write so long ago left it there."""

    def put(root: Path, path: str, data: bytes, *, ago: timedelta = timedelta(), place: str = "kept") -> Path:
        (folder,) = (tmp_path / "state" / "vaultgoals" / "vaults").glob("*")
        file = folder / place / f"{datetime.now(UTC) - ago:%Y-%m-%d/%H%M%S.%f}" / path
        file.parent.mkdir(parents=True)
        file.write_bytes(data)
        return file

    return put


@pytest.fixture
def root(run: Run, vault: Build) -> Path:
    """A vault whose notes were saved an hour ago, and nothing of it is kept."""
    root = vault()
    age(root / NOTE)
    done = run(root, "restore")
    said = "Nothing is kept for this vault. What vaultgoals replaces is kept for a day at least.\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    return root


def age(note: Path) -> None:
    an_hour_ago = time.time() - 3600
    os.utime(note, (an_hour_ago, an_hour_ago))


def test_what_review_replaced_comes_back_and_goes_again(run: Run, vault: Build) -> None:
    root = vault()
    page = root / "Reviews" / "Weekly" / "Review 2026-W47.md"
    run(root, "review")
    before = page.read_bytes()
    with (root / NOTE).open("a") as note:
        note.write("- 2026-11-19: 3\n")
    run(root, "review")
    after = page.read_bytes()
    assert before != after
    for stands in (before, after, before):
        done = run(root, "restore", "Review 2026-W47")
        assert (done.returncode, done.stdout) == (0, "")
        assert re.fullmatch(
            rf"Reviews/Weekly/Review 2026-W47\.md brought back as it stood until {MOMENT}\.\n", done.stderr
        )
        assert page.read_bytes() == stands


def test_the_list_shows_the_newest_first_in_80_columns(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    keep(root, NOTE, b"older", ago=timedelta(hours=3, minutes=5))
    keep(root, NOTE, b"x" * 4321, ago=timedelta(minutes=12))
    keep(root, "Gone.md", b"gone", ago=timedelta(days=2), place="found")
    done = run(root, "restore")
    assert done.returncode == 0
    assert re.fullmatch(
        rf"""Goals/Onboarding calls\.md
   1  {MOMENT}  12 minutes ago    replaced     4\.3 kB
   2  {MOMENT}  3 hours ago       replaced    5 bytes

Gone\.md
   1  {MOMENT}  2 days ago        found       4 bytes
""",
        done.stdout,
    )
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert run(root, "restore", "--list", NOTE).stdout == done.stdout.split("\n\n")[0] + "\n"


def test_a_list_of_many_notes_shows_the_newest_versions_of_each(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    for hours in range(1, 9):
        keep(root, NOTE, b"older", ago=timedelta(hours=hours))
    keep(root, "Gone.md", b"gone", ago=timedelta(days=2))
    rows = run(root, "restore").stdout.splitlines()
    assert rows[5].startswith("   5  ")
    assert rows[6:9] == ["      and 3 older; see --list NOTE", "", "Gone.md"]
    assert len(run(root, "restore", "--list", NOTE).stdout.splitlines()) == 9


def test_times_are_those_of_the_vault(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    keep(root, NOTE, b"older")
    at = {}
    for zone in ("Asia/Tokyo", "America/New_York"):
        (root / "vaultgoals.toml").write_text(f'timezone = "{zone}"\n')
        (version,) = json.loads(run(root, "restore", "--format", "json").stdout)["versions"]
        at[zone] = datetime.fromisoformat(version["at"])
    assert at["Asia/Tokyo"] == at["America/New_York"]
    assert at["Asia/Tokyo"].utcoffset() == timedelta(hours=9)


def test_json_names_every_version(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    older = keep(root, NOTE, b"older", ago=timedelta(hours=1))
    newer = keep(root, NOTE, b"newer!")
    document = json.loads(run(root, "restore", NOTE, "--list", "--format", "json").stdout)
    assert document["schema"] == 1
    assert [
        {key: version[key] for key in ("path", "number", "why", "size", "file")}
        for version in document["versions"]
    ] == [
        {"path": NOTE, "number": 1, "why": "replaced", "size": 6, "file": str(newer)},
        {"path": NOTE, "number": 2, "why": "replaced", "size": 5, "file": str(older)},
    ]


@pytest.mark.parametrize("name", [NOTE, "Onboarding calls", "onboarding calls", "Goals/Onboarding calls"])
def test_a_note_is_meant_by_its_path_or_title(
    run: Run, root: Path, keep: Callable[..., Path], name: str
) -> None:
    keep(root, NOTE, b"older\n")
    assert run(root, "restore", name).returncode == 0
    assert (root / NOTE).read_bytes() == b"older\n"


def test_a_note_is_meant_by_its_path_from_here(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    keep(root, NOTE, b"older\n")
    assert run(root / "Goals", "restore", "Onboarding calls.md").returncode == 0
    assert (root / NOTE).read_bytes() == b"older\n"


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_note_that_is_gone_is_written_anew(
    run: Run, root: Path, keep: Callable[..., Path], *, folder_too: bool
) -> None:
    keep(root, "Deep/Plan.md", b"\xef\xbb\xbfmine\r\n")
    if not folder_too:
        (root / "Deep").mkdir()
    assert run(root, "restore", "Plan").returncode == 0
    assert (root / "Deep" / "Plan.md").read_bytes() == b"\xef\xbb\xbfmine\r\n"


def test_what_was_found_comes_back_and_what_stood_there_is_kept(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    stood = (root / NOTE).read_bytes()
    keep(root, NOTE, b"saved in a bad moment\n", place="found")
    done = run(root, "restore", NOTE)
    assert re.fullmatch(rf"{NOTE} brought back as it was found at {MOMENT}\.\n", done.stderr)
    assert (root / NOTE).read_bytes() == b"saved in a bad moment\n"
    assert run(root, "restore", NOTE).returncode == 0
    assert (root / NOTE).read_bytes() == stood


def test_a_number_or_a_time_chooses_the_version(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    now = datetime.now(UTC)  # what was replaced goes with its calendar day, so at most a day ago
    keep(root, NOTE, b"found\n", ago=timedelta(hours=21), place="found")
    for hours in (22, 20, 3):
        keep(root, NOTE, f"{hours} hours ago\n".encode(), ago=timedelta(hours=hours))
    zone = {"TZ": "UTC"}
    for at, stands in (
        ("4", "22 hours ago\n"),
        (f"{now - timedelta(hours=20, minutes=30):%Y-%m-%d %H:%M}", "20 hours ago\n"),
        (f"{now - timedelta(hours=19):%Y-%m-%dT%H:%M:%S}", "3 hours ago\n"),
        (f"{now - timedelta(hours=20, minutes=1):%H:%M}", "20 hours ago\n"),
        (f"{now - timedelta(hours=23):%Y-%m-%dT%H:%M}+00:00", "22 hours ago\n"),
        (f"{now - timedelta(hours=21, minutes=30):%Y-%m-%d %H:%M}", "20 hours ago\n"),
        ("0001-01-02", "22 hours ago\n"),
    ):
        assert run(root, "restore", NOTE, "--at", at, **zone).returncode == 0
        assert (root / NOTE).read_text() == stands, at


def test_the_newest_version_that_differs_is_brought_back(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    keep(root, NOTE, b"older\n", ago=timedelta(hours=1))
    keep(root, NOTE, (root / NOTE).read_bytes())
    assert run(root, "restore", NOTE).returncode == 0
    assert (root / NOTE).read_bytes() == b"older\n"


def test_what_stands_there_already_is_not_written(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    keep(root, NOTE, (root / NOTE).read_bytes())
    before = (root / NOTE).stat()
    done = run(root, "restore", NOTE)
    said = f"{NOTE} stands there as it was kept; there is nothing to bring back.\n"
    assert (done.returncode, done.stderr) == (0, said)
    done = run(root, "restore", NOTE, "--at", "1")
    assert (done.returncode, "already" in done.stderr) == (0, True)
    assert (root / NOTE).stat().st_ino == before.st_ino


def test_diff_shows_what_would_change_and_writes_nothing(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    text = (root / NOTE).read_bytes()
    keep(root, NOTE, text.replace(b"- 2026-10-21: 10\n", b"- 2026-10-21: 11\n"))
    keep(root, "Gone.md", b"gone\n")
    done = run(root, "restore", NOTE, "--diff")
    assert done.returncode == 0
    assert "\n-- 2026-10-21: 10\n+- 2026-10-21: 11\n" in done.stdout
    assert (root / NOTE).read_bytes() == text
    assert run(root, "restore", "Gone", "--diff").stdout.startswith("--- /dev/null\n+++ b/Gone.md\n")


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("--at", "2"), "--at and --diff are about one note.\n  Name the note: restore NOTE --at 2\n"),
        (("--diff",), "--at and --diff are about one note.\n  Name the note: restore NOTE --at 2\n"),
        (
            (NOTE, "--list", "--diff"),
            "--list and --diff do not go together.\n  Leave one of them out.\n",
        ),
        (
            (NOTE, "--list", "--at", "1"),
            "--list and --at do not go together.\n  Leave one of them out.\n",
        ),
        ((NOTE, "--at", "2"), f"There is no version 2 of {NOTE}.\n  There is 1.\n"),
        ((NOTE, "--at", "0"), f"There is no version 0 of {NOTE}.\n  There is 1.\n"),
        ((NOTE, "--at", "soon"), f"“soon” is neither a number nor a time.\n  {WRITE}\n"),
        ((NOTE, "--at", "2999-01-01 10:00"), f"Nothing was replaced in {NOTE} since {LATE}\n"),
        ((NOTE, "--at", "10:99"), f"“10:99” is neither a number nor a time.\n  {WRITE}\n"),
        ((NOTE, "--at", "9" * 5000), f"“{'9' * 5000}” is neither a number nor a time.\n  {WRITE}\n"),
        ((NOTE, "--format", "json"), "--format json is for a list.\n  Add --list.\n"),
    ],
)
def test_what_has_no_meaning_is_said_and_nothing_is_written(
    run: Run, root: Path, keep: Callable[..., Path], args: tuple[str, ...], says: str
) -> None:
    stood = (root / NOTE).read_bytes()
    keep(root, NOTE, b"older\n")
    done = run(root, "restore", *args)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"vaultgoals: {says}")
    assert (root / NOTE).read_bytes() == stood


def test_a_note_of_which_nothing_is_kept_is_said_with_the_nearest(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    done = run(root, "restore", "Onboarding call")
    said = "vaultgoals: There is no old version of “Onboarding call”.\n"
    assert (done.returncode, done.stderr) == (3, f"{said}  `vaultgoals restore` lists what is kept.\n")
    keep(root, NOTE, b"older\n")
    done = run(root, "restore", "Onboarding call")
    assert (done.returncode, done.stderr) == (3, f"{said}  Did you mean “Onboarding calls”?\n")


def test_a_note_that_somebody_is_typing_into_is_left(run: Run, root: Path, keep: Callable[..., Path]) -> None:
    stood = (root / NOTE).read_bytes()
    kept = keep(root, NOTE, b"older\n")
    (root / "Goals" / ".Onboarding calls.md.swp").touch()
    done = run(root, "restore", NOTE)
    said = f"vaultgoals: {NOTE} is being edited; it was left as it is.\n  The old version lies in {kept}.\n"
    assert (done.returncode, done.stderr) == (3, said)
    assert (root / NOTE).read_bytes() == stood


def test_what_cannot_be_put_in_place_is_left_and_the_version_named(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    kept = keep(root, "Link.md", b"older\n")
    (root / "Link.md").symlink_to("nowhere")
    done = run(root, "restore", "Link")
    reason = "is a symbolic link, which is not followed; it was left as it is."
    said = f"vaultgoals: Link.md {reason}\n  The old version lies in {kept}.\n"
    assert (done.returncode, done.stderr) == (3, said)


def test_settings_that_cannot_be_read_do_not_keep_a_note_from_coming_back(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    keep(root, NOTE, b"older\n")
    (root / "vaultgoals.toml").write_text("week = nonsense")
    assert run(root, "restore", NOTE).returncode == 0
    assert (root / NOTE).read_bytes() == b"older\n"


def test_what_is_no_version_in_the_state_folder_is_passed_over(
    run: Run, root: Path, keep: Callable[..., Path]
) -> None:
    kept = keep(root, NOTE, b"older\n")
    (kept.parents[3] / "notes of mine" / "today").mkdir(parents=True)
    (kept.parents[3] / "notes of mine" / "today" / "x.md").touch()
    assert [line for line in run(root, "restore").stdout.splitlines() if line.endswith(".md")] == [NOTE]


@pytest.fixture
def moved(run: Run, root: Path, keep: Callable[..., Path], tmp_path: Path) -> Path:
    """The vault, renamed since something of it was kept."""
    keep(root, NOTE, b"replaced", ago=timedelta(minutes=5))
    keep(root, "Gone.md", b"found", place="found")
    return root.rename(tmp_path / "another name")


def test_a_vault_that_was_renamed_keeps_its_history(run: Run, moved: Path) -> None:
    assert "Gone.md" in run(moved, "restore").stdout
    assert run(moved, "restore", NOTE).returncode == 0
    assert (moved / NOTE).read_bytes() == b"replaced"


def test_what_was_kept_for_a_vault_that_is_gone_is_named_and_can_be_had(
    run: Run, root: Path, moved: Path, tmp_path: Path
) -> None:
    copy = Path(shutil.copytree(moved, tmp_path / "from another disk"))
    age(copy / NOTE)
    shutil.rmtree(moved)
    done = run(copy, "restore")
    assert done.stderr.endswith(
        f"Kept for {root}, which is not there now: `vaultgoals restore --from {root}`\n"
    )
    assert "Gone.md" in run(copy, "restore", "--from", str(root)).stdout
    assert run(copy, "restore", "--from", str(root), NOTE).returncode == 0
    assert (copy / NOTE).read_bytes() == b"replaced"


def test_a_path_for_which_nothing_is_kept_says_so(run: Run, root: Path) -> None:
    done = run(root, "restore", "--from", "/nowhere")
    assert done.stderr.startswith("Nothing is kept for /nowhere. ")
