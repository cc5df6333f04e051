"""Times the making of a page: `python -m bench.one_page VAULT RUNS` prints a line for each run.

The page stands there from the last time, as under a watcher. Each run logs another value of today, looks at
the files, and works out the week's page as it would be written now. The line holds the milliseconds of the
look, and those of the page.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench.vaults import TODAY
from vaultgoals.core.period import Calendar
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import write_plans
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request


def touched(root: Path, runs: int) -> Iterator[tuple[float, float]]:
    """Milliseconds of each look, and of the page after it."""
    goal = min(root.glob("goals/process/*.md")).stem
    _log(root, goal, 0)
    workspace = Workspace.at(root)
    request = Request(periods=(Calendar(workspace.config.week).week_of(TODAY),))
    write_plans(workspace, plan_pages(workspace.vault, request, today=TODAY))
    for number in range(1, runs + 1):
        _log(root, goal, number)
        begun = time.perf_counter()
        workspace.refresh()
        looked = time.perf_counter()
        plan_pages(workspace.vault, request, today=TODAY)
        yield 1000 * (looked - begun), 1000 * (time.perf_counter() - looked)


def _log(root: Path, goal: str, value: int) -> None:
    text = f'---\ntype: checkin\ngoal: "[[{goal}]]"\ndate: {TODAY}\nvalue: {value}\n---\n'
    (root / "Today.md").write_text(text)


if __name__ == "__main__":
    for look, page in touched(Path(sys.argv[1]), int(sys.argv[2])):
        print(look, page)
