"""Whatever a person writes into a daily note: it is read, and every reading stands where it says."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.goal import Way
from vaultgoals.core.order import dated
from vaultgoals.core.plain_text import without_comments
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
GOALS = {
    "Calls.md": "---\ntype: process\ncadence: 5 per week\nfield: calls\nowner: Ana\n---\n",
    "Trials.md": "---\ntype: outcome\nunit: min\naliases: [trial, '🎉']\nfield: calls\n---\n",
    "Demos.md": "---\ntype: process\ncadence: every demo\nstatus: done\nclosed: 2026-11-01\n---\n",
    "Sitting.md": "---\ntype: process\ncadence: daily\nstart: 2026-11-18\n---\n",
}
NAMES = st.sampled_from(["Calls", "calls", "Trials", "trial", "🎉", "Demos", "Sitting", "Siting", "x", ""])
SAID = st.sampled_from(
    ["12", "12 two", "1h30m", "9/10", "yes", "skip: ill", "a few", "0", "-3", "1e3", "::", "[x]"]
) | st.text(max_size=8)
LINKS = st.sampled_from(
    ["[[Calls]]", "[[Demos|d]]", "[c](Calls.md)", "[[#h]]", "[[Ana]]", "[[x]]", "![[Calls]]"]
)
SIGNS = st.sampled_from(
    [
        "✅ 2026-11-18",
        "✅ 2026-02-30",
        "📅 2026-11-21",
        "[completion:: 2026-11-19]",
        "#tag",
        "@ana",
        "^id",
        "%% c %%",
        "",
    ]
)
BOXES = st.sampled_from("xX -/>")
LINES = st.one_of(
    st.builds("{}:: {}".format, NAMES, SAID),
    st.builds("said [{}:: {}] and".format, NAMES, SAID),
    st.builds("- [{}] ({}:: {}) {}".format, BOXES, NAMES, SAID, LINKS),
    st.builds("- [{}] {} word {} {}".format, BOXES, LINKS, LINKS, SIGNS),
    st.builds("> - [{}] word {}{} {}".format, BOXES, LINKS, LINKS, SIGNS),
    st.sampled_from(["```", "%%", "<!--", "-->", "## Log", "---", ""]),
    st.text(max_size=20),
)
BODIES = st.lists(LINES, max_size=12).map("\n".join)
HEADERS = st.lists(st.builds("{}: {}".format, NAMES, SAID), max_size=3).map("\n".join)
NOTES = BODIES | st.tuples(HEADERS, BODIES).map("---\n{0[0]}\n---\n{0[1]}".format)
PATHS = st.sampled_from(["2026-11-18.md", "2026-W47.md", "2026-11.md", "2026.md", "2026-12-01.md", "Note.md"])


def vault(path: str, text: str) -> Vault:
    return Vault.of(read_note(Source.of(at, written)) for at, written in {**GOALS, path: text}.items())


@settings(max_examples=300, deadline=None)
@given(PATHS, NOTES)
@example("2026-11-18.md", "Calls:: 12\r\n- [x] é [[Calls]] ✅ 2026-11-18\r\n")
def test_every_reading_and_every_trouble_stands_where_it_says(path: str, text: str) -> None:
    of = vault(path, text)
    source = of.notes[path].source
    for checkin in of.checkins:
        cut = source.cut(checkin.span)
        assert (checkin.path, checkin.line) == (path, source.position(checkin.span.start).line)
        assert cut == cut.strip("\r\n")
        assert checkin.value is not None or checkin.skip is not None
        if checkin.way is Way.TASK:
            assert checkin.value == 1
        else:
            assert path in of.periods
            assert checkin.comment in without_comments(cut)
    for troubles in of.unread_checkins.values():
        for trouble in troubles:
            written = without_comments(source.cut(trouble.span).replace("\r\n", "\n"))
            assert trouble.text in written or "\r" in trouble.text or "\n" in trouble.text


@settings(max_examples=150, deadline=None)
@given(PATHS, NOTES)
def test_checks_of_any_note_say_something_at_a_place_of_it(path: str, text: str) -> None:
    of = vault(path, text)
    for finding in check(of, today=TODAY):
        assert 0 <= finding.span.start <= finding.span.end <= len(of.notes[finding.path].source.text)


@settings(max_examples=100, deadline=None)
@given(PATHS, NOTES, st.dates(date(2026, 1, 1), date(2027, 12, 31)))
def test_a_reading_is_never_seen_outside_the_period_of_its_note(path: str, text: str, today: date) -> None:
    for checkin in vault(path, text).checkins:
        seen = dated(checkin, today)
        assert seen.on == checkin.on if checkin.period is None else seen.on in checkin.period


@settings(max_examples=100, deadline=None)
@given(PATHS, NOTES)
def test_the_newline_makes_no_difference_to_what_is_logged(path: str, text: str) -> None:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    plain, other = (
        [(c.goal, c.on, c.value, c.of, c.skip, c.line, c.way) for c in vault(path, written).checkins]
        for written in (text, text.replace("\n", "\r\n"))
    )
    assert plain == other
