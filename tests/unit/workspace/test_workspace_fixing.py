"""Mending in memory: what is done, in which order, and what is refused with its reason."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Finding
from vaultgoals.core.fix import Change, Fix
from vaultgoals.core.source import Edit, Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.fixing import Mending, Wish, plan_fixes
from vaultgoals.workspace.trial import mended

TODAY = date(2026, 11, 20)
OUTCOME = "---\ntype: outcome\nmetric: m\nbaseline: 5\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
PROCESS = "---\ntype: process\noutcome: {outcome}\n{more}because: it helps\n---\nText.\n"


def vault_of(notes: Mapping[str, str], config: Config = Config()) -> Vault:
    every = {"Goals/Wish.md": OUTCOME, **notes}
    return Vault.of((read_note(Source.of(*note)) for note in every.items()), config)


def everything(found: Sequence[Finding]) -> Sequence[Finding]:
    return found


def mend(vault: Vault, *, unsafe: bool = False, judged_by: RuleSettings | None = None) -> Mending:
    judged_by = judged_by or vault.config.rules
    return plan_fixes(vault, Wish(today=TODAY, meant=everything, judged_by=judged_by, unsafe=unsafe))


def texts(mending: Mending) -> dict[str, str]:
    return {plan.path: plan.text for plan in mending.plans}


def test_all_fixes_of_a_note_are_done_one_after_the_other() -> None:
    text = PROCESS.format(
        outcome="[[Wish]]", more="frequency: weekly\ndeadline: 20.12.2026\nstatus: in-progress\nownr: Ana\n"
    )
    mending = mend(vault_of({"Goals/Do.md": text}))
    assert texts(mending) == {
        "Goals/Do.md": PROCESS.format(
            outcome='"[[Wish]]"', more="cadence: weekly\ndue: 2026-12-20\nstatus: active\nowner: Ana\n"
        )
    }
    assert [(one.line, one.code, one.what, one.refused) for one in mending.mends] == [
        (3, "VG113", "put the link of `outcome` in quotes", ""),
        (4, "VG113", "rename `frequency` to `cadence`", ""),
        (5, "VG107", "write `due: 2026-12-20`", ""),
        (5, "VG113", "rename `deadline` to `due`", ""),
        (6, "VG113", "write `status: active`", ""),
        (7, "VG106", "rename `ownr` to `owner`", ""),
    ]


def test_nothing_is_left_to_mend_when_all_was_mended() -> None:
    vault = vault_of({"Goals/Do.md": PROCESS.format(outcome="[[Wish]]", more="frequency: weekly\n")})
    plans = mend(vault).plans
    again = vault_of({plan.path: plan.text for plan in plans})
    assert mend(again) == Mending(plans=(), mends=())


def test_two_links_to_one_ambiguous_name_both_get_their_path() -> None:
    notes = {
        "Goals/Do.md": PROCESS.format(outcome='["[[Two]]", "[[Two|it]]"]', more="cadence: weekly\n"),
        "Goals/Two.md": OUTCOME,
        "Old/Two.md": "A rival.\n",
    }
    mending = mend(vault_of(notes))
    assert '["[[Goals/Two]]", "[[Goals/Two|it]]"]' in texts(mending)["Goals/Do.md"]
    assert len(mending.mends) == 2


def test_a_guess_is_made_only_where_guesses_are_wanted() -> None:
    vault = vault_of({"Goals/Do.md": PROCESS.format(outcome='"[[Wisch]]"', more="cadence: weekly\n")})
    assert mend(vault) == Mending(plans=(), mends=())
    assert '"[[Wish]]"' in texts(mend(vault, unsafe=True))["Goals/Do.md"]


def test_one_refused_fix_costs_a_note_none_of_the_others() -> None:
    text = OUTCOME.replace("due", "deadline").replace("---\ntype", "---\nstatus: in-progress\ntype")
    text = text.removesuffix("---\n") + 'objectiv: "[[Missing]]"\nownr: Ana\nmesure: x\n---\n'
    mending = mend(vault_of({"Goals/Other.md": text}))
    assert texts(mending) == {
        "Goals/Other.md": text.replace("deadline", "due")
        .replace("in-progress", "active")
        .replace("ownr", "owner")
    }
    (refused,) = (one for one in mending.mends if one.refused)
    assert (refused.line, refused.what) == (9, "rename `objectiv` to `objective`")
    assert refused.refused.startswith("VG202 would then be an error in Goals/Other.md: ")


def test_a_fix_that_would_bring_an_error_is_refused_and_says_which() -> None:
    notes = {
        "Goals/Do.md": "---\ntype: proces\ncadence: weekly\n---\n",
        "Goals/Let.md": PROCESS.format(outcome="[[Wish]]", more="cadence: weekly\n"),
    }
    mending = mend(vault_of(notes))
    assert [*texts(mending)] == ["Goals/Let.md"]
    (refused,) = (one for one in mending.mends if one.refused)
    assert (refused.path, refused.line, refused.code) == ("Goals/Do.md", 2, "VG108")
    assert refused.refused.startswith("VG201 would then be an error in Goals/Do.md: ")


def test_what_comes_to_light_in_a_note_by_its_fix_is_mended_in_the_same_run() -> None:
    text = '---\ntype: {}\noutcome: "[[Wish]]"\n{}\nbecause: it helps\n---\n'
    mending = mend(vault_of({"Goals/Do.md": text.format("proces", "cadance: daily")}))
    assert texts(mending) == {"Goals/Do.md": text.format("process", "cadence: daily")}
    assert [(one.line, one.code, one.what, one.refused) for one in mending.mends] == [
        (2, "VG108", "write `type: process`", ""),
        (4, "VG308", "rename `cadance` to `cadence`", ""),
    ]


def test_what_comes_to_light_and_cannot_be_mended_keeps_the_fix_from_being_done() -> None:
    text = '---\ntype: proces\noutcome: "[[Wish]]"\ncadance: whenever\nbecause: it helps\n---\n'
    (one,) = mend(vault_of({"Goals/Do.md": text})).mends
    assert (one.code, one.refused.partition(":")[0]) == (
        "VG108",
        "VG107 would then be an error in Goals/Do.md",
    )


def test_of_two_notes_one_is_mended_although_the_other_cannot_be() -> None:
    text = '---\ntype: proces\noutcome: "[[Wish]]"\ncadance: {}\nbecause: it helps\n---\n'
    notes = {"Goals/Do.md": text.format("daily"), "Goals/Other.md": text.format("whenever")}
    assert list(texts(mend(vault_of(notes)))) == ["Goals/Do.md"]


def test_an_error_counts_even_where_its_rule_was_not_chosen() -> None:
    vault = vault_of({"Goals/Do.md": "---\ntype: proces\ncadence: weekly\n---\n"})
    chosen = replace(vault.config, rules=RuleSettings(select=("VG108",)))
    mending = mend(replace(vault, config=chosen), judged_by=vault.config.rules)
    assert mending.plans == ()
    assert [one.code for one in mending.mends] == ["VG108"]


def test_what_brings_an_error_into_another_note_is_found_among_many() -> None:
    """A lever's type is mended, and with it the loop of links that both goals are in becomes an error."""
    loop = {
        "Goals/A.md": '---\ntype: indicator\noutcome: "[[B]]"\nmetric: m\n---\n',
        "Goals/B.md": '---\ntype: levr\noutcome: "[[A]]"\n---\n',
    }
    fine = {
        f"Goals/Fine {n}.md": PROCESS.format(outcome="[[Wish]]", more="cadence: weekly\n") for n in range(5)
    }
    mending = mend(vault_of({**loop, **fine}))
    assert [*texts(mending)] == sorted(fine)
    (refused,) = (one for one in mending.mends if one.refused)
    assert refused.path == "Goals/B.md"
    assert refused.refused.startswith("VG204 would then be an error in Goals/A.md: ")


