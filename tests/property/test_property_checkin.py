"""Whatever is said of a goal, and whatever it is called: its note says that, or is refused in a sentence."""

from dataclasses import replace
from datetime import date, time
from unicodedata import category

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from vaultgoals.core.checkin_note import checkin_note
from vaultgoals.core.goal import CheckIn
from vaultgoals.core.new_checkin import Said, checkin_path, meant, with_entry
from vaultgoals.core.note import Malformed
from vaultgoals.core.source import Source, Span, misplaced
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.markdown import read_note
from vaultgoals.workspace.new_reading import plan_reading
from vaultgoals.workspace.plan import Plan

TODAY, AT = date(2026, 11, 20), time(9, 5)
CADENCES = ("50 calls per week", "daily", "every demo", "3 hours per week", "at most 2 per day")
SIGNS = "\"'`#:,-[]{}|>&*!%@\\~<>=?()/.+_ \t\n\r0123456789aBzÜ日🏃\u00a0\u200b\u2028\ufeff\x85"
FORBIDDEN_IN_NAMES = set('<>:"/\\|?*')

words = st.text(
    alphabet=st.one_of(st.sampled_from(SIGNS), st.characters(exclude_categories=["Cs"])), max_size=40
)
pieces = st.sampled_from(
    [
        *("---", "<!-- x -->", "%%", "- [x] a [[Calls]]", "Calls:: 3", "[Calls:: 3]", "# Log", "```", "~~~"),
        *("- 2026-11-19: 4", "| a | b |", "<<<<<<< HEAD", "=======", "\r\n", "\n", "$$"),
        "<!-- vaultgoals:begin next -->",
    ]
)
comments = st.lists(st.one_of(words, pieces), max_size=5).map("\n".join)
titles = words.map(lambda text: "".join(c for c in text if c not in "/\0\n\r").strip(" .")).filter(
    lambda text: text and misplaced(f"Goals/{text}.md") is None
)


def vault_of(title: str, cadence: str) -> Vault:
    text = f"---\ntype: process\ncadence: {cadence}\n---\n"
    return Vault.of([read_note(Source.of(f"Goals/{title}.md", text))])


def planned(vault: Vault, said: Said) -> Plan | str:
    """The note, or why it is refused."""
    try:
        return plan_reading(vault, said, AT)
    except UsageError as error:
        return f"{error.message} {error.hint}"


@given(
    title=titles,
    comment=comments,
    evidence=st.lists(words, max_size=3),
    by=words,
    skip=st.none() | words,
)
@example(title="C# [a]|b", comment="", evidence=["[[a|b]]"], by="", skip=None)
@example(title="a", comment="---\ntype: outcome\n---", evidence=["yes"], by="null", skip=None)
@example(title="1.0", comment="\r", evidence=[" a "], by="no", skip="true")
def test_a_note_says_what_was_said_or_is_refused(
    title: str, comment: str, evidence: list[str], by: str, skip: str | None
) -> None:
    vault = vault_of(title, CADENCES[0])
    goal = vault.goals[f"Goals/{title}.md"]
    value = "12" if skip is None else ""
    said = Said(goal=goal, on=TODAY, value=value, skip=skip, comment=comment, evidence=tuple(evidence), by=by)
    plan = planned(vault, said)
    if isinstance(plan, str):
        assert plan.endswith(".")
        return
    name = plan.path.rpartition("/")[2]
    assert not FORBIDDEN_IN_NAMES & set(name)
    assert misplaced(plan.path) is None
    assert not any(category(char) in ("Cc", "Zl", "Zp") for char in name)
    note = read_note(Source.of(plan.path, plan.text.encode().decode()))
    ahead = Vault.of([*vault.notes.values(), note])
    [found] = checkin_note(note, vault.config, lambda link: ahead.goal_at(link, note.path))
    assert isinstance(found, CheckIn)
    assert replace(found, path="", line=1, span=Span(0, 0)) == meant(said)
    assert ahead.checkins_of(goal.path) == (found,)
    header = yaml.safe_load(plan.text.split("\n---\n", 1)[0])
    assert header["date"] == TODAY
    assert [str(one) for one in header.get("evidence", [])] == [one.strip() for one in evidence]


@given(cadence=st.sampled_from(CADENCES), entry=words)
@example(cadence=CADENCES[0], entry="1,250.5, a")
@example(cadence=CADENCES[3], entry="1/3")
@example(cadence=CADENCES[2], entry="3 of 4, late")
def test_whatever_is_taken_as_an_entry_is_read_back_as_it_was_taken(cadence: str, entry: str) -> None:
    vault = vault_of("Calls", cadence)
    said = Said(goal=vault.goals["Goals/Calls.md"], on=TODAY)
    read = with_entry(said, entry)
    if isinstance(read, Malformed):
        return
    plan = planned(vault, read)
    if isinstance(plan, str):
        return
    ahead = Vault.of([*vault.notes.values(), read_note(Source.of(plan.path, plan.text))])
    [checkin] = ahead.checkins_of("Goals/Calls.md")
    assert (checkin.value, checkin.of, checkin.skip) == (meant(read).value, meant(read).of, meant(read).skip)


@given(title=titles, taken=st.integers(0, 4))
def test_no_two_check_ins_share_a_path(title: str, taken: int) -> None:
    vault = vault_of(title, CADENCES[0])
    said = Said(goal=vault.goals[f"Goals/{title}.md"], on=TODAY)
    there: set[str] = set()
    for _ in range(taken + 1):
        path = checkin_path(vault, said, AT, there)
        assert path.casefold() not in {one.casefold() for one in there}
        there.add(path)


@pytest.mark.parametrize("value", ["1.0", "0.3", "1e3"])
def test_a_decimal_stays_exact(value: str) -> None:
    vault = vault_of("Calls", CADENCES[0])
    read = with_entry(Said(goal=vault.goals["Goals/Calls.md"], on=TODAY), value)
    if isinstance(read, Malformed):
        assert value == "1e3"
    else:
        assert f"\nvalue: {value.removesuffix('.0')}\n" in plan_reading(vault, read, AT).text
