"""What holds of every place in a note: its span cuts out the text that it claims."""

from collections.abc import Iterator

from vaultgoals.core.note import Node, Note, Scalar, Sequence


def scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    else:
        for _, value in node.entries:
            yield from scalars(value)


def spans_hold(note: Note) -> None:
    header_spans_hold(note)
    body_spans_hold(note)
    for trouble in note.malformed:
        assert 0 <= trouble.span.start <= trouble.span.end <= len(note.source.text)
        if trouble.what in ("header-not-at-top", "conflict-markers", "task-date"):
            assert trouble.text.strip(" \t\r") in note.source.cut(trouble.span)


def header_spans_hold(note: Note) -> None:
    source = note.source
    for scalar in (scalar for prop in note.properties for scalar in scalars(prop.value)):
        cut = source.cut(scalar.span)
        assert cut == scalar.text or cut.startswith(("'", '"', "|", ">")) or "\n" in cut or "\r" in cut
    for prop in note.properties:
        cut = source.cut(prop.key_span)
        written_otherwise = cut.startswith(("'", '"', "|", ">")) or "\n" in cut or "\r" in cut
        assert cut == prop.name or written_otherwise or prop.name.startswith(("{", "["))
        assert prop.key_span.end <= prop.value.span.start <= prop.value.span.end <= note.body.start


def body_spans_hold(note: Note) -> None:
    source = note.source
    for link in note.links:
        cut = source.cut(link.span)
        assert cut.startswith(("[", "![")) or link.property is not None
        assert link.markdown or link.property or cut.removeprefix("!").startswith("[[")
    for item in note.items:
        cut = source.cut(item.span)
        assert all(line in cut for line in item.text.split("\n"))
        assert item.parent is None or note.items[item.parent].span.start <= item.span.start
    for field in note.fields:
        assert source.cut(field.value_span) == field.value
        assert field.key in source.cut(field.span)
        assert field.span.start <= field.value_span.start <= field.value_span.end <= field.span.end
    for heading in note.headings:
        assert all(line in source.cut(heading.span) for line in heading.text.split("\n"))
    for table in note.tables:
        for cell in (*table.header, *(cell for row in table.rows for cell in row)):
            assert source.cut(cell.span).replace("\\|", "|") == cell.text
    for block in note.blocks:
        assert block.span.start < block.content.start <= block.content.end < block.span.end
