"""What a week asks for, beside what is due: what blocks, what is ending, what waits, what was never tried."""

from collections.abc import Mapping
from datetime import date

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.next_steps import next_steps
from vaultgoals.review.overview import Overview
from vaultgoals.review.text import Mention, plain
from vaultgoals.review.today import plan_of_day

TODAY = date(2026, 11, 18)  # a Wednesday: no reading is asked for yet
PLAN = "baseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20"
FLAT = "- 2026-10-16: 6.3\n- 2026-11-13: 6.3\n"
SLOW = "- 2026-10-16: 6.3\n- 2026-11-13: 6.8\n"
LEVER = '---\ntype: lever\noutcome: "[[Trials]]"\nimpact: 4\nconfidence: 0.5\neffort: 1\n{}\n---\n{}'


def outcome(log: str = FLAT, *, body: str = "", more: str = "") -> str:
    return f"---\ntype: outcome\n{PLAN}\n{more}\n---\n{body}\n## Check-ins\n\n{log}"


def process(value: str, more: str = "", *, cadence: str = "10 per week") -> str:
    days = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
    log = "".join(f"- {day}: {value}\n" for day in days)
    head = f'type: process\noutcome: "[[Trials]]"\ncadence: {cadence}\nstart: 2026-09-28\n{more}'
    return f"---\n{head}\n---\n## Check-ins\n\n{log}"


def overview(notes: Mapping[str, str], today: date = TODAY) -> Overview:
    vault = Vault.of(read_note(Source.of(f"{name}.md", text)) for name, text in notes.items())
    return Overview.of(vault, asof=today, today=today)


def steps(notes: Mapping[str, str], today: date = TODAY) -> list[str]:
    seen = overview(notes, today)
    found = next_steps(seen.card, seen.outcome_paths, Calendar().week_of(today))
    return [f"{step.when}: {plain(step.what)}" for step in found]


def links(notes: Mapping[str, str]) -> list[Mention]:
    seen = overview(notes)
    found = next_steps(seen.card, seen.outcome_paths, Calendar().week_of(TODAY))
    return [part for step in found for part in step.what if isinstance(part, Mention)]


# What stands in the way.


STUCK = (
    '---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-16\nvalue: 1\nblocked: The line is dead.\n{}---\n'
)


def test_what_blocks_comes_with_the_day_and_place_where_it_was_written() -> None:
    notes = {"Trials": outcome(), "Calls": process("10"), "2026-11-16 Calls": STUCK.format("")}
    assert "Clear the way: Calls. On 16 Nov you wrote: “The line is dead.”" in steps(notes)
    assert Mention("2026-11-16 Calls.md", "2026-11-16 Calls", "16 Nov") in links(notes)


def test_who_wrote_what_blocks_is_said_where_it_is_known() -> None:
    notes = {"Trials": outcome(), "Calls": process("10"), "2026-11-16 Calls": STUCK.format("by: Ana\n")}
    assert "Clear the way: Calls. On 16 Nov Ana wrote: “The line is dead.”" in steps(notes)


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ({}, True),
        ({"2026-11-17": "Calls:: 3\n"}, True),
        ({"2026-11-17 Calls": "---\ntype: checkin\ngoal: Calls\ndate: 2026-11-17\nvalue: 3\n---\n"}, False),
        ({"2026-11-12 Calls": "---\ntype: checkin\ngoal: Calls\ndate: 2026-11-12\nvalue: 3\n---\n"}, True),
    ],
)
def test_a_later_check_in_that_could_say_it_and_does_not_takes_a_blocker_back(
    later: dict[str, str], *, told: bool
) -> None:
    notes = {"Trials": outcome(), "Calls": process("10"), "2026-11-16 Calls": STUCK.format(""), **later}
    assert ("Clear the way: Calls. On 16 Nov you wrote: “The line is dead.”" in steps(notes)) is told


