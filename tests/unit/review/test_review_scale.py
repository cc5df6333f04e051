"""How the numbers of one goal are written on a page."""

from datetime import date
from fractions import Fraction

import pytest

from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.review.scale import Scale

TODAY = date(2026, 11, 20)


def scale_of(*readings: str) -> Scale:
    log = "\n".join(f"- 2026-11-{day:02}: {said}" for day, said in enumerate(readings, 2))
    note = f"---\ntype: outcome\nunit: h\n---\n## Check-ins\n\n{log}\n"
    vault = Vault.of([read_note(Source.of("Run.md", note))])
    card = Scorecard.of(vault, asof=TODAY, today=TODAY)
    return Scale.of(card.histories["Run.md"])


def test_hours_are_told_to_the_second_where_a_reading_is() -> None:
    scale = scale_of("1:51:06", "2:00")
    assert scale.say(Fraction(2)) == "2:00:00 h"
    assert scale.rate(Fraction(-40, 3600)) == "−0:00:40 h"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (Fraction(1, 4), "+0:15 h"),
        (Fraction(-20, 3600), "−0:00:20 h"),
        (Fraction(0), "±0:00 h"),
    ],
)
def test_else_hours_have_no_seconds_but_in_a_change_that_shows_no_minute(change: Fraction, said: str) -> None:
    scale = scale_of("1:30")
    assert scale.say(Fraction(11, 7)) == "1:34 h"
    assert scale.change(change) == said
