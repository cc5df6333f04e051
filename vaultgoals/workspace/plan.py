"""What should become of one page or note: its whole new text, or why it is left as it is."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from vaultgoals.core.block import BLOCKS, is_sealed, outside
from vaultgoals.core.goal import Kind
from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.period import Period
from vaultgoals.core.source import Source, apply_edits
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.pages import Page, is_past
from vaultgoals.review.region import Placement, place, seal, unsigned
from vaultgoals.workspace.contents import Seen, block_text, fresh_page
from vaultgoals.workspace.targets import Request

SEALED = "is sealed"
_NOT_OURS = "is not one of our pages (it has no `type: goal-review`)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What should become of one note.

    `text` is the whole text that should stand there, `old` the note as it was read, None for a new one.
    `page` tells one of our pages from a note of the person's that holds blocks. `left` says why the note is
    left as it is; it is `at_rest` where that is as it should be. `edited` counts the blocks that a person
    edited and that stay as they are, `replaced` those that are replaced. `note` is what will be read there,
    `fresh` what its blocks are filled from. `said` is what is wrong with the vault's own templates, each in a
    sentence.
    """

    path: str
    text: str
    old: Source | None = None
    page: bool = True
    left: str = ""
    at_rest: bool = False
    edited: int = 0
    replaced: int = 0
    note: Note | None = field(default=None, compare=False, repr=False)
    fresh: Note | None = field(default=None, compare=False, repr=False)
    said: tuple[str, ...] = field(default=(), compare=False)

    @property
    def changes(self) -> bool:
        """Whether there is anything to write."""
        return not self.left and (self.old is None or self.old.text != self.text)


def plan_page(page: Page, vault: Vault, seen: Seen, request: Request, *, known: Plan | None = None) -> Plan:
    """What should become of a page of ours, as it stands in `vault`; it tells of what is `seen`.

    A plan that is `known` for it stands where the page would say the same.
    """
    old = vault.notes.get(page.path)
    if old is None and page.path in vault.files:
        reason = _NOT_OURS if vault.is_note(page.path) else "is left out by `ignore` in vaultgoals.toml"
        return Plan(path=page.path, text="", left=reason)
    if old and (why := _why_not(vault, old, reopen=request.reopen)):
        return why
    past = page.period is not None and is_past(vault.config, page.period, seen.today)
    if old and past and not request.reopen and old.property("sealed") is None:
        return _seal(old)
    fresh = _fresh(page, old, seen)
    if known and known.fresh == fresh:
        return known
    placement = place(old or fresh, fresh, replace_edited=request.replace_edited)
    if old and past and old.properties and old.property("sealed") is None:
        placement = replace(placement, edits=(*placement.edits, seal(old)))
    return _placed(old, fresh, placement)


def _fresh(page: Page, old: Note | None, seen: Seen) -> Note:
    """A page as it is made, and after it the blocks that a person added to the one that is there."""
    fresh = fresh_page(page, seen)
    made = {block.name for block in fresh.blocks}
    added = [block.name for block in old.blocks if block.name not in made] if old else []
    texts = dict(_texts(added, page.path, page.period, seen))
    return read_note(Source.of(page.path, fresh.source.text + unsigned(texts))) if texts else fresh


def _texts(names: Iterable[str], path: str, period: Period | None, seen: Seen) -> Iterator[tuple[str, str]]:
    """What each of some blocks says, but for those that no note can have, or not this one."""
    for name in names:
        text = block_text(name, path, period, seen) if name in BLOCKS else None
        if text is not None:
            yield name, text


def _why_not(vault: Vault, page: Note, *, reopen: bool) -> Plan | None:
    """That a file at a page's path is left as it is, and why; None where it may be written."""
    if reason := _trouble(page):
        return _left(page, reason)
    if vault.kinds.get(page.path) is not Kind.REVIEW:
        return _left(page, _NOT_OURS)
    if reason := _broken(page):
        return _left(page, reason)
    if is_sealed(page) and not reopen:
        return _left(page, SEALED, at_rest=True)
    return None if page.blocks else _left(page, "has no blocks left", at_rest=True)


