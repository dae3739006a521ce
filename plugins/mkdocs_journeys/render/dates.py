"""Dates as people read them."""

from __future__ import annotations

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def printed(day: date) -> str:
    """Give a day in words: *3 November 2026*, the same whatever language the machine speaks."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
