"""`vaultgoals check`: what is wrong in the vault, where, and what to do about it."""

import re
from collections.abc import Iterable, Sequence

import click

from vaultgoals.cli.rule import no_such_rule
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.errors import UsageError
from vaultgoals.export.findings_json import findings_json
from vaultgoals.export.findings_text import findings_text
from vaultgoals.export.tally import Tally
from vaultgoals.rules import all_rules, check
from vaultgoals.workspace.folder import Workspace

_CODE = re.compile(r"VG\d{3}", re.IGNORECASE)


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes, prefixes or names.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Without these codes, prefixes or names.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.pass_obj
def command(
    session: Session,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
) -> int:
    """Say what is wrong in the vault, where, and how to mend it.

    Above all: a process goal that leads to no outcome. With PATH, a note or a folder, only findings there
    are shown; the whole vault is read all the same.
    """
    workspace = session.open()
    workspace.choose_rules(select=_entries(select), ignore=_entries(ignore, or_codes=True))
    vault, today = workspace.vault, session.today(workspace)
    findings = _within(check(vault, today=today), [_vault_path(path, workspace, session) for path in paths])
    sources = {path: note.source for path, note in vault.notes.items()}
    tally = Tally.of(vault)
    if form == "json":
        click.echo(findings_json(findings, sources, tally, today=today))
    else:
        print_lines(findings_text(findings, sources, tally, verbose=session.verbose))
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if any(finding.severity in failing for finding in findings) else 0


def _entries(options: Iterable[str], *, or_codes: bool = False) -> tuple[str, ...]:
    """The codes, prefixes and names of a repeatable, comma-separated option; an unknown one is refused.

    `or_codes` takes a code that no rule has: what is ignored may be another version's.
    """
    entries = tuple(entry.strip() for option in options for entry in option.split(",") if entry.strip())
    for entry in entries:
        if or_codes and _CODE.fullmatch(entry):
            continue
        if not any(rule.code.startswith(entry.upper()) or rule.name == entry.lower() for rule in all_rules()):
            raise no_such_rule(entry)
    return entries


def _vault_path(path: str, workspace: Workspace, session: Session) -> str:
    """A path from the working folder or from the vault's root, as a path in the vault."""
    for folder in (session.start, workspace.root):
        found = workspace.locate(folder / path)
        if found is not None:
            return found
    raise UsageError(f"There is no {path} in the vault {workspace.root}.", "Name a note or a folder.")


def _within(findings: Sequence[Finding], paths: Sequence[str]) -> Sequence[Finding]:
    if not paths or "" in paths:
        return findings
    return [f for f in findings if any(f"{f.path}/".startswith(f"{path}/") for path in paths)]
