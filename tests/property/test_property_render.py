"""Whatever a person writes: blocks are renewed in its midst, and none of it comes alive on a page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.block import block_digest, is_edited
from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render import escape
from vaultgoals.render.environment import markdown
from vaultgoals.render.pages import render_page
from vaultgoals.review.monthly import build_monthly
from vaultgoals.review.region import place
from vaultgoals.review.text import Name, Said, text
from vaultgoals.review.weekly import build_weekly

PATH = "Reviews/Weekly/Review 2026-W47.md"
NAMES = ("headline", "next", "outcomes", "checkins")

# Text of a person, with a liking for what means something somewhere.
MARKS = (
    *(
        "<!-- vaultgoals:begin next -->",
        "<!-- vaultgoals:end next -->",
        "<!--",
        "-->",
        "%%",
        "$$",
        "$",
        "```",
    ),
    *("[[Trials]]", "![[a.png]]", "[a](b.md)", "[k:: v]", "(k:: v)", "k:: v", "::", ":", "[", "]", "|", "||"),
    *("#tag", "#1", "# ", "- ", "- [ ] ", "1. ", "> ", "> [!note]", "---", "===", "~~~", "~", "*", "**", "_"),
    *("^id", " ^id", "<b>", "</b>", "<%", "&lt;", "&", "\\", "`", "==", "{{x}}", "📅 2026-11-20", "{%", "\t"),
    *(
        "\n",
        "\r\n",
        "\r",
        "\u2028",
        "\u202e",
        "\0",
        "\x1b[31m",
        "é",
        "שלום",
        "🎯",
        "it's",
        " ",
        "x",
        "5",
        "x ",
    ),
)
WORDS = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=8).map("".join)


def note(written: str, path: str = PATH) -> Note:
    return read_note(Source.of(path, written))


def block(name: str, content: str, *, digest: str | None = "") -> str:
    """A block as it stands in a page; with its own digest, another, or none."""
    said = block_digest(content) if digest == "" else digest
    begin = f"<!-- vaultgoals:begin {name}{f' {said}' if said else ''} -->"
    return f"{begin}\n{content}<!-- vaultgoals:end {name} -->"


def renewed(page: Note, fresh: Note) -> str:
    return apply_edits(page.source.text, list(place(page, fresh).edits))


# Region: what is between the markers is ours, all else is the person's.


@dataclass(frozen=True)
class Layout:
    """The person's texts, with a block between each two of them; what follows one may begin on its line."""

    texts: tuple[str, ...]
    blocks: tuple[str, ...]
    newline: str
    after: str

    def written(self, blocks: Callable[[str], str]) -> str:
        parts = [self.texts[0]]
        for name, after in zip(self.blocks, self.texts[1:], strict=True):
            parts += ["\n", blocks(name).replace("\n", self.newline), self.after, after]
        return "".join(parts)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    blocks = tuple(draw(st.permutations(NAMES)))[: draw(st.integers(0, len(NAMES)))]
    texts = tuple(draw(WORDS) for _ in range(len(blocks) + 1))
    newline, after = draw(st.sampled_from(["\n", "\r\n"])), draw(st.sampled_from(["\n", "", " "]))
    return Layout(texts, blocks, newline, after)


CONTENT = st.lists(
    st.text(st.characters(exclude_characters="\r\n", exclude_categories=["Cs"]), max_size=12)
).map(lambda lines: "".join(f"{line}\n" for line in lines))


@settings(max_examples=300, deadline=None)
@given(layout=layouts(), old=CONTENT, new=st.fixed_dictionaries(dict.fromkeys(NAMES, CONTENT)))
def test_renewing_blocks_leaves_every_other_character(layout: Layout, old: str, new: dict[str, str]) -> None:
    page = note(layout.written(lambda name: block(name, old)))
    fresh = note("\n\n".join(block(name, content) for name, content in new.items()))
    assume([b.name for b in page.blocks] == list(layout.blocks))  # a fence or a header may hide a marker
    assume(len(fresh.blocks) == len(NAMES))

    text = renewed(page, fresh)

    again = note(text)
    assert not place(again, fresh).edits, "renewing it once more changes nothing"
    assert _outside(again) == _outside(page)
    for found in again.blocks:
        assert again.source.cut(found.content).replace("\r\n", "\n") == new[found.name]
        assert found.digest == block_digest(new[found.name])


