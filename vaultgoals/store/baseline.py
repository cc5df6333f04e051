"""`vaultgoals-baseline.json`: the findings that a vault has had before, one a line, so that git merges it."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from vaultgoals.core.baseline import Baseline
from vaultgoals.core.config import Limits
from vaultgoals.errors import ConfigError
from vaultgoals.store.files import read
from vaultgoals.store.names import BASELINE

_SCHEMA = 1
_CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_LIMIT = Limits().note_size


def load_baseline(root: Path) -> Baseline:
    """The baseline of a vault, empty where there is none. Raises `ConfigError` where it cannot be read."""
    if not os.path.lexists(root / BASELINE):
        return Baseline()
    source = read(root, BASELINE, limit=_LIMIT)
    if source.unreadable:
        raise _refusal(source.unreadable)
    try:
        document = json.loads(source.text)
    except RecursionError:
        raise _refusal("is nested too deeply") from None
    except ValueError as error:
        raise _conflict(source.text) or _refusal(f"is not valid JSON ({error})") from None
    if not isinstance(document, dict) or document.pop("schema", None) != _SCHEMA:
        raise _refusal(f"is no baseline that can be read here (its `schema` is not {_SCHEMA})")
    wrong = next((kind for kind, count in document.items() if type(count) is not int or count < 1), None)
    if wrong is not None:
        raise _refusal(f"does not say how many there are of “{wrong[:80]}”")
    return Baseline(counts=document)


def baseline_text(baseline: Baseline) -> str:
    """The text of the file: an object with the findings as keys, sorted, and how many there are of each.

    What ends it is no finding, so that every line of one looks the same wherever it stands.
    """
    return "\n".join(_lines(baseline)) + "\n"


def _lines(baseline: Baseline) -> Iterator[str]:
    yield "{"
    for kind, count in sorted(baseline.counts.items()):
        yield f"{json.dumps(kind, ensure_ascii=False)}: {count},"
    yield from (f'"schema": {_SCHEMA}', "}")


def _conflict(text: str) -> ConfigError | None:
    """Two people wrote it at once; the lines of both count, and those of one finding may stand twice."""
    mark = _CONFLICT.search(text)
    if mark is None:
        return None
    line = text.count("\n", 0, mark.start()) + 1
    return ConfigError(
        f"{BASELINE} holds a merge conflict of git in line {line}, `{mark[0]}`.",
        "Delete the lines of `<<<<<<<`, `=======` and `>>>>>>>` and keep all others; or delete the file and"
        " write it anew with `vaultgoals check --write-baseline`.",
    )


def _refusal(reason: str) -> ConfigError:
    return ConfigError(
        f"{BASELINE} {reason}.",
        "Mend it, or delete it and write it anew with `vaultgoals check --write-baseline`.",
    )
