"""Whatever a person does to a page: what they wrote survives byte for byte, and one run is enough."""

from dataclasses import dataclass, replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.block import block_content, is_edited, outside
from vaultgoals.core.config import Config, Pages
from vaultgoals.core.note import Note
from vaultgoals.core.period import Calendar
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.store.files import decode, encode
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

TODAY = date(2026, 11, 20)
PAGE = "Reviews/Weekly/Review 2026-W47.md"
MONTH = "Reviews/Monthly/Review 2026-11.md"
CONFIG = replace(Config(), pages=Pages(quarterly=None, yearly=None))
HOME = "Home.md"
OUTCOME = (
    "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n"
    "## Check-ins\n\n- 2026-10-16: 6.3\n- 2026-11-13: 6.4\n"
)
PROCESS = (
    '---\ntype: process\noutcome: "[[Trials]]"\ncadence: 10 per week\nbecause: we learn\n'
    "start: 2026-09-28\n---\n## Check-ins\n\n- 2026-10-20: 10\n- 2026-11-10: 10\n"
)
LATER = PROCESS + "- 2026-11-19: 3, quick\n"


def vault_of(pages: dict[str, bytes], process: str) -> Vault:
    notes = {"Goals/Trials.md": OUTCOME.encode(), "Goals/Calls.md": process.encode(), **pages}
    return Vault.of((read_note(decode(path, data)) for path, data in notes.items()), CONFIG)


def written(plan: Plan) -> bytes:
    """The bytes that a plan is about to write."""
    return encode(plan.text, bom=plan.old is not None and plan.old.bom)


FRESH = {plan.path: plan.text for plan in plan_pages(vault_of({}, PROCESS), today=TODAY)}
ASKED = "".join(
    f"{name} here:\n<!-- vaultgoals:begin {name} -->\n<!-- vaultgoals:end {name} -->\n"
    for name in ("next", "scorecard", "checkins", "outcomes")
)
TEXTS = {PAGE: FRESH[PAGE], MONTH: FRESH[MONTH], HOME: ASKED}

MARKS = (
    *(
        "mine",
        "\n",
        "\n\n",
        " \t",
        "- [ ] a task\n",
        "> quoted\n",
        "é🎯",
        "\u2028",
        "\r",
        "<!-- mine -->",
        "**",
    ),
    *("## Heading\n", "| a | b |\n|---|---|\n", "[[Trials]]", "%%", "key:: value\n", "vaultgoals:end next"),
    *("<!-- vaultgoals:begin progress -->\n", "```\n", "<<<<<<< HEAD\n", "$$", "---\n"),
)
TYPED = st.lists(st.sampled_from(MARKS), max_size=5).map("".join)


@dataclass(frozen=True)
class Deed:
    """One thing that a person does to the n-th block of a note."""

    what: str
    number: int
    words: str


DEEDS = st.lists(
    st.builds(
        Deed,
        what=st.sampled_from(["delete", "move", "edit", "empty", "before", "after", "behind"]),
        number=st.integers(0, 9),
        words=TYPED,
    ),
    max_size=6,
)


def done(text: str, deed: Deed) -> str:
    """A note's text after a deed; the text as it was where there is nothing to do it to."""
    blocks = read_note(decode(HOME, text.encode())).blocks
    if not blocks:
        return text
    block = blocks[deed.number % len(blocks)]
    before, whole, after = (
        text[: block.span.start],
        text[block.span.start : block.span.end],
        text[block.span.end :],
    )
    inside = text[block.content.start : block.content.end]
    match deed.what:
        case "delete":
            return before + deed.words + after
        case "move":
            return f"{before}{after}\n{deed.words}\n{whole}\n"
        case "edit":
            return f"{text[: block.content.start]}{deed.words}{text[block.content.start :]}"
        case "empty":
            begin = f"<!-- vaultgoals:begin {block.name} -->\n"
            return (
                f"{before}{begin}{deed.words.strip() and inside}<!-- vaultgoals:end {block.name} -->{after}"
            )
        case "before":
            return f"{before}{deed.words}\n{whole}{after}"
        case "after":
            return f"{before}{whole}\n{deed.words}{after}"
        case _:
            return f"{before}{whole} {deed.words}{after}"


@settings(max_examples=120, deadline=None)
@given(
    deeds=DEEDS,
    windows=st.booleans(),
    marked=st.booleans(),
    ended=st.booleans(),
    path=st.sampled_from(sorted(TEXTS)),
    replace_edited=st.booleans(),
)
def test_what_a_person_does_to_a_page_stays_done(
    *, deeds: list[Deed], windows: bool, marked: bool, ended: bool, path: str, replace_edited: bool
) -> None:
    text = TEXTS[path]
    for deed in deeds:
        text = done(text, deed)
    text = text if ended else text.rstrip("\n")
    data = encode(text.replace("\n", "\r\n") if windows else text, bom=marked)
    before = vault_of({path: data}, LATER)
    request = Request(replace_edited=replace_edited)
    plans = {plan.path: plan for plan in plan_pages(before, request, today=TODAY)}

    pages = {plan.path: written(plan) for plan in plans.values()}
    after = vault_of(pages if path in pages else {**pages, path: data}, LATER)

    survives(before.notes[path], after.notes[path], replaced=replace_edited)
    assert not windows or after.notes[path].source.text.count("\n") == after.notes[path].source.text.count(
        "\r\n"
    )
    assert not any(plan.changes for plan in plan_pages(after, request, today=TODAY)), "one run is enough"


def survives(before: Note, after: Note, *, replaced: bool) -> None:
    """All that is the person's in a note is in the other one too."""
    assert after.source.bom == before.source.bom
    assert outside(after) == outside(before)
    assert [block.name for block in after.blocks] == [block.name for block in before.blocks]
    for old, new in zip(before.blocks, after.blocks, strict=True):
        text = block_content(before.source, old)
        if is_edited(before.source, old) and not replaced:
            assert text == block_content(after.source, new)


@settings(max_examples=40, deadline=None)
@given(
    lines=st.permutations(["mood:   'fine' # mine", "tags: [a,  b]", "# a comment", "list:\n  - x"]),
    at=st.integers(0, 9),
)
def test_the_person_s_own_properties_stay_as_they_wrote_them(lines: list[str], at: int) -> None:
    _, header, body = FRESH[PAGE].split("---\n", 2)
    ours = header.splitlines()
    place = min(at, len(ours))
    mixed = "\n".join([*ours[:place], *lines, *ours[place:]])
    page = f"---\n{mixed}\n---\n{body}".replace("adherence: 1.00", "adherence: 0.10  # hm")
    vault = vault_of({PAGE: page.encode()}, LATER)
    week = Calendar().week_of(TODAY)
    [plan] = plan_pages(vault, Request(periods=(week,)), today=TODAY)
    _, renewed, _ = plan.text.split("---\n", 2)
    kept = [
        line for line in renewed.splitlines() if not line.startswith(("on-track", "outcomes", "adherence"))
    ]
    assert kept == [
        line for line in mixed.splitlines() if not line.startswith(("on-track", "outcomes", "adherence"))
    ]
    assert [line.partition(":")[0] for line in renewed.splitlines()] == [
        line.partition(":")[0] for line in mixed.splitlines()
    ]
