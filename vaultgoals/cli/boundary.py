"""The one place where errors become words and exit codes."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable

import click

from vaultgoals.cli.session import tell
from vaultgoals.errors import VaultgoalsError

BUG = 5
INTERRUPTED = 130
NO_READER = 141


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
        wrong.show()
        return wrong.exit_code
    except VaultgoalsError as error:
        tell(f"vaultgoals: {error.message}")
        if error.hint:
            tell(f"  {error.hint}")
        return error.exit_code
    except (BrokenPipeError, SystemExit):  # with the latter click and rich answer a broken pipe
        _hang_up()
        return NO_READER
    except Exception:  # the one boundary: a bug becomes one line and a report
        return _report()
    return code if isinstance(code, int) else 0


def _hang_up() -> None:
    """Whoever read our output has gone: what is still to be written at the end goes nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _report() -> int:
    handle, path = tempfile.mkstemp(prefix="vaultgoals-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(traceback.format_exc())
    tell(f"vaultgoals: a bug in vaultgoals, sorry. What happened stands in {path}.")
    return BUG
