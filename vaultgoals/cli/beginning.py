"""What `vaultgoals init` does: look at a folder, make it a vault, and say what was found."""

from collections.abc import Sequence
from pathlib import Path

import click

from vaultgoals.cli.session import Session, tell
from vaultgoals.errors import NoVault, Unwritten
from vaultgoals.export.excerpt import visible
from vaultgoals.store.files import in_words
from vaultgoals.store.locate import find_vault
from vaultgoals.store.names import SETTINGS, SNIPPET
from vaultgoals.store.obsidian import Obsidian
from vaultgoals.workspace.begin import BASE, Begun, begin_obsidian, begin_sample, begin_vault, look_around
from vaultgoals.workspace.survey import Survey
from vaultgoals.workspace.survey_text import counted, survey_lines

OBSIDIAN = ".obsidian"

_WRITE_GOALS = """\
write a note with `type: outcome`, and one with `type: process` whose
`outcome` links to it. `vaultgoals init --sample DIR` shows how that looks."""


def begin(session: Session, folder: Path, *, sample: bool, obsidian: bool = False) -> int:
    """Make a folder a vault, or write the sample vault into it; the exit code.

    With `obsidian` also what makes Obsidian show its goals; 3 where some of that could not be written.
    """
    root = _folder(session.start / (session.explicit or "") / folder)
    if sample:
        begun = begin_sample(root, session.local_date())
        told = [f"A sample vault of {len(begun.written)} files in {root}."]
        step = f"read {begun.page}" if begun.page else "vaultgoals check"
    else:
        found = look_around(root)
        for words in found.unread:
            tell(words)
        begun = begin_vault(root, found)
        told, step = _told(root, found, begun), _next_step(found, begun)
    more = begin_obsidian(root) if obsidian else None
    for path in (*begun.kept, *(more.kept if more else ())):
        session.say(f"{path} is there already and stays as it is.")
    shown = _for_obsidian(root, more.written) if more else []
    click.echo("\n".join([*map(visible, (*told, *shown)), f"Next: {step}"]))
    left = (*begun.left, *(more.left if more else ()))
    for words in left:
        tell(words)
    return 3 if left else 0


def _for_obsidian(root: Path, written: Sequence[str]) -> list[str]:
    """What was written for Obsidian, each with what it is for, and what is not there and why."""
    purposes = ((BASE, "views of your goals"), (SNIPPET, "quieter pages, once you switch it on"))
    lines = ["For Obsidian:"] if written else []
    for path in written:
        purpose = next((words for known, words in purposes if known == path), "for new notes")
        lines.append(f"  {path}: {purpose}")
    if SNIPPET in written:
        lines.append("  Switch it on in Obsidian: Settings, Appearance, CSS snippets.")
    if not (root / OBSIDIAN).is_dir():
        lines.append("Obsidian has no settings here yet: open the folder in it and run this again.")
    elif Obsidian(root).goal_templates() is None:
        lines.append("No templates: Obsidian has no folder for them (Settings, Templates). Set one, and")
        lines.append("run this again.")
    return ["", *lines, ""] if lines else []


def _folder(place: Path) -> Path:
    try:
        place.mkdir(parents=True, exist_ok=True)
        return place.resolve()
    except FileExistsError:
        raise Unwritten(f"{place} is a file, so it cannot be a vault.", "Name a folder.") from None
    except OSError as error:
        raise Unwritten(f"{place} cannot be made a vault: {in_words(error)}.") from None


def _told(root: Path, found: Survey, begun: Begun) -> list[str]:
    """What the folder is, what was found in it, and what was written."""
    lines = [f"{_folder_in_words(root, found)}: {root}"]
    outer = _vault_above(root)
    if outer and begun.written:
        lines.append(f"It lies in the vault {outer} and is now a vault of its own.")
    if (root / ".git").exists():
        lines.append("It is a git repository; what vaultgoals writes in it can be committed.")
    if not begun.written:
        return lines
    rows = survey_lines(found)
    written = f"{SETTINGS} is written{', with what is only a guess as a comment' * found.is_unsure}."
    return [*lines, *(["", *rows, ""] if rows else []), written]


def _folder_in_words(root: Path, found: Survey) -> str:
    kind = "An Obsidian vault" if (root / ".obsidian").is_dir() else "A folder"
    if not found.notes:
        return f"{kind} without notes" if found.files or kind != "A folder" else "An empty folder"
    goals = "one of them a goal" if found.goals == 1 else f"{found.goals or 'none'} of them goals"
    return f"{kind} of {counted(found.notes, 'note')}, {goals}"


def _vault_above(root: Path) -> Path | None:
    try:
        return find_vault(root.parent, None, {})
    except NoVault:
        return None


def _next_step(found: Survey, begun: Begun) -> str:
    if found.goals:
        return "vaultgoals check"
    if begun.written and found.is_unsure:
        return f"open {SETTINGS}, take the # off the lines that are right,\nand run `vaultgoals check`."
    return _WRITE_GOALS
