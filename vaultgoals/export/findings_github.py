"""Findings as workflow commands, which GitHub shows beside the lines of a change."""

from collections.abc import Iterator, Mapping, Sequence

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.export.excerpt import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_IN_MESSAGES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTIES = (*_IN_MESSAGES, (":", "%3A"), (",", "%2C"))


def findings_github(findings: Sequence[Finding], sources: Mapping[str, Source], *, folder: str = "") -> str:
    """A command for each finding, in a line of its own: `::error file=…,line=…,title=…::message`.

    `sources` holds each finding's note by path, `folder` is the vault's in the repository, ending in `/`.
    Lines and columns count from 1, columns in code points; ends are exclusive. `%` and line ends are escaped,
    and in properties `:` and `,`, as GitHub's runner reads them.
    """
    return "".join(f"{_command(finding, sources[finding.path], folder)}\n" for finding in findings)


def _command(finding: Finding, source: Source, folder: str) -> str:
    named = {"file": visible(folder + finding.path), **dict(_place(finding, source))}
    named["title"] = f"{finding.code} {finding.name}"
    properties = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in named.items())
    message = "\n".join(map(visible, (finding.message, finding.hint)))
    return f"::{_COMMANDS[finding.severity]} {properties}::{_escaped(message, _IN_MESSAGES)}"


def _place(finding: Finding, source: Source) -> Iterator[tuple[str, str]]:
    """Where it is. GitHub takes columns only where both are on one line."""
    begin, end = source.position(finding.span.start), source.position(finding.span.end)
    one_line = begin.line == end.line
    yield "line", str(begin.line)
    if one_line:
        yield "col", str(begin.column)
    yield "endLine", str(end.line)
    if one_line:
        yield "endColumn", str(end.column)


def _escaped(text: str, escapes: Sequence[tuple[str, str]]) -> str:
    for character, escape in escapes:
        text = text.replace(character, escape)
    return text
