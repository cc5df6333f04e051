"""What an editor tells by itself: files opened, typed into, saved, closed, changed on the disk."""

from collections.abc import Iterable
from pathlib import Path

from lsprotocol import types as lsp

from vaultgoals.lsp.addresses import Addresses
from vaultgoals.lsp.editor import Editor


class Events:
    """Takes in what happens in an editor."""

    def __init__(self, editor: Editor, addresses: Addresses) -> None:
        self._editor, self._addresses = editor, addresses

    def began(self, folders: Iterable[str]) -> None:
        """An editor shows these folders."""
        for folder in self._files(folders):
            self._editor.enter(folder)

    def shown(self, params: lsp.DidChangeWorkspaceFoldersParams) -> None:
        """It shows other folders too."""
        self.began(folder.uri for folder in params.event.added)

    def opened(self, params: lsp.DidOpenTextDocumentParams) -> None:
        """A file was opened."""
        document = params.text_document
        for file in self._files([document.uri]):
            self._editor.put(file, document.text, document.version)

    def changed(self, params: lsp.DidChangeTextDocumentParams) -> None:
        """A file was typed into; each change holds its whole text."""
        for file in self._files([params.text_document.uri]):
            for change in params.content_changes[-1:]:
                self._editor.put(file, change.text, params.text_document.version)

    def saved(self, params: lsp.DidSaveTextDocumentParams) -> None:
        """A file was saved."""
        self._editor.changed(self._files([params.text_document.uri]))

    def closed(self, params: lsp.DidCloseTextDocumentParams) -> None:
        """A file was closed."""
        for file in self._files([params.text_document.uri]):
            self._editor.close(file)

    def watched(self, params: lsp.DidChangeWatchedFilesParams) -> None:
        """Files changed on the disk."""
        self._editor.changed(self._files(change.uri for change in params.changes))

    def _files(self, uris: Iterable[str]) -> list[Path]:
        return [file for file in map(self._addresses.file, uris) if file]
