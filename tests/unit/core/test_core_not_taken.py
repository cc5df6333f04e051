"""Each thing that looks as if it counted and does not, with the reason that `inspect` gives."""

import pytest

from vaultgoals.core.not_taken import not_taken
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.markdown.lookalikes import lookalikes

GOALS = {
    "Goals/Trial conversion.md": '---\ntype: outcome\nunit: "%"\ntarget: 8\naliases: [TC]\n---\n',
    "Goals/Calls.md": "---\ntype: process\ncadence: 5 per week\nfield: calls\n---\n",
    "Goals/Running.md": "---\ntype: process\ncadence: 2 h per week\nunit: h\n---\n",
    "People.md": "Whom I know.\n",
}
GOAL = "---\ntype: process\ncadence: daily\n---\n"
DAY = "2026-11-20.md"

NO_HEADING = "it stands under no heading `Check-ins` or `Log`"
NO_PERIOD = "this is no periodic note: its name is no date as the vault writes them"
WITHIN = "the link to “Calls” stands within the text: it counts first or last in it"
AMONG_WORDS = "in a property a link is the whole value, with no text around it"
NO_TAG = "a tag holds no blank and no comma: write several as a list, `tags: [one, two]`"
IN_COMMENT = "it stands in a comment of several lines, where links and tags count and nothing else"
NO_DAY = "it has no done date (✅ 2026-11-20) and stands in no periodic note"


def vault_with(path: str, text: str, others: dict[str, str] | None = None) -> Vault:
    notes = GOALS | (others or {}) | {path: text}
    return Vault.of(read_note(Source.of(at, written)) for at, written in notes.items())


def told(path: str, text: str) -> list[tuple[str, str, str]]:
    """What was written, what it looks like, and why it is none."""
    vault = vault_with(path, text)
    note: Note = vault.notes[path]
    return [
        (note.source.cut(one.span), one.looks_like, one.reason)
        for one in not_taken(vault, path, lookalikes(note))
    ]


@pytest.mark.parametrize(
    ("body", "written", "why"),
    [
        ("`[[Calls]]`", "[[Calls]]", "it stands in code"),
        ("``a [[Calls]] b``", "[[Calls]]", "it stands in code"),
        ("```\n[[Calls]]\n```", "[[Calls]]", "it stands in code"),
        ("    ![[Calls]]", "![[Calls]]", "it stands in code"),
        ("$[[Calls]]$", "[[Calls]]", "it stands in math"),
        ("$$\n[[Calls]]\n$$", "[[Calls]]", "it stands in math"),
        ("a <!-- [[Calls]] --> b", "[[Calls]]", "it stands in HTML or an HTML comment"),
        ("<!--\n[[Calls]]\n-->", "[[Calls]]", "it stands in HTML or an HTML comment"),
        ("<div>\n[[Calls]]\n</div>", "[[Calls]]", "it stands in HTML or an HTML comment"),
    ],
)
def test_a_link_that_is_none(body: str, written: str, why: str) -> None:
    assert told("Plain.md", f"{body}\n") == [(written, "link", why)]


@pytest.mark.parametrize(
    ("body", "written", "why"),
    [
        ("[[Cals]]", "[[Cals]]", "there is no note of this name; did you mean “Calls”?"),
        ("[x](Cals.md)", "[x](Cals.md)", "there is no note of this name; did you mean “Calls”?"),
        ("[[Old/Calls]]", "[[Old/Calls]]", "there is no note at this path; “Calls” lies elsewhere"),
        ("[[Qwertz]]", "[[Qwertz]]", "there is no such note"),
        (
            "[[TC]]",
            "[[TC]]",
            "this is an alias, and links lead by file name only: write [[Trial conversion|TC]]",
        ),
    ],
)
def test_a_link_that_leads_nowhere(body: str, written: str, why: str) -> None:
    assert told("Plain.md", f"{body}\n") == [(written, "target", why)]


