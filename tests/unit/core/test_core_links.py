"""Where links lead, case by case, as Obsidian's `getLinkpathDest` has it."""

import pytest

from vaultgoals.core.links import UNRESOLVED, Names, Resolution, folded

NFC, NFD = "Caf\u00e9", "Cafe\u0301"

COPIES = ("Note.md", "a/Note.md", "a/b/Note.md", "zzzz/Note.md")
BELOW = COPIES[1:]


def lead(target: str, files: tuple[str, ...], source: str = "Home.md") -> str | None:
    return Names(files).resolve(target, source).path


@pytest.mark.parametrize(
    ("target", "files", "found"),
    [
        ("Note", ("Note.md",), "Note.md"),
        ("Note", ("deep/down/Note.md",), "deep/down/Note.md"),
        ("Note", ("Other.md",), None),
        ("Note", (), None),
        ("Note.md", ("a/Note.md",), "a/Note.md"),
        (" Note  ", ("Note.md",), "Note.md"),
        ("Note.md.md", ("Note.md.md",), "Note.md.md"),
        ("Note.md", ("Note.md.md", "a/Note.md"), "a/Note.md"),
        ("Note.md", ("Note.md.md",), "Note.md.md"),
        ("v1.2", ("v1.2.md",), "v1.2.md"),
        ("v1.2", ("v1.2", "v1.2.md"), "v1.2"),
        ("v1", ("v1.2.md",), None),
        ("e.g. this", ("e.g. this.md",), "e.g. this.md"),
        ("...", ("....md",), "....md"),
        ("Fig.png", ("assets/Fig.png",), "assets/Fig.png"),
        ("Fig", ("Fig.png",), None),
        ("Fig", ("Fig.png", "a/Fig.md"), "a/Fig.md"),
        ("Fig.png", ("Fig.md",), None),
        ("data.base", ("data.base",), "data.base"),
        ("https://example.org", ("example.org.md",), None),
        ("Note#Heading", ("Note.md",), None),
        ("Note|shown", ("Note.md",), None),
    ],
)
def test_a_bare_name_leads_to_the_file_of_that_name_wherever_it_is(
    target: str, files: tuple[str, ...], found: str | None
) -> None:
    assert lead(target, files) == found


@pytest.mark.parametrize(
    ("target", "files", "found"),
    [
        ("note", ("Note.md",), "Note.md"),
        ("NOTE", ("Note.md",), "Note.md"),
        ("Note.MD", ("Note.md",), "Note.md"),
        ("A/NOTE", ("a/Note.md",), "a/Note.md"),
        ("ÜBUNG", ("Übung.md",), "Übung.md"),
        ("straße", ("STRASSE.md",), None),
        ("i\u0307stanbul", ("İstanbul.md",), "İstanbul.md"),
        (NFC, (f"{NFD}.md",), f"{NFD}.md"),
        (NFD, (f"{NFC}.md",), f"{NFC}.md"),
        (f"{NFD}/Note", (f"{NFC}/Note.md", "Note.md"), f"{NFC}/Note.md"),
        ("My\u00a0Note", ("My Note.md",), "My Note.md"),
        ("My Note", ("My\u00a0Note.md",), "My\u00a0Note.md"),
        ("My\u202fNote", ("My Note.md",), "My Note.md"),
        ("My  Note", ("My Note.md",), None),
    ],
)
def test_case_accents_and_kinds_of_blanks_make_no_difference(
    target: str, files: tuple[str, ...], found: str | None
) -> None:
    assert lead(target, files) == found


