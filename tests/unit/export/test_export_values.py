"""JSON as programs get it."""

import json
import math

import pytest

from vaultgoals.export.values import dumps


@pytest.mark.parametrize("char", ["\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066", "\ud83c"])
def test_what_would_steer_a_terminal_is_escaped_in_json_and_read_back(char: str) -> None:
    text = dumps({"title": f"a{char}b"})
    assert char not in text
    assert json.loads(text) == {"title": f"a{char}b"}


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_a_number_that_json_does_not_have_is_never_written(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        dumps({"value": number})
