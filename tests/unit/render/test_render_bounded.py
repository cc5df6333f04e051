"""The process that a vault's own templates run in, as we see it from outside."""

import sys
from collections.abc import Iterator

import pytest

from vaultgoals.render.bounded import Bounded
from vaultgoals.render.fault import TemplateFault
from vaultgoals.render.plain import Plain

WHERE = ".vaultgoals/templates/"
PAGE = "pages/weekly.md.j2"
ENDLESS = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"


@pytest.fixture
def bounded() -> Iterator[Bounded]:
    process = Bounded(patience=20)
    yield process
    process.close()


def test_a_template_writes_what_it_is_given(bounded: Bounded) -> None:
    assert bounded.use({PAGE: "{{ review.title | md }}  \n{{ in_page }}"}, WHERE) == []
    values: dict[str, Plain] = {"review": {"title": "*“Läufe”* \u2028 🎯"}, "in_page": True}
    assert bounded.render(PAGE, values) == r"\*“Läufe”\* 🎯" + "\nTrue"


def test_nothing_of_one_page_is_left_when_the_next_is_written(bounded: Bounded) -> None:
    bounded.use({PAGE: "{% set seen = review %}{{ seen }}{{ later }}"}, WHERE)
    wrong = TemplateFault(reason="'later' is undefined", template=PAGE, line=1)
    assert bounded.render(PAGE, {"review": "a"}) == wrong
    assert bounded.render(PAGE, {"review": "a", "later": "b"}) == "ab"
    assert bounded.render(PAGE, {"review": "c"}) == wrong


def test_what_is_wrong_before_a_template_is_used_is_told_of_each(bounded: Bounded) -> None:
    own = {PAGE: "\n{% if %}", "macros.md.j2": "fine", "blocks/next.md.j2": "{{ 1 | unknown }}"}
    faults = bounded.use(own, WHERE)
    assert {(fault.template, fault.line) for fault in faults} == {(PAGE, 2), ("blocks/next.md.j2", 1)}


def test_the_clock_holds_where_nothing_else_does() -> None:
    bounded = Bounded(seconds=60, patience=0.5)
    assert bounded.use({PAGE: ENDLESS}, WHERE) == []
    fault = bounded.render(PAGE, {})
    assert isinstance(fault, TemplateFault)
    assert (fault.reason, fault.overrun) == ("it takes too long, or too much memory", True)
    assert bounded.process_id is None


def test_another_process_is_started_after_one_was_ended(bounded: Bounded) -> None:
    bounded.use({}, WHERE)
    first = bounded.process_id
    bounded.close()
    assert bounded.use({PAGE: "x"}, WHERE) == []
    assert bounded.render(PAGE, {}) == "x"
    assert bounded.process_id not in (None, first)


def test_where_no_process_can_be_started_that_is_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    (fault,) = Bounded().use({PAGE: "x"}, WHERE)
    assert fault == TemplateFault(reason="no process for it can be started", overrun=True)
