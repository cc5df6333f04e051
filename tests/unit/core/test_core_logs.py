"""What is logged: in check-in notes, and in the log of a goal's own note."""

from datetime import date, time
from fractions import Fraction

import pytest

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.goal import CheckIn
from vaultgoals.core.goal_log import log_sections, within
from vaultgoals.core.note import Malformed
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

NOTES = {
    "Calls.md": "---\ntype: process\ncadence: 50 calls per week\n---\n",
    "Trial.md": '---\ntype: outcome\nunit: "%"\n---\n',
    "Users.md": "---\ntype: outcome\n---\n",
    "Runs.md": "---\ntype: process\ncadence: 90 min per week\n---\n",
    "Demos.md": "---\ntype: process\ncadence: every demo\n---\n",
    "Phoning.md": "---\ntype: process\naliases: [Phone round, Users, Plain]\n---\n",
    "Plain.md": "Just a note.\n",
}
CHECKIN = "Check-ins/2026-11-20 0910 Calls.md"


def vault(notes: dict[str, str], config: Config = Config()) -> Vault:
    return Vault.of((read_note(Source.of(path, text)) for path, text in {**NOTES, **notes}.items()), config)


def noted(properties: str, body: str = "", path: str = CHECKIN, config: Config = Config()) -> Vault:
    return vault({path: f"---\ntype: checkin\n{properties}\n---\n{body}"}, config)


def logged(body: str, path: str = "Calls.md", config: Config = Config()) -> Vault:
    return vault({path: NOTES[path] + body}, config)


def in_the_log(lines: str, path: str = "Calls.md", config: Config = Config()) -> Vault:
    return logged(f"## Check-ins\n\n{lines}\n", path, config)


def read(of: Vault) -> list[CheckIn]:
    assert of.unread_checkins == {}
    return list(of.checkins)


def only(of: Vault) -> CheckIn:
    (checkin,) = read(of)
    return checkin


def unread(of: Vault) -> list[Malformed]:
    return [trouble for troubles in of.unread_checkins.values() for trouble in troubles]


def days(of: Vault) -> list[int]:
    return [checkin.on.day for checkin in read(of)]


# Check-in notes.


def test_a_check_in_note_says_all_that_there_is_to_say() -> None:
    checkin = only(
        noted(
            'goal: "[[Calls]]"\ndate: 2026-11-19\nvalue: 12\nconfidence: 7\nby: "[[Ana]]"\n'
            'evidence: ["[[Call sheet]]", "https://example.org"]\nblocked: no list',
            "\nTwo meetings booked.\n\nOne on Friday.\n",
        )
    )

    assert (checkin.goal, checkin.on, checkin.value) == ("Calls.md", date(2026, 11, 19), Fraction(12))
    assert (checkin.confidence, checkin.by, checkin.blocked) == (Fraction(7, 10), "Ana", "no list")
    assert checkin.evidence == ("[[Call sheet]]", "https://example.org")
    assert checkin.comment == "Two meetings booked.\n\nOne on Friday."
    assert (checkin.path, checkin.line) == (CHECKIN, 5)


@pytest.mark.parametrize(
    ("written", "goals"),
    [
        ('"[[Calls]]"', ["Calls.md"]),
        ("Calls", ["Calls.md"]),
        ("[[Calls]]", ["Calls.md"]),
        ('"[c](Calls.md)"', ["Calls.md"]),
        ('"[[Calls|today]]"', ["Calls.md"]),
        ('["[[Calls]]", "[[Users]]"]', ["Calls.md", "Users.md"]),
        ("\n  - '[[Calls]]'\n  - '[[Users]]'", ["Calls.md", "Users.md"]),
        ('["[[Calls]]", "[[calls]]", Calls]', ["Calls.md"]),
        ("phone round", ["Phoning.md"]),
        ('"Phone Round"', ["Phoning.md"]),
        ("[phone round, Calls]", ["Calls.md", "Phoning.md"]),
        # A note of that name goes before another goal's alias.
        ("Users", ["Users.md"]),
    ],
)
def test_a_check_in_counts_once_for_each_goal_that_it_names(written: str, goals: list[str]) -> None:
    assert sorted(checkin.goal for checkin in read(noted(f"goal: {written}\nvalue: 3"))) == goals


