"""What the checks find and what they leave alone, rule by rule."""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

import pytest

from vaultgoals.core.cadence import parse_cadence
from vaultgoals.core.confidence import parse_confidence, parse_share
from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.dates import parse_date, parse_lag, parse_milestone, parse_pause
from vaultgoals.core.duration import parse_duration
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.number import parse_number
from vaultgoals.core.quantity import parse_entry, parse_quantity, parse_yes_no, read_value
from vaultgoals.core.source import Source
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check, find_rule
from vaultgoals.rules.expectations import EXPECTATIONS

TODAY = date(2026, 11, 20)

OUTCOME = 'type: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30'
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: 10 per week\nbecause: it shows what is missing'
# What would strengthen a goal is said elsewhere; here it would stand beside nearly everything.
CONFIG = Config(rules=RuleSettings(ignore=("VG301", "VG404", "VG409", "VG410", "VG411")))
BOTH = {"Stay": OUTCOME, "Call": PROCESS}


def note(properties: str, body: str = "") -> str:
    return f"---\n{properties}\n---\n{body}"


def findings(
    notes: dict[str, str], config: Config = CONFIG, today: date = TODAY, files: Iterable[str] = ()
) -> tuple[Finding, ...]:
    texts = {title: text if text.startswith("---") else note(text) for title, text in notes.items()}
    read = [read_note(Source.of(f"{title}.md", text)) for title, text in texts.items()]
    return check(Vault.of(read, config, files), today=today)


def codes(notes: dict[str, str], config: Config = CONFIG, today: date = TODAY) -> list[str]:
    return [finding.code for finding in findings(notes, config, today)]


def only(notes: dict[str, str]) -> Finding:
    (finding,) = findings(notes)
    return finding


# Calm: one cause, one finding.


def test_a_first_vault_with_what_is_required_gets_five_findings_at_most() -> None:
    first = {
        "Stay": "type: outcome\ntarget: 90 %\ndue: 2027-06-30",
        "Run": "type: outcome\ntarget: 50 min\ndue: 2027-06-30",
        "Call": 'type: process\noutcome: "[[Stay]]"\ncadence: weekly',
        "Mail": 'type: process\noutcome: "[[Stay]]"\ncadence: daily',
        "Jog": 'type: process\noutcome: "[[Run]]"\ncadence: 3 per week',
    }
    assert len(findings(first)) <= 5


@pytest.mark.parametrize(
    ("property_line", "code"),
    [
        ("outcome: {a: b}", "VG107"),
        ("cadence: often", "VG107"),
        ("because: [[a, b], c]", "VG107"),
        ("exploratory: perhaps", "VG107"),
    ],
)
def test_what_cannot_be_read_in_a_process_goal_is_not_missing_as_well(property_line: str, code: str) -> None:
    name = property_line.partition(":")[0]
    lines = [line for line in PROCESS.splitlines() if not line.startswith(name)]
    if name == "exploratory":
        lines = [line for line in lines if not line.startswith("outcome")]
    notes = {"Stay": OUTCOME, "Call": "\n".join([*lines, property_line]), "Mail": PROCESS}
    assert codes(notes) == [code]


@pytest.mark.parametrize("property_line", ["target: many", "due: next summer", "check-in: often"])
def test_what_cannot_be_read_in_an_outcome_is_not_missing_as_well(property_line: str) -> None:
    name = property_line.partition(":")[0]
    lines = [line for line in OUTCOME.splitlines() if not line.startswith(name)]
    assert codes(BOTH | {"Stay": "\n".join([*lines, property_line])}) == ["VG107"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("---\ntype: process\nbecause: a: b\n---\n", "VG101"),
        ("---\ntype: process\ntype: outcome\n---\n", "VG102"),
        ("---\ntype: process\n---\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n", "VG103"),
        ("---\ntype: process\nbecause: a: b\n<<<<<<< a\nx: 1\n=======\nx: 2\n>>>>>>> b\n---\n", "VG103"),
    ],
)
def test_a_note_that_cannot_be_used_yields_one_finding_and_none_of_its_own_contents(
    text: str, code: str
) -> None:
    assert codes({"Goal": text}) == [code]


