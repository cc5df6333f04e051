from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.gathered import LONGEST, Gathered, decisions_about, gathered

GOAL = "---\ntype: outcome\naliases: [Trial rate]\n---\n"
PROMPT = "**One thing I will do differently this week:**"


def page(label: str, text: str) -> dict[str, str]:
    return {f"Reviews/Review {label}.md": f"---\ntype: goal-review\nperiod: {label}\n---\n# Page\n\n{text}\n"}


def vault_of(notes: Mapping[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())


def period(label: str) -> Period:
    found = Calendar().read(label)
    assert found
    return found


def gather(notes: Mapping[str, str], label: str = "2026-11", quoted: int = 9) -> Gathered:
    return gathered(vault_of(notes), period(label), quoted=quoted)


def decided(text: str) -> list[str]:
    return [quote.words.words for quote in gather(page("2026-W46", text)).decisions]


def thought(text: str) -> list[str]:
    return [quote.words.words for quote in gather(page("2026-W46", text)).reflections]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Decision: keep the bet.", "keep the bet."),
        ("**Decision:** keep the bet.", "keep the bet."),
        ("**Decision**: keep the bet.", "keep the bet."),
        ("**Decision: keep the bet.**", "keep the bet."),
        ("- Decision: keep the bet.", "keep the bet."),
        ("*Decision: keep the bet.*", "keep the bet."),
        ("1. Decision: keep the bet.", "keep the bet."),
        ("> Decision: keep the bet.", "keep the bet."),
        ("DECISION: keep the bet.", "keep the bet."),
        ("Decision:: keep the bet.", "keep the bet."),
        ("Decision: stop [[Calls|the calls]], keep [[Mails]].", "stop the calls, keep Mails."),
        ("Text before.\nDecision: keep the bet.\nText after.", "keep the bet."),
    ],
)
def test_a_decision_is_a_line_that_begins_with_the_word(written: str, words: str) -> None:
    assert decided(written) == [words]


@pytest.mark.parametrize(
    "written",
    [
        "Decision:",
        "Decisions: many.",
        "My decision: keep it.",
        "```\nDecision: keep it.\n```",
        "<!-- Decision: keep it. -->",
        "%%\nDecision: keep it.\n%%",
        "<!-- vaultgoals:begin own -->\nDecision: keep it.\n<!-- vaultgoals:end own -->",
    ],
)
def test_what_is_hidden_generated_or_no_decision_is_not_gathered(written: str) -> None:
    assert decided(written) == []


def test_newlines_of_another_system_are_no_words() -> None:
    assert decided("Decision: keep it.\r\nDecision: stop it.\r\n") == ["keep it.", "stop it."]


def test_a_page_belongs_to_the_period_that_its_last_day_lies_in() -> None:
    notes = (
        page("2026-W44", "Decision: a") | page("2026-W45", "Decision: b") | page("2026-W49", "Decision: c")
    )
    assert [quote.words.words for quote in gather(notes).decisions] == ["a", "b"]


def test_a_page_does_not_gather_itself_nor_pages_of_its_own_length() -> None:
    notes = page("2026-11", "Decision: here") | page("2026-W46", "Decision: below")
    assert [quote.words.words for quote in gather(notes).decisions] == ["below"]
    assert [quote.words.words for quote in gather(notes, "2026-Q4").decisions] == ["below", "here"]


def test_decisions_stand_in_order_with_a_link_to_their_page() -> None:
    notes = page("2026-W47", "Decision: c") | page("2026-W46", "Decision: a\nDecision: b")
    found = gather(notes).decisions
    assert [quote.words.words for quote in found] == ["a", "b", "c"]
    assert [quote.page.shown for quote in found] == ["Review 2026-W46"] * 2 + ["Review 2026-W47"]
    assert [quote.period.label for quote in found if quote.period] == ["2026-W46"] * 2 + ["2026-W47"]


def test_notes_that_are_no_pages_of_ours_decide_nothing_here() -> None:
    assert gather({"Weekly/2026-W46.md": "Decision: keep it."}) == Gathered()


