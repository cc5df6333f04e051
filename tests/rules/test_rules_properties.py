"""Properties that are misspelt, nested or loosely written, and headers that stand too low."""

from dataclasses import replace
from datetime import date

import pytest

from vaultgoals.core.config import Config, RuleSettings
from vaultgoals.core.finding import Finding
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note
from vaultgoals.rules import check

TODAY = date(2026, 11, 20)
OUTCOME = 'type: outcome\nunit: "%"\nbaseline: 80\ntarget: 90\nstart: 2026-11-16\ndue: 2027-06-30'
PROCESS = 'type: process\noutcome: "[[Stay]]"\ncadence: daily\nbecause: it shows'
CODES = ("VG106", "VG109", "VG113", "VG114")
NAMES_ONLY = Config(rules=RuleSettings(select=("VG106",)))


def findings(text: str, config: Config = Config()) -> list[Finding]:
    notes = {"Stay.md": f"---\n{OUTCOME}\n---\n", "Call.md": f"---\n{PROCESS}\n---\n", "Note.md": text}
    vault = Vault.of((read_note(Source.of(path, written)) for path, written in notes.items()), config)
    return [finding for finding in check(vault, today=TODAY) if finding.code in CODES]


def told(properties: str, config: Config = Config()) -> list[tuple[str, str]]:
    return [(one.code, one.message) for one in findings(f"---\n{properties}\n---\n", config)]


@pytest.mark.parametrize(
    ("kind", "name", "meant"),
    [
        ("process", "cadnce", "cadence"),
        ("process", "becuase", "because"),
        ("process", "becausee", "because"),
        ("process", "if-than", "if-then"),
        ("process", "If Than", "if-then"),
        ("process", "onwer", "owner"),
        ("process", "exploratry", "exploratory"),
        ("process", "explortary", "exploratory"),
        ("process", "frequncy", "frequency"),
        ("process", "dedline", "deadline"),
        ("outcome", "targets", "target"),
        ("outcome", "units", "unit"),
        ("outcome", "milestons", "milestones"),
        ("outcome", "checkin", "check-in"),
        ("checkin", "valeu", "value"),
        ("checkin", "confidance", "confidence"),
        ("checkin", "goals", "goal"),
        ("objective", "vaultgoals-ignor", "vaultgoals-ignore"),
    ],
)
def test_a_name_that_is_almost_that_of_a_property_is_probably_misspelt(
    kind: str, name: str, meant: str
) -> None:
    (finding,) = findings(f"---\ntype: {kind}\n{name}: x\n---\n", NAMES_ONLY)
    assert finding.code == "VG106"
    assert finding.message.startswith(f"`{name}` is no property of a")
    assert finding.hint == f"did you mean `{meant}`?"


@pytest.mark.parametrize(
    "properties",
    [
        "type: process\ncolour: red",
        "type: process\nduo: 1\nlog: 1\nmix: 1\nbye: 1",
        "type: process\ntag: x\nalias: y\nid: 1\nurl: z\ndate: 2026-11-20\ntitle: t\ncssclasses: w",
        "type: process\nowner: Ana\nowners: [Ana, Ben]",
        "type: process\ndeadline: 2026-12-31\ndedline: 2026-12-31",
        "type: process\ntarge: 1",
        "type: process\nstate: x\ncategory: y\nunitl: z\nuntil: 2026-12-31\nunit: h",
        "type: recipe\ncadnce: daily",
        "cadnce: daily",
    ],
)
def test_any_other_name_is_the_persons_own(properties: str) -> None:
    assert [code for code, _ in told(properties) if code == "VG106"] == []


def test_a_name_that_the_vault_maps_is_known_and_may_be_misspelt() -> None:
    config = Config(properties={"Frist": "due", "Takt": "cadence", "taget": "target"})
    assert told("type: outcome\nFrist: 2026-12-31\ntaget: 3", config) == []
    (finding,) = findings(
        "---\ntype: outcome\nFrst: 2026-12-31\n---\n", replace(config, rules=NAMES_ONLY.rules)
    )
    assert finding.hint == "did you mean `frist`?"


