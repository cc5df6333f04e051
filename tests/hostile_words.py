"""Words with a liking for what means something somewhere, and a vault that holds them everywhere."""

import re
from collections.abc import Mapping

from hypothesis import strategies as st

from vaultgoals.core.config import Config, Pages
from vaultgoals.core.source import Source
from vaultgoals.core.vault import Vault
from vaultgoals.markdown import read_note

MARKS = (
    *("<!-- vaultgoals:begin next -->", "<!-- vaultgoals:end next -->", "<!--", "-->", "%%", "$$", "$", '"'),
    *("[[Trials]]", "![[a.png]]", "[a](b.md)", "[k:: v]", "(k:: v)", "k:: v", "::", ":", "[", "]", "|", "'"),
    *("#tag", "#1", "# ", "## ", "- ", "- [ ] ", "1. ", "> ", "> [!note]", "---", "===", "~~~", "~", "*"),
    *("_", "^id", " ^id", "<b>", "</b>", "<img src=x>", "<% tp %>", "<%", "&lt;", "&", "\\", "`", "=="),
    *("`= this`", "= this", "`$= dv`", "```", "```dataview\n", "```mermaid\n", "%%{init", "fa:fa-x"),
    *("📅 2026-11-20", "✅ 2026-11-20", "Decision: ", "\n\n", "\n", "\r\n", "\r", "\t", "\u2028", "\u0085"),
    *("\x1b[31m", "\x1b]8;;x\x07", "\x9b1m", "\x07", "\0", "\v", "\u202e", "\u2066", "é", "x ", "5"),
    *("{{x}}", "www.a.b", "שלום", "🎯"),
)  # fmt: skip
WORDS = st.lists(st.sampled_from(MARKS) | st.text(max_size=4), max_size=8).map("".join)

_NO_NAME = re.compile(r"[/\0]")
NAMES = WORDS.map(lambda words: _NO_NAME.sub("", words).strip(" .")[:40]).filter(str.strip)
"""Words as the name of a file can hold them; on Linux that is nearly all of them."""

CONFIG = Config(pages=Pages(people="Reviews/People/{owner}.md"))


def scalar(words: str) -> str:
    """Words as a quoted string of a header, whole; half characters are left out."""
    return '"' + "".join(f"\\U{ord(char):08x}" for char in words if not 0xD800 <= ord(char) < 0xE000) + '"'


def notes(words: str, name: str = "Trials") -> Mapping[str, str]:
    """A small vault of every kind of goal, with the words wherever a page or a command may quote them.

    `name` is the title of the outcome that all else leads to.
    """
    said, inline, to = scalar(words), " ".join(words.split()), scalar(f"[[{name}]]")
    owned, plan = f"owner: [{said}, Ana]\nunit: {said}", "baseline: 6\ntarget: 8\nstart: 2026-01-05"
    log = f"## Check-ins\n\n- 2026-08-16: 6.2\n- 2026-10-16: 6.3\n- 2026-11-13: 6.4, {inline}\n"
    task = f"- [ ] {inline} 📅 2026-11-20\n"
    why = f"because: {said}\nif-then: {said}\nwithin: {said}\nobstacle: {said}"
    done = f"- 2026-10-20: 1, {inline}\n- 2026-10-28: 0\n- 2026-11-04: skip: {inline}\n- 2026-11-10: 0\n"
    texts = {
        "Goals/Growth.md": ("type: objective", f"{owned}\naliases: [{said}]", words),
        f"Goals/{name}.md": (
            'type: outcome\nobjective: "[[Growth]]"\ndue: 2026-12-20',
            f"{owned}\n{plan}\nmetric: {said}",
            f"{words}\n\n{task}\n{log}\nDecision: {inline}\n",
        ),
        "Goals/Leads.md": ("type: outcome\ndue: 2026-11-14", f"{owned}\n{plan}", log),
        "Goals/Activation.md": (f"type: indicator\noutcome: {to}", f"{owned}\n{plan}", log),
        "Goals/Refunds.md": (f"type: guardrail\noutcome: {to}\nmax: 2", owned, log),
        "Goals/Guide.md": (f"type: lever\noutcome: {to}\nimpact: 4\neffort: 2", f"result: {said}", task),
        "Goals/Calls.md": (
            f"type: process\noutcome: {to}\ncadence: weekly\nstart: 2026-09-28",
            f"{why}\nowner: {said}",
            f"## Check-ins\n\n{done}- [ ] {inline} @{inline}\n",
        ),
        "Check-ins/2026-11-17.md": (
            'type: checkin\ngoal: "[[Calls]]"\ndate: 2026-11-17\nvalue: 1',
            f"blocked: {said}\nby: {said}\nevidence: [{said}]",
            words,
        ),
        "Check-ins/2026-11-18.md": (
            f"type: checkin\ngoal: {to}\ndate: 2026-11-18",
            f"value: {said}",
            words,
        ),
    }
    return {
        **{path: f"---\n{head}\n{said}\n---\n{body}\n" for path, (head, said, body) in texts.items()},
        **_page("Weekly", "2026-W46", "I will do differently this week", words),
        **_page("Monthly", "2026-10", "I will stop this month", words),
        **_page("Quarterly", "2026-Q3", "I will do differently next quarter", words),
        **_page("Yearly", "2025", "I will do differently next year", words),
    }


def _page(kind: str, label: str, promised: str, words: str) -> Mapping[str, str]:
    """A sealed page of ours with a person's words in all of its room."""
    inline = " ".join(words.split())
    return {
        f"Reviews/{kind}/Review {label}.md": (
            f"---\ntype: goal-review\npage: {kind.lower()}\nperiod: {label}\nsealed: true\n---\n"
            f"Decision: {inline}\n\n## Reflection\n\n{words}\n\n**One thing {promised}:** {words}\n"
        )
    }


def vault(words: str, name: str = "Trials") -> Vault:
    """The same, read."""
    texts = notes(words, name).items()
    return Vault.of((read_note(Source.of(path, text)) for path, text in texts), CONFIG)
