"""Links and tags in the body: what counts, what does not, and where it stands."""

import pytest

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def note(text: str) -> Note:
    return read_note(Source.of("Note.md", text))


@pytest.mark.parametrize(
    ("text", "target", "heading", "block", "alias", "embed"),
    [
        ("[[X]]", "X", None, None, None, False),
        ("[[X|shown]]", "X", None, None, "shown", False),
        ("[[ Quick Switcher ]]", "Quick Switcher", None, None, None, False),
        ("![[X|100x145]]", "X", None, None, "100x145", True),
        ("![[x.png|a|300]]", "x.png", None, None, "a|300", True),
        ("[[Sq]uare]]", "Sq]uare", None, None, None, False),
        ("[[|x]]", "|x", None, None, None, False),
        ("[[X#H1#H2]]", "X", "H1#H2", None, None, False),
        ("[[X#^id]]", "X", None, "id", None, False),
        ("[[#H]]", "", "H", None, None, False),
        ("[[#^b|y]]", "", None, "b", "y", False),
        ("[[X\\|y]]", "X", None, None, "y", False),
        ("[[#a||b]]", "", "a", None, "|b", False),
        ("[[https://x]]", "https://x", None, None, None, False),
        ("[[🎉/Ünï]]", "🎉/Ünï", None, None, None, False),
        ("[t](path.md)", "path.md", None, None, "t", False),
        ("[t](path%20x.md#H)", "path x.md", "H", None, "t", False),
        ("[t](<path x.md>)", "path x.md", None, None, "t", False),
        ("[t](./a:b.md)", "./a:b.md", None, None, "t", False),
        ("[t](../a.md)", "../a.md", None, None, "t", False),
        ("[t](a%23b.md)", "a%23b.md", None, None, "t", False),
        ("[t](a%FFb.md)", "a%FFb.md", None, None, "t", False),
        ("[x](#h)", "", "h", None, "x", False),
        ("[x](#^b)", "", None, "b", "x", False),
        ('[x](y.md "title")', "y.md", None, None, "x", False),
        ("[x](a(b).md)", "a(b).md", None, None, "x", False),
        ("[a [b] c](y.md)", "y.md", None, None, "a [b] c", False),
        ("[](y.md)", "y.md", None, None, None, False),
        ("![alt](y.png)", "y.png", None, None, "alt", True),
    ],
)
def test_a_link_is_read(
    text: str, target: str, heading: str | None, block: str | None, alias: str | None, *, embed: bool
) -> None:
    found = note(f"see {text}, and more")
    assert len(found.links) == 1
    link = found.links[0]
    assert (link.target, link.heading, link.block, link.alias) == (target, heading, block, alias)
    assert (link.embed, link.markdown, link.property) == (embed, "](" in text, None)
    assert found.source.cut(link.span) == text


@pytest.mark.parametrize(
    "text",
    [
        "[[]]",
        "[[ ]]",
        "[[a\nb]]",
        "[[unclosed",
        "\\[\\[X\\]\\]",
        "\\[[X]]",
        "[x]()",
        "[]()",
        "[x](<>)",
        "[w](My Note.md)",
        "[x](https://example.org)",
        "[x](mailto:a@example.org)",
        "[x](obsidian://open?vault=v)",
        "![x](https://example.org/x.png)",
        "`[[X]]`",
        "``a ` [[X]]``",
        "`a\n[[X]]`",
        "$[[X]]$",
        "$$[[X]]$$",
        "$$\n[[X]]\n$$",
        "text\n$$\n[[X]]\n$$",
        "<!-- [[X]] -->",
        "a <!-- [[X]]\n[[Y]] --> b",
        "<!--\n\n[[X]]\n\n-->",
        "<div>\n[[X]]\n</div>",
        "```\n[[X]]\n```",
        "~~~\n[[X]]",
        "- a\n\n  ```\n  [[X]]\n  ```",
        "> ```\n> [[X]]\n> ```",
        "    [[X]]",
        "text\n\n\t[[X]]",
    ],
)
def test_what_is_no_link_or_is_hidden_does_not_count(text: str) -> None:
    assert note(text).links == ()


