"""Seeing that a vault changed: events are hints, a scan is the truth, and both wait for some quiet."""

from vaultgoals.watch.account import account
from vaultgoals.watch.keeper import CALM, Keeper, Look
from vaultgoals.watch.loop import watch
from vaultgoals.watch.wake import Cause, Hint, Rest, Wake

__all__ = ["CALM", "Cause", "Hint", "Keeper", "Look", "Rest", "Wake", "account", "watch"]
