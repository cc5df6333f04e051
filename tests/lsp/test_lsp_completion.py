"""What is offered at the cursor, and what the note says once it is taken."""

import pytest
from at_cursor import Opened
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.cadence import parse_cadence
from vaultgoals.core.confidence import parse_confidence
from vaultgoals.core.config import Config
from vaultgoals.core.dates import parse_lag
from vaultgoals.core.goal import Aggregate, Status
from vaultgoals.core.source import Source
from vaultgoals.core.unreadable import Unreadable
from vaultgoals.lsp.completion import complete
from vaultgoals.lsp.offer import Offer
from vaultgoals.lsp.value_offers import WORDS
from vaultgoals.markdown import read_note


def offers(opened: Opened) -> tuple[Offer, ...]:
    return complete(opened.vault, opened.path, opened.offset, today=opened.today)


def labels(opened: Opened) -> list[str]:
    return [offer.label for offer in offers(opened)]


def taken(opened: Opened, label: str) -> str:
    """The note once the offer of that label is taken."""
    offer = next(offer for offer in offers(opened) if offer.label == label)
    typed = opened.text[offer.span.start : opened.offset]
    assert offer.sought.lower().startswith(typed.lower()), "an editor would not show it"
    return opened.text[: offer.span.start] + offer.text + opened.text[offer.span.end :]


def property_of(text: str, name: str) -> object:
    note = read_note(Source.of("Note.md", text))
    found = note.property(name)
    assert not note.troubles, text
    return found.value.plain if found else None


def test_a_note_without_a_type_is_offered_one_and_nothing_else() -> None:
    assert labels(Opened("---\n‸\n---\n")) == ["type"]


def test_a_process_goal_is_offered_its_properties_but_for_those_it_has() -> None:
    found = labels(Opened("---\ntype: process\noutcome: x\n‸\n---\n"))
    assert {"cadence", "because", "field"} <= {*found}
    assert {"type", "outcome", "target"}.isdisjoint(found)


def test_a_property_is_offered_with_what_it_means() -> None:
    found = {offer.label: offer for offer in offers(Opened("---\ntype: process\n‸\n---\n"))}
    assert found["cadence"].detail == "how often"
    assert found["cadence"].about.startswith("`cadence`: how often\n\nFor example: 3 times a week")


def test_a_property_that_is_taken_is_followed_by_its_colon() -> None:
    assert (
        taken(Opened("---\ntype: process\ncad‸\n---\n"), "cadence") == "---\ntype: process\ncadence: \n---\n"
    )


def test_the_name_of_a_property_that_has_a_value_is_exchanged_alone() -> None:
    text = taken(Opened("---\ntype: process\ncad‸: daily\n---\n"), "cadence")
    assert text == "---\ntype: process\ncadence: daily\n---\n"


def test_a_header_that_is_not_closed_or_not_yaml_is_still_known_by_its_type_line() -> None:
    assert "cadence" in labels(Opened("---\ntype: process\nca‸"))
    assert "cadence" in labels(Opened("---\ntype: process\nunit: [\nca‸\n---\n"))


def test_a_vault_is_offered_its_own_words() -> None:
    config = Config(properties={"Frist": "due"}, types={"Ziel": "outcome"})
    opened = Opened("---\ntype: Ziel\n‸\n---\n", config=config)
    assert "Frist" in labels(opened)
    assert "due" not in labels(opened)
    assert "2026-12-31" in labels(Opened("---\ntype: Ziel\nFrist: ‸\n---\n", config=config))
    mapped = Config(properties={"Art": "type", "Frist": "due"}, types={"Ziel": "outcome"})
    assert "2026-12-31" in labels(Opened("---\nArt: Ziel\nFrist: ‸\n", config=mapped))


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("type: ‸", {"process", "outcome", "checkin"}),
        ("status: ‸", {*Status}),
        ("aggregate: ‸", {*Aggregate}),
        ("cadence: ‸", {"weekly", "3 times a week"}),
        ("owner: ‸", {"Ana"}),
        ("owner: [Ben, ‸]", {"Ana"}),
        ("start: ‸", {"2026-11-20", "2026-11-23"}),
        ("due: ‸", {"2026-11-22", "2026-11-30", "2026-12-31"}),
        ("exploratory: ‸", {"true", "false"}),
        ("unit: ‸", {"%"}),
        ("field: ‸", {"note"}),
        ("outcome: ‸", {"Trial conversion"}),
    ],
)
def test_values_are_offered_that_may_stand_there(line: str, offered: set[str]) -> None:
    assert offered <= {*labels(Opened(f"---\ntype: process\n{line}\n---\n"))}


