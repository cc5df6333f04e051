"""`vaultgoals.toml`: every key, and what is said of one that cannot be used."""

from datetime import time
from fractions import Fraction
from pathlib import Path

import pytest

from vaultgoals.core.config import Config, FolderRules
from vaultgoals.core.finding import Severity
from vaultgoals.errors import ConfigError
from vaultgoals.store.settings import load_config

NAME = 'a name in types must be a type, a "#tag" without a gap, or a "folder/" in the vault'
OWN_NAME = "Give it a name of its own under [pages], such as"
EVERY_KEY = """
ignore = ["Templates/", "Archive/**"]
timezone = "Europe/Berlin"
day-ends-at = "04:00"
week = "sunday"
seal-after = 10
window = 6
confidence-stale-after = 21
[types]
Ziel = "outcome"
"#goal/habit" = "process"
"Habits/" = "process"
process = false
[properties]
Frist = "due"
[periodic]
daily = "Daily/YYYY/YYYY-MM-DD"
weekly = "gggg-[W]ww"
monthly = "YYYY-MM"
quarterly = "YYYY-[Q]Q"
yearly = "YYYY"
[pages]
weekly = "Weeks/Review {period}.md"
monthly = true
quarterly = false
yearly = "Years/Year {period}.md"
dashboard = "Home.md"
problems = false
people = true
[folders]
outcome = "Goals/Outcomes"
checkin = "Check-ins/{year}"
[thresholds]
on-track = 0.9
at-risk = 0.7
did = 0.75
partly = 0.4
moves = 1
unlogged = 0
[limits]
goals-per-owner = 4
processes-per-outcome = 2
levers-per-outcome = 5
open-actions = 10
note-size = "1.5 MiB"
[rules]
select = ["VG508"]
ignore = ["VG404"]
[rules.severity]
VG304 = "info"
[rules.per-folder]
"Private/" = { ignore = ["VG4"], severity = { VG201 = "warning" } }
[words]
language = ["en", "de"]
vague = ["mehr"]
[watch]
quiet = "500 ms"
"""


def load(tmp_path: Path, text: str) -> Config:
    (tmp_path / "vaultgoals.toml").write_text(text)
    return load_config(tmp_path)


def test_a_vault_without_settings_has_the_defaults(tmp_path: Path) -> None:
    assert load_config(tmp_path) == Config()
    assert load(tmp_path, "") == Config()


def test_every_key_is_read_into_its_type(tmp_path: Path) -> None:
    config = load(tmp_path, EVERY_KEY)
    assert config.ignore == ("Templates/", "Archive/**")
    assert config.timezone == "Europe/Berlin"
    assert config.day_ends_at == time(4)
    assert (config.week, config.seal_after, config.window, config.confidence_stale_after) == (
        "sunday",
        10,
        6,
        21,
    )
    assert config.types == {
        "Ziel": "outcome",
        "#goal/habit": "process",
        "Habits/": "process",
        "process": None,
    }
    assert config.properties == {"Frist": "due"}
    assert config.periodic.daily == "Daily/YYYY/YYYY-MM-DD"
    assert config.periodic.quarterly == "YYYY-[Q]Q"
    assert config.weekly_page == "Weeks/Review {period}.md"
    assert config.pages.monthly == "Reviews/Monthly/Review {period}.md"
    assert config.pages.quarterly is None
    assert config.pages.people == "Reviews/People/{owner}.md"
    assert config.folders["outcome"] == "Goals/Outcomes"
    assert config.folders["process"] == "Goals"
    assert config.thresholds.on_track == Fraction(9, 10)
    assert config.thresholds.moves == 1
    assert config.limits.note_size == 3 * 2**19
    assert config.rules.select == ("VG508",)
    assert config.rules.severity == {"VG304": Severity.INFO}
    assert config.rules.per_folder == {
        "Private/": FolderRules(ignore=("VG4",), severity={"VG201": Severity.WARNING})
    }
    assert config.words.language == ("en", "de")
    assert config.words.vague == ("mehr",)
    assert config.quiet == 0.5


