"""A template of the vault's own cannot be used

A file in `.vaultgoals/templates/` cannot be read, says something that no
template can say, takes too long or too much memory, or writes what is no page
that could be renewed. The built-in template is used instead, so that no page is
lost.

## Why it matters

You look at a page that is not the one you made, and nothing on it says so.

## Bad

A file `.vaultgoals/templates/pages/weekly.md.j2` with `{{ reviw.title }}`, or
one whose page has no block: nothing on it could ever be renewed.

## Good

`vaultgoals review --stdout --template FILE` shows what a template makes before
it lies in the vault. What it may say stands in `docs/templates.md`.
"""

from collections.abc import Iterator

from vaultgoals.core.finding import Severity
from vaultgoals.rules.rule import Case, Problem, Rule


def check(case: Case) -> Iterator[Problem]:
    """What came out when the vault's own templates were used."""
    for template in case.vault.templates.values():
        for trouble in template.malformed:
            yield Problem(
                path=template.path,
                span=trouble.span,
                message=f"{trouble.reason}; the built-in template is used instead",
                hint="mend it, or take it away",
            )


RULE = Rule(code="VG115", name="faulty-template", severity=Severity.WARNING, check=check)
