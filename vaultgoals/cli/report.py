"""What `vaultgoals check` found, in the format that was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import click

from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines, window_width
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.errors import UsageError
from vaultgoals.export.tally import Tally
from vaultgoals.rules import all_rules
from vaultgoals.rules.loudness import speaks
from vaultgoals.workspace.folder import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The findings to show; how many `known` ones are left out, and how many of those are `gone` by now.

    `tried`: these are what is left once it was tried to mend all that can be mended.
    """

    findings: Sequence[Finding]
    today: date
    known: int = 0
    gone: int = 0
    tried: bool = False


def print_report(form: str, report: Report, workspace: Workspace, *, verbose: bool) -> None:
    """Print all findings."""
    if form == "text":
        _print_text(report, workspace, verbose=verbose)
    elif form == "json":
        _print_json(report, workspace)
    else:
        _print_for_a_server(form, report, workspace)


def print_statistics(form: str, report: Report) -> None:
    """Print how many findings there are of each code. Raises `UsageError` for a format without counts."""
    from vaultgoals.export.statistics import statistics_json, statistics_text

    if form == "text":
        print_lines(statistics_text(report.findings))
    elif form == "json":
        click.echo(statistics_json(report.findings, today=report.today))
    else:
        raise UsageError(f"--statistics does not go with --format {form}.", "It counts in text and json.")


def say_what_is_known(session: Session, report: Report) -> None:
    """Say what the baseline leaves out, and what it could forget."""
    if report.known:
        known = "finding is" if report.known == 1 else "findings are"
        session.say(f"{report.known:,} known {known} in the baseline; see `check --no-baseline`.")
    if report.gone:
        gone = "one is" if report.gone == 1 else f"{report.gone:,} are"
        session.say(f"Of the baseline {gone} gone; forget that with `check --write-baseline`.")


def _print_text(report: Report, workspace: Workspace, *, verbose: bool) -> None:
    from vaultgoals.export.findings_text import findings_text, strengthen_lines
    from vaultgoals.review.next_step import lacks_page

    vault, found = workspace.vault, report.findings
    print_lines(
        findings_text(
            found,
            _sources(vault),
            Tally.of(vault),
            verbose=verbose,
            width=window_width(),
            strengthen=strengthen_lines(vault, found),
            lacks_page=lacks_page(vault, today=report.today),
            offers_fix=not report.tried,
        )
    )


def _print_json(report: Report, workspace: Workspace) -> None:
    from vaultgoals.export.findings_json import findings_json

    vault = workspace.vault
    known = report.known if vault.config.baseline.counts else None
    tally = Tally.of(vault)
    click.echo(findings_json(report.findings, _sources(vault), tally, today=report.today, known=known))


def _print_for_a_server(form: str, report: Report, workspace: Workspace) -> None:
    from vaultgoals.export.findings_github import findings_github
    from vaultgoals.export.findings_junit import findings_junit
    from vaultgoals.export.findings_sarif import findings_sarif
    from vaultgoals.store.repository import path_in_repository

    vault, folder = workspace.vault, path_in_repository(workspace.root)
    sources = _sources(vault)
    asked = [rule for rule in all_rules() if speaks(rule, vault.config.rules)]
    if form == "github":
        click.echo(findings_github(report.findings, sources, folder=folder), nl=False)
    elif form == "sarif":
        click.echo(findings_sarif(report.findings, sources, asked, folder=folder))
    else:
        click.echo(findings_junit(report.findings, sources, asked, folder=folder))


def _sources(vault: Vault) -> Mapping[str, Source]:
    return {path: note.source for path, note in vault.places.items()}
