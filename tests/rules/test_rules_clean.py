"""A vault of sixty goals, of every kind and with every property, in which nothing is to be found."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

import pytest

from vaultgoals.core.goal import Kind, Status, Way
from vaultgoals.core.kinds import KIND_PROPERTIES
from vaultgoals.core.note import property_key
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)

AREAS = ("Trials", "Renewals", "Support", "Garden", "Spanish", "Savings", "Choir", "Paused", "Closed")
STATUS = {"Paused": "paused", "Closed": "done"}
OWNERS = ("Ana", "Ben", "Cem")
THEMES = ("Work theme", "Home theme")

COMMON = """\
owner: {owner}
start: 2026-09-28
due: 2027-06-30
pauses: [2026-10-05..2026-10-11, 2026-10-20]
field: {field}
weight: 2
aliases: ["{title}, in short"]
"""
METRIC = """\
metric: share of {area} in all
unit: "%"
baseline: 20
target: 40
aggregate: last
check-in: weekly
milestones: ["2026-12-31: 30"]
"""
OUTCOME = """\
objective: "[[{theme}]]"
validator: Dora
lag: 2 weeks
committed: true
"""
LEVER = """\
impact: 3
confidence: 60%
effort: 2
reach: 40
validator: Dora
experiment: true
timebox: 2026-12-15
success: two of three go along
result: unclear, the spring is too far away
"""
OUTPUT = """\
metric: pieces written
unit: pieces
baseline: 0
target: 400
aggregate: sum
check-in: weekly
milestones: ["2026-12-31: 90"]
"""
PROCESS = """\
cadence: 2 times per week per rep
reps: 2
because: who is asked twice says what is missing
unit: calls
aggregate: sum
within: 24h
obstacle: a full calendar
if-then: if the calendar is full, then the first hour of Friday
"""
EXPLORATION = """\
type: process
exploratory: true
until: 2026-12-15
cadence: every demo
within: 24h
owner: Ana
"""
LOG = """\
## Check-ins

| Date | Value | Confidence | Note | Evidence |
|---|---|---|---|---|
| 2026-11-11 | {first} | on track | as planned | [[2026-11-18]] |
| 2026-11-18 | {second} | 0.8 | two more joined | https://example.org/{area} |
"""
ACTIONS = """\
## Actions

- [ ] Ask five people in {area} ➕ 2026-10-01 📅 2026-12-04 @ana
- [ ] Write down what they say [due:: 2026-12-11] [owner:: Ben] ➕ 2026-10-02
- [ ] Show it to two others ➕ 2026-10-12 📅 2026-11-20 @cem
- [x] Find out whom to ask @ana ➕ 2026-09-29 📅 2026-10-09 ✅ 2026-10-08
"""
DAILY = """\
---
trials-practice: 1
mood: fine
---
Renewals practice:: 2 before lunch

- [x] Talk to Eva [[Support practice]]
- [ ] Buy bread
"""
CHECKIN = """\
---
type: checkin
goal: "[[Garden practice]]"
date: 2026-11-18
value: 3
confidence: on track
evidence: ["[[2026-11-18]]"]
by: Ana
blocked: the shed is locked
---
It rained.
"""


def note(properties: str, body: str = "") -> str:
    return f"---\n{properties}---\n{body}"


def goal(kind: Kind, area: str, name: str, own: str, body: str = "") -> tuple[str, str]:
    """The path and text of a goal of an area, with the properties that all goals have and its own."""
    title, number = f"{area} {name}", AREAS.index(area)
    status = STATUS.get(area, "active")
    closed = "closed: 2026-11-19\n" if status == "done" else ""
    text = note(f"type: {kind}\nstatus: {status}\n{closed}{COMMON}{own}", body)
    words = {"area": area.lower(), "title": title, "field": f"{area}-{name}".lower().replace(" ", "-")}
    words |= {"owner": OWNERS[number % len(OWNERS)], "theme": theme(area)}
    for word, meant in words.items():
        text = text.replace(f"{{{word}}}", meant)
    return f"Goals/{area}/{title}.md", text


def theme(area: str) -> str:
    return "Closed theme" if area == "Closed" else THEMES[AREAS.index(area) % len(THEMES)]


def log(first: str, second: str) -> str:
    return LOG.replace("{first}", first).replace("{second}", second)


def goals_of(area: str) -> Iterator[tuple[str, str]]:
    serves, measured = f'outcome: "[[{area} share]]"\n', log("24 %", "26 %")
    yield goal(Kind.OUTCOME, area, "share", METRIC + OUTCOME, ACTIONS + measured)
    yield goal(Kind.INDICATOR, area, "first sign", serves + METRIC, measured)
    guardrail = 'metric: hours per week\nunit: "%"\nmin: 4\nmax: 60\naggregate: mean\ncheck-in: fortnightly\n'
    yield goal(Kind.GUARDRAIL, area, "limit", serves + guardrail, measured)
    yield goal(Kind.LEVER, area, "idea", serves + LEVER)
    yield goal(Kind.OUTPUT, area, "pieces", serves + OUTPUT, log("25", "30"))
    also = f'outcome: ["[[{area} share]]", "[[{area} first sign]]", "[[{area} idea]]", "[[{area} pieces]]"]\n'
    yield goal(Kind.PROCESS, area, "practice", also + PROCESS)


def notes() -> Mapping[str, str]:
    """All notes of the vault by path."""
    found = dict(pair for area in AREAS for pair in goals_of(area))
    for name, area in (*zip(THEMES, AREAS, strict=False), ("Closed theme", "Closed")):
        _, text = goal(Kind.OBJECTIVE, area, "theme", "")
        found[f"Goals/{name}.md"] = text
    found["Goals/Find out.md"] = note(EXPLORATION)
    found["Goals/Find out later.md"] = note(f"{EXPLORATION}status: draft\n")
    found["Goals/Found out.md"] = note(f"{EXPLORATION}status: dropped\nclosed: 2026-11-02\n")
    daily = {"2026-11-18.md": DAILY, "Check-ins/2026-11-18 0915 Garden practice.md": CHECKIN}
    skip = CHECKIN.replace("value: 3", "skip: ill").replace("Garden", "Choir")
    return {**found, **daily, "Check-ins/2026-11-18 0930 Choir practice.md": skip, "Home.md": "Welcome.\n"}


def vault_of(texts: Mapping[str, str]) -> Vault:
    return Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())


CLEAN = vault_of(notes())


def names_used(kind: Kind) -> Iterable[str]:
    paths = (path for path, named in CLEAN.kinds.items() if named is kind)
    return {property_key(prop.name) for path in paths for prop in CLEAN.notes[path].properties}


def test_nothing_is_found_in_a_vault_in_which_all_is_well() -> None:
    assert check(CLEAN, today=TODAY) == ()


def test_it_has_sixty_goals_in_every_state_that_are_logged_in_every_way() -> None:
    assert len(CLEAN.goals) == 60
    assert {goal.status for goal in CLEAN.goals.values()} == set(Status)
    assert {checkin.way for checkin in CLEAN.checkins} == set(Way)


@pytest.mark.parametrize("kind", KIND_PROPERTIES)
def test_every_property_of_every_kind_stands_in_it(kind: Kind) -> None:
    assert KIND_PROPERTIES[kind] <= {*names_used(kind), "aliases"}
