"""Templates that a stranger's vault may hold: each is bounded, and the built-in page is written instead."""

import re
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.bounded import Bounded
from vaultgoals.render.pages import render_page
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.pages import Page, PageKind, page_of
from vaultgoals.review.weekly import WeeklyReview, build_weekly
from vaultgoals.store.names import TEMPLATES
from vaultgoals.workspace.press import Press

TODAY = date(2026, 11, 20)
WEEKLY = f"{TEMPLATES}pages/weekly.md.j2"

OUTCOME = "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
LOG = "## Check-ins\n\n- 2026-11-12: 6.3\n- 2026-11-18: 6.4, <% tp.file.title %> {{ 7 * 7 }}\n"

TIME = "too long|too much memory"
MEMORY = "too much memory|too long"
LOST = "round in circles"
SIZE = "more than 4 MiB|too much memory|too long"
UNSAFE = "unsafe|no '|is undefined|has no attribute|not callable|can't be handled|there is no"

ENDLESS = {
    "loops within loops": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        TIME,
    ),
    "a loop that says nothing": (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% set x = a %}{% endfor %}{% endfor %}",
        TIME,
    ),
    "a power of powers": ("{{ (10 ** 100) ** 100 ** 4 }}", f"{TIME}|digits"),
    "a long product": ("{% set x = 9 ** 999999 %}{{ x * x * x * x * x }}", f"{TIME}|digits|int string"),
    "a slow filter": ("{{ (['b'] * 3000000) | unique | sort | list | length }}{{ 1 / 0 }}", f"{TIME}|zero"),
    "a slow replace": ("{{ ('a' * 1000000) | replace('a', 'b' * 1000) }}", SIZE),
    "a slow split": ("{{ ('a b ' * 20000000).split() | length }}{{ 1 / 0 }}", f"{TIME}|zero"),
    "sums of sums": (
        "{% for a in range(99999) %}{{ range(99999) | sum }}{% endfor %}",
        TIME,
    ),
}
GREEDY = {
    "a long string": ("{{ 'a' * 10 ** 9 }}", MEMORY),
    "a longer one": ("{{ 'a' * 10 ** 12 }}", f"{MEMORY}|fit|long"),
    "a long list": ("{{ [1] * 10 ** 9 }}", MEMORY),
    "a padded number": ("{{ '%1000000000d' | format(1) }}", MEMORY),
    "a padded word": ("{{ '{:>1000000000}'.format('a') }}", MEMORY),
    "a padded field": ("{{ '%*d' | format(1000000000, 1) }}", MEMORY),
    "a centred word": ("{{ 'a' | center(1000000000) }}", MEMORY),
    "an indented one": ("{{ ('a\\n' * 100000) | indent(100000) }}", SIZE),
    "tabs": ("{{ ('\\t' * 1000).expandtabs(10000000) }}", MEMORY),
    "filled up": ("{{ 'a'.ljust(10 ** 10) }}", f"{MEMORY}|fit"),
    "a long range": ("{{ range(10 ** 9) | list }}", "Range too big"),
    "a doubled string": ("{% set x = ['a' * 2 ** 28] %}{{ x[0] ~ x[0] ~ x[0] ~ x[0] }}", MEMORY),
    "much output": ("{% for a in range(99999) %}{{ 'a' * 100 }}{% endfor %}", SIZE),
    "much output in a call": ("{% macro m() %}{{ 'a' * 5000000 }}{% endmacro %}{{ m() }}", SIZE),
    "batches": ("{{ [1] | batch(10 ** 9, 'x') | list }}", MEMORY),
    "slices": ("{{ [1] | slice(10 ** 9) | list }}", f"{MEMORY}"),
}
ROUND = {
    "includes itself": ("{% include 'pages/weekly.md.j2' %}", LOST),
    "extends itself": ("{% extends 'pages/weekly.md.j2' %}", LOST),
    "imports itself": ("{% import 'pages/weekly.md.j2' as x %}{{ x }}", LOST),
    "calls itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", LOST),
    "two that call each other": (
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
        LOST,
    ),
    "a block in itself": ("{% block a %}{{ self.a() }}{% endblock %}", LOST),
    "a loop in itself": ("{% for a in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}", LOST),
    "a macro twice at a time": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
        TIME,
    ),
    "deep brackets": ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", LOST),
    "deep lists": ("{{ " + "[" * 5000 + "]" * 5000 + " }}", LOST),
    "deep conditions": ("{% if 1 %}" * 3000 + "{% endif %}" * 3000, f"{LOST}|nested|indent"),
    "deep loops": ("{% for a in [1] %}" * 500 + "{% endfor %}" * 500, f"{LOST}|nested|indent"),
    "many operators": ("{{ " + "not " * 20000 + "1 }}", LOST),
    "a long sum": ("{{ 1" + " + 1" * 30000 + " }}", f"{LOST}|{MEMORY}|no block|lacks"),
}
CURIOUS = {
    "the class of a word": ("{{ ''.__class__ }}", UNSAFE),
    "all classes": ("{{ ''.__class__.__mro__[1].__subclasses__() }}", UNSAFE),
    "by brackets": ("{{ ''['__class__'] }}", UNSAFE),
    "by a filter": ("{{ '' | attr('__class__') }}", UNSAFE),
    "of a list": ("{{ review.questions.__class__ }}", UNSAFE),
    "of the page": ("{{ review.__class__ }}", UNSAFE),
    "by its parts": ("{{ ''['__cl' ~ 'ass__'] }}", UNSAFE),
    "in a format": ("{{ '{0.__class__}'.format(1) }}", UNSAFE),
    "in a format of a mapping": ("{{ '{a.__class__}'.format_map({'a': 1}) }}", UNSAFE),
    "by a map": ("{{ [''] | map(attribute='__class__') | list }}", "lacks"),
    "the globals of a macro": ("{% macro m() %}{% endmacro %}{{ m.__globals__ }}", UNSAFE),
    "of a macro's code": ("{% macro m() %}{% endmacro %}{{ m._func.__code__ }}", UNSAFE),
    "of itself": ("{{ self.__init__.__globals__ }}", UNSAFE),
    "of a context": ("{{ self._TemplateReference__context }}", UNSAFE),
    "of a loop": ("{% for a in [1] %}{{ loop.__class__ }}{% endfor %}", UNSAFE),
    "of a range": ("{{ range.__globals__ }}", UNSAFE),
    "of a generator": ("{% set g = [1] | map('string') %}{{ g.gi_frame }}", UNSAFE),
    "a joiner": ("{{ joiner('a').__init__.__globals__ }}", UNSAFE),
    "a cycler": ("{{ cycler('a').next.__globals__ }}", UNSAFE),
    "a namespace": ("{{ namespace(a=1) }}", UNSAFE),
    "lorem ipsum": ("{{ lipsum(n=100000) }}", UNSAFE),
    "the configuration": ("{{ config }}{{ request }}", UNSAFE),
    "an import": ("{{ __import__('os').system('id') }}", UNSAFE),
    "a file": ("{{ open('/etc/passwd').read() }}", UNSAFE),
    "a codec that is a file": ("{{ 'a'.encode('rot13') }}", "a file|codec|unknown|encoding"),
    "a list that changes": ("{{ review.questions.append(1) }}", UNSAFE),
    "a mapping that changes": ("{{ review.update({'a': 1}) }}", UNSAFE),
}
ELSEWHERE = {
    "out of the folder": ("{% include '../../../../etc/passwd' %}", "there is no template"),
    "from the root": ("{% include '/etc/passwd' %}", "there is no template"),
    "a note": ("{% include 'Goals/Trials.md' %}", "there is no template"),
    "the built-in folder's neighbour": (
        "{% extends 'builtin/../pages/weekly.md.j2' %}",
        "there is no template",
    ),
    "a name with a null": ("{% include 'a\\0b' %}", "there is no template"),
    "a stray tag": ("{% do 1 %}", "unknown tag"),
    "no end": ("{% if 1 %}", "Unexpected end"),
    "a stray end": ("{% endif %}", "unknown tag|unexpected"),
    "a name out of nowhere": ("{{ reviw.title }}", "'reviw' is undefined"),
    "a field out of nowhere": ("{{ review.titel }}", "there is no 'titel' .did you mean 'title'"),
    "a number that is none": ("{{ 1 / 0 }}", "zero"),
    "an unknown filter": ("{{ 1 | shell }}", "No filter named 'shell'"),
    "an unknown test": ("{{ 1 is evil }}", "No test named 'evil'"),
    "a filter for nothing": ("{{ none | md }}", "no text"),
}
HEAD = "---\ntype: goal-review\npage: weekly\nperiod: 2026-W47\n---\n"
PART = "<!-- vaultgoals:begin next -->\nx\n<!-- vaultgoals:end next -->\n"
FORGED = {
    "nothing": ("", "lacks `type: goal-review`"),
    "no header": (PART, "lacks `type: goal-review`"),
    "another page's header": (HEAD.replace("weekly", "monthly") + PART, "lacks `page: weekly`"),
    "another week's header": (HEAD.replace("47", "46") + PART, "lacks `period: 2026-W47`"),
    "a goal's header": (HEAD.replace("goal-review", "outcome") + PART, "lacks `type: goal-review`"),
    "a header that is no YAML": ("---\ntype: [\n---\n" + PART, "header that cannot be read"),
    "a header with a name twice": (
        HEAD.replace("page:", "type: x\npage:") + PART,
        "header that cannot be read",
    ),
    "no block": (f"{HEAD}Only words.\n", "no block"),
    "a block that does not end": (f"{HEAD}<!-- vaultgoals:begin next -->\n", "markers .* broken"),
    "a block in a block": (
        HEAD + PART.replace("\nx", "\n<!-- vaultgoals:begin headline -->"),
        "markers .* broken",
    ),
    "a block twice": (HEAD + PART + PART, "markers .* broken"),
    "a block in code": (f"{HEAD}```\n{PART}", "markers .* broken"),
    "a digest of its own": (HEAD + PART.replace("next -->\nx", "next 000000000000 -->\nx"), "digests"),
    "the marks of a conflict": (f"{HEAD}{PART}<<<<<<< mine\n", "merge conflict"),
    "a null": (HEAD + PART + "{{ '\\0' }}", r"control character U\+0000"),
    "a terminal's escape": (HEAD + PART + "{{ '\\x1b' }}[31m", r"control character U\+001B"),
    "half a letter": (HEAD + PART + "{{ '\\ud800' }}", "surrogates"),
    "deep quotes": (HEAD + PART + "> " * 1000 + "x\n", "nested too deeply|markers .* broken"),
}
HOSTILE = ENDLESS | GREEDY | ROUND | CURIOUS | ELSEWHERE | FORGED


