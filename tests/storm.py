"""A vault in a storm: random saves, moves and deletions as people, editors, syncers and git make them."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

WEEKLY = "Reviews/Weekly/Review 2026-W47.md"

OUTCOME = """\
---
type: outcome
metric: number of {name}
baseline: 0
target: 100
start: 2026-09-28
due: 2026-12-20
---
## Check-ins

- 2026-11-02: {value}
"""

PROCESS = """\
---
type: process
outcome: "[[Outcome {serves}]]"
cadence: {cadence} per week
because: it moves Outcome {serves}.
start: 2026-09-28
---
## Check-ins

- 2026-11-03: {value}, early
"""


class Storm:
    """Changes a vault at random; the same seed makes the same storm of the same vault."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root = root
        self.random = Random(seed)
        self.count = 0
        self.build()

    def build(self) -> None:
        """Begin with a few goals and some notes that link to them."""
        self.put("vaultgoals.toml", "window = 4\n")
        for number in range(4):
            self.put(f"Goals/Outcome {number}.md", OUTCOME.format(name=f"things {number}", value=10 * number))
        for number in range(8):
            text = PROCESS.format(serves=number % 4, cadence=number + 1, value=number)
            self.put(f"Goals/Doing {number}.md", text)
        for number in range(12):
            self.put(f"Notes/{number % 3}/Note {number}.md", f"See [[Doing {number % 8}]].\n")

    def put(self, path: str, text: str) -> None:
        """Save in place, as most editors do."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def steps(self, number: int) -> Iterator[str]:
        """So many changes, each named once it is made."""
        changes = (
            *(self.logs, self.logs, self.logs, self.saves_by_rename, self.saves_as_vim_does),
            *(self.keeps_size_and_time, self.saves_half_first, self.adds, self.logs_in_a_note, self.deletes),
            *(self.renames, self.swaps, self.moves_a_folder, self.moves_a_folder_out_and_in),
            *(self.checks_out, self.leaves_a_copy, self.sets, self.writes_into_a_page, self.attaches),
        )
        for _ in range(number):
            change = self.random.choice(changes)
            change()
            yield change.__name__

    # What there is.

    def notes(self, folder: str = "") -> list[Path]:
        """The notes that are no pages, in order."""
        found = (self.root / folder).rglob("*.md")
        return sorted(note for note in found if "Reviews" not in note.parts)

    def any_note(self, folder: str = "") -> Path:
        """One of them; there is always one."""
        if not self.notes(folder):
            self.adds(folder or "Notes")
        return self.random.choice(self.notes(folder))

    def next(self) -> int:
        """A number that was not there yet."""
        self.count += 1
        return self.count

    # What happens.

    def logs(self) -> None:
        """A check-in is appended."""
        day, value = self.random.randint(9, 20), self.random.randint(0, 99)
        with self.any_note("Goals").open("a") as note:
            note.write(f"- 2026-11-{day:02}: {value}, log {self.next()}\n")

    def saves_by_rename(self) -> None:
        """A temporary file takes a note's place."""
        note = self.any_note("Goals")
        beside = note.with_name(f"{note.name}.tmp")
        beside.write_text(f"{note.read_text()}- 2026-11-18: {self.next()}\n")
        beside.replace(note)

    def saves_as_vim_does(self) -> None:
        """The old note is moved away and a new one written."""
        note = self.any_note("Goals")
        text, backup = note.read_text(), note.with_name(f"{note.name}~")
        note.rename(backup)
        note.write_text(f"{text}- 2026-11-17: {self.next()}\n")
        backup.unlink()

    def keeps_size_and_time(self) -> None:
        """Other text of the same length, with the modification time put back."""
        note = self.any_note("Goals")
        before = note.stat()
        turns = str.maketrans("123456789", "".join(self.random.choices("123456789", k=9)))
        head, marker, log = note.read_text().partition("## Check-ins")
        lines = log.splitlines(keepends=True)
        turned = "".join(line[:15] + line[15:].translate(turns) for line in lines)
        note.write_text(head + marker + turned)
        os.utime(note, ns=(before.st_atime_ns, before.st_mtime_ns))

    def saves_half_first(self) -> None:
        """A note is empty, then cut in a character, then whole."""
        note = self.any_note("Goals")
        text = f"{note.read_text()}- 2026-11-16: {self.next()}, grün\n".encode()
        note.write_bytes(b"")
        note.write_bytes(text[:-3])
        note.write_bytes(text)

    def adds(self, folder: str = "") -> None:
        """A new note, sometimes a goal."""
        number = self.next()
        place = folder or self.random.choice(["Goals", "Notes", f"Notes/New {number % 5}"])
        goal = PROCESS.format(serves=number % 5, cadence=3, value=number)
        self.put(f"{place}/New {number}.md", goal if place == "Goals" else f"Nothing {number}\n")

    def logs_in_a_note(self) -> None:
        """A check-in in a note of its own."""
        number = self.next()
        head = f'---\ntype: checkin\ngoal: "[[Doing {number % 8}]]"\ndate: 2026-11-19\nvalue: {number}\n---\n'
        self.put(f"Check-ins/2026-11-19 {number:04} Doing {number % 8}.md", f"{head}seen\n")

    def deletes(self) -> None:
        """A note is deleted."""
        self.any_note().unlink()

    def renames(self) -> None:
        """A note gets another name or folder."""
        note, number = self.any_note(), self.next()
        folder = self.random.choice([note.parent, self.root / "Goals", self.root / "Moved"])
        folder.mkdir(exist_ok=True)
        note.rename(folder / f"{note.stem.split(' moved')[0]} moved {number}.md")

    def swaps(self) -> None:
        """Two notes get each other's names."""
        one, other = self.any_note(), self.any_note()
        if one != other:
            between = self.root / "between.tmp"
            one.rename(between)
            other.rename(one)
            between.rename(other)

    def moves_a_folder(self) -> None:
        """A folder of notes gets another name."""
        folders = sorted(path for path in (self.root / "Notes").glob("*") if path.is_dir())
        if folders:
            self.random.choice(folders).rename(self.root / "Notes" / f"Folder {self.next()}")

    def moves_a_folder_out_and_in(self) -> None:
        """A folder leaves the vault, is changed there, and comes back."""
        outside = self.root.parent / "outside"
        (self.root / "Goals").rename(outside)
        (outside / f"Elsewhere {self.next()}.md").write_text("---\ntype: objective\n---\n")
        outside.rename(self.root / "Goals")

    def checks_out(self) -> None:
        """Many notes are replaced at once, while git holds its lock."""
        lock = self.root / ".git" / "index.lock"
        lock.parent.mkdir(exist_ok=True)
        lock.touch()
        for note in self.random.sample(self.notes(), k=min(10, len(self.notes()))):
            text = note.read_text()
            note.unlink()
            note.write_text(f"{text}\nchecked out {self.next()}\n")
        lock.unlink()

    def leaves_a_copy(self) -> None:
        """A syncer leaves a conflict copy."""
        note = self.any_note("Goals")
        name = f"{note.stem}.sync-conflict-20261117-1441{self.next() % 60:02}-O4SHF2J.md"
        shutil.copyfile(note, note.with_name(name))

    def sets(self) -> None:
        """The settings change."""
        self.put("vaultgoals.toml", f"window = {self.random.randint(2, 8)}\n")

    def writes_into_a_page(self) -> None:
        """A person writes below the blocks of a page, keeping what stands there at that moment."""
        page = self.root / WEEKLY
        if page.exists():
            with page.open("a") as end:
                end.write(f"a thought {self.next()}\n")

    def attaches(self) -> None:
        """A file that is no note comes."""
        (self.root / f"Picture {self.next()}.png").write_bytes(b"png")
