"""All that an editor has open, in whichever vaults it lies; what is new in them is told once."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from vaultgoals.core.finding import Finding
from vaultgoals.core.vault import Vault
from vaultgoals.errors import NoVault, VaultgoalsError
from vaultgoals.lsp.opened import OpenVault
from vaultgoals.lsp.told_of import ToldOf
from vaultgoals.rules import new_findings
from vaultgoals.store.locate import find_vault
from vaultgoals.store.names import BASELINE, OBSIDIANS, SETTINGS

_SETTINGS = frozenset({SETTINGS, BASELINE, *OBSIDIANS})


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A note that is looked at in its vault on a day."""

    root: Path
    vault: Vault
    path: str
    today: date

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to find in the vault, but for what its baseline knows."""
        return new_findings(self.vault, self.today)


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What there is to find in a note now; `version` is that of its text, where an editor has it open."""

    view: View
    found: tuple[Finding, ...]
    version: int | None = None


class _Text(NamedTuple):
    """A text as it is typed, and which version of it an editor calls it."""

    text: str
    version: int | None


class Editor:
    """What an editor has open. `clock` tells the moment, `pinned` is a day to work as of instead.

    With a `named` vault all others are left alone; else each file belongs to the nearest vault above it. A
    vault is loaded once somebody looks into it. Files are given by the real paths of their folders.
    """

    def __init__(
        self,
        *,
        clock: Callable[[], datetime],
        pinned: date | None = None,
        named: Path | None = None,
        cached: bool = False,
    ) -> None:
        self._clock, self._pinned, self._cached = clock, pinned, cached
        self._named = named
        self._vaults: dict[Path, OpenVault] = {}
        self._told: dict[Path, ToldOf] = {}
        self._texts: dict[Path, _Text] = {}
        self._faulty: set[Path] = set()
        self._unsaid: list[str] = []

    # What an editor does.

    def enter(self, folder: Path) -> None:
        """Load the vault that a folder lies in, if there is one."""
        root = self._root_of(Path(os.path.realpath(folder), "any"))
        if root:
            self._vault_at(root)

    def put(self, file: Path, text: str, version: int | None = None) -> None:
        """Take a file's text as it is typed."""
        self._texts[file] = _Text(text, version)
        found = self._place_of(file)
        if found:
            found[0].put(found[1], text)

    def close(self, file: Path) -> None:
        """A file is open no more: what stands on the disk counts again."""
        self._texts.pop(file, None)
        found = self._place_of(file)
        if found:
            found[0].put(found[1], None)
            self.changed([file])

    def changed(self, files: Iterable[Path]) -> None:
        """Look at files that may have changed on the disk."""
        by_root: dict[Path, set[str]] = {}
        for file in files:
            root = self._root_of(file)
            if root:
                by_root.setdefault(root, set()).add(_within(file, root))
        for root, paths in by_root.items():
            self._look(root, paths)

    # What it is told.

    def view(self, file: Path) -> View | None:
        """A file as a note of its vault; None where it is none."""
        found = self._place_of(file)
        is_note = found is not None and found[1] in found[0].vault.notes
        return self._view(*found) if found and is_note else None

    def views(self) -> list[View]:
        """All vaults that are loaded, each looked at as a whole."""
        return [self._view(opened) for opened in self._vaults.values()]

    def is_open(self, file: Path) -> bool:
        """Whether an editor has a file open."""
        return file in self._texts

    def version(self, file: Path) -> int | None:
        """What an editor calls the version of a file that it has open."""
        text = self._texts.get(file)
        return text.version if text else None

    def unsaid(self) -> list[str]:
        """What went wrong with vaults and their settings since this was asked."""
        unsaid, self._unsaid = self._unsaid, []
        return unsaid

    def news(self) -> list[News]:
        """What is found in notes that are open, and in others that a change reached: only what is new."""
        return [news for opened in self._vaults.values() for news in self._news(opened)]

    def _news(self, opened: OpenVault) -> Iterator[News]:
        view, told = self._view(opened), self._told.setdefault(opened.root, ToldOf())
        found: dict[str, list[Finding]] = {}
        for finding in view.findings:
            found.setdefault(finding.path, []).append(finding)
        now = {path: tuple(findings) for path, findings in found.items()}
        for path, findings in told.take(opened.opened, now, view.today):
            version = self.version(opened.root / path)
            yield News(view=replace(view, path=path), found=findings, version=version)

    def _view(self, opened: OpenVault, path: str = "") -> View:
        today = self._pinned or opened.workspace.today(self._clock())
        return View(root=opened.root, vault=opened.vault, path=path, today=today)

    # Which vault it is.

    def _root_of(self, file: Path) -> Path | None:
        """The vault that a file belongs to; None where it is in none."""
        try:
            root = find_vault(file.parent, self._named, {})
        except NoVault:
            return None
        return root if file.is_relative_to(root) else None

    def _place_of(self, file: Path) -> tuple[OpenVault, str] | None:
        root = self._root_of(file)
        opened = self._vault_at(root) if root else None
        path = _within(file, root) if root else ""
        return (opened, path) if opened and opened.takes(path) else None

    def _vault_at(self, root: Path) -> OpenVault | None:
        """The vault at a folder, with all that is open of it; None where it cannot be loaded, as is said."""
        if root in self._vaults or root in self._faulty:
            return self._vaults.get(root)
        try:
            opened = OpenVault(root, cached=self._cached)
        except VaultgoalsError as error:
            self._faulty.add(root)
            self._unsaid.append(_in_words(error))
            return None
        self._vaults[root] = opened
        self._lay(opened)
        return opened

    def _lay(self, opened: OpenVault) -> None:
        """Put all that is open of a vault over it, but for what it leaves out."""
        for file, text in self._texts.items():
            if self._root_of(file) == opened.root:
                path = _within(file, opened.root)
                opened.put(path, text.text if opened.takes(path) else None)

    def look(self) -> None:
        """Look at the disk, where nobody says what changed there."""
        for root in [*self._vaults]:
            self._look(root, None)

    def _look(self, root: Path, paths: set[str] | None) -> None:
        """Look again at some paths of a vault or, where settings may be among them, at all of it."""
        settings = paths is None or not _SETTINGS.isdisjoint(paths)
        if settings:
            self._faulty.discard(root)
        known, opened = root in self._vaults, self._vault_at(root)
        if opened is None or not known:
            return
        try:
            if not settings:
                opened.refresh(paths)
            elif opened.reload():
                self._lay(opened)
        except VaultgoalsError as error:
            self._unsaid.append(_in_words(error))


def _within(file: Path, root: Path) -> str:
    return file.relative_to(root).as_posix()


def _in_words(error: VaultgoalsError) -> str:
    return f"{error.message} {error.hint}".rstrip()