@pytest.mark.parametrize(("today", "told"), [(date(2026, 11, 29), True), (date(2026, 11, 30), False)])
def test_a_blocker_fades_after_two_weeks(today: date, *, told: bool) -> None:
    notes = {"Trials": outcome(), "Calls": process("10"), "2026-11-16 Calls": STUCK.format("")}
    assert bool([step for step in steps(notes, today) if "Clear" in step]) is told


def test_what_blocks_the_largest_gap_stands_for_the_plan_against_it() -> None:
    stuck = STUCK.format("")
    notes = {"Trials": outcome(), "Calls": process("0", "if-then: If not, then."), "2026-11-16 Calls": stuck}
    assert steps(notes) == ["Clear the way: Calls. On 16 Nov you wrote: “The line is dead.”"]


def test_a_day_s_plan_says_what_blocks_too() -> None:
    notes = {"Trials": outcome(), "Calls": process("10"), "2026-11-16 Calls": STUCK.format("")}
    plan = plan_of_day(overview(notes), Calendar().day_of(TODAY))
    assert "Clear the way" in [step.when for step in plan.steps]


# The largest gap.


@pytest.mark.parametrize(
    ("today", "done", "when"),
    [
        (date(2026, 11, 16), "", "Wed 18"),
        (date(2026, 11, 18), "", "Wed 18"),
        (date(2026, 11, 19), "", "Close the gap"),
        (date(2026, 11, 16), "- 2026-11-16: 1\n", "Close the gap"),
    ],
)
def test_a_gap_is_closed_on_the_next_named_day_that_is_left(today: date, done: str, when: str) -> None:
    runs = process("0", "if-then: If it rains, treadmill.", cadence="every Wednesday") + done
    assert f"{when}: Runs. You said: “If it rains, treadmill.”" in steps(
        {"Trials": outcome(), "Runs": runs}, today
    )


# What is ending.


TRYING = "---\ntype: process\nexploratory: true\nuntil: {}\ncadence: weekly\n{}\n---\n"


@pytest.mark.parametrize(
    ("until", "asked"),
    [("2026-11-17", True), ("2026-11-18", True), ("2026-12-01", True), ("2026-12-02", False)],
)
def test_an_exploration_is_asked_about_from_two_weeks_before_its_end(until: str, *, asked: bool) -> None:
    notes = {"Yoga": TRYING.format(until, "")}
    assert bool([step for step in steps(notes) if "what Yoga (explored until" in step]) is asked


def test_what_is_ending_is_one_step_and_what_leads_somewhere_is_not_asked_about() -> None:
    notes = {
        "Chess": TRYING.format("2026-11-15", ""),
        "Yoga": TRYING.format("2026-11-20", ""),
        "Calls": TRYING.format("2026-11-20", 'outcome: "[[Trials]]"'),
        "Rest": TRYING.format("2026-11-20", "status: paused"),
        "Trials": outcome(),
    }
    decide = [step for step in steps(notes) if "explored" in step]
    said = "what Chess (explored until 15 Nov) and Yoga (explored until 20 Nov) lead to, or drop them"
    assert decide == [f"Decide: {said}"]


@pytest.mark.parametrize(
    ("more", "asked"),
    [
        ("experiment: true\ntimebox: 2026-11-17", True),
        ("experiment: true\ndue: 2026-11-17", True),
        ("experiment: true\ntimebox: 2026-11-18", False),
        ("experiment: true\ntimebox: 2026-11-17\nresult: did-not", False),
        ("timebox: 2026-11-17", False),
    ],
)
def test_an_experiment_past_its_time_box_asks_what_came_of_it(more: str, *, asked: bool) -> None:
    notes = {"Trials": outcome(), "Phone line": LEVER.format(more, "")}
    told = "Write down: what came of Phone line (experiment until 17 Nov)"
    assert (told in steps(notes)) is asked
    plan = plan_of_day(overview(notes), Calendar().day_of(TODAY))
    assert ("Write down" in [step.when for step in plan.steps]) is asked


# What waits.


