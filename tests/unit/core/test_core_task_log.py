"""Ticked tasks that link to a goal: what counts, and on which day."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.goal import CheckIn, Way
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

GOALS = {
    "Goals/Calls.md": "type: process\ncadence: 10 per week\nowner: '[[Ana]]'",
    "Goals/Meditation.md": "type: process\ncadence: daily",
    "Goals/Runs.md": "type: process\ncadence: 90 min per week",
    "Goals/Walks.md": "type: process\ncadence: weekly\nunit: h",
    "Goals/Demos.md": "type: process\ncadence: every demo",
    "Goals/Trials.md": "type: outcome",
    "Goals/Posts.md": "type: output",
    "Goals/Totals.md": "type: output\naggregate: last",
    "Goals/Signups.md": "type: indicator",
    "Goals/Visits.md": "type: indicator\naggregate: sum",
    "Goals/Refunds.md": "type: guardrail\naggregate: count",
    "Goals/Idea.md": "type: lever",
    "Goals/Growth.md": "type: objective",
}
DAILY = "2026-11-20.md"
DONE = "✅ 2026-11-18"


def vault(text: str, path: str = "Inbox.md") -> Vault:
    notes = {at: f"---\n{properties}\n---\n" for at, properties in GOALS.items()}
    notes |= {"Ana.md": "", "Acme.md": "", path: notes.get(path, "") + text}
    return Vault.of(read_note(Source.of(at, written)) for at, written in notes.items())


def read(of: Vault) -> list[CheckIn]:
    assert of.unread_checkins == {}
    return list(of.checkins)


def goals(of: Vault) -> list[str]:
    return sorted(checkin.goal.removeprefix("Goals/").removesuffix(".md") for checkin in read(of))


@pytest.mark.parametrize(
    ("text", "comment"),
    [
        (f"- [x] Call Acme [[Calls]] {DONE}", "Call Acme"),
        (f"- [X] Call Acme [[Calls]] {DONE}", "Call Acme"),
        (f"* [x] [[Calls]] Call Acme {DONE}", "Call Acme"),
        (f"1. [x] [[Calls]]: Call Acme {DONE}", "Call Acme"),
        ("- [x] Call Acme [[Calls]] [completion:: 2026-11-18]", "Call Acme"),
        ("- [x] Call Acme (completion:: 2026-11-18) [[Calls]]", "Call Acme"),
        (f"- [x] Call Acme [[Calls]] 📅 2026-11-19 {DONE} ^call", "Call Acme"),
        (f"- [x] Call Acme {DONE} [[Calls]]", "Call Acme"),
        (f"- [x] Call Acme [[Calls]] #sales @ana {DONE}", "Call Acme #sales @ana"),
        (f"- [x] #task [[Calls]] Call Acme {DONE}", "#task Call Acme"),
        (f"- [x] Call Acme [[Goals/Calls|calls]] {DONE}", "Call Acme"),
        (f"- [x] Call Acme [[Calls#Plan]] {DONE}", "Call Acme"),
        (f"- [x] Call Acme [calls](Goals/Calls.md) {DONE}", "Call Acme"),
        (f"- [x] Call Acme ([[Calls]]). {DONE}", "Call Acme"),
        (f"- [x] **[[Calls]]** Call Acme {DONE}", "Call Acme"),
        (f"- [x] Call [[Acme]] → [[Calls]] {DONE}", "Call [[Acme]] → [[Calls]]"),
        (f"- [x] Call Acme [[Calls]] [[Ana]] {DONE}", "Call Acme"),
        (f"- [x] [[Ana]] [[Calls]] Call Acme {DONE}", "Call Acme"),
        (f"- [x] Call Acme [[Calls]] <!-- a-1 --> %% b %% {DONE}", "Call Acme"),
        (f"- [x] [[Calls]] {DONE}", ""),
        (f"> - [x] Call Acme [[Calls]] {DONE}", "Call Acme"),
        (f"- Friday\n  - [x] Call Acme [[Calls]] {DONE}", "Call Acme"),
        (f"- [x] Call Acme\n  at noon [[Calls]] {DONE}", "Call Acme\nat noon"),
        (f"- [x] Call Acme [[Calls]] {DONE}\n  talked about price", "Call Acme\ntalked about price"),
        (f"- [x] Call Acme [[Calls]] {DONE}\n  see [[Acme]]", "Call Acme\nsee [[Acme]]"),
        (f"- [x] [[Calls]] Call Acme {DONE}\n  see [[Meditation]]", "Call Acme\nsee [[Meditation]]"),
        (f"- [x] Call Acme {DONE}\n  [[Calls]]", "Call Acme"),
        (f"- [x] [[Ana]] calls\n  Acme [[Calls]] {DONE}", "[[Ana]] calls\nAcme [[Calls]]"),
        (f"> - [x] Call Acme [[Calls]] {DONE}\n> [!note] Price", "Call Acme\n[!note] Price"),
        (f"- [x] Call Acme [[CALLS]] 🔁 every day {DONE}", "Call Acme"),
    ],
)
def test_a_ticked_task_counts_one_where_its_goals_link_stands_first_or_last(text: str, comment: str) -> None:
    of = vault(f"Some words.\n\n{text}\n")
    (checkin,) = read(of)

    assert (checkin.goal, checkin.on, checkin.way) == ("Goals/Calls.md", date(2026, 11, 18), Way.TASK)
    assert (checkin.value, checkin.of, checkin.comment) == (Fraction(1), None, comment)
    assert (checkin.path, checkin.line) == ("Inbox.md", 4 if "Friday" in text else 3)
    assert "[[" in of.notes["Inbox.md"].source.cut(checkin.span) or "](" in text


@pytest.mark.parametrize(
    "text",
    [
        f"- [ ] Call Acme [[Calls]] {DONE}",
        f"- [-] Call Acme [[Calls]] {DONE}",
        f"- [/] Call Acme [[Calls]] {DONE}",
        f"- [>] Call Acme [[Calls]] {DONE}",
        f"- Call Acme [[Calls]] {DONE}",
        f"- [x] Call Acme [[Calls]] ❌ 2026-11-18 {DONE}",
        f"- [x] Tell [[Calls]] about Acme {DONE}",
        f"- [x] Call Acme [[Calls]] [[Acme]] {DONE}",
        f"- [x] [[Acme]] [[Calls]] again {DONE}",
        f"- [x] Call Acme Calls {DONE}",
        f"- [x] Call Acme `[[Calls]]` {DONE}",
        f"- [x] Call Acme <!-- [[Calls]] --> {DONE}",
        f"- [x] Call Acme %% [[Calls]] %% {DONE}",
        f"- [x] Call Acme [goal:: [[Calls]]] {DONE}",
        f"- [x] Call Acme [[Phone round]] {DONE}",
        f"```\n- [x] Call Acme [[Calls]] {DONE}\n```",
        f"<!--\n- [x] Call Acme [[Calls]] {DONE}\n-->",
        f"%%\n- [x] Call Acme [[Calls]] {DONE}\n%%",
        f"<!-- vaultgoals:begin next -->\n- [x] A [[Calls]] {DONE}\n<!-- vaultgoals:end next -->",
        "- [x] Call Acme [[Calls]]",
        "- [x] Call Acme [[Calls]] 📅 2026-11-18",
    ],
)
def test_what_is_not_ticked_not_linked_hidden_or_of_no_known_day_counts_nothing(text: str) -> None:
    assert read(vault(f"{text}\n")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[[Calls]] with [[Demos]]", ["Calls", "Demos"]),
        ("Acme [[Calls]] [[Posts]]", ["Calls", "Posts"]),
        ("Acme [[Calls]], [[Posts]].", ["Calls", "Posts"]),
        ("[[Calls]] / [[Posts]] Acme", ["Calls", "Posts"]),
        ("[[Calls]] and again [[Calls]]", ["Calls"]),
        ("Acme [[Calls]] and [[Posts]]", ["Posts"]),
    ],
)
def test_a_task_that_links_to_two_goals_counts_for_both(text: str, expected: list[str]) -> None:
    assert goals(vault(f"- [x] {text} {DONE}\n")) == expected


@pytest.mark.parametrize(
    ("title", "counts"),
    [
        ("Calls", True),
        ("Demos", True),
        ("Posts", True),
        ("Visits", True),
        ("Refunds", True),
        ("Totals", False),
        ("Signups", False),
        ("Trials", False),
        ("Runs", False),
        ("Walks", False),
        ("Idea", False),
        ("Growth", False),
    ],
)
def test_tasks_count_for_goals_that_add_up_and_are_not_measured_in_time(title: str, *, counts: bool) -> None:
    assert len(read(vault(f"- [x] Done [[{title}]] {DONE}\n"))) == counts


def test_a_ticked_task_is_one_event_of_one() -> None:
    (checkin,) = read(vault(f"- [x] At Acme's [[Demos]] {DONE}\n"))
    assert (checkin.value, checkin.of) == (Fraction(1), Fraction(1))


@pytest.mark.parametrize(
    ("text", "path", "day"),
    [
        ("- [x] Acme [[Calls]]", DAILY, date(2026, 11, 20)),
        (f"- [x] Acme [[Calls]] {DONE}", DAILY, date(2026, 11, 18)),
        ("- [x] Acme [[Calls]]", "2026-W47.md", date(2026, 11, 22)),
        (f"- [x] Acme [[Calls]] {DONE}", "2026-11.md", date(2026, 11, 18)),
        (f"- [x] Acme [[Meditation]] {DONE}", "2026-11.md", date(2026, 11, 18)),
    ],
)
def test_the_day_is_the_done_date_or_else_that_of_the_periodic_note(text: str, path: str, day: date) -> None:
    (checkin,) = read(vault(f"{text}\n", path))
    assert checkin.on == day
    assert (checkin.period is not None) == (day == date(2026, 11, 22))


def test_without_a_done_date_a_note_that_is_too_long_for_the_goal_gives_no_day() -> None:
    of = vault("- [x] Sat down [[Meditation]]\n", "2026-W47.md")
    ((trouble,),) = of.unread_checkins.values()

    assert (trouble.what, trouble.reason) == ("checkin-period", "day")
    assert list(of.checkins) == []


@pytest.mark.parametrize("date_written", ["✅ 2026-02-30", "[completion:: yesterday]"])
@pytest.mark.parametrize("path", [DAILY, "Inbox.md"])
def test_a_done_date_that_cannot_be_read_is_trouble_and_no_reading(date_written: str, path: str) -> None:
    of = vault(f"- [x] Acme [[Calls]] {date_written}\n", path)
    ((trouble,),) = of.unread_checkins.values()

    assert (trouble.what, trouble.property) == ("checkin", "date")
    assert trouble.text in of.notes[path].source.cut(trouble.span)
    assert list(of.checkins) == []


def test_another_date_that_cannot_be_read_is_no_matter() -> None:
    assert goals(vault(f"- [x] Acme [[Calls]] 📅 2026-02-30 {DONE}\n")) == ["Calls"]


def test_who_did_it_is_told() -> None:
    (checkin,) = read(vault(f"- [x] Acme [[Calls]] [owner:: Bo] {DONE}\n"))
    assert checkin.by == "Bo"


# In goals' own notes.


def test_in_a_goals_own_note_a_task_counts_where_it_links_to_the_goal() -> None:
    own = "Goals/Calls.md"

    assert goals(vault(f"- [x] Acme {DONE}\n", own)) == []
    assert goals(vault(f"- [x] Acme [[Calls]] {DONE}\n", own)) == ["Calls"]
    assert goals(vault(f"- [x] Acme [[#Plan]] {DONE}\n", own)) == []
    assert goals(vault(f"- [x] Acme [[Posts]] {DONE}\n", own)) == ["Posts"]


def test_a_goals_log_is_read_as_a_log_and_not_as_tasks() -> None:
    of = vault(
        f"## Check-ins\n\n- [x] 2026-11-18: 4 [[Calls]]\n- [x] Acme [[Calls]] {DONE}\n", "Goals/Calls.md"
    )

    assert [(checkin.value, checkin.way) for checkin in read(of)] == [(Fraction(4), Way.LOG)]


def test_a_generated_page_is_read_outside_its_blocks_and_has_no_date_of_its_own() -> None:
    page = "---\ntype: goal-review\n---\n- [x] Acme [[Calls]]{}\n"

    assert goals(vault(page.format(f" {DONE}"), DAILY)) == ["Calls"]
    assert goals(vault(page.format(""), DAILY)) == []


@pytest.mark.parametrize(
    "header",
    ["---\na: 1\na: 2\n---\n", "<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n"],
)
def test_tasks_in_a_note_that_cannot_be_used_count_nothing(header: str) -> None:
    assert goals(vault(f"{header}- [x] Acme [[Calls]] {DONE}\n")) == []


def test_tasks_in_a_syncers_copy_count_nothing() -> None:
    copy = "Inbox (Conflicted copy laptop 202611201430).md"
    assert goals(vault(f"- [x] Acme [[Calls]] {DONE}\n", copy)) == []


def test_many_tasks_are_read_in_reasonable_time() -> None:
    assert len(read(vault(f"- [x] Acme [[Calls]] [[Acme|a]] [[Calls]] {DONE}\n" * 5_000))) == 5_000


def test_a_task_full_of_links_is_read_in_reasonable_time() -> None:
    assert goals(vault(f"- [x] {'[[Calls]] [[Posts]] ' * 10_000}{DONE}\n")) == ["Calls", "Posts"]
