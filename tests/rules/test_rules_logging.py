"""When a check-in is called early, double, outside its goal, or nearly one; and when it is not."""

from datetime import date

import pytest

from vaultgoals.core.finding import Finding, Severity
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
CALLS = "type: process\ncadence: 50 per week\nfield: outbound-calls"


def found(code: str, notes: dict[str, str], calls: str = CALLS, log: str = "") -> list[Finding]:
    texts = {"Outbound calls.md": f"---\n{calls}\n---\n## Check-ins\n\n{log}\n"} | notes
    vault = Vault.of(read_note(Source.of(path, text)) for path, text in texts.items())
    return [finding for finding in check(vault, today=TODAY) if finding.code == code]


def places(findings: list[Finding]) -> list[str]:
    return [finding.path for finding in findings]


def checkin(properties: str) -> str:
    return f"---\ntype: checkin\ngoal: Outbound calls\n{properties}\n---\n"


# VG502: what cannot be read, in whatever way it was logged.


@pytest.mark.parametrize(
    ("path", "text", "written"),
    [
        ("2026-11-20.md", "Outbound calls:: a few\n", "a few"),
        ("2026-11-20.md", "---\noutbound-calls: a few\n---\n", "a few"),
        ("Inbox.md", "- [x] Acme [[Outbound calls]] ✅ 2026-02-30\n", "2026-02-30"),
    ],
)
def test_what_cannot_be_read_is_reported_where_it_stands(path: str, text: str, written: str) -> None:
    (finding,) = found("VG502", {path: text})
    assert finding.path == path
    assert written in text[finding.span.start : finding.span.end]
    assert f"“{written}”" in finding.message


# VG503: in the future.


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("C.md", checkin("date: 2026-11-21\nvalue: 3")),
        ("C.md", checkin("date: 2026-11-21\nconfidence: 7")),
        ("2026-11-21.md", "Outbound calls:: 3\n"),
        ("2026-11-21.md", "---\noutbound-calls: 3\n---\n"),
        ("2026-W48.md", "Outbound calls:: 3\n"),
        ("Inbox.md", "- [x] Acme [[Outbound calls]] ✅ 2026-11-21\n"),
    ],
)
def test_whatever_is_logged_for_a_day_to_come_is_early(path: str, text: str) -> None:
    (finding,) = found("VG503", {path: text})
    assert (finding.path, finding.severity) == (path, Severity.WARNING)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("C.md", checkin("date: 2026-11-20\nvalue: 3")),
        ("C.md", checkin("date: 2026-12-24\nskip: closed")),
        ("C.md", checkin("date: 2026-12-24")),
        ("2026-11-21.md", "Outbound calls::\n"),
        ("2026-W47.md", "Outbound calls:: 3\n"),
        ("Inbox.md", "- [ ] Acme [[Outbound calls]] 📅 2026-11-21\n"),
    ],
)
def test_today_a_plan_and_a_week_that_is_under_way_are_not_early(path: str, text: str) -> None:
    assert found("VG503", {path: text}) == []


def test_a_check_in_of_two_goals_is_early_once() -> None:
    both = checkin("date: 2026-11-21\nvalue: 3").replace("Outbound calls", "[Outbound calls, Other]")
    assert places(found("VG503", {"Other.md": f"---\n{CALLS}\n---\n", "C.md": both})) == ["C.md"]


# VG505: twice the same.

LOG = "- 2026-11-18: 4"


