"""What fields and properties of periodic notes log."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.goal import CheckIn, Way
from vaultgoals.core.order import dated
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

GOALS = {
    "Outbound calls": "type: process\nfield: calls\naliases: [Phone round]\ncadence: 50 calls per week",
    "Trials": 'type: outcome\nfield: trials\nunit: "%"',
    "Users": "type: outcome",
    "Runs": "type: process\nfield: runs\ncadence: 90 min per week",
    "Demos": "type: process\nfield: demos\ncadence: every demo",
    "Meditation": "type: process\nfield: meditated\ncadence: daily",
    "Letters": "type: process\ncadence: 4 per month",
    "Reports": "type: process\ncadence: every 2 weeks",
    "Posts": "type: output\nfield: posts",
    "Health": "type: objective\nfield: health",
}
DAILY = "Daily/2026-11-20.md"


def vault(text: str, path: str = DAILY) -> Vault:
    goals = {f"{title}.md": f"---\n{properties}\n---\n" for title, properties in GOALS.items()}
    return Vault.of(read_note(Source.of(at, written)) for at, written in {**goals, path: text}.items())


def read(of: Vault) -> list[CheckIn]:
    assert of.unread_checkins == {}
    return list(of.checkins)


def only(of: Vault) -> CheckIn:
    (checkin,) = read(of)
    return checkin


def unread(of: Vault) -> list[tuple[str, str, str]]:
    found = [trouble for troubles in of.unread_checkins.values() for trouble in troubles]
    return [(trouble.what, trouble.text, trouble.reason) for trouble in found]


def header(properties: str) -> str:
    return f"---\n{properties}\n---\n"


# Fields.


@pytest.mark.parametrize(
    ("text", "value", "comment", "written"),
    [
        ("Outbound calls:: 12", 12, "", "12"),
        ("Outbound calls:: 12 two meetings", 12, "two meetings", "12 two meetings"),
        ("Outbound calls:: 12, two meetings", 12, "two meetings", "12, two meetings"),
        ("Outbound calls::12", 12, "", "12"),
        ("Outbound calls :: 12 calls", 12, "", "12 calls"),
        ("outbound-calls:: 12", 12, "", "12"),
        ("OUTBOUND CALLS:: 12", 12, "", "12"),
        ("Phone round:: 0, nobody there", 0, "nobody there", "0, nobody there"),
        ("calls:: yes", 1, "", "yes"),
        ("- Calls:: 12", 12, "", "12"),
        ("> Calls:: 12", 12, "", "12"),
        ("**Calls**:: 12", 12, "", "12"),
        ("📞 Calls:: 12", 12, "", "12"),
        ("## Calls:: 12", 12, "", "12"),
        ("Today [Calls:: 12] and more", 12, "", "12"),
        ("Today (Outbound calls:: 12 two meetings).", 12, "two meetings", "12 two meetings"),
        ("| Done |\n|---|\n| (Calls:: 12) |", 12, "", "12"),
        ("- [x] The round (Calls:: 12)", 12, "", "12"),
        ("Calls:: 9/10", 9, "", "9/10"),
        ("Calls:: 12 %% not sure %%", 12, "", "12 %% not sure %%"),
        ("Calls:: 12 %% not sure %% two meetings", 12, "two meetings", "12 %% not sure %% two meetings"),
        ("Calls:: 12 <!-- not sure --> two", 12, "two", "12 <!-- not sure --> two"),
        ("Calls:: 12 %% two", 12, "%% two", "12 %% two"),
        ("%%Calls:: 12%%", 12, "", "12"),
        ("==Calls:: 12==", 12, "", "12"),
        ("**Calls:: 12** two", 12, "two", "12** two"),
        ("**Calls::** 12", 12, "", "12"),
        ("Calls:: **12** two", 12, "two", "**12** two"),
        ("Calls:: 12 two meetings (ref:: 4)", 12, "two meetings (ref:: 4)", "12 two meetings (ref:: 4)"),
        ("Calls:: 12 [mood:: good]", 12, "[mood:: good]", "12 [mood:: good]"),
        ("mood:: good [Calls:: 12]", 12, "", "12"),
        ("Calls:: 7 (Calls:: 12)", 12, "", "12"),
        ("Calls:: 7 (Outbound calls:: 12)", 12, "", "12"),
        ("- [x] Calls:: 12", 12, "", "12"),
    ],
)
def test_a_field_is_a_value_and_a_comment(text: str, value: int, comment: str, written: str) -> None:
    of = vault(f"# Friday\n\n{text}\n")
    checkin = only(of)

    assert (checkin.goal, checkin.on, checkin.way) == (
        "Outbound calls.md",
        date(2026, 11, 20),
        Way.FIELD,
    )
    assert (checkin.value, checkin.comment) == (Fraction(value), comment)
    assert of.notes[DAILY].source.cut(checkin.span) == written
    assert (checkin.path, checkin.line) == (DAILY, 3 + text.partition(written)[0].count("\n"))


@pytest.mark.parametrize(
    ("text", "goal", "value", "of"),
    [
        ("Trials:: 6.4 %", "Trials", Fraction(64, 10), None),
        ("Trials:: 9/10", "Trials", 90, None),
        ("Runs:: 1h30m along the river", "Runs", 90, None),
        ("Runs:: 51:36", "Runs", Fraction(516, 10), None),
        ("Demos:: 4/5", "Demos", 4, 5),
        ("Demos:: yes", "Demos", 1, 1),
        ("Demos:: no, cancelled", "Demos", 0, 1),
        ("Meditation:: no", "Meditation", 0, None),
        ("Users:: 1,250", "Users", 1250, None),
        ("Posts:: 2", "Posts", 2, None),
    ],
)
def test_a_field_is_read_as_its_goal_is_measured(
    text: str, goal: str, value: int | Fraction, of: int | None
) -> None:
    checkin = only(vault(text))
    assert (checkin.goal, checkin.value, checkin.of) == (f"{goal}.md", value, of)


@pytest.mark.parametrize(
    ("text", "reason"), [("Calls:: skip", ""), ("Calls:: skip: ill", "ill"), ("[Calls:: skip : ill]", "ill")]
)
def test_a_field_may_skip_with_a_reason(text: str, reason: str) -> None:
    checkin = only(vault(text))
    assert (checkin.value, checkin.skip) == (None, reason)


@pytest.mark.parametrize(
    "text",
    [
        "Calls::",
        "Calls:: ",
        "[Calls::]",
        "(Calls:: )",
        "Calls:: <!-- how many? -->",
        "Other:: 12",
        "Health:: 3",
        "`Calls:: 12`",
        "```\nCalls:: 12\n```",
        "    Calls:: 12",
        "<!-- Calls:: 12 -->",
        "<!--\nCalls:: 12\n-->",
        "$$\nCalls:: 12\n$$",
        "%%\nCalls:: 12\n%%",
        "<!-- vaultgoals:begin next -->\nCalls:: 12\n<!-- vaultgoals:end next -->",
        "- [ ] The round (Calls:: 12)",
        "- [-] The round (Calls:: 12)",
        "- [/] The round (Calls:: 12)",
        "calls: 12",
        header("outbound-calls: 12"),
        header("Phone round: 12"),
        header("health: good"),
    ],
)
def test_what_is_empty_hidden_somebody_elses_or_still_to_be_done_is_no_log(text: str) -> None:
    assert read(vault(text)) == []


@pytest.mark.parametrize(
    "path", ["Notes.md", "Meeting 2026-11-20.md", "Daily/2026-11-20 copy.md", "2026-11-31.md"]
)
def test_only_periodic_notes_log_by_field_and_property(path: str) -> None:
    assert read(vault(header("calls: 3") + "Calls:: 12\n", path)) == []


def test_a_generated_page_is_no_periodic_note() -> None:
    assert read(vault(header("type: goal-review\ncalls: 3") + "Calls:: 12\n")) == []


def test_a_note_that_cannot_be_used_logs_nothing() -> None:
    assert read(vault("---\na: 1\na: 2\ncalls: 3\n---\nCalls:: 12\n")) == []


def test_a_note_may_log_as_often_as_it_likes() -> None:
    of = vault("Calls:: 3\nTrials:: 6.4\n\n[Calls:: 4] then (calls:: 5)\n")

    assert [(c.goal, c.value, c.line) for c in read(of)] == [
        ("Outbound calls.md", 3, 1),
        ("Outbound calls.md", 4, 4),
        ("Outbound calls.md", 5, 4),
        ("Trials.md", Fraction(64, 10), 2),
    ]


@pytest.mark.parametrize(
    ("text", "written", "reason"),
    [
        ("Calls:: a few", "a few", "value"),
        ("[Calls:: a few]", "a few", "value"),
        ("Calls:: 2026-11-20", "2026-11-20", "value"),
        ("Users:: no data", "no data", "value"),
        ("Users:: 9/10", "9/10", "metric"),
        ("Demos:: 3", "3", "event"),
        ("Runs:: yes", "yes", "duration"),
    ],
)
def test_a_field_that_cannot_be_read_is_trouble_where_its_value_stands(
    text: str, written: str, reason: str
) -> None:
    of = vault(f"One line.\n\n{text}\n")
    ((path, (trouble,)),) = of.unread_checkins.items()

    assert (path, trouble.what, trouble.text, trouble.reason) == (DAILY, "checkin", written, reason)
    assert of.notes[DAILY].source.cut(trouble.span) == written
    assert list(of.checkins) == []


# Properties.


@pytest.mark.parametrize(
    ("properties", "values"),
    [
        ("calls: 12", [12]),
        ("Calls: 12", [12]),
        ("calls: 12 calls", [12]),
        ("calls: '12'", [12]),
        ("calls: 1 250", [1250]),
        ("calls: [3, 4]", [3, 4]),
        ("calls:\n  - 3\n  - 4", [3, 4]),
        ("calls: true", [1]),
        ("calls: no", [0]),
        ("calls: false", [0]),
        ("calls: x", [1]),
        ("calls: 9/10", [9]),
        ("calls: 0", [0]),
        ("calls:", []),
        ("calls: ''", []),
        ("calls: ~", []),
        ("calls: []", []),
        ("calls: [3, ]", [3]),
        ("call: 3", []),
    ],
)
def test_a_property_logs_by_the_goals_field(properties: str, values: list[int]) -> None:
    found = read(vault(header(f"tags: [daily]\n{properties}")))

    assert [checkin.value for checkin in found] == values
    assert {(checkin.goal, checkin.way) for checkin in found} <= {("Outbound calls.md", Way.PROPERTY)}


def test_a_propertys_reading_stands_where_its_value_is_written() -> None:
    of = vault(header("tags: [daily]\nmeditated: true\nruns: 1h30m"))

    assert [(c.goal, c.value, c.line, of.notes[DAILY].source.cut(c.span)) for c in read(of)] == [
        ("Meditation.md", Fraction(1), 3, "true"),
        ("Runs.md", Fraction(90), 4, "1h30m"),
    ]


def test_a_property_may_skip_with_a_reason() -> None:
    assert only(vault(header("calls: 'skip: ill'"))).skip == "ill"


@pytest.mark.parametrize(
    ("properties", "written", "reason"),
    [
        ("calls: a few", "a few", "value"),
        ("calls: 12 two meetings", "12 two meetings", "value"),
        ("calls: {a: 1}", "{a: 1}", "value"),
        ("calls: [[1, 2]]", "[1, 2]", "value"),
        ("demos: 3", "3", "event"),
        ("runs: true", "true", "duration"),
    ],
)
def test_a_property_that_cannot_be_read_is_trouble_at_its_value(
    properties: str, written: str, reason: str
) -> None:
    of = vault(header(properties))
    ((path, (trouble,)),) = of.unread_checkins.items()

    assert (path, trouble.what, trouble.text, trouble.reason) == (DAILY, "checkin", written, reason)
    assert of.notes[DAILY].source.cut(trouble.span) == written


# Notes about a week, a month, a quarter or a year.


@pytest.mark.parametrize(
    ("title", "last"),
    [
        ("2026-W47", date(2026, 11, 22)),
        ("2026-11", date(2026, 11, 30)),
        ("2026-Q4", date(2026, 12, 31)),
        ("2026", date(2026, 12, 31)),
    ],
)
def test_a_metric_is_read_in_a_note_of_any_length_on_its_last_day(title: str, last: date) -> None:
    checkin = only(vault("Trials:: 6.4\n", f"{title}.md"))

    assert checkin.on == last
    assert checkin.period is not None
    assert (checkin.period.label, checkin.period.last) == (title, last)


@pytest.mark.parametrize(
    ("field", "title", "counts"),
    [
        ("Meditation", "2026-11-20", True),
        ("Meditation", "2026-W47", False),
        ("Meditation", "2026", False),
        ("Calls", "2026-11-20", True),
        ("Calls", "2026-W47", True),
        ("Calls", "2026-11", False),
        ("Demos", "2026-W47", True),
        ("Demos", "2026-Q4", False),
        ("Reports", "2026-W47", True),
        ("Reports", "2026-11", False),
        ("Letters", "2026-W47", True),
        ("Letters", "2026-11", True),
        ("Letters", "2026-Q4", False),
        ("Posts", "2026", True),
    ],
)
def test_a_process_goal_is_read_in_notes_that_are_no_longer_than_its_periods(
    field: str, title: str, *, counts: bool
) -> None:
    of = vault(f"{field}:: yes\n", f"{title}.md")

    assert len(list(of.checkins)) == counts
    assert [what for what, *_ in unread(of)] == ([] if counts else ["checkin-period"])


def test_a_property_of_a_note_that_is_too_long_is_told_as_well() -> None:
    assert unread(vault(header("meditated: true"), "2026-W47.md")) == [
        ("checkin-period", "meditated: true", "day")
    ]


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 10), date(2026, 11, 16)),
        (date(2026, 11, 16), date(2026, 11, 16)),
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 22), date(2026, 11, 22)),
        (date(2027, 1, 1), date(2026, 11, 22)),
    ],
)
def test_a_reading_in_a_weekly_note_is_todays_until_the_week_is_over(today: date, day: date) -> None:
    assert dated(only(vault("Trials:: 6.4\n", "2026-W47.md")), today).on == day


def test_a_reading_in_a_daily_note_keeps_its_day_whenever_it_is_seen() -> None:
    checkin = only(vault("Trials:: 6.4\n"))

    assert checkin.period is None
    assert dated(checkin, date(2026, 1, 1)).on == date(2026, 11, 20)


def test_many_daily_notes_and_goals_are_read_in_one_pass() -> None:
    first = date(2020, 1, 1).toordinal()
    notes = {
        f"{date.fromordinal(first + n)}.md": "\n".join(f"Goal {n % 50 + m}:: 1" for m in range(5))
        for n in range(2_000)
    }
    goals = {f"Goal {n}.md": header("type: process\ncadence: daily") for n in range(60)}
    of = Vault.of(read_note(Source.of(path, text)) for path, text in {**notes, **goals}.items())

    assert len(read(of)) == 10_000


@pytest.mark.parametrize(
    "title",
    [
        "Q&A sessions",
        "Ana's demos",
        "10,000 steps",
        "C++ study",
        "No. of calls",
        "A.I. study",
        "Save $100",
        "Calls 50+",
        "Run (easy)",
        "Why? Because",
        "Größe (cm)",
    ],
)
@pytest.mark.parametrize(
    "line", ["{}:: 5 two", "- **{}**:: 5 two", "- [x] {} :: 5 two", "{}:: 5 two (mood:: 3)"]
)
def test_a_goal_is_logged_by_a_title_with_punctuation(title: str, line: str) -> None:
    notes = {f"{title}.md": "---\ntype: process\ncadence: weekly\n---\n", DAILY: line.format(title)}
    (checkin,) = read(Vault.of(read_note(Source.of(path, text)) for path, text in notes.items()))
    assert (checkin.goal, checkin.value, checkin.comment[:3]) == (f"{title}.md", Fraction(5), "two")


@pytest.mark.parametrize(
    "text",
    ["Some more calls, std::vector:: 5", "`Calls`:: 5", "My calls! Calls:: 5", "Calls? Calls:: 5"],
)
def test_prose_with_two_colons_logs_nothing(text: str) -> None:
    assert read(vault(text)) == []


def test_a_line_and_the_fields_in_brackets_in_it_each_log_their_goal() -> None:
    found = read(vault("Calls:: 12 two meetings (demos:: 2/3) [trials:: 4]"))
    assert sorted((one.goal, one.value) for one in found) == [
        ("Demos.md", Fraction(2)),
        ("Outbound calls.md", Fraction(12)),
        ("Trials.md", Fraction(4)),
    ]


@pytest.mark.parametrize(
    ("text", "done", "total"),
    [("3 of 4", 3, 4), ("3 out of 4, good", 3, 4), ("3 von 4", 3, 4), ("**3/4**", 3, 4), ("0 of 2", 0, 2)],
)
def test_a_ratio_of_events_may_be_in_words(text: str, done: int, total: int) -> None:
    field, prop = only(vault(f"Demos:: {text}")), f"---\ndemos: '{text.partition(',')[0]}'\n---\n"
    for checkin in (field, only(vault(prop))):
        assert (checkin.value, checkin.of) == (Fraction(done), Fraction(total))


def test_what_stands_behind_an_unreadable_value_is_no_comment() -> None:
    of = vault("Demos:: 3 held, 1 missed")
    assert list(of.checkins) == []
    assert [trouble.text for trouble in of.unread_checkins[DAILY]] == ["3 held, 1 missed"]


def test_twelve_of_them_is_twelve_where_no_events_are_counted() -> None:
    assert only(vault("Calls:: 12 of them by phone")).comment == "of them by phone"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("1 hour and 30 min", 90), ("1h und 30 min, slow", 90), ("1 h & 5 min", 65), ("1h, 5 min walk", 60)],
)
def test_a_duration_in_words(text: str, minutes: int) -> None:
    assert only(vault(f"Runs:: {text}")).value == Fraction(minutes)


@pytest.mark.parametrize(
    "text", ["45'", "45’", "45′", '30"', "1 hour and a half", "1h 30", "1 1/2 h", "1½ h", "1 h and 30"]
)
def test_half_a_duration_is_never_read(text: str) -> None:
    of = vault(f"Runs:: {text}")
    assert list(of.checkins) == []
    assert len(of.unread_checkins[DAILY]) == 1