def test_a_link_to_a_note_that_cannot_be_used_is_not_reported_as_well() -> None:
    checkin = 'type: checkin\ngoal: "[[Stay]]"\ndate: 2026-11-18\nvalue: 81'
    assert codes({"Stay": "type: outcome\ntype: outcome", "Call": PROCESS, "C": checkin}) == ["VG102"]


def test_a_link_to_a_note_with_a_misspelt_type_is_not_reported_as_well() -> None:
    assert codes(BOTH | {"Stay": OUTCOME.replace("outcome", "outcom")}) == ["VG108"]


def test_conflict_markers_are_reported_once_a_note() -> None:
    conflict = "<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n"
    found = only({"Goal": note("type: objective", conflict * 3)})
    assert (found.code, found.span.start) == ("VG103", 28 - 4)


def test_every_repeated_property_names_the_line_of_the_first() -> None:
    found = findings({"Goal": "type: objective\ndue: 2026-12-01\nowner: a\ndue: 2026-12-02\nowner: b"})
    assert ["line 3" in f.message or "line 4" in f.message for f in found] == [True, True]


@pytest.mark.parametrize(
    ("reason", "hint"),
    [
        ("is not UTF-8 text (byte 0xe4 at 3)", "UTF-8"),
        ("is UTF-16 text, not UTF-8", "UTF-8"),
        ("cannot be read: permission denied", "allow"),
        ("is larger than 5 MiB", "split"),
        ("is a folder, not a file", "ignore"),
    ],
)
def test_a_note_without_text_says_why_and_what_to_do(reason: str, hint: str) -> None:
    unread = read_note(Source(path="Goal.md", text="", unreadable=reason))
    (found,) = check(Vault.of([unread]), today=TODAY)
    assert (found.code, found.message) == ("VG105", f"this note {reason}")
    assert hint in found.hint


def test_what_is_nested_deeper_than_is_read_is_said_where_it_stands() -> None:
    deep = "".join(f"{'  ' * depth}- x\n" for depth in range(300))
    found = only({"Goal": note("type: objective", deep)})
    assert found.code == "VG105"
    assert found.span.start > 0


def test_where_a_goal_is_too_long_to_be_read_on_is_said_in_that_line() -> None:
    found = only({"Goal": note("type: objective", "a\n" * 50_000 + "and on\n" * 9)})
    assert found.code == "VG105"
    assert found.message == "this note is read up to here, after 50,000 lines; what follows does not count"
    assert found.hint == "split it into several notes"
    assert len(found.span) == len("and on")


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("because: a: b", "colon"),
        ("because: @x", "begins with"),
        ('because: "x', "quote is not closed"),
        ("because: [x", "bracket is not closed"),
        ("because: *x", "`*`"),
        ("just text", "no names"),
    ],
)
def test_yaml_that_cannot_be_read_is_explained_in_plain_words(line: str, words: str) -> None:
    found = only({"Goal": line})
    assert found.code == "VG101"
    assert words in found.message


# Values.


