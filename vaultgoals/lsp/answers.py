"""What is answered to each request of an editor: found in a vault, and said in the protocol's values."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from lsprotocol import types as lsp

from vaultgoals.core.note import Note
from vaultgoals.core.source import Source
from vaultgoals.lsp import glimpses, mending, navigation, symbols
from vaultgoals.lsp.addresses import Addresses
from vaultgoals.lsp.completion import complete
from vaultgoals.lsp.editor import Editor, News, View
from vaultgoals.lsp.hover import hover
from vaultgoals.lsp.making import notes_to_write
from vaultgoals.lsp.meant import meant_at
from vaultgoals.lsp.remarks import remarks
from vaultgoals.lsp.renaming import Refused, renamable, rename
from vaultgoals.lsp.ruler import Encoding, Ruler
from vaultgoals.lsp.wire import Wire, mark_of
from vaultgoals.workspace.backlinks import ordinary_backlinks

FIX_ALL = f"{lsp.CodeActionKind.SourceFixAll.value}.vaultgoals"
"""The kind of what mends all in a note; an editor may run it on its own when a note is saved."""

NO_RENAMING = "This editor does not rename files for a language server: rename the note in Obsidian instead."


class _Placed(Protocol):
    """What names a note and a position in it."""

    text_document: lsp.TextDocumentIdentifier
    position: lsp.Position


class _At(NamedTuple):
    """A note that is asked about, and where in it."""

    view: View
    wire: Wire
    offset: int


class Answers:
    """Answers an editor. `encoding` is what it counts characters in.

    `renames` and `creates` say that it does that to files, where it is asked to, and `versioned` that it
    takes edits of one version of a text alone.
    """

    def __init__(self, editor: Editor, addresses: Addresses) -> None:
        self._editor, self._addresses = editor, addresses
        self.encoding = Encoding.UTF16
        self.renames = self.creates = self.versioned = False

    def news(self) -> tuple[list[lsp.PublishDiagnosticsParams], list[str]]:
        """The diagnostics that are others than before, and in words what went wrong with whole vaults."""
        return [self._diagnostics(news) for news in self._editor.news()], self._editor.unsaid()

    def _diagnostics(self, news: News) -> lsp.PublishDiagnosticsParams:
        view = news.view
        wire, known = self._wire(view), view.path in view.vault.notes
        said = remarks(view.vault, news.found, view.path) if known else ()
        diagnostics = [wire.diagnostic(view.path, remark) for remark in said]
        return lsp.PublishDiagnosticsParams(wire.uri(view.path), diagnostics, version=news.version)

    # About a place.

    def hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        """What is known of the thing there."""
        if (at := self._place(params)) is None:
            return None
        view, wire, offset = at
        told = hover(view.vault, view.findings, view.path, offset, today=view.today)
        return wire.hover(view.path, told) if told else None

    def completion(self, params: lsp.CompletionParams) -> lsp.CompletionList | None:
        """What may be written there."""
        if (at := self._place(params)) is None:
            return None
        view, wire, offset = at
        return wire.completion(view.path, complete(view.vault, view.path, offset, today=view.today))

    def definition(self, params: lsp.DefinitionParams) -> lsp.Location | None:
        """The note that is meant there."""
        if (at := self._place(params)) is None:
            return None
        place = navigation.definition(at.view.vault, at.view.path, at.offset)
        return at.wire.location(place) if place else None

    def references(self, params: lsp.ReferenceParams) -> list[lsp.Location]:
        """Where else the note is named that is meant there."""
        if (at := self._place(params)) is None:
            return []
        others = _ordinary(at)
        wire = self._wire(at.view, others)
        places = navigation.references(at.view.vault, at.view.path, at.offset, others)
        return [wire.location(place) for place in places]

    def renamable(self, params: lsp.PrepareRenameParams) -> lsp.PrepareRenamePlaceholder | None:
        """The goal that would be renamed there."""
        at = self._place(params)
        found = renamable(at.view.vault, at.view.path, at.offset) if at else None
        if at is None or found is None:
            return None
        title, span = found
        return lsp.PrepareRenamePlaceholder(at.wire.range(at.view.path, span), title)

    def rename(self, params: lsp.RenameParams) -> lsp.WorkspaceEdit | Refused | None:
        """What renames the goal that is meant there, by what now stands on the disk and in the editor."""
        self._editor.look()  # an edit of a note that was changed meanwhile would tear its text apart
        if (at := self._place(params)) is None:
            return None
        if not self.renames:
            return Refused(NO_RENAMING)
        view, others = at.view, _ordinary(at)
        done = rename(view.vault, view.path, at.offset, params.new_name, others, today=view.today)
        return done if isinstance(done, Refused) else self._wire(view, others).renaming(done)

    # About a note, or all vaults.

    def actions(self, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        """What mends the findings there, and what mends all in the note."""
        if (at := self._note(params.text_document.uri)) is None:
            return []
        view, wire, _ = at
        span = wire.ruler(view.path).span(mark_of(params.range.start), mark_of(params.range.end))
        asked = (view.vault, view.findings, view.path)
        found: list[lsp.CodeAction] = []
        if _is_wanted(lsp.CodeActionKind.QuickFix.value, params.context.only):
            remedies = [*mending.remedies(*asked, span, today=view.today)]
            remedies += notes_to_write(*asked, span, today=view.today) if self.creates else ()
            found += [wire.action(view.path, one, lsp.CodeActionKind.QuickFix) for one in remedies]
        if _is_wanted(FIX_ALL, params.context.only):
            remedy_for_all = mending.remedy_for_all(*asked, today=view.today)
            found += [wire.action(view.path, remedy_for_all, FIX_ALL)] if remedy_for_all else []
        return found

    def outline(self, params: lsp.DocumentSymbolParams) -> list[lsp.DocumentSymbol]:
        """What there is in a note."""
        if (at := self._note(params.text_document.uri)) is None:
            return []
        found = symbols.outline(at.view.vault, at.view.path)
        return [at.wire.symbol(at.view.path, one) for one in found]

    def goals(self, params: lsp.WorkspaceSymbolParams) -> list[lsp.WorkspaceSymbol]:
        """The goals of a name, in all vaults."""
        vaults = [(view.vault, self._wire(view)) for view in self._editor.views()]
        return [wire.found(one) for vault, wire in vaults for one in symbols.goals_named(vault, params.query)]

    def lenses(self, params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        """How the goal stands that a note is."""
        if (at := self._note(params.text_document.uri)) is None:
            return []
        glimpse = glimpses.lens(at.view.vault, at.view.path, today=at.view.today)
        return [at.wire.lens(at.view.path, glimpse)] if glimpse else []

    def hints(self, params: lsp.InlayHintParams) -> list[lsp.InlayHint]:
        """What is left to do, behind a cadence."""
        if (at := self._note(params.text_document.uri)) is None:
            return []
        found = glimpses.hints(at.view.vault, at.view.path, today=at.view.today)
        return [at.wire.hint(at.view.path, one) for one in found]

    # Where that is.

    def _note(self, uri: str) -> _At | None:
        file = self._addresses.file(uri)
        view = self._editor.view(file) if file else None
        return _At(view, self._wire(view), 0) if view else None

    def _place(self, params: _Placed) -> _At | None:
        at = self._note(params.text_document.uri)
        return at and at._replace(offset=at.wire.ruler(at.view.path).offset(mark_of(params.position)))

    def _wire(self, view: View, ordinary: list[Note] | None = None) -> Wire:
        """How to say what is about a vault; `ordinary` are notes that it has not read."""
        others = {note.path: note for note in ordinary or ()}

        def ruler(path: str) -> Ruler:
            note = view.vault.notes.get(path) or others.get(path)
            source = note.source if note else Source(path=path, text="")
            marked = source.bom and self._editor.is_open(view.root / path)
            return Ruler(source, self.encoding, marked=marked)

        return Wire(
            ruler=ruler,
            uri=lambda path: self._addresses.uri(view.root / path),
            version=lambda path: self._editor.version(view.root / path),
            versioned=self.versioned,
        )


def _ordinary(at: _At) -> list[Note]:
    """The notes that the vault has not read and that may link to what is meant at a place."""
    meant = meant_at(at.view.vault, at.view.path, at.offset)
    return [*ordinary_backlinks(at.view.root, at.view.vault, meant.path)] if meant else []


def _is_wanted(kind: str, only: Sequence[lsp.CodeActionKind | str] | None) -> bool:
    """Whether an editor asks for actions of a kind: where it names kinds, for these and those within them."""
    named = [getattr(one, "value", one) for one in only or ()]
    return not named or any(f"{kind}.".startswith(f"{one}.") for one in named)