@pytest.fixture(scope="module")
def bounded() -> Iterator[Bounded]:
    """One process for all; where a template breaks it the next one starts another."""
    process = Bounded(seconds=0.3, patience=3)
    yield process
    process.close()


@pytest.fixture(scope="module")
def page() -> Page:
    found = page_of(Vault.of([]).config, PageKind.WEEKLY, Calendar().week_of(TODAY))
    assert found
    return found


@pytest.fixture(scope="module")
def week(page: Page) -> WeeklyReview:
    vault = Vault.of([read_note(Source.of("Goals/Trials.md", OUTCOME + LOG))])
    assert page.period
    return build_weekly(vault, page.period, today=TODAY, findings=(), pages=frozenset())


def test_there_are_enough_of_them() -> None:
    assert len(HOSTILE) >= 60


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_template_is_bounded_and_the_built_in_page_is_written(
    name: str, bounded: Bounded, page: Page, week: WeeklyReview
) -> None:
    template, reason = HOSTILE[name]
    began = time.monotonic()
    with Press({WEEKLY: Note(source=Source.of(WEEKLY, template))}, bounded) as press:
        assert press.page(page, week) == render_page(page.kind, week)
        (trouble,) = press.templates[WEEKLY].malformed
        assert re.search(reason, trouble.reason), trouble.reason
        assert press.page(page, week) == render_page(page.kind, week)  # it is not tried again
    assert time.monotonic() - began < 5