@pytest.mark.parametrize(
    ("line", "message", "hint"),
    [
        ("due: tomorrow", "“tomorrow”, which is no date", "write it as YYYY-MM-DD"),
        ("due: 20261120", "no date", "write it as YYYY-MM-DD"),
        ("due: 31.12.2026", "no date", "write it as 2026-12-31"),
        ("due: 5/6/2026", "no date", "write it as YYYY-MM-DD"),
        ("due: {{date}}", "“{{date}}”, which is no date", "write it as YYYY-MM-DD"),
        ("weight: {{t}}", "“{{t}}”, which is no number", "write a number"),
        ("exploratory: [{a: b}]", "neither yes nor no", "true or false"),
        ("status: {{s}}", "word known here", "draft, active"),
        ("reps: {{r}}", "no number", "write a number"),
        ("due: [2026-11-20, 2026-11-21]", "second value", "keep one"),
        ("status: activ", "word known here", "did you mean “active”?"),
        ("status: nearly", "word known here", "draft, active, paused, done or dropped"),
        ("weight: heavy", "no number", "1,250"),
        ("pauses: [August]", "no pause", "2026-08-01..2026-08-14"),
        ("reps: many", "no number", "7.5"),
        ("exploratory: perhaps", "neither yes nor no", "true or false"),
        ("aggregate: total", "word known here", "last, sum"),
    ],
)
def test_a_value_that_cannot_be_read_is_quoted_with_what_to_write_instead(
    line: str, message: str, hint: str
) -> None:
    (found,) = findings(BOTH | {"Call": f"{PROCESS}\n{line}"})
    assert found.code == "VG107"
    assert message in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("effort: 0", "not above zero"),
        ("confidence: 7", "is no share"),
        ("impact: huge", "no number"),
        ("timebox: soon", "no date"),
    ],
)
def test_a_lever_s_numbers_are_checked(line: str, message: str) -> None:
    (found,) = findings(BOTH | {"Try": f'type: lever\noutcome: "[[Stay]]"\n{line}'})
    assert (found.code, message in found.message) == ("VG107", True)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('milestones: ["2026-12-31 7"]', "no milestone"),
        ('milestones: ["2026-11-01: 85"]', "outside the plan"),
        ("lag: a while", "no stretch of time"),
        ("baseline: 80 kg", "another unit than the goal"),
    ],
)
def test_an_outcome_s_plan_is_checked(line: str, message: str) -> None:
    lines = [own for own in OUTCOME.splitlines() if own.partition(":")[0] != line.partition(":")[0]]
    (found,) = findings(BOTH | {"Stay": "\n".join([*lines, line])})
    assert (found.code, message in found.message) == ("VG107", True)


@pytest.mark.parametrize(
    "read",
    [
        parse_number,
        parse_quantity,
        partial(parse_duration, unit="min"),
        parse_yes_no,
        partial(parse_entry, unit=None),
        partial(read_value, unit=None),
        parse_confidence,
        parse_share,
        parse_date,
        parse_lag,
        parse_pause,
        parse_milestone,
        parse_cadence,
    ],
)
def test_there_are_words_for_every_grammar(read: Callable[[str], object]) -> None:
    unread = read("?")
    assert isinstance(unread, Unreadable)
    assert unread.expected in EXPECTATIONS


def test_a_cadence_one_edit_away_is_suggested_and_the_grammar_named() -> None:
    (found,) = findings(BOTH | {"Call": PROCESS.replace("10 per week", "every moth")})
    assert found.hint.startswith("did you mean “every month”? Otherwise write daily")


def test_a_quota_per_rep_needs_reps() -> None:
    (found,) = findings(BOTH | {"Call": PROCESS.replace("10 per week", "10 per week per rep")})
    assert (found.code, "reps: 4" in found.hint) == ("VG107", True)


def test_values_of_drafts_and_closed_goals_are_checked_too() -> None:
    assert codes({"A": "type: outcome\nstatus: draft\ndue: soon"}) == ["VG107"]
    assert codes({"A": "type: outcome\nstatus: done\ndue: soon"}) == ["VG107"]


# Types.


@pytest.mark.parametrize(
    ("properties", "meant"),
    [
        ("type: proces\ncadence: weekly", "process"),
        ("type: outcomes\ntarget: 1", "outcome"),
        ("type: habbit\nfrequency: weekly", "habit"),
        ("type: chekin\nvalue: 1", "checkin"),
        ("type: objetcive\ndue: 2027-01-01", "objective"),
    ],
)
def test_a_type_one_letter_off_with_a_property_of_that_kind_was_meant_as_that_kind(
    properties: str, meant: str
) -> None:
    found = only({"Note": properties})
    assert (found.code, found.severity) == ("VG108", Severity.WARNING)
    assert f"`type: {meant}`" in found.hint


