"""Whatever a person writes: the dashboard, the problems and every block keep their shape."""

from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source, Span
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.pages import render_block, render_page
from vaultgoals.review.blocks import BLOCKS, build_block
from vaultgoals.review.dashboard import build_dashboard
from vaultgoals.review.problems import build_problems

TODAY = date(2026, 11, 20)
PAGES = frozenset({"Reviews/Dashboard.md", "Reviews/Problems.md", "Reviews/Weekly/Review 2026-W47.md"})
KNOWN = {"Trials", "Calls", "Activation", "Review 2026-W47", "Problems", "Dashboard", "Trials#^id"}

MARKS = (
    *("<!-- vaultgoals:begin next -->", "<!-- vaultgoals:end next -->", "<!--", "-->", "%%", "$$", "```"),
    *("[[Trials]]", "![[a.png]]", "[a](b.md)", "[k:: v]", "k:: v", "::", ":", "[", "]", "|", "# ", "#tag"),
    *("- ", "- [ ] ", "1. ", "> ", "> [!note]", "---", "===", "~", "*", "**", "_", "<b>", "<%", "&lt;", "$"),
    *("\\", "`", "`= x`", "==", "{{x}}", "{%", " ^id", "📅 2026-11-20", "\t", "\n", "\r", "\u2028", "\u202e"),
    *("\0", "é", "x "),
)
WORDS = st.lists(st.one_of(st.sampled_from(MARKS), st.text(max_size=4)), max_size=8).map("".join)


def quoted(words: str) -> str:
    """A YAML scalar of any words."""
    kept = "".join(f"\\u{ord(c):04x}" if ord(c) < 0x10000 else c for c in words)
    return f'"{kept}"' if not any(0xD800 <= ord(c) < 0xE000 for c in words) else '"x"'


def hostile(words: str) -> Vault:
    said = quoted(words)
    plan = "baseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20"
    notes = {
        "Goals/Trials.md": (
            f"---\ntype: outcome\nunit: {said}\n{plan}\n---\n- [ ] {words} 📅 2026-11-20\n\n## Check-ins\n\n"
            "- 2026-10-16: 6.3\n- 2026-11-13: 6.4\n"
        ),
        "Goals/Activation.md": f'---\ntype: indicator\noutcome: "[[Trials]]"\nunit: {said}\n{plan}\n---\n',
        "Goals/Calls.md": (
            f'---\ntype: process\noutcome: "[[Trials]]"\ncadence: weekly\nbecause: {said}\nif-then: {said}\n'
            f"within: {said}\nstart: 2026-09-28\n---\n## Check-ins\n\n- 2026-10-20: 1\n- 2026-11-10: 0\n"
        ),
        "Check-ins/2026-11-17.md": (
            f'---\ntype: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-17\nskip: {said}\n---\n{words}\n'
        ),
    }
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())


def findings_of(words: str) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            code="VG107",
            name="invalid-value",
            severity=severity,
            path=f"Goals/{name}.md",
            span=Span(0, 1),
            message=f"`due` says “{words}”",
            hint=f'write "[[{words}]]", or `due: {words}`',
        )
        for name, severity in (("Trials", Severity.ERROR), ("Calls", Severity.INFO))
    )


def texts(words: str) -> Iterator[tuple[str, str]]:
    """Both pages, and every block in two kinds of note, each with its name."""
    vault, findings = hostile(words), findings_of(words)
    pages = PAGES | frozenset(vault.notes)
    board = build_dashboard(vault, today=TODAY, findings=findings, pages=pages)
    yield "dashboard", render_page("dashboard", board)
    yield (
        "problems",
        render_page("problems", build_problems(vault, today=TODAY, findings=findings, pages=pages)),
    )
    for name in sorted(BLOCKS):
        for period in (None, Calendar().read("2026-11-17")):
            path = "Goals/Trials.md" if period else "Goals/Calls.md"
            value = build_block(
                vault, name, path=path, period=period, today=TODAY, findings=findings, pages=pages
            )
            assert value is not None
            yield f"{name} {period and period.label}", render_block(name, value)


def shape(text: str) -> tuple[object, ...]:
    """What must not depend on anybody's words."""
    page = read_note(Source.of("page.md", text))
    return ([block.name for block in page.blocks], len(page.headings), len(page.malformed), page.tags)


CALM = {name: shape(text) for name, text in texts("Fine.")}


def insides(page: Note, text: str) -> Iterator[Note]:
    """The texts of the blocks of a page, or a block's own."""
    contents = [page.source.cut(block.content) for block in page.blocks] or [text]
    return (read_note(Source.of("inside.md", content)) for content in contents)


@settings(max_examples=60, deadline=None)
@given(words=WORDS)
def test_nothing_that_a_person_writes_changes_what_boards_and_blocks_are_made_of(words: str) -> None:
    for name, text in texts(words):
        assert shape(text) == CALM[name], name
        for inside in insides(read_note(Source.of("page.md", text)), text):
            assert {link.target for link in inside.links} <= KNOWN, name
            assert not inside.fields, name
            assert not inside.tags, name
            assert not inside.block_ids, name
            assert not inside.blocks, name
            assert all(item.task is None for item in inside.items), name
        assert not any(line != line.rstrip() for line in text.split("\n")), name