@pytest.mark.parametrize(
    "value",
    ["{money: 4}", "\n  money: 4", "[[a, b], c]", "\n  - a: 1", "\n  - [x]\n  - y", "[{a: 1}]"],
)
def test_a_nested_property_cannot_be_shown(value: str) -> None:
    assert told(f"type: objective\nbudget: {value}") == [
        ("VG109", "`budget` holds values within values, which Obsidian cannot show")
    ]


@pytest.mark.parametrize(
    "properties",
    [
        "type: objective\nbudget: [4, x]",
        "type: objective\nbudget: {}",
        "type: objective\ncreated: {{date}}",
        'type: objective\nrelated: ["[[Stay]]", "[[Call]]"]',
        "type: objective\nowner: {a: b}",
        "type: process\noutcome: {a: b}",
        "type: checkin\ngoal: {a: b}\ndate: 2026-11-20\nvalue: 1",
        "type: recipe\nsteps: [{a: 1}]",
        "type: goal-review\nx: {a: 1}",
    ],
)
def test_what_is_flat_or_said_already_or_nobodys_is_not_called_nested(properties: str) -> None:
    assert [code for code, _ in told(properties) if code == "VG109"] == []


@pytest.mark.parametrize(
    ("properties", "message"),
    [
        (
            "type: process\noutcome: [[Stay]]",
            "`outcome` holds a link without quotes, which Obsidian takes for a list",
        ),
        (
            "type: process\noutcome:\n  - [[Stay]]",
            "`outcome` holds a link without quotes, which Obsidian takes for a list",
        ),
        (
            f"{OUTCOME}\nmilestones:\n  - 2026-12-31: 82\n  - 2027-01-31: 84",
            "this milestone stands without quotes, so Obsidian cannot show it",
        ),
        ("type: outcome\ndeadline: 2026-12-31", "`deadline` is read as `due`"),
        ("type: outcome\nMeasure: people", "`Measure` is read as `metric`"),
        ("type: process\nfrequency: daily", "`frequency` is read as `cadence`"),
        ("type: process\nwhy: it helps", "`why` is read as `because`"),
        ('type: process\nserves: "[[Stay]]"', "`serves` is read as `outcome`"),
        ("type: process\nassignee: Ana", "`assignee` is read as `owner`"),
        ("type: process\nstatus: Completed", "`Completed` is read as `done`"),
        ("type: process\nstatus: in progress", "`in progress` is read as `active`"),
    ],
)
def test_what_is_read_and_better_written_otherwise_is_a_remark(properties: str, message: str) -> None:
    assert told(properties) == [("VG113", message)]


@pytest.mark.parametrize(
    "properties",
    [
        'type: process\noutcome: "[[Stay]]"',
        'type: outcome\nmilestones: ["2026-12-31: 82"]',
        f"{OUTCOME}\nmilestones:\n  - soon: 82",
        "type: outcome\ndue: 2026-12-31\ndeadline: 2026-12-31",
        "type: objective\nwhy: it matters",
        "type: process\nstatus: active",
        "type: recipe\nrelated: [[Stay]]\ndeadline: 2026-12-31",
        "related: [[Stay]]",
    ],
)
def test_what_is_written_well_or_nobodys_needs_no_remark(properties: str) -> None:
    assert told(properties) == []


def test_a_synonym_that_the_vault_chose_itself_needs_no_remark() -> None:
    assert told("type: outcome\ndeadline: 2026-12-31", Config(properties={"deadline": "due"})) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("\n---\ntype: process\n---\n", "they do not begin in the first line"),
        ("\r\n \r\n---\r\ntype: process\r\n---\r\n", "they do not begin in the first line"),
        ("--- \ntype: process\n---\n", "the first line is not exactly `---`"),
        (" ---\ntype: process\n---\n", "the first line is not exactly `---`"),
    ],
)
def test_a_header_that_is_none_is_said_to_be(text: str, why: str) -> None:
    (finding,) = findings(text)
    assert (finding.code, finding.message) == ("VG114", f"these properties do not count: {why}")