@pytest.mark.parametrize(
    "properties",
    ["type: proces", "type: proces\naliases: [p]", "type: book\ntarget: 1", "type: kb\ntarget: 1", "type:"],
)
def test_any_other_type_is_somebody_else_s(properties: str) -> None:
    assert codes({"Note": properties}) == []


def test_a_word_that_the_vault_gives_or_takes_is_no_slip() -> None:
    notes = {"Note": "type: proces\ncadence: weekly"}
    assert codes(notes, Config(types={"proces": None})) == []
    assert codes({"Note": "type: Zeil\ntarget: 1"}, Config(types={"Ziel": "outcome"})) == ["VG108"]


# Links.


def test_a_broken_link_is_said_where_it_stands_with_the_nearest_title() -> None:
    found = only({**BOTH, "Keep customers": PROCESS, "Mail": PROCESS.replace("Stay", "Stya")})
    assert (found.code, found.path) == ("VG202", "Mail.md")
    assert found.hint == 'did you mean "[[Stay]]"?'


def test_an_alias_is_no_name_but_shows_which_note_was_meant() -> None:
    notes = {"Stay": f"{OUTCOME}\naliases: [Retention]", "Call": PROCESS}
    found = only({**notes, "Mail": PROCESS.replace("Stay", "Retention")})
    assert (found.code, found.hint) == ("VG202", 'did you mean "[[Stay]]"?')


def test_only_goals_that_the_link_may_lead_to_are_suggested() -> None:
    found = only(BOTH | {"Mail": PROCESS.replace("Stay", "Calls")})
    assert "Call" not in found.hint


def test_a_broken_link_is_not_a_missing_outcome() -> None:
    assert codes({"Call": PROCESS}) == ["VG202"]


def test_an_objective_is_a_link_too() -> None:
    assert codes(BOTH | {"Stay": f'{OUTCOME}\nobjective: "[[Nowhere]]"'}) == ["VG202"]
    assert codes(BOTH | {"Stay": f'{OUTCOME}\nobjective: "[[Call]]"'}) == ["VG203"]


def test_links_of_drafts_and_closed_goals_are_followed_too() -> None:
    assert codes({"Call": f"{PROCESS}\nstatus: draft"}) == ["VG202"]
    assert codes({"Call": f"{PROCESS}\nstatus: dropped", "Stay": "type: objective"}) == ["VG203"]


@pytest.mark.parametrize("name", ["Stay", "'[[Stay]]'", "'[[Stay#Why|so]]'", "'[s](Stay.md)'"])
def test_a_link_may_be_written_in_every_way(name: str) -> None:
    assert codes({"Stay": OUTCOME, "Call": PROCESS.replace('"[[Stay]]"', name)}) == []


@pytest.mark.parametrize(
    ("kind", "to", "fine"),
    [
        ("process", "outcome", True),
        ("process", "lever", True),
        ("process", "guardrail", False),
        ("process", "objective", False),
        ("output", "indicator", True),
        ("output", "output", False),
        ("lever", "indicator", True),
        ("lever", "output", False),
        ("indicator", "indicator", False),
        ("guardrail", "outcome", True),
        ("guardrail", "indicator", False),
    ],
)
def test_what_may_serve_what(kind: str, to: str, *, fine: bool) -> None:
    notes = {"A": f'type: {kind}\nstatus: draft\noutcome: "[[B]]"', "B": f"type: {to}\nstatus: draft"}
    assert codes(notes) == ([] if fine else ["VG203"])


@pytest.mark.parametrize(
    ("to", "what"),
    [
        ("type: checkin", "a check-in"),
        ("tags: [x]", "a note, but no goal"),
        ("type: process\nstatus: draft", "a process goal"),
    ],
)
def test_the_wrong_kind_is_named(to: str, what: str) -> None:
    found = [f for f in findings({"Call": PROCESS, "Stay": to}) if f.code == "VG203"]
    assert [what in f.message for f in found] == [True]


