"""What a vault answers does not depend on what is remembered of those before it.

Whatever is edited, added, moved or removed: all answers are those of a vault made anew.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from hypothesis import given, settings
from hypothesis import strategies as st

from vaultgoals.core.config import Config, Pages, Periodic, RuleSettings
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check
from vaultgoals.workspace.settle import plan_pages

DAYS = (date(2026, 11, 15), date(2026, 11, 20), date(2026, 11, 30), date(2027, 1, 4))
NAMES = ("Trials", "Calls", "Runs", "Growth", "Sub/Calls", "Aka", "Nowhere")

PATHS = (
    *("Goals/Trials.md", "Goals/Calls.md", "Runs.md", "Growth.md", "Sub/Calls.md", "Old/Trials.md"),
    *("Checks/2026-11-18 a.md", "Checks/2026-11-18 a 1.md", "2026-11-18.md", "2026-11-19.md", "2026-W47.md"),
    *("Reviews/Weekly/Review 2026-W46.md", "Reviews/Weekly/Review 2026-W47.md", "Plain.md", "2026-11.md"),
    "Calls (conflicted copy 2026-11-18).md",
)

KINDS = (
    "outcome",
    "process",
    "objective",
    "indicator",
    "guardrail",
    "lever",
    "output",
    "checkin",
    "goal-review",
)

PROPERTIES = (
    *("outcome: '[[{name}]]'", "objective: Growth", "goal: '[[{name}]]'", "goal: {name}", "aliases: [Aka]"),
    *("cadence: 3 per week", "cadence: daily", "cadence: weekdays", "unit: calls", "start: 2026-10-01"),
    *(
        "due: 2026-12-31",
        "status: paused",
        "status: dropped",
        "status: draft",
        "owner: Ana",
        "owner: [Ben, Ana]",
    ),
    *(
        "status: done\nclosed: 2026-11-17",
        "baseline: 2",
        "target: 9",
        "date: 2026-11-18",
        "value: 4",
        "value: x",
    ),
    *(
        "field: runs",
        "runs: 3",
        "confidence: 8",
        "because: so",
        "period: 2026-W46",
        "page: weekly",
        "sealed: true",
    ),
    *(
        "check-in: weekly",
        "max: 3",
        "pauses: [2026-11-02..2026-11-08]",
        "deadlin: 2026-12-01",
        "aggregate: last",
    ),
    *(
        "vaultgoals-ignore: VG3",
        "tags: [goal]",
        "lag: 7",
        "obstacle: rain",
        "blocked: '@Ben'",
        "evidence: '[[Runs]]'",
    ),
)

LINES = (
    *(
        "- 2026-11-16: 3",
        "- 2026-11-12: 1 went well",
        "- 2026-11-18: 4",
        "- [ ] Ask [[{name}]] 📅 2026-11-19 @ana",
    ),
    *(
        "- [x] Called [[{name}]] ✅ 2026-11-18",
        "- [x] [[{name}]] done",
        "{name}:: 2",
        "{name}:: yes",
        "runs:: 5",
    ),
    *(
        "- 2026-11-17: skip ill",
        "Calls [runs:: 1]",
        "See [[{name}]].",
        "Decision: more of [[{name}]]",
        "## Reflection",
    ),
    *(
        "<!-- vaultgoals:begin scorecard -->",
        "<!-- vaultgoals:end scorecard -->",
        "It rained all day.",
        "- [ ] Ship",
    ),
    *(
        "| Date | Value |\n|---|---|\n| 2026-11-17 | 2 |",
        "#goal",
        "```",
        "- [ ] Try [[{name}]] #x 📅 2026-12-24",
    ),
)


@dataclass(frozen=True)
class Made:
    """All that a vault is made of."""

    texts: Mapping[str, str]
    config: Config = Config()
    files: frozenset[str] = frozenset()

    def vault(self, before: Vault | None = None) -> Vault:
        known = before.notes if before else {}
        notes = []
        for path, text in self.texts.items():
            old = known.get(path)
            notes.append(old if old and old.source.text == text else read_note(Source.of(path, text)))
        return Vault.of(notes, self.config, self.files, listed=self.files, before=before)


names = st.sampled_from(NAMES)
headers = st.builds(
    lambda kind, lines, name: "\n".join(("---", f"type: {kind}", *lines, "---", "")).replace("{name}", name),
    st.sampled_from(KINDS),
    st.lists(st.sampled_from(PROPERTIES), max_size=9, unique_by=lambda line: line.partition(":")[0]),
    names,
)
bodies = st.builds(
    lambda lines, name, log: ("## Log\n\n" if log else "") + "\n".join((*lines, "")).replace("{name}", name),
    st.lists(st.sampled_from(LINES), max_size=6),
    names,
    st.booleans(),
)
texts = st.builds(str.__add__, st.one_of(headers, headers, st.just("")), bodies)
configs = st.sampled_from(
    [
        Config(),
        Config(periodic=Periodic(daily="[D] YYYY-MM-DD"), window=2),
        Config(rules=RuleSettings(select=("VG2", "VG3", "VG5")), seal_after=1),
        Config(types={"#goal": "process"}, day_ends_at=time(4)),
        Config(pages=Pages(people="Reviews/People/{owner}.md"), rules=RuleSettings(ignore=("VG1",))),
    ]
)
starts = st.builds(Made, texts=st.dictionaries(st.sampled_from(PATHS), texts, min_size=3, max_size=9))


@st.composite
def steps(draw: st.DrawFn, made: Made) -> Made:
    """One thing that may happen to a vault."""
    there, path = sorted(made.texts), draw(st.sampled_from(PATHS))
    match draw(
        st.sampled_from(["write", "write", "append", "append", "remove", "move", "config", "config", "files"])
    ):
        case "append" if there:
            of = draw(st.sampled_from(there))
            line = draw(st.sampled_from(LINES)).replace("{name}", draw(names))
            return replace(made, texts={**made.texts, of: f"{made.texts[of]}{line}\n"})
        case "remove" if there:
            gone = draw(st.sampled_from(there))
            return replace(made, texts={at: text for at, text in made.texts.items() if at != gone})
        case "move" if there:
            old = draw(st.sampled_from(there))
            kept = {at: text for at, text in made.texts.items() if at != old}
            return replace(made, texts={**kept, path: made.texts[old]})
        case "config":
            return replace(made, config=draw(configs))
        case "files":
            others = st.sampled_from(["Pictures/Calls.png", "Aka.md", "Nowhere.md", "Else/Trials.md"])
            return replace(made, files=draw(st.frozensets(others)))
        case _:
            return replace(made, texts={**made.texts, path: draw(texts)})


def told(vault: Vault, today: date, *, pages: bool = True) -> dict[str, object]:
    """All that is worked out of a vault."""
    answers: dict[str, object] = {
        "kinds": dict(vault.kinds),
        "goals": dict(vault.goals),
        "periods": dict(vault.periods),
        "troubles": dict(vault.troubles),
        "actions": vault.actions,
        "check-ins": tuple(vault.checkins),
        "unread": vault.unread_checkins,
        "serves": vault.serves,
        "reaching": vault.reaching,
        "below": vault.below_objective,
        "findings": check(vault, today=today),
    }
    for asof in (today, date(2026, 11, 15)):
        answers[f"standings {asof}"] = dict(Scorecard.of(vault, asof=asof, today=today).standings)
    if pages:
        answers["pages"] = plan_pages(vault, today=today)
    return answers


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_after_any_edits_all_is_as_of_a_vault_made_anew(data: st.DataObject) -> None:
    made = data.draw(starts)
    vault = made.vault()
    seen = [(vault, made)]
    for _ in range(data.draw(st.integers(2, 5))):
        made, today = data.draw(steps(made)), data.draw(st.sampled_from(DAYS))
        vault = made.vault(before=vault)
        assert told(vault, today) == told(made.vault(), today)
        seen.append((vault, made))
    earlier, then = data.draw(st.sampled_from(seen))
    assert told(earlier, DAYS[0]) == told(then.vault(), DAYS[0])
