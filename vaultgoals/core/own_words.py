"""The words that a vault itself uses for kinds, properties and headings, for what is written into it."""

from collections import Counter
from collections.abc import Iterable
from urllib.parse import quote

from vaultgoals.core.goal import Kind
from vaultgoals.core.goal_log import names_log
from vaultgoals.core.header import Value, wikilink
from vaultgoals.core.kinds import KIND_WORDS, written_type
from vaultgoals.core.links import folded
from vaultgoals.core.note import Heading, Note, property_key
from vaultgoals.core.vault import Vault

_ENDS_A_LINK = frozenset("#^[]|")
_SIGNS = ("📅", "✅", "➕", "⏳")
_FIELDS = ("[due::", "[completion::", "[created::", "[scheduled::")


def property_word(vault: Vault, name: str) -> str:
    """What the vault calls a property of ours: its own word for it where the settings give one."""
    own = (theirs for theirs, ours in vault.config.properties.items() if ours == name)
    return next(own, name)


def kind_mark(vault: Vault, kind: Kind) -> tuple[str, Value] | None:
    """The property that makes a note one of a kind, as most of its kind here have it, else by the settings.

    None where only a folder does; see `kind_folder`.
    """
    used = _most(
        word.text
        for goal in vault.of_kind(kind)
        if (word := written_type(goal.note, vault.config)) is not None
    )
    words = [word for word, meant in vault.config.types.items() if _means(meant, kind)]
    plain = [word for word in words if not word.startswith("#") and not word.endswith("/")]
    tags = [word.removeprefix("#") for word in words if word.startswith("#")]
    own = used or next(iter(plain), None)
    if own is not None:
        return property_word(vault, "type"), own
    if _taken(vault, kind.value) and tags:
        return "tags", [tags[0]]
    return None if _taken(vault, kind.value) else (property_word(vault, "type"), kind.value)


def kind_folder(vault: Vault, kind: Kind) -> str | None:
    """The folder whose notes are all of a kind, where the settings name one."""
    named = (word for word, meant in vault.config.types.items() if word.endswith("/") and _means(meant, kind))
    return next((word.strip("/") for word in named if not word.startswith("#")), None)


def _means(word: str | None, kind: Kind) -> bool:
    return word is not None and KIND_WORDS.get(word) is kind


def _taken(vault: Vault, word: str) -> bool:
    """Whether the vault uses a word of ours for something else."""
    return any(property_key(theirs) == word and ours != word for theirs, ours in vault.config.types.items())


def log_heading(vault: Vault) -> str:
    """The heading over a goal's log, with its marks, as most goals here have it."""
    headings = (heading for goal in vault.goals.values() for heading in goal.note.headings)
    return _most(_written(heading) for heading in headings if names_log(heading)) or "## Check-ins"


def action_heading(vault: Vault) -> str:
    """The heading over a goal's actions, with its marks, as most goals here have it."""
    above = (heading for path in vault.actions for heading in _above_tasks(vault, path))
    return _most(above) or "## Actions"


def _above_tasks(vault: Vault, path: str) -> Iterable[str]:
    note = vault.notes[path]
    for action in vault.actions_of(path):
        before = [h for h in note.headings if h.span.start < action.item.span.start]
        if action.path == path and before and before[-1].level > 1 and not names_log(before[-1]):
            yield _written(before[-1])


def _written(heading: Heading) -> str:
    return f"{'#' * heading.level} {heading.text.strip()}"


def in_fields(vault: Vault, note: Note) -> bool:
    """Whether tasks have their dates in Dataview's fields, rather than signs as the Tasks plugin has them.

    The note itself decides, else all notes with actions; where there are none it is signs.
    """
    paths = {action.path for actions in vault.actions.values() for action in actions}
    everywhere = "".join(vault.notes[path].source.text for path in sorted(paths))
    for text in (note.source.text, everywhere):
        signs, fields = (sum(map(text.count, marks)) for marks in (_SIGNS, _FIELDS))
        if signs or fields:
            return fields > signs
    return False


def owner_word(vault: Vault, name: str) -> str:
    """How the vault writes a person's name: as most goals of theirs have it, as a link or plain."""
    wanted, used = folded(name), Counter[str]()
    for goal in vault.goals.values():
        known = [owner for owner in goal.owners if folded(owner) == wanted]
        links = [link.target for link in goal.note.property_links if _named(link.target) == wanted]
        used.update(map(wikilink, links[:1]) if known and links else known)
    return _most(used.elements()) or name


def _named(target: str) -> str:
    return folded(target.rpartition("/")[2].removesuffix(".md"))


def link_to(vault: Vault, path: str) -> str:
    """A link to a note as Obsidian writes it: the title where it is unique, else the whole path.

    A name that a wikilink cannot hold is linked as Markdown does.
    """
    name = vault.names.shortest(path)
    if not _ENDS_A_LINK & set(name):
        return wikilink(name)
    shown = "".join(char for char in name.rpartition("/")[2] if char not in _ENDS_A_LINK)
    return f"[{shown.strip()}]({quote(path)})"


def _most(words: Iterable[str]) -> str | None:
    """The word that comes most often; of equals the first."""
    counted = Counter(words).most_common(1)
    return counted[0][0] if counted else None
