"""A goal under another name: its file, and every link to it; the words that links show stay."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from vaultgoals.core.file_name import safe_title
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Goal
from vaultgoals.core.header import scalar
from vaultgoals.core.log_names import log_key
from vaultgoals.core.naming import folded
from vaultgoals.core.note import Note
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meant import goal_meant
from vaultgoals.lsp.mending import Replacement
from vaultgoals.lsp.navigation import backlinks
from vaultgoals.lsp.relinking import relinked
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

_NO_GOAL = "There is no goal here to rename: put the cursor on a link to one, or on the `type` of its note."


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """The file at `old` is to be at `new`. First come the edits, which name notes by their old paths."""

    old: str
    new: str
    edits: tuple[Replacement, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a name is not taken, and what to do instead."""

    why: str


def renamable(vault: Vault, path: str, offset: int) -> tuple[str, Span] | None:
    """The title of the goal that is meant at an offset, and where it is named; None where there is none."""
    found = goal_meant(vault, path, offset)
    return (found[0].title, found[1]) if found else None


def rename(
    vault: Vault, path: str, offset: int, title: str, ordinary: Iterable[Note] = (), *, today: date
) -> Renaming | Refused:
    """What gives the goal that is meant at an offset another title; tried out in memory.

    `ordinary` are the notes beside those of the vault that may link to it. Lines that log the goal by its old
    title stay as they are written, and go on counting: that title becomes one of its aliases.
    """
    found = goal_meant(vault, path, offset)
    if found is None:
        return Refused(_NO_GOAL)
    goal, title, others = found[0], title.strip(), tuple(ordinary)
    why = _unfit(vault, goal, title)
    if why:
        return Refused(why)
    edits: list[Replacement] = []
    for note, link in backlinks(vault, goal.path, others):
        edit = relinked(note, link, title)
        if edit is None:
            line = note.source.position(link.span.start).line
            return Refused(
                f"The link in {note.path}:{line} cannot be changed safely; write it plainly first."
            )
        edits.append(edit)
    alias = [] if log_key(title) == log_key(goal.title) else [*_alias(vault, goal)]
    renaming = Renaming(
        old=goal.path, new=f"{_folder(goal)}{title}.md", edits=(*dict.fromkeys(edits), *alias)
    )
    return _tried(vault, renaming, others, today) or renaming


def _folder(goal: Goal) -> str:
    return f"{goal.note.folder}/" if goal.note.folder else ""


def _unfit(vault: Vault, goal: Goal, title: str) -> str:
    """Why no goal can have this title, or not this one; empty where it can."""
    safe = safe_title(title)
    if safe != title:
        instead = f"; “{safe}” can" if safe else ""
        return f"“{title}” cannot be a file on every system and the target of a link{instead}."
    if title == goal.title:
        return f"“{title}” is its name already."
    named = (other for other in vault.listed if other != goal.path)
    same = next((o for o in named if folded(o.rpartition("/")[2].removesuffix(".md")) == folded(title)), None)
    if same:
        return f"{same} has that name already."
    other = next((g for g in vault.log_names.fields.get(log_key(title), ()) if g.path != goal.path), None)
    return f"“{other.title}” is logged by that name already." if other else ""


def _alias(vault: Vault, goal: Goal) -> Iterator[Replacement]:
    """The old title as an alias, where something is logged by it and by no other name of the goal."""
    key, known = log_key(goal.title), {log_key(name) for name in (*goal.aliases, goal.field or "")}
    notes = (vault.notes[path] for path in vault.periods)
    logged = (
        field for note in notes for field in vault.log_names.fields_in(note) if log_key(field.key) == key
    )
    if key in known or next(logged, None) is None or goal.note.property("aliases"):
        return
    source = goal.note.source
    line = source.position(max(goal.note.body.start - 1, 0)).line
    at = source.line_starts[line - 1]
    text = f"aliases:{source.newline}  - {scalar(goal.title)}{source.newline}"
    yield Replacement(path=goal.path, span=Span(at, at), text=text)


def _tried(vault: Vault, renaming: Renaming, ordinary: Iterable[Note], today: date) -> Refused | None:
    """Why it would not come out as it is meant: something would no longer count, or become an error."""
    ahead = _ahead(vault, renaming, ordinary)
    unlinked = _linking(vault, renaming.old, ordinary) - _linking(ahead, renaming.new)
    if unlinked:
        return Refused(f"A link in {min(unlinked)} would then lead nowhere; take a plainer name.")
    lost = len(vault.checkins_of(renaming.old)) - len(ahead.checkins_of(renaming.new))
    if lost:
        title = renaming.old.rpartition("/")[2].removesuffix(".md")
        return Refused(
            f"{lost} of its check-ins would no longer count: add “{title}” to its `aliases` first."
        )
    before = {(renaming.new if path == renaming.old else path, code) for path, code in _errors(vault, today)}
    path, code = min(_errors(ahead, today) - before, default=("", ""))
    return Refused(f"{code} would then be an error in {path}.") if code else None


def _linking(vault: Vault, path: str, ordinary: Iterable[Note] = ()) -> Counter[str]:
    """How many links in each other note lead to a note."""
    return Counter(note.path for note, _ in backlinks(vault, path, ordinary) if note.path != path)


def _ahead(vault: Vault, renaming: Renaming, ordinary: Iterable[Note]) -> Vault:
    """The vault once it is renamed."""
    there = {**{note.path: note for note in ordinary}, **vault.notes}
    for path in {edit.path for edit in renaming.edits}:
        there[path] = _edited(there[path], [edit for edit in renaming.edits if edit.path == path])
    moved = there.pop(renaming.old)
    there[renaming.new] = read_note(replace(moved.source, path=renaming.new))
    files, listed = ((paths | {renaming.new}) - {renaming.old} for paths in (vault.files, vault.listed))
    return Vault.of(there.values(), vault.config, files, vault.templates.values(), listed, before=vault)


def _edited(note: Note, replacements: Iterable[Replacement]) -> Note:
    source = note.source
    edits = [Edit(path=r.path, span=r.span, text=r.text, digest=source.digest) for r in replacements]
    return read_note(replace(Source.of(note.path, apply_edits(source.text, edits)), bom=source.bom))


def _errors(vault: Vault, today: date) -> set[tuple[str, str]]:
    """The notes that have an error, each with its code."""
    errors = (found for found in check(vault, today=today) if found.severity is Severity.ERROR)
    return {(found.path, found.code) for found in errors}
