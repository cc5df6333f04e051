"""Formats with folders in them: which parts are dates, and which are folders' names."""

import re

_BRACKETS = re.compile(r"\[[^\[]*\]")
_DATED = re.compile("YYYY|YY|Q|M{1,4}|DD?|d{2,4}|GGGG|gggg|WW?|ww?")


def segments(form: str) -> list[str]:
    """The parts of a format between its slashes; a slash in brackets separates too."""
    return _BRACKETS.sub(lambda match: match[0].replace("/", "]/["), form).split("/")


def is_dated(folder: str) -> bool:
    """Whether a folder in a format is itself a format: all its letters outside brackets are tokens of dates.

    `YYYY` and `MM-MMMM` are; `Daily`, which moment.js would take for a day and a time, is a folder's name.
    """
    free = _BRACKETS.sub("", folder)
    rest = _DATED.sub("", free)
    return rest != free and not re.search("[A-Za-z]", rest)


def plain(folder: str) -> str:
    """The name of a folder in a format that is no format itself: its text, without the brackets."""
    return _BRACKETS.sub(lambda match: match[0][1:-1], folder)


def literal(text: str) -> str:
    """The format that writes this text, whatever letters stand in it."""
    return f"[{text.replace('[', '][[')}]"


def below(folder: str, form: str) -> str:
    """A format for what lies in a folder of that name, which is put in brackets only where it must be."""
    names = (name.strip() for name in folder.split("/"))
    written = [
        literal(name) if is_dated(name) or re.search(r"[\[\]]", name) else name for name in names if name
    ]
    return "/".join([*written, form])
