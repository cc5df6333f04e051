"""Where pages stand, and how they link to each other and to goals."""

from datetime import date

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Goal
from vaultgoals.core.note import Note
from vaultgoals.core.period import Period
from vaultgoals.core.vault import Vault
from vaultgoals.review.text import Mention


def page_path(config: Config, week: Period) -> str | None:
    """The path of a week's page, None where weekly pages are switched off."""
    return config.pages.weekly.replace("{period}", week.label) if config.pages.weekly else None


def is_past(config: Config, week: Period, today: date) -> bool:
    """Whether a week lies so far back that its page is sealed."""
    return (today - week.last).days > config.seal_after


def is_sealed(page: Note) -> bool:
    """Whether a page says of itself that it is not to be written again."""
    sealed = page.property("sealed")
    return sealed is not None and sealed.value.plain is True


def goal_link(vault: Vault, goal: Goal, shown: str | None = None, block: str | None = None) -> Mention:
    """A link to a goal's note, under its title or other words."""
    return Mention(goal.path, vault.names.shortest(goal.path), shown or goal.title, block)


def page_link(path: str) -> Mention:
    """A link to a page; pages are named so that their name is theirs alone."""
    title = path.rpartition("/")[2].removesuffix(".md")
    return Mention(path, title, title)
