"""Whatever a person writes, in whatever sink it lands: on every kind of page, and in all that is printed.

`make long` tries eighty times as much.
"""

import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from unicodedata import category

from hostile_words import MARKS, NAMES, WORDS, vault
from hypothesis import example, given, settings
from markdown_it import MarkdownIt
from markdown_it.token import Token

from vaultgoals.core.note import Note
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.export.explain_text import explain_text
from vaultgoals.export.findings_text import findings_text, strengthen_lines
from vaultgoals.export.goal_text import goal_lines
from vaultgoals.export.graph_dot import graph_dot
from vaultgoals.export.graph_json import graph_json
from vaultgoals.export.graph_text import graph_text
from vaultgoals.export.inspect_text import inspect_text
from vaultgoals.export.lines import plain
from vaultgoals.export.next_json import next_json
from vaultgoals.export.next_text import next_text
from vaultgoals.export.status_json import explain_json, status_json
from vaultgoals.export.status_text import status_tables
from vaultgoals.export.table import table_lines
from vaultgoals.export.tally import Tally
from vaultgoals.export.values import dumps
from vaultgoals.markdown import read_note
from vaultgoals.markdown.lookalikes import lookalikes
from vaultgoals.render.flow import render_flow
from vaultgoals.review.agenda import agenda
from vaultgoals.review.explain import explain
from vaultgoals.review.flow import goal_flow
from vaultgoals.rules import check
from vaultgoals.workspace.settle import plan_pages

TODAY = date(2026, 11, 20)
EXAMPLES = 25 if os.environ.get("LONG") is None else 2_000
ALL = "".join(MARKS)
KINDS = ("weekly", "monthly", "quarterly", "yearly", "dashboard", "problems", "people")

COMMONMARK = MarkdownIt("commonmark", {"html": True, "maxNesting": 200}).enable("table")
# What Templater, Obsidian's comments and Dataview's fields look for, wherever it stands; in code, too.
RUNS = re.compile(r"<%|%%|::(?! …`)")
# What is markup to Obsidian outside of code and of the name in a link.
MARKS_UP = re.compile(r"\$\$|==|~~")
ESCAPED = re.compile(r"\\.|\]\([^)\s]*\)")
HELD_STILL = re.compile(r"`[^`\n]*`|\[\[[^\[\]\n]*\]\]")
ACTS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def note(text: str) -> Note:
    return read_note(Source.of("page.md", text))


def pages(of: Vault) -> Iterator[tuple[str, Note]]:
    """Each page as it is to be written, with its kind."""
    for plan in plan_pages(of, today=TODAY):
        if not plan.page:
            continue
        assert (plan.left, plan.old, plan.edited) == ("", None, 0)
        page = read_note(Source.of(plan.path, plan.text))
        said, name = page.property("page"), plan.path.split("/")[1].removesuffix(".md")
        yield (str(said.value.plain) if said else name.lower()), page


CALM = dict(pages(vault("Fine.")))


def test_there_is_a_page_of_every_kind_and_each_quotes_the_person() -> None:
    assert sorted(CALM) == sorted(KINDS)
    assert all("Fine" in CALM[kind].source.text for kind in KINDS)
    together = "\n".join(page.source.text for page in CALM.values())
    assert all(mark in together for mark in ("flowchart", "xychart-beta", "> [!", "|---", "`"))


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=WORDS)
@example(words=ALL)
@example(words="# a")
@example(words="```\n[[Trials]]")
def test_nothing_that_a_person_writes_is_more_than_words_on_any_page(words: str) -> None:
    found = list(pages(vault(words)))
    assert {kind for kind, _ in found} == set(KINDS)
    for kind, page in found:
        _is_whole(kind, page)
        _has_no_life_of_its_own(kind, page)


@settings(max_examples=EXAMPLES, deadline=None)
@given(name=NAMES)
@example(name="a|b")
@example(name="=x= <b> %%")
@example(name="#tag ^id")
@example(name="[[Calls]] `= x`")
def test_nothing_in_the_name_of_a_note_is_more_than_words_on_any_page(name: str) -> None:
    for kind, page in pages(vault("Fine.", name)):
        _is_whole(kind, page)
        _has_no_life_of_its_own(kind, page)


def _is_whole(kind: str, page: Note) -> None:
    """The same blocks as ever, nothing broken, and the same headings around them."""
    assert page.property("type") is not None
    assert [block.name for block in page.blocks] == [block.name for block in CALM[kind].blocks], kind
    assert not page.malformed, kind
    assert [prop.name for prop in page.properties] == [prop.name for prop in CALM[kind].properties], kind
    outside = [heading.text for heading in page.headings if heading.level > 1]
    assert outside == [heading.text for heading in CALM[kind].headings if heading.level > 1], kind
    assert sum(heading.level == 1 for heading in page.headings) == 1, kind
    assert not any(line != line.rstrip() for line in page.source.text.split("\n")), kind
    assert not ACTS.search(page.source.text), kind