def test_nothing_is_offered_for_a_property_of_the_persons_own() -> None:
    assert labels(Opened("---\ntype: process\ncolour: ‸\n---\n")) == []


def test_nothing_is_offered_in_the_header_of_a_note_of_nobodys_kind() -> None:
    assert labels(Opened("---\ntype: recipe\nstatus: ‸\n---\n")) == []


def test_a_confidence_is_offered_to_check_ins_in_words() -> None:
    assert labels(Opened("---\ntype: checkin\nconfidence: ‸\n---\n")) == [*WORDS["confidence"]]
    assert labels(Opened("---\ntype: lever\nconfidence: ‸\n---\n")) == []


def test_all_values_that_are_offered_can_be_read() -> None:
    for name in ("cadence", "check-in"):
        assert [text for text in WORDS[name] if isinstance(parse_cadence(text), Unreadable)] == []
    assert [text for text in WORDS["lag"] if isinstance(parse_lag(text), Unreadable)] == []
    assert [text for text in WORDS["confidence"] if isinstance(parse_confidence(text), Unreadable)] == []


@pytest.mark.parametrize(
    "typed", ["‸", "Tri‸", "[[‸", "[[tri‸", '"[[‸"', '"[[Tri‸]]"', "'[[Tri‸]]'", "[[Tr‸ial]]"]
)
def test_a_link_to_an_outcome_comes_out_in_quotes_however_it_was_begun(typed: str) -> None:
    text = taken(Opened(f"---\ntype: process\noutcome: {typed}\n---\n"), "Trial conversion")
    assert text == '---\ntype: process\noutcome: "[[Trial conversion]]"\n---\n'


def test_a_link_in_a_list_is_one_item_of_it() -> None:
    text = taken(Opened('---\ntype: process\noutcome:\n  - "[[A]]"\n  - [[‸\n---\n'), "Trial conversion")
    assert property_of(text, "outcome") == ["[[A]]", "[[Trial conversion]]"]


def test_what_a_link_shows_stays_where_its_note_is_exchanged() -> None:
    text = taken(Opened('---\ntype: process\noutcome: "[[Tr‸|mine]]"\n---\n'), "Trial conversion")
    assert property_of(text, "outcome") == "[[Trial conversion|mine]]"


@pytest.mark.parametrize(
    ("title", "line", "after"),
    [
        ('Say "yes"', '"[[‸|so]]"', '"[[Say \\"yes\\"|so]]"'),
        ("It's on", "'[[‸|so]]'", "'[[It''s on|so]]'"),
        ("It's on", "'so: [[‸", "'so: [[It''s on]]"),
        ("It's on", '"[[‸|so]]"', '"[[It\'s on|so]]"'),
    ],
)
def test_a_name_amid_quotes_leaves_them_whole(title: str, line: str, after: str) -> None:
    others = {f"Goals/{title}.md": "---\ntype: outcome\n---\n"}
    opened = Opened(f"---\ntype: process\nwith: {line}\n---\n", others=others)
    assert taken(opened, title) == f"---\ntype: process\nwith: {after}\n---\n"


def test_only_goals_that_may_be_served_are_offered() -> None:
    assert labels(Opened("---\ntype: guardrail\noutcome: [[‸\n---\n")) == ["Trial conversion"]
    assert labels(Opened("---\ntype: outcome\nobjective: [[‸\n---\n")) == []
    assert labels(Opened("---\ntype: checkin\ngoal: [[‸\n---\n")) == ["Outbound calls", "Trial conversion"]


