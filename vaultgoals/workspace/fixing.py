"""Mending notes by the fixes of findings: all is tried out in memory, and refused when in doubt."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple, TypeAlias

from vaultgoals.core.config import RuleSettings
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.note import Note
from vaultgoals.core.vault import Vault
from vaultgoals.rules import check
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.trial import mended

# What takes more of them is mended by another call.
_MOST_ROUNDS = 100

_MISREAD = "the note would not read as it is meant to"
_STILL_THERE = "it would still be found"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be mended: the findings that are `meant`, those that take a guess only where `unsafe`.

    `judged_by` are the settings of the rules by which a fix must bring no new error, whichever are chosen.
    """

    today: date
    meant: Callable[[Sequence[Finding]], Sequence[Finding]]
    judged_by: RuleSettings
    unsafe: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Mend:
    """One fix: `what` it does about the finding that stood at `line`; `refused` says why it was not done."""

    path: str
    line: int
    code: str
    what: str
    refused: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """What should become of the notes that can be mended, and each fix, by path and line."""

    plans: tuple[Plan, ...]
    mends: tuple[Mend, ...]


def plan_fixes(vault: Vault, wish: Wish) -> Mending:
    """Mend a vault in memory, round by round, until nothing is left that can be mended.

    In each round a note gets all fixes that are about different properties. A fix is done where the note
    reads as before but for the property that is meant, its finding is gone, and nothing in the vault has
    become an error. What became one in the same note, and has a fix itself, is mended with it. Where that
    fails for several fixes together, half of them are tried, down to one.
    """
    bench = _Bench(vault, wish)
    for _ in range(_MOST_ROUNDS):
        chosen = bench.choose()
        if not chosen:
            break
        bench.settle(dict(bench.try_out(chosen)))
    mends = sorted((*bench.done, *bench.refused.values()), key=lambda mend: (mend.path, mend.line, mend.code))
    return Mending(plans=tuple(_plans(vault, bench.vault)), mends=tuple(mends))


def _plans(vault: Vault, mended: Vault) -> Iterator[Plan]:
    for path, note in mended.notes.items():
        old = vault.notes[path]
        if note is not old:
            yield Plan(path=path, text=note.source.text, old=old.source, page=False, note=note)


_Key: TypeAlias = tuple[str, str, str]
"""A fix by its note, the code of the finding, and what it does."""


class _Tried(NamedTuple):
    """Findings in a note, and the note as it reads once they and what `also` came up are mended."""

    findings: Sequence[Finding]
    note: Note
    also: tuple[Mend, ...] = ()

    @property
    def keys(self) -> Sequence[_Key]:
        return [*map(_key, self.findings), *((mend.path, mend.code, mend.what) for mend in self.also)]


