"""What is open lies over the vault; an editor is told what is new, once, and nothing is ever written."""

import threading
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.desk import Desk
from vaultgoals.lsp.editor import Editor
from vaultgoals.lsp.overlay import overlaid, typed_note
from vaultgoals.lsp.quiet import Quiet
from vaultgoals.lsp.told_of import ToldOf
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

Build = Callable[..., Path]
CALLS = "Goals/Onboarding calls.md"
OUTCOME = "Goals/Trial conversion.md"
LIMIT = 5 * 2**20


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


def codes(editor: Editor) -> dict[str, list[str]]:
    """What is new: by note the codes of what is found there."""
    return {news.view.path: [finding.code for finding in news.found] for news in editor.news()}


def bytes_in(root: Path) -> Mapping[str, bytes]:
    return {str(file): file.read_bytes() for file in root.rglob("*") if file.is_file()}


def test_what_is_typed_counts_before_it_is_saved_and_nothing_is_written(vault: Build) -> None:
    root = vault()
    before = bytes_in(root)
    editor = Editor(clock=Clock())
    text = (root / CALLS).read_text()
    editor.put(root / CALLS, text, 1)
    assert codes(editor) == {CALLS: []}
    editor.put(root / CALLS, text.replace("cadence: 10", "cadance: 10"), 2)
    (news,) = editor.news()
    assert ([f.code for f in news.found], news.version) == (["VG308"], 2)
    assert editor.news() == []
    editor.close(root / CALLS)
    assert codes(editor) == {CALLS: []}
    assert bytes_in(root) == before


