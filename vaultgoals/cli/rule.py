"""`vaultgoals rule`: what a check is about, and why it matters."""

import click

from vaultgoals.cli.session import Session
from vaultgoals.core.nearness import nearest
from vaultgoals.errors import UsageError
from vaultgoals.rules import all_rules, find_rule

_FENCE = "```"
_EXAMPLE = "    "


@click.command("rule")
@click.argument("code", required=False)
@click.pass_obj
def command(session: Session, code: str | None) -> int:
    """Explain a check by its CODE or name.

    Without one, list them all.
    """
    if code is None:
        for rule in all_rules():
            click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name}")
        return 0
    found = find_rule(code)
    if found is None:
        raise no_such_rule(code)
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{_for_a_terminal(found.page)}")
    return 0


def no_such_rule(word: str) -> UsageError:
    """What to say of a word that is no rule's code or name."""
    words = [word for rule in all_rules() for word in (rule.code, rule.name)]
    near = nearest(word, words, within=1 if len(word) < len("VG1234") else 2)
    hint = f"Did you mean {near}?" if near else "`vaultgoals rule` lists them all."
    return UsageError(f"There is no rule “{word}”.", hint)


def _for_a_terminal(page: str) -> str:
    """A rule's page with its examples set in, each below the path of its note, instead of fenced."""
    lines, inside = [], False
    for line in page.split("\n"):
        if line.startswith(_FENCE):
            inside = not inside
            path = line.removeprefix(_FENCE).partition(" ")[2]
            lines += [f"{_EXAMPLE}{path}:"] if path else []
        else:
            lines.append(f"{_EXAMPLE}{line}".rstrip() if inside else line)
    return "\n".join(lines)
