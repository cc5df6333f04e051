"""How far a long piece of work has come, for whoever waits for it."""

from dataclasses import dataclass


@dataclass(slots=True)
class Progress:
    """Counts the notes that were looked at, of all that are to be; written by one thread, read by another."""

    done: int = 0
    total: int = 0
