"""Notes with a cursor in them, for what an editor shows: `‸` marks where it is."""

from collections.abc import Mapping
from datetime import date

from vaultgoals.core.config import Config
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
"""A Friday, in week 47."""

CURSOR = "‸"

OUTCOME = """\
---
type: outcome
metric: trials that became customers
unit: "%"
baseline: 6
target: 8
start: 2026-09-28
due: 2026-12-20
owner: Ana
---
# Trial conversion

## Check-ins

- 2026-10-23: 6.3
- 2026-11-18: 6.4, early look
"""

PROCESS = """\
---
type: process
outcome: "[[Trial conversion]]"
cadence: 10 per week
because: people who speak to us see the value.
start: 2026-09-28
aliases: [Outbound]
field: calls
---
## Check-ins

- 2026-11-11: 10
- 2026-11-17: 4, one nice surprise
"""

NOTES = {"Goals/Trial conversion.md": OUTCOME, "Goals/Outbound calls.md": PROCESS}
"""A healthy outcome and its process goal."""


def without_cursor(text: str) -> tuple[str, int]:
    """A text without its cursor, and where that was; at the beginning where there was none."""
    return text.replace(CURSOR, ""), max(text.find(CURSOR), 0)


def vault_of(notes: Mapping[str, str], config: Config = Config()) -> Vault:
    """A vault of these notes, without cursors."""
    texts = {path: without_cursor(text)[0] for path, text in notes.items()}
    return Vault.of((read_note(Source.of(path, text)) for path, text in texts.items()), config)


class Opened:
    """A note with a cursor in it, in a vault beside a healthy outcome and its process goal."""

    def __init__(
        self, text: str, path: str = "Note.md", others: Mapping[str, str] = {}, config: Config = Config()
    ) -> None:
        self.path, self.today = path, TODAY
        self.text, self.offset = without_cursor(text)
        self.vault = vault_of({**NOTES, **others, path: text}, config)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is found in the vault."""
        return check(self.vault, today=self.today)
