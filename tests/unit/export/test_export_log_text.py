"""What was logged lately, in lines and as JSON; and how a goal is shown before it is asked for."""

import json
from datetime import date

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.lines import plain
from vaultgoals.export.log_json import log_json
from vaultgoals.export.log_text import log_text
from vaultgoals.export.values import dumps
from vaultgoals.export.waiting_text import waiting_text
from vaultgoals.markdown import read_note
from vaultgoals.review.recent import Logged, recent
from vaultgoals.review.waiting_for import Waiting

TODAY = date(2026, 11, 20)
NOTES = {
    "Walk.md": (
        "---\ntype: process\ncadence: daily\nstart: 2026-11-02\n---\n## Check-ins\n\n"
        "- 2026-11-16: yes\n- 2026-11-18: no\n- 2026-11-19: skip: flu\n- 2026-11-24: yes\n"
    ),
    "Log/2026-11-19 Trials.md": (
        '---\ntype: checkin\ngoal: "[[Trials]]"\nvalue: 6.4\nconfidence: 4\nby: Ana\n'
        'evidence: "[[Notes]]"\n---\n'
        "A long comment that goes on and on, so that it takes more than one line of a window.\n"
    ),
    "Trials.md": '---\ntype: outcome\nunit: "%"\ntarget: 8\ndue: 2026-12-20\n---\n',
}


def vault() -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in NOTES.items())


def logged(goal: str | None = None, since: date = date(2026, 11, 9)) -> tuple[Logged, ...]:
    of = vault()
    return recent(of, since=since, today=TODAY, goal=of.goals[goal] if goal else None)


def test_readings_stand_below_their_days_the_newest_first_in_80_columns() -> None:
    lines = plain(log_text(logged(), today=TODAY, width=80))
    assert lines == (
        "Tuesday 24 November, still to come\n"
        "  Walk    done\n"
        "          Walk.md:11\n"
        "\n"
        "Thursday 19 November\n"
        "  Walk    skipped: flu\n"
        "          Walk.md:10\n"
        "  Trials  6.4 % · A long comment that goes on and on, so that it takes more than\n"
        "          one line of a window. · confidence 4 of 10 · by Ana · evidence: Notes\n"
        "          Log/2026-11-19 Trials.md:4\n"
        "\n"
        "Wednesday 18 November\n"
        "  Walk    not done\n"
        "          Walk.md:9\n"
        "\n"
        "Monday 16 November\n"
        "  Walk    done\n"
        "          Walk.md:8\n"
    )


def test_of_one_goal_blank_days_zero_skips_and_what_is_not_logged_stay_apart() -> None:
    shown = [(one.on.day, one.value) for one in logged("Walk.md")]
    assert shown == [
        (24, "done"),
        (19, "skipped: flu"),
        (18, "not done"),
        (17, "blank"),
        (16, "done"),
        (15, "not logged since 9 Nov, 7 days"),
    ]


def test_a_week_without_a_log_is_named() -> None:
    text = NOTES["Walk.md"].replace("daily", "3 per week").replace("2026-11-18", "2026-11-04")
    of = Vault.of([read_note(Source.of("Walk.md", text))])
    found = recent(of, since=date(2026, 11, 2), today=TODAY, goal=of.goals["Walk.md"])
    assert (date(2026, 11, 15), "week 46 not logged") in [(one.on, one.value) for one in found]


def test_a_year_that_is_not_todays_is_said() -> None:
    text = NOTES["Walk.md"].replace("2026-11-16", "2025-11-16")
    of = Vault.of([read_note(Source.of("Walk.md", text))])
    found = recent(of, since=date(2025, 1, 1), today=TODAY)
    assert "Sunday 16 November 2025\n" in plain(log_text(found, today=TODAY))
    assert "Friday 20 November, today" not in plain(log_text(found, today=TODAY))


def test_the_same_as_json() -> None:
    document = log_json(
        logged("Walk.md"), since=date(2026, 11, 9), today=TODAY, goal=vault().goals["Walk.md"]
    )
    told = json.loads(dumps(document))
    assert (told["schema"], told["today"], told["since"], told["goal"]) == (
        1,
        "2026-11-20",
        "2026-11-09",
        "Walk.md",
    )
    assert [one["date"] for one in told["readings"]] == [
        "2026-11-24",
        "2026-11-19",
        "2026-11-18",
        "2026-11-16",
    ]
    assert told["readings"][1] == {
        "title": "Walk",
        "goal": "Walk.md",
        "date": "2026-11-19",
        "value": None,
        "of": None,
        "skip": "flu",
        "confidence": None,
        "comment": "",
        "evidence": [],
        "by": None,
        "path": "Walk.md",
        "line": 10,
        "way": "goal's own log",
    }
    assert told["silent"][0] == {"date": "2026-11-17", "what": "blank"}


def test_a_goal_that_waits_is_shown_with_what_it_is_for_and_how_it_stands() -> None:
    one = Waiting(
        goal=vault().goals["Walk.md"],
        outcomes=("Trials",),
        why="You wrote: “it helps.”",
        last="last done on Mon 16 Nov",
        now="1 of 7 days this week",
    )
    assert plain(waiting_text(one, "1 of 2", 80)) == (
        "Walk → Trials  (1 of 2)\n"
        "  You wrote: “it helps.”\n"
        "  last done on Mon 16 Nov · 1 of 7 days this week\n"
    )
    assert plain(waiting_text(Waiting(goal=one.goal, last="nothing logged yet"))) == (
        "Walk\n  nothing logged yet\n"
    )
