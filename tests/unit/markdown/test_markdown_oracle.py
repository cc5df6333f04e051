"""What Obsidian itself made of 45 notes, against what we make of them."""

import json
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.links import Names
from vaultgoals.core.note import Link, Note
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note

ORACLE = Path(__file__).parents[2] / "oracle"
DUMPS = sorted(path.stem for path in ORACLE.glob("*.json") if path.stem != "differences")

# Where we differ on purpose, with the reason: a dump, or `*` for all, and what of it.
DIFFERENCES: dict[str, str] = json.loads((ORACLE / "differences.json").read_text("utf-8"))

COMPARED = {
    *("frontmatter", "frontmatterPosition", "frontmatterLinks", "links", "embeds"),
    *("headings", "blocks", "listItems", "tags"),
}


class Dump:
    """One dump, with its offsets made code points."""

    def __init__(self, name: str) -> None:
        self.raw: dict[str, Any] = json.loads((ORACLE / f"{name}.json").read_text("utf-8"))
        self.cache: dict[str, Any] = self.raw["cachedMetadata"]
        self.text: str = self.raw["fileContents"]
        self.note: Note = read_note(Source.of(self.raw["filePath"], self.text))

    def offset(self, position: dict[str, Any], side: str) -> int:
        units = self.text.encode("utf-16-le")[: 2 * position[side]["offset"]]
        return len(units.decode("utf-16-le"))

    def links(self, key: str) -> list[tuple[str, str, int, int]]:
        return [
            (
                entry["link"],
                entry["original"],
                self.offset(entry["position"], "start"),
                self.offset(entry["position"], "end"),
            )
            for entry in self.cache.get(key, [])
        ]


@pytest.fixture(params=DUMPS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def dump(name: str) -> Dump:
    return Dump(name)


def linktext(link: Link) -> str:
    subpath = f"#^{link.block}" if link.block else f"#{link.heading}" if link.heading else ""
    return link.target + subpath


def test_every_dump_stands_beside_its_licence() -> None:
    assert len(DUMPS) == 45
    assert "MIT License" in (ORACLE / "LICENSE").read_text("utf-8")


def test_every_part_of_a_dump_is_compared_or_said_not_to_be(dump: Dump) -> None:
    left_out = {what.split()[1].rstrip(":") for what in DIFFERENCES if what.startswith("* ")}
    assert set(dump.cache) <= COMPARED | left_out


def test_no_dump_holds_anything_malformed(dump: Dump) -> None:
    assert dump.note.malformed == ()


def test_frontmatter_has_obsidians_values(dump: Dump) -> None:
    ours = {prop.name: prop.value.plain for prop in dump.note.properties}
    # As JSON, in which 1 is not true.
    theirs = dump.cache.get("frontmatter") or {}
    assert json.dumps(ours, sort_keys=True) == json.dumps(theirs, sort_keys=True)


def test_body_begins_where_the_frontmatter_ends(dump: Dump) -> None:
    end = dump.cache.get("frontmatterPosition")
    assert dump.note.body.start == (dump.offset(end, "end") + 1 if end else 0)


def test_links_and_embeds_are_obsidians(dump: Dump) -> None:
    for key, embed in (("links", False), ("embeds", True)):
        ours = [
            (linktext(link), dump.note.source.cut(link.span), link.span.start, link.span.end)
            for link in dump.note.links
            if link.property is None and link.embed is embed
        ]
        assert ours == dump.links(key)


def test_property_links_are_obsidians(dump: Dump) -> None:
    ours = [
        (link.property, linktext(link), dump.note.source.cut(link.span))
        for link in dump.note.links
        if link.property is not None
    ]
    theirs = [(x["key"], x["link"], x["original"]) for x in dump.cache.get("frontmatterLinks", [])]
    assert ours == theirs


def test_shown_texts_are_obsidians(dump: Dump) -> None:
    theirs = [x["displayText"] for key in ("links", "embeds") for x in dump.cache.get(key, [])]
    ours = [
        link.alias
        for embed in (False, True)
        for link in dump.note.links
        if link.property is None and link.embed is embed
    ]
    assert [alias or shown for alias, shown in zip(ours, theirs, strict=True)] == theirs


def test_headings_are_obsidians(dump: Dump) -> None:
    ours = [(h.text, h.level, h.span.start, h.span.end) for h in dump.note.headings]
    theirs = [
        (
            x["heading"],
            x["level"],
            dump.offset(x["position"], "start"),
            dump.offset(x["position"], "end"),
        )
        for x in dump.cache.get("headings", [])
    ]
    assert ours == theirs


def test_block_ids_are_obsidians(dump: Dump) -> None:
    assert sorted(dump.note.block_ids) == sorted(x["id"] for x in dump.cache.get("blocks", {}).values())


def test_list_items_their_tasks_parents_and_places_are_obsidians(name: str, dump: Dump) -> None:
    theirs = []
    lines = [x["position"]["start"]["line"] for x in dump.cache.get("listItems", [])]
    for entry in dump.cache.get("listItems", []):
        parent = lines.index(entry["parent"]) if entry["parent"] in lines else None
        end = dump.offset(entry["position"], "end")
        # In a loose list Obsidian counts the newline after an item to it.
        theirs.append((entry.get("task"), parent, len(dump.text[:end].rstrip("\n"))))
    ours = [(item.task.status if item.task else None, item.parent, item.span.end) for item in dump.note.items]
    if f"{name} listItems" in DIFFERENCES:
        assert ours != theirs
        theirs = list(dict.fromkeys((status, parent, end) for status, parent, end in theirs if status))
    assert ours == theirs


def test_tags_are_obsidians(dump: Dump) -> None:
    assert list(dump.note.tags) == dump.raw["getAllTags"]


def vault_of_all_dumps() -> Names:
    """Every file that the dumps know of, themselves included."""
    raws = [json.loads((ORACLE / f"{name}.json").read_text("utf-8")) for name in DUMPS]
    resolved = {path for raw in raws for path in raw["resolveLinkToPath"].values() if path}
    return Names(resolved | {raw["filePath"] for raw in raws})


NAMES = vault_of_all_dumps()


def test_links_lead_where_they_lead_in_obsidian(dump: Dump) -> None:
    ours = {
        linktext(link): NAMES.resolve(link.target, dump.note.path).path
        for link in dump.note.links
        if not link.embed
    }
    assert ours == dump.raw["resolveLinkToPath"]


def test_tags_in_the_properties_are_obsidians(dump: Dump) -> None:
    body = read_note(Source.of(dump.note.path, dump.note.source.cut(dump.note.body)))
    ours = list(dump.note.tags[: len(dump.note.tags) - len(body.tags)])
    assert ours == (dump.raw["parseFrontMatterTags"] or [])
