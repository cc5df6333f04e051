"""`vaultgoals graph`, as people type it."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from terminal import COLOUR, at_a_terminal

Run = Callable[..., subprocess.CompletedProcess[str]]
Build = Callable[..., Path]

OBJECTIVE = "---\ntype: objective\n---\n"
TREE = "○ Trial conversion · off track\n└─ ● Onboarding calls · 10 per week · on track\n"


def test_graph_draws_what_leads_to_what_as_a_tree(run: Run, vault: Build) -> None:
    done = run(vault({"Loved.md": OBJECTIVE}), "graph")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"· Loved · not measured\n\n{TREE}"


def test_graph_of_a_goal_is_the_part_around_it(run: Run, vault: Build) -> None:
    assert run(vault({"Loved.md": OBJECTIVE}), "graph", "onboarding calls").stdout == TREE


def test_graph_for_other_programs(run: Run, vault: Build) -> None:
    root = vault()
    assert "flowchart" in run(root, "graph", "--format", "mermaid").stdout
    dot = run(root, "graph", "--format", "dot").stdout
    assert dot.startswith("digraph goals {\n")
    assert dot.endswith("  n2 -> n1;\n}\n")
    document = json.loads(run(root, "graph", "--format", "json").stdout)
    assert (document["schema"], document["today"], len(document["nodes"])) == (1, "2026-11-20", 2)
    assert document["edges"] == [{"from": "Goals/Onboarding calls.md", "to": "Goals/Trial conversion.md"}]


def test_a_goal_that_is_not_on_the_map_is_refused_with_the_reason(run: Run, vault: Build) -> None:
    done = run(vault({"Old.md": "---\ntype: objective\nstatus: done\n---\n"}), "graph", "Old")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == ("vaultgoals: “Old” is done.\n  The map shows goals that are active or paused.\n")


def test_graph_of_a_vault_without_goals_says_how_to_begin_one(run: Run, vault: Build) -> None:
    root = vault(bare=True)
    assert "type: outcome" in run(root, "graph").stdout
    assert json.loads(run(root, "graph", "--format", "json").stdout)["nodes"] == []


def test_graph_at_a_terminal_is_coloured_and_reads_the_same_without(
    vault: Build, environ: dict[str, str]
) -> None:
    root = vault()
    printed = at_a_terminal(root, environ, "graph", columns=80)
    assert COLOUR.search(printed)
    assert COLOUR.sub("", printed) == at_a_terminal(root, environ | {"NO_COLOR": "1"}, "graph", columns=80)
