"""Days as places on a roadmap, and the months above them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from mkdocs_journeys.diagrams.roadmap import Roadmap, month_after
from mkdocs_journeys.language import spoken
from mkdocs_journeys.render.dates import month_name

LEFT, RIGHT = 150.0, 10.0
"""The room before the months, for owners, and behind them."""

_MONTHS_WIDE, _LEAST_MONTH, _LEAST_NAMED = 1110.0, 20.0, 46.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Days as places: every month is as wide as another."""

    first: date
    count: int
    month: float
    is_mirrored: bool

    @classmethod
    def of(cls, roadmap: Roadmap) -> Scale:
        """Give the scale on which all months of a roadmap have room, in the language spoken."""
        first, last = roadmap.first, roadmap.last
        count = (last.year - first.year) * 12 + last.month - first.month + 1
        return cls(
            first=first,
            count=count,
            month=max(_MONTHS_WIDE / count, _LEAST_MONTH),
            is_mirrored=spoken().is_right_to_left,
        )

    @property
    def width(self) -> float:
        """Give how wide the whole drawing is."""
        return LEFT + self.count * self.month + RIGHT

    def x(self, day: date, after: int = 0) -> float:
        """Give where a day begins (or, a day ``after``, ends), held inside the months."""
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        length = (month_after(day, 1) - month_after(day, 0)).days or 31
        share = min(max(months + (day.day - 1 + after) / length, 0.0), float(self.count))
        return round(LEFT + share * self.month, 1)

    def is_before(self, day: date | None) -> bool:
        """Tell whether a day lies before the months."""
        return day is not None and day < self.first

    def is_beyond(self, day: date | None) -> bool:
        """Tell whether a day lies behind the months."""
        return day is not None and day >= month_after(self.first, self.count)

    def across(self, x: float) -> float:
        """Give the place as it is drawn."""
        return round(self.width - x if self.is_mirrored else x, 1)


def months_of(roadmap: Roadmap, scale: Scale) -> Iterator[tuple[float, float, str]]:
    """Give the line of each month with the place of its name; January has its year with it."""
    step = next((one for one in (1, 2, 3, 6) if one * scale.month >= _LEAST_NAMED), 12)
    for place in range(scale.count):
        day = month_after(roadmap.first, place)
        x = LEFT + place * scale.month
        is_named = place == 0 or (day.month - 1) % step == 0
        words = month_name(day.month) if is_named else ""
        if is_named and (place == 0 or day.month == 1):
            words += f" {day.year % 100:02d}"
        # The first name may be in the way of the next one, where not every month has its own.
        if place == 0 and step > 1 and (day.month - 1) % step:
            words = ""
        yield scale.across(x), scale.across(x + 6), words
