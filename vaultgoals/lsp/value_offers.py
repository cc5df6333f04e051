"""Values to offer for a property: its words, days that are near, people of the vault, what can be read."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from vaultgoals.core.goal import Aggregate, Kind, Status
from vaultgoals.core.header import scalar
from vaultgoals.core.log_names import log_key
from vaultgoals.core.meanings import MEANINGS, Form
from vaultgoals.core.own_words import kind_mark, owner_word
from vaultgoals.core.period import Calendar
from vaultgoals.core.show import WEEKDAYS, show_day
from vaultgoals.core.vault import Vault
from vaultgoals.lsp.meanings import KIND_MEANINGS, meanings_of, our_name
from vaultgoals.lsp.offer import Offer, Sort
from vaultgoals.lsp.typed import PropertyValue
from vaultgoals.workspace.new_note import free_field

WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "status": {
            Status.ACTIVE: "it counts; so does a goal without a status",
            Status.DRAFT: "not ready, so nothing is asked of it yet",
            Status.PAUSED: "it rests",
            Status.DONE: "it is over; say when by `closed`",
            Status.DROPPED: "given up; say when by `closed`",
        },
        "aggregate": {
            Aggregate.LAST: "the last reading counts",
            Aggregate.SUM: "all readings are added up",
            Aggregate.MEAN: "the mean of all readings",
            Aggregate.MEDIAN: "the one in the middle",
            Aggregate.MIN: "the least",
            Aggregate.MAX: "the most",
            Aggregate.COUNT: "how many readings there are",
        },
        "cadence": {
            "3 times a week": "on any days",
            "10 per week": "so many in all, by Sunday",
            "50 calls per week": "with what is counted",
            "2 hours per weekday": "a time, Monday to Friday",
            "every Friday": "once a week, due then",
            "Mon, Wed, Fri": "three a week, due then",
            "daily": "every day",
            "weekdays": "Monday to Friday",
            "weekly": "once a week",
            "every 2 weeks": "once in two weeks",
            "monthly": "once a month",
            "at most 2 per day": "to do less of it",
            "every demo": "whenever that happens; log how many of how many",
        },
        "check-in": {
            "weekly": "a reading every week, as without this",
            "fortnightly": "every two weeks",
            "monthly": "every month",
            "quarterly": "every quarter",
        },
        "lag": {"2 weeks": "", "4 weeks": "", "2 months": "of 30 days each"},
        "result": {
            "worked": "then say why",
            "did-not": "then say why",
            "unclear": "then say why",
        },
        "confidence": {"on track": "as 0.8", "at risk": "as 0.5", "off track": "as 0.2"},
    }
)
"""By property the values to begin with, each with what it says; all of them can be read."""

_PAST = frozenset({"closed", "date"})


def values(
    vault: Vault, path: str, kind: Kind | None, typed: PropertyValue, *, today: date
) -> Iterator[Offer]:
    """What may stand in a property of ours; nothing for a person's own."""
    name = our_name(typed.name, vault.config)
    if name not in meanings_of(kind):
        return
    opened = typed.typed[:1] if typed.typed[:1] in ('"', "'") else ""
    for label, text, detail, sort in _known(vault, path, kind, name, today):
        if not (typed.flow and "," in text):
            yield Offer(
                label=label,
                text=typed.gap + text,
                span=typed.span,
                sought=opened + label,
                sort=sort,
                detail=detail,
            )


def _known(
    vault: Vault, path: str, kind: Kind | None, name: str, today: date
) -> Iterable[tuple[str, str, str, Sort]]:
    """Values as they are shown and as YAML, with what they say."""
    form = MEANINGS[name].form if name in MEANINGS else Form.TEXT
    match name:
        case "type":
            return _worded(dict(_kinds(vault)))
        case "confidence" if kind is not Kind.CHECKIN:
            return ()
        case "unit":
            return _worded(dict.fromkeys(_units(vault), ""))
        case "field":
            return _worded({_field(vault, path): "made of the title"})
        case "owner" | "validator" | "by":
            return ((who, scalar(owner_word(vault, who)), "", Sort.PERSON) for who in _people(vault))
        case _ if form is Form.YES:
            return ((word, word, "", Sort.WORD) for word in ("true", "false"))
        case _ if form is Form.DAY or name == "date":
            days = _days(today, Calendar(week=vault.config.week), past=name in _PAST)
            return ((day.isoformat(), day.isoformat(), said, Sort.DAY) for day, said in days.items())
        case _:
            return _worded(WORDS.get(name, {}))


def _worded(words: Mapping[str, str]) -> Iterator[tuple[str, str, str, Sort]]:
    return ((str(word), scalar(word), detail, Sort.WORD) for word, detail in words.items())


def _kinds(vault: Vault) -> Iterator[tuple[str, str]]:
    """What notes of each kind have for their `type` here, where they have one."""
    for kind, meaning in KIND_MEANINGS.items():
        mark = kind_mark(vault, kind) if kind is not Kind.REVIEW else None
        if mark and isinstance(mark[1], str):
            yield mark[1], meaning


def _days(today: date, calendar: Calendar, *, past: bool) -> dict[date, str]:
    """Days that are often meant, each once, the nearest first."""
    if past:
        days = {today: "today"}
        days |= {
            today - timedelta(days=n): WEEKDAYS[(today - timedelta(days=n)).weekday()] for n in range(1, 7)
        }
        return days
    ends = {
        "the end of this week": calendar.week_of(today).last,
        "the end of this month": calendar.month_of(today).last,
        "the end of this quarter": calendar.quarter_of(today).last,
        "the end of this year": calendar.year_of(today).last,
        "the end of the next quarter": calendar.quarter_of(calendar.quarter_of(today).stop).last,
    }
    days = {today: "today", calendar.week_of(today).stop: "the first day of next week"}
    for said, day in sorted(ends.items(), key=lambda end: end[1]):
        days.setdefault(day, f"{said}, {WEEKDAYS[day.weekday()]} {show_day(day)}")
    return dict(sorted(days.items()))


def _people(vault: Vault) -> list[str]:
    """All who own a goal, those with most goals first."""
    owned = Counter(name for goal in vault.goals.values() for name in goal.owners)
    return sorted(owned, key=lambda name: (-owned[name], name))


def _field(vault: Vault, path: str) -> str:
    """A name to log a goal by, made of its title, that no other goal has."""
    title = vault.notes[path].title
    others = (goal for goal in vault.log_names.fields.get(log_key(title), ()) if goal.path != path)
    return log_key(title) if next(others, None) is None else free_field(vault, title)


def _units(vault: Vault) -> list[str]:
    used = Counter(goal.unit for goal in vault.goals.values() if goal.unit)
    return sorted({*used, "%", "h", "min"}, key=lambda unit: (-used[unit], unit))
