"""What is read in a vault's `.obsidian` folder, and what is not believed."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from vaultgoals.core.config import Periodic
from vaultgoals.store.obsidian import Obsidian
from vaultgoals.store.settings import load_config, load_settings

PLUGINS = "community-plugins.json"
PERIODIC = "plugins/periodic-notes/data.json"
CALENDAR = "plugins/calendar/data.json"
DAILY = "daily-notes.json"


def write(root: Path, files: Mapping[str, object]) -> Path:
    """A vault with these files in its `.obsidian` folder."""
    for name, content in files.items():
        file = root / ".obsidian" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
    return root


def enabled(form: str = "", folder: str = "") -> dict[str, object]:
    return {"enabled": True, "format": form, "folder": folder, "template": "Templates/x"}


def test_a_vault_without_obsidian_is_told_nothing(tmp_path: Path) -> None:
    assert Obsidian(tmp_path).periodic() == Periodic()
    assert Obsidian(tmp_path).template_folders() == []
    assert Obsidian(tmp_path).first_weekday() == ""


@pytest.mark.parametrize(
    ("settings", "form"),
    [
        ({"format": "DD.MM.YYYY", "folder": "Tage"}, "Tage/DD.MM.YYYY"),
        ({"format": "", "folder": "Journal/Days"}, "Journal/Days/YYYY-MM-DD"),
        ({"folder": "/Journal/"}, "Journal/YYYY-MM-DD"),
        ({"folder": " Journal "}, "Journal/YYYY-MM-DD"),
        ({"folder": "/"}, "YYYY-MM-DD"),
        ({"folder": "YYYY"}, "[YYYY]/YYYY-MM-DD"),
        ({"format": "YYYY/[Daily]/MM/YYYY-MM-DD"}, "YYYY/[Daily]/MM/YYYY-MM-DD"),
        ({"format": "/YYYY/YYYY-MM-DD"}, "YYYY/YYYY-MM-DD"),
        ({"autorun": True}, "YYYY-MM-DD"),
        ({"format": 5, "folder": ["a"]}, "YYYY-MM-DD"),
        ({"format": "\ud800YYYY-MM-DD"}, "YYYY-MM-DD"),
    ],
)
def test_obsidians_own_daily_notes(tmp_path: Path, settings: object, form: str) -> None:
    assert Obsidian(write(tmp_path, {DAILY: settings})).periodic() == Periodic(daily=form)


@pytest.mark.parametrize(
    "settings",
    [
        {"format": "MMMM Do"},
        {"format": "[Note]"},
        {"folder": "../elsewhere"},
        {"folder": ".trash"},
        {"folder": "C:\\Notes"},
        {"folder": "a\nb"},
        {"format": "../YYYY-MM-DD"},
        {"format": "YYYY-MM-DD " + "D" * 5000},
        {"folder": "x" * 100_000},
    ],
)
def test_a_format_that_makes_no_date_or_leaves_the_vault_is_passed_over(
    tmp_path: Path, settings: object
) -> None:
    assert Obsidian(write(tmp_path, {DAILY: settings})).periodic() == Periodic()


def test_periodic_notes_0_0_17(tmp_path: Path) -> None:
    settings = {
        "daily": enabled("YYYY-MM-DD ddd", "Journal"),
        "weekly": enabled("", "Weekly"),
        "monthly": enabled() | {"enabled": False, "format": "YYYY.MM"},
        "quarterly": {"format": "YYYY-[Q]Q", "folder": "Quarters"},
        "yearly": enabled("[Year] YYYY"),
    }
    assert Obsidian(
        write(tmp_path, {PLUGINS: ["periodic-notes"], PERIODIC: settings})
    ).periodic() == Periodic(daily="Journal/YYYY-MM-DD ddd", weekly="Weekly/gggg-[W]ww", yearly="[Year] YYYY")


def test_periodic_notes_1_0_with_the_active_calendar_set(tmp_path: Path) -> None:
    settings = {
        "activeCalendarSet": "Work",
        "calendarSets": [
            {"id": "Default", "day": enabled("YYYYMMDD"), "week": enabled("gggg-ww")},
            {
                "id": "Work",
                "ctime": "2026-01-01T00:00:00+01:00",
                "day": enabled("", "Work/Days") | {"openAtStartup": False},
                "quarter": enabled("YYYY [Q]Q"),
                "year": {"enabled": False, "format": "YY"},
            },
        ],
        "weekly": enabled("[stale] gggg ww"),
    }
    assert Obsidian(write(tmp_path, {PERIODIC: settings})).periodic() == Periodic(
        daily="Work/Days/YYYY-MM-DD", quarterly="YYYY [Q]Q"
    )


def test_of_calendar_sets_none_of_which_is_active_the_first_counts(tmp_path: Path) -> None:
    settings = {"calendarSets": [{"id": "A", "day": enabled("YYYYMMDD")}], "activeCalendarSet": "gone"}
    assert Obsidian(write(tmp_path, {PERIODIC: settings})).periodic().daily == "YYYYMMDD"


@pytest.mark.parametrize(
    ("listed", "form"),
    [
        (["periodic-notes", "dataview"], "[P] YYYY-MM-DD"),
        (["dataview"], "[D] YYYY-MM-DD"),
        ([], "[D] YYYY-MM-DD"),
        # Without a list that can be read, the plugin's settings are there because it is used.
        (None, "[P] YYYY-MM-DD"),
        ({"periodic-notes": False}, "[P] YYYY-MM-DD"),
        (b"\xff", "[P] YYYY-MM-DD"),
    ],
)
def test_a_plugin_that_is_switched_off_is_not_asked(tmp_path: Path, listed: object, form: str) -> None:
    files: dict[str, object] = {
        PERIODIC: {"daily": enabled("[P] YYYY-MM-DD")},
        DAILY: {"format": "[D] YYYY-MM-DD"},
    }
    if listed is not None:
        files[PLUGINS] = listed
    assert Obsidian(write(tmp_path, files)).periodic().daily == form


def test_a_kind_that_is_off_in_periodic_notes_is_left_to_the_others(tmp_path: Path) -> None:
    off = {"enabled": False, "format": "[off] YYYY-MM-DD", "folder": "Off"}
    root = write(
        tmp_path,
        {
            PLUGINS: ["calendar", "periodic-notes"],
            PERIODIC: {"daily": off, "weekly": off, "monthly": enabled("", "Months")},
            CALENDAR: {
                "weekStart": "sunday",
                "weeklyNoteFormat": "gggg-[KW]ww",
                "weeklyNoteFolder": "Wochen",
            },
            DAILY: {"format": "DD.MM.YYYY"},
        },
    )
    assert Obsidian(root).namings() == {
        "monthly": ("Months/YYYY-MM", "Periodic Notes"),
        "weekly": ("Wochen/gggg-[KW]ww", "Calendar"),
        "daily": ("DD.MM.YYYY", "Daily notes"),
    }
    assert Obsidian(root).first_weekday() == "sunday"


def test_periodic_notes_is_asked_before_calendar_and_daily_notes_even_for_its_defaults(
    tmp_path: Path,
) -> None:
    files = {
        PERIODIC: {"daily": enabled(), "weekly": enabled()},
        CALENDAR: {"weeklyNoteFormat": "gggg-[KW]ww"},
        DAILY: {"format": "DD.MM.YYYY"},
    }
    assert Obsidian(write(tmp_path, files)).periodic() == Periodic(daily="YYYY-MM-DD", weekly="gggg-[W]ww")


def test_a_format_of_a_plugin_that_makes_no_date_leaves_the_word_to_the_next(tmp_path: Path) -> None:
    files = {PERIODIC: {"daily": enabled("MMMM Do")}, DAILY: {"format": "DD.MM.YYYY"}}
    assert Obsidian(write(tmp_path, files)).periodic() == Periodic(daily="DD.MM.YYYY")


@pytest.mark.parametrize(
    ("file", "told", "kind", "reason"),
    [
        (
            DAILY,
            {"format": "banana"},
            "daily",
            "names daily notes “banana”, which does not tell one day from another",
        ),
        (
            DAILY,
            {"format": "[Today]"},
            "daily",
            "names daily notes “[Today]”, which does not tell one day from another",
        ),
        (
            DAILY,
            {"format": "MMMM", "folder": "Days"},
            "daily",
            "names daily notes “Days/MMMM”, which does not tell one day from another",
        ),
        (
            PERIODIC,
            {"weekly": enabled("YYYY")},
            "weekly",
            "names weekly notes “YYYY”, which does not tell one week from another",
        ),
        (
            DAILY,
            {"folder": "../Elsewhere"},
            "daily",
            "puts daily notes at “../Elsewhere/YYYY-MM-DD”, which is no place in the vault",
        ),
    ],
)
def test_a_format_that_makes_no_sense_is_remembered_with_its_file(
    tmp_path: Path, file: str, told: object, kind: str, reason: str
) -> None:
    obsidian = Obsidian(write(tmp_path, {file: told}))
    assert obsidian.periodic() == Periodic()
    assert obsidian.senseless == {kind: (f".obsidian/{file}", reason)}


def test_calendar_switched_off_says_nothing_of_weeks(tmp_path: Path) -> None:
    files = {PLUGINS: [], CALENDAR: {"weekStart": "sunday", "weeklyNoteFormat": "gggg-[KW]ww"}}
    root = write(tmp_path, files)
    assert Obsidian(root).periodic() == Periodic()
    assert Obsidian(root).first_weekday() == ""


def test_template_folders_are_those_of_templates_and_templater(tmp_path: Path) -> None:
    files = {
        "templates.json": {"folder": "Templates/"},
        "plugins/templater-obsidian/data.json": {"templates_folder": "Meta/Templater"},
    }
    assert Obsidian(write(tmp_path, files)).template_folders() == ["Templates/", "Meta/Templater/"]


def test_templater_switched_off_says_nothing_of_templates(tmp_path: Path) -> None:
    files = {
        PLUGINS: ["dataview"],
        "plugins/templater-obsidian/data.json": {"templates_folder": "Goals"},
    }
    assert Obsidian(write(tmp_path, files)).template_folders() == []


@pytest.mark.parametrize("folder", ["", "/", "../x", ".hidden", 5, None])
def test_a_template_folder_that_is_no_folder_in_the_vault_is_none(tmp_path: Path, folder: object) -> None:
    assert Obsidian(write(tmp_path, {"templates.json": {"folder": folder}})).template_folders() == []


HOSTILE = [
    b"",
    b"{",
    b"null",
    b"[]",
    b"5",
    b'"text"',
    b"\xff\xfe{}",
    b"\0\0\0",
    b'{"daily": [[["enabled"]]], "calendarSets": {"id": 1}, "format": {}, "folder": 1}',
    b'{"calendarSets": [null, 5, {"day": 7}], "activeCalendarSet": []}',
    b'{"format": NaN}',
    b'{"enabled": ' + b"9" * 5000 + b"}",
    b"[" * 100_000,
    b'{"a":' * 100_000,
    b" " * 10_000_000,
]


@pytest.mark.parametrize("content", HOSTILE, ids=range(len(HOSTILE)))
def test_settings_that_cannot_be_read_leave_the_defaults(tmp_path: Path, content: bytes) -> None:
    names = (PLUGINS, PERIODIC, CALENDAR, DAILY, "templates.json", "plugins/templater-obsidian/data.json")
    root = write(tmp_path, dict.fromkeys(names, content))
    assert Obsidian(root).periodic() in (
        Periodic(),
        Periodic(daily="YYYY-MM-DD"),
        Periodic(daily="YYYY-MM-DD", weekly="gggg-[W]ww"),
    )
    assert Obsidian(root).template_folders() == []
    assert Obsidian(root).first_weekday() == ""


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "is empty"),
        (b'{"folder": "Daily",\n"form', "is not valid JSON (line 2)"),
        (b"9" * 5000, "is not valid JSON"),
        (b"[" * 100_000, "is nested too deeply"),
        (b"\0\0", "is not text (a NUL byte at 0)"),
        (b" " * 2_000_000, "is larger than 1 MiB"),
    ],
    ids=range(6),
)
def test_a_file_that_cannot_be_read_is_told_apart_from_one_that_is_not_there(
    tmp_path: Path, content: bytes, reason: str
) -> None:
    settings = load_settings(write(tmp_path, {DAILY: content}))
    assert [one.words for one in settings.unread] == [
        f".obsidian/daily-notes.json {reason}, so daily notes are taken as YYYY-MM-DD."
    ]
    (tmp_path / ".obsidian" / DAILY).unlink()
    assert load_settings(tmp_path).unread == ()


@pytest.mark.parametrize(
    ("files", "instead"),
    [
        ({CALENDAR: b"{"}, "weekly notes are taken as gggg-[W]ww"),
        (
            {PERIODIC: b"{", DAILY: {"folder": "Tage"}},
            "periodic notes are taken as Tage/YYYY-MM-DD, gggg-[W]ww, YYYY-MM, YYYY-[Q]Q, YYYY",
        ),
        ({PLUGINS: b"[", CALENDAR: {}}, "a plugin that has settings is taken to be switched on"),
    ],
)
def test_what_holds_instead_of_a_file_that_cannot_be_read(
    tmp_path: Path, files: Mapping[str, object], instead: str
) -> None:
    settings = load_settings(write(tmp_path, files))
    assert [one.instead for one in settings.unread] == [instead]


@pytest.mark.parametrize(
    "files",
    [
        {PERIODIC: {"daily": enabled("YYYY-MM-DD", "Journal")}, DAILY: b"{"},
        {PLUGINS: ["dataview"], PERIODIC: b"{", CALENDAR: b"{"},
        {PLUGINS: b"["},
    ],
)
def test_nothing_is_said_of_a_file_that_makes_no_difference(
    tmp_path: Path, files: Mapping[str, object]
) -> None:
    assert load_settings(write(tmp_path, files)).unread == ()


def test_nothing_is_said_of_a_file_whose_say_the_vaults_own_settings_have(tmp_path: Path) -> None:
    write(tmp_path, {DAILY: b"{"})
    (tmp_path / "vaultgoals.toml").write_text('periodic.daily = "Daily/YYYY-MM-DD"\n')
    assert load_settings(tmp_path).unread == ()


def test_settings_behind_a_symbolic_link_are_not_read(tmp_path: Path) -> None:
    elsewhere = write(tmp_path / "elsewhere", {DAILY: {"format": "DD.MM.YYYY"}})
    for place in (".obsidian", f".obsidian/{DAILY}"):
        root = tmp_path / place.replace("/", "-")
        (root / place).parent.mkdir(parents=True, exist_ok=True)
        (root / place).symlink_to(elsewhere / place)
        obsidian = Obsidian(root)
        assert obsidian.periodic() == Periodic()
        assert "symbolic link" in obsidian.unreadable[f".obsidian/{DAILY}"]


def test_a_pipe_in_place_of_settings_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / ".obsidian").mkdir()
    os.mkfifo(tmp_path / ".obsidian" / DAILY)
    assert Obsidian(tmp_path).periodic() == Periodic()


def test_what_the_vaults_settings_name_comes_before_what_obsidian_was_told(tmp_path: Path) -> None:
    write(tmp_path, {DAILY: {"format": "DD.MM.YYYY"}, CALENDAR: {"weeklyNoteFolder": "Weeks"}})
    assert load_config(tmp_path).periodic == Periodic(daily="DD.MM.YYYY", weekly="Weeks/gggg-[W]ww")
    (tmp_path / "vaultgoals.toml").write_text('periodic.daily = "Daily/YYYY-MM-DD"\n')
    assert load_config(tmp_path).periodic == Periodic(daily="Daily/YYYY-MM-DD", weekly="Weeks/gggg-[W]ww")


@pytest.mark.parametrize(
    ("own", "ignore"),
    [
        (None, ("Meta/Forms/",)),
        ("", ("Meta/Forms/",)),
        ('ignore = ["Old/", "Meta/Forms/"]', ("Old/", "Meta/Forms/")),
        ('ignore = ["Old/"]', ("Old/", "Meta/Forms/")),
    ],
)
def test_folders_of_templates_are_left_out_whatever_else_is(
    tmp_path: Path, own: str | None, ignore: tuple[str, ...]
) -> None:
    root = write(tmp_path, {"templates.json": {"folder": "Meta/Forms"}})
    if own is not None:
        (root / "vaultgoals.toml").write_text(own)
    settings = load_settings(root)
    assert (settings.config.ignore, settings.templates) == (ignore, ("Meta/Forms/",))


def test_a_format_that_makes_no_sense_is_told_with_what_holds_instead(tmp_path: Path) -> None:
    root = write(tmp_path, {DAILY: {"format": "banana"}})
    (told,) = load_settings(root).unread
    assert told.words == (
        ".obsidian/daily-notes.json names daily notes “banana”, which does not tell one day from another,"
        " so they are taken as YYYY-MM-DD."
    )


def test_a_format_that_makes_no_sense_is_nobodys_business_where_the_vault_has_its_own(tmp_path: Path) -> None:
    root = write(tmp_path, {DAILY: {"format": "banana"}})
    (root / "vaultgoals.toml").write_text('[periodic]\ndaily = "DD.MM.YYYY"\n')
    assert load_settings(root).unread == ()


def test_templates_whose_folder_cannot_be_read_may_be_among_the_notes(tmp_path: Path) -> None:
    root = write(tmp_path, {"templates.json": b"{"})
    (told,) = load_settings(root).unread
    assert told.words == (
        ".obsidian/templates.json is not valid JSON (line 1), so the templates may be among the notes."
    )


@pytest.mark.parametrize(
    ("files", "place"),
    [
        ({}, None),
        ({"templates.json": {"folder": "Vorlagen"}}, ("Vorlagen/", False)),
        ({"templates.json": {"folder": ""}}, None),
        ({"templates.json": {"folder": "../elsewhere"}}, None),
        (
            {"plugins/templater-obsidian/data.json": {"templates_folder": "T/Templater"}},
            ("T/Templater/", True),
        ),
        (
            {
                "templates.json": {"folder": "Plain"},
                "plugins/templater-obsidian/data.json": {"templates_folder": "Templater"},
            },
            ("Plain/", False),
        ),
        (
            {PLUGINS: [], "plugins/templater-obsidian/data.json": {"templates_folder": "Templater"}},
            None,
        ),
    ],
)
def test_templates_for_new_notes_go_where_obsidian_looks_for_them(
    tmp_path: Path, files: Mapping[str, object], place: tuple[str, bool] | None
) -> None:
    assert Obsidian(write(tmp_path, files)).goal_templates() == place
