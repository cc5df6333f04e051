"""What is mended in a note comes out as it is meant, and what is renamed goes on counting."""

import pytest
from at_cursor import NOTES, Opened
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.finding import Severity
from vaultgoals.core.source import Edit, Source, Span, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.making import notes_to_write
from vaultgoals.lsp.mending import Remedy, Replacement, between, remedies, remedy_for_all
from vaultgoals.lsp.renaming import Refused, Renaming, renamable, rename
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

DAY = "Daily/2026-11-20.md"


def applied(text: str, edits: tuple[Replacement, ...]) -> str:
    return apply_edits(text, [Edit(path=e.path, span=e.span, text=e.text, digest="") for e in edits])


def whole(opened: Opened) -> tuple[Vault, tuple[Remedy, ...]]:
    span = Span(0, len(opened.text))
    found = remedies(opened.vault, opened.findings, opened.path, span, today=opened.today)
    return opened.vault, tuple(found)


HEAD = "---\r\ntype: process\r\n"
LOOSE = Opened(f"{HEAD}outcome: [[Trial conversion]]\r\ncadance: daily\r\nbecause: so\r\n---\r\nWords.\r\n")


def test_each_finding_is_mended_by_itself() -> None:
    _, found = whole(LOOSE)
    assert {remedy.what for remedy in found} == {
        "Rename `cadance` to `cadence`",
        "Put the link of `outcome` in quotes",
    }
    texts = {remedy.what: applied(LOOSE.text, remedy.edits) for remedy in found}
    assert texts["Rename `cadance` to `cadence`"] == LOOSE.text.replace("cadance", "cadence")


def test_all_that_needs_no_judgement_is_mended_at_once() -> None:
    remedy = remedy_for_all(LOOSE.vault, LOOSE.findings, "Note.md", today=LOOSE.today)
    assert remedy
    mended = LOOSE.text.replace("cadance", "cadence").replace("[[", '"[[').replace("]]", ']]"')
    assert applied(LOOSE.text, remedy.edits) == mended


def test_where_nothing_can_be_mended_nothing_is_offered() -> None:
    opened = Opened("---\ntype: process\n---\n")
    assert whole(opened)[1] == ()
    assert remedy_for_all(opened.vault, opened.findings, "Note.md", today=opened.today) is None


def test_only_what_the_cursor_touches_is_offered() -> None:
    opened = Opened("---\ntype: process\noutcome: [[Trial conversion]]\ncad‸ance: daily\n---\n")
    at = Span(opened.offset, opened.offset)
    found = remedies(opened.vault, opened.findings, "Note.md", at, today=opened.today)
    assert [remedy.what for remedy in found] == ["Rename `cadance` to `cadence`"]


def test_a_guess_is_called_one() -> None:
    _, found = whole(Opened('---\ntype: process\noutcome: "[[Trail conversion]]"\ncadence: daily\n---\n'))
    assert [(remedy.what, remedy.sure) for remedy in found] == [
        ("Link `outcome` to [[Trial conversion]] (a guess)", False)
    ]


