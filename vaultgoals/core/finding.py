"""A finding: one problem, its place, and what to do about it."""

from dataclasses import dataclass
from enum import StrEnum

from vaultgoals.core.source import Span


class Severity(StrEnum):
    """How bad it is; only errors make `check` exit 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem in one place. `message` says what is wrong, `hint` what to write instead."""

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str
