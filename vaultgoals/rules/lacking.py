"""What to say where a note lacks a property: a name that is a slip for its name is the whole fault."""

from vaultgoals.core.note import Note
from vaultgoals.rules.rule import Case, Problem, property_span


def lacking(case: Case, note: Note, *names: str, message: str, hint: str, can_wait: bool = False) -> Problem:
    """The problem of a note without any of these properties; the first is the one to add.

    Where another property's name is a slip for one of them, the problem is there, and renaming mends it.
    """
    slip = case.slip_of(note.path, *names)
    if slip is None:
        span = property_span(note, names[0])
        return Problem(path=note.path, span=span, message=message, hint=hint, can_wait=can_wait)
    return Problem(
        path=note.path,
        span=slip.prop.key_span,
        message=f"{message}; `{slip.prop.name}` is probably meant",
        hint=f"rename it to `{slip.name}`",
        can_wait=can_wait,
        of_slip=True,
        fix=slip.fix,
    )
