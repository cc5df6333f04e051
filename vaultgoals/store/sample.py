"""The sample vault: a quarter in plain notes, moved so that it is always this week's story."""

import re
from datetime import date, timedelta
from pathlib import Path

PINNED = date(2026, 11, 20)
"""The day on which the packaged story stands still."""

# A date takes the year's folder before it along; `2026-W47` is a week label.
_DATE = re.compile(r"(?<![0-9])(?:([0-9]{4})/)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?![0-9])")
_WEEK = re.compile(r"(?<![0-9A-Za-z-])([0-9]{4})-W([0-9]{2})(?![0-9])")

# `- 2026-11-20: 12, two calls`, `| 2026-11-20 | 12 |`
_LOG_LINE = re.compile(r"(?:[-*+] |\| *)([0-9]{4}-[0-9]{2}-[0-9]{2})\b")

# `Check-ins/2026/2026-11-20 0915 Runs.md`, `Daily/2026-11-20.md`
_DAY_S_NOTE = re.compile(r"(?:.*/)?([0-9]{4}-[0-9]{2}-[0-9]{2})(?: [^/]*|\.md)")

_BLOCK = re.compile(r"^(<!-- vaultgoals:begin \S+) [0-9a-f]+ -->\n.*?^(?=<!-- vaultgoals:end )", re.M | re.S)


def sample_notes(today: date) -> dict[str, str]:
    """The sample vault's notes and its `vaultgoals.toml`, path in the vault to text, as of `today`.

    Every date is moved by whole weeks, so that the story's week becomes the week of `today` and weekdays
    stay what they were. What would then lie in the future has not been written yet: log lines, check-in notes
    and daily notes of later days are left out. Generated pages are not part of it, and blocks are empty.
    """
    weeks = (_monday(today) - _monday(PINNED)).days // 7
    story = {moved(path, weeks): moved(_unfilled(text), weeks) for path, text in _packaged()}
    return {
        path: _written_by(text, today)
        for path, text in story.items()
        if not _is_after(_DAY_S_NOTE.fullmatch(path), today)
    }


def sample_weeks(today: date) -> dict[date, str]:
    """The story's weekly pages by the Mondays of their weeks, for the words that people put there.

    Months and longer periods do not move by whole weeks, so what was written about them stays behind.
    """
    weeks = (_monday(today) - _monday(PINNED)).days // 7
    pages = ((_WEEK.search(moved(path, weeks)), text) for path, text in _packaged(pages=True))
    return {
        date.fromisocalendar(int(label[1]), int(label[2]), 1): moved(text, weeks)
        for label, text in pages
        if label
    }


def moved(text: str, weeks: int) -> str:
    """The text with its ISO dates and week labels moved by whole weeks, and nothing else changed.

    A folder named by the year of the date in it (`2026/2026-11-20 …`) follows. What only looks like a date
    (`2026-02-30`, `2025-W53`), or would leave the calendar, stays.
    """
    by = timedelta(weeks=weeks)
    return _WEEK.sub(
        lambda match: _moved_week(match, by), _DATE.sub(lambda match: _moved_date(match, by), text)
    )


def _moved_date(match: re.Match[str], by: timedelta) -> str:
    folder, written = match.groups()
    try:
        day = date.fromisoformat(written)
        later = day + by
    except (ValueError, OverflowError):
        return match[0]
    if folder is None:
        return later.isoformat()
    year = f"{later.year:04}" if int(folder) == day.year else folder
    return f"{year}/{later.isoformat()}"


def _moved_week(match: re.Match[str], by: timedelta) -> str:
    try:
        year, week, _ = (date.fromisocalendar(int(match[1]), int(match[2]), 1) + by).isocalendar()
    except (ValueError, OverflowError):
        return match[0]
    return f"{year:04}-W{week:02}"


def _unfilled(text: str) -> str:
    """The text with its blocks as a person writes them, for vaultgoals to fill."""
    return _BLOCK.sub(r"\1 -->\n", text)


def _written_by(text: str, today: date) -> str:
    """The text without the log lines dated after today."""
    return "\n".join(line for line in text.split("\n") if not _is_after(_LOG_LINE.match(line), today))


def _is_after(dated: re.Match[str] | None, today: date) -> bool:
    return dated is not None and date.fromisoformat(dated[1]) > today


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _packaged(*, pages: bool = False) -> list[tuple[str, str]]:
    """The notes and settings, or else the generated pages, each with its path."""
    folder = _folder()
    files = [*folder.glob("vaultgoals.toml"), *sorted(folder.rglob("*.md"))]
    return [
        (path.relative_to(folder).as_posix(), path.read_text(encoding="utf-8"))
        for path in files
        if ("Reviews" in path.relative_to(folder).parts) is pages and (path.suffix == ".md" or not pages)
    ]


def _folder() -> Path:
    """A wheel carries the vault inside the package; a checkout has it beside the package."""
    package = Path(__file__).resolve().parents[1]
    packaged = package / "sample-vault"
    return packaged if packaged.is_dir() else package.parent / "sample-vault"