def _outside(page: Note) -> list[str]:
    """The stretches of text around the blocks."""
    edges = [
        0,
        *(at for found in page.blocks for at in (found.span.start, found.span.end)),
        len(page.source.text),
    ]
    return [page.source.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True)]


@settings(max_examples=200, deadline=None)
@given(layout=layouts(), old=CONTENT, typed=WORDS, new=CONTENT)
def test_a_block_that_was_edited_is_left_as_it_is(layout: Layout, old: str, typed: str, new: str) -> None:
    assume(typed.replace("\r\n", "\n") != "")
    assume("vaultgoals:end" not in typed)  # it would end the block before what was typed
    written = layout.written(lambda name: block(name, old + typed + "\n", digest=block_digest(old)))
    page = note(written)
    assume([b.name for b in page.blocks] == list(layout.blocks))
    placement = place(page, note("\n\n".join(block(name, new) for name in NAMES)))
    assert placement.edits == ()
    assert placement.edited == page.blocks
    assert all(is_edited(page.source, found) for found in page.blocks)


@settings(max_examples=200, deadline=None)
@given(
    written=st.lists(st.one_of(WORDS, st.sampled_from([block("next", "x\n"), block("own", "")])), max_size=5)
)
def test_whatever_a_page_is_placing_it_on_itself_changes_nothing_twice(written: list[str]) -> None:
    page = note("\n".join(written))
    once = note(renewed(page, page))
    assert renewed(once, once) == once.source.text
    assert _outside(once) == _outside(page)


@settings(max_examples=200, deadline=None)
@given(layout=layouts(), typed=WORDS, digest=st.sampled_from([None, "0123", "none at all"]), new=CONTENT)
def test_no_word_of_a_person_is_lost_between_markers(
    layout: Layout, typed: str, digest: str | None, new: str
) -> None:
    page = note(layout.written(lambda name: block(name, typed, digest=digest)))
    kept = [page.source.cut(found.content).strip() for found in page.blocks]
    again = note(renewed(page, note("\n\n".join(block(name, new) for name in NAMES))))
    assert _outside(again) == _outside(page)
    for before, found in zip(kept, again.blocks, strict=True):
        assert before in ("", again.source.cut(found.content).strip())


HEADER_LINES = ("type: goal-review", "outcomes: 2", "adherence: 0.76", "sealed: false", "period: 2026-W47")
OWN_LINES = (
    "# a comment",
    "mood: fine",
    "tags: [a, 'b']",
    "list:\n  - x  # y",
    "note: |\n  text",
    "adherence_: 1",
)
ENDINGS = ("", " ", "  # mine", "\t# mine")


@settings(max_examples=200, deadline=None)
@given(
    lines=st.lists(st.sampled_from((*HEADER_LINES, *OWN_LINES)), unique=True),
    ending=st.sampled_from(ENDINGS),
    newline=st.sampled_from(["\n", "\r\n"]),
    adherence=st.sampled_from(["", " 0.76", " 0.8", " 1.00"]),
)
def test_renewed_properties_keep_their_place_and_the_comments_beside_them(
    lines: list[str], ending: str, newline: str, adherence: str
) -> None:
    header = "\n".join(f"{line}{ending}" if line in HEADER_LINES else line for line in lines)
    page = note(f"---\n{header}\n---\nMy text.".replace("\n", newline))
    fresh = note(
        f"---\ntype: goal-review\noutcomes: 3\nadherence:{adherence}\nsealed: true\nperiod: 2026-W47\n---\n"
    )

    text = renewed(page, fresh)

    again = note(text)
    renewed_to = {prop.name: prop.value.plain for prop in fresh.properties}
    ours = [prop for prop in again.properties if prop.name in renewed_to]
    assert not again.malformed
    assert [prop.name for prop in again.properties] == [prop.name for prop in page.properties]
    assert all(prop.value.plain == renewed_to[prop.name] for prop in ours)
    assert text.count("# mine") == page.source.text.count("# mine")
    assert all(line in text.replace("\r\n", "\n") for line in lines if line in OWN_LINES)
    assert text.count("\r\n") == page.source.text.count("\r\n")
    assert renewed(again, fresh) == text


