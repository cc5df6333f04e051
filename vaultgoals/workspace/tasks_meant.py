"""Which open action a person means by its text, or by a part of it."""

from vaultgoals.core.actions import Action
from vaultgoals.core.links import folded
from vaultgoals.core.vault import Vault


def actions_meant(vault: Vault, text: str) -> tuple[Action, ...]:
    """The open actions whose words are this text, or else hold it; each task once."""
    wanted = " ".join(folded(text).split())
    found = {
        (action.path, action.item.span): action
        for actions in vault.actions.values()
        for action in actions
        if action.task.open and wanted
    }
    exact = [action for action in found.values() if _words(action) == wanted]
    return tuple(exact or (action for action in found.values() if wanted in _words(action)))


def place(vault: Vault, action: Action) -> str:
    """Where an action stands, `path:line`."""
    return f"{action.path}:{vault.notes[action.path].source.line_at(action.item.span.start)}"


def on_a_line(action: Action) -> str:
    """An action's words on one line, over however many they go."""
    return " ".join(action.text.split())


def _words(action: Action) -> str:
    return " ".join(folded(action.text).split())