@pytest.mark.parametrize(
    ("written", "text", "reason"),
    [
        ("", "", "missing"),
        ("[]", "", "missing"),
        ('"[[Nowhere]]"', "Nowhere", "no-goal"),
        ('"[[Plain]]"', "Plain", "no-goal"),
        ("Plain", "Plain", "no-goal"),
        ('"[[Phone round]]"', "Phone round", "no-goal"),
        ("[[Phone round]]", "Phone round", "no-goal"),
        ('"[p](Phone%20round)"', "Phone round", "no-goal"),
        ("[[Nowhere]]", "Nowhere", "no-goal"),
        (f'"[[{CHECKIN}]]"', CHECKIN, "no-goal"),
    ],
)
def test_a_check_in_about_no_goal_is_trouble(written: str, text: str, reason: str) -> None:
    of = noted(f"goal: {written}\nvalue: 3")

    assert [(trouble.what, trouble.text, trouble.reason) for trouble in unread(of)] == [
        ("checkin-goal", text, reason)
    ]
    assert list(of.checkins) == []


def test_a_check_in_without_a_goal_is_trouble_at_its_type() -> None:
    (trouble,) = unread(noted("value: 3"))

    assert trouble.reason == "missing"
    assert Source.of(CHECKIN, "---\ntype: checkin\nvalue: 3").cut(trouble.span) == "type: checkin"


def test_of_two_goals_the_one_that_is_there_counts() -> None:
    of = noted('goal: ["[[Calls]]", "[[Nowhere]]"]\nvalue: 3')

    assert [checkin.goal for checkin in of.checkins] == ["Calls.md"]
    assert [trouble.text for trouble in unread(of)] == ["Nowhere"]


@pytest.mark.parametrize(
    ("path", "properties", "day"),
    [
        (CHECKIN, "", 20),
        (CHECKIN, "date:", 20),
        (CHECKIN, "date: 2026-11-18", 18),
        (CHECKIN, 'date: "[[2026-11-18]]"', 18),
        (CHECKIN, "date: [[2026-11-18]]", 18),
        (CHECKIN, "date: 2026-11-18T23:30:00", 18),
        (CHECKIN, "date: 2026-11-18T02:30:00", 17),
        ("2026-11-20.md", "", 20),
        ("2026-11-20-calls.md", "", 20),
    ],
)
def test_a_check_in_notes_day_is_its_date_or_begins_its_name(path: str, properties: str, day: int) -> None:
    of = noted(f"goal: Calls\nvalue: 3\n{properties}", path=path, config=Config(day_ends_at=time(4)))

    assert days(of) == [day]


@pytest.mark.parametrize(
    "path", ["Calls today.md", "Calls 2026-11-20.md", "2026-02-30 Calls.md", "2026-11-201.md"]
)
def test_a_check_in_note_without_any_date_is_trouble(path: str) -> None:
    of = noted("goal: Calls\nvalue: 3", path=path)

    assert [(trouble.what, trouble.property, trouble.reason) for trouble in unread(of)] == [
        ("checkin", "date", "missing")
    ]
    assert list(of.checkins) == []


def test_a_date_that_cannot_be_read_is_not_replaced_by_the_name() -> None:
    of = noted("goal: Calls\nvalue: 3\ndate: yesterday")

    assert [(trouble.what, trouble.text, trouble.reason) for trouble in unread(of)] == [
        ("checkin", "yesterday", "date")
    ]
    assert list(of.checkins) == []