def test_a_note_that_a_change_elsewhere_reaches_is_told_of_too(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    text = (root / OUTCOME).read_text()
    editor.put(root / OUTCOME, text)
    editor.news()
    editor.put(root / OUTCOME, text.replace("due:", "status: done\nclosed: 2026-11-19\ndue:"))
    assert codes(editor)[CALLS] == ["VG206"]
    editor.put(root / OUTCOME, text)
    assert codes(editor)[CALLS] == []


def test_a_fix_is_always_for_the_text_that_is_typed_now(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    text = (root / CALLS).read_text().replace("cadence", "cadance")
    for more in ("", "words below it\n", "words below it, and more\n"):
        editor.put(root / CALLS, text + more)
        editor.news()
        view = editor.view(root / CALLS)
        assert view
        digests = {edit.digest for one in view.findings if one.fix for edit in one.fix.edits}
        assert digests == {view.vault.notes[CALLS].source.digest}


def test_what_was_wrong_before_in_notes_that_are_closed_is_not_told(vault: Build) -> None:
    root = vault({"Bad.md": "---\ntype: process\n---\n"})
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, (root / CALLS).read_text())
    assert codes(editor) == {CALLS: []}


def test_a_note_that_is_not_saved_yet_is_one_of_the_vault(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    editor.put(root / "New folder" / "New.md", '---\ntype: process\noutcome: "[[Trial conversion]]"\n---\n')
    assert codes(editor) == {"New folder/New.md": ["VG308", "VG309"]}
    view = editor.view(root / "New folder" / "New.md")
    assert view
    assert view.vault.is_note("New folder/New.md")


def test_a_note_with_broken_yaml_is_told_so_and_the_rest_lives_on(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, "---\ntype: [\n---\n")
    assert codes(editor)[CALLS] == ["VG101"]


def test_a_text_over_the_size_limit_is_not_read(vault: Build) -> None:
    root = vault()
    (root / "vaultgoals.toml").write_text('[limits]\nnote-size = "1 KiB"\n')
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, "---\ntype: process\n---\n" + "word " * 500)
    assert codes(editor)[CALLS] == ["VG105"]


@pytest.mark.parametrize("path", ["Templates/x.md", ".hidden/x.md", "x.txt"])
def test_what_the_vault_leaves_out_is_left_alone(vault: Build, path: str) -> None:
    root = vault()
    (root / "vaultgoals.toml").write_text('ignore = ["Templates/"]\n')
    editor = Editor(clock=Clock())
    editor.put(root / path, "---\ntype: process\n---\n")
    assert (editor.view(root / path), editor.news()) == (None, [])


def test_a_symbolic_link_is_no_second_note(vault: Build) -> None:
    root = vault()
    (root / "Link.md").symlink_to(root / CALLS)
    editor = Editor(clock=Clock())
    editor.put(root / "Link.md", (root / CALLS).read_text())
    assert (editor.view(root / "Link.md"), editor.news()) == (None, [])


def test_a_file_outside_of_every_vault_is_left_alone(tmp_path: Path) -> None:
    editor = Editor(clock=Clock())
    editor.put(tmp_path / "x.md", "---\ntype: process\n---\n")
    assert (editor.view(tmp_path / "x.md"), editor.news(), editor.unsaid()) == (None, [], [])


def test_a_folder_that_becomes_a_vault_takes_up_what_is_open(tmp_path: Path) -> None:
    editor = Editor(clock=Clock())
    editor.put(tmp_path / "x.md", "---\ntype: process\n---\n")
    (tmp_path / "vaultgoals.toml").touch()
    editor.changed([tmp_path / "vaultgoals.toml"])
    assert [*codes(editor)] == ["x.md"]


def test_each_file_belongs_to_the_vault_above_it(vault: Build, tmp_path: Path) -> None:
    root, other = vault(), tmp_path / "other"
    (other / ".obsidian").mkdir(parents=True)
    editor = Editor(clock=Clock())
    for folder in (root, other):
        editor.enter(folder)
        editor.put(folder / "New.md", "---\ntype: outcome\ntarget: 1\ndue: 2026-12-01\nbaseline: 0\n---\n")
    assert sorted(news.view.root.name for news in editor.news()) == ["other", "vault"]
    assert len(editor.views()) == 2


def test_of_a_named_vault_alone_anything_is_told(vault: Build, tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / ".obsidian").mkdir(parents=True)
    editor = Editor(clock=Clock(), named=vault())
    editor.put(other / "New.md", "---\ntype: process\n---\n")
    assert editor.news() == []


def test_what_others_change_on_the_disk_is_seen_once_somebody_says_so(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, (root / CALLS).read_text())
    editor.news()
    (root / OUTCOME).rename(root / "Goals" / "Trials won.md")
    editor.changed([root / OUTCOME, root / "Goals" / "Trials won.md"])
    assert codes(editor)[CALLS] == ["VG202"]
    (root / "Goals" / "Trials won.md").rename(root / OUTCOME)
    editor.look()
    assert codes(editor)[CALLS] == []


def test_settings_that_cannot_be_read_are_told_once_and_the_old_ones_stay(vault: Build) -> None:
    root = vault()
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, (root / CALLS).read_text())
    assert codes(editor) == {CALLS: []}
    (root / "vaultgoals.toml").write_text("colour = 1\n")
    editor.changed([root / "vaultgoals.toml"])
    assert ["colour" in words for words in editor.unsaid()] == [True]
    assert editor.view(root / CALLS)


def test_an_open_note_that_the_settings_leave_out_is_let_go_until_they_take_it_back(vault: Build) -> None:
    root = vault()
    settings = root / "vaultgoals.toml"
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, "---\ntype: process\n---\n")
    assert codes(editor)[CALLS]
    settings.write_text('ignore = ["Goals/"]\n')
    editor.changed([settings])
    assert (codes(editor)[CALLS], editor.view(root / CALLS)) == ([], None)
    editor.put(root / CALLS, "---\ntype: process\nmetric: x\n---\n")
    settings.write_text("")
    editor.changed([settings])
    assert codes(editor)[CALLS]
    view = editor.view(root / CALLS)
    assert view
    assert "metric: x" in view.vault.notes[CALLS].source.text


def test_a_vault_that_cannot_be_loaded_is_tried_again_once_its_settings_change(vault: Build) -> None:
    root = vault()
    (root / "vaultgoals.toml").write_text("colour = 1\n")
    editor = Editor(clock=Clock())
    editor.put(root / CALLS, (root / CALLS).read_text())
    editor.put(root / CALLS, (root / CALLS).read_text())
    assert (len(editor.unsaid()), editor.view(root / CALLS)) == (1, None)
    (root / "vaultgoals.toml").write_text("")
    editor.changed([root / "vaultgoals.toml"])
    assert codes(editor) == {CALLS: []}


