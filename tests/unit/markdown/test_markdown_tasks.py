"""Tasks: dates and owners in the Tasks plugin's and in Dataview's format."""

from datetime import date

import pytest

from vaultgoals.core.note import Note, Task
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

DAY = date(2026, 11, 20)


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


def task(text: str) -> Task:
    found = note(f"- [ ] {text}").items[0].task
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("sign", "name"),
    [
        ("📅", "due"),
        ("📆", "due"),
        ("🗓", "due"),
        ("🗓️", "due"),
        ("⏳", "scheduled"),
        ("⌛", "scheduled"),
        ("🛫", "start"),
        ("➕", "created"),
        ("✅", "done"),
        ("❌", "cancelled"),
        ("[due:: X]", "due"),
        ("[scheduled:: X]", "scheduled"),
        ("(start:: X)", "start"),
        ("[created:: X]", "created"),
        ("[completion:: X]", "done"),
        ("(cancelled:: X)", "cancelled"),
    ],
)
def test_each_date_in_both_formats(sign: str, name: str) -> None:
    written = sign.replace("X", "2026-11-20") if "X" in sign else f"{sign} 2026-11-20"
    found = task(f"Call Acme {written}")
    dates = {
        key: getattr(found, key) for key in ("due", "scheduled", "start", "created", "done", "cancelled")
    }
    assert {key: day for key, day in dates.items() if day} == {name: DAY}
    assert found.text == "Call Acme"


@pytest.mark.parametrize(
    ("text", "bare", "due"),
    [
        ("a 📅 2026-11-20", "a", DAY),
        ("a 📅2026-11-20", "a", DAY),
        ("a 📅 2026-11-20 ^id", "a", DAY),
        ("a 📅 2026-11-20 #tag @ana", "a #tag @ana", DAY),
        ("a #x 📅 2026-11-20 #y ⏫", "a #x #y", DAY),
        ("a 🔁 every week, on Monday 📅 2026-11-20", "a", DAY),
        ("a 📅 2026-11-20 🔁 every day when done!", "a", DAY),
        ("a 🆔 ab_c-1 ⛔ x, y,z 🏁 delete 🔼 📅 2026-11-20", "a", DAY),
        ("a 📅 2026-11-20 [[X]]", "a [[X]]", DAY),
        ("a 📅 2026-11-20 [[X|y z]] #tag [[Z]]", "a [[X|y z]] #tag [[Z]]", DAY),
        ("a 📅 2026-11-20 see [[X]]", "a 📅 2026-11-20 see [[X]]", None),
        ("a 📅 2026-11-20 and more", "a 📅 2026-11-20 and more", None),
        ("a ^id 📅 2026-11-20", "a ^id", DAY),
        ("a 📅\u00a02026-11-20", "a 📅\u00a02026-11-20", None),
        ("a 📅 2026-11", "a 📅 2026-11", None),
        ("a `📅 2026-11-20`", "a `📅 2026-11-20`", None),
        ("a 📅 2026-11-20 [owner:: Ana]", "a", DAY),
        ("a [due:: 2026-11-20] b [id:: x]", "a b", DAY),
        ("a [due:: 2026-11-20T10:00]", "a", DAY),
        ("a [due:: soon]", "a", None),
        ("a [due::]", "a", None),
        ("a 📅 2026-11-20 [due:: 2026-01-01]", "a", DAY),
        ("a 📅 2026-01-01 📅 2026-11-20", "a", DAY),
        ("📅 2026-11-20", "", DAY),
        ("[[X]] ✅ 2026-11-20 📅 2026-11-20", "[[X]]", DAY),
    ],
)
def test_signs_are_read_backwards_from_the_end(text: str, bare: str, due: date | None) -> None:
    found = task(text)
    assert (found.text, found.due) == (bare, due)


def test_a_wrapped_tasks_signs_may_end_either_line() -> None:
    assert (task("a 📅 2026-11-20\n  b").text, task("a 📅 2026-11-20\n  b").due) == ("a\nb", DAY)
    assert (task("a\n  b 📅 2026-11-20").text, task("a\n  b 📅 2026-11-20").due) == ("a\nb", DAY)


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("call [owner:: Ana]", "Ana"),
        ("call (Owner:: Ana B)", "Ana B"),
        ("call [owner:: [[People/Ana|A]]]", "People/Ana"),
        ("@ana call", "ana"),
        ("call @ana-maria.", "ana-maria"),
        ("call (@zoë)", "zoë"),
        ("call @ana [owner:: Bo]", "Bo"),
        ("call @ana 📅 2026-11-20", "ana"),
        ("mail a@example.org", None),
        ("call `@ana`", None),
        ("call [owner::]", None),
        ("call", None),
    ],
)
def test_the_owner_of_a_task(text: str, owner: str | None) -> None:
    assert task(text).owner == owner