@pytest.mark.parametrize(
    ("goal", "written", "value", "of"),
    [
        ("Calls", "12", 12, None),
        ("Calls", "12 calls", 12, None),
        ("Calls", "1,250", 1250, None),
        ("Calls", "yes", 1, None),
        ("Calls", "true", 1, None),
        ("Calls", "no", 0, None),
        ("Calls", "0", 0, None),
        ("Calls", "9/10", 9, 10),
        ("Demos", "9/10", 9, 10),
        ("Demos", "x", 1, 1),
        ("Demos", "no", 0, 1),
        ("Trial", "6.5", Fraction(13, 2), None),
        ("Trial", "6.5%", Fraction(13, 2), None),
        ("Trial", "9/10", 90, None),
        ("Runs", "1h30m", 90, None),
        ("Runs", "45", 45, None),
        ("Runs", "no", 0, None),
    ],
)
def test_values_in_every_form(
    goal: str, written: str, value: Fraction | int, of: Fraction | int | None
) -> None:
    checkin = only(noted(f"goal: {goal}\nvalue: {written}"))

    assert (checkin.value, checkin.of) == (value, of)


@pytest.mark.parametrize(
    ("goal", "written", "reason"),
    [
        ("Calls", "many", "value"),
        ("Calls", "12 bookings", "value"),
        ("Calls", "1e3", "value"),
        ("Calls", "12, two booked", "value"),
        ("Users", "9/10", "metric"),
        ("Demos", "3", "event"),
        ("Runs", "yes", "duration"),
    ],
)
def test_a_value_that_cannot_be_read_is_trouble_at_its_own_place(
    goal: str, written: str, reason: str
) -> None:
    of = noted(f"goal: {goal}\nvalue: {written}")

    (trouble,) = unread(of)
    assert (trouble.what, trouble.property, trouble.text) == ("checkin", "value", written)
    assert trouble.reason == reason
    assert of.notes[CHECKIN].source.cut(trouble.span) == written
    assert list(of.checkins) == []


def test_beside_a_value_that_cannot_be_read_the_rest_counts() -> None:
    of = noted("goal: Calls\nvalue: many\nconfidence: red\nblocked: no list", "Not my day.\n")

    (checkin,) = of.checkins
    assert (checkin.value, checkin.confidence, checkin.blocked) == (None, Fraction(2, 10), "no list")
    assert checkin.comment == "Not my day."
    assert len(unread(of)) == 1


def test_a_value_that_no_goal_can_read_is_one_trouble() -> None:
    assert [trouble.text for trouble in unread(noted("goal: [Calls, Users]\nvalue: many"))] == ["many"]


def test_a_value_counts_for_the_goal_that_can_read_it() -> None:
    of = noted("goal: [Demos, Calls]\nvalue: 3")

    assert [checkin.goal for checkin in of.checkins] == ["Calls.md"]
    assert [trouble.reason for trouble in unread(of)] == ["event"]


def test_beside_a_confidence_that_cannot_be_read_the_value_counts() -> None:
    of = noted("goal: Calls\nvalue: 3\nconfidence: 1")

    assert [(trouble.what, trouble.property) for trouble in unread(of)] == [("checkin", "confidence")]
    assert [(checkin.value, checkin.confidence) for checkin in of.checkins] == [(Fraction(3), None)]


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ("skip: ill", "ill"),
        ("value: skip", ""),
        ("value: 'skip: ill'", "ill"),
        ("value: ''\nskip: ill", "ill"),
        ("skip: true", ""),
        ("skip: no time", "no time"),
    ],
)
def test_a_skip_is_no_zero(properties: str, reason: str) -> None:
    checkin = only(noted(f"goal: Calls\n{properties}"))

    assert (checkin.value, checkin.skip) == (None, reason)


def test_an_unticked_skip_is_none() -> None:
    checkin = only(noted("goal: Calls\nvalue: 3\nskip: false"))

    assert (checkin.value, checkin.skip) == (Fraction(3), None)
    assert read(noted("goal: Calls\nskip: false")) == []


