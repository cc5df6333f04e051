"""Questions at a terminal: each answer is read before the next one is asked."""

import sys
from collections.abc import Callable, Iterable, Mapping

import click

from vaultgoals.cli.terminal import print_words
from vaultgoals.errors import UsageError
from vaultgoals.export.excerpt import visible


def at_terminal() -> bool:
    """Whether a person sits there who can be asked."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def is_text(words: str) -> bool:
    """Whether some words can stand in a note: bytes of no character cannot."""
    return not any("\ud800" <= char <= "\udfff" for char in words)


def refuse_what_is_no_text(*words: str | None) -> None:
    """Raise UsageError where something that was given cannot stand in a note."""
    if not all(is_text(one or "") for one in words):
        raise UsageError("What was given is not text in UTF-8.", "Write it in your terminal's encoding.")


def ask(question: str, wrong: Callable[[str], str | None], *, proposed: str = "") -> str:
    """The answer to a question, asked again while something is `wrong` with it, which is said.

    Enter takes what is proposed; where that is nothing, it is for `wrong` to say whether it may be left out.
    Raises Abort at the end of the input.
    """
    shown = f"{question} [{proposed}]" if proposed else question
    prompt = visible(f"{shown} " if shown.endswith("?") else f"{shown}: ")
    while True:
        try:
            answer = input(prompt).strip() or proposed
        except EOFError:
            click.echo()
            raise click.Abort from None
        fault = wrong(answer) if is_text(answer) else "That is not text in this terminal's encoding."
        if fault is None:
            return answer
        print_words(visible(fault))


def choices(titles: Iterable[str]) -> Mapping[str, str]:
    """Show what can be chosen, a line each; what each number stands for."""
    numbered = {str(number): title for number, title in enumerate(titles, 1)}
    for number, title in numbered.items():
        click.echo(visible(f"  {number}  {title}"))
    return numbered


def agreed(question: str, *, yes: bool = True) -> bool:
    """Whether a person agrees; Enter does as proposed."""
    answers = {"": yes, "y": True, "yes": True, "n": False, "no": False}
    words = f"{question} [{'Y/n' if yes else 'y/N'}]"
    answer = ask(words, lambda said: None if said.lower() in answers else "Write y or n.")
    return answers[answer.lower()]
