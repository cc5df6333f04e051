"""The law of all that is kept: whatever happens in a folder, what is known of it is what a cold run reads."""

import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vaultgoals.core.vault import Vault
from vaultgoals.rules import check
from vaultgoals.store import shelf
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.settle import plan_pages

TODAY = date(2026, 11, 20)
STEPS = 12 if "LONG" not in os.environ else 60

FOLDERS = st.sampled_from(("", "Goals", "Goals/Old", "Daily", "Notes", "Notes/Deep/Down"))
NAMES = st.sampled_from(("Trial", "Calls", "Demos", "2026-11-18", "2026-11-19", "Ana", "Übung", "x (1)"))
TEXTS = st.sampled_from(
    (
        "---\ntype: outcome\nbaseline: 6\ntarget: 8\ndue: 2026-12-27\n---\n## Log\n- 2026-11-14: 7\n",
        '---\ntype: process\noutcome: "[[Trial]]"\ncadence: 2 per week\nowner: Ana\n---\n- [ ] ask [[Ana]]\n',
        '---\ntype: process\noutcome: "[[Goals/Trial]]"\ncadence: daily\naliases: [Ring]\nfield: rang\n---\n',
        '---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-17\nvalue: 3\n---\nGood.\n',
        '---\ntype: checkin\ngoal: "[[Ring]]"\ndate: 2026-11-18\nvalue: 1\n---\n',
        "Calls:: 2\n- [x] rang somebody [[Calls]]\n",
        "---\nrang: 4\n---\nWords.\n",
        "Ring:: 1 in the morning\n- [ ] later [[Demos]]\n",
        "- [ ] an action far away [[Trial]]\n",
        "Words.\n",
        "",
        "---\ntags: [a]\n---\nWords, and [[Trial]].\n",
        "---\ncadence: weekly\ntarget: 3\n---\n",
        "---\nx: [\n---\n",
        "<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->\n",
    )
)
PATHS = st.builds(lambda folder, name: Path(folder, f"{name}.md"), FOLDERS, NAMES)
SAVE = st.tuples(st.just("save"), PATHS, TEXTS)
ACTS = st.one_of(
    SAVE,
    SAVE,
    st.tuples(st.just("append"), PATHS, TEXTS),
    st.tuples(st.just("remove"), PATHS),
    st.tuples(st.just("move"), PATHS, PATHS),
    st.tuples(st.just("move folder"), FOLDERS, FOLDERS),
    st.tuples(st.just("other file"), PATHS),
    st.tuples(
        st.just("settings"),
        st.sampled_from(("", 'ignore = ["Notes/"]\n', '[types]\n"Goals/Old/" = "outcome"\n')),
    ),
)


def do(root: Path, act: tuple[object, ...]) -> Iterator[str]:
    """Do it, as an editor, a file manager or a syncer does; the paths that a watcher would be told."""
    match act:
        case ("save", Path() as path, str() as text):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
            yield str(path)
        case ("append", Path() as path, str() as text) if (root / path).is_file():
            with (root / path).open("a") as file:
                file.write(text)
            yield str(path)
        case ("remove", Path() as path):
            (root / path).unlink(missing_ok=True)
            yield str(path)
        case ("move", Path() as path, Path() as to) if (root / path).is_file():
            (root / to).parent.mkdir(parents=True, exist_ok=True)
            (root / path).replace(root / to)
            yield from (str(path), str(to))
        case ("move folder", str() as folder, str() as to) if folder and (root / folder).is_dir():
            if not Path(to).is_relative_to(folder) and not (root / to / Path(folder).name).exists():
                (root / to).mkdir(parents=True, exist_ok=True)
                shutil.move(root / folder, root / to)
                yield from (f"{folder}/any.md", f"{to}/any.md" if to else "any.md")
                yield str(Path(to, Path(folder).name, "any.md"))
        case ("other file", Path() as path):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).with_suffix(".pdf").touch()
            yield str(path)


def told(vault: Vault) -> object:
    """All that is worked out and written about a vault."""
    return (
        sorted(vault.files),
        sorted(vault.listed),
        {goal.path: (goal.kind, vault.history(goal).checkins) for goal in vault.goals.values()},
        dict(vault.actions),
        check(vault, today=TODAY),
        [(plan.path, plan.text, plan.left) for plan in plan_pages(vault, today=TODAY)],
    )


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    # Files are believed at once: each is looked at long after it was written, a cold run lies between.
    monkeypatch.setattr(shelf, "_RECENT", -1)
    return tmp_path


@given(acts=st.lists(ACTS, min_size=2, max_size=STEPS), data=st.data())
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_known_of_a_folder_is_what_a_cold_run_reads(
    root: Path, acts: list[tuple[object, ...]], data: st.DataObject
) -> None:
    vault = root / "vault"
    shutil.rmtree(vault, ignore_errors=True)
    vault.mkdir()
    (vault / "vaultgoals.toml").touch()
    held = Workspace.at(vault)
    paths: set[str] = set()
    for act in acts:
        paths.update(do(vault, act))
        if act[0] == "settings":
            (vault / "vaultgoals.toml").write_text(str(act[1]))
            held.reload()
        if data.draw(st.booleans(), label="look now"):
            everything = data.draw(st.booleans(), label="everywhere")
            held.refresh(None if everything else paths)
            paths.clear()
            cold = told(Workspace.at(vault, whole=True).vault)
            assert told(Workspace.at(vault, cached=True).vault) == cold
            assert told(held.vault) == cold