def test_a_file_that_is_no_note_is_the_wrong_kind() -> None:
    notes = {"Call": PROCESS.replace("Stay", "plan.png")}
    (found,) = findings(notes, files=["plan.png"])
    assert (found.code, "no note" in found.message) == ("VG203", True)


def process_to(title: str) -> str:
    return PROCESS.replace("Stay", title)


def test_a_circle_is_one_finding_at_its_first_note_and_names_all() -> None:
    found = only({"B": process_to("C"), "C": process_to("A"), "A": process_to("B")})
    assert (found.code, found.path) == ("VG204", "A.md")
    assert "“A” → “B” → “C” → “A”" in found.message


def test_a_goal_that_leads_to_itself_is_a_circle() -> None:
    found = only({"A": process_to("A")})
    assert (found.code, "leads to itself" in found.message) == ("VG204", True)


def test_two_circles_are_two_findings_and_the_way_between_them_is_the_wrong_kind() -> None:
    two = {"A": process_to("B"), "B": process_to("A"), "D": process_to("C")}
    assert codes({**two, "C": PROCESS.replace('"[[Stay]]"', '["[[D]]", "[[A]]"]')}) == [
        "VG204",
        "VG204",
        "VG203",
    ]


def test_a_way_into_a_circle_is_no_part_of_it() -> None:
    assert codes({"A": process_to("B"), "B": process_to("A"), "X": process_to("A")}) == ["VG204", "VG203"]


def test_a_draft_closes_no_circle() -> None:
    assert codes({"A": process_to("B"), "B": f"{process_to('A')}\nstatus: draft"}) == ["VG203", "VG203"]


@pytest.mark.parametrize(
    ("last", "expected"), [("0000", ["VG204", "VG401"]), ("Stay", ["VG203"] * 1999)], ids=["closed", "open"]
)
def test_a_chain_of_thousands_needs_no_recursion(last: str, expected: list[str]) -> None:
    chain = {f"{n:04}": process_to(f"{n + 1:04}" if n < 1999 else last) for n in range(2000)}
    assert codes({"Stay": OUTCOME, **chain}) == expected


# What a goal needs.


@pytest.mark.parametrize(
    ("properties", "code"),
    [
        ('type: output\noutcome: "[[Stay]]"\ndue: 2027-01-01', "VG302"),
        ('type: output\noutcome: "[[Stay]]"\ntarget: 4', "VG303"),
        ('type: guardrail\noutcome: "[[Stay]]"', "VG302"),
        ('type: process\noutcome: "[[Stay]]"\nbecause: so', "VG308"),
        ('type: process\noutcome: "[[Stay]]"\ncadence: daily', "VG309"),
        ("type: process\nexploratory: true\nuntil: 2027-01-01", "VG308"),
    ],
)
def test_what_is_missing_is_said_at_the_type(properties: str, code: str) -> None:
    (found,) = findings({**BOTH, "Goal": properties})
    assert (found.code, found.path, found.span.start) == (code, "Goal.md", 4)


@pytest.mark.parametrize(
    "properties",
    [
        'type: guardrail\noutcome: "[[Stay]]"\nmin: 3',
        'type: guardrail\noutcome: "[[Stay]]"\nmax: 0',
        "type: process\nexploratory: true\nuntil: 2027-01-01\ncadence: weekly",
        'type: indicator\noutcome: "[[Stay]]"',
        "type: objective",
        "type: outcome\nstatus: draft",
        "type: outcome\nstatus: done",
        "type: process\nstatus: dropped",
    ],
)
def test_what_is_not_required_is_not_asked_for(properties: str) -> None:
    assert codes({**BOTH, "Goal": properties}) == []


def test_a_paused_goal_needs_what_an_active_one_needs() -> None:
    found = codes({"Goal": "type: process\nstatus: paused"})
    assert found == ["VG201", "VG308", "VG309"]