@pytest.mark.parametrize(
    "properties", ["", "value:", "value: ''", "value:\nskip:\nconfidence:\nevidence: []"]
)
def test_a_check_in_note_with_nothing_filled_in_is_no_log(properties: str) -> None:
    assert read(noted(f"goal: Calls\n{properties}")) == []


@pytest.mark.parametrize(("properties", "body"), [("confidence: green", ""), ("", "Still waiting.\n")])
def test_a_confidence_or_a_comment_alone_is_kept_without_a_value(properties: str, body: str) -> None:
    checkin = only(noted(f"goal: Calls\n{properties}", body))

    assert (checkin.value, checkin.skip) == (None, None)


# The log in the goal's own note: its lines.


@pytest.mark.parametrize(
    ("line", "value", "comment"),
    [
        ("- 2026-11-20: 12", 12, ""),
        ("* 2026-11-20: 12", 12, ""),
        ("+ 2026-11-20: 12", 12, ""),
        ("- 2026-11-20: 12, two meetings booked", 12, "two meetings booked"),
        ("- 2026-11-20: 12 two meetings booked", 12, "two meetings booked"),
        ("- 2026-11-20: 12 calls, two meetings", 12, "two meetings"),
        ("- 2026-11-20: 12 – two meetings", 12, "two meetings"),
        ("- 2026-11-20: 12. Two meetings", 12, "Two meetings"),
        ("- 2026-11-20: -3, taken back", -3, "taken back"),
        ("- 2026-11-20 12", 12, ""),
        ("- 2026-11-20, 12", 12, ""),
        ("- 2026-11-20 - 12", 12, ""),
        ("- 2026-11-20 – 12", 12, ""),
        ("- 2026-11-20 — 12", 12, ""),
        ("- 2026-11-20 : 12", 12, ""),
        ("- 2026-11-20 -12", -12, ""),
        ("- [[2026-11-20]]: 12", 12, ""),
        ("- [[2026-11-20]] 12", 12, ""),
        ("- [[Daily/2026-11-20|Friday]]: 12", 12, ""),
        ("- [2026-11-20](2026-11-20.md): 12", 12, ""),
        ("- [Friday](Daily/2026-11-20.md) 12", 12, ""),
        ("- [Friday](<My days/2026-11-20.md>): 12", 12, ""),
        ("- [Friday](My%20days/2026-11-20.md#Noon): 12", 12, ""),
        ("- **2026-11-20**: 12, good", 12, "good"),
        ("- **2026-11-20:** 12", 12, ""),
        ("- **[[2026-11-20]]**: 12", 12, ""),
        ("- 2026-11-20: **12**", 12, ""),
        ("- 2026-11-20: **12 calls** by noon", 12, "by noon"),
        ("- 2026-11-20: ==12==, good", 12, "good"),
        ("- 2026-11-20: 12 %% hm %% good <!-- no -->", 12, "good"),
        ("- 2026-11-20T09:10: 12", 12, ""),
        ("- 2026-11-20 09:10: 12", 12, ""),
        ("- 2026-11-20T09:10:00+01:00: 12", 12, ""),
        ("- 2026-11-20: yes, at last", 1, "at last"),
        ("- 2026-11-20: 0, nobody answered", 0, "nobody answered"),
        ("- 2026-11-20: no", 0, ""),
        ("- 2026-11-20: 9/10 calls", 9, ""),
        ("- 2026-11-20: 12, two\n  meetings", 12, "two\nmeetings"),
        ("- [x] 2026-11-20: 12", 12, ""),
    ],
)
def test_a_log_line_is_a_day_a_value_and_a_comment(line: str, value: Fraction | int, comment: str) -> None:
    checkin = only(in_the_log(line))

    assert (checkin.on, checkin.value, checkin.comment) == (date(2026, 11, 20), value, comment)
    assert (checkin.goal, checkin.path, checkin.line) == ("Calls.md", "Calls.md", 7)