@pytest.mark.parametrize(
    "text",
    [
        "%% [[X]] %%",
        "%%\n[[X]]\n%%",
        "%%\n\n- [[X]]\n\n%%",
        "# [[X]]",
        "[[X]]\n===",
        "> [!note] [[X]]",
        "> a\n> > [[X]]",
        "- a\n  - [[X]]",
        "1. [ ] [[X]]",
        "| a |\n|---|\n| [[X]] |",
        "| [[X]] |\n|---|",
        "[^1]: [[X]]",
        "[^1]: see [[X]]",
        "**[[X]]**",
        "a`b [[X]]",
        "$5 and [[X]] and $6",
        "\\`[[X]]`",
        "[a [[X]] b",
        "<br>[[X]]",
        "a < b [[X]] > c",
        "<!-- a --> b\n\n[[X]]",
        "- [x](http://a) [[X]]",
        "text\n    [[X]]",
    ],
)
def test_what_looks_hidden_but_is_not_counts(text: str) -> None:
    assert [link.target for link in note(text).links] == ["X"]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("[[a [[b]] c]]", ["b"]),
        ("[[a]] [[b]]", ["a", "b"]),
        ("[[[a]]]", ["a"]),
        ("[[a\\|b]] [[c|d]]", ["a", "c"]),
        ("[![i](i.png)](y.md)", ["y.md", "i.png"]),
        ("| [[a\\|x]] | [[b]] |\n|-|-|\n| [[c\\|y]] | d |", ["a", "b", "c"]),
        ("[[a]]`[[b]]`[[c]]", ["a", "c"]),
    ],
)
def test_several_links(text: str, targets: list[str]) -> None:
    assert [link.target for link in note(text).links] == targets


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_link_has_its_place_whatever_the_newlines(newline: str) -> None:
    text = newline.join(["---", "a: 🎉", "---", "# T 🎉", "", "> - x", ">   [[X|é]] and", "lazy [[Y]]", ""])
    found = note(text)
    assert [found.source.cut(link.span) for link in found.links] == ["[[X|é]]", "[[Y]]"]
    assert found.source.position(found.links[1].span.start).line == 8


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\u0085", "\v", "\f"])
def test_a_foreign_separator_ends_no_line(separator: str) -> None:
    found = note(f"a{separator}b [[X]]\n- c{separator}- d\n")
    assert found.source.cut(found.links[0].span) == "[[X]]"
    assert [item.text for item in found.items] == [f"c{separator}- d"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#tag", ["#tag"]),
        ("a #b/c, #d-e_f.", ["#b/c", "#d-e_f"]),
        ("#1984 #y1984 #2/3", ["#y1984", "#2/3"]),
        ("#🎉 #日本", ["#🎉", "#日本"]),
        ("a#b (#c) `#d` $#e$ <!-- #f -->", []),
        ("\\#a", []),
        ("\\[#a", ["#a"]),
        ("[[X#y]] [[#z]] [a](#b)", []),
        ("https://example.org/ #x https://example.org/#y", ["#x"]),
        ('<span style="color: #fff">a</span>', []),
        ("# #a", ["#a"]),
        ("#a #a", ["#a", "#a"]),
        ("%% #a %%\n\n%%\n#b\n%%", ["#a", "#b"]),
        ("```\n#a\n```", []),
        ("| #a |\n|---|\n| #b |", ["#a", "#b"]),
        ("- [ ] #task", ["#task"]),
        ("#", []),
    ],
)
def test_tags_in_the_body(text: str, tags: list[str]) -> None:
    assert list(note(text).tags) == tags


def test_an_unreadable_source_is_an_empty_note() -> None:
    found = read_note(Source(path="a.md", text="", unreadable="not UTF-8"))
    assert [(m.what, m.reason) for m in found.malformed] == [("unreadable", "not UTF-8")]
    assert found.unusable
