"""All that a run is to write, worked out beforehand, and so that a second run finds nothing to do."""

from collections.abc import Iterable
from datetime import date

from vaultgoals.core.vault import Vault
from vaultgoals.rules import check
from vaultgoals.workspace.contents import Seen
from vaultgoals.workspace.plan import Plan, plan_note, plan_page
from vaultgoals.workspace.targets import DUE, Request, notes_meant, pages_meant

ROUNDS = 5
"""How often pages are planned anew at most, until what is written would no longer change what they say."""


def plan_pages(vault: Vault, request: Request = DUE, *, today: date) -> list[Plan]:
    """What should become of the pages that a request is about, and of the notes with blocks.

    What is written may change what there is to find, and so what pages say of it. So they are planned again
    on the vault as it would be, until that changes nothing more: a second run then has nothing to write.
    Raises UsageError.
    """
    pages = pages_meant(vault, request, today=today)
    notes = notes_meant(vault, request, pages)
    paths = frozenset((*vault.notes, *(page.path for page in pages)))
    plans: list[Plan] = []
    ahead = vault
    for _ in range(ROUNDS):
        found = ahead.config.baseline.compare(check(ahead, today=today), ahead.notes)
        seen = Seen(vault=ahead, today=today, findings=found.new, pages=paths)
        before, plans = plans, [plan_page(page, vault, seen, request) for page in pages]
        plans += [plan_note(note, vault, seen, request) for note in notes]
        if plans == before or not any(plan.changes for plan in plans):
            break
        ahead = _after(vault, plans)
    return plans


def _after(vault: Vault, plans: Iterable[Plan]) -> Vault:
    """The vault as it will be once all is written."""
    written = {plan.path: plan.note for plan in plans if plan.changes and plan.note}
    return Vault.of({**vault.notes, **written}.values(), vault.config, vault.files)
