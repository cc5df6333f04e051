"""The findings that a vault has had before, set aside so that a new one is seen."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from vaultgoals.core.finding import Finding
from vaultgoals.core.note import Note
from vaultgoals.core.source import Source, digest_of

_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Findings held against a baseline: the new, the known, and how many known ones are gone."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...] = ()
    gone: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """How many findings of each kind are known.

    A kind is the note's path, the code, and the fingerprint of the text that it is about, joined by blanks:
    `Goals/Trials.md VG303 9f86d081884c7d65`. So what is written elsewhere in the note makes no finding new.
    """

    counts: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, findings: Iterable[Finding], notes: Mapping[str, Note]) -> "Baseline":
        """The baseline that knows all of these findings; `notes` are the vault's, by path."""
        return cls(counts=Counter(_kind(finding, notes) for finding in findings))

    @property
    def size(self) -> int:
        """How many findings it knows."""
        return sum(self.counts.values())

    def compare(self, findings: Iterable[Finding], notes: Mapping[str, Note]) -> Compared:
        """Which of these findings are new and which are known; of several alike the first are known."""
        if not self.counts:
            return Compared(new=tuple(findings))
        left = Counter(self.counts)
        new: list[Finding] = []
        known: list[Finding] = []
        for finding in findings:
            kind = _kind(finding, notes)
            (known if left[kind] else new).append(finding)
            left[kind] -= left[kind] > 0
        return Compared(new=tuple(new), known=tuple(known), gone=left.total())


def fingerprint(finding: Finding, source: Source) -> str:
    """16 hex digits of the SHA-256 of the text that a finding is about: the same wherever that stands.

    How its words are set apart makes no difference.
    """
    words = " ".join(source.cut(finding.span).split())
    return digest_of(words.encode("utf-8", "surrogatepass"))[:_DIGITS]


def _kind(finding: Finding, notes: Mapping[str, Note]) -> str:
    return f"{finding.path} {finding.code} {fingerprint(finding, notes[finding.path].source)}"
