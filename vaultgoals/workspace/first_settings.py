"""The `vaultgoals.toml` that a vault begins with: what was found in it, and guesses as comments."""

import json
import re
from collections.abc import Iterable

from vaultgoals.core.periodic import DEFAULTS
from vaultgoals.workspace.journal import Named
from vaultgoals.workspace.survey import Guess, Survey
from vaultgoals.workspace.survey_text import counted

_HEAD = """\
# How vaultgoals reads this vault. Every line may go: without it the default holds.
# A line that begins with # says nothing; take the # away to make it count.
"""

_MIDDLE = """\
# The zone in which a day begins and ends; the machine's own without it.
# timezone = "Europe/Berlin"

# Days after the end of its period on which a review page is closed for good.
seal-after = 7
"""

_TAIL = """\
# Pages that you do not want: set them to false.
[pages]
# yearly = false

# Checks that you do not want, by code or name.
[rules]
# ignore = ["outcome-without-guardrail"]
"""


def settings_text(survey: Survey) -> str:
    """What `vaultgoals init` writes."""
    week = [_week(survey)] if survey.week else []
    periodic = [_periodic(survey)] if _unusual(survey) else []
    parts = (_HEAD, _ignored(survey), _MIDDLE, *week, _kinds(survey), _properties(survey), *periodic, _TAIL)
    return "\n".join(parts)


def _ignored(survey: Survey) -> str:
    listed = ", ".join(map(_quoted, survey.templates))
    found, example = f"ignore = [{listed}]  # Obsidian's templates", '# ignore = ["Templates/", "Archive/**"]'
    head = "# Folders and files that are not looked at, beside hidden ones."
    return _section(head, [found if listed else example])


def _week(survey: Survey) -> str:
    head = "# The plugin Calendar begins weeks on this day. Without it, weeks are ISO weeks, from Monday."
    return _section(head, [f"# week = {_quoted(survey.week)}"])


def _kinds(survey: Survey) -> str:
    head = '# Your words for ours: a value of `type`, a "#tag" or a "folder/", and the kind of note meant.'
    return _section(head, ["[types]", *(_guessed(survey.kinds) or ['# "#goal/habit" = "process"'])])


def _properties(survey: Survey) -> str:
    head = "# Your names of properties, and ours."
    return _section(head, ["[properties]", *(_guessed(survey.properties) or ['# Frist = "due"'])])


def _periodic(survey: Survey) -> str:
    head = "# How your periodic notes are named. Change it here too when you change it in Obsidian."
    return _section(head, ["[periodic]", *map(_named, _unusual(survey))])


def _unusual(survey: Survey) -> list[Named]:
    """The formats that must be said: they hold on a machine without Obsidian's settings, too."""
    return [one for one in survey.named if one.form != getattr(DEFAULTS, one.kind)]


def _named(one: Named) -> str:
    setting = f"{one.kind} = {_quoted(one.form)}  # "
    if one.is_guess:
        return f"# {setting}{counted(one.notes, 'note')} named so"
    return f"{setting}as set in {one.source}"


def _guessed(guesses: Iterable[Guess]) -> list[str]:
    return [f"# {_key(one.theirs)} = {_quoted(one.ours)}  # {counted(one.notes, 'note')}" for one in guesses]


def _section(head: str, lines: Iterable[str]) -> str:
    return "\n".join((head, *lines, ""))


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _quoted(name)


def _quoted(text: str) -> str:
    """A TOML string: JSON's, but for the one control character that JSON leaves as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
