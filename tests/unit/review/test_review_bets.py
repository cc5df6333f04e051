"""What is to become of each process goal, and what there is to decide at the end of a month."""

from datetime import date, timedelta

import pytest

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.bets import Worth, bets_of
from vaultgoals.review.decide import decisions_of
from vaultgoals.review.keep_or_stop import month_headline, month_questions
from vaultgoals.review.overview import Overview
from vaultgoals.review.text import plain

ASOF = date(2026, 11, 29)
FLAT = "2026-10-30: 6.4\n2026-11-27: 6.4"
ROSE = "2026-10-30: 6.9\n2026-11-27: 7.6"
FULL, HALF, LITTLE = ["10"] * 9, ["6"] * 9, ["2"] * 9


def note(properties: str, log: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties}\n---\n## Check-ins\n\n{lines}"


def outcome(log: str, more: str = "") -> str:
    plan = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
    return note(f"type: outcome\n{plan}\n{more}", log)


def process(values: list[str], more: str = "because: it helps", *, to: str = '"[[Trials]]"') -> str:
    days = (date(2026, 9, 28) + timedelta(weeks=week) for week in range(len(values)))
    log = "\n".join(f"{day}: {value}" for day, value in zip(days, values, strict=True) if value)
    return note(f"type: process\noutcome: {to}\ncadence: 10 per week\nstart: 2026-09-28\n{more}", log)


def overview(**notes: str) -> Overview:
    """The overview of some goals, `Some_name` being the note “Some name”."""
    read = (read_note(Source.of(f"{name.replace('_', ' ')}.md", text)) for name, text in notes.items())
    return Overview.of(Vault.of(read), asof=ASOF, today=date(2026, 12, 3))


def worths(**notes: str) -> dict[str, Worth]:
    return {bet.goal.title: bet.worth for bet in bets_of(overview(**notes))}


def decided(**notes: str) -> list[str]:
    found = overview(**notes)
    steps = decisions_of(found, bets_of(found)).steps
    return [f"{step.when}: {plain(step.what)}" for step in steps]


def headline(**notes: str) -> str:
    found = overview(**notes)
    return plain(month_headline(found, bets_of(found))[0])


@pytest.mark.parametrize(
    ("number", "done", "worth"),
    [
        (ROSE, FULL, Worth.KEEP),
        (ROSE, HALF, Worth.KEEP),
        (ROSE, LITTLE, Worth.STOP),
        (FLAT, FULL, Worth.STOP),
        (FLAT, HALF, Worth.OPEN),
        (FLAT, LITTLE, Worth.STOP),
        (FLAT, ["10"] * 4 + [""] * 5, Worth.OPEN),
        ("2026-10-30: 6.4", FULL, Worth.OPEN),
        ("", FULL, Worth.OPEN),
    ],
)
def test_what_was_done_and_what_moved_say_whether_to_keep_a_process_goal(
    number: str, done: list[str], worth: Worth
) -> None:
    assert worths(Trials=outcome(number), Calls=process(done)) == {"Calls": worth}


def test_one_reason_to_keep_a_process_goal_is_enough() -> None:
    both = process(FULL, to='["[[Trials]]", "[[Sales]]"]')
    assert worths(Trials=outcome(FLAT), Sales=outcome(ROSE), Calls=both) == {"Calls": Worth.KEEP}


def test_a_process_goal_that_is_paused_or_leads_nowhere_is_no_bet() -> None:
    paused, alone = process(FULL, "status: paused"), process(FULL, to="")
    assert worths(Trials=outcome(FLAT), Calls=paused, Walks=alone) == {}


WEEKLY = "\n".join(
    f"{date(2026, 10, 1) + timedelta(weeks=week)}: {value}"
    for week, value in enumerate(("6.1", "6.3", "6.3", "6.6", "6.6", "6.9", "6.9", "7.3"))
)


@pytest.mark.parametrize(("helps", "worth"), [("met", Worth.KEEP), ("unmet", Worth.OPEN)])
def test_weeks_that_say_the_opposite_leave_it_open(helps: str, worth: Worth) -> None:
    done = ["5", "10"] * 4 if helps == "met" else ["10", "5"] * 4
    assert worths(Trials=outcome(WEEKLY), Calls=process([*done, "10"])) == {"Calls": worth}


# The headline and the questions.


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        (
            {"Trials": outcome(ROSE), "Calls": process(FULL)},
            "Keep Calls. Nothing that was done asks to be stopped.",
        ),
        (
            {"Trials": outcome(FLAT), "Calls": process(FULL)},
            "Stop or change Calls: you did it, and the number hardly moved.",
        ),
        (
            {"Trials": outcome("2026-10-30: 6.4\n2026-11-27: 6.1"), "Calls": process(FULL)},
            "Stop or change Calls: you did it, and the number fell back.",
        ),
        (
            {"Trials": outcome(FLAT), "Calls": process(FULL), "Mails": process(FULL), "Ads": process(FULL)},
            "Stop or change Ads, Calls and 1 more: you did it, and the number hardly moved.",
        ),
        (
            {
                "Trials": outcome(FLAT),
                "Calls": process(FULL),
                "Sales": outcome(ROSE),
                "Demos": process(FULL, to="'[[Sales]]'"),
            },
            "Keep Demos; stop or change Calls.",
        ),
        (
            {
                "Trials": outcome(FLAT),
                "Sales": outcome(ROSE),
                "Calls": process(FULL, to="['[[Trials]]', '[[Sales]]']"),
            },
            "Keep Calls; decide whether to change the bet on Trials.",
        ),
        ({"Trials": outcome(ROSE)}, "Trials: a wish so far, nothing you repeat leads there."),
        ({}, "No goals yet."),
    ],
)
def test_the_headline_says_what_to_keep_and_what_to_stop(notes: dict[str, str], said: str) -> None:
    assert headline(**notes).startswith(said)


