"""What goals have to do with each other and with people, as tables: who owns them, and where they lead."""

from collections.abc import Iterator

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.export.dataset import Column, Table, text

_OWNED: tuple[Column[tuple[str, str]], ...] = (
    Column(text("goal", "the goal", of="goals"), lambda owned: owned[0]),
    Column(text("owner", "one who owns it"), lambda owned: owned[1]),
)


def owners_table(card: Scorecard) -> Table:
    """A row for each owner of each goal."""
    goals = card.vault.goals.values()
    return Table.of("owners", _OWNED, ((goal.path, owner) for goal in goals for owner in goal.owners))


_LINKED: tuple[Column[tuple[str, str, str]], ...] = (
    Column(text("goal", "the goal that leads somewhere", of="goals"), lambda link: link[0]),
    Column(
        text("relation", "`outcome` or `objective`, the property; `reaches`, over whatever way"),
        lambda link: link[1],
    ),
    Column(text("leads_to", "the goal that it leads to", of="goals"), lambda link: link[2]),
)


def links_table(card: Scorecard) -> Table:
    """A row for each goal that a goal leads to by a property, and for each outcome that it reaches.

    No way leads over notes that are draft or dropped.
    """
    return Table.of("links", _LINKED, sorted(_links(card)))


def _links(card: Scorecard) -> Iterator[tuple[str, str, str]]:
    vault = card.vault
    for path, goal in vault.goals.items():
        yield from ((path, "outcome", to) for to in vault.served_by(path))
        objective = vault.objective_of(goal)
        if objective:
            yield path, "objective", objective
    for outcome, below in vault.reaching.items():
        yield from ((goal.path, "reaches", outcome) for goal in below)
