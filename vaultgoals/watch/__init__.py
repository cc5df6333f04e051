"""Seeing that a vault changed: events are hints, a scan is the truth, and both wait for some quiet."""

from vaultgoals.watch.loop import watch

__all__ = ["watch"]
