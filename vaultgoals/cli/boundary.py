"""The one place where errors become words and exit codes."""

import os
import sys
import tempfile
import traceback
from collections.abc import Callable

import click

from vaultgoals.errors import VaultgoalsError

BUG = 5


def guarded(call: Callable[[], object]) -> int:
    """Run a command; its exit code, whatever happens."""
    try:
        code = call()
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except click.Abort:
        return 130
    except click.ClickException as wrong:
        wrong.show()
        return wrong.exit_code
    except VaultgoalsError as error:
        _tell(error)
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone. Nothing is left to say, and nobody to say it to.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception:  # the one boundary: a bug becomes one line and a report
        return _report()
    return code if isinstance(code, int) else 0


def _tell(error: VaultgoalsError) -> None:
    click.echo(f"vaultgoals: {error.message}", err=True)
    if error.hint:
        click.echo(f"  {error.hint}", err=True)


def _report() -> int:
    handle, path = tempfile.mkstemp(prefix="vaultgoals-", suffix=".txt")
    with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(traceback.format_exc())
    click.echo(f"vaultgoals: a bug in vaultgoals, sorry. What happened stands in {path}.", err=True)
    return BUG
