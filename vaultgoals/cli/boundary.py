"""The one place where errors become words and exit codes."""

import errno
import os
import sys
from collections.abc import Callable
from contextlib import suppress

import click

from vaultgoals.cli.session import tell
from vaultgoals.errors import VaultgoalsError

BUG = 5
INTERRUPTED = 130
NO_READER = 141
UNSAID = 3
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def guarded(call: Callable[[], object]) -> int:
    """Run a command; its exit code, whatever happens."""
    try:
        code = call()
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except click.ClickException as wrong:
        with suppress(OSError):
            wrong.show()
        return wrong.exit_code
    except VaultgoalsError as error:
        _tell(f"vaultgoals: {error.message}", *([f"  {error.hint}"] if error.hint else ()))
        return error.exit_code
    except (BrokenPipeError, SystemExit) as stop:  # with the latter click and rich answer a broken pipe
        if isinstance(stop, SystemExit) and not stop.code:  # or a shell that asks how a word may go on
            return 0
        _hang_up()
        return NO_READER
    except Exception as error:  # the one boundary: a bug becomes one line and a report
        if isinstance(error, OSError) and error.filename is None and error.errno in _NO_ROOM:
            return _fall_silent(error)
        return _report()
    return code if isinstance(code, int) else 0


def _tell(*lines: str) -> None:
    """What went wrong decides the exit code, whether or not it can be said."""
    with suppress(OSError):
        for line in lines:
            tell(line)


def _hang_up() -> None:
    """Nobody takes our output any more: what is still to be written at the end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _fall_silent(error: OSError) -> int:
    """An output takes no more, such as a file on a full disk: say so where that can still be said."""
    from vaultgoals.store.files import in_words

    _tell(f"vaultgoals: the output could not be written: {in_words(error)}.")
    _hang_up()
    return UNSAID


def _report() -> int:
    import tempfile
    import traceback

    where = "There is no room to write down what happened."
    with suppress(OSError):
        handle, path = tempfile.mkstemp(prefix="vaultgoals-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(traceback.format_exc())
        where = f"What happened stands in {path}."
    _tell(f"vaultgoals: a bug in vaultgoals, sorry. {where}")
    return BUG