def _has_no_life_of_its_own(kind: str, page: Note) -> None:
    """In what is generated no field, tag, task, marker, embed or block id, and no heading but ours."""
    title = page.source.cut(page.body).partition("<!-- vaultgoals:begin")[0]
    for text in (title, *(page.source.cut(block.content) for block in page.blocks)):
        inside = note(text)
        life = (inside.fields, inside.tags, inside.block_ids, inside.blocks, inside.malformed)
        assert not any(life), (kind, life)
        assert not inside.properties, kind
        assert all(item.task is None for item in inside.items), kind
        assert not any(link.embed for link in inside.links), kind
        assert {heading.level for heading in inside.headings} <= ({1} if text is title else {2, 3, 4}), kind
        assert {len({len(row) for row in (table.header, *table.rows)}) for table in inside.tables} <= {1}, (
            kind
        )
        _is_plain_to_others(kind, text)


def _is_plain_to_others(kind: str, text: str) -> None:
    """Neither HTML nor pictures nor code that runs, by a reader that is not ours."""
    for token in _tokens(text):
        assert token.type not in ("html_block", "html_inline", "image", "code_block"), (kind, token.content)
        assert token.type != "fence" or token.info == "mermaid", (kind, token.info)
        assert token.type != "code_inline" or not re.match(r"\$?=|<%", token.content), (kind, token.content)
        assert token.type != "heading_open" or token.markup.startswith("#"), kind
    prose = ESCAPED.sub("x", re.sub(r"(?ms)^```mermaid\n.*?^```$", "", text))
    assert not RUNS.search(prose), (kind, prose)
    assert not MARKS_UP.search(HELD_STILL.sub("x", prose)), (kind, prose)


def _tokens(text: str) -> Iterator[Token]:
    for token in COMMONMARK.parse(text):
        yield token
        yield from token.children or ()


# What is printed.


def printed(of: Vault) -> Iterator[tuple[str, str]]:
    """What each command prints, by its name; in a window and in a narrow one."""
    card = Scorecard.of(of, asof=TODAY, today=TODAY)
    findings, flow = check(of, today=TODAY), goal_flow(card)
    sources = {path: one.source for path, one in of.places.items()}
    strengthen = list(strengthen_lines(of, findings))
    for width in (60, 100):
        yield "status", plain(line for table in status_tables(card) for line in table_lines(table, width))
        yield "next", plain(next_text(agenda(of, today=TODAY), width=width, in_full=True, shared=True))
        yield "graph", plain(graph_text(flow, width))
        lines = findings_text(findings, sources, Tally.of(of), width=width, strengthen=strengthen)
        yield "check", plain(lines)
        for standing in card.standings.values():
            yield "status of a goal", plain(goal_lines(card, standing, width))
            yield "explain", plain(explain_text(explain(card, standing), width))
    for path, one in of.notes.items():
        yield "inspect", inspect_text(of, path, findings, lookalikes(one), today=TODAY)


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=WORDS, name=NAMES)
@example(words=ALL, name="a\x1b[31m\u202eb")
def test_nothing_that_a_person_writes_acts_on_a_terminal(words: str, name: str) -> None:
    for command, text in printed(vault(words, name)):
        assert not [char for char in text if char != "\n" and category(char) in ("Cc", "Cs", "Zl", "Zp")], (
            command
        )
        assert not ACTS.search(text), command


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=WORDS, name=NAMES)
@example(words=ALL, name="a\x1b[31m\u202eb")
def test_what_programs_get_is_json_that_steers_nothing(words: str, name: str) -> None:
    of = vault(words, name)
    card = Scorecard.of(of, asof=TODAY, today=TODAY)
    documents = [
        status_json(card),
        next_json(agenda(of, today=TODAY), None),
        graph_json(goal_flow(card), today=TODAY),
        *(explain_json(card, standing) for standing in card.standings.values()),
    ]
    for document in documents:
        text = dumps(document)
        assert json.loads(text) == document
        assert not ACTS.search(text)


@settings(max_examples=EXAMPLES, deadline=None)
@given(words=WORDS, name=NAMES)
@example(words=ALL, name='a"; click n1 href "x" %%')
def test_a_map_has_a_line_for_each_goal_whatever_it_is_called(words: str, name: str) -> None:
    of = vault(words, name)
    flow = goal_flow(Scorecard.of(of, asof=TODAY, today=TODAY))
    calm = replace(flow, nodes=tuple(replace(node, title="x", about="x") for node in flow.nodes))
    for drawn in (render_flow, graph_dot):
        assert len(drawn(flow).split("\n")) == len(drawn(calm).split("\n"))
