from datetime import date, timedelta
from fractions import Fraction

import pytest

from vaultgoals.core.forecast import Forecast, forecast

ASOF = date(2026, 11, 20)


def forecast_of(
    *values: str, every: int = 7, due: date | None = None, target: str | None = None
) -> Forecast | None:
    """The forecast of values read every so many days, the last one today."""
    first = ASOF - timedelta(days=every * (len(values) - 1))
    points = [(first + timedelta(days=every * n), Fraction(value)) for n, value in enumerate(values)]
    return forecast(points, asof=ASOF, due=due, target=Fraction(target) if target else None)


def test_two_days_are_not_enough() -> None:
    assert forecast_of("1", "2") is None


def test_readings_of_twelve_weeks_count_and_no_older_ones() -> None:
    assert forecast_of("1", "2", "3", every=41) is not None
    assert forecast_of("1", "2", "3", every=42) is None


def test_the_slope_is_exact() -> None:
    result = forecast_of("0.1", "0.2", "0.3", "0.4", every=3)
    assert result is not None
    assert result.slope_per_day == result.slope_low == result.slope_high == Fraction(1, 30)


def test_one_outlier_does_not_turn_the_line() -> None:
    result = forecast_of("0", "1", "2", "90", "4", "5", "6", every=1)
    assert result is not None
    assert result.slope_per_day == 1


def test_the_range_at_due_is_what_the_slopes_interval_spans() -> None:
    result = forecast_of("0", "3", "7", "9", "14", "16", due=date(2026, 12, 31))
    assert result is not None
    assert result.at_due_low is not None
    assert result.at_due is not None
    assert result.at_due_high is not None
    assert result.at_due_low < result.at_due < result.at_due_high


def test_without_a_due_date_there_is_a_slope_and_no_value_at_due() -> None:
    result = forecast_of("1", "2", "3")
    assert result is not None
    assert (result.slope_per_day, result.at_due, result.target_on) == (Fraction(1, 7), None, None)


def test_after_due_there_is_no_forecast() -> None:
    assert forecast_of("1", "2", "3", due=ASOF - timedelta(days=1)) is None


@pytest.mark.parametrize(
    ("target", "on"),
    [
        ("4", date(2026, 11, 27)),
        ("4.01", date(2026, 11, 28)),
        ("524", date(2036, 11, 14)),
        ("525", None),
        ("0", None),
    ],
)
def test_the_target_is_met_on_a_whole_day_within_ten_years(target: str, on: date | None) -> None:
    result = forecast_of("1", "2", "3", target=target)
    assert result is not None
    assert result.target_on == on


def test_many_equal_values_leave_no_doubt_about_the_slope() -> None:
    result = forecast_of(*["5"] * 12)
    assert result is not None
    assert result.slope_low == result.slope_high == 0
