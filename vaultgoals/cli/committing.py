"""What the pre-commit hook does: stop a commit that brings errors, and let the pages go with it."""

from vaultgoals.cli.session import Session, tell
from vaultgoals.cli.terminal import print_lines
from vaultgoals.errors import NoVault, VaultgoalsError
from vaultgoals.export.findings_text import findings_text
from vaultgoals.export.tally import Tally
from vaultgoals.store.clone_texts import STOP
from vaultgoals.store.staged import Staging
from vaultgoals.workspace.committing import Brought, errors_brought, renew_pages


def look_at_commit(session: Session) -> int:
    """`STOP` where the commit is to be stopped. Trouble of our own never stops one, it is only told."""
    try:
        return _look(session)
    except NoVault:  # such as in a branch from before there was one
        return 0
    except VaultgoalsError as error:
        tell(f"vaultgoals did not look at this commit: {error.message}")
        return 0


def _look(session: Session) -> int:
    workspace = session.open()
    today, staging = session.today(workspace), Staging.of(workspace.root, session.environ)
    if not any(change.path.endswith(".md") for change in staging.since(next(iter(staging.parents), None))):
        return 0
    brought = errors_brought(workspace, staging, today=today)
    if brought.errors:
        _print(brought)
        return STOP
    renewed = renew_pages(workspace, staging, today=today)
    for path in renewed.paths:
        session.say(f"{path} renewed and staged")
    if renewed.left:
        session.say(renewed.left)
    return 0


def _print(brought: Brought) -> None:
    vault, errors = brought.vault, brought.errors
    sources = {path: note.source for path, note in vault.places.items()}
    print_lines(findings_text(errors, sources, Tally.of(vault), offers_fix=False))
    number = "1 error" if len(errors) == 1 else f"{len(errors):,} errors"
    tell(f"This commit brings {number}, so it was stopped. `git commit --no-verify` commits all the same.")