def test_a_broken_limit_goes_before_what_to_keep() -> None:
    refunds = note("type: guardrail\noutcome: '[[Trials]]'\nmax: 2", "2026-11-20: 3")
    said = headline(Trials=outcome(ROSE), Calls=process(FULL), Refunds=refunds)
    assert said == "Trials: hold. Refunds at 3, above your limit of 2."


def test_a_broken_limit_does_not_hide_what_to_keep_and_to_stop() -> None:
    found = overview(
        Trials=outcome(ROSE),
        Calls=process(FULL),
        Refunds=note("type: guardrail\noutcome: '[[Trials]]'\nmax: 2", "2026-11-20: 3"),
        Sales=outcome(FLAT),
        Demos=process(FULL, to='"[[Sales]]"'),
        Race=outcome(ROSE),
        Runs=process(FULL, to='"[[Race]]"'),
    )
    first, asides = month_headline(found, bets_of(found))
    assert plain(first) == "Trials: hold. Refunds at 3, above your limit of 2."
    assert [plain(aside) for aside in asides] == [
        "Keep Runs; stop or change Demos.",
        "On track: 2 of 3 outcomes.",
    ]


@pytest.mark.parametrize(
    ("notes", "questions"),
    [
        ({"Calls": process(FULL), "Mails": process(HALF)}, 2),
        ({"Calls": process(FULL, ""), "Mails": process(HALF, "")}, 1),
        ({"Calls": process(FULL)}, 1),
        ({}, 1),
    ],
)
def test_there_is_always_a_question_and_no_choice_among_one(notes: dict[str, str], questions: int) -> None:
    asked = [plain(one) for one in month_questions(bets_of(overview(Trials=outcome(FLAT), **notes)))]
    assert len(asked) == questions
    assert ("If you could keep only one process goal, which?" in asked) is (len(notes) > 1)


# Decisions.


def test_what_is_tried_next_is_the_lever_with_the_best_score_that_was_not_tried() -> None:
    def lever(score: str) -> str:
        return note(f"type: lever\noutcome: '[[Trials]]'\nconfidence: 0.5\neffort: 1\n{score}")

    said = decided(
        Trials=outcome(FLAT),
        Tour=lever("impact: 3"),
        Guide=lever("impact: 2"),
        Tried=lever("impact: 9\nresult: did-not"),
        Closed=lever("impact: 9\nstatus: dropped"),
        Over=lever("impact: 9\nexperiment: true\ntimebox: 2026-11-20"),
        Unscored=note("type: lever\noutcome: '[[Trials]]'"),
        Nowhere=note("type: lever\nimpact: 9\nconfidence: 1\neffort: 1"),
    )
    assert [line for line in said if line.startswith("Try next")] == [
        "Try next: Tour, the best-scored lever not yet tried → Trials"
    ]


FAR = "2026-10-16: 6.3\n2026-10-30: 6.3\n2026-11-13: 6.4\n2026-11-27: 6.4"
FALLING = outcome("2026-10-16: 7.9\n2026-10-30: 7.8\n2026-11-13: 7.8\n2026-11-27: 7.7").replace(
    "baseline: 6\ntarget: 8", "baseline: 8\ntarget: 6"
)


@pytest.mark.parametrize(
    ("number", "done", "said"),
    [
        (
            outcome(FAR),
            FULL,
            "Trials: 8 % by 20 Dec lies beyond what the readings lead to, 6.7 % at best. Or a later day?",
        ),
        (
            FALLING,
            FULL,
            "Trials: 6 % by 20 Dec lies beyond what the readings lead to, 7.5 % at best. Or a later day?",
        ),
        (outcome(FAR), LITTLE, ""),
        (outcome("2026-10-16: 6.5\n2026-10-30: 6.9\n2026-11-13: 7.3\n2026-11-27: 7.6"), FULL, ""),
        (
            outcome(f"{ROSE}\n2026-11-28: 8.2"),
            FULL,
            "Trials: it is met before 20 Dec. A new one, or close it?",
        ),
        (outcome(f"{ROSE}\n2026-11-28: 8.2").replace("2026-12-20", "2026-11-28"), FULL, ""),
    ],
    ids=["rising", "falling", "not tried", "within reach", "met", "over"],
)
def test_another_target_is_asked_for_where_the_work_was_done_and_it_lies_out_of_reach(
    number: str, done: list[str], said: str
) -> None:
    lines = decided(Trials=number, Calls=process(done))
    found = [line.removeprefix("Change the target: ") for line in lines if line.startswith("Change")]
    assert found == ([said] if said else [])


def test_what_was_hardly_done_is_made_smaller() -> None:
    assert decided(Trials=outcome(FLAT), Calls=process(LITTLE)) == [
        "Make smaller, or stop: Calls 8 of 40, met in none of 4 weeks; Trials stayed at 6.4 %."
    ]


def test_five_decisions_are_enough() -> None:
    over = outcome(FLAT).replace("2026-12-20", "2026-11-20")
    assert len(decided(**dict.fromkeys(map("Over_{}".format, range(9)), over))) == 5
