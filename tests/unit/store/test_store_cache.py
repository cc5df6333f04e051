"""What is kept of a vault outside it: taken up only where it is whole, and never missed."""

import os
import sqlite3
import threading
from array import array
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaultgoals.store.cache import Cache
from vaultgoals.store.rows import Known, News, told_as_kept
from vaultgoals.store.shelf import OURS, Shelf

ROOT = Path("/vault")
MARKS = array("q", (4, 10, 1, 11, 5, 20, 2, -3))
GOALS = Shelf(notes=("a.md", "caf\udce9.md"), marks=MARKS, others=("x.png",), folders=("Old",))
EMPTY = Shelf(notes=(), marks=array("q"))
CLOSED = Shelf(notes=("",), marks=array("q", (-1, 0, 0, 0)))
NEWS = News(
    about={"zone": "Europe/Berlin"},
    shelves={"": (GOALS, (OURS, "ana\nbo")), "Old": (EMPTY, ()), "closed": (CLOSED, (OURS,))},
    notes={"a.md": (MARKS[:4], "Übung\r\n")},
    anew=True,
)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "vaultgoals" / "vaults"


def known() -> Known:
    found = Cache(ROOT, "1").load()
    assert found
    return found


def test_what_is_kept_is_taken_up_as_it_was() -> None:
    state = Cache(ROOT, "1").keep(NEWS)
    found = known()
    assert (found.state, found.about["zone"]) == (state, "Europe/Berlin")
    assert found.shelves == {"": GOALS, "Old": EMPTY, "closed": CLOSED}
    told = {folder: told_as_kept(said, found.shelves[folder]) for folder, said in found.told.items()}
    assert told == {"": (OURS, "ana\nbo"), "Old": (), "closed": (OURS,)}
    assert Cache(ROOT, "1").notes() == {"a.md": (MARKS[:4], "Übung\r\n")}


def test_one_note_is_told_by_its_path() -> None:
    Cache(ROOT, "1").keep(NEWS)
    assert Cache(ROOT, "1").note("a.md") == (MARKS[:4], "Übung\r\n")
    assert Cache(ROOT, "1").note("b.md") is None


def test_nothing_is_known_where_nothing_was_kept(folder: Path) -> None:
    cache = Cache(ROOT, "1")
    assert (cache.load(), cache.notes(), cache.answer(b"asked", 1)) == (None, {}, None)
    assert not folder.exists()


def test_another_programs_cache_is_not_read() -> None:
    Cache(ROOT, "1").keep(NEWS)
    assert Cache(ROOT, "2").load() is None


def test_each_vault_has_its_own() -> None:
    Cache(ROOT, "1").keep(NEWS)
    assert Cache(Path("/vault2"), "1").load() is None


def test_what_is_gone_is_forgotten() -> None:
    cache = Cache(ROOT, "1")
    cache.keep(NEWS)
    cache.keep(News(shelves={"Old": None}, notes={"a.md": None}))
    assert (set(known().shelves), cache.notes()) == ({"", "closed"}, {})


def test_an_answer_holds_in_the_state_that_it_was_given_in() -> None:
    cache = Cache(ROOT, "1")
    state = cache.keep(NEWS)
    assert state is not None
    cache.remember(b"asked", state, b"answer")
    assert cache.answer(b"asked", state) == b"answer"
    assert cache.answer(b"asked", state + 1) is None
    assert cache.answer(b"something else", state) is None


def test_answers_are_passed_on_only_where_that_is_said() -> None:
    cache = Cache(ROOT, "1")
    state = cache.keep(NEWS)
    assert state is not None
    cache.remember(b"asked", state, b"answer")
    later = cache.keep(News(shelves={"Old": (GOALS, ("", ""))}), answers_of=state)
    assert later is not None
    assert later != state
    assert cache.answer(b"asked", later) == b"answer"
    changed = cache.keep(News(shelves={"Old": None}))
    assert changed is not None
    assert cache.answer(b"asked", changed) is None


def test_only_so_many_answers_are_kept(folder: Path) -> None:
    cache = Cache(ROOT, "1")
    state = cache.keep(NEWS)
    assert state is not None
    for number in range(100):
        cache.remember(str(number).encode(), state, b"answer")
    assert cache.answer(b"99", state) == b"answer"
    with sqlite3.connect(next(folder.iterdir())) as rows:
        assert rows.execute("SELECT count(*) FROM answer").fetchone()[0] <= 32


