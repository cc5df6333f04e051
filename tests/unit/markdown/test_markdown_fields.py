"""Dataview's inline fields in their three forms."""

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("Outbound calls:: 12 two meetings", [("Outbound calls", "12 two meetings")]),
        ("Outbound calls::12", [("Outbound calls", "12")]),
        ("Calls::", [("Calls", "")]),
        ("- Calls:: 12", [("Calls", "12")]),
        ("> Calls:: 12", [("Calls", "12")]),
        ("> [!note] Title\n> Calls:: 12", [("Calls", "12")]),
        ("**Calls**:: 12", [("Calls", "12")]),
        ("_Calls_ :: 12", [("Calls", "12")]),
        ("## Calls:: 12", [("Calls", "12")]),
        ("a-b/c_d 2:: x", [("a-b/c_d 2", "x")]),
        ("🏃 Run:: 5", [("Run", "5")]),
        ("Run 🏃:: 5", [("Run 🏃", "5")]),
        ("🏃:: 5", [("🏃", "5")]),
        ("Größe:: 5", [("Größe", "5")]),
        ("Gro\u0308ße:: 5", [("Gro\u0308ße", "5")]),
        ("Calls:: a:: b", [("Calls", "a:: b")]),
        ("one:: 1\ntwo:: 2\nprose\nthree:: 3", [("one", "1"), ("two", "2"), ("three", "3")]),
        ("Calls:: [[X|y]] and `code`", [("Calls", "[[X|y]] and `code`")]),
        ("- [ ] call Ann\nCalls:: 12\nMood:: 4", [("Calls", "12"), ("Mood", "4")]),
        ("- 2026-11-20: 5\nCalls:: 12", [("Calls", "12")]),
        ("said [Calls:: 12] today", [("Calls", "12")]),
        ("said (Calls:: 12) today", [("Calls", "12")]),
        ("[a:: 1] and (b:: 2)[c:: 3]", [("a", "1"), ("b", "2"), ("c", "3")]),
        ("[key:: [[Link]]]", [("key", "[[Link]]")]),
        ("[a:: b [c] d]", [("a", "b [c] d")]),
        ("(a:: f(x))", [("a", "f(x)")]),
        ("[a:: b \\] c]", [("a", "b \\] c")]),
        ("[a:: [b:: 1]]", [("a", "[b:: 1]")]),
        ("[a:: x [b:: 1]", [("b", "1")]),
        ("[a::]", [("a", "")]),
        ("- [ ] call [due:: 2026-11-20]", [("due", "2026-11-20")]),
        (
            "- [x] call (completion:: 2026-11-20) [owner:: Ana]",
            [("completion", "2026-11-20"), ("owner", "Ana")],
        ),
        ("| (a:: 1) | b |\n|---|---|\n| [c:: 2] | d |", [("a", "1"), ("c", "2")]),
        ("a:: 1 %% note %%", [("a", "1 %% note %%")]),
        ("a:: %% how many? %%", [("a", "")]),
        ("a:: <!-- how many? --> %% or none %%", [("a", "")]),
        ("[a:: <!-- how many? -->]", [("a", "")]),
        ("a:: %% how many?", [("a", "%% how many?")]),
        ("a:: <!-- b --> 1 <!-- c -->", [("a", "<!-- b --> 1 <!-- c -->")]),
        ("[a:: 1] b:: 2", [("a", "1")]),
    ],
)
def test_fields(text: str, fields: list[tuple[str, str]]) -> None:
    found = note(text)
    assert [(field.key, field.value) for field in found.fields] == fields
    for field in found.fields:
        assert found.source.cut(field.value_span) == field.value
        assert field.key in found.source.cut(field.span)


@pytest.mark.parametrize(
    "text",
    [
        "`Calls:: 12`",
        "`Outbound` calls:: 12",
        "`a\nb` Calls:: 12",
        "`[Calls:: 12]`",
        "```\nCalls:: 12\n```",
        "    Calls:: 12",
        "$[a:: 1]$",
        "$$\na:: 1\n$$",
        "<!-- a:: 1 -->",
        "text <!-- [a:: 1] -->",
        "<div>\na:: 1\n</div>",
        "%%\na:: 1\n%%",
        "- [ ] Calls:: 12",
        "| a:: 1 |\n|---|",
        "http://[::1]/",
        ":: value",
        "(see [x]:: y",
        "[a[b]:: c]",
        "(:: x)",
        "a: b",
    ],
)
def test_no_field(text: str) -> None:
    assert note(text).fields == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_fields_have_their_places_whatever_the_newlines(newline: str) -> None:
    found = note(newline.join(["# 🎉", "", "> a:: é", "> [b:: 2] c", ""]))
    assert [(f.key, found.source.cut(f.value_span), found.source.cut(f.span)) for f in found.fields] == [
        ("a", "é", "a:: é"),
        ("b", "2", "[b:: 2]"),
    ]
