"""What is told of a note from its text alone leaves out nothing that reading it would find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.goal_log import names_log
from vaultgoals.core.links import folded
from vaultgoals.core.log_names import log_key
from vaultgoals.core.mentions import field_keys, holds_box, links_in_tasks, may_hold_log
from vaultgoals.core.note import Link
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

PIECES = st.sampled_from(
    (
        *(
            "Calls",
            "Run 5k",
            "Übung",
            "🏃 Laufen",
            "a_b",
            "x",
            "7",
            "(",
            ")",
            "[",
            "]",
            "*",
            "**",
            "_",
            "`",
            "~",
        ),
        *(
            ":: ",
            "::",
            ":: 3",
            ": ",
            "- ",
            "* ",
            "1. ",
            "> ",
            "# ",
            "[x] ",
            "[ ] ",
            "- [x] ",
            "- [ ] ",
            "    ",
        ),
        *(
            "\n",
            "\n\n",
            "\r\n",
            "|",
            "%%",
            "<!--",
            "-->",
            "> [!note] ",
            "📅 2026-11-20 ",
            "#tag ",
            "\\",
            "==",
        ),
        *("[[Calls]]", "[[Goals/Calls|c]]", "[c](Run%205k.md)", "[c](<Run (5k).md>)", "![[Calls#x]]", "[["),
    )
)
TEXTS = st.lists(PIECES, max_size=30).map("".join)


@given(TEXTS)
def test_no_field_is_read_whose_key_was_not_told(text: str) -> None:
    note = read_note(Source.of("Note.md", text))
    read = {log_key(field.key) for field in (*note.contents.fields, *note.contents.loose_fields)}
    assert read <= field_keys(text)


@given(TEXTS)
def test_no_task_leads_where_was_not_told(text: str) -> None:
    note = read_note(Source.of("Note.md", text))
    tasks = [item.task for item in note.contents.items if item.task]
    links = [link for task in tasks for link in (*task.first, *task.last, *task.beyond) if link.target]
    assert {_named(link) for link in links} <= links_in_tasks(text)


def _named(link: Link) -> str:
    return folded(link.target).rpartition("/")[2].removesuffix(".md")


@given(TEXTS)
def test_a_note_without_a_marker_has_no_blocks_and_one_without_a_sign_no_fields(text: str) -> None:
    note = read_note(Source.of("Note.md", text))
    assert (note.blocks, note.generated) == (note.contents.blocks, note.contents.generated)
    assert (note.fields, note.loose_fields) == (note.contents.fields, note.contents.loose_fields)


WORDS = st.sampled_from(
    ("Log", "logs", "LOG:", "Check-in", "check ins", "Check‑ins", "backlog", "📈", "===", "---", " #")
)
TELLING = st.lists(
    PIECES | WORDS | st.sampled_from(("📅 2026-02-30", "[due:: soon]", "\r")), max_size=30
).map("".join)


@given(TELLING)
def test_a_note_of_which_no_log_was_told_has_none(text: str) -> None:
    headings = read_note(Source.of("Note.md", text)).contents.headings
    assert may_hold_log(text) or not any(names_log(heading) for heading in headings)


@given(TELLING)
def test_a_note_of_which_no_box_was_told_has_no_task_that_is_open_or_ticked(text: str) -> None:
    tasks = [item.task for item in read_note(Source.of("Note.md", text)).contents.items if item.task]
    assert holds_box(text) or not any(task.open or task.ticked for task in tasks)


MARKS = st.sampled_from(("> ", ">", "- ", "1. ", "> - ", "+ ", "* "))
DEEP = st.builds(
    lambda mark, depth, lines: f"{mark * depth}x\n" * lines, MARKS, st.integers(40, 210), st.integers(1, 3)
)
STAIRS = st.builds(
    lambda mark, depth: "".join(f"{' ' * len(mark) * level}{mark}x\n" for level in range(depth)),
    st.sampled_from(("- ", "1. ", "+ ", "7) ")),
    st.integers(90, 110),
)


@settings(deadline=None)
@given(TELLING | DEEP | STAIRS)
def test_a_note_of_which_no_trouble_was_told_has_none_in_its_body(text: str) -> None:
    note = read_note(Source.of("Note.md", text))
    assert note.malformed == (*note.troubles, *note.contents.malformed)
