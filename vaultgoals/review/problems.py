"""The page of problems as a value: what to mend in the notes, the worst first."""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.strengthen import to_strengthen
from vaultgoals.core.vault import Vault
from vaultgoals.review.finding_lines import FindingLine, finding_line, how_many, in_a_line, note_link
from vaultgoals.review.next_step import next_step, worst_first
from vaultgoals.review.pages import PageKind, goal_link
from vaultgoals.review.phrases import counted
from vaultgoals.review.text import Code, Mention, Text, text
from vaultgoals.review.way import page_mention

IN_FULL = 30
"""How many notes are shown with all that is wrong in them; of the others there is a line each."""

WORST = 3
"""How many findings the short form names."""

NOTHING = "Nothing to mend."


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteProblems:
    """What is wrong in one note."""

    note: Mention | Code
    count: str
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problems:
    """All that the page of problems shows: `notes` in full, the `others` in a line each, what would
    `strengthen` the goals, and what to do `first`. `known` says how many findings the baseline leaves out.
    """

    errors: int
    warnings: int
    infos: int
    headline: str
    known: str
    notes: tuple[NoteProblems, ...]
    others: tuple[NoteProblems, ...]
    strengthen: tuple[Text, ...]
    first: Text
    dashboard: Mention | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemsInShort:
    """The block `problems`: how many there are, the worst few, and where to read all of them."""

    count: str
    worst: tuple[Text, ...]
    page: Mention | None
    otherwise: str = NOTHING


def build_problems(
    vault: Vault, *, today: date, findings: Sequence[Finding], pages: Container[str]
) -> Problems:
    """The page of problems of a vault; `pages` are the paths of all pages once this run is over.

    Findings are as of `today`, which is all that the day is for.
    """
    by_note: dict[str, list[Finding]] = {}
    for finding in worst_first(findings):
        by_note.setdefault(finding.path, []).append(finding)
    notes = [_of_note(vault, path, found) for path, found in by_note.items()]
    severities = Counter(finding.severity for finding in findings)
    return Problems(
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        infos=severities[Severity.INFO],
        headline=_headline(findings, len(notes)),
        known=_known(vault.config.baseline.size),
        notes=tuple(notes[:IN_FULL]),
        others=tuple(notes[IN_FULL:]),
        strengthen=tuple(_to_strengthen(vault, findings)),
        first=_first(vault, findings),
        dashboard=page_mention(vault, PageKind.DASHBOARD, pages),
    )


def problems_in_short(vault: Vault, findings: Sequence[Finding], pages: Container[str]) -> ProblemsInShort:
    """The problems in a few lines."""
    worst = worst_first(findings)
    return ProblemsInShort(
        count=how_many(findings),
        worst=tuple(in_a_line(vault, finding) for finding in worst[:WORST]),
        page=page_mention(vault, PageKind.PROBLEMS, pages),
    )


def _of_note(vault: Vault, path: str, findings: Sequence[Finding]) -> NoteProblems:
    lines = tuple(finding_line(vault, finding) for finding in findings)
    return NoteProblems(note=note_link(vault, path), count=how_many(findings), lines=lines)


def _to_strengthen(vault: Vault, findings: Sequence[Finding]) -> Iterator[Text]:
    """A line for each outcome, by path: `Trials: a guardrail, dates for 3 actions`.

    What is about no outcome comes last.
    """
    for one in to_strengthen(vault, findings):
        of = goal_link(vault, vault.goals[one.outcome]) if one.outcome else "Also"
        yield text(of, ": ", ", ".join(one.wanted))


def _headline(findings: Sequence[Finding], notes: int) -> str:
    told = " and ".join(how_many(findings).rsplit(", ", 1))
    return f"{told} in {counted(notes, 'note')}." if told else NOTHING


def _known(size: int) -> str:
    return f"Left out: {counted(size, 'known finding')} in the baseline." if size else ""


def _first(vault: Vault, findings: Sequence[Finding]) -> Text:
    """What to mend first, where there is a choice; on a page being written nothing else is left to say."""
    step = next_step(findings, goals=len(vault.goals), lacks_page=False)
    if not isinstance(step, Finding) or len(worst_first(findings)) < 2:
        return ()
    line = finding_line(vault, step)
    return text(note_link(vault, step.path), ", ", line.line, ": ", line.message, " ", line.hint)
