"""The queries of docs/warehouse.md over fifty vaults, compared with what each vault says of itself."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.keeping import keep_between
from vaultgoals.core.kept import KeptState
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.tables_parquet import tables_parquet
from vaultgoals.export.vault_tables import TABLES, vault_tables
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "warehouse.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)
TODAY = date(2026, 11, 20)
VAULTS = 50
LONG_AGO = date(2021, 1, 1)

Row = tuple[str | int | float | None, ...]


def _log(random: Random, values: tuple[int, ...]) -> str:
    days = sorted(random.sample(range(60), k=random.randrange(12)), reverse=True)
    lines = (f"- {TODAY - timedelta(days=day)}: {random.choice(values)}\n" for day in days)
    return "## Check-ins\n\n" + "".join(lines)


def _owner(random: Random) -> str:
    return random.choice(["", "owner: Ana\n", "owner: Ben\n", "owner: [Ana, Ben]\n"])


def _status(random: Random) -> str:
    return random.choice(["", "", "", "status: draft\n", "status: paused\n", "status: dropped\n"])


def _notes(random: Random) -> Iterator[tuple[str, str]]:
    """A few outcomes, perhaps a lever, and process goals that lead to one of these or to nothing."""
    outcomes = [f"Outcome {number}" for number in range(random.randrange(4))]
    check_ins = ["", "check-in: daily\n", "check-in: monthly\n", "check-in: every 2 weeks\n"]
    for title in outcomes:
        plan = "baseline: 0\ntarget: 10\nstart: 2026-09-28\ndue: 2026-12-20\n"
        head = f"type: outcome\n{plan}{random.choice(check_ins)}{_owner(random)}{_status(random)}"
        yield title, f"---\n{head}---\n{_log(random, (0, 2, 5, 9))}"
    if outcomes:
        yield "Lever", f'---\ntype: lever\noutcome: "[[{random.choice(outcomes)}]]"\n{_status(random)}---\n'
    for number in range(random.randrange(4)):
        to = random.choice([*outcomes, "Lever", "Nowhere"])
        cadence = random.choice(["daily", "3 per week", "weekdays", "monthly"])
        head = f'type: process\ncadence: {cadence}\noutcome: "[[{to}]]"\nstart: 2026-10-05\n'
        yield (
            f"Process {number}",
            f"---\n{head}{_owner(random)}{_status(random)}---\n{_log(random, (0, 1, 3))}",
        )


@pytest.fixture(scope="module")
def cards() -> Mapping[str, Scorecard]:
    """The scorecards of all vaults by name; the first vault has no goals at all."""
    found: dict[str, Scorecard] = {}
    for number in range(VAULTS):
        notes = _notes(Random(number)) if number else iter(())
        vault = Vault.of(read_note(Source.of(f"Goals/{title}.md", text)) for title, text in notes)
        found[f"team {number:02}"] = Scorecard.of(vault, asof=TODAY, today=TODAY)
    return found


ASKED = """
import duckdb, json, sys
from decimal import Decimal
views, *queries = json.load(sys.stdin)
with duckdb.connect() as connection:
    connection.execute(views)
    answers = [connection.execute(query).fetchall() for query in queries]
