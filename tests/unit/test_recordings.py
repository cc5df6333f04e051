"""The films in `docs/recordings`: made from a real run, and the script that makes them."""

import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from drawn import drawn
from film import Film, keys, taken

RECORDINGS = Path(__file__).parents[2] / "docs" / "recordings"
_SVG = "{http://www.w3.org/2000/svg}"
_ASKS = "print('\\033[1;31mHow many?\\033[0m <&>'); print('So,', input('> '), 'today')"


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Film:
    steps = ["# a remark", "", "see How many?", "wait 1.5", "type 12<Enter>", "see today"]
    return taken(
        [sys.executable, "-c", _ASKS],
        steps,
        size=(40, 6),
        cwd=tmp_path_factory.mktemp("film"),
        environ={"TERM": "xterm", "PATH": ""},
    )


def test_each_key_is_a_picture_and_a_pause_lasts_as_long_as_it_says(film: Film) -> None:
    seen = [("".join(cell.sign for cell in picture.rows[1]).rstrip(), seconds) for picture, seconds in film]
    assert seen[:3] == [(">", 1.5), ("> 1", 0.09), ("> 12", 0.09)]
    assert "".join(cell.sign for cell in film[-1][0].rows[2]).rstrip() == "So, 12 today"


def test_a_film_is_well_formed_moves_and_stands_still_at_its_end(film: Film) -> None:
    tree = ET.fromstring(drawn(film, "How many <of them>"))
    strip = tree.find(f".//{_SVG}g[@id='strip']")
    assert strip is not None
    assert strip.get("transform") == f"translate({-(len(film) - 1) * 40 * 8.4:g} 0)"
    style = tree.findtext(f"{_SVG}style") or ""
    assert style.count("translateX") == len(film) == len(strip)
    assert "prefers-color-scheme:dark" in style
    assert "prefers-reduced-motion" in style
    assert tree.findtext(f"{_SVG}title") == "How many <of them>"


def test_colours_and_signs_of_the_screen_are_those_of_the_film(film: Film) -> None:
    words = {text.text: text for text in ET.fromstring(drawn(film, "")).iter(f"{_SVG}text")}
    assert words["How many?"].get("style") == "fill:var(--red)"
    assert words["How many?"].get("class") == "b"
    assert " <&>" in words


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("12<Enter>", ["1", "2", "\r"]),
        (":wq<enter>", [":", "w", "q", "\r"]),
        ("<C-c><C-[>", ["\x03", "\x1b"]),
        ("a < b<lt>c", ["a", " ", "<", " ", "b", "<", "c"]),
    ],
)
def test_keys_are_written_as_they_are_called(written: str, sent: list[str]) -> None:
    assert keys(written) == sent


def test_a_key_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="no key <Entre>"):
        keys("12<Entre>")


@pytest.mark.parametrize("recording", sorted(RECORDINGS.glob("*.svg")), ids=lambda path: path.name)
def test_a_recording_is_well_formed_and_small(recording: Path) -> None:
    assert ET.parse(recording).getroot().tag == f"{_SVG}svg"
    assert recording.stat().st_size < 200_000
