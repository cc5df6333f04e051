"""What is shown of a goal, where it is named, and what is found in its note."""

from collections.abc import Sequence

import pytest
from at_cursor import Opened

from vaultgoals.core.config import Config
from vaultgoals.core.source import Span
from vaultgoals.lsp.glimpses import hints, lens
from vaultgoals.lsp.hover import Hover, hover
from vaultgoals.lsp.meant import meant_at
from vaultgoals.lsp.navigation import definition, references
from vaultgoals.lsp.remarks import remarks
from vaultgoals.lsp.symbols import Symbol, goals_named, outline

GOAL = "Goals/Trial conversion.md"
CALLS = "Goals/Outbound calls.md"
DAY = "Daily/2026-11-20.md"


def told(opened: Opened) -> Hover:
    found = hover(opened.vault, opened.findings, opened.path, opened.offset, today=opened.today)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "path", "meant"),
    [
        ("see [[Trial co‸nversion]]", "Note.md", GOAL),
        ("see [[Trial conversion]]‸", "Note.md", GOAL),
        ("see [it](Goals/Trial%20con‸version.md)", "Note.md", GOAL),
        ("see ‸ [[Trial conversion]]", "Note.md", None),
        ("see [[Nobo‸dy]]", "Note.md", None),
        ("---\ntype: process\noutcome: Trial con‸version\n---\n", "Note.md", GOAL),
        ('---\ntype: process\noutcome: "[[Trial con‸version]]"\n---\n', "Note.md", GOAL),
        ("---\ntype: checkin\ngoal: Outb‸ound\n---\n", "Note.md", CALLS),
        ("Outbound ca‸lls:: 4", DAY, CALLS),
        ("[Outb‸ound:: 4]", DAY, CALLS),
        ("---\nca‸lls: 4\n---\n", DAY, CALLS),
        ("Outbound ca‸lls:: 4", "Note.md", None),
        ("---\nty‸pe: outcome\n---\n", "Note.md", "Note.md"),
        ("---\ntype: outcome\n---\n# Some ti‸tle\n", "Note.md", "Note.md"),
        ("---\ntype: outcome\n---\n## Some ti‸tle\n", "Note.md", None),
    ],
)
def test_the_note_that_is_meant_is_known(text: str, path: str, meant: str | None) -> None:
    opened = Opened(text, path)
    found = meant_at(opened.vault, opened.path, opened.offset)
    assert (found.path if found else None) == meant


def test_a_link_to_a_goal_tells_how_it_stands_and_what_that_means() -> None:
    text = told(Opened("see [[Trial conv‸ersion]]")).text
    assert text.startswith("**Trial conversion** (outcome)\n\n- Now: ○ off track · 6.4 %, plan 7.3 %")
    assert "- What it means: **" in text
    assert "What leads here:\n\n- Outbound calls: 4 of 10 this week" in text


def test_a_goals_own_type_tells_of_it_and_what_its_kind_is() -> None:
    text = told(Opened("---\nty‸pe: process\noutcome: Trial conversion\ncadence: daily\n---\n")).text
    assert text.startswith("**Note** (process)\n")
    assert "`process`: something you do, again and again" in text


def test_a_property_tells_what_it_means_unless_it_is_the_persons_own() -> None:
    assert told(Opened("---\ntype: process\nca‸dence: daily\n---\n")).text.startswith("`cadence`: how often")
    opened = Opened("---\ntype: process\nco‸lour: red\n---\n")
    assert hover(opened.vault, (), opened.path, opened.offset, today=opened.today) is None


def test_a_finding_tells_in_short_why_there_is_such_a_check() -> None:
    text = told(Opened("---\ntype: process\noutcome: Trial conversion\ncadence: som‸etimes\n---\n")).text
    assert text.startswith("**VG107 invalid-value** · ")


def test_what_a_person_wrote_does_not_become_markup() -> None:
    opened = Opened("see [[a*b*_c_‸]]", others={"a*b*_c_.md": "---\ntype: outcome\n---\n"})
    assert told(opened).text.startswith("**a\\*b\\*\\_c\\_** (outcome)")


def test_a_link_leads_to_the_heading_that_it_names() -> None:
    opened = Opened("[[Trial conversion#Check‸-ins]]")
    place = definition(opened.vault, opened.path, opened.offset)
    assert place
    assert opened.vault.notes[place.path].source.cut(place.span).strip() == "## Check-ins"


def test_a_log_leads_to_its_goal() -> None:
    opened = Opened("Outb‸ound:: 4", DAY)
    place = definition(opened.vault, opened.path, opened.offset)
    assert place
    assert (place.path, place.span) == (CALLS, Span(0, 0))