@pytest.mark.parametrize(
    ("log", "notes", "at"),
    [
        (f"{LOG}\n- 2026-11-18: 4, again", {}, "Outbound calls.md"),
        (LOG, {"2026-11-18.md": "Outbound calls:: 4 or so\n"}, "Outbound calls.md"),
        (LOG, {"2026-11-18.md": "---\noutbound-calls: 4\n---\n"}, "Outbound calls.md"),
        (LOG, {"Z.md": checkin("date: 2026-11-18\nvalue: 4")}, "Z.md"),
        ("", {"2026-11-18.md": "---\noutbound-calls: 4\n---\nOutbound calls:: 4\n"}, "2026-11-18.md"),
        ("", {"2026-11-18.md": "Outbound calls:: yes\n- [x] A [[Outbound calls]]\n"}, "2026-11-18.md"),
        ("- 2026-11-20: 4", {"2026-W47.md": "Outbound calls:: 4\n"}, "Outbound calls.md"),
        ("- 2026-11-15: 4", {"2026-W46.md": "Outbound calls:: 4\n"}, "Outbound calls.md"),
        (
            "",
            {"2026-W47.md": "Outbound calls:: 4\n", "Sum.md": checkin("date: 2026-11-20\nvalue: 4")},
            "Sum.md",
        ),
    ],
)
def test_two_readings_of_one_day_and_value_are_reported_once_with_both_places(
    log: str, notes: dict[str, str], at: str
) -> None:
    (finding,) = found("VG505", notes, log=log)
    assert finding.path == at
    assert any(f"{path}:" in finding.message for path in ("Outbound calls.md", *notes))
    assert finding.message.endswith("both count")


@pytest.mark.parametrize(
    ("log", "notes"),
    [
        (LOG, {}),
        (f"{LOG}\n- 2026-11-18: 5\n- 2026-11-19: 4", {}),
        ("- 2026-11-18: skip\n- 2026-11-18: skip", {}),
        ("- 2026-11-22: 4", {"2026-W47.md": "Outbound calls:: 4\n"}),
        ("", {"2026-11-18.md": "- [x] A [[Outbound calls]]\n- [x] B [[Outbound calls]]\n"}),
        ("", {"2026-11-18.md": "---\noutbound-calls: 1\n---\n- [x] A [[Outbound calls]]\n"}),
    ],
)
def test_other_days_other_values_skips_and_many_ticks_are_no_duplicates(
    log: str, notes: dict[str, str]
) -> None:
    assert found("VG505", notes, log=log) == []


def test_many_of_a_kind_are_one_finding_that_counts_them() -> None:
    (finding,) = found("VG505", {}, log=f"{LOG}\n{LOG}\n{LOG}")
    assert finding.message.endswith("all 3 count")


def test_of_a_task_and_a_field_the_field_is_the_duplicate() -> None:
    text = "(Outbound calls:: 1)\n\n- [x] A [[Outbound calls]]\n"
    (finding,) = found("VG505", {"2026-11-18.md": text})
    assert text[finding.span.start : finding.span.end] == "1"
    assert "2026-11-18.md:3" in finding.message


def test_notes_about_longer_times_are_compared_on_the_day_that_they_count_for() -> None:
    paths = ("2026-11.md", "2026-Q4.md", "2026.md", "2025.md")
    outcome = "type: outcome\nfield: outbound-calls"
    (finding,) = found("VG505", dict.fromkeys(paths, "Outbound calls:: 7\n"), calls=outcome)
    assert "has 7 on 2026-11-20 here" in finding.message
    assert finding.message.endswith("all 3 count")


def test_ratios_of_different_totals_are_different() -> None:
    demos = "type: process\ncadence: every demo"
    assert found("VG505", {}, calls=demos, log="- 2026-11-18: 2/3\n- 2026-11-18: 2/4") == []
    (finding,) = found("VG505", {}, calls=demos, log="- 2026-11-18: 2/3\n- 2026-11-18: 2/3")
    assert "has 2 of 3 on" in finding.message


# VG506: outside the goal's life.


@pytest.mark.parametrize(
    ("more", "log", "words"),
    [
        ("start: 2026-11-16", "- 2026-11-15: 4", "before its start, 2026-11-16"),
        ("start: 2026-11-16", "- 2026-11-15: skip", "before its start, 2026-11-16"),
        ("due: 2026-11-16", "- 2026-11-17: 4", "after it was due, 2026-11-16"),
        ("status: done\nclosed: 2026-11-16", "- 2026-11-17: 4", "after it was closed, 2026-11-16"),
        ("status: dropped\nclosed: 2026-11-16", "- 2026-11-17: 4", "after it was closed, 2026-11-16"),
    ],
)
def test_what_is_logged_before_start_after_due_or_while_closed_is_told(
    more: str, log: str, words: str
) -> None:
    (finding,) = found("VG506", {}, calls=f"{CALLS}\n{more}", log=log)
    assert (finding.severity, finding.message) == (
        Severity.INFO,
        f"this check-in of “Outbound calls” lies {words}",
    )