@pytest.mark.parametrize(
    ("line", "reason"),
    [("- 2026-11-20: skip", ""), ("- 2026-11-20: skip: ill, again", "ill, again"), ("- 2026-11-20 Skip", "")],
)
def test_a_log_line_may_skip_with_a_reason(line: str, reason: str) -> None:
    checkin = only(in_the_log(line))

    assert (checkin.value, checkin.skip, checkin.comment) == (None, reason, "")


@pytest.mark.parametrize(
    "line",
    [
        "- Called twelve people on 2026-11-20",
        "- about 12 on 2026-11-20",
        "- 12",
        "- 2026-11-20",
        "- 2026-11-20:",
        "- 2026-11-20 -",
        "- [[2026-11-20]]",
        "- [[2026-11-20]]: ",
        "- [[Acme]]: 12 calls",
        "- [Acme](Acme.md): 12 calls",
        "- [a day](https://2026-11-20): 12 calls",
        "- **Acme**: 12 calls",
        "- [[Acme]] called back on 2026-11-20",
        "- 2026-11: 12",
        "- 2026-W47: 12",
        "- ~~2026-11-20: 12~~",
        "2026-11-20: 12",
        "> 2026-11-20: 12",
        "-",
        "```\n- 2026-11-20: 12\n```",
        "<!--\n- 2026-11-20: 12\n-->",
        "%%\n- 2026-11-20: 12\n%%",
        "<!-- vaultgoals:begin checkins -->\n- 2026-11-20: 12\n<!-- vaultgoals:end checkins -->",
    ],
)
def test_prose_and_what_is_left_empty_are_no_log(line: str) -> None:
    assert read(in_the_log(line)) == []


@pytest.mark.parametrize("box", [" ", "-", "/", ">", "?"])
def test_a_task_in_the_log_that_is_not_ticked_counts_nothing(box: str) -> None:
    assert read(in_the_log(f"- [{box}] 2026-11-27: 12")) == []


@pytest.mark.parametrize(
    ("line", "name", "text", "reason"),
    [
        ("- 2026-02-30: 12", "date", "2026-02-30", "date"),
        ("- 2026-13-01 12", "date", "2026-13-01", "date"),
        ("- 2026-11-20: a few", "value", "a few", "value"),
        ("- 2026-11-20 called a few", "value", "called a few", "value"),
        ("- 2026-11-20: 12-15", "value", "12-15", "value"),
        ("- 2026-11-20: 2026-11-19", "value", "2026-11-19", "value"),
    ],
)
def test_a_log_line_that_cannot_be_read_is_trouble_at_its_own_place(
    line: str, name: str, text: str, reason: str
) -> None:
    of = in_the_log(f"- 2026-11-18: 3\n{line}\n- 2026-11-19: 4")

    (trouble,) = unread(of)
    assert (trouble.what, trouble.property, trouble.text, trouble.reason) == ("checkin", name, text, reason)
    assert of.notes["Calls.md"].source.cut(trouble.span) == line.removeprefix("- ")
    assert [checkin.on.day for checkin in of.checkins] == [18, 19]


@pytest.mark.parametrize(
    ("path", "text", "value", "of"),
    [
        ("Trial.md", "9/10, good", 90, None),
        ("Trial.md", "6.5 % of all", Fraction(13, 2), None),
        ("Demos.md", "9/10 shown", 9, 10),
        ("Demos.md", "yes", 1, 1),
        ("Demos.md", "no, cancelled", 0, 1),
        ("Runs.md", "1h30m along the river", 90, None),
        ("Runs.md", "51:36", Fraction(516, 10), None),
        ("Runs.md", "01:02:30 along the river", Fraction(125, 2), None),
    ],
)
@pytest.mark.parametrize("separator", [": ", " ", " - "])
def test_a_log_line_is_read_as_its_goal_is_measured(
    path: str, text: str, value: Fraction | int, of: Fraction | int | None, separator: str
) -> None:
    checkin = only(in_the_log(f"- 2026-11-20{separator}{text}", path))

    assert (checkin.value, checkin.of) == (value, of)


