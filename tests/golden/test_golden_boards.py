"""Whole dashboards and pages of problems, and each block as it reads in a person's own note.

After a change of words: `python tests/golden/test_golden_boards.py` writes what is expected anew; read the
difference as the page's owner would before you keep it.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.note import Link
from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.render.pages import render_block, render_page
from vaultgoals.review.blocks import build_block
from vaultgoals.review.dashboard import build_dashboard
from vaultgoals.review.problems import build_problems
from vaultgoals.rules import check

BOARDS = Path(__file__).parent / "boards"
TODAY = date(2026, 11, 20)
PAGES = frozenset({"Reviews/Dashboard.md", "Reviews/Problems.md", "Reviews/Weekly/Review 2026-W47.md"})

MONDAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
"""The first days of the four weeks that are judged on TODAY."""

RULES = frozenset(
    (
        *("VG101", "VG102", "VG107", "VG201", "VG202", "VG302", "VG303"),
        *("VG308", "VG309", "VG401", "VG501", "VG502", "VG504"),
    )
)

Notes = Mapping[str, str]


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str = "2026-10-16: 6.3\n2026-11-13: 6.4", more: str = "", *, body: str = "") -> str:
    plan = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
    return note(f"type: outcome\n{plan}\n{more}", log, body=body)


def process(log: str, more: str = "", *, cadence: str = "10 calls per week", to: str = "Trials") -> str:
    because = "because: people who speak to us in week one see the value before the trial ends."
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: 2026-09-28'
    return note(f"{head}\n{because}\n{more}", log)


def weekly(*values: str) -> str:
    return "\n".join(f"{day}: {value}" for day, value in zip(MONDAYS, values, strict=False))


ROSE = "2026-10-16: 6.3\n2026-11-13: 7.2\n2026-11-18: 7.4"

TYPICAL: Notes = {
    "Goals/A product that people keep.md": "---\ntype: objective\ndue: 2026-12-20\n---\n",
    "Goals/Trials.md": outcome(
        "2026-10-16: 6.3\n2026-10-30: 6.3, flat\n2026-11-13: 6.4\n2026-11-18: 6.4",
        'objective: "[[A product that people keep]]"',
        body=(
            "## Actions\n\n- [ ] Draft the pricing page 📅 2026-11-16\n"
            "- [ ] Start the test 📅 2026-11-20 ^test\n- [ ] Later 📅 2026-12-01\n\n"
        ),
    ),
    "Goals/10 km.md": note(
        "type: outcome\nunit: min\nbaseline: '54:00'\ntarget: '50:00'\nstart: 2026-09-28\ndue: 2026-12-20\n"
        "check-in: fortnightly",
        "2026-10-11: 52:24\n2026-11-08: 52:00",
    ),
    "Goals/Activation.md": note(
        "type: indicator\noutcome: '[[Trials]]'\nunit: '%'\nbaseline: 40\ntarget: 55\nstart: 2026-09-28\n"
        "due: 2026-12-20",
        "2026-10-16: 41\n2026-11-18: 42",
    ),
    "Goals/Refunds.md": note("type: guardrail\noutcome: '[[Trials]]'\nunit: '%'\nmax: 2", "2026-11-13: 1.2"),
    "Goals/Stories.md": note(
        "type: output\noutcome: '[[Trials]]'\ntarget: 6\nunit: stories\nstart: 2026-09-28\ndue: 2026-12-20",
        "2026-10-20: 2\n2026-11-10: 2",
    ),
    "Goals/Price per site.md": note(
        "type: lever\noutcome: '[[Trials]]'\nimpact: 4\nconfidence: 0.6\neffort: 2\nresult: unclear, too few"
    ),
    "Goals/Calls.md": process(f"{weekly('10', '10', '9', '10')}\n2026-11-17: 4\n2026-11-19: 3"),
    "Goals/Nudge mails.md": process(
        f"{weekly('yes', 'yes', 'yes', 'yes')}\n2026-11-16: yes\n2026-11-17: skip: flu\n2026-11-18: yes",
        "if-then: If it is not done by lunch, I do it before I open the inbox again.",
        cadence="every weekday",
    ),
    "Goals/Write one.md": process("2026-10-20: 1", cadence="monthly", to="Stories"),
    "Goals/Intervals.md": process(
        weekly("yes", "yes", "no", "no"),
        "if-then: If it rains, treadmill at seven.",
        cadence="every Wednesday",
        to="10 km",
    ),
    "Goals/Posts.md": note(
        "type: process\noutcome:\ncadence: 2 posts per week\nstart: 2026-09-28", weekly("2", "2", "2", "2")
    ),
}

ALL_WELL: Notes = {
    "Goals/Trials.md": outcome(ROSE),
    "Goals/Calls.md": process(f"{weekly('10', '10', '10', '10')}\n2026-11-16: 10"),
    "Goals/Sales.md": outcome(ROSE),
    "Goals/Demos.md": process(
        f"{weekly('3', '3', '3', '3')}\n2026-11-17: 3", cadence="3 per week", to="Sales"
    ),
}

AT_REST: Notes = {
    "Goals/Paused for now.md": outcome(more="status: paused"),
    "Goals/On leave.md": outcome(more="pauses: [2026-11-01..2026-12-01]"),
    "Goals/Its calls.md": process("2026-10-20: 10", "pauses: [2026-11-01..2026-12-01]", to="On leave"),
    "Goals/An idea.md": note("type: outcome\nstatus: draft"),
    "Goals/Reached.md": outcome("2026-11-10: 8.1", "status: done\nclosed: 2026-11-12"),
    "Goals/Given up.md": outcome(more="status: dropped"),
    "Goals/Next year.md": outcome("").replace("2026-09-28", "2027-01-04").replace("2026-12-20", "2027-06-30"),
    "Goals/Its work.md": process("", to="Next year").replace("2026-09-28", "2027-01-04"),
    "Goals/Trying out.md": note(
        "type: process\nexploratory: true\nuntil: 2026-12-31\ncadence: weekly\nstart: 2026-11-02",
        "2026-11-03: 1\n2026-11-10: 1",
    ),
}


def fifty_goals() -> Notes:
    """Three objectives, fourteen outcomes with three process goals each, two of them without any."""
    notes = {f"Goals/Direction {n}.md": "---\ntype: objective\n---\n" for n in (1, 2, 3)}
    numbers = (ROSE, "2026-10-16: 6.3\n2026-11-13: 6.3", "2026-10-16: 6.3\n2026-11-13: 6")
    for n in range(1, 15):
        direction = min((n + 6) // 7, 2) if n < 14 else 3
        notes[f"Goals/Outcome {n}.md"] = outcome(numbers[n % 3], f'objective: "[[Direction {direction}]]"')
        for m, share in enumerate(("10", "5", "9") if n > 2 else ()):
            done = weekly(*[share if n % 2 else "10"] * 4)
            notes[f"Goals/Work {n}{'abc'[m]}.md"] = process(done, to=f"Outcome {n}")
    return notes


TITLES = (
    "A | B ^c # d",
    "[[Trials]] & <b>more</b>",
    "`code` $x$ %%y%%",
    "1. Not a list",
    "#tag and a_b_c *stars*",
    "שלום 🎯 calls",
    "x <!-- vaultgoals:end scorecard -->",
    "key:: value",
)

HOSTILE: Notes = {
    f"Goals/{title}.md": outcome("2026-10-16: 6.3") if place % 2 else process("a few", cadence=title)
    for place, title in enumerate(TITLES)
}

TO_TIDY: Notes = {
    "Goals/Trials.md": outcome(),
    "Goals/Sales.md": outcome("2026-11-13: 6.3\n2026-11-18: a few"),
    "Goals/Calls.md": process(weekly("10", "10", "10", "10"), "owner: ana").replace("because:", "idea:"),
    "Goals/Letters.md": process("2026-11-18: 1").replace("because:", "idea:"),
    "Goals/Demos.md": process("2026-11-18: 1", to="Slaes").replace("because:", "idea:"),
    "Goals/How often.md": process("", cadence="every moth"),
    "Goals/Late.md": outcome("").replace("due: 2026-12-20\n", ""),
    "Goals/Two.md": "---\ntype: outcome\ndue: 2026-12-20\ndue: 2026-12-21\n---\n",
    "Check-ins/2026-11-18 Somebody.md": "---\ntype: checkin\ndate: 2026-11-18\nvalue: 3\n---\n",
}

QUIETER = replace(
    Config(), rules=RuleSettings(severity=dict.fromkeys(("VG309", "VG401", "VG504"), Severity.INFO))
)


@dataclass(frozen=True, kw_only=True)
class Case:
    notes: Notes
    config: Config = Config()


VAULTS: dict[str, Case] = {
    "empty": Case(notes={}),
    "notes-without-goals": Case(notes={"Daily/2026-11-20.md": "Rain.\n"}),
    "typical": Case(notes=TYPICAL),
    "all-well": Case(notes=ALL_WELL),
    "at-rest": Case(notes=AT_REST),
    "fifty-goals": Case(notes=fifty_goals()),
    "hostile-titles": Case(notes=HOSTILE),
    "to-tidy": Case(notes=TO_TIDY, config=QUIETER),
}


def vault_of(case: Case) -> Vault:
    return Vault.of((read_note(Source.of(path, text)) for path, text in case.notes.items()), case.config)


def found(vault: Vault) -> list[Finding]:
    """The findings of some rules, so that a new one changes no board here."""
    return [finding for finding in check(vault, today=TODAY) if finding.code in RULES]


def dashboard(case: Case) -> str:
    vault = vault_of(case)
    pages = PAGES | frozenset(vault.notes)
    value = build_dashboard(vault, today=TODAY, findings=found(vault), pages=pages)
    return render_page("dashboard", value)


def problems(case: Case) -> str:
    vault = vault_of(case)
    pages = PAGES | frozenset(vault.notes)
    value = build_problems(vault, today=TODAY, findings=found(vault), pages=pages)
    return render_page("problems", value)


MAKERS: Mapping[str, Callable[[Case], str]] = {"dashboard": dashboard, "problems": problems}
EVERY_PAGE = [(kind, name) for kind in MAKERS for name in VAULTS]


# Blocks in a person's own note.


@dataclass(frozen=True, kw_only=True)
class Place:
    """A block in a note of a vault, and the label of that note's period if it is a periodic one."""

    block: str
    period: str | None = None
    path: str = "Home.md"
    vault: str = "typical"


