"""The rules' own pages, at a terminal and in a pipe."""

from dataclasses import replace

import pytest

from vaultgoals.core.finding import Severity
from vaultgoals.export.excerpt import columns
from vaultgoals.export.lines import Line, Style, plain
from vaultgoals.export.rule_text import rule_page, rule_table
from vaultgoals.rules import Rule, all_rules

PAGE = """\
A goal leads nowhere

It has no `outcome` at all, or one that
is empty:

- a process goal needs one, whatever else it may
  have
- an output too

## Bad

```markdown Goals/Call.md
---
type: process
---
```"""

RULE = Rule(code="VG999", name="some-rule", severity=Severity.WARNING, check=lambda _: (), page=PAGE)


def styles(lines: list[Line], style: Style) -> list[str]:
    return [text for line in lines for text, its in line if its is style]


def test_in_a_pipe_the_lines_of_a_page_stay_and_examples_are_set_in() -> None:
    assert (
        plain(rule_page(RULE))
        == """\
VG999 some-rule (warning)

A goal leads nowhere

It has no `outcome` at all, or one that
is empty:

- a process goal needs one, whatever else it may
  have
- an output too

## Bad

    Goals/Call.md:
    ---
    type: process
    ---
"""
    )


def test_at_a_terminal_prose_fills_the_width_and_items_hang() -> None:
    lines = rule_page(RULE, 30)
    assert (
        plain(lines)
        == """\
VG999 some-rule (warning)

A goal leads nowhere

It has no `outcome` at all, or
one that is empty:

- a process goal needs one,
  whatever else it may have
- an output too

Bad

    Goals/Call.md:
    ---
    type: process
    ---
"""
    )
    assert styles(lines, Style.TITLE) == ["VG999 some-rule", "Bad"]
    assert styles(lines, Style.CODE) == ["`outcome`"]


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.code)
def test_the_prose_of_every_page_fits_a_terminal_of_60_columns(rule: Rule) -> None:
    for line in plain(rule_page(rule, 60)).splitlines():
        assert line.startswith("    ") or sum(map(columns, line)) <= 60


def test_in_a_pipe_the_table_has_a_line_for_each_rule() -> None:
    lines = plain(rule_table(all_rules())).splitlines()
    assert [line.split()[0] for line in lines] == [rule.code for rule in all_rules()]
    assert all(
        line.endswith(rule.title) for line, rule in zip(lines, all_rules(), strict=True) if rule.default
    )


def test_a_rule_that_has_to_be_asked_for_is_told_apart() -> None:
    (line,) = plain(rule_table([replace(RULE, default=False)])).splitlines()
    assert line == "VG999  warning  some-rule  A goal leads nowhere (off by default)"


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["VG999  warning  some-rule  A goal leads nowhere"]),
        (45, ["VG999  warning  some-rule", "    A goal leads nowhere"]),
        (20, ["VG999  warning  some-rule", "    A goal leads", "      nowhere"]),
    ],
)
def test_at_a_terminal_what_a_rule_finds_is_beside_its_name_or_below(width: int, lines: list[str]) -> None:
    assert plain(rule_table([RULE], width)).splitlines() == lines


def test_at_a_terminal_what_does_not_fit_goes_on_below_itself() -> None:
    long = replace(RULE, page="A goal leads nowhere and nobody has noticed it yet")
    assert plain(rule_table([long], 60)).splitlines() == [
        "VG999  warning  some-rule  A goal leads nowhere and nobody",
        "                           has noticed it yet",
    ]
