"""Whole weekly pages of tiny vaults, one for each thing that a page may have to say.

After a change of words: `python tests/golden/test_golden_pages.py` writes what is expected anew; read the
difference as the page's owner would before you keep it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.period import Calendar, Period
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.workspace.plan import Plan
from vaultgoals.workspace.settle import plan_pages
from vaultgoals.workspace.targets import Request

PAGES = Path(__file__).parent / "pages"
SAMPLE = Path(__file__).parents[2] / "sample-vault"
TODAY = date(2026, 11, 20)

MONDAYS = ("2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09")
"""The first days of the four weeks that are judged on TODAY."""


def note(properties: str, log: str = "", *, body: str = "") -> str:
    lines = "\n".join(f"- {line}" for line in log.splitlines())
    return f"---\n{properties.strip()}\n---\n{body}\n## Check-ins\n\n{lines}\n"


def outcome(log: str = "2026-10-16: 6.3\n2026-11-13: 6.4", more: str = "", *, body: str = "") -> str:
    plan = "baseline: 6\ntarget: 8\nunit: '%'\nstart: 2026-09-28\ndue: 2026-12-20"
    return note(f"type: outcome\n{plan}\n{more}", log, body=body)


def process(log: str, more: str = "", *, cadence: str = "10 calls per week", to: str = "Trials") -> str:
    head = f'type: process\noutcome: "[[{to}]]"\ncadence: {cadence}'
    return note(f"{head}\n{more or BECAUSE}\nstart: 2026-09-28", log)


def weekly(*values: str) -> str:
    return "\n".join(f"{day}: {value}" for day, value in zip(MONDAYS, values, strict=False))


BECAUSE = "because: people who speak to us in week one see the value before the trial ends."
FULL = weekly("10", "10", "10", "10")
ROSE = "2026-10-16: 6.3\n2026-11-13: 7.2"
ACTIVATION = (
    "type: indicator\noutcome: '[[Trials]]'\nunit: '%'\nbaseline: 40\ntarget: 55\n"
    "start: 2026-09-28\ndue: 2026-12-20"
)
LEVER = "type: lever\noutcome: '[[Trials]]'\nimpact: 4\nconfidence: 0.6\neffort: 2"
REFUNDS = "type: guardrail\noutcome: '[[Trials]]'\nunit: '%'\nmax: 2"
RACE = (
    "type: outcome\nunit: min\nbaseline: '54:00'\ntarget: '50:00'\nstart: 2026-09-28\ndue: 2026-12-20\n"
    "check-in: fortnightly"
)


def trials(number: str, calls: str = "", **others: str) -> dict[str, str]:
    """A vault of one outcome, one process goal, and what else there may be."""
    notes = {"Goals/Trials.md": number} | ({"Goals/Calls.md": calls} if calls else {})
    return notes | {f"Goals/{name.replace('_', ' ')}.md": text for name, text in others.items()}


@dataclass(frozen=True, kw_only=True)
class Case:
    notes: Mapping[str, str]
    week: str = "2026-W47"
    config: Config = Config()


def fifty_goals() -> dict[str, str]:
    """Twelve outcomes with three process goals each, and two alone; each outcome needs something else."""
    notes = {"Goals/Alone.md": outcome(), "Goals/Quiet.md": outcome("")}
    numbers = (ROSE, "2026-10-16: 6.3\n2026-11-13: 6.3", "2026-10-16: 6.3\n2026-11-13: 6")
    for n in range(12):
        goal = f"Outcome {n + 1}"
        notes[f"Goals/{goal}.md"] = outcome(numbers[n % 3])
        for m, share in enumerate(("10", "5", "9")):
            done = weekly(*[share if n % 2 else "10"] * 4)
            notes[f"Goals/Work {n + 1}{'abc'[m]}.md"] = process(done, to=goal)
    return notes


CASES: dict[str, Case] = {
    "guardrail-broken": Case(
        notes=trials(outcome(), process(FULL), Refunds=note(REFUNDS, "2026-11-06: 1.4\n2026-11-13: 3.1"))
    ),
    "guardrails-broken": Case(
        notes=trials(
            outcome(),
            process(FULL),
            Refunds=note(REFUNDS, "2026-11-06: 1.4\n2026-11-13: 3.1"),
            Support_load=note("type: guardrail\noutcome: '[[Trials]]'\nmin: 2\nmax: 9", "2026-11-18: 12"),
        )
    ),
    "nothing-to-compare": Case(
        notes=trials(
            outcome().replace("baseline: 6\n", "").replace("2026-10-16", "2026-10-30"), process(FULL)
        )
    ),
    "not-measured": Case(notes=trials(outcome("2026-10-16: 6.3"), process(FULL))),
    "no-process": Case(notes=trials(outcome())),
    "log-first": Case(notes=trials(outcome(), process("2026-10-19: 10\n2026-10-26: 9"))),
    "too-early": Case(
        notes=trials(
            outcome(more="lag: 4 weeks"),
            note(
                f'type: process\noutcome: "[[Trials]]"\ncadence: 10 calls per week\n{BECAUSE}\n'
                "start: 2026-10-12",
                "2026-10-12: 9\n2026-10-19: 10\n2026-10-26: 10\n2026-11-02: 10",
            ),
        )
    ),
    "early-sign": Case(
        notes=trials(outcome(), process(FULL), Activation=note(ACTIVATION, "2026-10-16: 41\n2026-11-13: 47"))
    ),
    "working": Case(notes=trials(outcome(ROSE), process(FULL))),
    "working-slower": Case(
        notes=trials(
            outcome("2026-10-16: 6.3\n2026-10-30: 6.5\n2026-11-13: 6.8"),
            process(FULL),
            Price_per_site=note(LEVER),
        )
    ),
    "working-half-done": Case(
        notes={
            "Goals/10 km.md": note(RACE, "2026-10-11: 52:24\n2026-10-25: 52:00\n2026-11-08: 51:36"),
            "Goals/Runs.md": process(
                weekly("3", "2", "2", "1"),
                "because: easy runs keep it.",
                cadence="3 runs per week",
                to="10 km",
            ),
            "Goals/Intervals.md": process(
                weekly("yes", "yes", "no", "no"),
                "because: speed work lowers the time, easy runs only keep it.\n"
                "if-then: If it rains, treadmill at seven.",
                cadence="every Wednesday",
                to="10 km",
            ),
        }
    ),
    "moves-without-it": Case(notes=trials(outcome(ROSE), process(weekly("2", "0", "3", "1")))),
    "assumption-to-revisit": Case(
        notes=trials(outcome(), process(FULL), Activation=note(ACTIVATION, "2026-10-16: 41\n2026-11-13: 42"))
    ),
    "assumption-fell-back": Case(notes=trials(outcome("2026-10-16: 6.3\n2026-11-13: 6.1"), process(FULL))),
    "execution-gap": Case(notes=trials(outcome(), process(weekly("2", "0", "3", "1")))),
    "execution-half": Case(
        notes=trials(
            outcome(),
            process(weekly("7", "5", "6", "4")),
            Nudge_mails=process(weekly("no", "no", "no", "yes"), cadence="every Friday"),
        )
    ),
    "empty-vault": Case(notes={}),
    "notes-without-goals": Case(notes={"Daily/2026-11-20.md": "Rain.\n"}),
    "no-check-ins": Case(notes=trials(outcome(""), process(""))),
    "only-processes": Case(notes={"Goals/Calls.md": process(FULL, to="Nothing")}),
    "all-well": Case(
        notes=trials(outcome(f"{ROSE}\n2026-11-18: 7.3"), process(f"{FULL}\n2026-11-16: 10"))
        | {
            "Goals/10 km.md": note(RACE, "2026-10-11: 52:40\n2026-11-15: 51:20"),
            "Goals/Runs.md": process(
                weekly("3", "3", "3", "3") + "\n2026-11-17: 3",
                "because: speed work lowers the time.",
                cadence="3 runs per week",
                to="10 km",
            ),
        }
    ),
    "paused": Case(notes=trials(outcome(more="pauses: [2026-11-01..2026-12-01]"), process(FULL))),
    "paused-by-status": Case(notes=trials(outcome(more="status: paused"), process(FULL))),
    "not-started": Case(notes=trials(outcome("").replace("2026-09-28", "2026-12-01"), process(""))),
    "just-begun": Case(notes=trials(outcome("").replace("2026-09-28", "2026-11-17"), process(""))),
    "past-due": Case(notes=trials(outcome().replace("2026-12-20", "2026-11-15"), process(FULL))),
    "past-due-never-measured": Case(notes=trials(outcome("").replace("2026-12-20", "2026-11-15"))),
    "achieved": Case(notes=trials(outcome("2026-10-16: 6.3\n2026-11-13: 8.1"), process(FULL))),
    "achieved-past-due": Case(
        notes=trials(outcome("2026-11-13: 8.1").replace("2026-12-20", "2026-11-15"), process(FULL))
    ),
    "without-a-target": Case(notes=trials(outcome().replace("target: 8\n", ""), process(FULL))),
    "fifty-goals": Case(notes=fifty_goals()),
    "closed-week": Case(
        notes=trials(
            outcome(
                "2026-10-16: 6.3\n2026-11-06: 6.3\n2026-11-13: 6.4",
                body=(
                    "## Actions\n\n- [x] Draft the pricing page ✅ 2026-11-11\n"
                    "- [x] Ask for numbers ✅ 2026-11-17\n- [ ] Start the test 📅 2026-11-12\n\n"
                ),
            ),
            process(f"{FULL}\n2026-11-17: 4"),
            Nudge_mails=process(weekly("yes", "yes", "no", "yes"), cadence="every weekday"),
            Refunds=note(REFUNDS, "2026-11-13: 1.2"),
        ),
        week="2026-W46",
    ),
    "skipped-week": Case(
        notes=trials(
            outcome(),
            process(weekly("10", "skip: server down", "10", "skip: flu")),
            Talks=process("2026-11-11: skip", cadence="every Wednesday"),
        ),
        week="2026-W46",
    ),
    "no-because": Case(notes=trials(outcome(), process(FULL, "because:"))),
    "event-cadence": Case(
        notes=trials(
            outcome(),
            Demos=process("2026-10-20: 4/5\n2026-10-27: 2/4\n2026-11-12: 2/3", cadence="every demo"),
        )
    ),
    "at-most": Case(
        notes=trials(
            outcome(),
            Meetings=process(weekly("4", "7", "8", "5"), cadence="at most 5 per week"),
            Coffee=process(
                "\n".join(f"2026-11-{day:02}: {day % 3}" for day in range(1, 20)),
                cadence="at most 1 per day",
            ),
        )
    ),
    "cadences": Case(
        notes=trials(
            outcome(),
            Walk=process("\n".join(f"2026-11-{day:02}: yes" for day in range(2, 15)), cadence="daily"),
            Mails=process("2026-11-16: yes\n2026-11-17: no", cadence="every weekday"),
            Webinar=process("2026-10-08: 1", cadence="monthly"),
            Letter=process("2026-10-08: 1\n2026-11-03: 1", cadence="every 2 weeks"),
            Interviews=process("2026-08-08: 4\n2026-11-03: 1", cadence="12 interviews per quarter"),
            Deep_work=process(
                weekly("4h", "6h 30m", "2h", "5h 15m") + "\n2026-11-17: 1h 30m", cadence="6 hours per week"
            ),
            Piano=process(weekly("20 min", "1h", "40", "0"), cadence="90 min per week"),
        )
    ),
    "promise-and-actions": Case(
        notes=trials(
            outcome(
                body=(
                    "## Actions\n\n- [ ] Draft the pricing page 📅 2026-11-16\n"
                    "- [ ] Start the test 📅 2026-11-22 ^test\n- [ ] Later 📅 2026-12-01\n"
                    "- [x] Long done 📅 2026-11-02\n\n"
                )
            ),
            process(FULL),
            Price_per_site=note(LEVER),
        )
        | {
            "Reviews/Weekly/Review 2026-W46.md": (
                "---\ntype: goal-review\npage: weekly\nperiod: 2026-W46\n---\n"
                "**One thing I will do differently this week:**\nBook the call on day one, not day three.\n"
            )
        }
    ),
    "in-the-way": Case(
        notes=trials(
            outcome(
                body="## Actions\n\n- [ ] Ask three people why they left\n- [/] Draft the pricing page\n\n"
            ),
            f"---\ntype: process\noutcome: '[[Trials]]'\ncadence: 10 calls per week\n{BECAUSE}\n"
            "start: 2026-09-28\n---\n## Check-ins\n\n| Date | Value | Blocked |\n|---|---|---|\n"
            "| 2026-10-19 | 4 | |\n| 2026-10-26 | 3 | |\n| 2026-11-02 | 1 | |\n"
            "| 2026-11-09 | 2 | On phones the booking link opens a blank page |\n",
        )
    ),
    "trials-ending": Case(
        notes=trials(
            outcome(),
            process(FULL),
            Yoga=note("type: process\nexploratory: true\nuntil: 2026-11-30\ncadence: 2 per week"),
            Chess=note("type: process\nexploratory: true\nuntil: 2026-11-15\ncadence: weekly"),
            Piano=note("type: process\nexploratory: true\nuntil: 2026-12-24\ncadence: weekly"),
            Phone_line=note(f"{LEVER}\nexperiment: true\ntimebox: 2026-11-18"),
            Price_per_site=note(f"{LEVER}\nexperiment: true\ntimebox: 2026-11-12\nresult: did-not, too few"),
        )
    ),
    "outputs-and-indicators": Case(
        notes=trials(
            outcome(),
            process(FULL),
            Case_studies=note(
                "type: output\noutcome: '[[Trials]]'\ntarget: 6\nunit: stories\n"
                "start: 2026-09-28\ndue: 2026-12-20",
                "2026-10-20: 2\n2026-11-10: 2",
            ),
            Activation=note(ACTIVATION, "2026-10-16: 41\n2026-11-13: 42"),
            Refunds=note(REFUNDS, "2026-11-13: 1.2"),
            Support_load=note("type: guardrail\noutcome: '[[Trials]]'\nmin: 2\nmax: 9", ""),
        )
    ),
    "american-weeks": Case(
        notes=trials(outcome(), process(FULL)), config=replace(Config(), week="sunday"), week="2026-W47"
    ),
}


def vault_of(notes: Mapping[str, str], config: Config = Config()) -> Vault:
    return Vault.of((read_note(Source.of(path, text)) for path, text in notes.items()), config)


def plan(vault: Vault, week: str, *, today: date = TODAY) -> Plan:
    period = Calendar(week=vault.config.week).read(week)
    assert isinstance(period, Period)
    [planned] = plan_pages(vault, Request(periods=(period,)), today=today)
    return planned


def page_of(case: Case, *, today: date = TODAY) -> str:
    return plan(vault_of(case.notes, case.config), case.week, today=today).text


@pytest.mark.parametrize("name", CASES)
def test_a_page_reads_as_it_should(name: str) -> None:
    assert page_of(CASES[name]) == (PAGES / f"{name}.md").read_text(encoding="utf-8")


def test_every_golden_page_has_its_case() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted(CASES)


@pytest.mark.parametrize("name", CASES)
def test_a_page_has_no_checkboxes_and_no_blanks_at_its_line_ends(name: str) -> None:
    lines = page_of(CASES[name]).split("\n")
    assert not [line for line in lines if re.match(r"[>\s]*(?:[-*+]|\d+[.)]) \[.\]", line)]
    assert not [line for line in lines if line != line.rstrip()]


@pytest.mark.parametrize("name", CASES)
def test_a_page_has_three_open_callouts_at_most(name: str) -> None:
    assert len(re.findall(r"^> \[!\w+\] ", page_of(CASES[name]), re.MULTILINE)) <= 3


@pytest.mark.parametrize("name", CASES)
def test_a_page_is_the_same_whatever_the_order_of_the_notes(name: str) -> None:
    case = CASES[name]
    backwards = dict(reversed(list(case.notes.items())))
    assert page_of(replace(case, notes=backwards)) == page_of(case)


@pytest.mark.parametrize("name", CASES)
def test_a_page_that_is_made_again_stays_as_it_is(name: str) -> None:
    case = CASES[name]
    made = plan(vault_of(case.notes, case.config), case.week)
    again = plan(vault_of({**case.notes, made.path: made.text}, case.config), case.week)
    assert again.text == made.text


def test_when_all_is_well_the_page_is_ten_lines() -> None:
    """As it is seen in reading view: properties, markers and what is folded away do not count."""
    _, _, body = page_of(CASES["all-well"]).split("---\n", 2)
    assert len(list(_seen(body))) == 9


def _seen(body: str) -> Iterator[str]:
    folded = False
    for line in body.splitlines():
        title = line.startswith("> [!")
        folded = line.startswith(">") and (folded or line.startswith("> [!note]-") or "]- " in line[:20])
        if line and not line.startswith("<!--") and (title or not folded):
            yield line


@pytest.mark.parametrize(
    "path", sorted((SAMPLE / "Reviews" / "Weekly").glob("*.md"))[-2:], ids=lambda path: path.stem
)
def test_the_sample_vault_s_open_pages_are_what_would_be_written(path: Path) -> None:
    notes = {note.relative_to(SAMPLE).as_posix(): note.read_text("utf-8") for note in SAMPLE.rglob("*.md")}
    planned = plan(vault_of(notes), path.stem.removeprefix("Review "))
    assert not planned.left
    assert planned.text == path.read_text(encoding="utf-8")


if __name__ == "__main__":
    for written, case in CASES.items():
        (PAGES / f"{written}.md").write_text(page_of(case), encoding="utf-8")