def test_a_file_with_an_encoding_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "vaultgoals.toml").write_bytes(b"\xef\xbb\xbfwindow = 6\r\n")
    assert load_config(tmp_path).window == 6


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("seal-aftr = 3", "there is no key seal-aftr.", "The nearest known key is seal-after."),
        ("seal_after = 3", "there is no key seal_after.", "The nearest known key is seal-after."),
        ("[Limits]", "there is no key Limits.", "The nearest known key is limits."),
        (
            "thresholds.ontrack = 1",
            "there is no key thresholds.ontrack.",
            "The nearest known key is thresholds.on-track.",
        ),
        ("pages.daily = true", "there is no key pages.daily.", "The nearest known key is pages.yearly."),
        ("watch.command = 'rm'", "there is no key watch.command.", "The nearest known key is watch.quiet."),
        (
            'rules.per-folder."P/".ignor = []',
            "there is no key rules.per-folder.P/.ignor.",
            "The nearest known key is rules.per-folder.P/.ignore.",
        ),
        ('window = "four"', "window must be a whole number from 1 to 520, not four.", ""),
        ("window = true", "window must be a whole number from 1 to 520, not true.", ""),
        ("window = 0", "window must be a whole number from 1 to 520, not 0.", ""),
        ("window = 4.0", "window must be a whole number from 1 to 520, not 4.0.", ""),
        (
            "window = 0x" + "f" * 9000,
            "window must be a whole number from 1 to 520, not a number that long.",
            "",
        ),
        ("ignore = 'Templates/'", "ignore must be a list of texts, not Templates/.", ""),
        ("ignore = [1]", "ignore must be a list of texts, not a list of that.", ""),
        (
            "week = 'sundy'",
            "week must be one of iso, sunday, monday, saturday, not sundy.",
            'Did you mean "sunday"?',
        ),
        ("day-ends-at = '24:00'", 'day-ends-at must be a time such as "04:00", not 24:00.', ""),
        ("day-ends-at = '٠٤:00'", 'day-ends-at must be a time such as "04:00", not ٠٤:00.', ""),
        (
            "timezone = 'Europe/Berlinn'",
            'timezone "Europe/Berlinn" is not known here.',
            'Write one such as "Europe/Berlin".',
        ),
        (
            "timezone = '../../etc/passwd'",
            'timezone "../../etc/passwd" is not known here.',
            'Write one such as "Europe/Berlin".',
        ),
        ("timezone = ''", 'timezone "" is not known here.', 'Write one such as "Europe/Berlin".'),
        ("thresholds.did = 1.5", "thresholds.did must be a share from 0 to 1, not 1.5.", ""),
        ("thresholds.did = nan", "thresholds.did must be a share from 0 to 1, not nan.", ""),
        ("thresholds = 3", "thresholds must be a table, not 3.", ""),
        ("limits.note-size = '6 MiB'", 'limits.note-size must be a size up to "5 MiB", not 6 MiB.', ""),
        ("limits.note-size = 100", 'limits.note-size must be a size up to "5 MiB", not 100.', ""),
        ("watch.quiet = '1 ms'", 'watch.quiet must be a time from "10 ms" to "60 s", not 1 ms.', ""),
        (
            "periodic.weekly = '[Week] ww'",
            (
                'periodic.weekly must be a format that tells weekly notes apart, such as "Notes/gggg-[W]ww",'
                " not [Week] ww."
            ),
            "",
        ),
        (
            "[types]\n'../x/' = 'outcome'",
            f"{NAME}, not ../x/.",
            "",
        ),
        (
            "[types]\n'#a b' = 'outcome'",
            f"{NAME}, not #a b.",
            "",
        ),
        ("watch.quiet = 0.3", 'watch.quiet must be a time from "10 ms" to "60 s", not 0.3.', ""),
    ],
)
def test_what_cannot_be_used_is_one_sentence(tmp_path: Path, text: str, message: str, hint: str) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, text)
    assert (raised.value.message, raised.value.hint) == (f"vaultgoals.toml: {message}", hint)
    assert raised.value.exit_code == 2


