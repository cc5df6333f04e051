"""When the watcher looks, and at what."""

import pytest

from vaultgoals.watch.debounce import Alarm, Debouncer, hint_of
from vaultgoals.watch.wake import Cause, Hint, Wake

FAR = 10.0**9


def test_nothing_is_due_before_the_first_hint() -> None:
    pending = Debouncer(quiet=0.3)
    assert pending.due() is None
    assert pending.take(now=100) is None


def test_a_look_is_due_once_nothing_came_for_the_quiet_time() -> None:
    pending = Debouncer(quiet=0.5)
    pending.add("a.md", now=10)
    pending.add("b.md", now=10.25)
    assert pending.take(now=10.5) is None
    assert pending.take(now=10.75) == Wake(paths=frozenset({"a.md", "b.md"}))


def test_what_was_taken_is_not_taken_again() -> None:
    pending = Debouncer(quiet=0.5)
    pending.add("a.md", now=10)
    pending.take(now=11)
    assert pending.take(now=12) is None
    pending.add("b.md", now=13)
    assert pending.take(now=14) == Wake(paths=frozenset({"b.md"}))


def test_a_note_saved_again_and_again_is_looked_at_all_the_same() -> None:
    pending = Debouncer(quiet=0.3)
    for step in range(12):
        pending.add("a.md", now=10 + step / 4)
    assert pending.due() == 13
    assert pending.take(now=13) == Wake(paths=frozenset({"a.md"}))


def test_a_folder_among_the_hints_means_everything() -> None:
    pending = Debouncer(quiet=0.5)
    pending.add("a.md", now=10)
    pending.add(Cause.FOLDER, now=10)
    wake = pending.take(now=11)
    assert wake is not None
    assert wake.everything
    assert wake.paths == {"a.md"}


def test_five_thousand_files_of_a_checkout_are_one_look() -> None:
    pending = Debouncer(quiet=0.3)
    for number in range(5000):
        pending.add(f"{number}.md", now=10 + number / 5000)
    assert pending.take(now=11) is None
    taken = pending.take(now=11.5)
    assert taken is not None
    assert len(taken.paths) == 5000


@pytest.mark.parametrize(
    ("path", "is_folder", "hint"),
    [
        ("Goals/Run.md", False, "Goals/Run.md"),
        ("vaultgoals.toml", False, "vaultgoals.toml"),
        ("Goals/vaultgoals.toml", False, None),
        ("Goals", True, Cause.FOLDER),
        ("Goals.md", True, Cause.FOLDER),
        (".git", True, None),
        (".obsidian/workspace.json", False, None),
        (".obsidian/daily-notes.json", False, "vaultgoals.toml"),
        (".obsidian/templates.json", False, "vaultgoals.toml"),
        (".obsidian/plugins/periodic-notes/data.json", False, "vaultgoals.toml"),
        (".obsidian", True, "vaultgoals.toml"),
        (".obsidian/plugins/periodic-notes", True, "vaultgoals.toml"),
        (".obsidian/themes", True, None),
        ("Old/.obsidian/daily-notes.json", False, None),
        (".vaultgoals", True, Cause.FOLDER),
        (".vaultgoals/templates/pages", True, Cause.FOLDER),
        (".vaultgoals/templates/pages/weekly.md.j2", False, ".vaultgoals/templates/pages/weekly.md.j2"),
        (".vaultgoals/templates/pages/.weekly.md.j2.swp", False, None),
        ("Old/.vaultgoals/templates/macros.md.j2", False, None),
        (".trash/Run.md", False, None),
        ("Goals/.Run.md.swp", False, None),
        ("Goals/.#Run.md", False, None),
        ("Goals/.vaultgoals-0123456789abcdef.tmp", False, None),
        ("Goals/4913", False, None),
        ("Goals/Run.md~", False, None),
        ("Goals/#Run.md#", False, None),
        ("Goals/Run.md.tmp", False, None),
        ("Goals/~syncthing~Run.md.tmp", False, None),
        ("picture.png", False, None),
    ],
)
def test_only_notes_folders_and_settings_give_hints(path: str, *, is_folder: bool, hint: Hint | None) -> None:
    assert hint_of(path, is_folder=is_folder) == hint


def test_another_try_is_no_reason_to_read_the_settings_again() -> None:
    assert not Wake.of({Cause.AGAIN, "a.md"}).everything
    assert Wake.of({Cause.AGAIN, Cause.DAY}).everything


def test_the_quiet_time_may_change_between_two_looks() -> None:
    pending = Debouncer(quiet=0.3)
    pending.quiet = 2
    pending.add("a.md", now=10)
    assert pending.due() == 12


def test_a_long_quiet_time_is_not_cut_short() -> None:
    pending = Debouncer(quiet=5)
    pending.add("a.md", now=10)
    pending.add("a.md", now=14)
    assert pending.due() == 19


def test_the_alarm_rings_once_at_the_end_of_the_day() -> None:
    alarm = Alarm(day_ends=1000, wall=900, now=5)
    assert alarm.rings(wall=999, now=104) is None
    assert alarm.rings(wall=1000, now=105) is Cause.DAY
    assert alarm.rings(wall=1001, now=106) is None
    alarm.set(day_ends=2000, again=None)
    assert alarm.rings(wall=1002, now=107) is None
    assert alarm.rings(wall=2000, now=1105) is Cause.DAY


@pytest.mark.parametrize("jump", [-86_400, -3600, 3600, 3])
def test_the_alarm_rings_once_when_the_clock_jumps_or_the_machine_slept(jump: int) -> None:
    alarm = Alarm(day_ends=FAR, wall=50_000, now=5)
    assert alarm.rings(wall=50_001 + jump, now=6) is Cause.CLOCK
    assert alarm.rings(wall=50_002 + jump, now=7) is None


def test_a_machine_that_slept_over_midnight_wakes_to_a_new_day() -> None:
    alarm = Alarm(day_ends=60_000, wall=50_000, now=5)
    assert alarm.rings(wall=70_000, now=6) is Cause.DAY
    assert alarm.rings(wall=70_001, now=7) is None


def test_a_clock_that_was_set_back_over_midnight_rings_again_at_the_new_one() -> None:
    alarm = Alarm(day_ends=60_000, wall=59_990, now=0)
    assert alarm.rings(wall=60_000, now=10) is Cause.DAY
    alarm.set(day_ends=146_400, again=None)
    assert alarm.rings(wall=59_000, now=11) is Cause.CLOCK
    alarm.set(day_ends=60_000, again=None)
    assert alarm.rings(wall=60_000, now=1011) is Cause.DAY


def test_a_clock_that_is_only_slightly_off_never_rings() -> None:
    alarm = Alarm(day_ends=FAR, wall=50_000, now=0)
    rings = [alarm.rings(wall=50_000 + second * 1.000_01, now=second) for second in range(0, 90_000, 60)]
    assert set(rings) == {None}


def test_what_is_left_to_do_is_tried_again_once() -> None:
    alarm = Alarm(day_ends=FAR, wall=50_000, now=0)
    alarm.set(day_ends=FAR, again=3)
    assert alarm.rings(wall=50_002, now=2) is None
    assert alarm.rings(wall=50_003, now=3) is Cause.AGAIN
    assert alarm.rings(wall=50_004, now=4) is None
