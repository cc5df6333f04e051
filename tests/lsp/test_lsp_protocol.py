"""The server, spoken to as editors do: its answers are the protocol's, and nothing throws it."""

import json
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import IO, Any, NamedTuple

import pytest
import pytest_lsp
from at_cursor import NOTES
from lsprotocol import types as lsp
from pygls.exceptions import JsonRpcException
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities

COMMAND = [sys.executable, "-m", "vaultgoals", "--today", "2026-11-20", "--no-cache", "lsp"]
CALLS = "Goals/Outbound calls.md"

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vault of a healthy outcome and its process goal."""
    folder = tmp_path_factory.mktemp("vault 😀")
    (folder / "vaultgoals.toml").touch()
    for path, text in NOTES.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text)
    return folder


async def editor(root: Path, lsp_client: LanguageClient) -> AsyncIterator[None]:
    """An editor like Visual Studio Code that shows the vault."""
    for method in (
        lsp.CLIENT_REGISTER_CAPABILITY,
        lsp.WORKSPACE_CODE_LENS_REFRESH,
        lsp.WORKSPACE_INLAY_HINT_REFRESH,
    ):
        lsp_client.feature(method)(lambda params: None)
    folder = lsp.WorkspaceFolder(root.as_uri(), "vault")
    can = client_capabilities("visual-studio-code")
    await lsp_client.initialize_session(lsp.InitializeParams(can, workspace_folders=[folder]))
    yield
    await lsp_client.shutdown_session()


client = pytest_lsp.fixture(
    scope="module", loop_scope="module", config=ClientServerConfig(server_command=COMMAND)
)(editor)


def opened(client: LanguageClient, file: Path, text: str) -> lsp.TextDocumentIdentifier:
    document = lsp.TextDocumentItem(file.as_uri(), lsp.LanguageKind.Markdown, 1, text)
    client.text_document_did_open(lsp.DidOpenTextDocumentParams(document))
    return lsp.TextDocumentIdentifier(file.as_uri())


async def diagnostics(client: LanguageClient, uri: str) -> list[lsp.Diagnostic]:
    """What is said of a file, once it is."""
    await client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    return [*client.diagnostics.get(uri, ())]


async def test_a_note_is_looked_at_while_it_is_typed(client: LanguageClient, root: Path) -> None:
    text = '---\ntype: process\nowner: "😀", x\n---\n'
    note = opened(client, root / "New.md", text)
    (broken,) = await diagnostics(client, note.uri)
    assert (broken.code, broken.source, broken.severity) == (
        "VG101",
        "vaultgoals",
        lsp.DiagnosticSeverity.Error,
    )
    text = '---\ntype: process\nowner: "😀"\noutcome: "[[😀]]"\ncadence: 😀 daily\nbecause: so\n---\n'
    client.text_document_did_change(
        lsp.DidChangeTextDocumentParams(
            lsp.VersionedTextDocumentIdentifier(2, note.uri),
            [lsp.TextDocumentContentChangeWholeDocument(text)],
        )
    )
    found = {one.code: one.range for one in await diagnostics(client, note.uri)}
    assert found["VG202"] == lsp.Range(lsp.Position(3, 10), lsp.Position(3, 16))
    assert found["VG107"] == lsp.Range(lsp.Position(4, 9), lsp.Position(4, 17))


async def test_a_fix_is_an_edit_of_the_version_that_it_was_worked_out_on(
    client: LanguageClient, root: Path
) -> None:
    note = opened(client, root / CALLS, NOTES[CALLS].replace("cadence", "cadance"))
    finding = next(one for one in await diagnostics(client, note.uri) if one.code == "VG308")
    context = lsp.CodeActionContext([finding])
    asked = lsp.CodeActionParams(note, finding.range, context)
    actions = await client.text_document_code_action_async(asked)
    assert actions
    first, fix_all = actions
    assert isinstance(first, lsp.CodeAction)
    assert isinstance(fix_all, lsp.CodeAction)
    assert (first.title, first.kind) == ("Rename `cadance` to `cadence`", lsp.CodeActionKind.QuickFix)
    assert fix_all.kind == "source.fixAll.vaultgoals"
    assert first.edit
    assert first.edit.document_changes
    (change,) = first.edit.document_changes
    assert isinstance(change, lsp.TextDocumentEdit)
    assert change.text_document == lsp.OptionalVersionedTextDocumentIdentifier(note.uri, 1)
    assert [*change.edits] == [
        lsp.TextEdit(lsp.Range(lsp.Position(3, 0), lsp.Position(4, 0)), "cadence: 10 per week\n")
    ]
    only = lsp.CodeActionContext([], only=[lsp.CodeActionKind.SourceOrganizeImports])
    assert not await client.text_document_code_action_async(lsp.CodeActionParams(note, finding.range, only))


async def test_places_are_asked_about_in_units_of_utf_16(client: LanguageClient, root: Path) -> None:
    note = opened(client, root / "Emoji.md", "😀😀 [[Trial conversion]] 😀\n")
    at = lsp.Position(0, 5)
    hover = await client.text_document_hover_async(lsp.HoverParams(note, at))
    assert hover
    assert hover.range == lsp.Range(at, lsp.Position(0, 25))
    assert isinstance(hover.contents, lsp.MarkupContent)
    assert hover.contents.value.startswith("**Trial conversion** (outcome)")
    found = await client.text_document_definition_async(lsp.DefinitionParams(note, at))
    assert isinstance(found, lsp.Location)
    assert found.uri == (root / "Goals/Trial conversion.md").as_uri()
    context = lsp.ReferenceContext(include_declaration=True)
    places = await client.text_document_references_async(lsp.ReferenceParams(context, note, at))
    assert places
    assert {place.uri for place in places} == {(root / CALLS).as_uri(), note.uri}


async def test_completion_symbols_lenses_and_hints_are_answered(client: LanguageClient, root: Path) -> None:
    note = lsp.TextDocumentIdentifier((root / CALLS).as_uri())
    place = lsp.CompletionParams(note, lsp.Position(1, len("type: ")))
    completion = await client.text_document_completion_async(place)
    assert isinstance(completion, lsp.CompletionList)
    assert "outcome" in {item.label for item in completion.items}
    outline = await client.text_document_document_symbol_async(lsp.DocumentSymbolParams(note))
    assert outline
    assert outline[0].name == "Outbound calls"
    goals = await client.workspace_symbol_async(lsp.WorkspaceSymbolParams("trial"))
    assert [goal.name for goal in goals or ()] == ["Trial conversion"]
    lenses = await client.text_document_code_lens_async(lsp.CodeLensParams(note))
    assert lenses
    assert lenses[0].command
    whole = lsp.Range(lsp.Position(0, 0), lsp.Position(99, 0))
    assert not await client.text_document_inlay_hint_async(lsp.InlayHintParams(note, whole))


async def test_a_rename_moves_the_file_and_a_bad_name_is_refused_in_words(
    client: LanguageClient, root: Path
) -> None:
    note = opened(client, root / "Rename.md", "[[Trial conversion]]\n")
    at = lsp.Position(0, 4)
    prepared = await client.text_document_prepare_rename_async(lsp.PrepareRenameParams(note, at))
    assert isinstance(prepared, lsp.PrepareRenamePlaceholder)
    assert prepared.placeholder == "Trial conversion"
    edit = await client.text_document_rename_async(lsp.RenameParams(note, at, "Trials won"))
    assert edit
    assert edit.document_changes
    moved = edit.document_changes[-1]
    assert isinstance(moved, lsp.RenameFile)
    assert moved.new_uri == (root / "Goals/Trials won.md").as_uri()
    with pytest.raises(JsonRpcException, match="“a-b” can"):
        await client.text_document_rename_async(lsp.RenameParams(note, at, "a/b"))


async def test_what_is_no_note_of_a_vault_is_answered_with_nothing(
    client: LanguageClient, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = opened(client, tmp_path_factory.mktemp("outside") / "x.md", "[[Trial conversion]]")
    unsaved = lsp.TextDocumentIdentifier("untitled:Untitled-1")
    for note in (outside, unsaved):
        assert await client.text_document_hover_async(lsp.HoverParams(note, lsp.Position(9, 9))) is None
        asked = lsp.CompletionParams(note, lsp.Position(0, 0))
        assert await client.text_document_completion_async(asked) is None
        assert not await client.text_document_code_lens_async(lsp.CodeLensParams(note))


async def test_many_changes_at_once_end_with_the_last_one(client: LanguageClient, root: Path) -> None:
    note = opened(client, root / "Fast.md", "")
    for version in range(2, 30):
        text = f"---\ntype: process\ncadence: {'x' * version}\n---\n"
        change = lsp.TextDocumentContentChangeWholeDocument(text)
        document = lsp.VersionedTextDocumentIdentifier(version, note.uri)
        client.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
    asked = lsp.HoverParams(note, lsp.Position(2, 2))
    hover = await client.text_document_hover_async(asked)
    assert hover
    while "x" * 29 not in "".join(one.message for one in client.diagnostics.get(note.uri, ())):
        await client.wait_for_notification(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)


def message(content: object) -> bytes:
    body = json.dumps(content).encode()
    return b"Content-Length: %d\r\n\r\n%s" % (len(body), body)


def request(number: int, method: str, params: object) -> bytes:
    return message({"jsonrpc": "2.0", "id": number, "method": method, "params": params})


def notification(method: str, params: object = None) -> bytes:
    return message({"jsonrpc": "2.0", "method": method, "params": params})


class Talk(NamedTuple):
    """What came of a talk: the answers by their numbers, the exit code, and what was logged."""

    answers: dict[int, dict[str, Any]]
    code: int
    logged: bytes


def talk(cwd: Path, *said: bytes, until: int, command: Sequence[str] = COMMAND) -> Talk:
    """Say something to a server, wait for the answer of some number, and end it."""
    pipe = subprocess.PIPE
    answers: dict[int, dict[str, Any]] = {}
    with subprocess.Popen(command, cwd=cwd, stdin=pipe, stdout=pipe, stderr=pipe) as server:
        assert server.stdin
        assert server.stdout
        server.stdin.write(b"".join(said))
        server.stdin.flush()
        while until not in answers:
            heard = heard_from(server.stdout)
            if "method" not in heard:
                answers[heard["id"]] = heard
        outgoing, logged = server.communicate(END, timeout=60)
    assert b'"id": 9' in outgoing
    return Talk(answers, server.returncode, logged)


def heard_from(stream: IO[bytes]) -> dict[str, Any]:
    """The next message."""
    length = 0
    while line := stream.readline().strip():
        if line.startswith(b"Content-Length: "):
            length = int(line.removeprefix(b"Content-Length: "))
    heard: dict[str, Any] = json.loads(stream.read(length))
    return heard


BEGIN = request(1, "initialize", {"processId": None, "rootUri": None, "capabilities": {}})
END = request(9, "shutdown", None) + notification("exit")


# An editor whose clock fails, as a bug may.
BROKEN = """
import os, sys
from vaultgoals.lsp.editor import Editor
from vaultgoals.lsp.server import serve