class _Bench:
    """The vault as it is so far, its findings, and what was done or refused on the way."""

    def __init__(self, vault: Vault, wish: Wish) -> None:
        self.vault = vault
        self.done: list[Mend] = []
        self.refused: dict[_Key, Mend] = {}
        self._wish = wish
        self._at_once: dict[str, int] = {}
        self._findings, self._errors = self._look(vault)

    def choose(self) -> dict[str, Sequence[Finding]]:
        """For each note the findings to be mended next: for each property the first that was not refused."""
        found = self._mendable(self._findings)
        return {path: findings[: self._at_once.get(path)] for path, findings in found.items()}

    def _mendable(self, findings: Sequence[Finding]) -> dict[str, list[Finding]]:
        first: dict[str, dict[int | None, Finding]] = {}
        for finding in self._wish.meant(findings):
            fix = finding.fix
            if fix and (fix.safe or self._wish.unsafe) and _key(finding) not in self.refused:
                about = fix.change.index if fix.change else None
                first.setdefault(finding.path, {}).setdefault(about, finding)
        return {path: [*found.values()] for path, found in first.items()}

    def try_out(self, chosen: Mapping[str, Sequence[Finding]]) -> Iterator[tuple[str, _Tried]]:
        """The notes as they read once they are mended; what would not come out as meant is rejected."""
        for path, findings in chosen.items():
            note = mended(self.vault.notes[path], [finding.fix for finding in findings if finding.fix])
            if note:
                yield path, _Tried(findings, note)
            else:
                self._reject(findings, _MISREAD)

    def settle(self, tried: Mapping[str, _Tried]) -> None:
        """Take the mended notes over into the vault, but for those that bring something new to mend."""
        if not tried:
            return
        ahead = _with(self.vault, (one.note for one in tried.values()))
        findings, errors = self._look(ahead)
        blamed = dict(self._blamed(tried, findings, errors))
        rest = {path: one for path, one in tried.items() if path not in blamed}
        grown = {path: self._grown(one, ahead, findings) for path, one in tried.items() if path in blamed}
        if not blamed:
            for one in tried.values():
                self.done += (*(_mend(finding, self.vault) for finding in one.findings), *one.also)
            self.vault, self._findings, self._errors = ahead, findings, errors
        elif any(one.also != tried[path].also for path, one in grown.items()):
            self.settle({**rest, **grown})
        elif len(rest) < len(tried):
            for path in tried.keys() & blamed.keys():
                self._reject(tried[path].findings, blamed[path])
            self.settle(rest)
        else:
            self._settle_apart([*tried.items()], next(iter(blamed.values())))

    def _grown(self, tried: _Tried, ahead: Vault, findings: Sequence[Finding]) -> _Tried:
        """The same with what came up in its note once it was mended, and can be mended as well."""
        came_up = [f for f in self._mendable(findings).get(tried.note.path, ()) if _key(f) not in tried.keys]
        note = mended(tried.note, [finding.fix for finding in came_up if finding.fix])
        also = (*tried.also, *(_mend(finding, ahead) for finding in came_up))
        return _Tried(tried.findings, note, also) if note and came_up else tried

    def _settle_apart(self, tried: list[tuple[str, _Tried]], why: str) -> None:
        """Find out what brings an error into a note that none of the fixes is about."""
        if len(tried) == 1:
            self._reject(tried[0][1].findings, why)
            return
        middle = len(tried) // 2
        self.settle(dict(tried[:middle]))
        self.settle(dict(tried[middle:]))

    def _reject(self, findings: Sequence[Finding], why: str) -> None:
        """Of several fixes in a note try half of them next; a single one is refused."""
        path = findings[0].path
        if len(findings) > 1:
            self._at_once[path] = len(findings) // 2
        else:
            self._at_once.pop(path, None)
            self.refused[_key(findings[0])] = replace(_mend(findings[0], self.vault), refused=why)

    def _blamed(
        self, tried: Mapping[str, _Tried], findings: Iterable[Finding], errors: Sequence[Finding]
    ) -> Iterator[tuple[str, str]]:
        """The notes that have something new to mend once all is done that was tried, and what."""
        before, after = Counter(map(_key, self._findings)), Counter(map(_key, findings))
        for path, one in tried.items():
            if any(after[key] >= max(before[key], 1) for key in one.keys):
                yield path, _STILL_THERE
        known = {error.message for error in self._errors}
        more = Counter(map(_place, errors)) - Counter(map(_place, self._errors))
        for error in sorted(errors, key=lambda error: error.message not in known):
            if _place(error) in more:
                yield error.path, f"{error.code} would then be an error in {error.path}: {error.message}"

    def _look(self, vault: Vault) -> tuple[Sequence[Finding], Sequence[Finding]]:
        """What there is to find, and the errors among all that could be found."""
        findings = judged = check(vault, today=self._wish.today)
        if vault.config.rules != self._wish.judged_by:
            config = replace(vault.config, rules=self._wish.judged_by)
            judged = check(replace(vault, config=config), today=self._wish.today)
        return findings, [finding for finding in judged if finding.severity is Severity.ERROR]


def _mend(finding: Finding, vault: Vault) -> Mend:
    path, code, what = _key(finding)
    line = vault.notes[path].source.position(finding.span.start).line
    return Mend(path=path, line=line, code=code, what=what)


def _key(finding: Finding) -> _Key:
    return finding.path, finding.code, finding.fix.what if finding.fix else ""


def _place(finding: Finding) -> tuple[str, str]:
    return finding.path, finding.code


def _with(vault: Vault, notes: Iterable[Note]) -> Vault:
    mended = {note.path: note for note in notes}
    there = {**vault.notes, **mended}
    return Vault.of(there.values(), vault.config, vault.files, listed=vault.listed, before=vault)
