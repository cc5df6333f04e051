"""The note that a link of a goal leads to and that is not there: a draft of it, to be filled in."""

from collections.abc import Iterator, Sequence
from datetime import date

from vaultgoals.core.file_name import safe_title
from vaultgoals.core.finding import Finding
from vaultgoals.core.goal import Kind, Status
from vaultgoals.core.source import Span
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.mending import Remedy, Replacement
from vaultgoals.lsp.remarks import Remark, remarks
from vaultgoals.rules.links import goal_links
from vaultgoals.workspace.new_goal import make
from vaultgoals.workspace.new_note import Draft, standing

_UNRESOLVED = "VG202"
_MEANT = {"outcome": Kind.OUTCOME, "objective": Kind.OBJECTIVE}


def notes_to_write(
    vault: Vault, findings: Sequence[Finding], path: str, span: Span, *, today: date
) -> Iterator[Remedy]:
    """For each link at a span that leads nowhere the note that it means, as a draft."""
    for remark in remarks(vault, findings, path):
        touched = remark.span.start <= span.end and span.start <= remark.span.end
        if touched and remark.finding.code == _UNRESOLVED:
            yield from _draft(vault, path, remark, today)


def _draft(vault: Vault, path: str, remark: Remark, today: date) -> Iterator[Remedy]:
    goal = vault.goals[path]
    for name, link in goal_links(goal):
        title = link.target.rpartition("/")[2].removesuffix(".md")
        if link.span != remark.finding.span or safe_title(title) != title:
            continue
        draft = Draft(kind=_MEANT[name], title=title, answers={"status": (Status.DRAFT,)})
        plan = make(vault, draft, today).plan
        names = vault.names.after(gone=frozenset(), come=frozenset({plan.path}))
        found = names.resolve(link.target, path).path
        if standing(vault, plan.path) is None and found == plan.path:
            edit = Replacement(path=plan.path, span=Span(0, 0), text=plan.text)
            what = f"Write the note “{title}”, a draft {draft.kind}"
            yield Remedy(what=what, edits=(edit,), mended=(remark,), sure=False, new=plan.path)
