"""Today, as everything below the front doors is told it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from mkdocs_journeys.as_of import as_of


@pytest.mark.parametrize(
    ("given", "environment", "day"),
    [
        ("2026-11-21", {"JOURNEYS_AS_OF": "2025-01-01", "SOURCE_DATE_EPOCH": "0"}, "2026-11-21"),
        ("", {"JOURNEYS_AS_OF": "2025-01-01", "SOURCE_DATE_EPOCH": "0"}, "2025-01-01"),
        ("", {"JOURNEYS_AS_OF": "", "SOURCE_DATE_EPOCH": "86399"}, "1970-01-01"),
        ("", {"SOURCE_DATE_EPOCH": "86400"}, "1970-01-02"),
    ],
)
def test_the_nearest_setting_wins(given: str, environment: dict[str, str], day: str) -> None:
    assert as_of(given, environment) == date.fromisoformat(day)


def test_without_any_setting_it_is_today() -> None:
    before = datetime.now(UTC).date()
    assert before <= as_of("", {}) <= datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("given", "environment"),
    [
        ("21.11.2026", {}),
        ("", {"JOURNEYS_AS_OF": "2026"}),
        ("", {"SOURCE_DATE_EPOCH": "1.5"}),
        ("", {"SOURCE_DATE_EPOCH": "-99999999999999"}),
    ],
)
def test_what_is_no_day_is_said_in_words(given: str, environment: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"which is no time|is no date"):
        as_of(given, environment)
