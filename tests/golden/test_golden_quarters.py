"""Whole quarterly and yearly pages of tiny vaults.

After a change of words: `python tests/golden/test_golden_quarters.py` writes what is expected anew; read the
difference as the page's owner would before you keep it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import unquote

import pytest

from vaultgoals.core.period import Calendar
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

HERE = Path(__file__).parent
TODAY = date(2026, 11, 20)

Notes = Mapping[str, str]


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str, more: str = "", *, start: str = "2026-06-29", due: str = "2026-09-27") -> str:
    plan = f"baseline: 6\ntarget: 8\nunit: '%'\nstart: {start}\ndue: {due}"
    return note(f"type: outcome\n{plan}\n{more}", log)


def process(
    log: str, to: str, more: str = "", *, cadence: str = "10 calls per week", start: str = "2026-06-29"
) -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: {start}'
    return note(f"{head}\nbecause: people who speak to us see the value.\n{more}", log)


def weeks(first: str, *values: str) -> str:
    """One reading a week, from the first day on; an empty one is not logged."""
    day = date.fromisoformat(first)
    dated = ((day + timedelta(days=7 * place), value) for place, value in enumerate(values))
    return "\n".join(f"{on}: {value}" for on, value in dated if value)


def page(kind: str, label: str, room: str) -> dict[str, str]:
    head = f"---\ntype: goal-review\npage: {kind.lower()}\nperiod: {label}\nsealed: true\n---\n"
    return {f"Reviews/{kind}/Review {label}.md": f"{head}# Page\n\n## Reflection\n\n{room}\n"}


THIRTEEN = ("10", "10", "9", "10", "4", "", "", "10", "10", "10", "8", "10", "10")

TYPICAL: Notes = {
    "Goals/A product that people keep.md": "---\ntype: objective\n---\n",
    "Goals/Trials.md": outcome(
        weeks("2026-07-03", "6.2", "6.5", "6.9", "7.4", "7.9")
        + "\n2026-09-18: 8.1, the calls on day one did it, I think",
        'objective: "[[A product that people keep]]"\nowner: Ana',
    ),
    "Goals/Churn.md": note(
        'type: outcome\nobjective: "[[A product that people keep]]"\nbaseline: 5\ntarget: 3\nunit: "%"\n'
        "start: 2026-06-29\ndue: 2026-09-30",
        "2026-07-10: 4.8\n2026-08-14: 4.6, support was on holiday\n2026-09-25: 4.5",
    ),
    "Goals/10 km.md": note(
        "type: outcome\nunit: min\nbaseline: '54:00'\ntarget: '50:00'\nstart: 2026-07-06\ndue: 2026-12-13\n"
        "check-in: fortnightly",
        "2026-08-11: 52:40\n2026-09-20: 52:00",
    ),
    "Goals/Calls.md": process(weeks("2026-06-29", *THIRTEEN), "Trials"),
    "Goals/Save mails.md": process(
        weeks("2026-06-29", "3", "3", "1"),
        "Churn",
        "status: dropped\nclosed: 2026-08-03",
        cadence="3 per week",
    ),
    "Goals/Runs.md": process(weeks("2026-07-06", *["2"] * 6, *["3"] * 6), "10 km", cadence="3 runs per week"),
    "Goals/Price per site.md": note(
        "type: lever\noutcome: '[[Trials]]'\nimpact: 4\nconfidence: 0.6\neffort: 2\ntimebox: 2026-08-31\n"
        "result: did-not, nobody noticed the page"
    ),
    "Goals/Exit call.md": note("type: lever\noutcome: '[[Churn]]'\nstatus: dropped\nclosed: 2026-09-01"),
    **page("Weekly", "2026-W28", "Decision: no more demos without a plan.\n"),
    **page("Weekly", "2026-W33", "Two weeks of holiday: nothing was logged, and nothing broke.\n"),
    **page(
        "Monthly",
        "2026-08",
        "Calls work when they come early; after a week they are a chore.\n\n"
        "- Decision: drop the [[Save mails]].\n",
    ),
    **page(
        "Quarterly",
        "2026-Q2",
        "**One thing I will do differently next quarter:**\nThree outcomes, not six.\n",
    ),
}


def fifty_goals() -> Notes:
    """Three objectives, fourteen outcomes with three process goals each."""
    notes = {f"Goals/Direction {n}.md": "---\ntype: objective\n---\n" for n in (1, 2, 3)}
    logs = ("2026-07-16: 6.3\n2026-09-13: 8.2", "2026-07-16: 6.3\n2026-09-13: 7, too little time", "")
    for n in range(1, 15):
        direction = min((n + 6) // 7, 2) if n < 14 else 3
        notes[f"Goals/Outcome {n:02}.md"] = outcome(logs[n % 3], f'objective: "[[Direction {direction}]]"')
        for m in "abc":
            done = weeks("2026-06-29", *["10" if n % 2 else "7"] * 13)
            notes[f"Goals/Work {n:02}{m}.md"] = process(done, f"Outcome {n:02}")
    return notes


def later(notes: Notes) -> Notes:
    """The goals of a vault a quarter later, day by day."""

    def moved(day: re.Match[str]) -> str:
        return str(date.fromisoformat(day[0]) + timedelta(days=91))

    goals = {path: text for path, text in notes.items() if path.startswith("Goals/")}
    return {path: re.sub(r"2026-\d\d-\d\d", moved, text) for path, text in goals.items()}


@dataclass(frozen=True, kw_only=True)
class Case:
    notes: Notes
    period: str = "2026-Q3"
    today: date = TODAY


QUARTERS: dict[str, Case] = {
    "typical": Case(notes=TYPICAL),
    "open": Case(
        notes={
            **later(TYPICAL),
            **page(
                "Weekly",
                "2026-W45",
                "Decision: a smaller plan.\n\n**One thing I will do differently this week:** Less.\n",
            ),
            **page(
                "Quarterly", "2026-Q3", "**One thing I will do differently next quarter:** Fewer outcomes.\n"
            ),
        },
        period="2026-Q4",
    ),
    "nothing-due": Case(
        notes={
            "Goals/Trials.md": outcome("2026-07-16: 6.3\n2026-09-13: 7", due="2027-03-31"),
            "Goals/Calls.md": process(weeks("2026-06-29", *["10"] * 13), "Trials"),
        }
    ),
    "no-check-ins": Case(notes={"Goals/Trials.md": outcome("")}),
    "no-outcomes": Case(notes={"Goals/Calls.md": process(weeks("2026-06-29", *["10"] * 13), "Nothing")}),
    "all-reached": Case(
        notes={
            "Goals/Trials.md": outcome("2026-09-13: 8.4"),
            "Goals/Sales.md": outcome(
                "2026-08-13: 8.4", "status: done\nclosed: 2026-08-20", due="2026-12-31"
            ),
        }
    ),
    "committed-and-dropped": Case(
        notes={
            "Goals/Audit.md": outcome("2026-09-13: 7.8", "committed: true"),
            "Goals/Fair.md": outcome("2026-07-13: 6.2, no budget", "status: dropped\nclosed: 2026-08-20"),
            "Goals/Old.md": outcome("2026-03-13: 6.2", start="2026-01-05", due="2026-03-31"),
            "Goals/Idea.md": outcome("", "status: draft"),
        }
    ),
    "pictures": Case(
        notes={
            f"Goals/{name}.md": outcome(weeks("2026-07-03", "6.2", "6.9", value))
            for name, value in (("A", "7.5"), ("B", "8"), ("C", "7"), ("D | x", "6.5"), ("E", "7.7"))
        }
    ),
    "fifty-goals": Case(notes=fifty_goals()),
}

YEAR: Notes = {
    **TYPICAL,
    "Goals/Sales.md": outcome(
        weeks("2026-01-07", *["6.5", "7", "7.5"]),
        'objective: "[[A product that people keep]]"',
        start="2026-01-01",
        due="2026-03-31",
    ),
    "Goals/Waiting list.md": outcome("", start="2026-01-01", due="2026-06-30"),
    "Goals/Fair.md": outcome("2026-07-13: 6.2", "status: dropped\nclosed: 2026-08-20"),
    "Goals/Demos.md": process(
        weeks("2026-01-05", *["3"] * 12), "Sales", cadence="3 per week", start="2026-01-05"
    )
    + "\n",
    **page("Quarterly", "2026-Q2", "A quarter with six outcomes is a quarter without any.\n"),
    **page("Yearly", "2025", "**One thing I will do differently next year:**\nFinish what I begin.\n"),
}

YEARS: dict[str, Case] = {
    "typical": Case(notes=YEAR, period="2026", today=date(2027, 1, 4)),
    "open": Case(notes=YEAR, period="2026"),
    "first-year": Case(
        notes={
            "Goals/Trials.md": outcome(
                "2026-10-16: 6.3\n2026-11-13: 6.4", start="2026-09-28", due="2026-12-20"
            ),
            "Goals/Calls.md": process(weeks("2026-09-28", *["10"] * 7), "Trials", start="2026-09-28"),
        },
        period="2026",
    ),
    "fifty-goals": Case(notes=fifty_goals(), period="2026"),
}

EVERY_PAGE: dict[str, Case] = {
    **{f"quarters/{name}": case for name, case in QUARTERS.items()},
    **{f"years/{name}": case for name, case in YEARS.items()},
}


def vault_of(notes: Notes) -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())


def plan(case: Case) -> Plan:
    period = Calendar().read(case.period)
    assert period
    [planned] = plan_pages(vault_of(case.notes), Request(periods=(period,)), today=case.today)
    return planned


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_that_scores_reads_as_it_should(name: str) -> None:
    assert plan(EVERY_PAGE[name]).text == (HERE / f"{name}.md").read_text(encoding="utf-8")


def test_every_golden_page_that_scores_has_its_case() -> None:
    files = [*HERE.glob("quarters/*.md"), *HERE.glob("years/*.md")]
    assert sorted(f"{path.parent.name}/{path.stem}" for path in files) == sorted(EVERY_PAGE)


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_that_scores_has_no_checkboxes_and_no_blanks_at_its_line_ends(name: str) -> None:
    lines = plan(EVERY_PAGE[name]).text.split("\n")
    assert not [line for line in lines if re.match(r"[>\s]*(?:[-*+]|\d+[.)]) \[.\]", line)]
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_that_scores_is_the_same_whatever_the_order_of_the_notes(name: str) -> None:
    case = EVERY_PAGE[name]
    assert plan(replace(case, notes=dict(reversed(list(case.notes.items()))))).text == plan(case).text


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_a_page_that_scores_and_is_made_again_stays_as_it_is(name: str) -> None:
    case = EVERY_PAGE[name]
    made = plan(case)
    again = plan(replace(case, notes={**case.notes, made.path: made.text}))
    assert again.text == made.text


TITLES = ("A | B ^c", "[[Trials]] & <b>more</b>", "#tag and a_b_c *stars*", "key:: value %%x%%")
WORDS = ("key:: value #tag", "| a | b | [x](y) $x$", "`code` <b> [[Nowhere]]", "1. # - [ ] ^id")


@pytest.mark.parametrize("period", ["2026-Q3", "2026"])
def test_what_a_person_wrote_stays_text(period: str) -> None:
    notes = {
        f"Goals/{title}.md": outcome(f"2026-07-10: 6.4\n2026-08-14: 6.5, {words}")
        for title, words in zip(TITLES, WORDS, strict=True)
    }
    notes["Goals/Bet.md"] = note(f"type: lever\nresult: '{WORDS[0]}'\ndue: 2026-08-01")
    for week, words in enumerate(WORDS, start=30):
        notes |= page("Weekly", f"2026-W{week}", f"Decision: {words}\n\n{words} and more\n")
    made = read_note(Source.of("page.md", plan(Case(notes=notes, period=period)).text))
    assert not made.malformed
    for block in made.blocks:
        inside = read_note(Source.of("inside.md", made.source.cut(block.content)))
        assert [inside.fields, inside.tags, inside.block_ids, inside.malformed] == [()] * 4
        shown = {unquote(link.target).removeprefix("Goals/").removesuffix(".md") for link in inside.links}
        assert not {name for name in shown if not name.startswith("Review ")} - {*TITLES, "Bet"}


def expected() -> Iterator[tuple[Path, str]]:
    for name, case in EVERY_PAGE.items():
        yield HERE / f"{name}.md", plan(case).text


if __name__ == "__main__":
    for file, text in expected():
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
