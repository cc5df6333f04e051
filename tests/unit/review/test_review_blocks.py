"""What each block says in a note, as a value."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.pages import render_block
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.blocks import BLOCKS, BlockValue, build_block
from vaultgoals.review.doing_now import doing
from vaultgoals.review.gist import gist
from vaultgoals.review.text import plain
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
PLAN = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
FLAT = "2026-10-16: 6.3\n2026-11-13: 6.4"
ROSE = "2026-10-16: 6.3\n2026-11-13: 7.2"
MONDAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str = FLAT, more: str = "", *, body: str = "") -> str:
    return note(f"type: outcome\n{PLAN}\n{more}", log, body=body)


def process(cadence: str, log: str = "", more: str = "", *, to: str = "Trials", body: str = "") -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: 2026-09-28'
    return note(f"{head}\n{more}", log, body=body)


def every_monday(value: str) -> str:
    return "\n".join(f"{day}: {value}" for day in MONDAYS)


def vault_of(notes: Mapping[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(f"{name}.md", text)) for name, text in notes.items())


def period_of(label: str | None) -> Period | None:
    return Calendar().read(label) if label else None


def built(
    notes: Mapping[str, str],
    name: str,
    period: str | None = None,
    *,
    path: str = "Home.md",
    today: date = TODAY,
) -> BlockValue | None:
    vault = vault_of(notes)
    return build_block(
        vault,
        name,
        path=path,
        period=period_of(period),
        today=today,
        findings=check(vault, today=today),
        pages=frozenset(vault.notes),
    )


def written(
    notes: Mapping[str, str],
    name: str,
    period: str | None = None,
    *,
    path: str = "Home.md",
    today: date = TODAY,
) -> str:
    value = built(notes, name, period, path=path, today=today)
    assert value is not None
    return render_block(name, value)


def asked(notes: Mapping[str, str], today: date = TODAY) -> list[str]:
    value = built(notes, "next", today=today)
    assert isinstance(value, Ahead)
    return [plain(words) for words in value.asks.shown]


# Where a block makes sense.


def test_progress_says_nothing_in_a_note_that_is_no_goal() -> None:
    notes = {"Trials": outcome(), "Home": "# Home\n"}
    assert built(notes, "progress") is None
    assert built(notes, "progress", path="Trials.md") is not None


def test_a_block_of_another_name_is_nobody_s() -> None:
    assert built({"Trials": outcome()}, "headline") is None


@pytest.mark.parametrize("name", sorted(BLOCKS - {"progress"}))
def test_every_block_says_something_in_an_empty_vault(name: str) -> None:
    assert written({}, name).endswith(".\n")


@pytest.mark.parametrize("name", sorted(BLOCKS - {"progress", "problems"}))
@pytest.mark.parametrize("period", ["2026-11-13", "2026-W46", "2026-10", "2026-Q3", "2025"])
def test_a_block_about_a_closed_period_does_not_depend_on_the_day_it_is_made(name: str, period: str) -> None:
    notes = {
        "Trials": outcome(),
        "Calls": process("10 calls per week", every_monday("9")),
        "Walk": process("daily", every_monday("yes")),
        "Letter": process("monthly", "2026-10-08: 1"),
    }
    days = (date(2026, 11, 16), date(2026, 11, 20), date(2026, 12, 2), date(2027, 3, 1))
    assert len({written(notes, name, period, today=day) for day in days}) == 1


@pytest.mark.parametrize("name", sorted(BLOCKS - {"progress", "problems"}))
def test_what_is_logged_later_changes_no_block_about_an_earlier_period(name: str) -> None:
    before = {"Trials": outcome(), "Calls": process("10 calls per week", every_monday("9"))}
    after = {
        "Trials": outcome(f"{FLAT}\n2026-11-18: 7.125"),
        "Calls": process("10 calls per week", f"{every_monday('9')}\n2026-11-18: 40"),
    }
    assert written(before, name, "2026-W46") == written(after, name, "2026-W46")


def test_a_block_in_the_week_s_own_note_has_the_steps_of_the_weekly_page() -> None:
    tasks = "- [ ] First 📅 2026-11-16\n- [ ] Sunday 📅 2026-11-22\n- [ ] Next week 📅 2026-11-23\n"
    notes = {"Trials": outcome(body=tasks), "Calls": process("weekly", every_monday("1"))}
    text = written(notes, "next", "2026-W47")
    assert "First" in text
    assert "Sunday" in text
    assert "Next week" not in text


# A day's plan.


@pytest.mark.parametrize(
    ("cadence", "log", "ask"),
    [
        ("10 calls per week", "2026-11-17: 4", "Calls: 2 today, 6 by Sunday"),
        ("10 calls per week", "2026-11-17: 10", None),
        ("10 calls per week", "2026-11-17: skip: flu", None),
        ("weekly", "", "Calls: 1 by Sunday"),
        ("3 per week", "", "Calls: 1 today, 3 by Sunday"),
        ("Mon, Wed, Fri", "2026-11-16: yes", "Calls: 1 today, 2 by Sunday"),
        ("daily", "", "Calls: once today"),
        ("daily", "2026-11-20: yes", None),
        ("3 per day", "2026-11-20: 1", "Calls: 2 today"),
        ("weekdays", "", "Calls: once today"),
        ("monthly", "2026-10-02: 1", "Calls: 1 by 30 Nov"),
        ("22 per month", "2026-11-02: 11", "Calls: 1 today, 11 by 30 Nov"),
        ("3 hours per week", "2026-11-17: 45 min", "Calls: 0:45 h today, 2:15 by Sunday"),
        ("100 minutes per week", "", "Calls: 34 minutes today, 100 by Sunday"),
        ("6 hours per week", "2026-11-17: 3h", "Calls: 1 h today, 3 by Sunday"),
        ("at most 5 per week", "2026-11-17: 3", "Calls: at most 2 more by Sunday"),
        ("at most 5 per week", "2026-11-17: 6", "Calls: no more by Sunday"),
        ("at most 2 per day", "2026-11-20: 1", "Calls: at most 1 more today"),
        ("every demo", "", None),
        ("every demo\nwithin: 24h", "", "Calls: all within 24h"),
        ("weekly\nstatus: paused", "", None),
        ("daily\npauses: [2026-11-20..2026-11-20]", "", None),
        ("weekly\npauses: [2026-11-20..2026-11-20]", "", None),
        ("weekly\ndue: 2026-11-01", "", None),
    ],
)
def test_what_a_cadence_asks_for_today(cadence: str, log: str, ask: str | None) -> None:
    found = asked({"Trials": outcome(), "Calls": process(cadence, log)})
    assert [line.replace("hours", "h").replace("hour", "h") for line in found] == ([ask] if ask else [])


def test_on_the_last_day_all_that_is_left_is_asked_for() -> None:
    notes = {"Trials": outcome(), "Calls": process("10 calls per week", "2026-11-17: 4")}
    assert asked(notes, date(2026, 11, 22)) == ["Calls: 6 today"]


def test_nothing_is_asked_of_a_weekday_goal_on_a_weekend() -> None:
    notes = {"Trials": outcome(), "Calls": process("weekdays")}
    assert asked(notes, date(2026, 11, 21)) == []


def test_the_if_thens_of_the_goals_that_are_kept_least_are_quoted() -> None:
    def kept(value: str) -> str:
        return process("weekly", every_monday(value), f"if-then: If {value}, then.")

    notes = {"Trials": outcome(), "A": kept("1"), "B": kept("0"), "C": kept("0.5"), "D": process("weekly")}
    assert [line.partition("You said: ")[2] for line in asked(notes)] == [
        "",
        "“If 0, then.”",
        "“If 0.5, then.”",
        "",
    ]


def test_actions_of_goals_without_an_outcome_stand_in_a_day_s_plan_too() -> None:
    notes = {"Posts": process("weekly", to="Nowhere", body="- [ ] Buy a pen 📅 2026-11-20\n")}
    value = built(notes, "next")
    assert isinstance(value, Ahead)
    assert [plain(step.what) for step in value.steps] == ["Buy a pen"]


def test_a_day_that_is_over_says_what_was_logged_on_it() -> None:
    notes = {
        "Trials": outcome(f"{FLAT}\n2026-11-17: 6.5"),
        "Calls": process("10 calls per week", "2026-11-17: 4\n2026-11-17: 2\n2026-11-18: 3"),
        "Walk": process("daily", "2026-11-17: skip: ice"),
    }
    assert written(notes, "next", "2026-11-17") == (
        "**What happened**\n\nDone: Trials 6.5 % · Calls 4, 2 · Walk skipped: ice\n"
    )
    assert written(notes, "next", "2026-11-14") == "Nothing was logged.\n"


def test_a_month_that_is_over_counts_all_its_weeks() -> None:
    log = "\n".join(f"2026-10-{day:02}: {8 + day % 5}" for day in (5, 12, 19))
    notes = {"Trials": outcome(), "Calls": process("10 calls per week", log)}
    assert "Calls 30 of 40, met in 2 of 4 weeks, 1 not logged" in written(notes, "next", "2026-10")


# How a process goal is kept.


@pytest.mark.parametrize(
    ("cadence", "log", "said"),
    [
        ("10 calls per week", "", "0 of 10 this week"),
        ("10 calls per week", "2026-11-17: 4", "4 of 10 this week"),
        ("daily", "", "not yet today"),
        ("daily", "2026-11-20: yes", "done today"),
        ("daily", "2026-11-20: skip: flu", "skipped today: flu"),
        ("3 per day", "2026-11-20: 1", "1 of 3 today"),
        ("every 2 weeks", "", "0 of 1 this fortnight"),
        ("at most 5 per week", "2026-11-17: 3", "3 of at most 5 this week"),
        ("every demo", "2026-11-17: 2/3", "2 of 3 this week"),
        ("every demo", "", "no demo logged this week"),
        ("weekly\npauses: [2026-11-16..2026-11-22]", "", "paused this week"),
        ("weekly\ndue: 2026-11-01", "", "ended on 1 Nov"),
        ("sometimes", "", "no cadence yet"),
    ],
)
def test_what_was_done_in_the_period_of_the_day(cadence: str, log: str, said: str) -> None:
    card = Scorecard.of(vault_of({"Calls": process(cadence, log)}), asof=TODAY, today=TODAY)
    assert plain(doing(card, card.standings["Calls.md"]).now) == said


@pytest.mark.parametrize(
    ("values", "lately"),
    [
        (("1", "1", "1", "1"), "■■■■ all 4 weeks"),
        (("0", "1", "0", "1"), "□■□■ 2 of 4 weeks"),
        (("0", "0", "1", "1"), "□□■■ 2 of 4 weeks, 2 in a row"),
    ],
)
def test_a_row_is_counted_where_the_marks_do_not_show_it(values: tuple[str, ...], lately: str) -> None:
    log = "\n".join(f"{day}: {value}" for day, value in zip(MONDAYS, values, strict=True))
    calls = process("weekly", log).replace("2026-09-28", "2026-10-19")
    card = Scorecard.of(vault_of({"Calls": calls}), asof=TODAY, today=TODAY)
    assert doing(card, card.standings["Calls.md"]).lately == lately


# What the figures mean, in two or three words.


@pytest.mark.parametrize(
    ("trials", "calls", "said"),
    [
        (outcome(), "1", "belief in doubt"),
        (outcome(ROSE), "1", "working"),
        (outcome("2026-10-16: 6.3\n2026-11-13: 6.8"), "1", "slower than planned"),
        (outcome("2026-10-16: 7.2\n2026-11-13: 7.6"), "1", "slower lately"),
        (outcome("2026-10-16: 5.7\n2026-11-13: 6.5"), "1", "moving lately"),
        (outcome(ROSE), "0", "moves without you"),
        (outcome(), "0", "not really tried"),
        (outcome(), "0.6", "half tried"),
        (outcome("2026-10-16: 6.3"), "1", "no recent reading"),
        (outcome(""), "1", ""),
        (outcome(FLAT, "status: paused"), "1", ""),
        (outcome(FLAT, "status: done"), "1", ""),
        (outcome("2026-11-10: 8.1").replace("2026-12-20", "2026-11-15"), "1", "time to decide"),
        (outcome().replace("2026-12-20", "2026-11-15"), "1", "time to decide"),
        (outcome().replace("target: 8\n", ""), "1", "nothing to judge it by"),
        (outcome("").replace("2026-09-28", "2026-12-01"), "1", "begins on 1 Dec"),
    ],
)
def test_what_an_outcome_s_figures_mean(trials: str, calls: str, said: str) -> None:
    vault = vault_of({"Trials": trials, "Calls": process("weekly", every_monday(calls))})
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    assert gist(card, card.standings["Trials.md"]) == said


# The check-ins.


def test_a_long_log_is_folded_and_only_its_latest_lines_are_shown() -> None:
    log = "\n".join(f"2026-{month:02}-{day:02}: {day}" for month in (8, 9, 10) for day in range(1, 29))
    text = written({"Trials": outcome(), "Calls": process("daily", log)}, "checkins", "2026")
    assert text.startswith("> [!note]- Check-ins this year (86)\n> The 26 before these are left out.\n")
    assert len(text.splitlines()) == 62


def test_a_short_log_stands_open() -> None:
    notes = {"Trials": outcome(), "Calls": process("weekly", "2026-11-17: 1, at last")}
    assert written(notes, "checkins", "2026-11-17") == (
        "> [!note] Check-ins on 17 November (1)\n> - [[Calls]] done · at last\n"
    )
