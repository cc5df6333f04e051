"""The tables of a whole vault, and what each of them is about."""

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

from vaultgoals.core.finding import Finding
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.vault import Vault
from vaultgoals.export.dataset import Dataset, Field, whole_characters
from vaultgoals.export.goal_tables import goals_table
from vaultgoals.export.link_tables import links_table, owners_table
from vaultgoals.export.log_tables import periods_table, readings_table
from vaultgoals.export.work_tables import actions_table, findings_table

TABLES: Mapping[str, str] = MappingProxyType(
    {
        "goals": "each goal, with what its note says and its figures as of the day",
        "owners": "who owns which goal",
        "links": "which goal leads to which",
        "readings": "all that was logged, with its place",
        "periods": "each period of each process goal, and what became of it; five years back at most",
        "actions": "open and ticked tasks, with the goal that each is for",
        "findings": "what `vaultgoals check` finds",
    }
)
"""The names of the tables, each with what its rows are; a table comes after those that it refers to."""


def vault_tables(card: Scorecard, findings: Sequence[Finding], *, name: str) -> Dataset:
    """All tables of a vault that is called `name` among others."""
    tables = (
        goals_table(card),
        owners_table(card),
        links_table(card),
        readings_table(card),
        periods_table(card),
        actions_table(card),
        findings_table(card, findings),
    )
    by_name = {table.name: table for table in tables}
    return Dataset(vault=whole_characters(name), today=card.today, tables=by_name)


def fields_of() -> Mapping[str, tuple[Field, ...]]:
    """The columns of each table, which are the same for every vault."""
    never = date(2000, 1, 1)
    nothing = vault_tables(Scorecard.of(Vault.of(()), asof=never, today=never), (), name="")
    return {name: table.fields for name, table in nothing.tables.items()}
