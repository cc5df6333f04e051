"""What is to be done and what is to be mended as tables: actions and findings."""

from collections.abc import Sequence

from vaultgoals.core.actions import Action
from vaultgoals.core.finding import Finding
from vaultgoals.core.scorecard import Scorecard
from vaultgoals.core.source import Position
from vaultgoals.export.dataset import Column, Table, day, flag, text, whole


def actions_table(card: Scorecard) -> Table:
    """A row for each open or ticked task of each goal."""
    vault = card.vault

    def line(action: Action) -> int:
        return vault.notes[action.path].source.line_at(action.item.span.start)

    columns: tuple[Column[Action], ...] = (
        Column(text("goal", "the goal that it is for", of="goals"), lambda one: one.goal),
        Column(text("text", "what is to be done"), lambda one: one.text),
        Column(flag("done", "whether it is ticked"), lambda one: one.task.ticked),
        Column(text("owner", "who does it"), lambda one: one.owner),
        Column(day("created", "the day that it was written down"), lambda one: one.task.created),
        Column(day("due", "its deadline"), lambda one: one.task.due),
        Column(day("done_on", "the day that it was done"), lambda one: one.task.done),
        Column(flag("overdue", "whether it is open and past its deadline"), lambda one: _overdue(one, card)),
        Column(text("path", "the note that it stands in"), lambda one: one.path),
        Column(whole("line", "the line there"), line),
    )
    actions = (action for path in vault.goals for action in vault.actions_of(path))
    return Table.of("actions", columns, actions)


def _overdue(action: Action, card: Scorecard) -> bool:
    return action.task.open and action.task.due is not None and action.task.due < card.today


def findings_table(card: Scorecard, findings: Sequence[Finding]) -> Table:
    """A row for each finding, with its place: lines and columns count from 1, ends are exclusive."""
    vault = card.vault

    def begin(finding: Finding) -> Position:
        return vault.places[finding.path].source.position(finding.span.start)

    def end(finding: Finding) -> Position:
        return vault.places[finding.path].source.position(finding.span.end)

    columns: tuple[Column[Finding], ...] = (
        Column(text("code", "the check's code"), lambda one: one.code),
        Column(text("name", "its name"), lambda one: one.name),
        Column(text("severity", "`error`, `warning` or `info`"), lambda one: one.severity.value),
        Column(
            text("goal", "the goal that it is found in, where that note is one", of="goals"),
            lambda one: one.path if one.path in vault.goals else None,
        ),
        Column(text("path", "the note that it is found in"), lambda one: one.path),
        Column(whole("line", "its first line"), lambda one: begin(one).line),
        Column(whole("column", "its first column, in code points"), lambda one: begin(one).column),
        Column(whole("end_line", "the line that it ends in"), lambda one: end(one).line),
        Column(whole("end_column", "the column behind it"), lambda one: end(one).column),
        Column(text("message", "what is wrong"), lambda one: one.message),
        Column(text("hint", "what to write instead"), lambda one: one.hint),
        Column(flag("fixable", "whether `check --fix` mends it"), lambda one: one.fixable),
    )
    return Table.of("findings", columns, findings)
