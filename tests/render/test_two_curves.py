"""Two emotion curves over each other: every score in its place, nothing invented between."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.diagrams.two_curves import CurveOnWay, Lift, MarkOnWay, TwoCurves
from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.render.two_curves import AXIS, WIDTH, two_curves

scores = st.none() | st.floats(-2, 2).map(lambda score: round(score, 2))


def curve(*scores: float | None) -> CurveOnWay:
    """Give a curve whose marks are spread evenly over the way."""
    return CurveOnWay(
        title="x",
        marks=tuple(
            MarkOnWay(
                way=(place + 0.5) / len(scores), score=score, words=f"I {place}", part=f"p{place}"
            )
            for place, score in enumerate(scores)
        ),
    )


def both(before: CurveOnWay, after: CurveOnWay, *lifts: Lift, stages: int = 2) -> TwoCurves:
    return TwoCurves(
        title="x",
        stages=tuple((str(number), f"Stage {number}") for number in range(1, stages + 1)),
        before=before,
        after=after,
        lifts=lifts,
    )


@given(st.lists(scores, max_size=20), st.lists(scores, max_size=20))
def test_every_score_and_every_point_of_a_line_stands_inside_the_plot(
    before: list[float | None], after: list[float | None]
) -> None:
    drawn = two_curves(both(curve(*before), curve(*after)))
    for side, given_scores in ((drawn.before, before), (drawn.after, after)):
        assert len(side.marks) == sum(score is not None for score in given_scores)
        spots = [(x, y) for x, y, _ in side.marks]
        for line in (*side.lines, *side.gaps):
            spots += [
                (float(x), float(y)) for x, y in (point.split(",") for point in line.split(" "))
            ]
        assert all(drawn.left <= x <= drawn.right for x, _ in spots)
        assert all(drawn.levels[0][0] <= y <= drawn.levels[-1][0] for _, y in spots)


def test_a_step_that_nobody_scored_is_bridged_by_dots_only() -> None:
    drawn = two_curves(both(curve(1, None, -1, 2), curve(2, 2, 2, 2)))
    assert len(drawn.before.gaps) == 1
    assert len(drawn.before.lines) == 2
    assert len(drawn.after.lines) == 1
    assert drawn.after.gaps == ()


def test_a_curve_with_one_score_is_a_mark_without_a_line() -> None:
    drawn = two_curves(both(curve(2), CurveOnWay(title="y", marks=())))
    assert drawn.before.lines == ()
    assert [words for _, _, words in drawn.before.marks] == ["I 0"]
    assert drawn.after.marks == ()
    assert drawn.gap == ""


def test_a_lift_is_an_arrow_from_today_to_the_future_with_its_size_in_words() -> None:
    lift = Lift(before="p1", after="p1", start=-2, by=3, words="I watch it come")
    drawn = two_curves(both(curve(0, -2), curve(0, 1), lift))
    (arrow,) = drawn.arrows
    x, y, _ = drawn.before.marks[1]
    assert arrow.line[0] == x
    assert drawn.after.marks[1][1] < arrow.line[3] < arrow.line[1] < y
    assert arrow.words == "+3 I watch it come"


def test_the_words_of_two_lifts_never_cover_each_other_and_stay_in_the_picture() -> None:
    words = "I see at any time of the day and the night where it is"
    lifts = [
        Lift(before=f"p{place}", after=f"p{place}", start=-2, by=3, words=words) for place in (0, 1)
    ]
    drawn = two_curves(both(curve(-2, -2, *[0] * 30), curve(1, 1, *[0] * 30), *lifts))
    first, second = drawn.arrows
    assert first.pill[1] != second.pill[1]
    for arrow in drawn.arrows:
        assert arrow.words.endswith("…")
        assert arrow.pill[0] >= 0
        assert arrow.pill[0] + arrow.pill[2] <= WIDTH
    assert drawn.height > max(arrow.pill[1] for arrow in drawn.arrows) + 25


def test_a_lift_from_or_to_what_has_no_mark_has_no_arrow() -> None:
    lift = Lift(before="gone", after="p0", start=-2, by=3, words="I watch it come")
    assert two_curves(both(curve(0, 1), curve(0, 1), lift)).arrows == ()


@pytest.mark.parametrize("stages", [1, 3, 12])
def test_every_stage_has_its_name_below_its_own_share(stages: int) -> None:
    drawn = two_curves(both(curve(0, 1), curve(1, 2), stages=stages))
    assert [one.number for one in drawn.stages] == [str(n) for n in range(1, stages + 1)]
    bounds = [drawn.left, *drawn.edges, drawn.right]
    for label, (left, right) in zip(drawn.stages, pairwise(bounds), strict=True):
        assert left < label.x < right


def test_where_people_read_from_the_right_the_way_begins_at_the_right() -> None:
    maps = both(curve(0, 1), curve(1, 2))
    plain = two_curves(maps)
    with speaking(language_called("ar")):
        turned = two_curves(maps)
    assert plain.left == AXIS
    assert turned.right == WIDTH - AXIS
    assert [WIDTH - x for x, _, _ in turned.before.marks] == [x for x, _, _ in plain.before.marks]
    assert turned.before.marks[0][0] > turned.before.marks[1][0]
    assert turned.anchor == "end"