@pytest.mark.parametrize(
    "text",
    [
        "pages.weekly = '../{period}.md'",
        "pages.weekly = '/tmp/{period}.md'",
        "pages.weekly = 'C:\\{period}.md'",
        "pages.weekly = '.obsidian/{period}.md'",
        "pages.weekly = 'Reviews//{period}.md'",
        "pages.weekly = 'Reviews/Weekly.md'",
        "pages.weekly = '{period.__class__}.md'",
        "pages.weekly = '{owner}/{period}.md'",
        "pages.weekly = '{period}.txt'",
        "pages.weekly = 3",
        "pages.dashboard = 'Home {period}.md'",
        "pages.people = 'People.md'",
        "folders.outcome = '../elsewhere'",
        "folders.outcome = '/etc'",
        "folders.checkin = '{user}'",
        "periodic.daily = '../YYYY-MM-DD'",
        "periodic.daily = 'DD.MM'",
        "periodic.daily = 'YYYYMD'",
        "periodic.daily = ''",
        "periodic.daily = 5",
        "periodic.monthly = 'gggg-[W]ww'",
        "types.Ziel = 'outcom'",
        "types.Ziel = true",
        "[types]\n'.trash/' = 'outcome'",
        "[types]\n'a/../b/' = 'outcome'",
        "[types]\n'#' = 'outcome'",
        "[types]\n'#a,b' = 'outcome'",
        "[types]\n'##a' = 'outcome'",
        "rules.severity.VG304 = 'off'",
        "window = ",
        "window = 1\nwindow = 2",
        "x = " + "[" * 5000,
        "ignore = ['\x00']",
    ],
)
def test_neither_a_path_out_of_the_vault_nor_nonsense_is_taken(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        load(tmp_path, text)


@pytest.mark.parametrize(
    "name", ["Mein Ziel", "#goal/habit", "#ziel-2026", "/Habits/", "Ziele und mehr/", "/"]
)
def test_a_type_a_tag_and_a_folder_are_names_of_kinds(tmp_path: Path, name: str) -> None:
    assert load(tmp_path, f"[types]\n'{name}' = 'outcome'").types == {name: "outcome"}


def test_settings_that_are_no_text_say_so(tmp_path: Path) -> None:
    (tmp_path / "vaultgoals.toml").write_bytes(b"ignore = ['\xff']")
    with pytest.raises(ConfigError, match=r"vaultgoals.toml is not UTF-8 text \(byte 0xff at 11\)\."):
        load_config(tmp_path)


def test_settings_behind_a_link_are_refused(tmp_path: Path) -> None:
    (tmp_path / "vaultgoals.toml").symlink_to("/etc/passwd")
    with pytest.raises(ConfigError, match="is a symbolic link"):
        load_config(tmp_path)


def test_a_share_is_exactly_what_is_written(tmp_path: Path) -> None:
    assert load(tmp_path, "thresholds.did = 0.1").thresholds.did == Fraction(1, 10)


@pytest.mark.parametrize("word", ["habit", "key-result", "kr", "check-in", "leading-indicator"])
def test_a_vaults_word_may_stand_for_any_word_of_ours(tmp_path: Path, word: str) -> None:
    assert load(tmp_path, f'[types]\nGewohnheit = "{word}"').types == {"Gewohnheit": word}


@pytest.mark.parametrize("name", ["due", "type", "goal", "if-then", "check-in"])
def test_a_vaults_name_may_stand_for_any_property_of_ours(tmp_path: Path, name: str) -> None:
    assert load(tmp_path, f'[properties]\nSeines = "{name}"').properties == {"Seines": name}


@pytest.mark.parametrize(("name", "near"), [("cadense", "cadence"), ("Due", "due"), ("if_then", "if-then")])
def test_a_property_that_is_not_known_is_one_sentence_with_the_nearest(
    tmp_path: Path, name: str, near: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, f'[properties]\nFrist = "{name}"')
    assert str(raised.value) == (
        f"vaultgoals.toml: properties.Frist must be the name of a property that is known here, not {name}."
    )
    assert raised.value.hint == f'Did you mean "{near}"?'


@pytest.mark.parametrize(
    ("settings", "message", "hint"),
    [
        (
            '[periodic]\nweekly = "Weekly/GGGG-[W]WW"\n[pages]\nweekly = "Weekly/{period}.md"',
            "pages.weekly would be Weekly/2026-W47.md, the name of a weekly note of yours.",
            f'{OWN_NAME} weekly = "Reviews/Goals {{period}}.md", or write false.',
        ),
        (
            '[pages]\ndashboard = "2026-11-20.md"',
            "pages.dashboard would be 2026-11-20.md, the name of a daily note of yours.",
            f'{OWN_NAME} dashboard = "Reviews/Dashboard.md", or write false.',
        ),
        (
            '[pages]\ndashboard = "Board.md"\nproblems = "board.md"',
            "pages.dashboard and pages.problems would both be board.md.",
            "Give one of them another path, or write false.",
        ),
    ],
)
def test_a_page_that_has_no_place_of_its_own_is_refused(
    tmp_path: Path, settings: str, message: str, hint: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load(tmp_path, settings)
    assert (str(raised.value), raised.value.hint) == (f"vaultgoals.toml: {message}", hint)


def test_a_page_may_not_be_what_obsidian_calls_a_weekly_note(tmp_path: Path) -> None:
    plugin = tmp_path / ".obsidian" / "plugins" / "periodic-notes"
    plugin.mkdir(parents=True)
    (plugin / "data.json").write_text('{"weekly": {"enabled": true, "format": "[Review] GGGG-[W]WW"}}')
    with pytest.raises(ConfigError, match="the name of a weekly note of yours"):
        load_config(tmp_path)