def clock():
    raise ZeroDivisionError("the clock stands")

outgoing = os.fdopen(os.dup(1), "wb")
sys.exit(serve(Editor(clock=clock), incoming=sys.stdin.buffer, outgoing=outgoing))
"""


async def test_a_bug_is_answered_and_written_down_and_the_server_lives_on(root: Path) -> None:
    note = {"textDocument": {"uri": (root / CALLS).as_uri()}, "position": {"line": 0, "character": 0}}
    asked = request(2, "textDocument/hover", note), request(3, "textDocument/hover", note)
    done = talk(root, BEGIN, *asked, until=3, command=[sys.executable, "-c", BROKEN])
    assert ["the clock stands" in done.answers[number]["error"]["message"] for number in (2, 3)] == [
        True,
        True,
    ]
    assert b"vaultgoals: ZeroDivisionError: the clock stands\n" in done.logged
    assert done.code == 0


async def test_messages_that_make_no_sense_do_not_end_the_server(root: Path) -> None:
    hostile = {"textDocument": {"uri": "file:///x.md"}, "position": {"line": 0, "character": "no number"}}
    nowhere = {"textDocument": {"uri": "file:///a%00b.md"}, "position": {"line": 7, "character": 9}}
    asked = request(2, "textDocument/hover", hostile), request(3, "textDocument/nonsense", {})
    done = talk(root, BEGIN, *asked, request(4, "textDocument/hover", nowhere), until=4)
    assert "error" in done.answers[3]
    assert done.answers[4]["result"] is None
    assert done.code == 0


async def test_a_request_that_is_taken_back_is_answered_all_the_same(root: Path) -> None:
    outline = {"textDocument": {"uri": (root / CALLS).as_uri()}}
    asked = [request(number, "textDocument/documentSymbol", outline) for number in range(2, 6)]
    done = talk(root, BEGIN, *asked, notification("$/cancelRequest", {"id": 5}), until=5)
    assert 5 in done.answers
    assert (done.code, done.logged) == (0, b"")


async def test_an_editor_that_goes_without_a_word_ends_the_server(root: Path) -> None:
    done = subprocess.run(COMMAND, cwd=root, input=BEGIN, capture_output=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


Run = Callable[..., "subprocess.CompletedProcess[str]"]


async def test_without_the_library_there_is_a_sentence_that_says_how_to_get_it(
    root: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "pygls.py").write_text("raise ModuleNotFoundError('no', name='pygls')")
    done = run(root, "lsp", PYTHONPATH=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert "`lsp` needs pygls, which is not installed.\n  pip install 'vaultgoals[lsp]'" in done.stderr
