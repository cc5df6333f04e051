"""A commit that is being made: the errors that it brings, and the pages that go with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from vaultgoals.core.baseline import Baseline
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Note
from vaultgoals.core.source import misplaced
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import new_findings
from vaultgoals.store.files import decode
from vaultgoals.store.ignore import Ignore
from vaultgoals.store.staged import Changed, Staging
from vaultgoals.workspace.folder import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """The errors that a commit brings, and the vault as it commits it."""

    errors: tuple[Finding, ...]
    vault: Vault


def errors_brought(workspace: Workspace, staging: Staging, *, today: date) -> Brought:
    """The errors in what is staged that none of the commits before it has. Raises `Unwritten`.

    A note that is not staged counts as it is committed, one that git does not know as it stands. A note that
    only moved brings nothing, nor does the other side of a merge.
    """
    known = workspace.vault
    vault = _with(known, staging, _notes(known, staging.unstaged()))
    errors, parents = _errors(vault, today), staging.parents or (None,)
    for parent in parents if errors else ():
        changes = _notes(known, staging.since(parent))
        before = _with(vault, staging, changes)
        moved = _moved(changes)
        found = [replace(error, path=moved.get(error.path, error.path)) for error in _errors(before, today)]
        there = {**before.places, **{new: before.places[old] for old, new in moved.items()}}
        errors = Baseline.of(found, there).compare(errors, vault.places).new
    return Brought(errors=errors, vault=vault)


def _errors(vault: Vault, today: date) -> tuple[Finding, ...]:
    return tuple(one for one in new_findings(vault, today) if one.severity is Severity.ERROR)


def _notes(vault: Vault, changes: Iterable[Changed]) -> list[Changed]:
    """Those of some files that are notes of the vault, or were."""
    left_out = Ignore.of(vault.config.ignore)
    notes = (change for change in changes if change.path.endswith(".md") and not misplaced(change.path))
    return [note for note in notes if note.path not in left_out]


def _with(vault: Vault, staging: Staging, changes: Iterable[Changed]) -> Vault:
    """The vault with some notes as they were; what cannot be read as text stays as it is."""
    old = {change.path: change.old for change in changes}
    if not old:
        return vault
    contents = staging.contents(name for name in old.values() if name)
    sources = (decode(path, contents[name]) for path, name in old.items() if name)
    notes = {source.path: read_note(source) for source in sources if not source.unreadable}
    gone = {path for path, name in old.items() if name is None}
    return _exchanged(vault, notes, gone)


def _exchanged(vault: Vault, notes: Mapping[str, Note], gone: set[str]) -> Vault:
    kept = {path: note for path, note in {**vault.notes, **notes}.items() if path not in gone}
    listed = (vault.listed | notes.keys()) - gone
    files = (vault.files | notes.keys()) - gone
    return Vault.of(kept.values(), vault.config, files, vault.templates.values(), listed, before=vault)


def _moved(changes: Iterable[Changed]) -> dict[str, str]:
    """Where the notes went that stand elsewhere now, with the same text."""
    found = list(changes)
    came = {change.new: change.path for change in found if change.old is None}
    return {change.path: came[change.old] for change in found if change.new is None and change.old in came}


@dataclass(frozen=True, slots=True, kw_only=True)
class Renewed:
    """The pages that were renewed and staged; `left` says why none were, in a sentence."""

    paths: tuple[str, ...] = ()
    left: str = ""


def renew_pages(workspace: Workspace, staging: Staging, *, today: date) -> Renewed:
    """Renew the pages that git knows and that stand as they are staged, and stage them so.

    None is renewed while what is staged is not what stands in the vault: the page would tell of notes that
    the commit does not hold. Raises `Unwritten` and `Held`.
    """
    from vaultgoals.workspace.pages import Fate, write_plans
    from vaultgoals.workspace.settle import plan_pages

    vault = workspace.vault
    apart = {change.path for change in staging.unstaged()} | staging.untracked()
    others = [
        path for path in sorted(apart) if path in vault.notes and vault.kinds.get(path) is not Kind.REVIEW
    ]
    if staging.is_partial or others:
        why = f"{others[0]} is not staged as it stands" if others else "only some files are committed"
        return Renewed(left=f"The pages are left as they are: {why}.")
    tracked = staging.tracked() - apart
    plans = [plan for plan in plan_pages(vault, today=today) if plan.changes and plan.path in tracked]
    written = [page.path for page in write_plans(workspace, plans) if page.fate is Fate.WRITTEN]
    staging.add(written)
    return Renewed(paths=tuple(written))
