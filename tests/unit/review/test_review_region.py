import pytest

from vaultgoals.core.block import block_digest, is_edited
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.markdown import read_note
from vaultgoals.review.region import place, seal, unsigned


def note(text: str) -> Note:
    return read_note(Source.of("Review.md", text))


def block(name: str, lines: str, digest: str | None = None) -> str:
    begin = f"<!-- vaultgoals:begin {name}{f' {digest}' if digest else ''} -->"
    return f"{begin}\n{lines}\n<!-- vaultgoals:end {name} -->"


def signed(name: str, lines: str) -> str:
    return block(name, lines, block_digest(f"{lines}\n"))


def renewed(page: str, fresh: str) -> str:
    read = note(page)
    return apply_edits(page, list(place(read, note(fresh)).edits))


TWO = "one\ntwo"


def test_a_block_is_renewed_and_signed() -> None:
    page = f"Mine.\n{signed('next', 'old')}\nMine too."
    assert renewed(page, block("next", "new")) == f"Mine.\n{signed('next', 'new')}\nMine too."


@pytest.mark.parametrize("blank", ["", "\n", " \n\t\n\n", "\u00a0"])
def test_markers_without_a_digest_are_filled_where_nothing_stands_between_them(blank: str) -> None:
    page = f"<!-- vaultgoals:begin next -->\n{blank}<!-- vaultgoals:end next -->\n"
    assert renewed(page, block("next", "new")) == f"{signed('next', 'new')}\n"


def test_a_person_s_text_between_markers_without_a_digest_is_theirs() -> None:
    page = note(block("next", "MY OWN SENTENCE"))
    placement = place(page, note(block("next", "new")))
    assert placement.edits == ()
    assert placement.edited == page.blocks


def test_text_without_a_digest_that_would_be_written_anyway_gets_its_digest() -> None:
    assert renewed(block("next", TWO), block("next", TWO)) == signed("next", TWO)


@pytest.mark.parametrize("digest", ["{}0", "short", "0 1"])
def test_a_block_whose_digest_is_none_is_an_edited_one(digest: str) -> None:
    page = note(block("next", "ours", digest.format(block_digest("ours\n"))))
    placement = place(page, note(block("next", "new")))
    assert (placement.edits, placement.edited) == ((), page.blocks)


def test_a_digest_in_capitals_is_none() -> None:
    page = note(block("next", "ours", block_digest("ours\n").upper()))
    assert place(page, note(block("next", "new"))).edited == page.blocks


def test_words_after_an_end_marker_stay_behind_the_renewed_block() -> None:
    page = f"{signed('next', 'old')} mine <!-- too -->\n"
    assert renewed(page, block("next", "new")) == f"{signed('next', 'new')} mine <!-- too -->\n"


def test_words_before_an_end_marker_make_its_block_an_edited_one() -> None:
    page = signed("next", "old").replace("<!-- vaultgoals:end", "mine<!-- vaultgoals:end")
    assert renewed(page, block("next", "new")) == page


def test_a_block_that_was_edited_by_hand_is_left_and_named() -> None:
    page = note(block("next", "mine now", block_digest("ours\n")))
    placement = place(page, note(block("next", "new")))
    assert placement.edits == ()
    assert placement.edited == page.blocks
    assert is_edited(page.source, page.blocks[0])


def test_a_deleted_block_stays_deleted_and_an_unknown_one_is_left() -> None:
    page = f"Mine.\n{signed('theirs', 'x')}\n"
    assert renewed(page, f"{block('next', 'new')}\n{block('headline', 'n')}") == page


def test_blocks_are_renewed_where_they_were_moved_to() -> None:
    page = f"{signed('b', '1')}\nbetween\n{signed('a', '1')}"
    fresh = f"{block('a', 'A')}\n{block('b', 'B')}"
    assert renewed(page, fresh) == f"{signed('b', 'B')}\nbetween\n{signed('a', 'A')}"


def test_doubled_blocks_are_refused_by_the_reader_and_so_never_written() -> None:
    page = f"{signed('next', '1')}\n{signed('next', '1')}"
    assert note(page).blocks == ()
    assert renewed(page, block("next", "new")) == page


def test_a_page_with_windows_newlines_keeps_them() -> None:
    page = f"Mine.\n{signed('next', 'old')}\nMine.".replace("\n", "\r\n")
    text = renewed(page, block("next", TWO))
    assert text == f"Mine.\n{signed('next', TWO)}\nMine.".replace("\n", "\r\n")
    assert renewed(text, block("next", TWO)) == text


def test_a_block_whose_text_is_the_same_is_not_touched() -> None:
    page = f"a\r\nb\r\nc\r\n{signed('next', 'same')}\n"
    assert renewed(page, block("next", "same")) == page


