"""A finding: one problem, its place, and what to do about it."""

from dataclasses import dataclass, field
from enum import StrEnum

from vaultgoals.core.fix import Fix
from vaultgoals.core.source import Span


class Severity(StrEnum):
    """How bad it is; only errors make `check` exit 1."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What findings of one rule ask for, as part of a line: `a guardrail`, `dates for {} actions`."""

    one: str
    many: str

    def times(self, count: int) -> str:
        """What so many of them ask for together."""
        return self.one if count == 1 else self.many.format(count)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One problem in one place. `message` says what is wrong, `hint` what to write instead.

    `wanted` is what it asks for where infos are folded into a line; None leaves that to the name, and what
    does not fold (`folds`) is shown in its place all the same. `about` are the paths of the goals that it is
    about; empty means the note that it stands in. Findings of one code and one `cause` are mended together.
    """

    code: str
    name: str
    severity: Severity
    path: str
    span: Span
    message: str
    hint: str
    wanted: Wanted | None = None
    folds: bool = True
    about: tuple[str, ...] = ()
    cause: str = ""
    # Compared: a fix is for one text only, so with another one it is another finding.
    fix: Fix | None = field(default=None, hash=False)

    @property
    def folded(self) -> bool:
        """Whether it is one of those that are folded into what would strengthen an outcome."""
        return self.folds and self.severity is Severity.INFO

    @property
    def fixable(self) -> bool:
        """Whether it can be mended without judgement."""
        return self.fix is not None and self.fix.safe