@pytest.mark.parametrize(
    ("text", "name"),
    [("a 📅 2026-02-30", "due"), ("a [completion:: 2026-13-01]", "done"), ("a [due:: soon]", "due")],
)
def test_a_date_that_is_none_is_told_and_the_rest_of_the_task_counts(text: str, name: str) -> None:
    found = note(f"- [ ] {text} 🛫 2026-11-20 ^id")
    item = found.items[0]
    assert item.task is not None
    assert (item.task.text, getattr(item.task, name), item.task.start) == ("a", None, DAY)
    trouble = found.malformed[0]
    assert (trouble.what, trouble.reason) == ("task-date", name)
    assert trouble.text in found.source.cut(trouble.span)


def test_the_items_text_keeps_what_the_tasks_text_leaves_out() -> None:
    item = note("- [x] a 📅 2026-11-20 ^id").items[0]
    assert item.text == "a 📅 2026-11-20 ^id"
    assert item.task is not None
    assert (item.task.text, item.task.ticked) == ("a", True)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("call [[A]]", [], ["A"]),
        ("[[A]] call", ["A"], []),
        ("[[A]] call [[B]]", ["A"], ["B"]),
        ("[[A]]", ["A"], ["A"]),
        ("[[A]] [[B]]", ["A", "B"], ["B", "A"]),
        ("call [[A]], [[B]].", [], ["B", "A"]),
        ("call [[A]] and [[B]]", [], ["B"]),
        ("call [[A]] again", [], []),
        ("call [[A|the long name]] 📅 2026-11-20 ⏫ ^id", [], ["A"]),
        ("call [[A#H]] #tag/x @ana-b (@bo)", [], ["A"]),
        ("#tag @ana [[A]] call", ["A"], []),
        ("call [[A]] #12", [], []),
        ("call [a](A.md)", [], ["A.md"]),
        ("call ![[A]]", [], ["A"]),
        ("call **[[A]]** 🎉!", [], ["A"]),
        ("📞 [[A]] call", ["A"], []),
        ("[owner:: [[Ana]]] [[A]] call [due:: 2026-11-20]", ["A"], []),
        ("call [[A]] <!-- id 7 --> %% or so %%", [], ["A"]),
        ("call <!-- [[A]] -->", [], []),
        ("call %% [[A]] %%", [], []),
        ("call `[[A]]`", [], []),
        ("`x` [[A]]", [], ["A"]),
        ("call\n  at noon [[A]]\n  ✅ 2026-11-20", [], ["A"]),
        ("call [[A]] 📅 2026-11-20 or later", [], []),
        ("call", [], []),
        ("[[A]] <!-- " + "x" * 1000 + " -->", ["A"], []),
    ],
)
def test_the_links_around_a_tasks_words(text: str, first: list[str], last: list[str]) -> None:
    found = task(text)
    assert [link.target for link in found.first] == first
    assert [link.target for link in found.last] == last


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_links_around_a_task_keep_their_places(newline: str) -> None:
    found = note(newline.join(["# 🎉", "", "> - [x] [[A]] é", ">   call [[B|b]] ✅ 2026-11-20"]))
    (item,) = found.items
    assert item.task is not None
    links = (*item.task.first, *item.task.beyond)
    assert [found.source.cut(link.span) for link in links] == ["[[A]]", "[[B|b]]"]


def test_a_task_full_of_what_hides_is_read_in_reasonable_time() -> None:
    assert task("[[A]] " + "<!-- %% (# [[B]] " * 20_000).first


def test_a_task_ends_before_a_line_right_below_it_that_is_not_indented() -> None:
    note = read_note(Source.of("Note.md", "- [x] Acme [[Calls]] ✅ 2026-11-20\nIt went well.\n"))
    (item,) = note.items
    assert item.text == "Acme [[Calls]] ✅ 2026-11-20"
    assert item.task is not None
    assert (item.task.text, item.task.done) == ("Acme [[Calls]]", date(2026, 11, 20))
    assert [link.target for link in item.task.last] == ["Calls"]


def test_a_task_goes_on_in_an_indented_line() -> None:
    note = read_note(Source.of("Note.md", "- [x] Acme and others\n  [[Calls]] ✅ 2026-11-20\n"))
    (item,) = note.items
    assert item.task is not None
    assert [link.target for link in item.task.last] == ["Calls"]
    assert item.task.done == date(2026, 11, 20)


def test_a_field_below_a_log_line_is_no_part_of_it() -> None:
    note = read_note(Source.of("Note.md", "- 2026-11-20: 5, two meetings\nbooked\nCalls:: 12\n"))
    assert [item.text for item in note.items] == ["2026-11-20: 5, two meetings\nbooked"]
