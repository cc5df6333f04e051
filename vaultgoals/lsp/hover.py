"""What is known of the thing at the cursor: how a goal stands, what a property means, why a check speaks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meanings import KIND_MEANINGS, explained, meanings_of, our_name
from vaultgoals.lsp.meant import goal_meant, holds
from vaultgoals.lsp.remarks import remarks
from vaultgoals.lsp.told import markdown
from vaultgoals.render import escape
from vaultgoals.review.goal_progress import goal_progress
from vaultgoals.review.outcome import outcome_section
from vaultgoals.rules import find_rule

_WHAT_IT_MEANS = "What it means"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hover:
    """What is told, as Markdown, and the stretch that it is about."""

    text: str
    span: Span


def hover(vault: Vault, findings: Sequence[Finding], path: str, offset: int, *, today: date) -> Hover | None:
    """What there is to tell at an offset; None where that is nothing."""
    told = [*_goal(vault, path, offset, today), *_property(vault, path, offset)]
    told += _checks(vault, findings, path, offset)
    if not told:
        return None
    return Hover(text="\n\n---\n\n".join(one.text for one in told), span=told[0].span)


def _goal(vault: Vault, path: str, offset: int, today: date) -> Iterator[Hover]:
    found = goal_meant(vault, path, offset)
    if found:
        yield Hover(text="\n".join(_figures(vault, found[0], today)), span=found[1])


def _figures(vault: Vault, goal: Goal, today: date) -> Iterator[str]:
    """A goal's figures, what they mean, and what leads to it and where it leads."""
    card = Scorecard.of(vault, asof=today, today=today)
    standing = card.standings[goal.path]
    told = goal_progress(card, standing)
    yield f"**{escape.markdown(goal.title)}** ({goal.kind})\n"
    for line in told.lines:
        if line.about == _WHAT_IT_MEANS and goal.kind is Kind.OUTCOME:
            section = outcome_section(card, standing)
            yield f"- {line.about}: **{markdown(line.words)}**"
            yield from (f"  - {markdown(words)}" for words in section.lines)
        else:
            yield f"- {line.about}: {markdown(line.words)}"
    for about, goals in (("What leads here", told.below), ("Where it leads", told.above)):
        if goals:
            yield f"\n{about}:\n"
            yield from (f"- {markdown(words)}" for words in goals)


def _property(vault: Vault, path: str, offset: int) -> Iterator[Hover]:
    """What a property of a goal or check-in means; any other is the person's own."""
    kind = vault.kinds.get(path)
    known = meanings_of(kind) if kind and kind is not Kind.REVIEW else {}
    for prop in vault.notes[path].properties:
        meaning = known.get(our_name(prop.name, vault.config))
        if meaning and kind and holds(prop.key_span, offset):
            is_type = our_name(prop.name, vault.config) == "type"
            text = f"`{kind}`: {KIND_MEANINGS[kind]}" if is_type else explained(prop.name, meaning)
            yield Hover(text=text, span=prop.key_span)


def _checks(vault: Vault, findings: Sequence[Finding], path: str, offset: int) -> Iterator[Hover]:
    """The rules that speak here, each in short: what it finds, and the first words of its page."""
    codes = set()
    for remark in remarks(vault, findings, path):
        rule = find_rule(remark.finding.code)
        if rule and holds(remark.span, offset) and rule.code not in codes:
            codes.add(rule.code)
            text = f"**{rule.code} {rule.name}** · {rule.title}\n\n{_first_paragraph(rule.page)}"
            yield Hover(text=text, span=remark.span)


def _first_paragraph(page: str) -> str:
    """The paragraph below a page's title."""
    return page.partition("\n")[2].strip().partition("\n\n")[0]
