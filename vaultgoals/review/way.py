"""How pages lead to each other."""

from collections.abc import Container

from vaultgoals.core.period import Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import Page, PageKind, page_in
from vaultgoals.review.people_paths import people_pages
from vaultgoals.review.text import Mention


def page_mention(
    vault: Vault, kind: PageKind, pages: Container[str], period: Period | None = None
) -> Mention | None:
    """A link to a page of a kind, None where it will not be there once this run is over.

    It is named as it will be named then: by its title, unless another note has the same.
    """
    page = page_in(vault, kind, period)
    return _mention(vault, page, pages) if page else None


def people_mentions(vault: Vault, pages: Container[str]) -> tuple[Mention, ...]:
    """Links to the pages of people, by name; none where there are no such pages."""
    found = (_mention(vault, page, pages) for page in people_pages(vault))
    return tuple(mention for mention in found if mention)


def _mention(vault: Vault, page: Page, pages: Container[str]) -> Mention | None:
    if page.path not in pages:
        return None
    title = page.path.rpartition("/")[2].removesuffix(".md")
    if page.path in vault.files:
        return Mention(page.path, vault.names.shortest(page.path), title)
    taken = vault.names.resolve(title, "").path is not None
    return Mention(page.path, page.path.removesuffix(".md") if taken else title, title)
