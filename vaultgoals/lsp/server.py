"""The language server: messages come in and go out here; all else is asked for at the desk."""

import asyncio
import logging
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, TypeAlias, TypeVar

from lsprotocol import types as lsp
from pygls.capabilities import get_capability
from pygls.exceptions import (
    FeatureNotificationError,
    FeatureRequestError,
    JsonRpcException,
    JsonRpcInvalidParams,
    JsonRpcMethodNotFound,
)
from pygls.lsp.server import LanguageServer

from vaultgoals import __version__
from vaultgoals.lsp.addresses import Addresses
from vaultgoals.lsp.answers import FIX_ALL, Answers
from vaultgoals.lsp.desk import Desk
from vaultgoals.lsp.editor import Editor
from vaultgoals.lsp.events import Events
from vaultgoals.lsp.quiet import Quiet
from vaultgoals.lsp.renaming import Refused
from vaultgoals.lsp.ruler import Encoding

if TYPE_CHECKING:
    from pygls.server import ServerErrors

P = TypeVar("P")
R = TypeVar("R")
Told: TypeAlias = tuple[list[lsp.PublishDiagnosticsParams], list[str]]

WATCHED = ("**/*.md", "**/vaultgoals.toml", "**/vaultgoals-baseline.json", "**/.obsidian/**/*.json")
"""The files that the editor is asked to watch."""

ROUND = 30.0
"""Seconds between two looks at whether a new day began; and at the disk, where the editor watches nothing."""

_FROM_FEATURES = (FeatureRequestError, FeatureNotificationError)
_TRIGGERS = ["[", '"', ":", " ", "-"]


