"""A YAML parser's complaints in words that help."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class YamlFault:
    """`words` continues "the properties cannot be read: …"; `remedy` is what to do."""

    words: str
    remedy: str


_QUOTES = "put quotes around the whole text"
_FLAT = "keep the properties few and flat, and move the rest into the body"

# By a piece of the complaint; the first that occurs in it counts.
_FAULTS = (
    ("mapping values", YamlFault("a text without quotes holds a colon", _QUOTES)),
    (
        "cannot start any token",
        YamlFault(
            "a text begins with a tab, `@`, `%` or a backtick", f"{_QUOTES}, and indent with spaces, not tabs"
        ),
    ),
    ("end of stream", YamlFault("a quote is not closed", "close it")),
    ("']'", YamlFault("a bracket is not closed", f"close it, or {_QUOTES}")),
    ("'}'", YamlFault("a brace is not closed", f"close it, or {_QUOTES}")),
    ("expected key", YamlFault("something is left over after a value", _QUOTES)),
    ("node content", YamlFault("a bracket or comma stands where a value should be", _QUOTES)),
    ("expected ':'", YamlFault("a line has no colon", "write `name: value` on every line")),
    ("hexdecimal", YamlFault("a backslash stands in double quotes", "use single quotes")),
    ("escape", YamlFault("a backslash stands in double quotes", "use single quotes")),
    ("sequence entries", YamlFault("a list begins beside a name", "begin it on the next line")),
    (
        "too far left",
        YamlFault(
            "a value goes on at the left edge of a line", "indent that line, or close the quote or bracket"
        ),
    ),
    ("a `#` without", YamlFault("a `#` stands right behind a value", f"put a blank before it, or {_QUOTES}")),
    ("within brackets", YamlFault("a dash stands alone within brackets", "put quotes around it")),
    ("an alias", YamlFault("a text begins with `*`", _QUOTES)),
    ("an anchor", YamlFault("a text begins with `&`", _QUOTES)),
    ("a tag", YamlFault("a text begins with `!`", _QUOTES)),
    ("a merge key", YamlFault("`<<` is no name of a property", "write the properties out")),
    ("control characters", YamlFault("there is an invisible control character", "delete it")),
    ("no font has", YamlFault("there is a character that no font has", "delete it")),
    (
        "not a list of properties",
        YamlFault("there are no names with values", "write `name: value` on every line"),
    ),
    ("not closed", YamlFault("no line `---` closes them", "write `---` in a line below the last of them")),
    (
        "CR alone",
        YamlFault(
            "a line ends in CR without LF, which Obsidian does not take for the end of a line",
            "save the note with the line ends LF or CRLF",
        ),
    ),
    ("64 KiB", YamlFault("they are larger than 64 KiB", _FLAT)),
    ("nested deeper", YamlFault("they are nested too deep", _FLAT)),
)


def yaml_fault(complaint: str) -> YamlFault:
    """What a complaint means; one that is not known here is passed on."""
    known = (fault for piece, fault in _FAULTS if piece in complaint)
    return next(known, YamlFault(complaint, "put texts in quotes; close every quote and bracket"))
