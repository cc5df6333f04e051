"""Where the pages of people stand: a file for each name, whatever the name is made of."""

import re
from collections.abc import Iterator
from hashlib import sha256
from unicodedata import category, normalize

from vaultgoals.core.goal import Goal, Status
from vaultgoals.core.links import folded
from vaultgoals.core.vault import Vault
from vaultgoals.review.page_paths import is_taken
from vaultgoals.review.pages import Page, PageKind

LONGEST = 60
"""How many characters of a name stand in the name of a file."""

_LIVE = frozenset({Status.ACTIVE, Status.PAUSED})

# What some system or Obsidian cannot have in a file's name, or a link cannot name.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]{}%]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def people_of(vault: Vault) -> tuple[str, ...]:
    """Those who own a goal that is active or paused, each once, as the first goal by path writes them."""
    owned = (name for goal in vault.goals.values() if goal.status in _LIVE for name in goal.owners)
    names: dict[str, str] = {}
    for name in owned:
        if name.strip():
            names.setdefault(folded(name.strip()), name.strip())
    return tuple(names[key] for key in sorted(names))


def is_owned(goal: Goal, owner: str) -> bool:
    """Whether a goal names a person as its owner, in whatever case."""
    return any(folded(name.strip()) == folded(owner) for name in goal.owners)


def people_pages(vault: Vault) -> Iterator[Page]:
    """A page for each owner, none where such pages are switched off.

    Where there is one under the name in another case, that is it.
    """
    form = vault.config.pages.people
    if not form:
        return
    there = {folded(path): path for path in sorted(vault.files, reverse=True)}
    for owner in people_of(vault):
        name = file_name(owner)
        path = form.replace("{owner}", name)
        if is_taken(vault.config, path):
            path = form.replace("{owner}", _signed(name, owner))
        yield Page(kind=PageKind.PEOPLE, path=there.get(folded(path), path), owner=owner)


def file_name(owner: str) -> str:
    """A name as that of a file: itself where every system can have it, else with a sign that tells it apart.

    Two names that differ in more than their case never come to the same file.
    """
    plain = normalize("NFC", owner)
    shown = "".join("-" if category(sign)[0] == "C" else sign for sign in _FORBIDDEN.sub("-", plain))
    safe = " ".join(shown[:LONGEST].split()).strip(". ")
    same = safe == plain and not _RESERVED.fullmatch(safe)
    return safe if same else _signed(safe, owner)


def _signed(name: str, owner: str) -> str:
    sign = sha256(folded(owner).encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{name} {sign}".strip()
