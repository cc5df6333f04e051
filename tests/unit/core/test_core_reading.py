"""Goal notes as goals: each property of each kind, and what becomes of those that cannot be read."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Aggregate, Goal, Kind, Milestone, Status
from vaultgoals.core.reading import STATUS_WORDS, read_goal
from vaultgoals.core.source import Source
from vaultgoals.markdown import read_note


def goal(kind: Kind, properties: str = "", config: Config = Config()) -> Goal:
    return read_goal(read_note(Source.of("Goals/A.md", f"---\n{properties}\n---\nBody.\n")), kind, config)


def troubles(read: Goal) -> list[tuple[str | None, str]]:
    return [(trouble.property, trouble.reason) for trouble in read.malformed]


GOAL_KINDS = [kind for kind in Kind if kind.is_goal]


@pytest.mark.parametrize("kind", GOAL_KINDS)
def test_every_goal_has_what_is_common_to_all(kind: Kind) -> None:
    read = goal(
        kind,
        "status: paused\nowner: [Ana, '[[Bob]]']\nstart: 2026-10-01\ndue: 2026-12-31\naliases: [AA, 2026]\n"
        "pauses: 2026-11-01..2026-11-07\nfield: outbound-calls\nweight: 2\nclosed: 2026-11-20",
    )

    assert read.malformed == ()
    assert (read.path, read.title, read.kind) == ("Goals/A.md", "A", kind)
    assert (read.status, read.closed) == (Status.PAUSED, date(2026, 11, 20))
    assert (read.owners, read.aliases, read.field) == (("Ana", "Bob"), ("AA", "2026"), "outbound-calls")
    assert (read.start, read.due, read.weight) == (date(2026, 10, 1), date(2026, 12, 31), Fraction(2))
    assert [pause.days for pause in read.pauses] == [7]


@pytest.mark.parametrize("kind", GOAL_KINDS)
def test_a_goal_that_says_nothing_is_active_and_counts_once(kind: Kind) -> None:
    read = goal(kind)

    assert read.malformed == ()
    assert (read.status, read.weight, read.reps, read.lag) == (Status.ACTIVE, Fraction(1), Fraction(1), 0)
    assert (read.owners, read.outcome, read.objective, read.due, read.target) == ((), (), None, None, None)
    assert (read.committed, read.exploratory, read.experiment) == (False, False, False)


def test_an_outcome() -> None:
    read = goal(
        Kind.OUTCOME,
        'objective: "[[Grow]]"\nmetric: trials that convert\nunit: "%"\nbaseline: 6\ntarget: 8 %\n'
        "start: 2026-10-01\ndue: 2026-12-31\nvalidator: '[[Cem]]'\naggregate: mean\ncheck-in: monthly\n"
        'milestones: ["2026-10-31: 6.5"]\nlag: 4 weeks\ncommitted: true',
    )

    assert read.malformed == ()
    assert read.objective is not None
    assert read.objective.target == "Grow"
    assert (read.metric, read.unit, read.baseline, read.target) == (
        "trials that convert",
        "%",
        Fraction(6),
        Fraction(8),
    )
    assert (read.validator, read.aggregate, read.lag) == (("Cem",), Aggregate.MEAN, 28)
    assert read.milestones == (Milestone(date(2026, 10, 31), Fraction(13, 2)),)
    assert read.check_in is not None
    assert read.check_in.period == "month"
    assert read.committed


def test_an_indicator() -> None:
    read = goal(
        Kind.INDICATOR,
        "outcome: Trial\nmetric: demos booked\nunit: demos\nbaseline: 2\ntarget: 10 demos\ndue: 2026-12-31",
    )

    assert read.malformed == ()
    assert [link.target for link in read.outcome] == ["Trial"]
    assert (read.metric, read.baseline, read.target) == ("demos booked", Fraction(2), Fraction(10))


@pytest.mark.parametrize(
    ("properties", "bounds"),
    [("min: 95", (95, None)), ("max: 5 %", (None, 5)), ("min: 1\nmax: 5", (1, 5)), ("", (None, None))],
)
def test_a_guardrail_has_bounds(properties: str, bounds: tuple[int | None, int | None]) -> None:
    read = goal(Kind.GUARDRAIL, f'outcome: Trial\nunit: "%"\n{properties}')

    assert read.malformed == ()
    assert (read.minimum, read.maximum) == bounds


def test_a_lever() -> None:
    read = goal(
        Kind.LEVER,
        "outcome: Trial\nimpact: 8\nconfidence: 60%\neffort: 3\nreach: 2k\nexperiment: yes\nvalidator: Cem\n"
        "timebox: 2026-12-01\nsuccess: twice as many\nresult: worked, since it is simpler",
    )

    assert read.malformed == ()
    assert (read.impact, read.confidence, read.effort, read.reach) == (
        Fraction(8),
        Fraction(6, 10),
        Fraction(3),
        Fraction(2000),
    )
    assert (read.experiment, read.timebox, read.validator) == (True, date(2026, 12, 1), ("Cem",))
    assert (read.success, read.result) == ("twice as many", "worked, since it is simpler")


@pytest.mark.parametrize(
    ("properties", "trouble"),
    [
        ("effort: 0", ("effort", "above-zero")),
        ("effort: -2", ("effort", "above-zero")),
        ("effort: low", ("effort", "quantity")),
        ("confidence: 7", ("confidence", "share")),
        ("confidence: 120%", ("confidence", "share")),
        ("confidence: -0.1", ("confidence", "share")),
        ("confidence: green", ("confidence", "share")),
        ("timebox: 2 weeks", ("timebox", "date")),
    ],
)
def test_a_lever_says_what_of_it_cannot_be_read(properties: str, trouble: tuple[str, str]) -> None:
    read = goal(Kind.LEVER, f"impact: 8\n{properties}")

    assert troubles(read) == [trouble]
    assert (read.impact, read.effort, read.confidence, read.timebox) == (Fraction(8), None, None, None)


def test_an_output() -> None:
    read = goal(Kind.OUTPUT, "outcome: '[[Trial]]'\ntarget: 20 articles\nunit: articles\ndue: 2026-12-31")

    assert read.malformed == ()
    assert (read.target, read.unit, read.due) == (Fraction(20), "articles", date(2026, 12, 31))


def test_a_process_goal() -> None:
    read = goal(
        Kind.PROCESS,
        "outcome: ['[[Trial]]', '[[Demos]]']\ncadence: 50 calls per week per rep\nreps: 4\nwithin: 24h\n"
        "because: each fifth call leads to a demo\nobstacle: afternoons\nif-then: after coffee I call\n"
        "exploratory: true\nuntil: 2026-12-31",
    )

    assert read.malformed == ()
    assert [link.target for link in read.outcome] == ["Trial", "Demos"]
    assert read.cadence is not None
    assert (read.cadence.amount, read.cadence.period) == (Fraction(50), "week")
    assert (read.cadence.per_rep, read.reps) == (True, Fraction(4))
    assert (read.unit, read.within, read.until) == ("calls", "24h", date(2026, 12, 31))
    assert read.because == "each fifth call leads to a demo"
    assert (read.obstacle, read.if_then, read.exploratory) == ("afternoons", "after coffee I call", True)


@pytest.mark.parametrize(
    ("kind", "aggregate"),
    [
        (Kind.OUTCOME, Aggregate.LAST),
        (Kind.INDICATOR, Aggregate.LAST),
        (Kind.GUARDRAIL, Aggregate.LAST),
        (Kind.OUTPUT, Aggregate.SUM),
        (Kind.PROCESS, Aggregate.SUM),
    ],
)
def test_work_adds_up_and_a_metric_is_what_was_last_measured(kind: Kind, aggregate: Aggregate) -> None:
    assert goal(kind).aggregate is aggregate
    assert goal(kind, "aggregate:").aggregate is aggregate
    assert goal(kind, "aggregate: Max").aggregate is Aggregate.MAX


@pytest.mark.parametrize(
    ("word", "status"),
    [
        *[(status.value, status) for status in Status],
        *STATUS_WORDS.items(),
        ("In Progress", Status.ACTIVE),
        ("on_hold", Status.PAUSED),
        ("DONE", Status.DONE),
        ("[done]", Status.DONE),
        ("", Status.ACTIVE),
    ],
)
def test_the_words_of_status(word: str, status: Status) -> None:
    read = goal(Kind.OUTCOME, f"status: {word}")

    assert read.status is status
    assert read.malformed == ()


@pytest.mark.parametrize(
    ("properties", "unit"),
    [
        ("cadence: 50 calls per week", "calls"),
        ("cadence: 50 calls per week\nunit: rings", "rings"),
        ("cadence: 2 hours per weekday", "hours"),
        ("cadence: 3x/week", None),
        ("unit: km", "km"),
    ],
)
def test_a_process_goals_unit_is_its_own_or_its_cadences(properties: str, unit: str | None) -> None:
    assert goal(Kind.PROCESS, properties).unit == unit


@pytest.mark.parametrize(
    ("properties", "trouble"),
    [
        ("cadence: 50 per week per rep", ("cadence", "reps")),
        ("cadence: 50 per week per rep\nreps:", ("cadence", "reps")),
        ("cadence: 50 per week per rep\nreps: some", ("reps", "quantity")),
        ("cadence: 50 per week per rep\nreps: 0", ("reps", "above-zero")),
    ],
)
def test_a_cadence_per_rep_says_once_that_it_does_not_know_the_reps(
    properties: str, trouble: tuple[str, str]
) -> None:
    read = goal(Kind.PROCESS, properties)

    assert troubles(read) == [trouble]
    assert read.reps == 1
    assert read.cadence is not None


def test_what_can_be_read_counts_beside_what_cannot() -> None:
    read = goal(
        Kind.OUTCOME,
        "start: 2026-02-30\ndue: 2026-12-31\ntarget: 8\nbaseline: few\ncheck-in: sometimes\nlag: a while\n"
        "status: doing\nweight: heavy\naggregate: total\ncommitted: perhaps",
    )

    assert troubles(read) == [
        ("start", "date"),
        ("status", "draft, active, paused, done, dropped"),
        ("weight", "quantity"),
        ("baseline", "quantity"),
        ("aggregate", "last, sum, mean, median, min, max, count"),
        ("check-in", "cadence"),
        ("lag", "lag"),
        ("committed", "yes or no"),
    ]
    assert (read.start, read.due, read.baseline, read.target) == (None, date(2026, 12, 31), None, Fraction(8))
    assert (read.status, read.weight, read.lag) == (Status.ACTIVE, Fraction(1), 0)


def test_each_trouble_stands_at_its_own_value() -> None:
    read = goal(Kind.OUTCOME, "target: 8\nstart: 2026-02-30\nbaseline: few")

    assert [
        (read.note.source.position(trouble.span.start).line, read.note.source.cut(trouble.span))
        for trouble in read.malformed
    ] == [(3, "2026-02-30"), (4, "few")]


OF_OTHER_KINDS = {
    Kind.OBJECTIVE: "target: lots\nmetric: [a, b]\noutcome: {a: b}\ncadence: whenever",
    Kind.OUTCOME: "outcome: {a: b}\ncadence: whenever\nreps: many\neffort: 0\nmin: low\nuntil: then",
    Kind.INDICATOR: "objective: {a: b}\nlag: a while\ncommitted: maybe\ncadence: whenever\neffort: 0",
    Kind.GUARDRAIL: "target: lots\nbaseline: few\ncadence: whenever\nlag: a while",
    Kind.LEVER: "target: lots\nunit: [a, b]\naggregate: total\ncadence: whenever\nmin: low",
    Kind.OUTPUT: "objective: {a: b}\nlag: a while\ncadence: whenever\nexploratory: maybe",
    Kind.PROCESS: "target: lots\nlag: a while\nmilestones: {a: b}\ncheck-in: now\nconfidence: 7",
}


@pytest.mark.parametrize(("kind", "properties"), OF_OTHER_KINDS.items())
def test_what_the_kind_does_not_have_is_the_persons_own(kind: Kind, properties: str) -> None:
    read = goal(kind, properties)

    assert read == Goal(note=read.note, kind=kind, aggregate=goal(kind).aggregate)


def test_names_that_a_vault_maps_are_read_as_ours() -> None:
    config = Config(properties={"Frist": "due", "Ergebnis": "outcome", "Takt": "cadence", "Inhaber": "owner"})
    read = goal(Kind.PROCESS, "frist: 2026-12-31\nErgebnis: '[[Trial]]'\nTAKT: daily\ninhaber: Ana", config)

    assert read.malformed == ()
    assert (read.due, read.owners) == (date(2026, 12, 31), ("Ana",))
    assert [link.target for link in read.outcome] == ["Trial"]
    assert read.cadence is not None


def test_only_the_first_objective_counts() -> None:
    read = goal(Kind.OUTCOME, "objective: ['[[A]]', '[[B]]']")

    assert read.objective is not None
    assert read.objective.target == "A"


@pytest.mark.parametrize(
    ("cadence", "unit", "amount"),
    [
        ("90m per day", "min", 90),
        ("2 hours per week", "min", 2),
        ("5m per day", "m", 5),
        ("50 calls per week", "call", 50),
        ("€500 per month", "EUR", 500),
        ("50 per week", "calls", 50),
        ("weekly", "calls", 1),
    ],
)
def test_a_cadence_is_in_the_goals_unit(cadence: str, unit: str, amount: int) -> None:
    read = goal(Kind.PROCESS, f"cadence: {cadence}\nunit: {unit}")

    assert (read.malformed, read.unit) == ((), unit)
    assert read.cadence is not None
    assert read.cadence.amount == amount


def test_a_cadence_in_hours_and_minutes_gives_the_goal_its_unit() -> None:
    read = goal(Kind.PROCESS, "cadence: 1h30m per day")

    assert read.cadence is not None
    assert (read.cadence.amount, read.unit) == (Fraction(3, 2), "h")


@pytest.mark.parametrize(
    ("cadence", "unit"),
    [
        ("20 km per week", "m"),
        ("5 calls per week", "min"),
        ("1h30m per day", "m"),
        ("500 EUR per month", "USD"),
    ],
)
def test_a_cadence_that_counts_something_else_than_the_unit_is_trouble(cadence: str, unit: str) -> None:
    read = goal(Kind.PROCESS, f"unit: {unit}\ncadence: {cadence}")

    assert troubles(read) == [("cadence", "unit")]
    assert (read.cadence, read.unit) == (None, unit)
