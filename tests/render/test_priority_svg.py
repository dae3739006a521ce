"""The matrix as numbers: every dot in its place and of its own, nothing covered."""

from __future__ import annotations

import math
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.catalog.priorities import quadrant
from mkdocs_journeys.diagrams.priority_matrix import Dot, PriorityMatrix
from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.box import Box
from mkdocs_journeys.render.priority_svg import (
    BOTTOM,
    LEFT,
    RADIUS,
    SIZE,
    DotDrawing,
    draw_matrix,
)
from mkdocs_journeys.render.words import width

ratings = st.tuples(st.integers(10, 50).map(lambda tenth: tenth / 10), st.integers(1, 5))
titles = st.sampled_from(
    ["Live tracker", "A much longer title of three lines", "x" * 80, "", "配送"]
)


def matrix(rated: list[tuple[tuple[float, float], str]]) -> PriorityMatrix:
    return PriorityMatrix(
        dots=tuple(
            Dot(
                key=Key("opportunity", f"o{place}"),
                number=str(place),
                title=title,
                impact=worth,
                effort=effort,
                quadrant=quadrant(worth, effort),
                progress="idea",
            )
            for place, ((worth, effort), title) in enumerate(rated)
        ),
        closed=0,
    )


def box_of(drawn: DotDrawing) -> Box | None:
    if drawn.label is None:
        return None
    wide = max((width(line, 12.5) for _, line in drawn.label.lines), default=0.0)
    left = drawn.label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[drawn.label.anchor]
    top = drawn.label.lines[0][0] - 11.5 if drawn.label.lines else 0.0
    return Box(left, top, left + wide, top + 14.5 * len(drawn.label.lines))


@given(st.lists(st.tuples(ratings, titles), max_size=60))
def test_dots_and_labels_stay_inside_and_never_cover_each_other(
    rated: list[tuple[tuple[float, float], str]],
) -> None:
    drawn = draw_matrix(matrix(rated))
    assert len(drawn.dots) + drawn.left_out == len(rated)
    for one in drawn.dots:
        assert LEFT + RADIUS <= one.x <= SIZE - RADIUS
        assert RADIUS <= one.y <= SIZE - BOTTOM - RADIUS
    # 24 px from one to the next where the drawing is as small as on a phone of 320 px.
    apart = [math.dist((a.x, a.y), (b.x, b.y)) for a, b in combinations(drawn.dots, 2)]
    assert min(apart, default=99.0) * (320 - 32) / SIZE >= 23.9
    boxes = [box for one in drawn.dots if (box := box_of(one))]
    assert not any(a.meets(b) for a, b in combinations(boxes, 2))
    for box in boxes:
        assert not any(
            box.meets(Box(one.x - RADIUS, one.y - RADIUS, one.x + RADIUS, one.y + RADIUS))
            for one in drawn.dots
        )


def test_sixty_equal_opportunities_all_have_a_place_and_a_line_to_where_they_belong() -> None:
    drawn = draw_matrix(matrix([((4.0, 2.0), "The same")] * 60))
    assert drawn.left_out == 0
    assert drawn.dots[0].true is None
    assert {one.true for one in drawn.dots[1:]} == {(drawn.dots[0].x, drawn.dots[0].y)}


def test_more_impact_is_higher_and_more_effort_further_on() -> None:
    low, high = draw_matrix(matrix([((1.0, 1.0), "a"), ((5.0, 5.0), "b")])).dots
    assert (low.x < high.x, low.y > high.y) == (True, True)


def test_a_name_of_a_quadrant_makes_way_for_the_dot_in_its_corner() -> None:
    empty = draw_matrix(matrix([])).fields[0]
    full = draw_matrix(matrix([((5.0, 1.0), "best")])).fields[0]
    assert (empty.title, empty.anchor) == ("Do now", "start")
    assert (full.title, full.anchor) == ("Do now", "end")


def test_it_is_mirrored_where_the_language_runs_from_right_to_left() -> None:
    rated = [((4.0, 1.0), "a"), ((4.0, 1.0), "b"), ((2.0, 4.0), "c")]
    plain = draw_matrix(matrix(rated))
    with speaking(language_called("ar")):
        mirrored = draw_matrix(matrix(rated))
    assert [round(SIZE - one.x, 1) for one in mirrored.dots] == [one.x for one in plain.dots]
    assert [one.y for one in mirrored.dots] == [one.y for one in plain.dots]
    assert (plain.arrow, mirrored.arrow) == ("→", "←")