@pytest.mark.parametrize(
    ("path", "text", "reason"),
    [("Users.md", "9/10", "metric"), ("Demos.md", "3", "event"), ("Runs.md", "yes", "duration")],
)
def test_a_log_line_that_does_not_suit_its_goal_is_trouble(path: str, text: str, reason: str) -> None:
    (trouble,) = unread(in_the_log(f"- 2026-11-20: {text}", path))

    assert (trouble.text, trouble.reason) == (text, reason)


def test_days_are_read_as_the_vault_names_its_daily_notes_and_ends_its_days() -> None:
    config = Config(day_ends_at=time(4), periodic=Periodic(daily="Tage/DD.MM.YYYY"))
    of = in_the_log("- [[20.11.2026]]: 12\n- 2026-11-20T02:10: 3", config=config)

    assert days(of) == [19, 20]


# Where a log begins and ends.


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# Check-ins\n- 2026-11-01: 1\n", [1]),
        ("### Log\n- 2026-11-01: 1\n", [1]),
        ("## Check-in\n- 2026-11-01: 1\n", [1]),
        ("## Checkins\n- 2026-11-01: 1\n", [1]),
        ("## Check ins\n- 2026-11-01: 1\n", [1]),
        ("## Log:\n- 2026-11-01: 1\n", [1]),
        ("## 📓 Log\n- 2026-11-01: 1\n", [1]),
        ("## Check-ins ✅\n- 2026-11-01: 1\n", [1]),
        ("## Logbook\n- 2026-11-01: 1\n", []),
        ("## My log\n- 2026-11-01: 1\n", []),
        ("## Log (old)\n- 2026-11-01: 1\n", []),
        ("## Log 2\n- 2026-11-01: 1\n", []),
        ("## LOG ##\n- 2026-11-01: 1\n", [1]),
        ("Check-ins\n---\n- 2026-11-01: 1\n", [1]),
        ("## check-ins\n\nWords.\n\n- 2026-11-01: 1\n\nMore.\n\n- 2026-11-02: 1\n", [1, 2]),
        ("- 2026-11-01: 1\n", []),
        ("## Notes\n- 2026-11-01: 1\n", []),
        ("## Log of calls\n- 2026-11-01: 1\n", []),
        ("- 2026-11-01: 1\n## Log\n- 2026-11-02: 1\n", [2]),
        ("## Log\n- 2026-11-01: 1\n## Notes\n- 2026-11-02: 1\n", [1]),
        ("## Log\n- 2026-11-01: 1\n# Notes\n- 2026-11-02: 1\n", [1]),
        ("## Log\n- 2026-11-01: 1\n### October\n- 2026-11-02: 1\n", [1, 2]),
        ("## Log\n- 2026-11-01: 1\n### October\n- 2026-11-02: 1\n## Notes\n- 2026-11-03: 1\n", [1, 2]),
        ("## Log\n- 2026-11-01: 1\n## Notes\n- 2026-11-02: 1\n## Check-ins\n- 2026-11-03: 1\n", [1, 3]),
        ("## Log\n- 2026-11-01: 1\n## Log\n- 2026-11-02: 1\n", [1, 2]),
        ("# Log\n- 2026-11-01: 1\n## Check-ins\n- 2026-11-02: 1\n", [1, 2]),
        ("# Log\n## Check-ins\n- 2026-11-01: 1\n## Notes\n- 2026-11-02: 1\n", [1, 2]),
        ("> ## Log\n\n- 2026-11-01: 1\n", []),
        ("- Calls\n  - 2026-11-01: 1\n", []),
        ("## Log\n- November\n  - 2026-11-01: 1\n  - 2026-11-02: 1\n", [1, 2]),
        ("## Log\r\n- 2026-11-01: 1\r\n- 2026-11-02: 1\r\n", [1, 2]),
        ("## Log\n", []),
    ],
)
def test_a_log_runs_from_its_heading_to_the_next_of_its_level_or_a_higher(
    body: str, expected: list[int]
) -> None:
    assert days(logged(body)) == expected


