"""One measure, many views: status, explain, page and JSON show the same figures, and other readers agree."""

from datetime import date
from pathlib import Path

import frontmatter
import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.show import show_exact
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.inspect_json import inspect_json
from vaultgoals.export.status_json import status_json
from vaultgoals.export.status_text import status_tables
from vaultgoals.export.values import Json, number
from vaultgoals.markdown import read_note
from vaultgoals.review.explain import explain
from vaultgoals.review.figures import figures_row
from vaultgoals.review.scale import Scale
from vaultgoals.store.files import read as read_file

SAMPLE = Path(__file__).resolve().parents[2] / "sample-vault"
TODAY = date(2026, 11, 20)
NOTES = sorted(file.relative_to(SAMPLE).as_posix() for file in SAMPLE.rglob("*.md"))


@pytest.fixture(scope="module")
def card() -> Scorecard:
    notes = (read_note(read_file(SAMPLE, path, limit=1 << 20)) for path in NOTES)
    return Scorecard.of(Vault.of(notes), asof=TODAY, today=TODAY)


def test_all_views_of_an_outcome_show_the_same_figures(card: Scorecard) -> None:
    document = status_json(card)
    assert isinstance(document, dict)
    goals = document["goals"]
    assert isinstance(goals, list)
    by_path = {goal["path"]: goal for goal in goals if isinstance(goal, dict)}
    (outcomes, *_) = status_tables(card)
    shown = {row.cells[1]: row.cells for row in outcomes.rows}
    for path, standing in card.standings.items():
        progress = standing.progress
        if standing.diagnosis is None or progress is None or progress.current is None:
            continue
        assert progress.progress is not None
        figures = {figure.name: figure.value for figure in explain(card, standing).figures}
        now = Scale.of(standing.history).say(progress.current)
        assert by_path[path]["progress"] == number(progress.progress)
        assert figures["Progress"] == show_exact(progress.progress)
        assert figures["Current"] == shown[standing.goal.title][2] == figures_row(card, standing).now == now


def test_every_goal_is_in_the_json_and_can_be_explained(card: Scorecard) -> None:
    document = status_json(card)
    assert isinstance(document, dict)
    goals = document["goals"]
    assert isinstance(goals, list)
    assert [goal["path"] for goal in goals if isinstance(goal, dict)] == sorted(card.standings)
    assert all(explain(card, standing).figures for standing in card.standings.values())


@pytest.mark.parametrize("path", NOTES)
def test_other_tools_read_the_sample_vaults_properties_as_we_do(path: str) -> None:
    text = (SAMPLE / path).read_text(encoding="utf-8")
    ours = {p.name: str(p.value.plain) for p in read_note(read_file(SAMPLE, path, limit=1 << 20)).properties}
    theirs = {
        key: "None" if value is None else str(value)
        for key, value in frontmatter.loads(text).metadata.items()
    }
    assert ours == theirs


def read(notes: dict[str, str]) -> Scorecard:
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    return Scorecard.of(vault, asof=TODAY, today=TODAY)


def goal_of(card: Scorecard) -> dict[str, Json]:
    document = status_json(card)
    assert isinstance(document, dict)
    goals = document["goals"]
    assert isinstance(goals, list)
    (goal,) = goals
    assert isinstance(goal, dict)
    return goal


@pytest.mark.parametrize(("status", "broken"), [("active", True), ("paused", False), ("done", False)])
def test_a_guardrail_that_is_not_active_is_whole(status: str, *, broken: bool) -> None:
    text = f"---\ntype: guardrail\nstatus: {status}\nmax: 2\n---\n## Check-ins\n\n- 2026-11-18: 3\n"
    assert goal_of(read({"Refunds.md": text}))["broken"] is broken


@pytest.mark.parametrize("kind", ["indicator", "output"])
def test_an_indicator_and_an_output_have_the_keys_of_an_outcome(kind: str) -> None:
    outcome = goal_of(read({"A.md": "---\ntype: outcome\ntarget: 8\n---\n"}))
    other = goal_of(read({"A.md": f"---\ntype: {kind}\ntarget: 8\n---\n"}))
    assert set(outcome) <= set(other)
    assert other["diagnosis"] is None


def test_inspect_names_the_property_that_a_link_stands_in() -> None:
    card = read({"A.md": '---\ntype: process\noutcome:\n  - "[[X]]"\n  - "[[Y]]"\n---\n[[Z]]\n'})
    document = inspect_json(card.vault, ["A.md"], [], today=card.today)
    assert isinstance(document, dict)
    (note,) = document["notes"] if isinstance(document["notes"], list) else []
    assert isinstance(note, dict)
    links = note["links"]
    assert isinstance(links, list)
    places = [(link["target"], link["property"]) for link in links if isinstance(link, dict)]
    assert sorted(places, key=str) == [("X", "outcome"), ("Y", "outcome"), ("Z", None)]
