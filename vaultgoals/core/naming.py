"""How names are compared: those of files and links, of properties, and those that goals are logged by."""

import re
from functools import lru_cache
from unicodedata import normalize

_MARKS = re.compile(r"[^\w\s-]+")
_GAPS = re.compile(r"[\s_-]+")


def folded(text: str) -> str:
    """A path or name as it is compared: NFC, no-break spaces as spaces, lower case."""
    if text.isascii():
        return text.lower()
    return normalize("NFC", text.replace("\u00a0", " ").replace("\u202f", " ")).lower()


@lru_cache(maxsize=4096)
def property_key(name: str) -> str:
    """A property's name as it is compared: kebab-case, lower case."""
    return name.strip().lower().replace("_", "-").replace(" ", "-")


@lru_cache(maxsize=4096)
def log_key(name: str) -> str:
    """A name as it is compared, much as Dataview does it: letters and digits in lower case, `-` for a gap.

    Marks and emoji are left out, so that `🏃 Run` is `run`, but for a name that has nothing else.
    """
    composed = normalize("NFC", name).lower()
    return _GAPS.sub("-", _MARKS.sub("", composed)).strip("-") or composed.strip()
