"""What a check-in that was just written makes of its goal; what can be written; what waits for a reading."""

from datetime import date

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.how_to_log import how_to_log, what_it_counts, what_to_type
from vaultgoals.review.logged_now import life_of, logged_now
from vaultgoals.review.waiting_for import Waiting, waiting, waiting_on

TODAY = date(2026, 11, 20)
TRIALS = (
    '---\ntype: outcome\nunit: "%"\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n'
    "## Check-ins\n\n- 2026-11-01: 6.2\n"
)


def vault_of(header: str, log: str = "", note: str = "") -> Vault:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    texts = {
        "Calls.md": f"---\ntype: process\noutcome: '[[Trials]]'\n{header}\n---\n## Check-ins\n\n{lines}",
        "Trials.md": TRIALS,
    }
    if note:
        texts["2026-11-20 1042 Calls.md"] = f"---\ntype: checkin\ngoal: '[[Calls]]'\n{note}\n---\n"
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())


def said(header: str, log: str, note: str) -> str:
    vault = vault_of(f"start: 2026-09-28\n{header}", log, note)
    checkin = next(one for one in vault.checkins_of("Calls.md") if one.path.startswith("2026"))
    return logged_now(card(vault), checkin)


def card(vault: Vault) -> Scorecard:
    return Scorecard.of(vault, asof=TODAY, today=TODAY)


@pytest.mark.parametrize(
    ("header", "log", "note", "words"),
    [
        (
            "cadence: 50 calls per week",
            "2026-11-17: 30",
            "value: 12",
            "Calls: 12 on Fri 20 Nov → 42 of 50 this week, 8 to go",
        ),
        (
            "cadence: 10 per week",
            "2026-11-17: 8",
            "value: 4",
            "Calls: 4 on Fri 20 Nov → 12 of 10 this week, met",
        ),
        (
            "cadence: at most 5 per week",
            "2026-11-17: 4",
            "value: 3",
            "Calls: 3 on Fri 20 Nov → 7 of at most 5 this week, 2 over",
        ),
        (
            "cadence: daily",
            "2026-11-18: yes",
            "value: true",
            "Calls: done on Fri 20 Nov → 2 of 7 days this week",
        ),
        (
            "cadence: every demo",
            "2026-11-17: 2/3",
            "value: 3/4",
            "Calls: 3 of 4 on Fri 20 Nov → 5 of 7 this week",
        ),
        (
            "cadence: 3 hours per week",
            "2026-11-17: 1h10m",
            "value: 50 min",
            "Calls: 0:50 h on Fri 20 Nov → 2 of 3 hours this week, 1 to go",
        ),
        (
            "cadence: 10 per week",
            "2026-11-11: 4",
            "value: 3\ndate: 2026-11-12",
            "Calls: 3 on Thu 12 Nov → 7 of 10 in week 46",
        ),
        (
            "cadence: 10 per week",
            "",
            "skip: ill",
            "Calls: skipped: ill on Fri 20 Nov → this week neither counts nor breaks a streak",
        ),
        (
            "cadence: 10 per week",
            "",
            "value: 3\ndate: 2026-09-01",
            "Calls: 3 on Tue 1 Sep → it does not count: before its start",
        ),
        ("cadence: 10 per week", "", "value: 3\ndate: 2027-01-04", "Calls: 3 on Mon 4 Jan 2027"),
        ("cadence: 10 per week", "", "confidence: 7", "Calls: confidence 7 of 10 on Fri 20 Nov"),
        ("cadence: 10 per week", "", "blocked: no list", "Calls: a note on Fri 20 Nov"),
        (
            "because: it helps",
            "",
            "value: 3",
            "Calls: 3 on Fri 20 Nov → it does not count: the goal has no cadence",
        ),
    ],
)
def test_a_reading_is_said_with_what_it_makes_of_the_period(
    header: str, log: str, note: str, words: str
) -> None:
    assert said(header, log, note) == words