PLACES: dict[str, Place] = {
    "next": Place(block="next"),
    "next-on-that-day": Place(block="next", period="2026-11-17"),
    "next-tomorrow": Place(block="next", period="2026-11-21"),
    "next-this-week": Place(block="next", period="2026-W47"),
    "next-last-week": Place(block="next", period="2026-W46"),
    "next-this-month": Place(block="next", period="2026-11"),
    "next-last-month": Place(block="next", period="2026-10"),
    "next-this-year": Place(block="next", period="2026"),
    "next-in-an-empty-vault": Place(block="next", vault="empty"),
    "outcomes": Place(block="outcomes"),
    "outcomes-last-month": Place(block="outcomes", period="2026-10"),
    "outcomes-in-an-empty-vault": Place(block="outcomes", vault="empty"),
    "scorecard": Place(block="scorecard"),
    "scorecard-last-week": Place(block="scorecard", period="2026-W46"),
    "scorecard-in-an-empty-vault": Place(block="scorecard", vault="empty"),
    "scorecard-at-rest": Place(block="scorecard", vault="at-rest"),
    "checkins": Place(block="checkins"),
    "checkins-on-that-day": Place(block="checkins", period="2026-11-17"),
    "checkins-today": Place(block="checkins", period="2026-11-20"),
    "checkins-last-month": Place(block="checkins", period="2026-10"),
    "checkins-this-quarter": Place(block="checkins", period="2026-Q4"),
    "checkins-in-a-week-without-any": Place(block="checkins", period="2026-W30"),
    "problems": Place(block="problems"),
    "problems-to-tidy": Place(block="problems", vault="to-tidy"),
    "problems-all-well": Place(block="problems", vault="all-well"),
    **{
        f"progress-{name.lower().replace(' ', '-')}": Place(block="progress", path=f"Goals/{name}.md")
        for name in (
            *("A product that people keep", "Trials", "10 km", "Activation", "Refunds", "Stories"),
            *("Price per site", "Calls", "Nudge mails", "Intervals", "Posts"),
        )
    },
    "progress-next-year": Place(block="progress", path="Goals/Next year.md", vault="at-rest"),
    "progress-reached": Place(block="progress", path="Goals/Reached.md", vault="at-rest"),
    "progress-on-leave": Place(block="progress", path="Goals/On leave.md", vault="at-rest"),
}


