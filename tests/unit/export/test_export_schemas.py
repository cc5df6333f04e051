"""The JSON Schemas that the program prints are true of the JSON that it prints, key by key."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import hostile_words
import pytest
from jsonschema import Draft202012Validator

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.vault import Vault
from vaultgoals.export.findings_json import findings_json
from vaultgoals.export.graph_json import graph_json
from vaultgoals.export.inspect_json import inspect_json
from vaultgoals.export.json_schema import Schema
from vaultgoals.export.log_json import log_json
from vaultgoals.export.next_json import next_json
from vaultgoals.export.schema_pages import page
from vaultgoals.export.schemas import all_schemas, schemas
from vaultgoals.export.statistics import statistics_json
from vaultgoals.export.status_json import explain_json, status_json
from vaultgoals.export.tables_json import tables_json
from vaultgoals.export.tally import Tally
from vaultgoals.export.values import Json, dumps
from vaultgoals.export.vault_tables import vault_tables
from vaultgoals.markdown import read_note
from vaultgoals.review.agenda import agenda
from vaultgoals.review.flow import goal_flow
from vaultgoals.review.recent import recent
from vaultgoals.rules import check
from vaultgoals.store.files import read as read_file

ROOT = Path(__file__).resolve().parents[3]
TODAY, SINCE = date(2026, 11, 20), date(2026, 11, 1)

Documents = dict[str, list[str]]


def _sample() -> Vault:
    sample = ROOT / "sample-vault"
    paths = (file.relative_to(sample).as_posix() for file in sample.rglob("*.md"))
    return Vault.of(read_note(read_file(sample, path, limit=1 << 20)) for path in paths)


def _printed(vault: Vault) -> Documents:
    """The documents that the commands print of a vault, by the names of their schemas."""
    card, findings = Scorecard.of(vault, asof=TODAY, today=TODAY), check(vault, today=TODAY)
    sources = {path: note.source for path, note in vault.places.items()}
    logged = [log_json(recent(vault, since=SINCE, today=TODAY), since=SINCE, today=TODAY, goal=None)]
    for goal in list(vault.goals.values())[:9]:
        found = recent(vault, since=SINCE, today=TODAY, goal=goal)
        logged.append(log_json(found, since=SINCE, today=TODAY, goal=goal))
    agendas = [agenda(vault, today=day) for day in (TODAY, date(2026, 11, 22))]
    return {
        "check": [
            findings_json(findings, sources, Tally.of(vault), today=TODAY, known=known) for known in (None, 3)
        ],
        "check-statistics": [statistics_json(findings, today=TODAY)],
        "status": [dumps(status_json(card))],
        "explain": [dumps(explain_json(card, standing)) for standing in card.standings.values()],
        "next": [*(dumps(next_json(one)) for one in agendas), dumps(next_json(agendas[0], "Ana"))],
        "graph": [dumps(graph_json(goal_flow(card), today=TODAY))],
        "inspect": [dumps(inspect_json(vault, [*vault.notes], findings, today=TODAY))],
        "log": [dumps(one) for one in logged],
        "export": [tables_json(vault_tables(card, findings, name="Sample"))],
    }


def _closed(schema: Json) -> Json:
    """The same schema for what is there today: with no key that it does not name."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: _closed(value) for key, value in schema.items()}
    return {**inner, "additionalProperties": False} if "properties" in schema else inner


@pytest.fixture(scope="module", params=["sample", "hostile", "empty"])
def documents(request: pytest.FixtureRequest) -> Documents:
    makers: dict[str, Callable[[], Vault]] = {
        "sample": _sample,
        "hostile": lambda: hostile_words.vault("[[Trials]] <b> | # \n"),
        "empty": lambda: Vault.of(()),
    }
    return _printed(makers[request.param]())


PRINTED = [name for name in schemas() if name not in ("restore", "doctor")]


@pytest.mark.parametrize("name", PRINTED)
def test_what_a_command_prints_is_what_its_schema_says(name: str, documents: Documents) -> None:
    closed = _closed(dict(schemas()[name]))
    assert isinstance(closed, dict)
    validator = Draft202012Validator(closed)
    for document in documents[name]:
        errors = [error.message for error in validator.iter_errors(json.loads(document))]
        assert errors == []


def _fields(schema: Json, at: str = "") -> Iterator[tuple[str, Schema]]:
    if isinstance(schema, list):
        for one in schema:
            yield from _fields(one, at)
    elif isinstance(schema, dict):
        properties = schema.get("properties")
        for name, value in properties.items() if isinstance(properties, dict) else ():
            assert isinstance(value, dict)
            yield f"{at}.{name}", value
            yield from _fields(value, f"{at}.{name}")
        for key in ("anyOf", "items"):
            yield from _fields(schema.get(key), at)


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one_and_every_key_says_what_it_is(name: str) -> None:
    schema = dict(schemas()[name])
    Draft202012Validator.check_schema(schema)
    silent = {at for at, value in _fields(schema) if "description" not in value}
    assert {at for at in silent if not at.endswith(".objective")} == set()


def test_all_schemas_stand_in_one_document() -> None:
    document = all_schemas()
    assert isinstance(document, dict)
    assert document["$defs"] == schemas()


def test_the_page_about_json_is_made_from_the_schemas() -> None:
    assert (ROOT / "docs" / "json.md").read_text(encoding="utf-8") == page()
