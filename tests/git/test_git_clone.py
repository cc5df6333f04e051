"""What `git install` puts into a clone, and that `git uninstall` leaves it as it was, byte for byte."""

import errno
import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from vaultgoals.errors import Unwritten
from vaultgoals.store.clone import Clone, State
from vaultgoals.store.clone_texts import STOP, hook_text, line_for_hook
from vaultgoals.store.git import Git as Git_

pytestmark = pytest.mark.usefixtures("own_git")

Git = Callable[..., subprocess.CompletedProcess[str]]

HOOK = "#!/bin/sh\necho my own\n"


def clone(root: Path) -> Clone:
    return Clone.of(root, os.environ)


def states(root: Path) -> list[State]:
    return [part.state for part in clone(root).parts]


def everything(folder: Path) -> dict[str, tuple[bytes, int]]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {str(file): (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) for file in files}


INSTALLED, MISSING, OTHERS = State.INSTALLED, State.MISSING, State.OTHERS
OUTDATED = State.OUTDATED


def test_it_is_installed_once_and_taken_out_without_a_trace(repository: Path) -> None:
    before = everything(repository)
    assert states(repository) == [MISSING] * 3
    parts = clone(repository).install()
    assert [part.state for part in parts] == [INSTALLED] * 3
    first = everything(repository)
    clone(repository).install()
    assert everything(repository) == first
    clone(repository).uninstall()
    assert everything(repository) == before
    clone(repository).uninstall()
    assert everything(repository) == before


@pytest.mark.parametrize("theirs", [b"*.png binary\n", b"*.md text=auto\r\n*.x -diff", b"\xff\n"])
def test_what_stands_in_the_attributes_stays_and_outranks_ours(
    repository: Path, git: Git, theirs: bytes
) -> None:
    file = repository / ".git" / "info" / "attributes"
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(theirs)
    clone(repository).install()
    assert file.read_bytes().endswith(theirs)
    clone(repository).uninstall()
    assert file.read_bytes() == theirs


@pytest.mark.parametrize(
    "folder", ["notes", "my notes/Ziele ü", 'a "b" [c] *d? \\e', "#1", "!x", "-rf", "a\tb"]
)
def test_the_notes_of_a_vault_in_a_subfolder_are_meant_and_no_others(
    repository: Path, git: Git, folder: str
) -> None:
    vault = repository / folder
    vault.mkdir(parents=True)
    clone(vault).install()

    def driver(path: str) -> str:
        return git(repository, "check-attr", "-z", "merge", "--", path).stdout.split("\0")[2]

    assert driver(f"{folder}/a.md") == driver(f"{folder}/b c/d/é.md") == "vaultgoals"
    assert driver("a.md") == driver(f"x{folder}/a.md") == driver(f"{folder}/a.txt") == "unspecified"
    assert states(vault) == [INSTALLED] * 3


def test_a_hook_that_is_there_stays_and_the_line_to_add_is_told(repository: Path, git: Git) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    *_, part = clone(repository).install()
    assert part.state is OTHERS
    assert hook.read_text() == HOOK
    mine = f"{HOOK}{part.hint}\n"
    hook.write_text(mine)
    assert [one.state for one in clone(repository).install()] == [INSTALLED] * 3
    assert hook.read_text() == mine
    clone(repository).uninstall()
    assert hook.read_text() == mine


def test_hooks_that_lie_elsewhere_are_not_touched(repository: Path, git: Git) -> None:
    """As with husky, or a folder of hooks that all repositories share."""
    husky = repository / ".husky"
    (husky / "_").mkdir(parents=True)
    git(repository, "config", "core.hooksPath", ".husky/_")
    *_, part = clone(repository).install()
    assert part.state is OTHERS
    assert os.listdir(husky / "_") == []
    mine = f"npm test\n{part.hint}\n"
    (husky / "pre-commit").write_text(mine)
    assert [one.state for one in clone(repository).install()] == [INSTALLED] * 3
    clone(repository).uninstall()
    assert (husky / "pre-commit").read_text() == mine
    assert os.listdir(husky / "_") == []


@pytest.mark.parametrize(
    ("old", "new"),
    [("\n[ $?", "\necho my own\n[ $?"), ("pre-commit", "pre-commit -q"), ("-c 'imp", "-c 'sys, imp")],
)
def test_a_hook_of_ours_that_a_person_changed_stays(repository: Path, old: str, new: str) -> None:
    clone(repository).install()
    hook = repository / ".git" / "hooks" / "pre-commit"
    assert os.access(hook, os.X_OK)
    mine = hook.read_text().replace(old, new)
    hook.write_text(mine)
    clone(repository).install()
    clone(repository).uninstall()
    assert hook.read_text() == mine