def block(place: Place, case: Case | None = None) -> str:
    vault = vault_of(case or VAULTS[place.vault])
    value = build_block(
        vault,
        place.block,
        path=place.path,
        period=Calendar().read(place.period) if place.period else None,
        today=TODAY,
        findings=found(vault),
        pages=PAGES | frozenset(vault.notes),
    )
    assert value is not None
    return render_block(place.block, value)


def expected() -> Iterator[tuple[Path, str]]:
    """Every golden file, and what is to stand in it."""
    for kind, name in EVERY_PAGE:
        yield BOARDS / kind / f"{name}.md", MAKERS[kind](VAULTS[name])
    for name, place in PLACES.items():
        yield BOARDS / "blocks" / f"{name}.md", block(place)


@pytest.mark.parametrize(("kind", "name"), EVERY_PAGE)
def test_a_page_reads_as_it_should(kind: str, name: str) -> None:
    assert MAKERS[kind](VAULTS[name]) == (BOARDS / kind / f"{name}.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PLACES)
def test_a_block_reads_as_it_should(name: str) -> None:
    assert block(PLACES[name]) == (BOARDS / "blocks" / f"{name}.md").read_text(encoding="utf-8")


def test_every_golden_board_has_its_case() -> None:
    names = [*EVERY_PAGE, *(("blocks", name) for name in PLACES)]
    assert sorted((path.parent.name, path.stem) for path in BOARDS.rglob("*.md")) == sorted(names)


@pytest.mark.parametrize(
    "path", sorted(BOARDS.rglob("*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_a_board_has_no_checkboxes_and_no_blanks_at_its_line_ends(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert not [line for line in lines if re.match(r"[>\s]*(?:[-*+]|\d+[.)]) \[.\]", line)]
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("name", PLACES)
def test_a_block_in_a_note_ends_its_last_line_and_opens_no_section(name: str) -> None:
    text = block(PLACES[name])
    assert text.endswith("\n")
    assert not text.startswith("\n")
    assert not read_note(Source.of("Home.md", text)).headings


@pytest.mark.parametrize(("kind", "name"), EVERY_PAGE)
def test_a_page_is_made_of_blocks_that_can_be_told_apart(kind: str, name: str) -> None:
    page = read_note(Source.of(f"{kind}.md", MAKERS[kind](VAULTS[name])))
    empty = read_note(Source.of(f"{kind}.md", MAKERS[kind](VAULTS["empty"])))
    assert [block.name for block in page.blocks] == [block.name for block in empty.blocks]
    assert not page.malformed


@pytest.mark.parametrize("kind", MAKERS)
def test_a_page_is_the_same_whatever_the_order_of_the_notes(kind: str) -> None:
    backwards = Case(notes=dict(reversed(list(TYPICAL.items()))))
    assert MAKERS[kind](backwards) == MAKERS[kind](VAULTS["typical"])


@pytest.mark.parametrize("name", PLACES)
def test_a_block_is_the_same_whatever_the_order_of_the_notes(name: str) -> None:
    place, case = PLACES[name], VAULTS[PLACES[name].vault]
    backwards = replace(case, notes=dict(reversed(list(case.notes.items()))))
    assert block(place, backwards) == block(place)


def titled(link: Link) -> str:
    return unquote(link.target).removeprefix("Goals/").removesuffix(".md")


def test_what_a_person_s_title_holds_stays_text() -> None:
    for kind in MAKERS:
        page = read_note(Source.of(f"{kind}.md", MAKERS[kind](VAULTS["hostile-titles"])))
        for found in page.blocks:
            inside = read_note(Source.of("inside.md", page.source.cut(found.content)))
            assert not inside.fields
            assert not inside.tags
            assert not inside.malformed
            assert not inside.blocks
            assert {titled(link) for link in inside.links} <= {
                *TITLES,
                "Review 2026-W47",
                "Problems",
                "Dashboard",
            }


if __name__ == "__main__":
    for file, text in expected():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
