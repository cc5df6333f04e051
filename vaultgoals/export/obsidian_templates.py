"""Templates for new goals in Obsidian, by the plugin Templates or by Templater."""

from collections.abc import Iterable, Iterator, Mapping

from vaultgoals.core.goal import Kind
from vaultgoals.core.header import scalar
from vaultgoals.core.own_words import kind_mark, log_heading, property_word
from vaultgoals.core.vault import Vault

_DAY = ("{{date:YYYY-MM-DD}}", "<% tp.date.now('YYYY-MM-DD') %>")
_TITLE = ("{{title}}", "<% tp.file.title %>")

_NAMES: Mapping[Kind, str] = {
    Kind.OUTCOME: "New outcome",
    Kind.PROCESS: "New process goal",
    Kind.GUARDRAIL: "New guardrail",
    Kind.CHECKIN: "New check-in",
}
_FILLED_IN: Mapping[Kind, tuple[str, ...]] = {
    Kind.OUTCOME: ("metric", "unit", "baseline", "target", "start", "due"),
    Kind.PROCESS: ("outcome", "cadence", "because", "field", "start"),
    Kind.GUARDRAIL: ("outcome", "metric", "unit", "min", "max"),
    Kind.CHECKIN: ("goal", "date", "value", "confidence"),
}


def goal_templates(vault: Vault, *, templater: bool) -> dict[str, str]:
    """The templates by file name, with the vault's own words; `templater` has them in Templater's syntax.

    Placeholders stand in quotes, so that the template's own properties can be read too.
    """
    texts = {kind: _text(vault, kind, templater=templater) for kind in _NAMES}
    return {f"{_NAMES[kind]}.md": text for kind, text in texts.items() if text}


def _text(vault: Vault, kind: Kind, *, templater: bool) -> str:
    mark = kind_mark(vault, kind)
    if mark is None:  # what its folder makes of a note no template can
        return ""
    name, value = mark
    marked = (
        [f"{scalar(name)}: {scalar(value)}"]
        if isinstance(value, str)
        else [f"{scalar(name)}:", *_items(value)]
    )
    filled = _placeholders(templater=templater)
    lines = [
        f"{scalar(property_word(vault, own))}: {filled.get(own, '')}".rstrip()
        for own in (*_FILLED_IN[kind], *_owner(vault, kind))
    ]
    log = "" if kind is Kind.CHECKIN else f"{log_heading(vault)}\n\n"
    return "\n".join(("---", *marked, *lines, "---", log))


def _items(value: object) -> Iterator[str]:
    items = value if isinstance(value, Iterable) else ()
    yield from (f"  - {scalar(str(item))}" for item in items)


def _placeholders(*, templater: bool) -> Mapping[str, str]:
    day, title = f'"{_DAY[templater]}"', f'"{_TITLE[templater]}"'
    return {"start": day, "date": day, "field": title}


def _owner(vault: Vault, kind: Kind) -> tuple[str, ...]:
    """Owners are asked for once some goal of the vault names one."""
    named = any(goal.owners for goal in vault.goals.values())
    return ("owner",) if named and kind is not Kind.CHECKIN else ()
