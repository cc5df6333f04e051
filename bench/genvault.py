"""Makes a vault of any size: the same arguments make the same bytes at the same relative paths.

genvault.py OUT --notes N --goals G --checkins C --days D --seed S

N ordinary notes, G goals, C check-in notes, and D daily notes that log by field and by ticked task. Times of
modification are not controlled.
"""

import argparse
import math
import os
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random

START = date(2024, 1, 1)
"""The first day on which anything is logged, a Monday."""


def _split(words: str) -> list[str]:
    return words.split()


_WORDS = _split(
    """
    the of and a to in is it that for on with as this by be are from or an at was not have which you can
    more will one all about if has but when time out they so what up use how their other than into some
    could these two may then do first any my now such like our over man me even most made after also did
    many before must through back years where much your way well down should because each just those
    people state good very make world still own see men work long get here between both life being under
    never day same another know while last might us great old year off come since against go came right
    used take three review outcome process weekly outbound sales pipeline prospect call revenue habit
    cadence metric target baseline evidence decision hypothesis experiment customer interview retention
    churn note link graph summary meeting project area resource archive running sleep reading draft
    chapter training plan budget savings invoice proposal demo feature release backlog sprint research
    paper method result figure table reference quote thought idea question answer principle lesson
    mistake
    """
)
_ADJECTIVES = _split(
    """
    Quiet Bold Weekly Daily Annual Deep Shallow Public Private Early Late Small Large Warm Cold Clear
    Odd Steady Lean Prime
    """
)
_NOUNS = _split(
    """
    Outbound Pipeline Garden Ledger Sleep Running Reading Writing Sales Hiring Budget Research Retention
    Launch Support Design Health Family Music Travel
    """
)
_DOINGS = _split(
    """
    calls plan review notes sessions habits metrics drafts ideas blocks log summary interviews demos
    proposals
    """
)
_AREAS = ["01 Projects", "02 Areas", "03 Resources", "04 Archive", "Daily", "People", "Inbox", "Meetings"]
_UNITS = ["calls", "EUR", "km", "pages", "hours", "sessions", "kg", '"%"']


def _sentence(r: Random) -> str:
    words = " ".join(r.choices(_WORDS, k=r.randint(6, 18)))
    return words[0].upper() + words[1:] + r.choice("....?!")


def _link(r: Random, titles: Sequence[str]) -> str:
    title = titles[int(len(titles) * r.random() ** 2)]  # the first ones are popular
    x = r.random()
    if x < 0.55:
        return f"[[{title}]]"
    if x < 0.78:
        return f"[[{title}|{r.choice(_WORDS)} {r.choice(_WORDS)}]]"
    if x < 0.88:
        return f"[[{title}#{r.choice(_NOUNS)}]]"
    if x < 0.93:
        return f"[[{title}#{r.choice(_NOUNS)}|{r.choice(_WORDS)}]]"
    if x < 0.95:
        return f"![[{title}]]"
    if x < 0.97:
        return f"[[{title}#^{r.randrange(16**6):06x}]]"
    return f"[[Missing {r.choice(_NOUNS)} {r.randrange(99)}]]"


def _paragraph(r: Random, titles: Sequence[str]) -> str:
    return " ".join(_sentence(r) + _ornament(r, titles) for _ in range(r.randint(2, 6)))


def _ornament(r: Random, titles: Sequence[str]) -> str:
    """What a sentence may end with: a link, emphasis, an address, code, a tag, other scripts."""
    x = r.random()
    if x < 0.22:
        return f" {_link(r, titles)}."
    if x < 0.27:
        return f" **{r.choice(_WORDS)}** and *{r.choice(_WORDS)}*"
    if x < 0.30:
        address = f"<https://example.org/{r.choice(_WORDS)}>"
        return f" see {address} or [{r.choice(_WORDS)}](https://example.com/{r.choice(_WORDS)})."
    if x < 0.33:
        return f" `{r.choice(_WORDS)}[[{r.randrange(9)}]]`"
    if x < 0.36:
        return f" #{r.choice(_WORDS)}/{r.choice(_WORDS)}"
    return " café, naïve, Zürich — 日本語 ✅" if x < 0.38 else ""


def _block(r: Random, titles: Sequence[str]) -> str:
    x = r.random()
    if x < 0.45:
        return _paragraph(r, titles)
    if x < 0.60:
        return f"{'#' * r.randint(2, 4)} {r.choice(_ADJECTIVES)} {r.choice(_NOUNS)}"
    if x < 0.80:
        return "\n".join(_item(r, titles) for _ in range(r.randint(2, 7)))
    if x < 0.86:
        return f"> [!note] {r.choice(_NOUNS)}\n> {_sentence(r)}\n> {_sentence(r)}"
    if x < 0.93:
        lines = (f"{r.choice(_WORDS)}_{i} = data[[{i}]]  # {_sentence(r)}" for i in range(r.randint(2, 8)))
        return "```python\n" + "\n".join(lines) + "\n```"
    if x < 0.97:
        rows = (
            f"| {r.choice(_WORDS)} | {r.randrange(999)} | {_link(r, titles)} |"
            for _ in range(r.randint(2, 6))
        )
        return "| a | b | c |\n|---|---|---|\n" + "\n".join(rows)
    return f"%% {_sentence(r)} %%\n\n---"