@pytest.mark.parametrize(
    ("outcome", "process", "found"),
    [
        ("", "", []),
        ("", "status: paused", ["VG401"]),
        ("", "status: draft", ["VG401"]),
        ("", "status: done", ["VG401"]),
        ("status: paused", "status: paused", []),
        ("status: paused", "status: draft", ["VG401"]),
        ("status: draft", "status: draft", []),
        ("status: done", "status: done", []),
    ],
)
def test_an_outcome_needs_a_process_goal_that_is_under_way(
    outcome: str, process: str, found: list[str]
) -> None:
    assert codes({"Stay": f"{OUTCOME}\n{outcome}", "Call": f"{PROCESS}\n{process}"}) == found


@pytest.mark.parametrize(("due", "found"), [(TODAY - timedelta(days=1), []), (TODAY, ["VG401"])])
def test_an_outcome_past_due_needs_no_process_goal(due: date, found: list[str]) -> None:
    assert codes({"Stay": re.sub("due: .*", f"due: {due}", OUTCOME)}) == found


def test_a_process_goal_reaches_an_outcome_over_a_lever() -> None:
    lever = 'type: lever\noutcome: "[[Stay]]"'
    assert codes({"Stay": OUTCOME, "Try": lever, "Call": process_to("Try")}) == []
    assert codes({"Stay": OUTCOME, "Try": f"{lever}\nstatus: draft", "Call": process_to("Try")}) == ["VG401"]


# Check-ins.


@pytest.mark.parametrize(
    ("goal", "words"),
    [
        ("", "names no goal"),
        ('goal: "[[Nowhere]]"', "no such note"),
        ('goal: "[[Home]]"', "a note, but no goal"),
        ('goal: "[[Other]]"', "a check-in"),
    ],
)
def test_a_check_in_that_belongs_to_no_goal_is_said_once(goal: str, words: str) -> None:
    other = 'type: checkin\ngoal: "[[Stay]]"\ndate: 2026-11-18\nvalue: 81'
    notes = {**BOTH, "Home": "tags: [home]", "Other": other}
    found = only({**notes, "C": f"type: checkin\n{goal}\ndate: 2026-11-18\nvalue: 82"})
    assert (found.code, found.path) == ("VG501", "C.md")
    assert words in found.message


def test_a_check_in_for_a_misspelt_goal_gets_the_nearest_title() -> None:
    found = only(BOTH | {"C": 'type: checkin\ngoal: "[[Cal]]"\ndate: 2026-11-18\nvalue: 1'})
    assert found.hint == 'did you mean "[[Call]]"?'


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("date: 2026-11-18\nvalue: plenty", "“plenty”"),
        ("date: yesterday\nvalue: 1", "no date"),
        ("value: 1", "no date"),
        ("date: 2026-11-18\nvalue: 1\nconfidence: 1", "confidence"),
        ("date: 2026-11-18\nvalue: 9/10", "ratio"),
    ],
)
def test_a_check_in_note_that_cannot_be_read_says_what_cannot(lines: str, words: str) -> None:
    checkin = f'type: checkin\ngoal: "[[Stay]]"\n{lines}'
    (found,) = findings(BOTH | {"Stay": OUTCOME.replace("%", "people"), "C": checkin})
    assert found.code == "VG502"
    assert words in found.message


@pytest.mark.parametrize(
    ("cadence", "line", "words"),
    [
        ("10 per week", "- 2026-11-18: lots", "“lots”"),
        ("10 per week", "- 2026-02-30: 4", "no date"),
        ("every demo", "- 2026-11-18: 4", "of how many"),
    ],
)
def test_a_log_line_that_cannot_be_read_is_said_where_it_stands(cadence: str, line: str, words: str) -> None:
    text = note(PROCESS.replace("10 per week", cadence), f"## Check-ins\n\n{line}\n")
    (found,) = findings(BOTH | {"Call": text})
    assert found.code == "VG502"
    assert words in found.message
    assert text[found.span.start :].startswith(line[2:])