@pytest.mark.parametrize("link", ["[[C#]]", "[[c#|it]]", "[[C]]"])
def test_no_link_leads_to_a_name_that_a_link_cannot_hold(link: str) -> None:
    vault = vault_with("Plain.md", link, {"C#.md": ""})
    (one,) = not_taken(vault, "Plain.md")
    assert one.reason == "no link leads to “C#”, since `#` ends the name in a link: rename that note"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("Plain.md", "Seen on [[2026-11-03]].\n"),
        ("Goal.md", f"{GOAL}## Log\n\n- [[2026-11-03]]: 4\n"),
        ("C.md", '---\ntype: checkin\ngoal: Calls\ndate: "[[2026-11-03]]"\nvalue: 1\n---\n'),
    ],
)
def test_a_day_that_has_no_note_is_still_a_day(path: str, text: str) -> None:
    assert told(path, text) == []


def test_a_day_is_no_goal() -> None:
    text = '---\ntype: process\noutcome: "[[2026-11-03]]"\ncadence: daily\n---\n'
    assert told("Goal.md", text) == [("[[2026-11-03]]", "target", "there is no such note")]


@pytest.mark.parametrize(
    "body",
    [
        "[[Calls]]",
        "%% [[Calls]] %%",
        "%%\n[[Calls]]\n%%",
        "> [[Calls]]",
        "[[#Here]]",
        "[x](https://example.org)",
        "\\[[Calls]]",
        "#tag `code` $x$ <br>",
        "- [ ] a task\n- [x] another\n- [-] a third",
        "- 2026-11-20: a diary, not a goal's note",
        "mood:: fine",
        "`std::vector`",
        "```\nfor (;;) { a::b(); }\n```",
    ],
)
def test_what_counts_and_what_looks_like_nothing_is_not_mentioned(body: str) -> None:
    assert told("Plain.md", f"{body}\n") == []


@pytest.mark.parametrize(
    ("header", "written", "looks_like", "why"),
    [
        ("x: see [[Calls]]", "see [[Calls]]", "link", AMONG_WORDS),
        ('x: "[[Calls]], [[Running]]"', '"[[Calls]], [[Running]]"', "link", AMONG_WORDS),
        ('x: ["a [[Calls]]"]', '"a [[Calls]]"', "link", AMONG_WORDS),
        (
            'x: "![[Calls]]"',
            '"![[Calls]]"',
            "link",
            "an embed is plain text in a property: leave out the `!`",
        ),
        ("tags: a, b", "a, b", "tag", NO_TAG),
        ("tags: [a b, c]", "a b", "tag", NO_TAG),
        ("calls: 3", "calls: 3", "reading", NO_PERIOD),
        ("Calls: 3", "Calls: 3", "reading", NO_PERIOD),
    ],
)
def test_a_property_that_is_none(header: str, written: str, looks_like: str, why: str) -> None:
    assert told("Plain.md", f"---\n{header}\n---\n") == [(written, looks_like, why)]


@pytest.mark.parametrize(
    ("link", "lacks", "why"),
    [
        ('"[[People]]"', "goal", "it leads to a note that is none"),
        ("Peple", "target", "there is no note of this name; did you mean “People”?"),
        ('"[[Call]]"', "target", "there is no note of this name; did you mean “Calls”?"),
        ("about [[Calls]]", "link", AMONG_WORDS),
    ],
)
def test_a_goal_link_that_leads_to_no_goal(link: str, lacks: str, why: str) -> None:
    found = told("Goal.md", f"---\ntype: process\noutcome: {link}\ncadence: daily\n---\n")
    assert [(looks_like, reason) for _, looks_like, reason in found] == [(lacks, why)]