def test_a_state_tells_any_change_of_what_is_kept() -> None:
    cache = Cache(ROOT, "1")
    states = [
        cache.keep(NEWS),
        cache.keep(News(shelves={"Old": (GOALS, ("", ""))})),
        cache.keep(News(shelves={"Old": (GOALS, ("", "ana"))})),
        cache.keep(News(shelves={"Old": (GOALS, ("ana", ""))})),
        cache.keep(News(shelves={}, about={"zone": ""})),
        cache.keep(News(shelves={"New": (GOALS, ("ana", "")), "Old": None})),
    ]
    assert None not in states
    assert len({*states}) == len(states)


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_spoilt_file_is_found_out_and_begun_anew(folder: Path, data: st.DataObject) -> None:
    cache = Cache(ROOT, "1")
    for file in folder.glob("*"):
        file.unlink()
    state = cache.keep(NEWS)
    assert state is not None
    cache.remember(b"asked", state, b"answer" * 50)
    (file,) = folder.iterdir()
    spoilt = bytearray(file.read_bytes())
    match data.draw(st.sampled_from(("bytes", "cut", "rubbish"))):
        case "bytes":
            for _ in range(data.draw(st.integers(1, 40))):
                spoilt[data.draw(st.integers(0, len(spoilt) - 1))] = data.draw(st.integers(0, 255))
        case "cut":
            del spoilt[data.draw(st.integers(0, len(spoilt))) :]
        case _:
            spoilt[:] = data.draw(st.binary(max_size=9000))
    file.write_bytes(spoilt)
    found = Cache(ROOT, "1").load()
    for folder_path, shelf in found.shelves.items() if found else ():
        assert shelf == {"": GOALS, "Old": EMPTY, "closed": CLOSED}[folder_path]
    assert Cache(ROOT, "1").notes() in ({}, {"a.md": (MARKS[:4], "Übung\r\n")})
    if found and found.state == state:
        assert cache.answer(b"asked", state) in (None, b"answer" * 50)
    kept = Cache(ROOT, "1").keep(NEWS) or Cache(ROOT, "1").keep(NEWS)
    assert kept == state
    assert known().shelves == {"": GOALS, "Old": EMPTY, "closed": CLOSED}


def test_who_finds_it_in_use_does_without(folder: Path) -> None:
    state = Cache(ROOT, "1").keep(NEWS)
    (file,) = folder.iterdir()
    with sqlite3.connect(file, isolation_level=None) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert Cache(ROOT, "1").load() is None
        assert Cache(ROOT, "1").keep(NEWS) is None
        other.execute("ROLLBACK")
    assert known().state == state


def test_many_at_once_leave_what_one_of_them_kept() -> None:
    def write(number: int) -> None:
        cache = Cache(ROOT, "1")
        for turn in range(20):
            marks = array("q", (number, turn, 0, 0))
            kept = Shelf(notes=("a.md",), marks=marks)
            cache.keep(News(shelves={"": (kept, (str(number),))}, notes={"a.md": (marks, str(number))}))

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    shelf, (marks, text) = known().shelves[""], Cache(ROOT, "1").notes()["a.md"]
    assert told_as_kept(known().told[""], shelf) == (text,)
    assert shelf.marks == marks


@pytest.mark.parametrize("wrong", ["a file", "no rights"])
def test_where_there_is_no_room_for_it_nothing_is_kept_and_nothing_raised(folder: Path, wrong: str) -> None:
    if wrong == "a file":
        folder.parent.write_text("no folder")
    elif os.geteuid() == 0:
        pytest.skip("root may do anything")
    else:
        folder.parent.mkdir(mode=0o500)
    cache = Cache(ROOT, "1")
    assert cache.keep(NEWS) is None
    assert (cache.load(), cache.notes()) == (None, {})
    cache.remember(b"asked", 1, b"answer")


def test_a_relative_cache_folder_is_ignored(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    Cache(ROOT, "1").keep(NEWS)
    assert (tmp_path / ".cache/vaultgoals/vaults").is_dir()