def test_for_a_link_that_leads_nowhere_a_draft_can_be_written() -> None:
    opened = Opened('---\ntype: process\noutcome: "[[More calm]]"\ncadence: daily\nbecause: so\n---\n')
    span = Span(0, len(opened.text))
    (remedy,) = notes_to_write(opened.vault, opened.findings, "Note.md", span, today=opened.today)
    assert (remedy.what, remedy.new) == ("Write the note “More calm”, a draft outcome", "Goals/More calm.md")
    (edit,) = remedy.edits
    note = read_note(Source.of("Goals/More calm.md", edit.text))
    vault = Vault.of([*opened.vault.notes.values(), note])
    found = [f for f in check(vault, today=opened.today) if f.path in ("Note.md", "Goals/More calm.md")]
    assert [f.code for f in found if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("target", ["a/b/More calm", "More: calm", "Trial conversion"])
def test_no_draft_is_offered_where_the_link_would_not_lead_to_it(target: str) -> None:
    opened = Opened(f'---\ntype: process\noutcome: "[[{target}]]"\ncadence: daily\n---\n')
    span = Span(0, len(opened.text))
    assert [*notes_to_write(opened.vault, opened.findings, "Note.md", span, today=opened.today)] == []


LINES = st.lists(st.sampled_from(["a", "b", "😀", "\n", "\r\n", "\r"]), max_size=12).map("".join)


@given(LINES, LINES)
def test_the_lines_that_differ_make_one_text_of_another(old: str, new: str) -> None:
    edit = between(Source.of("x.md", old), new)
    assert applied(old, (edit,)) == new


# Renaming.


def renamed(opened: Opened, title: str) -> dict[str, str]:
    """All notes by path once the goal at the cursor has another title."""
    done = rename(opened.vault, opened.path, opened.offset, title, today=opened.today)
    assert isinstance(done, Renaming), done
    texts = {path: note.source.text for path, note in opened.vault.notes.items()}
    for path in {edit.path for edit in done.edits}:
        texts[path] = applied(texts[path], tuple(edit for edit in done.edits if edit.path == path))
    texts[done.new] = texts.pop(done.old)
    return texts


def refused(opened: Opened, title: str) -> str:
    done = rename(opened.vault, opened.path, opened.offset, title, today=opened.today)
    assert isinstance(done, Refused)
    return done.why


def test_a_goal_is_renamed_from_its_own_type_and_from_any_link_to_it() -> None:
    opened = Opened("see [[Trial conv‸ersion]]")
    found = renamable(opened.vault, opened.path, opened.offset)
    assert found
    assert (found[0], opened.text[found[1].start : found[1].end]) == (
        "Trial conversion",
        "[[Trial conversion]]",
    )
    elsewhere = Opened("wo‸rds")
    assert renamable(elsewhere.vault, elsewhere.path, elsewhere.offset) is None
    assert "no goal here" in refused(elsewhere, "Trials won")


@pytest.mark.parametrize(
    ("link", "after"),
    [
        ("[[Trial conversion]]", "[[Trials won]]"),
        ("[[ Trial conversion ]]", "[[ Trials won ]]"),
        ("[[trial conversion|so far]]", "[[Trials won|so far]]"),
        ("[[Trial conversion#Check-ins|so far]]", "[[Trials won#Check-ins|so far]]"),
        ("![[Goals/Trial conversion]]", "![[Goals/Trials won]]"),
        ("[[Trial conversion.md]]", "[[Trials won.md]]"),
        ("| a [[Trial conversion\\|b]] |\n|---|", "| a [[Trials won\\|b]] |\n|---|"),
        ("[it](Goals/Trial%20conversion.md)", "[it](Goals/Trials%20won.md)"),
        ("[it](Goals/Trial%20conversion.md#Check-ins)", "[it](Goals/Trials%20won.md#Check-ins)"),
        ("[it](<Goals/Trial conversion.md>)", "[it](<Goals/Trials won.md>)"),
        ("`[[Trial conversion]]`", "`[[Trial conversion]]`"),
        ("Trial conversion, in words", "Trial conversion, in words"),
    ],
)
def test_links_follow_and_all_around_them_stays(link: str, after: str) -> None:
    texts = renamed(Opened(f"[[Trial conv‸ersion]] {link}\n"), "Trials won")
    assert texts["Note.md"] == f"[[Trials won]] {after}\n"


@pytest.mark.parametrize(
    ("title", "link", "after"),
    [
        ("A, b & $c", "[it](Goals/Trial%20conversion.md)", "[it](Goals/A,%20b%20&%20$c.md)"),
        ("100% (all)", "[it](Goals/Trial%20conversion.md)", "[it](Goals/100%25%20%28all%29.md)"),
        ("a%20b", "[it](<Goals/Trial conversion.md>)", "[it](<Goals/a%2520b.md>)"),
    ],
)
def test_an_address_is_encoded_as_it_is_read_again(title: str, link: str, after: str) -> None:
    texts = renamed(Opened(f"[[Trial conv‸ersion]] {link}\n"), title)
    assert texts["Note.md"] == f"[[{title}]] {after}\n"
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    found = [vault.resolve(one, "Note.md").path for one in vault.notes["Note.md"].links]
    assert found == [f"Goals/{title}.md"] * 2


@pytest.mark.parametrize(
    ("value", "after"),
    [
        ('"[[Trial conversion|it]]"', '"[[Team\'s trials|it]]"'),
        ("'[[Trial conversion]]'", "'[[Team''s trials]]'"),
        ("Trial conversion", '"Team\'s trials"'),
        ("[[Trial conversion]]", "[[Team's trials]]"),
        ('["[[Trial conversion]]"]', '["[[Team\'s trials]]"]'),
    ],
)
def test_links_in_properties_stay_yaml(value: str, after: str) -> None:
    text = f"---\ntype: process\noutcome: {value}\ncadence: daily\n---\n[[Trial ‸conversion]]\n"
    assert f"outcome: {after}\n" in renamed(Opened(text), "Team's trials")["Note.md"]


def test_what_logs_a_goal_by_its_title_stays_and_goes_on_counting() -> None:
    opened = Opened("[[Trial conv‸ersion]]", others={DAY: "Trial conversion:: 6.5\n"})
    texts = renamed(opened, "Trials won")
    assert texts[DAY] == "Trial conversion:: 6.5\n"
    assert "aliases:\n  - Trial conversion\n---\n" in texts["Goals/Trials won.md"]
    after = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    assert len(after.checkins_of("Goals/Trials won.md")) == 3


def test_a_goal_with_other_aliases_is_not_renamed_where_logs_would_no_longer_count() -> None:
    opened = Opened("[[Outbound ca‸lls]]", others={DAY: "Outbound calls:: 3\n"})
    assert refused(opened, "Dials") == (
        "1 of its check-ins would no longer count: add “Outbound calls” to its `aliases` first."
    )


@pytest.mark.parametrize(
    ("title", "why"),
    [
        ("", "cannot be a file"),
        ("a/b", "“a-b” can"),
        ("../up", "cannot be a file"),
        ("what?", "“what” can"),
        ("con", "cannot be a file"),
        ("x" * 300, "cannot be a file"),
        ("a [b]", "cannot be a file"),
        ("Trial conversion", "is its name already"),
        ("outbound Calls", "Goals/Outbound calls.md has that name already"),
        ("calls", "“Outbound calls” is logged by that name already"),
        ("Note", "Note.md has that name already"),
    ],
)
def test_a_name_that_cannot_be_is_refused_with_a_reason(title: str, why: str) -> None:
    assert why in refused(Opened("[[Trial conv‸ersion]]"), title)


def test_a_name_with_which_a_link_would_be_read_otherwise_is_refused() -> None:
    opened = Opened("a [[Trial conv‸ersion]] and [[Trial conversion]] $5 [it](Goals/Trial%20conversion.md)\n")
    assert refused(opened, "a $b") == "A link in Note.md would then lead nowhere; take a plainer name."


TITLES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=10)


@given(
    TITLES,
    st.sampled_from(["[[{}]]", "[[{}|x]]", "[x](<Goals/{}.md>)", "![[Goals/{}#Check-ins]]", "[x](<{}>)"]),
)
def test_whatever_the_new_title_all_links_lead_to_the_goal_again(title: str, link: str) -> None:
    opened = Opened(f"[[Trial con‸version]] {link.format('Trial conversion')}\n")
    done = rename(opened.vault, opened.path, opened.offset, title, today=opened.today)
    if isinstance(done, Refused):
        return
    texts = renamed(opened, title)
    after = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    assert texts.keys() == {*NOTES, "Note.md"} - {done.old} | {done.new}
    assert [after.resolve(one, "Note.md").path for one in after.notes["Note.md"].links] == [done.new] * 2
