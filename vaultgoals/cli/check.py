"""`vaultgoals check`: what is wrong in the vault, where, and what to do about it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import click

from vaultgoals.cli.report import FORMATS, Report, print_report, print_statistics, say_what_is_known
from vaultgoals.cli.rule import no_such_rule
from vaultgoals.cli.session import Session
from vaultgoals.core.baseline import Baseline
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.rules import all_rules, check
from vaultgoals.workspace.folder import Workspace

_CODE = re.compile(r"VG\d{3}", re.IGNORECASE)


@click.command("check")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option("--select", multiple=True, metavar="CODES", help="Only these codes, prefixes or names.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Without these codes, prefixes or names.")
@click.option("--strict", is_flag=True, help="Exit 1 on warnings too.")
@click.option("--statistics", is_flag=True, help="Count the findings by code.")
@click.option("--write-baseline", "set_aside", is_flag=True, help="Set all findings of today aside as known.")
@click.option("--no-baseline", is_flag=True, help="Show the known findings too.")
@click.option("--fix", is_flag=True, help="Mend what needs no judgement, then say what remains.")
@click.option("--unsafe", is_flag=True, help="With --fix or --diff: mend by guesses too.")
@click.option("--diff", is_flag=True, help="Print what --fix would change, and write nothing.")
@click.pass_obj
def command(
    session: Session,
    paths: tuple[str, ...],
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
    statistics: bool,
    set_aside: bool,
    no_baseline: bool,
    fix: bool,
    unsafe: bool,
    diff: bool,
) -> int:
    """Say what is wrong in the vault, where, and how to mend it.

    Above all: a process goal that leads to no outcome. With PATH, a note or a folder, only findings there
    are shown; the whole vault is read all the same.
    """
    if unsafe and not (fix or diff):
        raise UsageError(
            "--unsafe says how to mend.", "Write `check --fix --unsafe`, or --diff to look first."
        )
    workspace = session.open()
    own_rules = workspace.config.rules
    workspace.choose_rules(select=_entries(select), ignore=_entries(ignore, or_codes=True))
    is_partial = bool(paths or select or ignore)
    if set_aside:
        is_partial = is_partial or no_baseline or fix or diff
        return _write_baseline(workspace, session, is_partial=is_partial)
    within = [_vault_path(path, workspace, session) for path in paths]
    all_written = True
    if fix or diff:
        from vaultgoals.cli.mend import mend

        meant = partial(_within, paths=within)
        all_written = mend(workspace, session, meant, judged_by=own_rules, unsafe=unsafe, diff=diff)
    report = _report(workspace, session, within, no_baseline=no_baseline)
    if not diff:
        report = replace(report, tried=fix)
        _print(report, form, workspace, session, statistics=statistics)
        say_what_is_known(session, replace(report, gone=0) if is_partial else report)
    if not all_written:
        return 3
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return 1 if any(finding.severity in failing for finding in report.findings) else 0


def _print(report: Report, form: str, workspace: Workspace, session: Session, *, statistics: bool) -> None:
    if statistics:
        print_statistics(form, report)
    else:
        print_report(form, report, workspace, verbose=session.verbose)


def _report(workspace: Workspace, session: Session, within: Sequence[str], *, no_baseline: bool) -> Report:
    today = session.today(workspace)
    _try_templates(workspace, today)
    vault = workspace.vault
    baseline = Baseline() if no_baseline else vault.config.baseline
    compared = baseline.compare(check(vault, today=today), vault.places)
    known = len(_within(compared.known, within))
    return Report(findings=_within(compared.new, within), today=today, known=known, gone=compared.gone)


def _try_templates(workspace: Workspace, today: date) -> None:
    """Find out what is wrong in the vault's own templates, where it has any."""
    if workspace.vault.templates:
        from vaultgoals.workspace.settle import tried

        workspace.vault = tried(workspace.vault, today=today)


def _write_baseline(workspace: Workspace, session: Session, *, is_partial: bool) -> int:
    from vaultgoals.workspace.known import write_baseline

    if is_partial:
        hint = "Call it without paths and without other options about findings."
        raise UsageError("--write-baseline sets aside what is found in the whole vault.", hint)
    _try_templates(workspace, session.today(workspace))
    written = write_baseline(workspace, today=session.today(workspace))
    if written is None:
        session.say("There are no findings, so there is nothing to set aside.")
        return 0
    path, reason = written.receipt.path, written.receipt.reason
    if reason:
        raise Unwritten(f"{path} {reason}, so it was not written.")
    findings = "1 finding" if written.findings == 1 else f"{written.findings:,} findings"
    session.say(f"{path} sets {findings} aside. `check` speaks of new ones from now on.")
    return 0


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
