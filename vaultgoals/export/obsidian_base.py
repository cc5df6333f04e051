"""The goals of a vault as a base of Obsidian's: a `.base` file, with a table for each usual question."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from vaultgoals.core.goal import Goal, Kind
from vaultgoals.core.header import scalar
from vaultgoals.core.kinds import KIND_WORDS, written_type
from vaultgoals.core.note import property_key
from vaultgoals.core.own_words import property_word
from vaultgoals.core.vault import Vault

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

SOON = 14
"""Days within which a goal is due soon."""

_HEAD = "# Views of your goals, written once by `vaultgoals init --obsidian`. Yours to change.\n"
_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9_.]*(?: [A-Za-z]+)*")
_IDENTIFIER = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_CLOSED = ("done", "completed", "dropped", "cancelled", "archived")
_MAY_SERVE = (Kind.PROCESS, Kind.OUTPUT, Kind.LEVER, Kind.INDICATOR, Kind.GUARDRAIL)
_GOALS = (Kind.OBJECTIVE, Kind.OUTCOME, *_MAY_SERVE)


def base_text(vault: Vault, hidden: Iterable[str]) -> str:
    """A `.base` file over a vault's goals, by its own words for kinds and properties.

    The folders that are `hidden` are left out. It needs Obsidian 1.9, and to group 1.10. Written after
    https://help.obsidian.md/bases/syntax.
    """
    left_out = [f"!file.inFolder({_literal(folder.strip('/'))})" for folder in hidden]
    goals: list[Tree] = [_any_of(vault, *_GOALS), *left_out]
    due, status = _value(vault, "due"), _value(vault, "status")
    base: Tree = {
        "filters": {"and": goals},
        "formulas": {
            "is_open": " && ".join(f"{status} != {_literal(word)}" for word in _CLOSED),
            "days_left": f'if({due}, (date({due}) - today()) / 86400000, "")',
        },
        "properties": {"formula.days_left": {"displayName": "Days left"}},
        "views": [*_views(vault)],
    }
    return _HEAD + "\n".join(_yaml(base)) + "\n"


def _views(vault: Vault) -> Iterator[Tree]:
    outcome, due, owner = (_value(vault, name) for name in ("outcome", "due", "owner"))
    yield _view(
        vault,
        "Outcomes",
        [_any_of(vault, Kind.OUTCOME)],
        ("metric", "target", "unit", "due", "days_left", "owner"),
        by="due",
    )
    serving = _any_of(vault, *_MAY_SERVE)
    yield _view(
        vault,
        "By outcome",
        [serving, outcome],
        ("type", "cadence", "target", "unit", "due", "owner"),
        group="outcome",
    )
    yield _view(
        vault,
        "Without outcome",
        [serving, f"!{outcome}", f"!{_value(vault, 'exploratory')}"],
        ("type", "cadence", "owner"),
    )
    soon = f'if({due}, date({due}) <= today() + "{SOON}d", false)'
    yield _view(vault, "Due soon", [soon], ("type", "due", "days_left", "outcome", "owner"), by="due")
    yield _view(
        vault,
        "Process goals",
        [_any_of(vault, Kind.PROCESS)],
        ("cadence", "because", "outcome", "owner"),
    )
    yield _view(vault, "By owner", [owner], ("type", "due", "days_left"), group="owner")


def _view(
    vault: Vault, name: str, where: list[Tree], columns: tuple[str, ...], *, by: str = "", group: str = ""
) -> Tree:
    first = _column(vault, by) if by else "file.name"
    still: list[Tree] = [*where, "formula.is_open"]
    view: dict[str, Tree] = {"type": "table", "name": name, "filters": {"and": still}}
    if group:
        view["groupBy"] = {"property": _column(vault, group), "direction": "ASC"}
    view["order"] = ["file.name", *(_column(vault, column) for column in columns)]
    view["sort"] = [{"property": first, "direction": "ASC"}]
    return view


def _any_of(vault: Vault, *kinds: Kind) -> Tree:
    """What lets notes of some kinds in: by the words of `type` in use, by tags, and by folders."""
    ways: list[Tree] = [way for kind in kinds for way in _ways(vault, kind)]
    return {"or": ways} if len(ways) > 1 else ways[0]


def _ways(vault: Vault, kind: Kind) -> Iterator[str]:
    mapped = vault.config.types
    taken = {
        property_key(theirs) for theirs, ours in mapped.items() if KIND_WORDS.get(ours or "") is not kind
    }
    own = [theirs for theirs, ours in mapped.items() if KIND_WORDS.get(ours or "") is kind]
    plain = [word for word in own if not word.startswith("#") and not word.endswith("/")]
    usual = [kind.value] if kind.value not in taken else []
    for word in dict.fromkeys((*usual, *plain, *_used(vault.of_kind(kind), vault))):
        yield f"{_value(vault, 'type')} == {_literal(word)}"
    for mark in own:
        if mark.startswith("#"):
            yield f"file.hasTag({_literal(mark.removeprefix('#'))})"
        elif mark.endswith("/"):
            yield f"file.inFolder({_literal(mark.strip('/'))})"


def _used(goals: Iterable[Goal], vault: Vault) -> list[str]:
    """The words of `type` by which some goals are called in their notes."""
    words = (written_type(goal.note, vault.config) for goal in goals)
    known = (word.text.strip() for word in words if word and _is_meant(word.text, vault))
    return sorted(set(known))


def _is_meant(word: str, vault: Vault) -> bool:
    """Whether a value of `type` means a kind of ours, rather than a tag or a folder that its note has."""
    keys = {property_key(theirs) for theirs in vault.config.types}
    return property_key(word) in KIND_WORDS or property_key(word) in keys


def _value(vault: Vault, name: str) -> str:
    """A property in an expression."""
    word = property_word(vault, name)
    return word if _IDENTIFIER.fullmatch(word) else f"note[{_literal(word)}]"


def _column(vault: Vault, name: str) -> str:
    """A property or formula where a view shows it."""
    if name == "days_left":
        return f"formula.{name}"
    word = property_word(vault, name)
    return f"note.{word}" if _IDENTIFIER.fullmatch(word) else f"note[{_literal(word)}]"


def _literal(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _yaml(tree: Tree, indent: str = "") -> Iterator[str]:
    """A tree as YAML, as Obsidian writes it: two blanks a level, expressions in single quotes."""
    match tree:
        case str():
            yield indent + _scalar(tree)
        case list():
            for item in tree:
                first, *others = _yaml(item, f"{indent}    ")
                yield f"{indent}  - {first.lstrip(' ')}"
                yield from others
        case dict():
            for key, value in tree.items():
                if isinstance(value, str):
                    yield f"{indent}{_scalar(key)}: {_scalar(value)}"
                else:
                    yield f"{indent}{_scalar(key)}:"
                    yield from _yaml(value, f"{indent}  " if isinstance(value, Mapping) else indent)


def _scalar(text: str) -> str:
    if _PLAIN.fullmatch(text) and ("." in text or scalar(text) == text):
        return text
    return "'" + text.replace("'", "''") + "'" if text.isprintable() else scalar(text)
