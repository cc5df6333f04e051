"""What `explain` tells of a goal: its decisions, and which readings count and which do not."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.excerpt import wide
from vaultgoals.export.explain_text import explain_text
from vaultgoals.export.lines import plain
from vaultgoals.markdown import read_note
from vaultgoals.review.explain import Explanation, explain

TODAY = date(2026, 11, 20)
TIMES = "start: 2026-10-01\ndue: 2026-11-15"


def explained(properties: str, *logged: str, others: Mapping[str, str] = {}) -> Explanation:
    log = "".join(f"- {line}\n" for line in logged)
    notes = {"Goal.md": f"---\n{properties}\n---\n## Check-ins\n\n{log}"} | dict(others)
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    return explain(card, card.standings["Goal.md"])


def why_not(found: Explanation) -> dict[str, str]:
    return {f"{one.checkin.on:%m-%d}": one.why_not for one in found.readings}


@pytest.mark.parametrize(
    ("properties", "line", "reason"),
    [
        (f"type: output\ntarget: 9\naggregate: sum\n{TIMES}", "2026-09-30: 2", "before its start"),
        (f"type: outcome\ntarget: 9\n{TIMES}", "2026-09-30: 2", ""),
        (f"type: outcome\ntarget: 9\n{TIMES}", "2026-11-16: 2", "after its due date"),
        (f"type: guardrail\nmax: 9\n{TIMES}", "2026-11-16: 2", ""),
        (f"type: outcome\ntarget: 9\n{TIMES}", "2026-11-10: skip: ill", "skipped"),
        (f"type: process\ncadence: daily\n{TIMES}", "2026-11-10: 1", ""),
        (f"type: process\ncadence: daily\n{TIMES}", "2026-09-30: 1", "before its start"),
        (f"type: process\ncadence: daily\n{TIMES}", "2026-11-16: 1", "after its due date"),
        (
            f"type: process\ncadence: weekdays\n{TIMES}",
            "2026-11-14: 1",
            "on a day that its cadence leaves out",
        ),
        (f"type: process\n{TIMES}", "2026-11-10: 1", "the goal has no cadence"),
        (
            f"type: process\ncadence: daily\npauses: [2026-11-09..2026-11-12]\n{TIMES}",
            "2026-11-10: 1",
            "in a pause",
        ),
    ],
)
def test_a_reading_counts_or_it_is_said_why_not(properties: str, line: str, reason: str) -> None:
    assert list(why_not(explained(properties, line)).values()) == [reason]


def test_those_that_do_not_count_are_shown_apart() -> None:
    found = explained(f"type: output\nunit: pages\ntarget: 9\n{TIMES}", "2026-09-30: 2", "2026-10-02: 3")
    assert plain(explain_text(found)).endswith(
        "\nReadings, oldest first:\n"
        "  2026-10-02  3 pages         Goal.md:11\n"
        "\nNot counted:\n"
        "  2026-09-30  2 pages         Goal.md:10, before its start\n"
    )


def test_a_decision_that_names_the_goal_is_quoted_with_its_page() -> None:
    head = "---\ntype: goal-review\npage: weekly\nperiod: 2026-W45\n---\n"
    page = f"{head}Decision: [[Goal]] gets a smaller target\n"
    found = explained(f"type: outcome\ntarget: 9\n{TIMES}", others={"Review 2026-W45.md": page})
    assert "\nDecisions:\n  2026-W45: “Goal gets a smaller target”\n" in plain(explain_text(found))


def test_a_metric_is_drawn_beside_its_plan_between_the_same_ends() -> None:
    readings = [f"2026-10-{day:02}: {value}" for day, value in ((2, 1), (9, 2), (16, 3), (23, 3))]
    drawn = plain(explain_text(explained(f"type: outcome\nbaseline: 0\ntarget: 9\n{TIMES}", *readings)))
    so_far, plan = drawn.splitlines()[2:4]
    assert so_far.startswith("so far  ")
    assert so_far.endswith("0 → 3")
    assert plan.startswith("plan    ")
    assert plan.endswith(" → 9")
    assert so_far.index(" → 3") == plan.index(" → 9")


def test_where_it_leads_is_rounded_once() -> None:
    readings = [f"2026-10-{day:02}: {value}" for day, value in ((6, 100), (10, 101), (15, 103))]
    head = "type: outcome\nbaseline: 100\ntarget: 200\nstart: 2026-10-05\ndue: 2027-02-02"
    told = plain(explain_text(explained(head, *readings)))
    [ahead] = [line for line in told.splitlines() if line.startswith("if it goes on")]
    assert f"\nForecast at due: {ahead.rpartition(' → ')[2]}  " in told


def test_what_explains_a_goal_fits_a_narrow_window() -> None:
    readings = [f"2026-10-{day:02}: {day}" for day in range(2, 30, 4)]
    found = explained(f"type: outcome\nbaseline: 0\ntarget: 90\n{TIMES}", *readings)
    assert max(wide(line) for line in plain(explain_text(found, 60)).splitlines()) <= 60
