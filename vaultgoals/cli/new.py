"""`vaultgoals new`: a note for a new goal, with each property of its kind as an option."""

from typing import TYPE_CHECKING

import click

from vaultgoals.cli.completing import GOAL
from vaultgoals.cli.session import Session
from vaultgoals.cli.titled import Titled
from vaultgoals.errors import UsageError

if TYPE_CHECKING:
    from vaultgoals.core.goal import Kind

_SAYS = {
    "outcome": "A result that is measured.",
    "process": "Something to do again and again.",
    "indicator": "A number that should move before its outcome does.",
    "guardrail": "A number that must stay inside bounds.",
    "lever": "Something that could be tried; may be an experiment.",
    "output": "A number of things to produce by a date.",
    "objective": "A direction over several outcomes.",
}
"""The kinds of goals, the most usual first."""


class _Kinds(click.Group):
    """The kinds as commands, each with the options of its properties; the vault's own words do as well."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_SAYS]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        kind = _kind(cmd_name)
        return _command(kind) if kind else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the kinds without their options."""
        with formatter.section("Kinds"):
            formatter.write_dl(list(_SAYS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        word = args[0]
        if _kind(word) is None and not ctx.resilient_parsing:
            word = _of_the_vault(ctx, word)
        return super().resolve_command(ctx, [word, *args[1:]])


def _kind(word: str) -> "Kind | None":
    """The kind of goal that a word of ours means."""
    from vaultgoals.core.kinds import KIND_WORDS
    from vaultgoals.core.note import property_key

    kind = KIND_WORDS.get(property_key(word))
    return kind if kind in _SAYS else None


def _of_the_vault(ctx: click.Context, word: str) -> str:
    """The kind that the vault calls so."""
    from vaultgoals.core.nearness import nearest
    from vaultgoals.core.note import property_key

    session: Session = ctx.obj
    types = session.open().config.types
    meant = next((ours for theirs, ours in types.items() if property_key(theirs) == property_key(word)), None)
    if meant and _kind(meant):
        return meant
    near = nearest(word, _SAYS, within=2)
    hint = f"Did you mean {near}?" if near else f"Write {', '.join([*_SAYS][:-1])} or {[*_SAYS][-1]}."
    if property_key(word) in ("checkin", "check-in"):
        hint = "`vaultgoals checkin GOAL VALUE` writes a check-in."
    raise UsageError(f"“{word}” is no kind of goal.", hint)


def _command(kind: "Kind") -> click.Command:
    from vaultgoals.cli import anywhere
    from vaultgoals.core.meanings import properties_of

    def call(ctx: click.Context, /, title: str, **options: str | tuple[str, ...] | None) -> int:
        from vaultgoals.cli.creating import create

        given = {name: options[_parameter(name)] for name in properties_of(kind)}
        answers = {name: (one,) if isinstance(one, str) else tuple(one) for name, one in given.items() if one}
        return create(ctx.obj, kind, title, answers)

    options = [_option(name) for name in properties_of(kind)]
    return Titled(
        kind.value,
        callback=click.pass_context(call),
        params=[click.Argument(["title"]), *options, *anywhere()],
        help=f"{_SAYS[kind]}\n\nTITLE is the name of its note.",
    )


def _option(name: str) -> click.Option:
    from vaultgoals.core.meanings import MEANINGS, Form

    meaning = MEANINGS[name]
    words = [
        f"{meaning.says[:1].upper()}{meaning.says[1:]}.",
        *([f"Such as {meaning.example}."] * bool(meaning.example)),
    ]
    names = [f"--{name}", _parameter(name)]
    if meaning.form is Form.YES:
        return click.Option(names, is_flag=True, flag_value="yes", default=None, help=words[0])
    return click.Option(
        names,
        metavar=meaning.form.name,
        type=GOAL if meaning.form is Form.LINK else None,
        multiple=meaning.many,
        help=" ".join(words),
    )


def _parameter(name: str) -> str:
    return f"of_{name.replace('-', '_')}"


@click.group("new", cls=_Kinds, subcommand_metavar="KIND TITLE [OPTIONS]")
def command() -> None:
    """Write a note for a new goal, one that `check` is content with.

    At a terminal it asks for what is missing. `vaultgoals new process --help` lists what a process goal can
    say.
    """