@pytest.mark.parametrize(
    ("text", "written", "why"),
    [
        (
            "\n---\ntype: process\n---\n",
            "---",
            "properties begin in the very first line of a note, with `---` and nothing else in that line",
        ),
        (
            "--- \ntype: process\n---\n",
            "--- ",
            "properties begin in the very first line of a note, with `---` and nothing else in that line",
        ),
        (
            "---\ntype: process\n",
            "---",
            "no line `---` closes these properties, so the whole note is body",
        ),
    ],
)
def test_properties_that_are_none(text: str, written: str, why: str) -> None:
    assert told("Plain.md", text) == [(written, "properties", why)]


@pytest.mark.parametrize(
    ("body", "written", "looks_like", "why"),
    [
        ("- 2026-11-20: 4\n", "2026-11-20: 4", "reading", NO_HEADING),
        ("## Notes\n- 2026-11-20: 4\n", "2026-11-20: 4", "reading", NO_HEADING),
        ("## Log\n- 4 calls\n", "4 calls", "reading", "it does not begin with a date such as 2026-11-20"),
        (
            "## Log\n- 20.11.2026: 4\n",
            "20.11.2026: 4",
            "reading",
            "it does not begin with a date such as 2026-11-20",
        ),
        ("## Log\n- 2026-11-20:\n", "2026-11-20:", "reading", "nothing stands after the date"),
        ("## Log\n- [ ] 2026-11-20: 4\n", "2026-11-20: 4", "reading", "its box is not ticked"),
        ("## Log\n- [-] 2026-11-20: 4\n", "2026-11-20: 4", "reading", "its box is not ticked"),
        (
            "## Log\n- 2026-11-20: many\n",
            "2026-11-20: many",
            "reading",
            "its value cannot be read, see the findings",
        ),
        (
            "## Log\n- 2026-02-30: 4\n",
            "2026-02-30: 4",
            "reading",
            "its date cannot be read, see the findings",
        ),
        (
            "## Log\n2026-11-20: 4\n",
            "2026-11-20: 4",
            "reading",
            "a log is a list or a table: begin the line with `- `",
        ),
        ("## Log\n```\n- 2026-11-20: 4\n```\n", "- 2026-11-20: 4", "reading", "it stands in code"),
        ("## Log\n%%\n- 2026-11-20: 4\n%%\n", "- 2026-11-20: 4", "reading", IN_COMMENT),
        (
            "## Log\n\n|When|Value|\n|-|-|\n|2026-11-20|4|\n",
            "|When|Value",
            "reading",
            "the table has no column `Date`",
        ),
        ("\n|Date|Value|\n|-|-|\n|2026-11-20|4|\n", "|Date|Value", "reading", NO_HEADING),
        ("- [-] no\n", "no", "action", "`[-]` is neither open nor done, and counts nothing"),
    ],
)
def test_a_line_in_a_goals_note_that_is_no_reading(
    body: str, written: str, looks_like: str, why: str
) -> None:
    assert told("Goal.md", f"{GOAL}{body}") == [(written, looks_like, why)]


@pytest.mark.parametrize(
    "body",
    [
        "## Log\n- 2026-11-20: 4\n  - a word on it\n",
        "## Log\n- [x] 2026-11-20: 4\n",
        "## Log\n\n|Date|Value|\n|-|-|\n|2026-11-20|4|\n",
        "- [ ] open\n- [x] done\n- [/] begun\n",
        "- prose\n\n2026-11-20 was a Friday\n",
    ],
)
def test_a_log_that_counts_is_not_mentioned(body: str) -> None:
    assert told("Goal.md", f"{GOAL}{body}") == []


