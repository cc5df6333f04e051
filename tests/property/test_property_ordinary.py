"""An ordinary note may be left unread: no figure, no finding and no link would be another one."""

from datetime import date

from hypothesis import example, given, settings
from hypothesis import strategies as st

from vaultgoals.core.config import Config, Periodic
from vaultgoals.core.mentions import names_meant
from vaultgoals.core.ordinary import Ordinary
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
CONFIG = Config(
    types={"#goal/run": "process", "Ziel": "outcome", "Goals/Old/": "process", "project": None},
    properties={"Art": "type", "ziel_wert": "target"},
    periodic=Periodic(daily="YYYY/MM/[Tag] DD", weekly="gggg-[W]ww"),
)

HEALTHY = {
    "Goals/Trial.md": "---\ntype: outcome\nbaseline: 6\ntarget: 8\nstart: 2026-10-05\ndue: 2026-12-27\n---\n",
    "Goals/Calls.md": (
        '---\ntype: process\noutcome: "[[Trial]]"\ncadence: 2 per week\nstart: 2026-10-05\n'
        "aliases: [Ring up]\nowner: Ana\n---\n## Log\n- 2026-10-20: 2\n- [ ] Ask [[Helper]] [[Trial]]\n"
    ),
    "Log/2026-11-18.md": '---\ntype: checkin\ngoal: "[[Calls]]"\nvalue: 4\n---\nGood.\n',
    "2026-11-19.md": "Calls:: 2\n- [x] rang [[Calls]]\n",
}

WORDS = st.sampled_from(
    (
        *(
            "type: [process]",
            "type:\n- outcome",
            "type: [a, process]",
            "type: process",
            "type: proces",
            "Type: note",
            "type: goal",
            "Art: outcome",
            "art: book",
            "type:",
        ),
        *(
            "tags: [a, b]",
            "tags:",
            "  - goal/run",
            "- x",
            "aliases: [Calls]",
            "due: 2026-01-01",
            "owner: Ana",
        ),
        *(
            "cadence: weekly",
            "because: it helps",
            "target: 3",
            "ziel_wert: 4",
            "Ziel-Wert: 4",
            'title: "A: b"',
        ),
        *(
            "title: a: b",
            "url: https://example.org/x#y",
            "x: [[Trial]]",
            'x: "[[Trial]]"',
            "x: {a: 1}",
            "x: 'y'",
        ),
        *("date: 2026-11-20", "x: \tb", "x: *a", "x: &a b", "? x", "x: |", "  more", "x: y # z", "\x07x: 1"),
        *(
            "x: 1\x85",
            "# comment",
            "x : 1",
            "<<: y",
            "x: -",
            "x: - y",
            "x: ''",
            "x:y",
            "ü: ä",
            "x: \u2028",
            "...",
        ),
        *(
            "- [ ] do it [[Calls]]",
            "- [x] done [[Trial|it]]",
            "[[Goals/Calls]] - [ ] x",
            "- [/] [a](Calls.md)",
        ),
        *("Calls:: 3", "#goal/run", "<<<<<<< HEAD", "<!-- vaultgoals:begin next -->", "words", "\ufeff", ""),
        *(
            "- [ ] a\n  [[Calls]]",
            "> - [X] [[Ring up]]",
            "1. [ ] [[calls]] ",
            "```\n- [ ] [[Trial]]\n```",
            "\0",
        ),
    )
)
LINES = st.lists(WORDS | st.text(max_size=12), max_size=6).map("\n".join)
TEXTS = st.one_of(
    LINES,
    st.builds("---\n{}\n---\n{}".format, LINES, LINES),
    st.builds("---\n{}\n---\n{}".format, LINES, LINES).map(lambda text: text.replace("\n", "\r\n")),
    st.builds("{}---\n{}\n--- \n{}".format, st.sampled_from(("\n", " ", "\u00a0", "x")), LINES, LINES),
)
PATHS = st.sampled_from(
    (
        *("Note.md", "Helper.md", "Goals/Old/Walk.md", "2026/11/Tag 20.md", "2026-W47.md", "2026-11-20.md"),
        *("Calls (Conflicted copy Mac 202611201430).md", "Other/Calls.md", "Übung/Ü 1.md", "trial.md"),
    )
)


def vault_of(notes: dict[str, str], *, listed: tuple[str, ...] = (), config: Config = CONFIG) -> Vault:
    read = [read_note(Source.of(path, text)) for path, text in notes.items()]
    return Vault.of(read, config, listed, listed=listed)


def told(vault: Vault) -> object:
    """All that is said of a vault, but for how many notes there are."""
    goals = tuple(vault.goals.values())
    logged = [vault.history(goal).checkins for goal in goals]
    served = [vault.serves[goal.path] for goal in goals]
    return (
        [(goal.path, goal.kind) for goal in goals],
        logged,
        served,
        {path: actions for path, actions in vault.actions.items() if actions},
        dict(vault.unread_checkins),
        check(vault, today=TODAY),
    )


@settings(deadline=None)
@given(path=PATHS, text=TEXTS)
@example(path="Note.md", text="---\ntags:\n  - a\n- b\n---\n")
@example(path="Note.md", text="---\nx: 1\nx: 2\n---\n")
@example(path="Note.md", text="- [ ] [[Calls]]")
def test_what_an_ordinary_note_says_makes_no_difference(path: str, text: str) -> None:
    mentions = Ordinary.of(CONFIG).mentions(path, text)
    titles = {"trial", "calls"}
    if mentions is not None and titles.isdisjoint(names_meant(mentions)):
        unread = vault_of(HEALTHY, listed=(path,))
        assert told(vault_of({**HEALTHY, path: text})) == told(unread)


@given(text=TEXTS, config=st.sampled_from((Config(), CONFIG)))
def test_what_is_kept_of_the_settings_tells_ordinary_notes_as_before(text: str, config: Config) -> None:
    ordinary = Ordinary.of(config)
    again = Ordinary.kept(ordinary.plain)
    assert again == ordinary
    assert again.mentions("Note.md", text) == ordinary.mentions("Note.md", text)
