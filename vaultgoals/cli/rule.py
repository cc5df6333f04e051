"""`vaultgoals rule`: what a check is about, and why it matters."""

import click

from vaultgoals.cli.completing import rules
from vaultgoals.cli.session import Session
from vaultgoals.cli.terminal import print_lines, window_width
from vaultgoals.errors import UsageError


@click.command("rule")
@click.argument("code", required=False, shell_complete=rules)
@click.pass_obj
def command(session: Session, code: str | None) -> int:
    """Explain a check by its CODE or name.

    Without one, list them all.
    """
    from vaultgoals.export.rule_text import rule_page, rule_table
    from vaultgoals.rules import all_rules, find_rule

    width = window_width()
    if code is None:
        print_lines(rule_table(all_rules(), width))
        return 0
    found = find_rule(code)
    if found is None:
        raise no_such_rule(code)
    print_lines(rule_page(found, width))
    return 0


def no_such_rule(word: str) -> UsageError:
    """What to say of a word that is no rule's code or name."""
    from vaultgoals.core.nearness import nearest
    from vaultgoals.rules import all_rules

    words = [word for rule in all_rules() for word in (rule.code, rule.name)]
    near = nearest(word, words, within=1 if len(word) < len("VG1234") else 2)
    hint = f"Did you mean {near}?" if near else "`vaultgoals rule` lists them all."
    return UsageError(f"There is no rule “{word}”.", hint)