print(json.dumps(answers, default=lambda one: float(one) if isinstance(one, Decimal) else one.isoformat()))
"""


@pytest.fixture(scope="module")
def answers(
    cards: Mapping[str, Scorecard], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[str, list[Row]]:
    """What each query of the page answers, by the comment that it begins with; asked in a process apart."""
    root = tmp_path_factory.mktemp("warehouse")
    for name, card in cards.items():
        (root / name).mkdir()
        dataset = vault_tables(card, check(card.vault, today=TODAY), name=name)
        for file, data in tables_parquet(dataset).items():
            (root / name / file).write_bytes(data)
    views, _, *queries = BLOCKS
    asked = json.dumps([views.replace("'warehouse/", f"'{root.as_posix()}/"), *queries])
    done = subprocess.run(
        [sys.executable, "-c", ASKED],
        input=asked,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    names = (query.partition("\n")[0].removeprefix("-- ") for query in queries)
    return {
        name: [tuple(row) for row in rows] for name, rows in zip(names, json.loads(done.stdout), strict=True)
    }


def active_outcomes(card: Scorecard) -> Iterator[tuple[str, Standing]]:
    for path, standing in card.standings.items():
        if standing.goal.kind is Kind.OUTCOME and standing.goal.status is Status.ACTIVE:
            yield path, standing


def test_spark_reads_the_tables_that_duckdb_reads() -> None:
    first, second = (re.findall(r"VIEW (\w+) .*?(\w+)\.parquet", block) for block in BLOCKS[:2])
    assert first == second == [(name, name) for name in TABLES]


def test_every_query_gives_rows(answers: Mapping[str, list[Row]]) -> None:
    assert len(answers) == 6
    assert all(answers.values())


def test_coverage_is_that_of_the_vaults(
    cards: Mapping[str, Scorecard], answers: Mapping[str, list[Row]]
) -> None:
    expected = {}
    for name, card in cards.items():
        outcomes = [path for path, _ in active_outcomes(card)]
        below = {path: card.vault.reaching.get(path, ()) for path in outcomes}
        served = [
            path
            for path in outcomes
            if any(one.kind is Kind.PROCESS and one.status is Status.ACTIVE for one in below[path])
        ]
        if outcomes:
            expected[name] = (len(outcomes), len(served), round(len(served) / len(outcomes), 3))
    found = {row[0]: (row[1], row[2], row[3]) for row in answers["coverage by team"]}
    assert found == expected
    assert len({coverage for *_, coverage in expected.values()}) > 2


def test_stale_outcomes_are_those_that_nobody_looked_at(
    cards: Mapping[str, Scorecard], answers: Mapping[str, list[Row]]
) -> None:
    lengths = {None: 7, "daily": 1, "monthly": 31, "every 2 weeks": 14}
    expected = set()
    for name, card in cards.items():
        for path, standing in active_outcomes(card):
            check_in = standing.goal.check_in
            allowed = 2 * lengths[check_in.text if check_in else None]
            last = standing.progress.last_reading if standing.progress else None
            if last is None or (TODAY - last).days > allowed:
                expected.add((name, path))
    rows = answers["stale outcomes"]
    assert {(row[0], row[1]) for row in rows} == expected
    assert len(rows) == len(expected) > 5
    days = [row[4] for row in rows]
    assert days == sorted(days, key=lambda day: (day is not None, day or ""))


def diagnoses(cards: Mapping[str, Scorecard]) -> Iterator[tuple[str, Standing, str]]:
    for name, card in cards.items():
        for standing in card.standings.values():
            if standing.diagnosis:
                yield name, standing, standing.diagnosis.kind.value


def test_diagnoses_are_counted_by_team_and_by_owner(
    cards: Mapping[str, Scorecard], answers: Mapping[str, list[Row]]
) -> None:
    by_team = Counter((name, kind) for name, _, kind in diagnoses(cards))
    by_owner = Counter((owner, kind) for _, one, kind in diagnoses(cards) for owner in one.goal.owners)
    assert {(row[0], row[1]): row[2] for row in answers["diagnosis by team"]} == by_team
    assert {(row[0], row[1]): row[2] for row in answers["diagnosis by owner"]} == by_owner
    assert len(by_owner) > 4


def test_adherence_over_weeks_is_that_of_the_periods(
    cards: Mapping[str, Scorecard], answers: Mapping[str, list[Row]]
) -> None:
    expected: dict[tuple[object, object], tuple[object, ...]] = {}
    for name, card in cards.items():
        weeks: dict[date, list[tuple[bool, bool, float]]] = {}
        for standing in card.standings.values():
            if standing.goal.kind is Kind.PROCESS:
                kept = keep_between(
                    standing.history, LONG_AGO, TODAY, asof=TODAY, today=TODAY, config=card.vault.config
                )
                for one in (one for one in kept if one.counts):
                    monday = one.period.last - timedelta(days=one.period.last.weekday())
                    silent = one.state is KeptState.UNLOGGED
                    weeks.setdefault(monday, []).append((one.met, silent, float(one.attainment)))
        for monday, found in weeks.items():
            mean = sum(share for *_, share in found) / len(found)
            met, unlogged = sum(one[0] for one in found), sum(one[1] for one in found)
            expected[name, monday.isoformat()] = (len(found), met, unlogged, pytest.approx(mean, abs=0.001))
    rows = {(row[0], row[1]): row[2:] for row in answers["adherence over weeks"]}
    assert rows == expected
    assert len(rows) > 100


def test_every_vault_with_goals_tells_when_it_was_exported(
    cards: Mapping[str, Scorecard], answers: Mapping[str, list[Row]]
) -> None:
    expected = {
        name: (TODAY.isoformat(), len(card.vault.goals)) for name, card in cards.items() if card.vault.goals
    }
    assert {row[0]: (row[1], row[2]) for row in answers["age of the exports"]} == expected
