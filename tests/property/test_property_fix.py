"""Whatever a header looks like: a fix changes the one property that it is about, or nothing at all."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.fix import Fix
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, digest_of
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.workspace.fixing import Mending, Wish, plan_fixes
from vaultgoals.workspace.trial import mended

TODAY = date(2026, 11, 20)
PATH = "Goals/Do.md"
OTHERS = {
    "Goals/Wish.md": "---\ntype: outcome\n---\n",
    "Goals/Twice.md": "---\ntype: outcome\n---\n",
    "Old/Twice.md": "A rival.\n",
}

TYPES = [
    "process",
    "outcome",
    "proces",
    "'outcme'",
    '"objectiv"',
    "[levr]",
    "check-in",
    "objective",
    "nothing",
]
NAMES = [
    *(
        "outcome",
        "serves",
        "Serves",
        "'serves'",
        '"outcome"',
        "outcom",
        "objective",
        "owner",
        "assignee",
        "ownr",
    ),
    *("due", "deadline", "end", "due_", "strt", "start", "frequency", "cadence", "cadense", "because", "why"),
    *(
        "status",
        "statuss",
        "milestones",
        "unit",
        "target",
        "lag",
        "pauses",
        "mine",
        "my own",
        "{{date}}",
        "日本",
    ),
]
TEXTS = [
    *("", "x", "[[Wish]]", "[[ Wish | so ]]", '[["Wish"]]', "[['Wish']]", "[[Twice#a|b]]", "[[A, B]]"),
    *(
        '"[[Twice]]"',
        "'[[ Twice ]]'",
        "Twice",
        '"[[Wisch]]"',
        "Wisch",
        "[it](Twice.md)",
        "[[it's]]",
        '[[a "b"]]',
    ),
    *(
        "[[[Wish]], [[Twice]]]",
        "[ [[Wish]] , '[[Twice]]' ]",
        "\n  - [[Wish]]\n  - '[[Twice]]' # c",
        "[[C:\\x]]",
    ),
    *("2026-12-20", "20.12.2026", "'2026/12/20'", '"Dec 20, 2026"', "03/04/2026", "20261220", "12/12/2026"),
    *(
        "weekly",
        "evry day",
        "every moth",
        "10 per wek",
        "'3 times a week'",
        "In progress",
        '"on-hold"',
        "actve",
    ),
    *(
        "\n  - 2026-10-31: 7\n  - 2026-11-30:  8 # c",
        "\n  2026-10-31: 7\n  2026-11-30: '8'",
        "[2026-10-31: 7]",
    ),
    *("|\n  [[Wish]]\n  more", ">-\n  20.12.2026", "text that\n  goes on", '"and\n  on"', "{a: [[X]]}", "- "),
    *(
        "true",
        "0o7",
        ".nan",
        "-0",
        "1e3",
        "~",
        "'it''s'",
        '"\\u00e9\\t"',
        "{{value}}",
        "[",
        "&a x",
        "!t x",
        "\u00a0",
    ),
]
TAILS = ["", " ", "\t", "  # mine", " # [[Wish]]", " #"]
BETWEEN = ["", "\n", "# deadline: 20.12.2026\n", "   # odd\n", "\t\n"]
SPACES = [" ", "   ", " \t"]
OPENINGS = ["---\n", "\n---\n", "--- \n", " \n\t\n---\n"]


@st.composite
def notes(draw: st.DrawFn) -> str:
    """A note that is mostly a goal, with a header as odd as people and programs write them."""
    entries = draw(
        st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(TEXTS)), max_size=6, unique_by=lambda e: e[0]
        )
    )
    entries.insert(draw(st.integers(0, len(entries))), ("type", draw(st.sampled_from(TYPES))))
    pick = st.sampled_from
    lines = (
        f"{draw(pick(BETWEEN))}{name}{draw(pick(['', '', ' ']))}:{draw(pick(SPACES)) if text else ''}"
        f"{text}{draw(pick(TAILS)) if text[:1] not in '|>' else ''}\n"
        for name, text in entries
    )
    header = "".join(lines)
    if draw(st.integers(0, 9)) == 0:
        header = "{" + ", ".join(f"{name}: {text}" for name, text in entries) + "}\n"
    opening = draw(st.sampled_from(OPENINGS)) if draw(st.integers(0, 5)) == 0 else "---\n"
    body = draw(
        st.sampled_from(["", "Text.\n", "deadline: 20.12.2026\n[[Twice]]\n", "---\n", "- [ ] x\u2028y"])
    )
    text = f"{opening}{header}---{draw(st.sampled_from(['', '  ']))}\n{body}"
    return text.replace("\n", draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])))


def source_of(text: str, *, bom: bool) -> Source:
    data = text.encode() if not bom else b"\xef\xbb\xbf" + text.encode()
    return Source(path=PATH, text=text, digest=digest_of(data), bom=bom)


def vault_with(note: Note) -> Vault:
    return Vault.of((note, *(read_note(Source.of(*other)) for other in OTHERS.items())))


def fixes_of(note: Note) -> Iterator[Fix]:
    for finding in check(vault_with(note), today=TODAY):
        if finding.fix and finding.path == PATH:
            yield finding.fix


def everything(found: Sequence[Finding]) -> Sequence[Finding]:
    return found


def mend(note: Note, *, unsafe: bool) -> Mending:
    vault = vault_with(note)
    wish = Wish(today=TODAY, meant=everything, judged_by=vault.config.rules, unsafe=unsafe)
    return plan_fixes(vault, wish)


def plain(note: Note) -> list[tuple[str, str]]:
    return [(prop.name, repr(prop.value.plain)) for prop in note.properties]


BREAK = re.compile(r"\r\n|\r|\n")
COMMENT = re.compile(r"(?:^|[ \t])#[^\r\n]*", re.MULTILINE)


@given(text=notes(), bom=st.booleans())
def test_a_fix_changes_the_property_that_is_meant_and_no_byte_elsewhere(text: str, *, bom: bool) -> None:
    note = read_note(source_of(text, bom=bom))
    for fix in fixes_of(note):
        again = mended(note, [fix])
        if again is None:
            continue
        assert again.source.bom is bom
        assert undone(again.source.text, text, fix) == text
        if fix.change:
            meant = plain(note)
            meant[fix.change.index] = (fix.change.name, repr(fix.change.value))
            assert plain(again) == meant


def undone(after: str, before: str, fix: Fix) -> str:
    """A mended text with what stood there before put back into the places of the edits."""
    for edit in sorted(fix.edits, key=lambda edit: edit.span):
        at = edit.span.start
        assert after[:at] == before[:at]
        assert after[at:].startswith(edit.text)
        after = after[:at] + before[at : edit.span.end] + after[at + len(edit.text) :]
    return after


@given(text=notes(), unsafe=st.booleans(), bom=st.booleans())
@example(text="---\ntype: process\nserves: [[Wish]] # c\n---\n", unsafe=True, bom=True)
@example(text="\r\n--- \r\ntype: 'process'\r\nserves: [[Wish]]\r\n---\r\nText.\r\n", unsafe=False, bom=True)
def test_mending_keeps_comments_newlines_order_and_body(text: str, *, unsafe: bool, bom: bool) -> None:
    note = read_note(source_of(text, bom=bom))
    mending = mend(note, unsafe=unsafe)
    for plan in mending.plans:
        again = plan.note
        assert again
        assert plan.old is note.source
        assert again.source.bom is bom
        assert COMMENT.findall(text) == COMMENT.findall(plan.text)
        if any(mend.code == "VG114" and not mend.refused for mend in mending.mends):
            assert plan.text.startswith("---")
            continue
        assert len(again.properties) == len(note.properties)
        assert text[note.body.start :] == plan.text[again.body.start :]
        assert BREAK.findall(text) == BREAK.findall(plan.text)


@given(text=notes(), unsafe=st.booleans())
def test_mending_again_changes_nothing(text: str, *, unsafe: bool) -> None:
    for plan in mend(read_note(source_of(text, bom=False)), unsafe=unsafe).plans:
        assert plan.note
        assert mend(plan.note, unsafe=unsafe).plans == ()


@given(text=notes())
def test_a_mended_note_has_no_error_that_it_did_not_have(text: str) -> None:
    note = read_note(source_of(text, bom=False))
    for plan in mend(note, unsafe=True).plans:
        assert plan.note
        assert not errors(plan.note) - errors(note)


def errors(note: Note) -> Counter[tuple[str, str]]:
    found = check(vault_with(note), today=TODAY)
    return Counter((one.path, one.code) for one in found if one.severity is Severity.ERROR)