def test_a_check_in_of_two_goals_that_cannot_be_read_is_said_once() -> None:
    goals = 'goal: ["[[Call]]", "[[Mail]]"]'
    notes = {**BOTH, "Mail": PROCESS, "C": f"type: checkin\n{goals}\ndate: 2026-11-18\nvalue: lots"}
    assert codes(notes) == ["VG502"]


def test_a_line_of_prose_in_a_log_is_left_alone() -> None:
    text = note(
        PROCESS, "## Check-ins\n\n- in spring I called every day\n- 2026-11-18\n- 2026-11-18: 4, fine\n"
    )
    assert codes(BOTH | {"Call": text}) == []


# Readings that are due. 2026-11-20 is a Friday; the last closed week ends on the 15th.


def outcome_read(*days: str, more: str = "start: 2026-09-28") -> dict[str, str]:
    log = "".join(f"- {day}\n" for day in days)
    properties = OUTCOME.replace("start: 2026-11-16", more)
    return BOTH | {"Stay": note(properties, f"## Check-ins\n\n{log}")}


@pytest.mark.parametrize(
    ("days", "more", "due"),
    [
        ([], "start: 2026-09-28", True),
        (["2026-11-08: 81"], "start: 2026-09-28", True),
        (["2026-11-09: 81"], "start: 2026-09-28", False),
        (["2026-11-19: 81"], "start: 2026-09-28", False),
        (["2026-11-25: 81"], "start: 2026-09-28", True),
        (["2026-11-10: skip: ill"], "start: 2026-09-28", False),
        (["2026-11-09: 81"], "start: 2026-09-28\ncheck-in: daily", True),
        (["2026-11-02: 81"], "start: 2026-09-28\ncheck-in: monthly", False),
        (["2026-09-30: 81"], "start: 2026-09-28\ncheck-in: monthly", True),
        (["2026-10-25: 81"], "start: 2026-09-28\ncheck-in: fortnightly", True),
        (["2026-10-26: 81"], "start: 2026-09-28\ncheck-in: fortnightly", False),
        (["2026-11-01: 81"], "start: 2026-09-28\ncheck-in: weekdays", True),
        (["2026-11-19: 81"], "start: 2026-09-28\ncheck-in: weekdays", False),
        ([], "start: 2026-11-09", True),
        ([], "start: 2026-11-10", False),
        ([], "", False),
        (["2026-10-01: 81"], "", True),
        ([], "start: 2026-09-28\nstatus: paused", False),
        ([], "start: 2026-09-28\npauses: 2026-11-20", False),
        ([], "start: 2026-09-28\npauses: 2026-11-01..2026-11-15", False),
        ([], "start: 2026-09-28\npauses: 2026-11-01..2026-11-13", True),
    ],
)
def test_a_reading_is_due_in_the_last_closed_period_or_since(
    days: list[str], more: str, *, due: bool
) -> None:
    assert ("VG504" in codes(outcome_read(*days, more=more))) is due


@pytest.mark.parametrize(("last_day", "due"), [("2026-11-20", True), ("2026-11-15", False)])
def test_after_its_last_day_a_goal_is_asked_for_nothing(last_day: str, *, due: bool) -> None:
    notes = outcome_read("2026-11-01: 81")
    notes["Stay"] = notes["Stay"].replace("due: 2027-06-30", f"due: {last_day}")
    assert ("VG504" in codes(notes)) is due


def test_on_a_sunday_the_week_is_still_open() -> None:
    sunday = date(2026, 11, 22)
    assert codes(outcome_read("2026-11-09: 81"), today=sunday) == []
    assert codes(outcome_read("2026-11-09: 81"), today=sunday + timedelta(days=1)) == ["VG504"]


