"""All tables in one JSON document."""

from datetime import date

from vaultgoals.export.dataset import Cell, Dataset, Table
from vaultgoals.export.values import SCHEMA, Json, day, dumps


def tables_json(dataset: Dataset) -> str:
    """One object: the vault's name, the day, and for each table a list of its rows as objects."""
    document: dict[str, Json] = {"schema": SCHEMA, "today": day(dataset.today), "vault": dataset.vault}
    tables: dict[str, Json] = {name: _rows(table) for name, table in dataset.tables.items()}
    return dumps(document | tables)


def _rows(table: Table) -> list[Json]:
    names = [field.name for field in table.fields]
    return [dict(zip(names, map(_plain, row), strict=True)) for row in table.rows]


def _plain(cell: Cell) -> Json:
    return day(cell) if isinstance(cell, date) else cell
