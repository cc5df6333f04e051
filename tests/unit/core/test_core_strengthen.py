"""Infos fold into what would strengthen each outcome."""

from vaultgoals.core.finding import Finding, Severity, Wanted
from vaultgoals.core.source import Source, Span
from vaultgoals.core.strengthen import Strengthening, to_strengthen
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

NOTES = {
    "Trials": "type: outcome",
    "Renewals": "type: outcome",
    "Signs": 'type: indicator\noutcome: "[[Trials]]"',
    "Calls": 'type: process\noutcome: ["[[Signs]]", "[[Renewals]]"]',
    "Posts": 'type: process\noutcome: "[[Nowhere]]"',
    "2026-11-18": "mood: fine",
}
VAULT = Vault.of(read_note(Source.of(f"{title}.md", f"---\n{text}\n---\n")) for title, text in NOTES.items())
GUARDRAIL = Wanted("a guardrail", "guardrails for {} outcomes")
DATE = Wanted("a date for an action", "dates for {} actions")


def info(title: str, code: str, wanted: Wanted | None = None, *about: str, name: str = "rule") -> Finding:
    return Finding(
        code=code,
        name=name,
        severity=Severity.INFO,
        path=f"{title}.md",
        span=Span(0, 0),
        message="",
        hint="",
        wanted=wanted,
        about=tuple(f"{goal}.md" for goal in about),
    )


def said(*findings: Finding) -> list[tuple[str | None, str]]:
    return [(one.outcome, ", ".join(one.wanted)) for one in to_strengthen(VAULT, findings)]


def test_what_one_rule_wants_several_times_is_said_with_its_number() -> None:
    assert said(*[info("Trials", "VG407", DATE)] * 3) == [("Trials.md", "dates for 3 actions")]
    assert said(info("Trials", "VG407", DATE)) == [("Trials.md", "a date for an action")]


def test_what_the_outcome_wants_itself_stands_before_what_is_wanted_below_it() -> None:
    found = info("Signs", "VG301", Wanted("a metric", "")), info("Trials", "VG409", GUARDRAIL)
    assert said(*found) == [("Trials.md", "a guardrail, a metric")]


def test_a_finding_about_a_goal_belongs_to_every_outcome_that_it_reaches() -> None:
    assert said(info("Calls", "VG407", DATE)) == [
        ("Renewals.md", "a date for an action"),
        ("Trials.md", "a date for an action"),
    ]


def test_a_finding_in_a_daily_note_belongs_to_the_goals_that_it_is_about() -> None:
    assert said(info("2026-11-18", "VG407", DATE, "Signs", "Trials")) == [
        ("Trials.md", "a date for an action")
    ]


def test_what_is_about_no_outcome_comes_last() -> None:
    found = (
        info("Posts", "VG407", DATE),
        info("2026-11-18", "VG407", DATE),
        info("Trials", "VG409", GUARDRAIL),
    )
    assert said(*found) == [("Trials.md", "a guardrail"), (None, "dates for 2 actions")]


def test_a_rule_without_a_phrase_is_said_by_its_name() -> None:
    assert said(info("Trials", "VG401", name="outcome-without-process")) == [("Trials.md", "a process goal")]
    assert said(*[info("Calls", "VG309", name="process-without-because")] * 2)[0][1] == (
        "reasons for 2 process goals"
    )
    assert said(*[info("Trials", "VG999", name="some-rule")] * 2) == [("Trials.md", "some rule (2)")]


def test_only_infos_are_folded() -> None:
    assert to_strengthen(VAULT, ()) == ()
    assert to_strengthen(VAULT, [info("Trials", "VG409", GUARDRAIL)]) == (
        Strengthening(outcome="Trials.md", wanted=("a guardrail",)),
    )