def test_in_the_body_goals_are_offered_first_and_other_notes_once_a_letter_is_typed() -> None:
    others = {"Outing.md": "We went out.\n"}
    assert labels(Opened("see [[‸", others=others)) == ["Outbound calls", "Trial conversion"]
    assert labels(Opened("see [[out‸", others=others)) == ["Outbound calls", "Trial conversion", "Outing"]
    assert taken(Opened("see [[out‸]] now", others=others), "Outing") == "see [[Outing]] now"


def test_a_note_whose_name_another_has_is_linked_by_its_path() -> None:
    others = {"Old/Trial conversion.md": "---\ntype: outcome\nstatus: done\n---\n"}
    opened = Opened("---\ntype: process\noutcome: ‸\n---\n", others=others)
    assert [offer.text for offer in offers(opened)] == [
        '"[[Goals/Trial conversion]]"',
        '"[[Old/Trial conversion]]"',
    ]


DAY = "Daily/2026-11-20.md"


def test_in_a_daily_note_a_goals_name_becomes_a_field_that_logs_it() -> None:
    opened = Opened("Outbound ca‸\n", DAY)
    assert taken(opened, "Outbound calls") == "Outbound calls:: \n"
    assert offers(opened)[0].detail == "2 today, 6 by Sunday"


def test_a_name_may_be_sought_by_any_of_its_words() -> None:
    assert labels(Opened("- conv‸", DAY)) == ["Trial conversion"]


def test_an_alias_is_offered_as_well_and_says_whose_it_is() -> None:
    found = {offer.label: offer.about for offer in offers(Opened("outb‸", DAY))}
    assert found == {"Outbound calls": "", "Outbound": "logs Outbound calls"}


def test_the_colons_that_are_there_are_not_written_twice() -> None:
    assert taken(Opened("Outb‸:: 4\n", DAY), "Outbound calls") == "Outbound calls:: 4\n"


def test_in_a_daily_notes_header_the_fields_of_goals_are_offered() -> None:
    opened = Opened("---\nmood: 3\n‸\n---\n", DAY)
    assert taken(opened, "calls") == "---\nmood: 3\ncalls: \n---\n"
    assert "calls" not in labels(Opened("---\ncalls: 3\n‸\n---\n", DAY))


def test_a_field_of_a_goal_is_offered_while_the_header_is_no_yaml_yet() -> None:
    assert taken(Opened("---\ncal‸\n---\n", DAY), "calls") == "---\ncalls: \n---\n"


def test_in_any_other_note_words_stay_words() -> None:
    assert labels(Opened("Outbound ca‸\n")) == []


def test_nothing_is_offered_in_a_note_that_cannot_be_read() -> None:
    opened = Opened("‸")
    note = read_note(Source(path="Note.md", text="", unreadable="is larger than 5 MiB"))
    vault = type(opened.vault).of([note])
    assert complete(vault, "Note.md", 0, today=opened.today) == ()


TITLES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/\\"), min_size=1, max_size=12
)
HEADERS = st.sampled_from(
    [
        "outcome: ‸",
        "outcome: [[‸]]",
        'outcome: "[[‸',
        "outcome: '[[‸]]'",
        "outcome:‸",
        "outcome:\n- ‸",
        "outcome: [‸]",
    ]
)


@given(TITLES, HEADERS)
def test_whatever_a_goal_is_called_a_link_that_is_taken_leads_to_it(title: str, line: str) -> None:
    path = f"Deep/{title}.md"
    opened = Opened(f"---\ntype: process\n{line}\n---\n", others={path: "---\ntype: outcome\n---\n"})
    for offer in offers(opened):
        text = opened.text[: offer.span.start] + offer.text + opened.text[offer.span.end :]
        found = property_of(text, "outcome")
        link = found[0] if isinstance(found, list) else found
        assert isinstance(link, str)
        target = link.removeprefix("[[").removesuffix("]]")
        assert opened.vault.names.resolve(target, "Note.md").path is not None
        assert link == f"[[{target}]]"
