"""One page as a template makes it, to look at before the template lies in the vault."""

from dataclasses import dataclass, replace
from datetime import date

from vaultgoals.core.note import Malformed, Note
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.render.pages import page_template
from vaultgoals.review.pages import Page
from vaultgoals.store.names import TEMPLATES
from vaultgoals.workspace.contents import Seen, page_text
from vaultgoals.workspace.press import Press, sentences


@dataclass(frozen=True, slots=True, kw_only=True)
class SamplePage:
    """The page, what is `wrong` with its template, and what is `said` of the others, a sentence each."""

    text: str
    wrong: tuple[Malformed, ...]
    said: tuple[str, ...]


def sample_page(vault: Vault, page: Page, template: Source, *, today: date) -> SamplePage:
    """A page by a template instead of its own; the vault's other templates hold."""
    path = TEMPLATES + page_template(page.kind)
    tried = Note(source=replace(template, path=path))
    with Press({**vault.templates, path: tried}) as press:
        seen = Seen(press=press, vault=vault, today=today, pages=frozenset([page.path]))
        text = page_text(page, seen)
        others = (note for name, note in press.templates.items() if name != path)
        return SamplePage(text=text, wrong=press.templates[path].malformed, said=sentences(others))
