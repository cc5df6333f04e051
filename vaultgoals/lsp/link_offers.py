"""Links to offer: to the goals that a property may lead to, elsewhere goals first and then other notes."""

from collections.abc import Iterable, Iterator

from vaultgoals.core.goal import Goal, Kind, Status
from vaultgoals.core.header import scalar, wikilink
from vaultgoals.core.kinds import MAY_SERVE
from vaultgoals.core.naming import folded
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meanings import our_name
from vaultgoals.lsp.offer import Offer, Sort
from vaultgoals.lsp.typed import LinkTarget, PropertyValue
from vaultgoals.rules.relinking import is_linkable

MOST_NOTES = 50
"""How many notes are offered that are no goals; there may be a hundred thousand."""

_LAST = (Status.DONE, Status.DROPPED)


def links(vault: Vault, path: str, kind: Kind | None, typed: LinkTarget) -> Iterator[Offer]:
    """Links to close what is begun with `[[`."""
    name = our_name(typed.name, vault.config) if typed.name else None
    kinds = _kinds(kind, name)
    for goal in _goals(vault, path, kinds):
        yield _offer(vault, goal.path, typed, Sort.GOAL, goal.kind)
    if kinds is None and typed.words.strip():
        for other in _notes(vault, path, folded(typed.words.strip())):
            yield _offer(vault, other, typed, Sort.NOTE, "")


def value_links(vault: Vault, path: str, kind: Kind | None, typed: PropertyValue) -> tuple[Offer, ...]:
    """The whole values of a property that holds links; none for any other property."""
    name = our_name(typed.name, vault.config)
    kinds = _kinds(kind, name)
    if kinds is None:
        return ()
    begun = typed.typed[: len(typed.typed) - len(typed.typed.lstrip("\"'["))]
    return tuple(
        Offer(
            label=goal.title,
            text=typed.gap + scalar(wikilink(vault.names.shortest(goal.path))),
            span=typed.span,
            sought=begun + goal.title,
            sort=Sort.GOAL,
            detail=goal.kind,
        )
        for goal in _goals(vault, path, kinds)
    )


def _kinds(kind: Kind | None, name: str | None) -> frozenset[Kind] | None:
    """The kinds of goals that a property may lead to; None where it may lead anywhere."""
    match name:
        case "outcome":
            return MAY_SERVE.get(kind, frozenset()) if kind else frozenset({Kind.OUTCOME})
        case "objective":
            return frozenset({Kind.OBJECTIVE})
        case "goal" if kind is Kind.CHECKIN:
            return frozenset(one for one in Kind if one.is_goal)
        case _:
            return None


def _goals(vault: Vault, path: str, kinds: Iterable[Kind] | None) -> list[Goal]:
    """The goals of these kinds that a link can name, closed ones last."""
    found = [
        goal
        for goal in (vault.goals.values() if kinds is None else vault.of_kind(*kinds))
        if goal.path != path and _can_be_named(vault, goal.path, path)
    ]
    return sorted(found, key=lambda goal: (goal.status in _LAST, folded(goal.title)))


def _notes(vault: Vault, path: str, words: str) -> list[str]:
    """The notes that are no goals and have these words in their names, the shortest names first."""
    named = (other for other in vault.listed if words in folded(other.rpartition("/")[2]))
    found = sorted((o for o in named if o != path and o not in vault.goals), key=lambda o: (len(o), o))
    return [other for other in found[:MOST_NOTES] if _can_be_named(vault, other, path)]


def _can_be_named(vault: Vault, path: str, source: str) -> bool:
    """Whether a wikilink in the note `source` can lead to a note: not where its name ends in a blank."""
    name = vault.names.shortest(path)
    return is_linkable(name) and vault.names.resolve(name, source).path == path


def _offer(vault: Vault, path: str, typed: LinkTarget, sort: Sort, detail: str) -> Offer:
    name = vault.names.shortest(path)
    title = path.rpartition("/")[2].removesuffix(".md")
    text = _within(typed.quote, name if not typed.whole else wikilink(name))
    begun = typed.typed[: len(typed.typed) - len(typed.words)]
    return Offer(
        label=title,
        text=typed.gap + (scalar(text) if typed.value else text),
        span=typed.span,
        sought=begun + title,
        sort=sort,
        detail=detail,
    )


def _within(quote: str, text: str) -> str:
    """A text as it stands amid a value that is in quotes; no backslash is in what a link can name."""
    match quote:
        case '"':
            return text.replace('"', '\\"')
        case "'":
            return text.replace("'", "''")
        case _:
            return text
