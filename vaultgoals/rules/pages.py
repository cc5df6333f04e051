"""All checks on one page, made from the rules' own pages: `python -m vaultgoals.rules.pages` prints it."""

from collections.abc import Iterator

from vaultgoals.rules import all_rules
from vaultgoals.rules.rule import Rule

_INTRODUCTION = """\
# Checks

What `vaultgoals check` looks for, made from the program itself. In the terminal
`vaultgoals rule VG201` shows one of these pages.

An **error** keeps something from counting, or leaves a goal without what it needs
to mean anything; with one, `check` exits 1. A **warning** counts, but probably not
as you meant it. An **info** is a suggestion.
"""
_HOW_LOUD = """
To silence a check in one note, give the note the property
`vaultgoals-ignore: [VG309]`. For a folder or the whole vault, write in
`vaultgoals.toml`:

```toml
[rules]
ignore = ["VG504"]
[rules.severity]
VG309 = "info"
[rules.per-folder]
"Private/" = { ignore = ["VG4"] }
```

Where a code is written, its name or the beginning of codes will do as well.

VG311 to VG313 judge a goal by the words of its title: [how, and how often they
are right](wording.md).

A check that is **off by default** speaks only where its own code or name is
selected, once with `check --select VG508`, or beside all others with
`select = ["VG", "VG508"]` below `[rules]`. In the same way VG301, VG404, VG409 and
VG410 speak of all outcomes; otherwise they wait until what comes first is written.
"""
# A note in an example may have headings of its own.
_HEADINGS = frozenset({"## Why it matters", "## Bad", "## Good"})
_FENCE = "```markdown"


def rules_page() -> str:
    """The page: what checks are, a table of all codes, and each rule's own page."""
    rules = all_rules()
    table = ["| code | name | severity | finds |", "|---|---|---|---|", *map(_row, rules)]
    sections = (line for rule in rules for line in section(rule))
    return "\n".join([_INTRODUCTION, *table, _HOW_LOUD.rstrip(), *sections, ""])


def _row(rule: Rule) -> str:
    anchor = f"{rule.code}-{rule.name}".lower()
    return f"| [{rule.code}](#{anchor}) | {rule.name} | {rule.loudness} | {rule.title} |"


def section(rule: Rule) -> Iterator[str]:
    """A rule's page below its code and name, its headings one level lower, line by line."""
    title, _, body = rule.page.partition("\n")
    yield from ("", f"## {rule.code} {rule.name}", "", f"**{title}.** ({rule.loudness})")
    for line in body.splitlines():
        if line in _HEADINGS:
            yield f"#{line}"
        elif line.startswith(f"{_FENCE} "):
            # Browsers do not show what stands behind a fence.
            yield from (f"`{line.removeprefix(_FENCE).strip()}`", "", _FENCE)
        else:
            yield line


if __name__ == "__main__":
    print(rules_page(), end="")
