"""Whatever a person calls a goal and says of it: its note reads back as that, and `check` is content."""

from datetime import date

from hypothesis import assume, example, given
from hypothesis import strategies as st

from vaultgoals.core.config import Config
from vaultgoals.core.file_name import safe_title
from vaultgoals.core.finding import Severity
from vaultgoals.core.goal import Kind
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.workspace.new_goal import make, with_notes
from vaultgoals.workspace.new_note import Draft, standing

TODAY = date(2026, 11, 20)
OUTCOME = "---\ntype: outcome\nmetric: trials\nbaseline: 6\ntarget: 8\ndue: 2026-12-31\n---\n"
HOSTILE = [
    *(
        "It's 5 o'clock",
        "{{title}}",
        "- dash",
        "null",
        "true",
        "12",
        "2026-11-20",
        "@ana",
        "& co",
        "!wow",
        "%x",
        "a,b",
    ),
    *(
        "`code`",
        "$x$",
        "a~b",
        "日本",
        "🏃 Run",
        "x" * 150,
        "a (b) c",
        "---",
        "key= value",
        "a;b",
        "'q'",
        "type",
        "#1",
    ),
    *("Trial", "trial", "é", "é", "_x_", "==y=="),
]
TITLES = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=25))


@given(outcome=TITLES, title=TITLES, because=TITLES, deep=st.booleans())
@example(outcome="Wish", title="Do", because='[[X]]: "#1"', deep=True)
def test_a_new_process_goal_reads_back_and_check_is_content(
    outcome: str, title: str, because: str, *, deep: bool
) -> None:
    served, safe = safe_title(outcome), safe_title(title)
    assume(served and safe and because.strip() and not any(char in because for char in "\ud800"))
    assert served
    assert safe
    path = f"Goals/{served}.md"
    others = [read_note(Source.of(path, OUTCOME))]
    if deep:  # a namesake, so that the title alone does not name it
        others.append(read_note(Source.of(f"Archive/{served}.md", "An old note.\n")))
    vault = Vault.of(others)
    assume(standing(vault, f"Goals/{safe}.md") is None)
    answers = {"outcome": (path,), "cadence": ("3 per week",), "because": (because,), "aliases": (title,)}
    made = make(vault, Draft(kind=Kind.PROCESS, title=safe, answers=answers), TODAY)
    assert (made.missing, made.unfit) == ((), ())
    assert (made.goal.title, made.goal.because) == (safe, because.strip())
    assert made.goal.aliases == ((title.strip(),) if title.strip() else ())
    assert made.vault.served_by(made.goal.path) == (path,)
    found = [one for one in check(made.vault, today=TODAY) if one.path == made.goal.path]
    assert [one for one in found if one.severity is Severity.ERROR] == []


@given(titles=st.lists(TITLES, min_size=2, max_size=4))
def test_no_two_process_goals_are_logged_by_one_field(titles: list[str]) -> None:
    vault = Vault.of([read_note(Source.of("Goals/Wish.md", OUTCOME))], Config())
    for title in titles:
        safe = safe_title(title)
        if safe is None or standing(vault, f"Goals/{safe}.md"):
            continue
        draft = Draft(kind=Kind.PROCESS, title=safe, answers={"outcome": ("Wish",), "cadence": ("daily",)})
        made = make(vault, draft, TODAY)
        assert made.goal.field
        vault = with_notes(vault, [made.goal.note])
    fields = [goal.field for goal in vault.of_kind(Kind.PROCESS)]
    assert len(set(fields)) == len(fields)
