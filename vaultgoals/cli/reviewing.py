"""What `vaultgoals review` does: write the pages, or show what would be written."""

import shlex
import time
from collections.abc import Iterable, Sequence
from datetime import date

from vaultgoals.cli.preview import preview
from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.waiting import waiting
from vaultgoals.errors import UsageError
from vaultgoals.review.pages import page_kind
from vaultgoals.workspace.contents import ABOUT_A_PERIOD
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.meant import period_meant
from vaultgoals.workspace.pages import Fate, Written, write_pages
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

PATIENCE = 5.0
"""How many seconds a page that somebody is typing into is waited for."""

_UNWRITTEN = (Fate.LEFT, Fate.BUSY, Fate.FAILED)


def review(
    session: Session,
    periods: tuple[str, ...],
    *,
    every: bool,
    check: bool,
    diff: bool,
    stdout: bool,
    template: str | None,
    reopen: bool,
    replace_edited: bool,
) -> int:
    """Write the pages that are asked for; the exit code."""
    _refuse_nonsense(periods, every=every, looks=check or diff, stdout=stdout, reopen=reopen)
    if template and (every or not stdout):
        raise UsageError("--template shows one page.", "Write `review --stdout --template FILE`.")
    workspace = session.open()
    today = session.today(workspace)
    request = Request(
        periods=tuple(period_meant(period, workspace.config, today) for period in periods),
        missing=every,
        reopen=reopen,
        replace_edited=replace_edited,
    )
    if template:
        from vaultgoals.cli.template import print_page

        return print_page(workspace, session, template, request.periods, today=today)
    if check or diff or stdout:
        with waiting("Working out the pages", quiet=session.quiet):
            plans = plan_pages(workspace.vault, request, today=today)
        return preview(plans, session, check=check, diff=diff, stdout=stdout)
    with waiting("Working out the pages", quiet=session.quiet):
        pages = _write_patiently(workspace, request, today)
    for words in dict.fromkeys(words for page in pages for words in page.said):
        tell(words)
    for page in pages:
        announce(page, session)
    if not pages:
        kinds = {page_kind(workspace.config, period) for period in request.periods}
        which = " and ".join(kind for kind in ABOUT_A_PERIOD if kind in kinds).capitalize() or "All"
        session.say(f"{which} pages are switched off in vaultgoals.toml.")
    return exit_code(pages)


def _refuse_nonsense(periods: Sequence[str], *, every: bool, looks: bool, stdout: bool, reopen: bool) -> None:
    if reopen and not periods:
        raise UsageError(
            "--reopen needs the period whose page is to be renewed.", "Write `review 2026-W46 --reopen`."
        )
    if every and periods:
        raise UsageError("--all asks for every period.", "Leave it out, or name no period.")
    if stdout and looks:
        raise UsageError("--stdout prints the pages themselves.", "Leave it out, or --check and --diff.")


def _write_patiently(workspace: Workspace, request: Request, today: date) -> Iterable[Written]:
    """Write the pages; those that somebody is typing into are tried again until patience ends."""
    end = time.monotonic() + PATIENCE
    pages = {page.path: page for page in write_pages(workspace, request, today=today)}
    while any(page.fate is Fate.BUSY for page in pages.values()) and time.monotonic() < end:
        time.sleep(0.5)
        workspace.refresh()
        settled = {path: page for path, page in pages.items() if page.fate is not Fate.BUSY}
        again = write_pages(workspace, request, today=today)
        pages = settled | {p.path: p for p in again if p.path not in settled or p.fate is Fate.WRITTEN}
    return pages.values()


def exit_code(pages: Iterable[Written]) -> int:
    """3 where something that should have been written was not."""
    return 3 if any(page.fate in _UNWRITTEN for page in pages) else 0


def announce(page: Written, session: Session) -> None:
    """Say what became of a page; where it was left unwritten, also to those who asked for quiet."""
    say = tell if page.fate in _UNWRITTEN else session.say
    say(in_words(page))


def in_words(page: Written) -> str:
    """What became of a page, in one line."""
    match page.fate:
        case Fate.WRITTEN:
            line = f"{page.path} written"
        case Fate.UNCHANGED:
            line = f"{page.path} is current"
        case Fate.AT_REST:
            line = f"{page.path} {page.reason} and stays as it is"
        case Fate.FAILED:
            line = f"{page.path} {page.reason}"
        case Fate.BUSY | Fate.LEFT:
            line = f"{page.path} {page.reason}; it was left as it is"
    said = []
    if page.edited:
        said.append(f"{_blocks(page.edited)} edited by hand, left alone")
    if page.replaced:
        again = f"`vaultgoals restore {shlex.quote(page.path)}` takes yours back"
        said.append(f"{_blocks(page.replaced)} edited by hand, replaced; {again}")
    return f"{line} ({'; '.join(said)})" if said else line


def _blocks(number: int) -> str:
    return f"{number} block{'s' if number > 1 else ''}"
