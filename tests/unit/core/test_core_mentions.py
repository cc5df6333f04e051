"""What a note may say of goals, told without reading its body."""

import pytest

from vaultgoals.core.mentions import field_keys, holds_box, links_in_tasks, may_hold_log


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Calls:: 3", "calls"),
        ("- Onboarding calls:: 3", "onboarding-calls"),
        ("> - [x] **Calls:: 3**", "calls"),
        ("1. Calls:: 3", "calls"),
        ("> [!note]- Calls:: 3", "calls"),
        ("🏃 Run:: 5", "run"),
        ("today [Calls:: 3], later (Runs:: 1)", "runs"),
        ("10 km in 50 min:: 51:36", "10-km-in-50-min"),
        ("one\r\nCalls:: 3", "calls"),
    ],
)
def test_the_key_of_a_field_is_found_whatever_stands_around_it(text: str, key: str) -> None:
    assert key in field_keys(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("- [ ] ask [[Calls]]", "calls"),
        ("- [x] [[Goals/Calls.md#Log|the calls]]", "calls"),
        ("| - [ ] [[Calls\\|c]] |", "calls"),
        ("- [ ] [c](Goals/Onboarding%20calls.md)", "onboarding calls"),
        ("- [ ] [c](<Goals/Run (5k).md>)", "run (5k)"),
        ("- [ ] [c](Goals/Run%20(5k).md)", "run (5k)"),
        ("- [ ] [[a [[Calls]]", "calls"),
    ],
)
def test_the_name_that_a_task_links_to_is_found(text: str, name: str) -> None:
    assert name in links_in_tasks(text)


def test_without_a_sign_and_without_a_box_there_is_nothing() -> None:
    assert field_keys("Calls: 3, and [[Calls]]") == frozenset()
    assert links_in_tasks("see [[Calls]] and [calls](Calls.md)") == frozenset()


@pytest.mark.parametrize("line", ["## Log", "> ## Check-ins", "📈 Check ins:", "# Logs ##", "1. # check-in"])
def test_a_line_that_may_be_the_heading_of_a_log_is_seen(line: str) -> None:
    assert may_hold_log(f"# Calls\n\n{line}\n\n- 2026-11-20: 3\n")


@pytest.mark.parametrize("text", ["the backlog", "## Log of calls", "check in with Ana", ""])
def test_what_only_speaks_of_a_log_is_none(text: str) -> None:
    assert not may_hold_log(text)


def test_only_a_box_that_is_open_or_ticked_makes_a_task_of_ours() -> None:
    assert all(map(holds_box, ("- [ ] call", "- [/] call", "- [x] call", "- [X] call")))
    assert not holds_box("- [-] call, see [1]")


def test_a_line_may_end_in_cr_alone() -> None:
    assert may_hold_log("Calls\r# Log\r- 2026-11-20: 3")
