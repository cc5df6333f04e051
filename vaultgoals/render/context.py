"""What templates see, made from the values themselves: `python -m vaultgoals.render.context` prints it."""

import inspect
import types
from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from datetime import date
from fractions import Fraction
from typing import Union, get_args, get_origin, get_type_hints

from vaultgoals.render.environment import FILTERS
from vaultgoals.render.plain import PARTS, names_of
from vaultgoals.review.ahead import Ahead
from vaultgoals.review.dashboard import Dashboard
from vaultgoals.review.glance import Glance
from vaultgoals.review.goal_progress import GoalProgress
from vaultgoals.review.log import Logbook
from vaultgoals.review.monthly import MonthlyReview
from vaultgoals.review.people import PersonReview
from vaultgoals.review.problems import Problems, ProblemsInShort
from vaultgoals.review.quarterly import QuarterlyReview
from vaultgoals.review.sections import Sections
from vaultgoals.review.text import Mention, Text
from vaultgoals.review.weekly import WeeklyReview
from vaultgoals.review.yearly import YearlyReview

PAGES: Mapping[str, type] = {
    "weekly": WeeklyReview,
    "monthly": MonthlyReview,
    "quarterly": QuarterlyReview,
    "yearly": YearlyReview,
    "dashboard": Dashboard,
    "problems": Problems,
    "people": PersonReview,
}
"""What `review` is in each page's template."""

BLOCKS: Mapping[str, type] = {
    "next": Ahead,
    "outcomes": Sections,
    "scorecard": Glance,
    "checkins": Logbook,
    "problems": ProblemsInShort,
    "progress": GoalProgress,
}
"""What `block` is in the template of each block that may stand in any note."""

_INTRODUCTION = """\
# What templates see

Made from the program itself. [Templates](templates.md) says how to write one.

A template sees plain data, under the names below and no others:

- **text**: a sentence, ready but for its place: `{{ review.headline | md }}`. It is a
  list of words and of parts; a part is a mapping that says under `part` what it is:
  `said` and `name` (the person's words), `strong`, `code`, each with `words`, and
  `link`, with `path`, `target`, `shown`, `block` and `heading`.
- **words**: plain, ours or the person's; so write them with `md` as well.
- **number**, **whole number**, **day** (as `2026-11-20`), **yes or no**, **nothing**.
- **list of …**, for `{% for … %}`, and the values that have a section below.

`in_page` says whether a block stands on a page, and not in a note of the person's.
`legend` is the line that explains the marks of strips. `range` counts, up to 100,000.
"""
_FILTERS = """\

## Filters

What a person wrote must not become a link, a heading or a field where it lands, so each
place has its filter. Jinja's own filters are there too, but for those whose answer
would be another each time.

| filter | writes |
|---|---|"""


# What these names mean on every page that has them.
_ON_PAGES = {
    "period": "what the page is about",
    "title": "its heading",
    "is_open": "whether the period is not over yet",
    "sealed": "whether it lies so far back that the page is not written again",
    "on_track": "how many of the active outcomes are on track, or achieved",
    "adherence": "the mean attainment of the process goals, usually over their last closed periods; 0 to 1",
    "score": "the mean score of the outcomes; 0 to 1",
    "reached": "how many outcomes were reached",
    "headline": "the first sentence",
    "asides": "the sentences below it",
    "promise": "what the person wrote on the page before",
    "questions": "what to think about",
    "ways": "the way to other pages",
}


def context_page() -> str:
    """The page: the filters, what each template sees, and each value with its fields."""
    lines = [*_INTRODUCTION.splitlines(), *_FILTERS.splitlines()]
    lines += [f"| `{name}` | {_first_line(of)} |" for name, of in sorted(FILTERS.items())]
    lines += ["", "## Pages", "", "| template | `review` is |", "|---|---|"]
    lines += [f"| `pages/{name}.md.j2` | {_link(of)} |" for name, of in PAGES.items()]
    lines += ["", "## Blocks", "", "| template | `block` is |", "|---|---|"]
    lines += [f"| `blocks/{name}.md.j2` | {_link(of)} |" for name, of in BLOCKS.items()]
    lines += ["", "## Values"]
    for of in values():
        lines += _section(of)
    return "\n".join([*lines, ""])


def values() -> list[type]:
    """Every value that a template may meet, those of pages first, then what stands in them."""
    met = dict.fromkeys((*PAGES.values(), *BLOCKS.values()))
    ahead = list(met)
    while ahead:
        for hint in _hints(ahead.pop(0)).values():
            for of in _values_in(hint):
                if of not in met:
                    met[of] = None
                    ahead.append(of)
    return list(met)


def _section(of: type) -> Iterator[str]:
    yield from ("", f"### {of.__name__}", "", *(inspect.getdoc(of) or "").splitlines(), "")
    yield from ("| name | holds |", "|---|---|")
    about = _ON_PAGES if of in PAGES.values() else {}
    for name, hint in _hints(of).items():
        yield f"| `{name}` | {_in_words(hint)}{f': {about[name]}' if name in about else ''} |"


def _hints(of: type) -> Mapping[str, object]:
    """The names that a template sees of a value, and of which type each is."""
    own = get_type_hints(of)
    computed = {
        name: get_type_hints(one.fget)["return"]
        for name, one in vars(of).items()
        if isinstance(one, property) and one.fget
    }
    return {name: (own | computed)[name] for name in names_of(of)}


def _values_in(hint: object) -> Iterator[type]:
    """The values with fields of their own that a type speaks of."""
    if hint == Text or hint in PARTS.values():
        return
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for inner in get_args(hint):
        yield from _values_in(inner)


_WORDS: Mapping[object, str] = {
    Text: "text",
    str: "words",
    bool: "yes or no",
    int: "whole number",
    Fraction: "number",
    date: "day",
    types.NoneType: "nothing",
}


def _in_words(hint: object) -> str:
    if hint in _WORDS:
        return _WORDS[hint]
    if hint is Mention:
        return "part: a link"
    if hint in PARTS.values():
        return "part"
    if get_origin(hint) in (Union, types.UnionType):
        return " or ".join(_in_words(one) for one in get_args(hint))
    if get_origin(hint) is tuple:
        return f"list of {_in_words(get_args(hint)[0])}"
    return _link(hint) if isinstance(hint, type) and is_dataclass(hint) else "words"


def _link(of: type) -> str:
    return f"[{of.__name__}](#{of.__name__.lower()})"


def _first_line(of: object) -> str:
    return (inspect.getdoc(of) or "").partition("\n")[0]


if __name__ == "__main__":
    print(context_page(), end="")
