"""Today, as everything below the front doors is told it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime


def as_of(given: str, environment: Mapping[str, str]) -> date:
    """Give the day as of which everything is said.

    The first of these that is set: ``given``, ``JOURNEYS_AS_OF`` (both like ``2026-11-21``),
    ``SOURCE_DATE_EPOCH`` (seconds since 1970), else today. Days are those of UTC, so that one
    build says the same wherever it runs. Raises ValueError, in an author's words, for a text
    that is no day.
    """
    typed = given or environment.get("JOURNEYS_AS_OF", "")
    if typed:
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise ValueError(f"`{typed}` is no date. Write it like `2026-11-21`.") from None
    seconds = environment.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return datetime.now(UTC).date()
    try:
        return datetime.fromtimestamp(int(seconds), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(
            f"SOURCE_DATE_EPOCH is `{seconds}`, which is no time. Write whole seconds since 1970."
        ) from None
