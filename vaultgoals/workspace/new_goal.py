"""A new goal's note: made in memory from what was answered, and looked at there before it is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.meanings import properties_of
from vaultgoals.core.note import Note
from vaultgoals.core.reading import read_goal
from vaultgoals.core.splice import property_at
from vaultgoals.core.vault import Vault
from vaultgoals.review.agenda import owners_of
from vaultgoals.rules import check
from vaultgoals.rules.expectations import fault_and_remedy
from vaultgoals.workspace.new_note import Draft, note_for
from vaultgoals.workspace.plan import Plan

MISSED_BY: Mapping[str, str] = {
    **dict.fromkeys(("VG201", "VG208", "VG209", "VG210", "VG211"), "outcome"),
    "VG302": "target",
    "VG303": "due",
    "VG304": "owner",
    "VG308": "cadence",
    "VG309": "because",
    "VG310": "until",
    "VG413": "timebox",
}
"""By the code of a check what a new goal lacks where it speaks; a guardrail lacks its `max` instead."""

# What stands below a goal comes after it.
_LATER = frozenset({"VG401"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Unfit:
    """An answer that may not stand there: what is wrong with property `name`, and what can be written."""

    name: str
    fault: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A new goal, in a vault that has it already, in memory.

    `missing` are the properties that `check` would miss, `unfit` those that it would call an error, and
    `warnings` is what else it would say of the note.
    """

    goal: Goal
    vault: Vault
    missing: tuple[str, ...]
    unfit: tuple[Unfit, ...]
    warnings: tuple[Finding, ...]

    @property
    def plan(self) -> Plan:
        """The note as it is to be written."""
        note = self.goal.note
        return Plan(path=note.path, text=note.source.text, page=False, note=note)


def make(vault: Vault, draft: Draft, today: date) -> Made:
    """The note of a goal whose title a file can have, and what the vault's checks say of it."""
    note = note_for(vault, draft, today)
    ahead = with_notes(vault, [note])
    found = [finding for finding in check(ahead, today=today) if finding.path == note.path]
    goal = ahead.goals.get(note.path) or read_goal(note, draft.kind, vault.config)
    unread = tuple(_unread(goal))
    several = len(owners_of(vault)) > 1  # else it goes without saying whose a goal is
    missed_by = {code: name for code, name in MISSED_BY.items() if name != "owner" or several}
    missing = dict.fromkeys(_missed(finding, draft.kind) for finding in found if finding.code in missed_by)
    wrong = [one for one in found if one.severity is Severity.ERROR and one.code not in (*missed_by, "VG107")]
    return Made(
        goal=goal,
        vault=ahead,
        missing=tuple(
            name
            for name in properties_of(draft.kind)
            if name in missing and name not in {one.name for one in unread}
        ),
        unfit=(*unread, *(_unfit(note, finding) for finding in wrong)),
        warnings=tuple(
            f for f in found if f.severity is Severity.WARNING and f.code not in (*missed_by, *_LATER)
        ),
    )


def with_notes(vault: Vault, notes: Iterable[Note]) -> Vault:
    """The vault once these notes stand in it."""
    there = {**vault.notes, **{note.path: note for note in notes}}
    return Vault.of(
        there.values(), vault.config, vault.files, vault.templates.values(), vault.listed, before=vault
    )


def _missed(finding: Finding, kind: Kind) -> str:
    name = MISSED_BY[finding.code]
    return "max" if kind is Kind.GUARDRAIL and name == "target" else name


def _unread(goal: Goal) -> Iterator[Unfit]:
    for trouble in goal.malformed:
        fault, remedy = fault_and_remedy(f"`{trouble.property}`", trouble)
        yield Unfit(name=trouble.property or "", fault=fault, remedy=remedy)


def _unfit(note: Note, finding: Finding) -> Unfit:
    return Unfit(name=property_at(note, finding.span).name, fault=finding.message, remedy=finding.hint)
