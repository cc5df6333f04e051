"""How the checks name things to a person."""

from collections.abc import Mapping, Sequence

from vaultgoals.core.goal import Kind

KIND_NAMES: Mapping[Kind, str] = {
    Kind.OBJECTIVE: "an objective",
    Kind.OUTCOME: "an outcome",
    Kind.INDICATOR: "an indicator",
    Kind.GUARDRAIL: "a guardrail",
    Kind.LEVER: "a lever",
    Kind.OUTPUT: "an output goal",
    Kind.PROCESS: "a process goal",
    Kind.CHECKIN: "a check-in",
    Kind.REVIEW: "a review page",
}
"""What a note of each kind is called in a sentence."""

_LONGEST = 60


def quoted(text: str) -> str:
    """What somebody wrote, in quotes, on one line, cut where it is long."""
    flat = " ".join(text[: 4 * _LONGEST].split())
    return f"“{flat[: _LONGEST - 1]}…”" if len(flat) > _LONGEST else f"“{flat}”"


def linked(name: str) -> str:
    """A link to a note as a property's value in YAML: `"[[Note]]"`, in single quotes where it must be."""
    link = f"[[{name}]]"
    doubled = link.replace("'", "''")
    return f"'{doubled}'" if '"' in link or "\\" in link else f'"{link}"'


def either(names: Sequence[str]) -> str:
    """`a, b or c`."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else last
