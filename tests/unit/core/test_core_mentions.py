"""What a note may say of goals, told without reading its body."""

import pytest

from vaultgoals.core.mentions import field_keys, links_in_tasks


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