def test_a_metric_is_said_with_its_plan_and_target() -> None:
    vault = vault_of("cadence: daily")
    reading = vault.checkins_of("Trials.md")[0]
    words = logged_now(card(vault), reading)
    assert words.startswith("Trials: 6.2 % on Sun 1 Nov → ")
    assert words.endswith("6.2 %, plan 7.3 %, target 8 % by 20 Dec")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("status: active", ""),
        ("status: paused", "“Calls” is paused; it is logged all the same."),
        ("status: draft", "“Calls” is a draft; it is logged all the same."),
        ("status: dropped", "“Calls” is dropped; it is logged all the same."),
        (
            "status: done\nclosed: 2026-11-10",
            "“Calls” is done since Tue 10 Nov; it is logged all the same.",
        ),
    ],
)
def test_a_goal_that_is_not_under_way_is_said_to_be_so(status: str, words: str) -> None:
    assert life_of(vault_of(status).goals["Calls.md"], TODAY) == words


# What can be written.


@pytest.mark.parametrize(
    ("header", "log", "counts", "write", "ask"),
    [
        (
            "cadence: 50 calls per week",
            "2026-11-17: 1250",
            "which counts calls",
            "a number of calls, such as 1250",
            "calls, such as 1250",
        ),
        (
            "cadence: 50 per week",
            "",
            "which counts by number",
            "a number, such as 5",
            "number, such as 5",
        ),
        ("cadence: daily", "", "which counts yes or no", "yes or no, or a number of times", "yes or no"),
        (
            "cadence: every demo",
            "",
            "which counts how many were done of all",
            "how many were done of all, such as 9/10, or yes or no for a single one",
            "done of all, such as 9/10",
        ),
        (
            "cadence: 3 hours per week",
            "",
            "which counts time",
            "a time, such as 1h30m",
            "time, such as 1h30m",
        ),
        (
            "cadence: 90 minutes per week",
            "",
            "which counts time",
            "a time, such as 45 min",
            "time, such as 45 min",
        ),
    ],
)
def test_what_can_be_written_is_said_by_what_the_goal_counts(
    header: str, log: str, counts: str, write: str, ask: str
) -> None:
    vault = vault_of(header, log)
    history = vault.history(vault.goals["Calls.md"])
    assert (what_it_counts(history.goal), how_to_log(history), what_to_type(history)) == (counts, write, ask)


def test_a_metric_is_asked_for_in_its_unit() -> None:
    vault = vault_of("cadence: daily")
    history = vault.history(vault.goals["Trials.md"])
    assert what_it_counts(history.goal) == "which is measured in %"
    assert how_to_log(history) == "a number in %, such as 6.2"


# What waits.


def test_what_waits_is_what_the_list_of_things_to_do_asks_a_number_of() -> None:
    vault = vault_of("cadence: 50 calls per week\nbecause: talks help.", "2026-11-17: 30")
    first, second = waiting_on(card(vault))
    assert first == Waiting(
        goal=vault.goals["Calls.md"],
        outcomes=("Trials",),
        why="You wrote: “talks help.”",
        last="last 30 on Tue 17 Nov",
        now="30 of 50 this week, 20 to go",
    )
    assert (second.goal.title, second.outcomes, second.why) == ("Trials", (), "")
    assert second.last == "last 6.2 % on Sun 1 Nov"


def test_a_goal_that_nothing_is_due_of_can_be_asked_for_as_well() -> None:
    vault = vault_of("cadence: 10 calls per week", "2026-11-17: 10")
    assert [one.goal.title for one in waiting_on(card(vault))] == ["Trials"]
    one = waiting(card(vault), vault.goals["Calls.md"])
    assert (one.last, one.now) == ("last 10 on Tue 17 Nov", "10 of 10 this week, met")
    assert waiting(card(vault_of("cadence: daily")), vault.goals["Calls.md"]).last == "nothing logged yet"
