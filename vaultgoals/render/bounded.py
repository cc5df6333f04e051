"""A vault's own templates, used in a process of their own, so that nothing they do reaches ours."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer

from vaultgoals.render.environment import built_in_templates
from vaultgoals.render.fault import TemplateFault
from vaultgoals.render.plain import Plain

STARTING = 20.0
"""Seconds that the process may take to start."""

SECONDS = 1.0
"""Seconds that it may work on a page."""

PATIENCE = 4.0
"""Seconds that a page is waited for, whatever else the machine does."""

LONGEST = 32 * 2**20
"""Bytes of an answer: a page of the greatest length, all of it escaped."""

_PACKAGES = str(Path(__file__).resolve().parents[2])
_PROGRAM = "import sys; sys.path.append(sys.argv[1]); from vaultgoals.render.helper import main; main()"
_NEEDED = ("SYSTEMROOT",)  # without which nothing starts on Windows


class Bounded:
    """The process, which is started when it is first needed."""

    def __init__(self, *, seconds: float = SECONDS, patience: float = PATIENCE) -> None:
        self._seconds = seconds
        self._patience = patience
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def process_id(self) -> int | None:
        """The number of the process while there is one."""
        return self._process.pid if self._process else None

    def use(self, own: Mapping[str, str], where: str) -> Sequence[TemplateFault]:
        """Take these templates, by name, before the built-in ones; they lie at `where` in the vault.

        The answer is what is wrong in them, or why they cannot be used.
        """
        match self._ask(self._told_of(own, built_in_templates(), where)):
            case {"faults": list(faults)}:
                return [_fault(fault) for fault in faults if isinstance(fault, dict)]
            case _:
                return [self._give_up()]

    def render(self, template: str, values: Mapping[str, Plain]) -> str | TemplateFault:
        """A page or block by its template, or what is wrong with one of the vault's own."""
        match self._ask({"template": template, "values": dict(values)}):
            case {"text": str(text)}:
                return text
            case {"fault": dict(fault)}:
                return _fault(fault)
            case _:
                return self._give_up()

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(OSError), process:  # what it did not read can no longer be told
                pass

    def _ask(self, request: Plain) -> Plain:
        """The answer to a request, None where there is none in time."""
        if self._process is None:
            with suppress(OSError):
                self._process = _start()
                _told(self._process, self._told_of({}, {}, ""), STARTING)
        return _told(self._process, request, self._patience) if self._process else None

    def _told_of(self, own: Mapping[str, str], built_in: Mapping[str, str], where: str) -> Plain:
        return {"own": dict(own), "built_in": dict(built_in), "where": where, "seconds": self._seconds}

    def _give_up(self) -> TemplateFault:
        started = self._process is not None
        self.close()
        reason = "it takes too long, or too much memory" if started else "no process for it can be started"
        return TemplateFault(reason=reason, overrun=True)


def _told(process: subprocess.Popen[bytes], request: Plain, seconds: float) -> Plain:
    """What a process answers; None where it does not in so many seconds, and is ended."""
    assert process.stdin
    assert process.stdout
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        with suppress(OSError):
            process.stdin.write(json.dumps(request).encode() + b"\n")
            process.stdin.flush()
        line = process.stdout.readline(LONGEST)
    finally:
        timer.cancel()
    answer: Plain = json.loads(line) if line.endswith(b"\n") else None
    return answer


def _fault(data: Mapping[str, Plain]) -> TemplateFault:
    template, line = data["template"], data["line"]
    assert isinstance(template, str)
    assert isinstance(line, int)
    return TemplateFault(
        reason=str(data["reason"]), template=template, line=line, overrun=bool(data["overrun"])
    )


def _start() -> subprocess.Popen[bytes]:
    """The process: the program itself and its libraries, nothing of the folder or the environment."""
    return subprocess.Popen(
        [sys.executable, "-I", "-c", _PROGRAM, _PACKAGES],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=os.path.abspath(os.sep),
        env={name: os.environ[name] for name in _NEEDED if name in os.environ},
    )
