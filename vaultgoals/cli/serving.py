"""What `vaultgoals lsp` does: keep standard output for the protocol, and serve the editor behind it."""

import gc
import os
import signal
import sys
from datetime import UTC, datetime

from vaultgoals.cli.session import Session
from vaultgoals.errors import UsageError
from vaultgoals.store.locate import VARIABLE, find_vault

_EXTRA = frozenset({"pygls", "lsprotocol"})


def serve_editor(session: Session) -> int:
    """Serve an editor until it ends; the exit code."""
    try:
        from vaultgoals.lsp.editor import Editor
        from vaultgoals.lsp.server import serve
    except ModuleNotFoundError as missing:
        if missing.name not in _EXTRA:
            raise
        raise UsageError(
            f"`lsp` needs {missing.name}, which is not installed.", "pip install 'vaultgoals[lsp]'"
        ) from None
    if sys.stdin.isatty():
        raise UsageError("`lsp` speaks with editors, which start it themselves.", "See docs/editors.md.")
    is_named = session.explicit or session.environ.get(VARIABLE)
    named = find_vault(session.start, session.explicit, session.environ) if is_named else None
    editor = Editor(
        clock=lambda: datetime.now(UTC), pinned=session.pinned, named=named, cached=not session.uncached
    )
    gc.enable()  # as for any program that runs for days
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # nothing is ever written, so it may end anywhere
    outgoing = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever else is printed is no message
    return serve(editor, incoming=sys.stdin.buffer, outgoing=outgoing)