def test_a_helper_may_open_nothing_write_nothing_start_nothing(bounded: Bounded) -> None:
    if sys.platform != "linux":
        pytest.skip("the limits of another process are read from /proc")
    assert bounded.use({}, TEMPLATES) == []
    assert bounded.process_id
    told = Path(f"/proc/{bounded.process_id}/limits").read_text(encoding="ascii")
    limits = {line[:26].strip(): line[26:].split()[1] for line in told.splitlines()[1:]}
    nothing = ("Max open files", "Max file size", "Max processes", "Max core file size")
    assert [limits[name] for name in nothing] == ["0"] * 4
    assert int(limits["Max address space"]) == 512 * 2**20


def test_a_template_that_breaks_does_not_take_the_others_with_it(
    bounded: Bounded, page: Page, week: WeeklyReview
) -> None:
    steps = f"{TEMPLATES}blocks/next.md.j2"
    include = "{% with block = review.next %}{% include 'blocks/next.md.j2' %}{% endwith %}"
    own = {WEEKLY: HEAD + PART.replace("\nx", f"\n{include}"), steps: "{{ nothing }}"}
    templates = {path: Note(source=Source.of(path, text)) for path, text in own.items()}
    with Press(templates, bounded) as press:
        made = press.page(page, week)
    assert made.startswith(HEAD)
    assert "Trials" in made
    assert not press.templates[WEEKLY].malformed
    (trouble,) = press.templates[steps].malformed
    assert trouble.reason == "'nothing' is undefined"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("```\nnever closed\n", "markers of its blocks are broken"),
        ("<!-- vaultgoals:end next -->\n", "markers of its blocks are broken"),
        ("{{ '\\0' }}", "control character"),
    ],
)
def test_a_block_that_spoils_a_page_is_told_from_those_that_do_not(
    text: str, reason: str, bounded: Bounded, page: Page, week: WeeklyReview
) -> None:
    own = {
        WEEKLY: "{% extends 'builtin/pages/weekly.md.j2' %}",
        f"{TEMPLATES}blocks/checkins.md.j2": "Mine.\n",
    }
    spoilt = f"{TEMPLATES}blocks/next.md.j2"
    templates = {path: Note(source=Source.of(path, of)) for path, of in (own | {spoilt: text}).items()}
    with Press(templates, bounded) as press:
        assert "\nMine.\n" in press.page(page, week)
    assert {path for path, note in press.templates.items() if note.malformed} == {spoilt}
    assert reason in press.templates[spoilt].malformed[0].reason


@pytest.mark.parametrize(
    "text", ["<!-- vaultgoals:begin next -->\n", "```\n", "{{ '\\0' }}", "{{ nothing }}"]
)
def test_a_block_in_a_note_is_looked_at_too(text: str, bounded: Bounded) -> None:
    steps = f"{TEMPLATES}blocks/next.md.j2"
    value = Ahead(title="Today", otherwise="Nothing is due.")
    with Press({steps: Note(source=Source.of(steps, text))}, bounded) as press:
        assert press.block("next", value) == "Nothing is due.\n"
        assert press.templates[steps].malformed
