"""Our values as those of the protocol: the last step before they are sent."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from lsprotocol import types as lsp

from vaultgoals.core.finding import Severity
from vaultgoals.core.source import Span
from vaultgoals.lsp.glimpses import Glimpse
from vaultgoals.lsp.hover import Hover
from vaultgoals.lsp.mending import Remedy, Replacement
from vaultgoals.lsp.navigation import Place
from vaultgoals.lsp.offer import Offer, Sort
from vaultgoals.lsp.remarks import Remark
from vaultgoals.lsp.renaming import Renaming
from vaultgoals.lsp.ruler import Mark, Ruler
from vaultgoals.lsp.symbols import Found, Symbol, What

SOURCE = "vaultgoals"
"""What editors show as the origin of a diagnostic."""

_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}
_SORTS = {
    Sort.PROPERTY: lsp.CompletionItemKind.Property,
    Sort.WORD: lsp.CompletionItemKind.EnumMember,
    Sort.DAY: lsp.CompletionItemKind.Value,
    Sort.PERSON: lsp.CompletionItemKind.Constant,
    Sort.GOAL: lsp.CompletionItemKind.Reference,
    Sort.NOTE: lsp.CompletionItemKind.File,
    Sort.LOG: lsp.CompletionItemKind.Field,
}
_WHATS = {
    What.GOAL: lsp.SymbolKind.Class,
    What.SECTION: lsp.SymbolKind.String,
    What.CHECKIN: lsp.SymbolKind.Number,
}


@dataclass(frozen=True, slots=True)
class Wire:
    """Turns what is about one vault into the protocol's values.

    `ruler` measures the note at a path, `uri` is its address as the editor knows it, `version` that of its
    text where it is open. `versioned` says that the editor takes edits of the very versions that they were
    worked out on. All places are given by paths in the vault.
    """

    ruler: Callable[[str], Ruler]
    uri: Callable[[str], str]
    version: Callable[[str], int | None]
    versioned: bool = True

    def range(self, path: str, span: Span) -> lsp.Range:
        """A stretch of a note."""
        start, end = self.ruler(path).marks(span)
        return lsp.Range(_position(start), _position(end))

    def location(self, place: Place) -> lsp.Location:
        """A place in some note."""
        return lsp.Location(self.uri(place.path), self.range(place.path, place.span))

    def diagnostic(self, path: str, remark: Remark) -> lsp.Diagnostic:
        """A finding. What would only strengthen a goal is a hint, which editors show with restraint."""
        finding = remark.finding
        return lsp.Diagnostic(
            range=self.range(path, remark.span),
            message=remark.words,
            severity=lsp.DiagnosticSeverity.Hint if finding.folded else _SEVERITIES[finding.severity],
            code=finding.code,
            source=SOURCE,
            related_information=[
                lsp.DiagnosticRelatedInformation(self.location(Place(one.path, one.span)), one.words)
                for one in remark.beside
            ]
            or None,
        )

    def hover(self, path: str, hover: Hover) -> lsp.Hover:
        """What is told at a place."""
        return lsp.Hover(_markdown(hover.text), self.range(path, hover.span))

    def completion(self, path: str, offers: Iterable[Offer]) -> lsp.CompletionList:
        """What may be written, in this order. What was left out may fit once more is typed."""
        items = [self._item(path, number, offer) for number, offer in enumerate(offers)]
        has_notes = any(item.kind == _SORTS[Sort.NOTE] for item in items)
        return lsp.CompletionList(is_incomplete=has_notes, items=items)

    def _item(self, path: str, number: int, offer: Offer) -> lsp.CompletionItem:
        return lsp.CompletionItem(
            label=offer.label,
            kind=_SORTS[offer.sort],
            detail=offer.detail or None,
            documentation=_markdown(offer.about) if offer.about else None,
            sort_text=f"{number:06}",
            filter_text=offer.sought if offer.sought != offer.label else None,
            text_edit=lsp.TextEdit(self.range(path, offer.span), offer.text),
        )

    def action(self, path: str, remedy: Remedy, kind: lsp.CodeActionKind | str) -> lsp.CodeAction:
        """Something that can be done about findings in a note; a new note is never made over another."""
        created = [lsp.CreateFile(self.uri(remedy.new))] if remedy.new else []
        return lsp.CodeAction(
            title=remedy.what,
            kind=kind,
            diagnostics=[self.diagnostic(path, remark) for remark in remedy.mended] or None,
            is_preferred=True if remedy.sure and kind == lsp.CodeActionKind.QuickFix else None,
            edit=self._steps(created, self.edits(remedy.edits)),
        )

    def renaming(self, renaming: Renaming) -> lsp.WorkspaceEdit:
        """A note under another name: the links to it first, as long as all notes have their old names."""
        file = lsp.RenameFile(self.uri(renaming.old), self.uri(renaming.new))
        return lsp.WorkspaceEdit(document_changes=[*self.edits(renaming.edits), file])

    def _steps(self, created: list[lsp.CreateFile], edits: list[lsp.TextDocumentEdit]) -> lsp.WorkspaceEdit:
        """Files that are made, and edits; the edits alone for an editor that takes no versions."""
        if self.versioned:
            return lsp.WorkspaceEdit(document_changes=[*created, *edits])
        plain = {
            one.text_document.uri: [e for e in one.edits if isinstance(e, lsp.TextEdit)] for one in edits
        }
        return lsp.WorkspaceEdit(changes=plain)

    def edits(self, replacements: Iterable[Replacement]) -> list[lsp.TextDocumentEdit]:
        """Replacements note by note, each for the very text that it was worked out on."""
        ordered = sorted(replacements, key=lambda one: (one.path, one.span))
        return [
            lsp.TextDocumentEdit(
                lsp.OptionalVersionedTextDocumentIdentifier(self.uri(path), self.version(path)),
                [lsp.TextEdit(self.range(path, one.span), one.text) for one in group],
            )
            for path, group in groupby(ordered, key=lambda one: one.path)
        ]

    def lens(self, path: str, glimpse: Glimpse) -> lsp.CodeLens:
        """Words above a line; a click on them does nothing."""
        return lsp.CodeLens(self.range(path, glimpse.span), lsp.Command(title=glimpse.words, command=""))

    def hint(self, path: str, glimpse: Glimpse) -> lsp.InlayHint:
        """Words behind a value."""
        position = self.range(path, glimpse.span).end
        return lsp.InlayHint(position, glimpse.words, tooltip=glimpse.more, padding_left=True)

    def symbol(self, path: str, symbol: Symbol) -> lsp.DocumentSymbol:
        """A part of a note, and those below it."""
        return lsp.DocumentSymbol(
            name=symbol.name,
            detail=symbol.detail or None,
            kind=_WHATS[symbol.what],
            range=self.range(path, symbol.span),
            selection_range=self.range(path, symbol.named),
            children=[self.symbol(path, below) for below in symbol.below],
        )

    def found(self, found: Found) -> lsp.WorkspaceSymbol:
        """A goal that was searched for."""
        kind = _WHATS[What.GOAL]
        return lsp.WorkspaceSymbol(self.location(found.place), found.title, kind, container_name=found.kind)


def mark_of(position: lsp.Position) -> Mark:
    """A position of the protocol as ours."""
    return Mark(position.line, position.character)


def _position(mark: Mark) -> lsp.Position:
    return lsp.Position(mark.line, mark.character)


def _markdown(text: str) -> lsp.MarkupContent:
    return lsp.MarkupContent(lsp.MarkupKind.Markdown, text)
