"""Look by look: what the watcher renews, what it leaves, and when it tries again. Time is an argument."""

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from vaultgoals.store.state import write_lock
from vaultgoals.watch.keeper import CALM, GRACE, RETRY, RETRY_FAILED, ROUNDS, Keeper, Look
from vaultgoals.watch.wake import Cause, Wake
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate

GOAL = "Goals/Onboarding calls.md"
PAGE = "Reviews/Weekly/Review 2026-W47.md"
FRIDAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
SETTINGS = """\
timezone = "UTC"
[pages]
monthly = false
quarterly = false
yearly = false
dashboard = false
problems = false
"""
Build = Callable[..., Path]


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))


@pytest.fixture
def root(vault: Build) -> Path:
    return vault({"vaultgoals.toml": SETTINGS})


def look(keeper: Keeper, *, at: datetime = FRIDAY, now: float = 0.0, cause: Cause = Cause.SCAN) -> Look:
    return keeper.look(Wake.of({cause}), at=at, now=now)


def written(seen: Look) -> list[str]:
    return [page.path for page in seen.pages if page.fate is Fate.WRITTEN]


def log(root: Path, line: str = "- 2026-11-19: 3, seen") -> None:
    with (root / GOAL).open("a") as note:
        note.write(f"{line}\n")


