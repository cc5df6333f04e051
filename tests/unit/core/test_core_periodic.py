"""Which notes are periodic, and what each of them is about."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.moment import format_date
from vaultgoals.core.moment_path import below, is_dated, literal, plain, segments
from vaultgoals.core.period import Calendar
from vaultgoals.core.periodic import DEFAULTS, note_format
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

UNSET = Periodic()


def periods(
    paths: list[str], periodic: Periodic = UNSET, *, week: str = "iso", text: str = "Text.\n"
) -> dict[str, str]:
    """The labels of the periodic notes among some paths."""
    notes = [read_note(Source.of(path, text)) for path in paths]
    vault = Vault.of(notes, Config(periodic=periodic, week=week))
    return {path: period.label for path, period in vault.periods.items()}


def label(path: str, *, week: str = "iso", **formats: str) -> str | None:
    return periods([path], Periodic(**formats), week=week).get(path)


def test_without_settings_the_default_names_are_periodic_wherever_they_lie() -> None:
    expected = {
        "2026-11-20.md": "2026-11-20",
        "Journal/2026-W47.md": "2026-W47",
        "Journal/2026-11.md": "2026-11",
        "Journal/2026/2026-Q4.md": "2026-Q4",
        "2026.md": "2026",
    }
    assert periods([*expected]) == expected


@pytest.mark.parametrize(
    "path",
    [
        "Goals/Trial conversion.md",
        "2026-11-20 Friday.md",
        "2026-11-2.md",
        "2026-W5.md",
        "2026-W60.md",
        "2026-Q5.md",
        "2026-02-30.md",
        "2026-11-20/Meeting.md",
        "2026-11-20.sync-conflict-20260817-144138-O4SHF2J.md",
        "2026-11-20 (Conflicted copy MacBook 202411281430).md",
        "1066.md",
        "0001-01-01.md",
        "9999-W52.md",
    ],
)
def test_a_name_in_another_format_or_of_no_date_is_not_periodic(path: str) -> None:
    assert periods([path]) == {}


@pytest.mark.parametrize(
    ("path", "form", "found"),
    [
        # A folder that is no format itself is where the notes lie.
        ("Daily/2026/2026-11-20.md", "Daily/YYYY/YYYY-MM-DD", "2026-11-20"),
        ("Daily/2026-11-20.md", "Daily/YYYY/YYYY-MM-DD", "2026-11-20"),
        ("daily/2026/2026-11-20.md", "Daily/YYYY/YYYY-MM-DD", "2026-11-20"),
        ("2026-11-20.md", "Daily/YYYY/YYYY-MM-DD", None),
        ("Other/Daily/2026/2026-11-20.md", "Daily/YYYY/YYYY-MM-DD", None),
        ("Dailyx/2026-11-20.md", "Daily/YYYY-MM-DD", None),
        ("My journal/Days/20.11.2026.md", "My journal/Days/DD.MM.YYYY", "2026-11-20"),
        ("[Q]/2026-11-20.md", "[][[Q]]/YYYY-MM-DD", "2026-11-20"),
        # Folders that are formats need not fit, since the name says it all.
        ("2026/Daily/11/2026-11-20.md", "YYYY/[Daily]/MM/YYYY-MM-DD", "2026-11-20"),
        ("2026/11-November/2026-11-20-Friday.md", "YYYY/MM-MMMM/YYYY-MM-DD-dddd", "2026-11-20"),
        ("Unsorted/2026-11-20-Friday.md", "YYYY/MM-MMMM/YYYY-MM-DD-dddd", "2026-11-20"),
        ("2026-11-20-Monday.md", "YYYY/MM-MMMM/YYYY-MM-DD-dddd", None),
        ("2026-11-20/Note.md", "YYYY-MM-DD/[Note]", "2026-11-20"),
        # Where it does not, they must.
        ("2026/11/20.md", "YYYY/MM/DD", "2026-11-20"),
        ("Log/2026/11/20.md", "Log/YYYY/MM/DD", "2026-11-20"),
        ("Log/2026/days/11/20.md", "Log/YYYY/[days]/MM/DD", "2026-11-20"),
        ("Log/2026/days/11/20.md", "Log/YYYY/days/MM/DD", "2026-11-20"),
        ("20.md", "YYYY/MM/DD", None),
        ("2026/02/30.md", "YYYY/MM/DD", None),
        # As moment.js writes them.
        ("November 20th, 2026.md", "MMMM Do, YYYY", "2026-11-20"),
        ("20 november 2026.md", "D MMMM YYYY", "2026-11-20"),
        ("26.11.20.md", "YY.MM.DD", "2026-11-20"),
        ("2026-324.md", "YYYY-DDDD", "2026-11-20"),
        ("Journal of 2026-11-20.md", "[Journal of] YYYY-MM-DD", "2026-11-20"),
        ("202611201030.md", "YYYYMMDDHHmm", "2026-11-20"),
    ],
)
def test_daily_notes_are_found_by_the_vaults_own_format(path: str, form: str, found: str | None) -> None:
    assert label(path, daily=form) == found


@pytest.mark.parametrize("form", ["\u00dcbung/[\u00e4] YYYY-MM-DD", "U\u0308bung/[a\u0308] YYYY-MM-DD"])
@pytest.mark.parametrize("path", ["\u00dcbung/\u00e4 2026-03-01.md", "U\u0308bung/a\u0308 2026-03-01.md"])
def test_a_name_is_the_same_however_its_accents_are_written(form: str, path: str) -> None:
    assert label(path, daily=form) == "2026-03-01"


WEEKS = [
    # The year turns in week 53, or in week 1 where weeks begin on Sunday and week 1 holds 1 January.
    (date(2026, 12, 26), "2026-W52", "2026-W52"),
    (date(2026, 12, 27), "2026-W52", "2027-W01"),
    (date(2026, 12, 28), "2026-W53", "2027-W01"),
    (date(2026, 12, 31), "2026-W53", "2027-W01"),
    (date(2027, 1, 1), "2026-W53", "2027-W01"),
    (date(2027, 1, 2), "2026-W53", "2027-W01"),
    (date(2027, 1, 3), "2026-W53", "2027-W02"),
    (date(2027, 1, 4), "2027-W01", "2027-W02"),
]


@pytest.mark.parametrize(("day", "iso", "american"), WEEKS)
def test_a_weeks_note_holds_the_day_in_the_weeks_that_the_vault_counts(
    day: date, iso: str, american: str
) -> None:
    for week, name in (("iso", iso), ("sunday", american)):
        calendar = Calendar(week=week)
        assert format_date("gggg-[W]ww", day, calendar=calendar) == name
        form = note_format("weekly", "gggg-[W]ww")
        assert form is not None
        period = form.period_of(f"{name}.md", calendar)
        assert period == calendar.week_of(day)
        assert period is not None
        assert day in period


@pytest.mark.parametrize(("day", "iso", "american"), WEEKS)
def test_capitals_mean_iso_weeks_in_every_vault(day: date, iso: str, american: str) -> None:
    for week in ("iso", "sunday"):
        calendar = Calendar(week=week)
        name = format_date("GGGG-[W]WW", day, calendar=calendar)
        assert name == iso
        form = note_format("weekly", "GGGG-[W]WW")
        assert form is not None
        assert form.period_of(f"{name}.md", calendar) == Calendar().week_of(day)


@pytest.mark.parametrize("week", ["iso", "sunday", "monday", "saturday"])
@pytest.mark.parametrize("form", ["YYYY-MM-DD", "DD.MM.YYYY", "GGGG-[W]WW-E", "gggg-[W]ww-e", "YYYY-DDDD"])
def test_every_day_around_new_year_is_read_back(week: str, form: str) -> None:
    calendar = Calendar(week=week)
    named = note_format("daily", form)
    assert named is not None
    for n in range(9):
        day = date(2026, 12, 27) + timedelta(days=n)
        name = format_date(form, day, calendar=calendar)
        assert named.period_of(f"{name}.md", calendar) == calendar.day_of(day)


def test_a_year_of_the_calendar_beside_a_week_is_read_where_it_is_clear() -> None:
    names = {"2026-W47": "2026-W47", "2026-W01": "2026-W01", "2026-W53": "2026-W53", "2024-W52": "2024-W52"}
    for name, found in names.items():
        assert label(f"{name}.md", weekly="YYYY-[W]WW") == found


@pytest.mark.parametrize("name", ["2024-W01", "2025-W01"])
def test_a_name_that_two_weeks_bear_is_the_name_of_neither(name: str) -> None:
    # The weeks of 30 December 2024 and 29 December 2025 are first weeks too, and begin in the year before.
    assert label(f"{name}.md", weekly="YYYY-[W]WW") is None
    assert label(f"{name}.md", weekly="GGGG-[W]WW") == name


@pytest.mark.parametrize(
    ("path", "kind", "form", "found"),
    [
        ("2026-11-16.md", "weekly", "Weeks/YYYY-MM-DD", None),
        ("Weeks/2026-11-16.md", "weekly", "Weeks/YYYY-MM-DD", "2026-W47"),
        ("Weeks/2026-11-18.md", "weekly", "Weeks/YYYY-MM-DD", None),
        ("2026-11-18 W47.md", "weekly", "YYYY-MM-DD [W]WW", "2026-W47"),
        ("Months/2026-11-01.md", "monthly", "Months/YYYY-MM-DD", "2026-11"),
        ("Quarters/2026-10.md", "quarterly", "Quarters/YYYY-MM", "2026-Q4"),
        ("2026/11.md", "monthly", "YYYY/MM", "2026-11"),
        ("Years/Review of 2026.md", "yearly", "Years/[Review of] YYYY", "2026"),
    ],
)
def test_a_longer_note_may_be_named_by_its_first_day(
    path: str, kind: str, form: str, found: str | None
) -> None:
    got = periods([path], Periodic(**{"daily": "Days/YYYY-MM-DD", kind: form}))
    assert got.get(path) == found


def test_a_format_for_one_folder_wins_there_over_one_for_everywhere() -> None:
    periodic = Periodic(weekly="Weekly/YYYY-MM-DD", daily="YYYY-MM-DD")
    assert periods(["Weekly/2026-11-16.md", "2026-11-16.md"], periodic) == {
        "Weekly/2026-11-16.md": "2026-W47",
        "2026-11-16.md": "2026-11-16",
    }


def test_a_page_of_ours_and_a_note_that_cannot_be_used_are_never_periodic() -> None:
    assert periods(["2026-W47.md"], text="---\ntype: goal-review\n---\n") == {}
    assert periods(["2026-W47.md"], text="---\ntype: [\n---\n") == {}
    assert periods(["2026-W47.md"], text="---\ntype: weekly\n---\n") == {"2026-W47.md": "2026-W47"}


@pytest.mark.parametrize(
    ("kind", "form"),
    [
        ("daily", ""),
        ("daily", "Notes"),
        ("daily", "[YYYY-MM-DD]"),
        ("daily", "DD.MM"),
        ("daily", "YYYY-MM"),
        ("daily", "gggg-[W]ww"),
        ("daily", "YYYYMD"),
        ("daily", "dddd YYYY"),
        ("daily", "Daily/YYYY-MM-DD/"),
        ("daily", "YYYY-MM-DD" + " " * 250),
        ("weekly", "[Week] ww"),
        ("weekly", "YYYY-MM"),
        ("monthly", "MMMM"),
        ("monthly", "YYYY-[Q]Q"),
        ("quarterly", "[Q]Q"),
        ("yearly", "[Year]"),
    ],
)
def test_a_format_that_makes_no_clear_date_of_its_kind_is_none(kind: str, form: str) -> None:
    assert note_format(kind, form) is None


def test_the_defaults_make_dates() -> None:
    for kind in ("daily", "weekly", "monthly", "quarterly", "yearly"):
        assert note_format(kind, getattr(DEFAULTS, kind)) is not None


@pytest.mark.parametrize("folder", ["YYYY", "MM-MMMM", "YYYY-[Q]Q", "[Week] WW", "gggg", "YYYY [and] MM"])
def test_a_folder_of_date_tokens_alone_is_a_format(folder: str) -> None:
    assert is_dated(folder)


@pytest.mark.parametrize("folder", ["Daily", "Days", "Me", "2026", "Week WW", "[YYYY]", "Tage", "", "MMs"])
def test_any_other_folder_is_a_name(folder: str) -> None:
    assert not is_dated(folder)


@pytest.mark.parametrize(
    ("folder", "form"),
    [
        ("Daily", "Daily/YYYY"),
        ("/Daily notes/", "Daily notes/YYYY"),
        ("Journal/Days", "Journal/Days/YYYY"),
        ("Q", "[Q]/YYYY"),
        ("a[b", "[a][[b]/YYYY"),
        ("", "YYYY"),
        ("/", "YYYY"),
    ],
)
def test_a_folder_is_put_in_brackets_only_where_it_must_be(folder: str, form: str) -> None:
    assert below(folder, "YYYY") == form


@given(st.text(st.characters(exclude_characters="/", exclude_categories=["Cs"])))
def test_a_folder_of_any_name_is_found_again_in_its_format(folder: str) -> None:
    name = folder.strip()
    above = segments(below(folder, "YYYY-MM-DD"))[:-1]
    assert [plain(part) for part in above] == ([name] if name else [])
    assert not any(is_dated(part) for part in above)
    assert plain(literal(folder)) == folder


@given(st.text("YMDdgGwWQEe0123-[]/. \\LX", max_size=20), st.text("0123456789-./ W", max_size=20))
def test_no_format_and_no_name_raise(form: str, name: str) -> None:
    for kind in ("daily", "weekly", "monthly", "quarterly", "yearly"):
        named = note_format(kind, form)
        if named:
            named.period_of(f"{name}.md", Calendar(week="sunday"))


def test_a_hostile_format_is_compared_in_no_time() -> None:
    form = note_format("daily", "YYYYMMDD" + "H" * 200)
    assert form is None or form.named("1" * 250, Calendar()) is None
    assert label(f"{'1' * 250}x.md", daily="YYYY-MM-DD " + "DM" * 100) is None
