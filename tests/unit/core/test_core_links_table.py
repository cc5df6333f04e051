"""A link as it is written in a note, and the file that it leads to in Obsidian, tier by tier."""

import pytest

from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

FILES = (
    "Home.md",
    "Note.md",
    "Only.md",
    "v1.2.md",
    "Fig.png",
    "Café.md",
    "Übung.md",
    "#1 goal.md",
    "Sq]uare.md",
    "a/Note.md",
    "a/Twin.md",
    "a/b/Note.md",
    "a/b/Deep.md",
    "a/b/c/Near.md",
    "long folder/Near.md",
    "b/Twin.md",
    "zz/index.md",
    "glossary/index.md",
    "Goals/Büro (neu).md",
    "Goals/My Note.md",
    "Goals/50%20off.md",
    "Goals/Artificial Intelligence.md",
    "assets/Fig.md",
    "assets/plan.pdf",
    "Boards/Plan.canvas",
    "Boards/All.base",
    "x/same/Peer.md",
    "yy/same/Peer.md",
)

# Nearness is measured from the folder of the note that the link is written in.
NAME_ONCE = {
    ("Home.md", "[[Only]]"): "Only.md",
    ("a/b/Deep.md", "[[Only]]"): "Only.md",
    ("Home.md", "[[Deep]]"): "a/b/Deep.md",
    ("Home.md", "![[Deep]]"): "a/b/Deep.md",
    ("Home.md", "[[only]]"): "Only.md",
    ("Home.md", "[[ONLY]]"): "Only.md",
    ("Home.md", "[[Only.md]]"): "Only.md",
    ("Home.md", "[[Only.MD]]"): "Only.md",
    ("Home.md", "[[Only ]]"): "Only.md",
    ("Home.md", "[[ Only]]"): "Only.md",
    ("Home.md", "[[Only|shown]]"): "Only.md",
    ("Home.md", "[[Only|]]"): "Only.md",
    ("Home.md", "[[Only#Any heading]]"): "Only.md",
    ("Home.md", "[[Only#Above#Below]]"): "Only.md",
    ("Home.md", "[[Only#^block]]"): "Only.md",
    ("Home.md", "[[Sq]uare]]"): "Sq]uare.md",
    ("Home.md", "[[Nobody]]"): None,
    ("Home.md", "[[Onl]]"): None,
    ("Home.md", "[[Only!]]"): None,
    ("Home.md", "[[https://example.org/Only]]"): None,
    ("Home.md", "[[|Only]]"): None,
}
ENDINGS = {
    ("Home.md", "[[v1.2]]"): "v1.2.md",
    ("Home.md", "[[v1]]"): None,
    ("Home.md", "[[Fig.png]]"): "Fig.png",
    ("Home.md", "![[fig.PNG|300]]"): "Fig.png",
    ("Home.md", "[[Fig]]"): "assets/Fig.md",
    ("Home.md", "[[plan.pdf]]"): "assets/plan.pdf",
    ("Home.md", "[[plan]]"): None,
    ("Home.md", "[[Plan.canvas]]"): "Boards/Plan.canvas",
    ("Home.md", "[[All.base#View]]"): "Boards/All.base",
    ("Home.md", "[[Only.txt]]"): None,
}
EXACT_PATHS = {
    ("a/b/Deep.md", "[[Note]]"): "Note.md",
    ("a/Twin.md", "[[Note]]"): "Note.md",
    ("a/b/Deep.md", "[[a/Note]]"): "a/Note.md",
    ("zz/index.md", "[[A/B/NOTE]]"): "a/b/Note.md",
    ("a/b/Deep.md", "[[b/Twin]]"): "b/Twin.md",
    ("Home.md", "[[/Note]]"): "Note.md",
    ("Home.md", "[[/a/Note.md]]"): "a/Note.md",
    ("a/Twin.md", "[[/b/Note]]"): None,
    ("Home.md", "[[/Deep]]"): None,
}
FROM_HERE = {
    ("a/Twin.md", "[[./Note]]"): "a/Note.md",
    ("a/Twin.md", "[[./b/Note]]"): "a/b/Note.md",
    ("a/b/Deep.md", "[[../Note]]"): "a/Note.md",
    ("a/b/Deep.md", "[[../../Note]]"): "Note.md",
    ("a/b/Deep.md", "[[../../../Note]]"): None,
    ("b/Twin.md", "[[./Note]]"): None,
    ("b/Twin.md", "[[../a/b/../Note]]"): "a/Note.md",
}
NEARNESS = {
    ("a/Home.md", "[[Twin]]"): "a/Twin.md",
    ("b/Home.md", "[[Twin]]"): "b/Twin.md",
    ("a/b/Deep.md", "[[Twin]]"): "a/Twin.md",
    ("b/c/Home.md", "[[Twin]]"): "a/Twin.md",
    ("a/Home.md", "[[Near]]"): "a/b/c/Near.md",
    ("long folder/Home.md", "[[Near]]"): "long folder/Near.md",
    ("Home.md", "[[Near]]"): "a/b/c/Near.md",
    ("Home.md", "[[Peer]]"): "x/same/Peer.md",
    ("Home.md", "[[same/Peer]]"): "x/same/Peer.md",
    ("yy/Home.md", "[[same/Peer]]"): "yy/same/Peer.md",
    ("y/Home.md", "[[Peer]]"): "x/same/Peer.md",
    ("Home.md", "[[index]]"): "zz/index.md",
    ("Home.md", "[[b/Deep]]"): "a/b/Deep.md",
    ("Home.md", "[[ary/index]]"): None,
    ("Home.md", "[[glossary/index]]"): "glossary/index.md",
}
ENCODINGS = {
    ("Home.md", "[[Cafe\u0301]]"): "Café.md",
    ("Home.md", "[[CAFÉ]]"): "Café.md",
    ("Home.md", "[[U\u0308BUNG]]"): "Übung.md",
    ("Home.md", "[[My\u00a0Note]]"): "Goals/My Note.md",
    ("Home.md", "[[My\u202fNote]]"): "Goals/My Note.md",
    ("Home.md", "[[My%20Note]]"): None,
    ("Home.md", "[[My  Note]]"): None,
}
MARKDOWN_LINKS = {
    ("Home.md", "[x](Only.md)"): "Only.md",
    ("Home.md", "[x](Only)"): "Only.md",
    ("Home.md", "[x](My%20Note.md)"): "Goals/My Note.md",
    ("Home.md", "[x](my%20note#H)"): "Goals/My Note.md",
    ("Home.md", "[x](<My Note.md>)"): "Goals/My Note.md",
    ("Home.md", "[x](Goals/B%C3%BCro%20(neu).md)"): "Goals/Büro (neu).md",
    ("Home.md", "[x](50%2520off.md)"): "Goals/50%20off.md",
    ("a/b/Deep.md", "[x](Note.md)"): "Note.md",
    ("a/b/Deep.md", "[x](../Note.md)"): "a/Note.md",
    ("a/Twin.md", "[x](./Note.md)"): "a/Note.md",
    ("Home.md", "![x](Fig.png)"): "Fig.png",
    ("Home.md", '[x](Only.md "title")'): "Only.md",
    ("Home.md", "[x](%231%20goal.md)"): None,
}
ITSELF = {
    ("a/Twin.md", "[[#Heading]]"): "a/Twin.md",
    ("a/Twin.md", "[[#^block]]"): "a/Twin.md",
    ("a/Twin.md", "[x](#heading)"): "a/Twin.md",
    ("b/Twin.md", "[[Twin]]"): "b/Twin.md",
    ("Home.md", "[[#1 goal]]"): "Home.md",
}
NO_NAMES = {
    ("Home.md", "[[AI]]"): None,
    ("Home.md", "[[Artificial Intelligence|AI]]"): "Goals/Artificial Intelligence.md",
    ("Home.md", "[[A Title]]"): None,
    ("Home.md", "[[The first heading]]"): None,
}
TABLE = (
    NAME_ONCE | ENDINGS | EXACT_PATHS | FROM_HERE | NEARNESS | ENCODINGS | MARKDOWN_LINKS | ITSELF | NO_NAMES
)

