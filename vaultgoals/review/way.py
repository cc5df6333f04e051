"""How pages lead to each other."""

from vaultgoals.core.period import Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.pages import PageKind, page_in
from vaultgoals.review.text import Mention


def page_mention(
    vault: Vault, kind: PageKind, pages: frozenset[str], period: Period | None = None
) -> Mention | None:
    """A link to a page of a kind, None where it will not be there once this run is over.

    It is named as it will be named then: by its title, unless another note has the same.
    """
    page = page_in(vault, kind, period)
    if page is None or page.path not in pages:
        return None
    title = page.path.rpartition("/")[2].removesuffix(".md")
    if page.path in vault.files:
        return Mention(page.path, vault.names.shortest(page.path), title)
    taken = vault.names.resolve(title, "").path is not None
    return Mention(page.path, page.path.removesuffix(".md") if taken else title, title)