def test_the_first_look_writes_the_pages_and_the_next_one_finds_them_current(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    assert written(look(keeper, cause=Cause.START)) == [PAGE]
    assert [page.fate for page in look(keeper).pages] == [Fate.UNCHANGED]


def test_where_nothing_is_different_nothing_is_planned(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    look(keeper)
    seen = look(keeper)
    assert (seen.pages, seen.why, seen.again) == ((), (Cause.SCAN.value,), None)


def test_a_changed_note_is_the_reason(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    log(root)
    seen = look(keeper)
    assert (written(seen), seen.why) == ([PAGE], ("Onboarding calls changed",))


# Days.


def test_at_midnight_a_new_week_begins_without_any_change(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper, at=datetime(2027, 1, 3, 23, 59, 59, tzinfo=UTC))
    assert (root / "Reviews/Weekly/Review 2026-W53.md").exists()
    seen = look(keeper, at=datetime(2027, 1, 4, tzinfo=UTC), cause=Cause.DAY)
    assert "Reviews/Weekly/Review 2027-W01.md" in written(seen)
    assert seen.why == ("a new day",)


def test_the_last_day_of_2026_is_in_week_53_and_so_are_the_first_three_of_2027(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    for day in (date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 3)):
        look(keeper, at=datetime(day.year, day.month, day.day, 12, tzinfo=UTC), cause=Cause.DAY)
    assert [page.name for page in (root / "Reviews/Weekly").iterdir()] == ["Review 2026-W53.md"]


def test_a_clock_that_is_set_back_over_a_week_harms_no_page(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper, at=FRIDAY)
    page = (root / PAGE).read_bytes()
    look(keeper, at=FRIDAY - timedelta(days=7), cause=Cause.CLOCK)
    assert (root / PAGE).read_bytes() == page
    look(keeper, at=FRIDAY, cause=Cause.CLOCK)
    assert "sealed: true" not in (root / PAGE).read_text()


def test_a_day_that_ends_at_four_is_another_day_only_then(root: Path) -> None:
    (root / "vaultgoals.toml").write_text(f'day-ends-at = "04:00"\n{SETTINGS}')
    keeper = Keeper(Workspace.at(root))
    look(keeper, at=datetime(2026, 11, 23, 3, 59, tzinfo=UTC))
    assert not (root / "Reviews/Weekly/Review 2026-W48.md").exists()
    look(keeper, at=datetime(2026, 11, 23, 4, tzinfo=UTC), cause=Cause.DAY)
    assert (root / "Reviews/Weekly/Review 2026-W48.md").exists()


def test_another_zone_in_the_settings_is_another_day_at_once(root: Path) -> None:
    late = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    keeper = Keeper(Workspace.at(root))
    look(keeper, at=late)
    assert not (root / "Reviews/Weekly/Review 2026-W48.md").exists()
    (root / "vaultgoals.toml").write_text(SETTINGS.replace("UTC", "Europe/Berlin"))
    seen = look(keeper, at=late)
    assert "Reviews/Weekly/Review 2026-W48.md" in written(seen)
    assert seen.why[0] == "settings changed"
    ends = keeper.workspace.end_of_day(late)
    assert ends.astimezone(UTC) == datetime(2026, 11, 23, 23, tzinfo=UTC)


def test_a_pinned_date_stays_whatever_the_clock_says(root: Path) -> None:
    keeper = Keeper(Workspace.at(root), date(2026, 11, 20))
    look(keeper, at=datetime(2030, 1, 1, tzinfo=UTC))
    assert [page.name for page in (root / "Reviews/Weekly").iterdir()] == ["Review 2026-W47.md"]


# What is not written yet.


def test_a_half_saved_goal_is_not_rendered_and_is_looked_at_again(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    look(keeper)
    whole = (root / GOAL).read_bytes()
    (root / GOAL).write_bytes(b"")
    seen = look(keeper)
    assert (seen.pages, seen.why) == ((), ("Onboarding calls looks half saved",))
    assert seen.again is not None
    (root / GOAL).write_bytes(whole)
    assert look(keeper).again is None


def test_settings_that_are_empty_for_a_moment_are_looked_at_again(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    look(keeper)
    (root / "vaultgoals.toml").write_text("")
    seen = look(keeper)
    assert (seen.pages, seen.why) == ((), ("vaultgoals.toml looks half saved",))
    assert seen.again is not None
    (root / "vaultgoals.toml").write_text(SETTINGS)
    assert look(keeper, cause=Cause.AGAIN).again is None
    assert not (root / "Reviews/Dashboard.md").exists()


def test_settings_that_are_empty_and_then_wrong_are_told(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    (root / "vaultgoals.toml").write_text("")
    look(keeper)
    (root / "vaultgoals.toml").write_text("window = many\n")
    seen = look(keeper)
    assert seen.trouble.startswith("vaultgoals.toml is not valid TOML")
    assert seen.again is None


def test_a_vault_without_any_goals_is_not_believed_at_once(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    look(keeper)
    shutil.move(root / "Goals", root.parent / "elsewhere")
    page = (root / PAGE).read_bytes()
    seen = look(keeper)
    assert (seen.pages, seen.why) == ((), ("the vault looks half saved",))
    assert (root / PAGE).read_bytes() == page


def test_a_folder_that_is_no_vault_is_told_and_not_written_into(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    (root / "vaultgoals.toml").unlink()
    shutil.rmtree(root / "Goals")
    look(keeper)
    seen = look(keeper, now=GRACE)
    assert seen.trouble.startswith("There is no vault in ")
    assert look(keeper, now=GRACE + 60).trouble == seen.trouble
    assert list(root.iterdir()) == []


def test_settings_that_are_gone_for_a_moment_are_waited_for_without_a_word(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    (root / "vaultgoals.toml").unlink()
    seen = look(keeper)
    assert (seen.trouble, seen.why, seen.again) == ("", ("vaultgoals.toml looks half saved",), GRACE)
    (root / "vaultgoals.toml").write_text(SETTINGS)
    seen = look(keeper, cause=Cause.AGAIN)
    assert (seen.trouble, seen.back, seen.again) == ("", False, None)


def test_a_vault_that_is_there_again_is_told_and_its_settings_are_read(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    (root / "vaultgoals.toml").unlink()
    look(keeper)
    look(keeper, now=GRACE)
    (root / "vaultgoals.toml").write_text(f"seal-after = 3\n{SETTINGS}")
    seen = look(keeper, now=GRACE + 1, cause=Cause.AGAIN)
    assert (seen.trouble, seen.back, keeper.workspace.config.seal_after) == ("", True, 3)
    assert not look(keeper, now=GRACE + 2).back


def test_a_note_that_changed_while_pages_were_written_is_the_reason_of_the_next_look(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    log(root, "- 2026-11-18: 1")
    sync = os.fsync
    logged: list[int] = []

    def log_meanwhile(descriptor: int) -> None:
        sync(descriptor)
        if not logged:
            logged.append(descriptor)
            log(root)

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", log_meanwhile)
        look(keeper)
    seen = look(keeper)
    assert (written(seen), seen.why) == ([PAGE], ("Onboarding calls changed",))


def test_a_page_that_is_being_edited_is_tried_again(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    swap = (root / PAGE).with_name(f".#{(root / PAGE).name}")
    swap.symlink_to("somebody@somewhere.1")
    log(root)
    seen = look(keeper)
    assert ([page.fate for page in seen.pages], seen.again) == ([Fate.BUSY], RETRY)
    swap.unlink()
    seen = look(keeper, cause=Cause.AGAIN)
    assert (written(seen), seen.why) == ([PAGE], ("Onboarding calls changed",))


def test_another_writer_is_not_waited_for_but_tried_again(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    with other_writer(root):
        seen = look(keeper)
        assert (seen.waiting, seen.pages, seen.again) == (True, (), RETRY)
    assert written(look(keeper, cause=Cause.AGAIN)) == [PAGE]


@contextmanager
def other_writer(root: Path) -> Iterator[None]:
    """Somebody in another thread who holds the vault for writing."""
    begun, end = Event(), Event()

    def hold() -> None:
        with write_lock(root):
            begun.set()
            end.wait(20)

    thread = Thread(target=hold)
    thread.start()
    assert begun.wait(20)
    try:
        yield
    finally:
        end.set()
        thread.join()


def test_settings_that_cannot_be_used_are_told_and_the_rest_is_done(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    (root / "vaultgoals.toml").write_text("window = many\n")
    seen = look(keeper)
    assert seen.trouble.endswith("\n  The settings stay as they were.")
    assert written(seen) == [PAGE]


def test_settings_of_obsidian_that_can_no_longer_be_read_stay_as_they_were(root: Path) -> None:
    file = root / ".obsidian/daily-notes.json"
    file.parent.mkdir()
    file.write_text('{"format": "DD.MM.YYYY"}')
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    file.write_text('{"format": "DD.')
    seen = look(keeper)
    said = ".obsidian/daily-notes.json is not valid JSON (line 1).\n  The settings stay as they were."
    assert (seen.trouble, keeper.workspace.config.periodic.daily) == (said, "DD.MM.YYYY")
    assert look(keeper, cause=Cause.AGAIN).trouble == said, "so that it is told once"
    file.write_text('{"format": "YYYYMMDD"}')
    assert (look(keeper).trouble, keeper.workspace.config.periodic.daily) == ("", "YYYYMMDD")


def test_settings_of_obsidian_that_were_never_read_stand_in_no_ones_way(root: Path) -> None:
    (root / ".obsidian").mkdir()
    (root / ".obsidian/daily-notes.json").write_text("{")
    keeper = Keeper(Workspace.at(root))
    (root / "vaultgoals.toml").write_text("seal-after = 3\n")
    assert look(keeper).trouble == ""
    assert keeper.workspace.config.seal_after == 3


# Somebody else who writes pages.


def test_a_page_that_is_deleted_again_and_again_is_left_and_taken_up_after_a_calm_time(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper, now=0)
    for number in range(1, ROUNDS + 1):
        (root / PAGE).unlink()
        seen = look(keeper, now=number)
        assert written(seen) == [PAGE]
        assert seen.contested == ((PAGE,) if number == ROUNDS else ())
    assert seen.again == CALM
    (root / PAGE).unlink()
    seen = look(keeper, now=50)
    assert (seen.pages, seen.contested, seen.again) == ((), (), CALM)
    log(root)
    look(keeper, now=60)
    assert not (root / PAGE).exists()
    assert written(look(keeper, now=50 + CALM, cause=Cause.AGAIN)) == [PAGE]


def test_a_person_who_logs_and_writes_into_the_page_is_no_rival(root: Path) -> None:
    keeper = Keeper(Workspace.at(root))
    look(keeper)
    for number in range(3 * ROUNDS):
        page = root / PAGE
        page.write_text(f"{page.read_text()}thought {number}\n")
        log(root, f"- 2026-11-19: {number}")
        wait_past_the_editing(page)
        seen = look(keeper, now=number)
        assert (written(seen), seen.contested) == ([PAGE], ())
    assert f"thought {number}" in (root / PAGE).read_text()


def wait_past_the_editing(page: Path) -> None:
    """Make a page look as if it had been saved a while ago."""
    os.utime(page, (1, 1))


def test_a_page_that_the_disk_would_not_take_is_tried_again_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper = Keeper(Workspace.at(root))

    def full(descriptor: int) -> None:
        if stat.S_ISREG(os.fstat(descriptor).st_mode):  # names it still takes
            raise OSError(errno.ENOSPC, "no space")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        seen = look(keeper)
    assert ([page.fate for page in seen.pages], seen.again) == ([Fate.FAILED], RETRY_FAILED)
    assert written(look(keeper, cause=Cause.AGAIN)) == [PAGE]
