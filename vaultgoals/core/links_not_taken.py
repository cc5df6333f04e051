"""Why a link, or what looks like one, leads nowhere, and why a tag is none."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from difflib import get_close_matches
from itertools import islice

from vaultgoals.core.goal import Goal
from vaultgoals.core.links import folded
from vaultgoals.core.lookalike import NotTaken
from vaultgoals.core.note import Link, Mapping, Node, Note, Scalar
from vaultgoals.core.properties import read_day
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault

_LINK_INSIDE = re.compile(r"!?\[\[[^\[\]\n]+\]\]")
_GAP = re.compile(r"[\s,]")
_EMBED = "an embed is plain text in a property: leave out the `!`"
_AMONG_WORDS = "in a property a link is the whole value, with no text around it"
_NO_TAG = "a tag holds no blank and no comma: write several as a list, `tags: [one, two]`"

# Each guess looks at every title.
_MOST_GUESSES = 25


def links_not_taken(vault: Vault, note: Note) -> Iterator[NotTaken]:
    """Links that lead nowhere, or to no goal where one is meant, and what is no link or tag to Obsidian."""
    broken = [link for link in _links(vault, note) if _is_broken(vault, note, link)]
    titles = {folded(title): title for title in map(_title, vault.listed)} if broken else {}
    guesses = dict(islice(((link.span, _near(link, titles)) for link in broken), _MOST_GUESSES))
    for link in broken:
        yield NotTaken(link.span, "target", _why_broken(vault, link, guesses.get(link.span)))
    yield from _to_no_goal(vault, note)
    yield from _texts_with_links(note)
    for prop in note.properties:
        if prop.name.lower() == "tags":
            yield from _no_tags(prop.value)


def _links(vault: Vault, note: Note) -> Iterator[Link]:
    """The note's links, and the bare names in the properties of a goal; a text around a link is no name."""
    yield from note.links
    goal = vault.goals.get(note.path)
    for link in _goal_links(goal) if goal else ():
        if link.bare and not _LINK_INSIDE.search(link.target):
            yield link


def _is_broken(vault: Vault, note: Note, link: Link) -> bool:
    """Whether a link leads nowhere; a day without a note is still a day, but where a goal should be."""
    if vault.resolve(link, note.path).path is not None:
        return False
    goal = vault.goals.get(note.path)
    if goal and link.span in {meant.span for meant in _goal_links(goal)}:
        return True
    return isinstance(read_day(f"[[{link.target}]]", vault.config), Unreadable)


def _goal_links(goal: Goal) -> Iterator[Link]:
    yield from goal.outcome
    yield from (goal.objective,) if goal.objective else ()


def _why_broken(vault: Vault, link: Link, near: str | None) -> str:
    name = link.target.rpartition("/")[2]
    mark = next((mark for mark in "#^|" if near and folded(near).startswith(folded(name + mark))), None)
    if mark:
        return f"no link leads to “{near}”, since `{mark}` ends the name in a link: rename that note"
    aliased = (goal for goal in vault.goals.values() if folded(name) in map(folded, goal.aliases))
    goal = next(aliased, None)
    if goal:
        written = vault.names.shortest(goal.path)
        return f"this is an alias, and links lead by file name only: write [[{written}|{name}]]"
    if near and folded(near) == folded(name.removesuffix(".md")):
        return f"there is no note at this path; “{near}” lies elsewhere"
    return f"there is no note of this name; did you mean “{near}”?" if near else "there is no such note"


def _title(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def _near(link: Link, titles: dict[str, str]) -> str | None:
    name = folded(link.target.rpartition("/")[2]).removesuffix(".md")
    return next((titles[key] for key in get_close_matches(name, titles, n=1)), None)


def _to_no_goal(vault: Vault, note: Note) -> Iterator[NotTaken]:
    goal = vault.goals.get(note.path)
    for link in _goal_links(goal) if goal else ():
        path = vault.resolve(link, note.path).path
        if path and vault.is_note(path) and path not in vault.goals:
            yield NotTaken(link.span, "goal", "it leads to a note that is none")
        elif path and path not in vault.goals:
            left_out = "that `ignore` leaves out" if path.endswith(".md") else "that is a file and no note"
            yield NotTaken(link.span, "goal", f"it leads to something {left_out}")


def _texts_with_links(note: Note) -> Iterator[NotTaken]:
    """Texts in the properties in which a link stands among words."""
    links = [link.span.start for link in note.property_links]
    for scalar in (scalar for prop in note.properties for scalar in _scalars(prop.value)):
        found = _LINK_INSIDE.search(scalar.text) if isinstance(scalar.value, str) else None
        if found and bisect_left(links, scalar.span.start) == bisect_left(links, scalar.span.end):
            embed = found[0].startswith("!") and found[0] == scalar.text.strip()
            yield NotTaken(scalar.span, "link", _EMBED if embed else _AMONG_WORDS)


def _no_tags(node: Node) -> Iterator[NotTaken]:
    for scalar in _scalars(node):
        if isinstance(scalar.value, str) and _GAP.search(scalar.value.strip()):
            yield NotTaken(scalar.span, "tag", _NO_TAG)


def _scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)
