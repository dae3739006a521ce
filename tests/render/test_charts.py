"""Charts as numbers: every reading in the box, nothing covered, nothing invented."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diagrams.chart import Event, LineChart, Point
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.charts import WIDTH, line_chart, nice_ticks, number
from mkdocs_journeys.render.words import width

values = st.floats(-1e6, 1e6).map(lambda value: round(value, 3))


def chart(readings: list[float], target: float | None = None, side: str = "") -> LineChart:
    points = tuple(
        Point(
            day=date(2026, 1, 1) + timedelta(days=31 * place),
            value=value,
            when="2026-01",
            text=f"{value}",
            is_predicted=False,
        )
        for place, value in enumerate(readings)
    )
    return LineChart(
        title="Calls", runs=(points,), target=target, target_text=f"{target}", good_side=side
    )


@given(st.lists(values, min_size=2, max_size=40), st.none() | values, st.sampled_from("ab"))
def test_every_reading_and_the_target_stand_inside_the_plot(
    readings: list[float], target: float | None, side: str
) -> None:
    drawn = line_chart(chart(readings, target, {"a": "above", "b": "below"}[side]))
    heights = [dot.y for dot in drawn.dots] + ([drawn.target[0]] if drawn.target else [])
    assert len(drawn.dots) == len(readings)
    assert all(drawn.top - 0.1 <= y <= drawn.bottom + 0.1 for y in heights)
    assert all(drawn.left <= dot.x <= drawn.right for dot in drawn.dots)
    assert drawn.band is None or drawn.band[1] >= 0


@given(st.lists(values, min_size=1, max_size=20))
def test_ticks_are_few_rising_and_hold_all_values(readings: list[float]) -> None:
    ticks = nice_ticks(readings)
    assert 3 <= len(ticks) <= 7
    assert list(ticks) == sorted(set(ticks))
    room = (ticks[-1] - ticks[0]) * 1e-6
    assert ticks[0] - room <= min(readings)
    assert max(readings) <= ticks[-1] + room


def test_the_axis_begins_at_zero_where_the_values_come_near_it() -> None:
    assert nice_ticks([1.6, 0.3])[0] == 0
    assert nice_ticks([81, 92])[0] > 0


@pytest.mark.parametrize("last", [4.4, 4.9, 5.0, 5.1, 5.6])
def test_the_last_value_and_the_target_never_cover_each_other(last: float) -> None:
    drawn = line_chart(chart([10, last], 5))
    assert drawn.target is not None
    assert abs(drawn.last[2] - drawn.target[1]) >= 18


def test_readings_that_never_change_still_have_a_chart() -> None:
    assert line_chart(chart([0, 0])).dots[0].y == line_chart(chart([0, 0])).dots[1].y


def test_all_readings_of_one_day_stand_in_one_place() -> None:
    points = [
        Point(day=date(2026, 1, 1), value=value, when="2026-01-01", text="x", is_predicted=False)
        for value in (1, 2)
    ]
    drawn = line_chart(LineChart(title="x", runs=(tuple(points),)))
    assert {dot.x for dot in drawn.dots} == {drawn.left}


def test_dates_leave_each_other_room_and_the_last_is_always_told() -> None:
    drawn = line_chart(chart([float(place) for place in range(60)]))
    assert drawn.dates[-1][0] == WIDTH - 118
    for (left, one), (right, other) in pairwise(drawn.dates):
        assert right - left >= (width(one, 12) + width(other, 12)) / 2


def test_a_year_is_said_where_it_begins_and_not_again() -> None:
    days = [f"2025-{month:02}" for month in (10, 11, 12)] + ["2026-01", "2026-02", "2026-03"]
    points = tuple(
        Point(day=date.fromisoformat(f"{day}-01"), value=1, when=day, text="1", is_predicted=False)
        for day in days
    )
    drawn = line_chart(LineChart(title="x", runs=(points,)))
    assert [words for _, words in drawn.dates] == [
        *("Oct 25", "Nov", "Dec", "Jan 26", "Feb", "Mar 26"),
    ]


def with_events(*events: Event) -> LineChart:
    plain = chart([5.0, 9.0, 7.0, 6.0], 4, "below")
    return LineChart(
        title=plain.title,
        runs=plain.runs,
        target=4,
        target_text="4",
        good_side="below",
        events=events,
    )


def test_events_stand_by_name_where_names_have_room() -> None:
    early, late = date(2026, 1, 10), date(2026, 3, 10)
    drawn = line_chart(
        with_events(
            Event(day=early, title="The film begins", to=Key("initiative", "film")),
            Event(day=early, title="New list"),
            Event(day=late, title="Prices change"),
        )
    )
    assert not drawn.is_numbered
    assert [one.words for one in drawn.events] == ["The film begins", "New list", "Prices change"]
    # Two of one day stand above each other, all above the highest value.
    heights = [one.words_at[1] for one in drawn.events]
    assert heights[0] != heights[1]
    assert max(heights) < drawn.top


def test_events_too_many_for_their_names_are_numbered() -> None:
    many = [Event(day=date(2026, 1, 10 + day), title="The film is shown") for day in range(4)]
    drawn = line_chart(with_events(*many))
    assert drawn.is_numbered
    assert [one.words for one in drawn.events] == ["1", "2", "3", "4"]


def test_the_worst_reading_is_named_unless_it_is_the_first_or_the_last() -> None:
    drawn = line_chart(chart([5, 9, 7, 6], 4, "below"))
    assert drawn.extreme is not None
    assert drawn.extreme[2] == "peak 9"
    up = line_chart(chart([5, 3, 7, 6], 4, "above"))
    assert up.extreme is not None
    assert up.extreme[2] == "lowest 3"
    assert line_chart(chart([5, 9, 9.5], 4, "below")).extreme is None
    assert line_chart(chart([5, 9, 7])).extreme is None


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-2.5, "−2.5"), (143400, "143\u202f400"), (0.125, "0.125")]
)
def test_numbers_on_the_axis_are_short_and_plain(value: float, text: str) -> None:
    assert number(value) == text
