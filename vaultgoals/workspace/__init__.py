"""A vault on the disk, opened: the only way in for the command line and the watcher."""

from vaultgoals.workspace.begin import Begun, begin_sample, begin_vault
from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import YEARS, Fate, Written, due_weeks, write_pages

__all__ = [
    "YEARS",
    "Begun",
    "Fate",
    "Workspace",
    "Written",
    "begin_sample",
    "begin_vault",
    "due_weeks",
    "write_pages",
]
