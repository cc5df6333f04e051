"""What a shell may put where a goal, a rule or a period is to be typed; where that goes wrong, nothing."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from vaultgoals.errors import VaultgoalsError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class _Goal(click.ParamType[str]):
    """A goal, by its title or by what else names it."""

    name = "goal"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """What was typed, as it is."""
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The titles of goals that begin so, whatever the case; of two that are alike, the paths."""
        paths = _goals(ctx)
        titles = [path.rpartition("/")[2].removesuffix(".md") for path in paths]
        alike = {title for title in titles if titles.count(title) > 1}
        words = (path if title in alike else title for path, title in zip(paths, titles, strict=True))
        return _begin_so(sorted(words, key=str.casefold), incomplete)


class _Note(_Goal):
    """A note: a goal by its title, or any by its path."""

    name = "note"

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> "list[CompletionItem]":
        """The titles of goals that begin so; where none does, it is for the shell to complete a path."""
        from click.shell_completion import CompletionItem

        titles = super().shell_complete(ctx, param, incomplete)
        return titles or [CompletionItem(incomplete, type="file")]


GOAL = _Goal()
NOTE = _Note()


def rules(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The codes of rules, from the names of their files; their names once a code is none."""
    folder = Path(__file__).parent.parent / "rules"
    found = sorted(file.stem.partition("_")[::2] for file in folder.glob("vg[0-9]*.py"))
    codes = _begin_so((code.upper() for code, _ in found), incomplete)
    return codes or _begin_so((name.replace("_", "-") for _, name in found), incomplete)


def periods(ctx: click.Context, param: click.Parameter, incomplete: str) -> "list[CompletionItem]":
    """The periods of today and the ones before them, as they are written."""
    from datetime import UTC, date, datetime, timedelta

    day: date = ctx.find_root().params.get("today") or datetime.now(UTC).astimezone().date()
    weeks = [f"{one:%G-W%V}" for one in (day, day - timedelta(days=7))]
    month = day.replace(day=1) - timedelta(days=1)
    quarter = f"{day.year}-Q{(day.month + 2) // 3}"
    words = (*weeks, f"{day:%Y-%m}", f"{month:%Y-%m}", quarter, f"{day:%Y}")
    spans = (f"{which} {span}" for which in ("this", "last") for span in ("week", "month", "quarter", "year"))
    return _begin_so((*words, *spans), incomplete)


def _goals(ctx: click.Context) -> tuple[str, ...]:
    """The paths of the vault's goals."""
    from vaultgoals.store.locate import find_vault
    from vaultgoals.workspace.titles import known_goals

    try:
        root = find_vault(Path.cwd(), ctx.find_root().params.get("vault"), os.environ)
        known = known_goals(root)
        return known if known is not None else _looked_up(root)
    except (VaultgoalsError, OSError):
        return ()


def _looked_up(root: Path) -> tuple[str, ...]:
    from vaultgoals.workspace.folder import Workspace

    return tuple(Workspace.at(root, once=True, cached=True).vault.goals)


def _begin_so(words: Iterable[str], incomplete: str) -> "list[CompletionItem]":
    from click.shell_completion import CompletionItem

    begin = incomplete.casefold()
    return [CompletionItem(word) for word in words if word.casefold().startswith(begin)]