def test_a_hook_by_a_program_that_has_moved_is_written_anew(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clone(repository).install()
    before = everything(repository)
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("sys.executable", "/opt/100 % it's/python")
        clone(repository).install()
    assert "'/opt/100 % it'\"'\"'s/python' -P -m" in (repository / ".git/hooks/pre-commit").read_text()
    assert clone(repository).git.setting("merge.vaultgoals.driver").startswith("if [ -x '/opt/100 %% it'")
    assert states(repository) == [OUTDATED, INSTALLED, OUTDATED]
    clone(repository).install()
    assert everything(repository) == before


def test_an_empty_hook_and_a_link_are_somebody_elses(repository: Path, tmp_path: Path) -> None:
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.touch()
    assert [part.state for part in clone(repository).install()] == [INSTALLED, INSTALLED, OTHERS]
    clone(repository).uninstall()
    assert hook.read_bytes() == b""
    hook.unlink()
    hook.symlink_to(tmp_path / "nowhere")
    assert [part.state for part in clone(repository).install()] == [INSTALLED, INSTALLED, OTHERS]
    clone(repository).uninstall()
    assert hook.is_symlink()


def test_our_hook_is_taken_out_though_hooks_lie_elsewhere_by_now(repository: Path, git: Git) -> None:
    clone(repository).install()
    before = everything(repository / ".git" / "hooks")
    git(repository, "config", "core.hooksPath", "elsewhere")
    clone(repository).uninstall()
    ours = {*before} - {*everything(repository / ".git" / "hooks")}
    assert ours == {str(repository / ".git" / "hooks" / "pre-commit")}


@pytest.mark.parametrize(
    ("code", "stops"),
    [(0, False), (1, False), (STOP, True), (127, False)],
    ids=["well", "broken", "stop", "gone"],
)
@pytest.mark.parametrize("whose", ["ours", "a person's", "ours, with another line"])
def test_a_hook_stops_a_commit_for_nothing_but_our_word(
    repository: Path,
    git: Git,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    *,
    whose: str,
    code: int,
    stops: bool,
) -> None:
    """Such as not for a program that can be imported and then lacks a library."""
    program = tmp_path / "bin" / "vaultgoals"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\ncase $2 in -c) exit 0;; esac\nexit {code}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:{os.environ['PATH']}")
    hook = repository / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    monkeypatch.setattr("sys.executable", str(program))
    ours = hook_text(".").decode()
    more = {"ours": ours, "a person's": f"#!/bin/sh -e\n{line_for_hook('.')}\n"}
    hook.write_text(more.get(whose, f"{ours}true\n"))
    hook.chmod(0o755)
    git(repository, "commit", "-q", "--allow-empty", "-m", "x", code=int(stops))


def test_a_commit_where_the_program_is_gone_is_made_and_that_is_told(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as gone:
        gone.setattr("sys.executable", "/gone/it's/python")
        clone(repository).install()
    told = git(repository, "commit", "-q", "--allow-empty", "-m", "x").stderr
    assert told == "vaultgoals is gone from here, so this commit was not looked at.\n"


def test_two_vaults_in_one_repository_share_the_driver(repository: Path) -> None:
    vaults = [repository / name for name in ("one", "two")]
    for vault in vaults:
        vault.mkdir()
        clone(vault).install()
    assert [states(vault) for vault in vaults] == [[INSTALLED] * 3, [INSTALLED, INSTALLED, OTHERS]]
    clone(vaults[0]).uninstall()
    assert states(vaults[1])[:2] == [INSTALLED, INSTALLED]


def test_a_worktree_has_what_its_repository_has(repository: Path, git: Git, tmp_path: Path) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "x")
    git(repository, "worktree", "add", "-q", str(tmp_path / "other"))
    clone(tmp_path / "other").install()
    assert states(repository) == [INSTALLED] * 3
    assert clone(repository).is_shared


def test_a_submodule_has_a_repository_of_its_own(repository: Path, git: Git, tmp_path: Path) -> None:
    git(repository, "commit", "-q", "--allow-empty", "-m", "x")
    git(tmp_path, "init", "-q", "outer")
    git(tmp_path / "outer", "-c", "protocol.file.allow=always", "submodule", "add", str(repository), "vault")
    clone(tmp_path / "outer" / "vault").install()
    assert (tmp_path / "outer" / ".git" / "modules" / "vault" / "info" / "attributes").exists()
    assert states(tmp_path / "outer") == [MISSING] * 3


def refusal(root: Path) -> str:
    with pytest.raises(Unwritten) as error:
        clone(root).install()
    return error.value.message