@pytest.mark.parametrize("code", ["```\n{}\n```\n", "~~~\n{}\n~~~"])
def test_a_block_in_code_is_only_shown(code: str) -> None:
    page = code.format(signed("next", "old"))
    assert renewed(page, block("next", "new")) == page


def test_what_looks_like_a_marker_in_a_line_is_text() -> None:
    content = "say <!-- vaultgoals:end other --> aloud\n&lt;!-- vaultgoals:end next -->"
    page = f"{signed('next', 'old')}\n"
    text = renewed(page, block("next", content))
    assert text == f"{signed('next', content)}\n"
    assert renewed(text, block("next", content)) == text


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("sealed: false", "sealed: true"),
        ("sealed: false  # mine", "sealed: true  # mine"),
        ("sealed:   'false'", "sealed: true"),
        ("sealed:", "sealed: true"),
        ("sealed:   # not yet", "sealed: true   # not yet"),
        ('"sealed" : no', '"sealed": true'),
        ("Sealed: false", "Sealed: true"),
        ("mood: fine", "mood: fine"),
        ("# sealed: false", "# sealed: false"),
        ("tags: [a]  # x\nsealed: false\nlast:\n  - y", "tags: [a]  # x\nsealed: true\nlast:\n  - y"),
    ],
)
def test_a_generated_property_is_renewed_in_its_place(before: str, after: str) -> None:
    page = f"---\n{before}\n---\nMine."
    assert renewed(page, "---\nsealed: true\n---\n") == f"---\n{after}\n---\nMine."


def test_a_property_that_became_unknown_is_emptied() -> None:
    page = "---\nadherence: 0.80  # so far\n---\n"
    text = renewed(page, "---\nadherence:\n---\n")
    assert text == "---\nadherence:  # so far\n---\n"
    assert renewed(text, "---\nadherence: 0.50\n---\n") == "---\nadherence: 0.50  # so far\n---\n"


def test_the_same_value_stays_as_the_person_wrote_it() -> None:
    page = "---\nadherence: 8e-1\nperiod: '2026-W47'\n---\n"
    assert renewed(page, "---\nadherence: 0.80\nperiod: 2026-W47\n---\n") == page


@pytest.mark.parametrize(
    ("header", "sealed"),
    [
        ("type: goal-review\n", "type: goal-review\nsealed: true\n"),
        ("type: goal-review\r\n", "type: goal-review\r\nsealed: true\r\n"),
        ("note: |\n  a --- b\n# mine\n", "note: |\n  a --- b\n# mine\nsealed: true\n"),
        ("", "sealed: true\n"),
    ],
)
@pytest.mark.parametrize("ending", ["---{}Mine. ---{}", "--- {}", "---"])
def test_a_seal_is_the_last_property(header: str, sealed: str, ending: str) -> None:
    newline = "\r\n" if "\r" in header else "\n"
    rest = ending.replace("{}", newline)
    page = note(f"---{newline}{header}{rest}")
    assert apply_edits(page.source.text, [seal(page)]) == f"---{newline}{sealed}{rest}"


def test_an_edited_block_is_replaced_where_that_is_wanted() -> None:
    page = note(f"Mine.\n{block('next', 'mine now', block_digest('ours' + chr(10)))}\nMine too.")
    placement = place(page, note(block("next", "new")), replace_edited=True)
    assert (placement.edited, placement.replaced) == ((), page.blocks)
    text = apply_edits(page.source.text, list(placement.edits))
    assert text == f"Mine.\n{signed('next', 'new')}\nMine too."


def test_text_between_markers_that_nobody_fills_is_neither_edited_nor_replaced() -> None:
    page = note(block("mine", "my own"))
    placement = place(page, note(block("next", "new")), replace_edited=True)
    assert (placement.edits, placement.edited, placement.replaced) == ((), (), ())


def test_an_edited_block_that_nothing_is_known_of_is_never_replaced() -> None:
    page = note(block("newer", "mine", block_digest("theirs\n")))
    placement = place(page, note(block("next", "new")), replace_edited=True)
    assert (placement.edits, placement.edited) == ((), page.blocks)


def test_blocks_are_written_down_as_a_page_has_them_before_it_is_placed() -> None:
    text = unsigned({"next": "a\nb\n", "scorecard": ""})
    assert [(found.name, found.digest) for found in note(text).blocks] == [
        ("next", None),
        ("scorecard", None),
    ]
    assert renewed("<!-- vaultgoals:begin next -->\n<!-- vaultgoals:end next -->", text) == signed(
        "next", "a\nb"
    )
