"""What differs in prose alone is checked alike: no finding, figure or action is another one."""

from dataclasses import replace
from datetime import date

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.prose import differ_in_prose
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import all_rules, check

TODAY = date(2026, 11, 20)
CONFIG = Config(
    types={"#goal/run": "process"},
    rules=RuleSettings(select=tuple(rule.code for rule in all_rules())),
)
GOALS = {
    "Goals/Trial.md": "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-10-05\ndue: 2026-12-27\n---\n",
    "Goals/Calls.md": (
        '---\ntype: process\noutcome: "[[Trial]]"\ncadence: 2 per week\nunit: hours\nstart: 2026-10-05\n---\n'
    ),
}
PATHS = st.sampled_from(("2026-11-19.md", "Log/2026-11-18.md", "Goals/Calls.md", "Note.md"))
PROCESS = '---\ntype: process\noutcome: "[[Trial]]"\ncadence: 2 per week\nbecause: so\n---\n'
HEADERS = st.sampled_from(
    (
        *("", "\n", "---\n", "---\ntags: [a]\n---\n", " ---\ntype: process\n---\n", "---\ntype: checkin\n"),
        '---\ntype: checkin\ngoal: "[[Calls]]"\nvalue: 4\n---\n',
        '---\ntype: checkin\ngoal: "[[Trial]]"\ndate: 2026-11-18\n---',
        PROCESS,
        "---\ntype: outcome\nbaseline: 1\ntarget: x\n--- \n",
    )
)
LINES = st.sampled_from(
    (
        *(
            "",
            "",
            "words",
            "More words, and so on.",
            "Calls:: 3",
            "- Calls:: 3",
            "Trial: 7",
            "> quoted",
            "---",
        ),
        *(
            "- [ ] call [[Calls]]",
            "- [x] rang [[Calls]] ✅ 2026-11-19",
            "- [x] went",
            "  on [[Calls]]",
            "===",
        ),
        *("- 2026-11-20: 4", "* 2026-11-19", "1. 2026-11-18: skip", "| date | value |", "|---|---|"),
        *("| 2026-11-20 | 3 |", "| 2026-11-20 |", "## Log", "# Check-ins", "```", "~~~", "$$", "%%", "<!--"),
        *("-->", "<div>", "#goal/run", "text ^block", "`code", "[[Calls", "[a](b", "\t- deep", "    code"),
        *("<!-- vaultgoals:begin next -->", "<!-- vaultgoals:end -->", "<<<<<<< ours", "%% aside %%", "\r"),
    )
)
TAILS = st.lists(
    st.sampled_from(("", "Words and more.", "hours", "It went well, didn’t it?", "Log", "min", "So", "ja")),
    max_size=4,
)
ANY = st.lists(LINES, max_size=8)


def vault_of(path: str, text: str) -> Vault:
    notes = {**GOALS, path: text}
    return Vault.of([read_note(Source.of(path, text)) for path, text in notes.items()], CONFIG)


def judged(vault: Vault) -> object:
    """All that is said of a vault, but for what people wrote beside a reading."""
    checkins = [replace(checkin, comment="") for checkin in vault.checkins]
    actions = {
        goal: [action.text for action in actions] for goal, actions in vault.actions.items() if actions
    }
    return check(vault, today=TODAY), checkins, actions, dict(vault.kinds), dict(vault.unread_checkins)


@settings(deadline=None)
@given(path=PATHS, header=HEADERS, shared=ANY, before=TAILS | ANY, after=TAILS | ANY)
@example(
    path="Goals/Calls.md", header=PROCESS, shared=["## Log", "- 2026-11-20: 4"], before=[], after=["hours"]
)
@example(path="Log/2026-11-18.md", header="---\ntype: checkin\n---", shared=[], before=[], after=["So"])
def test_texts_that_differ_in_prose_are_checked_alike(
    path: str, header: str, shared: list[str], before: list[str], after: list[str]
) -> None:
    one, other = (header + "\n".join([*shared, *tail]) for tail in (before, after))
    assume(one != other)
    known = vault_of(path, one)
    if differ_in_prose(one, other, logs=path in known.goals):
        assert judged(known) == judged(vault_of(path, other))


def test_a_sentence_more_in_a_diary_or_behind_a_list_is_prose() -> None:
    day = "# Friday\n\nCalls:: 3\n- [x] rang [[Calls]]\n"
    assert differ_in_prose(day, f"{day}It went well, and I'd do it again.\n", logs=False)
    assert differ_in_prose(f"{day}\nIt went.", f"{day}\nIt went so well.\n\nÜber alles.\n", logs=True)


def test_what_a_reader_might_take_for_more_than_words_is_no_prose() -> None:
    for line in ("Calls:: 4", "- item", "see [[Calls]]", "# Log", "1. one", "a | b", "`code`", "#tag", " on"):
        assert not differ_in_prose("Words.\n", f"Words.\n{line}\n", logs=False)
