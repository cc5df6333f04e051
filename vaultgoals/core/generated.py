"""What in a note is generated: the blocks that bear our digest, and a page's own properties."""

from collections.abc import Mapping
from types import MappingProxyType

from vaultgoals.core.block import is_edited, is_sealed, outside
from vaultgoals.core.note import Block, Note, Property, Scalar, property_key
from vaultgoals.core.source import Edit, Span, apply_edits

_COMMON = frozenset({"type", "page", "outcomes", "adherence"})
_PERIODIC = _COMMON | {"period", "start", "end", "sealed"}
_SCORED = _PERIODIC | {"reached", "score"}

PAGE_PROPERTIES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "weekly": _PERIODIC | {"on-track"},
        "monthly": _PERIODIC | {"on-track"},
        "quarterly": _SCORED,
        "yearly": _SCORED,
        "people": _COMMON | {"on-track"},
        "dashboard": _COMMON | {"on-track"},
        "problems": frozenset({"type", "page", "errors", "warnings", "infos"}),
    }
)
"""By the kind of a page, what it calls itself in `page`: its properties from us. Any other is a person's."""

_DOUBTS = frozenset({"unreadable", "broken-markers", "conflict-markers", "too-long", "too-deep"})


def is_doubtful(note: Note) -> bool:
    """Whether it is not sure which text of a note stands in a block of ours."""
    return any(trouble.what in _DOUBTS for trouble in note.malformed)


def is_page(note: Note) -> bool:
    """Whether a note says of itself that it is one of our pages."""
    return _word(note, "type") == "goal-review"


def own_properties(note: Note) -> dict[str, Property]:
    """The properties of a page that are ours, by name, each of one value that stands in its own line."""
    if not is_page(note):
        return {}
    generated = PAGE_PROPERTIES.get(_word(note, "page"), frozenset())
    named = {property_key(prop.name): prop for prop in note.properties if isinstance(prop.value, Scalar)}
    return {
        name: prop
        for name, prop in named.items()
        if name in generated and "\n" not in note.source.cut(value_span(prop))
    }


def _word(note: Note, name: str) -> str:
    """What a property says in one word; empty where there is none."""
    prop = note.property(name)
    return prop.value.text if prop and isinstance(prop.value, Scalar) else ""


def value_span(prop: Property) -> Span:
    """Where a property's value stands, from the colon on."""
    return Span(prop.key_span.end, max(prop.value.span.end, prop.key_span.end + 1))


def later_of(ours: Note, theirs: Note) -> Note:
    """The version of a page that is nearer to its end: the one that is sealed, else ours."""
    return theirs if is_sealed(theirs) and not is_sealed(ours) else ours


def differ_in_ours_alone(one: Note, other: Note) -> bool:
    """Whether two versions of a note are the same but for blocks signed in both, and a page's properties."""
    if [block.name for block in one.blocks] != [block.name for block in other.blocks]:
        return False
    pairs = zip(one.blocks, other.blocks, strict=True)
    same = all(
        one.source.cut(mine.span) == other.source.cut(yours.span)
        or (_is_signed(one, mine) and _is_signed(other, yours))
        for mine, yours in pairs
    )
    return same and _of_people(one) == _of_people(other)


def _is_signed(note: Note, block: Block) -> bool:
    return block.digest is not None and not is_edited(note.source, block)


def _of_people(note: Note) -> tuple[str, ...]:
    """All text of a note but what is ours: its header without the values of our properties, its body."""
    spans = [value_span(prop) for prop in own_properties(note).values()]
    edits = [Edit(path=note.path, span=span, text="", digest=note.source.digest) for span in spans]
    return apply_edits(note.source.text[: note.body.start], edits), *outside(note)