def test_a_place_is_known_to_belong_to_the_log() -> None:
    text = "Before\n## Log\nwithin\n### Deeper\nwithin\n## Notes\nafter\n"
    note = read_note(Source.of("Calls.md", text))

    log = log_sections(note)
    assert not within(log, text.index("Before"))
    assert within(log, text.index("within"))
    assert within(log, text.rindex("within"))
    assert not within(log, text.index("after"))


def test_only_goals_have_a_log() -> None:
    assert read(logged("## Log\n- 2026-11-20: 12\n", "Plain.md")) == []
    assert read(noted("goal: Calls", "## Log\n- 2026-11-20: 12\n"))[0].value is None


def test_many_logs_are_read_in_reasonable_time() -> None:
    assert len(read(logged("## Log\n- 2026-11-20: 1\n" * 5_000))) == 5_000


# Tables in the log.


def test_a_table_says_as_much_as_a_check_in_note() -> None:
    checkin = only(
        in_the_log(
            "| Note | Value | Date | Confidence | Evidence | By | Blocked | Weather |\n"
            "|---|---|---|---|---|---|---|---|\n"
            "| two booked | 12 calls | 2026-11-20 | 70% | [[Sheet\\|list]] | Ana | no list | rain |"
        )
    )

    assert (checkin.on, checkin.value, checkin.comment) == (date(2026, 11, 20), Fraction(12), "two booked")
    assert (checkin.confidence, checkin.evidence) == (Fraction(7, 10), ("[[Sheet|list]]",))
    assert (checkin.by, checkin.blocked, checkin.line) == ("Ana", "no list", 9)


@pytest.mark.parametrize(
    ("header", "row", "expected"),
    [
        ("| Date | Value |", "| 2026-11-20 | 12 |", (12, None, "")),
        ("| DATE | VALUE |", "| 2026-11-20 | 12 |", (12, None, "")),
        ("Date | Value", "2026-11-20 | 12", (12, None, "")),
        ("| Day | Value | Comment |", "| [[2026-11-20]] | 12 | good |", (12, None, "good")),
        ("| Date | Value | Note |", "| 2026-11-20 | 12 |", (12, None, "")),
        ("| Date | Value | Note |", "| 2026-11-20 | | waiting |", (None, None, "waiting")),
        ("| Date | Value |", "| 2026-11-20 | skip: ill |", (None, "ill", "")),
        ("| Date | Value | Skip |", "| 2026-11-20 | | ill |", (None, "ill", "")),
        ("| Date | Value | Reason |", "| 2026-11-20 | | ill |", (None, "ill", "")),
        ("| Date | Value | Weather |", "| 2026-11-20 | 0 | rain |", (0, None, "")),
        ("| Date | Calls |", "| 2026-11-20 | 12 |", (12, None, "")),
        ("| Date | Weather | **Calls** |", "| 2026-11-20 | 3 | **12** |", (12, None, "")),
        ("| Date | Calls | Value |", "| 2026-11-20 | 7 | 12 |", (12, None, "")),
        ("| Date | Note |", "| [Friday](2026-11-20.md) | good |", (None, None, "good")),
    ],
)
def test_a_tables_columns_stand_in_any_order_and_may_be_missing(
    header: str, row: str, expected: tuple[int | None, str | None, str]
) -> None:
    rule = "|".join(["---"] * (header.strip("|").count("|") + 1))
    checkin = only(in_the_log(f"{header}\n{rule}\n{row}"))

    assert checkin.on == date(2026, 11, 20)
    assert (checkin.value, checkin.skip, checkin.comment) == expected