@pytest.mark.parametrize(
    ("task", "offered"),
    [
        ("- [ ] Ask three people", "Next: Ask three people, open and without a day"),
        (
            "- [ ] Ask three people\n- [/] Draft the page",
            "Next: Draft the page, open and without a day",
        ),
        ("- [ ] Ask three people 🛫 2026-11-22", "Next: Ask three people, open and without a day"),
        ("- [ ] Ask three people 🛫 2026-11-23", None),
        ("- [ ] Ask three people 📅 2026-12-01", None),
        ("- [ ] Ask three people\n- [ ] Draft the page 📅 2026-11-19", None),
        ("- [x] Ask three people", None),
    ],
)
def test_an_open_action_without_a_day_is_offered_where_none_is_due(task: str, offered: str | None) -> None:
    notes = {"Trials": outcome(body=f"{task}\n"), "Calls": process("0")}
    assert [step for step in steps(notes) if step.startswith("Next")] == ([offered] if offered else [])


def test_while_all_goes_well_nothing_that_waits_is_offered() -> None:
    rose = "- 2026-10-16: 6.3\n- 2026-11-13: 7.3\n"
    notes = {"Trials": outcome(rose, body="- [ ] Ask three people\n"), "Calls": process("10")}
    assert steps(notes) == []


def test_a_number_that_is_slower_than_its_plan_asks_for_more_or_for_another_lever() -> None:
    notes = {"Trials": outcome(SLOW), "Calls": process("10"), "Price": LEVER.format("", "")}
    assert steps(notes) == [
        "Decide: on more of it, or a later date → Trials",
        "Try: Price, the best-scored lever not yet tried",
    ]


def test_a_number_that_is_slower_lately_and_ahead_of_its_plan_asks_for_nothing() -> None:
    ahead = "- 2026-10-16: 7.2\n- 2026-11-13: 7.6\n"
    assert steps({"Trials": outcome(ahead), "Calls": process("10")}) == []


def test_a_target_that_is_met_asks_for_nothing_however_slowly_it_was() -> None:
    done = "- 2026-10-16: 7.6\n- 2026-11-13: 8\n"
    assert steps({"Trials": outcome(done), "Calls": process("10")}) == []


def test_an_experiment_that_is_over_is_no_lever_to_try() -> None:
    over = LEVER.format("experiment: true\ntimebox: 2026-11-17", "")
    notes = {"Trials": outcome(), "Calls": process("10"), "Price": over}
    assert not [step for step in steps(notes) if step.startswith("Try")]


# Where a step leads.


@pytest.mark.parametrize(
    ("body", "heading"),
    [
        ("- [ ] Ask 📅 2026-11-18\n", None),
        ("# Trials\n## Actions\n- [ ] Ask 📅 2026-11-18\n", "Actions"),
        ("## Actions\n## Later\n- [ ] Ask 📅 2026-11-18\n## Actions\n", "Later"),
        ("## Actions\n## Later\n## actions\n- [ ] Ask 📅 2026-11-18\n", None),
    ],
)
def test_an_action_without_an_id_links_to_the_heading_above_it(body: str, heading: str | None) -> None:
    notes = {"Trials": outcome(body=body), "Calls": process("0", "status: paused")}
    assert Mention("Trials.md", "Trials", "Ask", None, heading) in links(notes)


def test_the_longest_overdue_readings_are_asked_for_first_and_none_is_hidden() -> None:
    friday = date(2026, 11, 20)
    notes = {f"Due {number}": outcome("- 2026-11-13: 6.3\n") for number in range(1, 6)}
    notes |= {"Late": outcome("- 2026-11-01: 6.3\n"), "Latest": outcome("- 2026-10-16: 6.3\n")}
    seen = overview(notes, friday)
    step = next_steps(seen.card, seen.outcome_paths, Calendar().week_of(friday))[-1]
    links = [part.shown for words in (step.what, *step.more) for part in words if isinstance(part, Mention)]
    assert links == ["Latest", "Late", *(f"Due {number}" for number in range(1, 6))]
    assert [plain(words) for words in step.more] == [f"Due {n} (last read 13 Nov)" for n in (4, 5)]
