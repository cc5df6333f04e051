"""Commands about something with a title: its words belong in quotes, and who left these out is told so."""

import click

from vaultgoals.errors import UsageError


class Titled(click.Command):
    """A command that is given a title, a value or a text, each of which may be several words."""

    allow_extra_args = True

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """What is left of the words, which is nothing. Raises UsageError for one too many."""
        left = super().parse_args(ctx, args)
        if left and not ctx.resilient_parsing:
            unknown = next(
                (word for word in map(str, (*ctx.params.values(), *left)) if word[:2] == "--"), None
            )
            if unknown:
                raise click.NoSuchOption(unknown, ctx=ctx)
            raise UsageError(
                f"“{left[0]}” is one word too many.",
                'Write what has several words in quotes, such as "Outbound calls".',
            )
        return left