def _item(r: Random, titles: Sequence[str]) -> str:
    indent = "  " * r.choice((0, 0, 0, 1))
    words = indent + r.choice(("- ", "- ", "- [ ] ", "- [x] ", "1. ")) + _sentence(r)
    return words + (f" {_link(r, titles)}" if r.random() < 0.3 else "")


def _row(r: Random, titles: Sequence[str]) -> str:
    return f"| {r.choice(_WORDS)} | {r.randrange(999)} | {_link(r, titles)} |"


def _body(r: Random, titles: Sequence[str], size: int) -> str:
    """Blocks until there are so many characters."""
    blocks: list[str] = []
    length = 0
    while length < size:
        blocks.append(_block(r, titles))
        length += len(blocks[-1]) + 2
    return "\n\n".join(blocks) + "\n"


def _header(r: Random, number: int) -> str:
    """The properties of an ordinary note."""
    day = date(2021, 1, 1) + timedelta(days=r.randrange(2000))
    lines = ["---"]
    if r.random() < 0.7:
        lines += ["tags:", *(f"  - {r.choice(_WORDS)}" for _ in range(r.randint(1, 4)))]
    else:
        lines += [f"tags: [{r.choice(_WORDS)}, {r.choice(_WORDS)}/{r.choice(_WORDS)}]"]
    if r.random() < 0.4:
        lines += [f"aliases: [{r.choice(_ADJECTIVES)} {r.choice(_WORDS)} {number}]"]
    lines += [f"created: {day.isoformat()}"]
    if r.random() < 0.5:
        lines += [f"updated: {day.isoformat()} {r.randrange(24):02d}:{r.randrange(60):02d}"]
    if r.random() < 0.3:
        lines += [f'title: "{r.choice(_ADJECTIVES)}: {r.choice(_NOUNS)} {number}"']
    if r.random() < 0.2:
        lines += ["type: " + r.choice(("note", "meeting", "person", "book", "daily"))]
    if r.random() < 0.2:
        lines += [f"rating: {r.randint(1, 5)}", "publish: false"]
    return "\n".join(lines) + "\n---\n"


class _Writer:
    """Writes notes into a folder, and makes the folders that they lie in."""

    def __init__(self, out: str) -> None:
        self._out = out
        self._made: set[str] = set()

    def write(self, path: str, text: str) -> None:
        full = f"{self._out}/{path}"
        folder = os.path.dirname(full)
        if folder not in self._made:
            os.makedirs(folder, exist_ok=True)
            self._made.add(folder)
        with open(full, "wb") as file:
            file.write(text.encode())