class Server(LanguageServer):
    """Serves one editor. Each text comes whole: two notions of what a line is would tear it apart."""

    def __init__(self, editor: Editor) -> None:
        super().__init__("vaultgoals", __version__, lsp.TextDocumentSyncKind.Full)
        addresses = Addresses()
        self.answers, self.events = Answers(editor, addresses), Events(editor, addresses)
        self.editor, self.is_over = editor, False
        self._desk, self._quiet = Desk(), Quiet()
        self._timer: asyncio.TimerHandle | None = None
        self._watches = False
        self._listen()

    def _listen(self) -> None:
        """Say what is answered, and who answers it."""
        answers, events = self.answers, self.events
        self._answer(lsp.TEXT_DOCUMENT_HOVER, answers.hover)
        completion = lsp.CompletionOptions(trigger_characters=_TRIGGERS)
        self._answer(lsp.TEXT_DOCUMENT_COMPLETION, answers.completion, completion)
        self._answer(lsp.TEXT_DOCUMENT_DEFINITION, answers.definition)
        self._answer(lsp.TEXT_DOCUMENT_REFERENCES, answers.references)
        self._answer(lsp.TEXT_DOCUMENT_DOCUMENT_SYMBOL, answers.outline)
        self._answer(lsp.WORKSPACE_SYMBOL, answers.goals)
        self._answer(lsp.TEXT_DOCUMENT_CODE_LENS, answers.lenses)
        self._answer(lsp.TEXT_DOCUMENT_INLAY_HINT, answers.hints)
        kinds = lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, FIX_ALL])
        self._answer(lsp.TEXT_DOCUMENT_CODE_ACTION, answers.actions, kinds)
        self._answer(lsp.TEXT_DOCUMENT_PREPARE_RENAME, answers.renamable)
        self._answer(lsp.TEXT_DOCUMENT_RENAME, answers.rename, lsp.RenameOptions(prepare_provider=True))
        self._note(lsp.TEXT_DOCUMENT_DID_OPEN, events.opened)
        self._note(lsp.TEXT_DOCUMENT_DID_CHANGE, events.changed)
        self._note(lsp.TEXT_DOCUMENT_DID_SAVE, events.saved)
        self._note(lsp.TEXT_DOCUMENT_DID_CLOSE, events.closed)
        self._note(lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES, events.watched)
        self._note(lsp.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS, events.shown)
        # What is registered gets marks, which a bound method does not take.
        self.feature(lsp.INITIALIZE)(partial(self._meet))
        self.feature(lsp.INITIALIZED)(partial(self._begin))
        self.feature(lsp.SHUTDOWN)(partial(self._end))

    def _answer(self, method: str, answer: Callable[[P], R], options: object = None) -> None:
        """Answer a request at the desk; what is refused is told to the person."""

        async def asked(params: P) -> R:
            done = await asyncio.wrap_future(self._desk.ask(partial(answer, params)))
            if isinstance(done, Refused):
                raise JsonRpcException(done.why, lsp.LSPErrorCodes.RequestFailed)
            return done

        self.feature(method, options)(asked)

    def _note(self, method: str, note: Callable[[P], None]) -> None:
        """Take something in at the desk, and look in a while at what it changed."""

        async def told(params: P) -> None:
            await asyncio.wrap_future(self._desk.ask(partial(note, params)))
            self._look_soon()

        self.feature(method)(told)

    def _meet(self, params: lsp.InitializeParams) -> None:
        """Learn what the editor can do."""
        can, encoding = params.capabilities, self.workspace.position_encoding
        self.answers.encoding = Encoding(encoding or Encoding.UTF16)
        operations = get_capability(can, "workspace.workspace_edit.resource_operations") or ()
        versions = get_capability(can, "workspace.workspace_edit.document_changes")
        self.answers.versioned = bool(versions or operations)
        self.answers.renames = lsp.ResourceOperationKind.Rename in operations
        self.answers.creates = lsp.ResourceOperationKind.Create in operations
        watching = get_capability(can, "workspace.did_change_watched_files.dynamic_registration")
        self._watches = bool(watching)

    def _begin(self, params: lsp.InitializedParams) -> None:
        """Load the vaults that the editor shows, and have it watch their files."""
        folders = [folder.uri for folder in self.workspace.folders.values()]
        root = [self.workspace.root_uri] if self.workspace.root_uri else []
        self._desk.ask(partial(self.events.began, folders or root))
        if self._watches:
            watchers = [lsp.FileSystemWatcher(pattern) for pattern in WATCHED]
            options = lsp.DidChangeWatchedFilesRegistrationOptions(watchers)
            method = lsp.WORKSPACE_DID_CHANGE_WATCHED_FILES
            self.client_register_capability(
                lsp.RegistrationParams([lsp.Registration("notes", method, options)])
            )
        self._go_round()

    def _end(self, params: None) -> None:
        self.is_over = True

    # What is told without being asked.

    def _look_soon(self) -> None:
        """Look once no key came for a moment."""
        loop = asyncio.get_running_loop()
        if self._timer:
            self._timer.cancel()
        self._timer = loop.call_at(self._quiet.changed(loop.time()), self._look)

    def _go_round(self) -> None:
        """Look now and again: the day may be another, and files may have changed."""
        if not self._watches:
            self._desk.ask(self.editor.look)
        self._look()
        asyncio.get_running_loop().call_later(ROUND, self._go_round)

    def _look(self) -> None:
        loop = asyncio.get_running_loop()
        self._quiet.looked()
        looked = self._desk.ask(self.answers.news)
        looked.add_done_callback(lambda done: loop.call_soon_threadsafe(self._tell, done))

    def _tell(self, looked: "Future[Told]") -> None:
        """Send what is new; what is shown beside it is asked for again."""
        error = looked.exception()
        if error:
            _report(error)
            return
        news, troubles = looked.result()
        for diagnostics in news:
            self.text_document_publish_diagnostics(diagnostics)
        for words in troubles:
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"vaultgoals: {words}"))
        if news and get_capability(self.client_capabilities, "workspace.code_lens.refresh_support"):
            self.workspace_code_lens_refresh(None)
        if news and get_capability(self.client_capabilities, "workspace.inlay_hint.refresh_support"):
            self.workspace_inlay_hint_refresh(None)

    def report_server_error(self, error: Exception, source: "ServerErrors") -> None:
        """Write down a bug where editors keep their logs; whoever asked is answered with an error.

        Of a message that makes no sense no more is told than that.
        """
        if source not in _FROM_FEATURES or isinstance(error, JsonRpcMethodNotFound | JsonRpcInvalidParams):
            print(f"vaultgoals: a message that makes no sense: {error}", file=sys.stderr, flush=True)
        elif getattr(error, "code", None) != lsp.LSPErrorCodes.RequestFailed:
            _report(error)


def serve(editor: Editor, *, incoming: BinaryIO, outgoing: BinaryIO) -> int:
    """Serve an editor until it says goodbye or goes away; 0, or 1 where it went without a word."""
    logging.getLogger("pygls").setLevel(logging.CRITICAL)  # what it would say, `report_server_error` says
    server = Server(editor)
    server.start_io(incoming, outgoing)
    return 0 if server.is_over else 1


def _report(error: BaseException) -> None:
    """A bug, with where it happened, on standard error."""
    data = error.data if isinstance(error, JsonRpcException) and isinstance(error.data, dict) else {}
    trace = data.get("traceback") or traceback.format_tb(error.__traceback__)
    print(f"vaultgoals: {error}", *trace, sep="\n", file=sys.stderr, flush=True)