def test_indicators_are_asked_weekly_and_guardrails_only_where_they_say_so() -> None:
    indicator = 'type: indicator\noutcome: "[[Stay]]"\nstart: 2026-09-28'
    guardrail = 'type: guardrail\noutcome: "[[Stay]]"\nmax: 3\nstart: 2026-09-28'
    assert codes(BOTH | {"I": indicator}) == ["VG504"]
    assert codes(BOTH | {"G": guardrail}) == []
    assert codes(BOTH | {"G": f"{guardrail}\ncheck-in: weekly"}) == ["VG504"]


def test_checks_hold_at_the_ends_of_the_calendar() -> None:
    for today in (date.min, date.max):
        findings(outcome_read("2026-11-09: 81"), today=today)


def test_a_rule_is_found_by_code_or_name() -> None:
    by_code, by_name = find_rule("vg201"), find_rule(" process-without-outcome ")
    assert by_code is not None
    assert by_code is by_name
    assert find_rule("VG999") is None


def test_a_link_to_an_ignored_note_says_why_it_is_no_goal() -> None:
    notes = (read_note(Source.of("Call.md", f"---\n{PROCESS}\n---\n")),)
    vault = Vault.of(notes, files=["Archive/Stay.md"])
    (finding,) = [found for found in check(vault, today=TODAY) if found.code == "VG203"]
    assert "left out by `ignore` in vaultgoals.toml" in finding.message


# One name in two spellings.


@pytest.mark.parametrize(
    ("properties", "second", "first"),
    [
        (f"{OUTCOME}\nTarget: 95", "Target", "target"),
        (f"{OUTCOME}\nCheck In: weekly\nCheck_In: monthly", "Check_In", "Check In"),
        (f"Type: outcome\n{OUTCOME}", "type", "Type"),
    ],
)
def test_two_spellings_of_a_property_are_a_duplicate_and_the_goal_still_counts(
    properties: str, second: str, first: str
) -> None:
    (found,) = findings(BOTH | {"Stay": properties})
    assert found.code == "VG102"
    assert note(properties)[found.span.start : found.span.end] == second
    assert f"as “{first}”" in found.message


def test_two_spellings_in_a_check_in_are_a_duplicate() -> None:
    checkin = "type: checkin\ngoal: Stay\ndate: 2026-11-18\nvalue: 81\nValue: 82"
    assert codes(BOTH | {"C": checkin}) == ["VG102"]


@pytest.mark.parametrize("kind", ["", "type: recipe\n", "type: goal-review\n"])
def test_two_spellings_in_a_note_that_is_no_goal_are_the_persons_own(kind: str) -> None:
    assert codes({"A": f"{kind}a b: 1\na-b: 2"}) == []


def test_a_cadence_that_counts_something_else_than_the_unit_is_named_at_the_cadence() -> None:
    call = PROCESS.replace("10 per week", "20 km per week") + "\nunit: m"
    (found,) = findings(BOTH | {"Call": call})
    assert found.code == "VG107"
    assert note(call)[found.span.start : found.span.end] == "20 km per week"
    assert "counts something else than the goal's `unit`" in found.message


def test_a_misspelt_type_that_a_tag_makes_up_for_is_nobodys_business() -> None:
    habit = PROCESS.replace("process", "proces") + "\ntags: [goal/habit]"
    assert codes({"Stay": OUTCOME, "Call": habit}, replace(CONFIG, types={"#goal/habit": "process"})) == []
    assert codes({"Stay": OUTCOME, "Call": habit}) == ["VG108"]


@pytest.mark.parametrize(("properties", "line"), [("date: 2026-11-18", 2), ("goal:\ndate: 2026-11-18", 3)])
def test_an_empty_goal_is_reported_where_it_stands_and_a_missing_one_at_the_type(
    properties: str, line: int
) -> None:
    source = Source.of("C.md", f"---\ntype: checkin\n{properties}\nvalue: 1\n---\n")
    (finding,) = check(Vault.of([read_note(source)]), today=TODAY)
    assert finding.code == "VG501"
    assert source.position(finding.span.start).line == line
