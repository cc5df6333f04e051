"""A vault on the disk, opened: the only way in for the command line and the watcher."""

from vaultgoals.workspace.folder import Workspace
from vaultgoals.workspace.pages import Fate, Written, due_weeks, write_pages

__all__ = ["Fate", "Workspace", "Written", "due_weeks", "write_pages"]