def test_where_nothing_can_be_installed_one_sentence_says_why(
    repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = tmp_path / "plain"
    plain.mkdir()
    assert refusal(plain) == f"The vault {plain} lies in no git repository."
    git(tmp_path, "init", "-q", "--bare", "bare")
    assert refusal(tmp_path / "bare") == f"{tmp_path}/bare is the inside of a repository, without files."
    ignored = repository / "private"
    ignored.mkdir()
    (repository / ".gitignore").write_text("private/\n")
    assert refusal(ignored) == f"The repository {repository} ignores the vault {ignored}."
    (repository / ".git" / "info" / "attributes").symlink_to(tmp_path / "gitconfig")
    assert refusal(repository).endswith("attributes is a symbolic link, so it was left as it is.")
    monkeypatch.setenv("PATH", str(plain))
    assert refusal(repository) == "git cannot be found on this machine."


def test_where_a_file_cannot_be_put_in_place_the_old_one_stands(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attributes = repository / ".git" / "info" / "attributes"
    attributes.write_bytes(b"*.png binary\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "replace", full)
    assert refusal(repository) == f"{attributes} could not be written: the disk is full."
    assert attributes.read_bytes() == b"*.png binary\n"
    assert sorted(os.listdir(attributes.parent)) == ["attributes", "exclude"]
    attributes.unlink()
    attributes.mkdir()
    assert refusal(repository) == f"{attributes} cannot be read: is a directory."


def test_what_git_refuses_and_what_it_does_not_answer_is_told_in_a_sentence(
    repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = tmp_path / "a\nb"
    git(tmp_path, "init", "-q", str(named))
    assert refusal(named).endswith("holds a line break, which git's attributes cannot name.")
    settings = repository / ".git" / "config"
    healthy = settings.read_bytes()
    (repository / ".git" / "config.lock").touch()
    assert refusal(repository).startswith(f"git config failed in {repository}: could not lock config file")
    settings.write_text("[nonsense\n")
    assert refusal(repository).startswith(
        f"git does not open the repository of {repository}: bad config line"
    )
    settings.write_bytes(healthy)
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert (
        refusal(repository) == f"The repository of {repository} belongs to somebody else, so git leaves it."
    )
    monkeypatch.delenv("GIT_TEST_ASSUME_DIFFERENT_OWNER")
    monkeypatch.setattr("vaultgoals.store.git._SECONDS", 0.0)
    assert refusal(repository) == f"git has not answered for 0 s in {repository}."
    with pytest.raises(Unwritten, match="Not a directory"):
        Git_.at(settings, os.environ).ask("version")


def test_what_is_set_up_is_shown_with_what_a_person_has_to_add(
    vault: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]], git: Git
) -> None:
    root = vault()
    git(root, "init", "-q")
    (root / ".git" / "hooks").mkdir(exist_ok=True)
    (root / ".git" / "hooks" / "pre-commit").write_text(HOOK)
    done = run(root, "git", "install", today="")
    assert done.returncode == 0
    assert done.stdout == (
        "merge driver     installed       .git/config\n"
        "attributes       installed       .git/info/attributes\n"
        "pre-commit hook  somebody else's .git/hooks/pre-commit\n"
    )
    assert done.stderr == (
        ".git/hooks/pre-commit is there already and stays as it is."
        " To have commits looked at, add this line to it:\n"
        "  if command -v vaultgoals >/dev/null; then vaultgoals -C . git pre-commit"
        " || [ $? -ne 10 ] || exit 1; fi\n"
    )


def test_what_uninstall_leaves_is_told(
    vault: Callable[..., Path], run: Callable[..., subprocess.CompletedProcess[str]], git: Git
) -> None:
    root = vault()
    git(root, "init", "-q")
    *_, hook = clone(root).install()
    hook.where.write_text(f"{HOOK}{line_for_hook('.')}\n")
    (root / ".git" / "info" / "attributes").write_text("/other/** merge=vaultgoals\n")
    assert run(root, "git", "uninstall", today="").stderr == (
        "The driver stays: another vault in this repository needs it.\n"
        ".git/hooks/pre-commit is not ours and stays as it is: take the line out that calls vaultgoals.\n"
    )
    git(root, "config", "core.hooksPath", ".husky/_")
    git(root, "config", "merge.vaultgoals.driver", "/gone/python")
    told = run(root, "git", "status", today="").stderr
    assert told.startswith(
        "Another vaultgoals set this up. `vaultgoals git install` has git call this one.\n"
        "Git takes its hooks from elsewhere here (core.hooksPath). To have commits looked at,"
        " make .husky/pre-commit a shell script that may be run, with this line in it:\n"
    )


def test_a_repository_that_calls_us_is_not_taken_for_the_vaults(
    repository: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(tmp_path, "init", "-q", "other")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    assert clone(repository).attributes == repository / ".git" / "info" / "attributes"


def test_a_vault_that_is_laid_out_as_a_bare_repository_runs_nothing(tmp_path: Path) -> None:
    vault, told = tmp_path / "vault", tmp_path / "told"
    for name in ("objects", "refs"):
        (vault / name).mkdir(parents=True)
    (vault / "HEAD").write_text("ref: refs/heads/main\n")
    (vault / "config").write_text(f'[core]\nfsmonitor = "touch {told}"\nworktree = .\nbare = false\n')
    assert "without files" in refusal(vault)
    assert not told.exists()