@pytest.mark.parametrize(
    ("target", "source", "found"),
    [
        ("Note", "Home.md", "Note.md"),
        ("Note", "a/Home.md", "Note.md"),
        ("Note", "a/b/Home.md", "Note.md"),
        ("a/Note", "zzzz/Home.md", "a/Note.md"),
        ("b/Note", "Home.md", "a/b/Note.md"),
        ("a/b/Note.md", "Home.md", "a/b/Note.md"),
        ("/Note", "a/Home.md", "Note.md"),
        ("/a/Note", "Home.md", "a/Note.md"),
        ("/b/Note", "a/Home.md", None),
        ("//a/Note", "Home.md", "a/Note.md"),
        ("./Note", "a/Home.md", "a/Note.md"),
        ("./Note", "Home.md", "Note.md"),
        ("./b/Note", "a/Home.md", "a/b/Note.md"),
        ("./Note", "other/Home.md", None),
        ("../Note", "a/Home.md", "Note.md"),
        ("../Note", "a/b/Home.md", "a/Note.md"),
        ("../../Note", "a/b/Home.md", "Note.md"),
        ("../b/Note", "a/c/Home.md", "a/b/Note.md"),
        ("./../Note", "a/Home.md", "Note.md"),
        ("../Note", "Home.md", None),
        ("../../../../etc/passwd", "a/Home.md", None),
        ("/../Note", "a/Home.md", None),
        ("a/../Note", "Home.md", None),
        ("c/Note", "Home.md", None),
        ("a/", "Home.md", None),
        ("/", "Home.md", None),
        ("..", "a/Home.md", None),
        (".", "a/Home.md", None),
    ],
)
def test_a_path_is_read_from_the_root_from_here_or_as_an_ending(
    target: str, source: str, found: str | None
) -> None:
    assert lead(target, COPIES, source) == found


@pytest.mark.parametrize(
    ("target", "files", "source", "found"),
    [
        # The source's own folder, and all that lies below it, is near.
        ("Note", BELOW, "zzzz/Home.md", "zzzz/Note.md"),
        ("Note", ("a/b/c/Note.md", "z/Note.md"), "a/Home.md", "a/b/c/Note.md"),
        ("Note", ("a/b/c/Note.md", "a/x/Note.md"), "a/Home.md", "a/x/Note.md"),
        ("Note", ("a/long/Note.md", "b/Note.md"), "A/Home.md", "a/long/Note.md"),
        # A folder whose name merely begins alike is not.
        ("Note", ("ab/Note.md", "c/Note.md"), "a/Home.md", "c/Note.md"),
        # Nor is a folder above.
        ("Note", ("a/Note.md", "x/Note.md"), "a/b/Home.md", "a/Note.md"),
        ("Note", ("aa/Note.md", "x/Note.md"), "aa/b/Home.md", "x/Note.md"),
        # Elsewhere the shortest path wins, by letters and not by folders.
        ("Note", BELOW, "other/Home.md", "a/Note.md"),
        ("Note", ("a/b/Note.md", "zzzz/Note.md"), "other/Home.md", "a/b/Note.md"),
        ("terminal", ("Themes/Terminal.md", "Plugins/terminal.md"), "Home.md", "Themes/Terminal.md"),
        # A link with a folder is an ending of whole segments.
        ("b/Note", ("a/b/Note.md", "b/Note.md"), "a/b/Home.md", "b/Note.md"),
        ("ary/index", ("glossary/index.md", "x/index.md"), "Home.md", None),
        ("ary/index", ("glossary/index.md",), "Home.md", None),
        ("ary/index", ("glossary/index.md", "long/path/ary/index.md"), "Home.md", "long/path/ary/index.md"),
        ("b/Note", ("x/b/Note.md", "a/b/Note.md"), "Home.md", "a/b/Note.md"),
        ("b/Fig.png", ("a/b/Fig.png", "c/Fig.png"), "Home.md", "a/b/Fig.png"),
    ],
)
def test_among_several_the_nearest_then_the_shortest_is_taken(
    target: str, files: tuple[str, ...], source: str, found: str | None
) -> None:
    assert lead(target, files, source) == found


