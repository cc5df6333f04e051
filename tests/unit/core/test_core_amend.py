"""Properties set, added and taken out where they stand, with all else left as it is."""

from collections.abc import Mapping, Set
from datetime import date

import pytest

from vaultgoals.core.header import Value
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note
from vaultgoals.workspace.amending import amended

DAY = date(2026, 11, 20)
REST = "2026-12-01..2026-12-06"


def after(text: str, sets: Mapping[str, Value], drops: Set[str] = frozenset()) -> str | None:
    plan = amended(read_note(Source.of("Note.md", text)), sets, drops)
    return plan.text if plan else None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("---\nstatus: active\n---\nbody", "---\nstatus: done\n---\nbody"),
        ("---\nstatus: active  # yes\na: 1\n---\n", "---\nstatus: done  # yes\na: 1\n---\n"),
        ('---\nStatus: "active"\n---\n', '---\nStatus: "done"\n---\n'),
        ("---\nstatus: 'active'\n---\n", "---\nstatus: 'done'\n---\n"),
        ("---\nstatus:\na: 1\n---\n", "---\nstatus: done\na: 1\n---\n"),
        ("---\nstatus:   # soon\n---\n", "---\nstatus: done   # soon\n---\n"),
        ("---\nstatus: [active]\n---\n", "---\nstatus: [done]\n---\n"),
        ("---\nstatus:\n  - active\n---\n", "---\nstatus:\n  - done\n---\n"),
        ("---\ntype: outcome\n---\nbody\n", "---\ntype: outcome\nstatus: done\n---\nbody\n"),
        ("---\r\ntype: outcome\r\n---\r\nx\r\n", "---\r\ntype: outcome\r\nstatus: done\r\n---\r\nx\r\n"),
        ("---\n  type: outcome\n---\n", "---\n  type: outcome\n  status: done\n---\n"),
        ("---\ntype: outcome\n---", "---\ntype: outcome\nstatus: done\n---"),
        ("---\na: |\n  long\n  text\n---\n", "---\na: |\n  long\n  text\nstatus: done\n---\n"),
        ("---\n---\nbody", "---\nstatus: done\n---\nbody"),
        ("---\n# only a comment\n---\n", "---\n# only a comment\nstatus: done\n---\n"),
        ("# No header\n\ntext", "---\nstatus: done\n---\n# No header\n\ntext"),
        ("No header\r\ntext\r\n", "---\r\nstatus: done\r\n---\r\nNo header\r\ntext\r\n"),
        ("", "---\nstatus: done\n---\n"),
    ],
)
def test_a_property_is_set_where_it_stands_or_added_last(before: str, expected: str) -> None:
    assert after(before, {"status": "done"}) == expected


@pytest.mark.parametrize(
    "before",
    [
        "---\n{type: outcome}\n---\n",
        "---\nstatus: {a: b}\n---\n",
        "---\nstatus: [a, b]\n---\n",
        "---\nstatus: |\n  active\n---\n",
        "---\nstatus: active\nstatus: paused\n---\n",
        "---\na: [\n---\n",
        "---\n- a list\n---\n",
    ],
)
def test_what_is_not_certain_is_refused(before: str) -> None:
    assert after(before, {"status": "done"}) is None


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("---\na: 1\n---\n", f"---\na: 1\npauses:\n  - {REST}\n---\n"),
        ("---\npauses:\n---\n", f"---\npauses:\n  - {REST}\n---\n"),
        ("---\npauses: []\n---\n", f"---\npauses: [{REST}]\n---\n"),
    ],
)
def test_the_first_item_makes_a_list(before: str, expected: str) -> None:
    assert after(before, {"pauses": [REST]}) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("---\npauses: [2026-08-01]\n---\n", f"---\npauses: [2026-08-01, {REST}]\n---\n"),
        ("---\npauses: 2026-08-01\n---\n", f"---\npauses: [2026-08-01, {REST}]\n---\n"),
        ("---\npauses:\n- 2026-08-01\nb: 1\n---\n", f"---\npauses:\n- 2026-08-01\n- {REST}\nb: 1\n---\n"),
        (
            "---\npauses:\r\n    -  2026-08-01 # sea\r\n---\n".replace("---\n", "---\r\n"),
            f"---\r\npauses:\r\n    -  2026-08-01 # sea\r\n    -  {REST}\r\n---\r\n",
        ),
    ],
)
def test_a_further_item_comes_last(before: str, expected: str) -> None:
    assert after(before, {"pauses": ["2026-08-01", REST]}) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("---\nuntil: 2026-12-01\na: 1\n---\n", "---\na: 1\n---\n"),
        ("---\na: 1\nuntil: 2026-12-01 # Ana's day\n---\n", "---\na: 1\n# Ana's day\n---\n"),
        ("---\na: 1\nuntil:\n---\nx", "---\na: 1\n---\nx"),
        ("---\r\nuntil:\r\n  - x\r\na: 1\r\n---\r\n", "---\r\na: 1\r\n---\r\n"),
        ("---\na: 1\n---\n", "---\na: 1\n---\n"),
    ],
)
def test_a_property_is_taken_out_with_its_lines_and_its_comment_stays(before: str, expected: str) -> None:
    plan = amended(
        read_note(Source.of("Note.md", before)), {"a": "1"} if "a:" not in before else {}, {"until"}
    )
    assert (plan.text if plan else before) == expected


def test_an_item_is_cut_short_or_taken_out() -> None:
    before = f"---\npauses:\n  - 2026-08-01\n  - {REST}\n---\n"
    cut = after(before, {"pauses": ["2026-08-01", "2026-12-01..2026-12-02"]})
    assert cut == '---\npauses:\n  - 2026-08-01\n  - "2026-12-01..2026-12-02"\n---\n'
    assert after(before, {"pauses": ["2026-08-01"]}) == "---\npauses:\n  - 2026-08-01\n---\n"


def test_a_day_is_written_as_a_day() -> None:
    assert after("---\na: 1\n---\n", {"closed": DAY}) == "---\na: 1\nclosed: 2026-11-20\n---\n"
    assert after("---\nclosed: 2026-01-01\n---\n", {"closed": DAY}) == "---\nclosed: 2026-11-20\n---\n"
    assert after("---\nclosed:\n---\n", {"closed": DAY}) == "---\nclosed: 2026-11-20\n---\n"


def test_several_items_are_others_and_one_in_brackets_goes_with_its_comma() -> None:
    assert after("---\na: [x, y, z] # k\n---\n", {"a": ["u", "y", "v"]}) == "---\na: [u, y, v] # k\n---\n"
    assert after("---\na: [x, y, z]\n---\n", {"a": ["y", "z"]}) == "---\na: [y, z]\n---\n"
    assert after("---\na: [x, y, z]\n---\n", {"a": ["x", "y"]}) == "---\na: [x, y]\n---\n"
    assert after("---\na:\n  - x\n  - y\n  - z\n---\n", {"a": ["y"]}) == "---\na:\n  - y\n---\n"
    assert after("---\na: x\n---\n", {"a": ["y"]}) == "---\na: y\n---\n"