@pytest.mark.parametrize(
    ("line", "written", "looks_like", "why"),
    [
        ("- [x] Speak of [[Calls]] now", "Speak of [[Calls]] now", "action", WITHIN),
        ("- [ ] Speak of [[Calls]] now", "Speak of [[Calls]] now", "action", WITHIN),
        (
            "- [-] Ana [[Calls]]",
            "Ana [[Calls]]",
            "action",
            "`[-]` is neither open nor done, and counts nothing",
        ),
        (
            "- [x] 5 km [[Running]]",
            "5 km [[Running]]",
            "reading",
            "ticked tasks do not add up to what “Running” measures",
        ),
        (
            "- [x] Look [[Trial conversion]]",
            "Look [[Trial conversion]]",
            "reading",
            "ticked tasks do not add up to what “Trial conversion” measures",
        ),
        ("- [] Ana", "[] Ana", "task", "a box that is not ticked has a blank in it: `- [ ]`"),
        ("- [x]Ana", "[x]Ana", "task", "a blank is missing: `- [ ] text`"),
        ("-[ ] Ana", "-[ ] Ana", "task", "a blank is missing: `- [ ] text`"),
        ("```\n- [x] Ana\n```", "- [x] Ana", "task", "it stands in code"),
        ("<!--\n- [x] Ana\n-->", "- [x] Ana", "task", "it stands in HTML or an HTML comment"),
        ("%%\n- [x] Ana\n%%", "- [x] Ana", "task", IN_COMMENT),
        ("- [ ] Ana [calls:: 4]", "[calls:: 4]", "reading", "it belongs to a task that is not ticked"),
        ("Calls::", "Calls::", "reading", "nothing stands behind it"),
        ("`Calls:: 4`", "Calls:: 4", "reading", "it stands in code"),
    ],
)
def test_what_a_daily_note_says_and_is_no_reading(line: str, written: str, looks_like: str, why: str) -> None:
    assert told(DAY, f"{line}\n") == [(written, looks_like, why)]


@pytest.mark.parametrize("line", ["Calls:: 4", "[calls:: 4]", "- [x] Ana [[Calls]]", "- [ ] Ana [[Calls]]"])
def test_a_reading_in_a_daily_note_is_not_mentioned(line: str) -> None:
    assert told(DAY, f"{line}\n") == []


@pytest.mark.parametrize(
    ("line", "written", "why"),
    [
        ("Calls:: 4", "Calls:: 4", NO_PERIOD),
        ("a [Trial conversion:: 6] b", "[Trial conversion:: 6]", NO_PERIOD),
        ("- [x] Ana [[Calls]]", "Ana [[Calls]]", NO_DAY),
    ],
)
def test_what_would_be_a_reading_in_a_periodic_note(line: str, written: str, why: str) -> None:
    assert told("Plain.md", f"{line}\n") == [(written, "reading", why)]


def test_a_task_with_a_done_date_counts_in_any_note() -> None:
    assert told("Plain.md", "- [x] Ana [[Calls]] ✅ 2026-11-20\n") == []


def test_a_reading_in_a_note_about_a_longer_time_than_the_goal_counts_by() -> None:
    (found,) = told("2026-11.md", "Calls:: 4\n")
    assert found[1:] == ("reading", "the goal counts by the week, and this note is about a longer time")


def test_a_check_in_note_about_nobodys_goal() -> None:
    header = 'type: checkin\ngoal: "[[People]]"\ndate: 2026-11-20\nvalue: 4'
    assert told("C.md", f"---\n{header}\n---\n") == [("[[People]]", "reading", "it leads to no goal")]


def test_what_stands_in_our_own_blocks_is_mentioned_once() -> None:
    begin, end = "<!-- vaultgoals:begin next -->", "<!-- vaultgoals:end next -->"
    found = told("Plain.md", f"{begin}\n- [ ] [[Nowhere]]\n- [ ] [[Calls]]\n{end}\n")
    assert found == [(begin, "block", "what stands between vaultgoals' own markers is never read")]


def test_a_syncers_copy_is_told_apart_and_nothing_else_is_said_of_it() -> None:
    (found,) = told("Goals/Calls.sync-conflict-20260817-144138-O4SHF2J.md", GOALS["Goals/Calls.md"])
    assert found[1:] == ("note", "a syncer made this copy of another note, and nothing in it is read as data")


def test_a_page_of_ours_logs_nothing() -> None:
    found = told("2026-11-21.md", "---\ntype: goal-review\n---\nCalls:: 4\n")
    assert [reason for _, _, reason in found] == [
        "vaultgoals writes this page: it is no periodic note, and is read outside its blocks only",
        "this is a page that vaultgoals writes, which is no periodic note, whatever its name",
    ]


