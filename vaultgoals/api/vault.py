"""A vault that is open: its goals, findings and reviews as of a day, and how it is looked at again."""

import os
from datetime import UTC, date, datetime
from pathlib import Path

from vaultgoals.api.values import Finding, Goal, Review, finding_of, goal_of
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.errors import Unwritten, UsageError
from vaultgoals.review.pages import page_kind, page_of
from vaultgoals.rules import new_findings
from vaultgoals.store.locate import find_vault
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.meant import goal_meant, period_meant
from vaultgoals.workspace.settle import plan_pages, tried
from vaultgoals.workspace.targets import Request


def open_vault(path: str | os.PathLike[str] | None = None, *, today: date | None = None) -> "Vault":
    """Open the vault in the folder `path`, and read it.

    Without a path it is found as on the command line: by the variable VAULTGOALS_VAULT, else the nearest one
    from the working folder upwards. `today` is the day to work as if it were; without it the date is the one
    that it is now in the vault. Nothing is written in the vault, now or later. Raises VaultgoalsError.
    """
    explicit = Path(path).expanduser() if path is not None else None
    return Vault(Workspace.open(Path.cwd(), explicit, os.environ, cached=True), _day(today))


def _day(today: object) -> date | None:
    """A day as a program gives it: of a moment its date, and what is no date is said at once."""
    if isinstance(today, datetime):
        return today.date()
    if today is None or isinstance(today, date):
        return today
    raise UsageError(f"`today` is {today!r}, which is no date.", "Give a datetime.date, or leave it out.")


class Vault:
    """An open vault. What it answers are values: they stay as they are when notes change.

    All is worked out when it is first asked for, and remembered.
    """

    def __init__(self, workspace: Workspace, today: date | None) -> None:
        self._workspace = workspace
        self._pinned = today
        self._today = today or workspace.today(datetime.now(UTC))

    def __repr__(self) -> str:
        return f"<vaultgoals.Vault {str(self.root)!r} as of {self.today}>"

    @property
    def root(self) -> Path:
        """The vault's folder."""
        return self._workspace.root

    @property
    def today(self) -> date:
        """The day that all figures, findings and reviews are as of."""
        return self._today

    @property
    def goals(self) -> tuple[Goal, ...]:
        """All goals by path, drafts and closed ones too."""
        card = self._card()
        return tuple(goal_of(card, standing) for standing in card.standings.values())

    def goal(self, name: str) -> Goal:
        """The goal that is meant by a title, an alias or a path in the vault. Raises VaultgoalsError."""
        card = self._card()
        return goal_of(card, card.standings[goal_meant(name, self._workspace, self.root)])

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What `vaultgoals check` finds, by place, without what the vault's baseline knows."""
        vault = self._workspace.vault
        if vault.templates:
            vault = tried(vault, today=self.today)
        return tuple(
            finding_of(found, vault.place(found.path).source) for found in new_findings(vault, self.today)
        )

    def review(self, period: str) -> Review:
        """The page about `2026-W47`, `2026-11`, `2026-Q4`, `2026`, or `last week`, as it would be written.

        Raises VaultgoalsError where there are no such pages, or something stands in the way of this one.
        """
        vault = self._workspace.vault
        about = period_meant(period, vault.config, self.today)
        kind = page_kind(vault.config, about)
        if kind is None or page_of(vault.config, kind, about) is None:
            raise UsageError(f"Pages about {about.label} are switched off in vaultgoals.toml.")
        (plan,) = plan_pages(vault, Request(periods=(about,)), today=self.today)
        if plan.left and not plan.at_rest:
            raise Unwritten(f"{plan.path} {plan.left}.")
        return Review(kind=kind, period=about, path=plan.path, text=plan.text, left=plan.left)

    def refresh(self) -> frozenset[str]:
        """Look at the files again, and at the date; the paths of the notes that changed, came or went.

        Only those are read anew. Raises VaultgoalsError where the vault is gone, or its settings cannot be
        used; all stays as it was then.
        """
        find_vault(self.root, self.root, {})  # a vault that is gone has not lost its goals
        self._workspace.reload()
        changed = self._workspace.refresh()
        self._workspace.keep()
        self._today = self._pinned or self._workspace.today(datetime.now(UTC))
        return changed

    def _card(self) -> Scorecard:
        return Scorecard.of(self._workspace.vault, asof=self.today, today=self.today)