@pytest.mark.parametrize(
    "text",
    [
        "---\na: 1\n---\n",
        "\n---\njust a text between rules\n---\n",
        "\n---\n\n---\n",
        "word\n---\na: 1\n---\n",
        "",
        "\n",
    ],
)
def test_rules_between_texts_are_no_header(text: str) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("yaml", "words"),
    [
        ("because: 'calls\nwork'", "a value goes on at the left edge of a line"),
        ("outcome: [a,\nb]", "a value goes on at the left edge of a line"),
        ("because: 'calls'#work", "a `#` stands right behind a value"),
        ("outcome: [-]", "a dash stands alone within brackets"),
    ],
)
def test_yaml_that_obsidian_refuses_is_refused_in_plain_words(yaml: str, words: str) -> None:
    vault = Vault.of([read_note(Source.of("Note.md", f"---\ntype: process\n{yaml}\n---\n"))])
    (finding,) = check(vault, today=TODAY)
    assert finding.code == "VG101"
    assert finding.message.endswith(f"nothing in this note counts: {words}")


def passed_over(properties: str, config: Config = Config()) -> list[tuple[str, str]]:
    note = read_note(Source.of("Note.md", f"---\n{properties}\n---\n"))
    found = check(Vault.of([note], config), today=TODAY)
    return [(one.code, one.message) for one in found if one.code in ("VG102", "VG113")]


def test_a_synonym_beside_the_property_itself_is_said_not_to_count() -> None:
    assert passed_over("type: process\nfrequency: weekly\ncadence: daily") == [
        ("VG113", "`frequency` does not count, since `cadence` is there")
    ]
    assert passed_over("type: process\nfrequency:\ncadence: daily") == []
    assert passed_over("type: process\nfrequency: weekly\ncadence:") == [
        ("VG113", "`frequency` is read as `cadence`")
    ]


def test_a_name_that_the_vault_maps_stands_twice_beside_ours() -> None:
    german = Config(properties={"Frist": "due", "Ende": "due"})
    said = [
        (
            "VG102",
            "the property “Frist” means `due`, which stands in line 3 as “due”, so only one of them counts",
        )
    ]
    assert passed_over("type: objective\ndue: 2026-12-01\nFrist: 2026-12-02", german) == said
    assert passed_over("type: objective\ndue:\nFrist: 2026-12-02", german) == []
    (twice,) = passed_over("type: objective\nEnde: 2026-12-01\nFrist: 2026-12-02", german)
    assert "“Frist” means `due`, which stands in line 3 as “Ende”" in twice[1]
    assert passed_over("type: process\ndue: 2026-12-01\nend: 2026-12-02", german) == [
        ("VG113", "`end` does not count, since `due` is there")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "---\ntype: process\ncadence: daily\n\nWhat I do.\n",
        "---\ntype: process\ncadence: daily\n...\n\nWhat I do.\n",
        "---\ncadence: daily\nType: Process-Goal",
        '---\r\ntype: "check-in"\r\n# Log\r\n',
        "---\ntype : outcome\n",
    ],
)
def test_a_header_of_ours_that_is_never_closed_cannot_be_read(text: str) -> None:
    note = read_note(Source.of("Note.md", text))
    (finding,) = check(Vault.of([note]), today=TODAY)
    assert (finding.code, finding.span.start, finding.span.end) == ("VG101", 0, 3)
    assert finding.message.endswith("nothing in this note counts: no line `---` closes them")


@pytest.mark.parametrize(
    "text",
    [
        "---\n\ntype: process\n",
        "---\nA thought.\n\ntype: process\n",
        "---\n# type: process\n",
        "---\n# Rules\ntype: process\n",
        "---\ntype: meeting\nprocess: yes\n",
        "---\nA type: process\n",
        "----\ntype: process\n",
        "---\ntype:\n",
    ],
)
def test_a_rule_at_the_top_of_an_ordinary_note_is_no_header(text: str) -> None:
    assert not check(Vault.of([read_note(Source.of("Note.md", text))]), today=TODAY)