def test_all_that_names_a_goal_is_found() -> None:
    others = {
        DAY: "---\ncalls: 3\n---\nOutbound:: 4\n",
        "Check.md": "---\ntype: checkin\ngoal: Outbound calls\ndate: 2026-11-19\nvalue: 2\n---\n",
        "Task.md": "- [x] call [[Outbound calls]] ✅ 2026-11-19\n",
    }
    opened = Opened("see [[Outbound ca‸lls]]", others=others)
    found = references(opened.vault, opened.path, opened.offset)
    cut = [(place.path, opened.vault.notes[place.path].source.cut(place.span)) for place in found]
    assert cut == [
        ("Check.md", "Outbound calls"),
        (DAY, "3"),
        (DAY, "4"),
        ("Note.md", "[[Outbound calls]]"),
        ("Task.md", "[[Outbound calls]]"),
    ]


def test_where_nothing_is_meant_nothing_is_found() -> None:
    opened = Opened("wo‸rds")
    asked = (opened.vault, opened.path, opened.offset)
    assert (definition(*asked), references(*asked)) == (None, ())


def shape(symbols: Sequence[Symbol]) -> list[object]:
    return [[one.name, shape(one.below)] if one.below else one.name for one in symbols]


def test_a_goals_outline_has_its_sections_and_check_ins() -> None:
    vault = Opened("").vault
    assert shape(outline(vault, GOAL)) == [
        [
            "Trial conversion",
            [["Trial conversion", [["Check-ins", ["2026-10-23: 6.3 %", "2026-11-18: 6.4 %"]]]]],
        ]
    ]


def test_a_daily_notes_outline_has_what_was_logged_in_it() -> None:
    opened = Opened("Outbound:: 4\n# Evening\nTrial conversion:: 6.5\n## Late\n# Night\n", DAY)
    assert shape(outline(opened.vault, DAY)) == [
        "2026-11-20: 4",
        ["Evening", ["2026-11-20: 6.5 %", "Late"]],
        "Night",
    ]


def test_every_symbols_name_lies_within_it() -> None:
    def check(one: Symbol) -> None:
        assert one.span.start <= one.named.start <= one.named.end <= one.span.end
        for below in one.below:
            check(below)

    opened = Opened("Outbound:: 4\n# Evening\nTrial conversion:: 6.5\n## Late\n# Night\n", DAY)
    for path in (GOAL, CALLS, DAY):
        for one in outline(opened.vault, path):
            check(one)


def test_goals_are_found_by_any_part_of_their_names() -> None:
    vault = Opened("").vault
    assert [found.title for found in goals_named(vault, "CONV")] == ["Trial conversion"]
    assert [found.title for found in goals_named(vault, "outbound")] == ["Outbound calls"]
    assert len(goals_named(vault, " ")) == 2


def test_a_goals_note_shows_how_it_stands() -> None:
    opened = Opened("# Words\n")
    shown = [lens(opened.vault, path, today=opened.today) for path in (GOAL, CALLS, "Note.md")]
    assert [glimpse and glimpse.words for glimpse in shown] == [
        "○ off track · 6.4 %, plan 7.3 %, target 8 % by 20 Dec",
        "4 of 10 this week · ···■ 1 of 4 weeks",
        None,
    ]


def test_a_vaults_own_words_for_kinds_are_known() -> None:
    config = Config(properties={"Art": "type"}, types={"Ziel": "outcome"})
    opened = Opened("---\nA‸rt: Ziel\ntarget: 1\n---\n", config=config)
    assert told(opened).text.startswith("**Note** (outcome)")
    glimpse = lens(opened.vault, "Note.md", today=opened.today)
    assert glimpse
    assert opened.text[glimpse.span.start : glimpse.span.end] == "Art: Ziel"


def test_a_draft_shows_nothing() -> None:
    opened = Opened("---\ntype: outcome\nstatus: draft\n---\n")
    assert lens(opened.vault, "Note.md", today=opened.today) is None


def test_behind_a_cadence_stands_what_is_left_of_it() -> None:
    opened = Opened("")
    (hint,) = hints(opened.vault, CALLS, today=opened.today)
    source = opened.vault.notes[CALLS].source
    assert (source.cut(hint.span), hint.words) == ("10 per week", "2 today, 6 by Sunday")
    assert [*hints(opened.vault, GOAL, today=opened.today)] == []


def test_a_finding_is_told_with_its_remedy_and_the_goals_that_it_is_about() -> None:
    others = {"Goals/Old.md": "---\ntype: outcome\nstatus: done\nclosed: 2026-11-01\n---\n"}
    opened = Opened('---\ntype: process\noutcome: "[[Old]]"\ncadence: daily\n---\n', others=others)
    (remark,) = (
        one for one in remarks(opened.vault, opened.findings, "Note.md") if one.finding.code == "VG206"
    )
    assert "\n" in remark.words
    assert [beside.path for beside in remark.beside] in ([], ["Goals/Old.md"])


def test_a_finding_without_a_place_of_its_own_can_still_be_seen() -> None:
    opened = Opened("outcome: x\n\n---\ntype: process\n---\n")
    for path in opened.vault.notes:
        assert all(len(one.span) for one in remarks(opened.vault, opened.findings, path))