@pytest.mark.parametrize(
    ("more", "log"),
    [
        ("start: 2026-11-16", "- 2026-11-16: 4"),
        ("due: 2026-11-16", "- 2026-11-16: 4"),
        ("status: done\nclosed: 2026-11-16", "- 2026-11-16: 4"),
        ("status: done", "- 2026-11-16: 4"),
        ("closed: 2026-11-10", "- 2026-11-16: 4"),
        ("status: paused", "- 2026-11-16: 4"),
        ("start: 2026-11-16", "- 2026-11-15:"),
    ],
)
def test_the_first_and_the_last_day_are_within(more: str, log: str) -> None:
    assert found("VG506", {}, calls=f"{CALLS}\n{more}", log=log) == []


def test_a_goal_with_a_long_past_is_told_once() -> None:
    log = "\n".join(f"- 2026-11-{day:02}: 4" for day in range(1, 16))
    (finding,) = found("VG506", {}, calls=f"{CALLS}\nstart: 2026-11-16", log=log)
    assert finding.message.endswith("before its start, 2026-11-16, and 14 more do")


def test_a_note_about_a_longer_time_than_the_goal_counts_by_is_told() -> None:
    (finding,) = found("VG506", {"2026-11.md": "Outbound calls:: 40\n"})
    assert finding.path == "2026-11.md"
    assert finding.message.startswith("“Outbound calls:: 40” does not count: its goal counts by the week")


# VG509: nearly the goal's name.


@pytest.mark.parametrize(
    "text",
    [
        "Outbound cals:: 3",
        "Outbuond calls:: 3",
        "[Outbound call:: 3, two meetings]",
        "outbound-callss:: skip: ill",
        "- Outbound galls:: 3",
    ],
)
def test_a_field_with_a_slip_in_its_name_is_told(text: str) -> None:
    (finding,) = found("VG509", {"2026-11-18.md": f"{text}\n"})
    assert (finding.path, finding.severity) == ("2026-11-18.md", Severity.INFO)
    assert "is almost a name of “Outbound calls”" in finding.message


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("2026-11-18.md", "Outbound calls:: 3"),
        ("2026-11-18.md", "Outbound kalls and mails:: 3"),
        ("2026-11-18.md", "Outbound cals:: of two sorts"),
        ("2026-11-18.md", "Outbound cals::"),
        ("2026-11-18.md", "`Outbound cals:: 3`"),
        ("2026-11-18.md", "Rum:: 3"),
        ("2026-11-18.md", "5 km in 40 min:: 3"),
        ("2026-11-18.md", "Heath:: 3"),
        ("Notes.md", "Outbound cals:: 3"),
    ],
)
def test_other_names_words_and_notes_are_left_alone(path: str, text: str) -> None:
    others = {
        "Run.md": "---\ntype: process\n---\n",
        "5 km in 45 min.md": "---\ntype: outcome\n---\n",
        "Wealth.md": "---\ntype: process\naliases: [Hearth]\n---\n",
        "Heath.md": "---\ntype: objective\n---\n",
    }
    assert found("VG509", others | {path: f"{text}\n"}) == []


def days(text: str, count: int) -> dict[str, str]:
    return {f"2026-11-{day:02}.md": f"{text}\n" for day in range(1, count + 1)}


def test_a_slip_that_is_made_again_and_again_is_told_once() -> None:
    (finding,) = found("VG509", days("Outbound cals:: 3", 9))
    assert finding.path == "2026-11-01.md"
    assert finding.message.endswith("so it does not count, here and 8 more times")


def test_a_word_of_ones_own_beside_the_goals_is_left_alone() -> None:
    logged = {"2026-11-19.md": "Outbound calls:: 3\n"}
    assert found("VG509", days("Outbound cals:: 3", 5) | logged) == []
    assert len(found("VG509", days("Outbound cals:: 3", 4) | logged)) == 1
