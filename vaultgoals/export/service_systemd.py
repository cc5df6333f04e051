"""The watcher as a unit for systemd, in the person's own session."""

import re

from vaultgoals.export.service import Service

_UNIT = """\
# Written by `vaultgoals service install`.
[Unit]
Description=vaultgoals keeps the pages of a vault current ({name})
StartLimitIntervalSec=0

[Service]
ExecStart={command}
Restart=on-failure
RestartSec=60
# 143 is a watcher that was told to end, 5 a bug in it, which would only come again.
SuccessExitStatus=143
RestartPreventExitStatus=5
Nice=10

[Install]
WantedBy=default.target
"""
_SPECIAL = re.compile(r'["\\%]|[^ -~\u00a1-\ud7ff\ue000-\U0010ffff]')


def systemd_unit(service: Service) -> str:
    """The unit's text; escaped as systemd.service(5) says under “Command lines”."""
    program, *words = service.words if _may_be_named(service.words[0]) else ("/usr/bin/env", *service.words)
    # In the name of the program itself no variables are replaced.
    command = " ".join((_quoted(program), *(_quoted(word).replace("$", "$$") for word in words)))
    return _UNIT.format(name=service.name, command=command)


def _may_be_named(program: str) -> bool:
    """Whether systemd takes a program by its path: it wants no quotes in it, and nothing that is no text."""
    return program.isprintable() and not set(program) & {'"', "'", "\\"}


def _quoted(word: str) -> str:
    return f'"{_SPECIAL.sub(_escaped, word)}"'


def _escaped(match: re.Match[str]) -> str:
    """Quotes and specifiers, and whatever is no printable text by its bytes."""
    sign = match[0]
    if sign in '"\\':
        return f"\\{sign}"
    if sign == "%":
        return "%%"
    return "".join(f"\\x{byte:02x}" for byte in sign.encode("utf-8", "surrogateescape"))
