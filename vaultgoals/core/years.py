"""The years that anything here may be about."""

YEARS = range(1900, 3000)
"""The years that a page may be about: no sum with a date in them leaves the calendar."""