# None of these is a name that a link could use.
NAMED_OTHERWISE = "---\naliases: [AI]\ntitle: A Title\n---\n# The first heading\n"


def leads(source: str, written: str) -> str | None:
    body = f"text {written} text\n"
    named = Source.of("Goals/Artificial Intelligence.md", NAMED_OTHERWISE)
    notes = [read_note(Source.of(source, body)), read_note(named)]
    vault = Vault.of(notes, files=FILES)
    (link,) = vault.notes[source].links
    assert vault.notes[source].source.cut(link.span) == written
    return vault.resolve(link, source).path


@pytest.mark.parametrize(("place", "found"), TABLE.items(), ids=lambda part: str(part))
def test_a_link_leads_where_it_leads_in_obsidian(place: tuple[str, str], found: str | None) -> None:
    assert leads(*place) == found


@pytest.mark.parametrize(
    "written",
    [
        "[[]]",
        "[x]()",
        "[w](Sub/My Note.md)",
        "[x](https://example.org/Note.md)",
        "[x](mailto:ana@example.org)",
        "[x](obsidian://open?file=Note)",
        "`[[Note]]`",
        "$[[Note]]$",
        "<!-- [[Note]] -->",
        "\\[[Note]]",
    ],
)
def test_what_is_no_link_in_obsidian_is_none_here(written: str) -> None:
    assert read_note(Source.of("Home.md", f"text {written} text\n")).links == ()