@pytest.mark.parametrize(
    "row",
    ["| | | |", "| 2026-11-20 | | |", "| | 12 | |", "| 2026-11-20 | | | rain |", "| 2026-11-20 |"],
)
def test_a_row_without_a_day_or_with_nothing_beside_it_is_no_log(row: str) -> None:
    assert read(in_the_log(f"| Date | Value | Note | Weather |\n|---|---|---|---|\n{row}")) == []


def test_a_table_without_a_date_column_is_no_log() -> None:
    assert read(in_the_log("| Rep | Value |\n|---|---|\n| Ana | 12 |")) == []


def test_a_table_whose_numbers_are_named_like_nothing_of_the_goal_is_no_log() -> None:
    assert read(in_the_log("| Date | Week |\n|---|---|\n| 2026-11-20 | 47 |")) == []


def test_a_table_outside_the_log_is_none() -> None:
    table = "| Date | Value |\n|---|---|\n| 2026-11-20 | 12 |\n"

    assert read(logged(f"{table}\n## Check-ins\n\n## Notes\n\n{table}")) == []


@pytest.mark.parametrize(
    ("row", "name", "text", "kept"),
    [
        ("| 2026-02-30 | 12 | 7 | |", "date", "2026-02-30", []),
        ("| last week | 12 | 7 | |", "date", "last week", []),
        ("| 2026-11-20 | a few | | |", "value", "a few", []),
        ("| 2026-11-20 | 12 | 1 | |", "confidence", "1", [(12, None)]),
        ("| 2026-11-20 | 12 | high | |", "confidence", "high", [(12, None)]),
        ("| 2026-11-20 | a few | 7 | |", "value", "a few", [(None, Fraction(7, 10))]),
        ("| 2026-11-20 | a few | | why |", "value", "a few", [(None, None)]),
    ],
)
def test_a_cell_that_cannot_be_read_is_trouble_and_the_rest_of_its_row_counts(
    row: str, name: str, text: str, kept: list[tuple[int | None, Fraction | None]]
) -> None:
    of = in_the_log(f"| Date | Value | Confidence | Note |\n|---|---|---|---|\n{row}")

    (trouble,) = unread(of)
    assert (trouble.what, trouble.property, trouble.text) == ("checkin", name, text)
    assert of.notes["Calls.md"].source.cut(trouble.span) == text
    assert [(checkin.value, checkin.confidence) for checkin in of.checkins] == kept


def test_lines_and_tables_of_one_log_all_count_in_the_order_of_their_days() -> None:
    of = in_the_log(
        "- 2026-11-20: 3\n\n"
        "| Date | Value |\n|---|---|\n| 2026-11-19 | 2 |\n| 2026-11-18 | 1 |\n\n"
        "- 2026-11-21: 4"
    )

    assert [(checkin.on.day, checkin.value) for checkin in read(of)] == [
        (18, Fraction(1)),
        (19, Fraction(2)),
        (20, Fraction(3)),
        (21, Fraction(4)),
    ]


def test_the_same_reading_logged_twice_counts_twice() -> None:
    assert days(in_the_log("- 2026-11-20: 12\n- 2026-11-20: 12")) == [20, 20]


@pytest.mark.parametrize("text", ["no data", "no, not yet", "yes: 5", "x marks the spot", "done. 5"])
def test_of_a_metric_a_yes_or_no_with_words_behind_it_is_no_value(text: str) -> None:
    of = in_the_log(f"- 2026-11-20: {text}", "Users.md")

    assert [(trouble.text, trouble.reason) for trouble in unread(of)] == [(text, "value")]
    assert list(of.checkins) == []


@pytest.mark.parametrize(("text", "value"), [("no", 0), ("No.", 0), ("yes", 1), ("x", 1)])
def test_of_a_metric_a_yes_or_no_alone_is_a_value(text: str, value: int) -> None:
    assert only(in_the_log(f"- 2026-11-20: {text}", "Users.md")).value == value