@pytest.mark.parametrize(
    ("target", "files", "expected"),
    [
        ("Note", ("b/Note.md", "a/Note.md"), Resolution("a/Note.md", ("b/Note.md",))),
        (
            "Note",
            ("c/Note.md", "bb/Note.md", "a/Note.md"),
            Resolution("a/Note.md", ("c/Note.md", "bb/Note.md")),
        ),
        ("Note", ("x/Note.md",), Resolution("x/Note.md")),
        ("Note", COPIES, Resolution("Note.md")),
        ("a/Note", COPIES, Resolution("a/Note.md")),
        ("./Note", COPIES, Resolution("Note.md")),
        ("note", ("Note.md", "note.md"), Resolution("Note.md", ("note.md",))),
        ("b/Note", ("x/b/Note.md", "y/b/Note.md"), Resolution("x/b/Note.md", ("y/b/Note.md",))),
    ],
)
def test_rivals_are_those_that_only_nearness_length_or_letters_ruled_out(
    target: str, files: tuple[str, ...], expected: Resolution
) -> None:
    assert Names(files).resolve(target, "Home.md") == expected


@pytest.mark.parametrize("files", [("b/Note.md", "a/Note.md"), ("a/Note.md", "b/Note.md")])
def test_a_tie_is_settled_alike_in_whatever_order_the_disk_lists_files(files: tuple[str, ...]) -> None:
    assert lead("Note", (*files, "unrelated.md")) == "a/Note.md"


def test_twins_that_differ_only_in_how_they_write_an_accent_are_always_settled_alike() -> None:
    twins = (f"{NFC}.md", f"{NFD}.md")

    assert {lead(link, files) for link in (NFC, NFD) for files in (twins, twins[::-1])} == {f"{NFD}.md"}


def test_an_accent_that_the_disk_takes_apart_does_not_make_a_path_longer() -> None:
    assert lead("Note", (f"{NFD}/Note.md", "Cafes/Note.md")) == f"{NFD}/Note.md"


@pytest.mark.parametrize("accented", [NFC, NFD])
def test_an_accent_that_the_disk_takes_apart_does_not_change_who_wins_a_tie(accented: str) -> None:
    assert lead("Note", (f"{accented}/Note.md", "Cafz/Note.md")) == "Cafz/Note.md"


@pytest.mark.parametrize("target", ["", "  ", "\u00a0"])
def test_a_link_without_a_path_leads_to_its_own_note(target: str) -> None:
    assert lead(target, ("a/Home.md",), "a/Home.md") == "a/Home.md"


def test_a_note_may_link_to_itself_by_name() -> None:
    assert lead("Home", ("a/Home.md", "Home.md"), "a/Home.md") == "Home.md"
    assert lead("Home", ("a/Home.md",), "a/Home.md") == "a/Home.md"


def test_a_link_of_20_kilobytes_leads_nowhere_and_does_no_harm() -> None:
    assert Names(COPIES).resolve("../" * 7_000 + "Note", "a/Home.md") == UNRESOLVED
    assert Names(COPIES).resolve("x" * 20_000, "a/Home.md") == UNRESOLVED


@pytest.mark.parametrize(
    ("path", "files", "written"),
    [
        ("Goals/Run.md", ("Goals/Run.md", "Other.md"), "Run"),
        ("Goals/Run.md", ("Goals/Run.md", "Old/run.md"), "Goals/Run"),
        ("Run.md", ("Goals/Run.md", "Run.md"), "Run"),
        ("assets/Fig.png", ("assets/Fig.png",), "Fig.png"),
        ("Goals/v1.2.md", ("Goals/v1.2.md",), "v1.2"),
    ],
)
def test_a_link_is_written_by_title_where_that_is_unique_else_by_path(
    path: str, files: tuple[str, ...], written: str
) -> None:
    names = Names(files)

    assert names.shortest(path) == written
    assert names.resolve(names.shortest(path), "Elsewhere/Home.md").path == path


def test_names_are_compared_without_case_accents_taken_apart_or_special_blanks() -> None:
    assert folded(f"{NFD}\u00a0Noir\u202fX") == f"{NFC} noir x".lower()