# Escapes: a person's words are words wherever they land.


def nothing_alive(written: str, *, links: int = 0) -> None:
    """No structure in a text but the links that we wrote."""
    read = note(written, "page.md")
    assert len(read.links) == links, [link.target for link in read.links]
    assert not read.fields
    assert not read.tags
    assert not read.headings
    assert not read.items
    assert not read.tables
    assert not read.blocks
    assert not read.block_ids
    assert not read.properties
    assert not [trouble for trouble in read.malformed if trouble.what != "too-deep"]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e]", written)
    assert not re.search(r"<(?=[A-Za-z/!?%])|%%|::|(?<!\\)(\$\$|`)", written)


@settings(max_examples=600, deadline=None)
@given(words=WORDS)
@example("a: ")
@example("(k:")
@example("*#tag")
@example("US$ and 5$")
@example("\\]#tag")
def test_words_at_the_beginning_of_a_line_begin_nothing(words: str) -> None:
    nothing_alive(escape.line_start(markdown(text(Name(words), ": it moves."))) + "\n")


@settings(max_examples=300, deadline=None)
@given(first=WORDS, second=WORDS)
def test_two_people_s_words_in_a_line_make_nothing_together(first: str, second: str) -> None:
    nothing_alive(markdown(text("You wrote: ", Said(first), " (", Name(second), "), twice.")) + "\n")


TITLES = WORDS.map(lambda words: re.sub(r"[/\0\r\n]", "", words).strip(" .\t")).filter(str.strip)


@settings(max_examples=300, deadline=None)
@given(title=TITLES, shown=WORDS, block_id=st.sampled_from([None, "a-1"]))
@example(title="a|b", shown="x]]y", block_id=None)
@example(title="<b>", shown="<b>", block_id=None)
@example(title="$$", shown="", block_id=None)
@example(title="100%", shown="100%", block_id=None)
def test_a_link_is_one_link_whatever_its_note_is_called(title: str, shown: str, block_id: str | None) -> None:
    path = f"Goals/{title}.md"
    for written in (title, shown):
        line = f"A link: {escape.link(path, title, written, block_id)}, and on.\n"
        nothing_alive(line, links=1)
    [link] = note(line, "page.md").links
    if not re.search("[#%:&$]", title):  # what Obsidian does not decode in an address
        assert link.target.removesuffix(".md").removeprefix("Goals/") == title


@settings(max_examples=300, deadline=None)
@given(title=TITLES, unit=WORDS)
def test_a_table_keeps_its_cells_whatever_stands_in_them(title: str, unit: str) -> None:
    link = escape.cell(escape.link(f"Goals/{title}.md", title, title))
    row = f"| {link} | {escape.cell(markdown(f'5 {unit}'))} | 20 Dec |"
    read = note(f"| Goal | Now | Due |\n|---|---|---|\n{row}\n", "page.md")
    [table] = read.tables
    assert [len(cells) for cells in table.rows] == [3]
    assert (len(read.links), len(read.fields), len(read.tags)) == (1, 0, 0)


# The whole page.


def quoted(words: str) -> str:
    """Words as a YAML string, as far as YAML can hold them."""
    kept = "".join(char for char in words if char == "\t" or char.isprintable())
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t") + '"'


def hostile_vault(words: str) -> Vault:
    said, inline = quoted(words), " ".join(words.split())
    notes = {
        "Goals/Trials.md": (
            "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
            f"- [ ] {inline} 📅 2026-11-21\n\n"
            f"## Check-ins\n\n- 2026-10-16: 6.3\n- 2026-11-13: 6.4, {inline}\n"
        ),
        "Goals/Calls.md": (
            f'---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\nbecause: {said}\nif-then: {said}\n'
            f"obstacle: {said}\nstart: 2026-09-28\n---\n## Check-ins\n\n- 2026-10-20: 1\n- 2026-11-10: 0\n"
            "- 2026-10-28: 0\n- 2026-11-04: 0\n"
        ),
        "Check-ins/2026-11-17.md": (
            f'---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-17\nvalue: 1\nblocked: {said}\n'
            f"evidence: [{said}]\n---\n{words}\n"
        ),
        "Reviews/Weekly/Review 2026-W46.md": (
            f"---\ntype: goal-review\n---\n**One thing I will do differently this week:** {words}\n"
        ),
    }
    return Vault.of(note(written, path) for path, written in notes.items())


