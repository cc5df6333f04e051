"""Pages and blocks written out: by the vault's own templates where it has some, else by the built-in ones.

A template that is at fault counts as not there: the built-in one is used instead, and what is wrong is
remembered, to be told.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from types import TracebackType

from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.source import Source, Span
from vaultgoals.render.bounded import Bounded
from vaultgoals.render.environment import built_in_templates
from vaultgoals.render.fault import TemplateFault
from vaultgoals.render.pages import (
    PageValue,
    block_template,
    block_values,
    page_template,
    page_values,
    render_block,
    render_page,
)
from vaultgoals.render.plain import Plain
from vaultgoals.review.blocks import BlockValue
from vaultgoals.review.pages import Page
from vaultgoals.store.names import TEMPLATES
from vaultgoals.workspace.proof import wrong_in_block, wrong_in_page

MANY = 5
"""After so many faulty templates the others are not tried any more."""

_INSTEAD = "the built-in one is used instead"


class Press:
    """Writes out the pages of one run. `templates` are the vault's own, with what is known to be wrong.

    They run in a process of their own, which ends with it unless it was given one.
    """

    def __init__(self, templates: Mapping[str, Note], bounded: Bounded | None = None) -> None:
        self.templates = {path: _looked_at(note) for path, note in templates.items()}
        self._bounded = bounded or Bounded()
        self._lent = bounded is not None
        self._own = {
            path.removeprefix(TEMPLATES): note.source.text
            for path, note in self.templates.items()
            if not note.malformed
        }
        self._load()

    def __enter__(self) -> "Press":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if not self._lent:
            self._bounded.close()

    @property
    def has_own(self) -> bool:
        """Whether some of the vault's own templates are in use."""
        return bool(self._own)

    def page(self, page: Page, value: PageValue) -> str:
        """A whole page, with the markers of its blocks but without their digests."""
        template = page_template(page.kind)
        own = self._write(template, page_values(value), lambda text: wrong_in_page(text, page))
        return render_page(page.kind, value) if own is None else own

    def block(self, name: str, value: BlockValue) -> str:
        """The text of a block in another note, without its markers; empty, or ending in a newline."""
        template = block_template(name)
        own = self._write(template, block_values(value), lambda text: wrong_in_block(text, name))
        return render_block(name, value) if own is None else own

    def _write(
        self, template: str, values: Mapping[str, Plain], wrong_in: Callable[[str], str]
    ) -> str | None:
        """What the vault's own templates make of some values; None once there are none left to try."""

        def made() -> str | TemplateFault:
            text = self._bounded.render(template, values)
            if isinstance(text, TemplateFault):
                return text
            text = text if text.endswith("\n") or not text else f"{text}\n"
            reason = wrong_in(text)
            return TemplateFault(reason=reason) if reason else text

        while self._own:
            text = made()
            if isinstance(text, str):
                return text
            if not text.template:
                text = replace(text, template=template if text.overrun else self._culprit(made))
            self._note(text)
            self._load()
        return None

    def _load(self) -> None:
        """Hand over the templates, until nothing is wrong in those that are left."""
        while self._own and (faults := self._bounded.use(self._own, TEMPLATES)):
            for fault in faults:
                self._note(fault)

    def _culprit(self, made: Callable[[], str | TemplateFault]) -> str:
        """The template without which nothing is wrong with what is made; empty where there is no such."""
        for name in self._own:
            others = {other: text for other, text in self._own.items() if other != name}
            if not self._bounded.use(others, TEMPLATES) and isinstance(made(), str):
                return name
        return ""

    def _note(self, fault: TemplateFault) -> None:
        """Do without the template that is at fault; without all where that is not known."""
        for name in [fault.template] if fault.template in self._own else [*self._own]:
            note = self.templates[TEMPLATES + name]
            self.templates[TEMPLATES + name] = _at_fault(note, fault.reason, fault.line)
            del self._own[name]
        if fault.overrun or sum(bool(note.malformed) for note in self.templates.values()) >= MANY:
            self._own = {}


def sentences(templates: Iterable[Note]) -> tuple[str, ...]:
    """What is wrong with templates, each as `path:line: reason; the built-in one is used instead`."""
    return tuple(
        f"{note.path}:{note.source.position(trouble.span.start).line}: {trouble.reason}; {_INSTEAD}"
        for note in templates
        for trouble in note.malformed
    )


def _looked_at(note: Note) -> Note:
    """A template, with what is wrong about it before it is even opened."""
    if note.source.unreadable:
        return _at_fault(note, f"it {note.source.unreadable}")
    name = note.path.removeprefix(TEMPLATES)
    if name in built_in_templates():
        return note
    near = get_close_matches(name, built_in_templates(), n=1)
    meant = f" (did you mean {near[0]}?)" if near else ""
    return _at_fault(note, f"no page and no block has a template of this name{meant}")


def _at_fault(note: Note, reason: str, line: int = 1) -> Note:
    trouble = Malformed(what="template", span=_line(note.source, line), reason=reason)
    return replace(note, troubles=(trouble,))


def _line(source: Source, number: int) -> Span:
    """Where a line stands, without its newline; the first where its number is not known."""
    at = min(max(number, 1), len(source.line_starts))
    start = source.line_starts[at - 1]
    return Span(start, start + len(source.line(at)))
