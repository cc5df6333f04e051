import pytest

from vaultgoals.render import escape
from vaultgoals.render.environment import markdown
from vaultgoals.review.text import Code, Mention, Name, Said, Strong, text


@pytest.mark.parametrize(
    "words",
    [
        "it's 5-6 km, e.g. #1!",
        "10 km in 50 min",
        "R&D for Q&A",
        "costs $5, then $6",
        "5 < 6 > 4, <3",
        "5 * 3 = 15",
        "snake_case and C#",
        "~5 km, 100 % (or so)",
        "see https://example.com/a_b?c=d#e",
        "half | half",
        "12:30–13:00: lunch",
        "“quoted”, ‘twice’ – dash",
        "לרוץ יותר 🎯 Größe 日本語",
        "a + b - c",
        "wow! [sic",
    ],
)
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert escape.markdown(words).replace("\\[", "[") == words


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("[[Note]]", r"\[\[Note]]"),
        ("[x](y.md)", r"\[x](y.md)"),
        ("![[a.png]]", r"!\[\[a.png]]"),
        ("#tag and #1st", r"\#tag and \#1st"),
        ("*#tag*", r"\*\#tag\*"),
        ("key:: value", r"key:\: value"),
        ("and then:", "and then&#58;"),
        ("%%secret%%", r"%\%secret%\%"),
        ("==light== ~~gone~~", r"=\=light=\= ~\~gone\~\~"),
        ("_all_ of *it*", r"\_all\_ of \*it\*"),
        ("`code` and \\", r"\`code\` and \\"),
        ("$x$ and $$y$$", r"\$x\$ and \$\$y\$\$"),
        ("<b> </b> <!-- x --> <% tp %>", "&lt;b> &lt;/b> &lt;!-- x --> &lt;% tp %>"),
        ("&lt; &#60; &", "&amp;lt; &amp;#60; &"),
        ("last ^block-id", r"last \^block-id"),
        (" two\n lines\u2028and\u202e more\x1b[0m ", r"two lines and more \[0m"),
    ],
)
def test_markup_becomes_words(words: str, written: str) -> None:
    assert escape.markdown(words) == written


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("# heading", "\\# heading"),
        ("#hashtags", "#hashtags"),
        ("- item", "\\- item"),
        ("-5 degrees", "-5 degrees"),
        ("+ item", "\\+ item"),
        ("+0.1 points", "+0.1 points"),
        ("1. first", "1\\. first"),
        ("1) first", "1\\) first"),
        ("10 km", "10 km"),
        ("1.5 hours", "1.5 hours"),
        ("> quote", "\\> quote"),
        ("| cell", "\\| cell"),
        ("---", "\\---"),
        ("===", "\\==="),
        ("~~~", "\\~~~"),
    ],
)
def test_a_line_begins_nothing_but_itself(written: str, line: str) -> None:
    assert escape.line_start(written) == line


@pytest.mark.parametrize(
    ("target", "shown", "block", "link"),
    [
        ("Trials", "Trials", None, "[[Trials]]"),
        ("Goals/Trials", "Trials", None, "[[Goals/Trials|Trials]]"),
        ("Trials", "Start the test", "test", "[[Trials#^test|Start the test]]"),
        ("Trials", "Trials", "test", "[[Trials#^test|Trials]]"),
        ("Trials", "Ask [[Ana]] or [[People/Bo|Bo]]", None, "[[Trials|Ask Ana or Bo]]"),
        ("Trials", "a | b [c]", None, "[[Trials|a ∣ b (c)]]"),
        ("100% of it", "100% of it", None, "[[100% of it]]"),
        ("Größe 🎯 שלום", "Größe 🎯 שלום", None, "[[Größe 🎯 שלום]]"),
        ("a<b", "a<b", None, "[a&lt;b](Goals/a%3Cb.md)"),
        ("a|b", "a|b", None, "[a∣b](Goals/a%7Cb.md)"),
        ("C# (new)", "C# (new)", "x", "[C# (new)](Goals/C%23%20%28new%29.md#^x)"),
        ("[x]", "[x]", None, "[(x)](Goals/%5Bx%5D.md)"),
        ("%%", "%%", None, r"[%\%](Goals/%25%25.md)"),
        ('"a" ^b', '"a" ^b', None, r'["a" \^b](Goals/%22a%22%20%5Eb.md)'),
        ("two  blanks", "two  blanks", None, "[two blanks](Goals/two%20%20blanks.md)"),
    ],
)
def test_a_link_leads_to_a_note_whatever_its_name(
    target: str, shown: str, block: str | None, link: str
) -> None:
    path = f"Goals/{target.removeprefix('Goals/')}.md"
    assert escape.link(path, target, shown, block) == link


def test_a_cell_holds_its_pipes_and_those_of_links() -> None:
    link = markdown(text(Mention("Goals/A.md", "Goals/A", "A"), " | b"))
    assert escape.cell(link) == r"[[Goals/A\|A]] \| b"


def test_only_what_we_mark_is_markup_in_a_text() -> None:
    words = text("**5** of ", Name("*all*"), ": ", Strong("broken"), ", ", Said(" so [what]] "), ".")
    assert markdown(words) == r"\*\*5\*\* of \*all\*: **broken**, *“so \[what]]”*."


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ('outcome: "[[Trials]]"', '`outcome: "[[Trials]]"`'),
        ("## Check-ins", "`## Check-ins`"),
        (" due: 2026-12-20\n", "`due: 2026-12-20`"),
        ("a ` b", r"a \` b"),
        ("= this.file.name", "= this.file.name"),
        ("$= dv.pages()", r"\$= dv.pages()"),
        ("<!-- vaultgoals:end next -->", "&lt;!-- vaultgoals:end next -->"),
        ("<% tp.file.title %>", "&lt;% tp.file.title %>"),
        ("calls:: 3", r"calls:\: 3"),
        ("calls:: …", "`calls:: …`"),
        ("Calls (paid):: …", r"Calls (paid):\: …"),
        ("a:: b:: …", r"a:\: b:\: …"),
        ("`calls`:: …", r"\`calls\`:\: …"),
        ("", ""),
    ],
)
def test_what_is_to_be_typed_is_code_unless_code_would_not_hold_it_still(words: str, written: str) -> None:
    assert markdown(Code(words)) == written


@pytest.mark.parametrize(
    ("target", "heading", "written"),
    [
        ("Trials", "Check-ins", "[[Trials#Check-ins|line 9]]"),
        ("Trials", "What came of it?", "[[Trials#What came of it?|line 9]]"),
        ("Trials", "A [[link]]", "[[Trials|line 9]]"),
        ("Trials", "**Log**", "[[Trials|line 9]]"),
        ("Trials", "a: b # c", "[[Trials|line 9]]"),
        ("A # B", "Check ins", "[line 9](Goals/A%20%23%20B.md#Check%20ins)"),
    ],
)
def test_a_link_leads_to_a_heading_whose_name_it_can_hold(target: str, heading: str, written: str) -> None:
    link = Mention(f"Goals/{target}.md", target, "line 9", heading=heading)
    assert markdown(link) == written