def test_a_reflection_is_the_paragraph_with_the_most_words() -> None:
    room = "## Reflection\n\nToo short.\n\nTwo demos fell through\nbecause I mailed late.\n\n- And an item.\n"
    assert thought(
        f"Before it.\n\n{room}\n## Notes\nFar more words than there are above, many more of them."
    ) == ["Two demos fell through because I mailed late."]


def test_without_any_other_words_a_reflection_is_what_was_promised() -> None:
    assert thought(f"## Reflection\n\n{PROMPT}\nBook on day one.") == ["Book on day one."]
    assert thought(f"## Reflection\n\nIt rained.\n\n{PROMPT}\nBook on day one, always.") == ["It rained."]


@pytest.mark.parametrize(
    "room", ["", PROMPT, f"{PROMPT}\n\n\n", "### What went well", "---", "Decision: keep it.", "%% later %%"]
)
def test_an_empty_room_holds_no_reflection(room: str) -> None:
    assert thought(f"## Reflection\n\n{room}\n") == []


def test_a_long_reflection_is_cut_at_a_word() -> None:
    [words] = thought(f"## Reflection\n\n{'seven ' * 100}")
    assert len(words) <= LONGEST + 2
    assert words.endswith("seven …")


def test_a_long_reflection_without_blanks_is_cut_too() -> None:
    assert thought(f"## Reflection\n\n{'好' * 400}") == ["好" * LONGEST + " …"]


def test_the_reflections_quoted_look_back_furthest_and_are_the_latest() -> None:
    notes = {
        **page("2026-10", "## Reflection\nOctober."),
        **page("2026-W46", "## Reflection\nWeek 46."),
        **page("2026-W47", "## Reflection\nWeek 47."),
    }
    quoted = gather(notes, "2026-Q4", quoted=2).reflections
    assert [quote.words.words for quote in quoted] == ["October.", "Week 47."]


def test_a_decision_is_about_the_goals_that_it_links_to_or_names() -> None:
    notes = {
        "Goals/Trials.md": f"{GOAL}\nDecision: measure it on Mondays.\n",
        "Goals/Calls.md": "---\ntype: process\n---\n",
        **page("2026-W45", "Decision: more of [[Calls]]."),
        **page("2026-W46", "Decision: raise [[Trials|them]]."),
        **page("2026-W47", "Decision: the trial rate is what counts, not the trialsize."),
    }
    vault = vault_of(notes)
    found = decisions_about(vault, vault.goals["Goals/Trials.md"])
    assert [quote.words.words for quote in found] == [
        "raise them.",
        "the trial rate is what counts, not the trialsize.",
        "measure it on Mondays.",
    ]
    assert [quote.period.label if quote.period else None for quote in found] == ["2026-W46", "2026-W47", None]


def test_the_order_of_the_notes_changes_nothing() -> None:
    notes = page("2026-W46", "Decision: a\n## Reflection\nOne.") | page("2026-W47", "## Reflection\nTwo.")
    assert gather(dict(reversed(notes.items()))) == gather(notes)


@given(
    st.text(alphabet=st.sampled_from("ab \n\r\t>-*_#`%[]|<!:Dd1.é—\u2028") | st.characters(), max_size=200)
)
def test_whatever_stands_on_a_page_what_is_gathered_are_words_in_a_line(text: str) -> None:
    found = gather(page("2026-W46", f"Decision: {text}\n## Reflection\n{text}"))
    for quote in (*found.decisions, *found.reflections):
        assert quote.words.words.strip()
        assert "\n" not in quote.words.words
    assert len(found.reflections) <= 1


@pytest.mark.parametrize("part", ["<!--", "%%", "```\n", "- ", "Decision:", "**", "[[a|", "> > "])
def test_a_page_full_of_beginnings_is_read_at_once(part: str) -> None:
    assert gather(page("2026-W46", f"## Reflection\n{part * 50_000}")) is not None


def test_what_stands_below_the_promise_is_a_reflection_and_no_part_of_it() -> None:
    room = f"## Reflection\n\n{PROMPT} Call before ten.\n\nI was tired, [[People/Ana|she]] was not.\n"
    assert thought(room) == ["I was tired, she was not."]
