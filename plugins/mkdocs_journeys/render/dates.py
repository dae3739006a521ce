"""Dates as people read them."""

from __future__ import annotations

from datetime import date

from babel.dates import format_date, get_month_names

from mkdocs_journeys.language import spoken


def printed(day: date) -> str:
    """Give a day in words, in the language spoken: *3 November 2026*, *3. November 2026*."""
    return format_date(day, "long", spoken().locale)


def month_name(month: int) -> str:
    """Give a month from 1 to 12 as an axis has room for: *Nov*, *Dez* in German."""
    return str(get_month_names("abbreviated", "stand-alone", spoken().locale)[month])
