"""Names of periodic notes, written and read as moment.js does."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from vaultgoals.core.moment import format_date, parse_name
from vaultgoals.core.moment_tokens import LONG_FORMATS, TOKENS
from vaultgoals.core.period import Calendar

VECTORS = json.loads(Path(__file__).parents[2].joinpath("vectors.json").read_text(encoding="utf-8"))
CALENDARS = {"en": Calendar("sunday"), "en-gb": Calendar(), "de": Calendar()}
ISO = Calendar()
DAY = date(2026, 11, 20)


@pytest.mark.parametrize("case", VECTORS["moment_format"], ids=lambda case: case["name"])
def test_a_format_is_the_one_of_moment(case: dict[str, Any]) -> None:
    given, expected = case["input"], case["expected"]
    calendar = CALENDARS[given["locale"]]
    if given["op"] == "format":
        assert format_date(given["format"], date.fromisoformat(given["date"]), calendar=calendar) == expected
        return
    period = parse_name(given["format"], given["name"], calendar=calendar)
    if expected == {"error": True}:
        assert period is None
    else:
        assert period is not None
        assert [period.start.isoformat(), period.last.isoformat()] == [expected["start"], expected["end"]]


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Qo [quarter] GG gg wo Wo", "4th quarter 26 26 47th 47th"),
        ("d do dd ddd E e", "5 5th Fr Fri 5 4"),
        ("Mo MMM DDD DDDo", "11th Nov 324 324th"),
        ("H HH h hh k kk m mm s ss SSS A a", "0 00 12 12 24 24 0 00 0 00 000 AM am"),
        ("Z ZZ X x", "+00:00 +0000 1795132800 1795132800000"),
        ("LL, LT", "November 20, 2026, 12:00 AM"),
        ("Week ww", "474424 47"),
        ("YYYY-QQ", "2026-44"),
        ("[Week of] YYYY", "Week of 2026"),
        (r"\YYYYY \M", "YYYYY M"),
    ],
)
def test_unescaped_letters_are_tokens(form: str, name: str) -> None:
    assert format_date(form, DAY, calendar=ISO) == name


@pytest.mark.parametrize(
    ("day", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (22, "22nd")]
)
def test_ordinals_are_english(day: int, said: str) -> None:
    assert format_date("Do", date(2026, 11, day), calendar=ISO) == said


@pytest.mark.parametrize(
    ("form", "name", "label"),
    [
        ("YYYY/[Daily]/MM/YYYY-MM-DD", "2026/Daily/11/2026-11-20", "2026-11-20"),
        ("D MMMM YYYY", "20 november 2026", "2026-11-20"),
        ("YYYYMMDDHHmm", "202611201030", "2026-11-20"),
        ("DDDD YYYY", "324 2026", "2026-11-20"),
        ("GGGG-[W]WW-E", "2026-W47-5", "2026-11-20"),
        ("gggg-[W]ww dddd", "2026-W47 Friday", "2026-11-20"),
        ("YYYY-MM-DD [W]WW", "2026-11-20 W47", "2026-11-20"),
        ("YY.MM.DD", "26.11.20", "2026-11-20"),
        ("L", "11/20/2026", "2026-11-20"),
        ("YYYY-[W]WW", "2026-W01", "2026-W01"),
        ("YYYY-MM [W]WW", "2026-11 W47", "2026-W47"),
        ("MMMM YYYY", "November 2026", "2026-11"),
        ("[Q]Q YY", "Q4 26", "2026-Q4"),
        ("YYYY [in review]", "2026 in review", "2026"),
    ],
)
def test_the_finest_token_tells_the_period(form: str, name: str, label: str) -> None:
    period = parse_name(form, name, calendar=ISO)
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize("name", ["2026-11-18 W47", "2026-11-22 W47"])
def test_a_weekly_note_may_name_a_day_of_its_week(name: str) -> None:
    period = parse_name("YYYY-MM-DD [W]WW", name, calendar=ISO, weekly=True)
    assert period == ISO.week_of(DAY)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("YYYY/MM/YYYY-MM-DD", "2026/10/2026-11-20"),
        ("D.M.YYYY", "05.1.2026"),
        ("MMMM Do, YYYY", "November 20st, 2026"),
        ("MM-DD", "11-20"),
        ("[W]WW", "W47"),
        ("YYYY-MM-DD [W]WW", "2026-11-20 W46"),
        ("YYYY DDDD", "2026 366"),
        ("YYYY DDDD", "2026 000"),
        ("YYYY", "0000"),
        ("[Notes]", "Notes"),
        ("", ""),
    ],
)
def test_a_name_that_contradicts_itself_or_lacks_a_year_is_none(form: str, name: str) -> None:
    assert parse_name(form, name, calendar=ISO) is None


@pytest.mark.parametrize("token", [*TOKENS, *LONG_FORMATS])
@pytest.mark.parametrize("day", [DAY, date(1969, 1, 1), date(2068, 12, 31), date(2024, 2, 29)])
def test_every_token_matches_what_it_writes(token: str, day: date) -> None:
    form = f"YYYY-MM-DD {token}"
    period = parse_name(form, format_date(form, day, calendar=ISO), calendar=ISO)
    assert period is not None
    assert period.start == day