def page_of(vault: Vault) -> Note:
    week = Calendar().read("2026-W47")
    assert isinstance(week, Period)
    review = build_weekly(vault, week, today=date(2026, 11, 20), findings=(), pages=frozenset(vault.notes))
    return note(render_page("weekly", review))


CALM = page_of(hostile_vault("Fine."))
BLOCKS = [block.name for block in CALM.blocks]


@settings(max_examples=200, deadline=None)
@given(words=WORDS)
def test_nothing_that_a_person_writes_changes_what_a_page_is_made_of(words: str) -> None:
    page = page_of(hostile_vault(words))
    assert [found.name for found in page.blocks] == BLOCKS
    assert not page.malformed
    assert [heading.text for heading in page.headings] == [heading.text for heading in CALM.headings]
    for found in page.blocks:
        inside = note(page.source.cut(found.content), "inside.md")
        known = {"Trials", "Calls", "Review 2026-W46", "Trials#^id", "2026-11-17"}
        assert {link.target for link in inside.links} <= known, found.name
        assert not inside.fields
        assert not inside.tags
        assert not inside.block_ids
        assert not inside.malformed
        assert all(item.task is None for item in inside.items)
        assert all(re.match(r"This week|Trials: ", heading.text) for heading in inside.headings)
        assert {len(row) for table in inside.tables for row in table.rows} <= {5}
    assert not any(line != line.rstrip() for line in page.source.text.split("\n"))


def hostile_month(words: str) -> Vault:
    """The same vault, and what else a monthly page quotes."""
    said, inline = quoted(words), " ".join(words.split())
    notes = {
        "Goals/Guide.md": f"---\ntype: lever\noutcome: '[[Trials]]'\nresult: {said}\n---\n",
        "Goals/Leads.md": (
            "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-11-14\n---\n"
            f"## Check-ins\n\n- 2026-11-13: 7, {inline}\n"
        ),
        "Reviews/Weekly/Review 2026-W45.md": (
            f"---\ntype: goal-review\nperiod: 2026-W45\n---\nDecision: {inline}\n\n## Reflection\n\n{words}\n"
        ),
        "Reviews/Monthly/Review 2026-10.md": (
            f"---\ntype: goal-review\n---\n**One thing I will stop this month:** {words}\n"
        ),
    }
    own = (note(written, path) for path, written in notes.items())
    return Vault.of((*hostile_vault(words).notes.values(), *own))


def month_page(vault: Vault) -> Note:
    month = Calendar().read("2026-11")
    assert isinstance(month, Period)
    review = build_monthly(vault, month, today=date(2026, 11, 20), findings=(), pages=frozenset(vault.notes))
    return note(render_page("monthly", review))


CALM_MONTH = month_page(hostile_month("Fine."))


HEADINGS = frozenset(
    (
        *("Trials: 6.3 → 6.4, plan says 7.3", "What ended", "What was tried, and what came of it"),
        *("What you believed, and what came", "Decide", "Decided", "What you wrote"),
    )
)
"""All headings in blocks of the monthly page of such a vault."""


@settings(max_examples=150, deadline=None)
@given(words=WORDS)
def test_nothing_that_a_person_writes_changes_what_a_monthly_page_is_made_of(words: str) -> None:
    page = month_page(hostile_month(words))
    assert [found.name for found in page.blocks] == [found.name for found in CALM_MONTH.blocks]
    assert not page.malformed
    for found in page.blocks:
        inside = note(page.source.cut(found.content), "inside.md")
        for link in inside.links:
            assert re.match("Trials|Calls|Guide|Leads|Review 2026-|2026-11-17", link.target), found.name
        assert not any((inside.fields, inside.tags, inside.block_ids, inside.malformed))
        assert all(item.task is None for item in inside.items)
        assert {heading.text for heading in inside.headings} <= HEADINGS
    assert not any(line != line.rstrip() for line in page.source.text.split("\n"))
