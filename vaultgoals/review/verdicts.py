"""What a verdict is made of: one diagnosis in words, as a page, a terminal and JSON show it."""

from dataclasses import dataclass

from vaultgoals.review.text import Text, join, plain, text


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A diagnosis in words. `title` is the verdict itself, `lines` what it was made from and what follows.

    `headline` says it in one sentence at the top of a page, `advice` is the sentence that follows it there;
    `question` is for the person's reflection. `calm` is one that asks for nothing. `callout` is its type in
    Obsidian where that is not the one of its kind.
    """

    title: str
    lines: tuple[Text, ...]
    headline: Text
    advice: str = ""
    question: Text = ()
    calm: bool = False
    callout: str = ""

    @property
    def in_words(self) -> str:
        """All of it but the question, without any markup."""
        return plain(join((text(self.title), *filter(None, self.lines)), " "))