def generate(out: str, *, notes: int, goals: int, checkins: int, days: int = 0, seed: int = 1) -> None:
    """Write a vault; one stream of chance, so that the order in which things are drawn is part of it."""
    r = Random(seed)
    os.makedirs(os.path.join(out, ".obsidian"), exist_ok=True)
    with open(os.path.join(out, ".obsidian", "app.json"), "w") as file:
        file.write("{}\n")
    writer = _Writer(out)
    folders = _folders(r, max(4, notes // 25))
    titles = [_title(r, str(number)) for number in range(notes)] or ["Index"]
    outcomes = max(1, goals // 3) if goals else 0
    named = [_title(r, f"G{number}") for number in range(goals)]
    for number, title in enumerate(named):
        _write_goal(r, writer, titles, number=number, title=title, outcomes=named[:outcomes])
    processes = named[outcomes:] or named
    _write_checkins(r, writer, titles, processes, checkins)
    if processes:
        _write_days(r, writer, titles, processes, days)
    if notes:
        _write_notes(r, writer, titles, folders)


def _folders(r: Random, count: int) -> list[str]:
    """About one for 25 notes, up to three deep."""
    folders = []
    for _ in range(count):
        path = r.choice(_AREAS)
        for _ in range(r.choice((0, 1, 1, 2, 2, 3))):
            path += f"/{r.choice(_NOUNS)} {r.randrange(max(3, count // 20))}"
        folders.append(path)
    return folders


def _title(r: Random, number: str) -> str:
    return f"{r.choice(_ADJECTIVES)} {r.choice(_NOUNS)} {r.choice(_DOINGS)} {number}"


def _write_goal(
    r: Random, writer: _Writer, titles: Sequence[str], *, number: int, title: str, outcomes: Sequence[str]
) -> None:
    kind = "outcome" if number < len(outcomes) else "process"
    unit, target = r.choice(_UNITS), r.randint(5, 500)
    lines = ["---", f"type: {kind}", "status: " + r.choice(("active",) * 6 + ("done", "paused", "dropped"))]
    lines += [f"start: {START + timedelta(days=r.randrange(300))}", f"owner: {r.choice(_NOUNS)}"]
    if kind == "outcome":
        lines += [
            f"metric: {r.choice(_WORDS)}",
            f"unit: {unit}",
            f"baseline: {r.randint(0, 5)}",
            f"target: {target}",
        ]
        lines += [f"due: {START + timedelta(days=400 + r.randrange(900))}"]
    else:
        if r.random() > 0.04:  # some lead to no outcome, so that there is something to find
            lines += [f'outcome: "[[{outcomes[r.randrange(len(outcomes))]}]]"']
        lines += [
            f"unit: {unit}",
            f"cadence: {r.randint(1, 60)} per " + r.choice(("week", "week", "day", "month")),
        ]
        lines += [f"because: {_sentence(r)}"]
    if r.random() < 0.5:
        lines += [f"tags: [goal, {r.choice(_WORDS)}]"]
    if r.random() < 0.2:
        lines += ["aliases:", f"  - goal alias {number}"]
    body = _body(r, titles, int(min(20_000, math.exp(r.gauss(6.5, 0.8)))))
    writer.write(f"goals/{kind}/{title}.md", "\n".join([*lines, "---"]) + f"\n# {title}\n\n{body}")


def _write_checkins(
    r: Random, writer: _Writer, titles: Sequence[str], processes: Sequence[str], count: int
) -> None:
    """One process goal after the other, week by week."""
    for number in range(count):
        title, weeks = processes[number % len(processes)], number // len(processes)
        day = START + timedelta(days=7 * weeks + r.randrange(5))
        year, week, _ = day.isocalendar()
        lines = ["---", "type: checkin", f'goal: "[[{title}]]"', f"date: {day}", f"value: {r.randint(0, 60)}"]
        if r.random() < 0.4:
            lines += [f"confidence: {r.randint(2, 10)}"]
        if r.random() < 0.2:
            lines += [f'blocked: "{r.choice(_WORDS)}: {r.choice(_WORDS)}"']
        words = f"{_sentence(r)} {_sentence(r)}\n\n- {_sentence(r)} {_link(r, titles)}\n"
        path = f"checkins/{year}/{year}-W{week:02d} {title}.md"
        writer.write(path, "\n".join([*lines, "---"]) + f"\n{words}")


def _write_days(
    r: Random, writer: _Writer, titles: Sequence[str], processes: Sequence[str], days: int
) -> None:
    """Daily notes that log by an inline field, or by a ticked task with a link."""
    for number in range(days):
        day = START + timedelta(days=number)
        lines = [f"# {day}", "", _paragraph(r, titles), ""]
        for _ in range(r.randint(0, 3)):
            lines += [f"{r.choice(processes)}:: {r.randint(0, 40)} {_sentence(r)}"]
        for _ in range(r.randint(0, 4)):
            lines += [f"- [{r.choice('x ')}] {_sentence(r)} [[{r.choice(processes)}]]"]
        writer.write(f"Daily/{day.year}/{day}.md", "\n".join(lines) + "\n")


def _write_notes(r: Random, writer: _Writer, titles: Sequence[str], folders: Sequence[str]) -> None:
    """Ordinary notes: lognormal in size, 1 kB in the middle, 100 kB at most; one in fifty with CRLF."""
    for number, title in enumerate(titles):
        size = int(min(100_000, max(40, math.exp(r.gauss(math.log(1050), 1.15)))))
        has_header = r.random() < 0.60
        text = _header(r, number) if has_header else ""
        text += f"# {title}\n\n" if r.random() < 0.7 else ""
        text += _body(r, titles, size - (120 if has_header else 0))
        if r.random() < 0.02:
            text = text.replace("\n", "\r\n")
        folder = folders[min(len(folders) - 1, int(len(folders) * r.random()))]
        writer.write(f"{folder}/{title}.md", text)


def main() -> None:
    """The command line."""
    read = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    read.add_argument("out")
    for name, default in (("notes", 10_000), ("goals", 50), ("checkins", 350), ("days", 365), ("seed", 1)):
        read.add_argument(f"--{name}", type=int, default=default)
    given = read.parse_args()
    counts = {"notes": given.notes, "goals": given.goals, "checkins": given.checkins, "days": given.days}
    generate(given.out, **counts, seed=given.seed)


if __name__ == "__main__":
    main()
