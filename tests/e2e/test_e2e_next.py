"""`vaultgoals next`, as people type it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from terminal import COLOUR, at_a_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

LATE = """\
---
type: lever
outcome: "[[Trial conversion]]"
owner: Ana
---
- [ ] Start the pricing page test 📅 2026-11-12
- [ ] Ask @Ben for numbers 📅 2026-11-20
"""


def test_next_says_what_to_do_with_its_outcome_its_why_and_its_place(run: Run, vault: Build) -> None:
    done = run(vault({"Goals/Pricing.md": LATE.replace("@Ben", "Ben")}), "next")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "Friday 20 November\n"
        "\n"
        "Actions\n"
        " 1  Start the pricing page test, due since 12 Nov\n"
        "    → Trial conversion: off track, belief in doubt\n"
        "    Goals/Pricing.md:6\n"
        " 2  Ask Ben for numbers, today\n"
        "    → Trial conversion: off track, belief in doubt\n"
        "    Goals/Pricing.md:7\n"
        "\n"
        "To do\n"
        " 3  Onboarding calls: 2 today, 6 by Sunday\n"
        "    → Trial conversion. You wrote: “people who speak to us see the value.”\n"
    )


def test_next_of_one_owner_shows_theirs_alone_and_of_all_it_names_them(run: Run, vault: Build) -> None:
    root = vault({"Goals/Pricing.md": LATE})
    assert "Ask @Ben for numbers, today (Ben)" in run(root, "next").stdout
    own = run(root, "next", "--owner", "ben").stdout
    assert "Ask @Ben for numbers, today\n" in own
    assert "Start the pricing" not in own


def test_an_unknown_owner_is_refused_with_the_nearest(run: Run, vault: Build) -> None:
    root = vault({"Goals/Pricing.md": LATE})
    done = run(root, "next", "--owner", "Anna")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "vaultgoals: “Anna” owns no goal and no open action here.\n  Did you mean Ana?\n"
    assert "There are Ana and Ben." in run(root, "next", "--owner", "Zacharias").stderr


def test_next_as_json_has_what_the_text_has(run: Run, vault: Build) -> None:
    document = json.loads(run(vault({"Goals/Pricing.md": LATE}), "next", "--format", "json").stdout)
    assert (document["schema"], document["today"], document["owner"]) == (1, "2026-11-20", None)
    assert document["upcoming"] is None
    late, *_, calls = document["items"]
    assert late == {
        "kind": "action",
        "goal": "Goals/Pricing.md",
        "title": "Pricing",
        "what": "Start the pricing page test",
        "due": "2026-11-12",
        "overdue": True,
        "outcomes": ["Goals/Trial conversion.md"],
        "why": "off track, belief in doubt",
        "owner": ["Ana"],
        "path": "Goals/Pricing.md",
        "line": 6,
    }
    assert calls["kind"] == "process"
    assert (calls["due"], calls["line"]) == ("2026-11-22", None)


def test_where_nothing_is_due_one_sentence_says_what_comes_next(run: Run, vault: Build) -> None:
    log = "## Check-ins\n\n- 2026-11-18: 7\n"
    outcome = f"---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-09-28\ndue: 2026-12-20\n---\n{log}"
    root = vault({"Sleep.md": outcome}, bare=True)
    assert run(root, "next").stdout == "Nothing is due today. Next is a reading of Sleep, on 27 Nov.\n"
    document = json.loads(run(root, "next", "--format", "json").stdout)
    assert (document["items"], document["upcoming"]["on"]) == ([], "2026-11-27")
    assert "type: outcome" in run(vault({"Sleep.md": "Only words.\n"}, bare=True), "next").stdout


@pytest.mark.parametrize("columns", [60, 80])
def test_next_fits_a_terminal_and_colour_is_never_alone(
    run: Run, tmp_path: Path, environ: dict[str, str], columns: int
) -> None:
    run(tmp_path, "init", "--sample")
    printed = at_a_terminal(tmp_path, environ, "next", columns=columns)
    plain = at_a_terminal(tmp_path, environ | {"NO_COLOR": "1"}, "next", columns=columns)
    assert COLOUR.search(printed)
    assert COLOUR.sub("", printed) == plain
    assert max(map(len, plain.splitlines())) <= columns


def test_of_many_things_the_first_are_shown_and_all_if_asked(run: Run, vault: Build) -> None:
    tasks = "".join(f"- [ ] Call {n} 📅 2026-11-20\n" for n in range(12))
    root = vault({"Goals/Pricing.md": LATE + tasks})
    assert "    and 6 more; -v shows all\n" in run(root, "next").stdout
    assert " 14  Call 11, today (Ana)\n" in run(root, "-v", "next").stdout
