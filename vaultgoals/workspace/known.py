"""Setting aside what a vault has wrong today, so that `check` speaks of what is new."""

import os
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.baseline import Baseline
from vaultgoals.core.config import Limits
from vaultgoals.rules import check
from vaultgoals.store.baseline import baseline_text
from vaultgoals.store.files import encode, read
from vaultgoals.store.names import BASELINE
from vaultgoals.store.write import Receipt, put
from vaultgoals.workspace.folder import Workspace


@dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """How many findings were to be set aside, and what became of the file that says so."""

    findings: int
    receipt: Receipt


def write_baseline(workspace: Workspace, *, today: date) -> SetAside | None:
    """Make all findings of the vault as of `today` its baseline; None where there was and is nothing in it.

    What stood in the baseline before is kept for a day, as of any file that is replaced. Raises `Unwritten`
    and `Held`.
    """
    vault, root = workspace.vault, workspace.root
    baseline = Baseline.of(check(vault, today=today), vault.places)
    there = os.path.lexists(root / BASELINE)
    if not (baseline.counts or there):
        return None
    old = read(root, BASELINE, limit=Limits().note_size).digest if there else None
    receipt = put(root, BASELINE, encode(baseline_text(baseline), bom=False), over=old)
    return SetAside(findings=baseline.size, receipt=receipt)
