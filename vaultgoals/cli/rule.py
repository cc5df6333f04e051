"""`vaultgoals rule`: what a check is about, and why it matters."""

import click

from vaultgoals.cli.session import Session
from vaultgoals.core.nearness import nearest
from vaultgoals.errors import UsageError
from vaultgoals.rules import all_rules, find_rule


@click.command("rule")
@click.argument("code", required=False)
@click.pass_obj
def command(session: Session, code: str | None) -> int:
    """Explain a check by its CODE or name; without one, list them all."""
    if code is None:
        for rule in all_rules():
            click.echo(f"{rule.code}  {rule.severity:<7}  {rule.name}")
        return 0
    found = find_rule(code)
    if found is None:
        near = nearest(code.upper(), [rule.code for rule in all_rules()])
        raise UsageError(
            f"There is no rule “{code}”.",
            f"Did you mean {near}?" if near else "`vaultgoals rule` lists them all.",
        )
    click.echo(f"{found.code} {found.name} ({found.severity})\n\n{found.page}")
    return 0
