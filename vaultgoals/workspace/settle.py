"""All that a run is to write, worked out beforehand, and so that a second run finds nothing to do."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from vaultgoals.core.vault import Vault
from vaultgoals.workspace.contents import Seen
from vaultgoals.workspace.healing import healed_vault, over
from vaultgoals.workspace.plan import Plan, plan_note, plan_page
from vaultgoals.workspace.press import Press, sentences
from vaultgoals.workspace.targets import DUE, Request, notes_meant, pages_meant

ROUNDS = 5
"""How often pages are planned anew at most, until what is written would no longer change what they say."""


def plan_pages(vault: Vault, request: Request = DUE, *, today: date) -> list[Plan]:
    """What should become of the pages that a request is about, and of the notes with blocks.

    What is written may change what there is to find, and so what pages say of it. So they are planned again
    on the vault as it would be, until that changes nothing more: a second run then has nothing to write.
    Raises UsageError.
    """
    whole, conflicted = healed_vault(vault)
    with Press(vault.templates) as press:
        plans = _settled(whole, request, today, press)
        said = sentences(press.templates.values())
    plans = [over(plan, conflicted.get(plan.path)) for plan in plans] if conflicted else plans
    return [replace(plan, said=said) for plan in plans] if said else plans


def tried(vault: Vault, *, today: date) -> Vault:
    """The vault, and what is wrong in its own templates: all that is due is planned to find that out."""
    with Press(vault.templates) as press:
        _settled(vault, DUE, today, press)
        return _told(vault, press)


def _settled(vault: Vault, request: Request, today: date, press: Press) -> list[Plan]:
    pages = pages_meant(vault, request, today=today)
    notes = notes_meant(vault, request, pages)
    paths = frozenset(page.path for page in pages)
    plans: list[Plan] = []
    ahead = vault
    for _ in range(ROUNDS):
        ahead, known = _told(ahead, press), dict(press.templates)
        seen = Seen(press=press, vault=ahead, today=today, pages=paths)
        before, made = plans, {plan.path: plan for plan in plans}
        plans = [plan_page(page, vault, seen, request, known=made.get(page.path)) for page in pages]
        plans += [plan_note(note, vault, seen, request) for note in notes]
        rests = plans == before or not any(plan.changes for plan in plans)
        if rests and press.templates == known:
            break
        ahead = _after(vault, plans)
    return plans


def _told(vault: Vault, press: Press) -> Vault:
    """The vault, and what is known by now to be wrong in its templates."""
    return vault if vault.templates == press.templates else replace(vault, templates=dict(press.templates))


def _after(vault: Vault, plans: Iterable[Plan]) -> Vault:
    """The vault as it will be once all is written."""
    written = {plan.path: plan.note for plan in plans if plan.changes and plan.note}
    notes = {**dict(vault.notes.items()), **written}
    if written.keys() <= vault.notes.keys():
        return replace(vault, notes=notes)  # in the same order, which would take long to find again
    templates = vault.templates.values()
    return Vault.of(notes.values(), vault.config, vault.files, templates, vault.listed, before=vault)
