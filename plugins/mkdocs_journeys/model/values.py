"""Small values that a field may hold: a day, a period, money, and ranks kept as typed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import core_schema

from mkdocs_journeys.model.fields import Line, Thing, says
from mkdocs_journeys.model.numbers import read_number, unreadable
from mkdocs_journeys.nearest import did_you_mean


class Typed:
    """A value that is read from text. Subclasses say how, and what to write when it cannot be."""

    @classmethod
    def read(cls, text: str) -> Any:
        """Give the value of this text, or raise PydanticCustomError in an author's words."""
        raise NotImplementedError

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        """Let pydantic read it from text and leave a finished value alone."""
        # The same few scores, ranks and days stand in a map again and again.
        read = lru_cache(maxsize=1024)(cls.read)
        return core_schema.no_info_plain_validator_function(
            lambda given: given if isinstance(given, cls) else read(str(given))
        )


@dataclass(frozen=True, slots=True)
class Day(Typed):
    """A date, or a month where a month will do. Ordered by its first day."""

    text: str
    first: date
    last: date

    @classmethod
    def read(cls, text: str) -> Day:
        """Read ``2026-11-21`` or ``2026-08``."""
        match = re.fullmatch(r"(\d{4})-(\d{2})(?:-(\d{2}))?", text.strip())
        try:
            if match is None:
                raise ValueError
            year, month = int(match[1]), int(match[2])
            if match[3]:
                day = date(year, month, int(match[3]))
                return cls(match[0], day, day)
            days = monthrange(year, month)[1]
            return cls(match[0], date(year, month, 1), date(year, month, days))
        except ValueError:
            raise unreadable(f"`{text}` is no date", _date_meant(text)) from None

    def __lt__(self, other: Day) -> bool:
        """Order by the first day."""
        return (self.first, self.last) < (other.first, other.last)


@dataclass(frozen=True, slots=True)
class Period(Typed):
    """A length of time in whole months and days, kept as typed."""

    text: str
    months: int
    days: int

    @classmethod
    def read(cls, text: str) -> Period:
        """Read ``P3M``, ``3 months``, ``2 weeks``, ``10 days`` or ``1 year``."""
        iso = re.fullmatch(r"P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?", text)
        if iso and any(iso.groups()):
            years, months, weeks, days = (int(part or 0) for part in iso.groups())
            return cls(text, years * 12 + months, weeks * 7 + days)
        words = re.fullmatch(r"(\d{1,4})\s+(year|month|week|day)s?", text.strip())
        if words is None:
            raise unreadable(f"`{text}` is no period", "Write a period like `3 months`, or `P3M`.")
        count, unit = int(words[1]), words[2]
        months = count * {"year": 12, "month": 1}.get(unit, 0)
        return cls(text, months, count * {"week": 7, "day": 1}.get(unit, 0))

    def after(self, day: date) -> date:
        """Give the day this long after ``day``; the last of the month where it is shorter.

        What lies beyond the last day of the calendar, 9999-12-31, is that day.
        """
        month = day.month - 1 + self.months
        year, month = day.year + month // 12, month % 12 + 1
        if year > date.max.year:
            return date.max
        moved = date(year, month, min(day.day, monthrange(year, month)[1]))
        return date.fromordinal(min(moved.toordinal() + self.days, date.max.toordinal()))


@dataclass(frozen=True, slots=True)
class Number(Typed):
    """A number, kept as typed."""

    text: str
    value: float

    @classmethod
    def read(cls, text: str) -> Number:
        """Read a whole or decimal number with a point, and nothing around it."""
        return cls(text, read_number(text))


@dataclass(frozen=True, slots=True)
class Between:
    """The ends of a scale, told to the schema and the reference; who declares it compares."""

    ge: float
    le: float


@dataclass(frozen=True, slots=True)
class Spelling:
    """How a text is spelled, told to the schema and the reference; who declares it compares."""

    pattern: str
    like: str


class Money(Thing):
    """An amount in a currency."""

    noun = "amount of money"

    amount: Number = says("How much.", required=True)
    currency: Line = says("Three letters, for example `EUR`.", required=True)


SEVERITIES = ("low", "medium", "high", "critical")
FREQUENCIES = ("rare", "sometimes", "often", "always")


@dataclass(frozen=True, slots=True)
class Severity(Typed):
    """How much it hurts: a rank from 1 (low) to 4 (critical), kept as typed."""

    text: str
    rank: int

    @property
    def word(self) -> str:
        """Give the rank as a word of the field."""
        return SEVERITIES[self.rank - 1]

    @classmethod
    def read(cls, text: str) -> Severity:
        """Read a word, 1 to 4, or n/10 (ranked n/2.5, rounded up)."""
        return cls(text, _rank(text, SEVERITIES))


@dataclass(frozen=True, slots=True)
class Frequency(Typed):
    """How often it happens: a rank from 1 (rare) to 4 (always), kept as typed."""

    text: str
    rank: int

    @property
    def word(self) -> str:
        """Give the rank as a word of the field."""
        return FREQUENCIES[self.rank - 1]

    @classmethod
    def read(cls, text: str) -> Frequency:
        """Read a word, 1 to 4, or n/10 (ranked n/2.5, rounded up)."""
        return cls(text, _rank(text, FREQUENCIES))


def _date_meant(text: str) -> str:
    """Say how to write a date that is written in another way; day and month may be swapped."""
    known = "Write a date like `2026-11-21`, or a month like `2026-08`."
    found = re.fullmatch(r"(\d{1,4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,4})", text.strip())
    if found is None:
        return known
    first, middle, last = (int(part) for part in found.groups())
    orders = (
        ((first, middle, last),) if first > 31 else ((last, middle, first), (last, first, middle))
    )
    days = [day for order in orders if (day := _day(*order))]
    if not days:
        return f"The calendar has no such day. {known}" if max(first, last) > 999 else known
    # 3/3/2027 is one day both ways.
    either = " or ".join(f"`{day.isoformat()}`" for day in dict.fromkeys(days))
    return f"Write it as {either}."


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number) if year > 999 else None
    except ValueError:
        return None


def _rank(text: str, words: tuple[str, ...]) -> int:
    if text in words:
        return words.index(text) + 1
    if re.fullmatch(r"[1-4]", text):
        return int(text)
    tenths = re.fullmatch(r"(\d{1,2})/10", text)
    if tenths and 1 <= int(tenths[1]) <= 10:
        return -(-int(tenths[1]) * 2 // 5)
    raise unreadable(
        f"`{text}` is none of {', '.join(words)}",
        did_you_mean(
            text,
            words,
            f"Write one of {', '.join(words)}, a rank from 1 to 4, or a figure like `7/10`.",
        ),
    )
