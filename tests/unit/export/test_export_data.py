"""All that a vault knows as tables, in each format."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from fractions import Fraction
from pathlib import Path

import hostile_words
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import BufferReader, parquet

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.dataset import Dataset, Table, Type
from vaultgoals.export.status_json import status_json
from vaultgoals.export.tables_json import tables_json
from vaultgoals.export.tables_parquet import tables_parquet
from vaultgoals.export.tables_sqlite import VIEWS, tables_sqlite
from vaultgoals.export.values import SCHEMA
from vaultgoals.export.vault_tables import TABLES, fields_of, vault_tables
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.store.files import read as read_file

SAMPLE = Path(__file__).resolve().parents[3] / "sample-vault"
TODAY = date(2026, 11, 20)
PYTHON = {
    Type.TEXT: (str,),
    Type.WHOLE: (int,),
    Type.NUMBER: (int, float),
    Type.FLAG: (bool,),
    Type.DAY: (date,),
}


def scorecard(vault: Vault) -> Scorecard:
    return Scorecard.of(vault, asof=TODAY, today=TODAY)


def dataset_of(vault: Vault, name: str = "Sample") -> Dataset:
    return vault_tables(scorecard(vault), check(vault, today=TODAY), name=name)


@pytest.fixture(scope="module")
def sample() -> Vault:
    paths = (file.relative_to(SAMPLE).as_posix() for file in SAMPLE.rglob("*.md"))
    return Vault.of(read_note(read_file(SAMPLE, path, limit=1 << 20)) for path in paths)


@pytest.fixture(scope="module")
def dataset(sample: Vault) -> Dataset:
    return dataset_of(sample)


@pytest.fixture
def database(dataset: Dataset) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(tables_sqlite(dataset))
        yield connection


def rows(table: Table) -> list[dict[str, object]]:
    names = [field.name for field in table.fields]
    return [dict(zip(names, row, strict=True)) for row in table.rows]


def read(**notes: str) -> Vault:
    return Vault.of(read_note(Source.of(f"{name}.md", text)) for name, text in notes.items())


def test_every_cell_is_of_its_columns_type_or_empty(dataset: Dataset) -> None:
    for table in dataset.tables.values():
        for row in table.rows:
            for field, cell in zip(table.fields, row, strict=True):
                right = cell is None or isinstance(cell, PYTHON[field.type])
                assert right, (table.name, field.name, cell)
                assert field.type is Type.FLAG or not isinstance(cell, bool)


def test_the_tables_are_those_that_are_told_of_and_have_their_columns_in_every_vault(
    dataset: Dataset,
) -> None:
    assert [*dataset.tables] == [*TABLES]
    assert {name: table.fields for name, table in dataset.tables.items()} == fields_of()
    assert all(dataset.tables[name].rows for name in TABLES)


def test_the_figures_of_a_goal_are_those_that_status_shows(sample: Vault, dataset: Dataset) -> None:
    document = status_json(scorecard(sample))
    assert isinstance(document, dict)
    shown = document["goals"]
    assert isinstance(shown, list)
    told = {row["goal"]: row for row in rows(dataset.tables["goals"])}
    same = (
        "title",
        "kind",
        "status",
        "current",
        "progress",
        "pace",
        "health",
        "score",
        "streak",
        "confidence",
    )
    for goal in shown:
        assert isinstance(goal, dict)
        row = told.pop(goal["path"])
        assert [row[name] for name in same if name in goal] == [goal[name] for name in same if name in goal]
        diagnosis = goal.get("diagnosis")
        if isinstance(diagnosis, dict):
            found = (row["diagnosis"], row["attainment"], row["movement"], row["diagnosis_text"])
            kind, text = diagnosis["kind"], diagnosis["text"]
            assert found == (kind, diagnosis["attainment"], diagnosis["movement"], text)
    assert told == {}


def test_what_refers_to_a_goal_names_one_that_there_is(dataset: Dataset) -> None:
    goals = {row["goal"] for row in rows(dataset.tables["goals"])}
    for table in dataset.tables.values():
        for field in (field for field in table.fields if field.of):
            named = {row[field.name] for row in rows(table)} - {None}
            assert named <= goals, (table.name, field.name)


def test_a_skip_without_a_reason_is_a_skip() -> None:
    log = "---\ntype: process\ncadence: daily\n---\n## Log\n\n- 2026-11-19: skip\n- 2026-11-20: 0, tired\n"
    dataset = dataset_of(read(A=log))
    told = [(one["value"], one["skipped"], one["comment"]) for one in rows(dataset.tables["readings"])]
    assert told == [(None, True, None), (0, False, "tired")]
    states = [one["state"] for one in rows(dataset.tables["periods"])]
    assert states == ["skipped", "open"]


def test_periods_reach_back_five_years_and_hold_the_open_one() -> None:
    note = "---\ntype: process\ncadence: yearly\nstart: 2010-01-01\n---\n"
    periods = rows(dataset_of(read(A=note)).tables["periods"])
    assert [one["period"] for one in periods] == ["2021", "2022", "2023", "2024", "2025", "2026"]
    assert periods[-1]["state"] == "open"


def test_json_holds_all_rows_with_their_columns(dataset: Dataset) -> None:
    document = json.loads(tables_json(dataset))
    assert [*document] == ["schema", "today", "vault", *TABLES]
    assert (document["schema"], document["today"], document["vault"]) == (SCHEMA, "2026-11-20", "Sample")
    for name, table in dataset.tables.items():
        assert len(document[name]) == len(table.rows)
        assert all([*row] == [field.name for field in table.fields] for row in document[name])


def test_a_database_keeps_what_refers_to_what_and_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    referred = {row[2] for row in database.execute("PRAGMA foreign_key_list(readings)")}
    assert referred == {"goals"}
    assert database.execute("SELECT * FROM vault").fetchall() == [("Sample", "2026-11-20", SCHEMA)]


def test_a_database_holds_every_row(database: sqlite3.Connection, dataset: Dataset) -> None:
    for name, table in dataset.tables.items():
        assert database.execute(f"SELECT COUNT(*) FROM {name}").fetchone() == (len(table.rows),)
    on = database.execute("SELECT DISTINCT typeof(date), typeof(counts) FROM readings").fetchall()
    assert on == [("text", "integer")]


def test_the_same_vault_makes_the_same_database(dataset: Dataset) -> None:
    assert tables_sqlite(dataset) == tables_sqlite(dataset)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_asked(database: sqlite3.Connection, view: str) -> None:
    database.execute(f"SELECT * FROM {view}").fetchall()


LONELY = "---\ntype: outcome\nbaseline: 1\ntarget: 2\ndue: 2026-12-31\n---\n## Log\n\n- 2026-11-01: 1.5\n"
SERVED = LONELY.replace("2026-11-01", "2026-11-18")
CALLS = '---\ntype: process\ncadence: weekly\noutcome: "[[B]]"\n---\n## Log\n\n- 2026-11-10: 1\n'
LATE = "- [ ] Call Acme 📅 2026-11-19\n- [ ] Write 📅 2026-11-21\n- [x] Done 📅 2026-11-01\n"


def asked(vault: Vault, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(tables_sqlite(dataset_of(vault)))
        return connection.execute(query).fetchall()


def test_the_views_answer_what_they_are_called() -> None:
    vault = read(A=LONELY.replace("## Log", f"{LATE}\n## Log"), B=SERVED, C=CALLS)
    assert asked(vault, "SELECT title FROM outcomes_without_process") == [("A",)]
    assert asked(vault, "SELECT title, days_since FROM stale_outcomes") == [("A", 19)]
    weeks = asked(vault, "SELECT goal, monday, met, periods FROM adherence_by_week")
    assert weeks == [("C.md", "2026-11-09", 1, 1)]
    assert asked(vault, "SELECT text FROM open_actions") == [("Call Acme",), ("Write",)]
    assert asked(vault, "SELECT text FROM overdue_actions") == [("Call Acme",)]
    assert asked(vault, "SELECT title FROM process_goals") == [("C",)]
    assert asked(vault, "SELECT title FROM outcomes") == [("A",), ("B",)]


def test_parquet_has_the_same_types_where_nothing_is_known() -> None:
    full, empty = (tables_parquet(dataset_of(one)) for one in (read(A=LONELY, B=CALLS), read()))
    assert [*full] == [f"{name}.parquet" for name in TABLES]
    for name, data in full.items():
        filled, bare = (parquet.read_schema(BufferReader(one)) for one in (data, empty[name]))
        assert filled.equals(bare, check_metadata=True)
        assert filled.names[:2] == ["vault", "exported"]


def test_parquet_tells_of_which_vault_and_day_each_row_is(sample: Vault) -> None:
    table = parquet.read_table(BufferReader(tables_parquet(dataset_of(sample, "Team A"))["goals.parquet"]))
    assert set(table.column("vault").to_pylist()) == {"Team A"}
    assert set(table.column("exported").to_pylist()) == {TODAY}
    assert len(table) == len(sample.goals)


def test_figures_of_any_size_can_be_written() -> None:
    huge = "9" * 30
    dataset = dataset_of(read(A=f"---\ntype: outcome\ntarget: {huge}\ndue: 2026-12-31\n---\n"))
    assert json.loads(tables_json(dataset))["goals"][0]["target"] == Fraction(huge)
    assert tables_sqlite(dataset)
    assert tables_parquet(dataset)


@settings(max_examples=15, deadline=None)
@given(hostile_words.WORDS, st.sampled_from(["Trials", "=1+1", "a\udce9b"]))
def test_words_of_any_kind_can_be_written_in_every_format(words: str, name: str) -> None:
    dataset = dataset_of(hostile_words.vault(words, name), name)
    json.loads(tables_json(dataset))
    tables_parquet(dataset)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(tables_sqlite(dataset))
        assert connection.execute("SELECT COUNT(*) FROM goals").fetchone() == (
            len(dataset.tables["goals"].rows),
        )