def test_at_midnight_today_moves_and_only_open_notes_are_told_of(vault: Build) -> None:
    header = "type: outcome\nmetric: x\nbaseline: 1\ntarget: 2\ndue: 2026-12-20\nstart: 2026-11-01"
    late = f"---\n{header}\n---\n- [ ] call 📅 2026-11-20\n"
    root = vault({"A.md": late, "B.md": late})
    clock = Clock()
    editor = Editor(clock=clock)
    editor.put(root / "A.md", late)
    assert "VG408" not in codes(editor)["A.md"]
    clock.now = datetime(2026, 11, 22, 12, tzinfo=UTC)
    told = codes(editor)
    assert "VG408" in told["A.md"]
    assert [*told] == ["A.md"]


TEXTS = st.sampled_from(
    [
        "",
        "---\ntype: outcome\n---\n",
        '---\ntype: process\noutcome: "[[A]]"\n---\n',
        "---\nx",
        "- [x] do [[A]]\n",
    ]
)


@given(
    st.dictionaries(st.sampled_from(["A.md", "B.md", "2026-11-20.md"]), TEXTS),
    st.lists(st.tuples(st.sampled_from(["A.md", "B.md", "C.md"]), TEXTS), max_size=4),
)
def test_what_is_found_is_what_would_be_found_if_all_were_saved(
    disk: dict[str, str], typed: list[tuple[str, str]]
) -> None:
    day = date(2026, 11, 20)
    base = Vault.of(read_note(Source.of(path, text)) for path, text in disk.items())
    seen, opened = base, {}
    for path, text in typed:
        opened[path] = typed_note(path, text, limit=LIMIT)
        seen = overlaid(base, opened, seen)
        saved = disk | {path: note.source.text for path, note in opened.items()}
        afresh = Vault.of(read_note(Source.of(path, text)) for path, text in saved.items())
        assert check(seen, today=day) == check(afresh, today=day)


def test_a_text_with_an_encoding_mark_is_read_without_it() -> None:
    note = typed_note("x.md", "\ufeff---\ntype: outcome\n---\n", limit=LIMIT)
    assert (note.source.bom, [prop.name for prop in note.properties]) == (True, ["type"])


def test_nothing_is_told_twice() -> None:
    told, day = ToldOf(), date(2026, 11, 20)
    note = typed_note("a.md", "", limit=LIMIT)
    nothing: tuple[Finding, ...] = ()
    assert [*told.take({"a.md": note}, {}, day)] == [("a.md", nothing)]
    assert [*told.take({"a.md": note}, {}, day)] == []
    assert [*told.take({}, {}, day)] == [("a.md", nothing)]
    assert [*told.take({}, {}, day)] == []


def test_it_is_time_to_look_after_a_pause_or_when_somebody_typed_for_long() -> None:
    quiet = Quiet(pause=1, longest=3)
    assert [quiet.changed(now) for now in (10, 10.5, 11.4, 12.3, 12.9)] == [11, 11.5, 12.4, 13, 13]
    quiet.looked()
    assert quiet.changed(14) == 15


def test_jobs_are_done_in_order_and_one_that_was_cancelled_is_not() -> None:
    desk, gate, done = Desk(), threading.Event(), list[int]()
    first = desk.ask(lambda: gate.wait(10))
    second, third = (desk.ask(partial(done.append, number)) for number in (2, 3))
    assert second.cancel()
    gate.set()
    third.result(10)
    assert (first.result(), done) == (True, [3])


def test_a_job_that_fails_tells_who_asked_and_the_next_one_is_done() -> None:
    desk = Desk()
    failed = desk.ask(lambda: 1 // 0)
    assert desk.ask(lambda: 7).result(10) == 7
    assert isinstance(failed.exception(), ZeroDivisionError)
