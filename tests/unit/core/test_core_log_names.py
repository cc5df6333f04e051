"""By which names goals are logged, and whose a shared name is."""

from datetime import date

import pytest

from vaultgoals.core.log_names import LogNames, log_key, meant_on
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

DAY = date(2026, 11, 20)


def names(notes: dict[str, str]) -> LogNames:
    texts = ((f"{title}.md", f"---\n{properties}\n---\n") for title, properties in notes.items())
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts).log_names


def owners(of: LogNames, key: str) -> list[str]:
    return [goal.title for goal in of.fields.get(key, ())]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Outbound calls", "outbound-calls"),
        ("  Outbound   calls ", "outbound-calls"),
        ("outbound-calls", "outbound-calls"),
        ("OUTBOUND_CALLS", "outbound-calls"),
        ("**Outbound calls**", "outbound-calls"),
        ("10 km in 50 min", "10-km-in-50-min"),
        ("Growth (2026)", "growth-2026"),
        ("Don't smoke!", "dont-smoke"),
        ("A/B tests", "ab-tests"),
        ("🏃 Run", "run"),
        ("Run 🏃‍♀️", "run"),
        ("🏃", "🏃"),
        ("Größe", "größe"),
        ("Gro\u0308ße", "größe"),
        ("体重", "体重"),
        ("!?", "!?"),
        ("", ""),
    ],
)
def test_names_are_compared_by_letters_and_digits(name: str, key: str) -> None:
    assert log_key(name) == key


def test_a_goal_is_logged_by_its_title_its_aliases_and_its_field() -> None:
    of = names({"Outbound calls": "type: process\naliases: [Phone round]\nfield: calls"})

    assert sorted(of.fields) == ["calls", "outbound-calls", "phone-round"]
    assert sorted(of.properties) == ["calls"]


def test_names_that_come_to_the_same_are_one() -> None:
    of = names({"Outbound calls": "type: process\naliases: [outbound_calls]\nfield: outbound-calls"})

    assert owners(of, "outbound-calls") == ["Outbound calls"]


@pytest.mark.parametrize("kind", ["objective", "lever", "checkin", "goal-review", "somebody's"])
def test_what_has_no_figures_of_its_own_is_not_logged(kind: str) -> None:
    assert names({"Health": f"type: {kind}\nfield: health"}) == LogNames(fields={}, properties={})


@pytest.mark.parametrize("kind", ["outcome", "indicator", "guardrail", "output", "process"])
def test_what_has_figures_is_logged(kind: str) -> None:
    assert owners(names({"Health": f"type: {kind}"}), "health") == ["Health"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("type: process\nfield: runs", "type: process\naliases: [runs]"),
        ("type: process\naliases: [runs]", "type: process\naliases: [runs]"),
        ("type: process\naliases: [runs]", "type: process\naliases: [runs]\nstatus: draft"),
        ("type: process\naliases: [runs]\nstatus: paused", "type: process\naliases: [runs]\nstatus: done"),
    ],
)
def test_of_two_goals_that_share_a_name_the_order_is_always_the_same(first: str, second: str) -> None:
    assert owners(names({"A": first, "B": second}), "runs") == ["A", "B"]
    rank = first != second
    assert owners(names({"B": first, "A": second}), "runs") == (["B", "A"] if rank else ["A", "B"])


def test_a_title_goes_before_an_alias_and_a_field_before_a_title() -> None:
    of = names(
        {"A": "type: process\naliases: [runs]", "Runs": "type: process", "Z": "type: process\nfield: runs"}
    )

    assert owners(of, "runs") == ["Z", "Runs", "A"]


@pytest.mark.parametrize(
    ("day", "title"),
    [
        (date(2025, 6, 1), "Runs 2025"),
        (date(2026, 6, 1), "Runs 2026"),
        (date(2024, 6, 1), "Runs 2026"),
        (date(2028, 6, 1), "Runs 2026"),
    ],
)
def test_this_years_goal_leaves_last_years_readings_to_last_years_goal(day: date, title: str) -> None:
    last = "type: process\nfield: runs\nstart: 2025-01-01\ndue: 2025-12-31\nstatus: done"
    this = "type: process\nfield: runs\nstart: 2026-01-01\ndue: 2026-12-31"
    meant = meant_on(names({"Runs 2025": last, "Runs 2026": this}).fields["runs"], day)

    assert meant is not None
    assert meant.title == title


def test_a_name_that_nobody_has_means_nobody() -> None:
    assert meant_on((), DAY) is None
