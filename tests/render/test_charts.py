"""Charts as numbers: every reading in the box, nothing covered, nothing invented."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diagrams.chart import LineChart, Point
from mkdocs_journeys.diagrams.two_curves import CurveOnWay, MarkOnWay
from mkdocs_journeys.render.charts import HEIGHT, WIDTH, line_chart, nice_ticks, number, two_curves

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
    places = [x for x, _ in drawn.dates]
    assert places[-1] == WIDTH - 118
    assert all(after - before >= 56 for before, after in pairwise(places))
    assert drawn.height == HEIGHT


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (-2.5, "−2.5"), (143400, "143\u202f400"), (0.125, "0.125")]
)
def test_numbers_on_the_axis_are_short_and_plain(value: float, text: str) -> None:
    assert number(value) == text


def test_a_curve_with_one_score_is_a_mark_without_a_line() -> None:
    one = CurveOnWay(title="x", marks=(MarkOnWay(way=0.5, score=2, words="I wait"),))
    drawn = two_curves(one, CurveOnWay(title="y", marks=()))
    assert drawn.before == ()
    assert [words for _, _, words in drawn.before_marks] == ["I wait"]
    assert drawn.after_marks == ()
