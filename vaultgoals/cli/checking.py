"""What `vaultgoals check` does: look, mend where it is asked to, and report."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from vaultgoals.cli.report import Report, print_report, print_statistics, say_what_is_known
from vaultgoals.cli.rule import no_such_rule
from vaultgoals.cli.session import Session
from vaultgoals.cli.waiting import waiting
from vaultgoals.core.baseline import Baseline
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.rules import all_rules, check
from vaultgoals.workspace.folder import Workspace

_CODE = re.compile(r"VG\d{3}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The arguments of the command; `form` is the format, `set_aside` asks for a baseline to be written."""

    paths: tuple[str, ...]
    form: str
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    strict: bool
    statistics: bool
    set_aside: bool
    no_baseline: bool
    fix: bool
    unsafe: bool
    diff: bool


def check_vault(asked: Asked, session: Session) -> int:
    """Say what is wrong in the vault; the exit code."""
    if asked.unsafe and not (asked.fix or asked.diff):
        raise UsageError(
            "--unsafe says how to mend.", "Write `check --fix --unsafe`, or --diff to look first."
        )
    workspace = session.open(once=not (asked.fix or asked.diff))
    own_rules = workspace.config.rules
    workspace.choose_rules(select=_entries(asked.select), ignore=_entries(asked.ignore, or_codes=True))
    is_partial = bool(asked.paths or asked.select or asked.ignore)
    if asked.set_aside:
        is_partial = is_partial or asked.no_baseline or asked.fix or asked.diff
        return _write_baseline(workspace, session, is_partial=is_partial)
    within = [_vault_path(path, workspace, session) for path in asked.paths]
    all_written = True
    if asked.fix or asked.diff:
        from vaultgoals.cli.mend import mend

        meant = partial(_within, paths=within)
        all_written = mend(
            workspace, session, meant, judged_by=own_rules, unsafe=asked.unsafe, diff=asked.diff
        )
    with waiting("Checking", quiet=session.quiet):
        report = _report(workspace, session, within, no_baseline=asked.no_baseline)
    if not asked.diff:
        report = replace(report, tried=asked.fix)
        _print(report, asked.form, workspace, session, statistics=asked.statistics)
        say_what_is_known(session, replace(report, gone=0) if is_partial else report)
    if not all_written:
        return 3
    failing = {Severity.ERROR, Severity.WARNING} if asked.strict else {Severity.ERROR}
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
