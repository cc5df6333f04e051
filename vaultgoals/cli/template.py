"""`vaultgoals review --stdout --template FILE`: one page as a template makes it."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_text
from vaultgoals.core.period import Period
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.review.pages import Page, PageKind
from vaultgoals.store.templates import read_template
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.sample_page import sample_page
from vaultgoals.workspace.targets import Request, pages_meant


def print_page(
    workspace: Workspace, session: Session, file: str, periods: Sequence[Period], *, today: date
) -> int:
    """Print the page, and write nothing. Raises UsageError, and Unwritten where the template is at fault."""
    page = _page(workspace, file, periods, today)
    template = read_template(session.start / file)
    made = sample_page(workspace.vault, page, template, today=today)
    for words in made.said:
        tell(words)
    for trouble in made.wrong:
        raise Unwritten(f"{file}:{template.position(trouble.span.start).line}: {trouble.reason}.")
    print_text(made.text)
    return 0


def _page(workspace: Workspace, file: str, periods: Sequence[Period], today: date) -> Page:
    """The page of the period that is named; else of the kind that the file is named after, or this week's."""
    if len(periods) > 1:
        raise UsageError("--template makes one page.", "Name one period.")
    named = Path(file).name.partition(".")[0]
    kind = next((one for one in PageKind if one == named), PageKind.WEEKLY)
    pages = pages_meant(workspace.vault, Request(periods=tuple(periods)), today=today)
    meant = [page for page in pages if periods or page.kind is kind]
    if not meant:
        hint = "It is switched off in vaultgoals.toml, or there is nothing yet to say on it."
        raise UsageError(f"There is no {'such' if periods else kind} page.", hint)
    return max(meant, key=lambda page: page.period.start if page.period else date.min)