def test_a_note_that_cannot_be_used_is_never_touched() -> None:
    header = "type: process\noutcome: [[Wish]]\nfrequency: weekly\n"
    notes = {
        "Twice.md": f"---\n{header}frequency: daily\n---\n",
        "Conflict.md": f"---\n{header}---\n<<<<<<< a\nx\n=======\ny\n>>>>>>> b\n",
        "Open.md": f"---\n{header}",
        "Broken.md": f"---\n{header}a: [\n---\n",
    }
    assert mend(vault_of(notes)) == Mending(plans=(), mends=())


def edit(text: str, start: int, end: int, new: str, digest: str = "") -> Edit:
    digest = digest or Source.of("N.md", text).digest
    return Edit(path="N.md", span=Span(start, end), text=new, digest=digest)


@pytest.mark.parametrize(
    ("edits", "change"),
    [
        # the value that is wanted is not the one that comes out
        ((edit("---\na: 1\nb: x\n---\n", 7, 8, "2"),), Change(index=0, name="a", value="2")),
        ((edit("---\na: 1\nb: x\n---\n", 7, 8, "1.0"),), Change(index=0, name="a", value=True)),
        # another property changes too
        ((edit("---\na: 1\nb: x\n---\n", 7, 13, "2\nb: y"),), Change(index=0, name="a", value=2)),
        # a property comes in
        ((edit("---\na: 1\nb: x\n---\n", 7, 8, "2\nc: 3"),), Change(index=0, name="a", value=2)),
        # a name that is taken
        ((edit("---\na: 1\nb: x\n---\n", 4, 5, "b"),), Change(index=0, name="b", value=1)),
        # the header ends too soon
        ((edit("---\na: 1\nb: x\n---\n", 7, 8, "2\n---"),), Change(index=0, name="a", value=2)),
        # worked out on another text
        ((edit("---\na: 1\nb: x\n---\n", 7, 8, "2", "old"),), Change(index=0, name="a", value=2)),
    ],
)
def test_a_fix_that_does_not_come_out_as_meant_is_refused(edits: tuple[Edit, ...], change: Change) -> None:
    note = read_note(Source.of("N.md", "---\na: 1\nb: x\n---\n"))
    assert mended(note, [Fix(what="write it", edits=edits, change=change)]) is None


def test_a_fix_that_comes_out_as_meant_is_taken_nan_or_not() -> None:
    text = "---\na: 1\nb: .nan\n---\nText.\n"
    fix = Fix(what="write it", edits=(edit(text, 7, 8, "2"),), change=Change(index=0, name="a", value=2))
    again = mended(read_note(Source.of("N.md", text)), [fix])
    assert again
    assert again.source.text == text.replace("1", "2")
