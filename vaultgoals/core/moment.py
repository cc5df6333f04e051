"""Names of periodic notes: dates written and read in the formats of moment.js."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from vaultgoals.core.moment_tokens import LONG_FORMATS, TOKENS, Token
from vaultgoals.core.period import Calendar, Period

_TOKEN = "|".join(sorted(map(re.escape, TOKENS), key=len, reverse=True))
_LONG = re.compile(r"\[[^\[]*\]|\\.|LTS|LT|L{1,4}|l{1,4}|.", re.DOTALL)
_PIECE = re.compile(rf"(?P<literal>\[[^\[]*\])|\\(?P<escaped>{_TOKEN}|.)|(?P<token>{_TOKEN})|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a format: a token, or text that stands for itself."""

    text: str
    token: Token | None = None


@dataclass(frozen=True, slots=True)
class _Format:
    """A format taken apart, and the expression that all names in it match, one group a token."""

    pieces: tuple[_Piece, ...]
    expression: re.Pattern[str]

    @property
    def tokens(self) -> tuple[Token, ...]:
        return tuple(piece.token for piece in self.pieces if piece.token)


def format_date(form: str, day: date, *, calendar: Calendar) -> str:
    """The name of a note about a day, as moment.js writes it in English at midnight UTC.

    Unescaped letters are tokens; `[text]` is literal. `gggg` and `ww` follow the calendar, `GGGG` and `WW`
    are always ISO.
    """
    pieces = _compiled(form).pieces
    return "".join(piece.token.write(day, calendar) if piece.token else piece.text for piece in pieces)


def parse_name(form: str, name: str, *, calendar: Calendar, weekly: bool = False) -> Period | None:
    """The day, week, month, quarter or year that a name in this format is about, None if it is in another.

    Strict: every token has all its digits, and all of them agree (`2026-11-20 Monday` is no name). The finest
    token tells the kind of period; `weekly` says that the format is that of weekly notes, so that the month
    and day which it may hold beside the week do not make it a day. Format and name are compared whole: cut
    the folders off both, or off neither.
    """
    compiled = _compiled(form)
    match = compiled.expression.fullmatch(name)
    if match is None:
        return None
    written = tuple(zip(compiled.tokens, match.groups(), strict=True))
    parts = {token.part: token.read(text) for token, text in written if token.part}
    meant = (p for p in _candidates(parts, calendar, weekly=weekly) if _writes(p, written, calendar))
    return next(meant, None)


def name_expression(form: str) -> str:
    """The expression that all names in a format match, and few others."""
    return _compiled(form).expression.pattern


@lru_cache(maxsize=64)
def _compiled(form: str) -> _Format:
    pieces = tuple(_pieces("".join(LONG_FORMATS.get(part, part) for part in _LONG.findall(form))))
    # Atomic, as moment.js reads them: a token takes what it can and gives nothing back.
    expression = "".join(f"((?>{p.token.pattern}))" if p.token else re.escape(p.text) for p in pieces)
    return _Format(pieces, re.compile(expression))


def _pieces(form: str) -> Iterator[_Piece]:
    for match in _PIECE.finditer(form):
        token = match["token"]
        if token:
            yield _Piece(token, TOKENS[token])
        elif match["literal"]:
            yield _Piece(match["literal"][1:-1])
        else:
            yield _Piece(match["escaped"] or match.group())


def _writes(period: Period, written: tuple[tuple[Token, str], ...], calendar: Calendar) -> bool:
    """Whether some day of the period is written so; months and longer are written alike on all their days."""
    days = (period.start + timedelta(days=n) for n in range(min(7, max(1, period.days))))
    return any(
        all(
            token.timed or token.write(day, calendar).casefold() == text.casefold() for token, text in written
        )
        for day in days
    )


def _candidates(parts: dict[str, int], calendar: Calendar, *, weekly: bool) -> Iterator[Period]:
    """The periods that the parts of a name may mean; which one is settled by writing it again."""
    week = _week(parts, calendar)
    named_day = _day(parts, calendar)
    if named_day and not (weekly and week):
        yield named_day
    elif week and "weekday" in parts and not weekly:
        yield from (calendar.day_of(week.start + timedelta(days=n)) for n in range(week.days))
    elif found := week or _month_or_longer(parts, calendar):
        yield found


def _week(parts: dict[str, int], calendar: Calendar) -> Period | None:
    year = parts.get("year")
    if "iso-week" in parts:
        return _read(Calendar(), parts.get("iso-year", year), f"-W{parts['iso-week']:02}")
    return (
        _read(calendar, parts.get("year-of-week", year), f"-W{parts['week']:02}") if "week" in parts else None
    )


def _day(parts: dict[str, int], calendar: Calendar) -> Period | None:
    year = parts.get("year")
    if "day" in parts and "month" in parts:
        return _read(calendar, year, f"-{parts['month']:02}-{parts['day']:02}")
    whole = _read(calendar, year, "") if "day-of-year" in parts else None
    if whole is None or not 1 <= parts["day-of-year"] <= whole.days:
        return None
    return calendar.day_of(whole.start + timedelta(days=parts["day-of-year"] - 1))


def _month_or_longer(parts: dict[str, int], calendar: Calendar) -> Period | None:
    year = parts.get("year")
    if "month" in parts:
        return _read(calendar, year, f"-{parts['month']:02}")
    return _read(calendar, year, f"-Q{parts['quarter']}" if "quarter" in parts else "")


def _read(calendar: Calendar, year: int | None, rest: str) -> Period | None:
    return None if year is None else calendar.read(f"{year:04}{rest}")
