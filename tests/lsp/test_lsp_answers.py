"""What an editor is answered, by what it can do and by what stands on the disk."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lsprotocol import types as lsp

from vaultgoals.lsp.addresses import Addresses
from vaultgoals.lsp.answers import Answers
from vaultgoals.lsp.editor import Editor
from vaultgoals.lsp.renaming import Refused

Build = Callable[..., Path]
CALLS = "Goals/Onboarding calls.md"
OUTCOME = "Goals/Trial conversion.md"


@pytest.fixture
def editor() -> Editor:
    return Editor(clock=lambda: datetime(2026, 11, 20, 12, tzinfo=UTC))


def answers_of(editor: Editor) -> Answers:
    answers = Answers(editor, Addresses())
    answers.renames = answers.versioned = True
    return answers


def test_a_note_that_another_program_changed_meanwhile_is_edited_where_its_link_stands_now(
    vault: Build, editor: Editor
) -> None:
    root = vault({"Link.md": "---\nup: x\n---\n[[Trial conversion]]\n"})
    answers = answers_of(editor)
    editor.put(root / OUTCOME, (root / OUTCOME).read_text())
    (root / "Link.md").write_text("---\nup: x\nby: somebody else\n---\nsee [[Trial conversion]]\n")
    place = lsp.Position(1, 0)
    asked = lsp.RenameParams(lsp.TextDocumentIdentifier((root / OUTCOME).as_uri()), place, "Trials won")
    done = answers.rename(asked)
    assert done
    assert not isinstance(done, Refused)
    assert done.document_changes
    edits = {
        one.text_document.uri: one.edits
        for one in done.document_changes
        if isinstance(one, lsp.TextDocumentEdit)
    }
    (edit,) = edits[(root / "Link.md").as_uri()]
    assert edit == lsp.TextEdit(lsp.Range(lsp.Position(4, 6), lsp.Position(4, 22)), "Trials won")


@pytest.mark.parametrize("versioned", [True, False])
def test_an_editor_that_takes_no_versions_gets_plain_edits(
    vault: Build, editor: Editor, *, versioned: bool
) -> None:
    root = vault()
    answers = answers_of(editor)
    answers.versioned = versioned
    editor.put(root / CALLS, (root / CALLS).read_text().replace("cadence", "cadance"), 3)
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    note = lsp.TextDocumentIdentifier((root / CALLS).as_uri())
    first, *_ = answers.actions(lsp.CodeActionParams(note, whole, lsp.CodeActionContext([])))
    assert first.edit
    assert (first.edit.changes is None, first.edit.document_changes is None) == (versioned, not versioned)
    if first.edit.changes:
        ((uri, (edit,)),) = first.edit.changes.items()
        assert (uri, edit.new_text.partition(":")[0]) == (note.uri, "cadence")