def _seal(page: Note) -> Plan:
    """A page that its date has sealed gets the mark of it where its header can hold one; all else stays."""
    text = apply_edits(page.source.text, [seal(page)]) if page.properties else ""
    again = _reread(page, text)
    if not is_sealed(again) or outside(again) != outside(page):
        return _left(page, SEALED, at_rest=True)
    return Plan(path=page.path, text=text, old=page.source, note=again)


def plan_note(note: Note, vault: Vault, seen: Seen, request: Request) -> Plan:
    """What should become of a note of the person's that holds blocks of ours, or broken markers."""
    if reason := _trouble(note):
        return replace(_left(note, reason), page=False)
    if reason := _broken(note):
        return replace(_left(note, reason, at_rest=True), page=False)
    fresh = read_note(Source.of(note.path, unsigned(dict(_blocks_of(note, vault, seen)))))
    placement = place(note, fresh, replace_edited=request.replace_edited)
    return replace(_placed(note, fresh, placement), page=False)


def _blocks_of(note: Note, vault: Vault, seen: Seen) -> Iterator[tuple[str, str]]:
    """What each block of a note is to say; one that was filled is left once its period lies far back."""
    period = vault.periods.get(note.path)
    past = period is not None and is_past(vault.config, period, seen.today)
    names = (block.name for block in note.blocks if not (past and block.digest))
    return _texts(names, note.path, period, seen)


def _trouble(note: Note) -> str:
    """Why nothing may be written into a note, whosever it is; empty where it may be."""
    troubles = {trouble.what: trouble for trouble in reversed(note.malformed)}
    if "conflict-markers" in troubles:
        return f"has conflict markers at line {_line(note, troubles['conflict-markers'])}"
    if "unreadable" in troubles:
        return "cannot be read"
    return "has a header that cannot be read" if note.unusable else ""


def _broken(note: Note) -> str:
    wrong = [trouble for trouble in note.malformed if trouble.what == "broken-markers"]
    return f"has broken block markers at line {_line(note, wrong[0])} ({wrong[0].reason})" if wrong else ""


def _line(page: Note, trouble: Malformed) -> int:
    return page.source.position(trouble.span.start).line


def _left(note: Note, reason: str, *, at_rest: bool = False) -> Plan:
    return Plan(path=note.path, text=note.source.text, old=note.source, left=reason, at_rest=at_rest)


def _placed(old: Note | None, fresh: Note, placement: Placement) -> Plan:
    """The note after some edits, looked at once more before it is written.

    Nothing of the person's may have changed, the result must read as the same note, and doing it again must
    change nothing.
    """
    note = old or fresh
    if old and not placement.edits:
        edited = len(placement.edited)
        return Plan(path=old.path, text=old.source.text, old=old.source, edited=edited, note=old, fresh=fresh)
    text = apply_edits(note.source.text, list(placement.edits))
    again = _reread(note, text)
    steady = not place(again, fresh).edits and len(again.blocks) == len(note.blocks)
    if again.unusable or not steady or _theirs(again, fresh) != _theirs(note, fresh):
        return replace(_left(note, "would not come out as planned"), old=old.source if old else None)
    return Plan(
        path=note.path,
        text=text,
        old=old.source if old else None,
        edited=len(placement.edited),
        replaced=len(placement.replaced),
        note=again,
        fresh=fresh,
    )


def _theirs(note: Note, fresh: Note) -> tuple[object, ...]:
    """What in a note is the person's: the text around its blocks, and the properties that are not ours."""
    own = [prop for prop in note.properties if fresh.property(prop.name) is None]
    return (outside(note), [(prop.name, prop.value.plain) for prop in own])


def _reread(note: Note, text: str) -> Note:
    """A note as it will be read once its text is another."""
    return read_note(replace(Source.of(note.path, text), bom=note.source.bom))
