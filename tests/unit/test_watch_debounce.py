"""When the watcher looks, and at what."""

import pytest

from vaultgoals.watch.debounce import EVERYTHING, Alarm, Debouncer, hint_of


def test_nothing_is_due_before_the_first_hint() -> None:
    pending = Debouncer(quiet=0.3, longest=3)
    assert pending.due() is None
    assert pending.take(now=100) is None


def test_a_look_is_due_once_nothing_came_for_the_quiet_time() -> None:
    pending = Debouncer(quiet=0.5, longest=3)
    pending.add("a.md", now=10)
    pending.add("b.md", now=10.25)
    assert pending.take(now=10.5) is None
    assert pending.take(now=10.75) == frozenset({"a.md", "b.md"})


def test_what_was_taken_is_not_taken_again() -> None:
    pending = Debouncer(quiet=0.5, longest=3)
    pending.add("a.md", now=10)
    pending.take(now=11)
    assert pending.take(now=12) is None
    pending.add("b.md", now=13)
    assert pending.take(now=14) == frozenset({"b.md"})


def test_a_note_saved_again_and_again_is_looked_at_all_the_same() -> None:
    pending = Debouncer(quiet=0.5, longest=3)
    for step in range(12):
        pending.add("a.md", now=10 + step / 4)
    assert pending.due() == 13
    assert pending.take(now=13) == frozenset({"a.md"})


def test_a_folder_among_the_hints_means_everything() -> None:
    pending = Debouncer(quiet=0.5, longest=3)
    pending.add("a.md", now=10)
    pending.add(EVERYTHING, now=10)
    assert pending.take(now=11) == frozenset()


def test_five_thousand_files_of_a_checkout_are_one_look() -> None:
    pending = Debouncer(quiet=0.3, longest=3)
    for number in range(5000):
        pending.add(f"{number}.md", now=10 + number / 5000)
    assert pending.take(now=11) is None
    taken = pending.take(now=11.5)
    assert taken is not None
    assert len(taken) == 5000


@pytest.mark.parametrize(
    ("path", "is_folder", "hint"),
    [
        ("Goals/Run.md", False, "Goals/Run.md"),
        ("vaultgoals.toml", False, "vaultgoals.toml"),
        ("Goals/vaultgoals.toml", False, None),
        ("Goals", True, EVERYTHING),
        ("Goals.md", True, EVERYTHING),
        (".git", True, None),
        (".obsidian/workspace.json", False, None),
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
def test_only_notes_folders_and_settings_give_hints(path: str, *, is_folder: bool, hint: str | None) -> None:
    assert hint_of(path, is_folder=is_folder) == hint


def test_the_alarm_rings_at_the_end_of_the_day() -> None:
    alarm = Alarm(deadline=1000, wall=900, now=5)
    assert not alarm.rings(wall=999, now=104)
    assert alarm.rings(wall=1000, now=105)
    alarm.reset(deadline=2000, wall=1000, now=105)
    assert not alarm.rings(wall=1001, now=106)


@pytest.mark.parametrize("jump", [-3600, 3600, 3])
def test_the_alarm_rings_when_the_clock_jumps_or_the_machine_slept(jump: int) -> None:
    alarm = Alarm(deadline=10**6, wall=50_000, now=5)
    assert alarm.rings(wall=50_001 + jump, now=6)
