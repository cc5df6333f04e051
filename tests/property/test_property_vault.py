"""What holds of every vault: it is read without fail, and bad notes do no harm to good ones."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.config import Config
from vaultgoals.core.goal import Kind
from vaultgoals.core.kinds import KIND_PROPERTIES, SYNONYMS
from vaultgoals.core.links import Names
from vaultgoals.core.note import Note
from vaultgoals.core.scorecard import Scorecard, Standing
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

TODAY = date(2026, 11, 20)

HEALTHY = {
    "Goals/Trial.md": (
        '---\ntype: outcome\nunit: "%"\nbaseline: 6\ntarget: 8\nstart: 2026-10-05\ndue: 2026-12-27\n---\n'
        "## Log\n- 2026-10-10: 6.2\n- 2026-10-31: 6.6\n- 2026-11-14: 7.1, at last\n"
    ),
    "Goals/Calls.md": (
        '---\ntype: process\noutcome: "[[Goals/Trial]]"\ncadence: 2 per week\nstart: 2026-10-05\n---\n'
        "## Log\n- 2026-10-20: 2\n- 2026-11-04: 3\n- 2026-11-11: skip: ill\n"
    ),
    "Goals/Demos.md": "---\ntype: indicator\noutcome: '[[Goals/Trial]]'\nbaseline: 0\ntarget: 20\n---\n",
    "Goals/Refunds.md": "---\ntype: guardrail\noutcome: '[[Goals/Trial]]'\nmax: 5\n---\n",
    "Log/2026-11-18.md": (
        '---\ntype: checkin\ngoal: ["[[Goals/Demos]]", "[[Goals/Refunds]]"]\nvalue: 4\n---\nGood.\n'
    ),
}

# Notes that look like goals, check-ins or copies of them, and must not count.
HOSTILE = (
    "---\ntype: process\noutcome: '[[Goals/Trial]]'\ncadence: [\n---\n",
    "---\ntype: process\noutcome: '[[Goals/Trial]]'\noutcome: '[[Goals/Trial]]'\n---\n",
    "---\ntype: process\noutcome: &a '[[Goals/Trial]]'\nother: *a\n---\n",
    "---\ntype: process\noutcome: '[[Goals/Trial]]'\n---\n<<<<<<< a\n1\n=======\n2\n>>>>>>> b\n",
    "---\ntype: guardrail\noutcome: '[[Goals/Trial]]'\nmax: 1\n---\n<<<<<<< a\n=======\n>>>>>>> b\n",
    "---\ntype: checkin\ngoal: '[[Goals/Trial]]'\ndate: 2026-02-30\nvalue: 8\n---\n",
    "---\ntype: checkin\ngoal: '[[Goals/Trial]]'\ndate: 2026-11-18\nvalue: 9/0\n---\n",
    "---\ntype: checkin\ngoal: '[[Goals/Trial]]'\nvalue: 8\n",
    "\n---\ntype: checkin\ngoal: '[[Goals/Trial]]'\ndate: 2026-11-18\nvalue: 8\n---\n",
    "---\ntype: checkin\ndate: 2026-11-18\nvalue: 8\n---\n",
    "---\ntype: checkins\ngoal: '[[Goals/Trial]]'\ndate: 2026-11-18\nvalue: 8\n---\n",
    "---\ntype: process\noutcome: '[[#me]]'\ncadence: daily\n---\n",
    "---\ntype: lever\noutcome: '[[../../Goals/Trial]]'\n---\n",
    "---\ntype: process\noutcome: '[[Goals/Calls]]'\ncadence: daily\n---\n",
    f"---\ntype: process\noutcome: '[[{'x/' * 10_000}Trial]]'\n---\n",
    "---\ntype: objective\n---\n## Log\n- 2026-11-18: 8\n",
    "---\ntype: outcome\ntarget: 1e400\nbaseline: .nan\nstart: 9999-12-31\ndue: 0001-01-01\n---\n",
    "---\n" + "[" * 200 + "\n---\n",
    "type: checkin\ngoal: '[[Goals/Trial]]'\ndate: 2026-11-18\nvalue: 8\n",
)
COPY = "Goals/Calls (Conflicted copy MacBook 202611201430).md"

VALUES = st.sampled_from(
    (
        *(
            "",
            "~",
            "[]",
            "{}",
            "{a: b}",
            "[[a], b]",
            "[[A]]",
            "'[[A]]'",
            "'[[#h]]'",
            "[A, '[[B]]']",
            "'[[../A]]'",
        ),
        *(
            "0",
            "1",
            "-1",
            "1e400",
            ".nan",
            "8%",
            "9/10",
            "0/0",
            "12k",
            "1h30m",
            "51:36",
            "skip",
            "'skip: ill'",
        ),
        *(
            "yes",
            "no",
            "green",
            "70%",
            "2026-11-18",
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "'[[2026-11-18]]'",
        ),
        *(
            "2026-11-01..2026-11-10",
            "0001-01-01..9999-12-31",
            "['2026-11-10: 7']",
            "2026-11-10: 7",
            "4 weeks",
        ),
        *(
            "daily",
            "weekdays",
            "2 per week",
            "3 per week per rep",
            "at most 0 per day",
            "every demo",
            "Mon, Fri",
        ),
        *(
            "monthly",
            "yearly",
            "every 2 weeks",
            "draft",
            "done",
            "dropped",
            "paused",
            "sum",
            "count",
            "median",
        ),
    )
)
PROPERTIES = st.sampled_from(sorted({*SYNONYMS, *(name for own in KIND_PROPERTIES.values() for name in own)}))
KINDS = st.sampled_from([kind.value for kind in Kind])
LINES = st.builds(
    "- {}{}{}".format,
    st.sampled_from(("2026-11-18", "2026-02-30", "[[2026-11-18]]", "0001-01-01", "9999-12-31", "when?")),
    st.sampled_from((": ", " ", " - ", ", ")),
    VALUES | st.text(max_size=20),
)


@st.composite
def goal_like(draw: st.DrawFn) -> str:
    """A goal or check-in with properties of any kind, any values, and a log."""
    properties = draw(st.dictionaries(PROPERTIES, VALUES | st.text(max_size=20), max_size=8))
    header = "\n".join(f"{name}: {value}" for name, value in properties.items())
    log = "\n".join(draw(st.lists(LINES, max_size=4)))
    return f"---\ntype: {draw(KINDS)}\n{header}\n---\n## Log\n{log}\n"


def note(path: str, text: str) -> Note:
    return read_note(Source.of(path, text))


def standings(*notes: Note) -> dict[str, Standing]:
    healthy = (note(path, text) for path, text in HEALTHY.items())
    card = Scorecard.of(Vault.of([*healthy, *notes]), asof=TODAY, today=TODAY)
    return {path: standing for path, standing in card.standings.items() if path in HEALTHY}


ALONE = standings()


@given(
    st.lists(st.sampled_from(HOSTILE) | st.text(), max_size=6), st.sampled_from(("", "Goals/", "Log/", "z/"))
)
@settings(deadline=None, max_examples=60)
@example(list(HOSTILE), "Goals/")
def test_healthy_goals_have_the_same_figures_whatever_stands_beside_them(
    texts: list[str], folder: str
) -> None:
    beside = [note(f"{folder}2026-11-1{number % 10} {number}.md", text) for number, text in enumerate(texts)]

    assert standings(*beside) == ALONE


@given(st.sampled_from(sorted(HEALTHY)), st.sampled_from(("", "a/", "Goals/Old/", "Log/x/")))
def test_links_by_path_are_not_led_astray_by_notes_of_the_same_name(path: str, folder: str) -> None:
    twin = note(f"{folder}{path.rpartition('/')[2]}", "Nothing to see here.\n")

    assert standings(twin) == ALONE


def test_a_syncers_copy_a_huge_note_and_an_unreadable_one_change_nothing() -> None:
    copy = note(COPY, HEALTHY["Goals/Calls.md"])
    unread = read_note(Source(path="Goals/Unread.md", text="", unreadable="too large"))
    many = note("Many.md", "---\ntype: process\noutcome:\n" + "  - '[[x]]'\n" * 3_000 + "---\n")

    assert standings(copy, unread, many) == ALONE


@given(st.lists(goal_like() | st.text(), max_size=5))
@settings(deadline=None, max_examples=150)
def test_whatever_is_written_a_vault_is_read_without_fail(texts: list[str]) -> None:
    paths = ("A.md", "B.md", "2026-11-18.md", "x/A.md", "2026-11-18 2.md")
    vault = Vault.of(map(note, paths, texts))

    list(vault.checkins)
    assert vault.unread_checkins.keys() <= vault.notes.keys()
    assert {path for served in vault.serves.values() for path in served} <= vault.goals.keys()
    assert Scorecard.of(vault, asof=TODAY, today=TODAY).standings.keys() == vault.goals.keys()


@given(st.lists(goal_like(), max_size=4))
@settings(deadline=None, max_examples=60)
def test_what_is_wrong_is_named_where_it_is_written_and_only_once(texts: list[str]) -> None:
    vault = Vault.of(note(f"{number}.md", text) for number, text in enumerate(texts))

    for path, goal in vault.goals.items():
        found = [*goal.malformed, *vault.unread_checkins.get(path, ())]
        assert len(set(found)) == len(found)
        assert all(
            0 <= trouble.span.start <= trouble.span.end <= len(goal.note.source.text) for trouble in found
        )


@given(st.lists(goal_like(), max_size=4))
@settings(deadline=None, max_examples=40)
def test_a_vault_is_the_same_in_whatever_order_its_notes_are_found(texts: list[str]) -> None:
    notes = [note(f"2026-11-18 {number}.md", text) for number, text in enumerate(texts)]
    one, other = Vault.of(notes, Config()), Vault.of(reversed(notes), Config())

    assert list(one.checkins) == list(other.checkins)
    assert (dict(one.serves), dict(one.reaching)) == (dict(other.serves), dict(other.reaching))


SEGMENTS = st.sampled_from(
    ("a", "b", "A", "Note", "note", "v1.2", "Caf\u00e9", "Cafe\u0301", "x y", "x\u00a0y")
)
FOLDERS = st.lists(SEGMENTS, max_size=3)
FILES = st.builds(lambda folders, name: "/".join([*folders, f"{name}.md"]), FOLDERS, SEGMENTS)
PREFIXES = st.sampled_from(("", "/", "./", "../", "../../"))


@given(st.lists(FILES, min_size=1, unique=True), FILES, PREFIXES, st.data())
def test_a_link_leads_to_a_file_that_is_there_or_nowhere(
    files: list[str], source: str, prefix: str, data: st.DataObject
) -> None:
    target = prefix + data.draw(st.sampled_from(files)) if data.draw(st.booleans()) else data.draw(st.text())
    found = Names(files).resolve(target, source)

    assert found.path is None or found.path in {*files, source}
    assert found == Names(reversed(files)).resolve(target, source)
    assert found.path not in found.rivals
    assert set(found.rivals) <= set(files)


@given(st.lists(FILES, min_size=1, unique=True), FILES, st.data())
def test_a_whole_path_leads_to_that_file_from_everywhere(
    files: list[str], source: str, data: st.DataObject
) -> None:
    path = data.draw(st.sampled_from(files))
    names = Names(files)
    found = names.resolve(path.removesuffix(".md"), source)

    assert path in (found.path, *found.rivals)
    assert names.resolve("/" + path, source) == found
