"""From a title to a file's name that every system takes and every link can name."""

import re
from unicodedata import normalize

_LONGEST = 200  # bytes: most systems take 255, some of them 143 letters, syncers add their own
_PARTING = re.compile(r"\s*[:/\\|]+\s+|\s+[:/\\|]+\s*")
_JOINING = re.compile(r"[:/\\|]+")
# What Windows forbids, what ends or breaks a link, and what nobody sees.
_FORBIDDEN = re.compile(r"[*\"<>?#^\[\]\0-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+")
_COMMENT = re.compile(r"%%+")
_ENDING = re.compile(r"(?:\.md|[. ])+\Z", re.IGNORECASE)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def safe_title(title: str) -> str | None:
    """The title as a note can have it: itself, or without what no file's name may hold.

    `Calls: 50/week` is `Calls - 50-week`. None where nothing is left, or it is too long, or it is a name that
    Windows keeps for itself.
    """
    text = _COMMENT.sub("", _FORBIDDEN.sub("", normalize("NFC", title)))
    text = _JOINING.sub("-", _PARTING.sub(" - ", text))
    text = " ".join(text.split())
    text = _ENDING.sub("", (text if text == title else text.strip(" -")).lstrip(". "))
    fits = text and len(text.encode("utf-8", "replace")) <= _LONGEST
    return text if fits and not _RESERVED.fullmatch(text) else None