def test_of_a_note_whose_header_cannot_be_read_only_the_links_are_looked_at() -> None:
    assert told("Plain.md", "---\na: b: c\n---\nCalls:: 4 [[Cals]]\n") == [
        ("[[Cals]]", "target", "there is no note of this name; did you mean “Calls”?")
    ]


def test_what_is_nested_too_deep_to_be_read_is_told() -> None:
    quoted = "> " * 250 + "[[Calls]]"
    assert [(looks_like, reason) for _, looks_like, reason in told("Plain.md", f"{quoted}\n")] == [
        ("block", "it is nested deeper than is read, and so is what lies within it")
    ]


def test_where_a_note_is_too_long_to_be_read_on_is_told() -> None:
    reason = "a note is read up to 50,000 lines; this and what follows are not: split it into several notes"
    assert told("Plain.md", "a\n" * 50_000 + "- [[Cals]]\n[[Cals]]\n") == [("- [[Cals]]", "block", reason)]


REVIEWED = {
    "Goals/Outbound calls.md": "---\ntype: process\ncadence: daily\nfield: outbound\naliases: [Round]\n---\n",
    "Goals/Walks.md": "---\ntype: process\ncadence: daily\n---\n",
    "Goals/Growth.md": "---\ntype: objective\naliases: [The year]\n---\n",
    "Goals/Fair (local).md": "---\ntype: lever\n---\n",
}
OTHER_FIELD = "a property logs by a goal's `field`, and “Outbound calls” has another name: its is `outbound`"
NO_FIELD = "a property logs by a goal's `field`, and “Walks” has another name: it has none yet"
OF_OBJECTIVE = "“Growth” is a goal of type `objective`, which has no readings"
OF_LEVER = "“Fair (local)” is a goal of type `lever`, which has no readings"


@pytest.mark.parametrize(
    ("text", "written", "why"),
    [
        ("---\nround: 5\n---\n", "round: 5", OTHER_FIELD),
        ("---\nOutbound Calls: 6\n---\n", "Outbound Calls: 6", OTHER_FIELD),
        ("---\nwalks: 1\n---\n", "walks: 1", NO_FIELD),
        ("Growth:: 3\n", "Growth:: 3", OF_OBJECTIVE),
        ("The year:: 3\n", "The year:: 3", OF_OBJECTIVE),
        ("Fair (local):: 3\n", "Fair (local):: 3", OF_LEVER),
        ("- [ ] Walks:: 13\n", "Walks:: 13", "it belongs to a task that is not ticked"),
        ("- [ ] Fetch (walks:: 13)\n", "(walks:: 13)", "it belongs to a task that is not ticked"),
    ],
)
def test_a_name_that_logs_nothing_says_why(text: str, written: str, why: str) -> None:
    vault = vault_with(DAY, text, REVIEWED)
    told = [(vault.notes[DAY].source.cut(one.span), one.reason) for one in not_taken(vault, DAY)]
    assert told == [(written, why)]


def test_a_table_without_a_value_says_what_its_column_is_named() -> None:
    table = "| Date | Week |\n|---|---|\n| 2026-11-20 | 47 |\n"
    assert told("Goal.md", f"{GOAL}## Log\n\n{table}") == [
        (
            "| Date | Week",
            "reading",
            "the table has no column `Value`, nor one named like the goal, its metric or its unit",
        )
    ]


def test_text_in_a_block_with_a_broken_marker_says_so() -> None:
    begin = "<!-- vaultgoals:begin next 0123456789ab -->"
    end = "<!-- vaultgoals:end next -->"
    assert (begin, "block", "what stands between vaultgoals' own markers is never read") in told(
        DAY, f"# Friday\n\n{begin}\nCalls:: 4\n{end}\n{end}\n"
    )
