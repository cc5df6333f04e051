"""What the documentation says holds."""

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from vaultgoals.cli import COMMANDS
from vaultgoals.core.config import Config
from vaultgoals.core.periodic import DEFAULTS
from vaultgoals.core.settings_keys import SETTINGS, Table, read_settings

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"(?<!\!)\[[^\]]+\]\((?!https?:)([^)#\s]+)[^)]*\)")


def prose(text: str) -> str:
    """The page without code, where links are examples."""
    return re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    targets = LINK.findall(prose(page.read_text(encoding="utf-8")))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def settings_shown() -> dict[str, object]:
    page = (ROOT / "docs" / "config.md").read_text(encoding="utf-8")
    (shown,) = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    return tomllib.loads(shown)


def test_the_settings_shown_are_settings_that_can_be_read() -> None:
    assert isinstance(read_settings(settings_shown()), Config)


def test_every_setting_is_shown() -> None:
    shown = settings_shown()
    assert set(shown) == set(SETTINGS.keys)
    for name, form in SETTINGS.keys.items():
        table = shown[name]
        if isinstance(form, Table) and form.keys:
            assert isinstance(table, dict)
            assert set(table) == set(form.keys), name


def test_the_settings_shown_are_the_defaults_unless_there_are_none() -> None:
    told = read_settings(settings_shown())
    assert isinstance(told, Config)
    own = {"ignore", "timezone", "types", "properties", "periodic", "rules", "watch"}
    assert told.periodic == DEFAULTS
    assert [
        one.name
        for one in fields(Config)
        if one.name not in own and getattr(told, one.name) != getattr(Config(), one.name)
    ] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command: str) -> None:
    assert f"| `{command}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_room_of_the_house_is_in_its_picture() -> None:
    picture = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rooms = [path.parent.name for path in (ROOT / "vaultgoals").glob("*/__init__.py")]
    assert [room for room in rooms if f"`{room}/`" not in picture] == []
    core = [path.stem for path in (ROOT / "vaultgoals" / "core").glob("[a-z]*.py")]
    assert [module for module in core if f"`{module}`" not in picture] == []
