"""Dates as people read them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, format_interval, format_skeleton, get_month_names

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import spoken
from mkdocs_journeys.model.values import Day


def printed(day: date | Day) -> str:
    """Give a day in words, in the language spoken: *3 November 2026*, *3. November 2026*.

    Where an author named a month only, it is the month: *November 2026*.
    """
    if isinstance(day, Day):
        if day.first != day.last:
            return format_skeleton("yMMMM", day.first, locale=spoken().locale)
        day = day.first
    return format_date(day, "long", spoken().locale)


def printed_span(start: date | None, end: date | None) -> str:
    """Give from which month to which something lasts, as short as a table has room for.

    *Nov 2026 – Feb 2027*, *from Nov 2026*, *until Feb 2027*; empty where neither is known.
    """
    locale = spoken().locale
    if start and end:
        lasting = format_interval(start, max(start, end), "yMMM", locale=locale)
        # A line breaks behind the dash, never within a month.
        halves = (" ".join(half.split()) for half in lasting.split("–"))
        return " – ".join(half.replace(" ", "\N{NO-BREAK SPACE}") for half in halves)
    if start:
        return _("from %(month)s") % {"month": format_skeleton("yMMM", start, locale=locale)}
    if end:
        return _("until %(month)s") % {"month": format_skeleton("yMMM", end, locale=locale)}
    return ""


def month_name(month: int) -> str:
    """Give a month from 1 to 12 as an axis has room for: *Nov*, *Dez* in German."""
    return str(get_month_names("abbreviated", "stand-alone", spoken().locale)[month])
