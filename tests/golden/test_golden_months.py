"""Whole monthly pages of tiny vaults, one for each thing that such a page may have to say.

After a change of words: `python tests/golden/test_golden_months.py` writes what is expected anew; read the
difference as the page's owner would before you keep it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

MONTHS = Path(__file__).parent / "months"

OVER = date(2026, 12, 3)
"""A day on which November is over and its page is not sealed yet."""

FRIDAY = date(2026, 11, 20)

Notes = Mapping[str, str]


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "".join(f"- {line}\n" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}"


def outcome(log: str, more: str = "", *, due: str = "2026-12-20") -> str:
    plan = f"baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: {due}"
    return note(f"type: outcome\n{plan}\n{more}", log)


def process(log: str, because: str, *, cadence: str = "10 calls per week", to: str = "Trials") -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}\nstart: 2026-09-28'
    return note(f"{head}\nbecause: {because}", log)


def weekly(*values: str, first: date = date(2026, 9, 28)) -> str:
    """A value for each week from the first on, each logged on its Monday."""
    days = (first + timedelta(weeks=week) for week in range(len(values)))
    return "\n".join(f"{day}: {value}" for day, value in zip(days, values, strict=True) if value)


EARLY = "people who speak to us in week one see the value before the trial ends."
FLAT = "2026-10-16: 6.3\n2026-10-30: 6.3\n2026-11-13: 6.4\n2026-11-27: 6.4"
ROSE = "2026-10-16: 6.5\n2026-10-30: 6.9\n2026-11-13: 7.3\n2026-11-27: 7.6"
FULL = weekly(*["10"] * 9)


def lever(score: str, more: str = "", *, to: str = "Trials") -> str:
    return note(f"type: lever\noutcome: '[[{to}]]'\n{score}\n{more}")


def page(kind: str, period: str, written: str) -> str:
    return (
        f"---\ntype: goal-review\npage: {kind}\nperiod: {period}\nsealed: true\n---\n"
        "<!-- vaultgoals:begin headline -->\n<!-- vaultgoals:end headline -->\n\n"
        f"## Reflection\n\n{written}\n"
    )


TRIALS: Notes = {
    "Goals/Trials.md": outcome(
        "2026-10-16: 6.3, confidence 8\n2026-10-30: 6.3\n2026-11-06: 6.3\n2026-11-13: 6.4\n2026-11-27: 6.4"
    ),
    "Goals/Calls.md": process(FULL, EARLY),
}
RACE: Notes = {
    "Goals/10 km.md": note(
        "type: outcome\nunit: min\nbaseline: '54:00'\ntarget: '50:00'\nstart: 2026-09-28\ndue: 2026-12-20",
        "2026-10-11: 53:10\n2026-10-18: 53:00\n2026-10-25: 52:50\n2026-11-01: 52:20\n2026-11-08: 51:50\n"
        "2026-11-15: 51:40\n2026-11-22: 51:10\n2026-11-29: 50:50",
    ),
    "Goals/Intervals.md": process(
        weekly("no", "no", "yes", "no", "yes", "yes", "no", "yes", "yes"),
        "speed work lowers the time, easy runs only keep it.",
        cadence="every Wednesday",
        to="10 km",
    ),
    "Goals/Runs.md": process(
        weekly("3", "2", "3", "3", "3", "3", "3", "2", "3"),
        "three runs a week are what my legs hold.",
        cadence="3 runs per week",
        to="10 km",
    ),
}
WRITTEN: Notes = {
    "Reviews/Monthly/Review 2026-10.md": page(
        "monthly", "2026-10", "**One thing I will stop this month:** polishing the deck before every call."
    ),
    "Reviews/Weekly/Review 2026-W45.md": page(
        "weekly", "2026-W45", "Decision: no calls on Mondays, nobody answers.\n"
    ),
    "Reviews/Weekly/Review 2026-W47.md": page(
        "weekly",
        "2026-W47",
        "Two of the people I called had already decided to leave. The call comes too late for them.\n\n"
        "**One thing I will do differently this week:** call on day one.",
    ),
}
TYPICAL: Notes = {
    **TRIALS,
    **RACE,
    **WRITTEN,
    "Goals/Refunds.md": note("type: guardrail\noutcome: '[[Trials]]'\nunit: '%'\nmax: 2", "2026-11-13: 1.2"),
    "Goals/Pricing page.md": lever(
        "impact: 3\nconfidence: 0.5\neffort: 1",
        "status: done\nclosed: 2026-11-14\nresult: did-not, nobody scrolled that far",
    ),
    "Goals/Price per site.md": lever("impact: 4\nconfidence: 0.6\neffort: 2"),
    "Goals/Video.md": lever("impact: 2\nconfidence: 0.5\neffort: 2"),
}


def sure(day: str, confidence: str, goal: str) -> dict[str, str]:
    """A check-in that says only how sure somebody is of a goal."""
    text = f'---\ntype: checkin\ngoal: "[[{goal}]]"\ndate: {day}\nconfidence: {confidence}\n---\n'
    return {f"Check-ins/{day} 0900 {goal}.md": text}


def over(due: str, log: str) -> str:
    return outcome(log, due=due)


CONFIDENT: Notes = {
    **TRIALS,
    **sure("2026-10-09", "9", "Trials"),
    **sure("2026-11-06", "70 %", "Trials"),
    **sure("2026-11-27", "at risk", "Trials"),
    "Goals/Demos booked.md": over("2026-11-15", "2026-10-30: 7.4\n2026-11-13: 8.2, more than ever"),
    **sure("2026-10-05", "6", "Demos booked"),
    "Goals/Referrals.md": over("2026-11-30", "2026-10-30: 6.4\n2026-11-24: 6.9, the partner left"),
    **sure("2026-10-06", "8", "Referrals"),
    **sure("2026-11-16", "4", "Referrals"),
    "Goals/Replies.md": over("2026-10-25", "2026-10-16: 6.1"),
    **sure("2026-10-07", "70 %", "Replies"),
}


def fifty_goals() -> Notes:
    """Twelve outcomes with three process goals each, and two alone; each outcome needs something else."""
    notes = {"Goals/Alone.md": outcome(FLAT), "Goals/Quiet.md": outcome("")}
    for n, log in enumerate([ROSE, FLAT, FLAT.replace("6.4", "6.1")] * 4):
        goal = f"Outcome {n + 1}"
        notes[f"Goals/{goal}.md"] = outcome(log)
        for m, share in enumerate(("10", "5", "9")):
            done = weekly(*[share if n % 2 else "10"] * 9)
            notes[f"Goals/Work {n + 1}{'abc'[m]}.md"] = process(done, EARLY, to=goal)
        notes[f"Goals/Idea {n + 1}.md"] = lever(f"impact: {n + 1}\nconfidence: 0.5\neffort: 2", to=goal)
    return notes


def trials(log: str, calls: str = FULL, **others: str) -> Notes:
    """A vault of one outcome, one process goal, and what else there may be."""
    notes = {"Goals/Trials.md": outcome(log), "Goals/Calls.md": process(calls, EARLY)}
    return notes | {f"Goals/{name.replace('_', ' ')}.md": text for name, text in others.items()}


@dataclass(frozen=True, kw_only=True)
class Case:
    notes: Notes
    today: date = OVER
    month: str = "2026-11"


CASES: dict[str, Case] = {
    "typical": Case(notes=TYPICAL),
    "typical-open": Case(notes=TYPICAL, today=FRIDAY),
    "typical-sealed": Case(notes=TYPICAL, today=date(2026, 12, 20)),
    "all-well": Case(
        notes={
            "Goals/Trials.md": outcome(ROSE),
            "Goals/Calls.md": process(FULL, EARLY),
            "Goals/Sales.md": outcome(ROSE),
            "Goals/Demos.md": process(weekly(*["3"] * 9), EARLY, cadence="3 per week", to="Sales"),
        }
    ),
    "one-goal": Case(notes=trials(ROSE), today=FRIDAY),
    "one-goal-without-a-because": Case(
        notes={"Goals/Trials.md": outcome(FLAT), "Goals/Calls.md": process(FULL, "")}
    ),
    "empty": Case(notes={}),
    "only-processes": Case(notes={"Goals/Calls.md": process(FULL, EARLY, to="Nothing")}),
    "fifty-goals": Case(notes=fifty_goals()),
    "levers": Case(
        notes=trials(
            FLAT,
            A_guide=lever("impact: 4\nconfidence: 0.9\neffort: 1", "result: worked, half of them read it"),
            A_quiz=lever(
                "impact: 1\nconfidence: 0.5\neffort: 1",
                "experiment: true\ntimebox: 2026-11-22\nsuccess: ten answers",
            ),
            A_tour=lever("impact: 5\nconfidence: 0.5\neffort: 2"),
            Last_year=lever(
                "impact: 1\nconfidence: 1\neffort: 1", "status: done\nclosed: 2026-10-02\nresult: worked"
            ),
            Not_scored=lever("impact: 5"),
            Given_up=lever("impact: 9\nconfidence: 1\neffort: 1", "status: dropped\nclosed: 2026-11-05"),
        )
    ),
    "confidence": Case(notes=CONFIDENT),
    "confidence-open": Case(notes=CONFIDENT, today=FRIDAY),
    "with-and-without": Case(
        notes={
            "Goals/Trials.md": outcome(
                weekly("6.1", "6.3", "6.3", "6.6", "6.6", "6.9", "6.9", "7.3", "7.4", first=date(2026, 10, 1))
            ),
            "Goals/Calls.md": process(weekly("2", "10", "9", "10", "8", "10", "9", "10", "10"), EARLY),
            "Goals/Mails.md": process(
                weekly("10", "3", "10", "3", "10", "3", "10", "3", "10"), EARLY, cadence="10 mails per week"
            ),
        }
    ),
    "guardrail-broken": Case(
        notes=trials(
            ROSE,
            Refunds=note("type: guardrail\noutcome: '[[Trials]]'\nunit: '%'\nmax: 2", "2026-11-20: 3.1"),
        )
    ),
    "not-measured": Case(notes=trials("2026-10-16: 6.3")),
    "never-measured": Case(notes=trials("")),
    "nothing-logged": Case(notes=trials(ROSE, "")),
    "log-first": Case(notes=trials(FLAT, weekly(*["10"] * 5))),
    "early-sign": Case(
        notes=trials(
            FLAT,
            Activation=note(
                "type: indicator\noutcome: '[[Trials]]'\nunit: '%'\nbaseline: 40\ntarget: 55\n"
                "start: 2026-09-28\ndue: 2026-12-20",
                "2026-10-16: 41\n2026-11-27: 49",
            ),
        )
    ),
    "execution-gap": Case(notes=trials(FLAT, weekly(*["2"] * 9))),
    "moves-without-it": Case(notes=trials(ROSE, weekly(*["1"] * 9))),
    "fell-back": Case(notes=trials("2026-10-16: 6.5\n2026-10-30: 6.4\n2026-11-27: 6.1")),
    "no-process": Case(notes={"Goals/Trials.md": outcome(ROSE)}),
    "target-met": Case(notes=trials("2026-10-16: 6.9\n2026-10-30: 7.6\n2026-11-27: 8.2")),
    "ended": Case(
        notes={
            "Goals/Trials.md": outcome(FLAT, due="2026-11-29"),
            "Goals/Calls.md": process(FULL, EARLY),
            "Goals/Reached.md": outcome("2026-11-10: 8.1", "status: done\nclosed: 2026-11-12"),
            "Goals/Given up.md": outcome(FLAT, "status: dropped\nclosed: 2026-11-16"),
            "Goals/Long over.md": outcome("2026-10-16: 6.3", due="2026-10-18"),
        }
    ),
    "paused": Case(
        notes={
            "Goals/Trials.md": outcome(FLAT, "status: paused"),
            "Goals/Calls.md": process(FULL, EARLY),
            "Goals/Next year.md": outcome("")
            .replace("2026-09-28", "2027-01-04")
            .replace("2026-12", "2027-06"),
        }
    ),
}


def vault_of(notes: Notes) -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in notes.items())


def plan(notes: Notes, month: str, today: date) -> Plan:
    period = Calendar().read(month)
    assert isinstance(period, Period)
    [planned] = plan_pages(vault_of(notes), Request(periods=(period,)), today=today)
    return planned


def page_of(case: Case) -> str:
    return plan(case.notes, case.month, case.today).text


@pytest.mark.parametrize("name", CASES)
def test_a_monthly_page_reads_as_it_should(name: str) -> None:
    assert page_of(CASES[name]) == (MONTHS / f"{name}.md").read_text(encoding="utf-8")


def test_every_golden_month_has_its_case() -> None:
    assert sorted(path.stem for path in MONTHS.glob("*.md")) == sorted(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_monthly_page_has_no_checkboxes_and_no_blanks_at_its_line_ends(name: str) -> None:
    lines = page_of(CASES[name]).split("\n")
    assert not [line for line in lines if re.match(r"[>\s]*(?:[-*+]|\d+[.)]) \[.\]", line)]
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("name", CASES)
def test_a_monthly_page_has_three_open_callouts_at_most_and_no_empty_heading(name: str) -> None:
    text = page_of(CASES[name])
    assert len(re.findall(r"^> \[!\w+\] ", text, re.MULTILINE)) <= 3
    below = re.sub(r"<!-- .* -->\n", "", text)
    assert not re.search(r"^## .*\n\s*(?:##|\Z)", below, re.MULTILINE)


@pytest.mark.parametrize("name", CASES)
def test_a_monthly_page_is_the_same_whatever_the_order_of_the_notes(name: str) -> None:
    case = CASES[name]
    backwards = dict(reversed(list(case.notes.items())))
    assert page_of(replace(case, notes=backwards)) == page_of(case)


@pytest.mark.parametrize("name", CASES)
def test_a_monthly_page_that_is_made_again_stays_as_it_is(name: str) -> None:
    case = CASES[name]
    made = plan(case.notes, case.month, case.today)
    again = plan({**case.notes, made.path: made.text}, case.month, case.today)
    assert (again.left, again.text) == ("is sealed" if "sealed: true" in made.text else "", made.text)


def test_what_is_logged_after_a_month_changes_nothing_on_its_page() -> None:
    for notes in (TYPICAL, CONFIDENT):
        later = {path: text + "- 2026-12-01: 7.9\n" for path, text in TRIALS.items()}
        later |= sure("2026-12-02", "0.1", "Trials") | sure("2026-12-02", "0.1", "Referrals")
        assert page_of(Case(notes={**notes, **later})) == page_of(Case(notes=notes))


def test_one_month_of_one_goal_is_a_dozen_lines() -> None:
    """As it is seen in reading view: without properties, markers, the picture and what is folded away."""
    _, _, body = page_of(CASES["one-goal"]).split("---\n", 2)
    assert len(list(_seen(body))) <= 14


def _seen(body: str) -> Iterator[str]:
    folded = drawn = False
    for line in body.splitlines():
        drawn = not drawn if line.startswith("```") else drawn
        title = line.startswith("> [!")
        folded = line.startswith(">") and (folded or "]- " in line[:20])
        hidden = drawn or line.startswith(("<!--", "```")) or (folded and not title)
        if line and not hidden:
            yield line


if __name__ == "__main__":
    for written, case in CASES.items():
        (MONTHS / f"{written}.md").write_text(page_of(case), encoding="utf-8")
