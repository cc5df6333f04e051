"""All tables in one SQLite database, with views for what is often asked."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import date

from vaultgoals.export.dataset import Cell, Dataset, Field, Table, Type, as_float
from vaultgoals.export.values import SCHEMA

_TYPES = {
    Type.TEXT: "TEXT",
    Type.WHOLE: "INTEGER",
    Type.NUMBER: "REAL",
    Type.FLAG: "INTEGER",
    Type.DAY: "TEXT",
}

_APPLICATION = 0x76676F61
"""What marks the file as ours: `vgoa`."""

VIEWS = {
    "outcomes": """
        SELECT goal, title, status, owner, unit, baseline, current, target, due, health, score,
               diagnosis, attainment, movement, diagnosis_text
        FROM goals WHERE kind = 'outcome'""",
    "process_goals": """
        SELECT goal, title, status, owner, cadence, period, done, quota, remaining, met, periods, unlogged,
               adherence, streak, health
        FROM goals WHERE kind = 'process'""",
    "outcomes_without_process": """
        SELECT goal, title, owner, due FROM goals WHERE kind = 'outcome' AND status = 'active'
        AND NOT EXISTS (
            SELECT * FROM links JOIN goals AS below ON below.goal = links.goal
            WHERE links.leads_to = goals.goal AND links.relation = 'reaches'
            AND below.kind = 'process' AND below.status = 'active')""",
    "stale_outcomes": """
        SELECT goals.goal, title, owner, last_reading, check_in_days,
               CAST(julianday(vault.today) - julianday(last_reading) AS INTEGER) AS days_since
        FROM goals, vault WHERE kind = 'outcome' AND status = 'active'
        AND (last_reading IS NULL OR julianday(vault.today) - julianday(last_reading) > 2 * check_in_days)""",
    "adherence_by_week": """
        SELECT goal, date("end", 'weekday 0', '-6 days') AS monday, SUM(met) AS met, COUNT(*) AS periods,
               SUM(state = 'unlogged') AS unlogged, AVG(attainment) AS attainment
        FROM periods WHERE counts GROUP BY goal, monday""",
    "open_actions": """
        SELECT goal, text, owner, due, overdue, path, line FROM actions
        WHERE NOT done ORDER BY due IS NULL, due""",
    "overdue_actions": "SELECT * FROM open_actions WHERE overdue",
}
"""The views by name. A week is named by its Monday; a period belongs to the week that it ends in."""


def tables_sqlite(dataset: Dataset) -> bytes:
    """The bytes of a database with a table `vault` of one row, all tables of the dataset, and `VIEWS`.

    Dates are ISO text, yes and no 1 and 0.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript("\n".join([f"PRAGMA application_id = {_APPLICATION};", *_schema(dataset)]))
        known = (dataset.vault, dataset.today.isoformat(), SCHEMA)
        database.execute("INSERT INTO vault VALUES (?, ?, ?)", known)
        for table in dataset.tables.values():
            places = ", ".join("?" * len(table.fields))
            names = ", ".join(f'"{field.name}"' for field in table.fields)
            rows = (tuple(map(_stored, table.fields, row)) for row in table.rows)
            database.executemany(f'INSERT INTO "{table.name}" ({names}) VALUES ({places})', rows)
        database.commit()
        return database.serialize()


def _schema(dataset: Dataset) -> Iterator[str]:
    yield "CREATE TABLE vault (name TEXT NOT NULL, today TEXT NOT NULL, schema INTEGER NOT NULL);"
    for table in dataset.tables.values():
        yield f'CREATE TABLE "{table.name}" ({", ".join(_columns(table))});'
        yield from _indexes(table)
    yield from (f"CREATE VIEW {name} AS {query};" for name, query in VIEWS.items())


def _columns(table: Table) -> Iterable[str]:
    numbered = [] if any(field.key for field in table.fields) else ["id INTEGER PRIMARY KEY"]
    return [*numbered, *map(_column, table.fields)]


def _column(field: Field) -> str:
    key = " PRIMARY KEY" if field.key else ""
    refers = f' REFERENCES "{field.of}"' if field.of else ""
    return f'"{field.name}" {_TYPES[field.type]}{key}{refers}'


def _indexes(table: Table) -> Iterator[str]:
    for field in table.fields:
        if field.of or field.type is Type.DAY:
            yield f'CREATE INDEX "{table.name} by {field.name}" ON "{table.name}" ("{field.name}");'


def _stored(field: Field, cell: Cell) -> str | int | float | None:
    if isinstance(cell, date):
        return cell.isoformat()
    return as_float(cell) if field.type is Type.NUMBER else cell
