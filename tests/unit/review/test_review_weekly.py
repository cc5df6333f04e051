"""What a week's page says and asks, as a value."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.pages import render_page
from vaultgoals.review.text import Mention, plain
from vaultgoals.review.weekly import WeeklyReview, build_weekly

TODAY = date(2026, 11, 20)
PLAN = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
FLAT = "2026-10-16: 6.3\n2026-11-13: 6.4"
MONDAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str = FLAT, *, body: str = "", more: str = "") -> str:
    return note(f"type: outcome\n{PLAN}\n{more}".rstrip(), log, body=body)


def process(cadence: str, log: str = "", more: str = "", *, to: str = "Trials", body: str = "") -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: 2026-09-28'
    return note(f"{head}\n{more}".rstrip(), log, body=body)


def every_monday(value: str) -> str:
    return "\n".join(f"{day}: {value}" for day in MONDAYS)


def built(
    notes: Mapping[str, str], week: str = "2026-W47", *, today: date = TODAY, config: Config = Config()
) -> WeeklyReview:
    vault = Vault.of((read_note(Source.of(f"{name}.md", text)) for name, text in notes.items()), config)
    period = Calendar(week=config.week).read(week)
    assert isinstance(period, Period)
    return build_weekly(vault, period, today=today, findings=(), pages=frozenset(vault.notes))


def steps(review: WeeklyReview) -> list[str]:
    return [f"{step.when}: {plain(step.what)}" for step in review.next.steps]


# Steps.


def test_due_and_overdue_actions_are_steps_by_their_day_and_later_ones_are_not() -> None:
    tasks = (
        "- [ ] Second 📅 2026-11-22\n- [ ] First 📅 2026-11-16\n- [ ] Today 📅 2026-11-20\n"
        "- [ ] Next week 📅 2026-11-23\n- [ ] Some day\n- [x] Done 📅 2026-11-19\n"
        "- [-] Dropped 📅 2026-11-19\n"
    )
    notes = {"Trials": outcome("2026-11-17: 6.3", body=tasks)}
    assert steps(built(notes))[:3] == ["Due since 16 Nov: First", "Fri 20: Today", "Sun 22: Second"]


def test_an_action_links_to_its_own_line_where_it_has_an_id() -> None:
    body = "- [ ] Start the test 📅 2026-11-20 ^test\n- [ ] And this 📅 2026-11-20\n"
    trials = outcome(f"{FLAT}\n2026-11-17: 6.4", body=body)
    review = built({"Trials": trials, "Calls": process("weekly", every_monday("1"))})
    links = [part for step in review.next.steps for part in step.what if isinstance(part, Mention)]
    assert Mention("Trials.md", "Trials", "Start the test", "test") in links
    assert Mention("Trials.md", "Trials", "And this", None) in links


def test_actions_in_the_log_or_of_goals_that_rest_are_no_steps() -> None:
    notes = {
        "Trials": outcome(f"{FLAT}\n[ ] A line of the log 📅 2026-11-20"),
        "Calls": process("weekly", every_monday("1"), "status: paused", body="- [ ] Rest 📅 2026-11-20\n"),
    }
    assert not [step for step in steps(built(notes)) if "2026" in step or "Rest" in step or "log" in step]


def test_every_step_leads_to_a_note() -> None:
    body = "".join(f"- [ ] Task {n} 📅 2026-11-{n:02}\n" for n in range(10, 20))
    notes = {"Trials": outcome(body=body), "Calls": process("weekly", every_monday("1"))}
    for step in built(notes).next.steps:
        assert any(isinstance(part, Mention) for part in step.what)


def test_an_outcome_has_three_steps_at_most_and_a_page_seven() -> None:
    body = "".join(f"- [ ] Task {n} 📅 2026-11-{n:02}\n" for n in range(10, 20))
    one = built({"Trials": outcome(f"{FLAT}\n2026-11-18: 6.4", body=body)})
    assert len(one.next.steps) == 3
    unread = built({"Trials": outcome(body=body)})
    assert [step.when for step in unread.next.steps][2:] == ["Today, ten seconds"]
    many = built({f"Trials {n}": outcome(body=body) for n in range(6)})
    assert len(many.next.steps) == 7
    assert many.next.steps[-1].when == "Today, a minute"


def test_what_serves_two_outcomes_is_asked_once() -> None:
    both = 'type: process\noutcome: ["[[Trials]]", "[[Sales]]"]\ncadence: weekly\nstart: 2026-09-28'
    calls = note(both, every_monday("1"), body="- [ ] Buy a headset 📅 2026-11-20\n")
    review = built({"Trials": outcome(), "Sales": outcome(), "Calls": calls})
    assert sum("headset" in step for step in steps(review)) == 1


LEVER = 'type: lever\noutcome: "[[Trials]]"\nimpact: {impact}\nconfidence: 0.5\neffort: 1'


def test_the_best_lever_not_yet_tried_is_offered_once_where_the_belief_is_in_doubt() -> None:
    notes = {
        "Trials": outcome(),
        "Calls": process("weekly", every_monday("1")),
        "Small": note(LEVER.format(impact=2)),
        "Large": note(LEVER.format(impact=8)),
        "Larger but tried": note(LEVER.format(impact=9) + "\nresult: did-not"),
        "Unscored": note('type: lever\noutcome: "[[Trials]]"'),
    }
    offered = [step for step in steps(built(notes)) if "lever" in step]
    assert offered == ["Try: Large, the best-scored lever not yet tried"]
    notes["Large"] = note(LEVER.format(impact=8), body="- [ ] Begin with it 📅 2026-11-20\n")
    offered = [step for step in steps(built(notes)) if "lever" in step]
    assert offered == ["Fri 20: Begin with it, the best-scored lever not yet tried"]


def test_a_lever_is_not_offered_while_the_work_is_not_done() -> None:
    notes = {
        "Trials": outcome(),
        "Calls": process("weekly", every_monday("0")),
        "Large": note(LEVER.format(impact=8)),
    }
    assert not [step for step in steps(built(notes)) if "lever" in step]


@pytest.mark.parametrize(
    ("more", "step"),
    [
        ("if-then: If it rains, treadmill.", "Close the gap: Calls. You said: “If it rains, treadmill.”"),
        ("obstacle: A sofa.", "Close the gap: Calls. What stands in the way, you wrote: “A sofa.”"),
        ("", "Write: an if-then for Calls: when something comes up, what will you do?"),
    ],
)
def test_a_gap_is_closed_with_what_the_person_said_about_it(more: str, step: str) -> None:
    review = built({"Trials": outcome(), "Calls": process("weekly", every_monday("0"), more)})
    assert steps(review)[0] == step


@pytest.mark.parametrize(
    ("today", "asked"),
    [(date(2026, 11, 16), False), (date(2026, 11, 19), False), (date(2026, 11, 20), True)],
)
def test_a_reading_is_asked_for_in_the_last_days_of_its_period(today: date, *, asked: bool) -> None:
    review = built({"Trials": outcome(), "Calls": process("weekly", every_monday("1"))}, today=today)
    assert ("Today, ten seconds: a reading of Trials (last read 13 Nov)" in steps(review)) is asked


def test_a_reading_that_was_given_is_not_asked_for() -> None:
    notes = {"Trials": outcome(f"{FLAT}\n2026-11-17: 6.5"), "Calls": process("weekly", every_monday("1"))}
    assert not [step for step in steps(built(notes)) if "reading" in step]


# Quotas.


@pytest.mark.parametrize(
    ("cadence", "log", "left"),
    [
        ("daily", "2026-11-20: yes", "Calls 2"),
        ("weekdays", "", "Calls 1"),
        ("10 calls per week", "2026-11-17: 4", "Calls 6"),
        ("10 calls per week", "2026-11-17: 12", None),
        ("10 calls per week", "2026-11-17: skip: flu", None),
        ("Mon, Wed, Fri", "2026-11-16: yes", "Calls 2"),
        ("every 2 weeks", "", "Calls 1"),
        ("monthly", "2026-10-02: 1", "Calls 1 by 30 Nov"),
        ("12 demos per quarter", "2026-10-02: 5", "Calls 7 demos by 31 Dec"),
        ("2 per year", "", "Calls 1 by 31 Dec"),
        ("6 hours per week", "2026-11-17: 1h 30m", "Calls 4:30 h"),
        ("at most 5 per week", "2026-11-17: 3", "Calls at most 2 more"),
        ("at most 5 per week", "2026-11-17: 7", "Calls no more"),
        ("at most 2 per day", "", "Calls at most 2 a day"),
        ("every demo", "2026-11-17: 1/2", None),
        ("50 calls per week per rep\nreps: 4", "2026-11-17: 80", "Calls 120"),
    ],
)
def test_what_a_cadence_still_asks_for_by_the_end_of_the_week(
    cadence: str, log: str, left: str | None
) -> None:
    review = built({"Trials": outcome(), "Calls": process(cadence, log)})
    assert [plain(item) for item in review.next.quotas.shown] == ([left] if left else [])


def test_an_event_that_has_to_be_answered_in_time_says_so() -> None:
    review = built({"Trials": outcome(), "Answers": process("every demo", more="within: 24h")})
    assert [plain(item) for item in review.next.quotas.shown] == ["Answers all within 24h"]


def test_quotas_stand_in_the_order_in_which_their_outcomes_need_the_person() -> None:
    notes = {
        "A good one": outcome("2026-10-16: 6.3\n2026-11-15: 7.4"),
        "Z bad one": outcome(),
        "A calls": process("weekly", every_monday("1"), to="A good one"),
        "Z calls": process("weekly", every_monday("0"), to="Z bad one"),
        "None": process("weekly", to=""),
    }
    assert [plain(item) for item in built(notes).next.quotas.shown] == ["Z calls 1", "A calls 1", "None 1"]


def test_a_month_that_ends_within_the_week_asks_for_its_own_work_alone() -> None:
    notes = {"Trials": outcome(), "Letter": process("monthly", "2026-10-02: 1")}
    review = built(notes, "2026-W49", today=date(2026, 11, 30))
    assert [plain(item) for item in review.next.quotas.shown] == ["Letter 1"]


@pytest.mark.parametrize(
    ("cadence", "log", "done"),
    [
        (
            "2 hours per weekday",
            "1h 30m",
            "Calls 4:30 of 30 hours, met on none of 15 weekdays, 5 weekdays paused.",
        ),
        ("2 hours per weekday", "2h", "Calls on 3 of 15 weekdays, 5 weekdays paused."),
        ("10 calls per week", "10", "Calls 30 of 30, met in all 3 weeks, 1 week paused."),
    ],
)
def test_what_was_done_in_part_comes_with_its_amount_and_what_was_paused_is_said(
    cadence: str, log: str, done: str
) -> None:
    paused = "pauses: [2026-11-02..2026-11-08]"
    notes = {"Trials": outcome(), "Calls": process(cadence, every_monday(log), paused)}
    assert plain(built(notes).sections.full[0].lines[0]) == done


@pytest.mark.parametrize("rest", ["status: paused", "pauses: [2026-11-16..2026-12-06]"])
def test_nothing_is_asked_by_sunday_for_an_outcome_that_is_paused(rest: str) -> None:
    notes = {"Trials": outcome(more=rest), "Calls": process("10 calls per week")}
    assert not built(notes).next.quotas.shown


# A closed week.


@pytest.mark.parametrize(
    ("cadence", "log", "done"),
    [
        ("10 calls per week", "2026-11-10: 8", "Calls 8 of 10"),
        ("10 calls per week", "", "Calls not logged"),
        ("10 calls per week", "2026-11-10: 0", "Calls 0 of 10"),
        ("10 calls per week", "2026-11-10: skip: flu", "Calls skipped: flu"),
        ("10 calls per week", "2026-11-10: skip", "Calls skipped"),
        ("weekdays", "2026-11-09: yes\n2026-11-10: skip: flu\n2026-11-12: no", "Calls on 1 of 4 days"),
        ("daily", "2026-11-09: yes", "Calls on 1 of 7 days"),
        ("at most 5 per week", "2026-11-10: 7", "Calls 7 of at most 5"),
        ("every demo", "2026-11-10: 3/4", "Calls 3 of 4"),
        ("every demo", "2026-11-02: 3/4", None),
        ("6 hours per week", "2026-11-10: 1h 30m", "Calls 1:30 of 6 hours"),
        ("2 hours per weekday", "2026-11-10: 2h", "Calls on 1 of 5 days"),
        (
            "2 hours per weekday",
            "2026-11-10: 2h\n2026-11-11: 1h 30m",
            "Calls 3:30 of 10 hours, met on 1 of 5 days",
        ),
        ("monthly", "2026-11-10: 1", None),
    ],
)
def test_what_was_done_in_a_closed_week(cadence: str, log: str, done: str | None) -> None:
    review = built({"Trials": outcome(), "Calls": process(cadence, log)}, "2026-W46")
    assert [plain(item) for item in review.next.done.shown] == ([done] if done else [])
    assert not review.next.steps
    assert not review.next.quotas.shown


@pytest.mark.parametrize(
    ("log", "moved"),
    [
        ("2026-11-06: 6.2\n2026-11-13: 6.4", "Trials 6.2 → 6.4 %"),
        ("2026-11-06: 6.4\n2026-11-13: 6.4", "Trials unchanged at 6.4 %"),
        ("2026-11-06: 6.4", "Trials no reading"),
    ],
)
def test_what_moved_in_a_closed_week(log: str, moved: str) -> None:
    assert [plain(item) for item in built({"Trials": outcome(log)}, "2026-W46").next.moved.shown] == [moved]


def test_later_check_ins_change_nothing_on_a_closed_page() -> None:
    before = {"Trials": outcome(FLAT), "Calls": process("10 calls per week", every_monday("9"))}
    after = {
        "Trials": outcome(f"{FLAT}\n2026-11-16: 7.125\n2026-11-19: skip: holiday"),
        "Calls": process("10 calls per week", every_monday("9") + "\n2026-11-16: 40"),
    }
    pages = [render_page("weekly", built(notes, "2026-W46")) for notes in (before, after)]
    assert pages[0] == pages[1]


def test_a_closed_page_does_not_depend_on_the_day_it_is_made() -> None:
    notes = {"Trials": outcome(), "Calls": process("10 calls per week", every_monday("9"))}
    pages = {
        render_page("weekly", built(notes, "2026-W46", today=date(2026, 11, day))) for day in (16, 18, 20, 22)
    }
    assert len(pages) == 1


def test_a_page_is_sealed_a_week_after_its_end() -> None:
    notes = {"Trials": outcome()}
    assert not built(notes, "2026-W46", today=date(2026, 11, 22)).sealed
    assert built(notes, "2026-W46", today=date(2026, 11, 23)).sealed


# Words.


def test_each_question_is_asked_once_and_says_which_outcome_it_is_about() -> None:
    notes = {
        **{name: outcome() for name in ("One", "Two", "Three")},
        "Work one": process("weekly", every_monday("1"), "because: it works", to="One"),
        "Work two": process("weekly", every_monday("1"), "because: it works", to="Two"),
    }
    asked = [plain(question) for question in built(notes).questions]
    assert len(asked) == 2
    assert [question.partition(":")[0] for question in asked] == ["One", "Three"]


@pytest.mark.parametrize(
    ("because", "line"),
    [
        ("it works.", "You wrote: “it works.” It cannot be judged until it is done."),
        ("it works", "You wrote: “it works”. It cannot be judged until it is done."),
        ("does it work?", "You wrote: “does it work?” It cannot be judged until it is done."),
        ("", "You have not written why Calls should move Trials. One sentence is enough."),
    ],
)
def test_a_belief_is_quoted_as_a_sentence(because: str, line: str) -> None:
    calls = process("weekly", every_monday("0"), f'because: "{because}"')
    assert plain(built({"Trials": outcome(), "Calls": calls}).sections.full[0].lines[-1]) == line


def test_a_due_day_in_another_year_carries_its_year() -> None:
    notes = {"Trials": outcome().replace("2026-12-20", "2027-06-30")}
    assert "30 Jun 2027" in render_page("weekly", built(notes))


def test_an_activity_trap_is_named() -> None:
    end = "start: 2026-09-28\ndue: 2026-12-20"
    notes = {
        "Trials": outcome(),
        "Calls": process("weekly", every_monday("1")),
        "Posts": note(f'type: output\noutcome: "[[Trials]]"\ntarget: 10\n{end}', "2026-11-10: 9"),
        "Visits": note(
            f'type: indicator\noutcome: "[[Trials]]"\nbaseline: 1\ntarget: 9\n{end}', "2026-11-10: 1"
        ),
    }
    assert "activity is not progress yet" in plain(built(notes).sections.full[0].lines[-1])


# What lies far ahead.


def begins(day: str) -> str:
    return note(f"type: outcome\nbaseline: 0\ntarget: 5\nstart: {day}\ndue: 2028-01-01")


def test_an_outcome_that_begins_after_the_next_week_is_not_spoken_of() -> None:
    notes = {"Trials": outcome(), "Soon": begins("2026-11-29"), "Later": begins("2026-11-30")}
    open_page = built(notes)
    shown = [section.goal.shown for section in (*open_page.sections.full, *open_page.sections.others)]
    assert (shown, open_page.outcomes) == (["Trials", "Soon"], 2)
    closed = built(notes, today=date(2026, 11, 24))
    assert [plain(moved).split()[0] for moved in closed.next.moved.shown] == ["Trials"]


def test_an_action_of_an_outcome_that_begins_much_later_is_due_all_the_same() -> None:
    later = begins("2027-01-04").replace("## Check-ins", "- [ ] Book a hall 📅 2026-11-20\n\n## Check-ins")
    assert steps(built({"Later": later})) == ["Fri 20: Book a hall"]


def test_a_page_about_the_time_before_the_first_outcome_says_so() -> None:
    review = built({"Latest": begins("2027-02-01"), "Later": begins("2027-01-04")})
    said = "No outcome is under way yet. Later begins on 4 Jan 2027."
    assert (plain(review.headline), review.asides) == (said, ())


def test_evidence_that_is_a_link_to_a_note_is_one_and_quotes_are_read_by_their_names() -> None:
    table = (
        "---\ntype: outcome\n---\n## Check-ins\n\n| date | value | comment | evidence |\n|---|---|---|---|\n"
    )
    row = "| 2026-11-17 | 6 | with [[People/Ana\\|her]] | [[Run]] |\n"
    checkin = '---\ntype: checkin\ngoal: Trials\ndate: 2026-11-18\nvalue: 7\nblocked: "ask [[Ana]]"\n'
    listed = 'evidence: ["[[Run|the run]]", "[[Gone]]", "photo"]\n---\n'
    notes = {"Trials": table + row, "C": checkin + listed, "Run": "", "People/Ana": ""}
    lines = [line.words for line in built(notes).checkins.lines]
    assert [plain(words) for words in lines] == [
        "6 · with her · evidence: Run",
        "7 · blocked: ask Ana · evidence: the run · evidence: Gone · evidence: photo",
    ]
    assert [part.path for words in lines for part in words if isinstance(part, Mention)] == ["Run.md"] * 2
