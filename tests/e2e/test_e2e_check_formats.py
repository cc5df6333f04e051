"""`vaultgoals check` in every format, with the same exit code: for people, for CI servers, for editors."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from terminal import COLOUR, at_a_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

WITHOUT_OUTCOME = "---\ntype: process\ncadence: weekly\nbecause: it may help\n---\n"
WITHOUT_BECAUSE = '---\ntype: process\noutcome: "[[Trial conversion]]"\ncadence: weekly\n---\n'
FORMATS = ("text", "json", "github", "sarif", "junit")
HOSTILE = "Post ::error::,%0A {0} [x](1) & <b> ]]> \x1b[31m\x07"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("notes", "options", "code"),
    [
        ({}, (), 0),
        ({"Goals/Mail.md": WITHOUT_BECAUSE}, (), 0),
        ({"Goals/Mail.md": WITHOUT_BECAUSE}, ("--strict",), 1),
        ({"Goals/Post.md": WITHOUT_OUTCOME}, (), 1),
        ({"Goals/Post.md": WITHOUT_OUTCOME}, ("--ignore", "VG201"), 0),
        ({"Goals/Post.md": WITHOUT_OUTCOME}, ("Goals/Trial conversion.md",), 0),
        ({"Goals/Post.md": WITHOUT_OUTCOME}, ("nowhere",), 2),
    ],
)
def test_the_exit_code_is_the_same_in_every_format(
    run: Run, vault: Build, form: str, notes: dict[str, str], options: tuple[str, ...], code: int
) -> None:
    done = run(vault(notes), "check", "--format", form, *options)
    assert done.returncode == code
    assert (done.stderr == "") is (code != 2)


def test_nothing_found_is_said_in_every_format(run: Run, vault: Build) -> None:
    root = vault(bare=True)
    said = {form: run(root, "check", "--format", form).stdout for form in FORMATS}
    assert said["text"].startswith("Nothing to mend in 0 notes")
    assert json.loads(said["json"])["findings"] == []
    assert said["github"] == ""
    assert json.loads(said["sarif"])["runs"][0]["results"] == []
    suites = ElementTree.fromstring(said["junit"].encode())
    assert suites.get("failures") == "0"
    assert int(suites.get("tests", "0")) == len(suites) > 20


def test_files_are_named_from_the_root_of_the_repository(run: Run, vault: Build) -> None:
    root = vault({"Goals/Post.md": WITHOUT_OUTCOME})
    (root.parent / ".git").mkdir()
    assert run(root, "check", "--format", "github").stdout.startswith(
        "::error file=vault/Goals/Post.md,line=2,"
    )
    assert '"uri": "vault/Goals/Post.md"' in run(root, "check", "--format", "sarif").stdout
    assert 'file="vault/Goals/Post.md"' in run(root, "check", "--format", "junit").stdout
    assert '"path": "Goals/Post.md"' in run(root, "check", "--format", "json").stdout


def test_rules_that_were_not_asked_are_no_tests(run: Run, vault: Build) -> None:
    done = run(vault(), "check", "--format", "junit", "--select", "VG201,VG202")
    suites = ElementTree.fromstring(done.stdout.encode())
    assert [suite.get("name") for suite in suites] == [
        "VG201 process-without-outcome",
        "VG202 unresolved-link",
    ]


@pytest.mark.parametrize("form", FORMATS)
def test_a_hostile_title_is_only_a_title(run: Run, vault: Build, form: str) -> None:
    root = vault({f"Goals/{HOSTILE}.md": WITHOUT_OUTCOME}, bare=True)
    done = run(root, "check", "--format", form)
    assert (done.returncode, done.stderr) == (1, "")
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    if form in ("json", "sarif"):
        json.loads(done.stdout)
    elif form == "junit":
        ElementTree.fromstring(done.stdout.encode())
    elif form == "github":
        assert len(done.stdout.splitlines()) == 1


def test_a_file_name_that_is_no_utf_8_is_told_in_every_format(run: Run, vault: Build) -> None:
    root = vault()
    (root / "Goals" / "caf\udce9.md").write_text(WITHOUT_OUTCOME)
    for form in FORMATS:
        done = run(root, "check", "--format", form, LC_ALL="C")
        assert (done.returncode, done.stderr) == (1, "")
        assert ("caf%E9.md" if form == "sarif" else "caf\\udce9.md") in done.stdout


# Statistics.


def test_statistics_count_instead_of_showing(run: Run, vault: Build) -> None:
    root = vault({"A.md": WITHOUT_BECAUSE, "B.md": WITHOUT_BECAUSE, "C.md": WITHOUT_OUTCOME})
    done = run(root, "check", "--statistics", "--select", "VG2,VG309")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout == (
        "2  VG309  warning  process-without-because\n1  VG201  error    process-without-outcome\n"
    )
    done = run(root, "check", "--statistics", "--format", "json", "--select", "VG2,VG309")
    counts = [(one["code"], one["count"]) for one in json.loads(done.stdout)["statistics"]]
    assert (counts, done.returncode) == ([("VG309", 2), ("VG201", 1)], 1)


def test_statistics_do_not_go_with_a_format_that_has_no_counts(run: Run, vault: Build) -> None:
    done = run(vault(), "check", "--statistics", "--format", "sarif")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("vaultgoals: --statistics does not go with --format sarif.\n")


# At a terminal.


def test_at_a_terminal_findings_stand_below_their_note_and_fit_it(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault({"Goals/Post.md": WITHOUT_OUTCOME, "Goals/Mail.md": WITHOUT_BECAUSE})
    for columns in (80, 60):
        printed = at_a_terminal(root, environ, "check", columns=columns)
        assert COLOUR.search(printed)
        lines = COLOUR.sub("", printed).splitlines()
        assert max(map(len, lines)) <= columns
        below = lines[lines.index("Goals/Post.md") + 1]
        assert below.startswith("  2:1: error VG201 process-without-outcome: ")


def test_what_colour_says_is_said_in_words_too(vault: Build, environ: dict[str, str]) -> None:
    root = vault({"Goals/Post.md": WITHOUT_OUTCOME, "Goals/Mail.md": WITHOUT_BECAUSE})
    coloured = at_a_terminal(root, environ, "check", columns=80)
    bare = at_a_terminal(root, environ | {"NO_COLOR": "1"}, "check", columns=80)
    assert bare == COLOUR.sub("", coloured)
    assert "\x1b" not in bare
    assert "error VG201" in bare
    assert "warning VG309" in bare


def test_in_a_pipe_each_finding_begins_with_one_line_however_long(run: Run, vault: Build) -> None:
    path = f"Goals/{'A very long title of a goal ' * 6}.md".replace(" .md", ".md")
    done = run(vault({path: WITHOUT_OUTCOME}), "check", COLUMNS="40")
    head, *_ = done.stdout.splitlines()
    assert head.startswith(f"{path}:2:1: error VG201 process-without-outcome: ")
    assert len(head) > 250


def test_a_rules_page_is_wrapped_at_a_terminal_and_plain_in_a_pipe(
    run: Run, tmp_path: Path, environ: dict[str, str]
) -> None:
    printed = COLOUR.sub("", at_a_terminal(tmp_path, environ, "rule", "VG201", columns=50))
    assert printed.startswith("VG201 process-without-outcome (error)\n")
    assert "\nWhy it matters\n" in printed
    assert max(map(len, printed.splitlines())) <= 60
    assert "\n## Why it matters\n" in run(tmp_path, "rule", "VG201").stdout


def test_the_list_of_rules_fits_a_terminal_and_is_a_line_each_in_a_pipe(
    run: Run, tmp_path: Path, environ: dict[str, str]
) -> None:
    printed = COLOUR.sub("", at_a_terminal(tmp_path, environ, "rule", columns=80))
    assert max(map(len, printed.splitlines())) <= 80
    assert all(line.startswith("VG") for line in run(tmp_path, "rule").stdout.splitlines())
